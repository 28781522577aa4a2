"""How many of what a target counts there are to be in a year: "năm 2027 có bao nhiêu bến thuyền", of a row with a column for each year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rag.answer import Answer
from rag.citations import place_of
from rag.compose import not_found
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import either, sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.yearcolumns import columns_of, years_of

_COUNTED: Final = re.compile(rf"\b(?:{either('bao nhiêu', 'mấy')}) (?P<noun>\S+ \S+(?: \S+)*)")
_YEAR: Final = sound("năm")
_LEAST: Final = 2
"""Syllables of what is counted that begin the row's name."""


def answer_counted_target(query: Query, library: Library, ask: Callable[[Query], Answer]) -> Answer | None:
    """The figure of the year asked for, out of the target that is called by what is counted; None where none is.

    A target of other years tells nothing: then rows of that name are not counted either.
    """
    asked = query.called or query
    if query.intent is not Intent.COUNT or len(asked.years) != 1 or not asked.pointer.empty or asked.actors:
        return None
    if asked.period and not asked.period.words.startswith(_YEAR):
        return None  # rows of a month
    counted = _COUNTED.search(asked.spoken)
    noun = " ".join(counted["noun"].split()[:_LEAST]) if counted else ""
    meant = [row for name, row in _of_years(library) if noun and name.startswith(f"{noun} ") and query.covers(row.plan)]
    if not meant:
        return None
    if not any(asked.years[0] in years_of(header) for row in meant for header, _ in columns_of(row)):
        return not_found(query, library)
    told = ask(replace(asked, intent=Intent.FACT, kind="", period=None))
    places = {(library.plans[row.plan].file, place_of(row)) for row in meant}
    fits = {(one.file, one.locator) for one in told.citations} <= places
    return told if told.citations and fits else None


@once
def _of_years(library: Library) -> tuple[tuple[str, Entry], ...]:
    """The targets with columns of several years, and how they sound without the "số" that they begin with."""
    rows = (one for one in library.entries if one.target is not None)
    dated = (one for one in rows if sum(bool(years_of(header)) for header, _ in columns_of(one)) > 1)
    return tuple((f"{library.hear(one.name).removeprefix('so ').removeprefix('luong ')} ", one) for one in dated)
