"""Lists and counts: every row that meets the conditions, none else, in document order.

The rows are those of `province_plan`; today is 20 May 2026.
"""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from tests.rag.plans import Ask, cited, listed

ALL = ["1", "2", "3", "4", "4-1", "4-2", "5", "6", "7", "8", "9"]


def rows(*ordinals: str) -> list[str]:
    """Places in the task annex."""
    return [f"Phụ lục II/{ordinal}" for ordinal in ordinals]


ALONE = [
    ("Sở Khoa học và Công nghệ chủ trì những nhiệm vụ nào?", ["1", "2"]),
    ("Sở Tài chính chủ trì những nhiệm vụ nào?", ["2", "3"]),
    ("Sở Khoa học và Công nghệ phối hợp những nhiệm vụ nào?", ["4-1", "4-2", "6"]),
    ("Sở Khoa học và Công nghệ có tên trong những nhiệm vụ nào?", ["1", "2", "4-1", "4-2", "6"]),
    ("Sở Nội vụ chủ trì hoặc phối hợp những nhiệm vụ nào?", ["2", "5", "6", "7", "8", "9"]),
    ("Công an tỉnh phối hợp những việc nào?", ["1", "2"]),
    ("Những nhiệm vụ nào đến hạn tháng 6/2026?", ["2", "4-1", "5"]),
    ("Những nhiệm vụ nào đến hạn trong quý II/2026?", ["2", "4-1", "5"]),
    ("Những nhiệm vụ nào đến hạn tháng 12/2026?", ["7"]),
    ("Tháng sau có việc nào đến hạn?", ["2", "4-1", "5"]),
    ("Trước ngày 01/7/2026 những nhiệm vụ nào phải hoàn thành?", ["1", "2", "4-1", "5"]),
    ("Đến hết tháng 3/2026 những nhiệm vụ nào phải xong?", ["1"]),
    ("Đến hôm nay những nhiệm vụ nào quá hạn?", ["1"]),
    ("Những nhiệm vụ nào thực hiện thường xuyên?", ["3"]),
    ("Những nhiệm vụ nào thực hiện cả năm?", ["9"]),
    ("Những nhiệm vụ nào không ghi kết quả?", ["2", "4-2"]),
    ("Những nhiệm vụ nào để trống cơ quan chủ trì?", ["7"]),
    ("Những nhiệm vụ nào không có cơ quan phối hợp?", ["3"]),
    ("Những nhiệm vụ nào nói về kỹ năng số?", ["5"]),
    ("Những nhiệm vụ nào nhắc đến “nền tảng”?", ["4", "4-1", "4-2"]),
    ("Nhóm hạ tầng kết nối gồm những nhiệm vụ nào?", ["1", "2", "3", "4", "4-1", "4-2"]),
    ("Nhóm II phụ lục II gồm những nhiệm vụ nào?", ["5", "6", "7", "8", "9"]),
    ("Nhiệm vụ 4 phụ lục II gồm những việc con nào?", ["4-1", "4-2"]),
    ("Liệt kê các nhiệm vụ", ALL),
]

TOGETHER = [
    ("Sở Khoa học và Công nghệ chủ trì nhiệm vụ nào trong quý II/2026?", ["2"]),
    ("Từ giờ đến hết tháng 6 Sở Khoa học và Công nghệ phải xong việc nào?", ["2"]),
    ("Những nhiệm vụ nào Sở Nội vụ phối hợp và đến hạn trong quý II/2026?", ["2", "5"]),
    ("Sở Nội vụ phối hợp nhiệm vụ nào trong nhóm II phụ lục II?", ["5", "7", "9"]),
    ("Những nhiệm vụ Sở Khoa học và Công nghệ phối hợp mà không ghi kết quả?", ["4-2"]),
    ("Công an tỉnh phối hợp với Sở Khoa học và Công nghệ những việc nào?", ["1", "2"]),
    ("Sở Khoa học và Công nghệ và Sở Tài chính đồng chủ trì những nhiệm vụ nào?", ["2"]),
    ("Sở Nội vụ có tên trong những nhiệm vụ nào của nhóm I phụ lục II?", ["2"]),
    ("Trong nhóm II phụ lục II những nhiệm vụ nào đến hạn trước ngày 01/7/2026?", ["5"]),
]


@pytest.mark.parametrize(("question", "ordinals"), ALONE)
def test_one_condition_selects_its_rows_in_document_order(
    ask_province: Ask, question: str, ordinals: list[str]
) -> None:
    answer = ask_province(question)
    assert answer.status is Status.ANSWERED
    assert listed(answer) == rows(*ordinals)


