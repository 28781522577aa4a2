"""Rows of annexes that state neither tasks nor targets (places, points, hours), listed and counted as they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.plan import SectionKind
from rag.answer import Answer, Status
from rag.citations import cite_entry, item, plan_name
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import sound
from rag.listing.lists import answer_list
from rag.mentions.conditions import other_numeral
from rag.query.asks import Intent
from rag.query.question import Query
from rag.rows.countedrows import answer_counted
from rag.rows.datafilter import rows_meeting
from rag.rows.facts import Facts
from rag.rows.groups import named_groups
from rag.rows.leftover import leftover
from rag.rows.sideconditions import side_conditions
from rag.wording import NOUN, shorten

_SEVERAL: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('những', 'các', 'mấy', 'bao nhiêu', 'liệt kê')))})\b")
_WHICH: Final = re.compile(rf"\b(?:{sound('những')}|{sound('các')}) \S+(?: \S+)? {sound('nào')}\b")
_GROUP: Final = re.compile(rf"\b{sound('nhóm')} ")
_HOW_MANY: Final = re.compile(rf"\b(?:{sound('mấy')}|{sound('bao nhiêu')})\b")
_NOUNS: Final = frozenset(sound("vị trí điểm địa khu vực nơi dòng mục tên loại").split())
"""What rows of data are called, whatever their column's title."""
_HEADING: Final = 80
"""Characters of a row that a list shows."""


def answer_data(query: Query, library: Library) -> Answer | None:
    """Every row of a group of the one annex named, where that states data only; None where it does not or more is asked.

    Rows of any sort are counted where what is counted is the whole group or table.
    """
    counted = answer_counted(query, library)
    if counted is not None:
        return counted
    if _is_of_group(query, library):
        listed = answer_list(replace(query, intent=Intent.LIST, role=""), library, Facts(library))
        if listed.status is Status.ANSWERED:
            return listed
    several = query.intent is not Intent.FACT or _SEVERAL.search(query.spoken)
    if query.pointer.annex is None or query.pointer.ordinal or query.actors or query.period or not several:
        return None
    found = _rows(query, library)
    if len({(one.plan, _annex(one)) for one in found}) != 1:
        return None
    headings = {library.hear(heading) for heading in named_groups(query, library)}
    kept = [one for one in found if _group(library, one) in (headings or {""})]
    known = _said_over(library, kept).union(*(heading.split() for heading in headings))
    rows = [one for one in kept if "." not in _ordinal(one)]
    rows, by_cells = rows_meeting(query, library, rows)
    if side_conditions(query, library) and not by_cells:
        return None  # what chooses rows is said of another table's column
    known |= by_cells
    shared = [set(library.hear(one.name).split()) for one in rows]
    known |= _NOUNS.union(set.intersection(*shared) if shared else ())
    # Another condition on what rows print is not understood here: then nothing is listed.
    return _told(query, library, rows) if rows and known.issuperset(leftover(query, library)) else None


def _is_of_group(query: Query, library: Library) -> bool:
    """Whether a question without a word for rows asks for those of a group ("nhóm X có những mặt hàng nào")."""
    free = query.intent is Intent.FACT and not query.actors and query.period is None and query.pointer.ordinal is None
    asks = free and _WHICH.search(query.spoken) is not None and _GROUP.search(query.spoken) is not None
    return asks and bool(named_groups(query, library)) and not leftover(query, library)


def _rows(query: Query, library: Library) -> list[Entry]:
    """The numbered rows of the annexes meant that hold no task and no target."""
    labels = {one for label in (query.pointer.annex or "").split("|") for one in (label, other_numeral(label))} - {""}
    annexes = {
        (number, one.locator)
        for number, plan in enumerate(library.plans)
        for one in plan.sections
        if one.kind is SectionKind.ANNEX
    }
    stating = {(one.plan, one.annex) for one in library.entries if one.annex}
    return [
        one
        for one in library.entries
        if one.clause is not None
        and one.clause.marker[:1].isdigit()
        and query.covers(one.plan)
        and (one.plan, _annex(one)) in annexes - stating
        and (not labels or _annex(one).rpartition(" ")[2].upper() in labels)
    ]


def _annex(entry: Entry) -> str:
    return entry.locator.partition("/")[0]


def _ordinal(entry: Entry) -> str:
    return entry.clause.marker.rstrip(".") if entry.clause is not None else ""


def _group(library: Library, entry: Entry) -> str:
    """The heading of the group that the row stands in, as it sounds; "" outside groups."""
    place = entry.locator.rpartition("/")[0]
    sections = library.plans[entry.plan].sections
    return library.hear(
        next((one.heading for one in sections if one.locator == place and one.kind is SectionKind.GROUP), "")
    )


def _said_over(library: Library, rows: Sequence[Entry]) -> set[str]:
    """The words of the title over the rows: all of them are of that."""
    if not rows:
        return set()
    first = rows[0]
    sections = (one for one in library.plans[first.plan].sections if one.locator.startswith(_annex(first)))
    titles = (one.heading for one in sections if one.kind in (SectionKind.ANNEX, SectionKind.ANNEX_TITLE))
    return {word for title in titles for word in library.hear(title).split()}


def _told(query: Query, library: Library, rows: Sequence[Entry]) -> Answer:
    plan = library.plans[rows[0].plan]
    counts = query.intent is Intent.COUNT or _HOW_MANY.search(query.spoken) is not None
    listed = "" if counts else ": " + "; ".join(f"{one.locator} – {shorten(one.name, _HEADING)}" for one in rows)
    text = f"{len(rows)} {NOUN['row']} ({_annex(rows[0])}, {plan_name(plan)}){listed}."
    return Answer(
        query.typed,
        Status.ANSWERED,
        text,
        (str(len(rows)),) if counts else (),
        tuple(item(plan, one) for one in rows),
        tuple(cited for one in rows for cited in cite_entry(plan, one)),
    )
