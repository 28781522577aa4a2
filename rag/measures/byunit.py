"""Of the figures of one line the one counted in what the question asks for: "bao nhiêu người", "mấy giờ" of "30 người (100 giờ)"."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import either, sound
from rag.query.question import Query

_ASKED: Final = re.compile(rf"\b(?:{either('bao nhiêu', 'mấy')}) (?:{sound('cái')} |{sound('con')} )?(\S+)")
_ALIKE: Final = {sound("tiếng"): sound("giờ"), sound("hôm"): sound("ngày"), sound("bữa"): sound("ngày")}
"""What people say for what plans print."""
_FIGURE: Final = re.compile(r"(?<![\w/.,-])(?<!lúc )(?<!từ )(?<!đến )(?<!ngày )\d[\d.,]*\s+([^\W\d_]+)(?!\s*\d)")
"""A figure with what it counts; "lúc 7 giờ" counts nothing."""
_SIDE_BY_SIDE: Final = re.compile(r"\s*[;,+]\s+|\s+(?:và|cùng|với)\s+(?=\d)")
_SPANS: Final = frozenset(map(sound, ("giờ", "ngày", "buổi", "tiết", "tuần", "tháng", "năm", "phút")))


def figures_by_unit(query: Query, text: str) -> tuple[str, ...]:
    """The figure of each thing counted that the question asks for, in the order asked; () unless ``text`` counts several things and each of these once."""
    told: dict[str, list[str]] = {}
    for match in _FIGURE.finditer(text):
        told.setdefault(sound(match[1]), []).append(match[0])
    asked = [_ALIKE.get(noun, noun) for noun in _ASKED.findall(query.spoken)]
    if len(told) < len(("one", "another")) or not asked or any(len(told.get(noun, ())) != 1 for noun in asked):
        return ()
    if not set(told).difference(asked).isdisjoint(query.spoken.split()):
        return ()  # another is said beside: "bao nhiêu thôn và hộ"
    return tuple(told[noun][0] for noun in dict.fromkeys(asked))


def figures_apart(text: str) -> list[str]:
    """The parts of a cell that counts several things side by side, each with a figure first; the whole text otherwise."""
    parts = [one.strip() for one in _SIDE_BY_SIDE.split(text)]
    return parts if len(parts) > 1 and all(part[:1].isdigit() for part in parts) else [text]


def counts_other_span(query: Query, text: str) -> bool:
    """Whether a stretch of time is asked for in a unit that ``text`` does not print though it prints another."""
    asked = {_ALIKE.get(noun, noun) for noun in _ASKED.findall(query.spoken)} & _SPANS
    told = {sound(match[1]) for match in _FIGURE.finditer(text)}
    return bool(asked) and bool(told & _SPANS) and not asked & told
