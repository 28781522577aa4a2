"""Plans without a table of tasks: what stands under an office's heading is its work, and what stands in a section its parts."""

from __future__ import annotations

import pytest

from ingest.build import build_plan
from ingest.plan import Plan
from ingest.readers.text import read_text
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited, listed

LIBRARIES = """ỦY BAN NHÂN DÂN
THÀNH PHỐ SÔNG MƠ

Số: 61/KH-UBND

Sông Mơ, ngày 14 tháng 02 năm 2026

KẾ HOẠCH
Phát triển thư viện lưu động trên địa bàn thành phố Sông Mơ năm 2026

I. MỤC ĐÍCH
Đưa sách đến từng thôn xóm.

II. NỘI DUNG THỰC HIỆN

1. Công tác luân chuyển sách báo

a) Lập danh mục sách cho từng điểm đọc.

b) Bố trí xe chở sách hai tuần một chuyến.

2. Bảo quản kho sách

- Kiểm kê kho sách mỗi quý.

- Khử ẩm phòng đọc trước mùa mưa.

- Đóng lại bìa những cuốn hư hỏng.

III. TỔ CHỨC THỰC HIỆN

1. Sở Văn hóa

a) Chủ trì, phối hợp với Sở Tài chính mở thêm điểm đọc lưu động;

b) Hướng dẫn xã, phường chọn nơi đặt tủ sách;

c) Tổng kết việc luân chuyển sách của thành phố.

2. Sở Tài chính

a) Tham mưu bố trí kinh phí mua sách theo khả năng ngân sách;

b) Kiểm tra việc sử dụng tiền tài trợ.

3. Các hội thành viên của Hội Khuyến đọc

- Vận động tặng sách cũ.

- Cử người trông tủ sách.

4. Giao Giám đốc Bảo tàng thành phố

Cho mượn nhà trưng bày làm điểm đọc.
"""
WELLS = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG

Số: 47/KH-UBND

Lam Giang, ngày 03 tháng 3 năm 2026

KẾ HOẠCH
Khơi giếng làng trên địa bàn tỉnh Lam Giang

I. TỔ CHỨC THỰC HIỆN

1. Sở Xây dựng

- Hướng dẫn kỹ thuật kè giếng.

2. Sở Tài chính

Cân đối, tham mưu bố trí kinh phí thuê thợ đào cho các xã.
"""


def plan(text: str, file: str) -> Plan:
    return build_plan(read_text(file, text), "0" * 64)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(LIBRARIES, "thu-vien.txt"), plan(WELLS, "gieng.txt")])


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Sở Tài chính thành phố Sông Mơ được giao những việc gì?", ["III/2/a", "III/2/b"]),
        ("Trách nhiệm của Sở Tài chính trong kế hoạch thư viện lưu động là gì?", ["III/2/a", "III/2/b"]),
        ("so tai chinh song mo lam nhung gi", ["III/2/a", "III/2/b"]),
        ("Sở Văn hóa phải làm gì?", ["III/1/a", "III/1/b", "III/1/c"]),
        ("Các hội thành viên của Hội Khuyến đọc phải làm gì trong kế hoạch thư viện 14/02/2026?", ["III/3", "III/3"]),
        ("Bảo tàng thành phố có nhiệm vụ gì?", ["III/4"]),
    ],
)
def test_an_offices_work_is_all_that_stands_under_its_heading(ask: Ask, question: str, places: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert listed(answer) == places
    assert {one.rpartition("#")[2] for one in cited(answer)} >= set(places)


def test_what_an_office_only_helps_with_is_told_apart(ask: Ask) -> None:
    assert [one.locator for one in ask("Sở Tài chính Sông Mơ phải làm gì?").also if one.role == "support"] == [
        "III/1/a"
    ]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Mục III kế hoạch thư viện lưu động giao Sở Văn hóa mấy việc?", 3),
        ("Sở Tài chính Sông Mơ được giao bao nhiêu nhiệm vụ?", 2),
        ("Các hội thành viên của Hội Khuyến đọc có mấy việc?", 2),
        ("Sở Tài chính được giao mấy việc về thư viện lưu động?", 2),
    ],
)
def test_an_offices_work_in_prose_is_counted(ask: Ask, question: str, count: int) -> None:
    answer = ask(question)
    assert answer.values == (str(count),)
    assert len(answer.items) == count


@pytest.mark.parametrize(
    "question",
    [
        "Sở Ngoại vụ Sông Mơ phải làm gì?",
        "Sở Tài chính thành phố Sông Mơ được giao việc gì về trồng rừng?",
        "Mục III kế hoạch giếng làng gồm những việc gì?",
    ],
)
def test_what_no_heading_or_clause_speaks_of_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Mục II.1 kế hoạch 61/KH-UBND gồm những việc nào?", ["II/1/a", "II/1/b"]),
        ("Công tác luân chuyển sách báo gồm những nội dung nào?", ["II/1/a", "II/1/b"]),
        ("BẢO QUẢN KHO SÁCH GỒM NHỮNG VIỆC GÌ", ["II/2", "II/2", "II/2"]),
        ("Mục II kế hoạch thư viện lưu động có những nội dung gì?", ["II/1", "II/2"]),
    ],
)
def test_the_parts_of_a_section_are_listed(ask: Ask, question: str, places: list[str]) -> None:
    assert listed(ask(question)) == places


def test_the_parts_of_a_section_are_counted_with_their_places(ask: Ask) -> None:
    answer = ask("Mục III kế hoạch 61/KH-UBND giao cho mấy đầu mối?")
    assert (answer.values, listed(answer)) == (("4",), ["III/1", "III/2", "III/3", "III/4"])
    answer = ask("Bảo quản kho sách gồm mấy việc?")
    assert (answer.values, len(answer.items)) == (("3",), 3)


def test_work_that_several_plans_give_an_office_is_told_of_each(ask: Ask) -> None:
    answer = ask("Sở Tài chính được giao việc gì về bố trí kinh phí?")
    assert answer.status is Status.AMBIGUOUS
    assert {f"{one.file}#{one.locator}" for one in answer.items} == {"thu-vien.txt#III/2/a", "gieng.txt#I/2"}


def test_who_is_given_work_whose_purpose_only_the_plans_title_says(ask: Ask) -> None:
    assert ask("Ai cân đối, tham mưu bố trí kinh phí khơi giếng làng?").values == ("Sở Tài chính",)


def test_rounds_named_together_are_each_answered() -> None:
    text = """UBND XÃ LAM GIANG

Số: 9/KH-UBND

Lam Giang, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Thi chạy việt dã xã Lam Giang

I. NỘI DUNG

1. Vòng đấu thứ nhất: chạy quanh hồ.

- Thời gian: ngày 12/3/2026.

- Đơn vị chủ trì: Đoàn xã.

2. Vòng đấu thứ hai: chạy lên đồi.

- Thời gian: ngày 19/4/2026.

- Đơn vị chủ trì: Hội Nông dân xã.
"""
    ask = asker([plan(text, "viet-da.txt"), plan(WELLS, "gieng.txt")])
    assert ask("Theo kế hoạch ngày 05/01/2026, vòng đấu thứ hai do đơn vị nào chủ trì?").values == ("Hội Nông dân xã",)
    both = ask("Vòng đấu thứ nhất và thứ hai do những ai chủ trì?")
    assert both.values == ("Đoàn xã", "Hội Nông dân xã")
