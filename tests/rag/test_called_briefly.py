"""Questions in few words: a group by its heading, whose monthly report, the hours of a day, when a thing is put up."""

from __future__ import annotations

import pytest

from ingest.build import build_plan
from ingest.readers.text import read_text
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask

PLAN = """ỦY BAN NHÂN DÂN
PHƯỜNG VÂN KHÊ
Số: 41/KH-UBND
Vân Khê, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Chỉnh trang đô thị năm 2026

I. NỘI DUNG

1. Bộ phận Một cửa

- Mở cửa cả chiều thứ Năm hằng tuần (từ 13 giờ 30 đến 19 giờ 00).

2. Đội Trật tự đô thị

- Lắp camera nhận diện biển số tại bãi xe chợ Mơ, hoàn thành trong tháng 5/2026.

II. CHẾ ĐỘ BÁO CÁO

1. Các phòng, đơn vị gửi báo cáo tháng về Văn phòng HĐND và UBND trước ngày 17 hằng tháng; báo cáo 6 tháng trước ngày 08/6/2026; báo cáo năm trước ngày 03/12/2026.

2. Văn phòng HĐND và UBND tổng hợp báo cáo quý gửi Chủ tịch UBND phường trước ngày 24 tháng cuối quý.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn An

PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 41/KH-UBND)

TT\tNội dung nhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành\tSản phẩm
I\tVỉa hè, cây xanh
1\tLát lại vỉa hè phố Mơ\tĐội Trật tự đô thị\tCông an phường\tTháng 3/2026\tBáo cáo
2\tTrồng bằng lăng ven hồ\tPhòng Kinh tế\tCông an phường\tTháng 4/2026\tBáo cáo
II\tChiếu sáng
3\tThay đèn ngõ Sậy\tPhòng Kinh tế\tĐội Trật tự đô thị\tTháng 9/2026\tKế hoạch
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks the plan of a ward with groups in its annex."""
    return asker([build_plan(read_text("van-khe.txt", PLAN), "0" * 64)])


@pytest.mark.parametrize(
    "question",
    [
        "nhiệm vụ nhóm Vỉa hè, cây xanh, phụ lục chỉnh trang đô thị Vân Khê",
        "nhiem vu nhom via he, cay xanh phuong Van Khe",
        "Vân Khê: việc thuộc nhóm Vỉa hè, cây xanh",
        "nhóm Vỉa hè, cây xanh",
    ],
)
def test_the_name_of_a_group_alone_asks_for_its_rows(ask: Ask, question: str) -> None:
    assert [row.locator for row in ask(question).items] == ["Phụ lục/1", "Phụ lục/2"]


@pytest.mark.parametrize("question", ["nhiệm vụ nhóm Cấp nước, Vân Khê", "nhóm Chiếu sáng Vân Khê tốn kém không"])
def test_another_group_or_other_words_beside_it_ask_for_no_rows(ask: Ask, question: str) -> None:
    assert not ask(question).items


@pytest.mark.parametrize(
    ("question", "due"),
    [
        ("mấy phòng của phường Vân Khê nộp báo cáo tháng cho ai, trước ngày mấy?", "trước ngày 17 hằng tháng"),
        ("may phong cua phuong Van Khe nop bao cao thang cho ai, truoc ngay may", "trước ngày 17 hằng tháng"),
        ("các phòng phường Vân Khê gửi báo cáo năm cho ai, hạn ngày nào?", "trước ngày 03/12/2026"),
    ],
)
def test_the_rhythm_of_a_report_tells_its_day(ask: Ask, question: str, due: str) -> None:
    assert ask(question).values == ("Văn phòng HĐND và UBND", due)


@pytest.mark.parametrize(
    "question",
    [
        "thứ Năm Bộ phận Một cửa phường Vân Khê có làm không, mấy giờ?",
        "chieu thu Nam bo phan mot cua Van Khe mo cua may gio",
        "Chiều thứ Năm Bộ phận Một cửa mở cửa từ mấy giờ đến mấy giờ?",
    ],
)
def test_the_hours_are_told_where_they_are_asked_for(ask: Ask, question: str) -> None:
    assert ask(question).values == ("từ 13 giờ 30 đến 19 giờ 00",)


def test_when_a_plate_is_read_is_told_and_no_plate_is(ask: Ask) -> None:
    told = ask("Bãi xe chợ Mơ lắp camera nhận diện biển số bao giờ xong?")
    assert told.values == ("trong tháng 5/2026",)
    assert ask("Biển số xe của Đội Trật tự đô thị là bao nhiêu?").status is Status.NOT_FOUND
