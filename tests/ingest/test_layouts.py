"""Annexes in the layouts that offices use: headers of two rows, merged cells, several tables, other titles."""

from __future__ import annotations

import pytest

from ingest.plan import Plan
from tests.ingest.sources import ANNEX, HEADER, annexed, plan, table

Cells = tuple[str, str, str, str, str]


def _cells(found: Plan) -> list[Cells]:
    return [(t.locator, t.name.text, t.lead.text, t.support.text, t.due.text) for t in found.tasks]


ROWS: list[Cells] = [
    ("Phụ lục/1", "Lập danh mục hồ sơ", "Văn phòng", "Phòng Nội vụ", "Tháng 3/2026"),
    ("Phụ lục/2", "Sửa kho lưu trữ", "Phòng Kinh tế", "Văn phòng", "Quý II/2026"),
]


def test_titles_under_one_that_spans_them_part_its_columns() -> None:
    found = annexed(
        "TT | Nội dung | Cơ quan thực hiện | | Thời gian",
        " | | Chủ trì | Phối hợp | ",
        "1 | Lập danh mục hồ sơ | Văn phòng | Phòng Nội vụ | Tháng 3/2026",
        "2 | Sửa kho lưu trữ | Phòng Kinh tế | Văn phòng | Quý II/2026",
    )
    assert _cells(found) == ROWS


def test_of_beginning_and_end_the_end_is_the_deadline_and_both_make_the_period() -> None:
    (task,) = annexed(
        "TT | Nhiệm vụ | Đơn vị tham mưu | Thời gian bắt đầu | Thời gian kết thúc",
        "1 | Số hóa hồ sơ | Văn phòng | Tháng 02/2026 | Tháng 10/2026",
    ).tasks
    assert (task.lead.text, task.due.text) == ("Văn phòng", "Tháng 10/2026")
    assert task.when is not None
    assert (str(task.when.start), str(task.when.end)) == ("2026-02-01", "2026-10-31")


def test_a_name_repeated_in_every_column_is_a_group() -> None:
    found = annexed(
        "TT | Nhiệm vụ | Đầu mối | Mức độ/Tiến độ | Ghi chú",
        "I | VĂN THƯ | VĂN THƯ | VĂN THƯ | VĂN THƯ",
        "1 | Rà soát mẫu | Văn phòng | Tháng 4/2026 | ",
        "II | LƯU TRỮ | LƯU TRỮ | LƯU TRỮ | LƯU TRỮ",
        "1 | Chỉnh lý tài liệu | Phòng Nội vụ | Thường xuyên | ",
    )
    assert [task.locator for task in found.tasks] == ["Phụ lục/I/1", "Phụ lục/II/1"]


def test_the_numbers_of_the_columns_come_back_with_the_header() -> None:
    header, numbers = "TT | Nhiệm vụ | Đơn vị chủ trì | Sản phẩm", "(1) | (2) | (3) | (4)"
    rows = ("1 | Lập quy chế | Văn phòng | Quyết định", "2 | Tập huấn | Phòng Nội vụ | Lớp học")
    found = annexed(header, numbers, rows[0], header, numbers, rows[1])
    assert [task.name.text for task in found.tasks] == ["Lập quy chế", "Tập huấn"]


def test_a_table_may_have_inner_bars_alone() -> None:
    (task,) = plan(
        annex=ANNEX + "STT | Nội dung hoạt động | Chịu trách nhiệm chính | Tham gia | Thời gian, địa điểm\n"
        "1 | Lễ phát động | Ban Chỉ đạo xã | Các thôn | 15/3/2026, Nhà văn hóa\n"
    ).tasks
    assert (task.leads, task.supports, task.due.text) == (
        ("Ban Chỉ đạo xã",),
        ("Các thôn",),
        "15/3/2026, Nhà văn hóa",
    )


def test_a_rule_of_single_dashes_is_no_row() -> None:
    source = "|STT|Nhiệm vụ|Đơn vị chủ trì|Thời gian|\n|:-:|:-|:-|:-:|\n|1|Lập quy chế|Văn phòng|Q2/2026|\n"
    assert _cells(plan(annex=ANNEX + source)) == [("Phụ lục/1", "Lập quy chế", "Văn phòng", "", "Q2/2026")]


