"""Rows and clauses of several plans that say a question alike: each plan's own answers it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.library import Library
from rag.question import Query
from rag.rank import Scored
from rag.values import values_of
from rag.words import sound

_ALL_SAID: Final = 0.95
"""The share of a question's words that clauses of several plans say, and how near the best they score, to be told apart."""

_OF_PLAN: Final = frozenset(sound("năm của tỉnh thành phố huyện quận xã phường sở trên địa bàn").split())
"""Words by which a plan's rows say that they are its own."""
_YEAR: Final = re.compile(r"20\d\d")
_SHORT: Final = 3
"""Words of a name too short to be the same thing in two plans."""


def named_alike(query: Query, library: Library, one: Scored, best: Scored) -> bool:
    """Whether the rows of two plans bear one name but for the year, level and place of the plan, of which none is asked for."""
    if query.plans is not None or query.actors or min(one.coverage, best.coverage) < _ALL_SAID:
        return False
    name = _own_name(library, best)
    return bool(name) and one.entry.kind == best.entry.kind and _own_name(library, one) == name


def _own_name(library: Library, one: Scored) -> tuple[str, ...]:
    """The words of a row's name as they sound, without those that say no more than whose plan it stands in; () for a short one."""
    places = {word for place in library.profiles[one.entry.plan].places for word in place.split()}
    words = [word for word in library.hear(one.entry.name).split() if word not in places | _OF_PLAN]
    words = [word for word in words if not _YEAR.fullmatch(word)]
    return tuple(sorted(words)) if len(words) > _SHORT else ()


def same_said(query: Query, library: Library, fitting: Sequence[Scored]) -> list[Scored]:
    """The clauses of several plans that say the question's every word alike, where it names no plan; [] without such."""
    best = fitting[0]
    if query.plans is not None or query.actors or best.coverage < _ALL_SAID:
        return []
    firsts: dict[int, Scored] = {}
    for one in fitting:
        if one.entry.kind == "clause" and one.coverage >= best.coverage and one.score >= _ALL_SAID * best.score:
            firsts.setdefault(one.entry.plan, one)
    said = {tuple(map(sound, values_of(query, library, one.entry)[0])) for one in firsts.values()}
    return sorted(firsts.values(), key=lambda one: one.entry.order) if len(said) > 1 else []
