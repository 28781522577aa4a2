"""Answers from prose: the asked piece of a clause, verbatim."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan that is prose alone."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển chợ số năm 2026")
    draft.section("I", "I. YÊU CẦU")
    draft.clause("I", "- Mỗi chợ có ít nhất 12 điểm phát mạng không dây.")
    draft.clause("I", "- Khiếu nại của tiểu thương được trả lời trong thời hạn 05 ngày làm việc.")
    draft.section("II", "II. HỖ TRỢ")
    draft.clause("II", "- Tiểu thương bán hàng trực tuyến được giảm 40% phí chỗ ngồi.")
    draft.clause("II", "- Ban quản lý chợ giữ 1,2 tỷ đồng để thay mái tôn.")
    return asker([draft.plan("cho.txt", Header(number="8/KH-UBND", title="Phát triển chợ số năm 2026", year=2026))])


@pytest.mark.parametrize(
    ("question", "value", "place"),
    [
        ("Tiểu thương bán hàng trực tuyến được giảm bao nhiêu phí chỗ ngồi?", "40%", "II"),
        ("tieu thuong ban hang truc tuyen duoc giam may phan tram phi cho ngoi", "40%", "II"),
        ("Ban quản lý chợ giữ bao nhiêu tiền để thay mái tôn?", "1,2 tỷ đồng", "II"),
    ],
)
def test_the_figure_asked_for_is_picked_out_of_its_clause(ask: Ask, question: str, value: str, place: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
    assert cited(answer) == {f"cho.txt#{place}"}


def test_a_time_limit_is_picked_out_of_its_clause(ask: Ask) -> None:
    (value,) = ask("Khiếu nại của tiểu thương được trả lời trong thời hạn bao lâu?").values
    assert "05 ngày làm việc" in value


def test_an_answer_from_prose_says_so(ask: Ask, ask_province: Ask) -> None:
    assert ask("Tiểu thương bán hàng trực tuyến được giảm bao nhiêu phí chỗ ngồi?").method == "retrieval"
    assert ask_province("Ai chủ trì bảo trì đường truyền số liệu?").method == "facts"


@pytest.mark.parametrize(
    "question",
    ["Tiểu thương được vay bao nhiêu vốn?", "Chợ có bao nhiêu chỗ gửi xe?", "Ban quản lý chợ họp ở hội trường nào?"],
)
def test_what_no_clause_says_is_not_found(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
