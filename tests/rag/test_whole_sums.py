"""What a whole plan costs: told by its own clause, left blank there, and never by a row or by what is paid for each."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import ANNEX, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

GAMES = table(
    "TT | Nội dung | Chủ trì | Thời gian | Ghi chú",
    "1 | Giải bơi vượt sông | Phòng Kinh tế | 10/10/2026 | Giải nhất 7 triệu đồng",
    "2 | Dạy bơi cho trẻ em | Công an xã | Tháng 6/2026 | ",
)


def _asking(funds: str) -> Ask:
    """Asks a plan whose part on funds reads so."""
    return asker([plan(body=f"I. MỤC TIÊU\nTrẻ em biết bơi.\nII. KINH PHÍ\n{funds}\n", annex=f"{ANNEX}{GAMES}")])


@pytest.mark.parametrize(
    "question",
    [
        "Tổng kinh phí thực hiện kế hoạch của xã Sông Mơ là bao nhiêu?",
        "Kế hoạch của xã Sông Mơ hết tổng cộng bao nhiêu tiền?",
        "kinh phí thực hiện kế hoạch của xã Sông Mơ là bao nhiêu",
    ],
)
def test_a_sum_that_is_left_to_be_filled_in_is_blank(question: str) -> None:
    answer = _asking("Tổng kinh phí …… triệu đồng, từ ngân sách xã.")(question)
    assert (answer.status, answer.values) == (Status.NOT_STATED, ())
    assert [one.locator for one in answer.citations] == ["II"]


def test_the_sum_of_all_is_told_before_what_is_paid_for_each() -> None:
    question = "Tổng kinh phí thực hiện kế hoạch của xã Sông Mơ là bao nhiêu?"
    told = _asking("Hỗ trợ 50.000 đồng/buổi; dự toán 90 triệu đồng.")(question)
    assert told.values == ("90 triệu đồng",)
    assert _asking("Bố trí 80 triệu đồng từ chi thường xuyên để thực hiện Kế hoạch.")(question).values == (
        "80 triệu đồng",
    )


def test_neither_a_row_nor_what_is_paid_for_each_is_the_sum_of_all() -> None:
    ask = _asking("Bảo đảm hỗ trợ 50.000 đồng/buổi dạy.")
    assert ask("Tổng kinh phí thực hiện kế hoạch của xã Sông Mơ là bao nhiêu?").status is Status.NOT_FOUND
    assert ask("Giải nhất giải bơi vượt sông được bao nhiêu tiền?").values == ("7 triệu đồng",)


def test_what_a_sum_is_paid_for_is_told_in_whole_words() -> None:
    ask = _asking("Hỗ trợ bể bơi di động 25 triệu đồng/cơ sở dạy bơi.")
    assert ask("Hỗ trợ bể bơi di động mỗi cơ sở bao nhiêu tiền?").values == ("25 triệu đồng/cơ sở",)
