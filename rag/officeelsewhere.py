"""What another plan of the same place says of an office, where the office's own plan says nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from ingest.units import core_key
from rag.answer import Answer, Status
from rag.corpus.library import Library
from rag.language.words import sound, without_and
from rag.mentions.mention import Mention
from rag.query.asks import Intent
from rag.query.question import Query

_SURE: Final = 0.7
"""How surely the row or clause of the other plan must be meant."""


def of_office_elsewhere(query: Query, library: Library, fact: Callable[[Query], Answer]) -> Answer | None:
    """The one fact ``fact`` finds in another plan of the place whose office the question names.

    "Mạng ở trụ sở Sở A …" may ask of the office, not of its plan; such a row or clause names it and is surely meant.
    """
    offices = [one for one in query.mentions if one.kind == "issuer" and one.plans == query.plans]
    if len(offices) != 1 or query.intent is not Intent.FACT or query.has("number") or not query.pointer.empty:
        return None
    profiles = library.profiles
    homes = {profiles[n].places[:1] for n in offices[0].plans}
    plans = frozenset(n for n, one in enumerate(profiles) if one.places[:1] in homes) - offices[0].plans
    if not plans or homes == {()}:
        return None
    rest = (*(one for one in query.mentions if one not in offices), *_home_said(query, offices[0], homes))
    told = fact(replace(query, mentions=rest, plans=plans))
    heard = [_plain(one.quote) for one in told.citations[:1]]
    named = all(_plain(core_key(profiles[n].issuer)) in words for n in offices[0].plans for words in heard)
    sure = told.status is Status.ANSWERED and (told.confidence or 0.0) >= _SURE
    return told if sure and named else None


def _home_said(query: Query, office: Mention, homes: AbstractSet[tuple[str, ...]]) -> Iterator[Mention]:
    """The place that ends the name of the office: all of the other plan is of it, so its rows do not say it."""
    for home in map(" ".join, homes):
        start = office.end - len(home.split())
        if home and start > office.start and query.words.part(start, office.end) == home:
            yield Mention(start, office.end, office.plans, "place")


def _plain(words: str) -> str:
    """How words sound, between spaces, without the "và" that names of offices lose."""
    return f" {without_and(sound(words))} "
