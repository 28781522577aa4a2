"""A difference tells all that changed and nothing else: laid over the older rows it gives the newer ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.differences import Change, Difference, Kind, View, coverage, difference, views
from ingest.plan import Field, Plan, Task
from ingest.read import read_plan
from tests.conftest import ROOT
from tests.ingest.test_correcting import ROWS, plan_of

SAMPLES = tuple(read_plan(file) for file in sorted((ROOT / "eval" / "plans").glob("*.txt")))
SAMPLE = SAMPLES[0]


def laid_over(old: Plan, found: Difference) -> set[View]:
    """The rows of ``old`` with the difference applied."""
    rows = {(one.kind, one.locator): one for one in views(old)}
    for gone in found.dropped:
        assert rows.pop((gone.kind, gone.locator)) == gone
    changed = []
    for one in found.changed:
        row = rows.pop((one.kind, one.old))
        cells = dict(row.cells)
        for change in one.changes:
            if change.field != "locator":
                assert cells.get(change.field, "") == change.old
                cells[change.field] = change.new
        changed.append(View(one.kind, one.new, cells["name"], tuple(cells.items())))
    return {*rows.values(), *changed, *found.added}


def alike(rows: set[View]) -> set[tuple[Kind, str, frozenset[tuple[str, str]]]]:
    """Rows without the order of their columns and without blank ones."""
    return {(one.kind, one.locator, frozenset(cell for cell in one.cells if cell[1])) for one in rows}


words = st.lists(
    st.sampled_from(["rà", "soát", "lập", "trình", "mở", "lớp", "cấp", "nước", "kho", "dữ", "liệu", "số"]),
    min_size=1,
    max_size=6,
)
tasks = st.builds(
    lambda name, lead, due: (" ".join(name), lead, due),
    words,
    st.sampled_from(["", "Sở Y tế", "Văn phòng"]),
    st.sampled_from(["", "3/2026", "Quý II/2026"]),
)


def _plan(rows: list[tuple[str, str, str]]) -> Plan:
    made: list[Task] = []
    for number, (name, lead, due) in enumerate(rows, 1):
        row = replace(SAMPLE.tasks[0], locator=f"Phụ lục/{number}", name=Field(name), lead=Field(lead), due=Field(due))
        made.append(replace(row, support=Field(), result=Field(), note=Field(), other=()))
    return replace(SAMPLE, tasks=tuple(made), targets=())


@pytest.mark.parametrize("plan", SAMPLES, ids=lambda plan: plan.file)
def test_a_plan_does_not_differ_from_itself(plan: Plan) -> None:
    assert difference(plan, plan).empty
    assert coverage(plan, plan) == 1.0


@given(st.lists(tasks, max_size=7), st.lists(tasks, max_size=7))
def test_a_difference_laid_over_the_older_rows_gives_the_newer_ones(
    one: list[tuple[str, str, str]], other: list[tuple[str, str, str]]
) -> None:
    old, new = _plan(one), _plan(other)
    assert difference(old, old).empty
    assert alike(laid_over(old, difference(old, new))) == alike(set(views(new)))


@given(st.permutations(range(len(SAMPLE.tasks))), st.sets(st.integers(0, len(SAMPLE.tasks) - 1), max_size=3))
def test_rows_that_only_move_or_go_are_told_as_that(order: list[int], gone: set[int]) -> None:
    places = [task.locator for task in SAMPLE.tasks]
    kept = [SAMPLE.tasks[at] for at in order if at not in gone]
    moved = [replace(task, locator=place) for task, place in zip(kept, places, strict=False)]
    found = difference(SAMPLE, replace(SAMPLE, tasks=tuple(moved)))
    assert found.added == ()
    assert {one.name for one in found.dropped} == {SAMPLE.tasks[at].name.text for at in gone}
    assert all(one.moved_only for one in found.changed)


@pytest.mark.parametrize("one", SAMPLES, ids=lambda plan: plan.file)
@pytest.mark.parametrize("other", SAMPLES, ids=lambda plan: plan.file)
def test_between_any_two_plans_the_difference_is_whole(one: Plan, other: Plan) -> None:
    assert alike(laid_over(one, difference(one, other))) == alike(set(views(other)))


def test_a_new_row_does_not_make_every_row_after_it_changed(tmp_path: Path) -> None:
    old = plan_of(tmp_path)
    added = "Thay cáp quang ở trụ sở\tVăn phòng\t\tBiên bản\t5/2026\t"
    found = difference(old, plan_of(tmp_path, added, *ROWS))
    assert [(one.locator, one.name) for one in found.added] == [("Phụ lục/1", "Thay cáp quang ở trụ sở")]
    assert found.dropped == ()
    assert [(one.old, one.new) for one in found.changed] == [(f"Phụ lục/{n}", f"Phụ lục/{n + 1}") for n in (1, 2, 3)]
    assert all(one.moved_only for one in found.changed)


def test_a_changed_cell_is_told_field_by_field(tmp_path: Path) -> None:
    old = plan_of(tmp_path)
    changed = ROWS[0].replace("3/2026", "6/2026").replace("Phòng Kinh tế", "Văn phòng")
    [row] = difference(old, plan_of(tmp_path, changed, *ROWS[1:])).changed
    assert row.changes == (Change("lead", "Phòng Kinh tế", "Văn phòng"), Change("due", "3/2026", "6/2026"))


def test_a_row_of_another_matter_under_the_same_number_is_dropped_and_added(tmp_path: Path) -> None:
    old = plan_of(tmp_path)
    found = difference(old, plan_of(tmp_path, "Trồng cây phân tán ven đường\tVăn phòng\t\t\t5/2026\t", *ROWS[1:]))
    assert [one.name for one in found.dropped] == ["Lắp đặt trạm phát sóng tại chợ"]
    assert [one.name for one in found.added] == ["Trồng cây phân tán ven đường"]
    assert found.changed == ()


def test_a_field_of_the_head_is_told(tmp_path: Path) -> None:
    old = plan_of(tmp_path)
    found = difference(old, replace(old, header=replace(old.header, signer="Trần Văn Bình")))
    assert found.head == (Change("signer", old.header.signer or "", "Trần Văn Bình"),)
