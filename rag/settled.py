"""What is looked at in every answer at the last: whether it is of the one meant, and how little of it was asked for."""

from __future__ import annotations

from rag.answer import Answer, Status
from rag.clauses.postholders import named_holder
from rag.clauses.useasked import serving
from rag.compose import not_found
from rag.corpus.library import Library
from rag.language.nth import of_another_turn
from rag.query.question import Query
from rag.reading.smallest import one_by_one
from rag.rows.denied import denied


def settled(query: Query, library: Library, answer: Answer) -> Answer:
    """The answer cut to what was asked; refused where it is of nobody, or of another one of several than is meant."""
    if answer.status is Status.ANSWERED and answer.citations:
        files = {one.file for one in answer.citations}
        titles = (plan.header.title or "" for plan in library.plans if plan.file in files)
        if of_another_turn(query.typed, [*titles, *(one.quote for one in answer.citations)]):
            return not_found(query, library)
    told = serving(query, library, denied(query, answer))
    return one_by_one(query, named_holder(query, library, told))
