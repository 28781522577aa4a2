"""Dense search equals brute force."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.dense import DenseIndex


def unit_vectors(seed: int, count: int, dim: int = 8) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).normal(size=(count, dim)).astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return vectors


@given(st.integers(0, 10**6), st.integers(1, 60), st.integers(1, 70))
def test_search_gives_the_nearest_of_all_best_first(seed: int, count: int, k: int) -> None:
    vectors, query = unit_vectors(seed, count), unit_vectors(seed + 1, 1)[0]
    ids, scores = DenseIndex(vectors).search(query, k)
    cosines = vectors @ query
    assert ids.tolist() == np.argsort(-cosines, kind="stable")[:k].tolist()
    assert np.allclose(scores, cosines[ids], atol=1e-6)


@given(st.integers(0, 10**6), st.integers(0, 60))
def test_scores_are_the_cosines_in_the_order_of_the_vectors(seed: int, count: int) -> None:
    vectors, query = unit_vectors(seed, count), unit_vectors(seed + 1, 1)[0]
    assert np.allclose(DenseIndex(vectors).scores(query), (vectors * query).sum(axis=1), atol=1e-6)


def test_equal_vectors_stand_in_the_order_of_their_ids() -> None:
    vectors = np.tile(unit_vectors(1, 1), (5, 1))
    assert DenseIndex(vectors).search(vectors[0], 5)[0].tolist() == [0, 1, 2, 3, 4]


def test_an_empty_index_finds_nothing() -> None:
    ids, scores = DenseIndex(unit_vectors(1, 0)).search(unit_vectors(2, 1)[0], 3)
    assert len(ids) == len(scores) == 0


def test_a_query_of_another_model_is_refused() -> None:
    with pytest.raises(ValueError, match="shape"):
        DenseIndex(unit_vectors(1, 3)).search(np.ones(9, np.float32), 1)


def test_above_the_limit_a_graph_finds_nearly_the_same() -> None:
    vectors, queries = unit_vectors(3, 2000), unit_vectors(4, 20)
    graph, flat = DenseIndex(vectors, exact_limit=1999), DenseIndex(vectors)
    assert (graph.exact, flat.exact) == (False, True)
    shared = [len(set(graph.search(query, 10)[0]) & set(flat.search(query, 10)[0])) for query in queries]
    assert np.mean(shared) > 9
