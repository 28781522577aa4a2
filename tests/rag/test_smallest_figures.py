"""Figures and short pieces of one plan's prose: the one counted, both bounds, both years, what only stands behind a label."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.turns import Turn
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask

_PLAN = """ỦY BAN NHÂN DÂN
XÃ ĐẢO NGANG
Số: 52/KH-UBND
Đảo Ngang, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Phát triển nghề nuôi hàu lồng năm 2026

Ủy ban nhân dân xã Đảo Ngang ban hành Kế hoạch như sau:
I. TÌNH HÌNH
Xã hiện có 1.412 hộ nuôi hàu với 5.730 bè. Tại 2 vịnh có 36 xưởng tách vỏ, thuê 540 thợ, trong đó có 9 xưởng có vốn đầu tư nước ngoài. Ngoài ra còn có 208 hộ vá lưới thuê 77 thợ.
Năm 2025, tỷ lệ bè được kiểm định đạt 48%; có 12 người bị thương khi lặn.
Nguyên nhân tỷ lệ kiểm định thấp chủ yếu là do chủ bè ngại kéo bè vào bờ; đội kiểm định mỏng, 4 ấp chưa có người; đề nghị tuyển thêm.
Xưởng nhỏ, nằm rải rác ngoài bãi, điều đó đã ảnh hưởng đến việc tổ chức các lớp dạy tách vỏ cho thợ mới.
Luồng lạch bị bồi, sà lan trên 12 mét phải chờ nước lớn nên hay cập bến tạm.
II. CHỦ ĐỀ, THỜI GIAN
1. Chủ đề: “Sạch mặt vịnh, chắc tay chèo”.
2. Thời gian: từ ngày 02/4/2026 đến ngày 30/8/2026.
III. MỤC TIÊU ĐẾN NĂM 2030
- Tỷ lệ bè được kiểm định đạt từ 90% trở lên.
- Giảm thời gian chờ kiểm định từ 05 ngày xuống còn 02 ngày làm việc.
IV. GIẢI PHÁP
1. Phạt từ 300.000 đồng đến 500.000 đồng đối với hành vi xả vỏ hàu xuống vịnh; từ 1.000.000 đồng đến 1.500.000 đồng đối với bè không đăng ký.
5. Từng bước dựng được nhãn hiệu các mặt hàng chủ lực: hàu sữa, rong nho.
6. Tổ bè họp ít nhất mỗi quý một lần để kiểm neo bè.
2. Mỗi trạm trực có 03 nhân viên cứu hộ; bè nghỉ kiểm định quá 06 tháng mà không có lý do chính đáng thì bị thu hồi số hiệu.
3. Bảo đảm đội ngũ thợ lặn, thợ máy có đủ sức khỏe và chứng chỉ nhằm giữ an toàn mùa gió chướng.
4. Bạn thuyền được hưởng các chế độ cơ bản của mình (chế độ ốm đau, chế độ nghỉ phép và chế độ tai nạn).
5. Chấm điểm ấp nuôi hàu để đánhgiá mức độ giữ sạch bến bãi; đồng thời nêu gương ấp tốt.
6. Thả phao ngăn dầu nhằm bảo vệ bãi giống, rạn san hô góp phần giữ nguồn lợi lâu dài.
7. Kinh phí mua phao 640 triệu đồng, trong đó ngân sách Trung ương 400 triệu đồng, ngân sách xã 240 triệu đồng.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([read(_PLAN)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("so xuong co von dau tu nuoc ngoai o Dao Ngang", "9 xưởng"),
        ("Đảo Ngang: số xưởng có vốn đầu tư nước ngoài", "9 xưởng"),
        ("hộ vá lưới ở Đảo Ngang, số hộ", "208 hộ"),
        ("số hộ nuôi hàu ở Đảo Ngang", "1.412 hộ"),
    ],
)
def test_a_note_that_opens_or_closes_with_so_asks_for_the_figure(ask: Ask, question: str, value: str) -> None:
    assert any(one.startswith(value) for one in ask(question).values)


