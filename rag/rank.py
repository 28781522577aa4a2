"""Entries ranked for a question: how much of the question each one covers, and how much of the entry is asked for.

Coverage is weighed by inverse document frequency, over sound forms, so that typing without accents or with
misheard spellings costs nothing. Lexical and dense scores of the index join in when there is an index.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rag.entries import Entry
from rag.fitted import Weights, fitted
from rag.library import Library


@dataclass(frozen=True, slots=True)
class Shares:
    """What a word of the question counts by where the entry holds it, and how surely it is the word meant.

    A word counts ``cell``, ``context`` or ``profile`` of what it does in the name when it stands in another cell, over
    the entry or in the plan's head, and ``misheard`` when the plans print it elsewhere with the accents it was typed
    with, ``unprinted`` when they print those accents nowhere: it may be a typing error or another word.
    """

    context: float = 0.55
    profile: float = 0.6
    cell: float = 0.90
    misheard: float = 0.35
    unprinted: float = 0.80


@dataclass(frozen=True, slots=True)
class Scored:
    """One candidate: its fused score, the part of the question's weight that it covers, and the words it lacks.

    ``title`` is the part of its name that is asked for, ``base`` the mean of the syllables and pairs that it covers,
    ``lexical`` its BM25 as the index gives it.
    """

    entry: Entry
    score: float
    coverage: float
    title: float
    base: float = 0.0
    missing: tuple[str, ...] = ()
    lexical: float = 0.0


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question's syllables and pairs with their weights, and their sums.

    ``spelt`` are the words typed with telling accents, ``short`` undefined abbreviations, ``unprinted`` the shares of
    words whose accents no plan prints.
    """

    singles: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]
    all_singles: float
    all_pairs: float
    spelt: Mapping[str, str]
    short: frozenset[str]
    unprinted: dict[str, float]


_FAINT: Final = 2.0
"""The most that a word which may be a question word weighs, however rare it is."""


class Ranker:
    """Ranks the entries of one library."""

    def __init__(self, library: Library, weights: Weights | None = None) -> None:
        self._library = library
        self._weights = weights or fitted().ranking
        self._shares = Shares()

    def rank(
        self,
        words: Mapping[str, float],
        *,
        plans: frozenset[int] | None = None,
        kinds: frozenset[str] | None = None,
        lexical: Mapping[int, float] | None = None,
        typed: Mapping[str, str] | None = None,
        short: frozenset[str] = frozenset(),
    ) -> list[Scored]:
        """Candidates, best first; of equal ones the first printed.

        ``lexical`` gives BM25 by entry order. ``typed`` gives the accented form of words:
        one that the plans print somewhere else with those accents counts little where it only sounds alike. ``short``
        are abbreviations that nobody defined: an entry holds one when words of its own begin with those letters.
        """
        asked, found = self._asked(words, typed or {}, short), lexical or {}
        most = max(found.values(), default=0.0) or 1.0
        scored = [
            self._score(entry, asked, found.get(entry.order, 0.0), most)
            for entry in self._library.entries
            if (plans is None or entry.plan in plans) and (kinds is None or entry.kind in kinds)
        ]
        return sorted(scored, key=lambda one: (-one.score, one.entry.order))

    def _asked(self, words: Mapping[str, float], typed: Mapping[str, str], short: frozenset[str]) -> _Asked:
        idf = self._library.idf
        singles = {w: idf(w) if share == 1.0 else min(idf(w), _FAINT) * share for w, share in words.items()}
        pairs = {(a, b): idf(f"{a}_{b}") * min(words[a], words[b]) for a, b in pairwise(words)}
        spelt = {heard: word for heard, word in typed.items() if heard in words and word in self._library.printed}
        strange = (heard for heard, word in typed.items() if heard in words and word not in self._library.printed)
        unprinted = dict.fromkeys(strange, self._shares.unprinted)
        return _Asked(singles, pairs, sum(singles.values()) or 1.0, sum(pairs.values()) or 1.0, spelt, short, unprinted)

    def _score(self, entry: Entry, asked: _Asked, lexical: float, most: float) -> Scored:
        weights = self._weights
        alike = {heard: self._shares.misheard for heard, word in asked.spelt.items() if word not in entry.printed}
        alike |= asked.unprinted
        single = pair = title = 0.0
        missing = []
        for word, weight in asked.singles.items():
            share = self._share(entry, word)
            if not share and word in asked.short and word in entry.initials:
                share = self._shares.cell
            single += weight * share * alike.get(word, 1.0)
            title += weight if word in entry.title else 0.0
            if not share:
                missing.append(word)
        for (left, right), weight in asked.pairs.items():
            share = self._share(entry, f"{left}_{right}")
            pair += weight * share * min(alike.get(left, 1.0), alike.get(right, 1.0))
        coverage = single / asked.all_singles
        named = min(1.0, title / self._library.title_weights[entry.order])
        paired = pair / asked.all_pairs
        score = weights.coverage * coverage + weights.pair * paired + weights.title * named
        score += weights.lexical * lexical / most
        return Scored(entry, score, coverage, named, (coverage + paired) / 2, tuple(missing), lexical)

    def _share(self, entry: Entry, gram: str) -> float:
        """What a gram counts by where the entry holds it."""
        if gram in entry.title:
            return 1.0
        if gram in entry.main:
            return self._shares.cell
        if gram in entry.context:
            return self._shares.context
        return self._shares.profile if gram in self._library.profiles[entry.plan].words else 0.0
