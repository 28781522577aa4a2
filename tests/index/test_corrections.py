"""Corrections are kept apart from the plans, told to readers, and read by no one who may not read the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.catalogue.versions import version_name
from index.store import Outcome, Store
from ingest.corrections import Correction
from ingest.folding import fold
from ingest.plan import Plan
from tests.index.plans import LetterEmbedder, sample_plan

FILE = "a.txt"


def due(plan: Plan, new: str, *, at: str = "1") -> Correction:
    """A correction of the first task's deadline."""
    task = plan.tasks[0]
    return Correction(task.locator, "due", task.due.text, new, name=task.name.text, at=at)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path, LetterEmbedder(), unit_key=fold)
    made.add([sample_plan(FILE), sample_plan("b.txt", lead="Sở Y tế")])
    yield made
    made.close()


def test_a_snapshot_is_corrected_and_the_stored_plan_is_not(store: Store) -> None:
    plan = sample_plan(FILE)
    before = store.snapshot()
    store.catalogue.corrections.add(FILE, due(plan, "12/2026"))
    assert store.stale(before)
    after = store.snapshot()
    assert [one.tasks[0].due.text for one in after.plans] == ["12/2026", plan.tasks[0].due.text]
    assert store.catalogue.load_plan(FILE) == plan
    assert store.add([plan]).changes[0].outcome is Outcome.UNCHANGED
    assert len(after.chunks) == len(before.chunks)


def test_what_is_corrected_can_be_found_by_its_new_words(store: Store) -> None:
    store.catalogue.corrections.add(FILE, due(sample_plan(FILE), "xylophon"))
    snapshot = store.snapshot()
    scores = snapshot.folded_scores("xylophon")
    [best] = [n for n, score in enumerate(scores.tolist()) if score > 0]
    assert snapshot.chunks[best].locator == sample_plan(FILE).tasks[0].locator
    assert snapshot.plan_of(snapshot.chunks[best]).file == FILE


def test_of_a_cell_the_last_correction_holds_and_none_once_it_is_undone(store: Store) -> None:
    plan, kept = sample_plan(FILE), store.catalogue.corrections
    kept.add(FILE, due(plan, "11/2026", at="1"))
    kept.add(FILE, due(plan, "12/2026", at="2"))
    assert [one.new for one in kept.in_force([FILE])[FILE]] == ["12/2026"]
    assert [one.undone for one in kept.of(FILE)] == ["2", None]
    assert kept.undo(FILE, plan.tasks[0].locator, "due", at="3")
    assert not kept.undo(FILE, plan.tasks[0].locator, "due", at="4")
    assert kept.in_force([FILE]) == {}
    assert [one.undone for one in kept.of(FILE)] == ["2", "3"]


def test_making_all_anew_does_not_write_corrections_into_the_plans(store: Store) -> None:
    store.catalogue.corrections.add(FILE, due(sample_plan(FILE), "12/2026"))
    store.reindex()
    assert store.catalogue.load_plan(FILE) == sample_plan(FILE)
    assert store.snapshot().plans[0].tasks[0].due.text == "12/2026"


def test_a_correction_shows_only_to_whoever_sees_its_plan(store: Store) -> None:
    entries = {entry.file: entry for entry in store.catalogue.entries()}
    store.catalogue.corrections.add(FILE, due(sample_plan(FILE), "12/2026"))
    after = {entry.file: entry for entry in store.catalogue.entries()}
    assert after[FILE] != entries[FILE]
    assert after["b.txt"] == entries["b.txt"]
    assert store.catalogue.load_all(["b.txt"]).corrections == {}


def test_what_a_file_held_before_is_read_by_name_by_whoever_may_see_the_file(store: Store) -> None:
    before = sample_plan(FILE)
    store.add([sample_plan(FILE, extra=" Mới.")])
    name = version_name(FILE, before.digest)
    found = store.snapshot().before(name)
    assert found is not None
    assert (found.text, found.tasks) == (before.text, before.tasks)
    assert store.snapshot([FILE]).before(name) == found
    assert store.snapshot(["b.txt"]).before(name) is None
    assert store.snapshot().before(f"{FILE}@") is None


def test_a_newer_version_that_may_not_be_seen_silences_nothing(store: Store) -> None:
    again = replace(sample_plan(FILE, extra=" Mới."), file="c.txt")
    store.add([again])
    assert [plan.file for plan in store.snapshot().plans] == ["b.txt", "c.txt"]
    assert [plan.file for plan in store.snapshot().earlier] == [FILE]
    hidden = store.snapshot([FILE, "b.txt"])
    assert [plan.file for plan in hidden.plans] == [FILE, "b.txt"]
    assert hidden.earlier == ()
    assert hidden.links == ()


def test_of_versions_only_the_newest_is_searched(store: Store) -> None:
    before = store.snapshot()
    store.add([replace(sample_plan(FILE, extra=" Mới."), file="c.txt")])
    after = store.snapshot()
    assert {after.plan_of(chunk).file for chunk in after.chunks} == {"b.txt", "c.txt"}
    assert len(after.chunks) == len(before.chunks)
    assert after.dense_scores("trạm quan trắc nước").shape == (len(after.chunks),)


def test_a_plan_read_better_is_no_new_version_and_keeps_its_turn(store: Store) -> None:
    plan = sample_plan(FILE)
    turns = store.catalogue.versions.turns([plan.digest])
    assert store.add([replace(plan, findings=())]).changes[0].outcome is Outcome.UPDATED
    assert store.catalogue.versions.earlier() == ()
    assert store.catalogue.versions.turns([plan.digest]) == turns


def test_making_all_anew_keeps_what_came_when(store: Store) -> None:
    plans = store.catalogue.load_all().plans
    turns = store.catalogue.versions.turns(plan.digest for plan in plans)
    store.reindex()
    assert store.catalogue.versions.turns(plan.digest for plan in plans) == turns
    assert store.catalogue.load_all().plans == plans
