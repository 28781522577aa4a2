"""Tables and lists as offices really type them: other titles, other marks, cells that several rows share."""

from __future__ import annotations

import pytest

from ingest.columns import is_numbering
from ingest.plan import Plan
from ingest.units import split_units
from tests.ingest.sources import ANNEX, annexed, plan, printed, read, stacked, table


def _cells(read: Plan) -> list[tuple[str, ...]]:
    return [
        (task.name.text, task.lead.text, task.support.text, task.result.text, task.due.text)
        for task in read.tasks
        if task.annex
    ]


@pytest.mark.parametrize(
    ("header", "row", "cells"),
    [
        (
            "Mã | Đầu việc | Chủ trì | Phối hợp | Bắt đầu | Hạn | Sản phẩm",
            "V01 | Rà soát bến đò | Phòng Kinh tế | Công an xã | 01/10 | 10/10 | Danh sách",
            ("Rà soát bến đò", "Phòng Kinh tế", "Công an xã", "Danh sách", "10/10"),
        ),
        (
            "Việc | Chủ trì | Phối hợp | Tiêu chí hoàn thành",
            "Rà soát bến đò | Phòng Kinh tế | Công an xã | Đủ 12 bến",
            ("Rà soát bến đò", "Phòng Kinh tế", "Công an xã", "Đủ 12 bến", ""),
        ),
        (
            "Đầu ra | Chủ trì | Phối hợp",
            "Sổ tay bến đò | Phòng Kinh tế | Công an xã",
            ("Sổ tay bến đò", "Phòng Kinh tế", "Công an xã", "", ""),
        ),
        (
            "STT | Giai đoạn | Sản phẩm/Kết quả đạt được | Chủ trì | Mốc hoàn thành",
            "1 | Khảo sát bến | Danh sách bến | Phòng Kinh tế | 31/5",
            ("Khảo sát bến", "Phòng Kinh tế", "", "Danh sách bến", "31/5"),
        ),
        (
            "STT | Chủ đề | Yêu cầu cần đạt | Số tiết | Thời điểm | Chủ trì | Phối hợp",
            "1 | Ngày hội sách | Kể lại một câu chuyện | 4 | Tuần 10 | Tổ Văn | Đoàn trường",
            ("Ngày hội sách", "Tổ Văn", "Đoàn trường", "Kể lại một câu chuyện", "Tuần 10"),
        ),
        (
            "TT | Lớp | GV chỉ đạo | Nội dung công việc | Dụng cụ",
            "1 | 9A | Lê Thị Mận | Quét sân trường | Chổi",
            ("Quét sân trường", "Lê Thị Mận", "", "", ""),
        ),
        (
            "Ngày | Sự kiện | Ai phải làm | Ghi chú",
            "Quý I/2026 | Tự đánh giá | Trạm Y tế | ",
            ("Tự đánh giá", "Trạm Y tế", "", "", "Quý I/2026"),
        ),
        (
            "WBS NUMBER | TASK TITLE | TASK OWNER | START DATE | DUE DATE",
            "1.1 | Đề án bến số | Phòng Kinh tế | 1/1/2026 | 31/3/2026",
            ("Đề án bến số", "Phòng Kinh tế", "", "", "31/3/2026"),
        ),
    ],
)
def test_columns_are_told_by_the_titles_that_offices_give_them(header: str, row: str, cells: tuple[str, ...]) -> None:
    assert _cells(annexed(header, row)) == [cells]


def test_targets_over_several_years_have_the_value_of_the_first_column_of_years() -> None:
    header = (
        "STT | Chỉ tiêu | Đến hết năm 2026 | Đến năm 2030 | Tầm nhìn đến năm 2045 | Đơn vị chủ trì | Đơn vị phối hợp"
    )
    (target,) = annexed(header, "1 | Hồ sơ nộp qua mạng | 80% | 95% | 100% | Văn phòng | Công an xã").targets
    assert (target.name.text, target.value.text, target.leads) == ("Hồ sơ nộp qua mạng", "80%", ("Văn phòng",))
    assert [field.text for _, field in target.other][:2] == ["95%", "100%"]


