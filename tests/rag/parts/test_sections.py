"""Sections asked for by their heading: all that stands there is the answer."""

from __future__ import annotations

import pytest

from ingest.plan import Header, Plan
from rag.corpus.library import build_library
from rag.parts.sections import answer_section
from rag.query.question import understand
from tests.rag.plans import TODAY, Draft, cited

AIM = "Nâng cao thu nhập của tiểu thương"
DEMANDS = ("Đúng tiến độ, không phô trương", "Mỗi chợ chỉ làm một việc trong một quý")


def _plan(place: str, *, apart: bool) -> Plan:
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH Phát triển chợ số huyện {place} năm 2026")
    draft.section("I", "I. MỤC ĐÍCH, YÊU CẦU")
    if apart:
        draft.section("I/1", "1. Mục đích")
    draft.clause("I/1" if apart else "I", f"- {AIM}.")
    if apart:
        draft.section("I/2", "2. Yêu cầu")
    for demand in DEMANDS:
        draft.clause("I/2" if apart else "I", f"- {demand};")
    draft.section("II", "II. MỤC TIÊU CHUNG")
    draft.clause("II", f"Chợ {place} thu phí không tiền mặt.")
    header = Header(number=f"{len(place)}/KH-UBND", title=f"Phát triển chợ số huyện {place} năm 2026", year=2026)
    return draft.plan(f"{place}.txt", header)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Mục đích, yêu cầu của kế hoạch là gì?", (AIM, *DEMANDS)),
        ("ke hoach dat ra nhung yeu cau gi", DEMANDS),
        ("Đề nghị cho biết mục đích ban hành kế hoạch.", (AIM,)),
        ("Mục tiêu tổng quát là gì?", ("Chợ Lam Giang thu phí không tiền mặt",)),
    ],
)
def test_every_paragraph_of_the_section_is_a_value(question: str, values: tuple[str, ...]) -> None:
    library = build_library([_plan("Lam Giang", apart=True)])
    answer = answer_section(understand(question, library, TODAY), library)
    assert answer is not None
    assert answer.values == values


def test_a_section_of_both_answers_for_either() -> None:
    library = build_library([_plan("Lam Giang", apart=False)])
    answer = answer_section(understand("Mục đích của kế hoạch là gì?", library, TODAY), library)
    assert answer is not None
    assert answer.values == (AIM, *DEMANDS)
    assert cited(answer) == {"Lam Giang.txt#I"}


@pytest.mark.parametrize(
    "question",
    ["Yêu cầu gì đối với việc thu phí?", "Việc thu phí không tiền mặt nhằm mục đích gì?", "Ai chủ trì?"],
)
def test_something_in_a_section_is_no_section(question: str) -> None:
    library = build_library([_plan("Lam Giang", apart=True)])
    assert answer_section(understand(question, library, TODAY), library) is None


def test_of_several_plans_the_one_named_is_meant() -> None:
    library = build_library([_plan("Lam Giang", apart=True), _plan("Vân Khê", apart=True)])
    named = answer_section(understand("Mục tiêu chung của huyện Vân Khê là gì?", library, TODAY), library)
    assert named is not None
    assert named.values == ("Chợ Vân Khê thu phí không tiền mặt",)
    assert answer_section(understand("Mục tiêu chung là gì?", library, TODAY), library) is None
