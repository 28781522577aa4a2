"""Tables of rows: which columns they fill, in what order, and which rows hold the words looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.dues import parse_due
from ingest.folding import fold
from rag.answer import Item
from web import wording
from web.grouping import LONG, Heading, Sections, grouped
from web.links import place_href

DUE = "due"
PLACE = "place"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a visitor wants a table: sorted by a column (document order when blank), and only rows that hold ``words``."""

    column: str = ""
    descending: bool = False
    words: str = ""


AS_PRINTED = Arrangement()
"""Every row, in document order."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell under its column's name."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its plan and place there, where to open it, its cells in the order of the columns, headings before it."""

    plan: str
    locator: str
    href: str
    cells: tuple[Cell, ...]
    heads: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its key and its printed name; ``order`` is "ascending" or "descending" where the table is sorted by it."""

    key: str
    name: str
    order: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the columns that at least one of them fills; ``total`` counts those before any were filtered out."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: int
    several_plans: bool

    @property
    def grouped(self) -> bool:
        """Whether plans are told over the rows."""
        return any(head.outer for row in self.rows for head in row.heads)


def columns_of(items: Sequence[Item]) -> tuple[str, ...]:
    """The fields that some of ``items`` fill, in the order they are shown; roles only where they differ."""
    filled = (name for name in wording.ITEM_COLUMNS if any(getattr(one, name) for one in items))
    several_roles = len({one.role for one in items}) > 1
    return tuple(name for name in filled if name != "role" or several_roles)


def cell_text(item: Item, column: str) -> str:
    """What a table shows of ``item`` under ``column``."""
    text = str(getattr(item, column))
    if column in item.corrected:
        text = f"{text} {wording.CORRECTED}".strip()
    return wording.ROLES.get(text, text) if column == "role" else text


def table_of(
    items: Sequence[Item], arrangement: Arrangement = AS_PRINTED, *, sections: Sections | None = None
) -> Table | None:
    """A table of ``items`` arranged as wanted, or None when there are none.

    With ``sections`` rows in document order are told apart by plan and section where they are many.
    """
    if not items:
        return None
    names = columns_of(items)
    order = "descending" if arrangement.descending else "ascending"
    return Table(
        columns=tuple(
            Column(name, wording.ITEM_COLUMNS[name], order if name == arrangement.column else "") for name in names
        ),
        rows=_rows(arranged(items, arrangement), names, None if arrangement.column else sections),
        total=len(items),
        several_plans=len({item.file for item in items}) > 1,
    )


def arranged(items: Sequence[Item], arrangement: Arrangement) -> list[Item]:
    """The items that hold the words, in the order wanted; equal ones stay in document order, blank ones come last."""
    names = columns_of(items)
    kept = [one for one in items if _holds(one, names, arrangement.words)] if arrangement.words else list(items)
    if arrangement.column not in names:
        return kept
    key = _sort_key(arrangement.column)
    filled = [one for one in kept if getattr(one, arrangement.column)]
    blank = [one for one in kept if not getattr(one, arrangement.column)]
    return [*sorted(filled, key=key, reverse=arrangement.descending), *blank]


def _sort_key(column: str) -> Callable[[Item], tuple[date, str]]:
    """By the day that a deadline ends on, those without one last; by folded words otherwise."""

    def key(item: Item) -> tuple[date, str]:
        text = cell_text(item, column)
        due = parse_due(text) if column == DUE else None
        day = (due.end or due.start) if due else None
        return day or date.max, fold(text)

    return key


def _holds(item: Item, names: Sequence[str], words: str) -> bool:
    """Whether the row's cells hold each of the words, accents aside."""
    text = fold(" ".join((item.locator, item.plan, *(cell_text(item, name) for name in names))))
    return all(word in text for word in fold(words).split())


def _rows(items: Sequence[Item], names: Sequence[str], sections: Sections | None) -> tuple[Row, ...]:
    if sections is None or len(items) <= LONG:
        return tuple(_row(item, names) for item in items)
    placed = grouped([(item.plan, sections.of(item.file, item.locator)) for item in items])
    return tuple(replace(_row(items[one.number], names), heads=one.heads) for one in placed)


def _row(item: Item, names: Sequence[str]) -> Row:
    return Row(
        plan=item.plan,
        locator=item.locator,
        href=place_href(item.file, item.locator),
        cells=tuple(Cell(wording.ITEM_COLUMNS[name], cell_text(item, name)) for name in names),
    )


def toggled(arrangement: Arrangement, column: str) -> Arrangement:
    """What a click on a column's name asks for: up, then down, then document order."""
    if arrangement.column != column:
        return replace(arrangement, column=column, descending=False)
    return replace(arrangement, column="" if arrangement.descending else column, descending=not arrangement.descending)
