"""Tables of projects, points and equipment: rows by their group, the words of their names and a figure; single cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read import read_plan
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

FUNDS = """| ỦY BAN NHÂN DÂN TỈNH LAM GIANG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
|---|---|
| Số: 88/QĐ-UBND | Lam Giang, ngày 16 tháng 01 năm 2026 |

QUYẾT ĐỊNH

VỀ VIỆC PHÂN BỔ VỐN SỬA CHỮA BẾN THUYỀN, CHỢ QUÊ NĂM 2026

Điều 1. Phân bổ vốn năm 2026 (Chi tiết tại Phụ lục 01).

| Nơi nhận: - Như Điều 1; - Lưu: VT. | CHỦ TỊCH Cao Bá Tiến |
|---|---|

PHỤ LỤC 01:

DANH MỤC CÔNG TRÌNH VÀ KẾ HOẠCH VỐN NĂM 2026

ĐVT: triệu đồng

| STT | Danh mục công trình | Tổng mức đầu tư | Kế hoạch vốn năm 2026 | Ghi chú |
|---|---|---|---|---|
|  | TỔNG SỐ | 15.600 | 9.300 |  |
| I | HUYỆN MỎ VẸT | 7.400 | 4.300 |  |
| 1 | Xây mới bến thuyền Cồn Nứa | 4.000 | 2.000 | Khởi công mới |
| 2 | Sửa chữa chợ quê Mỏ Vẹt | 1.900 | 1.300 |  |
| 3 | Sửa chữa bến thuyền Bãi Dâu | 1.500 | 1.000 |  |
| II | THỊ XÃ VÂN KHÊ | 8.200 | 5.000 |  |
| 1 | Xây dựng mới chợ quê Đồng Sim | 5.200 | 3.000 | Khởi công mới |
| 2 | Sửa chữa bến thuyền Mỏ Vẹt trên sông Vân | 3.000 | 2.000 |  |

PHỤ LỤC 02:

DANH MỤC THIẾT BỊ CỨU HỘ MUA SẮM NĂM 2026

| STT | Tên thiết bị | Đơn vị tính | Số lượng | Thành tiền (triệu đồng) | Nơi sử dụng |
|---|---|---|---|---|---|
| 1 | Phao tròn | Chiếc | 120 | 36 | Bến Cồn Nứa |
| 2 | Xuồng cao su | Chiếc | 4 | 380 | Bến Bãi Dâu |
| 3 | Máy bơm nước | Bộ | 6 | 90 | Bến Cồn Nứa |
"""

POINTS = """| SỞ TÀI NGUYÊN TỈNH LAM GIANG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
|---|---|
| Số: 31/KH-STN | Lam Giang, ngày 05 tháng 02 năm 2026 |

KẾ HOẠCH

Quan trắc nước sông, hồ năm 2026

I. MỤC ĐÍCH

Theo dõi chất lượng nước.

| Nơi nhận: - UBND tỉnh; - Lưu: VT. | GIÁM ĐỐC Đinh Khắc Vy |
|---|---|

PHỤ LỤC I

VỊ TRÍ QUAN TRẮC NƯỚC MẶT

