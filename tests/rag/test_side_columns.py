"""Columns beside lead, deadline and result: asked of one row, chosen by in lists, counted and compared."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import annexed
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

COURSES = (
    "TT | Tên khóa học | Đối tượng | Số học viên | Số ngày | Địa điểm | Kinh phí (triệu đồng) | Nguồn kinh phí | Thời gian",
    "1 | Nghiệp vụ văn thư | Công chức mới tuyển | 85 | 4 | Trường Chính trị tỉnh | 320 | Ngân sách tỉnh | Tháng 3/2026",
    "2 | Kỹ năng tiếp dân | Công chức tiếp dân | 120 | 2 | Hội trường xã Đá Bạc | 64 | Ngân sách xã | Tháng 5/2026",
    "3 | Tiếng Mông giao tiếp | Bộ đội biên phòng | 35 | 60 | Trường Chính trị tỉnh | 188 | Ngân sách tỉnh | Tháng 5/2026",
)
INSPECTIONS = (
    "TT | Đơn vị được kiểm tra | Nội dung kiểm tra | Thời gian | Trưởng đoàn | Lãnh đạo phụ trách | Phối hợp",
    "I | Đợt 1 | | | | | ",
    "1 | UBND xã Vân Khê | Đất đai | Quý II/2026 | Ông Lê Khoát | Phó Giám đốc Vũ Ngân | Sở Tài chính",
    "2 | UBND phường Bến Gò | Thu chi ngân sách | Quý II/2026 | Bà Mai Lụa | Phó Giám đốc Trịnh Sáng | Công an tỉnh",
    "II | Đợt 2 | | | | | ",
    "3 | UBND xã Suối Nứa | Thu chi ngân sách | Quý III/2026 | Bà Mai Lụa | -nt- | Sở Tài chính",
)
DRAFTS = (
    "TT | Tên văn bản | Cơ quan chủ trì | Cấp trình | Thời gian trình | Chuyên viên theo dõi",
    "1 | Nghị định về tín chỉ rừng | Cục Lâm nghiệp | Chính phủ | Tháng 6/2026 | Bùi Lam",
    "2 | Quyết định về bảng giá nước | Cục Thủy lợi | Thủ tướng Chính phủ | Tháng 9/2026 | Trần Thơ",
    "3 | Thông tư về nước thải | Cục Môi trường | Bộ trưởng | Tháng 9/2026 | Trần Thơ",
    "4 | Thông tư về đê điều | Cục Thủy lợi | Bộ trưởng | Tháng 6/2026 | Bùi Lam",
)
CALENDAR = (
    "TT | Thời gian | Nội dung công việc | Chủ trì",
    "1 | Tháng 5/2026 | Phát động trồng cây | Hội Nông dân",
    "2 | | Giải bóng chuyền | Thư viện xã",
    "3 | Tháng 6/2026 | Ngày hội gia đình | Hội Phụ nữ",
)
CALENDAR_TITLE = "\nPHỤ LỤC\nLỊCH CÔNG TÁC NĂM 2026 CỦA BAN CHỈ ĐẠO PHONG TRÀO XÃ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n"
PLACES = (
    "TT | Tên cơ sở | Chủ cơ sở | Địa chỉ | Loại hình | Ngày kiểm tra | Tổ kiểm tra",
    "1 | Nhà hàng Sen Vàng | Đặng Hồng | Phố Cầu Đá | Nhà hàng | 10/4/2026 | Tổ 1",
    "2 | Bếp ăn trường Họa Mi | Lương Bích | Xóm Chợ | Bếp ăn tập thể | 11/4/2026 | Tổ 2",
    "3 | Quán phở Bà Tư | Nguyễn Tư | Phố Cầu Đá | Nhà hàng | 10/4/2026 | Tổ 1",
)
PLACES_TITLE = "\nPHỤ LỤC\nDANH SÁCH CƠ SỞ ĐƯỢC KIỂM TRA\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n"
PEOPLE = (
    "TT | Họ và tên | Chức vụ | Địa bàn phụ trách",
    "1 | Khổng Minh Tú | Giám đốc | Các phường trung tâm",
    "2 | Phùng Thị Hiên | Phó Giám đốc | Các xã ven sông",
)
PEOPLE_TITLE = "\nPHỤ LỤC\nPHÂN CÔNG ĐỊA BÀN\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n"
COURSES_TITLE = "\nPHỤ LỤC\nDANH MỤC CÁC LỚP BỒI DƯỠNG NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n"
INSPECTIONS_TITLE = (
    "\nPHỤ LỤC\nDANH SÁCH ĐƠN VỊ ĐƯỢC KIỂM TRA NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n"
)
DRAFTS_TITLE = "\nPHỤ LỤC\nDANH MỤC VĂN BẢN NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n"


@pytest.fixture(scope="module")
def courses() -> Ask:
    return asker([annexed(*COURSES, title=COURSES_TITLE)])


@pytest.fixture(scope="module")
def inspections() -> Ask:
    return asker([annexed(*INSPECTIONS, title=INSPECTIONS_TITLE)])


@pytest.fixture(scope="module")
def drafts() -> Ask:
    return asker([annexed(*DRAFTS, title=DRAFTS_TITLE)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("lớp kỹ năng tiếp dân có bao nhiêu học viên", "120"),
        ("khóa tiếng Mông giao tiếp mở ở đâu vậy", "Trường Chính trị tỉnh"),
        ("Lớp tiếng Mông giao tiếp học mấy ngày?", "60"),
        ("kinh phí lớp nghiệp vụ văn thư là bao nhiêu", "320"),
        ("Tiền mở lớp kỹ năng tiếp dân lấy từ nguồn nào?", "Ngân sách xã"),
        ("lớp tiếng Mông giao tiếp dành cho ai", "Bộ đội biên phòng"),
    ],
)
def test_a_side_column_is_asked_in_everyday_words(courses: Ask, question: str, value: str) -> None:
    assert courses(question).values == (value,)


def test_the_answer_is_called_by_the_header(courses: Ask) -> None:
    assert courses("lớp kỹ năng tiếp dân có bao nhiêu học viên").answer.startswith("Số học viên: 120")


def test_the_noun_before_which_is_how_the_cell_begins(inspections: Ask, drafts: Ask) -> None:
    assert inspections("Phó Giám đốc nào phụ trách cuộc kiểm tra xã Suối Nứa?").values == ("Phó Giám đốc Trịnh Sáng",)
    assert drafts("nghị định về tín chỉ rừng trình lên cấp nào nhỉ").values == ("Chính phủ",)
    assert drafts("Cơ quan nào chủ trì nghị định về tín chỉ rừng?").values == ("Cục Lâm nghiệp",)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Những lớp nào học tại Trường Chính trị tỉnh?", ["Phụ lục/1", "Phụ lục/3"]),
        ("tháng 5 có những khóa học nào", ["Phụ lục/2", "Phụ lục/3"]),
        ("các lớp dùng ngân sách xã", ["Phụ lục/2"]),
        ("những lớp trên 80 học viên", ["Phụ lục/1", "Phụ lục/2"]),
    ],
)
def test_rows_are_listed_by_what_their_table_calls_them(courses: Ask, question: str, rows: list[str]) -> None:
    assert listed(courses(question)) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("những xã phường được kiểm tra trong Đợt 1", ["Phụ lục/1", "Phụ lục/2"]),
        ("Những đơn vị nào bị kiểm tra về thu chi ngân sách?", ["Phụ lục/2", "Phụ lục/3"]),
        ("Sở Tài chính phối hợp kiểm tra những chỗ nào", ["Phụ lục/1", "Phụ lục/3"]),
        ("các cuộc do Phó Giám đốc Trịnh Sáng phụ trách", ["Phụ lục/2", "Phụ lục/3"]),
        ("danh mục việc bà Mai Lụa làm trưởng đoàn", ["Phụ lục/2", "Phụ lục/3"]),
    ],
)
def test_a_value_of_a_cell_chooses_the_rows_that_print_it(inspections: Ask, question: str, rows: list[str]) -> None:
    assert listed(inspections(question)) == rows


def test_rows_are_counted_and_what_is_left_out_is_not(drafts: Ask, courses: Ask) -> None:
    assert drafts("bao nhieu van ban trinh Chinh phu (khong tinh Thu tuong)").values == ("1",)
    assert drafts("có mấy thông tư trong danh mục").values == ("2",)
    assert courses("năm 2026 mở mấy lớp bồi dưỡng").values == ("3",)


def test_rows_of_another_sort_than_the_table_has_are_not_made_up(drafts: Ask, courses: Ask) -> None:
    assert courses("những lớp nào dạy lái xe?").status is Status.NOT_FOUND
    assert not listed(drafts("những văn bản nào do Cục Hàng hải chủ trì?"))


def test_two_rows_are_compared_by_a_column_of_numbers(courses: Ask) -> None:
    assert courses("lớp số 1 với lớp số 2 bên nào đông người hơn").values == ("85", "120")
    assert courses("lớp nghiệp vụ văn thư với lớp kỹ năng tiếp dân lớp nào tốn tiền hơn").values == ("320", "64")


def test_a_calendar_is_all_the_work_of_whose_it_is() -> None:
    ask = asker([annexed(*CALENDAR, title=CALENDAR_TITLE)])
    assert listed(ask("tháng 5/2026 ban chỉ đạo phải làm những việc gì")) == ["Phụ lục/1", "Phụ lục/2"]
    assert listed(ask("Trong lịch công tác, Hội Nông dân chủ trì những việc nào?")) == ["Phụ lục/1"]


def test_a_table_that_states_no_tasks_is_asked_by_its_columns_too() -> None:
    ask = asker([annexed(*PLACES, title=PLACES_TITLE)])
    assert ask("chủ cơ sở quán phở Bà Tư là ai").values == ("Nguyễn Tư",)
    assert listed(ask("Tổ 2 kiểm tra những cơ sở nào")) == ["Phụ lục/2"]
    assert listed(ask("ngày 10/4 kiểm tra những cơ sở nào")) == ["Phụ lục/1", "Phụ lục/3"]
    assert listed(ask("những nhà hàng nào bị kiểm tra")) == ["Phụ lục/1", "Phụ lục/3"]


def test_who_has_a_part_is_the_person_of_its_row() -> None:
    ask = asker([annexed(*PEOPLE, title=PEOPLE_TITLE)])
    assert ask("bà Phùng Thị Hiên phụ trách địa bàn nào").values == ("Các xã ven sông",)
    assert ask("ai phụ trách các xã ven sông").values == ("Phùng Thị Hiên",)


def test_a_row_that_has_no_such_column_does_not_repeat_its_name(courses: Ask) -> None:
    assert courses("tiếng Mông giao tiếp do giảng viên nào dạy").status is not Status.ANSWERED


def test_words_of_a_header_scattered_over_a_name_ask_for_no_column() -> None:
    head, *rows = DRAFTS
    ask = asker(
        [annexed(head, *rows, "5 | Quyết định về cấp thoát nước khu phố | Cục Quy hoạch | | Tháng 7/2026 | Bùi Lam")]
    )
    assert ask("Cấp thoát nước khu phố bên nào làm chính?").values == ("Cục Quy hoạch",)
    assert ask("Nghị định về tín chỉ rừng trình lên cấp nào?").values == ("Chính phủ",)


POOR = (
    "Xã, phường | Số hộ nghèo đầu năm | Số hộ giảm trong năm | Tỷ lệ cuối năm (%) | Ghi chú",
    "Xã Đá Bạc | 612 | 150 | 31,53 | ",
    "Xã Suối Nứa | 703 | 171 | 29,15 | Vùng lũ",
    "Phường Bến Gò | 52 | 20 | 3,27 | ",
)
POOR_TITLE = "\nPHỤ LỤC\nCHỈ TIÊU GIẢM HỘ NGHÈO NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Xã Đá Bạc cuối năm tỷ lệ hộ nghèo còn bao nhiêu %?", ("31,53",)),
        ("Năm 2026 xã Suối Nứa phải giảm bao nhiêu hộ nghèo?", ("171",)),
        ("Phường Bến Gò đầu năm có bao nhiêu hộ nghèo?", ("52",)),
        ("Xã Vân Khê cuối năm tỷ lệ hộ nghèo còn bao nhiêu %?", ()),
    ],
)
def test_a_row_of_figures_without_a_number_tells_the_column_asked_for(question: str, values: tuple[str, ...]) -> None:
    assert asker([annexed(*POOR, title=POOR_TITLE)])(question).values == values


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ai phụ trách xã Suối Nứa?", ("Phùng Thị Hiên",)),
        ("Ông Khổng Minh Tú phụ trách những xã nào?", ("Bến Gò, Vân Khê",)),
    ],
)
def test_who_looks_after_a_place_is_asked_by_the_title_of_its_column(question: str, values: tuple[str, ...]) -> None:
    rows = ("1 | Khổng Minh Tú | Giám đốc | Bến Gò, Vân Khê", "2 | Phùng Thị Hiên | Phó Giám đốc | Suối Nứa")
    ask = asker([annexed("TT | Họ và tên | Chức vụ | Xã phụ trách", *rows, title=PEOPLE_TITLE)])
    assert ask(question).values == values
