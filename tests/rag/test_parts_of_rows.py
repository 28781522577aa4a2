"""The parts of a row however it is named, a group by numeral and title, and a unit's rows in everyday verbs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

HEADER = "TT | Nội dung công việc | Cơ quan tham mưu | Cơ quan phối hợp | Tiến độ | Sản phẩm"
WORK = "\nPHỤ LỤC I\nPHÂN CÔNG NHIỆM VỤ NUÔI TÔM NƯỚC LỢ NĂM 2026\n\n" + table(
    HEADER,
    "I | Con giống, ao đầm | | | | ",
    "1 | Kiểm định trại tôm giống | Chi cục Thủy sản | Hội Nghề cá tỉnh | Tháng 6/2026 | Báo cáo",
    "2 | Nạo vét kênh dẫn nước mặn, gia cố bờ: | | | | ",
    "- | Tuyến kênh Bà Lụa | Công ty Thủy nông | Hội Nghề cá tỉnh | 5/2026 | Biên bản",
    "- | Tuyến kênh Ông Đốc | Công ty Thủy nông | Chi cục Thủy sản | 8/2026 | Biên bản",
    "II | Tiêu thụ | | | | ",
    "1 | Mở sàn đấu giá tôm | Sở Công Thương | Chi cục Thủy sản | Tháng 6/2026 | Sàn đấu giá",
    "2 | Quảng bá tôm sạch ở hội chợ | Chi cục Thủy sản | Sở Công Thương | Tháng 9/2026 | Gian hàng",
)
CALENDAR = "\nPHỤ LỤC II\nLỊCH KIỂM TRA NUÔI TÔM NƯỚC LỢ\n\n" + table(
    "TT | Đơn vị được kiểm tra | Chủ trì | Thời gian",
    "1 | Xã Hòn Rái | Chi cục Thủy sản | 7/2026",
    "2 | Xã Đất Mũi | Chi cục Thủy sản | 9/2026",
)
OTHER = "\nPHỤ LỤC I\nNHIỆM VỤ CHỈNH TRANG CHỢ\n\n" + table(
    HEADER,
    "I | Vệ sinh, rác thải | | | | ",
    "1 | Thu gom rác ban đêm | Đội Môi trường | | Tháng 3/2026 | Báo cáo",
    "II | Cháy nổ | | | | ",
    "1 | Diễn tập chữa cháy | Công an phường | Ban Quản lý chợ | Tháng 4/2026 | Biên bản",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks two plans whose annexes have groups of the same numerals."""
    shrimp = plan(annex=WORK + CALENDAR, head=HEAD.replace("Cải cách hành chính", "Nuôi tôm nước lợ"))
    market = plan(annex=OTHER, head=HEAD.replace("12/KH", "45/KH").replace("Cải cách hành chính", "Chỉnh trang chợ"))
    shrimp, market = (replace(one, file=name) for one, name in ((shrimp, "tom.txt"), (market, "cho.txt")))
    return asker([shrimp, market])


DREDGING = ["Phụ lục I/I/2-1", "Phụ lục I/I/2-2"]


@pytest.mark.parametrize(
    "question",
    [
        "Việc nạo vét kênh dẫn nước mặn chia làm mấy phần việc nhỏ?",
        "Nạo vét kênh dẫn nước mặn tách ra mấy dòng con?",
        "Nạo vét kênh nước mặn có bao nhiêu việc con?",
        "nao vet kenh dan nuoc man chia thanh may gach dau dong",
        "Nạo vét kênh dẫn nước mặn gồm những việc con nào?",
        "Các nhiệm vụ nhánh của việc nạo vét kênh nước mặn gồm những gì?",
    ],
)
def test_the_parts_of_a_row_named_in_short_are_told_without_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert listed(answer) == DREDGING
    assert answer.values in ((), ("2",))


@pytest.mark.parametrize(
    "question",
    ["Việc nạo vét cảng cá chia làm mấy phần việc nhỏ?", "Mở sàn đấu giá tôm có mấy việc con?"],
)
def test_no_parts_are_told_of_what_has_none(ask: Ask, question: str) -> None:
    assert not set(listed(ask(question))) & set(DREDGING)


