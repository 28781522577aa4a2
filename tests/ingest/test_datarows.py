"""Rows of tables that state neither tasks nor targets."""

from __future__ import annotations

from tests.ingest.sources import ANNEX, annexed, plan

TITLES = "Xã, phường | Số hộ nghèo đầu năm | Số hộ giảm trong năm | Ghi chú"


def test_a_table_of_figures_without_row_numbers_has_its_cells_under_their_titles() -> None:
    read = annexed(
        TITLES, "Xã Mơ Thượng | 612 | 150 | Vùng lũ", "Xã Mơ Hạ | 703 | 1.171 | nt", "Phường Mơ | 52 | 2,5 | "
    )
    rows = [clause for clause in read.clauses if clause.cells]
    assert [row.locator for row in rows] == ["Phụ lục/(không số)"] * 3
    assert [[cell.text for _, cell in row.cells] for row in rows] == [
        ["", "Xã Mơ Thượng", "612", "150", "Vùng lũ"],
        ["", "Xã Mơ Hạ", "703", "1.171", "Vùng lũ"],
        ["", "Phường Mơ", "52", "2,5", ""],
    ]
    assert [header for header, _ in rows[0].cells[1:]] == [title.strip() for title in TITLES.split("|")]
    assert not read.targets


def test_a_table_of_words_without_row_numbers_lists_nothing() -> None:
    read = annexed("Họ và tên | Chức vụ | Nơi ở", "Lò Thị Mơ | Bí thư | Mơ Hạ", "Vàng A Sa | Trưởng bản | Mơ Thượng")
    assert not [clause for clause in read.clauses if clause.cells]


def test_figures_without_titles_are_no_table_of_data() -> None:
    read = plan(annex=f"{ANNEX}2024\t12\t13\nXã Mơ\t14\t15\nXã Sa\t16\t17\n")
    assert not [clause for clause in read.clauses if clause.cells]


def test_figures_of_offices_are_rows_of_data_and_no_tasks() -> None:
    found = annexed(
        "TT | Đơn vị | Cầu phao (chiếc) | Đò ngang (chiếc) | Ghi chú",
        "1 | Đội Bến Đá | 4 | 12 | Mượn thêm",
        "2 | Đội Cát Lở | 3 | 9 |",
        "3 | Đội Vân Khê |  | 7 |",
    )
    assert not found.tasks
    assert not found.targets
    rows = [one for one in found.clauses if one.cells]
    assert [one.locator for one in rows] == ["Phụ lục/1", "Phụ lục/2", "Phụ lục/3"]
    assert [(header, cell.text) for header, cell in rows[0].cells[1:]] == [
        ("Đơn vị", "Đội Bến Đá"),
        ("Cầu phao (chiếc)", "4"),
        ("Đò ngang (chiếc)", "12"),
        ("Ghi chú", "Mượn thêm"),
    ]


def test_offices_with_work_or_days_of_their_own_are_tasks() -> None:
    worded = annexed("TT | Đơn vị | Việc nhận | Số đò", "1 | Đội Bến Đá | Sửa cầu | 4", "2 | Đội Cát Lở | Nạo rạch | 3")
    dated = annexed("TT | Đơn vị | Số đò | Thời hạn", "1 | Đội Bến Đá | 4 | 6/2026", "2 | Đội Cát Lở | 3 | 7/2026")
    assert len(worded.tasks) == len(dated.tasks) == 2
