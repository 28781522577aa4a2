"""Figures that one clause tells of two or three groups, where the question names these side by side.

"… cho cán bộ cấp tỉnh (tối thiểu 02 lần/năm); trưởng thôn (01 lần/năm)", "95% ở cấp tỉnh, 90% ở cấp xã".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from rag.figures import unbound
from rag.library import Library
from rag.question import Query
from rag.words import AND, sound

_FIGURE: Final = re.compile(
    r"(?i)(?:(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|trên|dưới|từ)\s+)?(?<![\w/.,-])\d[\d.,]*\s*"
    r"(?P<unit>%|(?:lần|buổi|lượt|đợt|giờ|ngày|tiết|triệu đồng|tỷ đồng|đồng)(?:\s*/\s*[^\W\d_]+)?(?!\w))"
)
"""A figure with what it is measured by."""
_EDGE: Final = re.compile(r"[;.:](?!\d)")
_LONGEST: Final = 12
"""Words next to a figure that may name whose it is."""
_MOST: Final = 4
_FEWEST: Final = 2
"""Groups that are named, and words in a row of each that the question says."""
_TELLING: Final = 1.2
"""What the words of a group that the clause says nowhere else must weigh."""
_CHANGED: Final = re.compile(r"\s(?:xuống|lên|đến|tới)(?:\s+(?:còn|thành))?\s*$|[-–]\s*$")
"""Before a figure that the one before it rises or falls to: both are of one thing."""


def figures_of_groups(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """The figures of the groups that the question names, in its order; () unless it names two or more of them."""
    figures = list(_FIGURE.finditer(text))
    alike = len({sound(one["unit"]) for one in figures}) == 1
    alike = alike and not any(_CHANGED.search(text, 0, one.start()) for one in figures[1:])
    if not _FEWEST <= len(figures) <= _MOST or not alike or AND not in query.spoken.split():
        return ()
    led = [library.hear(side).split() for side in _before(text, figures)]
    followed = [library.hear(side).split() for side in _behind(text, figures)]
    sides = (_named(query, library, text, led, nearest=-1), _named(query, library, text, followed, nearest=0))
    found = max(sides, key=lambda side: (len(side), sum(weight for _, weight, _ in side)))
    return tuple(unbound(query, figures[n][0]) for _, _, n in sorted(found)) if len(found) >= _FEWEST else ()


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
        told = [word for word in words if word in said and every.count(word) == 1]
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
