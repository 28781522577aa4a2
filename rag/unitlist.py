"""Every unit that the plans name, with how many rows it leads and supports, as its brief counts them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ingest.folding import fold
from ingest.units import is_collective, unit_key
from rag.conditions import at_home, names_unit
from rag.dutylist import duties_of
from rag.facts import Facts
from rag.library import Library
from rag.unitname import Meant, UnitName, find_unit


@dataclass(frozen=True, slots=True)
class UnitSummary:
    """One unit; ``leads`` and ``supports`` count tasks and targets, ``reports`` the reporting duties that name it."""

    unit: UnitName
    leads: int
    supports: int
    reports: int


@dataclass(frozen=True, slots=True)
class _Rows:
    """The entries, by order, in which one name as printed leads or supports."""

    leads: set[int] = field(default_factory=set)
    supports: set[int] = field(default_factory=set)


class _Printed:
    """Where each plan prints each unit's name, looked up once for all units."""

    def __init__(self, library: Library, facts: Facts) -> None:
        self._library, self._facts = library, facts
        self._rows: dict[tuple[int, str], _Rows] = defaultdict(_Rows)
        for entry in library.entries:
            for unit in entry.leads:
                self._rows[entry.plan, unit].leads.add(entry.order)
            for unit in entry.supports:
                self._rows[entry.plan, unit].supports.add(entry.order)
        self._by_letter: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for plan, unit in self._rows:
            # A name and its shorter forms begin alike; only a collective may list members of any name.
            self._by_letter["" if is_collective(unit) else unit_key(unit)[:1]].append((plan, unit))

    def counts(self, meant: Meant) -> tuple[int, int]:
        """How many rows of the plans meant name the unit as a lead, and how many others as a support."""
        key, found = meant.actor.key, _Rows()
        for plan, unit in (*self._by_letter[""], *self._by_letter[key[:1]]):
            if meant.query.covers(plan) and self._is(unit, key, plan):
                found.leads.update(self._rows[plan, unit].leads)
                found.supports.update(self._rows[plan, unit].supports)
        return len(found.leads), len(found.supports - found.leads)

    def _is(self, unit: str, key: str, plan: int) -> bool:
        whole, places = key in self._library.units, frozenset(self._library.profiles[plan].places)
        keys = (key, *at_home(key, self._library.profiles[plan].issuer_key))
        return any(names_unit((unit,), one, whole=whole, places=places) for one in keys)


def unit_list(library: Library, facts: Facts) -> tuple[UnitSummary, ...]:
    """All units by name, those that stand for many offices after the others.

    Takes some milliseconds for each unit: keep it for as long as the library stays the same.
    """
    printed = _Printed(library, facts)
    meant = {one.unit.key: one for one in (find_unit(unit.names[0], library, facts) for unit in library.units.values())}
    found = (_summary(one, library, printed) for one in meant.values())
    return tuple(sorted(found, key=lambda one: (one.unit.collective, fold(one.unit.name))))


def _summary(meant: Meant, library: Library, printed: _Printed) -> UnitSummary:
    leads, supports = printed.counts(meant)
    reports = sum(not via for _, _, via in duties_of(meant.query, library, (meant.actor,)))
    return UnitSummary(meant.unit, leads, supports, reports)
