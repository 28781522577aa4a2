"""Cells corrected by people who type what they mean: the file, the place, the field in Vietnamese or in short."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from textwrap import shorten
from typing import Final
from unicodedata import normalize

from api import wording, wording_library
from api.doubts import doubts
from api.service import VIETNAM
from index.catalogue.corrections import Kept
from index.store import Store
from ingest.corrected_head import typed_day
from ingest.correcting import cell, corrected, row_at
from ingest.corrections import HEAD_FIELDS, HEAD_PLACES, Correction, fields_of, places_of, twins_at
from ingest.errors import WrongUse
from ingest.folding import fold
from ingest.markup import collapse
from ingest.plan import Plan

_NEAR: Final = 3
_NAMED: Final = 60
"""Characters of a row's name that tell it from its twin."""
HEAD: Final = "Tiêu đề"
"""The place that stands for the whole head."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as somebody named it."""

    file: str
    locator: str
    field: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction as it is listed; ``standing`` is a key of ``wording_library.STANDINGS``.

    ``place`` is where its row stands now, else where it was made.
    """

    file: str
    correction: Correction
    standing: str
    undone: str | None = None
    place: str = ""


def now() -> str:
    """The moment a correction is made at, ISO 8601 to the minute, where plans are carried out."""
    return datetime.now(VIETNAM).strftime("%Y-%m-%d %H:%M")


def fix(store: Store, named: Cell, value: str, *, by: str, at: str) -> Correction:
    """Correct a cell of a plan in the library; what was in force for it before ends.

    Raises: WrongUse for a plan, place or field that is not there, a value that the source prints already, or no day.
    """
    plan = _plan(store, named.file)
    where = place_of(plan, named.locator)
    field = _field(plan, where, named.field)
    old, new = cell(plan, where, field) or "", collapse(normalize("NFC", value))
    told = {"locator": where, "field": wording_library.FIELD_NAMES[field]}
    if new == old:
        raise WrongUse(wording_library.SAME_VALUE.format(**told))
    if field == "date" and new and typed_day(new) is None:
        raise WrongUse(wording_library.BAD_DAY.format(text=new))
    row = row_at(plan, where)
    one = Correction(where, field, old, new, name=row.name.text if row else "", by=by, at=at)
    with store.catalogue.writing():
        for held in fixes(store, plan.file):  # of the same row under the place that it had before
            if held.undone is None and held.place == where and held.correction.field == field:
                store.catalogue.corrections.undo(plan.file, held.correction.locator, field, at=at)
        store.catalogue.corrections.add(plan.file, one)
    return one


def looks_wrong(store: Store, file: str, one: Correction) -> dict[str, str]:
    """By field what looks wrong in a correction that was kept all the same: what its page would ask about."""
    return doubts(_plan(store, file), one.locator, {one.field: one.new})


def undo(store: Store, named: Cell, *, at: str) -> Correction:
    """End the correction of a cell, also where its plan or its place is gone. Raises: WrongUse where none is in force."""
    file = _named(named.file)
    held = [one for one in fixes(store, file) if one.undone is None]
    wanted, where = _fields_typed(named.field), fold(named.locator)
    for one in sorted(held, key=lambda one: fold(one.correction.locator) != where):
        if where in {fold(one.correction.locator), fold(one.place)} and one.correction.field in wanted:
            store.catalogue.corrections.undo(file, one.correction.locator, one.correction.field, at=at)
            return one.correction
    plan = store.catalogue.load_plan(file)
    if plan is not None:
        _refuse_twins(plan, named.locator)
    raise WrongUse(wording_library.NOT_FIXED.format(locator=named.locator, field=named.field))


def mend(store: Store, file: str, typed: Mapping[str, str], *, place: str, by: str, at: str) -> tuple[Correction, ...]:
    """Correct several cells of one row at once, or none: what is typed as the source prints it undoes what was in force.

    What came of each field that changed; of an undone one its correction with the two values turned round.
    Raises: as ``fix``.
    """
    done: list[Correction] = []
    with store.catalogue.writing():
        held = [one for one in fixes(store, file) if one.undone is None and one.place == place]
        for field, value in typed.items():
            before = [one for one in held if one.correction.field == field]
            new = collapse(normalize("NFC", value))
            if any(one.standing == "applied" and one.correction.new == new for one in before):
                continue
            for one in before:
                store.catalogue.corrections.undo(file, one.correction.locator, field, at=at)
            if new != cell(_plan(store, file), place, field):
                done.append(fix(store, Cell(file, place, field), new, by=by, at=at))
            elif before:
                done.append(replace(before[-1].correction, old=before[-1].correction.new, new=new))
    return tuple(done)


def fixes(store: Store, name: str | None = None) -> tuple[Fix, ...]:
    """Every correction with what has become of it, by file, the oldest first."""
    file = None if name is None else _named(name)
    found = store.catalogue.corrections.of(file)
    known: dict[tuple[str, Correction], tuple[str, str]] = {}
    for held in {kept.file for kept in found}:
        plan = store.catalogue.load_plan(held)
        if plan is None:
            continue
        mine = [kept.correction for kept in found if kept.file == held and kept.undone is None]
        places = {id(row): place for place, row in places_of(plan).items()}
        for one in corrected(plan, mine)[1]:
            head = HEAD if one.correction.locator in HEAD_PLACES else one.correction.locator
            known[held, one.correction] = one.standing.value, places[id(one.row)] if one.row else head
    return tuple(_listed(kept, *known.get((kept.file, kept.correction), ("gone", ""))) for kept in found)


def _listed(kept: Kept, standing: str, place: str) -> Fix:
    one = kept.correction
    return Fix(kept.file, one, "undone" if kept.undone else standing, kept.undone, place or one.locator)


def standing_aside(store: Store, files: Collection[str]) -> tuple[Fix, ...]:
    """The corrections of ``files`` that no longer fit what these print."""
    return tuple(one for one in fixes(store) if one.file in files and one.standing in {"aside", "settled"})


def _named(name: str) -> str:
    return normalize("NFC", Path(name).name)


def _plan(store: Store, name: str) -> Plan:
    plan = store.catalogue.load_plan(_named(name))
    if plan is None:
        raise WrongUse(wording.NO_SUCH_PLAN.format(file=name))
    return plan


def place_of(plan: Plan, typed: str) -> str:
    """The place as the plan has it, whatever its case and accents were typed like. Raises: WrongUse, naming what is near."""
    places = [*HEAD_PLACES, *places_of(plan)]
    if typed in places:
        return typed
    folded = {fold(place): place for place in reversed(places)}
    if fold(typed) in folded:
        return folded[fold(typed)]
    _refuse_twins(plan, typed)
    near = get_close_matches(fold(typed), folded, _NEAR)
    told = wording_library.NEAR_PLACES.format(places=", ".join(folded[one] for one in near)) if near else ""
    raise WrongUse(wording_library.NO_SUCH_PLACE.format(file=plan.file, locator=typed, near=told))


def _refuse_twins(plan: Plan, typed: str) -> None:
    """Raises: WrongUse where several rows bear the locator typed, naming each."""
    places = {fold(place): row for place, row in places_of(plan).items()}
    names = {fold(place): place for place in places_of(plan)}
    twins = twins_at(places, fold(typed))
    if twins:
        each = "; ".join(f"“{names[place]}” ({shorten(row.name.text, _NAMED)})" for place, row in twins.items())
        raise WrongUse(wording_library.TWIN_PLACES.format(locator=typed, file=plan.file, places=each))


def _fields_typed(typed: str) -> Sequence[str]:
    """What a name of a field may mean."""
    short = typed.strip().lower()
    return wording_library.FIELDS_AS_TYPED.get(fold(typed.strip().replace("_", " ")), (short,))


def _field(plan: Plan, locator: str, typed: str) -> str:
    row = row_at(plan, locator)
    fields = HEAD_FIELDS if row is None else fields_of(row)
    for one in _fields_typed(typed):
        if one in fields:
            return one
    names = ", ".join(wording_library.FIELD_NAMES[one].lower() for one in fields)
    raise WrongUse(wording_library.NO_SUCH_FIELD.format(locator=locator, field=typed, fields=names))
