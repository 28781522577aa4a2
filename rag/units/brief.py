"""A unit's brief: all that the plans give it to do, by what it is to do, with what is due when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from ingest.document import Span
from ingest.errors import WrongUse
from ingest.plan import Duty, Plan
from rag.answer import Item
from rag.citations import item
from rag.corpus.collectives import any_takes_in
from rag.corpus.entries import Entry
from rag.corpus.homes import Home, homes
from rag.corpus.library import Library
from rag.duties.dutylist import REPORT, duties_of, duty_item
from rag.duties.recurrence import due_days, next_day, recurs
from rag.mentions.conditions import DAYLESS, due_dates, due_in, is_over
from rag.mentions.periods import Period
from rag.reading.assigned import PROSE, clauses_of, prose_item
from rag.rows.facts import Facts
from rag.units.unitname import Meant, UnitName, find_unit, unknown
from rag.wording import BAD_PERIOD

SOON: Final = 14
"""Days from today on in which a deadline is soon."""
YEARS: Final = timedelta(days=400)
"""How far ahead the days of a recurring report are laid out when no end is given."""


class State(StrEnum):
    """How a row's deadline stands to today and to the period: the first that fits."""

    OVERDUE = "overdue"
    SOON = "due_soon"
    IN_PERIOD = "in_period"
    OUTSIDE = "outside"
    UNDATED = "no_deadline"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a brief. ``item`` holds its cells as printed and what the unit is in it.

    ``kind`` is "task", "target", "report" or "prose". ``first`` and ``last`` are the days that its deadline stands
    for; of a report that comes back, the next one. ``days`` are those in the period by which it is due, in order, of a
    ``recurring`` report with an open end those of about a year. ``printed`` is the deadline in the plan's own words.
    ``spans`` point into the plan's text. ``recipient`` and ``frequency`` are a report's, as printed.
    """

    kind: str
    item: Item
    state: State
    in_period: bool
    spans: tuple[Span, ...]
    first: date | None = None
    last: date | None = None
    days: tuple[date, ...] = ()
    printed: str = ""
    recurring: bool = False
    note: str = ""
    measure: str = ""
    recipient: str = ""
    frequency: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a unit has to do. In each part the nearest deadline stands first, rows without one last, in document order.

    With a period, rows due outside it that are not overdue are left out and counted in ``left_out``. ``shared`` is
    what reaches the unit only by a collective name ("Các sở, ban, ngành"), which each row's ``item.via`` tells.
    ``following`` is the first row due after the period, where nothing that names the unit is due in it. ``homes`` are the several offices that the plans mean by this name, none where it may be one.
    """

    unit: UnitName
    today: date
    since: date | None
    until: date | None
    leads: tuple[Row, ...] = ()
    supports: tuple[Row, ...] = ()
    targets: tuple[Row, ...] = ()
    reports: tuple[Row, ...] = ()
    prose: tuple[Row, ...] = ()
    shared: tuple[Row, ...] = ()
    left_out: int = 0
    homes: tuple[Home, ...] = ()
    following: Row | None = None

    @property
    def own(self) -> tuple[Row, ...]:
        """Every row that names the unit itself, part by part."""
        return (*self.leads, *self.supports, *self.targets, *self.reports, *self.prose)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, part by part."""
        return (*self.own, *self.shared)


@dataclass(frozen=True, slots=True)
class View:
    """The day and the stretch that deadlines are seen from."""

    today: date
    period: Period

    @property
    def whole(self) -> bool:
        """Whether no stretch was named."""
        return self.period.start is None and self.period.end is None

    def state_of(self, last: date | None, *, over: bool, within: bool) -> State:
        """How a deadline stands; ``over`` and ``within`` say whether it has passed and whether it lies in the stretch."""
        if last is None:
            return State.UNDATED
        if over:
            return State.OVERDUE
        if last <= self.today + timedelta(days=SOON):
            return State.SOON
        return State.IN_PERIOD if within else State.OUTSIDE

    def keeps(self, row: Row) -> bool:
        """Whether a brief of the stretch shows the row: due in it, overdue, or without a deadline."""
        return self.whole or row.in_period or row.state in (State.OVERDUE, State.UNDATED)


def period_of(since: date | None, until: date | None) -> Period:
    """The stretch between two days, each of which may be open. Raises: WrongUse when the last comes first."""
    if since is not None and until is not None and until < since:
        raise WrongUse(BAD_PERIOD.format(since=f"{since:%d/%m/%Y}", until=f"{until:%d/%m/%Y}"))
    return Period(since, until, "")


def brief(
    name: str,
    library: Library,
    facts: Facts,
    *,
    today: date,
    period: Period,
    files: Collection[str] | None = None,
) -> Brief:
    """All that the plans give the unit of that name to do; with ``files`` the plans of these alone.

    Deadlines come first because a brief is read to see what presses; a plan's own order is one click away.

    Raises: UnknownUnit, when no row, report or clause speaks of such a unit.
    """
    meant = find_unit(name, library, facts)
    meant = replace(meant, query=replace(meant.query, today=today))
    view = View(today, period)
    named, shared = _rows(meant, library, facts, view), [*_collective(meant, library, facts, view)]
    reports = [*_reports(meant, library, view)]
    prose = [*_prose(meant, library)]
    parts = {
        "leads": [one for one in named if one.kind == "task" and one.item.role == "lead"],
        "supports": [one for one in named if one.kind == "task" and one.item.role != "lead"],
        "targets": [one for one in named if one.kind == "target"],
        "reports": [one for one in reports if not one.item.via],
        "prose": prose,
        "shared": [*shared, *(one for one in reports if one.item.via)],
    }
    if not any(parts.values()):
        raise unknown(name, library)
    found = _homes(meant, library, (row for part, rows in parts.items() if part != "shared" for row in rows))
    if files is not None:
        parts = {part: [row for row in rows if row.item.file in files] for part, rows in parts.items()}
    kept = {part: _in_order(row for row in rows if view.keeps(row)) for part, rows in parts.items()}
    left_out = sum(map(len, parts.values())) - sum(map(len, kept.values()))
    whole = Brief(
        meant.unit,
        today,
        period.start,
        period.end,
        leads=kept["leads"],
        supports=kept["supports"],
        targets=kept["targets"],
        reports=kept["reports"],
        prose=kept["prose"],
        shared=kept["shared"],
        left_out=left_out,
        homes=found,
    )
    if any(row.in_period for row in whole.own):
        return whole
    naming = (row for part, rows in parts.items() if part != "shared" for row in rows)
    return replace(whole, following=_following(naming, max(period.end or today, today)))


def _following(rows: Iterable[Row], after: date) -> Row | None:
    """The row due first after that day."""
    return min((row for row in rows if row.last and row.last > after), key=lambda row: row.last or after, default=None)


def _homes(meant: Meant, library: Library, rows: Iterable[Row]) -> tuple[Home, ...]:
    """The offices that the plans which name the unit mean; a name for many offices is asked of none."""
    if meant.unit.collective:
        return ()
    naming = {row.item.file for row in rows}
    return homes(meant.actor.key, library, library.numbers(naming))


def _in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The nearest deadline first, those without one last; of equal ones the first printed."""
    return tuple(sorted(rows, key=lambda row: row.last or date.max))


