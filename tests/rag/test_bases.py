"""Documents that the plans cite: their numbers and dates, from the sample plans."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.rag.plans import Ask, cited


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Nghị quyết số 57-NQ/TW ban hành ngày nào?", "22/12/2024"),
        ("nghi quyet 57-nq/tw ban hanh ngay nao", "22/12/2024"),
        ("Nghị quyết số 94/NQ-HĐND ban hành ngày nào?", "12/12/2025"),
        ("Nghị quyết của Hội đồng nhân dân tỉnh số mấy?", "94/NQ-HĐND"),
        ("NQ của HĐND tỉnh làm căn cứ cho KH 27/KH-UBND số mấy?", "94/NQ-HĐND"),
        ("Kế hoạch 27/KH-UBND căn cứ nghị quyết nào của Ban Chấp hành Đảng bộ tỉnh?", "15-NQ/TU"),
        ("Luật Thủy lợi số mấy?", "08/2017/QH14"),
        ("Luật Phòng, chống thiên tai số bao nhiêu?", "33/2013/QH13"),
    ],
)
def test_a_cited_document_gives_its_number_or_its_date(ask_samples: Ask, question: str, value: str) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
    assert any(value in citation.quote for citation in answer.citations)
    assert {place.partition("#")[2] for place in cited(answer)} == {"Căn cứ"}


@pytest.mark.parametrize(
    "question", ["Quyết định số 12/QĐ-TTg ban hành ngày nào?", "Nghị định số mấy quy định về thuế?"]
)
def test_a_document_that_no_plan_cites_is_not_found(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).status is Status.NOT_FOUND


def test_a_plan_rests_on_the_document_of_the_kind_asked(ask_samples: Ask) -> None:
    answer = ask_samples("xã Vân Khê dựa vào chương trình hành động nào của Tỉnh ủy")
    assert (answer.status, answer.values) == (Status.ANSWERED, ("09-CTr/TU",))
    assert cited(answer) == {"vankhe-danguy-2026.txt#Căn cứ"}


@pytest.mark.parametrize("question", ["thời tiết Lam Giang mai thế nào?", "giá vàng hôm nay bao nhiêu?"])
def test_a_question_of_no_document_is_not_answered_from_the_bases(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).status is Status.NOT_FOUND


def test_the_day_of_a_document_that_is_only_described_is_found(ask_samples: Ask) -> None:
    answer = ask_samples("nghị quyết HĐND tỉnh về kế hoạch phát triển kinh tế - xã hội ra ngày nào?")
    assert (answer.status, answer.values) == (Status.ANSWERED, ("12/12/2025",))


def test_the_plans_that_rest_on_a_document_say_nothing_about_it(ask_samples: Ask) -> None:
    question = "Kế hoạch của tỉnh và kế hoạch của xã Vân Khê cùng căn cứ nghị quyết nào của Bộ Chính trị?"
    assert ask_samples(question).values == ("57-NQ/TW",)
