"""Shares asked with the sign, levels and sounds that choose no plan."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import plan
from tests.rag.conftest import asker

_CITY = (
    "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ LAM GIANG\n\nSố: 40/KH-UBND\nLam Giang, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\n"
    "Chuyển đổi số thành phố Lam Giang năm 2026\n\nỦy ban nhân dân thành phố ban hành Kế hoạch như sau:\n"
)
_COMMUNE = (
    "ỦY BAN NHÂN DÂN\nXÃ TOAN LÂM\n\nSố: 41/KH-UBND\nToan Lâm, ngày 03 tháng 3 năm 2026\n\nKẾ HOẠCH\n"
    "Ứng dụng công nghệ thông tin, chuyển đổi số xã Toan Lâm năm 2026\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:\n"
)
_AIMS = (
    "I. CHỈ TIÊU\n"
    "- Tỷ lệ hồ sơ giấy giảm 45% so với năm 2025.\n"
    "- 90% học viên lớp tối được kiểm tra tay nghề ít nhất 02 lần.\n"
    "- Tỷ lệ đơn thư được trả lời trong 05 ngày đạt 88%.\n"
    "- Giảm 35% số đoàn công tác do UBND thành phố chủ trì so với năm 2025.\n"
    "II. TỔ CHỨC THỰC HIỆN\n"
    "1. Sở Nội vụ tổng hợp, công bố bảng xếp hạng chuyển đổi số của các đơn vị trước ngày 18/12/2026.\n"
    "2. Kế toán lâm trường nộp sổ kho cho Sở Tài chính trước ngày 20/6/2026.\n"
)
ASK = asker(
    [
        plan(head=_CITY, body=_AIMS),
        plan(head=_COMMUNE, body="I. CHỈ TIÊU\n- 70% hộ dân có tài khoản số.\n"),
    ]
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Tỷ lệ hồ sơ giấy giảm bao nhiêu % so với năm 2025?", "45%"),
        ("ti le ho so giay giam may % so voi nam 2025", "45%"),
        ("Bao nhiêu % học viên lớp tối được kiểm tra tay nghề ít nhất 02 lần?", "90%"),
        ("Bao nhiêu phần trăm học viên lớp tối được kiểm tra tay nghề ít nhất 2 lần?", "90%"),
        ("Tỷ lệ đơn thư được trả lời trong 05 ngày bao nhiêu %?", "88%"),
        ("Giảm bao nhiêu % số đoàn công tác do UBND thành phố chủ trì so với năm 2025?", "35%"),
    ],
)
def test_a_share_asked_with_the_sign_is_the_share(question: str, value: str) -> None:
    assert ASK(question).values == (value,)


def test_a_share_of_what_nobody_gives_one_for_is_refused() -> None:
    assert ASK("Bao nhiêu % học viên lớp sáng được cấp học bổng?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Bảng xếp hạng chuyển đổi số của các đơn vị công bố trước ngày nào?",
        "bao gio cong bo bang xep hang chuyen doi so cua cac don vi",
    ],
)
def test_a_ranking_is_no_table_of_a_plan_with_its_topic(question: str) -> None:
    assert ASK(question).values == ("trước ngày 18/12/2026",)


def test_the_ends_of_two_words_are_no_name_of_a_place() -> None:
    assert ASK("Kế toán lâm trường nộp sổ kho trước ngày nào?").values == ("trước ngày 20/6/2026",)