def test_targets_without_unit_or_lead_are_told_by_their_years() -> None:
    read = annexed("Nhóm chỉ số | KPIs cụ thể | Mốc 2030 | Mốc 2045", "Hạ tầng | Phủ sóng thôn bản | 90% | 100%")
    assert [(one.name.text, one.value.text) for one in read.targets] == [("Phủ sóng thôn bản", "90%")]


def test_targets_may_have_a_deadline_each() -> None:
    read = annexed("STT | Nội dung chỉ tiêu | Chỉ tiêu | Mốc hoàn thành", "1 | Văn bản ký số | 100% | 30/6/2026")
    assert not read.tasks
    assert [(one.value.text, one.due.text) for one in read.targets] == [("100%", "30/6/2026")]


def test_risks_are_no_targets() -> None:
    read = annexed("STT | Rủi ro | Khả năng xảy ra | Mức tác động | Biện pháp", "1 | Chậm vốn | Cao | Lớn | Dự phòng")
    assert not read.tasks
    assert not read.targets


def test_a_calendar_of_hours_gives_each_row_its_day() -> None:
    read = annexed(
        "Ngày | Thời gian | Nội dung | Chủ trì | Địa điểm",
        "Thứ Hai (09/3/2026) | 08h00 | Giao ban đầu tuần | Đ/c Mây | Tầng 2",
        " | 14h00 | Tiếp công dân | Đ/c Sương | Tầng 1",
        "Thứ Ba (10/3/2026) | 7h30 | Thăm bến đò | Đ/c Mây | Bến Mơ",
    )
    assert [task.due.text for task in read.tasks] == ["Thứ Hai (09/3/2026)"] * 2 + ["Thứ Ba (10/3/2026)"]
    assert [task.other[0][1].text for task in read.tasks] == ["08h00", "14h00", "7h30"]
    assert not any(finding.rule == "columns-guessed" for finding in read.findings)


def test_a_result_told_inside_a_cell_is_the_result() -> None:
    read = annexed(
        "STT | Tên nhiệm vụ | Nội dung chính | Cơ quan chủ trì | Thời gian",
        "1 | Dựng trạm đo | - Lắp 3 trạm. - Sản phẩm: Ba trạm đo chạy ổn định. | Phòng Kinh tế | Năm 2026",
        "2 | Dạy bơi | - Mở lớp cho học sinh. | Phòng Kinh tế | Năm 2026",
    )
    first, second = read.tasks
    assert first.result.text == "Ba trạm đo chạy ổn định"
    assert printed(read.text, first.result) == first.result.text
    assert not second.result.text


def test_numbered_rows_between_their_neighbours_share_merged_cells() -> None:
    rows = stacked(
        "TT | Chỉ số | Hình thức | Thời gian | Đơn vị thực hiện",
        "1 | Số lượng văn bản chỉ đạo | Chính thức | Tháng 6/2026 | Phòng Kinh tế",
        "2 | Số lượng văn bản đi",
        "3 | Số lượng văn bản đến",
        "4 | Số lượng hồ sơ lưu trữ | Sơ bộ | Tháng 7/2026 | Văn phòng",
    )
    read = plan(annex=f"{ANNEX}\n{rows}")
    assert [(task.ordinal, task.leads, task.due.text) for task in read.tasks] == [
        ("1", ("Phòng Kinh tế",), "Tháng 6/2026"),
        ("2", ("Phòng Kinh tế",), "Tháng 6/2026"),
        ("3", ("Phòng Kinh tế",), "Tháng 6/2026"),
        ("4", ("Văn phòng",), "Tháng 7/2026"),
    ]


