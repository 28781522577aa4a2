"""Cells of several lines: offices one a line, and lines that only are full."""

from __future__ import annotations

import pytest

from ingest.plan import Plan
from tests.ingest.sources import ANNEX, HEADER, annexed, plan


def _supported(*cells: str) -> Plan:
    rows = (
        f"{turn}. | Rà soát đợt {turn} | Sở Nội vụ | {cell} | Báo cáo | 6/2026" for turn, cell in enumerate(cells, 1)
    )
    return annexed(HEADER, *rows)


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Tỉnh đoàn<br>Sở Giáo dục và Đào tạo", ("Tỉnh đoàn", "Sở Giáo dục và Đào tạo")),
        ("Sở Giáo dục và Đào tạo<br>Công ty Điện lực Mơ", ("Sở Giáo dục và Đào tạo", "Công ty Điện lực Mơ")),
        ("Hội Nông dân<br>Viễn thông Mơ<br>Bưu điện tỉnh", ("Hội Nông dân", "Viễn thông Mơ", "Bưu điện tỉnh")),
        ("Ban Quản lý Khu kinh tế<br>Chi cục Hải quan", ("Ban Quản lý Khu kinh tế", "Chi cục Hải quan")),
    ],
)
def test_lines_of_a_cell_that_offices_open_are_units(cell: str, units: tuple[str, ...]) -> None:
    first, _ = _supported(cell, "Hội Liên hiệp Phụ nữ tỉnh Sông Mơ và các hội").tasks
    assert first.supports == units
    assert first.support.text == cell.replace("<br>", " ")


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Sở Văn hóa, Thể thao và<br>Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Văn phòng<br>UBND tỉnh", ("Văn phòng UBND tỉnh",)),
        ("Trung tâm Phục vụ<br>hành chính công", ("Trung tâm Phục vụ hành chính công",)),
        ("Trung tâm Xúc tiến<br>Hội chợ Triển lãm", ("Trung tâm Xúc tiến Hội chợ Triển lãm",)),
    ],
)
def test_a_line_that_only_is_full_parts_no_units(cell: str, units: tuple[str, ...]) -> None:
    (only,) = _supported(cell).tasks
    assert only.supports == units


def test_a_cell_that_a_page_cuts_keeps_its_lines() -> None:
    read = annexed(
        HEADER,
        "1. | Lắp máy đo | Sở Y tế | Sở Khoa học và Công | Máy đo | 31/10/",
        "",
        HEADER,
        " | mưa | | nghệ<br>Viễn thông Mơ | | 2026",
    )
    (task,) = read.tasks
    assert task.supports == ("Sở Khoa học và Công nghệ", "Viễn thông Mơ")
    assert (task.due.text, task.when and str(task.when.end)) == ("31/10/ 2026", "2026-10-31")


TALL = (
    '<tr><th rowspan="2">TT</th><th rowspan="2">Nhiệm vụ</th><th colspan="2">Phân công</th>'
    '<th colspan="2">Thời gian</th></tr>'
    "<tr><th>Chủ trì</th><th>Phối hợp</th><th>Bắt đầu</th><th>Kết thúc</th></tr>"
)
FLAT = "<tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Phối hợp</td><td>Bắt đầu</td><td>Kết thúc</td></tr>"


def _html(*tables: str) -> Plan:
    return plan(annex=ANNEX + "\n3\n".join(f"<table>{one}</table>" for one in tables))


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def test_the_next_page_may_print_the_lower_titles_of_the_header_alone() -> None:
    read = _html(
        TALL + _row("1", "Nạo vét kênh từ chợ đến cầu", "Sở Xây dựng", "UBND xã", "5/2026", "30/10/"),
        FLAT + _row("", "treo bản Mơ", "", "", "", "2026") + _row("2", "Trồng cây", "Sở Y tế", "", "6/2026", "7/2026"),
    )
    first, second = read.tasks
    assert (first.name.text, first.due.text) == ("Nạo vét kênh từ chợ đến cầu treo bản Mơ", "30/10/ 2026")
    assert (second.locator, second.lead.text) == ("Phụ lục/2", "Sở Y tế")


def test_tables_with_other_words_over_the_same_titles_stay_apart() -> None:
    other = TALL.replace("Phân công", "Phân nhiệm")
    read = _html(
        TALL + _row("1", "Vá đường", "Sở Xây dựng", "", "5/2026", "6/2026"), other + _row("1", "Sơn cầu", *4 * [""])
    )
    assert len({task.locator for task in read.tasks}) == 2


def test_words_under_both_times_are_the_deadline_too() -> None:
    both = '<td>1</td><td>Giao ban</td><td>Sở Nội vụ</td><td></td><td colspan="2">{}</td>'
    for words in ("Thường xuyên", "Quý I/2026", "Sau mỗi đợt lũ"):
        (task,) = _html(f"{TALL}<tr>{both.format(words)}</tr>").tasks
        assert task.due.text == words


@pytest.mark.parametrize(("begins", "due"), [("Thường xuyên", "Thường xuyên"), ("3/2026", ""), ("", "")])
def test_what_names_no_day_under_the_beginning_alone_holds_for_the_end(begins: str, due: str) -> None:
    header = "TT | Nhiệm vụ | Chủ trì | Bắt đầu | Kết thúc"
    (task,) = annexed(header, f"1 | Giao ban | Sở Nội vụ | {begins} | ").tasks
    assert task.due.text == due


def test_titles_under_a_spanning_one_are_no_row_whatever_they_say() -> None:
    read = annexed(
        "TT | Tên bộ số liệu | Kỹ thuật | | Thời điểm công bố",
        " | | Định dạng | Cỡ chữ | ",
        "1 | Mực nước giờ | CSV | 12 | 5/2026",
    )
    (task,) = read.tasks
    assert [(header, cell.text) for header, cell in task.other] == [
        ("Kỹ thuật Định dạng", "CSV"),
        ("Cỡ chữ", "12"),
    ]


def test_a_name_in_brackets_with_the_end_of_the_result_goes_on_with_the_row_above() -> None:
    first = "1. | Mở phiên chợ tại ba xã | Sở Công Thương | UBND các xã | 03 ngày | 11/2026"
    (task,) = annexed(HEADER, first, " | (Mơ Thượng, Mơ Hạ, Mơ Trung) | | | hội | ").tasks
    assert (task.name.text, task.result.text) == ("Mở phiên chợ tại ba xã (Mơ Thượng, Mơ Hạ, Mơ Trung)", "03 ngày hội")


@pytest.mark.parametrize("title", ["Xã phụ trách", "Xã, phường phụ trách", "Khu phố phụ trách", "Lĩnh vực phụ trách"])
def test_what_persons_look_after_leads_nothing(title: str) -> None:
    read = annexed(f"STT | Họ và tên | Chức vụ | {title}", "1 | Lò Thị Mơ | Phó Chủ tịch | Mơ Thượng")
    assert not any(task.leads for task in read.tasks)
