"""Lists and counts: every row that meets the question's conditions, none else, in document order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Final, Protocol

from rag.corpus.collectives import any_takes_in
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import AND, find_phrase, sound
from rag.mentions.actors import Actor
from rag.mentions.conditions import (
    at_home,
    child_of,
    in_annex,
    in_group,
    in_the_body,
    is_of_kind,
    names_unit,
    numbered_within,
    of_level,
    under_path,
)
from rag.mentions.mention import Mention
from rag.mentions.planyears import is_other_year, year_of_plan
from rag.mentions.scope import POINTING
from rag.mentions.setaside import not_set_aside
from rag.query.amounts import of_amount
from rag.query.asks import Intent
from rag.query.included import PARTS
from rag.query.issuedresults import ending_in, issued_result
from rag.query.namesaid import name_said
from rag.query.question import Query
from rag.query.rownouns import are_called
from rag.query.rowtables import in_list_said, is_owner
from rag.query.topicrows import on_matter
from rag.query.whoseplan import is_issuer_in_short, is_of_title
from rag.query.yearcolumns import columns_asked, figure_asked
from rag.rows.annextitles import named_annex
from rag.rows.bytime import by_time
from rag.rows.cells import amount_asked, cell_conditions, meeting, settle
from rag.rows.choices import choices, side_by_side
from rag.rows.documents import carrying_out
from rag.rows.filledcolumns import in_tables, with_column
from rag.rows.groups import (
    group_name,
    is_over_list,
    named_groups,
    named_heading,
    otherwise_titled,
    stands_in,
)
from rag.rows.holding import holding
from rag.rows.incharge import is_of_post, is_same_person
from rag.rows.leftover import leftover
from rag.rows.overrows import without_heads
from rag.rows.sideconditions import meeting_sides, met_by_any, side_conditions, tells_of, without_times
from rag.rows.unread import unread
from rag.wording import LEFT_OUT


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows of a list answer, the role each was chosen for, and what was asked as (label, value) pairs."""

    rows: tuple[Entry, ...]
    roles: tuple[str, ...]
    understood: tuple[tuple[str, str], ...]
    unmet: str = ""
    """Words of a condition that was not understood: then there are no rows."""


TIMED: Final = frozenset({"overdue", "continuous", "whole_year", "undated"})
_NARROWING: Final = frozenset({*TIMED, "until_now", PARTS})
_OWNER: Final = re.compile(
    r"\b(?:chong|theo|tai|o) (?:lich|bang|ce hoach|chuong chinh|danh muc)\b(?: (?!nao\b|viec\b)\S+){0,6} cua$"
)
"""Sound form before the unit whose document is named ("trong lịch công tác của Ban A"), no condition beside another."""
_PARTS_PLAYED: Final = tuple(
    map(
        sound,
        (
            *("chủ trì", "phối hợp", "đầu mối", "phụ trách", "tham mưu", "trách nhiệm", "hỗ trợ"),
            *("làm chính", "thực hiện chính"),
        ),
    )
)
"""What a unit does in a row besides the work itself; "làm" and "thực hiện" say no more than that."""
_NAMED: Final = 65536
"""Rows' units that are kept with whether they are an office."""
_Choosing = Callable[[Sequence[Entry], Actor], dict[int, str]]
"""Gives the rows that a unit is concerned with, by entry order, and its role in each."""


class _Naming(Protocol):
    """Whether ``units`` of a row of that plan are the office of ``key``."""

    def __call__(self, units: tuple[str, ...], plan: int, key: str, *, whole: bool) -> bool: ...


