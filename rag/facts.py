"""Lists and counts: every row that meets the question's conditions, none else, in document order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.folding import fold
from ingest.plan import DueKind
from rag.actors import Actor
from rag.asks import Intent
from rag.conditions import child_of, coarser, due_in, in_annex, in_group, names_unit, under_path
from rag.entries import Entry
from rag.groups import group_name, named_group
from rag.leftover import holding, leftover
from rag.library import Library
from rag.phrases import heard, written
from rag.question import Query
from rag.words import find_phrase, sound


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows of a list answer, the role each was chosen for, and what was asked as (label, value) pairs."""

    rows: tuple[Entry, ...]
    roles: tuple[str, ...]
    understood: tuple[tuple[str, str], ...]


_TIMED: Final = frozenset({"overdue", "continuous", "whole_year", "undated"})
_NARROWING: Final = frozenset({*_TIMED, "until_now", "joint"})
_BLANK_COLUMNS: Final = (
    ("result", "cet qua|san pham|dau ra"),
    ("support", "co quan phoi hop|don vi phoi hop|phoi hop"),
    ("lead", "chu chi"),
    ("due", "thoi han|han"),
    ("note", "di chu"),
    ("unit", "don vi tinh"),
    ("value", "chi tieu cu the|di chi"),
)
"""Sound forms of the columns' names."""
_NO_DEADLINE: Final = re.compile(r"(?:giai doan|ke hoach|nghi quyet[^,]*|ban hanh)\s*$")
"""Folded words before a time that is part of a name ("giai đoạn 2026-2030")."""
_AS_PRINTED: Final = re.compile(r"\bdi (?:thoi )?han\b")


class Facts:
    """Selects rows of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def rows(self, query: Query) -> list[Entry]:
        """The rows that plan, kind and numbering leave."""
        kinds = {"task": {"task"}, "target": {"target"}}.get(query.kind, {"task", "target"})
        if query.kind == "" and (query.period or query.flags & _TIMED):
            kinds = {"task"}
        entries = self._library.entries
        found = [one for one in entries if one.kind in kinds and (query.plans is None or one.plan in query.plans)]
        pointer = query.pointer
        if pointer.prose is not None:
            found = [one for one in found if under_path(one, pointer.prose)]
        if pointer.annex is not None:
            found = [one for one in found if in_annex(one, pointer.annex)]
        if pointer.group is not None:
            return [one for one in found if in_group(one, pointer.group)]
        heading = named_group(query, self._library)
        if heading is None:
            return found
        wanted = self._library.hear(heading)
        return [one for one in found if group_name(self._library, one) == wanted]

    def select(self, query: Query) -> Selection:
        """Apply every condition of a list or count question; sub-rows are counted only where something narrows the rows."""
        found = self.rows(query)
        if query.pointer.ordinal:
            found = [entry for entry in found if child_of(entry, query.pointer.ordinal)]
        filters = _filters(query)
        roles: dict[int, str] = {}
        for actor in filters:
            kept = _by_actor(found, actor, joint="joint" in query.flags)
            roles |= kept
            found = [entry for entry in found if entry.order in kept]
        found = holding(_by_blank(_by_time(found, query), query), query, self._library)
        if query.intent is Intent.COUNT and not self._narrowed(query):
            found = [entry for entry in found if entry.parent is None]
        understood = tuple(("đơn vị", printed_name(self._library, query, actor)) for actor in filters)
        return Selection(tuple(found), tuple(roles.get(entry.order, "") for entry in found), understood)

    def _narrowed(self, query: Query) -> bool:
        """Whether anything beyond plan, annex and group narrows the rows."""
        blank = "blank" in query.flags and _blank_column(query.spoken)
        named = _filters(query) or query.period or query.quoted or query.pointer.ordinal or query.flags & _NARROWING
        return bool(named or blank or leftover(query, self._library))


def printed_name(library: Library, query: Query, actor: Actor) -> str:
    """A unit as the plans print it; as the question has it when they do not."""
    unit = library.units.get(actor.key)
    if unit is not None:
        return unit.names[0]
    longer = next((one for key, one in library.units.items() if key.startswith(actor.key + " ")), None)
    words = " ".join(token.typed for token in query.words.tokens[actor.start : actor.end])
    return longer.names[0] if actor.known and longer else words[:1].upper() + words[1:]


def _filters(query: Query) -> list[Actor]:
    """The units that are conditions: not those that only point to a plan, unless a role verb follows one."""
    pointing = [one for one in query.mentions if one.kind == "issuer"]
    others = [one for one in query.actors if not any(m.start <= one.start < m.end for m in pointing)]
    return others or [one for one in query.actors if one.role != "any" and one.direct]


def _by_actor(found: Sequence[Entry], actor: Actor, *, joint: bool) -> dict[int, str]:
    """The role in which each row that names the unit as asked does so; ``joint`` asks for rows with several leads."""
    kept: dict[int, str] = {}
    for entry in found if actor.known else ():
        lead, support = names_unit(entry.leads, actor.key), names_unit(entry.supports, actor.key)
        wanted = {"lead": lead and (len(entry.leads) > 1 or not joint), "support": support}
        if wanted.get(actor.role, lead or support):
            kept[entry.order] = "lead" if lead else "support"
    return kept


def _by_time(found: list[Entry], query: Query) -> list[Entry]:
    """Rows overdue, undated, due in the period asked for, or going on without a deadline."""
    flags, period = query.flags, query.period
    if "overdue" in flags or ("until_now" in flags and period is None):
        return [one for one in found if _is_over(one, query)]
    if "undated" in flags:
        return [one for one in found if one.leads and _is_undated(one)]
    if period is not None and query.intent is not Intent.FACT:
        if not _NO_DEADLINE.search(fold(query.typed).split(period.words)[0]):
            as_printed = _AS_PRINTED.search(query.spoken) is not None
            return [one for one in found if due_in(one, period) and not (as_printed and coarser(one, period))]
        same = [one for one in found if one.when and (one.when.start, one.when.end) == (period.start, period.end)]
        if same:
            return same
    for flag in ("continuous", "whole_year"):
        if flag in flags and not query.quoted:
            return [one for one in found if find_phrase(_time_cells(one), heard(f"condition.{flag}"))]
    return found


def _is_over(entry: Entry, query: Query) -> bool:
    when = entry.when
    return bool(when and when.end and when.end < query.today and when.kind is not DueKind.CONTINUOUS)


def _is_undated(entry: Entry) -> bool:
    return entry.when is None or entry.when.end is None or entry.when.kind is DueKind.EVENT


def _time_cells(entry: Entry) -> str:
    return sound(f"{entry.field('due').text} | {entry.field('note').text}")


def _by_blank(found: list[Entry], query: Query) -> list[Entry]:
    """Rows whose asked cell is empty; a row with neither lead nor deadline is a heading, not a row left blank."""
    column = _blank_column(query.spoken) if "blank" in query.flags and "undated" not in query.flags else ""
    if not column:
        return found
    return [one for one in found if not one.field(column).text and (one.field("lead").text or one.field("due").text)]


def _blank_column(spoken: str) -> str:
    """The column whose name stands within two words of "để trống" and the like."""
    blank = "|".join(sound(phrase) for phrase in written("condition.blank"))
    for column, names in _BLANK_COLUMNS:
        near = rf"(?:{blank}) (?:\S+ ){{0,2}}?(?:{names})\b|\b(?:{names}) (?:\S+ ){{0,2}}?(?:{blank})(?: |$)"
        if re.search(near, spoken):
            return column
    return ""
