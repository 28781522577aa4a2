"""Documents that the plans cite: their numbers and dates, from the sample plans."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Nghị quyết số 57-NQ/TW ban hành ngày nào?", "22/12/2024"),
        ("nghi quyet 57-nq/tw ban hanh ngay nao", "22/12/2024"),
        ("Nghị quyết số 94/NQ-HĐND ban hành ngày nào?", "12/12/2025"),
        ("Nghị quyết của Hội đồng nhân dân tỉnh số mấy?", "94/NQ-HĐND"),
        ("NQ của HĐND tỉnh làm căn cứ cho KH 27/KH-UBND số mấy?", "94/NQ-HĐND"),
        ("Kế hoạch 27/KH-UBND căn cứ nghị quyết nào của Ban Chấp hành Đảng bộ tỉnh?", "15-NQ/TU"),
        ("KH 27/KH-UBND - theo nghị quyết HĐND tỉnh số mấy", "94/NQ-HĐND"),
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


@pytest.mark.parametrize(
    "asked",
    [": số, ngày", " - số và ngày ký", " số mấy, ngày nào?", ", số và ngày (kế hoạch tỉnh Lam Giang)"],
)
def test_the_number_and_the_day_of_a_document_are_told_together(ask_samples: Ask, asked: str) -> None:
    answer = ask_samples(f"Nghị quyết của HĐND tỉnh về kế hoạch phát triển kinh tế - xã hội{asked}")
    assert (answer.status, answer.values) == (Status.ANSWERED, ("94/NQ-HĐND", "12/12/2025"))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Nghị quyết nào ban hành chương trình hành động thực hiện Nghị quyết 23-NQ/TW về nghề rèn?", ("88/NQ-CP",)),
        ("chuong trinh hanh dong thuc hien NQ 23-NQ/TW theo nghi quyet so may, ngay nao", ("88/NQ-CP", "11/8/2024")),
        ("Nghị quyết 88/NQ-CP thực hiện nghị quyết nào?", ("23-NQ/TW",)),
        ("Chương trình hành động thực hiện Nghị quyết 23 về nghề rèn ban hành bằng nghị quyết nào?", ("88/NQ-CP",)),
        ("Chính phủ thực hiện NQ 23 về phát triển nghề rèn theo nghị quyết số mấy", ("88/NQ-CP",)),
        ("Nghị quyết 23 về phát triển nghề rèn là nghị quyết số mấy?", ("23-NQ/TW",)),
    ],
)
def test_a_document_is_found_by_the_one_that_it_carries_out(question: str, values: tuple[str, ...]) -> None:
    draft = Draft()
    draft.clause("Căn cứ", "Căn cứ Nghị quyết số 70/NQ-CP ngày 01/4/2025 của Chính phủ về chương trình hành động;")
    draft.section("I", "I. NHIỆM VỤ")
    draft.clause("I/1", "1. Sở Công Thương chủ trì khôi phục các làng rèn¹.")
    draft.clause(
        "I/chú thích 1",
        "¹ Nghị quyết số 88/NQ-CP ngày 11/8/2024 của Chính phủ ban hành Chương trình hành động thực hiện Nghị quyết số"
        " 23-NQ/TW ngày 05/3/2024 của Ban Chấp hành Trung ương về phát triển nghề rèn.",
    )
    answer = asker([draft.plan("ren.txt", Header(number="31/KH-UBND", issuer="UBND tỉnh Lam Giang"))])(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_the_plans_that_rest_on_a_document_say_nothing_about_it(ask_samples: Ask) -> None:
    question = "Kế hoạch của tỉnh và kế hoạch của xã Vân Khê cùng căn cứ nghị quyết nào của Bộ Chính trị?"
    assert ask_samples(question).values == ("57-NQ/TW",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Tờ trình của sở nào làm căn cứ cho kế hoạch tỉnh Lam Giang, số mấy?", ("Sở Công Thương", "45/TTr-SCT")),
        ("Kế hoạch căn cứ nghị định nào của Chính phủ về nghề rèn?", ("17/2024/NĐ-CP",)),
    ],
)
def test_who_proposed_a_plan_and_with_which_document(question: str, values: tuple[str, ...]) -> None:
    assert _forging()(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch căn cứ nghị định nào của Chính phủ về chữ ký số?",
        "Kế hoạch tỉnh Lam Giang căn cứ nghị định nào của Chính phủ về thuế đất?",
    ],
)
def test_a_document_on_another_matter_is_not_told(question: str) -> None:
    assert _forging()(question).status is Status.NOT_FOUND


def _forging() -> Ask:
    draft = Draft()
    draft.clause(
        "Căn cứ",
        "Căn cứ Nghị định số 17/2024/NĐ-CP ngày 12/4/2024 của Chính phủ về phát triển nghề rèn; xét đề nghị của Sở Công"
        " Thương tại Tờ trình số 45/TTr-SCT ngày 06/01/2026,",
    )
    return asker([draft.plan("ren.txt", Header(number="31/KH-UBND", issuer="UBND tỉnh Lam Giang", place="Lam Giang"))])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch tỉnh Lam Giang căn cứ những luật nào?", ("Luật Làng nghề", "Luật Lâm sản số 21/2017/QH14")),
        ("luat nao duoc tinh lam giang vien dan lam can cu", ("Luật Làng nghề", "Luật Lâm sản số 21/2017/QH14")),
        ("Kế hoạch tỉnh Lam Giang dựa trên luật nào về lâm sản?", ("Luật Lâm sản số 21/2017/QH14",)),
        ("Kế hoạch tỉnh Lam Giang viện dẫn luật gì về bảo hiểm?", ()),
    ],
)
def test_the_laws_that_a_plan_rests_on_are_all_told(question: str, values: tuple[str, ...]) -> None:
    draft = Draft()
    draft.clause("Căn cứ", "Căn cứ Luật Làng nghề ngày 19 tháng 6 năm 2013; Luật Lâm sản số 21/2017/QH14;")
    draft.clause("Căn cứ", "Căn cứ Nghị định số 17/2024/NĐ-CP ngày 12/4/2024 của Chính phủ hướng dẫn Luật Làng nghề;")
    draft.section("I", "I. NHIỆM VỤ")
    draft.clause("I", "- Mở chợ tre nứa theo luật tục của buôn.")
    header = Header(number="31/KH-UBND", issuer="UBND tỉnh Lam Giang", place="Lam Giang")
    assert asker([draft.plan("tre.txt", header)])(question).values == values
