"""What looks wrong in a typed value, and what does not."""

from __future__ import annotations

import pytest

from api.doubts import doubts
from ingest.plan import Plan
from tests.ingest.test_correcting import plan_of
from web import wording_fixing as words

ROW = "Phụ lục/1"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return plan_of(tmp_path_factory.mktemp("doubts"))


@pytest.mark.parametrize("value", ["4/2026", "Quý III/2026", "Trước ngày 30/6/2026", "Thường xuyên", "Hằng tháng", ""])
def test_a_deadline_that_names_a_time_is_taken(plan: Plan, value: str) -> None:
    assert doubts(plan, "Phụ lục/3", {"due": value}) == {}


@pytest.mark.parametrize("value", ["sớm", "31/02/2026", "Sở Nội vụ"])
def test_a_deadline_that_is_no_day_is_asked_about(plan: Plan, value: str) -> None:
    assert doubts(plan, ROW, {"due": value}) == {"due": words.NO_DAY}


def test_a_year_far_from_the_plans_own_is_asked_about(plan: Plan) -> None:
    assert doubts(plan, ROW, {"due": "3/2062"}) == {"due": words.FAR_DAY.format(year=2062, plan=2026)}


def test_a_unit_that_no_other_row_names_is_asked_about_with_the_nearest(plan: Plan) -> None:
    told = doubts(plan, ROW, {"support": "Phòng Văn hóa - Xã hộii", "lead": "Văn phòng"})
    assert set(told) == {"support"}
    assert "Gần giống: Phòng Văn hóa - Xã hội." in told["support"]


def test_emptying_what_the_source_fills_is_asked_about(plan: Plan) -> None:
    assert doubts(plan, ROW, {"lead": "", "note": ""}) == {"lead": words.EMPTIED}
    assert doubts(plan, "Tiêu đề", {"number": "KH-UBND"}) == {"number": words.NO_FIGURE}
