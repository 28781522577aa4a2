"""Rows and clauses that tell how long something may take, where that is asked and others tell a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.measures.times import asks_both_ends, asks_limit, has_two_ends, lasts
from rag.query.question import Query
from rag.ranking.rank import Scored
from rag.reading.values import values_of

_LIMITED: Final = 0.25
"""How much less of a question a clause may say that tells within what something must be done, where the best one tells a day."""


def tells_stretch(query: Query, library: Library, entry: Entry) -> bool:
    """Whether what an entry tells lasts, or has two ends."""
    told = values_of(query, library, entry)[0]
    return any(has_two_ends(one) or (not asks_both_ends(query) and lasts(one)) for one in told)


def shortfall(query: Query) -> float:
    """How much less than the best a clause that tells a stretch may say of the question."""
    return _LIMITED if asks_limit(query) else 0.0


def without_days(query: Query, library: Library, ranked: Sequence[Scored], first: Scored) -> Sequence[Scored]:
    """The candidates without those that say more of the question than ``first`` and tell no stretch, where it does and one is asked for."""
    if not (query.role == "due" and asks_limit(query) and tells_stretch(query, library, first.entry)):
        return ranked
    return [one for one in ranked if one.score <= first.score or tells_stretch(query, library, one.entry)]
