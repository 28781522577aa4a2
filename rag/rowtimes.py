"""Rows of tables by when they are: in the time asked for, in a year that is not their plan's, or over by today."""

from __future__ import annotations

from datetime import date

from ingest.dues import parse_due
from ingest.plan import DueKind
from rag.beginnings import asks_beginning, begins_in
from rag.conditions import due_in, is_over
from rag.entries import Entry
from rag.library import Library
from rag.periods import Period
from rag.phrases import heard
from rag.question import Query
from rag.words import find_phrase, sound


def timed(query: Query, library: Library, found: list[Entry]) -> tuple[list[Entry], set[str]]:
    """The rows that meet what the question says of time, and the words with which it does."""
    if query.period is None:
        late = find_phrase(query.spoken, heard("condition.overdue")) if "overdue" in query.flags else None
        if late:
            return [row for row in found if is_over(row, query.today)], set(late.split())
        return _of_other_years(query, library, found), set()
    period = query.period
    meets = begins_in if period.start and asks_beginning(query.spoken) else _falls_in
    rows = [row for row in found if meets(row, period)]
    if not rows and query.role != "due":
        rows = [row for row in found if _goes_on_in(row, period)]
    return rows if rows or not _whole_year(period) else found, set(sound(period.words).split())


def _falls_in(row: Entry, period: Period) -> bool:
    """Whether the row is due in the time asked for, or prints a day of it where its table has no deadlines."""
    if not row.cells:
        return due_in(row, period)
    days = (parse_due(cell.text, period.start.year if period.start else None) for _, cell in row.cells)
    dated = [day for day in days if day is not None and day.start is not None and day.end is not None]
    first, last = period.start or date.min, period.end or date.max
    return any(first <= day.end and day.start <= last for day in dated if day.start and day.end)


def _goes_on_in(row: Entry, period: Period) -> bool:
    """Whether the row is of some days or months of which one is in the time asked for: a feast "từ 24/4 đến 03/5"."""
    when, first, last = row.when, period.start, period.end
    if when is None or when.kind is not DueKind.RANGE or not (when.start and when.end and first and last):
        return False
    return when.start <= last and first <= when.end


def _of_other_years(query: Query, library: Library, found: list[Entry]) -> list[Entry]:
    """The rows of a year that is said and not their plan's own, where some are; a bare year is no period of the question."""
    said = [year for year in query.years if found and year != library.profiles[found[0].plan].year]
    held = [row for row in found if row.when and row.when.start and row.when.end]
    timed = [row for row in held if any(_years(row)[0] <= year <= _years(row)[1] for year in said)]
    return timed or found


def _years(row: Entry) -> tuple[int, int]:
    when = row.when
    return (when.start.year, when.end.year) if when and when.start and when.end else (0, 0)


def _whole_year(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days > 360
