"""Pieces of a clause: where the words of a question stand in it, where what is said ends, and what is said around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ingest.letters import UPPER
from rag.language.asked import Asked, Sort
from rag.language.words import sound
from rag.measures.nearness import Spoken
from rag.query.subjects import ACTING

TRIM: Final = ' ,;:.–-”"'
"""What is left off at both ends of a piece."""
NAME: Final = re.compile(r"[“\"‘']([^“”\"‘’']{3,120})[”\"’']")
"""A name in quotation marks."""
BETWEEN: Final = 0.5
"""What it counts for a piece to end where the words begin that follow the gap in the question."""
_STOP: Final = rf"\.(?=\s+[{UPPER}]|\s*$)"
_BEYOND: Final = (
    r"nhằm|để|phục vụ|bảo đảm|đảm bảo|phù hợp|trong việc|ngay trong|trong thực hiện|góp phần|làm việc|theo thẩm quyền|"
    r"theo quy định|(?:tùy|tuỳ) (?:theo|từng|vào|thuộc)|với những|sẵn sàng|trên các lĩnh vực|trên địa bàn|đặt tại|ít nhất|tối thiểu|"
    r"không quá|(?:trước|vào) (?:ngày|tháng|quý|năm|\d+)|trong (?:vòng|thời hạn)"
)
"""Words with which purpose, manner, place or time of what is said begin."""
_ENDS: Final = re.compile(
    rf";|,\s(?:ưu tiên|trong đó)\s|\.(?=\s|$)|\s\(|,?\s(?:{_BEYOND})(?!\w)|\svà (?:tăng cường|{ACTING})\s"
)
_THING_ENDS: Final = re.compile(rf"{_ENDS.pattern}|,\s(?={ACTING}\s)|\stham gia\s")
_UNNAMED_ENDS: Final = re.compile(rf"{_ENDS.pattern}|\s(?:tại|ở)\s")
"""Where a thing that is asked for ends; a way of doing, or a purpose, may be several things to be done."""
_CHARGES: Final = frozenset(
    tuple(sound(one).split()) for one in ("phụ trách", "đảm nhiệm", "đảm nhận", "đảm trách", "đảm đương", "gánh vác")
)
"""Somebody is in charge of all that is said, its place and purpose with it."""
_COUNTED_ENDS: Final = re.compile(f";|{_STOP}")
"""Where a list ends whose length the question says."""
_OBJECT_ENDS: Final = re.compile(rf"{_COUNTED_ENDS.pattern}|,?\s(?:góp phần|qua đó|từ đó|đồng thời|tiến tới|nhằm|để)\s")
"""What is to be protected, judged or raised for some end is told before what that is good for in its turn."""
_LIKENESS_ENDS: Final = re.compile(
    rf";|{_STOP}|\s\(|,\s(?:được|do|với|có|trong đó)\s|,?\s(?:nhằm|để|phục vụ|theo quy định)\s"
)
"""What a thing is like is told with where it is so."""
_ENDING: Final = {
    Sort.PURPOSE: _COUNTED_ENDS,
    Sort.USE: _COUNTED_ENDS,
    Sort.MEANS: _UNNAMED_ENDS,
    Sort.LIKENESS: _LIKENESS_ENDS,
}
_LIST_ENDS: Final = re.compile(_STOP)
"""Where a list behind a colon ends."""
_FIRST_WORD: Final = re.compile(r"\W*(\w+)")
_FARTHEST: Final = 24
_HALF: Final = 6.0
"""Words before and after a piece that tell for it, and the distance after which one counts half."""
_FADE: Final = 0.92
"""How much less each word of the question counts than the one nearer to its gap."""
_ENOUGH: Final = 3
_UNHELD: Final = 0.5
"""The best words of a question that are as good as all of them; half by whether the clause has such words at all."""


def runs(part: Sequence[str], words: Sequence[Spoken]) -> Iterator[tuple[int, int]]:
    """Where the words of ``part``, sound forms, stand side by side in a clause, as offsets."""
    size = len(part)
    heard = [word.heard for word in words]
    for at in range(len(heard) - size + 1) if part else ():
        if heard[at : at + size] == list(part):
            yield words[at].start, words[at + size - 1].end


def end_of(asked: Asked, text: str, start: int) -> int:
    """Where the piece that begins at ``start`` ends: a name with its quotation mark, a remark in brackets with them.

    A list goes on behind a semicolon with the same first word ("kho …; kho …"), and behind a colon through its sentence.
    """
    name = NAME.match(text, start + len(text[start:]) - len(text[start:].lstrip()))
    if name:
        return name.end()
    ends = _ENDING.get(asked.sort, _THING_ENDS if asked.thing else _UNNAMED_ENDS)
    if asked.counted or (not asked.thing and asked.head[-2:] in _CHARGES):
        ends = _COUNTED_ENDS
    behind_colon = text[:start].rstrip().endswith(":") or text[start:].lstrip().startswith(":")
    if (asked.sort is Sort.MEMBERS or asked.many) and behind_colon:
        ends = _LIST_ENDS
    if asked.sort is Sort.PURPOSE and asked.head:
        ends = _OBJECT_ENDS
    bracket = text.find(")", start)
    if bracket >= 0 and "(" not in text[start:bracket]:
        text = text[:bracket]
    first = _FIRST_WORD.match(text, start)
    at = first.end() if first else start
    while match := ends.search(text, at):
        beyond = text[match.end() :].lstrip().lower()
        if match[0] != ";" or not first or not beyond.startswith(f"{first[1].lower()} "):
            return match.start()
        at = match.end()
    return len(text)


def closing(asked: Asked, words: Sequence[Spoken], start: int, end: int) -> int:
    """Where, within a piece, the two words begin that follow the gap of the question; 0 where they do not."""
    after = asked.after[:2]
    return next((at for at, _ in runs(after, words) if start < at < end), 0) if len(after) > 1 else 0


def wanted_of(asked: Asked, words: Sequence[Spoken], weights: Mapping[str, float]) -> dict[str, float]:
    """The question's words with their weights, the nearer to its gap the more; three good ones sum to about one."""
    found: dict[str, float] = {}
    for side in (tuple(reversed(asked.before)), asked.after):
        for far, word in enumerate(side):
            found[word] = max(found.get(word, 0.0), weights.get(word, 0.0) * _FADE**far)
    printed = {word.heard for word in words}
    held = _best(weight for word, weight in found.items() if word in printed)
    most = (_best(found.values()) * _UNHELD + held * (1 - _UNHELD)) or 1.0
    return {word: weight / most for word, weight in found.items()}


def _best(weights: Iterable[float]) -> float:
    return sum(sorted(weights, reverse=True)[:_ENOUGH])


def felt_before(words: Sequence[Spoken], at: int, wanted: Mapping[str, float]) -> float:
    """How much of ``wanted`` stands before the offset ``at``, the nearer the more; stops count as distance."""
    return _felt([word for word in words if word.end <= at][: -_FARTHEST - 1 : -1], wanted)


def felt_behind(words: Sequence[Spoken], at: int, wanted: Mapping[str, float]) -> float:
    """How much of ``wanted`` stands behind the offset ``at``."""
    return _felt([word for word in words if word.start >= at][:_FARTHEST], wanted)


def _felt(near: Sequence[Spoken], wanted: Mapping[str, float]) -> float:
    found: dict[str, float] = {}
    for word in near:
        weight = wanted.get(word.heard, 0.0) * 0.5 ** (abs(word.place - near[0].place) / _HALF)
        found[word.heard] = max(found.get(word.heard, 0.0), weight)
    return sum(found.values())
