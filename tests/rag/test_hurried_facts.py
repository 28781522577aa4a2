"""Facts asked for in the words of hurried people: a place by its letters alone, what something is used for, who somebody is."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.corpus.initials import with_places
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.language.restated import restated
from rag.language.words import read_words, sound
from rag.mentions.plannumbers import numbers
from rag.query.norows import asks_use
from rag.turns import Turn
from tests.ingest.sources import HEAD, HEADER, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, listed

TITLE = "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
BODY = (
    "I. YÊU CẦU\n1. Hằng năm chấm điểm các bến đò; kết quả chấm điểm bến đò là căn cứ xếp hạng bến, xét thi đua.\n"
    "2. Quỹ sửa chữa do các chủ đò đóng góp, phục vụ cho việc thay phao cứu sinh.\n"
    "II. TỔ CHỨC THỰC HIỆN\nPhòng Kinh tế theo dõi, đôn đốc.\n"
)
CLOSING = (
    "\nNơi nhận:\n- Sở Xây dựng;\n- Các đồng chí Đảng ủy viên;\n- Lưu: VT.\n\n"
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Thị Mây\n"
)
ROWS = TITLE + table(
    HEADER,
    "1 | Kẻ vạch mớn nước cho thuyền chở khách | Phòng Kinh tế | Công an xã | Biên bản kẻ vạch | 8/2026",
    "2 | Rà soát thuyền không số | Các phòng thuộc UBND xã | Phòng Kinh tế | Danh sách thuyền | 5/2026",
)
OTHER = (
    HEAD.replace("XÃ SÔNG MƠ", "XÃ BẾN TRĂNG")
    .replace("Sông Mơ", "Bến Trăng")
    .replace("12/KH-UBND", "218/KH-UBND")
    .replace("Cải cách hành chính", "Bến thủy an toàn")
)
OTHER_ROWS = TITLE + table(
    HEADER, "1 | Kẻ vạch mớn nước cho thuyền chở khách | Công an xã | Phòng Kinh tế | Sổ theo dõi | 9/2026"
)
PLANS = (plan(body=BODY, annex=ROWS, closing=CLOSING), plan(head=OTHER, annex=OTHER_ROWS))


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker(PLANS)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("SM: kẻ vạch mớn nước thì kq là gì?", ("Biên bản kẻ vạch",)),
        ("BT - kẻ vạch mớn nước thì kq là gì?", ("Sổ theo dõi",)),
        ("Kẻ vạch mớn nước hạn khi nào, bên SM?", ("8/2026",)),
        ("Kẻ vạch mớn nước hạn khi nào (BT)", ("9/2026",)),
    ],
)
def test_a_plan_is_named_by_the_letters_of_its_place(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    ("typed", "plans"),
    [
        ("Nhiệm vụ đề án bến thủy 218 được ưu tiên thế nào?", [frozenset({1})]),
        ("Chương trình bến thủy an toàn 218: hạn khi nào?", [frozenset({1})]),
        ("Đề án bến thủy 219 hạn khi nào?", []),
        ("Đề án cứu hộ 218 hộ ven sông hạn khi nào?", []),
    ],
)
def test_a_project_is_told_from_others_by_the_number_of_its_plan(typed: str, plans: list[frozenset[int]]) -> None:
    found = numbers(typed, build_library(PLANS), read_words(typed).heard.split())
    assert [one for _, _, one in found] == plans


def test_letters_of_no_place_stay() -> None:
    assert with_places("QK: kẻ vạch ở đâu?", build_library(PLANS)) == "QK: kẻ vạch ở đâu?"


@pytest.mark.parametrize(
    "question",
    [
        "Kết quả chấm điểm bến đò được dùng làm gì?",
        "Kết quả chấm điểm bến đò của xã Sông Mơ được sử dụng vào việc gì?",
        "Kết quả chấm điểm bến đò dùng để làm gì?",
        "ket qua cham diem ben do duoc dung lam gi",
    ],
)
def test_what_something_is_used_for_is_read_behind_it(ask: Ask, question: str) -> None:
    assert ask(question).values == ("căn cứ xếp hạng bến, xét thi đua",)


@pytest.mark.parametrize(
    "question", ["Kết quả chấm điểm trường học được dùng làm gì?", "Quỹ khuyến học dùng để làm gì?"]
)
def test_what_another_thing_is_used_for_is_not_told(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("typed", "uses"),
    [("lập sổ để làm gì", True), ("quỹ dùng vào việc gì", True), ("phòng kinh tế làm gì", False)],
)
def test_work_is_no_use(typed: str, uses: bool) -> None:  # noqa: FBT001 - a case of a table
    assert asks_use(sound(typed)) is uses


@pytest.mark.parametrize(
    "question",
    [
        "PBT Đảng ủy xã Sông Mơ là đ/c nào?",
        "Phó Bí thư Đảng ủy xã Sông Mơ là đồng chí nào?",
        "Đảng ủy viên xã Sông Mơ gồm những đồng chí nào?",
    ],
)
def test_recipients_are_nobody_by_name(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_leading_jointly_is_no_standing_as_the_lead() -> None:
    assert restated("Phong Kinh te dong chu tri may viec") == "Phong Kinh te dong chu tri may viec"


def test_the_signer_is_told_by_the_post(ask: Ask) -> None:
    assert ask("Chủ tịch UBND xã Sông Mơ là đồng chí nào?").values == ("Trần Thị Mây",)


@pytest.mark.parametrize(
    "question",
    [
        "Việc nào các phòng đứng chủ trì chứ không phải Phòng Kinh tế?",
        "Việc nào các phòng giữ vai chủ trì, không phải Phòng Kinh tế?",
    ],
)
def test_offices_that_stand_as_the_lead_lead(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục/2"]


@pytest.mark.parametrize(
    "question", ["Thế cuối cùng phải nộp cái gì?", "Rốt cuộc cần ra sản phẩm gì?", "Rồi sau cùng kết quả là gì?"]
)
def test_what_comes_of_it_in_the_end_leans_on_the_row_before(question: str) -> None:
    engine = Engine(build_library(PLANS))
    before = "Ai chủ trì rà soát thuyền không số?"
    told = engine.answer(question, TODAY, Turn(before, engine.answer(before, TODAY)))
    assert told.values == ("Danh sách thuyền",)