@pytest.mark.parametrize("question", ["số thuyền buồm ở Đảo Ngang", "so chu be o Dao Ngang", "So Noi vu Dao Ngang"])
def test_a_note_of_what_no_plan_counts_gets_no_clause(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("xả vỏ hàu xuống vịnh bị phạt bao nhiêu", ("300.000 đồng đến 500.000 đồng",)),
        ("bè không đăng ký bị phạt bao nhiêu tiền", ("1.000.000 đồng đến 1.500.000 đồng",)),
        ("kinh phí mua phao: NSTW, NS xã mỗi bên bao nhiêu?", ("400 triệu đồng", "240 triệu đồng")),
        ("thời gian chờ kiểm định bè giảm từ mấy ngày xuống mấy ngày", ("05 ngày", "02 ngày làm việc")),
        ("Tỷ lệ bè được kiểm định năm 2025 là bao nhiêu và đến năm 2030 phải đạt bao nhiêu?", ("48%", "90%")),
        ("Năm 2025 tỷ lệ bè được kiểm định mấy phần trăm, còn năm 2030 thì mấy phần trăm?", ("48%", "90%")),
    ],
)
def test_both_bounds_both_sides_and_both_years_are_told(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Lương nhân viên cứu hộ ở trạm trực là bao nhiêu?",
        "nhân viên cứu hộ trạm trực lương tháng bao nhiêu",
        "phụ cấp cho nhân viên cứu hộ trạm trực là bao nhiêu",
        "mỗi tháng nhân viên cứu hộ trạm trực được trả bao nhiêu",
    ],
)
def test_the_number_of_people_is_not_what_they_are_paid(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
    assert ask("mỗi trạm trực có bao nhiêu nhân viên cứu hộ").values == ("03 nhân viên cứu hộ",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Vì sao tỷ lệ kiểm định bè thấp?",
            ("chủ bè ngại kéo bè vào bờ", "đội kiểm định mỏng, 4 ấp chưa có người"),
        ),
        ("Sao mở lớp dạy tách vỏ cho thợ mới lại khó?", ("Xưởng nhỏ, nằm rải rác ngoài bãi",)),
        ("vì sao sà lan lớn phải chờ nước lớn?", ("Luồng lạch bị bồi",)),
    ],
)
def test_every_cause_is_told_and_no_remedy_or_effect_with_it(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Chủ đề nuôi hàu lồng năm 2026 của xã Đảo Ngang là gì?", "Sạch mặt vịnh, chắc tay chèo"),
        ("Đội ngũ thợ lặn phải bảo đảm những gì?", "có đủ sức khỏe và chứng chỉ"),
        ("đội ngũ thợ lặn cần đảm bảo nhưng gì", "có đủ sức khỏe và chứng chỉ"),
        ("bạn thuyền được hưởng các chế độ cơ bản nào", "chế độ ốm đau, chế độ nghỉ phép và chế độ tai nạn"),
        ("Chấm điểm ấp nuôi hàu để đánh giá điều gì của ấp?", "mức độ giữ sạch bến bãi"),
        ("Thả phao ngăn dầu để bảo vệ cái gì", "bãi giống, rạn san hô"),
    ],
)
def test_only_the_piece_asked_for_is_told(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Vậy họ thuê bao nhiêu thợ?", ("540 thợ",)),
        ("Các xưởng này thuê mấy thợ?", ("540 thợ",)),
        ("Trong đó bao nhiêu xưởng có vốn đầu tư nước ngoài?", ("9 xưởng",)),
        ("Họ có bao nhiêu xe tải?", ()),
    ],
)
def test_a_figure_of_those_counted_before_goes_on_in_their_sentence(question: str, values: tuple[str, ...]) -> None:
    engine = Engine(build_library([read(_PLAN)]))
    asked = "Hai vịnh ở Đảo Ngang có bao nhiêu xưởng tách vỏ?"
    before = engine.answer(asked, TODAY)
    assert before.values == ("36 xưởng tách vỏ",)
    assert engine.answer(question, TODAY, Turn(asked, before)).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Bè nghỉ kiểm định quá bao nhiêu tháng mà không có lý do chính đáng thì bị thu hồi số hiệu?",
        "be nghi kiem dinh qua may thang ma khong co ly do chinh dang thi bi thu hoi so hieu",
    ],
)
def test_what_is_without_a_reason_asks_for_none(question: str) -> None:
    assert asker([read(_PLAN)])(question).values == ("06 tháng",)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Xã dựng nhãn hiệu những mặt hàng chủ lực nào?", "hàu sữa, rong nho"),
        ("dung nhan hieu cac mat hang chu luc nao", "hàu sữa, rong nho"),
        ("Tổ bè họp kiểm neo bè với tần suất như thế nào?", "ít nhất mỗi quý một lần"),
    ],
)
def test_which_main_goods_is_no_time_and_how_often_is_told_whole(question: str, value: str) -> None:
    assert asker([read(_PLAN)])(question).values == (value,)