def test_labels_parted_by_bars_and_who_carries_out_what_others_lead() -> None:
    labels = (
        "- Chủ trì: Bộ Nội vụ | Phối hợp: —\n- Đơn vị thực hiện: Các trường nghề\n"
        "- Sản phẩm/Kết quả: Đề án được ban hành.\n- Thời gian: 2026 - 2027\n"
    )
    body = f"II. NHIỆM VỤ\n1. Đào tạo lại người lái đò.\n{labels}\n2. Dạy bơi cho trẻ.\n{labels}"
    read = plan(body=body)
    assert [task.locator for task in read.tasks] == ["II/1", "II/2"]
    for task in read.tasks:
        assert (task.leads, task.supports) == (("Bộ Nội vụ",), ())
        assert (task.result.text, task.due.text) == ("Đề án được ban hành", "2026 - 2027")
        assert [(label, field.text) for label, field in task.other] == [("Đơn vị thực hiện", "Các trường nghề")]


def test_annexes_under_headings_of_markdown_open_a_file_without_a_plan() -> None:
    rows = (
        "| STT | Nhiệm vụ | Chủ trì | Thời hạn |\n| --- | --- | --- | --- |\n| 1 | Dạy bơi | Phòng Kinh tế | 6/2026 |\n"
    )
    read_ = read(f"## Phụ lục I\n### NHIỆM VỤ TRỌNG TÂM\n\n{rows}\n## Phụ lục II\n### VIỆC KHÁC\n\n{rows}")
    assert [task.locator for task in read_.tasks] == ["Phụ lục I/1", "Phụ lục II/1"]


def test_forms_are_annexes_and_an_annex_may_tell_its_title_after_a_stop() -> None:
    rows = table("STT | Nhiệm vụ | Chủ trì | Thời hạn", "1 | Dạy bơi | Phòng Kinh tế | 6/2026")
    assert [task.locator for task in plan(annex=f"\nMẫu biểu số 03\nNHIỆM VỤ\n{rows}").tasks] == ["Mẫu biểu số 03/1"]
    assert read(f"PHỤ LỤC I. NHIỆM VỤ CỦA XÃ\n\n{rows}").header.title == "NHIỆM VỤ CỦA XÃ"


def test_when_and_where_stand_below_the_title() -> None:
    rows = table("TT | Nội dung | Người thực hiện", "1 | Quét sân | Lớp 9A")
    header = read(
        f"KẾ HOẠCH LAO ĐỘNG TUẦN 07\nThời gian: 14 giờ ngày 28/9/2026\nThành phần: Toàn trường.\n{rows}"
    ).header
    assert header.title == "KẾ HOẠCH LAO ĐỘNG TUẦN 07"
    opened = read(f"KẾ HOẠCH CHI TIẾT (kèm theo Quyết định số 95/QĐ-TSM)\n\nI. MỤC TIÊU\nDạy bơi.\n{rows}").header
    assert opened.number == "95/QĐ-TSM"


def test_names_that_are_single_words_and_initials_are_units() -> None:
    assert split_units("TV1, TV4") == ("TV1", "TV4")
    assert split_units("Hiếu, Trang, Quy") == ("Hiếu", "Trang", "Quy")
    assert split_units("A. Dương") == ("A. Dương",)
    assert split_units("- Phòng Văn hóa - Xã hội - Công an xã") == ("Phòng Văn hóa - Xã hội", "Công an xã")
    assert split_units("—") == ()


def test_a_letter_that_begins_in_the_middle_gives_out_tasks_by_office() -> None:
    read_ = read(
        "hoàn thành việc sửa bến trong năm 2026.\n**4. Phòng Kinh tế**\nRà soát các bến đò của xã.\n"
        "Đảm bảo hoàn thành trong quý I/2026.\n**5. Công an xã**\nTuần tra bến đò ban đêm, hoàn thành trước 30/11/2026.\n"
        "Yêu cầu thủ trưởng các đơn vị được giao nhiệm vụ khẩn trương thực hiện./.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Mận\n"
    )
    assert [(task.locator, task.name.text, task.leads, task.due.text) for task in read_.tasks] == [
        ("4", "Rà soát các bến đò của xã", ("Phòng Kinh tế",), "trong quý I/2026"),
        ("5", "Tuần tra bến đò ban đêm", ("Công an xã",), "trước 30/11/2026"),
    ]