@pytest.mark.parametrize(
    "question",
    [
        'Nhóm II "Tiêu thụ" ở Phụ lục I có mấy nhiệm vụ?',
        "Phụ lục I, nhóm II Tiêu thụ có bao nhiêu nhiệm vụ?",
        "nhom II tieu thu phu luc I co may nhiem vu",
    ],
)
def test_a_group_by_numeral_and_title_is_that_of_the_plan_with_the_title(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.values, {item.file for item in answer.items}) == (("2",), {"tom.txt"})


def test_a_numeral_alone_means_the_group_of_each_plan(ask: Ask) -> None:
    assert ask("Nhóm II ở Phụ lục I có mấy nhiệm vụ?").values == ("3",)


@pytest.mark.parametrize(
    "question",
    [
        "Hội Nghề cá tỉnh được kéo vào phối hợp ở những việc nào?",
        "Hội Nghề cá tỉnh bị gọi vào những việc nào?",
        "Hội Nghề cá tỉnh bị lôi vô mấy việc?",
        "Hội Nghề cá tỉnh dính líu tới những nhiệm vụ nào?",
        "Hội Nghề cá tỉnh góp mặt trong những đầu việc nào?",
        "Những việc nào kéo Hội Nghề cá tỉnh vào phối hợp?",
        "hoi nghe ca tinh duoc huy dong vao phoi hop nhung viec nao",
    ],
)
def test_a_unit_drawn_into_work_is_named_in_it(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục I/I/1", "Phụ lục I/I/2-1"]


def test_a_unit_that_no_row_names_is_drawn_into_nothing(ask: Ask) -> None:
    assert ask("Hội Làm vườn tỉnh bị kéo vào những việc nào?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Chi cục Thủy sản tham mưu những việc nào trong Phụ lục I?",
        "Chi cục Thủy sản được giao tham mưu nhiệm vụ nào ở phụ lục I?",
    ],
)
def test_who_advises_leads(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục I/I/1", "Phụ lục I/II/2"]


@pytest.mark.parametrize(
    "question",
    [
        "Tháng 6 có những nhiệm vụ nuôi tôm nước lợ nào tới hạn?",
        "Tháng 6 những việc nuôi tôm nước lợ nào phải xong?",
    ],
)
def test_the_matter_of_a_calendar_does_not_choose_its_rows(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục I/I/1", "Phụ lục I/II/1"]


_HEADED = "\nPHỤ LỤC\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Giải pháp cải thiện chỉ số hài lòng của người đi chợ | | | |",
    "- | Kế hoạch bố trí lại gian hàng cá | Phòng Kinh tế | Công an xã | Kế hoạch | 5/2026",
    "- | Kế hoạch nâng nền chợ | Phòng Kinh tế | Công an xã | Kế hoạch | 6/2026",
    "- | Kế hoạch thu gom rác chợ | Hội Nông dân xã | Phòng Kinh tế | Kế hoạch | 7/2026",
    "2 | Mở rộng bến đỗ xe cho chợ | | | |",
    "- | Đo đạc bến đỗ xe | Phòng Kinh tế | | Bản vẽ | 8/2026",
    "- | Rải đá bến đỗ xe | Phòng Kinh tế | | Bến đỗ | 9/2026",
)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Mục giải pháp nâng chỉ số hài lòng của người đi chợ chia thành mấy kế hoạch nhỏ?", ["1-1", "1-2", "1-3"]),
        ("Việc nới rộng bến đỗ xe cho chợ tách ra mấy việc nhỏ?", ["2-1", "2-2"]),
        ("Việc xây lò mổ cho chợ chia thành mấy việc nhỏ?", []),
    ],
)
def test_a_row_told_in_other_words_gives_its_small_parts(question: str, places: list[str]) -> None:
    told = asker([plan(annex=_HEADED)])(question)
    assert [one.locator for one in told.items] == [f"Phụ lục/{place}" for place in places]
