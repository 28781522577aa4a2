"""The groups of an annex, and the one that a question names."""

from __future__ import annotations

import re
from typing import Final

from ingest.plan import SectionKind
from rag.conditions import other_numeral
from rag.entries import Entry
from rag.library import Library
from rag.question import Query
from rag.words import sound

POINTED: Final = re.compile(
    r" (?:phu luc|nhom|nhiem vu|chi tieu|muc|dong|danh muc|bieu|stt)(?: so)?(?: (?:[ivxlc]+|\d+)(?= )){1,4}"
)
"""Numbered places in the padded sound form of a question about lists."""
_NAMED: Final = re.compile(r"\bnhom (?!nhiem vu nao|nao)(.+)")
_NOT_HEADING: Final = frozenset(
    sound("trong phụ lục của có mấy nhiệm vụ bao nhiêu chỉ tiêu những nào kế hoạch gồm các").split()
)
_ENOUGH: Final = 1.1
"""The least sum of two shares, of the heading's words asked for and of the question's words in the heading."""


def groups(query: Query, library: Library) -> list[tuple[int, str, str]]:
    """The groups of the annexes asked about as (plan, locator, heading)."""
    label = query.pointer.annex
    labels = (label, other_numeral(label)) if label else ()
    return [
        (number, section.locator, section.heading)
        for number, plan in enumerate(library.plans)
        if query.plans is None or number in query.plans
        for section in plan.sections
        if section.kind is SectionKind.GROUP and (not labels or _last_word(section.parent or "").upper() in labels)
    ]


def _last_word(text: str) -> str:
    return text.rpartition(" ")[2]


def named_group(query: Query, library: Library) -> str | None:
    """The heading of the group that the question names, by its numeral or by its words; None when it names none."""
    label = query.pointer.group
    found = groups(query, library)
    if label is not None:
        return next((heading for _, locator, heading in found if locator.rpartition("/")[2].upper() == label), None)
    named = _NAMED.search(query.words.drop_matches(POINTED).heard)
    if not named:
        return None
    asked = set(library.hear(query.quoted[0]).split()) if query.quoted else set(named[1].split()) - _NOT_HEADING
    fits = [(_fit(library, set(library.hear(heading).split()), asked), heading) for _, _, heading in found]
    best = max(fits, key=lambda one: one[0], default=(0.0, ""))
    return best[1] if best[0] >= _ENOUGH else None


def _fit(library: Library, own: set[str], asked: set[str]) -> float:
    return library.cover(dict.fromkeys(own, 1.0), asked) + library.cover(dict.fromkeys(asked, 1.0), own)


def group_name(library: Library, entry: Entry) -> str:
    """The heading of the group that the row stands in, as it sounds; "" outside groups."""
    if not (entry.annex and entry.group):
        return ""
    locator, start = f"{entry.annex}/{entry.group}", entry.spans[0].start
    held = (
        section.heading
        for section in library.plans[entry.plan].sections
        if section.locator == locator and section.span.start <= start < section.span.end
    )
    return library.hear(next(held, ""))