@pytest.mark.parametrize(("question", "ordinals"), TOGETHER)
def test_conditions_together_leave_the_rows_that_meet_all(
    ask_province: Ask, question: str, ordinals: list[str]
) -> None:
    answer = ask_province(question)
    assert answer.status is Status.ANSWERED
    assert listed(answer) == rows(*ordinals)


@pytest.mark.parametrize(
    "question",
    [
        "Sở Xây dựng chủ trì những nhiệm vụ nào?",
        "Công an tỉnh chủ trì việc nào?",
        "Sở Y tế phối hợp việc nào?",
        "Những nhiệm vụ nào đến hạn tháng 11/2026?",
        "Việc nào đến hạn tháng này?",
        "Sở Y tế chủ trì nhiệm vụ nào trước ngày 01/7/2026?",
        "Nhóm III phụ lục II có những nhiệm vụ nào?",
        "Phụ lục V có những nhiệm vụ nào?",
        "Những nhiệm vụ nào nói về đường sắt?",
    ],
)
def test_nothing_that_meets_the_conditions_is_not_found(ask_province: Ask, question: str) -> None:
    answer = ask_province(question)
    assert (answer.status, answer.items, answer.values, answer.citations) == (Status.NOT_FOUND, (), (), ())


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Phụ lục II có bao nhiêu nhiệm vụ?", 9),
        ("Nhóm II phụ lục II có bao nhiêu nhiệm vụ?", 5),
        ("Nhiệm vụ 4 phụ lục II có mấy việc con?", 2),
        ("Sở Nội vụ phối hợp bao nhiêu nhiệm vụ?", 4),
        ("Có bao nhiêu nhiệm vụ Sở Khoa học và Công nghệ chủ trì hoặc phối hợp?", 5),
        ("Phụ lục I có bao nhiêu chỉ tiêu?", 3),
        ("Phụ lục II có mấy nhóm?", 2),
    ],
)
def test_a_count_is_the_number_of_the_rows_given_with_it(ask_province: Ask, question: str, count: int) -> None:
    answer = ask_province(question)
    assert answer.values == (str(count),)
    assert len(answer.items) == count


def test_a_whole_annex_is_counted_by_its_own_rows_not_by_their_parts(ask_province: Ask) -> None:
    found = listed(ask_province("Phụ lục II có bao nhiêu nhiệm vụ?"))
    assert found == rows("1", "2", "3", "4", "5", "6", "7", "8", "9")


def test_targets_and_tasks_are_listed_apart(ask_province: Ask) -> None:
    targets = ask_province("Sở Khoa học và Công nghệ chủ trì những chỉ tiêu nào?")
    assert listed(targets) == ["Phụ lục I/1", "Phụ lục I/3"]


def test_the_groups_of_an_annex_are_listed_by_their_headings(ask_province: Ask) -> None:
    answer = ask_province("Phụ lục II gồm những nhóm nào?")
    assert [item.name for item in answer.items] == ["Hạ tầng kết nối", "Nhân lực số"]


def test_an_item_prints_the_cells_of_its_row(ask_province: Ask) -> None:
    (item,) = ask_province("Sở Y tế chủ trì những nhiệm vụ nào?").items
    assert (item.file, item.plan, item.locator) == ("song-lam.txt", "Kế hoạch 12/KH-UBND", "Phụ lục II/4-2")
    assert item.name == "Nền tảng khám bệnh từ xa"
    assert (item.lead, item.support, item.result, item.due) == ("Sở Y tế", "Sở Khoa học và Công nghệ", "", "9/2026")


def test_an_item_says_which_role_it_was_chosen_for(ask_province: Ask) -> None:
    answer = ask_province("Sở Nội vụ chủ trì hoặc phối hợp những nhiệm vụ nào?")
    roles = {item.locator.rpartition("/")[2]: item.role for item in answer.items}
    assert roles == {"2": "support", "5": "support", "6": "lead", "7": "support", "8": "lead", "9": "support"}


def test_every_listed_row_is_quoted(ask_province: Ask) -> None:
    answer = ask_province("Công an tỉnh phối hợp những việc nào?")
    assert cited(answer) == {"song-lam.txt#Phụ lục II/1", "song-lam.txt#Phụ lục II/2"}
    assert all("Công an tỉnh" in citation.quote for citation in answer.citations)


def test_what_is_overdue_depends_on_the_day_asked(ask_province: Ask) -> None:
    question = "Đến hôm nay những nhiệm vụ nào quá hạn?"
    assert ask_province(question, date(2026, 3, 31)).status is Status.NOT_FOUND
    assert listed(ask_province(question, date(2026, 4, 1))) == rows("1")
    assert listed(ask_province(question, date(2026, 7, 1))) == rows("1", "2", "4-1", "5")


