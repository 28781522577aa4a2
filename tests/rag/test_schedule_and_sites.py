"""Ends of work, groups, sites and parts of one clause, asked in few words of a workshop's plan and a commune's."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

_WORKSHOP = """CỤC NGHỀ THỦ CÔNG
Số: 19/KH-CNTC
Hà Nội, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Phục hồi nghề dệt chiếu năm 2026

I. KINH PHÍ
Kinh phí bố trí từ ngân sách nhà nước giao cho Cục Nghề thủ công năm 2026 và các nguồn hợp pháp khác. Tổng dự toán là 7.350 triệu đồng, trong đó chi mua khung dệt 4.200 triệu đồng, chi mở lớp dạy nghề 3.150 triệu đồng.
II. GIẢI PHÁP
- Thuê kho của hợp tác xã; không xây mới kho cói tại các tổ dệt.
III. TỔ CHỨC THỰC HIỆN
1. Trưởng các nhóm thợ được phân công như sau:
a) Nhóm 1 (Nhuộm cói): ThS. Lò Văn Pảo.
b) Nhóm 2 (Dệt hoa): bà Đàm Thị Sen.

PHỤ LỤC
LỊCH PHỤC HỒI NGHỀ DỆT CHIẾU
(Kèm theo Kế hoạch số 19/KH-CNTC)
TT	Nội dung công việc	Đơn vị chủ trì	Đơn vị phối hợp	Thời gian bắt đầu	Thời gian kết thúc
A	Khôi phục vùng cói
1	Đắp bờ ruộng cói	Phòng Nguyên liệu	Phòng Thợ	02/3/2026	27/3/2026
2	Cấy giống cói chịu mặn	Phòng Nguyên liệu	Phòng Thợ	06/4/2026	15/5/2026
B	Truyền nghề cho thợ trẻ
3	Mở lớp dệt hoa văn cổ	Phòng Thợ	Phòng Nguyên liệu	04/5/2026	19/6/2026
4	Chấm tay nghề cuối khóa	Phòng Thợ	Phòng Nguyên liệu	22/6/2026	26/6/2026
5	Tặng khung dệt cho thợ giỏi	Phòng Thợ	Phòng Nguyên liệu	06/7/2026	31/7/2026
"""
_COMMUNE = """ỦY BAN NHÂN DÂN
XÃ ĐẦM SEN
Số: 8/KH-UBND
Đầm Sen, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Sửa cống và bờ bao năm 2026

I. NHIỆM VỤ
1. Phòng Kinh tế
a) Lập bản đồ cống yếu, trình Ủy ban nhân dân xã trong tháng 3 năm 2026. (Phối hợp: Công ty Thủy nông Đầm Sen, Công an xã).
b) Đo mực nước hằng ngày.

PHỤ LỤC
DANH SÁCH CỐNG CẦN SỬA NĂM 2026
(Kèm theo Kế hoạch số 8/KH-UBND)

| TT | Vị trí | Giải pháp | Đơn vị xử lý | Thời gian hoàn thành |
|---|---|---|---|---|
| 1 | Cống Ba Gò | Thay cánh cửa gỗ | Phòng Kinh tế | Tháng 4/2026 |
| 2 | Cống Chùa | Trát lại mang cống | Tổ Thủy lợi | Tháng 5/2026 |
| 3 | Cống Đồng Mả | Nạo vét lòng cống | Phòng Kinh tế | Tháng 6/2026 |
"""


@pytest.fixture(scope="module")
def ask_both() -> Ask:
    return asker([read(_WORKSHOP), read(_COMMUNE)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("mở lớp dệt hoa văn cổ, kết thúc", "19/6/2026"),
        ("mở lớp dệt hoa văn cổ: bắt đầu", "04/5/2026"),
        ("cay giong coi chiu man - ket thuc", "15/5/2026"),
        ("Cấy giống cói chịu mặn; bắt đầu?", "06/4/2026"),
    ],
)
def test_the_end_of_the_work_that_closes_a_telegram_is_told(ask_both: Ask, question: str, value: str) -> None:
    assert ask_both(question).values == (value,)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Tổng dự toán kế hoạch của Cục Nghề thủ công là bao nhiêu, riêng mua khung dệt bao nhiêu?",
         ("7.350 triệu đồng", "4.200 triệu đồng")),
        ("Kế hoạch của Cục Nghề thủ công năm 2026 tổng tiền bao nhiêu, trong đó mở lớp dạy nghề bao nhiêu?",
         ("7.350 triệu đồng", "3.150 triệu đồng")),
    ],
)  # fmt: skip
def test_no_year_and_no_other_part_is_told_for_a_sum(ask_both: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask_both(question).values == values


def test_an_issuer_that_must_end_work_this_month_is_asked_of_its_own_plan(ask_both: Ask) -> None:
    answer = ask_both("Tháng này Cục Nghề thủ công phải kết thúc những công việc nào?", date(2026, 6, 3))
    assert [one.locator for one in answer.items] == ["Phụ lục/3", "Phụ lục/4"]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Truyền nghề cho thợ trẻ gom mấy viêc, ơ Cục Nghề thủ công", ["Phụ lục/3", "Phụ lục/4", "Phụ lục/5"]),
        ("nhiệm vụ lĩnh vực khôi phục vùng cói", ["Phụ lục/1", "Phụ lục/2"]),
        ("việc mảng truyền nghề cho thợ trẻ", ["Phụ lục/3", "Phụ lục/4", "Phụ lục/5"]),
    ],
)
def test_a_group_is_called_by_its_heading_behind_any_noun(ask_both: Ask, question: str, rows: list[str]) -> None:
    assert [one.locator for one in ask_both(question).items] == rows


@pytest.mark.parametrize(
    "question",
    [
        "Trong phụ lục có mấy vị trí ghi đơn vị xử lý là Phòng Kinh tế?",
        "Có bao nhiêu vị trí do Phòng Kinh tế xử lý?",
        "mấy nhiệm vụ có đơn vị xử lý là Phòng Kinh tế",
    ],
)
def test_rows_called_by_the_header_that_tells_them_apart_are_counted(ask_both: Ask, question: str) -> None:
    answer = ask_both(question)
    assert answer.values == ("2",)
    assert [one.locator for one in answer.items] == ["Phụ lục/1", "Phụ lục/3"]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Cơ quan nào phối hợp với Phòng Kinh tế lập bản đồ cống yếu?", ("Công ty Thủy nông Đầm Sen", "Công an xã")),
        ("chỗ nào phải tặng khung dệt cho thợ giỏi", ("Phòng Thợ",)),
        ("Chỗ nào phải nạo vét lòng cống?", ("Cống Đồng Mả",)),
        ("Điểm a khoản 1 mục III kế hoạch 19/KH-CNTC: ai làm trưởng nhóm?", ("ThS. Lò Văn Pảo",)),
        ("trưởng nhóm dệt hoa là ai", ("bà Đàm Thị Sen",)),
        ("Các tổ dệt có được dựng kho cói mới không?", ("không xây mới kho cói tại các tổ dệt",)),
    ],
)
def test_who_where_and_whether_are_told_by_the_part_that_is_of_it(
    ask_both: Ask, question: str, values: tuple[str, ...]
) -> None:
    assert ask_both(question).values == values


@pytest.mark.parametrize("question", ["may vị trí do Sở Y tế xử lý", "mở lớp rèn dao, kết thúc"])
def test_what_no_row_is_of_is_not_told(ask_both: Ask, question: str) -> None:
    assert ask_both(question).status is Status.NOT_FOUND
