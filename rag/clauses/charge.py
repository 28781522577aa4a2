"""Who is in charge of a plan as a whole: the unit that leads, follows or urges on "this plan".

All other words of such a question describe the plan and stand in each of its parts; only what a clause says of the plan
itself tells it from the rest.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.units import is_collective
from rag.answer import Answer, Status
from rag.citations import cite_entry, cite_headings, plan_name
from rag.corpus.entries import Entry
from rag.corpus.fullnames import in_full
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.question import Query
from rag.query.subjects import subject_of

_VERBS: Final = tuple(
    map(
        sound,
        ("chủ trì", "theo dõi", "đôn đốc", "kiểm tra", "giám sát", "hướng dẫn", "tham mưu", "đầu mối", "thường trực"),
    )
)
"""What is done with a whole plan."""
_ASKING: Final = frozenset(
    sound(
        "chủ trì theo dõi đôn đốc kiểm tra giám sát hướng dẫn tham mưu đầu mối thường trực tổ chức triển khai thực hiện kế "
        "hoạch này việc đơn vị cơ quan sở bộ phòng nào ai đứng ra lo được giao là làm chịu trách nhiệm các ngành địa phương "
        "quá trình cho em biết đề nghị chính"
    ).split()
)
_THIS_PLAN: Final = re.compile(
    r"(?i)(?:chủ trì|theo dõi|đôn đốc|kiểm tra|giám sát|hướng dẫn|tham mưu|đầu mối|thường trực)[^;.]{0,120}?"
    r"(?:(?:triển khai|thực hiện)\s+(?:\w+\s+){0,6}?kế hoạch(?: này)?(?=[;.,/\s]|$)|kế hoạch này)"
)
_STANDING: Final = re.compile(
    r"(?i)\b(?:cơ quan|đơn vị) (?:thường trực|đầu mối),\s[^;.]{0,40}?(?:theo dõi|đôn đốc)[^;.]*"
)
"""The same where the clause does not name the plan: "là cơ quan thường trực, theo dõi, đôn đốc"."""
_REPORTS: Final = re.compile(rf" {sound('báo cáo')} ")


def answer_charge(query: Query, library: Library, left: frozenset[str]) -> Answer | None:
    """The unit that a clause puts in charge of its whole plan; ``left`` is what the question says beside the plan."""
    asked = [verb for verb in _VERBS if f" {verb} " in f" {query.spoken} "]
    spoken = f" {query.spoken} "
    if (
        query.role != "lead"
        or not asked
        or query.actors
        or _REPORTS.search(spoken)
        or f" {sound('kế hoạch')} " not in spoken
    ):
        return None
    scope = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    meant = [number for number in scope if left - _ASKING <= library.profiles[number].words]
    if len(meant) != 1:
        return None
    plan = library.plans[meant[0]]
    found = []
    for entry in library.entries:
        if entry.plan != meant[0] or entry.clause is None:
            continue
        said = _THIS_PLAN.search(entry.text) or _STANDING.search(entry.text)
        unit = subject_of(plan, entry.clause) if said else ""
        if said and unit and not is_collective(unit):
            done = f" {sound(said[0])} "
            of_plan = _THIS_PLAN.search(entry.text) is not None
            found.append(((of_plan, sum(f" {verb} " in done for verb in asked)), -entry.order, unit, entry))
    best = max(found, key=lambda one: one[:2], default=None)
    return _tell(query, library, best[2], best[3]) if best and best[0][1] else None


def _tell(query: Query, library: Library, unit: str, entry: Entry) -> Answer:
    plan, unit = library.plans[entry.plan], in_full(library, entry.text, unit)
    citations = (*cite_entry(plan, entry), *cite_headings(plan, entry, (unit,)))
    text = f"{unit} ({plan_name(plan)}, {entry.locator})."
    return Answer(query.typed, Status.ANSWERED, text, (unit,), citations=citations, method="retrieval")