def _rows(meant: Meant, library: Library, facts: Facts, view: View) -> list[Row]:
    selection = facts.select(meant.query)
    pairs = zip(selection.rows, selection.roles, strict=True)
    return [entry_row(library.plans[entry.plan], entry, view, role=role) for entry, role in pairs]


def _collective(meant: Meant, library: Library, facts: Facts, view: View) -> Iterator[Row]:
    selection = facts.reaching(meant.query, meant.actor)
    for entry, role in zip(selection.rows, selection.roles, strict=True):
        via = any_takes_in(entry.leads if role == "lead" else entry.supports, meant.actor.key)
        row = entry_row(library.plans[entry.plan], entry, view, role=role)
        yield replace(row, item=replace(row.item, via=via))


def entry_row(plan: Plan, entry: Entry, view: View, *, role: str) -> Row:
    """A task or target as a row."""
    when = entry.when
    dated = when is not None and when.kind not in DAYLESS
    last = when.end if when and dated else None
    within = due_in(entry, view.period)
    return Row(
        kind=entry.kind,
        item=item(plan, entry, role),
        state=view.state_of(last, over=is_over(entry, view.today), within=within),
        in_period=within,
        spans=entry.spans,
        first=when.start if when and dated else None,
        last=last,
        days=tuple(day for day in due_dates(entry) if view.period.holds(day)),
        printed=entry.field("due").text,
        note=entry.field("note").text,
        measure=entry.field("unit").text if entry.kind == "target" else "",
    )


def _reports(meant: Meant, library: Library, view: View) -> Iterator[Row]:
    for plan, duty, via in duties_of(meant.query, library, (meant.actor,)):
        yield report_row(plan, duty, view, via=via)


def report_row(plan: Plan, duty: Duty, view: View, *, via: str) -> Row:
    """A reporting duty as a row: its days in the period, and the next one from today on as its deadline."""
    start = view.period.start or view.today
    days = tuple(due_days(duty, start, view.period.end or start + YEARS))
    last = next_day(duty, view.today) or _only_day(duty)
    over = last is not None and last < view.today
    return Row(
        kind=REPORT,
        item=duty_item(plan, duty, view.today, via),
        state=view.state_of(last, over=over, within=bool(days)),
        in_period=bool(days),
        spans=(duty.span,),
        last=last,
        days=days,
        printed=duty.due or duty.frequency,
        recurring=recurs(duty),
        recipient=duty.recipient,
        frequency=duty.frequency,
    )


def _only_day(duty: Duty) -> date | None:
    """The day of a report that is sent once."""
    return duty.when.end if duty.when is not None and not recurs(duty) else None


def _prose(meant: Meant, library: Library) -> Iterator[Row]:
    for plan, clause in clauses_of(meant.query, library, meant.actor):
        yield Row(PROSE, prose_item(plan, clause), State.UNDATED, in_period=False, spans=(clause.span,))
