"""Conditions on the cells of a row, and the honest refusal of those that no column can tell.

The rows are those of `province_plan`; today is 20 May 2026.
"""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.language.words import sound
from rag.mentions.conditions import names_unit
from rag.query.asks import read_flags
from tests.rag.plans import Ask, listed

NO_NOTE = ["2", "3", "4-1", "4-2", "5", "6", "7", "8", "9"]

TASKS = [
    ("Những nhiệm vụ nào do hai cơ quan đồng chủ trì?", ["2"]),
    ("Những nhiệm vụ nào có nhiều đơn vị cùng chủ trì?", ["2"]),
    ("Những nhiệm vụ nào có từ hai cơ quan phối hợp trở lên?", ["2"]),
    ("Những nhiệm vụ nào chỉ do Sở Khoa học và Công nghệ chủ trì?", ["1"]),
    ("Sở Tài chính chủ trì một mình những nhiệm vụ nào?", ["3"]),
    ("Những nhiệm vụ nào có ghi chú?", ["1"]),
    ("NHỮNG NHIỆM VỤ NÀO CÓ GHI CHÚ?", ["1"]),
    ("Những nhiệm vụ nào không ghi chú?", NO_NOTE),
    ("nhung nhiem vu nao khong co ghi chu", NO_NOTE),
    ("Những nhiệm vụ nào chưa ghi thời hạn?", ["6"]),
    ("Những nhiệm vụ nào không ghi hạn?", ["6"]),
    ("Phụ lục II có nhiệm vụ nào bỏ trống cột thời hạn?", ["6"]),
    ("Những nhiệm vụ nào không ấn định ngày?", ["3", "6", "8"]),
    ("Những nhiệm vụ nào chưa có đơn vị chủ trì?", ["7"]),
    ("Những nhiệm vụ nào chưa ai chủ trì?", ["7"]),
    ("Những nhiệm vụ nào chưa có đơn vị phối hợp?", ["3"]),
    ("Những nhiệm vụ nào không có kết quả?", ["2", "4-2"]),
    ("Những nhiệm vụ nào thiếu kết quả?", ["2", "4-2"]),
    ("Những nhiệm vụ nào có cơ quan phối hợp?", ["1", "2", "4-1", "4-2", "5", "6", "7", "8", "9"]),
    ("Nhiệm vụ nào đến hạn quý II mà chưa có kết quả?", ["2"]),
    ("Sở Khoa học và Công nghệ chủ trì những nhiệm vụ nào chưa có kết quả?", ["2"]),
    ("Những nhiệm vụ nào quá hạn mà chưa hoàn thành?", ["1"]),
]

TARGETS = [
    ("Những chỉ tiêu nào tính theo %?", ["1", "3"]),
    ("Những chỉ tiêu nào tính bằng phần trăm?", ["1", "3"]),
    ("Những chỉ tiêu nào có đơn vị tính là lớp?", ["2"]),
    ("Những chỉ tiêu nào để trống chỉ tiêu?", ["3"]),
    ("Những chỉ tiêu nào chưa ghi giá trị?", ["3"]),
    ("Những chỉ tiêu nào có ghi chú?", ["3"]),
]

NEGATED = [
    (
        "Sở Khoa học và Công nghệ không chủ trì những nhiệm vụ nào?",
        ["3", "4-1", "4-2", "5", "6", "7", "8", "9"],
    ),
    (
        "Những nhiệm vụ nào không do Sở Khoa học và Công nghệ chủ trì?",
        ["3", "4-1", "4-2", "5", "6", "7", "8", "9"],
    ),
    ("Những việc Sở KH&CN ko chủ trì", ["3", "4-1", "4-2", "5", "6", "7", "8", "9"]),
    ("Những nhiệm vụ nào Sở Nội vụ không phối hợp?", ["1", "3", "4-1", "4-2", "6", "8"]),
    ("Những nhiệm vụ nào không thuộc Sở Nội vụ?", ["1", "3", "4-1", "4-2"]),
]

ROLES = [
    ("Sở Nội vụ tham gia những nhiệm vụ nào, kể cả phối hợp?", ["2", "5", "6", "7", "8", "9"]),
    ("Sở Nội vụ tham gia (cả thực hiện lẫn phối hợp) những nhiệm vụ nào?", ["2", "5", "6", "7", "8", "9"]),
    ("Sở Nội vụ: nhiệm vụ chủ trì, phối hợp", ["2", "5", "6", "7", "8", "9"]),
    ("Sở Nội vụ chủ trì, phối hợp với Tỉnh đoàn những nhiệm vụ nào?", ["8"]),
    ("Sở Khoa học và Công nghệ chủ trì (kể cả đồng chủ trì) những nhiệm vụ nào?", ["1", "2"]),
    ("SỞ KHOA HỌC VÀ CÔNG NGHỆ LÀM ĐẦU MỐI MẤY NỘI DUNG TRONG PHỤ LỤC II?", ["1", "2"]),
    ("Sở Nội vụ được giao thực hiện những nhiệm vụ nào?", ["6", "8"]),
    ("Những nhiệm vụ nào Sở Nội vụ hoặc Sở Tài chính chủ trì?", ["2", "3", "6", "8"]),
]

