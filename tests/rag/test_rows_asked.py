"""Rows asked for by what they are: a group's heading, the parts of a row, a year, a cell of a table of figures."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

FIGURES = "\nPHỤ LỤC I\nCÂY TRỒNG GIAI ĐOẠN 2026 - 2028\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Sản phẩm | Lượng năm 2026 (Tấn) | Giá trị năm 2026 (Nghìn USD) | Lượng năm 2027 (Tấn) | Giá trị năm 2027 (Nghìn USD)",
    "I | Mặt hàng lâm sản | 30 | 400 | 36 | 470",
    "1 | Quế | 10 | 300 | 12 | 350",
    "2 | Hồi | 20 | 100 | 24 | 120",
    "II | Mặt hàng thủy sản | 5 | 50 | 6 | 60",
    "3 | Cá tầm | 5 | 50 | 6 | 60",
)
TASKS = "\nPHỤ LỤC II\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "A | VÙNG TRỒNG | | | | ",
    "I | Phát triển vùng trồng quế | | | | ",
    "1.1 | Lập bản đồ vùng trồng | Phòng Kinh tế | Công an xã | Bản đồ | 2026",
    "1.2 | Cấp mã số vùng trồng | Phòng Kinh tế | | Mã số | 2026 - 2028",
    "II | Chế biến | | | | ",
    "2.1 | Dựng xưởng sấy | Hợp tác xã Mây | | Xưởng | 2027",
    "B | THỊ TRƯỜNG | | | | ",
    "I | Quảng bá | | | | ",
    "1.1 | Mở gian hàng | Phòng Văn hóa | | Gian hàng | 2027",
)
OTHER = HEAD.replace("12/KH-UBND", "31/KH-UBND").replace("Cải cách hành chính", "Tạo lập dữ liệu đất đai")
DATA = "\nPHỤ LỤC\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 31/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Kết quả | Thời hạn",
    "1 | Đo đạc thửa đất | Công an xã | Sổ đo | Quý I/2026",
    "2 | Nhập sổ địa chính | Phòng Kinh tế | Sổ | Quý II/2027",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=FIGURES + TASKS)])


@pytest.fixture(scope="module")
def ask_both() -> Ask:
    first = plan(annex=TASKS)
    return asker([first, plan(head=OTHER, annex=DATA)])


def _places(ask: Ask, question: str) -> list[str]:
    return [one.locator for one in ask(question).items]


@pytest.mark.parametrize("question", ["Phụ lục I có bao nhiêu mặt hàng lâm sản?", "phu luc 1 co may mat hang lam san"])
def test_what_a_group_is_headed_counts_its_rows(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.values == ("2",)
    assert [one.locator for one in answer.items] == ["Phụ lục I/1", "Phụ lục I/2"]


def test_a_count_with_a_condition_that_is_not_understood_is_no_count_of_all(ask: Ask) -> None:
    assert ask("Phụ lục I có bao nhiêu mặt hàng lâm sản bị trả lại?").values != ("2",)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Giá trị của Quế năm 2027 là bao nhiêu?", "350"),
        ("năm 2027 đặt ra bao nhiêu tấn Hồi", "24"),
        ("năm 2026 bao nhiêu nghìn USD Cá tầm", "50"),
    ],
)
def test_a_figure_is_told_by_its_row_its_year_and_its_unit(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


def test_a_whole_year_is_when_rows_are_due_where_not_all_are_of_it(ask: Ask) -> None:
    assert _places(ask, "Những nhiệm vụ nào phải xong trong năm 2027?") == ["Phụ lục II/A/II/2.1", "Phụ lục II/B/I/1.1"]
    assert _places(ask, "Nhiệm vụ nào phải hoàn thành trước năm 2027?") == ["Phụ lục II/A/I/1.1"]


def test_a_heading_said_whole_is_that_group(ask: Ask) -> None:
    expected = ["Phụ lục II/A/I/1.1", "Phụ lục II/A/I/1.2"]
    assert _places(ask, "Phát triển vùng trồng quế có những nhiệm vụ nào?") == expected
    assert _places(ask, "Mảng vùng trồng quế gồm những việc gì?") == expected


def test_groups_are_those_of_the_part_named_or_those_that_hold_rows(ask: Ask) -> None:
    assert ask("Phụ lục II phần A có mấy nhóm?").values == ("2",)
    assert ask("Phụ lục II có mấy nhóm?").values == ("3",)


def test_words_of_one_title_alone_name_its_plan(ask_both: Ask) -> None:
    answer = ask_both("Những nhiệm vụ nào về tạo lập dữ liệu đất đai?")
    assert answer.status is Status.ANSWERED
    assert [one.locator for one in answer.items] == ["Phụ lục/1", "Phụ lục/2"]


def test_the_parts_of_a_row_are_asked_for_by_its_name() -> None:
    rows = table(
        "STT | Tiêu chí thi đua | Điểm chuẩn | Hướng dẫn chấm điểm",
        "1 | Trồng cây ven đường | 20 | Mỗi cây một điểm",
        "2 | Điểm thưởng thêm | 10 | ",
        "2.1 | Có vườn ươm | 5 | Chấm một lần",
        "2.2 | Có đội chăm cây | 5 | Chấm một lần",
    )
    ask = asker([plan(annex="\nPHỤ LỤC\nTHANG ĐIỂM\n(Kèm theo Kế hoạch số 12/KH-UBND)\n\n" + rows)])
    assert _places(ask, "Điểm thưởng thêm gồm những nội dung nào?") == ["Phụ lục/2.1", "Phụ lục/2.2"]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Phụ lục I nhóm mặt hàng lâm sản có những cây nào?", ["Phụ lục I/1", "Phụ lục I/2"]),
        ("Hợp tác xã Mây tham gia việc gì trong phụ lục II?", ["Phụ lục II/A/II/2.1"]),
    ],
)
def test_rows_are_asked_for_in_other_words(ask: Ask, question: str, places: list[str]) -> None:
    assert _places(ask, question) == places


def test_a_group_that_lessens_something_is_not_asked_for_blanks() -> None:
    rows = table(
        "TT | Nhiệm vụ | Chủ trì | Kết quả | Thời hạn",
        "I | Giảm thiểu rác thải nhựa | | | ",
        "1 | Phát túi vải | Hội Phụ nữ xã | Túi | Quý I/2026",
        "II | Trồng cây | | | ",
        "2 | Trồng hàng rào xanh | Đoàn xã | Cây | Quý II/2026",
    )
    ask = asker([plan(annex="\nPHỤ LỤC\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND)\n\n" + rows)])
    assert _places(ask, "Nhóm giảm thiểu rác thải nhựa gồm những nhiệm vụ nào?") == ["Phụ lục/1"]


def test_a_mark_is_asked_for_by_the_whole_number_of_its_row() -> None:
    rows = table(
        "STT | Tiêu chí thi đua | Điểm chuẩn | Hướng dẫn chấm điểm",
        "1 | Trồng cây ven đường | 20 | Mỗi cây một điểm",
        "2 | Điểm thưởng thêm | 10 | ",
        "2.1 | Có vườn ươm | 4 | Chấm một lần",
        "2.2 | Có đội chăm cây | 6 | Chấm một lần",
    )
    ask = asker([plan(annex="\nPHỤ LỤC\nTHANG ĐIỂM\n(Kèm theo Kế hoạch số 12/KH-UBND)\n\n" + rows)])
    assert ask("Mục 2.2 thang điểm được bao nhiêu điểm?").values == ("6",)


@pytest.mark.parametrize(
    "question",
    [
        "Phụ lục kế hoạch tạo lập dữ liệu đất đai, TT 2 ai chủ trì?",
        "phu luc ke hoach tao lap du lieu dat dai, tt 2 ai chu tri?",
        "TT 2 phụ lục kế hoạch tạo lập dữ liệu đất đai ai chủ trì?",
    ],
)
def test_a_row_is_named_by_the_title_of_the_column_of_numbers(question: str) -> None:
    answer = asker([plan(annex=FIGURES + TASKS), plan(head=OTHER, annex=DATA)])(question)
    assert (answer.values, [cited.locator for cited in answer.citations]) == (("Phòng Kinh tế",), ["Phụ lục/2"])


def test_several_things_inside_a_row_are_no_rows_where_who_leads_is_asked() -> None:
    listed = "\nDANH MỤC CƠ SỞ DỮ LIỆU\n(Kèm theo Kế hoạch số 31/KH-UBND ngày 05/3/2026)\n\n" + table(
        "TT | Tên | Chủ trì | Thời hạn",
        "1 | Dữ liệu bến thuyền | Công an xã | 2026",
        "2 | Dữ liệu hộ dân | Văn phòng | 2026",
    )
    schools = "\nPHỤ LỤC\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
        "TT | Nhiệm vụ | Chủ trì | Thời hạn",
        "1 | Sắp xếp các cơ sở dạy nghề ven sông | Phòng Kinh tế; Công an xã | 2026",
        "2 | Mở lớp bơi | Phòng Văn hóa | 2026",
    )
    ask = asker([plan(annex=schools), plan(head=OTHER, annex=listed)])
    answer = ask("Sắp xếp các cơ sở dạy nghề ven sông do những đơn vị nào chủ trì?")
    assert answer.values == ("Phòng Kinh tế", "Công an xã")
