"""A cell of a table of figures asked for by its row's whole name and what stands over its column.

Such rows are called by a word or two ("Cà phê", "Diện tích"), too few to be found among all that prose says of them.
"""

from __future__ import annotations

from typing import Final

from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.query.question import Query
from rag.query.yearcolumns import columns_asked

_MOST: Final = 0.7
"""The share of the question's words that must be of the row, its columns and the titles over it."""


def named_row(query: Query, library: Library) -> Entry | None:
    """The one row of figures that the question names whole; None where none or several are named, or it is of more."""
    if query.role not in ("", "value", "unit") or query.actors or query.pointer.ordinal or query.pointer.prose:
        return None
    named = [(len(one.name), one) for one in library.entries if _is_named(one, query, library)]
    longest = max((size for size, _ in named), default=0)
    best = [(_share(one, query, library), one) for size, one in named if size == longest]
    share = max((share for share, _ in best), default=0.0)
    found = [one for mine, one in best if mine == share]
    return found[0] if len(found) == 1 and share >= _MOST else None


def _is_named(one: Entry, query: Query, library: Library) -> bool:
    """Whether an annex row of figures is called by its whole name and, for a part, by that of the row over it."""
    said = f" {query.spoken} "
    if one.target is None or one.annex is None or not query.covers(one.plan):
        return False
    if f" {library.hear(one.name)} " not in said:
        return False
    cells = [one.target.value, *(cell for _, cell in one.other)]
    if not any(cell.text for cell in cells) or (query.years and not columns_asked(query, one)):
        return False
    if one.parent is None:
        return True
    over = next((row.name for row in library.entries if row.plan == one.plan and row.locator == one.parent), "")
    return f" {library.hear(over)} " in said.replace(f" {library.hear(one.name)} ", " | ", 1)


def _share(one: Entry, query: Query, library: Library) -> float:
    """How much of the question is of the row, of the columns of the year asked for, and of what stands over them."""
    headers = [header for header, _ in columns_asked(query, one) or one.other]
    titles = [section.heading for section in library.plans[one.plan].sections if section.locator == one.annex]
    texts = (one.text, *headers, *titles)
    own = {word for text in texts for word in library.hear(text).split()}
    own |= {*one.context, *library.profiles[one.plan].own_words, *map(str, query.years)}
    words = {word: 1.0 for word, weight in query.unpointed.content().items() if weight >= 1.0}
    return library.cover(words, own)
