"""One fact of a cell or clause that tells several: the year's figure, one thing's time, one difficulty, each law."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import annexed, read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TEXT = """ỦY BAN NHÂN DÂN
XÃ BẾN GỖ
Số: 21/KH-UBND
Bến Gỗ, ngày 03 tháng 3 năm 2026
KẾ HOẠCH
Phát triển nghề nuôi cá lồng năm 2026
I. ĐẶC ĐIỂM TÌNH HÌNH
1. Thuận lợi
- Mặt hồ rộng, nước sạch quanh năm.
2. Khó khăn
- Một số hộ nuôi còn thiếu vốn mua lồng lưới; kỹ thuật chữa bệnh cho cá chưa đồng đều.
- Đường ra bến xuống cấp.
II. MỤC TIÊU CỤ THỂ
- Tốc độ tăng sản lượng bình quân giai đoạn 2026-2030 đạt 6,0 - 6,5%/năm; thu nhập bình quân mỗi hộ nuôi đến năm 2027 đạt khoảng 2.100-2.300 USD, đến năm 2030 đạt khoảng 3.000 - 3.200 USD.
- Hết năm 2026 đạt ít nhất 40% số hộ nuôi có lồng đạt chuẩn và đến năm 2029 đạt xã không còn lồng tạm.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế rà soát, kiến nghị sửa đổi Quy chế Quản lý bến, Quy chế Thi đua; theo dõi giá cá.
2. Khi Ban Điều hành kết thúc hoạt động, Tổ Giám sát được thành lập thì Tổ Giám sát tiếp tục chỉ đạo thực hiện Kế hoạch này.
3. Định kỳ, Thường trực Hội đồng nhân dân xã chủ trì, phối hợp với các thôn, các hội quần chúng tổng hợp, báo cáo kết quả thực hiện với Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm.
"""


CELLS = (
    "TT | Nhiệm vụ | Chủ trì | Kết quả | Thời hạn",
    (
        "1 | Mở rộng vùng nuôi: đưa bãi ươm Cồn Cát vào sử dụng, lắp lồng mới, nối máy đo | Phòng Kinh tế"
        " | 100% hộ nuôi nối máy đo | Mặt bằng bến mới xong năm 2027; bãi ươm Cồn Cát vào sử dụng quý II/2028;"
        " 70% hộ nối máy đo năm 2028, 100% năm 2029"
    ),
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([read(TEXT)])


@pytest.fixture(scope="module")
def ask_cells() -> Ask:
    return asker([annexed(*CELLS)])


def test_the_figures_of_two_years_are_told_whole_and_out_of_one_sentence(ask: Ask) -> None:
    both = ("2.100-2.300 USD", "3.000 - 3.200 USD")
    assert ask("Thu nhập bình quân mỗi hộ nuôi đến năm 2027 và đến năm 2030 đạt bao nhiêu?").values == both
    assert ask("thu nhập bình quân mỗi hộ nuôi năm 2030 bao nhiêu").values == both[1:]


def test_a_target_tells_its_figure_and_the_year_asked_beside_it(ask: Ask) -> None:
    told = ask("Hết 2026 có bao nhiêu phần trăm số hộ nuôi có lồng đạt chuẩn và năm nào thì xã không còn lồng tạm?")
    assert told.values == ("40%", "đến năm 2029")


def test_a_long_deadline_cell_gives_the_time_of_the_one_thing_named(ask_cells: Ask) -> None:
    assert ask_cells("Bao giờ bãi ươm Cồn Cát vào sử dụng?").values == ("quý II/2028",)
    assert ask_cells("Đến năm 2028 bao nhiêu phần trăm hộ nối máy đo?").values == ("70%",)


def test_what_is_hard_is_told_by_the_section_headed_so(ask: Ask) -> None:
    assert ask("hộ nuôi cá gặp khó gì về vốn?").values == ("Một số hộ nuôi còn thiếu vốn mua lồng lưới",)
    assert len(ask("Bến Gỗ có những khó khăn gì?").values) == 2
    assert ask("Bến Gỗ có thuận lợi gì?").values == ("Mặt hồ rộng, nước sạch quanh năm",)
    assert ask("gặp khó khăn gì về thuế đất?").status is Status.NOT_FOUND


def test_each_of_several_named_things_is_a_value(ask: Ask) -> None:
    two = ("Quy chế Quản lý bến", "Quy chế Thi đua")
    assert ask("Phòng Kinh tế kiến nghị sửa đổi hai quy chế nào?").values == two


def test_who_goes_on_stands_behind_the_condition(ask: Ask) -> None:
    assert ask("Ban Điều hành kết thúc hoạt động thì ai tiếp tục chỉ đạo?").values == ("Tổ Giám sát",)


def test_a_standing_body_that_leads_is_the_one_who_reports() -> None:
    duty = read(TEXT).duties[0]
    assert (duty.actor, duty.recipient) == ("Thường trực Hội đồng nhân dân xã", "Ủy ban nhân dân tỉnh")
