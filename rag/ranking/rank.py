"""Entries ranked for a question: how much of the question each one covers, and how much of the entry is asked for.

Coverage is weighed by inverse document frequency, over sound forms, so that typing without accents or with
misheard spellings costs nothing. Lexical and dense scores of the index join in when there is an index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from typing import Final, overload

import numpy as np
from numpy.typing import NDArray

from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.synonyms import Synonym
from rag.ranking.fitted import Weights, fitted

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Orders = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Shares:
    """What a word of the question counts by where the entry holds it, and how surely it is the word meant.

    A word counts ``cell``, ``context`` or ``profile`` of what it does in the name when it stands in another cell, over
    the entry or in the plan's head, and ``misheard`` when the plans print it elsewhere with the accents it was typed
    with, ``unprinted`` when they print those accents nowhere: it may be a typing error or another word. ``synonym`` is
    for another form of it.
    """

    context: float = 0.55
    profile: float = 0.6
    cell: float = 0.90
    synonym: float = 0.75
    misheard: float = 0.35
    unprinted: float = 0.80


@dataclass(frozen=True, slots=True)
class Scored:
    """One candidate: its fused score, the part of the question's weight that it covers, and the words it lacks.

    ``title`` is the part of its name that is asked for, ``base`` the mean of the syllables and pairs that it covers,
    ``own`` the part that it covers of the words that the head of its plan does not say, ``lexical`` its BM25 as the
    index gives it.
    """

    entry: Entry
    score: float
    coverage: float
    title: float
    base: float = 0.0
    missing: tuple[str, ...] = ()
    lexical: float = 0.0
    own: float = 0.0


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question's syllables and pairs with their weights.

    ``spelt`` are the words typed with telling accents, ``short`` undefined abbreviations, ``unprinted`` words whose
    accents no plan prints.
    """

    singles: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]
    spelt: Mapping[str, str]
    short: frozenset[str]
    unprinted: frozenset[str]


_LAID: Final = 4096
"""Grams that were asked for lately, kept as arrays."""
_FAINT: Final = 2.0
"""The most that a word which may be a question word weighs, however rare it is."""


