"""Tables that give nobody work: projects and their money, points, equipment; their rows as printed, group by group."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.folding import tone_normal
from ingest.plan import SectionKind
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import sound
from rag.query.rowtables import RowTable, row_tables

_SUM: Final = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
"""How the name of a row begins that adds up others."""
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_FIGURE: Final = re.compile(r"\W*\d[\d.,]*\W*")
_LEVELS: Final = tuple(
    sound(one)
    for one in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "đặc khu", "xã", "phường", "thôn", "bản")
)
_CORE: Final = 2
"""Syllables of a proper name that calls a group without its level."""
_AIMS: Final = tuple(f"{sound(one)} " for one in ("chỉ tiêu", "mục tiêu", "nhiệm vụ"))
_NAMING: Final = 2
"""Cells at the beginning of a row that name it, where none is known to: a mark and a name."""
_MOSTLY: Final = 0.5
"""The share of the rows that print a figure under a column of figures."""


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row with its cells under their headers, the headings over it and all its words, padded sound forms."""

    entry: Entry
    cells: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class PlainTable:
    """One annex; ``over`` is what its title, the words under it and its header say, a padded sound form.

    ``figures`` are the headers of columns of figures, the one that sets the value first; ``works`` is whether its rows
    are tasks all the same (a list of those who are inspected).
    """

    table: RowTable
    rows: tuple[PlainRow, ...]
    headings: tuple[str, ...]
    figures: tuple[str, ...]
    over: str
    works: bool

    @property
    def plan(self) -> int:
        """The number of its plan."""
        return self.table.plan


@once
def plain_tables(library: Library) -> tuple[PlainTable, ...]:
    """The tables of several rows, in document order."""
    found = (_plain(table, library) for table in row_tables(library) if not _is_of_aims(table))
    return tuple(one for one in found if len(one.rows) > 1)


def _is_of_aims(table: RowTable) -> bool:
    """Whether the rows are targets to be reached, which are asked for as such."""
    return any(f"{noun} ".startswith(_AIMS) for noun in table.nouns) or f" {_AIMS[0]}" in f" {table.over} "


def core_of(heading: str) -> tuple[str, str]:
    """The level and the proper name of a group's heading, sound forms; no name for one too short to call it."""
    level = next((one for one in _LEVELS if heading.startswith(f"{one} ")), "")
    name = heading[len(level) :].strip()
    return (level, name) if level and len(name.split()) >= _CORE else (level, "")


def level_before(said: str) -> str:
    """The level that closes the words before a name; "" for none."""
    return next((one for one in _LEVELS if f" {said}".endswith(f" {one}")), "")


def _plain(table: RowTable, library: Library) -> PlainTable:
    plan = library.plans[table.plan]
    places = {one.locator: one.heading for one in plan.sections if one.kind is SectionKind.GROUP}
    held = {row.locator.rpartition("/")[0] for row in table.rows}
    entries = [
        row
        for row in table.rows
        if not (row.clause and "." in row.clause.marker.rstrip("."))
        and row.locator not in held
        and row.locator not in places
        and not _SUM.match(tone_normal(row.name))
    ]
    rows = tuple(_row(row, places, library) for row in entries)
    section = next((one for one in plan.sections if one.locator == table.annex), None)
    first = min((span.start for row in table.rows for span in row.spans), default=0)
    above = plan.text[section.span.start : first] if section and section.span.start < first else ""
    return PlainTable(
        table=table,
        rows=rows,
        headings=tuple(dict.fromkeys(one for row in rows for one in row.groups)),
        figures=_figures(rows),
        over=f" {library.hear(above)} {sound(above)} {table.over} ",
        works=any(row.kind == "task" for row in entries),
    )


def _row(entry: Entry, places: dict[str, str], library: Library) -> PlainRow:
    target = entry.target
    cells = [(target.over, target.value.text)] if target and target.value.text else []
    cells += [(header, cell.text) for header, cell in entry.other]
    parts = entry.locator.split("/")
    above = ("/".join(parts[:size]) for size in range(1, len(parts)))
    groups = tuple(library.hear(_BRACKETS.sub("", places[one])) for one in above if one in places)
    said = [cell.text for _, cell in entry.cells[:_NAMING]] if entry.cells else [entry.name]
    name = " | ".join(library.hear(one) for one in said if not _FIGURE.fullmatch(one))
    cell_words = (sound(text) for text in (*said, *(text for _, text in cells), entry.field("note").text))
    words = (name, *cell_words, *dict.fromkeys((library.hear(entry.text), sound(entry.text))))
    return PlainRow(entry, tuple(cells), groups, f" {name} ", f" {' | '.join(words)} ")


def _figures(rows: tuple[PlainRow, ...]) -> tuple[str, ...]:
    headers = dict.fromkeys(header for row in rows for header, _ in row.cells if header)
    counts = {one: sum(bool(_FIGURE.fullmatch(cell_under(row, one))) for row in rows) for one in headers}
    return tuple(one for one, count in counts.items() if count >= _MOSTLY * len(rows))


def cell_under(row: PlainRow, header: str) -> str:
    """What the row prints under a header."""
    return next((text for one, text in row.cells if one == header), "")
