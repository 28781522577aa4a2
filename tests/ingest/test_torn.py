"""Tables of bars that an export broke, and tables that are no plain list of tasks: programmes, marks, sums."""

from __future__ import annotations

from ingest.readers.torn import mended
from tests.ingest.sources import annexed, plan

HEADER = "| TT | Tên văn bản | Cơ quan soạn thảo | Cơ quan thẩm tra | Tiến độ | |"
TORN = f"""{HEADER}
|
| I. Văn bản của Hội đồng nhân dân |
| |||
| | Nghị quyết về mức thu học phí năm học tới | Sở Giáo dục và Đào tạo
| Ban Văn hóa
| Trước ngày 10/01/2027 | |
| Nghị quyết về hỗ trợ nước sạch cho các xã vùng cao | Sở Xây dựng |
| Trước ngày 20/01/2027
| ||
| Nghị quyết về đặt tên đường trên địa bàn tỉnh | Sở Nội vụ | Ban Pháp chế | Quý II/2027 | ||
"""


def test_a_row_is_whole_once_it_has_the_bars_of_the_header() -> None:
    lines = mended(TORN.splitlines())
    assert len(lines) == 1 + 1 + 3
    assert all(line.count("|") == HEADER.count("|") for line in lines)


def test_lines_of_a_table_that_is_whole_stay_as_they_are() -> None:
    whole = [HEADER, "| 1 | Nghị quyết A | Sở Nội vụ | Ban Pháp chế | Quý I/2027 | |", "| Tổng cộng |"]
    assert mended(whole) == whole


def test_rows_of_a_torn_table_stand_under_their_titles() -> None:
    found = plan(body=f"I. NỘI DUNG\n{TORN}")
    assert [task.leads for task in found.tasks] == [("Sở Giáo dục và Đào tạo",), ("Sở Xây dựng",), ("Sở Nội vụ",)]
    assert [task.due.text for task in found.tasks] == ["Trước ngày 10/01/2027", "Trước ngày 20/01/2027", "Quý II/2027"]
    reviewing = [dict(task.other)["Cơ quan thẩm tra"].text for task in found.tasks]
    assert reviewing == ["Ban Văn hóa", "", "Ban Pháp chế"]
    assert found.tasks[1].name.text == "Nghị quyết về hỗ trợ nước sạch cho các xã vùng cao"


def test_a_programme_counts_its_matters_in_their_names_and_not_its_opening() -> None:
    found = annexed(
        "Thời gian | Nội dung | Thực hiện",
        "8h00 - 8h10 | Khai mạc | Lãnh đạo Sở Y tế",
        "8h10 - 9h00 | 1. Hướng dẫn lập biểu | Phòng Nghiệp vụ Y",
        "9h00 - 9h15 | 2. Giải lao | ",
    )
    places = ["Phụ lục/(không số)", "Phụ lục/1", "Phụ lục/2"]
    assert [task.locator for task in found.tasks] == places
    assert [task.due.text for task in found.tasks] == ["8h00 - 8h10", "8h10 - 9h00", "9h00 - 9h15"]
    assert found.tasks[2].leads == ()


def test_figures_in_names_that_do_not_count_on_number_no_rows() -> None:
    found = annexed(
        "Thời gian | Nội dung | Thực hiện",
        "8h00 - 8h10 | Khai mạc | Lãnh đạo Sở Y tế",
        "8h10 - 9h00 | 3. Hướng dẫn lập biểu | Phòng Nghiệp vụ Y",
        "9h00 - 9h15 | 2. Giải lao | ",
    )
    places = ["Phụ lục/(không số)-1", "Phụ lục/(không số)-2", "Phụ lục/(không số)-3"]
    assert [task.locator for task in found.tasks] == places


def test_marks_are_the_values_of_a_table_of_criteria() -> None:
    found = annexed(
        "STT | Tiêu chí thi đua | Điểm chuẩn | Hướng dẫn chấm điểm",
        "I | NHÓM XÃ | 30 | ",
        "1 | Trồng cây ven đường | 20 | Mỗi cây một điểm",
        "2 | Điểm cộng | 10 | ",
        "2.1 | Có vườn ươm | 10 | Chấm một lần",
    )
    rows = [(one.locator, one.value.text, one.group) for one in found.targets if one.annex]
    assert rows == [
        ("Phụ lục/I", "30", None),
        ("Phụ lục/1", "20", "I"),
        ("Phụ lục/2", "10", "I"),
        ("Phụ lục/2.1", "10", "I"),
    ]


def test_the_words_under_the_last_row_are_a_clause_and_no_group() -> None:
    remark = "Tổng kinh phí dự kiến của các nhiệm vụ trên từ ngân sách tỉnh là 300 triệu đồng, " + "trong đó " * 8
    found = annexed("TT | Nhiệm vụ | Chủ trì | Thời hạn", "1 | Sửa cầu | Sở Xây dựng | Quý I/2026", f" | {remark} | | ")
    assert [task.locator for task in found.tasks] == ["Phụ lục/1"]
    assert any(one.locator == "Phụ lục/(không số)" and "300 triệu" in one.text for one in found.clauses)


def test_articles_stay_beside_each_other_where_the_first_stands_under_no_heading() -> None:
    body = "Điều 1. Ban hành chương trình với nội dung sau:\nI. MỤC TIÊU\n1. Xây cầu.\nĐiều 2. Sở Xây dựng thi hành.\n"
    found = plan(body=body)
    assert [one.locator for one in found.sections if "Điều" in one.locator] == ["Điều 1", "Điều 2"]


def test_values_of_several_columns_of_one_year_are_all_kept() -> None:
    found = annexed(
        "TT | Sản phẩm | Kế hoạch 2026 Lượng (Tấn) | Kế hoạch 2026 Giá trị (Nghìn USD) | Kế hoạch 2027 Lượng (Tấn)",
        "1 | Chè xanh | 12 | 340 | 15",
        "2 | Quế | 7 | 90 | 8",
    )
    first = next(one for one in found.targets if one.annex)
    assert (first.over, first.value.text) == ("Kế hoạch 2026 Lượng (Tấn)", "12")
    assert [cell.text for header, cell in first.other if "2026" in header] == ["340"]
