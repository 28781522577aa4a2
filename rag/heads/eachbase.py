"""The document that each of several plans rests on, told in the order asked."""

from __future__ import annotations

from rag.answer import Answer
from rag.compose import not_found
from rag.corpus.library import Library
from rag.query.question import Query
from rag.reading.bases import answer_document
from rag.sides.compare import of_plans


def documents_of_plans(query: Query, library: Library, threshold: float) -> Answer | None:
    """The number asked for of each of the plans that are set side by side; None where none are, or one rests on none such."""
    if "compare" not in query.flags:
        return None
    return of_plans(query, library, lambda one: answer_document(one, library, threshold) or not_found(one, library))
