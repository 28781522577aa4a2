"""Corrections laid over a plan: where each belongs now, and what follows from the corrected cells.

A file that is read again is corrected again where its cell still prints the same; where the source itself has
changed, the correction stands aside and a finding says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Final, TypeVar

from ingest.corrected_head import head_corrected, head_value
from ingest.corrections import (
    FIRST,
    HEAD_FIELDS,
    HEAD_PLACES,
    Correction,
    Laid,
    Standing,
    as_printed,
    fields_of,
    places_of,
)
from ingest.findings import review
from ingest.folding import fold
from ingest.markup import collapse
from ingest.plan import Finding, Header, Plan, Severity, Target, Task
from ingest.rows import reread

_ALIKE: Final = 0.6
"""How alike the names of two rows under one locator must be for them to be the same row."""
_DOUBTS: Final = frozenset({"ocr-doubtful", "numbers-missing"})
"""Findings about the words of a cell, which are over once a clerk has written them."""
_Row = TypeVar("_Row", Task, Target)


def corrected(plan: Plan, corrections: Sequence[Correction]) -> tuple[Plan, tuple[Laid, ...]]:
    """The plan with what still fits it laid over; units and days of the cells are read as at ingest.

    Findings about the old cells are gone, and one for each correction has come.
    """
    if not corrections:
        return plan, ()
    laid = tuple(_laid(plan, one) for one in corrections)
    applied = [one for one in laid if one.standing is Standing.APPLIED]
    header = head_corrected(plan.header, {one.correction.field: one.correction.new for one in applied if not one.row})
    changed = replace(
        plan,
        header=header,
        tasks=tuple(_row(row, applied, header, plan.header) for row in plan.tasks),
        targets=tuple(_row(row, applied, header, plan.header) for row in plan.targets),
    )
    return replace(changed, findings=(*_still(plan, changed, applied), *map(_finding, laid))), laid


def cell(plan: Plan, locator: str, field: str) -> str | None:
    """What the plan prints in a cell or a field of its head; None where there is no such place or field."""
    if locator in HEAD_PLACES:
        return head_value(plan.header, field) if field in HEAD_FIELDS else None
    row = row_at(plan, locator)
    return None if row is None or field not in fields_of(row) else as_printed(getattr(row, field))


def row_at(plan: Plan, locator: str) -> Task | Target | None:
    """The row that a place names."""
    return places_of(plan).get(locator)


def _laid(plan: Plan, one: Correction) -> Laid:
    row = None if one.locator in HEAD_PLACES else _row_of(plan, one)
    if row is not None:
        printed = as_printed(getattr(row, one.field)) if one.field in fields_of(row) else None
    else:
        printed = cell(plan, one.locator, one.field) if one.locator in HEAD_PLACES else None
    if printed is None:
        return Laid(one, Standing.ASIDE, row)
    standing = Standing.SETTLED if printed == one.new else Standing.ASIDE
    return Laid(one, Standing.APPLIED if printed == one.old else standing, row, printed)


def _row_of(plan: Plan, one: Correction) -> Task | Target | None:
    """The row that a correction was made for: the one of its name, or that under its place while it is like it."""
    places, name = places_of(plan), fold(one.name)
    here = _at(places, one.locator)
    if here is not None and fold(here.name.text) == name:
        return here
    moved = [row for row in places.values() if fold(row.name.text) == name]
    if len(moved) == 1:
        return moved[0]
    return here if here is not None and _alike(fold(here.name.text), name) else None


def _at(places: Mapping[str, Task | Target], locator: str) -> Task | Target | None:
    """The row under a place, also where it got a twin since, or lost it."""
    names = (locator, f"{locator}{FIRST}", locator.removesuffix(FIRST))
    return next((places[name] for name in names if name in places), None)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _row(row: _Row, applied: Sequence[Laid], header: Header, before: Header) -> _Row:
    """The row with its corrections; its units and days are read anew where their cells or the plan's year changed."""
    new: dict[str, Any] = {
        one.correction.field: replace(
            getattr(row, one.correction.field), text=collapse(one.correction.new), printed=one.correction.old
        )
        for one in applied
        if one.row is row
    }
    names = {*new, "due"} if header.year != before.year else set(new)
    return reread(replace(row, **new), names, header.year) if names else row


def _still(before: Plan, after: Plan, applied: Sequence[Laid]) -> tuple[Finding, ...]:
    """The findings that hold of the corrected plan."""
    told = set(review(before))
    kept = [one for one in before.findings if one not in told]
    for laid in applied:
        kept = [_without(one, laid) for one in kept]
    return (*(one for one in kept if one.rule not in _DOUBTS or one.values), *review(after))


def _without(finding: Finding, laid: Laid) -> Finding:
    if finding.rule not in _DOUBTS or laid.locator not in finding.locators:
        return finding
    one = laid.correction
    return replace(
        finding, values=tuple(value for value in finding.values if value != one.old and value not in one.new)
    )


def _finding(laid: Laid) -> Finding:
    one, where = laid.correction, (laid.locator,)
    values = (one.old, one.new)
    if laid.standing is Standing.APPLIED:
        message = f"Đã sửa “{one.old}” thành “{one.new}”." if one.old else f"Đã điền “{one.new}” vào ô để trống."
        return Finding("corrected", Severity.INFO, where, message, values)
    if laid.standing is Standing.SETTLED:
        message = f"Văn bản nay đã ghi “{one.new}” như chỗ sửa."
        return Finding("correction-settled", Severity.INFO, where, message, values)
    now = "dòng này không còn" if laid.printed is None else f"văn bản nay ghi “{laid.printed}”"
    message = f"Chỗ sửa “{one.old}” thành “{one.new}” được để riêng: {now}; cần xem lại."
    return Finding("correction-aside", Severity.WARNING, where, message, values)
