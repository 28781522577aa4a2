"""Rows that are of a year without being due in it: those of a plan of that one year, targets under the year's column."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from ingest.folding import fold
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.mentions.conditions import DAYLESS
from rag.mentions.periods import Period
from rag.query.question import Query

_DUE: Final = re.compile(
    r"\b(?:xong|hoan thanh|hoan tat|ket thuc|dut diem|(?:den|toi) ky|cham nhat|muon nhat|han(?! (?:che|han|muc|quoc|nom)\b))\b"
)
"""Folded: then the time is that of the deadline."""
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")


def of_its_year(query: Query, period: Period, library: Library) -> Callable[[Entry], bool]:
    """Whether a row that prints no day is of the year asked for, as "trong năm 2026" means all work of a plan of 2026."""
    year = _whole_year(period)
    if year is None or asks_end(query):
        return lambda _: False
    plans = _plans_of_one_year(library)

    def is_of_it(entry: Entry) -> bool:
        when = entry.when
        if when is not None and when.end is not None and (when.kind not in DAYLESS or when.end.year != year):
            return False
        own = _years_over(entry)
        return str(year) in own if own else plans.get(entry.plan) == year

    return is_of_it


def asks_end(query: Query) -> bool:
    """Whether the time asked for is said to be that by which work is to be over."""
    return _DUE.search(fold(query.typed)) is not None


def _whole_year(period: Period) -> int | None:
    if period.also or period.start is None or period.end is None:
        return None
    year = period.start.year
    return year if (period.start, period.end) == (date(year, 1, 1), date(year, 12, 31)) else None


def _years_over(entry: Entry) -> dict[str, str]:
    """The cells of a target under headers that are years, by year; blank ones left out."""
    if (target := entry.target) is None:
        return {}
    cells = ((target.over, target.value.text), *((header, cell.text) for header, cell in target.other))
    return {found[0]: text for header, text in cells if text and (found := _YEAR.search(header)) is not None}


@once
def _plans_of_one_year(library: Library) -> dict[int, int]:
    """The plans that are of one year, which their date or title tells, and none of whose rows is due later."""
    found = {}
    for number, profile in enumerate(library.profiles):
        titled = set(_YEAR.findall(profile.title))
        years = titled or ({str(profile.year)} if profile.year else set())
        if len(years) == 1:
            found[number] = int(next(iter(years)))
    for entry in library.entries:
        end = entry.when.end if entry.when is not None else None
        if end is not None and end.year > found.get(entry.plan, end.year):
            del found[entry.plan]
    return found