@pytest.mark.parametrize(
    "typed",
    [
        "so khoa hoc va cong nghe chu tri nhung nhiem vu nao",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ CHỦ TRÌ NHỮNG NHIỆM VỤ NÀO?",
        "xở khoa học và công nghệ chủ chì những nhiệm vụ nào",
        "Sở KH&CN chủ trì những NV nào?",
    ],
)
def test_a_unit_is_found_however_it_is_typed(ask_province: Ask, typed: str) -> None:
    assert listed(ask_province(typed)) == rows("1", "2")


def test_a_list_runs_through_the_plans_in_their_order(ask_pair: Ask) -> None:
    answer = ask_pair("Những nhiệm vụ nào đến hạn trong quý II/2026?")
    found = [(item.file, item.locator) for item in answer.items]
    assert found == [*(("song-lam.txt", place) for place in rows("2", "4-1", "5")), ("so-khcn.txt", "Phụ lục/2")]


def test_a_list_keeps_to_the_plan_that_is_named(ask_pair: Ask) -> None:
    answer = ask_pair("Kế hoạch 31/KH-SKHCN có bao nhiêu nhiệm vụ?")
    assert (answer.values, listed(answer)) == (("2",), ["Phụ lục/1", "Phụ lục/2"])


# The sample plans, read by eye.
SAMPLES = [
    (
        "Sở Nội vụ chủ trì những nhiệm vụ nào trong kế hoạch của UBND tỉnh Lam Giang?",
        ["Phụ lục II/1", "Phụ lục II/4", "Phụ lục II/5", "Phụ lục II/6", "Phụ lục II/30"],
    ),
    ("HỘI NÔNG DÂN XÃ CHỦ TRÌ NHỮNG VIỆC NÀO?", ["Phụ lục/III/2", "Danh mục/5"]),
    ("xã Vân Khê: việc đến hạn quý I/2026", ["Phụ lục/II/1.1", "Phụ lục/II/2", "Phụ lục/II/4.1"]),
    ("mục 4.2 phụ lục xã Vân Khê có mấy việc con?", ["Phụ lục/II/4.2.1", "Phụ lục/II/4.2.2", "Phụ lục/II/4.2.3"]),
    (
        "Các nhiệm vụ hạn chậm nhất 31/3/2026 tại kế hoạch 14-KH/ĐU",
        ["Phụ lục/II/1.1", "Phụ lục/II/2", "Phụ lục/II/4.1"],
    ),
    ("Nhiệm vụ nào của kế hoạch 27 có sản phẩm là quyết định?", ["Phụ lục II/2", "Phụ lục II/5", "Phụ lục II/26"]),
    ("Phần IV phụ lục của xã Vân Khê gồm việc nào do Phòng Kinh tế chủ trì?", ["Phụ lục/IV/2", "Phụ lục/IV/4"]),
    ("Chỉ tiêu nào của kế hoạch 27 chưa giao cơ quan chủ trì?", ["Phụ lục I/13"]),
    ("Chỉ tiêu nào của kế hoạch 27 chưa giao đơn vị?", ["Phụ lục I/13"]),
    ("Nhiệm vụ bắt đầu từ tháng 9/2026 ở kế hoạch Sở Nông nghiệp và Môi trường", ["Phụ lục II/12"]),
    ("Việc nào của kế hoạch 27 hết hạn đúng ngày 30/4/2026?", ["Phụ lục II/15"]),
    ("Các việc Sở NN&MT chủ trì mà Sở Tài chính cùng làm", ["Phụ lục II/19"]),
    ("nhiệm vụ liên quan đến du lịch cộng đồng của xã Vân Khê, hạn tháng 8", ["Phụ lục/III/1"]),
    ("Sở VHTT&DL chủ trì NV nào đến hạn trong quý III/2026?", ["Phụ lục II/24", "Phụ lục II/25"]),
]


@pytest.mark.parametrize(("question", "places"), SAMPLES)
def test_lists_from_plans_as_printed_are_complete(ask_samples: Ask, question: str, places: list[str]) -> None:
    assert listed(ask_samples(question)) == places


def test_a_unit_is_named_in_rows_and_a_group_by_another_name(ask_samples: Ask) -> None:
    named = ask_samples("Sở Tài chính có tên ở những mục nào phụ lục II kế hoạch 27/KH-UBND")
    assert [item.locator for item in named.items] == ["Phụ lục II/19", "Phụ lục II/21", "Phụ lục II/24"]
    called = ask_samples("Nhóm I phụ lục II (mảng cải cách thủ tục) kế hoạch 27/KH-UBND có mấy nhiệm vụ")
    assert called.values == ("7",)
