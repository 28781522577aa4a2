"""How often and by when, as prose says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.occasions import by_rule, occasions


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("báo cáo UBND tỉnh hằng quý", [("hằng quý", "")]),
        ("báo cáo trước ngày 20/02/2026", [("", "trước ngày 20/02/2026")]),
        ("báo cáo Sở Nội vụ hằng tháng, trước ngày 20", [("hằng tháng", "trước ngày 20")]),
        (
            "báo cáo quý, 6 tháng, năm gửi Sở Nội vụ: quý I trước ngày 04/3, 6 tháng trước ngày 07/6, năm trước ngày 20/11",
            [("quý I", "trước ngày 04/3"), ("6 tháng", "trước ngày 07/6"), ("năm", "trước ngày 20/11")],
        ),
        (
            "6 tháng, hằng năm báo cáo kết quả (6 tháng trước ngày 09/6; năm trước ngày 08/12)",
            [("6 tháng", "trước ngày 09/6"), ("năm", "trước ngày 08/12")],
        ),
        (
            "gửi báo cáo về Sở trước ngày 28 tháng 5 và ngày 03 tháng 11 hằng năm",
            [("hằng năm", "trước ngày 28 tháng 5"), ("hằng năm", "ngày 03 tháng 11")],
        ),
        ("báo cáo hằng quý, năm trước ngày 20", [("hằng quý", "trước ngày 20"), ("năm", "trước ngày 20")]),
        ("báo cáo trước ngày 14 hằng tháng", [("hằng tháng", "trước ngày 14 hằng tháng")]),
        ("vụ cháy chết từ 03 người trở lên phải báo cáo nhanh trong 02 giờ", [("", "trong 02 giờ")]),
        ("báo cáo vào ngày 25 hằng tháng", [("hằng tháng", "ngày 25 hằng tháng")]),
        ("định kỳ hằng quý trước ngày 15 của tháng cuối quý", [("hằng quý", "trước ngày 15 của tháng cuối quý")]),
        ("định kỳ báo cáo Sở Y tế", [("định kỳ", "")]),
        ("định kỳ trước ngày 07/12 hàng năm báo cáo Bộ", [("hàng năm", "trước ngày 07/12 hàng năm")]),
        (
            "định kỳ lập báo cáo gửi Sở Nội vụ trước ngày 28/10 hàng năm để tổng hợp",
            [("hàng năm", "trước ngày 28/10 hàng năm")],
        ),
        (
            "gửi báo cáo hàng quý (trước ngày 18 hàng quý), 6 tháng (trước ngày 08 tháng 6) và báo cáo năm (trước ngày 03 tháng 12 hàng năm) hoặc đột xuất theo yêu cầu gửi về Sở",
            [
                ("hàng quý", "trước ngày 18 hàng quý"),
                ("6 tháng", "trước ngày 08 tháng 6"),
                ("năm", "trước ngày 03 tháng 12 hàng năm"),
                ("đột xuất theo yêu cầu", ""),
            ],
        ),
        (
            "kết quả 6 tháng đầu năm trước ngày 30/6, cả năm trước ngày 15/11 hàng năm",
            [("6 tháng đầu năm", "trước ngày 30/6"), ("cả năm", "trước ngày 15/11 hàng năm")],
        ),
        (
            "định kỳ hằng tháng trước ngày 20, báo cáo năm trước ngày 05/12/2026",
            [("hằng tháng", "trước ngày 20"), ("năm", "trước ngày 05/12/2026")],
        ),
        (
            "cuối học kỳ I (trước 15/01/2025) và cuối năm học (trước 31/5/2025)",
            [("cuối học kỳ I", "trước 15/01/2025"), ("cuối năm học", "trước 31/5/2025")],
        ),
        (
            "hằng quý, 6 tháng báo cáo về Sở Nội vụ trước ngày 10 của tháng cuối kỳ",
            [("hằng quý", "trước ngày 10 của tháng cuối kỳ"), ("6 tháng", "trước ngày 10 của tháng cuối kỳ")],
        ),
        ("báo cáo 6 tháng và năm trước ngày 10/6 và 05/12", [("6 tháng", "trước ngày 10/6"), ("năm", "05/12")]),
        (
            "báo cáo trước ngày 05/6 (báo cáo 6 tháng) và 05/12 (báo cáo năm)",
            [("6 tháng", "trước ngày 05/6"), ("năm", "05/12")],
        ),
        (
            "hằng quý, 6 tháng, năm gửi báo cáo trước ngày 10/3, trước ngày 10/6, trước ngày 05/12",
            [("hằng quý", "trước ngày 10/3"), ("6 tháng", "trước ngày 10/6"), ("năm", "trước ngày 05/12")],
        ),
        ("báo cáo quý gửi trước ngày 15 của tháng cuối quý", [("quý", "trước ngày 15 của tháng cuối quý")]),
        ("gửi Sở Tài chính chậm nhất đến tháng 05/2026", [("", "chậm nhất đến tháng 05/2026")]),
        ("báo cáo tai biến trong vòng 24 giờ về Sở Y tế", [("", "trong vòng 24 giờ")]),
        ("báo cáo ngay khi có vụ ngộ độc", [("", "ngay khi có vụ ngộ độc")]),
        ("báo cáo nhanh trước 16 giờ 00 hằng ngày", [("hằng ngày", "trước 16 giờ 00 hằng ngày")]),
        ("vụ cháy làm chết từ 02 người trở lên báo cáo nhanh trong 03 giờ", [("", "trong 03 giờ")]),
        ("cháy từ 5 ha rừng thì báo cáo trước 12 giờ", [("", "trước 12 giờ")]),
        ("nhận hồ sơ từ 15 đến 20 hằng tháng", [("hằng tháng", "từ 15 đến 20 hằng tháng")]),
        ("báo cáo tiến độ vào thứ Sáu tuần cuối mỗi tháng", [("mỗi tháng", "thứ Sáu tuần cuối mỗi tháng")]),
        ("giao ban sáng thứ Hai hằng tuần", [("hằng tuần", "sáng thứ Hai hằng tuần")]),
        ("gửi trước Chủ nhật hàng tuần về trạm", [("hàng tuần", "trước Chủ nhật hàng tuần")]),
        (
            "báo cáo Sở Y tế hàng năm hoặc đột xuất (khi có yêu cầu)",
            [("hàng năm", ""), ("đột xuất (khi có yêu cầu)", "")],
        ),
        (
            "hoặc báo cáo đột xuất theo yêu cầu của cơ quan có thẩm quyền",
            [("đột xuất theo yêu cầu của cơ quan có thẩm quyền", "")],
        ),
    ],
)
def test_rhythms_and_deadlines_are_paired(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.frequency, one.due) for one in occasions(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "báo cáo kết quả thực hiện",
        "ngày 16/01/2026 của UBND tỉnh",
        "trong quá trình thực hiện",
        "Tháng 5 là tháng hành động",
        "",
    ],
)
def test_words_that_set_no_time_name_no_occasion(words: str) -> None:
    assert occasions(words) == ()


def test_a_mere_reference_to_a_rule_is_an_occasion_only_when_asked_for() -> None:
    assert occasions("báo cáo Tỉnh ủy theo quy định") == ()
    occasion = by_rule("báo cáo Tỉnh ủy theo quy định")
    assert occasion is not None
    assert occasion.due == "theo quy định"


@given(st.text())
def test_every_occasion_stands_in_the_text(text: str) -> None:
    whole = " ".join(text.split())
    assert all(one.frequency in whole and one.due in whole for one in occasions(text))
