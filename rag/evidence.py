"""What the index says of each entry for a question: BM25 and, where a model can be asked, cosines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Protocol

from index.chunks import Chunk, ChunkKind
from index.lexical import LexicalIndex
from index.snapshot import Scores, Snapshot
from ingest.document import Span
from rag.entries import Entry
from rag.library import Library
from rag.phrases import every_phrase
from rag.restoring import Restorer
from rag.words import has_accents


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

    def lexical(self, typed: str) -> Mapping[int, float]:
        """BM25 over chunks, which hold the headings over them."""
        return self._of_entries(self._snapshot.folded_scores(typed)) if self._places else {}

    def dense(self, typed: str) -> Mapping[int, float]:
        """Cosines; to a question typed without accents they are put back first, else the model finds nothing for it."""
        question = typed if has_accents(typed) else self._restorer.restored(typed)
        if not self._places or not question:
            return {}
        return self._of_entries(self._snapshot.dense_scores(question))

    @cached_property
    def _restorer(self) -> Restorer:
        return Restorer((plan.text for plan in self._snapshot.plans), every_phrase())

    def _of_entries(self, scores: Scores) -> dict[int, float]:
        found: dict[int, float] = {}
        for score, orders in zip(scores.tolist(), self._places, strict=True):
            for order in orders:
                found[order] = max(found.get(order, score), score)
        return found


def _places(snapshot: Snapshot, library: Library) -> list[tuple[int, ...]]:
    """For each chunk, the entries that it was cut from."""
    by_place: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in library.entries:
        by_place[library.plans[entry.plan].digest, entry.locator].append(entry)
    return [tuple(_orders(chunk, by_place[chunk.plan_digest, chunk.locator])) for chunk in snapshot.chunks]


def _orders(chunk: Chunk, entries: Iterable[Entry]) -> list[int]:
    rows = chunk.kind in (ChunkKind.TASK, ChunkKind.TARGET)
    return [
        e.order for e in entries if (e.kind in ("task", "target") if rows else True) and _overlap(chunk.spans, e.spans)
    ]


def _overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    return any(x.overlaps(y) for x in a for y in b)
