"""The cells of a Word table brought to the columns that a reader of the page sees.

Word counts in grid columns, of which a dragged border makes more than the page shows: grid lines closer together than
any column is wide are one border.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from ingest.readers.canvas import MOST_CELLS, WIDEST
from ingest.readers.word.ooxml import W, child, inner, number, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NARROWEST = 170  # twentieths of a point, 3 mm: no column is narrower
_NARROW = 8  # nor so many times narrower than the others on the average
_MOST_SPAN = 63  # columns that Word lets a cell span


@dataclass(slots=True)
class GridCell:
    """A cell with the columns it covers, ``start`` to ``end``, and how many rows."""

    element: Element
    start: int
    end: int
    tall: int = 1
    held: bool = False  # a merged cell of a row above covers it


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row that prints, with its turn in the table from 1."""

    number: int
    cells: list[GridCell]


def grid_rows(table: Element) -> list[GridRow]:
    """The rows of a table, each cell on the columns and rows it covers.

    Raises:
        ValueError: more cells than a plan's table has.
    """
    rows = [GridRow(turn, _cells(row)) for turn, row in enumerate(inner(table, "tr"), 1) if not _dropped(row)]
    width = max((cell.end for row in rows for cell in row.cells), default=0)
    if len(rows) * width > MOST_CELLS:
        raise ValueError(len(rows))
    columns = _columns(table, rows, width)
    for row in rows:
        for cell in row.cells:
            cell.start, cell.end = columns[cell.start], columns[cell.end]
        row.cells[:] = _seen(row.cells)
    _merge(rows)
    return [row for row in rows if row.cells]


def _dropped(row: Element) -> bool:
    properties = child(row, "trPr")
    return child(properties, "del") is not None or bool(switch(properties, "hidden"))


def _cells(row: Element) -> list[GridCell]:
    at = min(max(0, number(row, "trPr", "gridBefore") or 0), _MOST_SPAN)
    cells: list[GridCell] = []
    for element in inner(row, "tc"):
        properties = child(element, "tcPr")
        wide = min(max(1, number(properties, "gridSpan") or 1), _MOST_SPAN)
        if child(properties, "hMerge") is not None and value(properties, "hMerge") != "restart" and cells:
            cells[-1].end += wide
        else:
            merged = child(properties, "vMerge")
            held = merged is not None and value(properties, "vMerge") != "restart"
            cells.append(GridCell(element, at, at + wide, held=held))
        at += wide
        if at > WIDEST:
            raise ValueError(at)
    return cells


def _columns(table: Element, rows: Sequence[GridRow], width: int) -> list[int]:
    """The column that begins at each grid line: borders that no cell starts at or that nearly touch are no columns."""
    grid = child(table, "tblGrid")
    widths = [] if grid is None else [number(one, attribute="w") or 0 for one in grid.iter(f"{W}gridCol")]
    widths = (widths + [0] * width)[:width]
    known = all(one > 0 for one in widths)
    places = [0, *accumulate(widths)] if known else [_NARROWEST * turn for turn in range(width + 1)]
    least = min(_NARROWEST, places[-1] / (_NARROW * max(1, width)))
    used = sorted({line for row in rows for cell in row.cells for line in (cell.start, cell.end)} | {0, width})
    borders: list[int] = []
    for line in used:
        if not borders or places[line] - places[borders[-1]] >= least:
            borders.append(line)
    return [bisect_right(borders, line) - 1 for line in range(width + 1)]


def _seen(cells: Sequence[GridCell]) -> list[GridCell]:
    """The cells left once slivers are gone: one that prints something takes the room of the column it lies in."""
    found: list[GridCell] = []
    for cell in cells:
        if cell.start < cell.end:
            found.append(cell)
        elif any((text.text or "").strip() for text in cell.element.iter(f"{W}t")):
            cell.end = cell.start + 1
            found.append(cell)
    return list({cell.start: cell for cell in reversed(found)}.values())[::-1]


def _merge(rows: Sequence[GridRow]) -> None:
    """Count the rows that each merged cell covers, and take out those covered; one with nothing above stands itself."""
    above: dict[int, GridCell] = {}
    for row in rows:
        here: dict[int, GridCell] = {}
        for cell in row.cells:
            top = above.get(cell.start) if cell.held else None
            if top is None or top.end != cell.end:
                cell.held = False
                here[cell.start] = cell
            else:
                top.tall += 1
                here[cell.start] = top
        above = here
        row.cells[:] = [cell for cell in row.cells if not cell.held]
