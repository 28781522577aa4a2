"""The places in prose that an answer rests on as its rows, where a list or a unit's work is asked for.

The values are the clauses; the rows are the smallest numbered places in which these stand, in document order.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.plan import Plan, SectionKind
from rag.answer import Answer, Status
from rag.corpus.library import Library
from rag.language.words import either
from rag.parts.sectionparts import part_item
from rag.query.asks import Intent
from rag.query.question import Query

_MANY: Final = re.compile(
    rf"\b(?:{either('những', 'các', 'mấy', 'bao nhiêu', 'gồm', 'bao gồm')}) (?:\S+ ){{1,6}}?(?:{either('nào', 'gì')})\b"
    rf"|\b(?:{either('liệt kê', 'kể tên', 'kể ra', 'những gì')})\b"
)
ASKS_WORK: Final = re.compile(
    rf"\b(?:{either('làm', 'lo', 'việc', 'công việc', 'nhiệm vụ', 'trách nhiệm', 'phần việc', 'lo việc', 'phụ trách', 'phải')}) (?:{either('những', 'các')} )?(?:{either('gì', 'nào', 'chi')})\b"
)
"""Asks for somebody's work."""
_OF_SIDES: Final = frozenset({"lead", "support", "value", "result"})


def with_places(query: Query, answer: Answer, library: Library) -> Answer:
    """The answer with the places of its clauses as rows; the answer itself where no list or work is asked for."""
    if answer.status is not Status.ANSWERED or answer.items or answer.method != "retrieval" or not answer.citations:
        return answer
    by_time = query.role == "due" and query.period is not None
    listed = query.intent is Intent.LIST or _MANY.search(query.spoken) or ASKS_WORK.search(query.spoken)
    if not by_time and (not listed or query.role in _OF_SIDES):
        return answer
    plans = {plan.file: plan for plan in library.plans}
    items = []
    for file, locator in dict.fromkeys((one.file, one.locator) for one in answer.citations):
        heading = _heading(plans[file], locator)
        if heading is None:
            return answer  # a row or a part of the head is no place of prose
        items.append(part_item(plans[file], locator, heading))
    return replace(answer, items=tuple(items))


def _heading(plan: Plan, locator: str) -> str | None:
    """What the numbered place is headed; None where none has that number."""
    found = (one.heading for one in plan.sections if one.locator == locator and one.kind is SectionKind.HEADING)
    return next(found, None)
