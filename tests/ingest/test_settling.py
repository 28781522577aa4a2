"""Tables whose blanks stand for something: titles in odd columns, calendars, lists of those who are visited, sub-rows."""

from __future__ import annotations

from ingest.plan import Plan, SectionKind
from tests.ingest.sources import annexed

_CALENDAR = "TT | Thời gian | Nội dung | Chủ trì"


def _groups(found: Plan) -> list[str]:
    return [section.heading for section in found.sections if section.kind is SectionKind.GROUP]


def _dues(found: Plan) -> list[str]:
    return [task.due.text for task in found.tasks]


def test_a_title_alone_heads_a_group_in_whatever_column_it_stands() -> None:
    rows = (
        "TT | Mục đích | Nhiệm vụ | Chủ trì | Thời hạn",
        "I | CHĂM LO BẾN ĐÒ | | |",
        "1 | An toàn | Kiểm tra phao | Đội Bến | 05/2026",
        "B | CHĂM LO CHỢ | | |",
        "2 | Sạch đẹp | Quét sân chợ | Đội Chợ | 06/2026",
    )
    found = annexed(*rows)
    assert [task.name.text for task in found.tasks] == ["Kiểm tra phao", "Quét sân chợ"]
    assert _groups(found) == ["CHĂM LO BẾN ĐÒ", "CHĂM LO CHỢ"]


def test_a_numbered_row_with_a_single_cell_beside_its_name_is_no_title() -> None:
    rows = ("TT | Mục đích | Nhiệm vụ | Chủ trì", "1 | An toàn | |", "2 | | Kiểm tra phao | Đội Bến")
    assert _groups(annexed(*rows)) == []


def test_a_calendar_leaves_out_the_time_that_stands_above() -> None:
    rows = (
        _CALENDAR,
        "1 | Tháng 9 | Khai giảng | Ban giám hiệu",
        "2 | | Họp phụ huynh | Tổ chủ nhiệm",
        "3 | Tháng 10 | Hội thi đọc sách | Thư viện",
        "4 | | Khám mắt | Y tế trường",
    )
    found = annexed(*rows)
    assert _dues(found) == ["Tháng 9", "Tháng 9", "Tháng 10", "Tháng 10"]
    assert [span.slice(found.text) for span in found.tasks[1].due.spans] == ["Tháng 9"]
    assert not [finding for finding in found.findings if finding.rule == "due-blank"]


def test_a_time_is_not_carried_into_the_next_group() -> None:
    rows = (
        _CALENDAR,
        "I | | Học kỳ I |",
        "1 | Tháng 9 | Khai giảng | Ban giám hiệu",
        "2 | | Họp phụ huynh | Tổ chủ nhiệm",
        "3 | | Khám mắt | Y tế trường",
        "II | | Học kỳ II |",
        "4 | | Hội thi đọc sách | Thư viện",
    )
    assert _dues(annexed(*rows)) == ["Tháng 9", "Tháng 9", "Tháng 9", ""]


def test_times_that_do_not_go_on_leave_their_blanks_blank() -> None:
    rows = (
        _CALENDAR,
        "1 | Tháng 9 | Khai giảng | Ban giám hiệu",
        "2 | | Họp phụ huynh | Tổ chủ nhiệm",
        "3 | Tháng 3 | Hội thi đọc sách | Thư viện",
        "4 | Tháng 2 | Khám mắt | Y tế trường",
        "5 | | Trồng cây | Đoàn trường",
    )
    assert _dues(annexed(*rows)) == ["Tháng 9", "", "Tháng 3", "Tháng 2", ""]


def test_a_time_printed_twice_on_end_is_left_out_nowhere() -> None:
    rows = (
        _CALENDAR,
        "1 | Tháng 3 | Khai giảng | Ban giám hiệu",
        "2 | Tháng 3 | Họp phụ huynh | Tổ chủ nhiệm",
        "3 | | Hội thi đọc sách | Thư viện",
        "4 | | Khám mắt | Y tế trường",
    )
    assert _dues(annexed(*rows)) == ["Tháng 3", "Tháng 3", "", ""]


def test_a_list_of_visits_names_each_row_by_whom_it_goes_to() -> None:
    rows = (
        "TT | Đơn vị được kiểm tra | Nội dung kiểm tra | Thời gian | Trưởng đoàn",
        "1 | Xã Vân Khê | Sổ hộ khẩu | 04/2026 | Ông Lê Mận",
        "2 | Xã Sông Mơ | Sổ hộ khẩu | 05/2026 | -nt-",
        "3 | Xã Lam Giang | Sổ hộ khẩu | 06/2026 | Bà Vũ Đào",
    )
    found = annexed(*rows)
    assert [task.name.text for task in found.tasks] == ["Xã Vân Khê", "Xã Sông Mơ", "Xã Lam Giang"]
    assert [task.lead.text for task in found.tasks] == ["Ông Lê Mận", "Ông Lê Mận", "Bà Vũ Đào"]
    assert [dict(task.other)["Nội dung kiểm tra"].text for task in found.tasks] == ["Sổ hộ khẩu"] * 3


