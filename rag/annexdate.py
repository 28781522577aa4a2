"""The day printed in the title of an annex, and beside it the one at the head of the plan where both are asked for."""

from __future__ import annotations

import re
from typing import Final

from rag.answer import Answer, Status
from rag.bases import DATE
from rag.citations import cite, plan_name
from rag.compose import together
from rag.headers import answer_header
from rag.library import Library
from rag.phrases import heard
from rag.question import Query
from rag.words import sound

_ANNEXES: Final = ("Phụ lục", "Danh mục", "Biểu")
_DAY: Final = sound("ngày")
_HEAD: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('đầu văn bản', 'đầu kế hoạch', 'đầu trang', 'trang đầu', 'phần đầu', 'tiêu đề', 'văn bản chính', 'ngày ban hành', 'ngày ký', 'ban hành ngày', 'ký ngày', 'kế hoạch ngày')))})\b"
)
_ANNEX: Final = re.compile(rf"\b(?:{'|'.join(map(sound, _ANNEXES))})\b")
_TWO: Final = 2
"""Days asked for: that of the head and that of the annex."""


def answer_annex_date(query: Query, library: Library) -> Answer | None:
    """The day printed in the title of an annex, where nothing but an annex and a plan is named."""
    if query.pointer.annex is None or query.pointer.ordinal or query.role != "due" or query.plans is None:
        return None
    head = _HEAD.search(query.spoken) if query.spoken.split().count(_DAY) >= _TWO else None
    phrases = (
        *heard("column.due"),
        *heard("filler.header"),
        *heard("filler.numbering"),
        *map(sound, ("ghi", "in", "đề", "của", "là")),
    )
    rest = query.unpointed
    if (rest.drop_matches(_HEAD) if head else rest).drop(phrases).content():
        return None
    told = _of_annex(query, library)
    if told is None or head is None:
        return told
    parts = [answer_header(query, library, "date"), told]
    annex = _ANNEX.search(query.spoken)
    if annex and annex.start() < head.start():
        parts.reverse()
    return together(query, parts) if all(part.status is Status.ANSWERED for part in parts) else told


def _of_annex(query: Query, library: Library) -> Answer | None:
    """The day of the first annex meant that prints one."""
    for plan in (library.plans[number] for number in sorted(query.plans or ())):
        titles = (one for one in plan.clauses if one.locator.endswith("/tiêu đề") and one.locator.startswith(_ANNEXES))
        for clause in titles:
            day = DATE.search(clause.text)
            if day and (not query.pointer.annex or query.pointer.annex in clause.locator.split("/")[0].split()):
                text = f"{day[1]} ({plan_name(plan)}, {clause.locator})."
                cited = cite(plan, clause.locator, (clause.span,))
                return Answer(query.typed, Status.ANSWERED, text, (day[1],), citations=cited)
    return None
