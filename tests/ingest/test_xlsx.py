"""A spreadsheet is read as it shows itself: tables of tasks, what stands round them, numbers and dates in their form."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ingest.build import build_plan
from ingest.document import Document, Paragraph, Table
from ingest.readers.numberformat import shown
from ingest.readers.text import read_text
from ingest.readers.xlsx import read_xlsx
from tests.conftest import ROOT
from tests.ingest.excel import as_excel, workbook
from tests.ingest.ooxml import cells, lines
from tests.ingest.sources import said

SAMPLES = sorted((ROOT / "eval" / "plans").glob("*.txt"))
HEADER = ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn")


def _read(*rows: tuple[Any, ...], merge: tuple[str, ...] = ()) -> Document:
    def build(book: Workbook) -> None:
        for row in rows:
            book.worksheets[0].append(row)
        for area in merge:
            book.worksheets[0].merge_cells(area)

    return read_xlsx("mau.xlsx", workbook(build))


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_a_sample_plan_says_the_same_as_a_workbook(file: Path, merged: bool) -> None:  # noqa: FBT001 - a case
    document = read_text(file.name, file.read_text("utf-8"))
    plan = build_plan(document, "0")
    read = build_plan(read_xlsx("ke-hoach.xlsx", as_excel(document, merged=merged)), "0")
    assert len(plan.tasks) > 3
    assert said(read) == said(plan)


def test_the_real_plans_say_the_same_as_workbooks(real_plans: Path) -> None:
    for file in sorted(real_plans.glob("*.txt")):
        document = read_text(file.name, file.read_text("utf-8-sig"))
        read = build_plan(read_xlsx("ke-hoach.xlsx", as_excel(document, merged=True)), "0")
        assert said(read) == said(build_plan(document, "0")), file.stem


def test_a_table_that_exists_only_in_a_workbook_gives_its_tasks() -> None:
    plan = build_plan(
        _read(
            HEADER,
            ("I", "Thể chế"),
            (1, "Rà soát thủ tục", "Sở Tư pháp", date(2026, 3, 31)),
            (2, "Công bố danh mục", None, "Quý II/2026"),
            merge=("C3:C4",),
        ),
        "0",
    )
    assert [(task.locator, task.lead.text, task.due.text) for task in plan.tasks] == [
        ("Bảng/1", "Sở Tư pháp", "2026-03-31"),
        ("Bảng/2", "Sở Tư pháp", "Quý II/2026"),
    ]


def test_merged_cells_reach_over_columns_and_rows() -> None:
    document = _read(
        ("TT", "Nhiệm vụ", "Cơ quan", None, "Hạn"),
        (None, None, "Chủ trì", "Phối hợp", None),
        ("I. Thể chế", None, None, None, None),
        (1, "Rà soát", "Sở A", "Sở B", "3/2026"),
        (2, "Công bố", None, "Sở C", "4/2026"),
        merge=("A1:A2", "B1:B2", "C1:D1", "E1:E2", "A3:E3", "C4:C5"),
    )
    assert cells(document) == [
        ["TT", "Nhiệm vụ", "Cơ quan", "", "Hạn"],
        [None, None, "Chủ trì", "Phối hợp", None],
        ["I. Thể chế", "", "", "", ""],
        ["1", "Rà soát", "Sở A", "Sở B", "3/2026"],
        ["2", "Công bố", None, "Sở C", "4/2026"],
    ]


def test_titles_above_and_notes_below_are_paragraphs_and_rows_keep_their_numbers() -> None:
    document = _read(
        ("PHỤ LỤC I",),
        ("NHIỆM VỤ NĂM 2026\nKèm theo Kế hoạch",),
        HEADER,
        (1, "Rà soát", "Sở A", "3/2026"),
        (2, "Công bố", None, None),
        ("Ghi chú: số liệu tạm tính.",),
    )
    assert lines(document) == ["PHỤ LỤC I", "NHIỆM VỤ NĂM 2026", "Kèm theo Kế hoạch", "Ghi chú: số liệu tạm tính."]
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [row.number for row in table.rows] == [3, 4, 5]
    assert [block.number for block in document.blocks if isinstance(block, Paragraph)] == [1, 2, 2, 6]


def test_every_visible_sheet_is_read_under_its_name_where_nothing_else_names_it() -> None:
    def build(book: Workbook) -> None:
        book.worksheets[0].append(HEADER)
        book.worksheets[0].append((1, "Rà soát", "Sở A", "3/2026"))
        book.worksheets[0].title = "Phụ lục I"
        second = book.create_sheet("Phụ lục II")
        second.append(("PHỤ LỤC SỐ 2",))
        second.append(HEADER)
        second.append((1, "Công bố", "Sở B", "4/2026"))
        hidden = book.create_sheet("Danh mục")
        hidden.append(("Không in",))
        hidden.sheet_state = "hidden"

    document = read_xlsx("mau.xlsx", workbook(build))
    assert lines(document) == ["Phụ lục I", "PHỤ LỤC SỐ 2"]
    assert [row[1] for row in cells(document)] == ["Nhiệm vụ", "Rà soát", "Nhiệm vụ", "Công bố"]
    assert [block.number for block in document.blocks if isinstance(block, Table)] == [1, 2]


def test_a_formula_is_never_run() -> None:
    assert cells(_read(HEADER, (1, "Rà soát", "=1+1", '=HYPERLINK("http://a.vn")'))) == [
        list(HEADER),
        ["1", "Rà soát", "", ""],
    ]


def test_a_sheet_with_one_far_cell_costs_nothing() -> None:
    def build(book: Workbook) -> None:
        book.worksheets[0].cell(1_048_576, 16_384, "xa")
        book.worksheets[0].append(HEADER)

    assert "xa" in read_xlsx("mau.xlsx", workbook(build)).text


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (95, "General", "95"),
        (4.2, "General", "4,2"),
        (0.1 + 0.2, "General", "0,3"),
        (5600, "#,##0", "5.600"),
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95,5%"),
        (7, "00", "07"),
        (0.5, "0.0", "0,5"),
        (0.5, "#.##", ",5"),
        (90, '"≥ "0', "≥ 90"),
        (90, "\\>0", ">90"),
        (5600, '#,##0\\ "tỷ đồng"', "5.600 tỷ đồng"),
        (-5, "0;(0)", "(5)"),
        (-5, "#,##0", "-5"),
        (0, '0;-0;"-"', "-"),
        (12500000, "#,##0,", "12.500"),
        (True, "General", "TRUE"),
        ("01", "General", "01"),
        (date(2026, 3, 5), "dd/mm/yyyy", "05/03/2026"),
        (datetime(2026, 3, 5, 8, 30), "d/m/yyyy h:mm", "5/3/2026 8:30"),  # noqa: DTZ001 - cells know no zones
        (datetime(2026, 3, 5), "mm-dd-yy", "05/03/2026"),  # noqa: DTZ001 - the same
        (datetime(2026, 3, 1), "mmm-yy", "03/2026"),  # noqa: DTZ001 - the same
        (datetime(2026, 3, 1), "mm/yyyy", "03/2026"),  # noqa: DTZ001 - the same
        (datetime(2026, 3, 1), '"tháng "m"/"yyyy;@', "tháng 3/2026"),  # noqa: DTZ001 - the same
        (time(8, 5), "hh:mm", "08:05"),
    ],
)  # fmt: skip
def test_a_value_is_printed_as_its_cell_shows_it(value: object, code: str, words: str) -> None:
    assert shown(value, code) == words  # type: ignore[arg-type]  # the cases are of every type


def test_a_row_number_keeps_its_point() -> None:
    assert cells(_read(HEADER, (1.1, "Rà soát", 1.5, "3/2026")))[1] == ["1.1", "Rà soát", "1,5", "3/2026"]
