"""A group of rows called by its annex's name: "Phụ lục V" of a plan whose only annex, unnumbered, has a group V."""

from __future__ import annotations

from dataclasses import replace

from ingest.plan import SectionKind
from rag.library import Library, once
from rag.pointers import Pointer


def as_group(pointer: Pointer, library: Library, plans: frozenset[int] | None) -> Pointer:
    """The pointer to such a group, where no plan meant has an annex of that number; else as it is."""
    label = pointer.annex
    if not label or "|" in label or pointer.group or pointer.prose or pointer.ordinal:
        return pointer
    meant = range(len(library.plans)) if plans is None else plans
    annexes, groups = _annexes(library), _groups(library)
    if any((number, label) in annexes for number in meant) or not any((number, label) in groups for number in meant):
        return pointer
    return replace(pointer, annex="", group=label)


@once
def _annexes(library: Library) -> frozenset[tuple[int, str]]:
    """Each annex as (its plan, the last word of its name in capitals)."""
    return frozenset(
        (number, one.locator.split()[-1].upper().lstrip("0"))
        for number, plan in enumerate(library.plans)
        for one in plan.sections
        if one.kind is SectionKind.ANNEX
    )


@once
def _groups(library: Library) -> frozenset[tuple[int, str]]:
    """Each group of an annex without a number as (its plan, its numeral)."""
    return frozenset(
        (number, one.locator.rpartition("/")[2])
        for number, plan in enumerate(library.plans)
        for one in plan.sections
        if one.kind is SectionKind.GROUP and one.locator.rpartition("/")[0] == "Phụ lục"
    )
