"""Causes, rates, figures of things named side by side, and sides of a land, asked of the prose of one plan."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

_PLAN = """ỦY BAN NHÂN DÂN
TỈNH LAM HẠ
Số: 52/KH-UBND
Lam Hạ, ngày 11 tháng 3 năm 2026

KẾ HOẠCH
Khôi phục nghề muối và đầm phá năm 2026

Thực hiện Công văn số 61/SNNMT-TS ngày 02 tháng 3 năm 2026 của Sở Nông nghiệp và Môi trường, Ủy ban nhân dân tỉnh Lam Hạ ban hành Kế hoạch như sau:
I. YÊU CẦU
- Vùng phía Bắc tập trung vào làm muối sạch, nuôi artemia; vùng phía Nam tập trung vào nuôi hàu, trồng rong nho, du lịch đầm phá.
II. KHÓ KHĂN
1. Cống Vạn Giá bị bồi cát, thuyền thúng phải đợi nước lớn nên thường đậu ngoài bãi.
2. Sổ theo dõi hộ làm muối của các xã chưa được gộp làm một do khác mẫu biểu và nhiều sổ cấp huyện trước đây còn thất lạc.
3. Còn 40 ao chưa rõ chủ do giấy giao ao cấp từ năm 1990 không ghi diện tích.
4. Muối tồn kho
- Kho muối Hòn Đụn tồn 300 tấn, phần lớn là muối xám.
- Nguyên nhân chủ yếu là đường vào kho lún, xe tải không vào được.
III. HỖ TRỢ
1. Hỗ trợ bạt trải ruộng muối 60%, tối đa 900.000 đồng/hộ/vụ, trong 02 vụ.
2. Trợ cấp ngày công nạo vét tối thiểu 250.000 đồng đối với diêm dân, 180.000 đồng đối với dân quân và 310.000 đồng đối với diêm dân lội đầm sâu.
PHỤ LỤC
DANH MỤC NHIỆM VỤ
STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian
1\tHợp nhất, làm sạch sổ theo dõi hộ làm muối của 02 tỉnh trước sắp xếp\tSở Tài chính\tThuế tỉnh; Công an tỉnh\tQuý III/2026
2\tKhảo sát đầm phá\tSở Xây dựng\tTỉnh đoàn\tQuý IV/2026
"""


@pytest.fixture(scope="module")
def ask_salt() -> Ask:
    return asker([read(_PLAN)])


@pytest.mark.parametrize(
    ("question", "cause"),
    [
        ("Sao thuyền thúng ở cống Vạn Giá lại phải đợi nước lớn?", "Cống Vạn Giá bị bồi cát"),
        (
            "Vì sao sổ theo dõi hộ làm muối chưa gộp được?",
            "khác mẫu biểu và nhiều sổ cấp huyện trước đây còn thất lạc",
        ),
        ("do đâu còn 40 ao chưa rõ chủ?", "giấy giao ao cấp từ năm 1990 không ghi diện tích"),
        ("Vì sao muối ở kho Hòn Đụn tồn nhiều?", "đường vào kho lún, xe tải không vào được"),
    ],
)
def test_a_cause_is_told_without_what_comes_of_it(ask_salt: Ask, question: str, cause: str) -> None:
    assert ask_salt(question).values == (cause,)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Mỗi hộ được hỗ trợ bạt trải ruộng muối tối đa bao nhiêu một vụ?", "900.000 đồng"),
        ("hỗ trợ bạt trải ruộng muối mỗi vụ bao nhiêu?", "900.000 đồng"),
        ("hỗ trợ bạt trải ruộng muối bao nhiêu phần trăm?", "60%"),
    ],
)
def test_a_rate_is_told_by_what_it_is_of(ask_salt: Ask, question: str, figure: str) -> None:
    (told,) = ask_salt(question).values
    assert told.removeprefix("tối đa ") == figure


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Trợ cấp ngày công nạo vét: diêm dân? dân quân?", ("250.000 đồng", "180.000 đồng")),
        ("trợ cấp ngày công nạo vét - dân quân, diêm dân", ("180.000 đồng", "250.000 đồng")),
    ],
)
def test_things_named_side_by_side_have_each_its_figure(ask_salt: Ask, question: str, figures: tuple[str, ...]) -> None:
    assert tuple(one.removeprefix("tối thiểu ") for one in ask_salt(question).values) == figures


def test_no_figure_is_told_of_a_thing_that_the_clause_does_not_name(ask_salt: Ask) -> None:
    assert len(ask_salt("Trợ cấp ngày công nạo vét: diêm dân? thợ lặn?").values) < len(("diêm dân", "thợ lặn"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vùng phía Bắc được định hướng tập trung vào những ngành nào?", "làm muối sạch, nuôi artemia"),
        ("vung phia nam tap trung vao nganh gi", "nuôi hàu, trồng rong nho, du lịch đầm phá"),
    ],
)
def test_what_a_side_of_the_land_aims_at_is_no_office(ask_salt: Ask, question: str, told: str) -> None:
    assert ask_salt(question).values == (told,)


def test_a_side_that_the_plan_does_not_name_is_not_found(ask_salt: Ask) -> None:
    assert ask_salt("Vùng phía Tây tập trung vào những ngành nào?").status is Status.NOT_FOUND


def test_old_provinces_are_those_before_the_reform(ask_salt: Ask) -> None:
    told = ask_salt("gop so theo doi ho lam muoi cua 2 tinh cu thi nhung ben nao phoi hop")
    assert told.values == ("Thuế tỉnh", "Công an tỉnh")
