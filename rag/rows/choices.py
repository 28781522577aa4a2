"""Units set side by side in a question for rows: all of them, one or the other, or each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rag.language.words import AND, sound
from rag.mentions.actors import Actor
from rag.query.question import Query

_OR: Final = frozenset(map(sound, ("hoặc", "hay")))
_AND: Final = frozenset(("", AND, *map(sound, ("với", "cùng với", "và cả", "hoặc", "hay"))))
"""What stands between units of which each may be asked about by itself; a comma leaves no word."""
_TOGETHER: Final = frozenset(map(sound, ("cùng", "đồng", "chung", "lẫn", "cả")))
"""Words that ask for rows of all the units at once."""


def choices(query: Query, filters: Sequence[Actor]) -> list[list[Actor]]:
    """The units that each row must name, those parted by "hoặc" as a choice."""
    found: list[list[Actor]] = []
    for actor in filters:
        last = found[-1][-1] if found else None
        if last and query.words.part(last.end, actor.start) in _OR:
            found[-1].append(actor)
        else:
            found.append([actor])
    return [_alike(each) for each in found]


def _alike(several: list[Actor]) -> list[Actor]:
    """The units of one choice, of which only the last stands right before the verb they share."""
    return [replace(one, direct=True) for one in several] if any(one.direct for one in several) else several


def side_by_side(query: Query, filters: Sequence[Actor]) -> list[list[Actor]]:
    """The units as one choice, where they stand side by side in one part and nothing says that all of them are meant at once.

    Only for a question that no row of all of them answers: "Sở A và Sở B chủ trì việc gì" asks for the work of each.
    """
    if len(filters) <= 1 or len({(one.role, one.negated, one.only) for one in filters}) > 1 or filters[0].negated:
        return []
    gaps = (query.words.part(one.end, other.start) for one, other in pairwise(filters))
    apart = _TOGETHER.isdisjoint(query.unpointed.heard.split()) and "joint" not in query.flags
    return [_alike(list(filters))] if apart and all(gap in _AND for gap in gaps) else []
