"""The versions of the library's plans, and what changed between two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize

from api import wording, wording_library
from api.service import Asked
from index.answering import answering
from index.catalogue import file_of
from index.store import Store
from ingest.differences import Difference, View
from ingest.errors import WrongUse
from ingest.plan import Plan
from ingest.read import read_plan
from ingest.versions import Link, Relation, links


@dataclass(frozen=True, slots=True)
class Version:
    """A plan that the library holds: answered from or not, and how it stands to others.

    ``newer`` is the version that came in its place, None for what is answered from.
    """

    plan: Plan
    current: bool
    notes: tuple[str, ...]
    newer: str | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The plans that somebody may see: those answered from, those that others replace, and how they are linked."""

    plans: tuple[Plan, ...]
    earlier: tuple[Plan, ...]
    links: tuple[Link, ...]

    @classmethod
    def whole(cls, store: Store) -> Shelf:
        """All of the library."""
        stored = answering(store.catalogue.load_all())
        return cls(stored.plans, stored.earlier, stored.links)

    @classmethod
    def seen(cls, service: Asked, store: Store) -> Shelf:
        """What ``service`` is over, linked as if the library held nothing else."""
        held, plans = sorted(service.held(), key=lambda plan: plan.file), service.plans()
        current = {plan.file for plan in plans}
        turns = store.catalogue.versions.turns(plan.digest for plan in held)
        return cls(plans, tuple(plan for plan in held if plan.file not in current), links(held, turns))

    @property
    def notes(self) -> Mapping[str, Sequence[str]]:
        """What each file is to others, in words."""
        notes: defaultdict[str, list[str]] = defaultdict(list)
        for one in self.links:
            newer, older = wording_library.LINKS[one.relation.value]
            notes[one.newer].append(newer.format(file=one.older))
            notes[one.older].append(older.format(file=one.newer))
        return notes


def versions(store: Store, name: str | None = None, *, shelf: Shelf | None = None) -> tuple[Version, ...]:
    """Every plan and what its file held before, by file, the newest first; with a name those of its family alone.

    Of the whole library, or of the ``shelf`` given.
    Raises: WrongUse when there is no such file.
    """
    shelf = shelf or Shelf.whole(store)
    notes = shelf.notes
    held = sorted((*shelf.plans, *shelf.earlier), key=lambda plan: plan.file)
    current = {plan.file for plan in shelf.plans}
    replacing = {one.older: one.newer for one in shelf.links if one.relation is Relation.REPLACES}
    wanted = _family(normalize("NFC", Path(name).name), shelf.links) if name else {plan.file for plan in held}
    before = {file for file in store.catalogue.versions.digests() if file in wanted}
    found: list[Version] = []
    for plan in held:
        if plan.file not in wanted:
            continue
        told = tuple(notes.get(plan.file, ()))
        found.append(Version(plan, plan.file in current, told, replacing.get(plan.file)))
        newer, told = plan.file, (wording_library.BEFORE.format(file=plan.file),)
        for one in store.catalogue.versions.earlier(plan.file) if plan.file in before else ():
            found.append(Version(one, current=False, notes=told, newer=newer))
            newer = one.file
    if name and not found:
        raise WrongUse(wording.NO_SUCH_PLAN.format(file=name))
    return tuple(found)


def _family(file: str, found: Collection[Link]) -> set[str]:
    """The files that are linked with one, over others too."""
    family = {file_of(file)}
    while True:
        wider = family | {end for one in found if {one.newer, one.older} & family for end in (one.newer, one.older)}
        if wider == family:
            return family
        family = wider


def tidings(shelf: Shelf, files: Collection[str]) -> dict[str, tuple[str, ...]]:
    """What the coming of ``files`` changed, by file: plans that replace or adjust others."""
    told = {Relation.REPLACES: wording_library.NOW_REPLACES, Relation.ADJUSTS: wording_library.NOW_ADJUSTS}
    numbers = {plan.file: plan.header.number for plan in (*shelf.plans, *shelf.earlier)}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in shelf.links:
        come = one.newer if one.newer in files else one.older
        if come in files:
            number = f" ({numbers[one.older]})" if numbers[one.older] else ""
            same = one.relation is Relation.REPLACES and come == one.older
            words = wording_library.NOW_SAME if same else told[one.relation]
            found[come].append(words.format(newer=one.newer, older=one.older, number=number))
    return {file: tuple(those) for file, those in found.items()}


def as_printed(store: Store, name: str) -> Plan | None:
    """A plan of the library or an earlier content of a file, as its source prints it: corrections are no change of version."""
    plan = store.catalogue.load_plan(name)
    return plan if plan is not None and plan.file == name else store.catalogue.versions.named(name)


def opened(store: Store, name: str) -> Plan:
    """A plan from a file on this machine, else from the library, by its file name or that of an earlier version.

    Raises: WrongUse, UnreadableFile, NotAPlan.
    """
    if Path(name).is_file():
        return read_plan(Path(name))
    file = normalize("NFC", name)
    plan = store.catalogue.load_plan(file) or store.catalogue.versions.named(file)
    if plan is None:
        raise WrongUse(wording_library.NO_VERSION.format(file=name))
    return plan


def pair(store: Store, old: str, new: str | None) -> tuple[Plan, Plan]:
    """The two plans to compare; with one name what its file held last before, and what it holds now.

    Raises: the same; WrongUse where the library has no such file, or it held nothing else.
    """
    if new is not None:
        return opened(store, old), opened(store, new)
    file = normalize("NFC", Path(old).name)
    before = store.catalogue.versions.earlier(file)
    now = store.catalogue.load_plan(file)
    if now is None:
        raise WrongUse(wording_library.NOT_KEPT.format(file=old))
    if not before:
        raise WrongUse(wording_library.NO_EARLIER.format(file=old))
    return before[0], now


def difference_record(old: Plan, new: Plan, found: Difference) -> dict[str, Any]:
    """All that changed, as JSON."""
    return {
        "old": old.file,
        "new": new.file,
        "head": [asdict(one) for one in found.head],
        "added": [_row(one) for one in found.added],
        "dropped": [_row(one) for one in found.dropped],
        "changed": [
            {
                "kind": one.kind.value,
                "old_locator": one.old,
                "locator": one.new,
                "name": one.name,
                "changes": [asdict(change) for change in one.changes],
            }
            for one in found.changed
        ],
    }


def _row(one: View) -> dict[str, Any]:
    return {"kind": one.kind.value, "locator": one.locator, "cells": dict(one.cells)}
