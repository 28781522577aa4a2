"""What falls due in a stretch of time: dated tasks and targets, and every date of a recurring report, in day order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from ingest.document import Span
from ingest.plan import Plan
from rag.answer import Item
from rag.corpus.library import Library
from rag.duties.dutylist import REPORT
from rag.mentions.periods import Period
from rag.rows.facts import Facts
from rag.units.brief import Row, View, brief, entry_row, period_of, report_row


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing due on ``day``: a row ("task", "target") or one sending of a report ("report").

    ``first`` and ``last`` are the days that the printed deadline stands for ("Quý II" is 1/4 to 30/6); ``item.due``
    is that deadline as printed. ``recurring`` marks a report that comes back. ``number`` counts what the same place
    has due on the same day, from 0. ``recipient`` and ``frequency`` are a report's, as printed.
    """

    day: date
    kind: str
    item: Item
    spans: tuple[Span, ...]
    first: date
    last: date
    recurring: bool = False
    number: int = 0
    recipient: str = ""
    frequency: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which deadlines are asked for: those of a unit, as its brief has them, and of the plans of some files."""

    unit: str | None = None
    files: AbstractSet[str] | None = None

    def takes(self, row: Row) -> bool:
        """Whether the row's plan is asked for."""
        return self.files is None or row.item.file in self.files


def deadlines(
    library: Library, facts: Facts, since: date, until: date, *, wanted: Wanted = Wanted()
) -> tuple[Deadline, ...]:  # fmt: skip
    """All that is due from ``since`` to ``until``, by day, then as printed.

    Reports begin with the day of their plan: nothing is due before it was ordered.

    Raises: UnknownUnit; WrongUse when ``until`` comes first.
    """
    period = period_of(since, until)
    if wanted.unit is None:
        rows = _all_rows(library, View(since, period))
    else:
        rows = iter(brief(wanted.unit, library, facts, today=since, period=period).rows)
    begins = {plan.file: _begins(plan) for plan in library.plans}
    order = {plan.file: number for number, plan in enumerate(library.plans)}
    found = [each for row in rows if wanted.takes(row) for each in _of_row(row, period, begins[row.item.file])]
    return tuple(_numbered(sorted(found, key=lambda one: (one.day, order[one.item.file], one.spans))))


def _all_rows(library: Library, view: View) -> Iterator[Row]:
    for entry in library.entries:
        if entry.kind != "clause":
            yield entry_row(library.plans[entry.plan], entry, view, role="")
    for plan in library.plans:
        yield from (report_row(plan, duty, view, via="") for duty in plan.duties)


def _of_row(row: Row, period: Period, begins: date) -> Iterator[Deadline]:
    for day in row.days:
        if not period.holds(day) or (row.kind == REPORT and row.recurring and day < begins):
            continue
        spread = row.kind != REPORT and row.first is not None and day == row.last
        yield Deadline(
            day=day,
            kind=row.kind,
            item=replace(row.item, due=row.printed),
            spans=row.spans,
            first=row.first if spread and row.first else day,
            last=day,
            recurring=row.recurring,
            recipient=row.recipient,
            frequency=row.frequency,
        )


def _begins(plan: Plan) -> date:
    header = plan.header
    return header.date or (date(header.year, 1, 1) if header.year else date.min)


def _numbered(found: Iterable[Deadline]) -> Iterator[Deadline]:
    """Those with the same place and day told apart by number."""
    seen: Counter[tuple[str, str, str, date]] = Counter()
    for one in found:
        place = (one.item.file, one.kind, one.item.locator, one.day)
        yield replace(one, number=seen[place])
        seen[place] += 1
