"""The records of a unit's brief and of deadlines, as ``--json`` prints them and the HTTP API returns them."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from api.ics import uid
from api.records import iso_day
from ingest.document import Span
from rag.listing.deadlines import Deadline
from rag.units.brief import Brief, Row
from rag.units.unitlist import UnitSummary
from rag.units.unitname import UnitName
from web.duetitles import title


class UnitRecord(TypedDict):
    """One office under all its printed names; ``collective`` marks a name that stands for many offices."""

    key: str
    name: str
    others: list[str]
    collective: bool


class UnitSummaryRecord(UnitRecord):
    """The same with how many rows it leads and supports, and how many reporting duties name it."""

    leads: int
    supports: int
    reports: int


class HomeRecord(TypedDict):
    """One of several offices that bear one name: who issued the plans that mean it, and their files."""

    issuers: list[str]
    files: list[str]


class RowRecord(TypedDict):
    """One row of a brief; cells as printed, days as ISO dates.

    ``kind`` is task, target, report or prose; ``state`` overdue, due_soon, in_period, outside or no_deadline.
    ``spans`` are offsets into the plan's text.
    """

    kind: str
    file: str
    plan: str
    locator: str
    name: str
    lead: str
    support: str
    result: str
    due: str
    value: str
    measure: str
    note: str
    role: str
    via: str
    corrected: list[str]
    due_from: str | None
    due_to: str | None
    days: list[str]
    recurring: bool
    state: str
    in_period: bool
    spans: list[tuple[int, int]]


# The functional form because "from" is a keyword.
BriefRecord = TypedDict(
    "BriefRecord",
    {
        "unit": UnitRecord,
        "today": str,
        "from": str | None,
        "to": str | None,
        "leads": list[RowRecord],
        "supports": list[RowRecord],
        "targets": list[RowRecord],
        "reports": list[RowRecord],
        "prose": list[RowRecord],
        "shared": list[RowRecord],
        "left_out": int,
        "homes": list[HomeRecord],
    },
)


class DeadlineRecord(TypedDict):
    """One thing due on ``day``; ``uid`` names it in calendars and stays the same as long as the plan prints it there."""

    day: str
    kind: str
    title: str
    recurring: bool
    due_from: str
    due_to: str
    due: str
    file: str
    plan: str
    locator: str
    name: str
    lead: str
    support: str
    result: str
    value: str
    role: str
    via: str
    corrected: list[str]
    spans: list[tuple[int, int]]
    uid: str


def unit_record(unit: UnitName) -> UnitRecord:
    """One office under its names."""
    return UnitRecord(key=unit.key, name=unit.name, others=list(unit.others), collective=unit.collective)


def unit_summary_record(one: UnitSummary) -> UnitSummaryRecord:
    """One office with its counts."""
    named = unit_record(one.unit)
    return UnitSummaryRecord(
        key=named["key"],
        name=named["name"],
        others=named["others"],
        collective=named["collective"],
        leads=one.leads,
        supports=one.supports,
        reports=one.reports,
    )


def brief_record(one: Brief) -> BriefRecord:
    """All that a unit has to do."""
    return {
        "unit": unit_record(one.unit),
        "today": one.today.isoformat(),
        "from": iso_day(one.since),
        "to": iso_day(one.until),
        "leads": _rows(one.leads),
        "supports": _rows(one.supports),
        "targets": _rows(one.targets),
        "reports": _rows(one.reports),
        "prose": _rows(one.prose),
        "shared": _rows(one.shared),
        "left_out": one.left_out,
        "homes": [HomeRecord(issuers=list(home.issuers), files=list(home.files)) for home in one.homes],
    }


def deadline_record(one: Deadline) -> DeadlineRecord:
    """One thing that falls due."""
    item = one.item
    return DeadlineRecord(
        day=one.day.isoformat(),
        kind=one.kind,
        title=title(one),
        recurring=one.recurring,
        due_from=one.first.isoformat(),
        due_to=one.last.isoformat(),
        due=item.due,
        file=item.file,
        plan=item.plan,
        locator=item.locator,
        name=item.name,
        lead=item.lead,
        support=item.support,
        result=item.result,
        value=item.value,
        role=item.role,
        via=item.via,
        corrected=list(item.corrected),
        spans=spans_record(one.spans),
        uid=uid(one),
    )


def spans_record(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Offsets in the order of the text."""
    return [(span.start, span.end) for span in sorted(spans)]


def _rows(rows: Sequence[Row]) -> list[RowRecord]:
    return [_row(row) for row in rows]


def _row(row: Row) -> RowRecord:
    item = row.item
    return RowRecord(
        kind=row.kind,
        file=item.file,
        plan=item.plan,
        locator=item.locator,
        name=item.name,
        lead=item.lead,
        support=item.support,
        result=item.result,
        due=item.due,
        value=item.value,
        measure=row.measure,
        note=row.note,
        role=item.role,
        via=item.via,
        corrected=list(item.corrected),
        due_from=iso_day(row.first),
        due_to=iso_day(row.last),
        days=[day.isoformat() for day in row.days],
        recurring=row.recurring,
        state=row.state.value,
        in_period=row.in_period,
        spans=spans_record(row.spans),
    )
