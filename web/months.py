"""Deadlines laid out by month: a grid of days, or a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from rag.listing.deadlines import Deadline
from rag.wording import shorten
from web import wording_work as words
from web.duetitles import title
from web.links import page_href, place_href
from web.stretches import month_after, month_before, month_end
from web.tables import cell_text
from web.views import day_text

FEED = "/api/v1/deadlines.ics"
MOST_IN_CELL = 3
LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class Choice:
    """What the page of the calendar is asked for; blank means all."""

    month: date
    unit: str = ""
    file: str = ""
    as_list: bool = False

    def href(self, month: date | None = None, *, as_list: bool | None = None) -> str:
        """The same page of another month or in the other form."""
        listed = self.as_list if as_list is None else as_list
        return page_href(
            "/calendar",
            month=f"{month or self.month:%Y-%m}",
            unit=self.unit,
            file=self.file,
            view="list" if listed else "",
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing due: its sort, its title, whole and short, all that its place says, who does it, where it is printed."""

    kind: str
    kind_name: str
    title: str
    name: str
    short: str
    lead: str
    printed: str
    plan: str
    locator: str
    href: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day with what is due; ``more`` counts what a cell of the grid leaves to the list."""

    day: date
    name: str
    weekday: str
    entries: tuple[Entry, ...]
    inside: bool
    today: bool
    shown: tuple[Entry, ...]
    more: int
    list_href: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """The page: title, days (whole weeks for the grid, days with entries for the list), links to other months."""

    choice: Choice
    title: str
    days: tuple[Day, ...]
    count: int
    before: str
    before_name: str
    after: str
    after_name: str
    present: str
    grid: str
    list: str
    ics: str


def month_view(found: Sequence[Deadline], choice: Choice, today: date) -> MonthView:
    """The month of ``choice`` with all that is due in it."""
    by_day = {day: tuple(map(_entry, group)) for day, group in groupby(found, key=lambda one: one.day)}
    before, after = month_before(choice.month), month_after(choice.month)
    shown = sorted(by_day) if choice.as_list else list(_weeks(choice.month))
    return MonthView(
        choice=choice,
        title=words.MONTH.format(month=choice.month.month, year=choice.month.year),
        days=tuple(_day(day, by_day.get(day, ()), choice, today) for day in shown),
        count=len(found),
        before=choice.href(before),
        before_name=words.MONTH_SHORT.format(month=before.month),
        after=choice.href(after),
        after_name=words.MONTH_SHORT.format(month=after.month),
        present=choice.href(today.replace(day=1)),
        grid=choice.href(as_list=False),
        list=choice.href(as_list=True),
        ics=page_href(FEED, unit=choice.unit, file=choice.file),
    )


def _weeks(month: date) -> Iterable[date]:
    """Every day from the Monday before the first to the Sunday after the last."""
    first, last = month.replace(day=1), month_end(month)
    start = first - timedelta(days=first.weekday())
    end = last + timedelta(days=6 - last.weekday())
    return (start + timedelta(days=number) for number in range((end - start).days + 1))


def _day(day: date, entries: tuple[Entry, ...], choice: Choice, today: date) -> Day:
    whole = len(entries) if len(entries) <= MOST_IN_CELL + 1 else MOST_IN_CELL
    return Day(
        day=day,
        name=day_text(day),
        weekday=words.WEEKDAYS[day.weekday()],
        entries=entries,
        inside=(day.year, day.month) == (choice.month.year, choice.month.month),
        today=day == today,
        shown=entries[:whole],
        more=len(entries) - whole,
        list_href=f"{choice.href(as_list=True)}#d{day.isoformat()}",
    )


def _entry(one: Deadline) -> Entry:
    return Entry(
        kind=one.kind,
        kind_name=words.KINDS[one.kind],
        title=title(one),
        name=one.item.name,
        short=shorten(title(one), LONGEST_NAME),
        lead=cell_text(one.item, "lead"),
        printed=cell_text(one.item, "due"),
        plan=one.item.plan,
        locator=one.item.locator,
        href=place_href(one.item.file, one.item.locator),
    )
