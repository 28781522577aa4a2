"""Every row stands under the locator an official would say, every value under the meaning it has."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.plan import DueKind, Plan, SectionKind
from tests.ingest.sources import ANNEX, HEADER, annexed, plan, table

TARGETS = "STT | Chỉ tiêu | Đơn vị tính | Chỉ tiêu năm 2026 | Cơ quan chủ trì | Ghi chú"
LAST = " | Công an xã | | Báo cáo | Quý I/2026"


def _locators(read: Plan) -> list[str]:
    return [task.locator for task in read.tasks]


def test_ordinals_that_run_through_the_groups_need_no_group_in_the_locator() -> None:
    read = annexed(HEADER, "I | Cải cách | | | | ", f"1. | A{LAST}", "II | Số hóa | | | | ", f"2. | B{LAST}")
    assert _locators(read) == ["Phụ lục/1", "Phụ lục/2"]
    assert [task.group for task in read.tasks] == ["I", "II"]


def test_ordinals_that_restart_are_told_apart_by_their_group() -> None:
    read = annexed(
        HEADER, "I | Cải cách | | | | ", f"1. | A{LAST}", "II | Số hóa | | | | ", f"1. | B{LAST}", f"1.1 | C{LAST}"
    )
    assert _locators(read) == ["Phụ lục/I/1", "Phụ lục/II/1", "Phụ lục/II/1.1"]
    assert read.tasks[2].parent == "Phụ lục/II/1"


def test_groups_are_sections_of_their_annex() -> None:
    read = annexed(
        HEADER, "I | Cải cách hành chính | | | | ", f"1. | A{LAST}", "II | Chuyển đổi số | | | | ", f"2. | B{LAST}"
    )
    groups = [section for section in read.sections if section.kind is SectionKind.GROUP]
    assert [(group.locator, group.heading, group.parent) for group in groups] == [
        ("Phụ lục/I", "Cải cách hành chính", "Phụ lục"),
        ("Phụ lục/II", "Chuyển đổi số", "Phụ lục"),
    ]
    assert "A\t" in groups[0].span.slice(read.text)
    assert "B\t" not in groups[0].span.slice(read.text)


def test_dash_rows_are_counted_under_the_row_above_them() -> None:
    read = annexed(
        HEADER,
        "1. | Mở rộng trung tâm | | | | ",
        f"- | Dữ liệu hồ chứa{LAST}",
        f"- | Dữ liệu du lịch{LAST}",
        f"2. | B{LAST}",
        f"- | C{LAST}",
    )
    assert _locators(read) == ["Phụ lục/1", "Phụ lục/1-1", "Phụ lục/1-2", "Phụ lục/2", "Phụ lục/2-1"]
    assert [task.parent for task in read.tasks] == [None, "Phụ lục/1", "Phụ lục/1", None, "Phụ lục/2"]
    assert read.tasks[0].lead.text == ""


def test_dash_rows_are_counted_anew_where_ordinals_restart() -> None:
    read = annexed(
        HEADER, "I | A | | | | ", f"1. | A{LAST}", f"- | a{LAST}", "II | B | | | | ", f"1. | B{LAST}", f"- | b{LAST}"
    )
    assert _locators(read) == ["Phụ lục/I/1", "Phụ lục/I/1-1", "Phụ lục/II/1", "Phụ lục/II/1-1"]


def test_dash_rows_right_under_a_group_are_counted_under_the_group() -> None:
    read = annexed(HEADER, "I | A | | | | ", f"- | a{LAST}", f"- | b{LAST}", "II | B | | | | ", f"- | c{LAST}")
    assert _locators(read) == ["Phụ lục/I-1", "Phụ lục/I-2", "Phụ lục/II-1"]


def test_decimal_sub_rows_have_their_parents() -> None:
    read = annexed(HEADER, "4 | Nhân lực | | | | ", f"4.1 | A{LAST}", "4.2 | Tập huấn | | | | ", f"4.2.3 | B{LAST}")
    assert [(task.locator, task.parent) for task in read.tasks] == [
        ("Phụ lục/4", None),
        ("Phụ lục/4.1", "Phụ lục/4"),
        ("Phụ lục/4.2", "Phụ lục/4"),
        ("Phụ lục/4.2.3", "Phụ lục/4.2"),
    ]


def test_a_row_without_ordinal_is_told_by_its_group() -> None:
    read = annexed(HEADER, "I | A | | | | ", f"1. | A{LAST}", f" | Duy trì đường dây nóng{LAST}")
    assert _locators(read) == ["Phụ lục/1", "Phụ lục/I/(không số)"]


def test_several_rows_without_ordinal_in_one_group_are_numbered() -> None:
    read = annexed(
        HEADER, "I | A | | | | ", f" | Một việc{LAST}", f" | Hai việc{LAST}", "II | B | | | | ", f" | Ba việc{LAST}"
    )
    assert _locators(read) == ["Phụ lục/I/(không số)-1", "Phụ lục/I/(không số)-2", "Phụ lục/II/(không số)"]


def test_a_table_without_ordinals_numbers_its_rows() -> None:
    read = annexed(
        "Nội dung công việc | Cơ quan chủ trì | Phối hợp | Thời hạn",
        "Rà soát | Công an xã | | 3/2026",
        "Số hóa | Công an xã | | 4/2026",
    )
    assert _locators(read) == ["Phụ lục/(không số)-1", "Phụ lục/(không số)-2"]


SCHEDULE = """
| Thời gian | Nội dung | Đơn vị phụ trách |
|---|---|---|
| **{group}** |||
| 7h00 - 7h30 | {first} | Đội Thủy văn |
| 7h30 - 8h00 | {second} | Trạm Y tế |
"""


def test_an_unnumbered_heading_over_rows_is_no_part_of_their_locators() -> None:
    days = (
        SCHEDULE.format(group="Buổi sáng – Tập chung trên bến", first="Luật chèo thuyền", second="Mặc áo phao"),
        SCHEDULE.format(group="Buổi chiều – Tập theo đội", first="Cứu đuối", second="Thả phao"),
    )
    read = plan(body="I. YÊU CẦU\nĐúng giờ.\nII. LỊCH TẬP\n1. Hai ngày tập\nNgày đầu:\n{}Ngày sau:\n{}".format(*days))
    assert _locators(read) == [f"II/1/(không số)-{turn}" for turn in (1, 2, 3, 4)]
    assert [task.group for task in read.tasks][::3] == ["Buổi sáng – Tập chung trên bến", "Buổi chiều – Tập theo đội"]


def test_rows_lettered_under_a_bare_number_stand_in_its_group() -> None:
    read = annexed(
        HEADER,
        "1 | Chuẩn bị | | | | ",
        f"a | A{LAST}",
        f"b | B{LAST}",
        "2 | Triển khai | | | | ",
        f"a | C{LAST}",
        f"3 | D{LAST}",
    )
    assert _locators(read) == ["Phụ lục/1/a", "Phụ lục/1/b", "Phụ lục/2/a", "Phụ lục/3"]


def test_a_lettered_group_inside_a_roman_one_names_both() -> None:
    rows = [HEADER]
    for numeral in ("I", "II"):
        rows += [f"{numeral} | Nhóm | | | | ", "1 | Chuẩn bị | | | | ", f"a | A{LAST}", f"b | B{LAST}"]
    assert _locators(annexed(*rows)) == ["Phụ lục/I/1/a", "Phụ lục/I/1/b", "Phụ lục/II/1/a", "Phụ lục/II/1/b"]


def test_lettered_rows_under_a_number_that_occurs_once_are_told_without_the_group_over_it() -> None:
    rows = [HEADER, "A | Đường thủy | | | | ", f"1 | A{LAST}", "2 | Bến bãi | | | | ", f"a | B{LAST}", f"b | C{LAST}"]
    rows += ["B | Đường sắt | | | | ", f"3 | D{LAST}"]
    assert _locators(annexed(*rows)) == ["Phụ lục/1", "Phụ lục/2/a", "Phụ lục/2/b", "Phụ lục/3"]


def test_letters_under_a_row_with_values_are_its_children() -> None:
    read = annexed(HEADER, f"1 | A{LAST}", f"a) | B{LAST}", f"2 | C{LAST}")
    assert [(task.locator, task.parent) for task in read.tasks] == [
        ("Phụ lục/1", None),
        ("Phụ lục/1/a", "Phụ lục/1"),
        ("Phụ lục/2", None),
    ]


def test_roman_groups_under_capital_ones_name_both() -> None:
    read = annexed(
        HEADER,
        "A | Đảng | | | | ",
        "I | Một | | | | ",
        f"1 | x{LAST}",
        "B | Chính quyền | | | | ",
        "I | Hai | | | | ",
        f"1 | y{LAST}",
    )
    assert _locators(read) == ["Phụ lục/A/I/1", "Phụ lục/B/I/1"]


def test_a_group_named_in_one_merged_cell_keeps_its_numeral() -> None:
    read = annexed(
        HEADER, " | I. Cải cách hành chính | | | | ", f"1 | A{LAST}", " | II. Số hóa | | | | ", f"1 | B{LAST}"
    )
    assert _locators(read) == ["Phụ lục/I/1", "Phụ lục/II/1"]


def test_an_ordinal_printed_twice_in_one_place_gets_its_turn() -> None:
    read = annexed(HEADER, f"1 | A{LAST}", f"2 | B{LAST}", f"2 | C{LAST}")
    assert _locators(read) == ["Phụ lục/1", "Phụ lục/2", "Phụ lục/2 (2)"]


def test_every_value_stands_under_its_meaning() -> None:
    header = "TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Sản phẩm | Ghi chú"
    (task,) = annexed(
        header, "1. | Kiểm định hồ chứa | Chi cục Thủy lợi | Văn phòng Sở | 6/2026 | 18 báo cáo | Chờ vốn"
    ).tasks
    assert (task.name.text, task.lead.text, task.support.text) == (
        "Kiểm định hồ chứa",
        "Chi cục Thủy lợi",
        "Văn phòng Sở",
    )
    assert (task.due.text, task.result.text, task.note.text) == ("6/2026", "18 báo cáo", "Chờ vốn")
    assert task.when is not None
    assert (task.when.kind, task.when.start, task.when.end) == (DueKind.MONTH, date(2026, 6, 1), date(2026, 6, 30))


def test_a_group_whose_result_and_deadline_are_swapped_is_put_right_and_reported() -> None:
    read = annexed(
        HEADER,
        "I | A | | | | ",
        "1 | Việc một | Công an xã | | Báo cáo | 3/2026",
        "II | B | | | | ",
        "2 | Việc hai | Công an xã | | 5/2026 | Phương án được duyệt",
        "3 | Việc ba | Công an xã | | Khi có thiên tai | Tin được phát",
    )
    assert [(task.result.text, task.due.text) for task in read.tasks] == [
        ("Báo cáo", "3/2026"),
        ("Phương án được duyệt", "5/2026"),
        ("Tin được phát", "Khi có thiên tai"),
    ]
    (finding,) = (finding for finding in read.findings if finding.rule == "columns-swapped")
    assert finding.locators == ("Phụ lục/2", "Phụ lục/3")


def test_a_result_that_merely_holds_a_date_is_left_where_it_is() -> None:
    read = annexed(HEADER, "1 | Lễ phát động | Công an xã | | Tháng 4/2026 | 15/4/2026")
    assert (read.tasks[0].result.text, read.tasks[0].due.text) == ("Tháng 4/2026", "15/4/2026")


def test_targets_have_value_unit_lead_and_note() -> None:
    read = annexed(
        TARGETS,
        "I | Hạ tầng | | | | ",
        "1. | Tỉ lệ phủ sóng | % | ≥ 95 | Sở Tài chính Sở Nội vụ | Trừ hồ sơ mật",
        "2. | Hạ tầng số | | Tiên tiến | | ",
    )
    first, second = read.targets
    assert (first.locator, first.name.text, first.unit.text, first.value.text) == (
        "Phụ lục/1",
        "Tỉ lệ phủ sóng",
        "%",
        "≥ 95",
    )
    assert (first.lead.text, first.leads, first.note.text) == (
        "Sở Tài chính Sở Nội vụ",
        ("Sở Tài chính", "Sở Nội vụ"),
        "Trừ hồ sơ mật",
    )
    assert (second.unit.text, second.value.text, second.lead.text) == ("", "Tiên tiến", "")


def test_a_cell_that_names_both_roles_is_shared_out_between_them() -> None:
    header = "STT | Chỉ tiêu | Đơn vị | Giá trị | Phân công | Ghi chú"
    (target,) = annexed(
        header, "1 | Tỷ lệ | % | 85 | Phòng Pháp chế chủ trì; Văn phòng và các phòng chuyên môn phối hợp | "
    ).targets
    assert (target.leads, target.supports) == (("Phòng Pháp chế",), ("Văn phòng", "các phòng chuyên môn"))
    assert target.lead.text == "Phòng Pháp chế chủ trì; Văn phòng và các phòng chuyên môn phối hợp"


def test_columns_of_no_role_keep_their_cells_under_their_headers() -> None:
    (task,) = annexed(
        "TT | Nội dung công việc | Chủ trì | Thời hạn | Kinh phí (đồng)",
        "1 | Kiểm tra | Công an xã | 3/2026 | 2.400.000",
    ).tasks
    assert [(header, field.text) for header, field in task.other] == [("Kinh phí (đồng)", "2.400.000")]


@pytest.mark.parametrize(
    ("title", "annex"),
    [
        ("PHỤ LỤC I\nCHỈ TIÊU\n", "Phụ lục I"),
        ("Phụ lục số 02\nPHÂN CÔNG\n", "Phụ lục số 02"),
        ("BIỂU SỐ 1\nCHỈ TIÊU\n", "Biểu số 1"),
        ("DANH MỤC NHIỆM VỤ NĂM 2026\n", "Danh mục"),
        ("**PHỤ LỤC**  \n**NHIỆM VỤ TRỌNG TÂM**\n", "Phụ lục"),
        ("PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n", "Phụ lục"),
        ("TỔNG HỢP NHIỆM VỤ\n", "Bảng"),
    ],
)
def test_rows_are_told_by_the_printed_name_of_their_annex(title: str, annex: str) -> None:
    read = plan(annex="\n" + title + table(HEADER, f"1 | A{LAST}"))
    assert _locators(read) == [f"{annex}/1"]


def test_two_annexes_of_one_name_are_told_apart() -> None:
    read = plan(annex=ANNEX + table(HEADER, f"1 | A{LAST}") + ANNEX + table(HEADER, f"1 | B{LAST}"))
    assert _locators(read) == ["Phụ lục/1", "Phụ lục (2)/1"]
