"""Persons whom prose charges with places of their own, in one paragraph or in a list."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Answers over a plan with one paragraph that charges three persons and a list that charges three others."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Làm sạch kênh mương huyện Sơn Vân năm 2026")
    draft.section("I", "I. LÃNH ĐẠO")
    draft.clause("I", "1. Năm trước xã Mường Tấu làm tốt việc nạo vét kênh.")
    draft.clause(
        "I",
        "2. Các đồng chí trong Thường trực chịu trách nhiệm về xã được giao. Cụ thể: đồng chí Hà Văn Lộc phụ trách xã Bản Cọ và xã Noong Lay; "
        "đồng chí Y Bích Êban phụ trách xã Sơn Vân; đồng chí K'Lin Mlô phụ trách xã Noong Pua.",
    )
    draft.section("II", "II. Phân công đứng điểm thôn, bản")
    draft.clause("II", "- Đ/c Sùng A Páo, Chủ tịch UBND xã: bản Tà Ghênh, Pú Nhung.")
    draft.clause("II", "- Đ/c Lò Thị Mỷ, Phó Chủ tịch UBND xã: thôn Bến 1, Bến 2, bản Huổi Sấy.")
    draft.clause("II", "- Đ/c Vừ Mí Lử, Chánh Văn phòng: các thôn, bản còn lại.")
    header = Header(None, None, None, "Sơn Vân", None, "Làm sạch kênh mương huyện Sơn Vân năm 2026")
    return asker((draft.plan("a.txt", header),))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("phụ trách xã Noong Pua: đồng chí nào", ("đồng chí K'Lin Mlô",)),
        ("xã Noong Lay do ai phụ trách?", ("đồng chí Hà Văn Lộc",)),
        ("xã Noong Pua và xã Bản Cọ ai theo dõi", ("đồng chí K'Lin Mlô", "đồng chí Hà Văn Lộc")),
        ("ở huyện Sơn Vân, đồng chí nào phụ trách xã Sơn Vân", ("đồng chí Y Bích Êban",)),
        ("ai dung diem ban Pu Nhung", ("Đ/c Sùng A Páo",)),
        ("sếp nào bám thôn Bến 2", ("Đ/c Lò Thị Mỷ",)),
        ("Các thôn, bản còn lại do đồng chí nào phụ trách?", ("Đ/c Vừ Mí Lử",)),
        ("Đồng chí Hà Văn Lộc phụ trách những xã nào?", ("xã Bản Cọ", "xã Noong Lay")),
    ],
)
def test_the_person_is_read_out_of_the_piece_that_names_the_place(
    ask: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "Đồng chí nào trong Thường trực phụ trách xã Mường Tấu?",
        "xa muong tau ai phu trach",
        "ai phụ trách xã Chiềng Xôm",
        "ai đứng điểm thôn Bến 20",
    ],
)
def test_a_place_that_nobody_is_charged_with_has_nobody(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
