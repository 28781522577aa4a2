"""Deadlines that stand inside the cells of names."""

from __future__ import annotations

import pytest

from tests.ingest.sources import annexed, printed


@pytest.mark.parametrize(
    ("title", "work", "due"),
    [
        ("Nội dung, thời gian", "Trồng 5 ha rừng (trước 30/4/2026)", "trước 30/4/2026"),
        ("Nội dung và thời hạn", "Lắp 3 máy bơm (hoàn thành trong quý II/2026)", "trong quý II/2026"),
        ("Công việc/Thời gian", "Nạo vét kênh (trước mùa mưa lũ)", "trước mùa mưa lũ"),
        ("Nhiệm vụ (thời gian)", "Kiểm tra, đợt 1 tháng 5, đợt 2 tháng 9/2026", "đợt 1 tháng 5, đợt 2 tháng 9/2026"),
        ("Nội dung - thời gian", "Trồng cây ven hồ<br>Tháng 3/2026", "Tháng 3/2026"),
        ("Thời gian, nội dung", "Tháng 3/2026: phát động Tết trồng cây", "Tháng 3/2026"),
        ("Nội dung, thời gian", "Tổng kết giai đoạn 2021 - 2026", ""),
        ("Nội dung, thời gian", "Họp dân (hai thôn)", ""),
    ],
)
def test_a_deadline_that_stands_beside_the_name_is_its_rows(title: str, work: str, due: str) -> None:
    rows = (f"1 | {work} | Sở Y tế | Báo cáo", "2 | Họp giao ban (tháng 6/2026) | Sở Y tế | Biên bản")
    read = annexed(f"TT | {title} | Chủ trì | Kết quả", *rows)
    task = read.tasks[0]
    assert (task.name.text, task.result.text, task.due.text) == (work.replace("<br>", " "), "Báo cáo", due)
    assert printed(read.text, task.due) == due


def test_brackets_behind_most_names_are_deadlines_without_a_title_that_says_so() -> None:
    rows = ("1 | Trồng rừng (tháng 3/2026) | Sở Y tế", "2 | Phát cây (quý II/2026) | Sở Y tế", "3 | Họp dân | Sở Y tế")
    assert [task.due.text for task in annexed("TT | Nhiệm vụ | Chủ trì", *rows).tasks] == [
        "tháng 3/2026",
        "quý II/2026",
        "",
    ]


def test_brackets_behind_one_name_among_many_are_part_of_it() -> None:
    rows = ("1 | Chương trình cũ (năm 2025) | Sở Y tế", "2 | Phát cây | Sở Y tế", "3 | Họp dân | Sở Y tế")
    assert not any(task.due.text for task in annexed("TT | Nhiệm vụ | Chủ trì", *rows).tasks)
