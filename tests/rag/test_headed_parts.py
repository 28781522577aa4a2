"""The parts of one heading are listed and counted by what a question calls them, in plans without a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

KITES = """TRƯỜNG THCS CỒN SẬY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cồn Sậy, ngày 03 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức ngày hội thả diều năm 2026

Trường THCS Cồn Sậy ban hành Kế hoạch tổ chức ngày hội thả diều, cụ thể như sau:

I. MỤC ĐÍCH
Tạo sân chơi lành mạnh cho học sinh.

II. NỘI DUNG VÀ THỜI GIAN THỰC HIỆN
Ngày hội chia thành 03 đợt:

1. Đợt 1: Từ ngày 01/4/2026 đến ngày 20/4/2026
- Làm khung diều.

2. Đợt 2: Từ ngày 21/4/2026 đến ngày 15/5/2026
- Thả thử trên triền đê.

3. Đợt 3: Sau ngày 15/5/2026
- Thi chung kết.

III. HÌNH THỨC DỰ THI
Các lớp dự thi theo các hình thức sau:

1. Diều sáo: mỗi lớp một chiếc.

2. Diều múa: thả theo tốp năm em.

IV. CÁC RỦI RO CẦN PHÒNG NGỪA

1. Rủi ro điện giật: không thả gần đường dây.

2. Rủi ro rơi xuống sông: có phao cứu sinh.

V. TỔ CHỨC THỰC HIỆN

1. Ban Giám hiệu: Duyệt kế hoạch và mời đại biểu.

2. Giáo viên chủ nhiệm các lớp: Lập đội diều của lớp mình.

3. Văn phòng Trường THCS Cồn Sậy: Chuẩn bị loa đài, nước uống.

4. Kinh phí thực hiện: Từ quỹ hội cha mẹ học sinh.

Nơi nhận:
- Lưu: VT.

HIỆU TRƯỞNG

Lò Thị Diều
"""
FESTIVAL = """ỦY BAN NHÂN DÂN XÃ MŨI NEO

Mũi Neo, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức Hội nghị bàn về nghề đan lưới năm 2026

Ủy ban nhân dân xã Mũi Neo ban hành Kế hoạch tổ chức Hội nghị như sau:

I. THỜI GIAN, ĐỊA ĐIỂM

1. Thời gian: buổi sáng, ngày 12/6/2026.

2. Địa điểm: Nhà văn hóa xã.

II. PHÂN CÔNG NHIỆM VỤ

1. Phòng Kinh tế: Chuẩn bị báo cáo về nghề đan lưới.

2. Trạm Y tế xã: Trực cấp cứu.

Nơi nhận:
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([read(KITES), replace(read(FESTIVAL), file="luoi.txt")])


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Những ai được phân công việc ở mục V kế hoạch thả diều?", ["V/1", "V/2", "V/3"]),
        ("Liệt kê các đơn vị được giao nhiệm vụ tại phần tổ chức thực hiện của kế hoạch thả diều", ["V/1", "V/2", "V/3"]),
        ("Ai được giao việc ở mục V kế hoạch ngày hội thả diều?", ["V/1", "V/2", "V/3"]),
        ("ke hoach tha dieu giao viec cho nhung ai trong phan to chuc thuc hien", ["V/1", "V/2", "V/3"]),
        ("Kế hoạch hội nghị đan lưới phân công nhiệm vụ cho những cơ quan nào?", ["II/1", "II/2"]),
        ("Ngày hội thả diều gồm những đợt nào?", ["II/1", "II/2", "II/3"]),
        ("Các lớp dự thi thả diều bằng những hình thức nào?", ["III/1", "III/2"]),
        ("Ngày hội thả diều có những rủi ro nào cần phòng ngừa?", ["IV/1", "IV/2"]),
    ],
)  # fmt: skip
def test_the_parts_of_the_heading_are_listed(ask: Ask, question: str, places: list[str]) -> None:
    assert [one.locator for one in ask(question).items] == places


@pytest.mark.parametrize(
    ("question", "count", "last"),
    [
        ("Ngày hội thả diều chia làm mấy đợt?", "3", "II/3"),
        ("số đợt của ngày hội thả diều", "3", "II/3"),
        ("Thi thả diều có bao nhiêu hình thức?", "2", "III/2"),
        ("Mục V kế hoạch thả diều giao việc cho mấy bộ phận?", "3", "V/3"),
        ("Hội nghị đan lưới giao nhiệm vụ cho bao nhiêu đơn vị?", "2", "II/2"),
    ],
)
def test_they_are_counted(ask: Ask, question: str, count: str, last: str) -> None:
    answer = ask(question)
    assert (answer.values, answer.items[-1].locator) == ((count,), last)


