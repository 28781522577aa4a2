"""Rows under a row: named together with it, counted by its number, and groups that say there is no work in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited, listed

HEADER = "TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm"
HARBOUR = "\nPHỤ LỤC\nNHIỆM VỤ CẢNG CÁ NĂM 2026\n\n" + table(
    HEADER,
    "I | Nhiệm vụ khác thường | | | | ",
    "1 | Theo Quyết định số 88-QĐ/TU, xã Bến Lội không được giao thực hiện nhiệm vụ này | | | | ",
    "II | Hạ tầng | | | | ",
    "1 | Nhà máy nước đá Hòn Sầm | | | | ",
    "1.1 | Thẩm định thiết kế lò lạnh | Đội Kỹ thuật | Tổ Vật tư | Tháng 3/2026 | Biên bản",
    "1.2 | Đền bù, thu hồi bãi phơi lưới | Ban Đền bù | Hội Nghề cá | Tháng 5/2026 | Mặt bằng sạch",
    "2 | Nạo vét luồng vào cảng | Đội Kỹ thuật | Hội Nghề cá | Tháng 8/2026 | Luồng tàu",
    "III | Nhân lực | | | | ",
    "1 | Mở lớp cho thuyền trưởng | Hội Nghề cá | Đội Kỹ thuật | Tháng 9/2026 | Chứng chỉ",
    "2 | Dạy nghề vá lưới: | | | | ",
    "2.1 | Lớp ở thôn Đông | Hội Phụ nữ | Tổ Vật tư | Tháng 4/2026 | Chứng chỉ",
    "2.2 | Lớp ở thôn Đoài | Hội Phụ nữ | Tổ Vật tư | Tháng 6/2026 | Chứng chỉ",
    "2.3 | Lớp ở làng chài | Hội Nghề cá | Tổ Vật tư | Tháng 6/2026 | Chứng chỉ",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks one plan with rows under rows."""
    one = plan(annex=HARBOUR, head=HEAD.replace("Cải cách hành chính", "Cảng cá"))
    return asker([replace(one, file="cang.txt")])


@pytest.mark.parametrize(
    ("question", "place", "value"),
    [
        ("Ai thẩm định thiết kế lò lạnh nhà máy nước đá Hòn Sầm?", "1.1", "Đội Kỹ thuật"),
        ("Nhà máy nước đá Hòn Sầm: thu hồi bãi phơi lưới do ai chủ trì?", "1.2", "Ban Đền bù"),
        ("bao giờ xong đền bù bãi phơi lưới nhà máy nước đá Hòn Sầm vậy", "1.2", "Tháng 5/2026"),
        ("nha may nuoc da hon sam, tham dinh thiet ke han khi nao", "1.1", "Tháng 3/2026"),
    ],
)
def test_words_of_a_part_beside_the_name_of_its_row_mean_the_part(
    ask: Ask, question: str, place: str, value: str
) -> None:
    answer = ask(question)
    assert (answer.values, cited(answer)) == ((value,), {f"cang.txt#Phụ lục/II/{place}"})


def test_the_row_alone_leaves_blank_what_its_parts_tell(ask: Ask) -> None:
    answer = ask("Nhà máy nước đá Hòn Sầm do ai chủ trì?")
    assert (answer.status, cited(answer)) == (Status.NOT_STATED, {"cang.txt#Phụ lục/II/1"})


CLASSES = ["Phụ lục/III/2.1", "Phụ lục/III/2.2", "Phụ lục/III/2.3"]


@pytest.mark.parametrize(
    "question",
    [
        "Phụ lục, III/2 có mấy đầu việc con?",
        "Phụ lục kế hoạch Cảng cá, III/2 được chia thành mấy tỉ lệ thành phần?",
        "Mục 2 nhóm III có bao nhiêu nội dung thành phần?",
        "nhom iii muc 2 gom may gach dau dong",
        "iii/2 co may viec con",
        "III.2 có mấy ý nhỏ?",
        "Nhiệm vụ 2 nhóm III có bao nhiêu lớp?",
        "Dòng 2 nhóm III dạy nghề vá lưới có mấy tiểu mục?",
    ],
)
def test_the_parts_of_a_row_named_by_its_number_are_counted_by_any_noun(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.values, listed(answer)) == (("3",), CLASSES)


@pytest.mark.parametrize("question", ["III/2 gồm những gì?", "Liệt kê các gạch đầu dòng của mục 2 nhóm III"])
def test_the_parts_of_a_row_named_by_its_number_are_listed(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == CLASSES


@pytest.mark.parametrize(
    "question",
    [
        "III/1 có mấy việc con?",
        "Mục 2 nhóm III có bao nhiêu đơn vị phối hợp?",
        "III/2 có mấy việc con về nuôi tôm?",
        "III/7 có mấy việc con?",
    ],
)
def test_a_row_without_parts_and_a_question_that_asks_more_count_none(ask: Ask, question: str) -> None:
    assert ask(question).values != ("3",)
    assert ask(question).status is not Status.ANSWERED


def test_parts_are_chosen_by_what_is_said_beside_the_number(ask: Ask) -> None:
    assert listed(ask("III/2 có mấy việc con hạn tháng 6/2026?")) == CLASSES[1:]


@pytest.mark.parametrize(
    "question",
    [
        "Ý 2 của nhiệm vụ 2 nhóm III do ai chủ trì, hạn nào?",
        "Việc thứ hai của mục 2 nhóm III do ai chủ trì, hạn nào?",
    ],
)
def test_a_part_is_named_by_its_turn_in_the_row(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Hội Phụ nữ", "Tháng 6/2026")


@pytest.mark.parametrize(
    "question",
    [
        "Xã Bến Lội có nhiệm vụ khác thường nào không, phụ lục ghi thế nào?",
        "Quyết định 88-QĐ/TU giao xã Bến Lội nhiệm vụ khác thường thế nào?",
        "co duoc giao nhiem vu khac thuong khong",
        "Nhiệm vụ khác thường là gì?",
    ],
)
def test_a_group_whose_only_row_says_that_there_is_no_work_is_answered_by_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.values == ("không được giao thực hiện nhiệm vụ này",)
    assert cited(answer) == {"cang.txt#Phụ lục/I/1"}


def test_who_does_the_work_that_there_is_not_is_left_blank(ask: Ask) -> None:
    answer = ask("Nhiệm vụ khác thường do ai chủ trì?")
    assert (answer.status, cited(answer)) == (Status.NOT_STATED, {"cang.txt#Phụ lục/I/1"})


def test_no_work_says_nothing_of_a_matter_that_the_plan_does_not_speak_of(ask: Ask) -> None:
    assert ask("Có nhiệm vụ khác thường nào về tiêm phòng gia súc không?").status is Status.NOT_FOUND
