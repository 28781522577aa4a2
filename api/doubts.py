"""What looks wrong in a value that a clerk types over a cell: asked about once, never refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from ingest.correcting import cell
from ingest.corrections import places_of
from ingest.dues import parse_due
from ingest.folding import fold
from ingest.plan import DueKind, Plan
from ingest.units import split_roles, unit_key
from web import wording_fixing as words

_FIGURE: Final = re.compile(r"\d")
_NEVER_BLANK: Final = frozenset({"name", "lead", "due", "value", "title", "number", "issuer"})
_BEFORE, _AFTER = 1, 10
"""Years around its own in which a plan gives deadlines."""
_ALIKE: Final = 0.75


def doubts(plan: Plan, place: str, typed: Mapping[str, str]) -> dict[str, str]:
    """By field what looks wrong in the ``typed`` values, in Vietnamese; what looks right is not in it."""
    found: dict[str, str] = {}
    for field, value in typed.items():
        told = _doubt(plan, place, field, value)
        if told:
            found[field] = told
    return found


def _doubt(plan: Plan, place: str, field: str, value: str) -> str:
    printed = cell(plan, place, field) or ""
    if not value:
        return words.EMPTIED if printed and field in _NEVER_BLANK else ""
    if field == "due":
        return _due_doubt(value, plan.header.year)
    if field in {"lead", "support"}:
        return " ".join(_unit_doubts(plan, place, value))
    if field in {"value", "number"} and not _FIGURE.search(value) and (field == "number" or _FIGURE.search(printed)):
        return words.NO_FIGURE
    return ""


def _due_doubt(value: str, year: int | None) -> str:
    due = parse_due(value, year)
    if due is None or due.kind is DueKind.OTHER:
        return words.NO_DAY
    if due.start and due.end and due.end < due.start:
        return words.BACKWARD
    days = [day for day in (due.start, due.end) if day]
    far = [day for day in days if year and not year - _BEFORE <= day.year <= year + _AFTER]
    return words.FAR_DAY.format(year=far[0].year, plan=year) if far else ""


def _unit_doubts(plan: Plan, place: str, value: str) -> Iterator[str]:
    """The units that no other row of the plan names; nothing of a plan whose rows name none."""
    known = {
        unit_key(unit): unit
        for where, row in places_of(plan).items()
        if where != place
        for unit in (*row.leads, *row.supports)
    }
    split = split_roles(value)
    for unit in (*split.leads, *split.supports) if known else ():
        if unit_key(unit) not in known:
            near = get_close_matches(fold(unit), {fold(name): name for name in known.values()}, 1, _ALIKE)
            names = {fold(name): name for name in known.values()}
            told = words.NEAR_UNIT.format(near=names[near[0]]) if near else ""
            yield words.UNKNOWN_UNIT.format(unit=unit, near=told)
