"""The figures of two years that one clause tells together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rag.answer import Answer, Status
from rag.corpus.library import Library
from rag.measures.figurepairs import of_years
from rag.query.asks import Intent
from rag.query.question import Query
from rag.wording import joined


def years_of_one(query: Query, library: Library, ask: Callable[[Query], Answer]) -> Answer | None:
    """The figures of both years out of the one clause that tells them."""
    answer = ask(replace(query, role="value", roles=(), intent=Intent.FACT, flags=query.flags - {"compare"}))
    places = {(one.file, one.locator) for one in answer.citations}
    if answer.status is not Status.ANSWERED or len(places) != 1:
        return None
    values = of_years(query, library, max((one.quote for one in answer.citations), key=len))
    return replace(answer, values=values, answer=joined(values)) if len(values) > 1 else None
