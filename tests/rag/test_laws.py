"""What holds for every question whatever."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.plan import Plan
from rag.answer import Answer, Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.service import Service
from rag.turns import Turn
from tests.conftest import ROOT
from tests.rag.plans import TODAY, Ask, department_plan, province_plan

CASES = [
    json.loads(line)
    for line in (ROOT / "eval" / "questions" / "sample.jsonl").read_text(encoding="utf-8").splitlines()
    if line.strip()
]
PLAIN = [
    "Cơ quan nào chủ trì tái cấu trúc quy trình 25 dịch vụ công trực tuyến?",
    "Ai chủ trì số hóa hồ sơ đất đai trong kế hoạch của Sở Nông nghiệp và Môi trường?",
    "Đơn vị nào chủ trì cơ sở dữ liệu công trình thủy lợi?",
    "Cơ quan nào phối hợp diễn tập ứng phó bão, lũ cấp tỉnh?",
    "Thời hạn khảo sát mức độ hài lòng của người dân, tổ chức (SIPAS) là khi nào?",
    "Tuần Văn hóa - Du lịch sông Vân khi nào hoàn thành?",
    "Kết quả của nhiệm vụ hoàn thiện Kho dữ liệu dùng chung của tỉnh Lam Giang là gì?",
    "Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính là bao nhiêu?",
    "Chỉ tiêu doanh thu từ du lịch của tỉnh Lam Giang năm 2027 là bao nhiêu?",
    "Kiểm định an toàn 18 hồ chứa nước vừa và nhỏ hoàn thành khi nào?",
    "Ai ký kế hoạch của Đảng ủy xã Vân Khê?",
    "Nhiệm vụ 21 phụ lục II kế hoạch 27/KH-UBND ai chủ trì?",
    "Sở Văn hóa, Thể thao và Du lịch chủ trì những nhiệm vụ nào trong kế hoạch UBND tỉnh Lam Giang?",
    "Chi cục Thủy lợi phối hợp những việc nào?",
    "Nhóm thủy lợi, phòng, chống thiên tai trong Phụ lục II kế hoạch 27/KH-UBND có bao nhiêu nhiệm vụ?",
]
OLD_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ụy": "uỵ"}


def _bare(text: str) -> str:
    marked = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def _old_tones(text: str) -> str:
    for new, old in OLD_TONES.items():
        text = text.replace(new, old)
    return text


RETYPED: list[tuple[str, Callable[[str], str]]] = [
    ("no accents", _bare),
    ("decomposed", lambda text: unicodedata.normalize("NFD", text)),
    ("old tones", _old_tones),
    ("capitals", str.upper),
    ("bare capitals", lambda text: _bare(text).upper()),
    ("spaces", lambda text: f"  {text.replace(' ', '   ')}\n"),
    ("no question mark", lambda text: text.rstrip("?")),
]


def _ask(service: Service, case: dict[str, Any]) -> Answer:
    today = date.fromisoformat(case["today"]) if "today" in case else TODAY
    before = service.ask(case["prev"], today=today) if "prev" in case else None
    return service.ask(case["q"], today=today, previous=before)


def _words(text: str) -> set[str]:
    """Words without the punctuation around them."""
    return {word.strip(",;.:()") for word in text.split()}


@pytest.fixture(scope="module")
def answers(service: Service) -> list[tuple[str, Answer]]:
    """Every sample question's answer."""
    return [(case["q"], _ask(service, case)) for case in CASES]


def test_every_citation_is_a_slice_of_its_plan(
    answers: list[tuple[str, Answer]], sample_plans: tuple[Plan, ...]
) -> None:
    texts = {plan.file: plan.text for plan in sample_plans}
    for question, answer in answers:
        for citation in answer.citations:
            assert citation.quote, question
            assert texts[citation.file][citation.start : citation.end] == citation.quote, question


def test_every_answer_is_quoted_and_every_refusal_quotes_nothing(answers: list[tuple[str, Answer]]) -> None:
    for question, answer in answers:
        if answer.status is Status.NOT_FOUND:
            assert (answer.values, answer.items, answer.citations) == ((), (), ()), question
        else:
            assert answer.citations, question


def test_an_answer_has_values_or_rows_and_silence_has_neither(answers: list[tuple[str, Answer]]) -> None:
    for question, answer in answers:
        if answer.status is Status.ANSWERED:
            assert answer.values or answer.items, question
            assert all(value.strip() for value in answer.values), question
        elif answer.status is Status.AMBIGUOUS:
            assert len(answer.items) > 1, question
        else:
            assert not answer.values, question


def test_every_listed_row_is_quoted(answers: list[tuple[str, Answer]]) -> None:
    for question, answer in answers:
        places = {(citation.file, citation.locator) for citation in answer.citations}
        assert {(item.file, item.locator) for item in answer.items} <= places, question


def test_every_word_of_a_value_stands_in_what_is_quoted(answers: list[tuple[str, Answer]]) -> None:
    for question, answer in answers:
        if not answer.items:
            quoted = _words(" ".join(citation.quote for citation in answer.citations))
            assert all(_words(value) <= quoted for value in answer.values), question


def test_a_count_is_the_number_of_rows_given(answers: list[tuple[str, Answer]]) -> None:
    counts = [(question, answer) for question, answer in answers if answer.items and answer.values]
    assert counts
    for question, answer in counts:
        assert answer.values == (str(len(answer.items)),), question


