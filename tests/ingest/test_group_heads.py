"""Rows that stand under an office or a worded number, and what marks and single dates in a table tell of when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.sources import annexed, printed


def test_offices_that_head_every_group_lead_its_rows() -> None:
    read = annexed(
        "TT | Nội dung | Thời hạn | Đơn vị phối hợp",
        "I | PHÒNG KINH TẾ | | ",
        "1 | Rà soát bến đò | 4/2026 | Công an xã",
        "2 | Cắm biển báo | | ",
        "II | CÔNG AN XÃ | | ",
        "1 | Tuần tra ban đêm | Thường xuyên | Phòng Kinh tế",
    )
    assert [(one.locator, one.leads, one.supports) for one in read.tasks] == [
        ("Phụ lục/I/1", ("PHÒNG KINH TẾ",), ("Công an xã",)),
        ("Phụ lục/I/2", ("PHÒNG KINH TẾ",), ()),
        ("Phụ lục/II/1", ("CÔNG AN XÃ",), ("Phòng Kinh tế",)),
    ]
    assert [printed(read.text, one.lead) for one in read.tasks] == ["PHÒNG KINH TẾ", "PHÒNG KINH TẾ", "CÔNG AN XÃ"]


@pytest.mark.parametrize("second", ["BẾN ĐÒ NGANG", "Phòng, chống đuối nước"])
def test_a_group_of_work_among_offices_gives_no_row_to_anyone(second: str) -> None:
    read = annexed(
        "TT | Nội dung | Thời hạn | Đơn vị phối hợp",
        "I | PHÒNG KINH TẾ | | ",
        "1 | Rà soát bến đò | 4/2026 | Công an xã",
        f"II | {second} | | ",
        "1 | Tuần tra ban đêm | Thường xuyên | Phòng Kinh tế",
    )
    assert [one.leads for one in read.tasks] == [(), ()]


def test_months_by_their_letter_over_marks_tell_when() -> None:
    read = annexed(
        "TT | Nội dung công việc | Người phụ trách | T1 | T2 | T3 | Kinh phí",
        "1 | Rà soát bến đò | Lê Văn Mực | x | x | | 2",
        "2 | Cắm biển báo | Vũ Thị Na | | | x | 8",
        "3 | Tuần tra | Vũ Thị Na | x | | x | 4",
    )
    assert [(one.due.text, one.when and (one.when.start, one.when.end)) for one in read.tasks] == [
        ("T1 - T2", (date(2026, 1, 1), date(2026, 2, 28))),
        ("T3", (date(2026, 3, 1), date(2026, 3, 31))),
        ("T1; T3", (date(2026, 1, 1), date(2026, 3, 31))),
    ]


def test_a_worded_number_with_a_title_in_another_column_heads_the_rows_below() -> None:
    read = annexed(
        "TT | Thời gian | Trường | Trưởng đoàn",
        "Cụm 1 | Bờ bắc | | ",
        "1 | Sáng 09/3/2026 | Trường Vân Khê | Lê Văn Mực",
        "Cụm 2 | Bờ nam | | ",
        "2 | 11/3/2026 | Trường Đồng Lau | Vũ Thị Na",
    )
    assert [(one.locator, one.group, one.name.text, one.due.text) for one in read.tasks] == [
        ("Phụ lục/1", "Cụm 1 Bờ bắc", "Trường Vân Khê", "Sáng 09/3/2026"),
        ("Phụ lục/2", "Cụm 2 Bờ nam", "Trường Đồng Lau", "11/3/2026"),
    ]


def test_a_row_that_prints_only_when_it_begins_has_that_day() -> None:
    read = annexed(
        "TT | Công trình | Chủ trì | Khởi công | Hoàn thành",
        "1 | Kè bến đò | Phòng Kinh tế | 9/2026 | ",
        "2 | Nhà chờ | Phòng Kinh tế | 3/2026 | 8/2026",
    )
    assert [one.when and (one.when.start, one.when.end) for one in read.tasks] == [
        (date(2026, 9, 1), None),
        (date(2026, 3, 1), date(2026, 8, 31)),
    ]


def test_offices_over_groups_of_targets_are_charged_with_them() -> None:
    read = annexed(
        "TT | Chỉ tiêu | ĐVT | Giao 2026",
        "I | Khoa Cấp cứu - Hồi sức | | ",
        "1 | Thời gian phân loại | Phút | 5",
        "II | Phòng Tài chính - Kế toán | | ",
        "1 | Thanh toán không tiền mặt | % | 60",
    )
    assert [(one.locator, one.leads, one.value.text) for one in read.targets] == [
        ("Phụ lục/I/1", ("Khoa Cấp cứu - Hồi sức",), "5"),
        ("Phụ lục/II/1", ("Phòng Tài chính - Kế toán",), "60"),
    ]
