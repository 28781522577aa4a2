"""Entries ranked for a question: how much of the question each one covers, and how much of the entry is asked for.

Coverage is weighed by inverse document frequency, over sound forms, so that typing without accents or with
misheard spellings costs nothing. Lexical and dense scores of the index join in when there is an index.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rag.library import Entry, Library, grams


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal counts; fitted by `eval.fit` and checked on questions it did not see."""

    single: float = 0.45
    pair: float = 0.30
    title: float = 0.15
    lexical: float = 0.10
    dense: float = 0.10
    context: float = 0.55
    profile: float = 0.45
    cell: float = 0.90
    misheard: float = 0.35


@dataclass(frozen=True, slots=True)
class Scored:
    """One candidate: its fused score, and the share of the question's weight that it covers."""

    entry: Entry
    score: float
    coverage: float
    title: float
    base: float = 0.0
    missing: tuple[str, ...] = ()


_FAINT = 2.0
"""The most that a word which may be a question word weighs, however rare it is."""


class Ranker:
    """Ranks the entries of one library."""

    def __init__(self, library: Library, weights: Weights | None = None) -> None:
        self._library = library
        self._weights = weights or Weights()

    def rank(
        self, words: Mapping[str, float], *, plans: frozenset[int] | None = None, kinds: frozenset[str] | None = None,
        extra: Mapping[int, float] | None = None, typed: Mapping[str, str] | None = None,
    ) -> list[Scored]:  # fmt: skip
        """Candidates, best first.

        ``extra`` adds the index's own scores (0 to 1) by entry order. ``typed`` gives the accented form of words:
        one that the plans print somewhere else with those accents counts little where it only sounds alike.
        """
        spelt = {heard: word for heard, word in (typed or {}).items() if word in self._library.printed}
        weigh = {word: self._library.idf(word) if share == 1.0 else min(self._library.idf(word), _FAINT) * share for word, share in words.items()}
        for pair in grams(" ".join(words)):
            if "_" in pair:
                weigh[pair] = self._library.idf(pair) * min(words[part] for part in pair.split("_"))
        total_single = sum(w for g, w in weigh.items() if "_" not in g) or 1.0
        total_pair = sum(w for g, w in weigh.items() if "_" in g) or 1.0
        scored = []
        for entry in self._library.entries:
            if (plans is not None and entry.plan not in plans) or (kinds is not None and entry.kind not in kinds):
                continue
            scored.append(self._score(entry, weigh, (total_single, total_pair), (extra or {}).get(entry.order, 0.0), spelt))
        return sorted(scored, key=lambda one: (-one.score, one.entry.order))

    def _score(
        self, entry: Entry, weigh: Mapping[str, float], totals: tuple[float, float], extra: float, spelt: Mapping[str, str]
    ) -> Scored:
        weights = self._weights
        profile = self._library.profiles[entry.plan].words
        alike = {heard: weights.misheard for heard, word in spelt.items() if word not in entry.printed}
        single = pair = 0.0
        missing = []
        for gram, weight in weigh.items():
            share = (
                1.0 if gram in entry.title else weights.cell if gram in entry.main
                else weights.context if gram in entry.context else weights.profile if gram in profile else 0.0
            )  # fmt: skip
            if "_" in gram:
                left, _, right = gram.partition("_")
                pair += weight * share * min(alike.get(left, 1.0), alike.get(right, 1.0))
            else:
                single += weight * share * alike.get(gram, 1.0)
                if not share:
                    missing.append(gram)
        coverage = single / totals[0]
        title_weight = sum(self._library.idf(gram) for gram in entry.title if "_" not in gram) or 1.0
        title = sum(weight for gram, weight in weigh.items() if "_" not in gram and gram in entry.title) / title_weight
        title = min(1.0, title)
        base = weights.single * coverage + weights.pair * pair / totals[1]
        return Scored(entry, base + weights.title * title + extra, coverage, title, base, tuple(missing))
