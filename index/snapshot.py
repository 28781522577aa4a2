"""The library as a reader sees it: all of one moment, in memory, untouched by later writing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Stored
from index.chunks import Chunk
from index.dense import DenseIndex
from index.embedder import Embedder
from index.lexical import LexicalIndex
from ingest.plan import Plan
from ingest.versions import Link

Scores = NDArray[np.float32]


Before = Callable[[str], Plan | None]
"""Gives an earlier content of a file by its name."""


def _nothing(name: str) -> Plan | None:
    """No file held anything before."""


class Snapshot:
    """Plans by file name (one that adjusts another before it), their chunks, and three ways to score every chunk for a question.

    Scores are float32 of shape (chunks,) in the order of ``chunks``, so they can be added up.
    ``earlier`` are plans that others replace: to be read, not answered from.
    The indexes are built and the model loaded at the first question that needs them.
    """

    def __init__(self, stored: Stored, embedder: Embedder, *, before: Before = _nothing) -> None:
        """``embedder`` must be the model that made the stored vectors; ``before`` reads what files held before."""
        self.before = before
        self.generation = stored.generation
        self.plans: tuple[Plan, ...] = stored.plans
        self.chunks: tuple[Chunk, ...] = stored.chunks
        self.earlier: tuple[Plan, ...] = stored.earlier
        self.links: tuple[Link, ...] = stored.links
        self._vectors = stored.vectors
        self._embedder = embedder

    @cached_property
    def dense(self) -> DenseIndex:
        """Search by vector; ids are places in ``chunks``."""
        return DenseIndex(self._vectors)

    @cached_property
    def lexical(self) -> LexicalIndex:
        """Search by words."""
        return LexicalIndex([chunk.lexical_text for chunk in self.chunks])

    @cached_property
    def by_digest(self) -> dict[str, Plan]:
        """The plans under the digests that chunks name."""
        return {plan.digest: plan for plan in self.plans}

    def plan_of(self, chunk: Chunk) -> Plan:
        """The plan that ``chunk`` was cut from."""
        return self.by_digest[chunk.plan_digest]

    def embed(self, question: str) -> Scores:
        """The question's vector, shape (dim,).

        Raises:
            ModelMissing: the model does not load.
        """
        vector: Scores = self._embedder.embed([question], "query")[0]
        return vector

    def dense_scores(self, question: str) -> Scores:
        """Cosines. Never send a question without accents here: the model finds nothing for it."""
        return self.dense.scores(self.embed(question)) if self.chunks else np.zeros(0, np.float32)

    def exact_scores(self, question: str) -> Scores:
        """BM25 with accents as typed."""
        return self.lexical.exact(question)

    def folded_scores(self, question: str) -> Scores:
        """BM25 without accents."""
        return self.lexical.folded(question)
