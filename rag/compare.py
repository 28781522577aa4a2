"""Questions that ask twice in one breath: of two plans, of two annexes, or two things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.asks import Intent
from rag.compose import together
from rag.library import Library
from rag.lookup import Lookup
from rag.phrases import heard
from rag.question import Query, understand

_STROKE: Final = re.compile(r"\s/\s|\bvs\b")
_ASKS: Final = re.compile(r"(?:^| )(ai|nao|bao nhieu|khi nao|bao do|mai|han)(?= |$)")
_PARTING: Final = re.compile(r"[,;]\s*(?:còn|và|thì|con|va)?\s*|\s(?:còn|và)\s")


def compare(query: Query, library: Library, lookup: Lookup) -> Answer | None:
    """Each part asked in turn, values in the order asked; None unless the question has parts and each is answered."""
    if query.intent is not Intent.FACT or not (query.role or "compare" in query.flags) or not _asks_twice(query):
        return None
    scopes = [one for one in query.mentions if one.plans and one.kind in {"place", "issuer", "level", "number"}]
    distinct: list[frozenset[int]] = []
    for one in scopes:
        if not any(one.plans & other for other in distinct):
            distinct.append(one.plans)
    if len(distinct) < 2:
        return _of_annexes(query, lookup) if _annexes(query) else _of_halves(query, library, lookup)
    pointing = (n for one in scopes for n in range(one.start, one.end))
    rest = query.words.without(pointing).drop((*heard("ask.compare"), *heard("filler.compare")))
    alone = replace(query, mentions=(), actors=(), words=rest)
    return _all(query, [lookup.answer(replace(alone, plans=plans)) for plans in distinct])


def _asks_twice(query: Query) -> bool:
    """Whether the question sets things side by side: by its words, by a stroke, or by asking the same twice."""
    if "compare" in query.flags or _STROKE.search(query.typed):
        return True
    asks = _ASKS.findall(query.spoken)
    return len(asks) != len(set(asks))


def _annexes(query: Query) -> list[str]:
    """The annexes named, where there are several and no row of theirs is."""
    labels = (query.pointer.annex or "").split("|")
    return labels if len(labels) > 1 and query.pointer.ordinal is None else []


def _of_annexes(query: Query, lookup: Lookup) -> Answer | None:
    pointers = [replace(query.pointer, annex=annex) for annex in _annexes(query)]
    return _all(query, [lookup.answer(replace(query, pointer=pointer)) for pointer in pointers])


def _of_halves(query: Query, library: Library, lookup: Lookup) -> Answer | None:
    """The question parted at the first comma or "còn" that leaves two questions of one fact each."""
    for match in _PARTING.finditer(query.typed):
        texts = (query.typed[: match.start()], query.typed[match.end() :])
        halves = [understand(text, library, query.today) for text in texts]
        if all(half.role and half.intent is Intent.FACT and len(lookup.words(half)) > 1 for half in halves):
            scoped = [replace(half, plans=query.plans if half.plans is None else half.plans) for half in halves]
            return _all(query, [lookup.answer(half) for half in scoped])
    return None


def _all(query: Query, parts: Sequence[Answer]) -> Answer | None:
    """The parts as one answer; None unless each was answered."""
    return together(query, parts) if all(part.status is Status.ANSWERED for part in parts) else None
