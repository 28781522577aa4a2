"""Proper names and branches of offices that no plan prints, and of several figures that of the year asked for."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft

ISSUER = "Sở Xây dựng tỉnh Gò Mây"


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a department's plan of water works, of which one room inspects."""
    title = "Cấp nước nông thôn năm 2026"
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("II", "II. TỔ CHỨC THỰC HIỆN")
    draft.clause("II/1", "1. Phòng Hạ tầng được phân công kiểm tra tiến độ các trạm bơm.")
    draft.annex("Phụ lục", "DANH MỤC CÔNG TRÌNH")
    draft.task("Phụ lục/1", "Xây trạm bơm liên xã Đồi Chè | Công ty Nước sạch Sông Mơ | | Trạm bơm | 9/2026 |")
    draft.task("Phụ lục/2", "Sửa đập tràn Khe Lau | Phòng Hạ tầng | | Đập | 10/2026 |")
    header = Header(number="12/KH-SXD", issuer=ISSUER, place="Gò Mây", title=title, year=2026)
    return asker([draft.plan("so.txt", header)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Trạm bơm Đồi Chè do ai xây?", ("Công ty Nước sạch Sông Mơ",)),
        ("Trạm bơm Đồi Chề do ai xây?", ("Công ty Nước sạch Sông Mơ",)),
        ("Anh Lê Trung ơi, sửa đập tràn Khe Lau bao giờ xong?", ("10/2026",)),
    ],
)
def test_a_printed_name_or_one_a_letter_from_it_is_answered(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "Trạm bơm Phú Lãng do ai xây?",
        "Ai xây trạm bơm liên xã Phú Lãng?",
        "Bao giờ sửa xong đập tràn Yên Thượng?",
        "Thanh tra Sở Xây dựng được phân công kiểm tra việc gì?",
        "Thanh tra Sở Xây dựng tỉnh Gò Mây phải làm những nhiệm vụ nào?",
    ],
)
def test_what_bears_a_name_that_no_plan_prints_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
