"""Rows of schedules: they tell their days in a column of their own or by a mark under a month."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TITLE = "\nPHỤ LỤC {number}\n{title}\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
MARKED = TITLE.format(number="I", title="LỊCH KIỂM TRA CHỢ PHIÊN") + table(
    "TT | Đơn vị được kiểm tra | T4 | T5 | Tháng 7 | Trưởng đoàn",
    "1 | Xã Bến Đá | x |  |  | Lãnh đạo Phòng Kinh tế",
    "2 | Xã Sông Mơ |  | x |  | Lãnh đạo Phòng Văn hóa",
    "3 | Phường Cát Lở |  |  | x | Lãnh đạo Phòng Kinh tế",
    "4 | Hợp tác xã Vân Khê | x |  | - | Lãnh đạo Công an xã",
)
DATED = TITLE.format(number="II", title="LỊCH KIỂM TRA CHÉO GIỮA CÁC KHOA NĂM 2026") + table(
    "TT | Khoa được kiểm tra | Khoa kiểm tra | Ngày kiểm tra | Nội dung",
    "1 | Khoa Mắt | Khoa Da liễu | 19/5/2026 | Hồ sơ",
    "2 | Khoa Răng | Khoa Mắt | 26/5/2026 | Thuốc",
    "3 | Khoa Da liễu | Khoa Răng | 09/6/2026 | Vật tư",
    "4 | Khoa Tim | Khoa Mắt |  | Hồ sơ",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(head=HEAD, annex=MARKED + DATED)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Tháng 7 đoàn kiểm tra chợ phiên xuống những đơn vị nào?", ["I/3"]),
        ("Những đơn vị nào được kiểm tra chợ phiên trong tháng 4?", ["I/1", "I/4"]),
        ("thang 5 kiem tra cho phien nhung don vi nao", ["I/2"]),
        ("Quý II đoàn kiểm tra chợ phiên xuống những đơn vị nào?", ["I/1", "I/2", "I/4"]),
        ("Tuần sau khoa nào bị kiểm tra chéo?", ["II/2"]),
        ("Tuần này khoa nào được kiểm tra chéo?", ["II/1"]),
        ("Những khoa nào được kiểm tra chéo trong tháng 6?", ["II/3"]),
        ("Tháng 8 đoàn kiểm tra chợ phiên xuống những đơn vị nào?", []),
        ("Tuần sau khoa nào bị thanh tra?", []),
        ("Tháng 9 khoa nào bị kiểm tra chéo?", []),
    ],
)
def test_a_schedule_is_asked_by_month_or_week(ask: Ask, question: str, rows: list[str]) -> None:
    found = ask(question, date(2026, 5, 20)).items
    assert [one.locator.removeprefix("Phụ lục ") for one in found] == rows


CHECKED = TITLE.format(number="I", title="LỊCH KIỂM TRA BẾN ĐÒ") + (
    "Tổ liên ngành của xã đi kiểm tra các bến theo lịch sau.\n\n"
    + table(
        "STT | Ngày kiểm tra | Bến được kiểm tra | Tổ trưởng | Thời hạn khắc phục",
        "1 | 03/3/2026 | Bến Vân Khê | Lê Văn Mực | 10/4/2026",
        "2 | 07/4/2026 | Bến Đồng Lau | Vũ Thị Na | 30/4/2026",
        "3 | 21/4/2026 | Bến Hòn Kẽm | Lê Văn Mực | 30/6/2026",
    )
)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Tháng 4 kiểm tra những bến nào?", ["I/2", "I/3"]),
        ("Những bến nào được kiểm tra trong tháng 4?", ["I/2", "I/3"]),
        ("trong thang 4 to lien nganh kiem tra nhung ben nao", ["I/2", "I/3"]),
        ("Những bến nào phải khắc phục trong tháng 4?", ["I/1", "I/2"]),
    ],
)
def test_the_day_of_what_the_question_does_goes_before_another(question: str, rows: list[str]) -> None:
    answer = asker([plan(head=HEAD, annex=CHECKED)])(question)
    assert [one.locator.removeprefix("Phụ lục ") for one in answer.items] == rows
