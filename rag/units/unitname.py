"""A unit as somebody types its name, found the way questions find it; the nearest names where none is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

from ingest.errors import UnknownUnit
from ingest.units import unit_key
from rag.corpus.library import Library
from rag.duties.dutylist import duties_of
from rag.language.words import sound
from rag.mentions.actors import Actor
from rag.mentions.conditions import names_unit
from rag.mentions.pointers import Pointer
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.reading.assigned import clauses_of
from rag.rows.facts import Facts, printed_name
from rag.rows.leftover import leftover
from rag.wording import NO_UNIT, NO_UNIT_NEAR, UNIT_WORK

_ANY_DAY: Final = date(2000, 1, 1)
"""Which unit a name means does not depend on the day."""
_LONGEST: Final = 200
"""Characters of what is taken for a name."""
_NEAREST: Final = 5
_ALIKE: Final = 0.55
"""The least likeness, 0 to 1, of a name that is worth suggesting."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """One office: the name to show, the other spellings that its rows print, and whether it stands for many."""

    key: str
    name: str
    others: tuple[str, ...] = ()
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """The question "what must it do" that a name was found by, and the unit in it."""

    query: Query
    actor: Actor
    unit: UnitName


def find_unit(name: str, library: Library, facts: Facts) -> Meant:
    """The unit that ``name`` means in "NAME phải làm những việc gì?", so that a brief and an answer are of one office.

    Raises: UnknownUnit with the nearest names, where no one unit is meant.
    """
    typed = " ".join(name.split())[:_LONGEST]
    query = _bare(understand(UNIT_WORK.format(unit=typed), library, _ANY_DAY))
    units = facts.units_asked(query)
    key = unit_key(typed)
    printed = key in library.units
    one = len(units) == 1 and not units[0].negated and not (printed and units[0].key != key)
    if one and not leftover(query, library):
        actor = replace(units[0], role="any")
        if not actor.known and not _is_spoken_of(query, actor, library):
            raise unknown(typed, library)
        query = replace(query, actors=(actor,))
        if printed and query.plans is not None and not facts.select(query).rows:
            query = replace(query, plans=None, mentions=())  # a place in the office's own name points to no plan
        return _meant(query, actor, library)
    if not printed:
        raise unknown(typed, library)
    neutral = _bare(understand(UNIT_WORK.format(unit="").strip(), library, _ANY_DAY))
    actor = Actor(key, "any", 0, 0, words=sound(key))
    return _meant(replace(neutral, actors=(actor,)), actor, library)


def _is_spoken_of(query: Query, actor: Actor, library: Library) -> bool:
    """Whether a report or clause is a unit's that no row names; the beginning of a printed name is no such unit."""
    if any(f"{spoken} ".startswith(f"{actor.words} ") for spoken, _ in library.spoken_units):
        return False
    return any(chain(duties_of(query, library, (actor,)), clauses_of(query, library, actor)))


def unknown(name: str, library: Library) -> UnknownUnit:
    """The error for a name that no row, report or clause of the plans speaks of."""
    near = nearest(name, library)
    return UnknownUnit(_sentence(name, near), near=near)


def nearest(name: str, library: Library) -> tuple[str, ...]:
    """Up to five printed names that look or sound like ``name``, the likest first."""
    asked = library.hear(name)
    scored = sorted(
        ((max(_likeness(asked, sound(one)) for one in unit.names), unit.names[0]) for unit in library.units.values()),
        key=lambda each: -each[0],
    )
    return tuple(printed for likeness, printed in scored[:_NEAREST] if likeness >= _ALIKE)


def _likeness(asked: str, printed: str) -> float:
    """The share of letters in common; a name that holds every word asked for is likest."""
    if asked and set(asked.split()) <= set(printed.split()):
        return 1.0
    return SequenceMatcher(None, asked, printed, autojunk=False).ratio()


def _sentence(name: str, near: Sequence[str]) -> str:
    said = NO_UNIT.format(name=name)
    return f"{said} {NO_UNIT_NEAR.format(names='; '.join(near))}" if near else said


def _bare(query: Query) -> Query:
    """The question without conditions that words of a name may look like: a time, a place in a plan, a quotation."""
    return replace(
        query,
        intent=Intent.LIST,
        kind="",
        role="",
        roles=(),
        period=None,
        flags=frozenset(),
        pointer=Pointer(),
        quoted=(),
    )


def _meant(query: Query, actor: Actor, library: Library) -> Meant:
    printed = [
        name
        for unit in library.units.values()
        if unit.collective or unit.key[:1] == actor.key[:1]  # a name and its shorter forms begin alike
        for name in unit.names
        if names_unit((name,), actor.key, whole=actor.key in library.units)
    ]
    short = [
        pair[0]
        for plan in library.plans
        for pair in plan.abbreviations
        if actor.known and unit_key(pair[1]) == actor.key
    ]
    name = printed_name(library, query, actor)
    others = dict.fromkeys(one for one in (*printed, *short) if one != name and not _same_letters(one, name))
    collective = actor.key in library.units and library.units[actor.key].collective
    return Meant(query, actor, UnitName(actor.key, name, tuple(others), collective))


def _same_letters(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
