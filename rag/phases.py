"""When one of several rounds takes place, where its heading tells it: "2.1. Đợt 1: Trong tháng 12/2026"."""

from __future__ import annotations

import re
from typing import Final

from ingest.document import Span
from ingest.dues import looks_like_due
from ingest.plan import Plan, Section, SectionKind
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.ends import one_end
from rag.entries import sections_over
from rag.library import Library, once
from rag.nth import turns
from rag.phrases import heard
from rag.question import Query
from rag.words import sound

_TOLD: Final = re.compile(
    r"(?P<name>[^:(]{3,60}?)\s*(?::|\(|\s[-–]\s)\s*(?P<time>(?:dự kiến |bắt đầu )?(?:từ|trong|trước|sau|đến|vào|quý|tháng|ngày|tuần|năm|hoàn thành|cuối|đầu)\b[^()]*?)"
    r"(?:\s+gồm\b.*|\s+với\b.*)?[\s).:;]*",
    re.IGNORECASE,
)
_WHEN: Final = tuple(
    map(sound, ("kéo dài", "diễn ra", "bắt đầu", "kết thúc", "làm", "tổ chức", "thực hiện", "lúc nào"))
)
_LEAST: Final = 0.5
"""The share of the question's other words that the round, its headings and its plan must say."""
_CLEARLY: Final = 0.1


def answer_phase(query: Query, library: Library) -> Answer | None:
    """The time in the heading of the round asked for; None where no round's time is asked or no one heading tells it."""
    asked = turns(query.typed)
    if query.role != "due" or len(asked) != 1 or query.actors or not query.pointer.empty:
        return None
    words = query.unpointed.drop((*heard("column.due"), *_WHEN)).content()
    words = {word: weight for word, weight in words.items() if weight >= 1.0 and not word.isdigit()}
    found = []
    for number, section, time in _rounds(library):
        if query.covers(number) and asked & turns(section.heading):
            plan, profile = library.plans[number], library.profiles[number]
            own = " ".join(one.heading for one in sections_over(plan, section.locator))
            below = " ".join(one.text for one in plan.clauses if one.locator == section.locator)
            said = library.cover(words, set(library.hear(f"{own} {below}").split()) | profile.words) if words else 1.0
            found.append((said, number, section, time))
    found.sort(key=lambda one: -one[0])
    if not found or found[0][0] < _LEAST or (len(found) > 1 and found[1][0] >= found[0][0] - _CLEARLY):
        return None
    _, number, section, time = found[0]
    return _tell(query, library.plans[number], section, one_end(query.spoken, time))


def _tell(query: Query, plan: Plan, section: Section, time: str) -> Answer:
    end = plan.text.find("\n", section.span.start)
    line = Span(section.span.start, end if 0 <= end < section.span.end else section.span.end)
    text = f"{section.heading} ({plan_name(plan)}, {section.locator})."
    return Answer(
        query.typed, Status.ANSWERED, text, (time,), citations=cite(plan, section.locator, (line,)), method="retrieval"
    )


@once
def _rounds(library: Library) -> tuple[tuple[int, Section, str], ...]:
    """The headings that tell a round and its time, with the plan's number and the time."""
    found = []
    for number, plan in enumerate(library.plans):
        for section in plan.sections:
            told = _TOLD.fullmatch(section.heading) if section.kind is SectionKind.HEADING else None
            if told and turns(told["name"]) and looks_like_due(told["time"]):
                found.append((number, section, told["time"].strip(" .;:")))
    return tuple(found)
