"""Values without what the question says itself: its bound ("chậm nhất khi nào" → "tháng 3"), the "vào" or "lúc" of a time."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import Words, either, find_phrase, sound
from rag.query.question import Query

_ALIKE: Final = (
    ("ít nhất", "tối thiểu", "không dưới", "thấp nhất", "chí ít", "ít ra", "không ít hơn"),
    (
        "tối đa",
        "không quá",
        "không vượt quá",
        "nhiều nhất",
        "cao nhất",
        "cùng lắm",
        "chậm nhất",
        "muộn nhất",
        "trễ nhất",
        "lâu nhất",
    ),
    ("chậm nhất", "muộn nhất", "trễ nhất", "hạn chót", "hạn cuối", "cùng lắm", "deadline", "dead line", "trễ lắm"),
    ("khoảng",),
    ("trong vòng", "trong thời hạn"),
    ("trên",),
    ("dưới",),
    ("hơn",),
)
"""Words for the same bound; those of a time limit also for the most."""
_HEARD: Final = tuple(tuple(map(sound, group)) for group in _ALIKE)
_BOUND: Final = re.compile(
    r"(?i)(trong thời hạn|trong vòng|trên|dưới|hơn|ít nhất|tối thiểu|tối đa|không quá|không dưới|khoảng|nhiều nhất"
    r"|chậm nhất|muộn nhất|trễ nhất)\s+(?:(?:là|vào|đến|tới)\s+)?(?=\S)"
)
"""A bound at the beginning of a value, with what leads from it to the figure or the day."""
_ANYWHERE: Final = (sound("tối đa"), sound("tối thiểu"))
"""What plans say in other words too: "quá", "ít nhất"."""
_BEFORE_ASKED: Final = re.compile(
    rf" (?:{either('ít nhất', 'ít ra', 'chí ít', 'thấp nhất', 'nhiều nhất', 'cao nhất', 'không quá', 'không dưới', 'không ít hơn', 'không vượt quá', 'cùng lắm', 'cỡ', 'khoảng', 'tầm', 'chừng')})"
    rf"(?: (?:{either('là', 'phải', 'có', 'được', 'cũng', 'đạt', 'phải có', 'trong', 'vào', 'từ')}))*(?= (?:{either('bao nhiêu', 'mấy')}) )"
)
_AMOUNT: Final = (sound("số lượng"),)
_TIME_NUMBERED: Final = re.compile(rf"\b({either('tháng', 'quý', 'năm')}) (?=\d|[ivx]+\b)")
_ON: Final = re.compile(r"(?i)^(?:vào\s+(?:lúc\s+(?=\d))?|lúc\s+(?=\d))(?=\S)")


def unbound(query: Query, value: str) -> str:
    """A bound that the question itself says ("tối thiểu bao nhiêu"), or another word for it, is not said again."""
    first = _BOUND.match(value)
    if first is None:
        return value
    own = sound(first[1])
    words = {word for group in _HEARD if own in group for word in group}
    return value[first.end() :] if find_phrase(query.spoken, tuple(words)) else value


def without_bounds(words: Words) -> Words:
    """The words without a bound of the figure asked for ("ít nhất bao nhiêu"): no plan need print it, and none is chosen by it."""
    return words.drop(_ANYWHERE).drop_matches(_BEFORE_ASKED)


def nouns_in_figures(query: Query) -> frozenset[str]:
    """Nouns of the time said, which a cell prints in figures ("tháng 5", "5/2026"), and "số lượng" of the figure asked for."""
    said = set(_TIME_NUMBERED.findall(sound(query.period.words))) if query.period else set[str]()
    if query.role == "value":
        said |= query.words.content().keys() - query.words.drop(_AMOUNT).content().keys()
    return frozenset(said)


def only_time(value: str) -> str:
    """A time without the "vào" or "lúc" that leads to it."""
    return _ON.sub("", value)
