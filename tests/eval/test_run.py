from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from eval.cases import Case
from eval.outcome import ServiceLike
from eval.run import evaluate, run
from ingest.errors import UnreadableFile
from rag.answer import Answer, Status
from tests.eval.fakes import FILE, GOOD, TODAY, FakePlan, FakeService, RankingService, case, missing

Evaluate = Callable[..., tuple[int, str]]


def test_questions_on_plans_that_are_not_loaded_are_counted_and_not_asked() -> None:
    service = FakeService({case().q: GOOD})
    report = run(service, [case(), case(id="q2", q="Ở xa?", cites=["xa.txt#II/1"])], TODAY)
    assert (len(report.outcomes), report.skipped) == (1, 1)
    assert "Ở xa?" not in [question for question, _, _ in service.asked]


def test_a_followup_gets_the_answer_to_the_question_before_it() -> None:
    follow = case(type="followup", q="Còn thời hạn?", prev=case().q)
    service = FakeService({case().q: GOOD})
    run(service, [follow], TODAY)
    question, _, previous = service.asked[-1]
    assert question == "Còn thời hạn?"
    assert previous is not None
    assert previous.values == GOOD.values


def test_other_questions_do_not_see_the_answer_before() -> None:
    service = FakeService()
    run(service, [case(), case(id="q2")], TODAY)
    assert [previous for _, _, previous in service.asked] == [None] * 3


def test_a_case_with_its_own_day_is_asked_on_that_day() -> None:
    service = FakeService()
    run(service, [case(), case(id="q2", today="2026-06-01")], TODAY)
    assert [day for _, day, _ in service.asked[1:]] == [TODAY, date(2026, 6, 1)]


def test_rankings_are_kept_where_the_service_has_them_but_not_for_followups() -> None:
    follow = case(id="q2", type="followup", prev=case().q)
    first, second = run(RankingService(), [case(), follow], TODAY).outcomes
    assert first.ranked == (f"{FILE}#Phụ lục/2", f"{FILE}#Phụ lục/1")
    assert second.ranked is None
    assert run(FakeService(), [case()], TODAY).outcomes[0].ranked is None


def test_refusals_are_counted_right_and_wrong() -> None:
    made_up = missing(id="q3", q="Kinh phí?")
    service = FakeService({"Kinh phí?": GOOD})
    report = run(service, [case(), missing(q="Số điện thoại?"), made_up], TODAY)
    assert report.refusals.right == (1, 2)
    assert report.refusals.wrong == (1, 1)


def test_made_up_answers_come_before_needless_refusals_among_the_failures() -> None:
    made_up = missing(id="q3", q="Kinh phí?")
    service = FakeService({"Kinh phí?": GOOD})
    report = run(service, [case(), made_up], TODAY)
    assert [one.case.id for one in report.failures] == ["q3", "q1"]


def test_confidence_is_that_of_the_answer() -> None:
    service = FakeService({"a": replace(GOOD, confidence=0.75)})
    cases = [case(id=name, q=name) for name in "ab"]
    assert [one.confidence for one in run(service, cases, TODAY).outcomes] == [0.75, None]


