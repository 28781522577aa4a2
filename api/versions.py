"""The versions of the library's plans, and what changed between two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize

from api import wording, wording_library
from index.answering import answering
from index.catalogue import file_of
from index.store import Store
from ingest.differences import Difference, View
from ingest.errors import WrongUse
from ingest.plan import Plan
from ingest.read import read_plan
from ingest.versions import Link, Relation


@dataclass(frozen=True, slots=True)
class Version:
    """A plan that the library holds: answered from or not, and how it stands to others."""

    plan: Plan
    current: bool
    notes: tuple[str, ...]


def versions(store: Store, name: str | None = None) -> tuple[Version, ...]:
    """Every plan and what its file held before, by file, the newest first; with a name those of its family alone.

    Raises: WrongUse when the library holds no such file.
    """
    stored = answering(store.catalogue.load_all())
    notes = _notes(stored.links)
    held = sorted((*stored.plans, *stored.earlier), key=lambda plan: plan.file)
    current = {plan.file for plan in stored.plans}
    before: dict[str, list[Plan]] = defaultdict(list)
    for plan in store.catalogue.versions.earlier():
        before[file_of(plan.file)].append(plan)
    wanted = _family(normalize("NFC", Path(name).name), stored.links) if name else {plan.file for plan in held}
    found: list[Version] = []
    for plan in held:
        if plan.file in wanted:
            found.append(Version(plan, current=plan.file in current, notes=tuple(notes[plan.file])))
            told = (wording_library.BEFORE.format(file=plan.file),)
            found += [Version(one, current=False, notes=told) for one in before[plan.file]]
    if name and not found:
        raise WrongUse(wording.NO_SUCH_PLAN.format(file=name))
    return tuple(found)


def _notes(links: Collection[Link]) -> defaultdict[str, list[str]]:
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for one in links:
        newer, older = wording_library.LINKS[one.relation.value]
        notes[one.newer].append(newer.format(file=one.older))
        notes[one.older].append(older.format(file=one.newer))
    return notes


def _family(file: str, links: Collection[Link]) -> set[str]:
    """The files that are linked with one, over others too."""
    family = {file_of(file)}
    while True:
        wider = family | {end for one in links if {one.newer, one.older} & family for end in (one.newer, one.older)}
        if wider == family:
            return family
        family = wider


def tidings(store: Store, files: Collection[str]) -> tuple[str, ...]:
    """What the coming of ``files`` changed: plans that replace or adjust others."""
    found = answering(store.catalogue.load_all()).links
    told = {Relation.REPLACES: wording_library.NOW_REPLACES, Relation.ADJUSTS: wording_library.NOW_ADJUSTS}
    return tuple(
        told[one.relation].format(newer=one.newer, older=one.older)
        for one in found
        if one.newer in files or one.older in files
    )


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
