"""Rows of a table that a line's end or a page's end cut in two."""

from __future__ import annotations

import pytest

from ingest.build import build_plan
from ingest.plan import Task
from ingest.readers.cutlines import uncut
from ingest.readers.text import read_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
Số: 27/KH-UBND
Lam Giang, ngày 20 tháng 01 năm 2026

KẾ HOẠCH
Phát triển nông thôn năm 2026

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn An

PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 27/KH-UBND)

TT\tNội dung nhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành\tSản phẩm
I\tNông nghiệp
1\tNạo vét kênh Sông Mơ\tSở Tài chính\tCông an tỉnh\tTháng 3/2026\tBáo cáo
"""
TAIL = """3\tTrồng cây ven đường\tSở Xây dựng\tSở Tài chính\tTháng 9/2026\tKế hoạch
II\tVăn hóa
4\tMở hội làng\tSở Nội vụ\tCông an tỉnh\tTháng 10/2026\tBáo cáo
"""
CELLS = "\tCông an tỉnh\tTháng 8/2026\tBản đồ\n"


def _tasks(row: str) -> list[Task]:
    return list(build_plan(read_text("lam-giang.txt", HEAD + row + TAIL), "0" * 64).tasks)


@pytest.mark.parametrize(
    ("row", "name", "lead"),
    [
        ("2\tLập bản đồ số, gắn với\n\tCổng dữ liệu\tSở Y tế", "Lập bản đồ số, gắn với Cổng dữ liệu", "Sở Y tế"),
        ("2\tLập bản đồ số tỉnh\n\tLam Giang\tSở Y tế", "Lập bản đồ số tỉnh Lam Giang", "Sở Y tế"),
        ("2\tLập bản đồ, gắn với\n\tCổng của\n\tTỉnh\tSở Y tế", "Lập bản đồ, gắn với Cổng của Tỉnh", "Sở Y tế"),
        ("2\tLập bản đồ số, gắn với\nCổng dữ liệu\tSở Y tế", "Lập bản đồ số, gắn với Cổng dữ liệu", "Sở Y tế"),
        ("2\tLập bản đồ\tSở Nông nghiệp và\nMôi trường", "Lập bản đồ", "Sở Nông nghiệp và Môi trường"),
        ("2\tLập bản đồ\tSở Nông nghiệp và\n\tMôi trường", "Lập bản đồ", "Sở Nông nghiệp và Môi trường"),
        ("2\n\tLập bản đồ\tSở Y tế", "Lập bản đồ", "Sở Y tế"),
        ("2\nLập bản đồ\tSở Y tế", "Lập bản đồ", "Sở Y tế"),
    ],
)
def test_a_cut_row_keeps_its_number_and_its_cells(row: str, name: str, lead: str) -> None:
    tasks = _tasks(row + CELLS)
    assert [task.locator for task in tasks] == [f"Phụ lục/{number}" for number in (1, 2, 3, 4)]
    cut = tasks[1]
    assert (cut.name.text, cut.lead.text) == (name, lead)
    assert (cut.support.text, cut.due.text, cut.result.text) == ("Công an tỉnh", "Tháng 8/2026", "Bản đồ")


def test_rows_under_a_numbered_heading_stay_rows() -> None:
    rows = "2\tCông tác tuyên truyền\n" + "".join(f"\t{name}\tSở Y tế{CELLS}" for name in ("In tờ rơi", "Dựng pa nô"))
    assert len(_tasks(rows)) == 6  # the heading, its two rows and the three around them


def test_a_row_of_cells_under_other_titles_is_joined_to_none() -> None:
    tasks = _tasks("2\tLập bản đồ số\n\tSở Y tế\tCông an tỉnh\tTháng 8/2026\tBản đồ\n")
    assert tasks[1].name.text == "Lập bản đồ số"


def test_lines_that_fill_no_row_stay_as_they_are() -> None:
    lines = [
        "TT\tViệc\tChủ trì\tThời hạn",
        "1\tDọn chợ\tĐội quản lý",
        "Ghi chú: xã Vân Khê",
        "2\tMở hội\tĐội văn hóa\tTháng 3",
    ]
    assert uncut(lines) == lines


def test_small_letters_below_a_whole_row_carry_on_its_last_cell() -> None:
    tasks = _tasks("2\tLập bản đồ\tSở Y tế\tCông an tỉnh\tTháng 8/2026\tBản đồ đã\nđược duyệt\n")
    assert tasks[1].result.text == "Bản đồ đã được duyệt"


def test_a_number_beside_a_stray_sign_is_read_as_one() -> None:
    lines = ["TT\tViệc\tChủ trì\tThời hạn", "1\x1f", "Dọn chợ\tĐội quản lý\tTháng 3"]
    assert uncut(lines) == [lines[0], "1\tDọn chợ\tĐội quản lý\tTháng 3"]
