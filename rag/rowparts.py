"""The parts of a row called by its name: "điểm cộng gồm những mục nào" asks for the rows printed under "Điểm cộng"."""

from __future__ import annotations

import re
from typing import Final

from rag.entries import Entry
from rag.facts import Facts, Selection
from rag.library import Library
from rag.question import Query
from rag.words import sound

_CONSISTS: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('gồm', 'bao gồm', 'chia thành', 'chia ra', 'có những mục', 'trong đó có', 'gồm có')))})\b"
)
_LEAST: Final = 2
"""Syllables of a name that a question says whole."""
_NOUNS: Final = frozenset(sound("nội dung mục tiêu chí phần khoản").split())
_MOST: Final = 0.6
"""The share of the question's words that must be of the row, what stands over it and its plan."""


def select_parts(query: Query, library: Library, facts: Facts) -> Selection | None:
    """Every row under the one row whose whole name the question says; None where it names none or more is asked."""
    if query.actors or query.period or query.quoted or query.pointer.ordinal or not _CONSISTS.search(query.spoken):
        return None
    rows = facts.rows(query)
    parents = {(one.plan, one.parent) for one in rows if one.parent}
    said = f" {query.spoken} "
    named = [
        one
        for one in rows
        if (one.plan, one.locator) in parents
        and len(library.hear(one.name).split()) >= _LEAST
        and f" {library.hear(one.name)} " in said
    ]
    if len(named) != 1 or not _is_of(named[0], query, library):
        return None
    row = named[0]
    parts = tuple(one for one in rows if one.plan == row.plan and one.parent == row.locator)
    return Selection(parts, ("",) * len(parts), ())


def _is_of(row: Entry, query: Query, library: Library) -> bool:
    """Whether what else the question says is of the row, of what stands over it, or of its plan."""
    own = {*row.main, *row.context, *library.profiles[row.plan].own_words, *library.hear(row.text).split()}
    annex = next((one.heading for one in library.plans[row.plan].sections if one.locator == row.annex), "")
    asking = set(" ".join(_CONSISTS.findall(query.spoken)).split()) | _NOUNS
    words = {word: 1.0 for word, weight in query.unpointed.content().items() if weight >= 1.0 and word not in asking}
    return library.cover(words, own | set(library.hear(annex).split())) >= _MOST
