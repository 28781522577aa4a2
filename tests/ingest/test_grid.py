"""Tables that pages broke are put back together, row by row and cell by cell."""

from __future__ import annotations

import pytest

from ingest.columns import Role, is_header, is_numbering, roles_of
from tests.ingest.sources import HEADER, annexed, plan, printed, table

FIRST = "1. | Rà soát thủ tục | Văn phòng UBND xã | Các bộ phận | Báo cáo | Quý I/2026"


def test_a_header_repeated_on_the_next_page_is_no_row() -> None:
    read = annexed(HEADER, FIRST, "", HEADER, "2. | Số hóa hồ sơ | Công an xã | | Hồ sơ số | 9/2026")
    assert [task.ordinal for task in read.tasks] == ["1", "2"]


@pytest.mark.parametrize(
    "again",
    [
        "<b>TT</b> | <b>Nhiệm vụ</b> | <b>Chủ trì</b> | <b>Phối hợp</b> | <b>Kết quả</b> | <b>Thời hạn</b>",
        HEADER.upper(),
    ],
)
def test_the_repeated_header_may_be_typed_another_way(again: str) -> None:
    read = annexed(HEADER, FIRST, "", again, "2. | Số hóa hồ sơ | Công an xã | | Hồ sơ số | 9/2026")
    assert [task.ordinal for task in read.tasks] == ["1", "2"]


def test_a_row_that_goes_on_after_a_page_break_is_one_row_with_two_spans() -> None:
    read = annexed(
        HEADER,
        "1. | Thí điểm trợ lý ảo tại | Văn phòng HĐND và | Các bộ phận | Mô hình | 6 tháng đầu",
        "",
        HEADER,
        " | 05 bộ phận | UBND xã | | được đánh giá | năm 2026",
    )
    (task,) = read.tasks
    assert task.name.text == "Thí điểm trợ lý ảo tại 05 bộ phận"
    assert task.lead.text == "Văn phòng HĐND và UBND xã"
    assert task.support.text == "Các bộ phận"
    assert task.result.text == "Mô hình được đánh giá"
    assert task.due.text == "6 tháng đầu năm 2026"
    assert len(task.spans) == 2
    assert printed(read.text, task.due) == task.due.text


def test_a_row_goes_on_without_a_repeated_header_too() -> None:
    read = annexed(HEADER, "1. | Rà soát | Công an xã | Sở Y tế; | Báo cáo | Quý I/2026", "", " | | | Sở Nội vụ | | ")
    (task,) = read.tasks
    assert task.supports == ("Sở Y tế", "Sở Nội vụ")


def test_a_continued_row_may_begin_with_a_small_letter_within_one_page() -> None:
    read = annexed(
        HEADER, "1. | Rà soát hộ dân trong vùng | Công an xã | | Danh sách | Quý I/2026", " | sạt lở, ngập lụt | | | | "
    )
    assert [task.name.text for task in read.tasks] == ["Rà soát hộ dân trong vùng sạt lở, ngập lụt"]


def test_a_whole_row_without_ordinal_after_a_page_break_is_a_row_of_its_own() -> None:
    read = annexed(HEADER, FIRST, "", " | Trực đường dây nóng | Công an xã | | Nhật ký | Thường xuyên")
    assert [task.name.text for task in read.tasks] == ["Rà soát thủ tục", "Trực đường dây nóng"]


def test_the_row_that_numbers_the_columns_is_no_row() -> None:
    read = annexed(HEADER, "(1) | (2) | (3) | (4) | (5) | (6)", FIRST)
    assert [task.ordinal for task in read.tasks] == ["1"]


def test_words_beyond_the_last_column_belong_to_it() -> None:
    read = annexed(HEADER, FIRST + " | hoàn thành sớm")
    assert read.tasks[0].due.text == "Quý I/2026 hoàn thành sớm"


