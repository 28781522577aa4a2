"""Many ways of asking for the same cells: who helps, several columns at once, lists by group, time and matter."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Answer, Status
from rag.engine import Engine
from rag.query.columns import read_columns
from tests.rag.plans import TODAY

HELPERS = ("Ủy ban MTTQ Việt Nam tỉnh", "UBND cấp xã")
LEAD, RESULT = ("Sở Nội vụ",), ("Báo cáo kết quả khảo sát",)
DUE = ("Từ ngày 01/10/2026 đến ngày 30/11/2026",)


def ask(engine: Engine, question: str) -> Answer:
    """The engine's answer on the tests' own day."""
    return engine.answer(question, TODAY)


@pytest.mark.parametrize(
    "question",
    [
        "Khảo sát mức độ hài lòng SIPAS thì ai làm với Sở Nội vụ?",
        "Ngoài Sở Nội vụ còn ai tham gia khảo sát mức độ hài lòng SIPAS?",
        "Khảo sát mức độ hài lòng SIPAS ngoài đơn vị chủ trì còn ai nữa?",
        "Ai hỗ trợ Sở Nội vụ trong việc khảo sát mức độ hài lòng SIPAS?",
        "Ai sát cánh cùng Sở Nội vụ khảo sát mức độ hài lòng SIPAS?",
        "Khảo sát mức độ hài lòng SIPAS có những ai hỗ trợ?",
        "Khảo sát mức độ hài lòng SIPAS có sự tham gia của đơn vị nào?",
        "Sở Nội vụ làm khảo sát mức độ hài lòng SIPAS cùng với đơn vị nào?",
        "ai giup So Noi vu khao sat muc do hai long sipas",
        "Khi khảo sát mức độ hài lòng SIPAS, đơn vị nào phối hợp với cơ quan chủ trì?",
    ],
)
def test_helpers_are_told_from_the_lead(sample_engine: Engine, question: str) -> None:
    answer = ask(sample_engine, question)
    assert (answer.status, answer.values) == (Status.ANSWERED, HELPERS)


def test_work_that_is_a_help_is_led_by_who_helps(sample_engine: Engine) -> None:
    answer = ask(sample_engine, "Đơn vị nào hướng dẫn cấp xã rà soát hộ dân vùng nguy cơ sạt lở?")
    assert answer.values == ("Chi cục Thủy lợi",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Thời hạn của khảo sát mức độ hài lòng SIPAS và đơn vị chủ trì", (*DUE, *LEAD)),
        ("Khảo sát mức độ hài lòng SIPAS: ai làm, hạn, kết quả", (*LEAD, *DUE, *RESULT)),
        ("kết quả và thời hạn của khảo sát mức độ hài lòng SIPAS", (*RESULT, *DUE)),
        ("Cơ quan chủ trì, phối hợp khảo sát mức độ hài lòng SIPAS", (*LEAD, *HELPERS)),
        ("khao sat muc do hai long sipas chu tri? han?", (*LEAD, *DUE)),
        ("Khảo sát mức độ hài lòng SIPAS ai chủ trì, những ai hỗ trợ", (*LEAD, *HELPERS)),
    ],
)
def test_columns_asked_side_by_side_are_all_told(sample_engine: Engine, question: str, values: tuple[str, ...]) -> None:
    assert ask(sample_engine, question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì việc kiểm tra, phối hợp, xử lý vi phạm?",
        "Ai chủ trì, hạn chế rác thải nhựa?",
        "Việc công bố kết quả, đơn vị nào làm?",
    ],
)
def test_column_words_within_the_thing_are_not_asked_for(question: str) -> None:
    assert read_columns(question) == ()


def test_a_unit_said_to_lead_is_not_asked_for() -> None:
    question = "Đo đạc thửa đất – Sở Nội vụ chủ trì – kết quả dự kiến?"
    assert read_columns(question) == ("lead", "result")
    assert read_columns(question, ["so noi vu"]) == ()


def test_the_plans_year_does_not_take_the_quarter_apart(sample_engine: Engine) -> None:
    bare = ask(sample_engine, "Nhiệm vụ nào phải xong trong quý III/2026 theo kế hoạch UBND tỉnh Lam Giang")
    named = ask(sample_engine, "Nhiệm vụ nào phải xong trong quý III/2026 theo kế hoạch UBND tỉnh Lam Giang năm 2026")
    assert [one.locator for one in named.items] == [one.locator for one in bare.items]
    assert {"Phụ lục II/8", "Phụ lục II/9-1", "Phụ lục II/9-3"} <= {one.locator for one in named.items}


@pytest.mark.parametrize(
    "question",
    [
        "Có nhiệm vụ nào về nhà ở xã hội cho công nhân không",
        "co nhiem vu nao ve tram sac xe dien khong",
        "co nhiem vu nao ve cai tao cho dam khong",
    ],
)
def test_a_matter_no_row_prints_lists_nothing(sample_engine: Engine, question: str) -> None:
    assert ask(sample_engine, question).status is Status.NOT_FOUND


def test_a_row_called_by_its_number_is_told_whole(sample_engine: Engine) -> None:
    answer = sample_engine.answer("Nhiệm vụ 4 phụ lục II của UBND tỉnh Lam Giang gồm những gì?", date(2026, 5, 10))
    assert answer.values == ("Khảo sát mức độ hài lòng của người dân, tổ chức (SIPAS)",)
