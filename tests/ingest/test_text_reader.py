"""Plain text is laid out line by line: paragraphs, typed tables, columns laid by hand, page breaks."""

from __future__ import annotations

import pytest

from ingest.document import Document, PageBreak, Paragraph, Table
from ingest.readers.text import read_text


def _cells(document: Document) -> list[list[list[str]]]:
    """The cells of every table, row by row."""
    return [
        [[cell.span.slice(document.text) for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def _lines(document: Document) -> list[str]:
    return [block.span.slice(document.text) for block in document.blocks if isinstance(block, Paragraph)]


def test_a_line_with_tabs_is_a_row_and_blank_cells_keep_their_place() -> None:
    document = read_text("a", "TT\tNhiệm vụ\tGhi chú\n1\tRà soát\t\n\ttiếp theo\t\n")
    assert _cells(document) == [[["TT", "Nhiệm vụ", "Ghi chú"], ["1", "Rà soát", ""], ["", "tiếp theo", ""]]]


def test_a_blank_line_parts_a_table_where_a_page_may_have_ended() -> None:
    document = read_text("a", "1\tA\tB\n\n2\tC\tD\n")
    assert [type(block) for block in document.blocks][:3] == [Table, PageBreak, Table]


@pytest.mark.parametrize("source", ["| TT | Việc |\n|---|---|\n| 1 | Rà soát |\n", "TT | Việc |\n1 | Rà soát |\n"])
def test_pipes_type_a_table_too_and_its_rule_prints_nothing(source: str) -> None:
    assert _cells(read_text("a", source)) == [[["TT", "Việc"], ["1", "Rà soát"]]]


def test_six_spaces_lay_out_two_columns_by_hand() -> None:
    document = read_text("a", "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI\nNgô Minh          Bùi Thế\n")
    assert _cells(document) == [[["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI"]], [["Ngô Minh", "Bùi Thế"]]]


def test_a_wide_gap_before_small_letters_is_only_a_gap() -> None:
    assert _lines(read_text("a", "trước ngày 30/11        để tổng hợp")) == ["trước ngày 30/11 để tổng hợp"]


@pytest.mark.parametrize(
    "typed", ["\tCăn cứ Luật Thủy lợi;", "-\tBáo cáo kết quả", "1.\tSở Nội vụ", "a)\tLập kế hoạch", "II.\tMỤC TIÊU"]
)
def test_a_tab_that_indents_or_follows_a_list_mark_makes_no_table(typed: str) -> None:
    assert _lines(read_text("a", f"KẾ HOẠCH\n{typed}\n")) == ["KẾ HOẠCH", " ".join(typed.split())]


def test_a_short_row_right_after_a_page_break_stays_a_row() -> None:
    document = read_text("a", "TT\tViệc\tHạn\n1\tA\tB\n\nII.\tNhóm hai\n2\tC\tD\n")
    assert _cells(document)[1] == [["II.", "Nhóm hai"], ["2", "C", "D"]]


def test_rules_and_blank_lines_print_nothing_but_may_break_the_page() -> None:
    document = read_text("a", "KẾ HOẠCH\n-----\n\nnăm 2026\n")
    assert document.text == "KẾ HOẠCH\nnăm 2026\n"
    assert [type(block) for block in document.blocks][:3] == [Paragraph, PageBreak, Paragraph]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2028"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert _lines(read_text("a", f"một{end}hai")) == ["một", "hai"]


def test_decomposed_source_becomes_composed_text() -> None:
    assert read_text("a", "Ha\u0300 No\u0323\u0302i").text == "Hà Nội\n"
