"""The one object that the command line, the HTTP app, the pages and the judge speak to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from time import perf_counter
from typing import Final

import numpy as np

from index.chunks import Chunk, ChunkKind
from index.snapshot import Scores, Snapshot
from ingest.document import Span
from ingest.plan import Plan
from rag.answer import Answer
from rag.engine import Engine, Turn
from rag.entries import Entry
from rag.library import Library, build_library
from rag.lookup import Thresholds
from rag.question import Query, understand
from rag.rank import Weights
from rag.words import has_accents

_RANKED: Final = 10
_ANY_DAY: Final = date(2000, 1, 1)
"""The order of entries does not depend on the day."""


class Service:
    """Answers questions over one snapshot of the library; safe to call from several threads."""

    def __init__(
        self, snapshot: Snapshot, *, weights: Weights | None = None, thresholds: Thresholds | None = None
    ) -> None:
        """Everything derived from the plans is built here, once."""
        self._snapshot = snapshot
        self._weights = weights or Weights()
        self._library: Library = build_library(snapshot.plans)
        self._engine = Engine(self._library, thresholds=thresholds, weights=self._weights, extra=self._extra)
        self._places = _places(snapshot, self._library)

    def plans(self) -> tuple[Plan, ...]:
        """The plans that are loaded."""
        return self._snapshot.plans

    def plan(self, file: str) -> Plan | None:
        """The plan read from ``file``, or None."""
        return next((plan for plan in self._snapshot.plans if plan.file == file), None)

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """Answer one question; ``previous`` is the answer that a follow-up leans on."""
        started = perf_counter()
        turn = Turn(previous.question, previous) if previous is not None else None
        answer = self._engine.answer(question, today, turn)
        return replace(answer, question=question, elapsed_ms=(perf_counter() - started) * 1000)

    def rank(self, question: str) -> list[str]:
        """Places of the ten best entries for a question ("file#locator"), for the judge's retrieval measures."""
        ranked = self._engine.ranked(understand(question, self._library, _ANY_DAY))
        places = (f"{self._library.plans[one.entry.plan].file}#{one.entry.locator}" for one in ranked)
        return list(dict.fromkeys(places))[:_RANKED]

    def explain(self, question: str, *, today: date) -> str:
        """How a question was understood, its five best candidates and the thresholds, in Vietnamese lines."""
        return self._engine.explain(question, today)

    def _extra(self, query: Query, dense: bool) -> Mapping[int, float]:  # noqa: FBT001 — one of two shapes of one call
        """What the index adds to each entry's score: lexical and, where asked for, dense scores, each scaled to 0..1."""
        if not self._snapshot.chunks:
            return {}
        total = self._weights.lexical * _scaled(self._snapshot.folded_scores(query.typed))
        if dense and self._weights.dense and has_accents(query.typed):
            total = total + self._weights.dense * _scaled(self._snapshot.dense_scores(query.typed))
        extra: dict[int, float] = defaultdict(float)
        for place, orders in enumerate(self._places):
            for order in orders:
                extra[order] = max(extra[order], float(total[place]))
        return extra


def _scaled(scores: Scores) -> Scores:
    """Min-max scaled; all zero where every score is the same."""
    low, high = float(scores.min()), float(scores.max())
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)


def _places(snapshot: Snapshot, library: Library) -> list[tuple[int, ...]]:
    """For each chunk, the entries that it was cut from."""
    by_place: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in library.entries:
        by_place[library.plans[entry.plan].digest, entry.locator].append(entry)
    return [tuple(_orders(chunk, by_place[chunk.plan_digest, chunk.locator])) for chunk in snapshot.chunks]


def _orders(chunk: Chunk, entries: list[Entry]) -> list[int]:
    rows = chunk.kind in (ChunkKind.TASK, ChunkKind.TARGET)
    return [
        e.order for e in entries if (e.kind in ("task", "target") if rows else True) and _overlap(chunk.spans, e.spans)
    ]


def _overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a for y in b)