@pytest.mark.parametrize(
    "question",
    [
        "Ngày hội thả diều gồm những vòng nào?",
        "Ngày hội thả diều có mấy giai đoạn?",
        "Những đơn vị nào được giao bắn pháo hoa trong kế hoạch thả diều?",
        "Hội nghị đan lưới có những hình thức khen thưởng nào?",
        "Các tổ chức thành viên phải làm gì trong kế hoạch thả diều?",
        "Kế hoạch thả diều năm 2023 giao việc cho những ai?",
        "Ngày hội thả diều năm 2024 có mấy đợt?",
    ],
)
def test_what_no_heading_has_is_not_listed(ask: Ask, question: str) -> None:
    assert not ask(question).items


@pytest.mark.parametrize(
    "question",
    [
        "Văn phòng phải làm gì về thuế nhà đất?",
        "Trạm Y tế phải làm gì trong ngày hội thả diều?",
        "Văn phòng phải làm gì trong ngày hội thả diều năm 2023?",
    ],
)
def test_work_that_no_section_gives_an_office_is_not_told(ask: Ask, question: str) -> None:
    assert not ask(question).values


def test_a_section_named_by_its_number_tells_whom_it_gives_work(ask: Ask) -> None:
    answer = ask("Mục II.2 kế hoạch hội nghị đan lưới giao việc cho bộ phận nào?")
    assert (answer.values, [one.locator for one in answer.citations]) == (("Trạm Y tế xã",), ["II/2"])


@pytest.mark.parametrize(
    ("question", "today", "values"),
    [
        ("Hôm nay ngày hội thả diều đang ở đợt mấy?", date(2026, 4, 2), ("Đợt 1",)),
        ("Bây giờ đang là đợt nào của ngày hội thả diều?", date(2026, 5, 1), ("Đợt 2",)),
        ("Tháng 4/2026 ngày hội thả diều ở những đợt nào?", date(2026, 3, 1), ("Đợt 1", "Đợt 2")),
        ("Tháng này ngày hội thả diều đang ở đợt nào?", date(2026, 7, 1), ("Đợt 3",)),
    ],
)
def test_the_round_that_a_time_falls_in_is_told(ask: Ask, question: str, today: date, values: tuple[str, ...]) -> None:
    answer = ask(question, today)
    assert answer.values == values
    assert len(answer.items) == len(values)


def test_a_day_before_all_rounds_is_in_none(ask: Ask) -> None:
    assert ask("Hôm nay ngày hội thả diều đang ở đợt mấy?", date(2026, 1, 5)).status is Status.NOT_FOUND


@pytest.mark.parametrize(("today", "values"), [(date(2026, 6, 9), ("ngày 12/6/2026",)), (date(2026, 6, 23), ())])
def test_a_day_is_told_of_the_week_that_it_is_in(ask: Ask, today: date, values: tuple[str, ...]) -> None:
    assert ask("Tuần này xã Mũi Neo họp hội nghị đan lưới vào ngày nào?", today).values == values


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Phòng Kinh tế phải làm gì cho hội nghị đan lưới ngày 12/6?", "II/1"),
        ("Văn phòng phải làm gì trong ngày hội thả diều?", "V/3"),
        ("Giáo viên chủ nhiệm các lớp phải làm gì trong ngày hội thả diều?", "V/2"),
        ("Các giáo viên chủ nhiệm phải làm gì trong kế hoạch thả diều?", "V/2"),
    ],
)
def test_the_work_of_a_unit_names_its_place(ask: Ask, question: str, place: str) -> None:
    assert {one.locator for one in ask(question).items} == {place}


def test_work_told_in_prose_leaves_out_the_unit_before_its_colon(ask: Ask) -> None:
    assert ask("Văn phòng phải làm gì trong ngày hội thả diều?").values == ("Chuẩn bị loa đài, nước uống",)


@pytest.mark.parametrize(
    "question",
    [
        "Đợt 2 của ngày hội thả diều: từ ngày – đến ngày?",
        "thả diều xã Cồn Sậy đợt 2, từ … đến …?",
        "lịch đợt 2 của ngày hội thả diều",
    ],
)
def test_a_round_is_told_where_the_ends_of_its_time_are_left_out(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.values, answer.citations[0].locator) == (("Từ ngày 21/4/2026 đến ngày 15/5/2026",), "II/2")


@pytest.mark.parametrize("question", ["Đợt 4 của ngày hội thả diều: từ ngày – đến ngày?", "lịch bơi đợt 2 của trường"])
def test_no_other_time_is_told_instead(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
