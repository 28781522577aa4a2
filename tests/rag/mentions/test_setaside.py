"""Lists that leave rows out in a clause of their own, and what else a question says of the rows themselves.

The rows are those of the sample plans; today is 20 May 2026 unless the question says another day.
"""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from rag.mentions.pointers import read_pointer
from rag.mentions.setaside import set_aside
from rag.query.saidtoday import said_today
from tests.rag.plans import TODAY, Ask, listed

ANNEX = [
    ("Sở Nội vụ tỉnh Lam Giang chủ trì những việc nào trong Phụ lục II? Mấy việc chỉ phối hợp thì khỏi kể nha.", ["1", "4", "5", "6", "30"]),
    ("UBND tỉnh Lam Giang, Phụ lục II: nhiệm vụ nào để trống cột kết quả? Đừng tính dòng tiêu đề số 9.", ["6", "8"]),
    ("Phụ lục II UBND tỉnh Lam Giang: việc nào không ghi cơ quan phối hợp (bỏ qua dòng cha số 9)?", ["5"]),
    ("Trừ mục 1 và mục 3, Văn phòng UBND tỉnh Lam Giang chủ trì những nhiệm vụ nào ở Phụ lục II?", ["2", "9-3"]),
    ("Hôm nay là ngày 5/5/2026, trong Phụ lục II của UBND tỉnh Lam Giang việc nào của Sở Nông nghiệp và Môi trường đã quá hạn?", ["15"]),
    ("Các việc Sở Nội vụ chủ trì ở Phụ lục II của UBND tỉnh Lam Giang, trừ việc số 1 và 30", ["4", "5", "6"]),
    ("Phụ lục II của UBND tỉnh Lam Giang, Sở Y tế được gọi tham gia phối hợp ở việc nào?", ["18"]),
]  # fmt: skip

COUNTS = [
    ("Phụ lục II của UBND tỉnh Lam Giang đánh số bao nhiêu nhiệm vụ?", "30"),
    ("Phụ lục II của UBND tỉnh Lam Giang có bao nhiêu nhiệm vụ, tính luôn cả dòng không có số thứ tự?", "31"),
    ("Phụ lục II UBND tỉnh Lam Giang có bao nhiêu nhiệm vụ? Không tính các dòng cha.", "33"),
    ("Xã Vân Khê đặt mấy chỉ tiêu về kinh tế số, du lịch cộng đồng?", "3"),
    ("duoi muc bo tri so 4.2 phu luc cua xa Van Khe co may dau viec con", "3"),
]


@pytest.mark.parametrize(("question", "ordinals"), ANNEX)
def test_what_a_clause_of_its_own_leaves_out_is_not_listed(
    ask_samples: Ask, question: str, ordinals: list[str]
) -> None:
    assert listed(ask_samples(question)) == [f"Phụ lục II/{one}" for one in ordinals]


@pytest.mark.parametrize(("question", "number"), COUNTS)
def test_rows_with_numbers_headings_and_parts_are_counted_apart(ask_samples: Ask, question: str, number: str) -> None:
    assert ask_samples(question).values == (number,)


def test_the_answer_says_what_it_left_out(ask_samples: Ask) -> None:
    answer = ask_samples("Sở Nội vụ tỉnh Lam Giang chủ trì việc nào ở Phụ lục II, không kể việc thường xuyên?")
    assert answer.status is Status.ANSWERED
    assert ("không kể", "không kể việc thường xuyên") in answer.understood


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("Việc nào hạn quý II, đừng kể việc chỉ phối hợp?", "Việc nào hạn quý II?"),
        ("Việc nào hạn quý II? Việc “cả năm”, thường xuyên thì thôi.", "Việc nào hạn quý II?"),
        ("viec nao han quy II (bo qua dong tieu de)", "viec nao han quy II"),
        ("So Y te dinh viec nao, khong ke chi tieu", "So Y te dinh viec nao"),
        ("Trừ mục 3, Sở Y tế chủ trì việc nào?", "Sở Y tế chủ trì việc nào?"),
        ("Có mấy việc hạn quý III/2026, việc thường xuyên không tính?", "Có mấy việc hạn quý III/2026?"),
        ("Ngoài dòng số 1 ra thì Sở Y tế chủ trì việc nào?", "Sở Y tế chủ trì việc nào?"),
    ],
)
def test_clauses_about_the_rows_themselves_are_taken_out(typed: str, base: str) -> None:
    rest, aside = set_aside(typed)
    assert (rest, aside is None) == (base, False)


@pytest.mark.parametrize(
    "typed",
    ["Việc nào trừ những việc Sở Y tế chủ trì?", "Loại hồ sơ nào bỏ trống?", "Việc nào không kể nhiệm vụ của Sở Y tế?", "Bỏ 5 thủ tục là việc của ai?"],
)  # fmt: skip
def test_other_conditions_stay_in_the_question(typed: str) -> None:
    assert set_aside(typed) == (typed, None)


@pytest.mark.parametrize(
    ("typed", "rest", "day"),
    [
        ("Hôm nay 25/2/2026 rồi, việc nào quá hạn?", "việc nào quá hạn?", date(2026, 2, 25)),
        ("Giả sử hôm nay là ngày 1 tháng 7 năm 2026 thì việc nào trễ?", "việc nào trễ?", date(2026, 7, 1)),
        ("Tính đến hôm nay 5/6, việc nào trễ?", "Tính đến hôm nay, việc nào trễ?", date(2026, 6, 5)),
        ("bay gio da la 15/8/2026 roi, viec nao tre", "viec nao tre", date(2026, 8, 15)),
        ("Việc nào hạn 25/2/2026?", "Việc nào hạn 25/2/2026?", TODAY),
        ("Hôm nay 31/2/2026, việc nào trễ?", "Hôm nay 31/2/2026, việc nào trễ?", TODAY),
    ],
)
def test_a_date_said_to_be_todays_is_today(typed: str, rest: str, day: date) -> None:
    assert said_today(typed, TODAY) == (rest, day)


@pytest.mark.parametrize(
    ("typed", "annex"),
    [
        ("Phụ lục II và III có gì", "II|III"),
        ("các việc (Phụ lục II, III)", "II|III"),
        ("Phụ lục 1, 2 và 3", "1|2|3"),
        ("Phụ lục II với Phụ lục III", "II|III"),
        ("Phụ lục II, 5 nhiệm vụ đầu", "II"),
        ("Phụ lục 2 và 3 nhiệm vụ cuối", "2"),
    ],
)
def test_annexes_side_by_side_are_all_meant(typed: str, annex: str) -> None:
    assert read_pointer(typed).annex == annex
