"""A cell of the one row that a question calls by its name, or by how this begins: nothing else can be meant."""

from __future__ import annotations

from typing import Final

from rag.answer import Answer, Status
from rag.choosing.agree import disagreement
from rag.citations import place_of
from rag.compose import compose
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.lookup import Lookup
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.verbatim import row_names

_FAR_MORE: Final = 0.15
_CELLS: Final = {
    "task": frozenset({"lead", "support", "due", "result", "note"}),
    "target": frozenset({"", "lead", "support", "due", "result", "note", "value", "unit"}),
}


def row_named(query: Query, library: Library) -> Entry | None:
    """The row; None unless the name is one row's alone and cells of it are asked for."""
    asked = query.roles or (query.role,)
    if not query.named or query.intent is not Intent.FACT or "compare" in query.flags:
        return None
    rows = [
        (one, f" {name} ".startswith(f" {query.named} "))
        for one, name in row_names(library)
        if query.covers(one.plan) and f" {query.named} " in f" {name} "
    ]
    rows = [row for row in rows if row[1]] or rows
    cells = _CELLS[rows[0][0].kind] if len(rows) == 1 else frozenset()
    return rows[0][0] if cells.issuperset(asked) else None


def answer_named(query: Query, library: Library, lookup: Lookup) -> Answer | None:
    """The cells asked for of the row that is named.

    None where the question says what the row does not (a figure, a year), where another row says far more of it, where a
    part of this one is meant by words that it lacks, or where rows of two plans fit.
    """
    row = row_named(query, library)
    ranked = lookup.candidates(query) if row else ()
    mine = next((one for one in ranked if one.entry is row), None)
    if row is None or mine is None or mine.coverage < max(one.coverage for one in ranked) - _FAR_MORE:
        return None
    told = lookup.answer(query)
    if disagreement(library, query, mine) or told.status is Status.AMBIGUOUS:
        return None
    lacks = any(lookup.words(query)[word] >= 1.0 for word in mine.missing)
    return None if lacks and _is_of_parts(told, row, library) else compose(query, library, mine)


def _is_of_parts(told: Answer, row: Entry, library: Library) -> bool:
    """Whether an answer rests on parts of the row alone."""
    parts = {place_of(one) for one in library.entries if one.plan == row.plan and one.parent == row.locator}
    file = library.plans[row.plan].file
    told_of = told.status is Status.ANSWERED and bool(told.citations)
    return told_of and all(one.file == file and one.locator in parts for one in told.citations)
