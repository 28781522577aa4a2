"""What one plan states beside another: an aim in a table and in a bullet, a plan named by the one that it carries out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer import Status
from tests.ingest.sources import CLOSING, HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited, listed

TITLE = "Cải cách hành chính xã Sông Mơ năm 2026"
AIMS = "\nPHỤ LỤC I\nCHỈ TIÊU NĂM 2026\n" + table(
    "TT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Đơn vị chủ trì",
    "1 | Hộ chăn nuôi có hầm ủ phân trên địa bàn tỉnh | % | 64 | Sở Nông nghiệp và Môi trường",
    "2 | Hộ chăn nuôi tiêm phòng đủ mũi cho trâu bò | % | 90 | Chi cục Chăn nuôi",
    "3 | Số chợ nông sản được sửa chữa | chợ | 12 | Sở Công Thương",
)
PROVINCE = (
    HEAD.replace("XÃ SÔNG MƠ", "TỈNH LAM GIANG")
    .replace("xã Sông Mơ", "tỉnh Lam Giang")
    .replace("12/KH-UBND", "70/KH-UBND")
    .replace("Cải cách hành chính", "Phát triển chăn nuôi")
)
BULLETS = (
    "II. MỤC TIÊU\n1. Mục tiêu cụ thể\n"
    "- Tỷ lệ hộ chăn nuôi có hầm ủ phân, bể chứa nước thải đạt 41%.\n"
    "- 97% hộ chăn nuôi tiêm phòng đủ mũi cho trâu bò.\n"
    "- Sửa chữa 03 chợ nông sản của xã.\n"
)
CARRIES = "Thực hiện Kế hoạch số 70/KH-UBND ngày 05/3/2026 của UBND tỉnh Lam Giang về phát triển chăn nuôi"
ROWS = "\nPHỤ LỤC II\nDANH MỤC NHIỆM VỤ\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn | Ghi chú",
    "1 | Nghiệm thu lò giết mổ tập trung tại các xã | Phòng Thú y | Công ty đồng hành (Lam Sơn); Phòng Kế hoạch | Biên bản | 30/9/2026 | |",
    "1.1 | Chạy thử lò giết mổ, ngừng giết mổ tại nhà | Trạm Thú y Vân Khê | Phòng Thú y | Sổ theo dõi | 30/6/2026 | |",
    "1.2 | Chạy thử lò giết mổ, ngừng giết mổ tại nhà | Trạm Thú y Đồng Lau | Phòng Thú y | Sổ theo dõi | 31/7/2026 | |",
    "2 | Lập đề án nuôi ong rừng | Phòng Kế hoạch | Phòng Thú y | Đề án | Sau khi tỉnh giao | Tỉnh chưa duyệt vùng trồng hoa |",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks over a province's plan and that of a commune, which carries it out and bears no number."""
    head = HEAD.replace(TITLE, CARRIES).replace("Số: 12/KH-UBND", "Số:      /KH-UBND")
    commune = plan(head=head, body=BULLETS, annex=ROWS, closing=CLOSING.replace("Mây", "Bông"))
    return asker(
        [replace(plan(head=PROVINCE, annex=AIMS), file="tinh.txt"), replace(commune, file="xa.txt")],
    )


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Tỷ lệ hộ chăn nuôi có hầm ủ phân năm 2026?", ["Phụ lục I/1", "II/1"]),
        ("ti le ho chan nuoi co ham u phan la bao nhieu", ["Phụ lục I/1", "II/1"]),
        ("Hộ chăn nuôi tiêm phòng đủ mũi cho trâu bò phải đạt bao nhiêu phần trăm?", ["Phụ lục I/2", "II/1"]),
    ],
)
def test_an_aim_that_a_row_and_a_bullet_state_differently_is_told_of_both(
    ask: Ask, question: str, places: list[str]
) -> None:
    answer = ask(question)
    assert (answer.status, listed(answer)) == (Status.AMBIGUOUS, places)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Tỷ lệ hộ chăn nuôi có hầm ủ phân của tỉnh Lam Giang?", "64"),
        ("Tỷ lệ hộ chăn nuôi có bể chứa nước thải?", "41%"),
    ],
)
def test_an_aim_of_the_plan_named_or_of_one_plan_alone_is_told(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "KH thực hiện KH 70 của UBND xã Sông Mơ số mấy?",
        "Kế hoạch của xã Sông Mơ triển khai Kế hoạch số 70/KH-UBND của UBND tỉnh số bao nhiêu?",
        "so ke hoach cua xa song mo thuc hien ke hoach 70 la bao nhieu",
    ],
)
def test_a_plan_called_by_the_one_it_carries_out_leaves_its_number_blank(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.status, cited(answer)) == (Status.NOT_STATED, {"xa.txt#Tiêu đề"})


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch thực hiện Kế hoạch 70/KH-UBND ai ký?", ("Trần Thị Bông",)),
        ("Kế hoạch 70/KH-UBND ai ký?", ("Trần Thị Mây",)),
        ("Kế hoạch 70 của tỉnh số mấy?", ("70/KH-UBND",)),
    ],
)
def test_the_plan_carried_out_is_another_than_the_one_that_does_so(
    ask: Ask, question: str, values: tuple[str, ...]
) -> None:
    assert ask(question).values == values


def test_a_plan_that_nothing_carries_out_is_not_found(ask: Ask) -> None:
    assert ask("Kế hoạch thực hiện Kế hoạch 99/KH-UBND số mấy?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Lò giết mổ phải xong ngày nào?", ("30/9/2026",)),
        ("Trạm Thú y Đồng Lau chạy thử lò giết mổ hạn nào?", ("31/7/2026",)),
    ],
)
def test_a_row_is_meant_before_its_parts_that_say_the_same(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Sao đề án nuôi ong rừng vẫn treo thời hạn, ghi chú giải thích thế nào?",
        "Đề án nuôi ong rừng bỏ trống thời hạn, ghi chú nói gì?",
        "Thời hạn đề án nuôi ong rừng chưa chốt, ghi chú ghi gì?",
        "de an nuoi ong rung de trong thoi han, ghi chu noi gi",
    ],
)
def test_a_column_said_to_be_blank_is_not_asked_for(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Tỉnh chưa duyệt vùng trồng hoa",)


def test_two_columns_asked_for_are_both_told(ask: Ask) -> None:
    values = ask("Đề án nuôi ong rừng: thời hạn và ghi chú?").values
    assert values == ("Sau khi tỉnh giao", "Tỉnh chưa duyệt vùng trồng hoa")
