"""What a thing is that a clause tells behind "là": asked "kênh thông tin chính thức là gì", "Khai thác X là kênh thông tin …" tells X."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.language.words import either, sound
from rag.measures.nearness import spoken_of
from rag.measures.pieces import TRIM
from rag.query.question import Query
from rag.query.subjects import ACTING, MARKER

_IS: Final = frozenset(map(sound, ("là", "làm")))
_FILLING: Final = frozenset(map(sound, ("một", "những", "các", "cái")))
_LIKE: Final = 2
"""The first words of what is asked for that must stand behind "là"."""
_LONGEST: Final = 18
_ASKED: Final = re.compile(
    rf"(.+?) {sound('là')} (?:{sound('cái')} )?{sound('gì')}(?: (?:{sound('theo')}|{sound('trong')}|{sound('của')}) .*)?"
)
_DOES: Final = (
    rf"(?:{ACTING}|(?:khai thác|sử dụng|lấy|xác định|coi|xem|chọn|lựa chọn|đưa|áp dụng|duy trì|phát triển|dùng)\b)"
)
_SENTENCE: Final = re.compile(rf"[;:.]\s|,\s(?={_DOES})")
_DONE_WITH: Final = re.compile(rf"(?i)^(?:{_DOES}(?:\s+và)?,?\s+)+")
"""What is done with the thing, before its name."""
_BEING: Final = re.compile(
    r"\s(?:được (?:sử dụng|dùng|xác định|coi|xem|chọn|lấy)\b|giữ vai trò\s).*$|\s(?:chính|vẫn|luôn|sẽ|được|phải)$"
)
_WHO: Final = re.compile(
    rf"\b(?:ai|(?P<sort>{either('cơ quan', 'đơn vị', 'lực lượng', 'tổ chức', 'bên', 'thành phần', 'chủ thể', 'cấp', 'người', 'đối tượng')}) {sound('nào')})"
    rf" (?:(?:{either('mới', 'sẽ', 'phải', 'được xác định', 'được coi', 'được xem', 'đóng vai trò', 'giữ vai trò')}) )*(?P<be>{sound('là')} )?(?P<what>\S+(?: \S+){{2,}})"
)
_WHOSE: Final = re.compile(
    rf"\b(?P<what>(?:{either('trách nhiệm', 'nhiệm vụ', 'vai trò')}) .+?) (?:{either('thuộc về', 'thuộc', 'là của')}) ai\b"
)
_ENDS: Final = re.compile(r"[,;:.](?:\s|$)")
_PART: Final = re.compile(r"[,;]\s+")
_SAID: Final = 3
_SURELY_SAID: Final = 4
"""Words that must stand in what is told behind "là" as they are asked, where the question says "là" itself and where not."""


def what_is(query: Query, text: str) -> str:
    """The thing that a clause says is what the question asks for; "" where it says it of nothing."""
    asked = _ASKED.fullmatch(query.spoken)
    wanted = [word for word in asked[1].split() if word not in _FILLING] if asked else []
    if len(wanted) <= _LIKE:
        return ""
    text = MARKER.sub("", text)
    words = spoken_of(text)
    for at, word in enumerate(words):
        behind = [one.heard for one in words[at + 1 : at + 2 + _LIKE] if one.heard not in _FILLING]
        if word.heard not in _IS or behind[:_LIKE] != wanted[:_LIKE]:
            continue
        before = _SENTENCE.split(text[: word.start])[-1]
        thing = _BEING.sub("", _DONE_WITH.sub("", before.strip(TRIM))).strip(TRIM)
        if 0 < len(thing.split()) <= _LONGEST and not set(sound(thing).split()) <= set(wanted):
            return thing
    return ""


def who_is(query: Query, text: str) -> str:
    """Who a clause says is, or does as, what the question asks of "ai": "gia đình là lực lượng chịu trách nhiệm đầu tiên"."""
    asked = _WHO.search(query.spoken) or _WHOSE.search(query.spoken)
    if asked is None:
        return ""
    sort, wanted = (
        (asked.groupdict().get("sort") or "").split(),
        [w for w in asked["what"].split() if w not in _FILLING],
    )
    least = _SAID if sort or asked.groupdict().get("be") else _SURELY_SAID
    text = MARKER.sub("", text)
    words = spoken_of(text)
    found: list[tuple[int, int, str]] = []
    for at, word in enumerate(words):
        if word.heard not in _IS:
            continue
        end = _ENDS.search(text, word.end)
        said = [one.heard for one in words[at + 1 :] if one.start < (end.start() if end else len(text))]
        size = max((_alike(said[n:], each) for each in (wanted, [*sort, *wanted]) for n in range(len(said))), default=0)
        thing = _BEING.sub("", _SENTENCE.split(text[: word.start])[-1].strip(TRIM)).strip(TRIM)
        thing = _PART.split(thing)[-1]
        if size >= least and 0 < len(thing.split()) <= _LONGEST:
            found.append((size, -at, thing))
    return max(found)[2] if found else ""


def _alike(said: Sequence[str], wanted: Sequence[str]) -> int:
    pairs = enumerate(zip(said, wanted, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(said), len(wanted)))
