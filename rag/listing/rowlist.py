"""The rows and reporting duties of all plans, chosen by where they stand, whose they are and when they are due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ingest.errors import WrongUse
from ingest.folding import fold
from ingest.plan import Duty, Plan, Target, Task
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.duties.dutylist import duties_of
from rag.duties.recurrence import due_days
from rag.mentions.conditions import due_in
from rag.mentions.periods import Period
from rag.rows.facts import Facts
from rag.units.brief import YEARS, period_of
from rag.units.unitname import find_unit
from rag.wording import ROLE_OF_WHOM


@dataclass(frozen=True, slots=True)
class Choice:
    """Conditions on rows; None is none. ``annex`` and ``group`` are as locators write them, ``role`` is the unit's."""

    file: str | None = None
    unit: str | None = None
    role: str | None = None
    annex: str | None = None
    group: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def period(self) -> Period | None:
        """The stretch in which rows are due; None for any. Raises: WrongUse."""
        period = period_of(self.since, self.until)
        return None if period.start is None and period.end is None else period


@dataclass(frozen=True, slots=True)
class ListedTask:
    """A task with its plan; ``role`` is that of the unit chosen by, "" where none was."""

    plan: Plan
    task: Task
    role: str = ""


@dataclass(frozen=True, slots=True)
class ListedTarget:
    """The same of a target."""

    plan: Plan
    target: Target
    role: str = ""


@dataclass(frozen=True, slots=True)
class ListedDuty:
    """A reporting duty with its plan; ``via`` is the collective name by which it reaches the unit chosen by."""

    plan: Plan
    duty: Duty
    via: str = ""


def listed_tasks(choice: Choice, library: Library, facts: Facts) -> tuple[ListedTask, ...]:
    """The tasks that meet every condition, in document order.

    Raises: UnknownUnit; WrongUse for a role of nobody or a period that ends before it begins.
    """
    found = _chosen(choice, library, facts)
    return tuple(ListedTask(library.plans[e.plan], e.row, role) for e, role in found if isinstance(e.row, Task))


def listed_targets(choice: Choice, library: Library, facts: Facts) -> tuple[ListedTarget, ...]:
    """The same of targets."""
    found = _chosen(choice, library, facts)
    return tuple(ListedTarget(library.plans[e.plan], e.row, role) for e, role in found if isinstance(e.row, Target))


def listed_duties(choice: Choice, library: Library, facts: Facts) -> tuple[ListedDuty, ...]:
    """The reporting duties that meet the conditions on plan, unit and time, in document order.

    Raises: the same.
    """
    period = choice.period
    if choice.unit is None:
        found = [(plan, duty, "") for plan in library.plans for duty in plan.duties]
    else:
        meant = find_unit(choice.unit, library, facts)
        found = list(duties_of(meant.query, library, (meant.actor,)))
    return tuple(
        ListedDuty(plan, duty, via)
        for plan, duty, via in found
        if choice.file in (None, plan.file) and (period is None or _falls_in(duty, period))
    )


def _chosen(choice: Choice, library: Library, facts: Facts) -> Iterator[tuple[Entry, str]]:
    if choice.role is not None and choice.unit is None:
        raise WrongUse(ROLE_OF_WHOM)
    period, roles = choice.period, _roles(choice.unit, library, facts)
    for entry in library.entries:
        role = "" if roles is None else roles.get(entry.order)
        if role is None or choice.role not in (None, role) or not _stands(entry, choice, library):
            continue
        if period is None or due_in(entry, period):
            yield entry, role


def _roles(unit: str | None, library: Library, facts: Facts) -> Mapping[int, str] | None:
    """The role of the unit in each row that names it; None without a unit."""
    if unit is None:
        return None
    selection = facts.select(find_unit(unit, library, facts).query)
    return {entry.order: role for entry, role in zip(selection.rows, selection.roles, strict=True)}


def _stands(entry: Entry, choice: Choice, library: Library) -> bool:
    """Whether the row stands in the plan, annex and group chosen."""
    asked = ((choice.annex, entry.annex), (choice.group, entry.group))
    named = all(wanted is None or fold(wanted) == fold(printed or "") for wanted, printed in asked)
    return named and choice.file in (None, library.plans[entry.plan].file)


def _falls_in(duty: Duty, period: Period) -> bool:
    """Whether a report is due in the stretch; an open end is laid out for about a year."""
    start = period.start or ((period.end or date.max) - YEARS)
    return bool(due_days(duty, start, period.end or start + YEARS))
