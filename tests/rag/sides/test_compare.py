"""One question to several plans: the values stand in the order asked."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.rag.plans import Ask, cited


def test_values_follow_the_order_in_which_the_plans_are_named(ask_pair: Ask) -> None:
    question = "Hạn lắp trạm phát sóng vùng lõm theo kế hoạch {} và theo kế hoạch {} lần lượt là khi nào?"
    forward = ask_pair(question.format("12/KH-UBND", "31/KH-SKHCN"))
    back = ask_pair(question.format("31/KH-SKHCN", "12/KH-UBND"))
    assert forward.values == ("3/2026", "02/2026")
    assert back.values == ("02/2026", "3/2026")


def test_both_plans_are_quoted(ask_pair: Ask) -> None:
    answer = ask_pair("So sánh hạn lắp trạm phát sóng vùng lõm của kế hoạch 12/KH-UBND với kế hoạch 31/KH-SKHCN")
    assert answer.status is Status.ANSWERED
    assert cited(answer) == {"song-lam.txt#Phụ lục II/1", "so-khcn.txt#Phụ lục/1"}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Hạn kiểm định 18 hồ chứa theo kế hoạch UBND tỉnh và theo kế hoạch Sở Nông nghiệp và Môi trường lần lượt là khi nào?",
            ("7/2026", "6/2026"),
        ),
        (
            "phương án ứng phó thiên tai: hạn xã Vân Khê, hạn Sở Nông nghiệp và Môi trường, hạn tỉnh",
            ("5/2026", "15/4/2026", "30/4/2026"),
        ),
        (
            "phương án ứng phó thiên tai: hạn tỉnh, hạn Sở Nông nghiệp và Môi trường, hạn xã Vân Khê",
            ("30/4/2026", "15/4/2026", "5/2026"),
        ),
        (
            "Tiếp nhận hồ sơ trực tuyến thì xã Vân Khê đặt mấy phần trăm, tỉnh Lam Giang đặt mấy phần trăm?",
            ("88%", "≥ 85"),
        ),
    ],
)
def test_sample_plans_are_compared_in_the_order_asked(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Kiểm định 18 hồ chứa: kế hoạch tỉnh và kế hoạch Sở Nông nghiệp và Môi trường ghi hạn khi nào?",
            ("7/2026", "6/2026"),
        ),
        ("Kiểm định 18 hồ chứa: hạn của tỉnh / hạn của Sở Nông nghiệp và Môi trường", ("7/2026", "6/2026")),
        (
            "Diện tích lúa được tưới chủ động – mức của UBND tỉnh / mức của Sở Nông nghiệp và Môi trường",
            ("38,5", "39,0"),
        ),
        (
            "dien tich lua duoc tuoi chu dong: ke hoach tinh bao nhieu, ke hoach so nong nghiep va moi truong bao nhieu",
            ("38,5", "39,0"),
        ),
        (
            "báo cáo năm: các sở, ngành gửi Sở Nội vụ trước ngày nào, Sở Nội vụ báo cáo UBND tỉnh trước ngày nào",
            ("trước ngày 05/12/2026", "trước ngày 15/12/2026"),
        ),
        ("Kế hoạch 27/KH-UBND và kế hoạch 14-KH/ĐU ai ký?", ("Đặng Quốc Thuần", "Hoàng Minh Khang")),
        ("Kế hoạch của xã Vân Khê và kế hoạch của UBND tỉnh ai ký?", ("Hoàng Minh Khang", "Đặng Quốc Thuần")),
        (
            "Kế hoạch 27/KH-UBND và kế hoạch 14-KH/ĐU ban hành ngày nào?",
            ("ngày 16 tháng 01 năm 2026", "ngày 06 tháng 02 năm 2026"),
        ),
    ],
)
def test_plans_side_by_side_give_a_value_each(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Ở kế hoạch tỉnh, bản đồ du lịch số và công nhận điểm du lịch cộng đồng, việc nào phải xong sớm hơn?",
            ("9/2026", "11/2026"),
        ),
        (
            "bố trí hộ dân thôn Bến Đá với nạo vét kênh nội đồng, mỗi việc ra sản phẩm gì",
            ("18 hộ có nơi ở mới", "6,5 km kênh được nạo vét"),
        ),
        (
            "Nhiệm vụ 23, nhiệm vụ 25 và nhiệm vụ 26 Phụ lục II của tỉnh lần lượt hạn nào?",
            ("3/2026", "Quý III/2026", "11/2026"),
        ),
        ("so sánh khách quốc tế với khách lưu trú của tỉnh: chỉ tiêu nào cao hơn", ("≥ 350", "≥ 1.450")),
        (
            "cơ sở dữ liệu rừng và cơ sở dữ liệu vùng trồng: ai chủ trì từng cái?",
            ("Chi cục Kiểm lâm", "Trung tâm Khuyến nông"),
        ),
    ],
)
def test_rows_of_one_plan_are_set_side_by_side(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("chữ ký số cá nhân: xã Vân Khê so với tỉnh bên nào cao hơn, mỗi bên bao nhiêu?", ("48%", "≥ 45")),
        ("kế hoạch nâng cao DTI, xã hay tỉnh bên nào ra trước", ("2/2026", "Trước 02/2026")),
        (
            "kế hoạch nhiệm vụ thủy lợi, chuyển đổi số của ngành và kế hoạch trọng tâm về cải cách hành chính: ai ký mỗi kế hoạch?",
            ("Vi Thị Ngọc Hà", "Đặng Quốc Thuần"),
        ),
        (
            "Kế hoạch 27/KH-UBND với kế hoạch 14-KH/ĐU ban hành ngày nào, bên nào trước?",
            ("ngày 16 tháng 01 năm 2026", "ngày 06 tháng 02 năm 2026"),
        ),
    ],
)
def test_two_plans_are_set_side_by_side_however_they_are_named(
    ask_samples: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "So với việc gắn mã QR chợ Vân Khê thì đưa sản phẩm OCOP lên sàn muộn hơn hay sớm hơn?",
            ("6/2026", "Quý III/2026"),
        ),
        ("nhiem vu 23 va 26 phu luc 2 cua tinh cai nao han truoc", ("3/2026", "11/2026")),
    ],
)
def test_things_are_compared_in_everyday_words(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask_samples(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Việc xây cầu vượt và việc mở đường tránh của tỉnh, cái nào xong trước?",
        "bến xe với cảng sông mỗi việc ai chủ trì",
    ],
)
def test_things_that_no_plan_has_are_not_found(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).status is Status.NOT_FOUND


def test_a_name_that_holds_an_and_is_no_comparison(ask_samples: Ask) -> None:
    answer = ask_samples("Ai chủ trì bản đồ du lịch số và hệ thống vé điện tử?")
    assert answer.values == ("Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Công an tỉnh và Sở Y tế lần lượt phối hợp mấy nhiệm vụ?", ("7", "1")),
        ("Sở Nội vụ và Sở Xây dựng mỗi bên chủ trì bao nhiêu nhiệm vụ trong kế hoạch 27?", ("5", "1")),
    ],
)
def test_counts_are_given_for_each_unit(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask_samples(question).values == values


def test_the_work_of_each_of_two_units_is_listed(ask_samples: Ask) -> None:
    both = ask_samples("Sở Nội vụ với Sở Xây dựng, mỗi bên chủ trì những việc gì?")
    each = [ask_samples(f"{name} chủ trì những việc gì?") for name in ("Sở Nội vụ", "Sở Xây dựng")]
    assert {one.locator for one in both.items} == {one.locator for answer in each for one in answer.items}
