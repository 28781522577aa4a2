"""What the index says of each entry for a question: BM25 and, where a model can be asked, cosines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, Protocol

import numpy as np

from index.chunks import Chunk
from index.lexical import LexicalIndex
from index.snapshot import Scores, Snapshot
from ingest.document import Span
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import every_phrase
from rag.language.restoring import Restorer
from rag.language.words import has_accents

_KEPT: Final = 8
"""Questions whose cosines are kept."""


class Evidence(Protocol):
    """Scores by entry order; an entry without one is left out."""

    def lexical(self, typed: str) -> Mapping[int, float]:
        """BM25 without accents, 0 or more."""
        ...

    def dense(self, typed: str) -> Mapping[int, float]:
        """Cosines; empty where the question is not one that the model understands."""
        ...


class WordEvidence:
    """BM25 over the entries themselves, for a library that has no index."""

    def __init__(self, library: Library) -> None:
        self._index = LexicalIndex([entry.text for entry in library.entries])

    def lexical(self, typed: str) -> Mapping[int, float]:
        """BM25 over each entry's own text."""
        return dict(enumerate(self._index.folded(typed).tolist()))

    def dense(self, typed: str) -> Mapping[int, float]:  # noqa: ARG002 — one shape for both
        """No model, no cosines."""
        return {}


class SnapshotEvidence:
    """The index's scores of chunks, each entry taking the best of the chunks cut from it."""

    def __init__(self, snapshot: Snapshot, library: Library) -> None:
        self._snapshot = snapshot
        self._places = _places(snapshot, library)
        self._orders = list(dict.fromkeys(order for orders in self._places for order in orders))
        turns = {order: turn for turn, order in enumerate(self._orders)}
        cut = sorted((turns[order], chunk) for chunk, orders in enumerate(self._places) for order in orders)
        self._chunks = np.array([chunk for _, chunk in cut], dtype=np.intp)
        self._firsts = np.array([n for n, (turn, _) in enumerate(cut) if not n or cut[n - 1][0] != turn], dtype=np.intp)
        # One question may be asked of several plans, and a follow-up asks the one before again.
        self._cosines = lru_cache(_KEPT)(self._cosines_of)

    def lexical(self, typed: str) -> Mapping[int, float]:
        """BM25 over chunks, which hold the headings over them."""
        return self._of_entries(self._snapshot.folded_scores(typed)) if self._places else {}

    def dense(self, typed: str) -> Mapping[int, float]:
        """Cosines; to a question typed without accents they are put back first, else the model finds nothing for it."""
        question = typed if has_accents(typed) else self._restorer.restored(typed)
        if not self._places or not question:
            return {}
        return self._cosines(question)

    def _cosines_of(self, question: str) -> Mapping[int, float]:
        return self._of_entries(self._snapshot.dense_scores(question))

    @cached_property
    def _restorer(self) -> Restorer:
        return Restorer((plan.text for plan in self._snapshot.plans), every_phrase())

    def _of_entries(self, scores: Scores) -> dict[int, float]:
        if not self._orders:
            return {}
        best = np.maximum.reduceat(scores[self._chunks], self._firsts)
        return dict(zip(self._orders, best.tolist(), strict=True))


def _places(snapshot: Snapshot, library: Library) -> list[tuple[int, ...]]:
    """For each chunk, the entries that it was cut from.

    A row of an annex is one chunk. A clause of prose and what it states (a task, a target) are one text, so that its
    chunk speaks for all of them.
    """
    rows: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    prose: dict[str, list[Entry]] = defaultdict(list)
    for entry in library.entries:
        digest = library.plans[entry.plan].digest
        (prose[digest] if entry.annex is None else rows[digest, entry.locator]).append(entry)
    clauses = {digest: _Prose(entries) for digest, entries in prose.items()}
    none = _Prose(())
    return [
        _orders(chunk, rows.get((chunk.plan_digest, chunk.locator)) or clauses.get(chunk.plan_digest, none).near(chunk))
        for chunk in snapshot.chunks
    ]


class _Prose:
    """The entries of one plan's prose by the clause they stand in; clauses do not overlap."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._starts = sorted({span.start for one in entries if one.kind == "clause" for span in one.spans})
        self._held: dict[int, list[Entry]] = defaultdict(list)
        for one in entries:
            for place in {place for span in one.spans for place in self._reached(span)}:
                self._held[place].append(one)

    def near(self, chunk: Chunk) -> list[Entry]:
        """The entries of the clauses that the chunk reaches."""
        places = {place for span in chunk.spans for place in self._reached(span)}
        return [one for place in sorted(places) for one in self._held[place]]

    def _reached(self, span: Span) -> range:
        """Numbers of the clauses that may share a character with the span."""
        return range(max(0, bisect_right(self._starts, span.start) - 1), bisect_left(self._starts, span.end))


def _orders(chunk: Chunk, entries: Iterable[Entry]) -> tuple[int, ...]:
    found = (one.order for one in entries if any(a.overlaps(b) for a in chunk.spans for b in one.spans))
    return tuple(dict.fromkeys(found))


def standard(cosines: Mapping[int, float]) -> dict[int, float]:
    """Cosines as standard deviations from their mean over all entries: models differ in where theirs lie."""
    values = np.fromiter(cosines.values(), np.float64, len(cosines))
    spread = float(values.std()) if len(cosines) else 0.0
    return dict(zip(cosines, ((values - values.mean()) / spread).tolist(), strict=True)) if spread else {}
