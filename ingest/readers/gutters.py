"""Gutters: strips of white space down a page that part columns where no ruling does, and the rows beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import median

from ingest.numerals import Numbering, read_ordinal
from ingest.readers.sheet import Line, Place, line_of

_PARTS = 0.5  # of a line's height: a gap that parts the pieces of a line
_WHOLE = 0.9  # of a gutter's width: a blank as wide as that lies in the gutter
_BLANK, _FEW = 5.0, 0.12  # points of a gutter that may be a blank between words; share of lines that may reach into one
_APART = 0.2  # of a line's height: how much wider white space is between rows than in them
_EVEN = 1.0  # points by which white space alike may differ

Strip = tuple[float, float]
"""Where a gutter's white space begins and ends."""


def pieces_of(line: Line) -> list[Line]:
    """A line cut at its wide gaps."""
    cuts = [0]
    for number, (word, after) in enumerate(pairwise(line.words), 1):
        if after.box.x0 - word.box.x1 > _PARTS * line.size:
            cuts.append(number)
    return [line_of(line.words[start:end]) for start, end in zip(cuts, [*cuts[1:], None], strict=True)]


def strip_in(room: Strip, lines: Sequence[Line]) -> Strip:
    """The longest part of the room between two titles that fewest lines reach into.

    Where that is hardly more than a blank, one that a few lines more reach into and is twice as wide: words of a title
    over several columns leave blanks too.
    """
    start, end = room
    edges = sorted({start, end, *(x for line in lines for word in line.words for x in (word.box.x0, word.box.x1))})
    fields = list(pairwise(x for x in edges if start <= x <= end))
    reached = [
        sum(any(word.box.x0 < b and word.box.x1 > a for word in line.words) for line in lines) for a, b in fields
    ]
    if not fields:
        return start, start
    least = min(reached)
    best = _longest(fields, reached, least)
    other = _longest(fields, reached, least + max(1, round(_FEW * len(lines))))
    narrow = best[1] - best[0] < _BLANK
    return other if narrow and other[1] - other[0] > 2 * (best[1] - best[0]) else best


def _longest(fields: Sequence[Strip], reached: Sequence[int], most: int) -> Strip:
    """The longest run of fields that at most so many lines reach into."""
    best = run = (fields[0][0], fields[0][0])
    for (left, right), count in zip(fields, reached, strict=True):
        run = (run[0] if run[1] == left else left, right) if count <= most else (right, right)
        best = run if run[1] - run[0] > best[1] - best[0] else best
    return best


def strip_left(strip: Strip, lines: Sequence[Line]) -> Strip:
    """What lines that do not run over a gutter leave of it."""
    near = [line for line in lines if not crosses(line, [strip])]
    return strip_in(strip, near)


def strip_beside(title: Place, column: Strip, lines: Sequence[Line]) -> Strip | None:
    """A gutter in a column that leaves its title on one side: what stands on the other is a column without a title.

    It is wider than any blank, no line reaches into it, and some print words on either side.
    """
    held = [[word for word in line.words if column[0] < word.box.middle[0] < column[1]] for line in lines]
    words = [word for one in held for word in one]
    if not words:
        return None
    edges = sorted({*(word.box.x0 for word in words), *(word.box.x1 for word in words)})
    fields = [(a, b) for a, b in pairwise(edges) if not any(word.box.x0 < b and word.box.x1 > a for word in words)]
    aside = [(a, b) for a, b in fields if b - a > lines[0].size and (title.x1 <= b or title.x0 >= a)]
    both = [
        (a, b)
        for a, b in aside
        if sum(any(word.box.x1 <= a for word in one) and any(word.box.x0 >= b for word in one) for one in held) > 1
    ]
    return max(both, key=lambda strip: strip[1] - strip[0], default=None)


def crosses(line: Line, strips: Sequence[Strip]) -> bool:
    """Whether a line runs over a gutter: with a word, or with a blank that is narrower than the gutter."""
    return any(_covers(line, strip) for strip in strips)


def _covers(line: Line, strip: Strip) -> bool:
    middle, least = sum(strip) / 2, min(_WHOLE * (strip[1] - strip[0]), _PARTS * line.size)
    before = max((word.box.x1 for word in line.words if word.box.middle[0] < middle), default=float("-inf"))
    after = min((word.box.x0 for word in line.words if word.box.middle[0] >= middle), default=float("inf"))
    return after - before < least


def columns_of(line: Line, strips: Sequence[Strip]) -> set[int]:
    """The columns in which a line prints words."""
    return {sum(word.box.middle[0] > (a + b) / 2 for a, b in strips) for word in line.words}


def is_numbered(line: Line, strips: Sequence[Strip]) -> bool:
    first = [word for word in line.words if word.box.middle[0] < sum(strips[0]) / 2]
    words = " ".join(word.text for word in first)
    return read_ordinal(words).kind not in {Numbering.WORD, Numbering.NONE, Numbering.DASH}


def row_starts(body: Sequence[Line], numbered: Sequence[int], *, headed: bool) -> set[int]:
    """Where rows begin: between two row numbers at the widest white space, or at the second where none is widest.

    So a number may stand at the head of its row or in the middle of it.
    """
    feet = list(accumulate((line.box.y1 for line in body), max))
    white = [0.0, *(line.box.y0 - foot for line, foot in zip(body[1:], feet, strict=False))]
    starts = {_widest(white, first, last) for first, last in pairwise(numbered)}
    amid = not starts <= set(numbered)
    if numbered and numbered[0] and not (amid or headed):
        starts.add(numbered[0])
    inner = sorted(white[n] for n in range(1, len(body)) if n not in starts)
    if not inner:
        return starts
    least = min((white[n] for n in starts), default=inner[0] + _APART * body[0].size)
    apart = least - _EVEN if least > median(inner) + _APART * body[0].size else float("inf")
    return starts | {n for n in range(1, len(body)) if white[n] > min(apart, inner[0] + 2 * body[0].size)}


def _widest(white: Sequence[float], first: int, last: int) -> int:
    best = max(range(first + 1, last + 1), key=lambda n: white[n])
    return last if white[last] >= white[best] - _EVEN else best