class Facts:
    """Selects rows of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def rows(self, query: Query) -> list[Entry]:
        """The rows that plan, kind and numbering leave."""
        kinds = {"task": {"task"}, "target": {"target"}}.get(query.kind, {"task", "target"})
        if query.kind == "" and (query.period or query.flags & TIMED):
            kinds = {"task"}
        entries = self._library.entries
        found = in_tables([one for one in entries if one.kind in kinds and query.covers(one.plan)], query)
        pointer, documented = query.pointer, carrying_out(query, self._library)
        if documented:
            found = [one for one in found if one.plan in documented]
        if query.nouns:
            found = are_called(found, query.nouns, self._library)
        if query.numbers is not None:
            found = [one for one in found if numbered_within(one, query.numbers)]
        if pointer.prose is not None:
            found = [one for one in found if under_path(one, pointer.prose)]
        if pointer.annex is not None:
            found = [one for one in found if in_annex(one, pointer.annex)]
            found = found if pointer.annex else [one for one in found if not in_the_body(one)] or found
        if pointer.group is not None:
            found = [one for one in found if in_group(one, pointer.group)]
            others = otherwise_titled(query, self._library)
            return [one for one in found if not stands_in(one, others)] if others else found
        found = in_list_said(found, query.spoken, pointer)
        titled = named_annex(query, self._library)
        if titled is not None:
            found = [one for one in found if (one.plan, one.annex) == titled[:2]]
        headed = named_heading(query, self._library) if titled is None else None
        if headed is not None:
            found = [one for one in found if one.plan == headed[0] and under_path(one, headed[1])]
        wanted = {self._library.hear(heading) for heading in named_groups(query, self._library)}
        return [one for one in found if group_name(self._library, one) in wanted] if wanted else found

    def has_parts(self, query: Query) -> bool:
        """Whether the row named by its number has rows of its own below it."""
        number = query.pointer.ordinal
        return number is not None and any(child_of(one, number) for one in self.rows(query))

    def of_other_year(self, query: Query) -> bool:
        """Whether the plan asked about is said to be of a year of which none of the plans meant is."""
        said = year_of_plan([token.heard for token in query.words.tokens], query.mentions)
        scope = query.plans if query.plans is not None else frozenset(range(len(self._library.plans)))
        return said is not None and not query.has("number") and is_other_year(self._library, scope, said[0])

    def select(self, query: Query) -> Selection:
        """Apply every condition of a list or count question; sub-rows are counted only where something narrows the rows."""
        filters = self.units_asked(query)
        found = self._select(query, choices(query, filters), self._by_actor)
        either = () if found.rows or found.unmet else side_by_side(query, filters)
        return self._select(query, either, self._by_actor) if either else found

    def reaching(self, query: Query, actor: Actor) -> Selection:
        """The rows that meet every condition but name the unit only by a collective that takes it in."""
        return self._select(query, [[actor]], self._by_collective)

    def _select(self, query: Query, asked: Sequence[Sequence[Actor]], by: _Choosing) -> Selection:
        found = self.rows(query)
        if query.pointer.ordinal:
            found = [entry for entry in found if child_of(entry, query.pointer.ordinal)]
        roles: dict[int, str] = {}
        sides = side_conditions(query, self._library)
        for choice in asked:
            kept = {order: role for actor in choice for order, role in by(found, actor).items()}
            own = [one for one in sides if any(is_same_person(one, actor) for actor in choice)]
            kept |= {one.order: "lead" for one in met_by_any(found, own, self._library) if one.order not in kept}
            sides = tuple(one for one in sides if one not in own)
            roles |= kept
            found = [entry for entry in found if entry.order in kept]
        conditions = [one for one in cell_conditions(query) if not any(one.phrase in side.phrase for side in sides)]
        for condition in conditions:
            found = meeting(with_column(found, condition, self._library), condition)
        found = meeting_sides(found, sides, self._library)
        amount = amount_asked(query)
        found = of_amount(found, amount, partial(figure_asked, query)) if amount else found
        found = ending_in(found, query.words, self._library)
        timed = by_time(found, without_times(query, sides), self._library)
        if amount:  # the year that the amount is of chose the column
            due = {one.order for one in timed}
            timed = [one for one in found if one.order in due or (one.kind == "target" and columns_asked(query, one))]
        found = holding(timed, query, self._library)
        found = not_set_aside(on_matter(found, query, self._library), query.aside, self._library)
        if self.narrowed(query):
            found = without_heads(found)
        elif query.intent is Intent.COUNT:
            found = [entry for entry in found if entry.parent is None]
        found, unmet = settle(found, query, (*conditions, *sides))
        if found and not unmet and (unmet := unread(query, self._library)):
            found = []
        if len({entry.kind for entry in found}) > 1:  # rows of both kinds in the order of the document
            found = sorted(found, key=lambda one: (one.plan, one.spans[0].start))
        understood = tuple(("đơn vị", printed_name(self._library, query, actor)) for each in asked for actor in each)
        understood += tuple((LEFT_OUT, words) for words in (query.aside.words if query.aside else ()))
        return Selection(tuple(found), tuple(roles.get(entry.order, "") for entry in found), understood, unmet)

    def units_asked(self, query: Query) -> list[Actor]:
        """The units that are conditions: not those of an annex's title nor, but for a role verb, of a plan's name."""
        issuers = [one for one in query.mentions if one.kind == "issuer"]
        pointing = [one for one in query.mentions if one.kind in POINTING]
        titled = named_annex(query, self._library)
        title = set(self._library.hear(titled[2]).split()) if titled else set()
        named = [one for one in query.actors if not title.issuperset(one.words.split())]
        named = [one for one in named if not is_over_list(query, one) and not self._is_of_post(query, one)]
        named = [one for one in named if not title.issuperset(query.words.part(one.start, one.end).split())] or named
        others = [
            one
            for one in named
            if not _is_within(one, pointing if not one.known or self._issues(query, one) else issuers)
        ]
        titles = [one for one in query.mentions if one.kind in ("title", "topic") and one.plans]
        others = [one for one in others if one.known or not _is_within(one, titles)]  # "thư | viện trường học"
        said = name_said(query, self._library)
        others = [one for one in others if not _is_within(one, said)]
        others = [
            one
            for one in others
            if not (is_of_title(one, query, self._library) or is_issuer_in_short(one, query, self._library))
        ]
        result = issued_result(query.words, self._library)
        others = [one for one in others if result is None or one.end <= result.start or result.end <= one.start]
        others = [one for one in others if not self._names_plan(query, one)] or others
        others = [one for one in others if not _OWNER.search(query.words.part(0, one.start))] or others
        sides = side_conditions(query, self._library) if others else ()
        if told := [one for one in others if tells_of(sides, one, query)]:
            return [one for one in others if one not in told]
        named = [one for one in named if one.role != "any" and one.direct]
        return others or ([] if result else named)

    def of_whole_plan(self, query: Query) -> Query | None:
        """The question without its one unit where that issued the one plan asked about, all of which is its work.

        Where rows of the plan name the unit, or the question names its part in them, its own rows are meant.
        """
        units = self.units_asked(query)
        if len(units) != 1 or units[0].negated or len(query.plans or ()) != 1:
            return None
        if units[0].role != "any" and (units[0].role != "lead" or find_phrase(query.spoken, _PARTS_PLAYED)):
            return None
        issuer = f"{sound(self._library.profiles[min(query.plans or ())].issuer_key)} ".replace(f" {AND} ", " ")
        if not issuer.startswith(f"{units[0].words} "):
            return None
        tasks = [one for one in self._library.entries if one.kind == "task" and query.covers(one.plan)]
        named = any(role for role in self._by_actor(tasks, replace(units[0], role="any")).values())
        return None if named else replace(query, actors=tuple(one for one in query.actors if one != units[0]))

    def _names_plan(self, query: Query, actor: Actor) -> bool:
        """Whether the unit, said without a part and with its place, has issued a plan: "Sở A tỉnh B: Phòng C làm mấy việc"."""
        placed = any(one.kind == "place" and 0 <= one.start - actor.end <= 1 for one in query.mentions)
        return placed and actor.role == "any" and actor.known and self._issues(query, actor)

    def _is_of_post(self, query: Query, actor: Actor) -> bool:
        return is_of_post(query, actor, self._library, issues=self._issues(query, actor))

    def _issues(self, query: Query, actor: Actor) -> bool:
        """Whether the unit, as known or by the words said of it, has issued one of the plans."""
        names = (f"{actor.words} ", f"{query.words.part(actor.start, actor.end)} ".replace(f" {AND} ", " "))
        heard_as = (f"{sound(profile.issuer_key)} ".replace(f" {AND} ", " ") for profile in self._library.profiles)
        return any(one.startswith(names) for one in heard_as)

    def _by_actor(self, found: Sequence[Entry], actor: Actor) -> dict[int, str]:
        """The role in which each row that names the unit as asked does so; "" where it is not to be named."""
        whole, kept = actor.key in self._library.units, {}

        names = _naming(self._library)
        for entry in found if actor.known else ():
            lead = names(entry.leads, entry.plan, actor.key, whole=whole)
            support = names(entry.supports, entry.plan, actor.key, whole=whole)
            met = {"lead": lead, "support": support}.get(actor.role, lead or support)
            met = met and not (actor.only and lead and support)
            if met and not actor.negated:
                kept[entry.order] = "lead" if lead and actor.role != "support" else "support"
            elif actor.negated and not met and (entry.leads or entry.supports or entry.when):
                kept[entry.order] = ""
        if not kept and actor.role in ("lead", "support") and not actor.negated:
            sides = ((one.order, one.leads if actor.role == "lead" else one.supports) for one in found)
            return {order: actor.role for order, units in sides if is_of_kind(units, actor.key)}
        if not kept and actor.role == "any" and not actor.negated:
            return {entry.order: "" for entry in found if is_owner(actor.words, entry, self._library)}
        return kept

    def _by_collective(self, found: Sequence[Entry], actor: Actor) -> dict[int, str]:
        """The role in which rows of the plans that print the unit's name speak of it under a collective one only."""
        plans = {n for n in range(len(self._library.plans)) if self._library.names_office(actor.words, n)}
        direct, kept = self._by_actor(found, replace(actor, role="any")), {}
        for entry in found:
            if entry.plan not in plans or entry.order in direct:
                continue
            lead, support = any_takes_in(entry.leads, actor.key), any_takes_in(entry.supports, actor.key)
            if {"lead": lead, "support": support}.get(actor.role, lead or support):
                kept[entry.order] = "lead" if lead and actor.role != "support" else "support"
        return kept

    def narrowed(self, query: Query) -> bool:
        """Whether anything beyond plan, annex and group narrows the rows."""
        named = (
            self.units_asked(query) or query.period or query.quoted or query.pointer.ordinal or query.flags & _NARROWING
        )
        return bool(
            named
            or query.numbers
            or (query.aside and query.aside.narrows)
            or amount_asked(query)
            or issued_result(query.words, self._library)
            or cell_conditions(query)
            or side_conditions(query, self._library)
            or leftover(query, self._library)
        )


@once
def _naming(library: Library) -> _Naming:
    """Whether units of a plan's row are the office of a key: rows name few units, and the same are asked of again."""

    def names(units: tuple[str, ...], plan: int, key: str, *, whole: bool) -> bool:
        profile = library.profiles[plan]
        keys = (key, *at_home(key, profile.issuer_key))
        meant = of_level(units, key, profile.level)
        return any(names_unit(meant, one, whole=whole, places=frozenset(profile.places)) for one in keys)

    return lru_cache(maxsize=_NAMED)(names)


def _is_within(actor: Actor, naming: Sequence[Mention]) -> bool:
    """Whether the words of the unit are those that name a plan."""
    return any(one.start <= actor.start and actor.end <= one.end for one in naming)


def printed_name(library: Library, query: Query, actor: Actor) -> str:
    """A unit as the plans print it; as the question has it when they do not."""
    unit = library.units.get(actor.key)
    if unit is not None:
        return unit.names[0]
    longer = [one.names[0] for key, one in library.units.items() if key.startswith(actor.key + " ")]
    words = " ".join(token.typed for token in query.words.tokens[actor.start : actor.end])
    return longer[0] if actor.known and len(longer) == 1 else words[:1].upper() + words[1:]
