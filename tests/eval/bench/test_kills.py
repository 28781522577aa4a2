"""The library survives ``kill -9`` of ``roviec ingest`` at any moment, and two of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.bench.kills import Ground, kills
from index.store import Store
from ingest.units import unit_key
from tests.ingest.sources import ANNEX, BODY, CLOSING, HEAD, HEADER, table


def _plan(place: str, unit: str) -> str:
    rows = table(
        HEADER, *(f"{n} | Rà soát việc {n} tại {place} | {unit} | Sở Nội vụ | Báo cáo | {n}/2026" for n in range(1, 5))
    )
    return f"{HEAD}\n{BODY}{CLOSING}{ANNEX}{rows}".replace("SÔNG MƠ", place.upper()).replace("Sông Mơ", place)


PLANS = {"a.txt": _plan("Lam Giang", "Sở Y tế"), "b.txt": _plan("Vân Khê", "Sở Tài chính")}


def test_after_each_of_twenty_kills_the_library_is_whole_and_answers(tmp_path: Path) -> None:
    found = list(kills(tmp_path, PLANS, times=20))
    assert len(found) == 20  # none raised
    assert sum(kill.second is not None for kill in found) >= 10  # so many were really killed on their way
    assert {kill.state for kill in found} == {"cũ", "mới"}


def test_two_ingests_at_once_lose_nothing(tmp_path: Path) -> None:
    ground = Ground(tmp_path, PLANS)
    (ground.states["new"] / "a.txt").rename(ground.states["new"] / "c.txt")
    (ground.states["new"] / "b.txt").rename(ground.states["new"] / "d.txt")
    running = [ground.ingest("old"), ground.ingest("new")]
    assert [each.wait() for each in running] == [0, 0]
    store = Store.open(ground.library, ground.embedder, unit_key=unit_key)
    assert [plan.file for plan in store.snapshot().plans] == ["a.txt", "b.txt", "c.txt", "d.txt"]
    store.close()


def test_a_library_with_half_of_a_state_is_found_out(tmp_path: Path) -> None:
    ground = Ground(tmp_path, PLANS)
    ground.prepare()
    store = Store.open(ground.library, ground.embedder, unit_key=unit_key)
    store.delete("a.txt")
    store.close()
    with pytest.raises(AssertionError, match="neither state"):
        ground.held()


def test_plans_whose_states_would_be_the_same_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="ngày"):
        Ground(tmp_path, {"a.txt": "ngày mai"})
