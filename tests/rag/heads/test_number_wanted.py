"""The number, day, signature and recipients of a plan wanted in a statement, and a number that the plan leaves blank."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.query.reasons import asking_note
from tests.rag.plans import Ask

DAY = ("ngày 06 tháng 02 năm 2026",)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của Sở Nông nghiệp và Môi trường Lam Giang đánh số nào?",
        "ke hoach cua So Nong nghiep va Moi truong Lam Giang danh so nao",
        "ke hoach thuy loi cua So Nong nghiep va Moi truong Lam Giang vao so so may vay",
        "Cần số văn bản để viện dẫn kế hoạch năm 2026 của Sở Nông nghiệp và Môi trường Lam Giang, là số nào ạ?",
        "Tôi đang viết báo cáo, cần ghi số hiệu kế hoạch của Sở Nông nghiệp và Môi trường Lam Giang.",
    ],
)
def test_a_number_left_blank_is_not_told_by_that_of_a_plan_rested_on(ask_samples: Ask, question: str) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.NOT_STATED, ())


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của Sở Nông nghiệp và Môi trường Lam Giang thực hiện kế hoạch số mấy của UBND tỉnh?",
        "Sở Nông nghiệp và Môi trường Lam Giang căn cứ kế hoạch số mấy của tỉnh?",
    ],
)
def test_the_number_of_a_plan_rested_on_is_told_where_it_is_asked(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).values == ("27/KH-UBND",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Tôi đang soạn công văn, cần trích số ký hiệu bản kế hoạch Đảng ủy xã Vân Khê.", ("14-KH/ĐU",)),
        ("can trich so ky hieu ke hoach dang uy xa Van Khe", ("14-KH/ĐU",)),
        ("Tôi cần số hiệu bản kế hoạch của Đảng ủy xã Vân Khê để đưa vào tờ trình", ("14-KH/ĐU",)),
        ("Tôi muốn tìm lại kế hoạch Đảng ủy xã Vân Khê, nhớ giúp số với.", ("14-KH/ĐU",)),
        ("Đảng ủy xã Vân Khê ra Kế hoạch 14 hôm nào?", DAY),
        ("Hôm nào thì Đảng ủy xã Vân Khê ký Kế hoạch 14?", DAY),
        ("dang uy xa Van Khe ky ke hoach 14 bua nao vay", DAY),
        ("Cuối Kế hoạch 14-KH/ĐU, đồng chí nào ký và ở cương vị gì?", ("Hoàng Minh Khang", "BÍ THƯ")),
        ("Cho xin họ tên đầy đủ của bí thư ký kế hoạch xã Vân Khê", ("Hoàng Minh Khang",)),
        ("ke hoach cua Dang uy xa Van Khe do bi thu ky, ho ten day du cua bi thu?", ("Hoàng Minh Khang",)),
        (
            "Kế hoạch tỉnh Lam Giang gửi cho nhiều nơi, trong đó nơi nào là “để báo cáo”?",
            ("Thường trực Tỉnh ủy", "Thường trực HĐND tỉnh"),
        ),
    ],
)
def test_a_field_of_the_head_is_wanted_in_a_statement(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "Hôm nào thì Sở Y tế Lam Giang ký Kế hoạch 14?",
        "Cần số văn bản để viện dẫn kế hoạch năm 2026 của Sở Y tế Lam Giang",
        "Cho xin họ tên đầy đủ của giám đốc ký kế hoạch Sở Tài chính Cần Thơ",
    ],
)
def test_what_is_wanted_of_a_plan_that_is_not_there_is_refused(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).status is Status.NOT_FOUND


def test_a_reason_asked_of_the_note_behind_what_is_left_open_is_one_for_the_note() -> None:
    assert (
        asking_note("Mốc thời gian sơn cổng chào vẫn bỏ ngỏ; ghi chú nêu lý do ra sao?")
        == "sơn cổng chào có ghi chú gì?"
    )