class Ranker:
    """Ranks the entries of one library."""

    def __init__(self, library: Library, weights: Weights | None = None) -> None:
        """Every gram's entries and shares are laid down once, so that a question only adds up what it names."""
        self._library = library
        self._weights = weights or fitted().ranking
        self._shares = Shares()
        self._holding = _Holding(library, self._shares)
        self._title_weights = np.array(library.title_weights)

    def rank(
        self,
        words: Mapping[str, float],
        *,
        among: Callable[[Entry], bool] | Bools = lambda _: True,
        lexical: Mapping[int, float] | None = None,
        typed: Mapping[str, str] | None = None,
        short: frozenset[str] = frozenset(),
        synonyms: Sequence[Synonym] = (),
        extra: Callable[[Sequence[Entry]], Sequence[float]] = lambda entries: [0.0] * len(entries),
        most: int | None = None,
    ) -> Sequence[Scored]:
        """The ``most`` best candidates that ``among`` admits, best first; of equal ones the first printed.

        ``among`` may be the answers themselves, one for each entry. ``lexical`` gives BM25 by entry order. ``typed`` gives the accented form of words: one that the plans print
        somewhere else with those accents counts little where it only sounds alike. ``short`` are abbreviations that
        nobody defined: an entry holds one when words of its own begin with those letters. ``synonyms`` are other forms
        of some of the words. ``extra`` gives what is added to the scores of the ``most`` best.
        """
        asked = self._asked(words, typed or {}, short, synonyms)
        others, size = self._others(synonyms), len(self._library.entries)
        held, coverage, paired, own = self._covered(asked, others)
        named = self._named(asked)
        bm25 = np.zeros(size)
        if lexical:
            bm25[list(lexical)] = list(lexical.values())
        admitted = (
            among if isinstance(among, np.ndarray) else np.fromiter(map(among, self._library.entries), bool, size)
        )
        weights = self._weights
        score = weights.coverage * coverage + weights.pair * paired + weights.title * named + weights.own * own
        score += weights.lexical * bm25 / (bm25[admitted].max(initial=0.0) or 1.0)
        by_score = np.argsort(-score, kind="stable")
        best = by_score[admitted[by_score]][:most]
        score[best] += extra([self._library.entries[order] for order in best.tolist()])
        best = best[np.lexsort((best, -score[best]))]
        lacking = np.array([shares[best] == 0 for shares in held.values()], bool).reshape(len(held), len(best))
        entries, asked_for = self._library.entries, tuple(held)
        figures = np.stack([one[best] for one in (score, coverage, paired, named, bm25, own)], axis=1)

        def scored(place: int) -> Scored:
            points, covered, pairs, title, words_found, own_covered = figures[place].tolist()
            return Scored(
                entry=entries[best[place]],
                score=points,
                coverage=covered,
                title=title,
                base=(covered + pairs) / 2,
                missing=tuple(compress(asked_for, lacking[:, place].tolist())),
                lexical=words_found,
                own=own_covered,
            )

        return _Ranked(scored, len(best))

    def _covered(self, asked: _Asked, others: Mapping[str, Floats]) -> tuple[dict[str, Floats], Floats, Floats, Floats]:
        """What each word counts in each entry, and the means over words, over neighbour pairs and over its plan's own words.

        ``others`` is what a word counts by its other forms alone.
        """
        size = len(self._library.entries)
        none = np.zeros(size)
        held = {word: self._held(word, asked) for word in asked.singles}
        alike = {word: self._alike(word, asked) for word in asked.singles}
        sure = {word: np.maximum(held[word] * alike[word], others.get(word, none)) for word in asked.singles}
        held = {word: np.maximum(shares, others.get(word, none)) for word, shares in held.items()}
        pairs = (
            (
                weight,
                np.maximum(
                    self._holding.shares(f"{left}_{right}") * np.minimum(alike[left], alike[right]),
                    np.minimum(others.get(left, none), others.get(right, none)),
                ),
            )
            for (left, right), weight in asked.pairs.items()
        )
        coverage = _mean(size, ((weight, sure[word]) for word, weight in asked.singles.items()))
        return held, coverage, _mean(size, pairs), self._own(asked, sure)

    def _own(self, asked: _Asked, sure: Mapping[str, Floats]) -> Floats:
        """The mean over the words that the head of an entry's plan does not say, 1 where it says them all.

        What the whole plan is about tells no clause of it from another; a title that repeats it would win.
        """
        size = len(self._library.entries)
        total, weighed = np.zeros(size), np.zeros(size)
        for word, weight in asked.singles.items():
            counted = weight * self._holding.is_own(word)
            total += counted * sure[word]
            weighed += counted
        own: Floats = np.divide(total, weighed, out=np.ones(size), where=weighed > 0)
        return own

    def _others(self, synonyms: Sequence[Synonym]) -> dict[str, Floats]:
        """What a word counts in each entry by its other forms alone."""
        found: dict[str, Floats] = {}
        for one in synonyms:
            forms = [self._holding.phrase(form) for form in one.forms]
            best = self._shares.synonym * np.maximum.reduce(forms)
            found |= {word: np.maximum(best, found.get(word, best)) for word in one.words}
        return found

    def _common(self, synonyms: Sequence[Synonym]) -> dict[str, float]:
        """For a word that no plan prints the idf of the commonest of its other forms that one does."""
        known, idf = self._library.weights, self._library.idf
        weights: dict[str, float] = {}
        for one in synonyms:
            printed = [max(map(idf, form)) for form in one.forms if all(word in known for word in form)]
            if printed:
                weights |= {word: min(*printed, idf(word)) for word in one.words if word not in known}
        return weights

    def _asked(
        self,
        words: Mapping[str, float],
        typed: Mapping[str, str],
        short: frozenset[str],
        synonyms: Sequence[Synonym],
    ) -> _Asked:
        common = self._common(synonyms)

        def idf(gram: str) -> float:
            return common.get(gram) or self._library.idf(gram)

        singles = {w: idf(w) if share == 1.0 else min(idf(w), _FAINT) * share for w, share in words.items()}
        pairs = {(a, b): idf(f"{a}_{b}") * min(words[a], words[b]) for a, b in pairwise(words)}
        spelt = {heard: word for heard, word in typed.items() if heard in words and word in self._library.printed}
        strange = (heard for heard, word in typed.items() if heard in words and word not in self._library.printed)
        return _Asked(singles, pairs, spelt, short, frozenset(strange))

    def _held(self, word: str, asked: _Asked) -> Floats:
        shares = self._holding.shares(word)
        if word in asked.short:
            begins = np.array([word in entry.initials for entry in self._library.entries], bool)
            shares = np.where((shares == 0) & begins, self._shares.cell, shares)
        return shares

    def _alike(self, word: str, asked: _Asked) -> Floats:
        """For each entry how surely the word it holds is the word meant."""
        size = len(self._library.entries)
        if word in asked.spelt:
            alike: Floats = np.where(self._holding.prints(asked.spelt[word]), 1.0, self._shares.misheard)
            return alike
        return np.full(size, self._shares.unprinted if word in asked.unprinted else 1.0)

    def _named(self, asked: _Asked) -> Floats:
        total = np.zeros(len(self._library.entries))
        for word, weight in asked.singles.items():
            total[self._holding.titled(word)] += weight
        shares: Floats = np.minimum(1.0, total / self._title_weights)
        return shares


