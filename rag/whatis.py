"""What a thing is that a clause tells behind "là": asked "kênh thông tin chính thức là gì", "Khai thác X là kênh thông tin …" tells X."""

from __future__ import annotations

import re
from typing import Final

from rag.nearness import spoken_of
from rag.pieces import TRIM
from rag.question import Query
from rag.subjects import ACTING, MARKER
from rag.words import sound

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
