"""The days on which a reporting duty falls due: a rhythm and a printed deadline laid out over the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from ingest.dues import calendar_day, parse_due
from ingest.plan import Duty
from rag.language.phrases import heard, names
from rag.language.words import find_phrase, sound

_YEARLY: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('báo cáo', 'hàng', 'cả', 'cuối', 'tổng kết', 'tháng và', 'quý và')))}) nam\b"
    r"|\bnam va (?:6 thang|qui)\b"
)
"""The whole year is meant, even beside "6 tháng" and "quý", which alone leave "năm" to name their year."""
QUICK: Final = tuple(map(sound, ("báo cáo nhanh", "báo nhanh")))
_DAY: Final = re.compile(
    r"(?:ngày|trước|vào)\s+(\d{1,2})(?!\s*(?:giờ|h\b))(?:\s*(?:/|-|tháng)\s*(\d{1,2}))?(?:\s*(?:/|-|năm)\s*(20\d\d))?"
)
_ONE_DAY: Final = re.compile(r"20\d\d")
_DATED: Final = re.compile(r"\b(?:tháng|quý) (?=\d|[IVX]+\b)|\bnăm (?=20\d\d)")
"""Before the number of a month or year, which names no rhythm."""
_BEFORE_THAT: Final = re.compile(r"tháng trước")
_MONTHS_OF: Final = {"month": range(1, 13), "quarter": (3, 6, 9, 12), "half": (6, 12), "year": (12,)}
"""The months in which a report without a month of its own falls due."""


def rhythms(words: str) -> set[str]:
    """The rhythms that words name; "6 tháng", "quý … năm 2026" name neither a month nor a year."""
    spoken = f" {sound(words)} "
    found = {name for name in names("rhythm") if any(f" {phrase} " in spoken for phrase in heard(f"rhythm.{name}"))}
    if found & {"half", "quarter"}:
        found -= {"month"} if _YEARLY.search(spoken) else {"month", "year"}
    return found | {"adhoc"} if find_phrase(spoken.strip(), QUICK) else found


def rhythms_of(duty: Duty) -> set[str]:
    """The rhythm of a duty; a quick report on a disaster is no regular one, however often it is due."""
    quick = {"adhoc"} if find_phrase(sound(duty.what), QUICK) else set()
    often = duty.frequency.replace("/", " mỗi ")  # "02 lần/ngày"
    return (rhythms(often) or rhythms(_DATED.sub(" ", duty.due))) | quick


def due_days(duty: Duty, first: date, last: date) -> list[date]:
    """Every day between ``first`` and ``last`` on which the duty falls due, in order; none where no day is printed."""
    told = _DAY.search(duty.due)
    if told is None or _ONE_DAY.search(duty.due):
        single = parse_due(duty.due, first.year)
        days: Iterable[date | None] = [single.end if single and _ONE_DAY.search(duty.due) else None]
    else:
        shift = 1 if _BEFORE_THAT.search(duty.due) else 0
        months = [int(told[2])] if told[2] else _months(rhythms_of(duty), shift)
        years = range(first.year, last.year + 1)
        days = (calendar_day(year, month, int(told[1])) for year in years for month in months)
    return sorted({day for day in days if day is not None and first <= day <= last})


def next_day(duty: Duty, today: date) -> date | None:
    """The next day, from ``today`` on, on which the duty falls due; None where none can be told or all are past."""
    return next(iter(due_days(duty, today, today + timedelta(days=400))), None)


def recurs(duty: Duty) -> bool:
    """Whether the duty comes back: it has a rhythm and its deadline names no year."""
    return bool(rhythms_of(duty) - {"adhoc", "trouble"}) and not _ONE_DAY.search(duty.due)


def _months(found: set[str], shift: int) -> list[int]:
    months = {month for name, of in _MONTHS_OF.items() if name in found for month in of}
    return sorted((month - shift - 1) % 12 + 1 for month in months)