def test_a_row_short_of_cells_leaves_the_last_ones_blank() -> None:
    read = annexed(HEADER, "1. | Rà soát | Công an xã")
    assert (read.tasks[0].lead.text, read.tasks[0].result.text, read.tasks[0].due.text) == ("Công an xã", "", "")


def test_tables_of_one_annex_with_other_headers_are_read_apart() -> None:
    read = annexed(
        HEADER,
        FIRST,
        "",
        "STT | Chỉ tiêu | Đơn vị tính | Chỉ tiêu năm 2026 | Ghi chú",
        "1 | Tỷ lệ hồ sơ trực tuyến | % | ≥ 85 | ",
    )
    assert [task.locator for task in read.tasks] == ["Phụ lục/1"]
    assert [(target.name.text, target.unit.text, target.value.text) for target in read.targets] == [
        ("Tỷ lệ hồ sơ trực tuyến", "%", "≥ 85")
    ]


def test_a_table_in_a_section_of_the_body_is_read_under_that_section() -> None:
    read = plan(body="I. NHIỆM VỤ\nPhân công như sau:\n" + table(HEADER, FIRST) + "II. KINH PHÍ\nNgân sách xã.\n")
    assert [task.locator for task in read.tasks] == ["I/1"]


@pytest.mark.parametrize(
    ("headers", "roles"),
    [
        (
            [
                "TT",
                "Tên nhiệm vụ ¹",
                "Cơ quan chủ trì",
                "Cơ quan phối hợp",
                "Kết quả",
                "Thời gian hoàn thành",
                "Ghi chú",
            ],
            [Role.ORDINAL, Role.NAME, Role.LEAD, Role.SUPPORT, Role.RESULT, Role.DUE, Role.NOTE],
        ),
        (
            ["STT", "NỘI DUNG CÁC CHỈ TIÊU", "ĐƠN VỊ", "CHỈ TIÊU", "CƠ QUAN CHỦ TRÌ", "Ghi chú"],
            [Role.ORDINAL, Role.NAME, Role.UNIT, Role.VALUE, Role.LEAD, Role.NOTE],
        ),
        (
            ["STT", "Chỉ tiêu", "Đơn vị", "Giá trị", "Phân công", "Ghi chú"],
            [Role.ORDINAL, Role.NAME, Role.UNIT, Role.VALUE, Role.LEAD, Role.NOTE],
        ),
        (
            ["TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả 2025", "Mục tiêu 2026", "Đơn vị theo dõi"],
            [Role.ORDINAL, Role.NAME, Role.UNIT, Role.OTHER, Role.VALUE, Role.LEAD],
        ),
        (
            ["STT", "Nội dung công việc", "Sản phẩm", "Đơn vị thực hiện", "Phối hợp", "Thời hạn"],
            [Role.ORDINAL, Role.NAME, Role.RESULT, Role.LEAD, Role.SUPPORT, Role.DUE],
        ),
        (
            [
                "TT",
                "Thời gian",
                "Nội dung công việc",
                "Người phụ trách",
                "Phối hợp",
                "Kinh phí (triệu đồng)",
                "Ghi chú",
            ],
            [Role.ORDINAL, Role.DUE, Role.NAME, Role.LEAD, Role.SUPPORT, Role.OTHER, Role.NOTE],
        ),
        (
            [
                "Nội dung công việc",
                "Cơ quan chủ trì, tham mưu",
                "Cơ quan phối hợp",
                "Cấp ban hành",
                "Thời gian hoàn thành",
            ],
            [Role.NAME, Role.LEAD, Role.SUPPORT, Role.OTHER, Role.DUE],
        ),
        (
            ["Mã nhiệm vụ", "Tên nhiệm vụ", "Đơn vị soạn thảo", "Đơn vị hỗ trợ", "SP", "Bắt đầu", "TG hoàn thành"],
            [Role.ORDINAL, Role.NAME, Role.LEAD, Role.SUPPORT, Role.RESULT, Role.OTHER, Role.DUE],
        ),
        (
            ["STT", "Nhóm chỉ tiêu", "Chỉ tiêu", "Giá trị mục tiêu", "Đơn vị chuẩn bị"],
            [Role.ORDINAL, Role.OTHER, Role.NAME, Role.VALUE, Role.LEAD],
        ),
        (["Tháng", "Nội dung trọng tâm", "Bộ phận phụ trách"], [Role.DUE, Role.NAME, Role.LEAD]),
        (["TT", "Chỉ tiêu", "ĐVT", "2026"], [Role.ORDINAL, Role.NAME, Role.UNIT, Role.VALUE]),
        (["TT", "Nhiệm vụ", "Đơn vị", "Thời hạn"], [Role.ORDINAL, Role.NAME, Role.LEAD, Role.DUE]),
    ],
)
def test_columns_get_their_meaning_from_their_headers(headers: list[str], roles: list[Role]) -> None:
    assert is_header(headers)
    assert list(roles_of(headers)) == roles


