"""Nearest vectors by inner product: the only module that knows FAISS."""

from __future__ import annotations

from typing import Final

import faiss
import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Ids = NDArray[np.int64]

EXACT_LIMIT: Final = 300_000
"""Up to here a flat scan is exact and takes 20 ms or less for 384 numbers each; above, HNSW."""

_LINKS: Final = 32
_EF: Final = 200


class DenseIndex:
    """Vectors in a fixed order; a vector's id is its row. Rebuilt, never changed."""

    def __init__(self, vectors: Vectors, *, exact_limit: int = EXACT_LIMIT) -> None:
        """Index ``vectors``, shape (n, dim), already of length 1 so that a product is a cosine."""
        self.size, self.dim = vectors.shape
        self._vectors = vectors
        self.exact = self.size <= exact_limit
        self._index = faiss.IndexFlatIP(self.dim) if self.exact else _graph(self.dim)
        if self.size:
            self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def search(self, query: Vectors, k: int) -> tuple[Ids, Vectors]:
        """The ``k`` ids nearest to ``query``, shape (dim,), and their cosines, best first.

        Fewer when there are fewer vectors; equal cosines stand in the order of their ids.
        """
        if query.shape != (self.dim,):
            raise ValueError(f"a query of shape {query.shape} for vectors of {self.dim} numbers")
        wanted = min(k, self.size)
        if wanted <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        scores, ids = self._index.search(np.ascontiguousarray(query[None], dtype=np.float32), wanted)
        order = np.lexsort((ids[0], -scores[0]))
        order = order[ids[0][order] >= 0]
        return ids[0][order], scores[0][order]

    def scores(self, query: Vectors) -> Vectors:
        """The exact cosine of ``query`` with every vector, shape (n,), for fusion with other scores."""
        found: Vectors = self._vectors @ query
        return found


def _graph(dim: int) -> faiss.IndexHNSWFlat:
    index = faiss.IndexHNSWFlat(dim, _LINKS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = _EF
    index.hnsw.efSearch = _EF
    return index
