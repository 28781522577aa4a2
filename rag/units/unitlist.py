"""Every unit that the plans name, with how many rows it leads and supports, as its brief counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.folding import fold
from ingest.units import is_collective, unit_key
from rag.corpus.library import Library
from rag.duties.dutylist import duties_of
from rag.language.spelling import is_syllable
from rag.mentions.conditions import at_home, names_unit
from rag.rows.facts import Facts
from rag.units.unitname import Meant, UnitName, find_unit


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
            self._by_letter[_letter(unit)].append((plan, unit))

    def rows(self, meant: Meant) -> _Rows:
        """The rows of the plans meant that name the unit as a lead, and the others that do so as a support."""
        key, found = meant.actor.key, _Rows()
        for plan, unit in (*self._by_letter[""], *self._by_letter[key[:1]]):
            if meant.query.covers(plan) and self._is(unit, key, plan):
                found.leads.update(self._rows[plan, unit].leads)
                found.supports.update(self._rows[plan, unit].supports)
        found.supports.difference_update(found.leads)
        return found

    def prints(self, name: str) -> int:
        """In how many rows that very name stands."""
        found = (self._rows[plan, unit] for plan, unit in self._by_letter[_letter(name)] if unit == name)
        return sum(len(one.leads | one.supports) for one in found)

    def is_other_name(self, name: str, meant: Meant) -> bool:
        """Whether some plan that prints ``name`` means the unit by it."""
        printed = (plan for plan, unit in self._by_letter[_letter(name)] if unit == name)
        return any(self._is(name, meant.actor.key, plan) for plan in printed)

    def _is(self, unit: str, key: str, plan: int) -> bool:
        whole, places = key in self._library.units, frozenset(self._library.profiles[plan].places)
        keys = (key, *at_home(key, self._library.profiles[plan].issuer_key))
        return any(names_unit((unit,), one, whole=whole, places=places) for one in keys)


def _letter(name: str) -> str:
    """The letter that a name is looked up under; "" for a collective."""
    return "" if is_collective(name) else unit_key(name)[:1]


def unit_list(library: Library, facts: Facts) -> tuple[UnitSummary, ...]:
    """All units by name, those that stand for many offices after the others.

    Takes some milliseconds for each unit: keep it for as long as the library stays the same.
    """
    printed = _Printed(library, facts)
    meant = {one.unit.key: one for one in (find_unit(unit.names[0], library, facts) for unit in library.units.values())}
    found = (_summary(one) for one in _told_once([*meant.values()], library, printed))
    return tuple(sorted(found, key=lambda one: (one.unit.collective, fold(one.unit.name))))


@dataclass(frozen=True, slots=True)
class _Counted:
    """One unit with the rows and duties that name it."""

    meant: Meant
    rows: _Rows
    duties: tuple[tuple[str, str, int], ...]


def _told_once(units: Sequence[Meant], library: Library, printed: _Printed) -> Iterator[_Counted]:
    """Each office once: names of one that bring up the very same rows are told under the one that is printed most.

    Of equally many the longest is the clearest; a short name that brings up more rows may be another office too.
    """
    same: dict[tuple[object, ...], list[_Counted]] = defaultdict(list)
    for meant in units:
        rows = printed.rows(meant)
        duties = tuple(
            (plan.file, duty.locator, duty.span.start)
            for plan, duty, via in duties_of(meant.query, library, (meant.actor,))
            if not via
        )
        key = frozenset(rows.leads), frozenset(rows.supports), duties, meant.unit.collective
        same[key].append(_Counted(meant, rows, duties))
    for group in same.values():
        told: list[_Counted] = []
        for one in sorted(group, key=lambda one: _clearness(one.meant, printed), reverse=True):
            first = next((n for n, other in enumerate(told) if _is_one(one.meant, other.meant, printed)), None)
            if first is None:
                told.append(one)
            else:
                told[first] = replace(told[first], meant=_with_names(told[first].meant, one.meant.unit))
        yield from told


def _clearness(one: Meant, printed: _Printed) -> tuple[int, int, int]:
    """How well a name stands for its office: without a slip, often printed, long."""
    slips = sum(not is_syllable(word) for word in one.unit.key.split())
    return -slips, printed.prints(one.unit.name), len(one.unit.name)


def _is_one(one: Meant, other: Meant, printed: _Printed) -> bool:
    """Whether one's name is another name of the other."""
    return printed.is_other_name(one.unit.name, other) or printed.is_other_name(other.unit.name, one)


def _with_names(meant: Meant, other: UnitName) -> Meant:
    """The unit with the names of ``other`` among its own."""
    unit = meant.unit
    others = dict.fromkeys(name for name in (*unit.others, other.name, *other.others) if name != unit.name)
    return replace(meant, unit=replace(unit, others=tuple(others)))


def _summary(one: _Counted) -> UnitSummary:
    return UnitSummary(one.meant.unit, len(one.rows.leads), len(one.rows.supports), len(one.duties))
