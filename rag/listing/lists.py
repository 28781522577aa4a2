"""List and count answers in words, with every row and its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.document import Span
from rag.answer import Answer, Citation, Item, Status
from rag.citations import cite, cite_entry, item, plan_name
from rag.compose import compose
from rag.corpus.homes import Home, homes
from rag.corpus.library import Library
from rag.duties.dutylist import REPORT, duties_of, tell_duties
from rag.language.words import sound
from rag.listing.firstlast import select_first_or_last
from rag.listing.leftout import asks_what_else, select_apart
from rag.listing.nextdue import next_due
from rag.parts.sectionparts import answer_section_parts
from rag.query.asks import Intent, read_role, read_roles
from rag.query.question import Query
from rag.query.telegrams import THINGS
from rag.ranking.rank import Scored
from rag.reading.assigned import answer_assigned
from rag.rows.facts import Facts, Selection
from rag.rows.groups import asked_groups
from rag.rows.plansmatter import of_plan_on
from rag.rows.rowparts import select_parts
from rag.rows.undone import asks_done, asks_untold
from rag.units.givenwork import answer_given, tableless
from rag.units.unitwork import also, asks_all_work, told
from rag.wording import NO_PROGRESS, NOTHING_LISTED, NOUN, OF_OFFICES, OF_PLANS, shorten


def answer_list(query: Query, library: Library, facts: Facts) -> Answer:
    """Every row that meets the conditions, in document order; none found is said so."""
    if "groups" in query.flags and (query.kind != "target" or query.pointer.group is None):
        return _groups(query, library)
    if asks_done(query):
        return Answer(query.typed, Status.NOT_FOUND, NO_PROGRESS)
    if asks_untold(query):
        return Answer(query.typed, Status.NOT_FOUND, UNMET)
    if facts.of_other_year(query):
        return Answer(query.typed, Status.NOT_FOUND, NOTHING_LISTED.format(noun=NOUN[query.kind]))
    besides = select_apart(query, library, facts) if asks_what_else(query) else None
    selection = besides or select_parts(query, library, facts) or facts.select(query)
    if not selection.rows and (whole := facts.of_whole_plan(query) or of_plan_on(query, library)) is not None:
        selection = facts.select(whole)
    if selection.unmet:
        selection = select_apart(query, library, facts) or select_first_or_last(query, library, facts) or selection
    prose = answer_section_parts(query, library, within=tableless(library))
    if prose := prose or (None if selection.unmet else answer_given(query, library, facts, selection)):
        return prose
    noun = _noun(query, selection)
    if selection.unmet:
        return Answer(query.typed, Status.NOT_FOUND, UNMET, understood=selection.understood)
    beside = also(query, library, facts) if query.intent is Intent.LIST else ()
    if not selection.rows:
        later, near = next_due(query, library, facts)
        text = NOTHING_LISTED.format(noun=noun) + later + told(beside)
        nothing = Answer(query.typed, Status.NOT_FOUND, text, near=near, understood=selection.understood, also=beside)
        return _without_rows(query, library, facts, beside) or answer_section_parts(query, library) or nothing
    return tell_rows(query, library, facts, selection, beside=beside)


def tell_rows(
    query: Query, library: Library, facts: Facts, selection: Selection, *, beside: tuple[Item, ...] = ()
) -> Answer:
    """The rows chosen, or their number; ``beside`` is what else the unit asked about has to do."""
    noun = _noun(query, selection)
    items = tuple(item(library.plans[e.plan], e, role) for e, role in zip(selection.rows, selection.roles, strict=True))
    citations = tuple(c for e in selection.rows for c in cite_entry(library.plans[e.plan], e))
    counts = query.intent is Intent.COUNT
    values: tuple[str, ...] = (str(len(items)),) if counts else ()
    one_plan = len({one.file for one in items}) == 1
    listed = "" if counts else ": " + "; ".join(_line(one, named=not one_plan) for one in items)
    apart = _offices_apart(query, library, facts, selection)
    cells = _cells(query, library, selection)
    values = cells.values if cells else values
    column = f" {cells.answer}" if cells else ""
    of = _of(library, selection) or (f" ({items[0].plan})" if one_plan and len(library.plans) > 1 else "")
    end = "" if listed.endswith("…") else "."
    text = f"{len(items)} {noun}{of}{apart}{listed}{end}{column}{told(beside)}"
    return Answer(
        query.typed, Status.ANSWERED, text, values, items, citations, understood=selection.understood, also=beside
    )


def _cells(query: Query, library: Library, selection: Selection) -> Answer | None:
    """The cells of the one row found, where they are asked for beside it: "việc nào có sản phẩm là đề án, hạn đến bao giờ"."""
    if query.intent is not Intent.LIST or len(selection.rows) != 1:
        return None
    first, *asking = [one for one in _PARTING.split(query.typed) if _GAP.search(one)] or [""]
    roles = tuple(dict.fromkeys(role for one in asking for role in _columns(one)))
    if not roles:
        return None
    fact = replace(query, intent=Intent.FACT, role=roles[0], roles=roles)
    found = compose(fact, library, Scored(selection.rows[0], 1.0, 1.0, 1.0))
    if found.status is not Status.ANSWERED:
        return None
    return replace(found, values=(selection.rows[0].name, *found.values)) if _IS_WHICH.search(sound(first)) else found


def _columns(text: str) -> tuple[str, ...]:
    return read_roles(heard := sound(text), text) or tuple(filter(None, (read_role(heard, text),)))


def _noun(query: Query, selection: Selection) -> str:
    kinds = {entry.kind for entry in selection.rows}
    if kinds == {"target"}:
        return NOUN["target"]
    return NOUN["task"] if kinds == {"task"} else NOUN[query.kind]


def _of(library: Library, selection: Selection) -> str:
    """The words " (trong 105 dòng của Phụ lục III, …)" where the rows are some of one annex."""
    first = selection.rows[0]
    if not first.annex or any((one.plan, one.annex) != (first.plan, first.annex) for one in selection.rows):
        return ""
    alike = (one for one in library.entries if one.plan == first.plan and one.kind == first.kind)
    pool = sum(1 for one in alike if one.annex == first.annex and one.parent is None)
    if pool <= len(selection.rows):
        return ""
    return f" (trong {pool} dòng của {first.annex}, {plan_name(library.plans[first.plan])})"


def _offices_apart(query: Query, library: Library, facts: Facts, selection: Selection) -> str:
    """How many of the rows are of each office, where the plans mean several by the one name asked for; else ""."""
    units = facts.units_asked(query)
    if len(units) != 1 or units[0].negated or not units[0].known:
        return ""
    key = units[0].key
    if key in library.units and library.units[key].collective:
        return ""
    files = Counter(library.plans[entry.plan].file for entry in selection.rows)
    found = homes(key, library, {entry.plan for entry in selection.rows})
    rows = (f"{sum(files[one] for one in home.files)} {OF_PLANS} {_issuers(home)}" for home in found)
    return f" {OF_OFFICES.format(count=len(found), rows='; '.join(rows))}" if found else ""


def _issuers(home: Home) -> str:
    return "; ".join(home.issuers) or ", ".join(home.files)


def _line(one: Item, *, named: bool) -> str:
    return f"{one.locator}{f' ({one.plan})' if named else ''} – {shorten(one.name, _HEADING)}"


UNMET: Final = (
    "Chưa lập được danh sách: câu hỏi có điều kiện (phủ định, loại trừ, lựa chọn hoặc so sánh) "
    "mà các cột của kế hoạch không trả lời được."
)
_PARTING: Final = re.compile(r"[,;?]\s+|\s(?:và|va|thì|thi)\s")
"""What parts the rows asked for from their cells."""
_GAP: Final = re.compile(r"(?i)\b(?:ai|nào|nao|gì|gi|bao|khi|mấy|may|đâu|dau|sao)\b")
_IS_WHICH: Final = re.compile(rf"\b{sound('là')} (?:{THINGS}) {sound('nào')}\b")
"""Asks for one row by what it is: "chỉ tiêu do Sở A chủ trì là chỉ tiêu nào"."""
_HEADING: Final = 80
"""Characters of a name that a list shows."""


def _groups(query: Query, library: Library) -> Answer:
    found = asked_groups(query, library)
    if not found:
        return Answer(query.typed, Status.NOT_FOUND, NOTHING_LISTED.format(noun=NOUN["group"]))
    items = tuple(
        Item(library.plans[n].file, plan_name(library.plans[n]), locator, heading) for n, locator, heading in found
    )
    citations: list[Citation] = []
    for number, locator, heading in found:
        plan = library.plans[number]
        section = next(s for s in plan.sections if s.locator == locator and s.heading == heading)
        end = plan.text.find("\n", section.span.start)
        citations.extend(cite(plan, locator, (Span(section.span.start, end if end > 0 else section.span.end),)))
    body = (
        f"{len(items)} nhóm: "
        + "; ".join(f"{one.locator.rpartition('/')[2]}. {shorten(one.name, _HEADING)}" for one in items)
        + "."
    )
    values = (str(len(items)),) if query.intent is Intent.COUNT else ()
    return Answer(query.typed, Status.ANSWERED, body, values, items, tuple(citations))


def _without_rows(query: Query, library: Library, facts: Facts, beside: Sequence[Item]) -> Answer | None:
    """The work of a unit that no row names: its own reports, else what prose assigns to it; None where there is none."""
    units = facts.units_asked(query)
    if any(one.role == REPORT and not one.via for one in beside):
        own = [one for one in duties_of(query, library, (units[0],)) if not one[2]]
        others = tuple(one for one in beside if one.role != REPORT or one.via)
        answer = tell_duties(query, own)
        return replace(answer, answer=answer.answer + told(others), also=others)
    if asks_all_work(query, library, units):
        return answer_assigned(query, library, units[0])
    return None


def one_told(answer: Answer) -> Answer:
    """A list of the rows of a kind, asked for as "nhiệm vụ … là gì": the words of its one row are what it is."""
    alone = len(answer.items) == 1 and not answer.values
    return replace(answer, values=(answer.items[0].name,)) if alone else answer
