"""What a plan's head, its legal bases and its signature block say, from the sample plans."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.rag.plans import Ask, cited

UBND, SNNMT, VANKHE = "lamgiang-ubnd-2026.txt", "lamgiang-snnmt-2026.txt", "vankhe-danguy-2026.txt"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch 27/KH-UBND ai ký?", ("Đặng Quốc Thuần",)),
        ("Ai đứng tên kế hoạch 27/KH-UBND?", ("Đặng Quốc Thuần",)),
        ("Kế hoạch 27/KH-UBND do đồng chí nào đặt bút ký?", ("Đặng Quốc Thuần",)),
        ("ai ky ke hoach cua dang uy xa Van Khe", ("Hoàng Minh Khang",)),
        ("Ai ký kế hoạch của Sở Nông nghiệp và Môi trường?", ("Vi Thị Ngọc Hà",)),
        ("Chức vụ của người ký kế hoạch 27/KH-UBND là gì?", ("PHÓ CHỦ TỊCH",)),
        ("Hoàng Minh Khang giữ chức vụ gì?", ("BÍ THƯ",)),
        ("Kế hoạch 27/KH-UBND ban hành ngày nào?", ("ngày 16 tháng 01 năm 2026",)),
        ("KẾ HOẠCH 14-KH/ĐU BAN HÀNH NGÀY NÀO?", ("ngày 06 tháng 02 năm 2026",)),
        ("Kế hoạch năm 2026 của UBND tỉnh Lam Giang mang số hiệu nào?", ("27/KH-UBND",)),
        ("Kế hoạch 27/KH-UBND do cơ quan nào ban hành?", ("Ủy ban nhân dân tỉnh Lam Giang",)),
        ("Kế hoạch 14-KH/ĐU ban hành tại đâu?", ("Vân Khê",)),
    ],
)
def test_a_field_of_the_head_is_given_as_printed(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_plans_named_behind_a_colon_are_asked_each(ask_samples: Ask) -> None:
    answer = ask_samples("Người ký: KH của Sở Nông nghiệp và Môi trường; KH Đảng ủy xã Vân Khê?")
    assert answer.values == ("Vi Thị Ngọc Hà", "Hoàng Minh Khang")


def test_the_title_is_given_whole(ask_samples: Ask) -> None:
    (title,) = ask_samples("Tên đầy đủ của kế hoạch 14-KH/ĐU là gì?").values
    assert title.startswith("Lãnh đạo thực hiện nhiệm vụ trọng tâm về chính quyền số")
    assert title.endswith("trên địa bàn xã Vân Khê năm 2026")


def test_legal_bases_are_given_all_and_in_order(ask_samples: Ask) -> None:
    answer = ask_samples("Kế hoạch xã Vân Khê căn cứ những văn bản nào?")
    assert answer.values == ("57-NQ/TW", "09-CTr/TU", "27/KH-UBND")


def test_recipients_are_given_all_and_in_order(ask_samples: Ask) -> None:
    assert ask_samples("Nơi nhận của kế hoạch 14-KH/ĐU gồm những ai?").values == (
        "Ban Thường vụ Tỉnh ủy (b/c)",
        "HĐND, UBND xã",
        "Các chi bộ trực thuộc Đảng ủy xã",
        "Lưu Văn phòng Đảng ủy",
    )


def test_where_a_plan_is_filed_is_told_from_the_other_recipients(ask_samples: Ask) -> None:
    assert ask_samples("Kế hoạch 27/KH-UBND lưu ở đâu?").values == ("VT, TH",)


@pytest.mark.parametrize(
    "question",
    [
        "noi luu van ban trong KH 27/KH-UBND ghi ky hieu gi",
        "Dòng lưu của kế hoạch 27/KH-UBND ghi gì?",
        "Bộ phận nào lưu kế hoạch 27/KH-UBND?",
    ],
)
def test_the_place_of_filing_is_heard_in_other_words(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).values == ("VT, TH",)


def test_what_else_is_kept_is_no_filing_of_the_plan(ask_samples: Ask) -> None:
    assert "Nơi nhận" not in ask_samples("Dữ liệu của Sở Nông nghiệp và Môi trường lưu ở đâu?").answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("KH 27/KH-UBND: ngày?", "ngày 16 tháng 01 năm 2026"),
        ("KE HOACH DANG UY XA VAN KHE: SO?", "14-KH/ĐU"),
        ("NQ 57-NQ/TW dẫn trong KH xã Vân Khê - ban hành ngày?", "22/12/2024"),
        ("NQ 15-NQ/TU của BCH Đảng bộ tỉnh: ngày?", "08/12/2025"),
    ],
)
def test_a_telegram_may_end_in_what_it_asks(ask_samples: Ask, question: str, value: str) -> None:
    assert ask_samples(question).values == (value,)


def test_two_fields_are_given_in_the_order_asked(ask_samples: Ask) -> None:
    assert ask_samples("Ai ký kế hoạch xã Vân Khê, chức vụ gì?").values == ("Hoàng Minh Khang", "BÍ THƯ")
    assert ask_samples("Kế hoạch 27/KH-UBND số mấy và ai ký?").values == ("27/KH-UBND", "Đặng Quốc Thuần")


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của Sở Nông nghiệp và Môi trường ban hành ngày nào?",
        "Kế hoạch năm 2026 của Sở Nông nghiệp và Môi trường Lam Giang có số hiệu bao nhiêu?",
    ],
)
def test_a_field_that_the_head_leaves_blank_is_not_stated(ask_samples: Ask, question: str) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.NOT_STATED, ())
    assert cited(answer) == {f"{SNNMT}#Tiêu đề"}


@pytest.mark.parametrize(
    "question",
    ["Kế hoạch 99/KH-UBND ai ký?", "Ai ký kế hoạch của tỉnh Hòa Khê?", "Ai ký kế hoạch 27/KH-UBND năm 2031?"],
)
def test_the_head_of_a_plan_that_is_not_loaded_is_not_found(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).status is Status.NOT_FOUND


def test_a_question_that_fits_every_head_gives_each_plans_answer(ask_samples: Ask) -> None:
    answer = ask_samples("Ai ký kế hoạch?")
    assert answer.status is Status.AMBIGUOUS
    assert {(item.file, item.name) for item in answer.items} == {
        (SNNMT, "Vi Thị Ngọc Hà"),
        (UBND, "Đặng Quốc Thuần"),
        (VANKHE, "Hoàng Minh Khang"),
    }


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Kế hoạch 27/KH-UBND ai ký?", f"{UBND}#Ký"),
        ("Kế hoạch 14-KH/ĐU ban hành ngày nào?", f"{VANKHE}#Tiêu đề"),
        ("Kế hoạch 27/KH-UBND lưu ở đâu?", f"{UBND}#Nơi nhận"),
        ("Kế hoạch xã Vân Khê căn cứ những văn bản nào?", f"{VANKHE}#Căn cứ"),
    ],
)
def test_a_field_is_quoted_from_its_own_place(ask_samples: Ask, question: str, place: str) -> None:
    assert cited(ask_samples(question)) == {place}


@pytest.mark.parametrize(
    "question",
    [
        "Ai ký kế hoạch của Sở Y tế?",
        "ai ky ke hoach cua so y te",
        "Ai ký kế hoạch của Sở Ngoại vụ?",
        "Kế hoạch 27/KH-UBND năm 2025 ai ký?",
    ],
)
def test_a_plan_of_another_office_or_year_is_not_found(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("ke hoach cua ubnd tinh lam giang co so hieu bao nhieu", ("27/KH-UBND",)),
        ("Số của kế hoạch xã Vân Khê là bao nhiêu?", ("14-KH/ĐU",)),
        ("Hoàng Minh Khang ký kế hoạch nào?", ("14-KH/ĐU",)),
        ("Ông Hoàng Minh Khang ký kế hoạch số mấy?", ("14-KH/ĐU",)),
        ("Kế hoạch 14-KH/ĐU gửi cơ quan nào của Tỉnh ủy để báo cáo?", ("Ban Thường vụ Tỉnh ủy",)),
    ],
)
def test_the_head_is_asked_in_many_ways(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "Số của kế hoạch Sở Nông nghiệp và Môi trường là bao nhiêu?",
        "ke hoach cua so nong nghiep va moi truong co so hieu bao nhieu",
    ],
)
def test_a_blank_number_is_not_stated_however_it_is_asked(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).status is Status.NOT_STATED


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch 27/KH-UBND gửi để báo cáo những nơi nào?", ("Thường trực Tỉnh ủy", "Thường trực HĐND tỉnh")),
        ("Phó Chủ tịch nào có tên trong nơi nhận kế hoạch 27/KH-UBND?", ("Chủ tịch, các Phó Chủ tịch UBND tỉnh",)),
        ("trong mục nơi nhận của kế hoạch 14-KH/ĐU, ai nhận để báo cáo", ("Ban Thường vụ Tỉnh ủy",)),
        ("Kế hoạch của Sở Nông nghiệp và Môi trường được lưu tại bộ phận nào?", ("VT, KHTC",)),
    ],
)
def test_recipients_are_told_apart_by_what_the_plan_is_sent_for(
    ask_samples: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize("question", ["Ai nhận kế hoạch 14-KH/ĐU?", "Kế hoạch 14-KH/ĐU gửi cho những ai?"])
def test_everybody_who_gets_a_plan_is_listed(ask_samples: Ask, question: str) -> None:
    assert len(ask_samples(question).values) == 4


def test_the_plan_of_a_signer_gives_other_fields_too(ask_samples: Ask) -> None:
    assert ask_samples("Ông Đặng Quốc Thuần ký văn bản nào, chức danh gì?").values == ("27/KH-UBND", "PHÓ CHỦ TỊCH")
    question = "Kế hoạch do ông Hoàng Minh Khang ký ban hành ngày bao nhiêu?"
    assert ask_samples(question).values == ("ngày 06 tháng 02 năm 2026",)