@pytest.mark.parametrize(
    "cells",
    [
        ["1.", "Rà soát thủ tục", "Văn phòng UBND xã", "Quý I/2026"],
        ["I", "Cải cách hành chính", "", ""],
        ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"],
        ["", "", ""],
    ],
)
def test_rows_and_letterheads_are_no_headers(cells: list[str]) -> None:
    assert not is_header(cells)


@pytest.mark.parametrize(
    ("cells", "numbering"),
    [
        (["(1)", "(2)", "(3)"], True),
        (["1", "2", "3", "4"], True),
        (["0", "1", "2"], True),
        (["1", "95", "100"], False),
        (["1", "2"], False),
        (["1", "Hai", "3"], False),
    ],
)
def test_a_row_of_column_numbers_is_known(cells: list[str], numbering: bool) -> None:  # noqa: FBT001 - a parameter of the case
    assert is_numbering(cells) is numbering


def test_a_name_column_of_bare_figures_changes_places_with_a_value_column_of_words() -> None:
    header = "TT | Chỉ tiêu | Đơn vị tính | Chỉ tiêu năm 2026 | Ghi chú"
    read = annexed(header, "1 | 85 | % | Tỷ lệ hồ sơ tiếp nhận trực tuyến | ", "2 | ≥ 95 | % | Tỷ lệ hồ sơ đúng hạn | ")
    assert [(target.name.text, target.value.text) for target in read.targets] == [
        ("Tỷ lệ hồ sơ tiếp nhận trực tuyến", "85"),
        ("Tỷ lệ hồ sơ đúng hạn", "≥ 95"),
    ]


def test_short_names_with_a_number_stay_names_beside_a_column_of_words() -> None:
    (task,) = annexed(HEADER, "1 | Đợt 1 | Sở Nội vụ | Công an xã | Báo cáo | 3/2026").tasks
    assert (task.name.text, task.result.text) == ("Đợt 1", "Báo cáo")


def test_titles_that_a_page_break_tore_are_put_together() -> None:
    read = annexed("TT | Nhiệm | Chủ | Phối hợp | Kết quả | Thời", "", " | vụ | trì | | | hạn", FIRST)
    (task,) = read.tasks
    assert (task.name.text, task.lead.text, task.due.text) == ("Rà soát thủ tục", "Văn phòng UBND xã", "Quý I/2026")


def test_rows_above_a_header_that_was_not_read_belong_to_the_next_one() -> None:
    read = annexed(FIRST, "", HEADER, "2. | Số hóa hồ sơ | Công an xã | | Hồ sơ số | 9/2026")
    assert [(task.ordinal, task.lead.text) for task in read.tasks] == [("1", "Văn phòng UBND xã"), ("2", "Công an xã")]


def test_a_table_of_other_columns_above_a_header_is_no_part_of_it() -> None:
    read = annexed("1. | Xóm Đình | 12", "", HEADER, "2. | Số hóa hồ sơ | Công an xã | | Hồ sơ số | 9/2026")
    assert [task.ordinal for task in read.tasks] == ["2"]
