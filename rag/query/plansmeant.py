"""Which plans the pointers of a question mean together, for one fact or for a list over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.language.words import Stretch
from rag.mentions.mention import Mention
from rag.mentions.pointing import around_offices
from rag.mentions.scope import agreed
from rag.query.asks import Intent


def plans_meant(named: Sequence[Mention], intent: Intent, *, several: bool) -> frozenset[int] | None:
    """The plans that the mentions agree on; a list may be of ``several`` that are named side by side."""
    found = _levels_apart(named) if intent is Intent.FACT else named
    scope = agreed(found)
    pointing = [one.plans for one in found if one.kind in ("place", "issuer", "level") and one.plans]
    if scope is None or not several or any(one.kind == "number" for one in found):
        return scope
    disjoint = any(not a & b for a in pointing for b in pointing)
    return frozenset().union(*pointing) if disjoint else scope


def with_doer(
    found: Sequence[Mention], units: Sequence[Stretch], tokens: Sequence[str], intent: Intent
) -> list[Mention]:  # fmt: skip
    """The mentions, for a list the one issuer that must act meant by its own plan where no row names it ("Bộ A phải xong việc nào")."""
    doers = [one for one in found if one.kind == "actor" and one.plans]
    if intent is Intent.FACT or len(doers) != 1 or any(one.kind not in ("actor", "topic") for one in found):
        return list(found)
    doer = doers[0]
    acts = f"{' '.join(tokens[doer.end :])} ".startswith(around_offices()[1])
    known = any(one.start < doer.end and doer.start < one.end for one in units)
    return [replace(one, kind="issuer") if one is doer and acts and not known else one for one in found]


def _levels_apart(found: Sequence[Mention]) -> list[Mention]:
    """The mentions without a level that no plan of the place named is of: "tỉnh" beside a province is its own."""
    placed = frozenset().union(*(one.plans for one in found if one.kind == "place"))
    return [one for one in found if one.kind != "level" or not placed or one.plans & placed]
