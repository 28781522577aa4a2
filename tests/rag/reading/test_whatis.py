"""What is told behind "là", in brackets behind a thing, and how many parts a section or plan has."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Nuôi ong dưới tán rừng tỉnh Lam Giang năm 2026")
    draft.section("I", "I. NỘI DUNG")
    draft.clause(
        "I", "1. Sử dụng trang Mật Sông Mơ là kênh báo giá mật chung của các tổ nuôi ong; mỗi tổ cử một người."
    )
    draft.clause(
        "I", "2. Đưa các máy quay mật (loại tay quay, loại điện, loại năng lượng mặt trời) về cho tổ nuôi ong."
    )
    draft.section("II", "II. PHÂN CÔNG NHIỆM VỤ")
    for number, (unit, work) in enumerate(
        (
            ("Sở Công Thương", "- Kết nối nơi mua mật."),
            ("Hội Nông dân tỉnh", "- Dạy nghề nuôi ong."),
            ("Hạt Kiểm lâm", "- Giữ rừng."),
        ),
        1,
    ):
        draft.section(f"II/{number}", f"{number}. {unit}")
        draft.clause(f"II/{number}", work)
    header = Header("31/KH-UBND", None, None, "Lam Giang", None, "Nuôi ong dưới tán rừng tỉnh Lam Giang")
    return asker([draft.plan("ong.txt", header)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kênh báo giá mật chung của các tổ nuôi ong là gì?", ("trang Mật Sông Mơ",)),
        ("kenh bao gia mat chung cua to nuoi ong la gi", ("trang Mật Sông Mơ",)),
        (
            "Máy quay mật đưa về cho tổ nuôi ong gồm những loại nào?",
            ("loại tay quay, loại điện, loại năng lượng mặt trời",),
        ),
        ("Mục II kế hoạch 31 phân công cho bao nhiêu đầu mối?", ("3",)),
        ("kế hoạch 31/KH-UBND gồm mấy phần", ("2",)),
    ],
)
def test_the_value_alone_is_told(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
