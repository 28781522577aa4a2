"""Which of several plans a side means that one name points to: of the other's level, or the one that it carries out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.folding import fold
from rag.corpus.library import Library
from rag.mentions.scope import POINTING
from rag.query.question import Query


def of_one_level(library: Library, sides: Sequence[frozenset[int]]) -> tuple[frozenset[int], ...]:
    """Of each side the plans of the one level that all have: two provinces are set side by side, not a province and an office."""
    levels = [{library.profiles[plan].level for plan in plans} for plans in sides]
    shared = set.intersection(*levels) if levels else set()
    if len(shared) != 1:
        return tuple(sides)
    return tuple(frozenset(n for n in plans if library.profiles[n].level in shared) for plans in sides)


def carried_by(query: Query, library: Library, sides: Sequence[frozenset[int]]) -> tuple[frozenset[int], ...]:
    """Of a side with several plans ("của tỉnh") the one that the one plan named elsewhere rests on; any other side as it is."""
    named = {next(iter(one.plans)) for one in query.mentions if one.kind in POINTING and len(one.plans) == 1}
    if len(sides) == 1 or not named or all(len(plans) == 1 for plans in sides):
        return tuple(sides)
    above = frozenset(n for lower in named for plans in sides for n in plans if rests_on(library, lower, n))
    return tuple(plans & above or plans if len(plans) > 1 else plans for plans in sides)


def rests_on(library: Library, lower: int, upper: int) -> bool:
    """Whether the number of one plan stands among what another rests on."""
    own = library.plans[upper].header.number
    if own is None or lower == upper:
        return False
    return any(_plain(one.number) == _plain(own) for one in library.plans[lower].header.legal_bases)


def _plain(number: str) -> str:
    return re.sub(r"^0+|\s", "", fold(number))
