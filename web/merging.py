"""Merged cells of a plan's tables, as far as what was read tells of them: drawn merged, not blank.

The text of a plan prints a merged cell once, in its first row. A row that it reaches down to holds its words
(`Field.spans` lie above the row); of header rows and group rows the blanks beside and below say it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final

from ingest.document import Span
from ingest.plan import Field, Plan, Target, Task

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Cut:
    """How one cell is drawn: over so many ``rows`` and ``columns``.

    ``columns`` 0: a cell on its left covers it. ``rows`` 0: the one above does; ``carried`` are that one's words,
    which also stand where the rows between are of another sort, so that it cannot be drawn as one cell.
    """

    rows: int = 1
    columns: int = 1
    carried: str = ""


PLAIN: Final = Cut()


def covered(plan: Plan) -> dict[tuple[int, int], int]:
    """By line (its offset) and column of a blank cell where the words begin that a cell above prints for it too."""
    found: dict[tuple[int, int], int] = {}
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    for row in rows:
        if row.annex is None or all(piece.start >= row.spans[0].start for piece in row.spans):
            continue  # nothing above it is part of it
        line = _line_start(plan.text, row.spans[0].start)
        for cell in _cells(row):
            if cell.spans and all(piece.start < line for piece in cell.spans):
                origin = cell.spans[0].start
                found[line, _column(plan.text, origin)] = origin
    return found


def _cells(row: Task | Target) -> Iterator[Field]:
    named = (getattr(row, one.name) for one in fields(row))
    yield from (cell for cell in named if isinstance(cell, Field))
    yield from (cell for _, cell in row.other)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _column(text: str, offset: int) -> int:
    return text.count("\t", _line_start(text, offset), offset)


def body_cuts(starts: Sequence[int], covering: Mapping[tuple[int, int], int], text: str) -> list[tuple[Cut, ...]]:
    """How the rows of one table that begin at ``starts`` are drawn; () for one like any other."""
    if {line for line, _ in covering}.isdisjoint(starts):
        return [()] * len(starts)
    grid = [_cells_at(text, start) for start in starts]
    cuts = [[PLAIN] * len(row) for row in grid]
    top: dict[int, int] = {}
    for number, row in enumerate(grid):
        for column, cell in enumerate(row):
            origin = covering.get((starts[number], column))
            if cell.slice(text).strip():
                top[column] = number
            elif origin is None:
                top.pop(column, None)
            else:
                above = top.get(column, -1)
                reached = above >= 0 and column < len(grid[above]) and _holds(grid[above][column], origin)
                carried = _words_at(text, origin)
                cuts[number][column] = Cut(rows=0 if reached else 1, carried=carried)
                if reached:
                    cuts[above][column] = Cut(rows=number - above + 1)
    return [tuple(row) if any(cut is not PLAIN for cut in row) else () for row in cuts]


def _cells_at(text: str, start: int) -> list[Span]:
    """The cells of the line that begins at ``start``."""
    end = text.find("\n", start)
    cells = []
    for cell in text[start : len(text) if end < 0 else end].split("\t"):
        cells.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _holds(cell: Span, offset: int) -> bool:
    return cell.start <= offset < cell.end


def _words_at(text: str, offset: int) -> str:
    """The words of the cell that the offset lies in."""
    line = _line_start(text, offset)
    return next(cell for cell in _cells_at(text, line) if offset <= cell.end).slice(text).strip()


def heading_cuts(words: Words) -> tuple[Cut, ...]:
    """A group's heading runs on over the blank cells behind it; () where there are none."""
    last = max((at for at, one in enumerate(words) if one), default=0)
    if last == len(words) - 1:
        return ()
    behind = len(words) - 1 - last
    return (*(PLAIN for _ in range(last)), Cut(columns=behind + 1), *(Cut(columns=0) for _ in range(behind)))


def header_cuts(upper: Words, lower: Words) -> tuple[tuple[Cut, ...], tuple[Cut, ...]]:
    """Two header rows: a name over a blank reaches down, one over several names reaches right; () where that does not fit."""
    if len(upper) != len(lower) or not upper[0] or not all(map(any, zip(upper, lower, strict=True))):
        return (), ()
    above: list[Cut] = []
    below: list[Cut] = []
    for one, other in zip(upper, lower, strict=True):
        if one and not other:
            above.append(Cut(rows=2))
            below.append(Cut(rows=0, carried=one))
        elif one:
            above.append(PLAIN)
            below.append(PLAIN)
        else:
            at = max(number for number, cut in enumerate(above) if cut.columns)
            if above[at].rows > 1:
                return (), ()
            above[at] = Cut(columns=above[at].columns + 1)
            above.append(Cut(columns=0))
            below.append(PLAIN)
    return tuple(above), tuple(below)
