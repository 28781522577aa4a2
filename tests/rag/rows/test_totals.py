"""Sums that a table prints in rows of their own."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import ANNEX, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

_TABLE = table(
    "TT | Dự án | Kinh phí (triệu đồng) | Số học viên | Chủ trì | Thời gian",
    "A | Dự án chuyển tiếp | 300 | 40 | | ",
    "1 | Sửa cầu Vân Khê | 180 | 25 | Phòng Kinh tế | 2026",
    "2 | Nạo vét kênh Đá Bạc | 120 | 15 | Phòng Kinh tế | 2026",
    "B | Dự án khởi công mới | 600 | 70 | | ",
    "3 | Xây bến Lam Giang | 600 | 70 | UBND xã | 2026",
    " | Tổng cộng (A+B) | 900 | 110 | | ",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan whose table adds up its groups and all its rows."""
    return asker((plan(annex=ANNEX + _TABLE),))


@pytest.mark.parametrize(
    ("question", "value", "place"),
    [
        ("Tổng kinh phí của kế hoạch xã Sông Mơ là bao nhiêu?", "900", "Phụ lục/(không số)"),
        ("Tổng số học viên của kế hoạch xã Sông Mơ?", "110", "Phụ lục/(không số)"),
        ("Tổng kinh phí các dự án chuyển tiếp của xã Sông Mơ?", "300", "Phụ lục/A"),
    ],
)
def test_the_row_that_adds_up_tells_the_sum(ask: Ask, question: str, value: str, place: str) -> None:
    answer = ask(question)
    assert (answer.values, [one.locator for one in answer.citations]) == ((value,), [place])


def test_a_word_that_names_another_row_gets_no_sum_of_all(ask: Ask) -> None:
    assert ask("Tổng kinh phí trồng rừng của xã Sông Mơ là bao nhiêu?").status is Status.NOT_FOUND
