"""Cells that hold for more than one row: "-nt-", a day printed once, a group's heading beside the column of names."""

from __future__ import annotations

from tests.ingest.sources import HEADER, annexed

CALENDAR = "TT | Thời gian | Nội dung công việc | Chủ trì"
INSPECTED = "TT | Đơn vị được kiểm tra | Nội dung kiểm tra | Thời gian | Trưởng đoàn"


def test_a_cell_that_says_as_above_is_the_one_above() -> None:
    read = annexed(
        HEADER,
        "1 | Sửa đường thôn Khe | Phòng Kinh tế | Công an xã | Đường | 3/2026",
        "2 | Sửa cầu treo | -nt- | | Cầu | 4/2026",
        "3 | Sửa trạm bơm | như trên | -nt- | Trạm | 5/2026",
    )
    assert [task.leads for task in read.tasks] == [("Phòng Kinh tế",)] * 3
    assert [task.support.text for task in read.tasks] == ["Công an xã", "", "Công an xã"]
    assert all(task.lead == read.tasks[0].lead for task in read.tasks)


def test_a_calendar_prints_a_month_once() -> None:
    read = annexed(
        CALENDAR,
        "1 | Tháng 3 | Ra quân trồng cây | Hội Nông dân",
        "2 | | Hội thi cắm hoa | Hội Phụ nữ",
        "3 | Tháng 4 | Ngày hội sách | Thư viện xã",
    )
    assert [task.due.text for task in read.tasks] == ["Tháng 3", "Tháng 3", "Tháng 4"]


def test_times_that_are_in_no_order_make_no_calendar() -> None:
    read = annexed(
        CALENDAR,
        "1 | Tháng 9 | Ra quân trồng cây | Hội Nông dân",
        "2 | | Hội thi cắm hoa | Hội Phụ nữ",
        "3 | Tháng 4 | Ngày hội sách | Thư viện xã",
    )
    assert [task.due.text for task in read.tasks] == ["Tháng 9", "", "Tháng 4"]


def test_who_is_inspected_names_the_row_and_a_round_heads_its_rows() -> None:
    read = annexed(
        INSPECTED,
        "I | Đợt 1 | | | ",
        "1 | UBND xã Vân Khê | Đất đai | Tháng 4/2026 | Ông Lê Khoát",
        "2 | UBND xã Đá Bạc | Hộ tịch | Tháng 5/2026 | -nt-",
    )
    assert [task.name.text for task in read.tasks] == ["UBND xã Vân Khê", "UBND xã Đá Bạc"]
    assert [task.group for task in read.tasks] == ["I", "I"]
    assert [task.lead.text for task in read.tasks] == ["Ông Lê Khoát", "Ông Lê Khoát"]
    assert [dict(task.other)["Nội dung kiểm tra"].text for task in read.tasks] == ["Đất đai", "Hộ tịch"]
