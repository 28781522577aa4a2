"""A snapshot scores every chunk, in the order of its chunks, and stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.snapshot import Snapshot
from index.store import Store
from ingest.folding import fold
from tests.index.plans import LetterEmbedder, sample_plan


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = Store.open(tmp_path, LetterEmbedder(), unit_key=fold)
    found.add([sample_plan("a.txt"), sample_plan("b.txt", lead="Sở Y tế")])
    yield found
    found.close()


@pytest.fixture
def snapshot(store: Store) -> Snapshot:
    return store.snapshot()


def test_every_way_of_scoring_scores_every_chunk(snapshot: Snapshot) -> None:
    for scores in (snapshot.dense_scores("kho"), snapshot.exact_scores("kho"), snapshot.folded_scores("kho")):
        assert scores.shape == (len(snapshot.chunks),)
        assert scores.dtype == np.float32


def test_the_words_of_a_row_find_it_in_both_plans(snapshot: Snapshot) -> None:
    order = np.argsort(-snapshot.folded_scores("tram quan trac nuoc ho ben thuy"), kind="stable")[:2]
    found = [(snapshot.plan_of(snapshot.chunks[place]).file, snapshot.chunks[place].locator) for place in order]
    assert sorted(found) == [("a.txt", "Phụ lục II/2"), ("b.txt", "Phụ lục II/2")]


def test_a_chunks_own_text_is_its_nearest_neighbour(snapshot: Snapshot) -> None:
    for place, chunk in enumerate(snapshot.chunks):
        scores = snapshot.dense_scores(chunk.text)
        assert scores[place] == pytest.approx(scores.max(), abs=1e-5)


def test_later_changes_leave_a_snapshot_alone(store: Store, snapshot: Snapshot) -> None:
    store.delete("a.txt")
    assert [plan.file for plan in snapshot.plans] == ["a.txt", "b.txt"]
    assert len(snapshot.folded_scores("kho")) == len(snapshot.chunks)


def test_the_quotes_of_chunks_are_slices_of_their_plans(snapshot: Snapshot) -> None:
    chunk = next(chunk for chunk in snapshot.chunks if chunk.locator == "Phụ lục II/1")
    (span,) = chunk.spans
    assert (
        span.slice(snapshot.plan_of(chunk).text)
        == "1\tXây dựng kho dữ liệu dùng chung\tSở Xây dựng\tCông an tỉnh\tKho dữ liệu\t6/2026"
    )
