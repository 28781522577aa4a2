from __future__ import annotations

from pathlib import Path

from eval.cases import Case, CaseFile
from eval.sets import SAMPLE_PLANS, PlanSet, assign, plan_sets
from tests.eval.fakes import FILE, case, listing, missing

HERE = PlanSet("here", (Path("here"),), frozenset({FILE, "khac.txt"}))
THERE = PlanSet("there", (Path("there"),), frozenset({"xa.txt"}))


def file(*cases: Case) -> CaseFile:
    return CaseFile(Path("cau-hoi.jsonl"), tuple(cases))


def test_each_question_goes_to_the_set_that_holds_its_plans() -> None:
    far = case(id="q2", cites=["xa.txt#II/1"])
    found = assign([file(case(), far)], [HERE, THERE])
    assert [[one.id for one in cases] for _, cases in found.asked] == [["q1"], ["q2"]]
    assert found.skipped == ()


def test_a_question_on_plans_of_two_sets_or_of_none_is_skipped() -> None:
    across = listing("Phụ lục/1", cites=["xa.txt#II/1"])
    absent = case(id="q2", cites=["vang.txt#II/1"])
    found = assign([file(across, absent)], [HERE, THERE])
    assert found.skipped == (across, absent)


def test_a_question_without_an_answer_goes_with_its_file() -> None:
    far = case(id="q2", cites=["xa.txt#II/1"])
    found = assign([file(far, missing())], [HERE, THERE])
    assert [len(cases) for _, cases in found.asked] == [0, 2]


def test_a_question_without_an_answer_is_skipped_with_a_file_whose_plans_are_absent() -> None:
    absent = case(cites=["vang.txt#II/1"])
    assert len(assign([file(absent, missing())], [HERE]).skipped) == 2
    assert len(assign([file(missing())], [HERE]).skipped) == 1


def test_sets_of_the_same_name_are_kept_apart() -> None:
    twin = PlanSet("here", (Path("other/here"),), frozenset({"xa.txt"}))
    found = assign([file(case(id="q2", cites=["xa.txt#II/1"]))], [HERE, twin])
    assert [len(cases) for _, cases in found.asked] == [0, 1]


def test_sample_plans_are_always_a_set_and_absent_folders_never(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("…", encoding="utf-8")
    sets = plan_sets([tmp_path, tmp_path / "absent", SAMPLE_PLANS])
    assert [one.sources for one in sets if one.sources != (SAMPLE_PLANS.resolve(),)] == [(tmp_path.resolve(),)]
    assert sets[-1].files == {FILE}


def test_files_named_singly_make_one_set(tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text("…", encoding="utf-8")
    assert plan_sets(paths)[-1].files == {"a.txt", "b.txt"}
