"""The year of days that a row prints without one: what its group's heading says, else the plan, else the other rows."""

from __future__ import annotations

from ingest.columns import Role
from ingest.dues import looks_like_due, parse_due
from ingest.groupheads import said_in
from ingest.line import Grid
from ingest.placement import Group, Table

_Years = dict[Group | None, int | None]


def years_of(grid: Grid, table: Table, year: int | None) -> _Years:
    """The year for the rows of each group; ``year`` is the plan's."""
    shared = year or _of_column(grid, table)
    return {group: _headed(group) or shared for group in (None, *table.groups)}


def _headed(group: Group | None) -> int | None:
    """The one year of the period that a heading names: "Năm 2027", "HOÀN THIỆN (01/10 - 15/10/2026)"."""
    said = (words for whole in (said_in(group.name) if group else ()) for words in (whole, whole.partition(",")[0]))
    for words in said:
        due = parse_due(words) if looks_like_due(words) else None
        days = {day.year for day in (due.start, due.end) if day} if due else set()
        if len(days) == 1:
            return days.pop()
    return None


def _of_column(grid: Grid, table: Table) -> int | None:
    """The one year in which all whole days of the deadlines' column end."""
    at = grid.column(Role.DUE)
    cells = [row.line.cells[at].text for row in table.rows] if at is not None else []
    years = {due.end.year for due in map(parse_due, cells) if due and due.end}
    return years.pop() if len(years) == 1 else None
