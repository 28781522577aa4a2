"""Clauses and rows that surely say what a question means which only sounds as if it asked for rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.lookup import Lookup
from rag.query.asks import Intent
from rag.query.question import Query
from rag.reading.suchcases import asks_what_then, then_done
from rag.rows.facts import TIMED

_SURELY: Final = 0.9
"""How sure one row or clause must be meant by what was read as a list or count and has no rows."""
_SURE_OF_CASE: Final = 0.5
"""How sure a clause must be meant that tells a case and what befalls it."""
_COLUMNS: Final = frozenset({"lead", "support", "value", "result"})


def told_surely(query: Query, lookup: Lookup) -> Answer | None:
    """One row or clause that says nearly all of a question which sounds like a list or count and has none.

    "Đề án … do những vụ nào chủ trì" asks who leads one row, "… phải đạt bao nhiêu cơ sở" what one is to reach,
    "khó khăn nhất là thiếu những gì" what a clause tells; all of a clause is no answer to the last.
    """
    wholes = [one.start for one in query.mentions if one.kind == "issuer"]
    if any(not one.known and any(one.start < at < one.end for at in wholes) for one in query.actors):
        return None  # a branch of the issuer's that no plan knows
    in_prose = query.intent is Intent.LIST and not (query.role or query.kind)
    if not (in_prose or query.role in _COLUMNS) or query.flags & TIMED or query.period:
        return None
    told = lookup.answer(replace(query, intent=Intent.FACT, actors=()))
    if told.status is not Status.ANSWERED or (told.confidence or 0.0) < _SURELY:
        return None
    whole = any(one.quote.strip(" .;") in value for one in told.citations for value in told.values)
    return None if in_prose and (whole or told.method != "retrieval") else told


def told_then(query: Query, lookup: Lookup) -> Answer | None:
    """What a clause says befalls those of the sort that the question tells, or what they have to do."""
    if not asks_what_then(query):
        return None
    told = lookup.answer(replace(query, intent=Intent.FACT, role="", flags=query.flags - TIMED))
    then = then_done(query, " ".join(one.quote for one in told.citations))
    return told if then in told.values and (told.confidence or 0.0) >= _SURE_OF_CASE else None
