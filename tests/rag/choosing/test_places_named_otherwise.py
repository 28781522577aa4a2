"""A place or quarter that the rows, or the list within a row, have only others of."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a commune's plan that lists places within its rows and prose, and has a table of hamlets."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Nuôi ong và trồng dâu xã Bến Lau năm 2026")
    draft.section("II", "II. NHIỆM VỤ")
    draft.section("II/1", "1. Bến đò")
    draft.clause("II/1", "b) Kè bến đò ngang tại 03 khúc sông: Rạch Cát, Mương Điều và Vàm Tre trước ngày 20/8/2026.")
    draft.annex("Phụ lục I", "PHỤ LỤC I VIỆC PHẢI LÀM")
    draft.task("Phụ lục I/1", "Bày gian mật ong tại Ma Rốc, Chi Lê, Lào | Hội Nông dân xã | Phòng Kinh tế | | 4/2026")
    draft.task("Phụ lục I/2", "Thi cắt tỉa cành tại Đồi Sim Tím | Phòng Văn hóa | | Giải thưởng | 9/2026")
    draft.annex("Phụ lục II", "PHỤ LỤC II NƠI NHẬN GIỐNG")
    draft.task("Phụ lục II/1", "Xóm Cầu Ván | Bà Nguyễn Thị Hoa | | 40 khay trứng tằm | 3/2026")
    draft.task("Phụ lục II/2", "Xóm Bãi Dâu | Ông Tạ Văn Lành | | 25 khay trứng tằm | 5/2026")
    draft.annex("Phụ lục III", "PHỤ LỤC III XÓM ĐẶT TỔ ONG")
    draft.task("Phụ lục III/1", "Hàng Sậy | Bà Đào Thị Cúc | | 12 tổ ong | 6/2026")
    draft.task("Phụ lục III/2", "Gò Mối | Ông Lý Văn Chài | | 15 tổ ong | 7/2026")
    title = "Nuôi ong và trồng dâu xã Bến Lau năm 2026"
    return asker([draft.plan("ben-lau.txt", Header("8/KH-UBND", issuer="UBND xã Bến Lau", title=title, year=2026))])


@pytest.mark.parametrize(
    "question",
    [
        "Ai bày gian mật ong ở Ba Tư?",
        "Bao giờ bày gian mật ong tại Ba Tư?",
        "Kè bến đò ngang ở Bàu Sen trước ngày nào?",
        "Thi cắt tỉa cành ở Đồi Chè Xanh khi nào?",
        "Xóm Nguyễn Thị Sâm nhận bao nhiêu khay trứng tằm?",
        "xom nguyen thi sam nhan khay trung tam khi nao",
        "xóm Đào Thị Lựu - số tổ ong đặt",
    ],
)
def test_a_place_of_which_no_row_is_gets_no_other_places_answer(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ai bày gian mật ong ở Chi Lê?", ("Hội Nông dân xã",)),
        ("Bao giờ bày gian mật ong của Việt Nam ở Lào?", ("4/2026",)),
        ("Ở xã Bến Lau ai bày gian mật ong?", ("Hội Nông dân xã",)),
        ("Kè bến đò ngang ở Vàm Tre trước ngày nào?", ("trước ngày 20/8/2026",)),
        ("Thi cắt tỉa cành ở Đồi Sim Tím khi nào?", ("9/2026",)),
        ("xom bai dau nhan khay trung tam khi nao", ("5/2026",)),
        ("Xóm Cầu Ván nhận khay trứng tằm khi nào?", ("3/2026",)),
    ],
)
def test_a_place_that_the_row_prints_is_answered(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values