| TT | Ký hiệu | Vị trí lấy mẫu | Địa điểm | Tần suất (lần/năm) | Số thông số |
|---|---|---|---|---|---|
| A | Sông Nhạn |  |  |  |  |
| 1 | SN1 | Cầu Bến Mơ | Xã Đông Hải | 6 | 18 |
| 2 | SN2 | Đập Khe Trầu | Xã Khe Trầu | 4 | 18 |
| 3 | SN3 | Cửa cống Ba Gian | Xã Đông Hải | 12 | 24 |
| B | Hồ Mây |  |  |  |  |
| 1 | HM1 | Tràn xả lũ | Xã Khe Trầu | 4 | 12 |
| 2 | HM2 | Giữa hồ | Xã Khe Trầu | 2 | 10 |
"""


def _asked(folder: Path, name: str, text: str) -> Ask:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return asker([read_plan(file)])


@pytest.fixture(scope="module")
def funds(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return _asked(tmp_path_factory.mktemp("funds"), "von.md", FUNDS)


@pytest.fixture(scope="module")
def points(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return _asked(tmp_path_factory.mktemp("points"), "nuoc.md", POINTS)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Mỏ Vẹt được làm những công trình nào?", ["I/1", "I/2", "I/3"]),
        ("Vân Khê làm công trình gì?", ["II/1", "II/2"]),
        ("HUYỆN MỎ VẸT CÓ NHỮNG CÔNG TRÌNH NÀO?", ["I/1", "I/2", "I/3"]),
        ("liet ke cac cong trinh sua chua cua huyen Mo Vet", ["I/2", "I/3"]),
        ("Bến thuyền Mỏ Vẹt thuộc công trình nào?", ["II/2"]),
        ("Những công trình nào được bố trí đúng 2.000 triệu đồng?", ["I/1", "II/2"]),
        ("Công trình nào được cấp vốn 2 tỷ đồng?", ["I/1", "II/2"]),
        ("công trình nào vốn năm 2026 từ 2.000 triệu trở lên", ["I/1", "II/1", "II/2"]),
        ("Các công trình có tổng mức đầu tư dưới 2.000 triệu đồng là những công trình nào?", ["I/2", "I/3"]),
        ("Công trình nào ở thị xã Vân Khê có vốn trên 2 tỷ?", ["II/1"]),
        ("Công trình nào được bố trí nhiều vốn nhất?", ["II/1"]),
        ("Công trình được cấp ít vốn nhất là công trình nào?", ["I/3"]),
        ("công trình nào vốn năm 2026 từ 1.300 đến 2.000 triệu", ["I/1", "I/2", "II/2"]),
    ],
)
def test_projects_are_chosen_by_their_group_by_words_and_by_money(funds: Ask, question: str, rows: list[str]) -> None:
    assert listed(funds(question)) == [f"Phụ lục 01/{row}" for row in rows]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Huyện Mỏ Vẹt có mấy công trình sửa chữa?", "2"),
        ("Thị xã Vân Khê có bao nhiêu công trình?", "2"),
        ("Có bao nhiêu bến thuyền được sửa chữa?", "2"),
        ("Huyện Mỏ Vẹt xây mới mấy bến thuyền?", "1"),
    ],
)
def test_rows_are_counted_not_one_figure_told(funds: Ask, question: str, count: str) -> None:
    assert funds(question).values == (count,)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Thiết bị nào mua trên 5 chiếc?", ["1"]),
        ("Thiết bị nào mua nhiều nhất?", ["1"]),
        ("Thiết bị nào đắt nhất?", ["2"]),
        ("Bến Cồn Nứa được mua những thiết bị gì?", ["1", "3"]),
        ("Những thiết bị nào hết trên 80 triệu đồng?", ["2", "3"]),
    ],
)
def test_equipment_is_chosen_by_number_price_and_place(funds: Ask, question: str, rows: list[str]) -> None:
    assert listed(funds(question)) == [f"Phụ lục 02/{row}" for row in rows]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Sông Nhạn có những vị trí quan trắc nào?", ["A/1", "A/2", "A/3"]),
        ("Vị trí nào quan trắc 4 lần mỗi năm?", ["A/2", "B/1"]),
        ("vi tri nao do tu 18 thong so tro len", ["A/1", "A/2", "A/3"]),
        ("Hồ Mây có những điểm quan trắc nào dưới 4 lần một năm?", ["B/2"]),
    ],
)
def test_points_are_chosen_by_river_and_by_how_often(points: Ask, question: str, rows: list[str]) -> None:
    assert listed(points(question)) == [f"Phụ lục I/{row}" for row in rows]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Cầu Bến Mơ lấy mẫu mấy lần một năm?", "6"),
        ("Đập Khe Trầu đo bao nhiêu thông số?", "18"),
        ("Điểm SN3 nằm ở xã nào?", "Xã Đông Hải"),
    ],
)
def test_the_unit_or_the_kind_asked_for_tells_the_column(points: Ask, question: str, value: str) -> None:
    assert points(question).values == (value,)


@pytest.mark.parametrize(
    ("question", "value"),
    [("Mua mấy phao tròn?", "120"), ("Xuồng cao su dùng ở bến nào?", "Bến Bãi Dâu")],
)
def test_what_is_counted_is_the_row_itself(funds: Ask, question: str, value: str) -> None:
    assert funds(question).values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "Công trình nào được bố trí đúng 1.750 triệu đồng?",
        "Xã Mỏ Vẹt có những công trình nào?",
        "Thị xã Vân Khê có công trình nào dưới 500 triệu đồng?",
        "Công trình nào ở Vân Khê do Sở Xây dựng làm chủ đầu tư?",
        "Thiết bị nào mua trên 500 chiếc?",
        "Mua mấy áo phao?",
    ],
)
def test_what_no_row_meets_is_refused(funds: Ask, question: str) -> None:
    assert funds(question).status is Status.NOT_FOUND
