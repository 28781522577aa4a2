"""Clauses of several plans that say a question alike: each plan's own answers it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rag.library import Library
from rag.question import Query
from rag.rank import Scored
from rag.values import values_of
from rag.words import sound

_ALL_SAID: Final = 0.95
"""The share of a question's words that clauses of several plans say, and how near the best they score, to be told apart."""


def same_said(query: Query, library: Library, fitting: Sequence[Scored]) -> list[Scored]:
    """The clauses of several plans that say the question's every word alike, where it names no plan; [] without such."""
    best = fitting[0]
    if query.plans is not None or query.actors or best.coverage < _ALL_SAID:
        return []
    firsts: dict[int, Scored] = {}
    for one in fitting:
        if one.entry.kind == "clause" and one.coverage >= best.coverage and one.score >= _ALL_SAID * best.score:
            firsts.setdefault(one.entry.plan, one)
    said = {tuple(map(sound, values_of(query, library, one.entry)[0])) for one in firsts.values()}
    return sorted(firsts.values(), key=lambda one: one.entry.order) if len(said) > 1 else []
