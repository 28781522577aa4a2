"""The store changes all or nothing, does no work twice, and never shows half."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.catalogue import VectorCache
from index.catalogue.database import Database
from index.catalogue.schema import VECTORS
from index.chunks import chunk_plan
from index.store import Change, Outcome, Stage, Store
from ingest.errors import ModelMismatch, ModelMissing, StoreBusy
from ingest.folding import fold
from tests.index.plans import LetterEmbedder, sample_plan

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def embedder() -> LetterEmbedder:
    return LetterEmbedder()


@pytest.fixture
def store(tmp_path: Path, embedder: LetterEmbedder) -> Iterator[Store]:
    found = Store.open(tmp_path / "data", embedder, unit_key=fold)
    yield found
    found.close()


def outcomes(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.file, change.outcome) for change in changes]


def files(store: Store) -> list[str]:
    return [plan.file for plan in store.snapshot().plans]


def test_an_empty_library_has_nothing_to_find(store: Store) -> None:
    snapshot = store.snapshot()
    assert not snapshot.plans
    assert not snapshot.chunks
    assert snapshot.folded_scores("kho dữ liệu").shape == snapshot.dense_scores("kho dữ liệu").shape == (0,)


def test_added_plans_are_there_with_one_vector_for_each_chunk(store: Store) -> None:
    report = store.add([sample_plan("b.txt"), sample_plan("a.txt", lead="Sở Y tế")])
    snapshot = store.snapshot()
    assert outcomes(report.changes) == [("b.txt", "added"), ("a.txt", "added")]
    assert [plan.file for plan in snapshot.plans] == ["a.txt", "b.txt"]
    assert sum(change.chunks for change in report.changes) == len(snapshot.chunks) == snapshot.dense.size
    assert [stage for stage, _ in report.seconds] == [Stage.CHUNK, Stage.EMBED, Stage.WRITE]


def test_an_unchanged_plan_costs_no_embedding_and_no_writing(store: Store, embedder: LetterEmbedder) -> None:
    store.add([sample_plan()])
    embedder.asked.clear()
    before = store.catalogue.generation()
    assert outcomes(store.add([sample_plan()]).changes) == [("song-lam.txt", "unchanged")]
    assert embedder.asked == []
    assert store.catalogue.generation() == before


def test_an_edited_file_takes_the_place_of_the_old_one(store: Store) -> None:
    store.add([sample_plan()])
    assert outcomes(store.add([sample_plan(extra=" Hoàn thành.")]).changes) == [("song-lam.txt", "updated")]
    (plan,) = store.snapshot().plans
    assert "Hoàn thành." in plan.text


def test_the_same_bytes_read_better_are_indexed_anew(store: Store) -> None:
    plan = sample_plan()
    store.add([replace(plan, tasks=plan.tasks[:1])])
    assert outcomes(store.add([plan]).changes) == [("song-lam.txt", "updated")]
    assert len(store.snapshot().plans[0].tasks) == 2


def test_a_copy_under_another_name_is_left_out_and_named(store: Store) -> None:
    plan = sample_plan("a.txt")
    store.add([plan])
    (change,) = store.add([replace(plan, file="b.txt")]).changes
    assert (change.outcome, change.same_as) == (Outcome.DUPLICATE, "a.txt")
    assert files(store) == ["a.txt"]


def test_two_files_may_exchange_their_contents(store: Store) -> None:
    one, other = sample_plan("a.txt"), sample_plan("b.txt", lead="Sở Y tế")
    store.add([one, other])
    store.add([replace(other, file="a.txt"), replace(one, file="b.txt")])
    assert [(plan.file, plan.digest) for plan in store.snapshot().plans] == [
        ("a.txt", other.digest),
        ("b.txt", one.digest),
    ]


@pytest.mark.parametrize("name", ["a.txt", sample_plan("a.txt").digest])
def test_a_plan_is_removed_by_file_name_or_digest(store: Store, name: str) -> None:
    store.add([sample_plan("a.txt"), sample_plan("b.txt", lead="Sở Y tế")])
    change = store.delete(name)
    assert change is not None
    assert (change.file, change.outcome) == ("a.txt", "removed")
    assert files(store) == ["b.txt"]
    assert store.delete(name) is None


def test_when_embedding_fails_nothing_of_the_batch_is_stored(store: Store, embedder: LetterEmbedder) -> None:
    store.add([sample_plan("a.txt")])
    embedder.failing = ModelMissing("hỏng")
    with pytest.raises(ModelMissing):
        store.add([sample_plan("a.txt", extra=" Mới."), sample_plan("b.txt", lead="Sở Y tế")])
    assert store.snapshot().plans == (sample_plan("a.txt"),)


def test_when_writing_fails_half_way_nothing_of_the_batch_is_stored(store: Store) -> None:
    store.add([sample_plan("a.txt")])

    def stop(stage: Stage, done: int, total: int) -> None:
        if stage is Stage.WRITE and done < total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add([sample_plan("a.txt", extra=" Mới."), sample_plan("b.txt", lead="Sở Y tế")], progress=stop)
    assert store.snapshot().plans == (sample_plan("a.txt"),)


def test_a_process_killed_while_writing_leaves_the_old_state_readable(store: Store, tmp_path: Path) -> None:
    store.add([sample_plan("a.txt")])
    script = f"""
        import os
        from pathlib import Path
        from index.store import Stage, Store
        from ingest.folding import fold
        from tests.index.plans import LetterEmbedder, sample_plan

        def die(stage, done, total):
            if stage is Stage.WRITE:
                os._exit(9)

        store = Store.open(Path({str(tmp_path / "data")!r}), LetterEmbedder(), unit_key=fold)
        store.add([sample_plan("a.txt", extra=" Mới.")], progress=die)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert store.snapshot().plans == (sample_plan("a.txt"),)
    store.add([sample_plan("b.txt", lead="Sở Y tế")])
    assert files(store) == ["a.txt", "b.txt"]


