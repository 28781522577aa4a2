"""Persons printed once for the rows of a group, and dots printed where something is still to be filled in."""

from __future__ import annotations

import pytest

from tests.ingest.sources import HEAD, plan, table

ANNEX = "\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n\n"
HEADER = "TT | Nội dung | Đơn vị chủ trì | {persons} | Thời hạn"


def _persons(*rows: str, header: str = "Lãnh đạo phụ trách") -> list[str]:
    read = plan(head=HEAD, annex=ANNEX + table(HEADER.format(persons=header), *rows))
    return [cell.text for task in read.tasks for title, cell in task.other if title == header]


def test_a_person_reaches_down_to_the_next_name_or_the_end_of_the_group() -> None:
    rows = (
        "I | Đường |  |  | ",
        "1 | Sửa đường | Phòng A | Ông Bách | Tháng 5/2026",
        "2 | Rải đá | Phòng A |  | Tháng 6/2026",
        "3 | Kẻ vạch | Phòng B |  | Tháng 7/2026",
        "II | Cầu |  |  | ",
        "1 | Sơn cầu | Phòng B | Bà Linh | Tháng 5/2026",
        "2 | Thay lan can | Phòng A |  | Tháng 8/2026",
    )
    assert _persons(*rows) == ["Ông Bách"] * 3 + ["Bà Linh"] * 2


@pytest.mark.parametrize(
    "rows",
    [
        (
            "I | Đường |  |  | ",
            "1 | Sửa đường | Phòng A |  | Tháng 5/2026",
            "2 | Rải đá | Phòng A | Ông Bách | Tháng 6/2026",
            "II | Cầu |  |  | ",
            "1 | Sơn cầu | Phòng B | Bà Linh | Tháng 5/2026",
            "2 | Thay lan can | Phòng A |  | Tháng 8/2026",
        ),
        (
            "1 | Sửa đường | Phòng A | Ông Bách | Tháng 5/2026",
            "2 | Rải đá | Phòng A |  | Tháng 6/2026",
            "3 | Kẻ vạch | Phòng B |  | Tháng 7/2026",
        ),
    ],
)
def test_a_blank_stays_one_where_groups_do_not_all_begin_with_a_person(rows: tuple[str, ...]) -> None:
    assert "" in _persons(*rows)


@pytest.mark.parametrize("dots", ["………", "......", ". . . . .", "____", "…/…"])
def test_room_to_fill_in_is_a_blank(dots: str) -> None:
    read = plan(
        head=HEAD, annex=ANNEX + table("TT | Nội dung | Đơn vị chủ trì | Thời hạn", f"1 | Sửa đường | Phòng A | {dots}")
    )
    assert read.tasks[0].due.text == ""
    prose = plan(body=f"II. NHIỆM VỤ\n1. Xây cầu cảng\nChủ trì: Phòng Kinh tế.\nThời gian: {dots} Sản phẩm: Cầu\n")
    assert (prose.tasks[0].due.text, prose.tasks[0].result.text) == ("", "Cầu")
