"""List and count answers in words, with every row and its place."""

from __future__ import annotations

from ingest.document import Span
from rag.answer import Answer, Item, Status
from rag.citations import cite, cite_entry, item, plan_name
from rag.facts import Facts, Selection
from rag.library import Library
from rag.question import Intent, Query
from rag.wording import NOTHING_LISTED, NOUN, shorten


def answer_list(query: Query, library: Library, facts: Facts) -> Answer:
    """Every row that meets the conditions, in document order; none found is said so."""
    if "groups" in query.flags and query.kind != "target" or _asks_groups(query):
        return _groups(query, library, facts)
    selection = facts.select(query)
    noun = _noun(query, selection)
    if not selection.rows:
        return Answer(query.typed, Status.NOT_FOUND, NOTHING_LISTED.format(noun=noun), understood=selection.understood)
    items = tuple(item(library.plans[e.plan], e, role) for e, role in zip(selection.rows, selection.roles, strict=True))
    citations = tuple(c for e in selection.rows for c in cite_entry(library.plans[e.plan], e))
    count = len(items)
    text = f"{count} {noun}{_of(query, library, selection)}"
    values = (str(count),) if query.intent is Intent.COUNT else ()
    body = text + "." if query.intent is Intent.COUNT else text + ": " + "; ".join(_line(one, library) for one in items) + "."
    return Answer(query.typed, Status.ANSWERED, body, values, items, citations, understood=selection.understood)


def _asks_groups(query: Query) -> bool:
    return "groups" in query.flags and query.pointer.group is None


def _noun(query: Query, selection: Selection) -> str:
    kinds = {entry.kind for entry in selection.rows}
    if kinds == {"target"}:
        return NOUN["target"]
    return NOUN["task"] if kinds == {"task"} else NOUN[query.kind]


def _of(query: Query, library: Library, selection: Selection) -> str:
    """ "(trong 105 nhiệm vụ của Phụ lục III)" where the rows come from one annex."""
    annexes = {(e.plan, e.row.annex) for e in selection.rows if e.kind != "clause"}  # type: ignore[union-attr]
    if len(annexes) != 1:
        return ""
    plan, annex = next(iter(annexes))
    pool = [e for e in library.entries if e.plan == plan and e.kind == selection.rows[0].kind and e.row.annex == annex and e.row.parent is None]  # type: ignore[union-attr]
    return f" (trong {len(pool)} dòng của {annex}, {plan_name(library.plans[plan])})" if annex and len(pool) > len(selection.rows) else ""


def _line(one: Item, library: Library) -> str:
    several = len(library.plans) > 1
    return f"{one.locator}{f' ({one.plan})' if several else ''} – {shorten(one.name, 80)}"


def _groups(query: Query, library: Library, facts: Facts) -> Answer:
    found = facts.groups(query)
    if not found:
        return Answer(query.typed, Status.NOT_FOUND, NOTHING_LISTED.format(noun=NOUN["group"]))
    items = tuple(Item(library.plans[n].file, plan_name(library.plans[n]), locator, heading) for n, locator, heading in found)
    citations = []
    for number, locator, heading in found:
        plan = library.plans[number]
        section = next(s for s in plan.sections if s.locator == locator and s.heading == heading)
        end = plan.text.find("\n", section.span.start)
        citations.extend(cite(plan, locator, (Span(section.span.start, end if end > 0 else section.span.end),)))
    body = f"{len(items)} nhóm: " + "; ".join(f"{one.locator.rpartition('/')[2]}. {shorten(one.name, 80)}" for one in items) + "."
    values = (str(len(items)),) if query.intent is Intent.COUNT else ()
    return Answer(query.typed, Status.ANSWERED, body, values, items, tuple(citations))
