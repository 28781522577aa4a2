"""A cell of the one row that a question calls by its name, or by how this begins: nothing else can be meant."""

from __future__ import annotations

from typing import Final

from rag.agree import disagreement
from rag.answer import Answer
from rag.asks import Intent
from rag.compose import compose
from rag.library import Library
from rag.question import Query
from rag.rank import Scored
from rag.verbatim import plain_words

_CELLS: Final = frozenset({"lead", "support", "due", "result", "note"})


def answer_named(query: Query, library: Library) -> Answer | None:
    """The cells asked for; None unless the name is one row's alone and cells of it are asked for."""
    asked = query.roles or (query.role,)
    if not query.named or query.intent is not Intent.FACT or "compare" in query.flags or not _CELLS.issuperset(asked):
        return None
    rows = [
        one
        for one in library.entries
        if one.kind == "task" and query.covers(one.plan) and f" {query.named} " in f" {plain_words(one.name)} "
    ]
    row = Scored(rows[0], 1.0, 1.0, 1.0) if len(rows) == 1 else None
    return compose(query, library, row) if row and not disagreement(library, query, row) else None
