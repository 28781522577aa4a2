"""What is the second of several answers no question for another one of them."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

SECOND = """HỘI NÔNG DÂN XÃ MŨI NEO

Mũi Neo, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức hội nghị góp ý lần thứ hai về quy ước thả lưới

Hội Nông dân xã Mũi Neo ban hành Kế hoạch như sau:

I. THÀNH PHẦN HỘI NGHỊ

1. Khách mời:
- Đại diện Đồn Biên phòng.
- Đại diện Trạm Khuyến nông.

II. THỜI GIAN THỰC HIỆN

- Hội nghị góp ý lần thứ hai tổ chức vào ngày 12/6/2026.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng Hội
- Gửi biên bản hội nghị góp ý lần thứ hai đến Hội Nông dân tỉnh.

Nơi nhận:
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([read(SECOND)])


@pytest.mark.parametrize(
    "question",
    [
        "hoi nghi gop y lan thu tu o xa Mui Neo to chuc ngay nao",
        "Hội nghị góp ý lần ba ở xã Mũi Neo tổ chức khi nào?",
        "Thời gian hội nghị góp ý lần thứ nhất",
        "Biên bản hội nghị góp ý lần thứ tư gửi cho ai?",
        "Khách mời của hội nghị góp ý lần thứ ba gồm những ai?",
    ],
)
def test_another_one_of_the_kind_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Hội nghị góp ý lần thứ hai ở xã Mũi Neo tổ chức ngày nào?", "II"),
        ("Biên bản hội nghị góp ý lần hai gửi cho ai?", "III/1"),
    ],
)
def test_the_one_told_is_answered(ask: Ask, question: str, place: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.citations[0].locator) == (Status.ANSWERED, place)
