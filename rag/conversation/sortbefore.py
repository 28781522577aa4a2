"""A follow-up for the unit of one sort in the row spoken of: "Thế trường nào đồng hành vậy?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rag.answer import Answer
from rag.citations import place_of
from rag.compose import compose
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import WEAK, find_phrase
from rag.query.asks import Intent
from rag.query.question import Query
from rag.ranking.rank import Scored
from rag.wording import joined

_UNIT_ROLES: Final = ("support", "lead")
_FEWEST: Final = 2
"""Words that name a sort of unit, or the sort and what it does."""


def unit_of_sort(query: Query, previous: Answer, library: Library) -> Answer | None:
    """The units of the row told before whose printed names hold every word of the follow-up; None where none does."""
    places = {(one.file, one.locator) for one in previous.citations}
    if len(places) != 1 or query.role not in _UNIT_ROLES or query.intent is not Intent.FACT:
        return None
    if query.mentions or query.actors or query.quoted or query.period or not query.pointer.empty:
        return None
    if not find_phrase(query.spoken, heard("ask.follow")):
        return None
    rest = query.words.drop(heard("ask.follow")).drop(heard("filler.follow")).content()
    said = {word for word, weight in rest.items() if query.words.accents or weight > WEAK}
    if len(said) < _FEWEST:
        return None
    for entry in library.entries:
        if entry.kind == "clause" or (library.plans[entry.plan].file, place_of(entry)) not in places:
            continue
        for role, units in zip(_UNIT_ROLES, (entry.supports, entry.leads), strict=True):
            meant = tuple(one for one in units if said <= set(library.hear(one).split()))
            if meant:
                told = compose(replace(query, role=role, roles=()), library, Scored(entry, 1.0, 1.0, 1.0))
                return replace(told, values=meant, answer=told.answer.replace(joined(told.values), joined(meant)))
    return None
