"""How many rows there are in all, said before what is asked of them: "trong 12 việc của phụ lục, Sở A chủ trì mấy việc".

Such a number chooses no row where it is right: that of all rows meant, or of all in which a unit named has a part. Any other
stays a word that the rows must print, so that nothing is told of rows that there are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import sound
from rag.mentions.conditions import in_annex, in_group, names_unit
from rag.query.question import Query
from rag.query.telegrams import THINGS
from rag.rows.overrows import without_heads

_THINGS: Final = tuple(sound(one).split() for one in (*THINGS.split("|"), "mục", "dòng", "hàng", "mục tiêu"))
_LETTERS: Final = tuple(map(sound, ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")))
"""From two on; "một việc" is one of them."""
_LEAST: Final = 2
_ONE_OF: Final = frozenset(map(sound, ("thứ", "mục", "dòng", "lục", "nhóm", "vụ", "việc", "tiêu")))
"""Before a number they name one row or part by it."""


def totals_said(query: Query, library: Library) -> list[int]:
    """The places of the numbers in the question's tokens that only say how many rows there are."""
    said = list(_numbers(query))
    if not said:
        return []
    sizes = set(_sizes(query, library))
    return [place for place, number in said if number in sizes]


def _numbers(query: Query) -> Iterator[tuple[int, int]]:
    """Numbers right before a noun for rows, as (place, number)."""
    tokens = [token.heard for token in query.words.tokens]
    for at, token in enumerate(tokens[:-1]):
        number = int(token) if token.isdigit() else _LETTERS.index(token) + _LEAST if token in _LETTERS else 0
        if number < _LEAST or tokens[at + 1] == token or (at and tokens[at - 1] in _ONE_OF):
            continue
        if any(tokens[at + 1 : at + 1 + len(noun)] == noun for noun in _THINGS):
            yield at, number


def _sizes(query: Query, library: Library) -> Iterator[int]:
    """How many rows the plans, annexes and groups meant have, and how many of them each unit named leads, supports or both."""
    pointer = query.pointer
    rows = [one for one in library.entries if one.annex is not None and query.covers(one.plan)]
    rows = [one for one in rows if pointer.annex is None or in_annex(one, pointer.annex)]
    rows = [one for one in rows if pointer.group is None or in_group(one, pointer.group)]
    for kinds in ({"task"}, {"target"}, {"task", "target"}):
        of_kind = [one for one in rows if one.kind in kinds]
        places = {(one.plan, one.annex) for one in of_kind}
        for chosen in (of_kind, *([one for one in of_kind if (one.plan, one.annex) == place] for place in places)):
            yield from _counted(chosen)
        for unit in query.actors:
            leads = [one for one in of_kind if names_unit(one.leads, unit.key)]
            supports = [one for one in of_kind if names_unit(one.supports, unit.key)]
            either = [one for one in of_kind if names_unit((*one.leads, *one.supports), unit.key)]
            for chosen in (leads, supports, either):
                yield from _counted(chosen)


def _counted(rows: Sequence[Entry]) -> tuple[int, int, int]:
    """With parts of rows, without them, and without the rows that only stand over parts."""
    return len(rows), sum(1 for one in rows if one.parent is None), len(without_heads(rows))
