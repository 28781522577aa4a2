"""The catalogue gives plans back equal, finds facts, and says what is wrong with its file."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from index.catalogue import Catalogue, Role, VectorCache, Where
from index.chunks import chunk_plan
from ingest.errors import StoreDamaged
from ingest.folding import fold
from ingest.plan import DueKind, Plan
from tests.index.plans import plans, sample_plan

BUILDING = fold("Sở Xây dựng")


def put(catalogue: Catalogue, plan: Plan) -> None:
    chunks = chunk_plan(plan)
    vectors = np.arange(3 * len(chunks), dtype=np.float32).reshape(-1, 3)
    catalogue.put(plan, chunks, vectors=vectors, content="c")
    catalogue.set_meta("dim", "3")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    found = Catalogue(tmp_path, unit_key=fold)
    yield found
    found.close()


@pytest.fixture
def two(catalogue: Catalogue) -> Catalogue:
    """A catalogue with two plans; in b.txt the Department of Construction leads nothing."""
    put(catalogue, sample_plan("b.txt", lead="Sở Y tế"))
    put(catalogue, sample_plan("a.txt"))
    return catalogue


def locators(catalogue: Catalogue, where: Where) -> list[str]:
    return [found.record.locator for found in catalogue.tasks(where)]


@given(plan=plans)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_that_is_stored_is_loaded_equal(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Catalogue(Path(folder), unit_key=fold)
        catalogue.put(plan, (), vectors=np.empty((0, 3), np.float32), content="c")
        assert catalogue.load_plan(plan.digest) == plan
        assert catalogue.load_all().plans == (plan,)
        catalogue.close()


def test_chunks_come_back_equal_with_their_own_vectors(two: Catalogue) -> None:
    stored = two.load_all()
    expected = [
        chunk
        for file, lead in (("a.txt", "Sở Xây dựng"), ("b.txt", "Sở Y tế"))
        for chunk in chunk_plan(sample_plan(file, lead=lead))
    ]
    assert list(stored.chunks) == expected
    half = len(expected) // 2
    assert stored.vectors.shape == (len(expected), 3)
    assert stored.vectors[half].tolist() == stored.vectors[0].tolist() == [0.0, 1.0, 2.0]


def test_an_unknown_digest_loads_nothing(catalogue: Catalogue) -> None:
    assert catalogue.load_plan("none") is None
    assert catalogue.remove("none") is None


def test_tasks_come_in_document_order_with_plans_by_file_name(two: Catalogue) -> None:
    assert locators(two, Where()) == ["Phụ lục II/1", "Phụ lục II/2"] * 2
    assert [found.plan for found in two.tasks()] == [sample_plan("a.txt").digest] * 2 + [
        sample_plan("b.txt", lead="Sở Y tế").digest
    ] * 2


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Where(units=((Role.LEAD, BUILDING),)), ["Phụ lục II/1"]),
        (Where(units=((Role.SUPPORT, BUILDING),)), ["Phụ lục II/2"]),
        (Where(units=((Role.ANY, BUILDING),)), ["Phụ lục II/1", "Phụ lục II/2"]),
        (Where(units=((Role.LEAD, BUILDING), (Role.SUPPORT, fold("Công an tỉnh")))), ["Phụ lục II/1"]),
        (Where(units=((Role.LEAD, BUILDING), (Role.SUPPORT, BUILDING))), []),
        (Where(due_kind=DueKind.CONTINUOUS, plans=(sample_plan("a.txt").digest,)), ["Phụ lục II/2"]),
        (Where(due_from=date(2026, 6, 30), due_to=date(2026, 7, 31)), ["Phụ lục II/1"] * 2),
        (Where(due_from=date(2026, 7, 1)), []),
        (Where(due_to=date(2026, 5, 31)), []),
        (Where(annex="Phụ lục II", group="I", plans=("none",)), []),
        (Where(annex="Phụ lục I"), []),
    ],
)
def test_tasks_are_found_by_unit_role_deadline_and_place(two: Catalogue, where: Where, expected: list[str]) -> None:
    assert locators(two, where) == expected


def test_targets_and_duties_are_found_by_their_units(two: Catalogue) -> None:
    assert [found.record.value.text for found in two.targets(Where(units=((Role.LEAD, fold("Sở Y tế")),)))] == ["≥ 80"]
    assert [found.record.locator for found in two.duties(Where(units=((Role.RECIPIENT, fold("UBND tỉnh")),)))] == [
        "II/1"
    ] * 2
    assert two.duties(Where(units=((Role.ACTOR, fold("UBND tỉnh")),))) == ()


def test_a_plan_of_the_same_file_takes_the_place_of_the_old_one(two: Catalogue) -> None:
    before = two.generation()
    put(two, sample_plan("a.txt", extra=" Xong."))
    assert [entry.file for entry in two.entries()] == ["a.txt", "b.txt"]
    assert two.load_plan(sample_plan("a.txt").digest) is None
    assert two.generation() > before


def test_nothing_of_a_removed_plan_is_left(two: Catalogue) -> None:
    two.remove("a.txt")
    two.remove(sample_plan("b.txt", lead="Sở Y tế").digest)
    with two.reading() as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'meta'")
        ]
        left = [table for table in tables if connection.execute(f"SELECT 1 FROM {table}").fetchone()]  # noqa: S608  # our tables
    assert "chunks" in tables
    assert left == []


def test_a_file_that_is_no_database_is_reported_as_damaged(tmp_path: Path) -> None:
    (tmp_path / "roviec.sqlite").write_bytes(b"not a database, but long enough to be taken for one" * 100)
    with pytest.raises(StoreDamaged, match="hỏng"):
        Catalogue(tmp_path, unit_key=fold)


def test_a_library_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    Catalogue(tmp_path, unit_key=fold).close()
    connection = sqlite3.connect(tmp_path / "roviec.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreDamaged, match="mới hơn"):
        Catalogue(tmp_path, unit_key=fold)


def test_a_folder_that_is_a_file_is_reported_by_name(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreDamaged, match="data"):
        Catalogue(tmp_path / "data", unit_key=fold)


def test_a_record_that_cannot_be_read_back_is_reported_as_damage(two: Catalogue) -> None:
    with two.writing() as connection:
        connection.execute("UPDATE tasks SET record = '{}'")
    with pytest.raises(StoreDamaged, match="không đọc lại được"):
        two.load_all()


def test_two_plans_with_the_same_words_keep_their_own_chunks(catalogue: Catalogue) -> None:
    plan = sample_plan("a.txt")
    put(catalogue, plan)
    put(catalogue, replace(plan, file="b.txt", digest="other"))
    assert len({chunk.id for chunk in catalogue.load_all().chunks}) == 2 * len(chunk_plan(plan))


def test_the_vector_cache_knows_only_what_the_same_model_made(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path)
    cache.remember("m", ["một", "hai"], np.array([[1, 2], [3, 4]], dtype=np.float32))
    assert {text: vector.tolist() for text, vector in cache.known("m", ["hai", "ba"]).items()} == {"hai": [3.0, 4.0]}
    assert cache.known("other", ["hai"]) == {}
    cache.close()
