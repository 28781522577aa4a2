"""What else a question asks of the clause that answered it: "sơ tán bao nhiêu hộ và đến đâu", "báo về đâu, trước mấy giờ"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ingest.plan import Clause
from rag.answer import Answer, Status
from rag.citations import plan_name
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.reportasks import asks_next
from rag.query.subjects import subject_of
from rag.reading.prose import pick
from rag.reading.sentto import sent_to
from rag.reading.twofold import asks_several, each
from rag.reading.values import values_of
from rag.wording import joined

_SEVERAL: Final = 2
_CELLS: Final = frozenset({"lead", "support", "due"})
"""What a row of prose tells in a cell of its own."""


def also_told(query: Query, library: Library, answer: Answer) -> Answer:
    """The answer with what its one clause tells of the other things asked, in the order asked; as it is where it tells less.

    A duty, a target and a row of prose are read each in its own way, which answers the thing that it was made for.
    """
    told = answer.status is Status.ANSWERED and len(answer.values) == 1 and len(answer.items) < _SEVERAL
    if (
        not told or not asks_several(query) or query.intent is not Intent.FACT or asks_next(query)
    ):  # which one comes next is told by its day
        return answer
    entries = _entries_of(library, answer)
    held = [one for one in entries if one.clause is not None]
    clause = held[0].clause if len(held) == 1 else None
    if clause is None or clause.cells:
        return answer
    plan = library.plans[held[0].plan]
    subject, rows = subject_of(plan, clause), [one for one in entries if one.kind == "task"]

    def tell(part: Query, text: str) -> tuple[str, ...]:
        if sent := sent_to(part, library, text):
            return sent
        cells = values_of(part, library, rows[0])[0] if len(rows) == 1 and part.role in _CELLS else ()
        return cells or pick(part, library, replace(clause, text=text), subject)

    values = _with_own(each(query, library, tell, clause.text), answer.values[0], clause)
    text = f"{joined(values)} ({plan_name(plan)}, {clause.locator})."
    return replace(answer, values=values, answer=text) if values else answer


def _entries_of(library: Library, answer: Answer) -> list[Entry]:
    """The entries of prose, out of one place, that the answer rests on; none where it rests on several."""
    if len({(one.file, one.locator) for one in answer.citations}) != 1:
        return []
    spans = [(one.start, one.end) for one in answer.citations]
    plans = library.numbers({answer.citations[0].file})
    return [
        one
        for one in library.entries
        if one.plan in plans
        and one.annex is None
        and any(start < span.end and span.start < end for span in one.spans for start, end in spans)
    ]


def _with_own(told: tuple[str, ...], own: str, clause: Clause) -> tuple[str, ...]:
    """The values with the one already told in its place; () where it is none of them, or another stands within it."""
    heard, whole = [f" {sound(one)} " for one in told], f" {sound(own)} "
    same = [n for n, one in enumerate(heard) if one in whole or whole in one]
    if len(same) != 1:
        return ()
    start = clause.text.find(own)
    others = ((clause.text.find(one), len(one)) for n, one in enumerate(told) if n != same[0])
    if start >= 0 and any(at < start + len(own) and start < at + size for at, size in others):
        return ()
    return tuple(own if n == same[0] else one for n, one in enumerate(told))
