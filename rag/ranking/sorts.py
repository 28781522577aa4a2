"""What a candidate gains or loses by the sort of entry that it is."""

from __future__ import annotations

from typing import Final

from ingest.units import is_collective
from rag.corpus.entries import Entry
from rag.language.words import sound
from rag.query.question import Query
from rag.ranking.fitted import Weights

Sort = tuple[str, bool, bool]
_OFFICE_ROOM: Final = (*sound("văn phòng").split(), sound("phòng"))
"""The office of a department is one of its rooms."""


def sort_of(entry: Entry) -> Sort:
    """What of an entry `by_sort` goes by: its kind, whether it is a row without cells, and whether a plan's frame."""
    return entry.kind, _is_empty(entry), _is_frame(entry)


def _is_empty(entry: Entry) -> bool:
    return entry.kind != "clause" and not any(entry.field(name).text for name in ("lead", "due", "value"))


def _is_frame(entry: Entry) -> bool:
    return entry.locator in {"Nơi nhận", "Tiêu đề"} or entry.locator.endswith("/tiêu đề")


def by_sort(query: Query, entry: Entry, weights: Weights) -> float:
    """Rows answer column questions, targets figure questions; a parent row without cells answers nothing."""
    added = weights.head if _led_by_head(query, entry) else 0.0
    if entry.kind == "clause":
        added += _of_clause(query.role, weights)
    if entry.kind == "target":
        added += weights.target_value if query.role == "value" else 0.0
        added += weights.target_kind if query.kind == "target" else 0.0
    if query.role and _is_empty(entry):
        added += weights.empty
    if _is_frame(entry):
        added += weights.frame
    return added


def _of_clause(role: str, weights: Weights) -> float:
    """What a clause gains or loses where this column is asked for."""
    if not role:
        return weights.clause_open
    if role == "value":
        return weights.clause_value
    return weights.clause_column if role in ("lead", "support", "due") else weights.clause_other


def _led_by_head(query: Query, entry: Entry) -> bool:
    """Whether, asked for a "phòng", the entry is led by one."""
    return bool(query.asked_head) and any(is_one_of(unit, query.asked_head) for unit in entry.leads)


def is_one_of(unit: str, head: str) -> bool:
    """Whether a unit is one of those that the head names: "sở, ban, ngành" are no "sở"; "văn phòng" is a "phòng"."""
    first, *rest = sound(unit).split() or ("",)
    named = first == head or (first, *rest[:1], head) == _OFFICE_ROOM
    return named and not is_collective(unit)
