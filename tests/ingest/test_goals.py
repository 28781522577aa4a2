"""Targets that prose states: bullets with a figure under a heading that promises targets."""

from __future__ import annotations

import pytest

from ingest.goals import figures
from tests.ingest.sources import plan, printed


def _values(*bullets: str, heading: str = "2. Chỉ tiêu cụ thể") -> list[str]:
    body = (
        f"II. MỤC TIÊU\n1. Mục tiêu chung\nNâng cao chất lượng.\n{heading}\n"
        + "\n".join(f"- {bullet}" for bullet in bullets)
        + "\n"
    )
    return [target.value.text for target in plan(body=body).targets]


@pytest.mark.parametrize(
    ("bullet", "value"),
    [
        ("100% hồ sơ được xử lý trên môi trường mạng (trừ hồ sơ mật).", "100%"),
        ("Tỷ lệ hộ dân được cảnh báo sớm đạt 92%.", "92%"),
        ("Trên 60% hộ kinh doanh nhận thanh toán không dùng tiền mặt.", "Trên 60%"),
        ("Tỷ lệ tiêm nhắc đạt ≥ 92%.", "≥ 92%"),
        ("Chỉ số SIPAS đạt từ 86,5% trở lên.", "86,5%"),
        ("Giảm tỷ lệ hộ nghèo từ 38,2% xuống còn 31%.", "31%"),
        ("Đón 25.000 lượt khách du lịch trong năm 2026.", "25.000 lượt khách"),
        ("Hoàn thành bố trí 18 hộ dân ra khỏi vùng sạt lở.", "18 hộ"),
        ("Doanh thu đạt 24.100 tỷ đồng.", "24.100 tỷ đồng"),
        ("9/9 thôn đạt chuẩn văn hóa.", "9/9 thôn"),
        ("Đạt mức độ 3 theo Bộ chỉ số đánh giá.", "mức độ 3"),
    ],
)
def test_the_figure_aimed_at_is_picked_out_as_printed(bullet: str, value: str) -> None:
    assert _values(bullet) == [value]


@pytest.mark.parametrize(
    "bullet",
    [
        "Không để xảy ra tai biến nặng.",
        "Thực hiện Nghị quyết số 48-NQ/TU ngày 20/02/2025.",
        "Hoàn thành theo Quyết định số 27/QĐ-UBND.",
        "Hiện nay, toàn xã có khoảng 40 hộ nghèo.",
    ],
)
def test_a_bullet_without_a_figure_is_no_target(bullet: str) -> None:
    assert _values(bullet) == []


@pytest.mark.parametrize("heading", ["2. Nguyên tắc", "2. Mục tiêu chung"])
def test_general_aims_and_principles_promise_no_targets(heading: str) -> None:
    assert _values("Đạt 95% hồ sơ.", heading=heading) == []


def test_figures_under_other_headings_are_no_targets() -> None:
    assert plan(body="III. NHIỆM VỤ\n- Tổ chức 03 lớp cho 100% công chức.\n").targets == ()


def test_a_target_knows_its_place_its_name_and_its_unit() -> None:
    read = plan(body="II. MỤC TIÊU\n2. Chỉ tiêu cụ thể\n2.1. Chính quyền số\n- Tỷ lệ hồ sơ trực tuyến\nđạt 88%.\n")
    (target,) = read.targets
    assert (target.locator, target.annex) == ("II/2.1", None)
    assert target.name.text == "Tỷ lệ hồ sơ trực tuyến đạt 88%"
    assert (target.value.text, target.unit.text) == ("88%", "%")
    assert printed(read.text, target.name) == target.name.text
    assert printed(read.text, target.value) == "88%"


def test_every_figure_of_a_text_is_found_in_order() -> None:
    text = "Tổ chức 03 lớp cho 100% công chức và 45 người dân ở cấp độ 2"
    assert [text[start:end] for start, end in figures(text)] == ["03 lớp", "100%", "45 người", "cấp độ 2"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (
            "Số em bỏ học giảm từ 12 em/1.000 học sinh xuống 9 em/1.000 học sinh.",
            "9 em/1.000 học sinh",
        ),
        ("Tai nạn lao động dưới 7/10.000 vào năm 2026.", "dưới 7/10.000"),
        ("Chi tiêu bình quân đạt 900 USD/lượt khách.", "900 USD/lượt khách"),
        ("Trang bị 2 máy/giáo viên trong năm.", "2 máy/giáo viên"),
    ],
)
def test_a_rate_is_a_figure_and_of_two_the_last_is_aimed_at(words: str, value: str) -> None:
    found = plan(body=f"II. MỤC TIÊU CỤ THỂ\n- {words}\n")
    assert [target.value.text for target in found.targets] == [value]


