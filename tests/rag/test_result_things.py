"""Rows by what their result is: a cell that is the thing, not one that only bears its name."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, listed


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan some of whose results name the thing that another row makes."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Nuôi ong rừng xã Bến Lau năm 2026")
    draft.annex("Phụ lục I", "PHỤ LỤC I DANH MỤC NHIỆM VỤ")
    draft.task("Phụ lục I/1", "Mở đường lên rẫy | Phòng Kinh tế | | Quyết định của UBND xã | 4/2026")
    draft.task("Phụ lục I/2", "Giữ nguồn nước | Phòng Kinh tế | | Tờ trình ban hành Quyết định của UBND xã | 5/2026")
    draft.task("Phụ lục I/3", "Dựng chòi canh | Công an xã | | Báo cáo; Quyết định của UBND xã | 6/2026")
    draft.task("Phụ lục I/4", "Thuê người gác | Công an xã | | Ban hành Quyết định của UBND xã | 7/2026")
    draft.task("Phụ lục I/5", "Lập quỹ giống | Hội Nông dân xã | | Dự thảo quy chế | 8/2026")
    title = "Nuôi ong rừng xã Bến Lau năm 2026"
    return asker([draft.plan("ong.txt", Header("8/KH-UBND", issuer="UBND xã Bến Lau", title=title, year=2026))])


@pytest.mark.parametrize(
    "question",
    [
        "Những nhiệm vụ nào có kết quả là Quyết định của UBND xã?",
        "nhung nhiem vu nao ket qua la quyet dinh cua UBND xa",
        "Liệt kê các nhiệm vụ ra kết quả là Quyết định của UBND xã",
    ],
)
def test_what_is_drawn_up_on_the_way_is_not_the_thing(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục I/1", "Phụ lục I/3", "Phụ lục I/4"]


def test_what_is_only_drawn_up_is_listed_where_no_row_makes_the_thing(ask: Ask) -> None:
    assert listed(ask("Những nhiệm vụ nào có kết quả là quy chế?")) == ["Phụ lục I/5"]
