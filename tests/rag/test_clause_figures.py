"""Counts of items, causes and several figures, asked of the prose of one plan."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

_PLAN = """ỦY BAN NHÂN DÂN
XÃ VÂN KHÊ
Số: 41/KH-UBND
Vân Khê, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Bảo vệ đàn ong và vườn cây sau mưa lũ năm 2026

Thực hiện Công văn số 77/SNNMT-TT ngày 02 tháng 3 năm 2026 của Sở Nông nghiệp và Môi trường về bảo vệ vườn cây, Ủy ban nhân dân xã Vân Khê ban hành Kế hoạch như sau:
I. YÊU CẦU
- Làm đúng thời vụ.
- Không phun thuốc lúc hoa nở.
II. ĐÁNH GIÁ HIỂM HỌA
1. Hiểm họa úng rễ
Vườn thấp bị ngập; lá vàng do rễ thiếu khí kéo dài.
2. Hiểm họa nấm bệnh
Nấm phấn trắng lan nhanh. Nguyên nhân: sương dày, vườn trồng quá kín.
3. Hiểm họa đàn ong bỏ tổ
Do thùng ướt, thiếu phấn hoa, đàn ong bỏ tổ hàng loạt.
III. CHỈ TIÊU
- Đến năm 2028, trồng mới 900 gốc nhãn muộn, trong đó đến năm 2027 ít nhất 40 gốc nhãn muộn được cấp mã vùng và đến năm 2028 ít nhất 65 gốc nhãn muộn được cấp mã vùng.
- Giảm 35% số vườn nhiễm nấm, giảm 45% số đàn ong bỏ tổ.
- 80% hộ nuôi ong được tập huấn ít nhất 3 loại bệnh thường gặp.
- Tối thiểu 55% vườn lắp bẫy ruồi vàng vào tháng 11/2026, phấn đấu đạt 90% vào năm 2029.
IV. NHIỆM VỤ, GIẢI PHÁP CHÍNH
1. Khơi rãnh thoát nước
Mỗi vườn đào rãnh quanh gốc.
2. Tỉa cành
Cắt cành bị bệnh đem đốt.
3. Sấy khô thùng ong
Phơi thùng trước khi thả lại đàn.
4. Cấp giống
Ưu tiên hộ mất trắng.
"""


@pytest.fixture(scope="module")
def ask_orchard() -> Ask:
    return asker([read(_PLAN)])


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Kế hoạch của xã Vân Khê nêu mấy yêu cầu?", "2"),
        ("Kế hoạch Vân Khê đánh giá có mấy nhóm hiểm họa sau mưa lũ?", "3"),
        ("Có bao nhiêu nhiệm vụ, giải pháp chính trong kế hoạch của Vân Khê?", "4"),
        ("ke hoach van khe co may nhiem vu, giai phap chinh", "4"),
    ],
)
def test_the_items_of_the_heading_that_is_said_are_counted(ask_orchard: Ask, question: str, count: str) -> None:
    answer = ask_orchard(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (count,))


@pytest.mark.parametrize("question", ["Kế hoạch Vân Khê có mấy nhóm du khách?", "Vân Khê có mấy khẩu hiệu?"])
def test_what_no_heading_is_of_is_not_counted(ask_orchard: Ask, question: str) -> None:
    assert ask_orchard(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "cause"),
    [
        ("Vì sao nấm phấn trắng lan nhanh ở Vân Khê?", "sương dày, vườn trồng quá kín"),
        ("vi sao dan ong bo to hang loat", "thùng ướt, thiếu phấn hoa"),
        ("Lá vàng do đâu?", "rễ thiếu khí kéo dài"),
    ],
)
def test_why_is_told_by_the_cause_alone(ask_orchard: Ask, question: str, cause: str) -> None:
    answer = ask_orchard(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (cause,))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Đến năm 2028 xã trồng mới bao nhiêu gốc nhãn muộn?", ("900 gốc nhãn muộn",)),
        ("Đến năm 2028 bao nhiêu gốc nhãn muộn được cấp mã vùng?", ("65 gốc nhãn muộn",)),
        (
            "Số gốc nhãn muộn được cấp mã vùng đến năm 2027 và đến năm 2028 là bao nhiêu?",
            ("40 gốc nhãn muộn", "65 gốc nhãn muộn"),
        ),
        ("Số vườn nhiễm nấm và số đàn ong bỏ tổ phải giảm tương ứng bao nhiêu?", ("35%", "45%")),
        (
            "Bao nhiêu phần trăm hộ nuôi ong được tập huấn, và tập huấn ít nhất mấy loại bệnh?",
            ("80%", "3 loại bệnh"),
        ),
    ],
)
def test_each_figure_asked_for_is_told_of_its_own_year_and_thing(
    ask_orchard: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask_orchard(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize("until", ["trước ngày 30/6/2026", "sau mùa lũ", "khi nước rút", "với 40 dân quân"])
def test_what_is_counted_ends_before_what_is_said_of_time_and_manner(until: str) -> None:
    orchard = _PLAN.replace("- Giảm 35%", f"- Vớt 14/14 điểm bè trôi {until}.\n- Giảm 35%")
    told = asker([read(orchard)])(f"Vân Khê phải vớt mấy điểm bè trôi {until}?")
    assert told.values == ("14/14 điểm bè trôi",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Đến năm 2029 phấn đấu bao nhiêu phần trăm vườn lắp bẫy ruồi vàng?", ("90%",)),
        ("Tháng 11/2026 tối thiểu bao nhiêu phần trăm vườn lắp bẫy ruồi vàng?", ("55%",)),
        ("Tỷ lệ vườn lắp bẫy ruồi vàng năm 2026 và năm 2029 là bao nhiêu?", ("55%", "90%")),
    ],
)
def test_of_figures_with_years_behind_them_that_of_the_year_asked_for_is_told(
    ask_orchard: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask_orchard(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
