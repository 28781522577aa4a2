"""Lists as people ask for them: of units or of rows, of a year's plan, of dates as printed; what is refused.

All over the three sample plans; today is 20 May 2026.
"""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.rag.plans import Ask, cited, listed

PROVINCE, DEPARTMENT, COMMUNE = "lamgiang-ubnd-2026.txt", "lamgiang-snnmt-2026.txt", "vankhe-danguy-2026.txt"


@pytest.mark.parametrize(
    ("question", "units"),
    [
        (
            "Kế hoạch 27: kể các cơ quan phối hợp nhiệm vụ số 18 phụ lục II",
            ("Sở Nông nghiệp và Môi trường", "Công an tỉnh", "Sở Y tế"),
        ),
        ("Nhiệm vụ số 24 Phụ lục II kế hoạch 27: liệt kê cơ quan phối hợp.", ("Sở Tài chính", "Hiệp hội Du lịch tỉnh")),
        ("Mục 6 phụ lục II kế hoạch 27, cơ quan phối hợp gồm những ai", ("Thanh tra tỉnh", "Văn phòng UBND tỉnh")),
        ("dong 3 danh muc van khe: danh sach phoi hop", ("Trưởng các thôn",)),
    ],
)
def test_units_to_be_listed_are_those_of_one_row(ask_samples: Ask, question: str, units: tuple[str, ...]) -> None:
    """A bidding to list the offices that co-operate asks for a cell, not for rows."""
    answer = ask_samples(question)
    assert answer.status is Status.ANSWERED
    assert answer.values == units


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Hội Nông dân xã Vân Khê gánh những việc nào?", ["Phụ lục/III/2", "Danh mục/5"]),
        ("Thống kê giúp mình nhiệm vụ Hội Nông dân xã Vân Khê chủ trì", ["Phụ lục/III/2", "Danh mục/5"]),
        ("Em đang gom số liệu, cho hỏi Hội Nông dân xã chủ trì việc nào ạ", ["Phụ lục/III/2", "Danh mục/5"]),
        ("Kế hoạch 14: nhiệm vụ nào có cơ quan chủ trì nhưng cột kết quả dự kiến bỏ trống", None),
        ("Việc gì hạn tháng 11/2026 của Chi cục Kiểm lâm?", ["Phụ lục II/9-3", "Phụ lục II/12"]),
        (
            "Kế hoạch 27 có việc nào hạn in là tháng 9/2026 (không tính hạn ghi theo quý)?",
            ["Phụ lục II/8", "Phụ lục II/11", "Phụ lục II/24"],
        ),
    ],
)
def test_conditions_are_heard_in_everyday_words(ask_samples: Ask, question: str, places: list[str] | None) -> None:
    """Verbs for leading, biddings, blank cells, deadlines as printed."""
    answer = ask_samples(question)
    assert answer.status is Status.ANSWERED
    assert places is None or listed(answer) == places


