"""Work that several plans name alike, parts of rows in a time asked for, and years that are a plan's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.plan import Plan
from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

COLUMNS = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn"


def _plan(file: str, place: str, number: str, topic: str, *rows: str) -> Plan:
    head = HEAD.replace("XÃ SÔNG MƠ", f"TỈNH {place.upper()}").replace("12/KH-UBND", number)
    head = head.replace("Cải cách hành chính xã Sông Mơ năm 2026", topic).replace("xã Sông Mơ", f"tỉnh {place}")
    annex = f"\nPHỤ LỤC\nNHIỆM VỤ {topic.partition(' giai đoạn')[0].upper()}\n\n" + table(COLUMNS, *rows)
    return replace(plan(head=head.replace("Sông Mơ", place), annex=annex, closing=""), file=file)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks the plans of three provinces: two hold a boat fair, all clear their banks."""
    return asker(
        [
            _plan(
                "khe.txt",
                "Vân Khê",
                "7/KH-UBND",
                "Làng nghề số giai đoạn 2026 - 2028",
                "1 | Tổ chức Phiên chợ thuyền nan Bến Đá lần thứ ba | Hội Nông dân | Sở Du lịch; Hội Phụ nữ | Phiên chợ | Tháng 9/2026",
                "2 | Dọn sạch bãi bồi ven sông cho thuyền nan | Sở Xây dựng | Hội Nông dân | Biên bản | Tháng 5/2026",
                "3 | Dạy nghề đan lưới | | | | ",
                "- | Lớp buổi sáng | Hội Nông dân | Sở Du lịch | 02 lớp | Tháng 4/2026",
                "- | Lớp buổi tối | Hội Nông dân | Sở Du lịch | 03 lớp | Tháng 8/2026",
                "4 | Vá mẫu buồm cũ | Hội Phụ nữ | Sở Du lịch | 09 buồm | Tháng 8/2026",
                "5 | In sách làng nghề | Hội Nông dân | Sở Du lịch | Sách | 2029",
            ),
            _plan(
                "mai.txt",
                "Hòa Mai",
                "9/KH-UBND",
                "Nước sạch tỉnh Hòa Mai",
                "1 | Phiên chợ thuyền nan | Hội Nông dân | Sở Công Thương | Phiên chợ | Tháng 9/2026",
                "2 | Dọn sạch bãi bồi tại 9 thôn của xã Đồi Chè | Sở Y tế | Hội Nông dân | Biên bản | Tháng 7/2026",
                "3 | Đào kênh dẫn nước | Sở Xây dựng | Hội Nông dân | Kênh | Tháng 10/2026",
            ),
            _plan(
                "bac.txt",
                "Đá Bạc",
                "5/KH-UBND",
                "Thủy lợi tỉnh Đá Bạc",
                "1 | Dọn sạch bãi bồi ven sông | Sở Y tế | Hội Nông dân | Biên bản | Tháng 8/2026",
            ),
        ]
    )


def _places(ask: Ask, question: str) -> list[str]:
    return [f"{one.file.partition('.')[0]}/{one.locator.rpartition('/')[2]}" for one in ask(question).items]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Phiên chợ thuyền nan, Hội Nông dân phối hợp với những đơn vị nào?", ["khe/1", "mai/1"]),
        ("phien cho thuyen nan ben nao phoi hop", ["khe/1", "mai/1"]),
        ("Dọn sạch bãi bồi ven sông phải xong khi nào?", ["khe/2", "mai/2", "bac/1"]),
        ("Ai chủ trì dọn sạch bãi bồi ven sông?", ["khe/2", "mai/2", "bac/1"]),
    ],
)
def test_work_that_two_plans_name_alike_is_told_of_each(ask: Ask, question: str, rows: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.AMBIGUOUS
    assert _places(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Phiên chợ thuyền nan Bến Đá do ai phối hợp?", "Sở Du lịch"),
        ("Phiên chợ thuyền nan của tỉnh Hòa Mai ai phối hợp?", "Sở Công Thương"),
        ("Dọn sạch bãi bồi ven sông cho thuyền nan phải xong khi nào?", "Tháng 5/2026"),
    ],
)
def test_what_only_one_plan_says_settles_it(ask: Ask, question: str, value: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.values[0] == value


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Tháng 8/2026 phải xong những nhiệm vụ làng nghề số nào?", ["khe/3-2", "khe/4"]),
        ("thang 8/2026 phai xong nhung nhiem vu lang nghe so nao", ["khe/3-2", "khe/4"]),
        ("nhiệm vụ làng nghề số nào phải xong trong tháng 4/2026?", ["khe/3-1"]),
        ("Tháng 8/2026 tỉnh Vân Khê có hoạt động làng nghề số nào?", ["khe/3-2", "khe/4"]),
        ("thang 8/2026 tinh Van Khe co viec lang nghe so nao", ["khe/3-2", "khe/4"]),
    ],
)
def test_a_part_of_a_row_is_listed_in_its_month(ask: Ask, question: str, rows: list[str]) -> None:
    assert _places(ask, question) == rows


@pytest.mark.parametrize(
    "question",
    [
        "Hội Phụ nữ chủ trì những việc gì theo kế hoạch làng nghề số 2026 - 2028?",
        "Trong KH làng nghề số 2026-2028 Hội Phụ nữ chủ trì việc gì?",
        "hoi phu nu chu tri nhung viec gi trong ke hoach lang nghe so giai doan 2026-2028",
    ],
)
def test_years_in_the_name_of_a_plan_are_no_deadline(ask: Ask, question: str) -> None:
    assert _places(ask, question) == ["khe/4"]


def test_a_digital_thing_before_which_asks_no_office(ask: Ask) -> None:
    assert _places(ask, "Hoạt động làng nghề số nào do Hội Phụ nữ chủ trì?") == ["khe/4"]


def test_an_office_asked_for_is_still_told(ask: Ask) -> None:
    assert ask("Việc đào kênh dẫn nước sở nào chủ trì?").values == ("Sở Xây dựng",)


def test_years_beside_the_name_of_a_plan_are_when_work_is_due(ask: Ask) -> None:
    question = "Kế hoạch làng nghề số: trong giai đoạn 2026 - 2027 Hội Nông dân phải xong những việc gì?"
    assert "khe/5" not in _places(ask, question)
