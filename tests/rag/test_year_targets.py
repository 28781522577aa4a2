"""Targets with a column for each year: counted by what they are called, and held apart from other measures of the same thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read import read_plan
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask

PLAN = """ỦY BAN NHÂN DÂN
XÃ VÂN KHÊ
-------
Số: 41/KH-UBND

Vân Khê, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Giữ an toàn đường sông giai đoạn 2026 - 2028

I. TÌNH HÌNH

Năm 2025 xảy ra 9 vụ va chạm, làm chìm 5 chiếc thuyền, hư hỏng 11 chiếc thuyền. Còn 12 hộ nghèo và 7 hộ cận nghèo sống trên thuyền.

PHỤ LỤC I
CHỈ TIÊU GIAI ĐOẠN 2026 - 2028

TT\tChỉ tiêu\tĐơn vị tính\t2026\t2027\t2028\tĐơn vị theo dõi
1\tSố thuyền chìm do va chạm trên sông\tChiếc\t4\t3\t1\tCông an xã
2\tBến thuyền có ca-me-ra giám sát\t%\t40\t70\t100\tPhòng Kinh tế
3\tBến thuyền được sửa chữa\tBến\t6\t9\t14\tPhòng Kinh tế
4\tTỷ lệ hộ nghèo sống trên thuyền được lên bờ\t%\t20\t50\t90\tPhòng Kinh tế

PHỤ LỤC II
DANH MỤC BẾN THUYỀN SỬA CHỮA ĐỢT 1

TT\tTên bến thuyền\tChủ trì\tPhối hợp\tSản phẩm\tThời gian hoàn thành
1\tBến Mơ\tPhòng Kinh tế\tThôn Đồng Mít\tBến được sửa\t5/2026
2\tBến Vạn\tPhòng Kinh tế\tThôn Vạn\tBến được sửa\t9/2026
"""


@pytest.fixture(scope="module")
def ask_boats(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    file: Path = tmp_path_factory.mktemp("plans") / "vankhe-duongsong-2026.txt"
    file.write_text(PLAN, encoding="utf-8")
    return asker([read_plan(file)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Năm 2027 xã Vân Khê phải sửa chữa bao nhiêu bến thuyền?", "9"),
        ("Đến năm 2028 có bao nhiêu phần trăm bến thuyền gắn camera giám sát?", "100"),
        ("nam 2027 van khe phai co bao nhieu phan tram ben thuyen gan camera giam sat", "70"),
        ("Năm 2027 số thuyền chìm do va chạm trên sông còn bao nhiêu?", "3"),
        ("Tỷ lệ hộ nghèo sống trên thuyền được lên bờ năm 2028 là bao nhiêu?", "90"),
    ],
)
def test_the_column_of_the_year_is_told(ask_boats: Ask, question: str, value: str) -> None:
    answer = ask_boats(question)
    assert answer.status is Status.ANSWERED
    assert answer.values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2030 xã Vân Khê phải sửa chữa bao nhiêu bến thuyền?",
        "Năm 2027 số thuyền hư hỏng do va chạm trên sông còn bao nhiêu?",
        "Tỷ lệ hộ cận nghèo sống trên thuyền được lên bờ năm 2028 là bao nhiêu?",
    ],
)
def test_another_year_or_another_measure_is_refused(ask_boats: Ask, question: str) -> None:
    assert ask_boats(question).status is Status.NOT_FOUND


def test_rows_of_a_month_are_counted(ask_boats: Ask) -> None:
    assert ask_boats("Có bao nhiêu bến thuyền sửa xong trong tháng 5/2026?").values == ("1",)


@pytest.mark.parametrize(
    "question",
    ["sửa bến mơ hạn xog và ai lm", "sửa bến Mơ hạn xong và ai làm?", "sua ben mo han lam xong va phong nao lam"],
)
def test_due_and_lead_are_asked_in_a_hurry(ask_boats: Ask, question: str) -> None:
    assert ask_boats(question).values == ("5/2026", "Phòng Kinh tế")
