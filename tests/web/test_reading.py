from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from tests.api.sample import CLASSES, DUTY, PLAN, ROW_1, ROW_2, ROW_2_REST, TARGET_ROW, TEXT, WIFI
from web.reading import Block, blocks, outline, places


def words(block: Block) -> list[tuple[str, ...]]:
    return [line.words for line in block.lines]


def tables() -> list[Block]:
    return [block for block in blocks(PLAN) if block.table]


def test_every_line_of_the_text_is_there_once_and_in_order() -> None:
    shown = ["\t".join(cells) for block in blocks(PLAN) for cells in words(block)]
    assert shown == [line.strip(" ") for line in TEXT.split("\n") if line.strip()]


def test_a_tables_header_is_told_from_its_rows_and_names_their_cells() -> None:
    [table] = tables()
    assert [line.head for line in table.lines] == [True, False, False, False, False, False, False]
    assert table.labels == ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Kết quả", "Thời hạn")
    assert table.label(5) == "Thời hạn"
    assert table.label(6) == ""


def test_a_header_printed_again_inside_a_table_is_a_header_again() -> None:
    head = "TT\tNhiệm vụ\tChủ trì\tPhối hợp\tKết quả\tThời hạn\n"
    again = replace(PLAN, text=TEXT + head)
    [table] = [block for block in blocks(again) if block.table]
    assert [line.head for line in table.lines] == [True, *[False] * 6, True]


def test_a_piece_after_a_page_break_keeps_the_column_names() -> None:
    page = "Trang 2\n"
    rest = Span(ROW_2_REST.start + len(page), ROW_2_REST.end + len(page))
    broken = TEXT[: ROW_2_REST.start] + page + TEXT[ROW_2_REST.start :]
    plan = replace(PLAN, text=broken, tasks=(WIFI, replace(CLASSES, spans=(ROW_2, rest))))
    pieces = [block for block in blocks(plan) if block.table]
    assert len(pieces) == 2
    assert pieces[1].labels == pieces[0].labels


def test_headings_get_levels_and_anchors_and_the_outline_points_at_them() -> None:
    lines = {line.words[0]: line for block in blocks(PLAN) for line in block.lines}
    assert (lines["I. TỔ CHỨC THỰC HIỆN"].level, lines["1. Văn phòng"].level) == (1, 2)
    entries = outline(PLAN)
    assert [(entry.numeral, entry.text) for entry in entries] == [
        ("I", "TỔ CHỨC THỰC HIỆN"),
        ("1", "Văn phòng"),
        ("", "Phụ lục"),
        ("I", "Hạ tầng số"),
    ]
    anchors = {line.anchor for block in blocks(PLAN) for line in block.lines}
    assert {entry.anchor for entry in entries} <= anchors


def test_only_the_first_cited_line_is_where_the_page_opens() -> None:
    lines = [line for block in blocks(PLAN, (ROW_2, ROW_2_REST)) for line in block.lines if line.marked]
    assert [line.first for line in lines] == [True, False]
    assert all(line.wholly_marked for line in lines)


def test_part_of_a_line_is_marked_as_part() -> None:
    span = Span(DUTY.start, DUTY.start + len("Văn phòng"))
    [line] = [line for block in blocks(PLAN, (span,)) for line in block.lines if line.marked]
    assert [piece.text for piece in line.cells[0] if piece.marked] == ["Văn phòng"]
    assert not line.wholly_marked


def test_a_locator_is_found_as_a_row_a_clause_or_a_heading() -> None:
    assert places(PLAN, "Phụ lục/1") == (ROW_1,)
    assert places(PLAN, "Phụ lục/2") == (ROW_2, ROW_2_REST)
    assert places(PLAN, "Phụ lục/chỉ tiêu/1") == (TARGET_ROW,)
    assert places(PLAN, "I/1") == (DUTY,)
    assert [span.slice(TEXT) for span in places(PLAN, "I")] == ["I. TỔ CHỨC THỰC HIỆN"]
    assert places(PLAN, "Phụ lục/9") == ()


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_what_is_marked_is_what_was_cited(one: int, other: int) -> None:
    span = Span(min(one, other), max(one, other))
    marked = [
        piece.text
        for block in blocks(PLAN, (span,))
        for line in block.lines
        for cell in line.cells
        for piece in cell
        if piece.marked
    ]
    assert "".join("".join(marked).split()) == "".join(span.slice(TEXT).split())
