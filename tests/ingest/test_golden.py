"""The sample plans, read whole, against what people wrote down from them by hand (tests/golden).

A golden value may hold several acceptable forms with " || " between them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.plan import Due, Plan, Target, Task
from ingest.read import read_plan
from tests.conftest import ROOT
from tests.ingest.sources import printed

GOLDEN = sorted((ROOT / "tests" / "golden").glob("sample_*.json"))
Golden = dict[str, Any]


@pytest.fixture(scope="module", params=GOLDEN, ids=lambda file: file.stem)
def pair(request: pytest.FixtureRequest) -> tuple[Golden, Plan]:
    """A golden file and the plan that it describes, as read."""
    golden = json.loads(Path(request.param).read_text("utf-8"))
    return golden, read_plan(ROOT / "eval" / "plans" / golden["file"])


def _days(when: Due | None) -> tuple[str | None, str | None, str | None]:
    if when is None:
        return None, None, None
    return (str(when.start) if when.start else None, str(when.end) if when.end else None, when.kind.value)


def _task(task: Task) -> Golden:
    start, end, kind = _days(task.when)
    cells = {name: getattr(task, name).text for name in ("name", "lead", "support", "result", "due", "note")}
    units = {"leads": list(task.leads), "supports": list(task.supports)}
    days = {"due_from": start, "due_to": end, "due_kind": kind}
    return {"locator": task.locator, **cells, **units, **days, "parent": task.parent}


def _target(target: Target) -> Golden:
    return {
        "locator": target.locator,
        **{name: getattr(target, name).text for name in ("name", "unit", "value", "lead", "note")},
    }


def _rows(golden: Golden, kind: str) -> list[Golden]:
    return [dict(zip(golden[f"{kind}_columns"], row, strict=True)) for row in golden[f"{kind}s"]]


def test_there_is_a_golden_file_for_every_sample_plan() -> None:
    named = {json.loads(file.read_text("utf-8"))["file"] for file in GOLDEN}
    assert named == {file.name for file in (ROOT / "eval" / "plans").glob("*.txt")}


def test_the_header_is_as_printed(pair: tuple[Golden, Plan]) -> None:
    golden, read = pair
    header = read.header
    found = {
        name: getattr(header, name) for name in ("number", "date_text", "place", "title", "signer", "signer_title")
    }
    found["date"] = str(header.date) if header.date else None
    found["legal_bases"] = [basis.number for basis in header.legal_bases]
    expected = dict(golden["header"])
    assert (header.issuer or "").lower() == expected.pop("issuer").lower()
    assert found == expected


def test_every_cell_of_every_task_is_as_printed(pair: tuple[Golden, Plan]) -> None:
    golden, read = pair
    assert [_task(task) for task in read.tasks] == _rows(golden, "task")


def test_every_cell_of_every_target_is_as_printed(pair: tuple[Golden, Plan]) -> None:
    golden, read = pair
    assert [_target(target) for target in read.targets if target.annex is not None] == _rows(golden, "target")


def test_every_prose_target_is_found_in_its_place(pair: tuple[Golden, Plan]) -> None:
    golden, read = pair
    found = [(target.locator, target.value.text) for target in read.targets if target.annex is None]
    expected = _rows(golden, "prose_target")
    assert [locator for locator, _ in found] == [row["locator"] for row in expected]
    for (_, value), row in zip(found, expected, strict=True):
        assert value in row["value"].split(" || ")


def test_every_reporting_duty_is_found(pair: tuple[Golden, Plan]) -> None:
    golden, read = pair
    columns = ("locator", "actor", "recipient", "frequency", "due")
    expected = [dict(zip(golden["duty_columns"], row, strict=True)) for row in golden["duties"]]
    assert [{name: getattr(duty, name) for name in columns} for duty in read.duties] == expected


def test_every_span_of_every_cell_reads_back_its_words(pair: tuple[Golden, Plan]) -> None:
    _, read = pair
    rows: tuple[Task | Target, ...] = (*read.tasks, *read.targets)
    for row in rows:
        for name in ("name", "lead", "note"):
            assert printed(read.text, getattr(row, name)) == getattr(row, name).text
