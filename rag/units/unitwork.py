"""What reaches a unit beside the rows that name it: tasks given to a collective, and duties to report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Item
from rag.citations import item
from rag.corpus.collectives import any_takes_in
from rag.corpus.library import Library
from rag.duties.dutylist import REPORT, duties_of, duty_item
from rag.mentions.actors import Actor
from rag.query.question import Query
from rag.reading.assigned import PROSE, clauses_of, prose_item
from rag.rows.cells import cell_conditions
from rag.rows.facts import TIMED, Facts
from rag.rows.leftover import leftover
from rag.wording import ALSO, ALSO_PROSE, ALSO_REPORTS, ALSO_TASKS

_SHOWN: Final = 3
"""Collective names that the sentence tells."""


def also(query: Query, library: Library, facts: Facts) -> tuple[Item, ...]:
    """Tasks through collectives, then reporting duties, of the one unit whose work is asked for; else nothing."""
    units = facts.units_asked(query)
    if not asks_work(query, library, units):
        return ()
    reports = duties_of(query, library, (units[0],)) if query.kind != "target" else ()
    items = [duty_item(plan, duty, query.today, via) for plan, duty, via in reports]
    prose = clauses_of(query, library, units[0]) if asks_all_work(query, library, units) else ()
    clauses = (prose_item(plan, clause) for plan, clause in prose)
    return (*_through_collectives(query, library, facts, units[0]), *items, *clauses)


def asks_work(query: Query, library: Library, units: Sequence[Actor]) -> bool:
    """Whether the work of one unit is asked for, in whatever role, with no condition but time."""
    if len(units) != 1 or units[0].role != "any" or units[0].negated or query.pointer.depth:
        return False
    return not (query.flags & TIMED or cell_conditions(query) or leftover(query, library))


def asks_all_work(query: Query, library: Library, units: Sequence[Actor]) -> bool:
    """The same without a time, which prose seldom tells."""
    return query.kind != "target" and query.period is None and asks_work(query, library, units)


def told(found: tuple[Item, ...]) -> str:
    """One sentence on what else reaches the unit; "" for nothing."""
    tasks = [one for one in found if one.role not in (REPORT, PROSE)]
    prose = [one for one in found if one.role == PROSE]
    reports = [one for one in found if one.role == REPORT]
    parts = []
    if tasks:
        names = list(dict.fromkeys(one.via for one in tasks))
        quoted = ", ".join(f"“{name}”" for name in names[:_SHOWN]) + ("…" if len(names) > _SHOWN else "")
        parts.append(ALSO_TASKS.format(count=len(tasks), names=quoted))
    if reports:
        days = "; ".join(dict.fromkeys(one.due for one in reports if one.due))
        parts.append(ALSO_REPORTS.format(count=len(reports), days=f" ({days})" if days else ""))
    if prose:
        parts.append(ALSO_PROSE.format(count=len(prose), places=", ".join(dict.fromkeys(one.locator for one in prose))))
    return ALSO.format(parts="; ".join(parts)) if parts else ""


def _through_collectives(query: Query, library: Library, facts: Facts, actor: Actor) -> Iterator[Item]:
    selection = facts.reaching(query, actor)
    for entry, role in zip(selection.rows, selection.roles, strict=True):
        via = any_takes_in(entry.leads if role == "lead" else entry.supports, actor.key)
        yield replace(item(library.plans[entry.plan], entry, role), via=via)
