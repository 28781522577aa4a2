"""Questions about the plans themselves: how many there are, and which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.document import Span
from ingest.plan import Plan
from rag.answer import Answer, Citation, Item, Status
from rag.citations import cite, plan_name
from rag.compose import not_found
from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.query.asks import Intent
from rag.query.question import Query

_ASKED: Final = re.compile(
    rf"(?:{sound('hiện')} |{sound('đang')} |{sound('trong')} |{sound('kho')} |{sound('hệ thống')} |{sound('có')} )*"
    rf"(?:{sound('bao nhiêu')}|{sound('mấy')}|{sound('danh sách')}|{sound('liệt kê')}|{sound('kể tên')}|{sound('những')}|{sound('các')}) "
    rf"(?:{sound('các')} |{sound('những')} |{sound('bản')} )*{sound('kế hoạch')}"
    rf"(?: {sound('nào')}| {sound('gì')}| {sound('đã nạp')}| {sound('trong kho')}| {sound('tất cả')}| {sound('vậy')}| {sound('nhỉ')}| {sound('hiện có')}| {sound('đang có')})*"
)
"""Nothing but the plans is asked for."""
_WHICH: Final = re.compile(rf"(?:{sound('có')} )?{sound('kế hoạch')} (?:{either('nào', 'gì')})")
_ISSUED: Final = re.compile(
    rf" (?:(?:{either('được', 'đã', 'do')}) )*(?:{either('ban hành', 'ký ban hành', 'ký', 'ra đời', 'ra', 'lập')})"
    rf"(?: (?:{either('trong', 'vào', 'hồi', 'từ', 'của')}))*(?: (?:{sound('tháng')} )?(?P<month>\d{{1,2}})(?: /)?)?"
    rf"(?: {sound('năm')})? (?P<year>(?:19|20)\d\d)(?= |$)"
)
"""When they were issued: by the day that each plan's head prints."""


def answer_plans(query: Query, library: Library) -> Answer | None:
    """The loaded plans with their titles, all or those issued in a year, or how many; None where anything else is asked."""
    issued = _ISSUED.search(query.spoken)
    if query.actors or (not issued and (query.plans is not None or query.period)):
        return None
    asked = " ".join(_ISSUED.sub(" ", query.spoken, count=1).split())
    if not (_ASKED.fullmatch(asked) or (issued and _WHICH.fullmatch(asked))):
        return None
    found = [plan for plan in library.plans if issued is None or _is_of(plan, issued)]
    if not found:
        return not_found(query, library)
    return _listed(query, found)


def _is_of(plan: Plan, issued: re.Match[str]) -> bool:
    """Whether a plan's head prints a day of that year, and of the month where one is said."""
    when = plan.header.date
    return when is not None and when.year == int(issued["year"]) and when.month == int(issued["month"] or when.month)


def _listed(query: Query, plans: Sequence[Plan]) -> Answer:
    """The plans as items, their number where they are counted."""
    items: list[Item] = []
    citations: list[Citation] = []
    for plan in plans:
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