class _Ranked(Sequence[Scored]):
    """Candidates that are put together when they are looked at: of hundreds that is mostly the first few."""

    def __init__(self, make: Callable[[int], Scored], size: int) -> None:
        self._make = make
        self._made: list[Scored | None] = [None] * size

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, place: int) -> Scored: ...
    @overload
    def __getitem__(self, place: slice) -> list[Scored]: ...
    def __getitem__(self, place: int | slice) -> Scored | list[Scored]:
        """One candidate, or a list of those of a slice."""
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self._made)))]
        found = self._made[place]
        if found is None:
            found = self._made[place] = self._make(place)
        return found


def best_first(found: Iterable[Scored]) -> list[Scored]:
    """By score; of equals the first printed."""
    return sorted(found, key=lambda one: (-one.score, one.entry.order))


def _mean(size: int, parts: Iterable[tuple[float, Floats]]) -> Floats:
    """The weighted mean of vectors over all entries; zeros where nothing weighs."""
    total, weights = np.zeros(size), 0.0
    for weight, vector in parts:
        total += weight * vector
        weights += weight
    return total / (weights or 1.0)


class _Holding:
    """Which entries hold a gram, and what it counts there."""

    def __init__(self, library: Library, shares: Shares) -> None:
        held: dict[str, list[tuple[int, float]]] = defaultdict(list)
        titled: dict[str, list[int]] = defaultdict(list)
        printed: dict[str, list[int]] = defaultdict(list)
        for entry in library.entries:
            for gram in entry.title:
                titled[gram].append(entry.order)
                held[gram].append((entry.order, 1.0))
            for gram in entry.main - entry.title:
                held[gram].append((entry.order, shares.cell))
            for gram in entry.context - entry.main - entry.title:
                held[gram].append((entry.order, shares.context))
            for word in entry.printed:
                printed[word].append(entry.order)
        self._held, self._titled, self._printed = held, titled, printed
        self._laid = lru_cache(_LAID)(self._lay)
        self.titled = lru_cache(_LAID)(self._lay_titled)
        self._printing = lru_cache(_LAID)(self._lay_printing)
        self._size = len(library.entries)
        self._plans = np.array([entry.plan for entry in library.entries], dtype=np.intp)
        self._of_plan = [np.flatnonzero(self._plans == plan) for plan in range(len(library.profiles))]
        self._profiles = [profile.words for profile in library.profiles]
        self._profile_share = shares.profile

    def shares(self, gram: str) -> Floats:
        """What the gram counts in each entry, shape (entries,); 0 where neither the entry nor its plan's head has it."""
        found = np.zeros(self._size)
        for plan, words in enumerate(self._profiles):
            if gram in words:
                found[self._of_plan[plan]] = self._profile_share
        if gram in self._held:
            orders, counted = self._laid(gram)
            found[orders] = counted
        return found

    def is_own(self, gram: str) -> Bools:
        """Whether the head of each entry's plan does not say the gram, shape (entries,)."""
        said = np.array([gram not in words for words in self._profiles], bool)
        own: Bools = said[self._plans] if len(said) else np.zeros(0, bool)
        return own

    def _lay(self, gram: str) -> tuple[Orders, Floats]:
        """The entries that hold the gram and what it counts in each, as arrays; made for grams that are asked for only."""
        orders, counted = zip(*self._held[gram], strict=True)
        return np.array(orders, dtype=np.intp), np.array(counted)

    def phrase(self, words: tuple[str, ...]) -> Floats:
        """What the words side by side count in each entry, shape (entries,)."""
        grams = [f"{left}_{right}" for left, right in pairwise(words)] or list(words)
        found: Floats = np.minimum.reduce([self.shares(gram) for gram in grams])
        return found

    def _lay_titled(self, gram: str) -> Orders:
        """The entries whose name has the gram."""
        return np.array(self._titled.get(gram, ()), dtype=np.intp)

    def _lay_printing(self, word: str) -> Orders:
        """The entries that print the word with its accents."""
        return np.array(self._printed.get(word, ()), dtype=np.intp)

    def prints(self, word: str) -> Bools:
        """Whether each entry prints the word with its accents, shape (entries,)."""
        found = np.zeros(self._size, bool)
        found[self._printing(word)] = True
        return found
