"""All that an office is charged with in plans that print no table of tasks: its clauses and its tasks of prose, as one list.

A plan with a table tells an office's work by its rows, and prose beside them apart (`rag.units.unitwork`); without one the
clauses under the office's heading are its work, be they worded as tasks or not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from ingest.plan import Clause, Plan
from rag.answer import Answer, Citation, Item, Status
from rag.citations import cite, cite_entry, item
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.duties.dutylist import REPORT
from rag.language.words import either, sound
from rag.mentions.actors import Actor
from rag.mentions.conditions import under_place
from rag.query.asks import Intent
from rag.query.question import Query
from rag.reading.assigned import PROSE, clauses_of, prose_item
from rag.rows.cells import cell_conditions
from rag.rows.facts import TIMED, Facts, Selection
from rag.rows.leftover import leftover
from rag.units.unittopic import headed_unit, matter_of
from rag.units.unitwork import also, told
from rag.wording import HELPED, NOUN, shorten

_CHARGED_WITH: Final = re.compile(
    rf"\b(?:{either('trách nhiệm', 'nhiệm vụ', 'công việc', 'phần việc', 'việc', 'nội dung', 'vai trò', 'phân công', 'giao', 'làm', 'lo')})\b.*\b(?:{either('gì', 'nào', 'ra sao', 'thế nào')})\b"
    rf"|^(?:{either('các', 'những', 'cho biết', 'nêu')} )*(?:{either('trách nhiệm', 'nhiệm vụ', 'công việc', 'phần việc', 'việc')})(?: {sound('được giao')})? (?:{either('của', 'cho', 'giao cho', 'giao')})\b"
)
"""Asks what a unit is charged with."""
_GIVING: Final = frozenset(
    sound("đề nghị yêu cầu phân công trách nhiệm vai trò phần giám đốc thủ trưởng lãnh đạo người đứng đầu").split()
)
"""What may be said of the giving, or of the head of the office, beside the unit."""
_TELLING_NAME: Final = 3
"""Syllables of a name that no row prints and the question need not call a unit otherwise."""
_BULLETS: Final = "-+*•–—●"
_HEADING: Final = 80


@dataclass(frozen=True, slots=True)
class _Work:
    """One thing to do: where it stands, as a row of the list and as it is cited."""

    place: tuple[int, int]
    item: Item
    citations: tuple[Citation, ...]


def answer_given(query: Query, library: Library, facts: Facts, selection: Selection | None = None) -> Answer | None:
    """Every clause and row of the one unit whose work is asked for; None where a table's row is, or none is in prose.

    ``selection`` are the rows found; a unit that only a heading of prose names is looked for where no other is named.
    """
    if query.kind == "target" or query.period or query.quoted or not any(map(query.covers, tableless(library))):
        return None
    units, headed = facts.units_asked(query), headed_unit(query, library)
    if not units and headed is not None and len(headed.words.split()) >= _TELLING_NAME:
        query, units, selection = replace(query, actors=(headed,)), [headed], None
    if not _is_asked(query, library, units):
        return None
    selection = selection or facts.select(query)
    if any(one.annex for one in selection.rows):
        return None
    names = [units[0]]
    if headed is not None and headed.start <= units[0].start and units[0].end <= headed.end:
        names.append(headed)
    prose = _prose(query, library, names, _of_matter(query, library))
    if not prose:
        return None
    rows = [_of_row(library, entry, role) for entry, role in zip(selection.rows, selection.roles, strict=True)]
    found = [one for one in rows if one.item.role != "support"]
    found += [_of_clause(n, library.plans[n], one) for n, one in prose]
    found.sort(key=lambda one: one.place)
    told_apart = also(query, library, facts) if query.intent is Intent.LIST else ()
    beside = [one for one in told_apart if one.role != PROSE and (one.role != REPORT or one.via)]
    helped = [one.item for one in rows if one.item.role == "support"]
    return replace(_tell(query, found, helped, beside), understood=selection.understood)


def answer_charged_with(query: Query, library: Library, facts: Facts) -> Answer | None:
    """The same for a question that sounds like one for a single fact: "trách nhiệm của Sở A là gì"."""
    if query.intent is not Intent.FACT or query.role or not _CHARGED_WITH.search(query.spoken):
        return None
    return answer_given(replace(query, intent=Intent.LIST), library, facts)


@once
def tableless(library: Library) -> frozenset[int]:
    """The plans without a row of a table that says who does it."""
    return frozenset(
        n for n, plan in enumerate(library.plans) if not any(one.annex and one.leads for one in plan.tasks)
    )


def _of_matter(query: Query, library: Library) -> AbstractSet[int]:
    """The plans without a table whose heads say all that the question says beside the unit; all of them where none does."""
    words = matter_of(query).keys()
    plans = [n for n in tableless(library) if query.covers(n)]
    return {n for n in plans if words <= library.profiles[n].words} or set(plans)


def _is_asked(query: Query, library: Library, units: Sequence[Actor]) -> bool:
    """Whether all the work of one unit is asked for, in the plan or in a part of its prose."""
    pointer = query.pointer
    if len(units) != 1 or units[0].role != "any" or units[0].negated:
        return False
    if pointer.annex or pointer.group or pointer.ordinal or query.flags & TIMED or cell_conditions(query):
        return False
    return leftover(query, library).keys() <= _GIVING


def _prose(query: Query, library: Library, names: Sequence[Actor], plans: AbstractSet[int]) -> list[tuple[int, Clause]]:
    """The clauses of ``plans`` that give the unit of these names work and are no row of prose, each once, in order.

    What leads in a list is none, nor is what only details an item.
    """
    numbers = {plan.file: n for n, plan in enumerate(library.plans)}
    every = {
        (numbers[plan.file], clause.span.start): clause
        for name in names
        for plan, clause in clauses_of(query, library, name)
        if query.pointer.prose is None or under_place(clause.locator, query.pointer.prose)
    }
    found = [(n, every[n, at]) for n, at in sorted(every) if n in plans]
    kept: list[tuple[int, Clause]] = []
    outer: dict[tuple[int, str], str] = {}
    for (n, clause), following in zip(found, [*found[1:], None], strict=False):
        mark = clause.text[:1] if clause.text[:1] in _BULLETS else ""
        ahead = following is not None and following[0] == n and under_place(following[1].locator, clause.locator)
        if clause.text.rstrip().endswith(":") and ahead and not mark:
            continue
        detail = bool(mark) and mark != outer.setdefault((n, clause.locator), mark)
        rows = (span for task in library.plans[n].tasks for span in task.spans)
        if not detail and not any(span.overlaps(clause.span) for span in rows):
            kept.append((n, clause))
    return kept


def _of_row(library: Library, entry: Entry, role: str) -> _Work:
    plan = library.plans[entry.plan]
    return _Work((entry.plan, entry.spans[0].start), item(plan, entry, role), cite_entry(plan, entry))


def _of_clause(number: int, plan: Plan, clause: Clause) -> _Work:
    return _Work((number, clause.span.start), prose_item(plan, clause), cite(plan, clause.locator, (clause.span,)))


def _tell(query: Query, found: Sequence[_Work], helped: Sequence[Item], beside: Sequence[Item]) -> Answer:
    """The list, or how long it is; apart from it what the unit helps others with and what else reaches it."""
    items = tuple(one.item for one in found)
    citations = tuple(cited for one in found for cited in one.citations)
    in_words = all(one.role == PROSE for one in items)
    several = len({one.file for one in items}) > 1
    counts = query.intent is Intent.COUNT
    lines = "; ".join(
        f"{one.locator}{f' ({one.plan})' if several else ''} – {shorten(one.name, _HEADING)}" for one in items
    )
    where = f" ({items[0].plan})" if counts and not several else ""
    text = f"{len(items)} {NOUN[PROSE] if in_words else NOUN['task']}{where}{'' if counts else f': {lines}'}."
    if helped:
        text += HELPED.format(count=len(helped), places=", ".join(one.locator for one in helped))
    names = tuple(dict.fromkeys(one.name for one in items)) if in_words else ()
    values = (str(len(items)),) if counts else names
    apart = (*helped, *beside)
    return Answer(query.typed, Status.ANSWERED, text + told(tuple(beside)), values, items, citations, also=apart)
