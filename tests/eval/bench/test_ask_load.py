from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from eval.bench.ask_load import SAMPLES, Call, questions, report


def test_questions_are_about_the_plans_own_tasks_in_several_forms() -> None:
    asked = questions(SAMPLES)
    assert len(asked) > 60
    assert asked[0].startswith("Đơn vị nào chủ trì Xây dựng Phương án ứng phó thiên tai")
    assert asked[3] == "Văn phòng Sở phải làm gì?"
    assert asked == questions(SAMPLES)


def test_a_folder_without_plans_gives_nothing_to_ask(tmp_path: Path) -> None:
    assert questions(tmp_path) == []


def test_the_report_counts_what_failed(capsys: pytest.CaptureFixture[str]) -> None:
    calls = [Call(10.0, "200"), Call(30.0, "200"), Call(20.0, "429"), Call(60000.0, "TimeoutError")]
    Console().print(report(calls, 2.0, spent=0.05))
    shown = capsys.readouterr().out
    assert "4 in 2.0 s, 2 a second" in shown
    assert "errors           2 " in shown
    assert "12.5 ms of the processor an answer" in shown
