"""Figures that one clause tells of two or three groups: those of the groups named side by side, or of the one named alone.

"… cho cán bộ cấp tỉnh (tối thiểu 02 lần/năm); trưởng thôn (01 lần/năm)", "95% ở cấp tỉnh, 90% ở cấp xã".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from rag.corpus.library import Library
from rag.language.words import AND, sound
from rag.measures.bounds import unbound
from rag.query.question import Query

_FIGURE: Final = re.compile(
    r"(?i)(?:(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|trên|dưới|từ)\s+)?(?<![\w/.,-])\d[\d.,]*\s*"
    r"(?P<unit>%|(?:lần|buổi|lượt|đợt|giờ|ngày|tiết|triệu đồng|tỷ đồng|đồng)(?:\s*/\s*[^\W\d_]+)?(?!\w))"
)
"""A figure with what it is measured by."""
_EDGE: Final = re.compile(r"[;.:](?!\d)")
_LONGEST: Final = 12
"""Words next to a figure that may name whose it is."""
_NEAR: Final = 6
"""Words right before the first figure that tell its group."""
_MOST: Final = 4
_FEWEST: Final = 2
"""Groups that are named, and words in a row of each that the question says."""
_TELLING: Final = 1.2
"""What the words of a group that the clause says nowhere else must weigh."""
_CHANGED: Final = re.compile(r"\s(?:xuống|lên|đến|tới)(?:\s+(?:còn|thành))?\s*$|[-–]\s*$")
"""Before a figure that the one before it rises or falls to: both are of one thing."""

_AMONG: Final = frozenset(sound("trong đó riêng gồm").split())
"""Words with which a text goes over to the parts of what it told: they name none of them."""
_CLOSES: Final = re.compile(r"\s*(?:trở lên)?\s*(?:[;.,)](?!\d)|(?:và|còn|riêng)\s|$)")
"""What stands behind a figure whose group is named before it."""
_OPENS: Final = re.compile(r"(?:^|[,;:(+–-]|\s(?:và|còn))\s*$")
"""What stands before a figure whose group is named behind it."""


def figures_of_groups(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """The figures of the groups that the question names, in its order; () unless it names two or more of them."""
    figures = _alike(text)
    if not figures or AND not in query.spoken.split():
        return ()
    led = [library.hear(side).split() for side in _before(text, figures)]
    followed = [library.hear(side).split() for side in _behind(text, figures)]
    sides = (_named(query, library, text, led, nearest=-1), _named(query, library, text, followed, nearest=0))
    found = max(sides, key=lambda side: (len(side), sum(weight for _, weight, _ in side)))
    return tuple(unbound(query, figures[n][0]) for _, _, n in sorted(found)) if len(found) >= _FEWEST else ()


def figure_of_group(query: Query, library: Library, text: str) -> str:
    """The figure of the one group that the question names alone; "" otherwise.

    Each figure must close what is said of its group, or open it in words that differ from the others' at one place only
    ("95% hồ sơ cấp tỉnh, 85% hồ sơ cấp xã được …").
    """
    figures = _alike(text)
    if figures and all(_CLOSES.match(text, one.end()) for one in figures):
        first, *others = (library.hear(side).split() for side in _before(text, figures))
        led = [first[-_NEAR:], *others]  # before its group the first tells what is said of all
        named = [n for _, _, n in _named(query, library, text, led, nearest=-1)]
    elif figures and all(_OPENS.search(text, 0, one.start()) for one in figures):
        named = _contrasted(query, [library.hear(side).split() for side in _behind(text, figures)])
    else:
        return ""
    return unbound(query, figures[named[0]][0]) if len(named) == 1 else ""


def _contrasted(query: Query, sides: Sequence[Sequence[str]]) -> list[int]:
    """Of sides that begin alike and then differ, those whose first other word the question says behind the word before it."""
    alike = next((n for n, words in enumerate(zip(*sides, strict=False)) if len(set(words)) > 1), 0)
    asked = set(pairwise(query.spoken.split()))
    return [n for n, words in enumerate(sides) if alike and (words[alike - 1], words[alike]) in asked]


def _alike(text: str) -> list[re.Match[str]]:
    """The figures of a text, where they are two to four of one unit, none of which another rises or falls to."""
    figures = list(_FIGURE.finditer(text))
    alike = len({sound(one["unit"]) for one in figures}) == 1
    changed = any(_CHANGED.search(text, 0, one.start()) for one in figures[1:])
    return figures if _FEWEST <= len(figures) <= _MOST and alike and not changed else []


def _before(text: str, figures: Sequence[re.Match[str]]) -> Iterator[str]:
    """The words that lead to each figure."""
    starts = (0, *(one.end() for one in figures))
    for start, one in zip(starts, figures, strict=False):
        lead = text[start : one.start()].lstrip(" ),;.")
        yield " ".join(_EDGE.split(lead)[-1].split()[-_LONGEST:])


def _behind(text: str, figures: Sequence[re.Match[str]]) -> Iterator[str]:
    """The words that follow each figure."""
    starts = [*(one.start() for one in figures[1:]), len(text)]
    for one, start in zip(figures, starts, strict=True):
        yield " ".join(_EDGE.split(text[one.end() : start])[0].split()[:_LONGEST])


def _named(
    query: Query, library: Library, text: str, sides: Sequence[Sequence[str]], *, nearest: int
) -> list[tuple[int, float, int]]:
    """Of the sides that the question names: where it does so, the weight of what tells the side, and which it is.

    A side is told by words in a row, one or more of which the clause says only there; of these the one next to the
    figure tells where.
    """
    every = library.hear(text).split()
    found: list[tuple[int, float, int]] = []
    for n, words in enumerate(sides):
        said = dict(_in_a_row(query.spoken.split(), words))
        told = [word for word in words if word in said and word not in _AMONG and every.count(word) == 1]
        weight = sum(map(library.idf, told))
        if weight >= _TELLING:
            found.append((said[told[nearest]], weight, n))
    return found


def _in_a_row(asked: Sequence[str], words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The question's words, with their places, that stand in a row in both."""
    pairs = set(pairwise(words))
    for at, pair in enumerate(pairwise(asked)):
        if pair in pairs:
            yield from ((pair[0], at), (pair[1], at + 1))
