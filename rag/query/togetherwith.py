"""Whom an office works with: asked of the one who does the work ("Sở A phải phối hợp với sở nào"), not of its helpers."""

from __future__ import annotations

import re
from typing import Final

from ingest.units import same_unit, split_units, unit_key
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import AND, sound
from rag.mentions.actors import Actor
from rag.query.question import Query
from rag.query.subjects import subject_of

_WITH_WHOM: Final = re.compile(
    rf"\b{sound('phối hợp')} (?:{sound('cùng')} |{sound('với')} )+(?:\S+ ){{0,4}}?(?:{sound('ai')}|{sound('nào')})\b"
)
_WITH: Final = re.compile(
    r"(?i)phối hợp (?:chặt chẽ )?(?:với|cùng)\s+(?P<whom>[^;.]+?)(?=[;.]|$|\s(?:trong việc|để|nhằm)\s)"
)


def works_beside(query: Query, library: Library, entry: Entry, actor: Actor) -> bool:
    """Whether a clause names the office asked about only as one that another works with."""
    if query.role != "support" or entry.clause is None or not _is_doer(query, actor):
        return False
    plan = library.plans[entry.plan]
    doer = subject_of(plan, entry.clause)
    own = doer and any(
        same_unit(one, actor.key) or unit_key(one).startswith(actor.key) for one in (doer, *split_units(doer))
    )
    if own or not doer:
        return False
    with_whom = (library.hear(match["whom"]) for match in _WITH.finditer(entry.clause.text))
    return any(f" {actor.words} " in f" {whom.replace(f' {AND} ', ' ')} " for whom in with_whom)


def is_helper(query: Query, entry: Entry) -> bool:
    """Whether the row's one helper asks with whom it works: with the one who leads."""
    asking = [one for one in query.actors if one.known and _is_doer(query, one)]
    return len(entry.supports) == 1 and any(same_unit(entry.supports[0], one.key) for one in asking)


def _is_doer(query: Query, actor: Actor) -> bool:
    """Whether the question asks with whom the office works, which it names last before."""
    asked = _WITH_WHOM.search(query.spoken)
    at = len(query.spoken[: asked.start()].split()) if asked else 0
    return max((one.end for one in query.actors if one.end <= at), default=0) == actor.end
