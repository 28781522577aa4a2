"""Which year's plan a question means: "kế hoạch năm 2026", "kế hoạch UBND tỉnh A 2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.corpus.library import Library
from rag.language.words import sound
from rag.mentions.mention import Mention

_PLAN: Final = tuple(sound("kế hoạch").split())
_YEAR: Final = sound("năm")
_DUE_IN_YEAR: Final = re.compile(r"\b(?:han|song|hoan thanh)(?: (?:la|vao|chong|ngai))* nam 20\d\d\b")
_GOES_ON: Final = frozenset(
    sound(
        "nào ai gì mấy chủ phối hạn làm việc nhiệm chỉ phải được giao có thì là xong đặt nêu ghi mà những các"
    ).split()
)
"""Words with which the question goes on behind the plan's name."""
_PLURALS: Final = frozenset(sound("những các").split())
_OF: Final = sound("của")
_REACH: Final = 14
"""Tokens from "kế hoạch" to the place or issuer that closes its name."""
_YEARS: Final = range(1990, 2101)


def year_of_plan(tokens: Sequence[str], found: Sequence[Mention]) -> tuple[int, int] | None:
    """The year said right behind "kế hoạch" or behind what names the plan, with its place in ``tokens``.

    A year said of the work ("việc phải xong trong năm 2026") is none, nor one that begins a stretch of years.
    """
    for at, token in enumerate(tokens):
        if not (token.isdigit() and int(token) in _YEARS) or (tokens[at + 1 : at + 2] and _is_year(tokens[at + 1])):
            continue
        end = at - 1 if at and tokens[at - 1] == _YEAR else at
        if tuple(tokens[max(0, end - 2) : end]) == _PLAN or any(
            one.end == end and closes_name(tokens, one) for one in found
        ):
            return int(token), at
        if tokens[at + 1 : at + 2] == [_OF] and in_plans_name(tokens, end):
            return int(token), at
    return None


def in_plans_name(tokens: Sequence[str], end: int, *, plural: bool = False) -> bool:
    """Whether "kế hoạch" and only words that describe it stand before: "kế hoạch thủy lợi 2023 của …".

    ``plural`` says that these may name several things: "kế hoạch mở các lớp …".
    """
    begins = [n for n in range(max(0, end - _REACH), end) if tuple(tokens[n : n + 2]) == _PLAN]
    between = tokens[begins[-1] + 2 : end] if begins else []
    ends = _GOES_ON - _PLURALS if plural else _GOES_ON
    return bool(begins) and ends.isdisjoint(between) and not any(token.isdigit() for token in between)


def _is_year(token: str) -> bool:
    return token.isdigit() and int(token) in _YEARS


def closes_name(tokens: Sequence[str], one: Mention) -> bool:
    """Whether the mention closes a name that "kế hoạch" begins."""
    return name_begins(tokens, one) is not None


def name_begins(tokens: Sequence[str], one: Mention) -> int | None:
    """Where "kế hoạch" stands that begins the name that the mention closes; None where it closes none."""
    if one.kind in ("actor", "number"):
        return None
    begins = [n for n in range(max(0, one.start - _REACH), one.start + 1) if tuple(tokens[n : n + 2]) == _PLAN]
    named = bool(begins) and _GOES_ON.isdisjoint(tokens[begins[-1] + 2 : one.start])
    return begins[-1] if named else None


def plans_of_year(library: Library, scope: frozenset[int], year: int) -> frozenset[int]:
    """Of the plans those that are of that year, by their date or, undated, by their title."""
    own = frozenset(n for n in scope if library.profiles[n].year == year)
    return own or frozenset(n for n in scope if str(year) in library.profiles[n].title.split())


def is_other_year(library: Library, scope: frozenset[int], year: int) -> bool:
    """Whether all the plans are of other years and none speaks of that one in its title."""
    dated = all(library.profiles[n].year is not None for n in scope)
    return dated and not plans_of_year(library, scope, year)


def one_year(library: Library, plans: frozenset[int] | None) -> int | None:
    """The year of the plans asked about, where they share one."""
    numbers = plans or range(len(library.plans))
    years = {library.profiles[number].year for number in numbers}
    return next(iter(years)) if len(years) == 1 else None


def is_of_year(library: Library, plans: frozenset[int] | None, years: Sequence[int]) -> bool:
    """Whether every dated row of the plans asked about is due in the year asked for: then it is a condition on no row."""
    if len(years) != 1:
        return False
    rows = (one.when for one in library.entries if plans is None or one.plan in plans)
    return all(when.end.year == years[0] for when in rows if when is not None and when.end is not None)


def due_in_year(spoken: str) -> bool:
    """Whether what is due in a year is asked for: rows without a day are none of these, even in a plan of that year."""
    return _DUE_IN_YEAR.search(spoken) is not None
