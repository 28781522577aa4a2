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