def test_a_row_without_number_whose_name_has_a_dash_stands_under_the_numbered_one() -> None:
    rows = (
        "TT | Nhiệm vụ | Chủ trì | Thời hạn",
        "6 | Mua sắm phao, gồm: | |",
        " | - Phao tròn | Đội Bến | 05/2026",
        " | - Phao bè | Đội Chợ | 06/2026",
        "7 | Quét sân chợ | Đội Chợ | 07/2026",
    )
    found = annexed(*rows)
    assert [task.locator for task in found.tasks] == ["Phụ lục/6", "Phụ lục/6-1", "Phụ lục/6-2", "Phụ lục/7"]
    assert [task.parent for task in found.tasks] == [None, "Phụ lục/6", "Phụ lục/6", None]


def test_a_table_without_a_column_of_leads_leaves_no_lead_blank() -> None:
    rows = ("TT | Nội dung | Phối hợp | Thời hạn", "1 | Kiểm tra phao | Đội Bến | 05/2026")
    assert not [one for one in annexed(*rows).findings if one.rule == "lead-blank"]


def test_how_long_an_inspection_takes_is_no_deadline() -> None:
    found = annexed(
        "TT | Đối tượng thanh tra | Nội dung | Thời hạn thanh tra | Thời gian tiến hành | Chủ trì",
        "1 | Chợ Vân Khê | Giá dịch vụ | 30 ngày | Quý I/2026 | Thanh tra Sở",
        "2 | Bến Sông Mơ | Giá dịch vụ | 20 ngày | Quý II/2026 | Thanh tra Sở",
        "3 | Chợ Lam Giang | Giá dịch vụ | 05 ngày | Quý II/2026 | Thanh tra Sở",
    )
    assert _dues(found) == ["Quý I/2026", "Quý II/2026", "Quý II/2026"]
    assert dict(found.tasks[0].other)["Thời hạn thanh tra"].text == "30 ngày"


def test_rows_that_add_up_projects_are_groups_and_clauses_but_no_tasks() -> None:
    found = annexed(
        "TT | Dự án | Kế hoạch vốn năm 2026 | Chủ đầu tư | Thời gian thực hiện",
        " | Tổng số | 900 | | ",
        "A | Dự án chuyển tiếp | 300 | | ",
        "1 | Cầu Vân Khê | 300 | UBND xã | 2025 - 2026",
        "B | Dự án mới | 600 | | ",
        "I | Giao thông | 600 | | ",
        "1 | Bến Sông Mơ | 600 | UBND xã | 2026 - 2027",
    )
    assert [task.locator for task in found.tasks] == ["Phụ lục/A/1", "Phụ lục/B/I/1"]
    assert not found.tasks[0].result.text
    money = [dict(one.cells)["Kế hoạch vốn năm 2026"].text for one in found.clauses if one.cells]
    assert money == ["900", "300", "600", "600"]
    assert _groups(found) == ["Dự án chuyển tiếp", "Dự án mới", "Giao thông"]


def test_a_table_without_row_numbers_leaves_none_out() -> None:
    found = annexed("Nội dung | Chủ trì | Thời hạn", "Quét sân chợ | Đội Chợ | 06/2026")
    assert not [one for one in found.findings if one.rule == "row-without-ordinal"]


def test_a_name_that_says_as_above_is_the_one_above_and_offices_name_the_rows() -> None:
    found = annexed(
        "TT | Đơn vị | Nội dung giám sát | Thời gian | Trưởng đoàn",
        "1 | Hội xã Vân Khê | Quỹ hỗ trợ | Tháng 4 | Bà Vũ Đào",
        "2 | Hội xã Sông Mơ | nt | Tháng 5 | nt",
        "3 | Hội xã Lam Giang | nt | Tháng 6 | nt",
    )
    assert [task.name.text for task in found.tasks] == ["Hội xã Vân Khê", "Hội xã Sông Mơ", "Hội xã Lam Giang"]
    assert [dict(task.other)["Nội dung giám sát"].text for task in found.tasks] == ["Quỹ hỗ trợ"] * 3


def test_parts_announced_in_a_row_of_their_own_stand_under_the_target_above() -> None:
    found = annexed(
        "TT | Chỉ tiêu | ĐVT | Kế hoạch | Đơn vị thực hiện",
        "1 | Trồng rừng | ha | 2.350 | ",
        " | Trong đó: | | | ",
        " | - Rừng phòng hộ | ha | 450 | Ban Quản lý rừng",
        "2 | Trồng cây | nghìn cây | 800 | UBND xã",
    )
    assert [target.locator for target in found.targets] == ["Phụ lục/1", "Phụ lục/1-1", "Phụ lục/2"]
    assert [target.parent for target in found.targets] == [None, "Phụ lục/1", None]
    assert _groups(found) == []


def test_a_sum_may_say_what_it_adds_up() -> None:
    found = annexed(
        "TT | Hoạt động | Chủ trì | Thời gian | Kinh phí",
        "1 | Hội nghị | Văn phòng | Tháng 3 | 250",
        " | Tổng cộng (I+II) | | | 250",
    )
    assert [task.locator for task in found.tasks] == ["Phụ lục/1"]


def test_a_first_column_that_counts_the_stages_numbers_the_rows() -> None:
    rows = (
        "Giai đoạn | Thời gian | Nội dung | Sản phẩm",
        "1 | 3 - 4/2026 | Kiểm kê phao | Sổ phao",
        "2 | 5/2026 | Thay phao hỏng | Phao mới",
    )
    found = annexed(*rows)
    assert [task.locator for task in found.tasks] == ["Phụ lục/1", "Phụ lục/2"]
    assert _dues(found) == ["3 - 4/2026", "5/2026"]
