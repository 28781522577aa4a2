"""The tasks that stand under the parts of a heading: they are what "mục III có bao nhiêu nhiệm vụ" counts, not the headings over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.plan import Plan, Section, SectionKind
from rag.answer import Answer, Item, Status
from rag.citations import cite, cite_entry, first_line, item, plan_name
from rag.corpus.entries import chain
from rag.corpus.library import Library
from rag.language.words import either
from rag.query.question import Query
from rag.reading.assigned import PROSE
from rag.wording import NOUN, shorten

OF_ROWS: Final = re.compile(
    rf"(?:{either('nhiệm vụ', 'việc', 'công việc', 'đầu việc', 'phần việc')})\b(?! (?:{either('lớn', 'chính', 'trọng tâm', 'chủ yếu', 'giải pháp', 'và giải pháp')})\b)"
)
"""Sound form of what tasks are called, no few of them that stand over others."""
_MOSTLY: Final = 0.5
"""The share of what stands under the parts that must be tasks with somebody who does them."""
_SHOWN: Final = 80


def tasks_under(library: Library, number: int, parts: Sequence[Section]) -> tuple[Section, ...]:
    """What stands right under the parts; () where that is mostly no task or the parts are."""
    plan = library.plans[number]
    rows = {one.locator for one in plan.tasks if one.annex is None}
    if any(part.locator in rows for part in parts):
        return ()
    found = tuple(one for part in parts for one in parts_under(plan, part))
    tasks = sum(one.locator in rows for one in found)
    return found if tasks > _MOSTLY * len(found) else ()


def parts_under(plan: Plan, section: Section) -> tuple[Section, ...]:
    """The headings right under the section."""
    heads = (one for one in plan.sections if one.kind is SectionKind.HEADING)
    return tuple(one for one in heads if next(iter(list(chain(one.locator))[1:]), "") == section.locator)


def tell_tasks(
    query: Query, library: Library, number: int, found: Sequence[Section], *, place: str, counted: bool
) -> Answer:
    """The tasks found in a plan under a place, or how many there are."""
    plan = library.plans[number]
    rows = {one.locator: one for one in library.entries if one.plan == number and one.kind == "task"}
    items = tuple(item(plan, rows[one.locator]) if one.locator in rows else _item_of(plan, one) for one in found)
    citations = tuple(
        cited
        for one in found
        for cited in (
            cite_entry(plan, rows[one.locator])
            if one.locator in rows
            else cite(plan, one.locator, (first_line(plan, one.span),))
        )
    )
    lines = "; ".join(f"{one.locator} – {shorten(one.name, _SHOWN)}" for one in items)
    where = f"{plan_name(plan)}, {place}" if place else plan_name(plan)
    text = f"{len(items)} {NOUN['task']} ({where}){'' if counted else f': {lines}'}."
    values = (str(len(items)),) if counted else ()
    return Answer(query.typed, Status.ANSWERED, text, values, items, citations)


def _item_of(plan: Plan, part: Section) -> Item:
    """A part that no row is made of."""
    return Item(plan.file, plan_name(plan), part.locator, part.heading, role=PROSE)