def test_every_list_is_in_document_order(answers: list[tuple[str, Answer]], sample_plans: tuple[Plan, ...]) -> None:
    files = [plan.file for plan in sample_plans]
    for question, answer in answers:
        if answer.status is Status.ANSWERED and answer.items:
            starts: dict[tuple[str, str], int] = {}
            for citation in answer.citations:
                starts.setdefault((citation.file, citation.locator), citation.start)
            order = [(files.index(item.file), starts[item.file, item.locator]) for item in answer.items]
            assert order == sorted(order), question


@pytest.mark.parametrize("retype", [retype for _, retype in RETYPED], ids=[way for way, _ in RETYPED])
@pytest.mark.parametrize("question", PLAIN)
def test_a_question_retyped_gets_the_same_answer(ask_samples: Ask, question: str, retype: Callable[[str], str]) -> None:
    plain, retyped = ask_samples(question), ask_samples(retype(question))
    assert (retyped.status, retyped.values) == (plain.status, plain.values)
    assert (retyped.items, retyped.citations) == (plain.items, plain.citations)


@pytest.mark.parametrize("retype", [retype for _, retype in RETYPED], ids=[way for way, _ in RETYPED])
def test_each_way_of_retyping_changes_several_questions(retype: Callable[[str], str]) -> None:
    assert sum(retype(question) != question for question in PLAIN) >= 6


def test_the_questions_to_retype_are_answered_refused_and_left_open(ask_samples: Ask) -> None:
    assert {ask_samples(question).status for question in PLAIN} == set(Status)


@pytest.mark.parametrize("case", CASES[::6], ids=[case["id"] for case in CASES[::6]])
def test_the_same_question_twice_gets_an_equal_answer(service: Service, case: dict[str, Any]) -> None:
    once, again = _ask(service, case), _ask(service, case)
    assert replace(once, elapsed_ms=0.0) == replace(again, elapsed_ms=0.0)


ENGINE = Engine(build_library([province_plan(), department_plan()]))
TEXTS = {plan.file: plan.text for plan in (province_plan(), department_plan())}
ASKS = """
    ai chủ trì|phối hợp với ai|hạn khi nào|kết quả là gì|những nhiệm vụ nào|có bao nhiêu|phụ lục II|nhóm I|nhiệm vụ 4|điểm a|
    tháng 6/2026|quý này|tuần sau|kế hoạch 12/KH-UBND|so sánh|lần lượt|ai ký|báo cáo|gửi ai|căn cứ|nghị quyết số mấy|Sở Nội vụ|
    không ghi kết quả|chỉ tiêu|đơn vị tính|ghi chú|việc con|“nền tảng”|thường xuyên|quá hạn|tỉnh Sông Lam|bao nhiêu tiền|còn|%
"""
SPOKEN = st.sampled_from(sorted({*map(str.strip, ASKS.split("|")), *" ".join(TEXTS.values()).split()}))
QUESTIONS = st.one_of(st.text(), st.lists(st.one_of(SPOKEN, st.text(max_size=5)), max_size=12).map(" ".join))


@settings(deadline=None, max_examples=300)
@given(QUESTIONS, st.dates(date(1990, 1, 1), date(2200, 1, 1)))
def test_any_text_gets_an_answer_whose_quotes_are_slices(question: str, today: date) -> None:
    answer = ENGINE.answer(question, today)
    assert (answer.status is Status.NOT_FOUND) == (not answer.citations)
    for citation in answer.citations:
        assert TEXTS[citation.file][citation.start : citation.end] == citation.quote != ""


@settings(deadline=None, max_examples=200)
@given(QUESTIONS, QUESTIONS)
def test_any_text_after_any_other_gets_an_answer_whose_quotes_are_slices(first: str, second: str) -> None:
    answer = ENGINE.answer(second, TODAY, Turn(first, ENGINE.answer(first, TODAY)))
    assert (answer.status is Status.NOT_FOUND) == (not answer.citations)
    for citation in answer.citations:
        assert TEXTS[citation.file][citation.start : citation.end] == citation.quote != ""


@pytest.mark.parametrize(
    "question",
    [
        "",
        " \t\n",
        "\x00\x01\x1f\x7f",
        "ai\x00 chủ\x1f trì\x0b bảo trì\u200b đường truyền?",
        "?!.,;:()[]{}\"'",
        "“”" * 50,
        "٣ ½ Ⅲ １２",
        "nhiệm vụ 99999999999999999999 phụ lục 99999999999",
        "ngày 99/99/9999, tháng 0/2026, quý 9",
        "a" * 5000,
        "chủ trì " * 625,
        "12/KH-UBND " * 455,
        "(" * 5000,
        "ai chủ trì nâng cấp trung tâm dữ liệu " * 130,
    ],
    ids=range(14),
)
def test_odd_and_long_text_is_answered_or_refused(service: Service, question: str) -> None:
    assert service.ask(question, today=TODAY).status in set(Status)


@given(st.text(max_size=30))
@settings(deadline=None)
def test_an_empty_library_never_finds_anything(question: str) -> None:
    answer = Engine(build_library([])).answer(question, TODAY)
    assert (answer.status, answer.values, answer.items, answer.citations) == (Status.NOT_FOUND, (), (), ())