def test_what_is_aimed_at_in_figures_is_a_target_under_any_heading() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Thông tin\n- Lắp 12 cụm loa tại các thôn.\n- Phấn đấu đến cuối năm 80% hộ dân có điện thoại thông minh.\n"
        "2. Kết quả đã đạt\n- Năm qua phấn đấu và đạt 75% hộ dân.\n"
    )
    assert [(target.locator, target.value.text) for target in plan(body=body).targets] == [("II/1", "80%")]


def test_any_noun_is_counted_after_a_bound() -> None:
    assert _values("Mỗi thôn có tối thiểu 2 vườn ươm cây giống.", "Dựng 3 cổng chào.") == ["tối thiểu 2 vườn ươm"]


def test_figures_that_semicolons_part_are_targets_of_their_own() -> None:
    body = (
        "II. CHỈ TIÊU CỤ THỂ\n"
        "- Chỉ tiêu 1: Đến cuối năm 70% hộ nghèo được vay vốn; 40% hộ thoát nghèo.\n"
        "- Trồng rừng đạt 85% kế hoạch; giữ vững an ninh.\n"
    )
    found = plan(body=body).targets
    assert [(target.name.text, target.value.text) for target in found] == [
        ("Chỉ tiêu 1: Đến cuối năm 70% hộ nghèo được vay vốn", "70%"),
        ("40% hộ thoát nghèo", "40%"),
        ("Trồng rừng đạt 85% kế hoạch; giữ vững an ninh", "85%"),
    ]


def test_an_aim_inside_a_long_clause_begins_with_its_sentence() -> None:
    body = (
        "II. PHÂN CÔNG\n1. Trạm Y tế\n- Theo dõi dân số để phấn đấu giữ mức sinh, cụ thể: Phấn đấu mức sinh đạt 2,1 con/phụ nữ;"
        " tỷ lệ trẻ dưới 15 tuổi đạt 22%; khám thai cho 90% bà mẹ.\n"
    )
    found = plan(body=body).targets
    assert [(target.name.text, target.value.text) for target in found] == [
        ("Phấn đấu mức sinh đạt 2,1 con/phụ nữ", "2,1 con/phụ nữ"),
        ("tỷ lệ trẻ dưới 15 tuổi đạt 22%", "22%"),
        ("khám thai cho 90% bà mẹ", "90%"),
    ]


def test_what_brackets_explain_is_not_the_figure_aimed_at() -> None:
    assert _values("Bụi mịn đạt dưới 40 μg/m3 (giảm 20% so với năm trước).") == ["dưới 40 μg/m3"]


def test_a_bound_may_be_spelt_and_a_numbered_target_may_have_no_figure() -> None:
    assert _values("Có ít nhất một cơ sở tư vấn.", "Chỉ tiêu 4: Đưa nội dung mới vào giờ học.") == [
        "ít nhất một cơ sở",
        "",
    ]


def test_a_share_for_a_year_to_come_is_a_target_under_any_heading() -> None:
    body = (
        "II. NHIỆM VỤ\n- Đến năm 2028, 100% thôn có loa.\n- Đến năm 2020, 60% thôn có loa.\n"
        "- Trong giai đoạn 2026 - 2030 phủ sóng đạt 95% số thôn.\n"
    )
    assert [target.value.text for target in plan(body=body).targets] == ["100%", "95%"]


def test_growth_beside_a_sum_is_not_what_is_aimed_at() -> None:
    assert _values("Doanh thu đạt 940 tỷ đồng, tăng 12% so với năm 2025.", "Số khách tăng 8% so với năm 2025.") == [
        "940 tỷ đồng",
        "8%",
    ]


def test_samples_animals_and_prizes_are_counted() -> None:
    assert _values("Lấy 420 mẫu nước sông.", "Tiêm phòng cho 6.000 con lợn.", "Có 4 giải cấp tỉnh trở lên.") == [
        "420 mẫu",
        "6.000 con",
        "4 giải",
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Thời gian chờ khám giảm từ 74 phút xuống còn 50 phút", "50 phút"),
        ("Nâng số trường từ 9 trường lên 14 trường", "14 trường"),
        ("16/18 khu phố đạt danh hiệu văn hóa", "16/18 khu phố"),
    ],
)
def test_of_a_change_the_figure_aimed_at_is_the_later_one(words: str, value: str) -> None:
    (goal,) = plan(body=f"II. MỤC TIÊU CỤ THỂ\n- {words}.\n").targets
    assert goal.value.text == value
