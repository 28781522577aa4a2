"""The document that each of several plans rests on, told in the order asked."""

from __future__ import annotations

from rag.answer import Answer
from rag.bases import answer_document
from rag.compare import of_plans
from rag.compose import not_found
from rag.library import Library
from rag.question import Query


def documents_of_plans(query: Query, library: Library, threshold: float) -> Answer | None:
    """The number asked for of each of the plans that are set side by side; None where none are, or one rests on none such."""
    if "compare" not in query.flags:
        return None
    return of_plans(query, library, lambda one: answer_document(one, library, threshold) or not_found(one, library))