@pytest.mark.parametrize(
    ("question", "file"),
    [
        ("Kế hoạch du lịch cộng đồng xã Vân Khê 2026: liệt kê việc thường xuyên", COMMUNE),
        ("Kế hoạch năm 2026 của Đảng ủy xã Vân Khê có những việc nào của Đoàn Thanh niên?", COMMUNE),
    ],
)
def test_the_year_behind_a_plans_name_is_the_plans(ask_samples: Ask, question: str, file: str) -> None:
    """It is no condition of the rows."""
    answer = ask_samples(question)
    assert answer.status is Status.ANSWERED
    assert {one.file for one in answer.items} == {file}


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch năm 2023 của UBND tỉnh Lam Giang giao Sở Nội vụ việc gì?",
        "Kế hoạch thủy lợi 2022 của Sở Nông nghiệp và Môi trường có mấy nhiệm vụ?",
        "xã Vân Sơn có việc nào hạn quý I?",
        "xa van son doan thanh nien chu tri viec gi",
        "o tinh hoa minh ai chu tri kiem dinh ho chua",
        "Sở Nông nghiệp và Môi trường Hòa Minh ai kiểm định hồ chứa?",
        "Trường Cao đẳng Hòa Minh bồi dưỡng ngoại ngữ cho hướng dẫn viên khi nào?",
    ],
)
def test_another_year_place_or_school_is_refused(ask_samples: Ask, question: str) -> None:
    """However near the rest of the question comes to a row."""
    assert ask_samples(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("bên Thanh tra tỉnh tụi em phải phối hợp mấy việc vậy?", ["Phụ lục II/6"]),
        ("Thực hiện NQ 57 của tỉnh Lam Giang: số nhiệm vụ Thanh tra tỉnh phối hợp", ["Phụ lục II/6"]),
        (
            "Liệt kê việc có sự tham gia của Thanh tra tỉnh trong kế hoạch thực hiện Nghị quyết số 57-NQ/TW của Lam Giang",
            ["Phụ lục II/6"],
        ),
        (
            "Phụ lục II kế hoạch 27 có việc nào hẹn xong vào quý I hoặc quý II năm 2026 không?",
            [f"Phụ lục II/{n}" for n in (1, 2, 3, 7, 10, 13, 15, 23)],
        ),
    ],
)
def test_what_names_the_plan_or_the_asker_is_no_condition(ask_samples: Ask, question: str, places: list[str]) -> None:
    """The document that the plan carries out, everyday words, and "hoặc" between two stretches of time."""
    assert listed(ask_samples(question)) == places


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Nhiệm vụ mở tuyến du lịch đường thủy sông Vân, thời gian hoàn thành ghi thế nào?",
            ("Sau khi quy hoạch tỉnh được điều chỉnh",),
        ),
        ("Kế hoạch của Đảng ủy xã Vân Khê được ban hành để thực hiện kế hoạch nào của UBND tỉnh?", ("27/KH-UBND",)),
        ("Cho biết số và ngày ban hành kế hoạch của UBND tỉnh Lam Giang", ("27/KH-UBND", "ngày 16 tháng 01 năm 2026")),
        (
            "Nghị quyết 15-NQ/TU mà kế hoạch của UBND tỉnh Lam Giang 2026 lấy làm căn cứ được ban hành ngày nào?",
            ("08/12/2025",),
        ),
    ],
)
def test_what_only_sounds_like_a_list_is_a_fact(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    """The verb "ghi" is no "gì", and a plan or document asked for is no row."""
    assert ask_samples(question).values == values


def test_the_front_is_called_without_committee(ask_samples: Ask) -> None:
    """All say "Mặt trận" for what is printed "Ủy ban MTTQ Việt Nam"."""
    assert listed(ask_samples("Mặt trận tỉnh Lam Giang phối hợp việc nào?")) == ["Phụ lục II/4"]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Ủy ban Kiểm tra Đảng ủy bên xã Vân Khê phải làm những gì?", "IV/3"),
        ("Mặt trận xã Vân Khê phải làm gì trong kế hoạch 14?", "V/4"),
    ],
)
def test_work_told_in_prose_only_is_told(ask_samples: Ask, question: str, place: str) -> None:
    """A unit that no row names is asked for with the place behind it."""
    answer = ask_samples(question)
    assert answer.status is Status.ANSWERED
    assert f"{COMMUNE}#{place}" in cited(answer)


@pytest.mark.parametrize(
    ("question", "unit"),
    [("Doanh thu du lịch tính bằng đơn vị gì?", "Tỷ đồng"), ("tong luot khach du lich tinh theo gi", "Triệu lượt")],
)
def test_the_unit_of_measure_is_asked_for_in_several_ways(ask_samples: Ask, question: str, unit: str) -> None:
    """Not for the figure."""
    assert ask_samples(question).values == (unit,)


def test_a_telegram_of_what_a_unit_leads_asks_for_all_of_it(ask_samples: Ask) -> None:
    telegram, asked = (
        ask_samples("Vân Khê, nhiệm vụ Phòng Kinh tế chủ trì"),
        ask_samples("Phòng Kinh tế xã Vân Khê chủ trì những nhiệm vụ nào?"),
    )
    assert len(asked.items) > 1
    assert [one.locator for one in telegram.items] == [one.locator for one in asked.items]
