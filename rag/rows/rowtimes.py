"""Rows of tables by when they are: in the time asked for, in a year that is not their plan's, or over by today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from ingest.dues import parse_due
from ingest.folding import fold
from ingest.plan import Due, DueKind
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.mentions.conditions import due_in, is_over, marked_times
from rag.mentions.periods import Period
from rag.query.question import Query
from rag.rows.beginnings import asks_beginning, begins_in
from rag.rows.sessions import at_session, session_words


def timed(query: Query, library: Library, found: list[Entry]) -> tuple[list[Entry], set[str]]:
    """The rows that meet what the question says of time, or of a session at which they are due, and the words with which it does."""
    if (words := session_words(query.spoken)) and (due := at_session(found, query)) is not None:
        return due, words
    if query.period is None:
        late = find_phrase(query.spoken, heard("condition.overdue")) if "overdue" in query.flags else None
        if late:
            return [row for row in found if is_over(row, query.today)], set(late.split())
        return _of_other_years(query, library, found), set()
    period = query.period
    if period.start and asks_beginning(query.spoken):
        rows = [row for row in found if begins_in(row, period)]
    else:
        rows = [row for row in found if _falls_in(row, period, query.spoken)]
    if not rows and query.role != "due":
        rows = [row for row in found if _goes_on_in(row, period)]
    return rows if rows or not _whole_year(period) else found, set(sound(period.words).split())


def _falls_in(row: Entry, period: Period, spoken: str) -> bool:
    """Whether the row is due in the time asked for, or tells a day of it where its table has no deadlines.

    A day under a header that says what the question does ("Ngày kiểm tra" of "kiểm tra … trong tháng 4") goes before both.
    """
    year = period.start.year if period.start else None
    said = _said_days(row, year, spoken)
    if not said and not row.cells and row.when is not None:
        return due_in(row, period)
    first, last = period.start or date.min, period.end or date.max
    days = said or _days(row, year)
    return any(first <= day.end and day.start <= last for day in days if day.start and day.end)


def _said_days(row: Entry, year: int | None, spoken: str) -> list[Due]:
    """The times under the headers that name, beside the noun for time, only what is said."""
    cells = ((_TELLS_TIME.match(fold(header)), header, cell) for header, cell in row.cells or row.other)
    named = [(sound(header[noun.end() :]).split(), cell.text) for noun, header, cell in cells if noun]
    told = (parse_due(text, year) for does, text in named if does and f" {' '.join(does)} " in f" {spoken} ")
    return [day for day in told if day is not None and day.start]


def _days(row: Entry, year: int | None) -> Iterator[Due]:
    """The times that a row of a schedule tells: in a column of days, or by a mark under a month or quarter ("T7 | x")."""
    yield from marked_times(row, year)
    for header, cell in row.cells or row.other:
        day = parse_due(cell.text, year) if row.cells or _TELLS_TIME.match(fold(header)) else None
        if day is not None:
            yield day


_TELLS_TIME: Final = re.compile(
    r"(?:ngay|thoi (?:gian|diem|han)|lich|thang|tuan|buoi|moc|du kien|khoi cong|khai giang)\b"
)
"""Folded: how a header begins whose cells tell when something takes place."""


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
