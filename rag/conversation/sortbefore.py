"""A follow-up for the unit of one sort in the row spoken of: "Thế trường nào đồng hành vậy?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rag.answer import Answer
from rag.citations import place_of
from rag.compose import compose, not_found
from rag.corpus.library import Library
from rag.language.asked import NUMERALS, read_asked
from rag.language.phrases import heard
from rag.language.words import WEAK, find_phrase, sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.ranking.rank import Scored
from rag.wording import joined

_UNIT_ROLES: Final = ("support", "lead")
_VERBS: Final = {"support": sound("phối hợp"), "lead": sound("chủ trì")}
_TOGETHER: Final = sound("cùng")
_FEWEST: Final = 2
"""Words that name a sort of unit and what it does, where more is said than the sort."""


def unit_of_sort(query: Query, previous: Answer, library: Library) -> Answer | None:
    """The units of the row told before whose printed names hold every word of the follow-up.

    A refusal where helpers of a sort alone are asked for that the row has none of; None where the follow-up is no such.
    """
    places = {(one.file, one.locator) for one in previous.citations}
    if len(places) != 1 or query.role not in _UNIT_ROLES or query.intent is not Intent.FACT:
        return None
    if query.mentions or query.actors or query.quoted or query.period or not query.pointer.empty:
        return None
    rest = query.words
    for phrases in (heard("ask.follow"), heard("filler.follow"), _VERBS.values(), (_TOGETHER,)):
        rest = rest.drop(phrases)
    words = {word for word, weight in rest.content().items() if query.words.accents or weight > WEAK}
    said = {word for word in words - NUMERALS if not word.isdigit()}
    alone = bool(said) and said <= set(read_asked(query.words).head)
    if not alone and len(said) < _FEWEST:
        return None
    named = tuple(role for role in _UNIT_ROLES if find_phrase(query.spoken, (_VERBS[role],)))
    for entry in library.entries:
        if entry.kind == "clause" or (library.plans[entry.plan].file, place_of(entry)) not in places:
            continue
        for role in named or _UNIT_ROLES:
            units = entry.supports if role == "support" else entry.leads
            meant = tuple(one for one in units if said <= set(library.hear(one).split()))
            if meant:
                told = compose(replace(query, role=role, roles=()), library, Scored(entry, 1.0, 1.0, 1.0))
                return replace(told, values=meant, answer=told.answer.replace(joined(told.values), joined(meant)))
        if alone and named == ("support",) and len(said) >= _FEWEST:
            return not_found(query, library)  # "sở nào" may be any office, "doanh nghiệp nào" is none but those
    return None
