"""How many of what there are: "có bao nhiêu mặt hàng nông sản" counts the rows of the group so headed, or all so named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from ingest.plan import SectionKind
from rag.answer import Answer, Status
from rag.citations import cite_entry, item, plan_name
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.phrases import heard
from rag.language.words import sound
from rag.mentions.conditions import is_annex
from rag.query.question import Query
from rag.rows.groups import group_name
from rag.wording import NOUN

_HOW_MANY: Final = re.compile(rf"\b(?:{sound('bao nhiêu')}|{sound('mấy')}|{sound('số')}|{sound('số lượng')}) (.+)")
_LEAST: Final = 2
"""Syllables that name what is counted, and rows that there must be."""
_FILLING: Final = frozenset(
    sound("để lấy được có trong của tại ở phụ lục bảng danh mục kế hoạch này tất cả vậy thế ạ nhỉ hả nhé năm").split()
)
_NUMERAL: Final = re.compile(r"[IVXLC]+|[A-Z]|\d+")
"""What a part of the prose is called: no annex of that numeral."""
_Place = tuple[int, str]


def answer_counted(query: Query, library: Library) -> Answer | None:
    """The rows of the one group or table that the words behind "bao nhiêu" name whole; None where none or several are.

    What the question says besides must be of the title over the rows: any other word is a condition.
    """
    asked = _HOW_MANY.search(query.spoken)
    if asked is None or query.actors or query.period or query.pointer.ordinal or query.quoted:
        return None
    words = asked[1].split()
    tables = {table.place: table for table in _tables(library) if _is_meant(query, table)}
    named = {place: size for place, table in tables.items() if (size := _named(words, table))}
    largest = max(named.values(), default=0)
    found = [place for place, size in named.items() if size == largest]
    if len(found) != 1:
        return None
    rows = tables[found[0]].rows
    plan = library.plans[rows[0].plan]
    over = _words_over(rows[0], library) | set(words[:largest]) | _FILLING | set(" ".join(heard("filler.list")).split())
    said = set(query.unpointed.heard.split()) - set(asked[0].split()[:1]) - {word for word in over if word}
    if {word for word in set(words[largest:]) & said if not word.isdigit()}:
        return None
    noun = f"{len(rows)} {NOUN['row']} ({rows[0].locator.rpartition('/')[0]}, {plan_name(plan)})."
    cited = tuple(one for row in rows for one in cite_entry(plan, row))
    return Answer(query.typed, Status.ANSWERED, noun, (str(len(rows)),), tuple(item(plan, row) for row in rows), cited)


@dataclass(frozen=True, slots=True)
class _Table:
    """The numbered rows of one place: the words of the heading over them, and those that open the name of every one."""

    place: _Place
    rows: tuple[Entry, ...]
    heading: tuple[str, ...]
    opening: tuple[str, ...]


@once
def _tables(library: Library) -> tuple[_Table, ...]:
    """The numbered rows of annexes by where they stand, under their group, else under their annex; single rows are none."""
    found: dict[_Place, list[Entry]] = {}
    for entry in library.entries:
        if place := _place(entry):
            found.setdefault((entry.plan, place), []).append(entry)
    return tuple(
        _Table(
            place,
            tuple(rows),
            tuple(next(_headings(place, library), "").split()),
            tuple(_shared([_name(row, library) for row in rows])),
        )
        for place, rows in found.items()
        if len(rows) >= _LEAST
    )


def _is_meant(query: Query, table: _Table) -> bool:
    """Whether the table stands in a plan and an annex that the question may be about."""
    number, place = table.place
    name = place.partition("/")[0]
    in_prose = bool(query.pointer.annex) and _NUMERAL.fullmatch(name) is not None
    return query.covers(number) and not in_prose and is_annex(name, query.pointer.annex or "")


def _place(entry: Entry) -> str:
    """Where a row that is nobody's part stands; "" for what is no such row."""
    if entry.clause is not None:
        numbered = entry.clause.marker[:1].isdigit() and "." not in entry.clause.marker.rstrip(".")
        heads_annex = "/" in entry.locator and entry.locator.rpartition("/")[2] == entry.clause.marker.rstrip(".")
        return entry.locator.rpartition("/")[0] if numbered and heads_annex else ""
    if entry.annex is None or entry.parent is not None:
        return ""
    return f"{entry.annex}/{entry.group}" if entry.group else entry.annex


def _named(words: Sequence[str], table: _Table) -> int:
    """How many of the words say the heading of the rows, or open the name of every one of them; 0 for neither."""
    heading = table.heading
    if len(heading) >= _LEAST and tuple(words[: len(heading)]) == heading:
        return len(heading)
    shared = len(_shared((words, table.opening)))
    return shared if shared >= _LEAST else 0


def _name(row: Entry, library: Library) -> list[str]:
    """The words of a row behind its number."""
    words = library.hear(row.name).split()
    own = library.hear(row.clause.marker).split() if row.clause is not None else []
    return words[len(own) :] if words[: len(own)] == own else words


def _headings(place: _Place, library: Library) -> Iterator[str]:
    number, locator = place
    for section in library.plans[number].sections:
        if section.kind is SectionKind.GROUP and section.locator == locator:
            yield library.hear(section.heading)


def _shared(names: Sequence[Sequence[str]]) -> list[str]:
    """The words that all names begin with."""
    return [words[0] for words in takewhile(lambda words: len(set(words)) == 1, zip(*names, strict=False))]


def _words_over(row: Entry, library: Library) -> set[str]:
    """The words of the titles over a row and of its plan's own."""
    plan, profile = library.plans[row.plan], library.profiles[row.plan]
    annex = row.locator.partition("/")[0]
    titles = [
        one.heading
        for one in plan.sections
        if one.locator.partition("/")[0] == annex and one.kind in (SectionKind.ANNEX, SectionKind.ANNEX_TITLE)
    ]
    return {
        *profile.own_words,
        *(word for title in titles for word in library.hear(title).split()),
        *group_name(library, row).split(),
    }
