"""What a merged cell prints is known on every page of a PDF that it reaches."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ingest.readers.pdf import read_pdf
from tests.ingest.printing import Printer, tables

HEADER = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
WIDTHS = [35, 200, 100, 70]
FIRST = [["1", "Rà soát hồ sơ", "Sở Tài chính", "3/2026"], ["2", "Số hóa hồ sơ", "^", "4/2026"]]


def _leads(*pages: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Row number and lead of each row below the headers, the table printed page after page with its header again."""
    printer = Printer()
    for number, rows in enumerate(pages):
        if number:
            printer.page()
        printer.table([HEADER, *rows], WIDTHS)
    document = read_pdf("mau.pdf", printer.raw())
    found = [row.cells for table in tables(document) for row in table.rows]
    told = [(cells[0].span.slice(document.text), cells[2].span.slice(document.text)) for cells in found]
    return [row for row in told if row[0] != "TT"]


def test_a_blank_merged_cell_on_top_of_a_page_is_the_one_above_going_on() -> None:
    below = [["3", "Họp", "", "5/2026"], ["4", "Báo cáo", "^", "6/2026"], ["5", "Thanh tra", "Sở Nội vụ", "7/2026"]]
    assert [lead for _, lead in _leads(FIRST, below)] == [*["Sở Tài chính"] * 4, "Sở Nội vụ"]


def test_a_merged_cell_goes_on_over_three_pages() -> None:
    middle = [["3", "Họp", "", "5/2026"], ["4", "Báo cáo", "^", "6/2026"]]
    last = [["5", "Thanh tra", "", "7/2026"], ["6", "Tổng kết", "^", "8/2026"]]
    assert [lead for _, lead in _leads(FIRST, middle, last)] == ["Sở Tài chính"] * 6


def test_the_rest_of_a_row_is_joined_by_the_rest_of_a_merged_cell_beside_it() -> None:
    above = [["1", "Rà soát", "Sở Khoa học và", "3/2026"]]
    below = [["", "toàn bộ hồ sơ", "Công nghệ", ""], ["2", "Số hóa", "^", "4/2026"]]
    assert _leads(above, below) == [("1", "Sở Khoa học và Công nghệ"), ("", ""), ("2", "Sở Khoa học và Công nghệ")]


def test_the_end_of_a_merged_cell_on_top_of_a_page_is_told_where_its_column_leaves_no_cell_blank() -> None:
    below = [["3", "Họp", "", "5/2026"], ["4", "Báo cáo", "Sở Nội vụ", "6/2026"]]
    assert [lead for _, lead in _leads(FIRST, below)] == ["Sở Tài chính", "Sở Tài chính", "Sở Tài chính", "Sở Nội vụ"]


@pytest.mark.parametrize(
    "below",
    [
        [["3", "Họp", "", "5/2026"], ["4", "Báo cáo", "", "6/2026"], ["5", "Thanh tra", "Sở Nội vụ", "7/2026"]],
        [["3", "Họp", "", "5/2026"], ["4", "Báo cáo", "Sở Nội vụ", "6/2026"], ["5", "Thanh tra", "", "7/2026"]],
    ],
)
def test_a_blank_cell_stays_blank_where_its_column_leaves_others_blank(below: list[list[str]]) -> None:
    assert dict(_leads(FIRST, below))["3"] == ""


def test_a_new_table_on_the_next_page_takes_nothing_over() -> None:
    printer = Printer()
    printer.table([HEADER, *FIRST], WIDTHS)
    printer.page()
    printer.table(
        [["STT", "Chỉ tiêu", "Đơn vị", "Giá trị"], ["1", "Tỷ lệ hồ sơ", "", "90"], ["2", "Số lớp", "^", "5"]], WIDTHS
    )
    document = read_pdf("mau.pdf", printer.raw())
    assert tables(document)[1].rows[1].cells[2].span.slice(document.text) == ""


def test_letters_lent_by_a_wider_font_stay_in_their_word() -> None:
    printer = Printer()
    lent = 100 + printer.pdf.get_string_width("tri")
    after = lent + 0.7 * printer.pdf.get_string_width("ể")
    for x, letters in ((100.0, "tri"), (after, "n"), (lent, "ể"), (after + 15, "khai")):
        printer.at(x, 200, letters)
    document = read_pdf("mau.pdf", printer.raw())
    assert "triển khai" in document.text