def test_lines_in_bold_over_tables_of_one_header_group_their_rows() -> None:
    header = "| STT | Chủ đề | Chủ trì | Thời điểm |\n| --- | --- | --- | --- |\n"
    body = (
        f"I. NỘI DUNG\n\n**Khối lớp 1**\n\n{header}| 1 | Ngày hội sách | Tổ Một | Tuần 10 |\n| 2 | Tập bơi | Tổ Một | Tuần 12 |\n\n"
        f"**Khối lớp 2**\n\n{header}| 1 | Đố vui | Tổ Hai | Tuần 20 |\n"
    )
    read_ = plan(body=body)
    assert [task.locator for task in read_.tasks] == ["I/Khối lớp 1/1", "I/Khối lớp 1/2", "I/Khối lớp 2/1"]


@pytest.mark.parametrize(
    ("header", "second", "row"),
    [
        (
            "TT | Nhiệm vụ | Cơ quan thực hiện | Thời gian hoàn thành | Ghi chú",
            "Chủ trì | Phối hợp",
            "Phòng Kinh tế | Công an xã | Tháng 6/2026 | Mới",
        ),
        (
            "TT | Nhiệm vụ | Sản phẩm | Đơn vị thực hiện | Thời gian",
            "Chủ trì | Phối hợp",
            "Kế hoạch | Phòng Kinh tế | Công an xã | Tháng 6/2026",
        ),
        (
            "TT | Nhiệm vụ | Cơ quan thực hiện | Tiến độ | Sản phẩm",
            "Chủ trì | Phối hợp | Bắt đầu | Kết thúc",
            "Phòng Kinh tế | Công an xã | Tháng 1/2026 | Tháng 6/2026 | Kế hoạch",
        ),
    ],
)
def test_the_second_line_of_a_stacked_header_stands_under_the_titles_it_parts(
    header: str, second: str, row: str
) -> None:
    rows = [f"{n} | {name} | {row}" for n, name in enumerate(("Dạy bơi cho trẻ trong xã", "Sửa các bến đò"), 1)]
    found = plan(annex=f"{ANNEX}\n{stacked(header, second, *rows)}").tasks
    assert len(found) == len(rows)
    for task in found:
        assert (task.leads, task.supports, task.due.text) == (("Phòng Kinh tế",), ("Công an xã",), "Tháng 6/2026")


def test_a_row_that_numbers_columns_may_say_how_they_are_reckoned() -> None:
    assert is_numbering(["A", "B", "1", "2", "3", "4=3/2", "5"])
    assert not is_numbering(["1", "Dạy bơi", "4=3/2", "5"])


def test_a_cell_that_says_as_above_holds_what_stands_above_it() -> None:
    rows = table(
        "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
        "I | Bến đò | | | |",
        "1 | Sửa bến | Phòng Kinh tế | Công an xã | Biên bản | Quý I/2026",
        "2 | Cắm biển | nt | -nt- | Biển báo | như trên",
        "II | Cầu | | | |",
        "3 | Sơn cầu | Như trên | Các thôn | 02 cầu | -",
    )
    told = plan(annex=f"{ANNEX}{rows}").tasks
    assert [(task.leads, task.supports, task.due.text) for task in told] == [
        (("Phòng Kinh tế",), ("Công an xã",), "Quý I/2026"),
        (("Phòng Kinh tế",), ("Công an xã",), "Quý I/2026"),
        (("Phòng Kinh tế",), ("Các thôn",), "-"),
    ]


