"""BM25 over syllables and neighbour pairs, in two copies: exact and without accents.

Word segmentation found nothing that neighbour pairs do not (measured on Vietnamese questions and on
real plans), so a term is a syllable, a pair of neighbours, or a compound such as ``48-nq/tu``.

The scores are those of bm25s with ``method="lucene"`` (Lù 2024, arXiv:2407.03618: every score is
computed when indexing, a query only adds them up), which the tests hold this module to. It is written
out here because importing bm25s and building from lists of strings cost a cold start 0.5 s, where this
costs 0.05 s for the same texts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ingest.folding import compounds, fold, syllables, tone_normal

Scores = NDArray[np.float32]
Ints = NDArray[np.int64]

K1: Final = 1.5
B: Final = 0.75


def _number(part: str) -> str:
    """Numbers lose leading zeros, so that ``05`` and ``5``, ``02/2026`` and ``2/2026`` meet."""
    return part.lstrip("0") or "0" if part[0] == "0" and part.isdecimal() else part


class _Vocabulary:
    """Numbers for terms: syllables and compounds as they come, a pair from its two syllables."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._words: dict[str, tuple[list[int], list[int]]] = {}

    def add(self, text: str) -> tuple[list[int], list[int]]:
        """The syllable ids and compound ids of a normalised text, new ones numbered."""
        singles: list[int] = []
        wholes: list[int] = []
        for word in text.split():
            found = self._words.get(word)
            if found is None:
                found = self._words[word] = self._split(word)
            singles += found[0]
            wholes += found[1]
        return singles, wholes

    def _split(self, word: str) -> tuple[list[int], list[int]]:
        number = self._ids.setdefault
        singles = [number(_number(part), len(self._ids)) for part in syllables(word)]
        return singles, [number(whole, len(self._ids)) for whole in compounds(word)]

    def freeze(self) -> None:
        """Forget what only indexing needs; from now on pair numbers stay what they are."""
        self._words.clear()

    def pairs(self, first: Ints, second: Ints) -> Ints:
        """One number for each neighbour pair, above all single ones."""
        return (first + 1) * len(self._ids) + second

    def known(self, text: str) -> Ints:
        """The distinct term numbers of a normalised query; words never indexed are left out."""
        ids = [self._ids.get(_number(part)) for part in syllables(text)]
        size = len(self._ids)
        pairs = ((a + 1) * size + b for a, b in pairwise(ids) if a is not None and b is not None)
        wholes = (self._ids.get(whole) for whole in compounds(text))
        numbers = {each for each in (*ids, *wholes) if each is not None}
        return np.array(sorted(numbers.union(pairs)), dtype=np.int64)


class Bm25:
    """BM25 over texts in a fixed order; rebuilt, never changed."""

    def __init__(self, texts: Sequence[str], normalise: Callable[[str], str]) -> None:
        self._normalise = normalise
        self._size = len(texts)
        self._vocabulary = _Vocabulary()
        occurrences, docs = self._occurrences(texts)
        self._terms, term_of = np.unique(occurrences, return_inverse=True)
        postings, frequency = np.unique(term_of * self._size + docs, return_counts=True)
        self._docs = postings % max(self._size, 1)
        found_in = np.bincount(postings // max(self._size, 1), minlength=len(self._terms))
        self._starts = np.concatenate(([0], np.cumsum(found_in)))
        lengths = np.bincount(docs, minlength=self._size)
        self._weights = self._weigh(frequency, found_in, lengths)

    def _occurrences(self, texts: Sequence[str]) -> tuple[Ints, Ints]:
        """Every term occurrence and, beside it, the index of its text."""
        singles: list[int] = []
        wholes: list[int] = []
        sizes: list[tuple[int, int]] = []
        for text in texts:
            mine, whole = self._vocabulary.add(self._normalise(text))
            singles += mine
            wholes += whole
            sizes.append((len(mine), len(whole)))
        self._vocabulary.freeze()
        counts = np.array(sizes, dtype=np.int64).reshape(-1, 2)
        order = np.arange(len(texts))
        ids = np.array(singles, dtype=np.int64)
        docs, whole_docs = np.repeat(order, counts[:, 0]), np.repeat(order, counts[:, 1])
        inside = docs[:-1] == docs[1:]
        pairs = self._vocabulary.pairs(ids[:-1], ids[1:])[inside]
        terms = np.concatenate((ids, pairs, np.array(wholes, dtype=np.int64)))
        return terms, np.concatenate((docs, docs[:-1][inside], whole_docs))

    def _weigh(self, frequency: Ints, found_in: Ints, lengths: Ints) -> Scores:
        """What each posting adds to its text's score."""
        idf = np.log(1 + (self._size - found_in + 0.5) / (found_in + 0.5))
        mean = (lengths.mean() if self._size else 0.0) or 1.0
        damp = K1 * (1 - B + B * lengths / mean)
        return np.asarray(np.repeat(idf, found_in) * frequency / (frequency + damp[self._docs]), np.float32)

    def scores(self, query: str) -> Scores:
        """One score for each text, shape (texts,); 0 where no term is shared. Order is the texts'."""
        totals = np.zeros(self._size, dtype=np.float32)
        known = self._vocabulary.known(self._normalise(query))
        places = np.searchsorted(self._terms, known)
        for place, term in zip(places.tolist(), known.tolist(), strict=True):
            if place < len(self._terms) and self._terms[place] == term:
                mine = slice(self._starts[place], self._starts[place + 1])
                totals[self._docs[mine]] += self._weights[mine]
        return totals


class LexicalIndex:
    """Both copies over the same texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._exact = Bm25(texts, tone_normal)
        self._folded = Bm25(texts, fold)

    def exact(self, query: str) -> Scores:
        """Scores with accents as typed; case and tone placement (hoà, hòa) do not count."""
        return self._exact.scores(query)

    def folded(self, query: str) -> Scores:
        """Scores without accents on either side: finds what was typed without them, or with wrong ones."""
        return self._folded.scores(query)