@pytest.fixture
def judged(tmp_path: Path) -> Evaluate:
    """Evaluate a service that answers from ``answers`` over one folder with the tiny plan."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / FILE).write_text(FakePlan().text, encoding="utf-8")
    questions = tmp_path / "cau-hoi.jsonl"

    def judge(cases: list[Case], answers: dict[str, Answer], **options: Any) -> tuple[int, str]:
        lines = [case.model_dump_json(exclude_none=False) for case in cases]
        questions.write_text("\n".join(lines), encoding="utf-8")
        asked: list[list[Path]] = []

        def make(places: list[Path]) -> ServiceLike:
            asked.append(places)
            return FakeService(answers)

        out = io.StringIO()
        chosen: dict[str, Any] = {
            "baseline": tmp_path / "baseline.json",
            "save_baseline": False,
            "html": None,
            "failures": None,
            "mutate": False,
        }
        code = evaluate(
            questions=[questions],
            make_service=make,
            plan_folders=[plans],
            today=TODAY,
            console=Console(file=out, width=160),
            **(chosen | options),
        )
        assert asked in ([], [[plans.resolve()]])
        return code, out.getvalue()

    return judge


MANY = [case(id=f"q{number}", q=f"Câu {number}?") for number in range(4)]
ALL_RIGHT = {one.q: GOOD for one in MANY}


def test_without_a_baseline_the_run_is_never_worse(judged: Evaluate) -> None:
    code, said = judged(MANY, {})
    assert code == 0
    assert "0,0 %" in said


def test_one_question_lost_is_let_pass_two_are_not(judged: Evaluate) -> None:
    assert judged(MANY, ALL_RIGHT, save_baseline=True)[0] == 0
    one_lost = {one.q: GOOD for one in MANY[1:]}
    two_lost = {one.q: GOOD for one in MANY[2:]}
    assert judged(MANY, one_lost)[0] == 0
    code, said = judged(MANY, two_lost)
    assert code == 1
    assert "KÉM HƠN MỐC" in said
    assert "Mới sai: q0 | q1" in said


def test_saving_a_worse_run_makes_it_the_baseline(judged: Evaluate) -> None:
    judged(MANY, ALL_RIGHT, save_baseline=True)
    assert judged(MANY, {}, save_baseline=True)[0] == 0
    assert judged(MANY, {})[0] == 0


def test_skipped_questions_are_said(judged: Evaluate) -> None:
    far = case(id="q9", cites=["xa.txt#II/1"])
    assert "Bỏ qua 1 câu hỏi" in judged([*MANY, far], ALL_RIGHT)[1]


def test_nothing_to_ask_makes_no_service_and_says_so(judged: Evaluate) -> None:
    code, said = judged([case(cites=["xa.txt#II/1"])], {})
    assert code == 0
    assert "Không có câu hỏi nào để chấm" in said


def test_mutating_says_what_each_way_costs(judged: Evaluate) -> None:
    _, said = judged(MANY, ALL_RIGHT, mutate=True)
    lines = {line.strip().split("  ")[0]: line for line in said.splitlines()}
    assert "−100,0" in lines["chữ hoa"]
    assert " 0,0" in lines["viết tắt"]


def test_failures_are_written_as_json_lines_with_what_was_wrong(judged: Evaluate, tmp_path: Path) -> None:
    wrong = replace(GOOD, values=("Sở Nội vụ",))
    judged(MANY, {**ALL_RIGHT, "Câu 2?": wrong}, failures=tmp_path / "sai.jsonl")
    (line,) = (tmp_path / "sai.jsonl").read_text(encoding="utf-8").splitlines()
    failure = json.loads(line)
    assert failure["id"] == "q2"
    assert failure["wrong"] == ["values", "holds"]
    assert failure["expected"]["values"] == ["Sở Tài chính"]
    assert failure["got"]["values"] == ["Sở Nội vụ"]


def test_the_page_is_written(judged: Evaluate, tmp_path: Path) -> None:
    judged(MANY, ALL_RIGHT, html=tmp_path / "cham.html")
    assert (tmp_path / "cham.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_broken_question_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "hong.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"hong\.jsonl, dòng 1"):
        evaluate(
            questions=[path],
            make_service=lambda _: FakeService(),
            plan_folders=[],
            today=TODAY,
            baseline=None,
            save_baseline=False,
            html=None,
            failures=None,
            mutate=False,
            console=Console(file=io.StringIO()),
        )


def test_an_ambiguous_question_wants_every_plans_row_and_the_status() -> None:
    asked = case(type="ambiguous", status="ambiguous", values=[], items=[f"{FILE}#Phụ lục/1"])
    one = run(FakeService({asked.q: replace(GOOD, status=Status.AMBIGUOUS)}), [asked], TODAY).outcomes[0]
    assert one.judgment.wrong == ("items",)