def test_a_table_without_bars_at_its_edges_keeps_its_blank_first_cells() -> None:
    told = read(
        "KẾ HOẠCH\nDạy bơi\n\nI. VIỆC LÀM\n\nThời gian | Nội dung | Chủ trì\n--- | --- | ---\n"
        "Tháng 9/2026 | Phổ biến nội quy | Phòng Kinh tế\n | Khảo sát bến | Công an xã\n"
    ).tasks
    assert [(task.name.text, task.leads) for task in told] == [
        ("Phổ biến nội quy", ("Phòng Kinh tế",)),
        ("Khảo sát bến", ("Công an xã",)),
    ]


def test_a_column_of_who_leads_and_who_supports_is_parted_at_the_stroke() -> None:
    rows = table(
        "TT | Nhiệm vụ | Cơ quan thực hiện (Cơ quan chủ trì / Cơ quan phối hợp) | Thời hạn",
        "1 | Mở phố đi bộ | Phòng Kinh tế, Hạ tầng và Đô thị / Công an phường, Đoàn Thanh niên | 6/2026",
        "2 | Sửa bến | Phòng Văn hóa - Xã hội | 7/2026",
    )
    found = plan(annex=f"{ANNEX}{rows}")
    assert [(task.leads, task.supports) for task in found.tasks] == [
        (("Phòng Kinh tế, Hạ tầng và Đô thị",), ("Công an phường", "Đoàn Thanh niên")),
        (("Phòng Văn hóa - Xã hội",), ()),
    ]
    assert printed(found.text, found.tasks[0].support) == "Công an phường, Đoàn Thanh niên"


def test_what_an_office_answers_for_names_the_row() -> None:
    rows = table("STT | Đơn vị | Trách nhiệm | Báo cáo", "1 | Trạm Kiểm lâm | Theo dõi điểm cháy | Hằng ngày")
    (task,) = plan(annex=f"{ANNEX}{rows}").tasks
    assert (task.name.text, task.leads) == ("Theo dõi điểm cháy", ("Trạm Kiểm lâm",))


def test_a_row_that_adds_up_a_part_is_no_task() -> None:
    rows = table(
        "TT | Nhiệm vụ | Chủ trì | Thời hạn | Kinh phí",
        "I | Bến đò | | |",
        "1 | Sửa bến | BS. Hồ Thị Sim | 6/2026 | 5",
        "Tổng mục I | | | | 5",
    )
    (task,) = plan(annex=f"{ANNEX}{rows}").tasks
    assert task.leads == ("BS. Hồ Thị Sim",)


def test_a_weeks_calendar_may_give_half_days_for_hours() -> None:
    rows = table(
        "Ngày | Thời gian | Nội dung | Chủ trì",
        "Thứ Hai (02/02) | Sáng 08h00 | Giao ban | Trưởng ban",
        " | Chiều | Họp chi bộ | Bí thư",
        "Thứ Ba (03/02) | Cả ngày | Kiểm tra bến | Phó Trưởng ban",
    )
    days = [task.due.text for task in plan(annex=f"{ANNEX}{rows}").tasks]
    assert days == ["Thứ Hai (02/02)", "Thứ Hai (02/02)", "Thứ Ba (03/02)"]


def test_a_merged_row_of_two_offices_names_none() -> None:
    rows = stacked(
        "TT | Đề án | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn",
        "1 | Đề án thu gom rác của tỉnh và các xã | Mặt trận Tổ quốc tỉnh | Đài Lam Giang | 2030",
        "Ủy ban nhân dân các xã | Trạm Y tế các xã",
        "2 | Đề án cải tạo bãi rác cũ của tỉnh | Sở Xây dựng | Các xã | 2030",
    )
    first, second = plan(annex=f"{ANNEX}{rows}").tasks
    assert first.leads == ("Mặt trận Tổ quốc tỉnh", "Ủy ban nhân dân các xã")
    assert second.leads == ("Sở Xây dựng",)


