"""The words for this year in a question for rows are that year: of the plans' own year it chooses no rows by deadline."""

from __future__ import annotations

import re
from typing import Final, Protocol

from ingest.folding import fold
from rag.corpus.library import Library
from rag.mentions.periods import Period
from rag.mentions.planyears import plans_of_year

_THIS_YEAR: Final = "nam nay"
_SAID: Final = re.compile(r"(?<!\w)(?:năm|nam|năn|NĂM|NAM|Năm|Nam) (?:nay|NAY|này)(?!\w)")
_DUE: Final = re.compile(r"\b(?:xong|hoan thanh|han|ket thuc|dut diem)\b")
"""Folded: then the year is that of the deadline."""


class _Asking(Protocol):
    """What is read of a question (`rag.query.question.Query`)."""

    @property
    def typed(self) -> str: ...
    @property
    def period(self) -> Period | None: ...
    @property
    def plans(self) -> frozenset[int] | None: ...


def year_in_figures(query: _Asking, library: Library) -> str:
    """The question with the year instead of "năm nay", where that is its time and a plan meant is of that year; else ""."""
    period = query.period
    if period is None or period.also or period.start is None or fold(period.words) != _THIS_YEAR:
        return ""
    if _DUE.search(fold(query.typed)):
        return ""
    year = period.start.year
    meant = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    typed = _SAID.sub(f"năm {year}" if "ă" in query.typed.lower() else f"nam {year}", query.typed)
    return typed if typed != query.typed and plans_of_year(library, meant, year) else ""
