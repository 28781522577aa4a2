"""Two plans set side by side: each asked its own, the same asked of both in turn, or two places joined by "với"."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks the plans of a province and of a commune, which share a matter."""
    title = "Nâng hạng bến thuyền năm 2026 của tỉnh Hải Triều"
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("I", "I. KINH PHÍ")
    draft.clause("I", "Kinh phí 9.400 triệu đồng, gồm ngân sách tỉnh 6.100 triệu đồng; ngân sách xã 3.300 triệu đồng.")
    draft.annex("Phụ lục II", "PHỤ LỤC II")
    draft.task("Phụ lục II/1", "Đề án xếp hạng bến thuyền | Sở Thủy sản | Các xã | Đề án | 03/2026")
    province = draft.plan(
        "tinh.txt",
        Header(number="12/KH-UBND", issuer="Ủy ban nhân dân tỉnh Hải Triều", place="Hải Triều", title=title, year=2026),
    )
    title = "Phát triển làng chài xã Cửa Sót năm 2026"
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("I", "I. KINH PHÍ")
    draft.clause("I", "Dự toán 870 triệu đồng, từ ngân sách xã 500 triệu đồng, Nhân dân đóng góp 370 triệu đồng.")
    draft.annex("Phụ lục II", "PHỤ LỤC II")
    draft.task("Phụ lục II/1", "Đề án xếp hạng bến thuyền | Phòng Kinh tế | Các thôn | Đề án | Quý II/2026")
    commune = draft.plan(
        "xa.txt",
        Header(number="5/KH-UBND", issuer="Ủy ban nhân dân xã Cửa Sót", place="Cửa Sót", title=title, year=2026),
    )
    return asker([province, commune])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Ngân sách tỉnh chi cho nâng hạng bến thuyền Hải Triều bao nhiêu, còn dự toán phát triển làng chài của xã Cửa Sót bao nhiêu?",
            ("6.100 triệu đồng", "870 triệu đồng"),
        ),
        ("Đề án xếp hạng bến thuyền, tỉnh với xã Cửa Sót hạn khi nào?", ("03/2026", "Quý II/2026")),
        ("Đề án xếp hạng bến thuyền tỉnh với Cửa Sót ai chủ trì?", ("Sở Thủy sản", "Phòng Kinh tế")),
        (
            "Hạn của đề án xếp hạng bến thuyền: Phụ lục II của UBND tỉnh ghi gì, Phụ lục II của xã Cửa Sót ghi gì?",
            ("03/2026", "Quý II/2026"),
        ),
        (
            "Hạn đề án xếp hạng bến thuyền: UBND xã Cửa Sót đặt lúc nào, UBND tỉnh Hải Triều đặt lúc nào?",
            ("Quý II/2026", "03/2026"),
        ),
    ],
)
def test_each_of_two_plans_answers_what_it_is_asked(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_what_one_of_two_plans_does_not_say_is_not_told_of_both(ask: Ask) -> None:
    assert len(ask("Đề án nuôi hàu, tỉnh với xã Cửa Sót hạn khi nào?").values) < len(("tỉnh", "xã"))
