"""What the section that an office or a person heads gives it to do, where the rest of the question only tells the plan.

Tried last: no row or clause is known by such a name ("Văn phòng" for "Văn phòng Sở A", "Đoàn Thanh niên" for "Đoàn Thanh niên,
Hội Phụ nữ"), or the question says of the plan only a few words of its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.plan import Clause, Plan, Section
from ingest.units import split_units
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.corpus.library import Library, once
from rag.language.words import sound, without_and
from rag.mentions.conditions import under_place
from rag.parts.headedparts import Parts, headed_parts, name_of, offices_of, tells_rest
from rag.parts.placeslisted import ASKS_WORK
from rag.parts.sectionparts import part_item
from rag.query.asks import Intent
from rag.query.question import Query
from rag.reading.assigned import prose_item, without_issuer
from rag.wording import joined

_ASKING: Final = frozenset(
    sound(
        "làm lo gì việc phụ trách nhiệm vụ trách thế nào ra sao chuẩn bị được giao đợt dịp buổi tuần cuộc lần trong"
    ).split()
)
_MOST: Final = 12
"""Clauses of a section that is an answer."""


def answer_office_work(query: Query, library: Library) -> Answer | None:
    """The clauses of the one section that the office asked about heads; None where none, several or more than its work is meant."""
    if query.intent is Intent.COUNT or query.period or query.quoted or not query.pointer.empty:
        return None
    if query.role in {"lead", "support", "due"} or not ASKS_WORK.search(query.spoken):
        return None
    said = f" {without_and(query.spoken)} "
    found = [
        (len(name.split()), plan, one, part)
        for plan, one, part, names in _offices(library)
        if query.covers(plan)
        for name in names
        if f" {name} " in said and tells_rest(query, library, one, {*name.split()} | _ASKING)
    ]
    longest = max((size for size, *_ in found), default=0)
    meant = {(plan, part.span.start): (plan, part) for size, plan, _, part in found if size == longest}
    if len(meant) != 1:
        return None
    ((number, part),) = meant.values()
    plan = library.plans[number]
    clauses = _under(plan, part)
    if not 0 < len(clauses) <= _MOST:
        return None
    values = tuple(prose_item(plan, clause).name for clause in clauses)
    citations = tuple(one for clause in clauses for one in cite(plan, clause.locator, (clause.span,)))
    text = f"{joined(values)} ({plan_name(plan)}, {part.locator})."
    items = (part_item(plan, part.locator, part.heading),)
    return Answer(query.typed, Status.ANSWERED, text, values, items, citations, method="retrieval")


def _under(plan: Plan, part: Section) -> Sequence[Clause]:
    inner = (one for one in plan.clauses if part.span.start <= one.span.start < part.span.end)
    own = [one for one in inner if under_place(one.locator, part.locator)]
    return [one for one in own if one.text.strip(" :.") != part.heading.strip(" :.")]


@once
def _offices(library: Library) -> Sequence[tuple[int, Parts, Section, frozenset[str]]]:
    """Each section that an office heads, with the number of its plan, the sections beside it and what the office is called."""
    return [
        (one.plan, one, part, frozenset(_names(library, one.plan, name_of(part))))
        for one in headed_parts(library)
        for part in offices_of(one).parts
    ]


def _names(library: Library, plan: int, name: str) -> Iterator[str]:
    """How the office sounds: whole, without its plan's issuer, and each of several named together."""
    for one in (name, *split_units(name)):
        yield without_and(library.hear(one))
    if bare := without_issuer(library, plan, name):
        yield bare
