"""Two things asked in one breath: rows named whole, years within a name, plans that each are asked of a matter of their own."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

ROWS = "\nPHỤ LỤC I\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn",
    "1 | Xây dựng Kế hoạch phát triển kinh tế vườn đồi giai đoạn 2026 - 2030 | Phòng Kinh tế | Hội Nông dân | Quý I/2026",
    "2 | Tổ chức các hoạt động hưởng ứng tuần lễ nước sạch tại Sông Mơ | Trạm Y tế | Đoàn Thanh niên | 4/2026",
    "3 | Tổ chức hội thi gói bánh ngày 10/10 cho các thôn ven hồ | Hội Phụ nữ | Nhà Văn hóa | 9/2026",
)
GOALS = (
    "I. CHỈ TIÊU\n- Thu ngân sách trên địa bàn đạt 12 tỷ đồng.\n- Thu nhập bình quân đầu người đạt 61 triệu đồng/năm.\n"
    "- Tỷ lệ hộ có hố xí hợp vệ sinh đạt 93%.\n"
)


@pytest.fixture(scope="module")
def ask_commune() -> Ask:
    return asker([plan(body=GOALS, annex=ROWS)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Hạn của việc xây dựng Kế hoạch phát triển kinh tế vườn đồi giai đoạn 2026 - 2030?", ("Quý I/2026",)),
        (
            "hạn của việc tổ chức các hoạt động hưởng ứng tuần lễ nước sạch tại Sông Mơ trong kế hoạch số 12/KH-UBND",
            ("4/2026",),
        ),
        ("Ai phối hợp tổ chức hội thi gói bánh ngày 10/10 cho các thôn ven hồ?", ("Nhà Văn hóa",)),
    ],
)
def test_what_a_rows_name_says_is_no_condition(ask_commune: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_commune(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Hạn của việc tổ chức các hoạt động tuần lễ nước sạch và hạn của việc xây dựng Kế hoạch kinh tế vườn đồi giai đoạn 2026 - 2030?",
            ("4/2026", "Quý I/2026"),
        ),
        ("Ai chủ trì hội thi gói bánh, ai chủ trì tuần lễ nước sạch?", ("Hội Phụ nữ", "Trạm Y tế")),
        ("Sông Mơ 2026: thu ngân sách, thu nhập bình quân đầu người", ("12 tỷ đồng", "61 triệu đồng")),
        ("song mo 2026: thu nhap binh quan dau nguoi; thu ngan sach", ("61 triệu đồng", "12 tỷ đồng")),
    ],
)
def test_both_are_told_in_the_order_asked(ask_commune: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_commune(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_a_telegram_of_one_name_is_told_by_its_figure(ask_commune: Ask) -> None:
    assert ask_commune("Sông Mơ 2026: thu ngân sách trên địa bàn").values == ("12 tỷ đồng",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Diện tích lúa được tưới chủ động năm 2026: KH của UBND tỉnh đặt bn %, KH của Sở NN&MT đặt bn %?",
            ("38,5", "39,0"),
        ),
        (
            "Hạn kiểm định 18 hồ chứa của Sở Nông nghiệp và Môi trường và hạn gắn mã QR chợ ở xã Vân Khê là khi nào?",
            ("6/2026", "6/2026"),
        ),
    ],
)
def test_each_plan_is_asked_of_its_own_matter(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_the_half_that_no_plan_tells_is_named(ask_commune: Ask) -> None:
    answer = ask_commune("Ai chủ trì hội thi gói bánh, ai chủ trì đóng tàu ngầm?")
    assert (answer.status, answer.values) == (Status.ANSWERED, ("Hội Phụ nữ",))
    assert "không nêu: “ai chủ trì đóng tàu ngầm”" in answer.answer


@pytest.mark.parametrize(
    ("question", "number"),
    [("kế hoạch 57 của xã Vân Khê số mấy", "14-KH/ĐU"), ("KH số 57 của xã Vân Khê ai ký", "")],
)
def test_a_figure_without_so_may_be_that_of_the_resolution(ask_samples: Ask, question: str, number: str) -> None:
    answer = ask_samples(question)
    assert answer.values == ((number,) if number else ())


def test_a_school_is_called_without_its_sort() -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ", "TRƯỜNG CAO ĐẲNG NÔNG LÂM SÔNG MƠ")
    head = head.replace("Ủy ban nhân dân xã Sông Mơ ban hành", "Trường Cao đẳng Nông lâm Sông Mơ ban hành")
    goals = "I. CHỈ TIÊU\n- Tỷ lệ giáo viên dạy giỏi đạt 34%.\n- Tỷ lệ học viên bỏ học dưới 9%.\n"
    answer = asker([plan(head=head, body=goals)])(
        "Trường Sông Mơ phấn đấu tỷ lệ giáo viên dạy giỏi và tỷ lệ học viên bỏ học ở mức nào?"
    )
    assert answer.values == ("34%", "dưới 9%")
