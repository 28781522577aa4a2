"""The cells of an HTML table brought to their columns and rows, spans clipped to what a table can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.canvas import MOST_CELLS, WIDEST

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

_COUNT = re.compile(r"\s*(\d{1,5})")


@dataclass(frozen=True, slots=True)
class HtmlCell:
    """A cell with the column it starts in and how many columns and rows it covers."""

    element: Element
    column: int
    wide: int
    tall: int


def html_rows(table: Element) -> Iterator[tuple[int, list[HtmlCell]]]:
    """The rows of a table, its head, bodies and foot in the order printed, with their turn from 1.

    Raises:
        ValueError: more cells than a plan's table has.
    """
    rows = list(_rows(table))
    held: dict[int, int] = {}  # rows that a cell above still covers, by column
    cells = 0
    for turn, row in enumerate(rows, 1):
        found = list(_cells(row, held, len(rows) - turn + 1))
        cells += max((cell.column + cell.wide for cell in found), default=0)
        if cells > MOST_CELLS:
            raise ValueError(cells)
        yield turn, found


def _rows(table: Element) -> Iterator[Element]:
    """The rows that belong to this table, not to those inside its cells; the foot last."""
    feet = []
    for one in table:
        if one.tag == "tr":
            yield one
        elif one.tag in {"thead", "tbody"}:
            yield from (row for row in one if row.tag == "tr")
        elif one.tag == "tfoot":
            feet += [row for row in one if row.tag == "tr"]
    yield from feet


def _cells(row: Element, held: dict[int, int], left: int) -> Iterator[HtmlCell]:
    """The cells of one row, put right of those that reach down; ``left`` rows follow, this one with them."""
    taken = {column for column, rows in held.items() if rows > 0}
    for column in taken:
        held[column] -= 1
    at = 0
    for one in row:
        if one.tag not in {"td", "th"}:
            continue
        while at in taken:
            at += 1
        wide = min(_count(one, "colspan") or 1, WIDEST)
        tall = min(_count(one, "rowspan", zero=left), left)
        if at + wide > 4 * WIDEST:
            raise ValueError(at)
        if tall > 1:
            held.update(dict.fromkeys(range(at, at + wide), tall - 1))
        yield HtmlCell(one, at, wide, tall)
        at += wide


def _count(one: Element, name: str, *, zero: int = 1) -> int:
    """A span; 0 rows reach down to the end of the table."""
    found = _COUNT.match(one.get(name) or "1")
    return (int(found.group(1)) or zero) if found else 1