def test_of_two_columns_of_names_the_one_without_blanks_names_the_rows() -> None:
    rows = (
        "| Tiêu chí | Nội dung tiêu chí | Cán bộ phụ trách | Thời điểm đạt |\n| --- | --- | --- | --- |\n"
        "| 6. Văn hóa | 6.1. Nhà văn hóa thôn | Nguyễn Thị Sen | Tháng 8/2026 |\n"
        "| | 6.2. Sân thể thao xã | Lương Văn Bảo | Tháng 10/2026 |\n"
        "| 17. Môi trường | 17.1. Hộ dùng nước sạch | Nguyễn Thị Sen | Tháng 11/2026 |\n"
    )
    told = plan(annex=f"{ANNEX}\n{rows}").tasks
    assert [(task.locator, task.name.text, task.leads) for task in told] == [
        ("Phụ lục/6.1", "6.1. Nhà văn hóa thôn", ("Nguyễn Thị Sen",)),
        ("Phụ lục/6.2", "6.2. Sân thể thao xã", ("Lương Văn Bảo",)),
        ("Phụ lục/17.1", "17.1. Hộ dùng nước sạch", ("Nguyễn Thị Sen",)),
    ]
    assert [dict(task.other)["Tiêu chí"].text for task in told] == ["6. Văn hóa", "6. Văn hóa", "17. Môi trường"]


def test_a_branch_that_advises_keeps_its_name() -> None:
    assert split_units("Đội Tham mưu") == ("Đội Tham mưu",)
    assert split_units("Phòng Kinh tế tham mưu") == ("Phòng Kinh tế",)


def test_titles_in_everyday_words_tell_who_and_when() -> None:
    (task,) = plan(
        annex=f"{ANNEX}\n| Nhiệm vụ | Ai làm | Ai phối hợp | Khi nào xong |\n|---|---|---|---|\n| Cắm biển | Công an xã | Các thôn | 15/7/2026 |\n"
    ).tasks
    assert (task.leads, task.supports, task.due.text) == (("Công an xã",), ("Các thôn",), "15/7/2026")


def test_what_a_title_says_in_brackets_is_not_what_its_column_holds() -> None:
    read = annexed(
        "TT | Tên dự án | Nguyên liệu (từ sản phẩm của xã) | Sản phẩm, quy mô | Cơ quan đầu mối",
        "1 | Xưởng mây Vân Khê | Mây tre | 2.000 giỏ mỗi năm | Phòng Kinh tế",
    )
    assert _cells(read) == [("Xưởng mây Vân Khê", "Phòng Kinh tế", "", "2.000 giỏ mỗi năm", "")]


def test_codes_number_the_rows_of_a_table() -> None:
    read = plan(
        body="II. MỤC TIÊU\n1. Chỉ tiêu\n\n"
        + table("Mã | Chỉ tiêu | Mức giao 2026", "CT1 | Số ổ dịch | dưới 12 ổ", "CT2 | Hộ ký cam kết | từ 90% trở lên")
        + "\n",
        annex="\nPHỤ LỤC\nNHIỆM VỤ\n\n"
        + table(
            "Mã nhiệm vụ | Nội dung | Cơ quan chủ trì | Thời hạn",
            "NV-01 | Đặt bẫy bọ gậy | Trạm Y tế | 3/2026",
            "NV-02 | Phun hóa chất | Công an xã | 5/2026",
        ),
    )
    assert [(one.locator, one.name.text, one.value.text) for one in read.targets] == [
        ("II/1/CT1", "Số ổ dịch", "dưới 12 ổ"),
        ("II/1/CT2", "Hộ ký cam kết", "từ 90% trở lên"),
    ]
    assert [(one.locator, one.name.text) for one in read.tasks] == [
        ("Phụ lục/NV-01", "Đặt bẫy bọ gậy"),
        ("Phụ lục/NV-02", "Phun hóa chất"),
    ]
