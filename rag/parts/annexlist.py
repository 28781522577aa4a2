"""The annexes of a plan: how many it has and what they are called ("kế hoạch … kèm mấy phụ lục, gồm những phụ lục nào")."""

from __future__ import annotations

import re
from typing import Final

from ingest.document import Span
from ingest.plan import Plan, Section, SectionKind
from rag.answer import Answer, Item, Status
from rag.citations import cite, plan_name
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.question import Query
from rag.query.telegrams import THINGS
from rag.wording import AMBIGUOUS, shorten

_ANNEX: Final = f"(?:{sound('phụ lục')}|{sound('biểu')}|{sound('phụ biểu')})"
_HOW_MANY: Final = re.compile(rf"\b(?:{sound('mấy')}|{sound('bao nhiêu')}|{sound('số lượng')}) {_ANNEX}\b")
_WHICH: Final = re.compile(
    rf"\b(?:{sound('gồm')}|{sound('có')}|{sound('kèm')}|{sound('kèm theo')}) (?:{sound('những')} |{sound('các')} )?{_ANNEX} (?:{sound('nào')}|{sound('gì')})\b"
    rf"|^(?:\S+ ){{0,4}}?(?:{sound('liệt kê')}|{sound('kể tên')}|{sound('tên')}|{sound('danh sách')}) (?:{sound('các')} |{sound('những')} )?{_ANNEX}\b"
)
_OF_ROWS: Final = re.compile(
    rf"\b(?:{THINGS})\b|\b(?:{sound('chủ trì')}|{sound('phối hợp')}|{sound('báo cáo')}|{sound('dòng')})\b"
)
"""Asks for rows, or in which annex they stand."""
_HEADING: Final = 120
"""Characters of a title that a list shows."""


def answer_annexes(query: Query, library: Library) -> Answer | None:
    """Every annex of the plans meant; None where they are not asked for, or there are none. How many, only one plan tells."""
    counted = _HOW_MANY.search(query.spoken) is not None
    asked = counted or _WHICH.search(query.spoken)
    if not asked or query.pointer.ordinal or query.pointer.annex or query.period or _OF_ROWS.search(query.spoken):
        return None
    plans = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    found = [(library.plans[n], annexes) for n in sorted(plans) if (annexes := _annexes(library.plans[n]))]
    if not found:
        return None
    items = tuple(Item(plan.file, plan_name(plan), one.locator, one.heading) for plan, own in found for one in own)
    cited = tuple(one for plan, own in found for annex in own for one in cite(plan, annex.locator, _title(plan, annex)))
    if len(found) > 1 and (counted or query.plans is None):
        parts = "; ".join(f"{plan_name(plan)}: {len(own)} phụ lục" for plan, own in found)
        return Answer(query.typed, Status.AMBIGUOUS, AMBIGUOUS.format(parts=parts), items=items, citations=cited)
    told = "; ".join(shorten(one.name, _HEADING) for one in items)
    name = ", ".join(plan_name(plan) for plan, _ in found)
    values = (str(len(items)),) if counted else ()
    return Answer(query.typed, Status.ANSWERED, f"{len(items)} phụ lục ({name}): {told}.", values, items, cited)


def _annexes(plan: Plan) -> list[Section]:
    return [one for one in plan.sections if one.kind is SectionKind.ANNEX]


def _title(plan: Plan, annex: Section) -> tuple[Span, ...]:
    """The line that names the annex."""
    end = plan.text.find("\n", annex.span.start)
    return (Span(annex.span.start, end if end > 0 else annex.span.end),)
