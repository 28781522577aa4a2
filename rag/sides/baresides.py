"""Telegrams that name the things whose figures are asked and ask nothing in words: "Mức hỗ trợ: hộ nghèo? hộ cận nghèo?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.measures.figures import measures
from rag.measures.named import asks_in_words
from rag.measures.owned import owned_parts
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.sides.inturn import all_told
from rag.wording import joined

_TELEGRAM: Final = re.compile(r"(?P<topic>[^:?]{6,120}?(?::|\s[–-]))\s+(?P<sides>[^:]{5,160})")
"""What is said of all, then the things whose figures are asked."""
_JOINT: Final = re.compile(
    r"(?i)\s*(?:[?;/]|,(?!\d))\s*(?:(?:còn|và|với|con|va|voi)\s+)?|\s+(?:còn|và|với|con|va|voi)\s+"
)
_COLUMNS: Final = ("lead", "support", "due", "result", "note", "unit")
_MOST: Final = 4
_HELD: Final = 0.6
"""The share of what tells a thing from the others that the part of its figure must say."""


def bare_sides(query: Query, library: Library, ask: Callable[[Query], Answer]) -> Answer | None:
    """The figure of each thing named, all out of the one clause that tells them; None unless it tells each apart."""
    if query.intent is not Intent.FACT or query.role not in ("", "value"):
        return None
    told = _TELEGRAM.fullmatch(query.typed)
    sides = [one for one in _JOINT.split(told["sides"].strip(" ?.")) if one] if told else []
    if not told or not 1 < len(sides) <= _MOST or any(_asks(side, accents=query.words.accents) for side in sides):
        return None
    answer = ask(replace(query, role="value", roles=(), flags=query.flags - {"compare"}))
    if answer.status is Status.ANSWERED and len({(one.file, one.locator) for one in answer.citations}) == 1:
        values = _figures(query, library, sides, max((one.quote for one in answer.citations), key=len))
        if values:
            return replace(answer, values=values, items=(), answer=joined(values))
    return _each_alone(query, library, [f"{told['topic']} {side}" for side in sides], ask)


def _each_alone(query: Query, library: Library, texts: Sequence[str], ask: Callable[[Query], Answer]) -> Answer | None:
    """The figure of each thing that is only named, each told in a clause of its own; None unless every one is."""
    asked = [understand(text, library, query.today) for text in texts]
    if any(one.role or one.plans != query.plans for one in asked):
        return None
    parts = [ask(one) for one in asked]
    places = {(cited.file, cited.start) for part in parts for cited in part.citations}
    figures = all(len(part.values) == 1 and part.values[0][:1].isdigit() for part in parts)
    return all_told(query, parts) if figures and len(places) == len(parts) else None


def _asks(side: str, *, accents: bool) -> bool:
    """Whether a piece asks for a column or in words, so that it names no thing."""
    spoken = sound(side)
    columns = any(find_phrase(spoken, heard(f"column.{one}")) for one in _COLUMNS)
    return columns or asks_in_words(side, accents=accents)


def _figures(query: Query, library: Library, sides: Sequence[str], text: str) -> tuple[str, ...]:
    """The figure of each side in order; () where a side has none of its own."""
    spots = measures(query, text)
    parts = owned_parts(text, spots) if len(spots) >= len(sides) else []
    if len(parts) != len(spots):
        return ()
    heard_parts = [library.hear(part).split() for part in parts]
    words = [set(library.hear(side).split()) for side in sides]
    shared = set.intersection(*words)
    said = set(query.spoken.split())
    besides = [sum(word not in said for word in part) for part in heard_parts]
    best = [_part_of(one - shared, library, heard_parts, besides) for one in words]
    if None in best or len(set(best)) < len(best):
        return ()
    return tuple(text[spots[n][0] : spots[n][1]].strip() for n in best if n is not None)


def _part_of(side: set[str], library: Library, parts: Sequence[Sequence[str]], besides: Sequence[int]) -> int | None:
    """The part that says most of a side, of several the one that says least ``besides``; None where none says it well."""
    weights = [sum(library.idf(word) for word in side.intersection(part)) for part in parts]
    most = max(weights, default=0.0)
    if not most or most < _HELD * sum(map(library.idf, side)):
        return None
    return min((besides[n], n) for n, weight in enumerate(weights) if weight == most)[1]
