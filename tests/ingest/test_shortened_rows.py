"""Rows that merged cells shorten, and tables whose narrow columns break their titles."""

from __future__ import annotations

import pytest

from ingest.numerals import heads_ordinals
from tests.ingest.sources import ANNEX, annexed, plan, stacked


def test_a_title_of_row_numbers_broken_by_its_narrow_column_numbers_rows_in_groups_with_sums() -> None:
    found = annexed(
        "S TT | Danh mục dự án | Kế hoạch vốn năm 2026 | Ghi chú",
        " | TỔNG SỐ | 900 | ",
        "I | XÃ LẠC TRUNG | 500 | ",
        "1 | Sửa cầu Mơ | 300 | ",
        "2 | Sửa đường Bến | 200 | ",
        "II | XÃ LẠC HẠ | 400 | ",
        "1 | Xây trạm bơm Đông | 400 | ",
    )
    assert [(one.locator, one.group, one.value.text) for one in found.targets] == [
        ("Phụ lục/(không số)", None, "900"),
        ("Phụ lục/I", None, "500"),
        ("Phụ lục/I/1", "I", "300"),
        ("Phụ lục/I/2", "I", "200"),
        ("Phụ lục/II", None, "400"),
        ("Phụ lục/II/1", "II", "400"),
    ]


@pytest.mark.parametrize("title", ["STT", "S.TT", "S T T", "TT.", "Số TT", "Số thứ tự", "#"])
def test_titles_of_row_numbers(title: str) -> None:
    assert heads_ordinals(title)
    assert not heads_ordinals(f"{title} nhà")


def test_a_stacked_row_that_merged_cells_shorten_carries_on_the_numbered_row_above() -> None:
    rows = stacked(
        "TT | Tên điểm đo | Kiểu đo | Vị trí | Mô tả | Ghi chú",
        "X | Y | ",
        "1 | Bến Mơ | Đo định kỳ | 5749.1 | 1506.2 | Vùng nuôi hàu | Từ 10 ha trở lên",
        "2 | Bến Đông | Đo định kỳ | 5835.4 | 1498.1 | Vùng nuôi hàu",
        "3 | Ao mẫu của hộ dân | Đo định kỳ | Chọn tại chỗ khi đến lấy mẫu | Chọn lúc lấy mẫu ở ao | Ao hộ dân",
        "4 | Bến Nam | Đo định kỳ | 4498.6 | 1393.7 | Vùng nuôi cá lồng | Từ 100 m3 trở lên",
        "Chọn tại chỗ khi đến lấy mẫu | Chọn tại chỗ khi đến lấy mẫu | Lồng cá của hộ",
        "5 | Bến Tây | Đo định kỳ | 4432.5 | 1382.2 | Vùng nuôi cá lồng",
    )
    tasks = plan(annex=ANNEX + rows).tasks
    assert [task.locator for task in tasks] == [f"Phụ lục/{n}" for n in range(1, 6)]
    assert [task.note.text for task in tasks] == [*["Từ 10 ha trở lên"] * 3, *["Từ 100 m3 trở lên"] * 2]
    cells = {header: cell.text for header, cell in tasks[3].other}
    assert cells["Vị trí X"] == "4498.6 Chọn tại chỗ khi đến lấy mẫu"
    assert cells["Mô tả"] == "Vùng nuôi cá lồng Lồng cá của hộ"
