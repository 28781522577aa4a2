"""Stretches of time that a page offers, by name: a link that says "this week" means the week in which it is opened."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ingest.errors import WrongUse
from web import wording_work as words
from web.views import day_text

DEFAULT = "year"
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period by its name, with the inclusive days it means today; None is open."""

    key: str
    since: date | None = None
    until: date | None = None

    @property
    def name(self) -> str:
        """How a person calls it."""
        return words.PERIODS[self.key]

    @property
    def days(self) -> str:
        """Its days in words; "" when it is all time."""
        first, last = (day_text(day) if day else "" for day in (self.since, self.until))
        both = words.DAYS_BOTH if first and last else words.DAYS_FROM if first else words.DAYS_TO
        return both.format(first=first, last=last) if first or last else ""

    @property
    def relative(self) -> bool:
        """Whether it means other days on another day."""
        return self.key not in ("all", "custom")


def stretch(key: str, today: date, *, since: date | None = None, until: date | None = None) -> Stretch:
    """The stretch of that name as of ``today``; ``since`` and ``until`` count for a custom one only.

    Raises: WrongUse, for a name that is not offered.
    """
    if key == "custom":
        return Stretch(key, since, until)
    if key not in words.PERIODS:
        raise WrongUse(words.NO_PERIOD)
    return Stretch(key, *_days(key, today))


def _days(key: str, today: date) -> tuple[date | None, date | None]:
    monday = today - timedelta(days=today.weekday())
    if key in ("week", "next_week"):
        first = monday if key == "week" else monday + timedelta(days=7)
        return first, first + timedelta(days=6)
    if key in ("month", "next_month"):
        first = today.replace(day=1) if key == "month" else month_after(today)
        return first, month_end(first)
    if key == "quarter":
        first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
        return first, month_end(first.replace(month=first.month + 2))
    return (today, date(today.year, 12, 31)) if key == "year" else (None, None)


def typed_day(text: str) -> date:
    """A day as people type it (1/6/2026) or as programs write it (2026-06-01). Raises: ValueError."""
    written = _DAY_FIRST.fullmatch(text.strip())
    if written is None:
        return date.fromisoformat(text.strip())
    day, month, year = map(int, written.groups())
    return date(year, month, day)


def month_end(day: date) -> date:
    """The last day of the month that ``day`` lies in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def month_after(day: date) -> date:
    """The first day of the next month."""
    return month_end(day) + timedelta(days=1)


def month_before(day: date) -> date:
    """The first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)
