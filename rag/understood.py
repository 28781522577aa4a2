"""What a question was understood to be about, each condition with the question as it reads without it.

A condition may be taken away only where that is sure: its words are found in what was typed, and what is left
is understood as the same question but for that condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ingest.folding import fold
from rag.citations import plan_name
from rag.corpus.library import Library
from rag.language.words import read_words
from rag.mentions.actors import Actor
from rag.query.question import Query, understand

UNIT: Final = "unit"
PLAN: Final = "plan"
PERIOD: Final = "period"
_MOST_PLANS: Final = 2
"""More plans than this are not named one by one."""
_WORD: Final = re.compile(r"[^\W_]+")
_JOINING: Final = re.compile(
    r"(?:[\s,]|\b(?:của|cho|ở|tại|trong|thuộc|theo|với|do|bởi|về|(?:tính )?(?:đến|tới)|từ|trước|sau|vào|hết|ngày|bên|là|kế hoạch"
    r"|cua|o|tai|thuoc|voi|boi|ve|(?:tinh )?(?:den|toi)|tu|truoc|vao|het|ngay|ben|la|ke hoach))+$",
    re.IGNORECASE,
)
"""Words that only tie a condition to what stands before it."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that narrows a question: its kind, its names as understood, and the question without it, if sure.

    ``days`` are the inclusive ends of a period, None for an open one.
    """

    kind: str
    names: tuple[str, ...] = ()
    days: tuple[date | None, date | None] | None = None
    without: str | None = None


def conditions(question: str, library: Library, today: date) -> tuple[Condition, ...]:
    """The units, plans and time that ``question`` names, in this order."""
    if not library.plans:
        return ()
    query = understand(question, library, today)
    found = []
    for one, place in _named(query, library):
        rest = _without(query, place) if place else None
        sure = rest and _same_but(one, _all(query, library), _all(understand(rest, library, today), library))
        found.append(Condition(one.kind, one.names, one.days, rest if sure else None))
    return tuple(found)


def _all(query: Query, library: Library) -> list[Condition]:
    return [one for one, _ in _named(query, library)]


def _same_but(gone: Condition, before: Iterable[Condition], after: Iterable[Condition]) -> bool:
    return [one for one in before if one != gone] == list(after)


def _named(query: Query, library: Library) -> Iterator[tuple[Condition, tuple[int, int] | None]]:
    """Each condition and where in the typed question it stands, if that is known."""
    words = _typed_words(query, library)
    for actor in query.actors:
        if not actor.negated:
            yield Condition(UNIT, (_unit_name(actor, query, library),)), _stretch(words, actor.start, actor.end)
    if query.plans is not None and query.mentions and len(query.plans) <= _MOST_PLANS:
        names = tuple(plan_name(library.plans[number]) for number in sorted(query.plans))
        pointing = [one for one in query.mentions if one.kind != "actor"]
        place = _stretch(words, pointing[0].start, pointing[0].end) if len(pointing) == 1 else None
        if names and pointing:
            yield Condition(PLAN, names), place
    if query.period is not None:
        yield Condition(PERIOD, days=(query.period.start, query.period.end)), _period_place(query)


def _unit_name(actor: Actor, query: Query, library: Library) -> str:
    known = library.units.get(actor.key)
    return known.names[0] if known else " ".join(one.typed for one in query.words.tokens[actor.start : actor.end])


def _typed_words(query: Query, library: Library) -> list[tuple[int, int]]:
    """For each token of the question its word's place in ``query.typed``; empty where they do not go together."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"\S+", query.typed):
        tokens = read_words(library.expander.expand(match[0])).tokens
        found.extend([match.span()] * len(tokens))
    return found if len(found) == len(query.words.tokens) else []


def _stretch(words: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    return (words[start][0], words[end - 1][1]) if words and 0 <= start < end <= len(words) else None


def _period_place(query: Query) -> tuple[int, int] | None:
    folded = fold(query.typed)
    words = query.period.words if query.period else ""
    at = folded.find(words)
    if not words or at < 0 or len(folded) != len(query.typed):
        return None
    return at, at + len(words)


def _without(query: Query, place: tuple[int, int]) -> str | None:
    """The typed question without what stands at ``place`` and what tied it on; None when nothing is left."""
    start, end = place
    while end > start and query.typed[end - 1] in "?.!,;:":
        end -= 1
    before, after = _JOINING.sub("", query.typed[:start]), query.typed[end:].strip()
    joined = f"{before.rstrip(' ,')} {after}".strip(" ,;:")
    text = re.sub(r"\s+([?.!,;:])", r"\1", joined)
    return text if len(_WORD.findall(text)) > 1 else None
