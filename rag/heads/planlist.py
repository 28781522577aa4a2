"""Questions about the plans themselves: how many there are, and which."""

from __future__ import annotations

import re
from typing import Final

from ingest.document import Span
from rag.answer import Answer, Citation, Item, Status
from rag.citations import cite, plan_name
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.asks import Intent
from rag.query.question import Query

_ASKED: Final = re.compile(
    rf"(?:{sound('hiện')} |{sound('đang')} |{sound('trong')} |{sound('kho')} |{sound('hệ thống')} |{sound('có')} )*"
    rf"(?:{sound('bao nhiêu')}|{sound('mấy')}|{sound('danh sách')}|{sound('liệt kê')}|{sound('kể tên')}|{sound('những')}|{sound('các')}) "
    rf"(?:{sound('các')} |{sound('những')} |{sound('bản')} )*{sound('kế hoạch')}"
    rf"(?: {sound('nào')}| {sound('đã nạp')}| {sound('trong kho')}| {sound('tất cả')}| {sound('vậy')}| {sound('nhỉ')}| {sound('hiện có')}| {sound('đang có')})*"
)
"""Nothing but the plans is asked for."""


def answer_plans(query: Query, library: Library) -> Answer | None:
    """The loaded plans with their titles, or how many; None where the question is of anything else."""
    if query.plans is not None or query.actors or query.period or not _ASKED.fullmatch(query.spoken):
        return None
    items: list[Item] = []
    citations: list[Citation] = []
    for plan in library.plans:
        title = next((one for one in plan.sections if one.locator == "Tiêu đề"), None)
        locator = title.locator if title else plan.sections[0].locator if plan.sections else ""
        items.append(Item(plan.file, plan_name(plan), locator, plan.header.title or plan_name(plan)))
        span = plan.header.span_of("title") or (title.span if title else Span(0, min(len(plan.text), 80)))
        citations.extend(cite(plan, locator, (span,)))
    counts = query.intent is Intent.COUNT
    listed = "" if counts else ": " + "; ".join(f"{one.plan} – {one.name}" for one in items)
    text = f"{len(items)} kế hoạch{listed}."
    values = (str(len(items)),) if counts else ()
    return Answer(query.typed, Status.ANSWERED, text, values, tuple(items), tuple(citations))