PARTS = [
    ("nhóm nhiệm vụ về nhân lực số có bao nhiêu nhiệm vụ?", ["5", "6", "7", "8", "9"]),
    ("phần hạ tầng kết nối có mấy nhiệm vụ?", ["1", "2", "3", "4", "4-1", "4-2"]),
]


@pytest.mark.parametrize(("question", "ordinals"), TASKS)
def test_a_condition_on_a_cell_selects_its_rows(ask_province: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask_province(question)) == [f"Phụ lục II/{one}" for one in ordinals]


@pytest.mark.parametrize(("question", "ordinals"), TARGETS)
def test_targets_are_selected_by_their_measure_and_value(ask_province: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask_province(question)) == [f"Phụ lục I/{one}" for one in ordinals]


@pytest.mark.parametrize(("question", "ordinals"), NEGATED)
def test_a_negated_unit_leaves_the_rows_without_it(ask_province: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask_province(question)) == [f"Phụ lục II/{one}" for one in ordinals]


@pytest.mark.parametrize(("question", "ordinals"), ROLES)
def test_the_roles_asked_for_are_those_meant(ask_province: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask_province(question)) == [f"Phụ lục II/{one}" for one in ordinals]


@pytest.mark.parametrize(("question", "ordinals"), PARTS)
def test_a_heading_named_in_the_question_keeps_the_list_to_its_group(
    ask_province: Ask, question: str, ordinals: list[str]
) -> None:
    assert set(listed(ask_province(question))) <= {f"Phụ lục II/{one}" for one in ordinals}
    assert listed(ask_province(question))[0] == f"Phụ lục II/{ordinals[0]}"


@pytest.mark.parametrize(
    "question",
    [
        "Những nhiệm vụ nào không thuộc nhóm Hạ tầng kết nối?",
        "Những nhiệm vụ nào chưa hoàn thành?",
        "Những nhiệm vụ nào Sở Nội vụ chủ trì hoặc đến hạn tháng 3/2026?",
        "Nhiệm vụ nào có nhiều cơ quan phối hợp nhất?",
        "Liệt kê 3 nhiệm vụ đầu tiên của phụ lục II",
        "Những nhiệm vụ nào chưa có kinh phí?",
        "Những nhiệm vụ nào khó nhất?",
        "Những nhiệm vụ nào không tốn tiền?",
        "Những chỉ tiêu nào tăng so với năm 2025?",
    ],
)
def test_a_negation_that_no_column_tells_is_refused_in_words(ask_province: Ask, question: str) -> None:
    answer = ask_province(question)
    assert (answer.status, answer.items) == (Status.NOT_FOUND, ())
    assert "điều kiện (phủ định" in answer.answer


def test_a_question_that_ends_in_khong_is_not_negated(ask_province: Ask) -> None:
    assert listed(ask_province("Có nhiệm vụ nào Sở Nội vụ chủ trì không?")) == ["Phụ lục II/6", "Phụ lục II/8"]


@pytest.mark.parametrize(
    ("question", "joint"),
    [
        ("Phòng Lao động chủ trì việc nào?", False),
        ("phong lao dong chu tri viec nao", False),
        ("Hội đồng chủ trì việc nào?", False),
        ("Sở A chủ trì (kể cả đồng chủ trì) việc nào?", False),
        ("Sở A đồng chủ trì việc nào?", True),
        ("SỞ A ĐỒNG CHỦ TRÌ VIỆC NÀO?", True),
        ("so a dong chu tri viec nao", True),
        ("Sở A cùng chủ trì việc nào?", True),
    ],
)
def test_leading_together_is_heard_only_where_it_is_said(question: str, *, joint: bool) -> None:
    assert ("joint" in read_flags(sound(question), question)) is joint


def test_a_whole_name_is_not_part_of_a_longer_one() -> None:
    assert not names_unit(("Sở Nội vụ và Lao động",), "so noi vu", whole=True)
    assert names_unit(("Sở Tài chính", "Sở Nội vụ", "Công an tỉnh"), "so noi vu", whole=True)


def test_a_unit_is_met_where_another_follows_with_nothing_between() -> None:
    assert names_unit(("UBND cấp xã Hiệp hội Du lịch tỉnh",), "uy ban nhan dan cap xa", whole=True)


SAMPLES = [
    ("danh muc viec giao cac thon cua xa Van Khe co may viec", [f"Danh mục/{n}" for n in range(1, 7)]),
    (
        "so xay dung co viec gi trong ke hoach ubnd tinh lam giang ke ca phoi hop",
        ["Phụ lục II/19", "Phụ lục II/21", "Phụ lục II/27"],
    ),
]


@pytest.mark.parametrize(("question", "places"), SAMPLES)
def test_an_annex_named_by_its_title_and_both_roles_in_plans_as_printed(
    ask_samples: Ask, question: str, places: list[str]
) -> None:
    assert listed(ask_samples(question)) == places
