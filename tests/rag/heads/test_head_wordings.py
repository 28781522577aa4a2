"""The head, the signature and the legal bases of a plan, asked for in everyday words."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.language.headwords import of_heads_plainly
from tests.rag.plans import Ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch 27/KH-UBND mang chữ ký của ai?", ("Đặng Quốc Thuần",)),
        ("ke hoach 14-KH/DU mang chu ky cua dong chi nao", ("Hoàng Minh Khang",)),
        ("Chữ ký dưới Kế hoạch 27/KH-UBND là của vị lãnh đạo nào?", ("Đặng Quốc Thuần",)),
        ("Dưới Kế hoạch 27/KH-UBND đứng tên ký là vị nào?", ("Đặng Quốc Thuần",)),
        ("Đồng chí nào đứng tên ký văn bản 14-KH/ĐU?", ("Hoàng Minh Khang",)),
        ("Họ tên vị lãnh đạo đã hạ bút ký Kế hoạch 27/KH-UBND?", ("Đặng Quốc Thuần",)),
        ("Người đứng tên dưới Kế hoạch 27/KH-UBND giữ cương vị gì?", ("PHÓ CHỦ TỊCH",)),
        ("Lúc ký Kế hoạch 14-KH/ĐU, ông Hoàng Minh Khang giữ trọng trách nào?", ("BÍ THƯ",)),
        ("ong Dang Quoc Thuan ky ke hoach voi tu cach nao", ("PHÓ CHỦ TỊCH",)),
        ("So va ky hieu ke hoach 2026 cua Dang uy xa Van Khe?", ("14-KH/ĐU",)),
        ("Kế hoạch của Đảng ủy xã Vân Khê ký hiệu bao nhiêu?", ("14-KH/ĐU",)),
        (
            "Tôi cần trích dẫn kế hoạch của Đảng ủy xã Vân Khê, xin số hiệu và ngày ban hành.",
            ("14-KH/ĐU", "ngày 06 tháng 02 năm 2026"),
        ),
        ("ke hoach cua dang uy xa Van Khe so va ngay", ("14-KH/ĐU", "ngày 06 tháng 02 năm 2026")),
        ("Cơ quan nào phát hành Kế hoạch 27/KH-UBND?", ("Ủy ban nhân dân tỉnh Lam Giang",)),
        ("Ai kí kế hoạch trọng tâm của tỉnh Lam Giag?", ("Đặng Quốc Thuần",)),
        ("Kế hoạch 14-KH/ĐU ban hành ngày lào?", ("ngày 06 tháng 02 năm 2026",)),
    ],
)
def test_a_field_of_the_head_is_asked_for_in_everyday_words(
    ask_samples: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "Cho xin số hiệu các văn bản làm căn cứ ban hành Kế hoạch 14-KH/ĐU.",
        "Liệt kê số hiệu những văn bản mà Kế hoạch 14-KH/ĐU lấy làm căn cứ.",
        "Kế hoạch 14-KH/ĐU được ban hành trên cơ sở những văn bản nào, cho xin số hiệu",
    ],
)
def test_the_numbers_of_all_bases_are_asked_for(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).values == ("57-NQ/TW", "09-CTr/TU", "27/KH-UBND")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Đảng ủy xã Vân Khê lập kế hoạch dựa vào một chương trình hành động của Tỉnh ủy; cho tôi xin số của chương trình ấy.",
            ("09-CTr/TU",),
        ),
        (
            "Kế hoạch của Sở Nông nghiệp và Môi trường là để triển khai kế hoạch nào của UBND tỉnh, cho xin số hiệu.",
            ("27/KH-UBND",),
        ),
        ("nghi quyet BCH Dang bo tinh ve phuong huong, nhiem vu nam 2026, ky hieu bao nhieu", ("15-NQ/TU",)),
        ("Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết 57-NQ/TW ký hiệu gì?", ("09-CTr/TU",)),
    ],
)
def test_a_request_for_a_number_is_for_the_document_told_before(
    ask_samples: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của Sở Y tế Lam Giang mang chữ ký của ai?",
        "Chữ ký dưới Kế hoạch 99-KH/ĐU là của vị nào?",
        "Kế hoạch năm 2024 của Đảng ủy xã Vân Khê mang chữ ký của ai?",
        "Bà Trần Thị Hoa ký Kế hoạch 27/KH-UBND với cương vị nào?",
        "Đồi Quạt, kế hoạch phòng, chống thiên tai: tên lãnh đạo ký ban hành?",
        "Nghị quyết 57-NQ/TW mang chữ ký của ai?",
        "Nghị quyết của Quốc hội về đầu tư công ký hiệu bao nhiêu?",
        "Cho xin số hiệu các văn bản làm căn cứ của Kế hoạch 77/KH-UBND",
    ],
)
def test_who_signed_or_numbered_what_no_plan_is_stays_unknown(ask_samples: Ask, question: str) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.NOT_FOUND, ())


def test_a_plan_that_leaves_its_number_blank_is_said_to_do_so(ask_samples: Ask) -> None:
    question = "Kế hoạch của Sở Nông nghiệp và Môi trường có số và ký hiệu thế nào?"
    assert ask_samples(question).status is Status.NOT_STATED


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ người dân được cấp chữ ký số là bao nhiêu?",
        "Sở A giữ vai trò gì trong việc lập cơ sở dữ liệu?",
        "Định kỳ bao lâu, Sở A giữ vai trò gì?",
        "Có bao nhiêu văn bản làm căn cứ?",
        "Xã nào cần số liệu về hộ nghèo?",
    ],
)
def test_what_speaks_of_no_head_stays_as_typed(question: str) -> None:
    assert of_heads_plainly(question) == question
