"""Slots of one clause: each question word is filled with the smallest piece that stands with its own words."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

_PLAN = """ỦY BAN NHÂN DÂN
XÃ VÂN KHÊ
Số: 52/KH-UBND
Vân Khê, ngày 20 tháng 4 năm 2026

KẾ HOẠCH
Phát triển nghề gốm và mây đan năm 2026

Ủy ban nhân dân xã Vân Khê ban hành Kế hoạch như sau:
I. HIỆN TRẠNG CÁC NGHỀ
1. Gốm: 14 lò nung đang hoạt động; tổ hợp Gò Sành dùng 3 nghìn tấn đất/năm (Giấy phép số 88/GP-SNNMT ngày 09/3/2026); lò tráng men mới đốt lại quý III/2025. Điểm nghẽn: nguồn đất bị khóa do chậm đấu giá bãi Cồn Soi, năm 2026 các nhà máy nghiền chỉ dùng khoảng 23% công suất. Gốm trang trí: lò Bến Sậy tạm nghỉ; lò Cây Gạo chưa nối điện ba pha.
2. Mây đan: 9 tổ hợp tác đang hoạt động; mỗi quý phát 300 bó song mây cho các hộ mới vào nghề.
II. NỘI DUNG HỘI THI TAY NGHỀ
Hội thi làm trong một buổi với các phần:
1. Thi vuốt gốm trên bàn xoay (40 phút).
2. Thi đan nan đôi (25 phút).
3. Giải lao (10 phút).
III. ĐỐI TƯỢNG VÀ NỘI DUNG KIỂM TRA
1. Đối tượng: Chi bộ Xóm Lò, Xóm Bến.
2. Nội dung: Việc lãnh đạo giữ gìn nghề gốm truyền thống.
IV. KINH PHÍ
Tổng kinh phí dự kiến 640 triệu đồng, trong đó ngân sách xã 240 triệu đồng, quỹ khuyến công tỉnh 400 triệu đồng.
V. TỔ CHỨC THỰC HIỆN
1. Trạm khuyến nông xã: Kiểm tra lò nung và đường điện trong suốt hội thi.
2. Các xóm tổng hợp vướng mắc gửi về Ủy ban nhân dân xã Vân Khê (qua Phòng Kinh tế) trước 07 ngày khai mạc hội thi.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([read(_PLAN)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("tổ hợp Gò Sành được cấp giấy phép số mấy, ngày nào nhỉ", ("88/GP-SNNMT", "ngày 09/3/2026")),
        ("giấy phép của tổ hợp Gò Sành số bao nhiêu và cấp ngày nào?", ("88/GP-SNNMT", "ngày 09/3/2026")),
        (
            "nam 2026 cac nha may nghien chi dung bao nhieu cong suat va vi sao nguon dat bi khoa",
            ("23%", "chậm đấu giá bãi Cồn Soi"),
        ),
        ("mỗi quý phát mấy bó song mây và cho hộ nào", ("300 bó song mây", "các hộ mới vào nghề")),
    ],
)
def test_each_of_two_question_words_gets_its_own_piece(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    told = ask(question)
    assert told.status is Status.ANSWERED
    assert told.values == values


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("lò gốm trang trí nào đang tạm nghỉ?", ("lò Bến Sậy",)),
        ("lò nào chưa nối điện ba pha", ("lò Cây Gạo",)),
    ],
)
def test_the_one_that_is_so_is_told_by_its_name_alone(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_nothing_is_told_of_one_that_no_statement_says_it_of(ask: Ask) -> None:
    assert ask("khung cửi nào đang tạm nghỉ?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Thi vuốt gốm và thi đan nan đôi mỗi phần bao nhiêu phút?", ("40 phút", "25 phút")),
        ("thi vuốt gốm với thi đan nan đôi kéo dài mấy phút mỗi phần", ("40 phút", "25 phút")),
        (
            "Kinh phí phát triển nghề: ngân sách xã và quỹ khuyến công tỉnh mỗi nguồn bao nhiêu?",
            ("240 triệu đồng", "400 triệu đồng"),
        ),
    ],
)
def test_what_is_asked_of_each_of_two_things_is_told_for_both(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    "question", ["mục II có mấy nội dung hội thi, kể cả giải lao", "Phần II gồm bao nhiêu nội dung hội thi?"]
)
def test_the_items_of_a_section_named_by_its_numeral_are_counted(ask: Ask, question: str) -> None:
    told = ask(question)
    assert told.values == ("3",)
    assert [one.locator for one in told.items] == ["II/1", "II/2", "II/3"]


def test_a_label_beside_tells_whom_a_check_is_of_however_several_is_typed(ask: Ask) -> None:
    told = ask("năm 2026 xã Vân Khê kiểm tra nhưng chi bộ nào về giữ gìn nghề gốm truyền thống")
    assert told.values == ("Chi bộ Xóm Lò, Xóm Bến",)


def test_the_number_of_a_plan_is_asked_for_behind_thi(ask: Ask) -> None:
    assert ask("còn kế hoạch phát triển nghề gốm và mây đan thì số mấy?").values == ("52/KH-UBND",)


def test_through_whom_to_send_and_how_long_before_are_both_told(ask: Ask) -> None:
    assert ask("các xóm tổng hợp vướng mắc gửi qua phòng nào, trước mấy ngày").values == ("Phòng Kinh tế", "07 ngày")
