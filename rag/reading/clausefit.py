"""Clauses that tell something of a question, by how much of its words they and the headings over them hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rag.corpus.entries import Entry, sections_over
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.query.question import Query

_IN_HEAD: Final = 0.6
"""What a word of the question counts that stands over the clause or in the plan's head, not in the clause."""
_LEAST: Final = 0.5
SURE: Final = 0.75
"""The share of the words that a clause of no plan in particular must hold for the form of what it says to answer."""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause, what it tells, and the share of the question's words that it holds."""

    entry: Entry
    values: tuple[str, ...]
    fit: float


def best_clauses(
    query: Query,
    library: Library,
    tells: Callable[[str], tuple[str, ...]],
    asking: tuple[str, ...],
    *,
    rows: bool = False,
) -> list[Told]:
    """The clauses that tell something by ``tells`` and hold half of the question's words, best first, in order of the text.

    ``asking`` are the words of the question that ask, and so say nothing of what it is about. With ``rows`` the names of
    the rows of annexes may tell it as well.
    """
    words = query.words.drop((*asking, *heard("filler.report"))).content()
    found = telling_clauses(query, library, tells, words, rows=rows)
    return sorted((one for one in found if one.fit >= _LEAST), key=lambda one: -one.fit)


def telling_clauses(
    query: Query,
    library: Library,
    tells: Callable[[str], tuple[str, ...]],
    words: Mapping[str, float],
    *,
    rows: bool = False,
) -> list[Told]:
    """All the clauses that tell something by ``tells``, in order of the text, with the share of ``words`` that each holds."""
    found = []
    for entry in _entries(query, library, rows=rows):
        values = tells(entry.text if entry.clause else entry.name)
        if not values:
            continue
        over = " ".join(section.heading for section in sections_over(library.plans[entry.plan], entry.locator))
        context = library.profiles[entry.plan].own_words.union(library.hear(over).split())
        fit = library.cover(words, set(library.hear(entry.text).split()), context, share=_IN_HEAD)
        found.append(Told(entry, values, fit))
    return found


def _entries(query: Query, library: Library, *, rows: bool) -> Iterator[Entry]:
    """The clauses, and with ``rows`` the rows, of the plans and the annex asked about."""
    annex = query.pointer.annex
    for entry in library.entries:
        wanted = entry.clause is not None or (rows and entry.annex is not None)
        if not wanted or not query.covers(entry.plan):
            continue
        if annex is None or entry.locator.partition("/")[0].split()[-1:] == [annex]:
            yield entry
