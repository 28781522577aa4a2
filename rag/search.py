"""Searching without asking: the rows and clauses nearest to some words, best first, with their scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Span
from rag.answer import Item
from rag.citations import item
from rag.corpus.library import Library
from rag.ranking.rank import Scored


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry found: ``kind`` is "task", "target" or "clause", ``item.name`` its words.

    ``score`` orders hits of one search and compares with no other; ``coverage`` is the part of the words, weighed by
    rarity, that the entry holds, 0 to 1.
    """

    kind: str
    item: Item
    score: float
    coverage: float
    spans: tuple[Span, ...]


def hits(ranked: Sequence[Scored], library: Library) -> tuple[Hit, ...]:
    """Those of the candidates that hold any of the words, in their order."""
    return tuple(
        Hit(
            kind=one.entry.kind,
            item=item(library.plans[one.entry.plan], one.entry),
            score=one.score,
            coverage=one.coverage,
            spans=one.entry.spans,
        )
        for one in ranked
        if one.coverage > 0
    )
