"""Every unit that the plans name, with how many rows it leads and supports, as its brief counts them."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.folding import fold
from rag.dutylist import duties_of
from rag.facts import Facts
from rag.library import Library
from rag.unitname import UnitName, find_unit


@dataclass(frozen=True, slots=True)
class UnitSummary:
    """One unit; ``leads`` and ``supports`` count tasks and targets, ``reports`` the reporting duties that name it."""

    unit: UnitName
    leads: int
    supports: int
    reports: int


def unit_list(library: Library, facts: Facts) -> tuple[UnitSummary, ...]:
    """All units by name, those that stand for many offices after the others.

    Takes some milliseconds for each unit: keep it for as long as the library stays the same.
    """
    found = {one.unit.key: one for one in (_summary(unit.names[0], library, facts) for unit in library.units.values())}
    return tuple(sorted(found.values(), key=lambda one: (one.unit.collective, fold(one.unit.name))))


def _summary(name: str, library: Library, facts: Facts) -> UnitSummary:
    meant = find_unit(name, library, facts)
    roles = facts.select(meant.query).roles
    leads = sum(role == "lead" for role in roles)
    reports = sum(not via for _, _, via in duties_of(meant.query, library, (meant.actor,)))
    return UnitSummary(meant.unit, leads, len(roles) - leads, reports)
