"""Asked about a week in which nothing is due, an answer tells the next day on which something is."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from tests.rag.plans import Ask

NOVEMBER = date(2026, 11, 23)
"""A Monday; no row of the sample plans is due before the Sunday after it."""


def test_a_units_next_deadline_is_told_where_none_falls_into_the_week(ask_samples: Ask) -> None:
    answer = ask_samples("Sở Nội vụ tuần này phải làm gì?", NOVEMBER)
    assert answer.status is Status.NOT_FOUND
    assert "Hạn gần nhất sau đó là 30/11/2026: Khảo sát mức độ hài lòng" in answer.answer
    assert [(one.locator, one.file) for one in answer.near] == [("Phụ lục II/4", "lamgiang-ubnd-2026.txt")]


def test_a_report_is_a_next_deadline_too(ask_samples: Ask) -> None:
    answer = ask_samples("Văn phòng Đảng ủy xã tuần này phải làm gì?", NOVEMBER)
    assert "Hạn gần nhất sau đó là 10/12/2026" in answer.answer


def test_without_a_unit_all_that_is_due_on_the_next_day_is_shown(ask_samples: Ask) -> None:
    answer = ask_samples("Tuần này có việc gì đến hạn?", NOVEMBER)
    assert "Hạn gần nhất sau đó là 30/11/2026" in answer.answer
    assert len(answer.near) > 1
    assert f"và {len(answer.near) - 1} việc khác cùng ngày" in answer.answer


@pytest.mark.parametrize("question", ["Sở Nội vụ tuần này phải làm gì?", "Tuần này có việc gì đến hạn?"])
def test_after_the_last_deadline_of_all_none_is_told(ask_samples: Ask, question: str) -> None:
    answer = ask_samples(question, date(2035, 1, 3))
    assert answer.status is Status.NOT_FOUND
    assert "việc khác" not in answer.answer
    assert all("/2035" in one.due or "hằng" in one.due or one.role == "report" for one in answer.near)
