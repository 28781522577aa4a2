"""How near the words of a question stand to a place in a clause: the asked figure, name or gap is where they crowd."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.readers.compounds import is_known_pair
from ingest.syllables import is_syllable
from rag.language.words import sound

_TOKEN: Final = re.compile(r"[^\W_]+|[;:.()]")
_BARRIER: Final = {";": 9, ".": 9, ":": 2, "(": 1, ")": 3}
"""Words of distance that a stop counts for."""
_LEAST_GLUED: Final = 5
"""Letters of two syllables."""
_HALF: Final = 6.0
"""Words of distance after which a question's word counts half."""
_AFTER: Final = 1.3
"""How much farther a word is felt that follows: what is said before a figure names it more often."""
_NUMERAL: Final = 2.0
"""A number of the question tells that much more than a word equally rare."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One word of a clause: how it sounds, its offsets, and its place on a line where stops are long."""

    heard: str
    start: int
    end: int
    place: int


@lru_cache(maxsize=16384)
def _unglued(word: str) -> tuple[str, ...]:
    """The two syllables of a known word that the source prints without a space between; the word itself otherwise."""
    if len(word) < _LEAST_GLUED or is_syllable(word):
        return (word,)
    cuts = ((word[:n], word[n:]) for n in range(2, len(word) - 1))
    return next((cut for cut in cuts if all(map(is_syllable, cut)) and is_known_pair(*cut)), (word,))


@lru_cache(maxsize=4096)
def spoken_of(text: str) -> tuple[Spoken, ...]:
    """The words of a clause in order; a semicolon or full stop counts as nine words of distance."""
    found: list[Spoken] = []
    place = 0
    for match in _TOKEN.finditer(text):
        if match.group(0) in _BARRIER:
            place += _BARRIER[match.group(0)]
            continue
        start = match.start()
        for word in _unglued(match.group(0)):
            found.extend(Spoken(heard, start, start + len(word), place) for heard in sound(word).split())
            start, place = start + len(word), place + 1
    return tuple(found)


def crowding(text: str, weights: Mapping[str, float]) -> Callable[[int, int], float]:
    """A measure of how the question's words, given with their weights, crowd about a stretch of ``text``, offsets."""
    words = spoken_of(text)
    return lambda start, end: _nearness(words, (start, end), weights)


def _nearness(words: tuple[Spoken, ...], span: tuple[int, int], weights: Mapping[str, float]) -> float:
    """Sum over the question's words of weight halved with each six words of distance from ``span``, offsets."""
    inside = [word.place for word in words if word.start < span[1] and word.end > span[0]]
    if not inside:
        return 0.0
    first, last = min(inside), max(inside)
    closest: dict[str, float] = {}
    for word in words:
        weight = weights.get(word.heard, 0.0) * (_NUMERAL if word.heard.isdigit() else 1.0)
        if weight:
            apart = max(first - word.place, word.place - last, 0)
            far = apart if word.place <= first else apart * _AFTER
            closest[word.heard] = max(closest.get(word.heard, 0.0), weight * 0.5 ** (far / _HALF))
    return sum(closest.values())
