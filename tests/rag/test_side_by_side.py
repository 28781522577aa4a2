"""Two things asked in one question without a comparing word, two counts, and how far work has come."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from rag.mentions.periods import read_period
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask


def test_unlike_cells_of_two_rows_are_told_in_the_order_asked(ask_samples: Ask) -> None:
    question = "Ai chủ trì diễn tập ứng phó bão, lũ cấp tỉnh? Hạn của chương trình kích cầu du lịch là khi nào?"
    assert ask_samples(question).values == ("Bộ Chỉ huy Quân sự tỉnh", "3/2026")


def test_what_a_unit_leads_and_supports_is_counted_apart(ask_samples: Ask) -> None:
    answer = ask_samples("Trong kế hoạch của UBND tỉnh Lam Giang, Sở Nội vụ chủ trì mấy việc, phối hợp mấy việc?")
    assert answer.values == ("5", "1")


@pytest.mark.parametrize(
    "question", ["Kho dữ liệu dùng chung của tỉnh đã xong chưa?", "kho dữ liệu dùng chung làm tới đâu rồi"]
)
def test_no_plan_tells_how_far_work_has_come(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "end"),
    [
        ("việc phải xong từ giờ tới Tết", date(2027, 2, 6)),
        ("việc phải xong trước Tết", date(2027, 2, 5)),
        ("chuẩn bị quà Tết", None),
    ],
)
def test_tet_is_a_day_where_a_word_takes_it_for_a_time(question: str, end: date | None) -> None:
    period = read_period(question, date(2026, 5, 10), 2026)
    assert (period.end if period else None) == end


@pytest.mark.parametrize(
    "question",
    [
        "Tổng số mẫu nước của khu vực Bến Mơ - Đồi Gió so với khu vực Suối Lim - Vân Khê là bao nhiêu?",
        "Tổng số mẫu nước của khu vực Bến Mơ - Đồi Gió và khu vực Suối Lim - Vân Khê",
    ],
)
def test_one_column_of_two_rows_is_told_for_both(question: str) -> None:
    rows = table(
        "TT | Khu vực | Tổng số mẫu nước | Mẫu giếng | Nơi lấy",
        "1 | Bến Mơ - Đồi Gió | 42 | 29 | Trạm Bến Mơ",
        "2 | Suối Lim - Vân Khê | 38 | 26 | Trạm Suối Lim",
        "3 | Núi Đỏ - Khe Sâu | 25 | 17 | Trạm Núi Đỏ",
    )
    ask = asker([plan(annex="\nPHỤ LỤC\nSỐ MẪU NƯỚC THEO KHU VỰC\n" + rows)])
    assert ask(question).values == ("42", "38")