def test_headings_part_the_tables_of_one_annex_that_count_alike() -> None:
    found = plan(
        annex="\nPHỤ LỤC\nCHỈ TIÊU VÀ NHIỆM VỤ\n\nA. CHỈ TIÊU\n\n"
        "TT\tTên chỉ tiêu\tĐơn vị tính\tMục tiêu\n1\tTỷ lệ hài lòng\t%\t95\n\n"
        "B. NHIỆM VỤ\n\nTT\tTên nhiệm vụ\tĐơn vị chủ trì\tThời hạn\n1\tKhảo sát\tVăn phòng\tQuý III/2026\n"
    )
    assert [(target.locator, target.group) for target in found.targets] == [("Phụ lục/A/1", "A")]
    assert [(task.locator, task.annex, task.group) for task in found.tasks] == [("Phụ lục/B/1", "Phụ lục", "B")]


@pytest.mark.parametrize("name", ["PHỤ LỤC 1A", "PHỤ LỤC I-2", "PHỤ LỤC 2.1", "BIỂU 01"])
def test_an_annex_may_be_numbered_in_parts(name: str) -> None:
    found = plan(annex=f"\n{name}\nNHIỆM VỤ NĂM 2026\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tVăn phòng\t3/2026\n")
    assert [task.annex for task in found.tasks] == [
        f"{name.split(maxsplit=1)[0].capitalize()} {name.rsplit(maxsplit=1)[-1]}".replace("Phụ", "Phụ lục")
    ]


def test_lettered_rows_under_a_numbered_one_are_told_by_it() -> None:
    found = annexed(
        "TT | Việc | Chủ trì | Thời hạn", "1 | Chuyển đổi số | | ", "a | Cấp chữ ký số | Văn phòng | 4/2026"
    )
    assert [task.locator for task in found.tasks] == ["Phụ lục/1/a"]


def test_values_are_those_of_the_plans_year() -> None:
    (target,) = annexed(
        "TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026", "1 | Hộ có nước sạch | Hộ | 500 | 650"
    ).targets
    assert (target.value.text, [cell.text for _, cell in target.other]) == ("650", ["500"])


def test_units_measured_over_periods_are_targets() -> None:
    found = annexed("TT | Chỉ tiêu | ĐVT | Quý I | Quý II", "1 | Hộ lắp nước | Hộ | 10 | 50")
    assert not found.tasks
    assert [target.name.text for target in found.targets] == ["Hộ lắp nước"]


def test_targets_given_to_places_are_named_by_the_place() -> None:
    (target,) = annexed("STT | Thôn | Số hộ | Chỉ tiêu giao năm 2026 (%)", "1 | Thôn Đông | 120 | 95").targets
    assert (target.name.text, target.value.text) == ("Thôn Đông", "95")


def test_a_lead_cell_may_label_both_sides() -> None:
    (task,) = annexed(
        "TT | Công việc | Phân công thực hiện | Thời gian",
        "1 | Phát thanh | - Chủ trì: Phòng Văn hóa - Xã hội - Phối hợp: các thôn | Hằng tháng",
    ).tasks
    assert (task.leads, task.supports) == (("Phòng Văn hóa - Xã hội",), ("các thôn",))


def test_the_tail_of_a_broken_cell_is_no_cell_of_a_group() -> None:
    found = annexed(
        "TT | Việc | Chủ trì | Kết quả | Thời hạn",
        "1 | Di chuyển máy | Văn phòng | | 2026 và những",
        "I | Phát triển nhân lực | | | năm tiếp theo",
        "2 | Tuyển dụng | Phòng Nội vụ | | 2026",
    )
    assert [(task.locator, task.group) for task in found.tasks] == [("Phụ lục/1", None), ("Phụ lục/2", "I")]


def test_a_row_under_a_name_that_ends_inside_a_list_carries_it_on() -> None:
    found = annexed(
        "TT | Việc | Chủ trì | Kết quả | Thời hạn",
        "1 | Số hóa sổ hộ tịch; | Văn phòng | Sổ điện tử | 3/2026",
        " | Sổ đất đai lưu tại thôn | | | ",
    )
    assert [task.name.text for task in found.tasks] == ["Số hóa sổ hộ tịch; Sổ đất đai lưu tại thôn"]


def test_a_numbered_heading_parts_tables_of_one_header() -> None:
    rows = table(HEADER, "1 | Rà soát | Công an xã | | Báo cáo | Quý I/2026")
    others = table(HEADER, "1 | Tuần tra | Dân quân xã | | Sổ trực | Quý II/2026")
    read = plan(annex=f"\nPHỤ LỤC\nVIỆC LÀM\n\nI. BẾN THUYỀN\n\n{rows}\nII. CHỢ XÃ\n\n{others}")
    assert [(task.locator, task.name.text) for task in read.tasks] == [
        ("Phụ lục/I/1", "Rà soát"),
        ("Phụ lục/II/1", "Tuần tra"),
    ]
    assert {"Phụ lục/I", "Phụ lục/II"} <= {section.locator for section in read.sections}
