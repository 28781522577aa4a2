"""Plans printed in short: the head in three lines, labelled lines, a figure or an hour among others in one bullet."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.corpus.library import build_library
from rag.language.words import sound
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

WEAVING = """ỦY BAN NHÂN DÂN XÃ LAM KHÊ
Số: 45/KH-UBND, ngày 12 tháng 6 năm 2026

KẾ HOẠCH MỞ LỚP DẠY DỆT CHIẾU CÓI CHO THANH NIÊN TRÊN ĐỊA BÀN XÃ LAM KHÊ NĂM 2026

I. MỤC ĐÍCH:
- Giữ nghề dệt chiếu cói và tạo việc làm tại chỗ cho thanh niên.

II. NỘI DUNG VÀ THỜI GIAN:
1. Thời gian và địa điểm:
- Thời gian: Từ ngày 06/7/2026 đến ngày 10/7/2026 (05 ngày). Khai mạc lúc 07h30 ngày 06/7; Tổng kết lúc 15h00 ngày 10/7/2026.
- Địa điểm: Nhà văn hóa thôn Cói.
2. Học viên học xong được cấp Giấy xác nhận biết nghề dệt chiếu theo mẫu của xã.

III. CHỈ TIÊU:
- Lĩnh vực thủ công:
  + Nghề dệt chiếu cói: 24 người (Thời lượng: 40 giờ).
  + Nghề đan lưới: 15 người (Thời lượng: 60 giờ).
"""
MARKET = """TRUNG TÂM DỊCH VỤ NÔNG NGHIỆP XÃ BẠCH SA
Số: 3/KH-TTDVNN, ngày 02 tháng 7 năm 2026

KẾ HOẠCH THỰC HIỆN MÔ HÌNH QUẦY TƯ VẤN GIỐNG CÂY TRỒNG TẠI CHỢ PHIÊN

Căn cứ Nghị định số 77/2024/NĐ-CP của Chính phủ;
Trung tâm Dịch vụ nông nghiệp xã Bạch Sa phối hợp với Hội Nông dân xã Bạch Sa xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH:
1. Đưa việc tư vấn giống cây trồng đến gần người trồng.

II. THỰC HIỆN:
1. Thời gian: Từ ngày 01/8/2026, định kỳ vào chiều thứ Năm hàng tuần (từ 13 giờ 30 phút đến 16 giờ 00 phút). Mỗi tuần đặt quầy tại 01 chợ.
2. Địa điểm: Tại các chợ phiên của xã.

III. ÍCH LỢI CỦA QUẦY TƯ VẤN:
- Người trồng chọn được giống hợp đất.
- Bớt được giống trôi nổi ngoài chợ.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks the short plans of two communes."""
    return asker([read(WEAVING), read(MARKET)])


def test_an_office_in_capitals_ends_with_its_place() -> None:
    weaving, market = build_library([read(WEAVING), read(MARKET)]).profiles
    assert weaving.places == (sound("Lam Khê"),)
    assert market.places == (sound("Bạch Sa"),)


@pytest.mark.parametrize("goes_on", ["TRONG TÌNH HÌNH MỚI", "THÔNG MINH, XÃ HỘI SỐ"])
def test_what_follows_a_bare_level_in_a_title_is_no_place(goes_on: str) -> None:
    title = WEAVING.replace("TRÊN ĐỊA BÀN XÃ LAM KHÊ NĂM 2026", f"TRÊN ĐỊA BÀN XÃ {goes_on}")
    assert sound("Lam Khê") in build_library([read(title)]).profiles[0].places
    assert not any(sound("tình hình") in place for place in build_library([read(title)]).profiles[0].places)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Lớp dạy dệt chiếu cói khai mạc lúc mấy giờ ngày nào?", "07h30 ngày 06/7"),
        ("lop det chieu coi tong ket khi nao", "15h00 ngày 10/7/2026"),
        ("Lớp dệt chiếu cói kết thúc ngày nào?", "đến ngày 10/7/2026"),
        ("Quầy tư vấn giống cây trồng bắt đầu từ ngày nào?", "ngày 01/8/2026"),
        ("Quầy tư vấn giống cây trồng triển khai từ khi nào?", "Từ ngày 01/8/2026"),
        ("Quầy tư vấn giống mở từ mấy giờ đến mấy giờ?", "từ 13 giờ 30 phút đến 16 giờ 00 phút"),
        ("Quầy tư vấn giống cây trồng đến mấy giờ thì đóng?", "đến 16 giờ 00 phút"),
        ("Lớp dạy dệt chiếu cói học mấy ngày?", "05 ngày"),
        ("nghề dệt chiếu cói dạy bao nhiêu người", "24 người"),
        ("Lớp dạy dệt chiếu cói học ở nhà văn hóa nào?", "Nhà văn hóa thôn Cói"),
        ("địa điểm tổ chức lớp dạy dệt chiếu cói", "Nhà văn hóa thôn Cói"),
        ("Học xong lớp dệt chiếu cói được cấp giấy gì?", "Giấy xác nhận biết nghề dệt chiếu"),
        ("lớp dệt chiếu xong được cấp cái gì", "Giấy xác nhận biết nghề dệt chiếu"),
    ],
)
def test_the_part_asked_for_is_told_out_of_a_line_that_tells_several(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "Lớp dạy dệt chiếu cói được hỗ trợ tiền ăn bao nhiêu?",
        "Nghề dệt chiếu cói học mấy tháng?",
        "Lớp dạy dệt chiếu cói học ở trường tiểu học nào?",
        "Lớp dạy dệt chiếu cói mang lại những ích lợi gì?",
        "Quầy tư vấn giống cây trồng mang lại những ích lợi gì cho doanh nghiệp?",
        "Lớp dạy dệt chiếu cói do ngân hàng nào tài trợ?",
        "Xã Lam Khê mở lớp dạy nấu rượu ngày nào?",
    ],
)
def test_what_a_short_plan_does_not_tell_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Mô hình quầy tư vấn giống cây trồng mang lại những ích lợi gì?",
        "ich loi cua mo hinh quay tu van giong cay trong gom nhung gi",
        "Các ích lợi của quầy tư vấn giống cây trồng",
    ],
)
def test_all_that_stands_under_a_heading_is_listed_where_its_name_is_said(ask: Ask, question: str) -> None:
    assert [item.name for item in ask(question).items] == [
        "Người trồng chọn được giống hợp đất",
        "Bớt được giống trôi nổi ngoài chợ",
    ]


def test_how_much_stands_under_a_heading_is_counted(ask: Ask) -> None:
    assert ask("Mô hình quầy tư vấn giống cây trồng có mấy ích lợi?").values == ("2",)


def test_two_figures_of_one_line_are_told_by_what_they_count(ask: Ask) -> None:
    told = ask("Nghề dệt chiếu cói dạy bao nhiêu người, trong mấy giờ?")
    assert told.values == ("24 người", "40 giờ")
