"""Who is given tasks by their numbers in another part of the plan: "Chủ trì triển khai nhiệm vụ số 2, 3 của Kế hoạch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.plan import Clause, Plan, SectionKind
from rag.answer import Answer, Status
from rag.citations import cite_entry, cite_headings, plan_name
from rag.clauses.stepasked import answer_steps
from rag.corpus.library import Library
from rag.language.words import sound
from rag.listing.directed import answer_directed
from rag.parts.countedparts import answer_counted_parts
from rag.parts.headedparts import answer_headed_parts, answer_rounds
from rag.parts.itemcounts import answer_item_count
from rag.parts.partcounts import answer_part_count
from rag.parts.sectionparts import answer_section_parts
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.subjects import subject_of
from rag.rows.roadmap import answer_roadmap
from rag.rows.titledrows import answer_titled

_NOUN: Final = r"(?:nhiệm vụ|giải pháp|nội dung|nhóm nhiệm vụ|mục|khoản)"
_JOINT: Final = r"(?:\s*[,;]\s*(?:và\s+)?|\s*(?:và|đến|[-–])\s*)"
_GIVEN: Final = re.compile(
    rf"(?i)(?:(?P<lead>chủ trì|phụ trách|chịu trách nhiệm)|(?P<support>phối hợp)|thực hiện|triển khai)[^;.]{{0,120}}?"
    rf"{_NOUN}(?:(?:,|\s+và|/)?\s+{_NOUN})*\s+(?:thứ\s+|số\s+)?(?P<numbers>\d{{1,2}}(?:{_JOINT}(?:số\s+|thứ\s+)?\d{{1,2}}(?![\d/%]))*)(?![\d/%.]\d)"
)
_RANGE: Final = re.compile(r"(\d{1,2})\s*(?:đến|[-–])\s*(?:số\s+)?(\d{1,2})")
_NUMBER: Final = re.compile(r"\d{1,2}")
_ASKED: Final = re.compile(
    rf"\b(?:{sound('nhiệm vụ')}|{sound('giải pháp')})(?:(?: {sound('và')})? {sound('giải pháp')})?(?: {sound('thứ')}| {sound('số')})?"
    rf" (?P<numbers>\d{{1,2}}(?: (?:(?:{sound('và')}|{sound('với')}|{sound('đến')}) )?(?:(?:{sound('nhiệm vụ')}|{sound('giải pháp')}) )?(?:{sound('số')} )?\d{{1,2}})*)\b"
)


def answer_of_parts(query: Query, library: Library) -> Answer | None:
    """What is asked of steps and numbered parts of a plan: how many there are, and who is given those of some numbers."""
    return (
        answer_headed_parts(query, library, counted=True)
        or answer_rounds(query, library)
        or answer_roadmap(query, library)
        or answer_steps(query, library)
        or answer_counted_parts(query, library)
        or answer_part_count(query, library)
        or answer_section_parts(query, library, counted=True)
        or answer_item_count(query, library, alone=True)
        or answer_directed(query, library)
        or answer_by_number(query, library)
        or answer_titled(query, library)
    )


def answer_by_number(query: Query, library: Library) -> Answer | None:
    """Who leads, or helps with, the tasks of these numbers; None where no clause gives them to anybody."""
    asked = _ASKED.search(query.spoken)
    plans = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    if asked is None or len(plans) != 1 or query.role not in {"lead", "support"} or query.intent is Intent.COUNT:
        return None
    plan = library.plans[next(iter(plans))]
    if any(one.known for one in query.actors):
        return None  # asked of the work of an office
    if query.pointer.annex or any(one.kind is SectionKind.ANNEX for one in plan.sections):
        return None
    numbers = {int(one) for one in _NUMBER.findall(asked["numbers"])}
    given = [(clause, held & numbers) for clause, role, held in _given(plan) if role == query.role and held & numbers]
    if set().union(*(held for _, held in given)) != numbers:
        return None
    named = [(subject_of(plan, clause), clause) for clause, _ in given]
    values = tuple(dict.fromkeys(subject for subject, _ in named if subject))
    if not values:
        return None
    entries = [(subject, one) for subject, clause in named for one in library.entries if one.clause is clause]
    citations = tuple(
        one for subject, entry in entries for one in (*cite_entry(plan, entry), *cite_headings(plan, entry, (subject,)))
    )
    places = ", ".join(dict.fromkeys(clause.locator for _, clause in named))
    text = f"{'; '.join(values)} ({plan_name(plan)}, {places})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")


def _given(plan: Plan) -> Iterator[tuple[Clause, str, set[int]]]:
    """Each clause that gives tasks by number, the role that it gives, and the numbers."""
    for clause in plan.clauses:
        for match in _GIVEN.finditer(clause.text):
            held = {int(one) for one in _NUMBER.findall(match["numbers"])}
            for first, last in _RANGE.findall(match["numbers"]):
                held.update(range(int(first), int(last) + 1))
            yield clause, "support" if match["support"] else "lead", held
