"""Tables that white space alone parts are read as if they were ruled; prose and letterheads are not taken for tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ingest.document import Document
from ingest.readers.pdf import read_pdf
from tests.ingest.printing import Printer, cells, prose, tables

WIDTHS = (30.0, 150.0, 110.0, 100.0, 85.0)
HEADER = ("TT", "Nhiệm vụ", "Chủ trì", "Kết quả", "Thời hạn")
ROWS = (
    ("I", "ĐƯỜNG SÁ", "", "", ""),
    (
        "1",
        "Sửa chữa cầu treo Bản Mây cho người và xe thô sơ",
        "Phòng Kinh tế",
        "Biên bản nghiệm thu công trình",
        "Quý II",
    ),
    ("2", "Dọn mương", "Ủy ban nhân dân các xã có tuyến mương đi qua", "", "30/4/2026"),
    ("3", "Trồng cây", "Hạt Kiểm lâm", "500 cây", "Tháng 8"),
)


def _read(printer: Printer) -> Document:
    return read_pdf("mau.pdf", printer.raw())


def _set(printer: Printer, rows: Sequence[Sequence[str]], *, gap: float = 5.0, middle: bool = False) -> None:
    """Print rows in columns with no ruling, each as tall as its tallest cell; ``middle`` stands cells in its middle."""
    step = 1.25 * printer.size
    edges = [printer.margin + sum(WIDTHS[:n]) for n in range(len(WIDTHS) + 1)]
    for row in rows:
        printer.style(bold=row[0] == "TT")
        held = [printer.wrap(cell, width - 8) if cell else [] for cell, width in zip(row, WIDTHS, strict=True)]
        most = max(map(len, held))
        if printer.y + step * most > printer.foot:
            printer.page()
        for x, lines in zip(edges, held, strict=False):
            down = (most - len(lines)) / 2 if middle else 0.0
            for turn, line in enumerate(lines):
                printer.at(x + 4, printer.y + step * (turn + 0.8 + down), line)
        printer.y += step * most + gap


@pytest.mark.parametrize("gap", [0.0, 5.0, 14.0])
def test_columns_that_white_space_parts_are_cells(gap: float) -> None:
    printer = Printer(size=10)
    printer.paragraph("Các việc phải làm được giao như sau, mỗi việc có một đơn vị chủ trì và một thời hạn.")
    _set(printer, [HEADER, *ROWS], gap=gap)
    printer.y += 10
    printer.paragraph("Các đơn vị báo cáo kết quả trước ngày 20 tháng 12 năm 2026 để tổng hợp, trình cấp trên xem xét.")
    document = _read(printer)
    assert cells(document) == [[list(HEADER), *map(list, ROWS)]]
    assert len(prose(document)) == 2


def test_cells_may_stand_in_the_middle_of_their_row() -> None:
    printer = Printer(size=10)
    _set(printer, [HEADER, *ROWS], middle=True)
    assert cells(_read(printer)) == [[list(HEADER), *map(list, ROWS)]]


def test_a_table_without_rulings_goes_on_over_the_page() -> None:
    printer = Printer(size=10)
    rows = [(str(n), f"Việc thứ {n} của kế hoạch", "Phòng Nội vụ", f"Báo cáo {n}", "2026") for n in range(1, 61)]
    _set(printer, [HEADER, *rows])
    document = _read(printer)
    assert document.pages == 2
    assert [row for table in cells(document) for row in table] == [list(HEADER), *map(list, rows)]


@pytest.mark.parametrize("room", [18, 50, 80])
@pytest.mark.parametrize("numbered", [False, True])
def test_a_header_at_the_foot_of_a_page_heads_the_rows_of_the_next(room: int, *, numbered: bool) -> None:
    printer = Printer(size=10, head="Kế hoạch đường sá")
    printer.y = printer.foot - room - 40
    printer.paragraph("PHỤ LỤC", bold=True, centred=True)
    printer.y = printer.foot - room
    if numbered:
        printer.at(printer.pdf.w / 2, printer.pdf.h - 30, "Trang 1/2")
    _set(printer, [HEADER, *ROWS])
    document = _read(printer)
    assert document.pages == 2
    assert [row for table in cells(document) for row in table] == [list(HEADER), *map(list, ROWS)]
    assert "PHỤ LỤC" in prose(document)


@pytest.mark.parametrize("untitled", [(0,), (2,), (3,), (4,), (2, 3)])
def test_a_column_without_a_title_is_a_column(untitled: tuple[int, ...]) -> None:
    header = ["" if n in untitled else title for n, title in enumerate(HEADER)]
    printer = Printer(size=10)
    _set(printer, [header, *ROWS])
    assert cells(_read(printer)) == [[header, *map(list, ROWS)]]


def test_wide_blanks_that_stand_below_each_other_by_chance_part_no_column() -> None:
    rows = [("1", "Rà soát  chợ", "Tổ Một", "Báo cáo", "Quý I"), ("2", "Sửa chữa  kè", "Tổ Hai", "Biên bản", "Quý II")]
    printer = Printer(size=10)
    _set(printer, [HEADER, *rows])
    found = [[" ".join(cell.split()) for cell in row] for row in cells(_read(printer))[0]]
    assert found == [list(HEADER), *([" ".join(cell.split()) for cell in row] for row in rows)]


def test_titles_at_the_foot_of_a_page_above_prose_on_the_next_make_no_table() -> None:
    printer = Printer(size=10)
    printer.y = printer.foot - 18
    _set(printer, [HEADER])
    printer.page()
    for _ in range(6):
        printer.paragraph(
            "Phòng Kinh tế chủ trì, phối hợp với các xã rà soát đường sá và trình kết quả trước ngày 30/4."
        )
    assert not any(len(row.cells) == len(HEADER) for table in tables(_read(printer)) for row in table.rows)


def test_level_rulings_alone_part_rows() -> None:
    printer = Printer(size=10)
    rows = [("1", "Rà soát", "Phòng Tư pháp", "Báo cáo", "Quý I"), ("", "Công bố", "Văn phòng", "Quyết định", "Quý II")]
    for row in (HEADER, *rows):
        printer.pdf.line(printer.margin, printer.y, printer.margin + sum(WIDTHS), printer.y)
        _set(printer, [row], gap=0)
    printer.pdf.line(printer.margin, printer.y, printer.margin + sum(WIDTHS), printer.y)
    assert cells(_read(printer)) == [[list(HEADER), *map(list, rows)]]


def test_a_title_over_two_columns_spans_them() -> None:
    printer = Printer(size=10)
    printer.style(bold=True)
    printer.at(printer.margin + 210, printer.y + 8, "Đơn vị thực hiện")
    printer.y += 14
    _set(printer, [("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"), *ROWS[1:]])
    (table,) = tables(_read(printer))
    assert [cell.col_span for cell in table.rows[0].cells][2] == 2
    assert len(table.rows) == 2 + len(ROWS[1:])


def test_a_title_over_two_columns_may_stand_above_the_gap_between_them() -> None:
    printer = Printer(size=10)
    printer.style(bold=True)
    for x, title in ((4, "TT"), (34, "Nhiệm vụ"), (252, "Giao"), (394, "Thời hạn")):
        printer.at(printer.margin + x, printer.y + 10, title)
    for x, title in ((184, "Chủ trì"), (294, "Phối hợp")):
        printer.at(printer.margin + x, printer.y + 24, title)
    printer.y += 30
    _set(printer, ROWS[1:])
    (table,) = tables(_read(printer))
    assert [cell.col_span for cell in table.rows[0].cells][2] == 2
    assert len(table.rows) == 2 + len(ROWS[1:])


def test_prose_under_words_like_titles_makes_no_table() -> None:
    printer = Printer(size=10)
    _set(printer, [HEADER])
    for _ in range(6):
        printer.paragraph(
            "Phòng Kinh tế chủ trì, phối hợp với các xã rà soát đường sá và trình kết quả trước ngày 30/4."
        )
    assert not any(len(table.rows) > 1 for table in tables(_read(printer)))