def test_a_reader_sees_the_old_state_until_the_writer_is_done(store: Store, tmp_path: Path) -> None:
    store.add([sample_plan("a.txt")])
    reader = Store.open(tmp_path / "data", LetterEmbedder(), unit_key=fold)
    seen: list[list[str]] = []

    def look(stage: Stage, *_: int) -> None:
        if stage is Stage.WRITE:
            seen.append(files(reader))

    before = reader.snapshot()
    store.add([sample_plan("b.txt", lead="Sở Y tế"), sample_plan("c.txt", lead="Sở Nội vụ")], progress=look)
    assert seen == [["a.txt"], ["a.txt"]]
    assert files(reader) == ["a.txt", "b.txt", "c.txt"]
    assert reader.stale(before)
    assert not reader.stale(reader.snapshot())
    reader.close()


def test_a_second_writer_is_told_that_the_library_is_busy(store: Store, tmp_path: Path) -> None:
    second = Store.open(tmp_path / "data", LetterEmbedder(), unit_key=fold, wait=0.05)
    with store.catalogue.writing(), pytest.raises(StoreBusy, match="đang được một tiến trình khác ghi"):
        second.add([sample_plan()])
    second.add([sample_plan()])
    assert files(second) == ["song-lam.txt"]
    second.close()


def test_vectors_of_two_models_are_never_mixed(store: Store, tmp_path: Path) -> None:
    store.add([sample_plan("a.txt")])
    other = Store.open(tmp_path / "data", LetterEmbedder("other"), unit_key=fold)
    with pytest.raises(ModelMismatch, match=r"letters.*other"):
        other.add([sample_plan("b.txt", lead="Sở Y tế")])
    with pytest.raises(ModelMismatch):
        other.snapshot()
    other.reindex()
    assert files(other) == ["a.txt"]
    with pytest.raises(ModelMismatch):
        store.snapshot()
    other.close()


def test_an_emptied_library_takes_any_model(store: Store, tmp_path: Path) -> None:
    store.add([sample_plan("a.txt")])
    store.delete("a.txt")
    other = Store.open(tmp_path / "data", LetterEmbedder("other"), unit_key=fold)
    other.add([sample_plan("a.txt")])
    assert files(other) == ["a.txt"]
    other.close()


def test_another_library_takes_its_vectors_from_the_cache(tmp_path: Path) -> None:
    first, second = LetterEmbedder(), LetterEmbedder()
    cache = VectorCache(tmp_path / "cache")
    vectors, snapshots = [], []
    for name, embedder in (("one", first), ("two", second)):
        store = Store.open(tmp_path / name, embedder, unit_key=fold, cache=cache)
        report = store.add([sample_plan()])
        snapshots.append(store.snapshot().chunks)
        vectors.append(store.catalogue.load_all().vectors)
        assert report.embedded == len(embedder.asked)
        store.close()
    cache.close()
    assert first.asked
    assert second.asked == []
    assert snapshots[0] == snapshots[1] == chunk_plan(sample_plan())
    assert np.array_equal(vectors[0], vectors[1])


def test_a_cache_that_cannot_be_written_costs_time_only(tmp_path: Path, embedder: LetterEmbedder) -> None:
    cache, other = VectorCache(tmp_path, wait=0.01), Database(tmp_path / "embeddings.sqlite", VECTORS)
    store = Store.open(tmp_path / "data", embedder, unit_key=fold, cache=cache)
    with other.writing():
        store.add([sample_plan()])
    assert files(store) == ["song-lam.txt"]
    store.close()
    cache.close()
    other.close()


def test_progress_of_each_stage_ends_at_its_total(store: Store) -> None:
    heard: dict[Stage, list[tuple[int, int]]] = {}
    store.add(
        [sample_plan(), sample_plan("b.txt", lead="Sở Y tế")],
        progress=lambda stage, done, total: heard.setdefault(stage, []).append((done, total)),
    )
    assert set(heard) == set(Stage)
    for calls in heard.values():
        assert calls == sorted(calls)
        assert calls[-1][0] == calls[-1][1] > 0
