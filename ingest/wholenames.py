"""Names of offices that a verb or a comma cut short, whole again where the plan names them so elsewhere.

"Cục Nhà giáo và Cán bộ quản lý giáo dục báo cáo …" reads as an office and what it manages; a row that charges that very
office tells how far its name goes. "Ban Nhà trường, Trường nghề" in a row reads as two offices; the heading of what the
plan has that very one do tells that it is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from ingest.plan import Duty, Plan, SectionKind, Target, Task

_PARTED = ";"
_Row = TypeVar("_Row", Task, Target)


def with_joined_offices(plan: Plan) -> Plan:
    """The plan, two offices of a row as one where a heading names them with a comma and no row names either alone.

    Only of a plan whose cells part offices by semicolons: there a comma is of a name.
    """
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    parted = any(_PARTED in cell.text for row in rows if isinstance(row, Task) for cell in (row.lead, row.support))
    units = [side for row in rows for side in (row.leads, row.supports)] if parted else []
    headings = {one.heading for one in plan.sections if one.kind is SectionKind.HEADING}
    pairs = {pair for side in units for pair in pairwise(side) if ", ".join(pair) in headings}
    whole = {pair for pair in pairs if all(set(pair).isdisjoint(side) or pair in pairwise(side) for side in units)}
    if not whole:
        return plan
    tasks, targets = (
        tuple(_joined(row, whole) for row in plan.tasks),
        tuple(_joined(row, whole) for row in plan.targets),
    )
    return replace(plan, tasks=tasks, targets=targets)


def _joined(row: _Row, whole: Collection[tuple[str, str]]) -> _Row:
    return replace(row, leads=_as_one(row.leads, whole), supports=_as_one(row.supports, whole))


def _as_one(units: tuple[str, ...], whole: Collection[tuple[str, str]]) -> tuple[str, ...]:
    found: list[str] = []
    for one in units:
        if found and (found[-1], one) in whole:
            found[-1] = f"{found[-1]}, {one}"
        else:
            found.append(one)
    return tuple(found)


def with_whole_names(plan: Plan) -> tuple[Duty, ...]:
    """The plan's duties, each actor as long as the longest office of a row that goes on from it in a clause of its place."""
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    offices = sorted({unit for row in rows for unit in (*row.leads, *row.supports)}, key=len, reverse=True)
    said: dict[str, str] = defaultdict(str)
    for one in plan.clauses:
        said[one.locator] += f"{one.text}\n"
    return tuple(_whole(duty, offices, said[duty.locator], plan.text) for duty in plan.duties)


def _whole(duty: Duty, offices: Iterable[str], words: str, text: str) -> Duty:
    if not duty.actor or duty.actor not in words:
        return duty
    longer = (one for one in offices if one.startswith(f"{duty.actor} ") and one in words and _ends(one, text))
    return replace(duty, actor=next(longer, duty.actor))


def _ends(office: str, text: str) -> bool:
    """Whether the name ends a cell or a phrase somewhere: what sentences alone say may hold more than a name."""
    return re.search(rf"{re.escape(office)}\s*(?:[.;,|<\t\n]|$)", text) is not None
