"""Rows by what their table calls them, in telegrams and by a group's heading; sums of money set side by side."""

from __future__ import annotations

import pytest

from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

LESSONS = (
    "\nPHỤ LỤC I\nDANH MỤC BUỔI GIỚI THIỆU NGHỀ RỪNG NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
    + table(
        "TT | Tên buổi giới thiệu | Địa điểm | Đơn vị chủ trì | Thời gian | Số người dự",
        "I | Lĩnh vực cây giống | | | | ",
        "1 | Ươm cây trên đất dốc | Xã Sông Mơ | Hạt Kiểm lâm | 05/3/2026 | 50",
        "2 | Chọn hạt giống | Xã Vân Khê | Phòng Kinh tế | 19/3/2026 | 40",
        "II | Lĩnh vực ong mật | | | | ",
        "3 | Nuôi ong dưới tán | Xã Sông Mơ | Hội Nông dân | 02/7/2026 | 60",
        "4 | Phòng bệnh cho ong | Xã Vân Khê | Hội Nông dân | 20/8/2026 | 30",
    )
)
PROJECTS = "\nPHỤ LỤC II\nDANH MỤC DỰ ÁN KÊU GỌI ĐẦU TƯ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Tên dự án | Địa điểm | Chủ trì | Tổng vốn | Nguồn lực | Thời hạn",
    "A | CHUỖI TRE - NỨA | | | | | ",
    "1 | Dự án ván ép tre | Xã Sông Mơ | Phòng Kinh tế | 2.100 | Ngân sách 700 triệu đồng | 2026",
    "2 | Xưởng đũa tre | Xã Vân Khê | Phòng Kinh tế | 1.250 | Ngân sách 300 triệu đồng | 2027",
    "B | CHUỖI CHÈ | | | | | ",
    "3 | Nhà máy chè xanh | Xã Sông Mơ | Phòng Kinh tế | 900 | Ngân sách 500 triệu đồng | 2027",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=LESSONS + PROJECTS)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("buổi giới thiệu nghề rừng nào mở ở xã Sông Mơ", ["1", "3"]),
        ("Lam Giang: buổi giới thiệu nghề rừng từ tháng 7 đến tháng 8/2026", ["3", "4"]),
        ("lam giang: buoi gioi thieu nghe rung tu thang 7 den thang 8/2026", ["3", "4"]),
        ("Buổi giới thiệu do Hội Nông dân chủ trì", ["3", "4"]),
    ],
)
def test_a_telegram_lists_the_rows_that_their_table_calls_so(ask: Ask, question: str, rows: list[str]) -> None:
    assert [one.locator for one in ask(question).items] == [f"Phụ lục I/{row}" for row in rows]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Lam Giang - số buổi giới thiệu nghề rừng tổ chức trong tháng 3/2026", "2"),
        ("Danh mục dự án kêu gọi đầu tư có tất cả bao nhiêu dự án?", "3"),
    ],
)
def test_rows_are_counted_whatever_opens_their_names(ask: Ask, question: str, count: str) -> None:
    assert ask(question).values == (count,)


@pytest.mark.parametrize("question", ["chuỗi tre - nứa gồm mấy dự án nào thế?", "chuoi tre - nua co nhung du an nao"])
def test_rows_under_a_heading_are_listed_by_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.values == ()
    assert [one.locator for one in answer.items] == ["Phụ lục II/1", "Phụ lục II/2"]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("So sánh tổng vốn của dự án ván ép tre và nhà máy chè xanh", ("2.100", "900")),
        (
            "So sánh kinh phí của xưởng đũa tre và nhà máy chè xanh",
            ("Ngân sách 300 triệu đồng", "Ngân sách 500 triệu đồng"),
        ),
    ],
)
def test_one_column_of_two_rows_is_set_side_by_side(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


DATA = (
    "\nPHỤ LỤC III\nDANH SÁCH CÁC CUỘC KIỂM TRA RỪNG NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
    + table(
        "TT | Đối tượng được kiểm tra | Nội dung kiểm tra | Thời gian | Chủ trì | Ghi chú",
        "A | Tổ chức đảng | | | | ",
        "1 | Chi bộ Trạm Y tế | Quản lý vườn thuốc | Tháng 3/2026 | Hạt Kiểm lâm | Làm lần đầu",
        "2 | Chi bộ Trường Sông Mơ | Trồng cây | Tháng 10/2026 | Trưởng đoàn: đồng chí Lò Văn Tre, Hạt trưởng | ",
        "B | Cá nhân | | | | ",
        "3 | Trưởng thôn Vân Khê | Trồng cây, gắn giao rừng cộng đồng | Tháng 10/2027 | Hội Nông dân | Làm lần đầu",
    )
)


@pytest.fixture(scope="module")
def ask_data() -> Ask:
    return asker([plan(annex=LESSONS + PROJECTS + DATA)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Chi bộ nào được kiểm tra trong tháng 10/2026", ["2"]),
        ("Lam Giang: cuộc kiểm tra rừng làm lần đầu", ["1", "3"]),
        ("nhung cuoc kiem tra nao hoan thanh nam 2027", ["3"]),
        ("Lam Giang: cuộc kiểm tra hoàn thành năm 2027", ["3"]),
        ("Lam Giang: cuộc kiểm tra do đồng chí Lò Văn Tre làm trưởng đoàn", ["2"]),
        ("tổ chức đảng nào được kiểm tra", ["1", "2"]),
    ],
)
def test_rows_are_chosen_by_a_note_another_year_or_whom_the_action_is_done_to(
    ask_data: Ask, question: str, rows: list[str]
) -> None:
    assert [one.locator for one in ask_data(question).items] == [f"Phụ lục III/{row}" for row in rows]


def test_a_group_is_named_by_what_stands_before_the_colon_of_its_heading() -> None:
    headed = PROJECTS.replace("CHUỖI TRE - NỨA", "TRE, NỨA VÀ GỖ KHÁC: ĐẾN NĂM 2030")
    assert asker([plan(annex=headed)])("nhóm tre, nứa và gỗ khác có mấy dự án").values == ("2",)


def test_a_unit_that_ends_in_lam_before_do_asks_for_no_unfinished_work(ask: Ask) -> None:
    answer = ask("Các buổi giới thiệu của Hạt Kiểm lâm do Hạt Kiểm lâm chủ trì")
    assert [one.locator for one in answer.items] == ["Phụ lục I/1"]
