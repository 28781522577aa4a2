"""Printed lines put back together to paragraphs, by where they stand on the page.

A line that had room for the first word of the next one ends its paragraph: no renderer breaks there by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.prose import has_marker
from ingest.readers.sheet import Line, Place

_INDENT = 7.0  # points
_SAME = 2.0  # points between the starts of lines that start at one place
_EVEN = 4.0  # points by which the middle of a centred line may be off
_SLACK = 3.0  # points by which a line may fall short of the margin and still be full
_GAP = 1.55  # of the usual step from line to line: white space between paragraphs
_APART = 2.3  # of a line's height, where the usual step is not known
_OUTLIERS = 50  # of how many lines one may stick out of the margin
_SIZES = 1.12  # letters this much larger are another paragraph's
_ENDS = re.compile(r"[.:;!?…][\"”’)\]]*$|\./\.$")
_SPACE = 0.25  # of a letter's size
_TALL = 1.2  # the height of a line's box over the size of its letters


@dataclass(frozen=True, slots=True)
class Measure:
    """How the text of pages of one width is set: its margins, the usual step from line to line, where paragraphs start."""

    left: float
    right: float
    step: float | None = None
    indented: float | None = None

    @property
    def middle(self) -> float:
        """Halfway between the margins."""
        return (self.left + self.right) / 2

    @property
    def column(self) -> Place:
        """The place between the margins."""
        return Place(self.left, 0.0, self.right, 0.0)

    def centred(self, line: Line) -> bool:
        """Whether a line stands in the middle, away from both margins."""
        aside = min(line.box.x0 - self.left, self.right - line.box.x1)
        starts = self.indented is not None and abs(line.box.x0 - self.indented) < _SAME
        return aside > _INDENT and not starts and abs(line.box.middle[0] - self.middle) < _EVEN


def measure_of(lines: Sequence[Line], tables: Sequence[Place], width: float) -> Measure:
    """The measure of pages with these lines of prose (in the order of each page) and these tables."""
    starts = sorted(line.box.x0 for line in lines)
    ends = sorted(line.box.x1 for line in lines)
    left = next((x for n, x in enumerate(starts) if n + 1 < len(starts) and starts[n + 1] - x < _SAME), None)
    right = ends[-1 - len(ends) // _OUTLIERS] if ends else None
    lefts = [x for x in (left, *(table.x0 for table in tables)) if x is not None]
    rights = [x for x in (right, *(table.x1 for table in tables)) if x is not None]
    steps = [
        below.box.y1 - above.box.y1
        for above, below in pairwise(lines)
        if 0.5 * above.size < below.box.y1 - above.box.y1 < _APART * above.size and above.box.x1 > 0.8 * (right or 0)
    ]
    step = median(steps) if len(steps) > 4 else None
    margin = min(lefts, default=0.1 * width)
    indents = Counter(round(x / _SAME) for x in starts if x > margin + _INDENT)
    usual, often = indents.most_common(1)[0] if indents else (0, 0)
    indented = usual * _SAME if often > 1 else None
    return Measure(margin, max(rights, default=0.9 * width), step, indented)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page and that page's measure."""

    line: Line
    page: int
    measure: Measure


def has_gap(above: Placed, below: Placed) -> bool:
    """Whether white space parts two lines; never over a page's end."""
    if above.page != below.page:
        return False
    step = below.measure.step or _TALL * max(above.line.size, below.line.size)
    return below.line.box.y1 - above.line.box.y1 > _GAP * step


def begins(held: Sequence[Placed], below: Placed) -> bool:
    """Whether a line begins a new paragraph after the lines held so far."""
    above = held[-1]
    one, line, measure = above.line, below.line, below.measure
    high, low = max(one.size, line.size), min(one.size, line.size)
    if high > _SIZES * low or has_gap(above, below) or _has_room(above, line):
        return True
    flush = line.box.x0 - measure.left < _SAME  # below a first line that stands in the middle by chance
    if measure.centred(line) or (above.measure.centred(one) and not flush):
        return one.bold != line.bold or not (_evenly(above) and _evenly(below)) or bool(_ENDS.search(one.text))
    if has_marker(line.text) and (line.box.x0 > measure.left + _INDENT or bool(_ENDS.search(one.text))):
        return True
    return _indented(held, below)


def _evenly(placed: Placed) -> bool:
    """Whether a line leaves as much white space on its left as on its right, however little."""
    return abs(placed.line.box.middle[0] - placed.measure.middle) < _EVEN


def _has_room(above: Placed, line: Line) -> bool:
    """Whether the first word of a line would have stood on the line above."""
    measure, one = above.measure, above.line
    first = line.words[0].box.width + _SPACE * one.size / _TALL
    if measure.centred(one) and one.box.width + first + 2 * _SLACK > measure.right - measure.left:
        return False
    return one.box.x1 + first + _SLACK < measure.right


def _indented(held: Sequence[Placed], below: Placed) -> bool:
    """Whether a line starts further right than the lines above it go on, or returns to the left of them."""
    one, line = held[-1].line, below.line
    step = line.box.x0 - (below.measure.left - held[-1].measure.left) - one.box.x0
    if len(held) > 1:
        return abs(step) > _INDENT
    if step > _INDENT:
        return True
    indented = line.box.x0 > below.measure.left + _INDENT
    return indented and abs(step) <= _INDENT and bool(_ENDS.search(one.text))
