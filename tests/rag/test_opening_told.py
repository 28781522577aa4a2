"""What a plan's opening paragraphs tell of how things stand, before its first numbered part."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.corpus.library import build_library
from rag.query.question import understand
from rag.reading.whatis import who_is
from tests.ingest.sources import plan
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, cited

OPENING = plan(
    head="ỦY BAN NHÂN DÂN\nTỈNH KIM HÀ\n\nSố: 17/KH-UBND\nKim Hà, ngày 07 tháng 3 năm 2026\n\nKẾ HOẠCH\n"
    "Phòng, chống sâu keo tỉnh Kim Hà năm 2026\n\n"
    "Theo thông báo của Viện Cây trồng, năm qua sâu keo phát sinh ở nhiều nước. Rầy nâu hoành hành ở Vân Giang và các vùng"
    " Lam Sơn. Khu vực phía nam ghi nhận số ha nhiễm sâu keo tại Sông Lam (1.263), tại Hồ Mây (96), tại Đồi Gió (588).\n\n"
    "Tại tỉnh Kim Hà, không xuất hiện bọ trĩ, không phát hiện ốc sên.\n\n"
    "Ủy ban nhân dân tỉnh Kim Hà ban hành Kế hoạch như sau:\n",
    body="I. NHIỆM VỤ\n1. Đặt bẫy đèn.\nChủ trì: Sở Nông nghiệp.\n",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """One plan that opens with how things stand."""
    return asker([OPENING])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Hồ Mây nhiễm sâu keo bao nhiêu ha?", ("96",)),
        ("Số ha nhiễm sâu keo ở Đồi Gió là bao nhiêu?", ("588",)),
        ("Rầy nâu hoành hành ở những đâu?", ("Vân Giang", "các vùng Lam Sơn")),
        ("Kim Hà có xuất hiện bọ trĩ không?", ("không xuất hiện bọ trĩ",)),
    ],
)
def test_what_the_opening_reports_is_told(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.values == values
    assert cited(answer) == {f"{OPENING.file}#Căn cứ"}


@pytest.mark.parametrize(
    "question",
    ["Tam Hòa nhiễm sâu keo bao nhiêu ha?", "Kinh phí phòng chống sâu keo của Kim Hà năm 2026 là bao nhiêu tiền?"],
)
def test_what_the_opening_does_not_report_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_word_of_belonging_is_no_question_of_whose_something_is() -> None:
    asked = understand("Bẫy đèn là của ai đặt?", build_library([OPENING]), TODAY)
    assert who_is(asked, "Sở Nông nghiệp là cơ quan đặt bẫy đèn.") == ""
