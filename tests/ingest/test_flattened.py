"""A table that an export flattened to one cell a line is raised again, blank cells put where they fit."""

from __future__ import annotations

import pytest

from tests.ingest.sources import plan

TITLE = "\nDANH MỤC VIỆC GIAO CÁC THÔN NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n"
HEADER = "STT\nNhiệm vụ\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời hạn hoàn thành\n"


def _rows(*rows: str) -> list[tuple[str, str, str, str, str]]:
    """Ordinal, name, lead, support and due of each row read from a flattened table."""
    read = plan(annex=TITLE + HEADER + "".join(row.replace(" | ", "\n") + "\n" for row in rows))
    return [(task.locator, task.name.text, task.lead.text, task.support.text, task.due.text) for task in read.tasks]


def test_full_rows_fall_into_their_columns() -> None:
    assert _rows(
        "1 | Tu sửa điểm sơ tán | Trưởng các thôn | Phòng Kinh tế | 31/7/2026",
        "2 | Tuần tra | Dân quân xã | Công an xã; các thôn | Thường xuyên",
    ) == [
        ("Danh mục/1", "Tu sửa điểm sơ tán", "Trưởng các thôn", "Phòng Kinh tế", "31/7/2026"),
        ("Danh mục/2", "Tuần tra", "Dân quân xã", "Công an xã; các thôn", "Thường xuyên"),
    ]


def test_a_missing_support_leaves_the_deadline_in_its_column() -> None:
    assert _rows("1 | Hướng dẫn hộ nuôi cá lồng di chuyển lồng bè | Hội Nông dân xã | Quý II/2026") == [
        ("Danh mục/1", "Hướng dẫn hộ nuôi cá lồng di chuyển lồng bè", "Hội Nông dân xã", "", "Quý II/2026")
    ]


def test_a_missing_deadline_leaves_both_units_in_theirs() -> None:
    assert _rows(
        "1 | Vận động hộ dân cài đặt ứng dụng số | Hội Phụ nữ xã | Phòng Kinh tế",
        "2 | Thu gom rác | Công an xã | Phòng Kinh tế | Hằng năm",
    ) == [
        ("Danh mục/1", "Vận động hộ dân cài đặt ứng dụng số", "Hội Phụ nữ xã", "Phòng Kinh tế", ""),
        ("Danh mục/2", "Thu gom rác", "Công an xã", "Phòng Kinh tế", "Hằng năm"),
    ]


def test_a_lone_figure_in_a_cell_starts_no_row() -> None:
    assert [
        row[0]
        for row in _rows(
            "1 | Rà soát | Công an xã | Phòng Kinh tế | 7", "2 | Tuần tra | Công an xã | Phòng Kinh tế | Quý I/2026"
        )
    ] == ["Danh mục/1", "Danh mục/2"]


def test_a_group_line_is_a_group() -> None:
    read = plan(
        annex=TITLE
        + HEADER
        + "I\nNhóm một\n1\nRà soát\nCông an xã\nPhòng Kinh tế\n3/2026\nII\nNhóm hai\n1\nTuần tra\nCông an xã\nPhòng Kinh tế\n4/2026\n"
    )
    assert [task.locator for task in read.tasks] == ["Danh mục/I/1", "Danh mục/II/1"]


def test_a_cell_that_a_narrow_column_broke_is_one() -> None:
    assert _rows(
        "1 | Sửa đường ra bến | Phòng Kinh tế; | Phòng Văn hóa | UBND xã | Sông Mơ | Quý II/2026",
    ) == [
        ("Danh mục/1", "Sửa đường ra bến", "Phòng Kinh tế; Phòng Văn hóa", "UBND xã Sông Mơ", "Quý II/2026"),
    ]


def test_a_heading_below_the_last_row_ends_a_table_in_the_body() -> None:
    body = f"I. NHIỆM VỤ\n\n{HEADER}1\nSơn cầu Mây\nÔng Tạ Văn Sự\nĐoàn xã\nTrước 20/4/2026\n2\nTrồng hoa\nBà Đỗ Thị Nhài\nCác thôn\n25/4/2026\n\nII. KINH PHÍ\nNgân sách xã.\n"
    read = plan(body=body, annex="")
    assert [(task.locator, task.lead.text, task.due.text) for task in read.tasks] == [
        ("I/1", "Ông Tạ Văn Sự", "Trước 20/4/2026"),
        ("I/2", "Bà Đỗ Thị Nhài", "25/4/2026"),
    ]
    assert "II" in {section.locator for section in read.sections}


_FIRST = "1 | Tu sửa điểm sơ tán | Trưởng các thôn | Phòng Kinh tế; trạm bơm | 31/7/2026"
_SECOND = "2 | Tuần tra | Dân quân xã | Công an xã; các thôn | Thường xuyên"
_BOTH = [
    ("Danh mục/1", "Tu sửa điểm sơ tán", "Trưởng các thôn", "Phòng Kinh tế; trạm bơm", "31/7/2026"),
    ("Danh mục/2", "Tuần tra", "Dân quân xã", "Công an xã; các thôn", "Thường xuyên"),
]
_AGAIN = HEADER.strip().replace("\n", " | ")


@pytest.mark.parametrize("between", [[], ["3"], ["2"], ["- 3 -"], ["\f"]])
def test_a_header_printed_again_on_the_next_page_belongs_to_no_row(between: list[str]) -> None:
    assert _rows(_FIRST, *between, _AGAIN, _SECOND) == _BOTH
    assert _rows(_FIRST, *between, _AGAIN.upper(), "(1) | (2) | (3) | (4) | (5)", _SECOND) == _BOTH


@pytest.mark.parametrize("number", ["3", "2"])
def test_the_number_of_a_page_alone_belongs_to_no_row(number: str) -> None:
    assert _rows(_FIRST, number, _SECOND, "7") == _BOTH


@pytest.mark.parametrize("cells", [1, 2, 3, 4])
@pytest.mark.parametrize("foot", [[], ["4"]])
def test_a_row_that_a_page_breaks_under_a_header_again_is_whole(cells: int, foot: list[str]) -> None:
    split = _SECOND.split(" | ")
    assert _rows(_FIRST, *split[:cells], *foot, _AGAIN, *split[cells:]) == _BOTH


def test_a_figure_in_the_last_column_over_a_header_again_stays_a_cell() -> None:
    header = "STT\nTên chỉ tiêu\nĐơn vị tính\nNăm 2026\n"
    read = plan(annex=TITLE + header + "1\nNhà mới\nHộ\n12\n" + header + "2\nĐường mới\n%\n30\n")
    assert [(one.name.text, one.value.text) for one in read.targets] == [("Nhà mới", "12"), ("Đường mới", "30")]
