"""What prose assigns to a unit that no row names."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft

KENNEL = "Thống kê số chó nuôi trên địa bàn xã, gửi danh sách về Trạm Thú y"


@pytest.fixture(scope="module")
def ask() -> Ask:
    draft = Draft()
    draft.section("III", "III. TỔ CHỨC THỰC HIỆN")
    draft.section("III/1", "Trạm Thú y")
    draft.clause("III/1", "- Tổ chức tiêm phòng dại tại từng thôn trong tháng 4.")
    draft.clause("III/1", "- Chuẩn bị vắc xin, dụng cụ bảo hộ cho tổ tiêm.")
    draft.section("III/2", "Trưởng thôn")
    draft.clause("III/2", f"- {KENNEL}.")
    return asker([draft.plan("tiem-phong.txt", Header(number="27/KH-UBND", year=2026))])


def test_every_clause_under_a_units_heading_is_its_work(ask: Ask) -> None:
    answer = ask("Trạm Thú y phải làm gì?")
    assert answer.status is Status.ANSWERED
    assert answer.values == (
        "Tổ chức tiêm phòng dại tại từng thôn trong tháng 4",
        "Chuẩn bị vắc xin, dụng cụ bảo hộ cho tổ tiêm",
    )
    assert [one.role for one in answer.items] == ["prose", "prose"]
    assert {one.locator for one in answer.citations} == {"III/1"}


def test_a_unit_that_is_only_mentioned_is_given_no_work_of_others(ask: Ask) -> None:
    assert KENNEL not in ask("Trạm Thú y phải làm gì?").values


def test_a_unit_that_the_plan_does_not_name_has_no_work(ask: Ask) -> None:
    assert ask("Phòng Tư pháp phải làm gì?").status is Status.NOT_FOUND
