"""A group of rows called by its annex's name: "Phụ lục V" of a plan whose only annex, unnumbered, has a group V."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.plan import SectionKind
from rag.corpus.library import Library, once
from rag.mentions.pointers import Pointer, annex_label


def as_group(pointer: Pointer, library: Library, plans: frozenset[int] | None) -> Pointer:
    """The pointer to such a group or to a row of it, where no plan meant has an annex of that number; else as it is.

    The same of "mục III.2" where the prose of no plan meant has such a place but a group III of an annex has a row 2.
    """
    meant = range(len(library.plans)) if plans is None else plans
    if pointer.prose and pointer.annex is None and pointer.ordinal is None:
        return _as_row(pointer, library, meant)
    label = pointer.annex
    if not label or "|" in label or pointer.group or pointer.prose:
        return pointer
    annexes, groups = _annexes(library), _groups(library)
    if any((number, label) in annexes for number in meant) or not any((number, label) in groups for number in meant):
        return pointer
    row = f"Phụ lục/{label}/{pointer.ordinal}"
    if pointer.ordinal and not any((number, row) in _rows(library) for number in meant):
        return pointer
    return replace(pointer, annex="", group=label)


def _as_row(pointer: Pointer, library: Library, meant: Iterable[int]) -> Pointer:
    group, _, ordinal = (pointer.prose or "").partition("/")
    there = any((number, pointer.prose) in _sections(library) for number in meant)
    if not there and not ordinal and any((number, group) in _labels(library) for number in meant):
        return replace(pointer, group=group, prose=None)
    if there or not any((number, pointer.prose) in _ends(library) for number in meant):
        return pointer
    return replace(pointer, annex="", group=group, ordinal=ordinal, prose=None)


@once
def _sections(library: Library) -> frozenset[tuple[int, str]]:
    """The place of every section as (its plan, its locator)."""
    return frozenset((number, one.locator) for number, plan in enumerate(library.plans) for one in plan.sections)


@once
def _labels(library: Library) -> frozenset[tuple[int, str]]:
    """The label of every group of rows as (its plan, its label)."""
    return frozenset((one.plan, one.group) for one in library.entries if one.group)


@once
def _rows(library: Library) -> frozenset[tuple[int, str]]:
    """The place of every row of an annex as (its plan, its locator)."""
    return frozenset((one.plan, one.locator) for one in library.entries if one.annex)


@once
def _ends(library: Library) -> frozenset[tuple[int, str]]:
    """Group and number of every row in a group of an annex, as (its plan, "III/2")."""
    return frozenset((number, place.partition("/")[2]) for number, place in _rows(library) if place.count("/") > 1)


@once
def _annexes(library: Library) -> frozenset[tuple[int, str]]:
    """Each annex as (its plan, the last word of its name in capitals)."""
    return frozenset(
        (number, annex_label(one.locator))
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
