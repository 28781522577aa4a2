from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from eval.baseline import Baseline, compare
from eval.cases import Case
from eval.evaluation import Evaluation
from eval.report import print_evaluation
from eval.run import run
from rag.answer import Answer
from tests.eval.fakes import FILE, GOOD, TODAY, FakeService, case, listing, missing


def told(cases: dict[str, tuple[Case, Answer | None]]) -> str:
    asked = [one.model_copy(update={"id": name, "q": name}) for name, (one, _) in cases.items()]
    answers = {name: answer for name, (_, answer) in cases.items() if answer}
    report = run(FakeService(answers), asked, TODAY)
    out = io.StringIO()
    found = Evaluation(report, compare(report, Baseline(right=("a",))))
    print_evaluation(found, Console(file=out, width=160))
    return out.getvalue()


def test_each_type_and_style_has_its_row_in_vietnamese() -> None:
    said = told({"a": (case(), GOOD), "b": (case(style="upper"), None)})
    rows = [" ".join(line.split()) for line in said.splitlines()]
    assert "chủ trì 2 50,0 % 50,0 % 50,0 % – 50,0 %" in rows
    assert "chữ hoa 1 0,0 % 0,0 % 0,0 % – 0,0 %" in rows
    assert "Tất cả 2 50,0 % 50,0 % 50,0 % – 50,0 %" in rows


def test_the_measures_over_everything_are_told() -> None:
    said = " ".join(told({"a": (case(), GOOD), "b": (missing(), GOOD), "c": (missing(), None)}).split())
    assert "từ chối đúng 50,0 % (1/2)" in said
    assert "từ chối nhầm 0,0 % (0/1)" in said
    assert "p95" in said


def test_a_failure_shows_question_expected_and_given() -> None:
    wrong = replace(GOOD, values=("Sở Nội vụ",))
    said = told({"a": (case(), wrong)})
    assert "cần: trả lời · Sở Tài chính · trích: ke-hoach.txt#Phụ lục/1" in said
    assert "có:  trả lời · Sở Nội vụ · trích: ke-hoach.txt#Phụ lục/1" in said
    assert "(giá trị, trích có chứa giá trị)" in said


def test_a_failed_list_shows_its_rows_and_long_ones_are_cut() -> None:
    said = " ".join(told({"a": (listing(*(f"Phụ lục/{number}" for number in range(30))), None)}).split())
    assert f"mục: {FILE}#Phụ lục/0 |" in said
    assert "… (tất cả 30)" in said


def test_brackets_in_a_question_are_text_and_not_markup() -> None:
    assert "[red]ai[/red]" in told({"[red]ai[/red]": (case(), None)})


def test_a_run_without_failures_says_so() -> None:
    assert "Không câu nào sai" in told({"a": (case(), GOOD)})
