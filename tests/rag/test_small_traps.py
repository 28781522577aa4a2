"""Small traps of wording: what looks like a telephone number, a year like a noun, a place like a measure."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

BODY = (
    "II. CHỈ TIÊU\n1. Dân số\n- Tỷ số giới tính khi sinh không quá 112 bé trai/100 bé gái.\n"
    "- Giữ tỷ lệ hộ nghèo ở mức 12 phần trăm.\n- Giữ tỷ lệ bỏ học ở mức 13 phần nghìn.\n"
)
ROWS = "\nPHỤ LỤC III\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Ghi chú",
    "1 | Lắp 06 cụm loa thông minh ở các thôn ven hồ | Phòng Văn hóa | Công an xã; Trạm Y tế | 6/2026 | ",
    "2 | Mở lớp sơ cứu cho thanh niên | Trạm Y tế | Đoàn Thanh niên | 7/2026 | Chờ giáo trình mới",
    "3 | Khám sức khỏe người cao tuổi | Trạm Y tế | Hội Người cao tuổi | 9/2026 | ",
)


@pytest.fixture(scope="module")
def ask_commune() -> Ask:
    return asker([plan(body=BODY, annex=ROWS)])


def test_three_digits_are_no_telephone_where_none_is_named(ask_commune: Ask) -> None:
    assert ask_commune("số điện thoại đường dây nóng Trạm Y tế xã Sông Mơ").status is not Status.ANSWERED


def test_three_digits_that_are_called_are_one() -> None:
    ask = asker([plan(body="II. ỨNG CỨU\n1. Khi có cháy rừng, người dân gọi số 114 hoặc báo Công an xã.\n")])
    assert ask("báo cháy rừng thì gọi số điện thoại nào?").values == ("114",)


def test_a_row_is_named_by_its_number_beside_a_measure_of_the_plan(ask_commune: Ask) -> None:
    assert ask_commune("Ghi chú ở mục 2 Phụ lục III nói gì?").values == ("Chờ giáo trình mới",)


def test_who_helps_is_asked_behind_the_work(ask_commune: Ask) -> None:
    answer = ask_commune("Phối hợp lo mấy cụm loa thông minh ở các thôn ven hồ gồm những ai?")
    assert answer.values == ("Công an xã", "Trạm Y tế")


def test_rows_are_listed_by_who_leads_them_behind_a_colon(ask_commune: Ask) -> None:
    assert listed(ask_commune("Phụ lục III: các mục do Trạm Y tế chủ trì?")) == ["Phụ lục III/2", "Phụ lục III/3"]


def test_why_work_has_no_deadline_is_told_by_its_note(ask_commune: Ask) -> None:
    assert ask_commune("Sao lớp sơ cứu cho thanh niên chưa có hạn cụ thể?").values == ("Chờ giáo trình mới",)
