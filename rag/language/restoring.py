"""Accents put back into a question typed without them, so that the embedding model can be asked.

A bigram model over syllables, learnt from the loaded plans and from the phrases that questions are made of (Viterbi over the
accented forms of each syllable). The model finds nothing for unaccented text (R@1 .213 where restored text had .918,
measured on Vietnamese question sets); words alone are searched without accents anyway.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from ingest.folding import fold, tone_normal

_WORD: Final = re.compile(r"[^\W_]+")
_PAIRED: Final = 0.9
"""What a neighbour pair counts against the word alone."""
_LEAST_KNOWN: Final = 0.8
"""The share of syllables that must be known; a question of other words is not restored."""
_PHRASE_WEIGHT: Final = 3
"""Phrases of questions are few beside a plan's text."""


class Restorer:
    """Restores accents by what the plans print."""

    def __init__(self, texts: Iterable[str], phrases: Iterable[str]) -> None:
        self._forms: dict[str, set[str]] = defaultdict(set)
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for text, weight in (*((text, 1) for text in texts), *((phrase, _PHRASE_WEIGHT) for phrase in phrases)):
            self._learn(text, weight)
        self._all = sum(self._words.values()) or 1

    def _learn(self, text: str, weight: int) -> None:
        words = _WORD.findall(tone_normal(text))
        for word in words:
            self._words[word] += weight
            self._forms[fold(word)].add(word)
        for pair in pairwise(words):
            self._pairs[pair] += weight

    def restored(self, typed: str) -> str:
        """The likeliest accented question, lower case; "" where too few of its syllables are known."""
        words = _WORD.findall(fold(typed))
        known = sum(word in self._forms for word in words)
        if not words or known < _LEAST_KNOWN * len(words):
            return ""
        best: dict[str, tuple[float, tuple[str, ...]]] = {"": (0.0, ())}
        for word in words:
            best = {
                form: max((score + self._log(before, form), (*path, form)) for before, (score, path) in best.items())
                for form in sorted(self._forms.get(word, {word}))
            }
        return " ".join(max(best.values())[1])

    def _log(self, before: str, form: str) -> float:
        """The logarithm of how likely ``form`` is after ``before``."""
        alone = (self._words[form] + 0.5) / self._all
        after = self._pairs[before, form] / self._words[before] if self._words[before] else 0.0
        return math.log(_PAIRED * after + (1 - _PAIRED) * alone)
