"""Telegrams that name several things one beside the other: fields of a plan's head, figures of several targets."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.parts.headlists import listed_fields
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("số, ngày kế hoạch xã Vân Khê", ("number", "date")),
        ("nguoi ky + chuc vu – KH 14", ("signer", "signer_title")),
        ("KH 27 tỉnh Lam Giang: nơi nhận; ngày ký?", ("recipients", "date")),
        ("ngày, số kế hoạch chăm lo trẻ em", ("date", "number")),
        ("chức vụ của người ký kế hoạch", ()),
        ("số, ngày nghị quyết mà kế hoạch xã căn cứ", ()),  # of another document
    ],
)
def test_fields_are_listed_right_before_the_plan_or_at_the_end(typed: str, fields: tuple[str, ...]) -> None:
    assert listed_fields(typed)[0] == fields


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("số, ngày, người ký kế hoạch xã Vân Khê", ("14-KH/ĐU", "ngày 06 tháng 02 năm 2026", "Hoàng Minh Khang")),
        ("KH 27/KH-UBND – chức vụ, người ký", ("PHÓ CHỦ TỊCH", "Đặng Quốc Thuần")),
        ("nguoi ky, chuc vu ke hoach xa Van Khe", ("Hoàng Minh Khang", "BÍ THƯ")),
    ],
)
def test_listed_fields_are_told_in_the_order_named(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question", ["nơi nhận kế hoạch 27/KH-UBND có các sở nào", "noi nhan ke hoach 27/KH-UBND co nhung so nao"]
)
def test_an_office_among_the_recipients_is_no_number(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).values == ("Các sở, ban, ngành",)


GOALS = (
    "I. CHỈ TIÊU\n- Tỷ lệ hộ dùng nước sạch đạt 88%.\n- Tỷ lệ hộ nghèo giảm còn 3,5%.\n"
    "- Tỷ lệ phiếu trình giải quyết đúng hạn đạt trên 97%.\n"
)
BASED = HEAD.replace("Căn cứ Luật", "Căn cứ Nghị quyết số 06-NQ/TU ngày 03/02/2026 của Tỉnh ủy;\nCăn cứ Luật")
ROWS = "\nPHỤ LỤC I\nNHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Tên nghị quyết | Chủ trì | Thời hạn",
    "6 | Nghị quyết về phát triển chợ phiên | Phòng Kinh tế | 9/2026",
    "7 | Nghị quyết về trồng cây ven đường | Phòng Kinh tế | 8/2026",
)


@pytest.fixture(scope="module")
def ask_goals() -> Ask:
    return asker([plan(head=BASED, body=GOALS, annex=ROWS)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("% hộ dùng nước sạch; % hộ nghèo", ("88%", "3,5%")),
        ("ty le ho ngheo, ty le ho dung nuoc sach", ("3,5%", "88%")),
        ("% hộ nghèo; % phiếu trình giải quyết đúng hạn", ("3,5%", "trên 97%")),
    ],
)
def test_each_figure_of_a_list_is_told(ask_goals: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_goals(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_the_number_of_a_document_is_no_row_of_a_table_of_such(ask_goals: Ask) -> None:
    answer = ask_goals("Nghị quyết số 06-NQ/TU làm căn cứ của kế hoạch được ban hành ngày nào?")
    assert (answer.status, answer.values) == (Status.ANSWERED, ("03/02/2026",))


TWO = (
    "I. YÊU CẦU\n"
    "1. Mở tọa đàm về chợ phiên cho công chức các phòng cấp xã (tối thiểu 03 lần/năm); cho trưởng thôn và già làng (01 lần/năm).\n"
    "2. Phấn đấu 92% hồ sơ đất đai, 87% hồ sơ hộ tịch được trả trước hạn.\n"
    "3. Giảm tỷ lệ hộ thiếu và mất nước từ 21% xuống còn 6%.\n"
)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Tọa đàm về chợ phiên cho trưởng thôn và cho công chức cấp xã mở mấy lần mỗi năm?",
            ("01 lần/năm", "tối thiểu 03 lần/năm"),
        ),
        (
            "toa dam ve cho phien cho cong chuc cap xa va cho truong thon toi thieu may lan moi nam",
            ("03 lần/năm", "01 lần/năm"),
        ),
        ("Giảm tỷ lệ hộ thiếu và mất nước xuống còn bao nhiêu?", ("6%",)),  # one thing that falls
        ("Bao nhiêu phần trăm hồ sơ đất đai và hồ sơ hộ tịch được trả trước hạn?", ("92%", "87%")),
    ],
)
def test_the_figures_of_groups_that_one_clause_tells_are_told_each(question: str, values: tuple[str, ...]) -> None:
    assert asker([plan(body=TWO)])(question).values == values


def test_the_day_of_a_plan_that_another_rests_on_is_told() -> None:
    based = HEAD.replace("Căn cứ Luật", "Căn cứ Kế hoạch số 45/KH-UBND ngày 09/02/2026 của UBND tỉnh;\nCăn cứ Luật")
    ask = asker([plan(head=based.replace("Sông Mơ", "Vân Khê").replace("SÔNG MƠ", "VÂN KHÊ"))])
    answer = ask("Kế hoạch số 45/KH-UBND làm căn cứ ban hành kế hoạch của UBND xã Vân Khê ban hành ngày nào?")
    assert answer.values == ("09/02/2026",)
