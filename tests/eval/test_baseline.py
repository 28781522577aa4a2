from __future__ import annotations

from pathlib import Path

import pytest

from eval.baseline import Baseline, compare, load_baseline, store_baseline
from eval.outcome import Report
from eval.run import run
from ingest.errors import UnreadableFile
from tests.eval.fakes import GOOD, TODAY, FakeService, case


def report(*right: str, wrong: tuple[str, ...] = ()) -> Report:
    cases = [case(id=name, q=name) for name in (*right, *wrong)]
    return run(FakeService(dict.fromkeys(right, GOOD)), cases, TODAY)


def test_a_stored_report_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    store_baseline(path, report("a", wrong=("b",)), known=["a", "b"])
    assert load_baseline(path) == Baseline(right=("a",), wrong=("b",))


def test_questions_not_asked_keep_their_verdict_and_removed_ones_go(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    store_baseline(path, report("a", "b", "c"), known=["a", "b", "c"])
    store_baseline(path, report(wrong=("a",)), known=["a", "b"])
    assert load_baseline(path) == Baseline(right=("b",), wrong=("a",))


def test_only_questions_of_both_are_compared() -> None:
    found = compare(report("a", "new", wrong=("b",)), Baseline(right=("b", "gone"), wrong=("a",)))
    assert (found.shared, found.before, found.now) == (2, 1, 1)
    assert (found.broken, found.mended) == (("b",), ("a",))
    assert not found.worse


def test_new_questions_answered_right_do_not_hide_old_ones_lost() -> None:
    lost = report("new1", "new2", wrong=("a", "b"))
    assert compare(lost, Baseline(right=("a", "b"))).worse


def test_no_baseline_is_none_and_a_broken_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert load_baseline(path) is None
    path.write_text('{"right": 3}', encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"baseline\.json"):
        load_baseline(path)
