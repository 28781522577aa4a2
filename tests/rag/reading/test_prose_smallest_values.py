"""The smallest stretch of prose: a cause without whom it is of, a figure by its own words, a level, things taken for others."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a commune's plan of prose."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Nuôi cá lồng xã Bến Lau năm 2026")
    draft.section("I", "I. TÌNH HÌNH")
    draft.section("I/1", "1. Khó khăn, hạn chế")
    draft.clause(
        "I/1", "- Hộ bán cá dạo, chủ vựa tại bến Cây Gáo hay dời chỗ theo con nước nên khó cấp tem và khó thu phí."
    )
    draft.section("II", "II. MỤC TIÊU")
    draft.clause(
        "II", "- Lấy cá chép giòn, cá lăng nuôi bè gắn với bến Cây Gáo và ếch đồng làm ba con giống mũi nhọn của xã."
    )
    draft.clause(
        "II", "- Nâng điểm nuôi sạch; chỉ số giữ nước cao hơn mức bình quân các xã ven sông ngay trong năm 2026."
    )
    title = "Nuôi cá lồng xã Bến Lau năm 2026"
    return asker([draft.plan("ben-lau.txt", Header("8/KH-UBND", issuer="UBND xã Bến Lau", title=title, year=2026))])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Vì sao khó cấp tem cho hộ bán cá dạo và chủ vựa tại bến Cây Gáo?", ("hay dời chỗ theo con nước",)),
        ("tại sao hộ bán cá dạo, chủ vựa ở bến Cây Gáo khó thu phí, khó cấp tem", ("hay dời chỗ theo con nước",)),
        ("Chỉ số giữ nước ở mức nào so với các xã ven sông?", ("cao hơn mức bình quân các xã ven sông",)),
        ("chi so giu nuoc the nao so voi binh quan cac xa", ("cao hơn mức bình quân các xã ven sông",)),
        (
            "Xã chọn ba con giống nào làm mũi nhọn?",
            ("cá chép giòn", "cá lăng nuôi bè gắn với bến Cây Gáo", "ếch đồng"),
        ),
    ],
)
def test_no_more_of_a_clause_is_told_than_was_asked(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_a_level_of_what_no_clause_tells_is_refused(ask: Ask) -> None:
    assert ask("Giá điện thương phẩm ở mức nào so với cả nước?").status is Status.NOT_FOUND
