"""Plans listed by when they were issued, and the one meant by what it is on."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask


def _head(place: str, number: str, day: str, title: str) -> str:
    return (
        f"ỦY BAN NHÂN DÂN\nTỈNH {place.upper()}\n\nSố: {number}\n{place}, {day}\n\nKẾ HOẠCH\n{title}\n\n"
        f"Ủy ban nhân dân tỉnh {place} ban hành Kế hoạch như sau:\n"
    )


_FIRST = plan(
    head=_head(
        "Kim Hà", "5/KH-UBND", "ngày 11 tháng 3 năm 2024", "Triển khai thực hiện Chỉ thị số 8-CT/TW về nghề làm giấy"
    )
)
_SECOND = plan(
    head=_head(
        "Vân Giang", "9/KH-UBND", "ngày 20 tháng 6 năm 2024", "Thực hiện Chỉ thị số 15/CT-TTg về phong trào đọc sách"
    )
)
_THIRD = plan(head=_head("Lam Sơn", "12/KH-UBND", "ngày 02 tháng 3 năm 2025", "Khôi phục nghề dệt chiếu năm 2025"))


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Plans of three provinces, of two years."""
    return asker([_FIRST, _SECOND, _THIRD])


@pytest.mark.parametrize(
    "question",
    [
        "Những kế hoạch nào được ban hành trong năm 2024?",
        "kế hoạch nào ban hành năm 2024",
        "liet ke ke hoach ban hanh nam 2024",
    ],
)
def test_plans_of_a_year_are_listed(ask: Ask, question: str) -> None:
    assert [item.plan for item in ask(question).items] == ["Kế hoạch 5/KH-UBND", "Kế hoạch 9/KH-UBND"]


def test_plans_of_a_year_or_month_are_counted_and_none_is_refused(ask: Ask) -> None:
    assert ask("Có bao nhiêu kế hoạch ban hành năm 2024?").values == ("2",)
    assert [item.plan for item in ask("Kế hoạch nào ký tháng 3/2025?").items] == ["Kế hoạch 12/KH-UBND"]
    assert ask("Các kế hoạch ban hành năm 2019").status is Status.NOT_FOUND


def test_the_matter_behind_the_number_asked_for_must_be_the_plans(ask: Ask) -> None:
    assert ask("Lam Sơn có kế hoạch số mấy về nghề dệt chiếu?").values == ("12/KH-UBND",)
    assert ask("Lam Sơn có kế hoạch số mấy về nuôi tôm nước lợ?").status is Status.NOT_FOUND


def test_plans_that_carry_out_what_is_said_are_told_apart_whatever_verb_they_print(ask: Ask) -> None:
    answer = ask("KẾ HOẠCH TRIỂN KHAI THỰC HIỆN CHỈ THỊ BAN HÀNH NGÀY NÀO?")
    assert answer.status is Status.AMBIGUOUS
    assert {item.plan for item in answer.items} == {"Kế hoạch 5/KH-UBND", "Kế hoạch 9/KH-UBND"}


def test_the_plan_by_which_its_own_matter_is_done_is_itself(ask: Ask) -> None:
    assert ask("Lam Sơn khôi phục nghề dệt chiếu theo kế hoạch số mấy thế?").values == ("12/KH-UBND",)
