"""Facts of one row or clause as hurried officials ask for them: what one is, per whom, where, on which weekday, all years."""

from __future__ import annotations

import pytest

from tests.ingest.sources import HEAD, plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

BODY = """I. MỤC TIÊU
1. Mỗi tổ cứu hộ có tối thiểu 20 người đối với thôn và 35 người đối với tổ dân phố.
2. Xã Lam Giang có 9 thôn, 1.240 hộ. Xã đã có 03/09 thôn được công nhận thôn văn hóa.
3. Phấn đấu Chỉ số an toàn bến đò của xã nằm trong nhóm 04 xã, phường dẫn đầu tỉnh.
4. Trang bị 150 thiết bị cứu sinh trước mùa lũ; mở "Ngày thứ Tư xuống bến".
II. TỔ CHỨC THỰC HIỆN
1. Trạm Khuyến nông: Phát bản tin mùa vụ tối thiểu 03 kỳ/tháng; khi sương muối đậm phát tin 02 giờ/lần; hỗ trợ giống tối đa 450.000 đồng/hộ, cấp giấy trong 04 ngày làm việc.
2. Phòng Kinh tế: Duy trì phiên "Chợ đồi Vân Khê" vào sáng Chủ nhật tuần cuối của tháng để bà con bán hàng; thu phí bằng 40% tiền thuê sạp.
III. KINH PHÍ
Tổng kinh phí: 900.000.000 đồng, trong đó: cấp qua Phòng Kinh tế 600.000.000 đồng; cấp qua Công an xã 300.000.000 đồng.
"""
ANNEX = """
PHỤ LỤC I
DANH MỤC NHIỆM VỤ

| TT | Nhiệm vụ | Người chỉ đạo | Chịu trách nhiệm chính | Thời hạn | Kết quả |
|---|---|---|---|---|---|
| 1 | Đắp bờ suối Nậm Chua | PCT UBND xã phụ trách kinh tế | Phòng Kinh tế | 5/2026 | Bờ suối |
| 2 | Giải đua thuyền độc mộc | PCT UBND xã phụ trách văn hóa | Trạm Văn hóa | 9/2026 | 120 vận động viên |

PHỤ LỤC II
CHỈ TIÊU

| TT | Chỉ tiêu | ĐVT | Tổng giai đoạn | Năm 2026 | Năm 2027 |
|---|---|---|---|---|---|
| 1 | Số hộ nuôi cá lồng | Hộ | 95 | 40 | 55 |

PHỤ LỤC III
DANH SÁCH LỚP HỌC

| TT | Tên lớp | Địa điểm | Khối lượng ước tính | Đơn vị phụ trách | Thời hạn |
|---|---|---|---|---|---|
| 1 | Ủ phân ở kè Quốc lộ 9 | Xã Vân Khê | 4 tấn | Hội Nông dân | 6/2026 |
| 2 | Đan lưới | Xã Sông Mơ | 2 tấn | Hội Phụ nữ | 7/2026 |
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(body=BODY, annex=ANNEX)])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("tổ cứu hộ của tổ dân phố tối thiểu bao nhiêu người", "35 người"),
        ("to cuu ho thon toi thieu bao nhieu nguoi", "20 người"),
        ("Xã Lam Giang có bao nhiêu thôn?", "9 thôn"),
        ("Bản tin mùa vụ phát mấy kỳ 1 tháng?", "03 kỳ/tháng"),
        ("ban tin mua vu phat may ky 1 thang", "03 kỳ/tháng"),
        ("Sương muối đậm thì mấy giờ phát tin một lần?", "02 giờ/lần"),
        ("hỗ trợ giống tối đa bao nhiêu tiền 1 hộ", "450.000 đồng/hộ"),
        ("hỗ trợ giống cấp giấy trong mấy ngày", "04 ngày làm việc"),
        ("thu phi bang bao nhieu % tien thue sap", "40%"),
        ("Chợ đồi Vân Khê họp vào lúc nào?", "sáng Chủ nhật tuần cuối của tháng"),
        ("phien cho doi van khe hop luc nao", "sáng Chủ nhật tuần cuối của tháng"),
        ("Tổng kinh phí của kế hoạch?", "900.000.000 đồng"),
        ("số hộ nuôi cá lồng cả giai đoạn", "95"),
        ("so ho nuoi ca long nam 2027", "55"),
        ("lop dan luoi to chuc tai xa nao", "Xã Sông Mơ"),
        ("khoi luong cua lop dan luoi", "2 tấn"),
        ("kè QL9 ai phụ trách", "Hội Nông dân"),
        ("Chỉ số an toàn bến đò phấn đấu xếp thứ mấy?", "nhóm 04 xã, phường dẫn đầu tỉnh"),
        ("trang bị bao nhiêu thiết bị cứu sinh", "150 thiết bị cứu sinh"),
        ("Ngày xuống bến là thứ mấy?", "thứ Tư"),
        ("giai dua thuyen doc moc bao nhieu vdv", "120 vận động viên"),
    ],
)
def test_a_fact_is_told_without_more_and_without_less(ask: Ask, question: str, told: str) -> None:
    assert ask(question).values == (told,)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Đắp bờ suối Nậm Chua ai chịu trách nhiệm chính?", "Phòng Kinh tế"),
        ("dap bo suoi Nam Chua ai chi dao", "PCT UBND xã phụ trách kinh tế"),
        ("Giải đua thuyền độc mộc ai chỉ đạo?", "PCT UBND xã phụ trách văn hóa"),
    ],
)
def test_who_directs_the_work_is_told_apart_from_who_answers_for_it(ask: Ask, question: str, told: str) -> None:
    assert ask(question).values == (told,)


def test_words_with_other_marks_name_no_place() -> None:
    bases = "Xét đề nghị của Trưởng phòng Kinh tế, Hạ tầng và Đô thị, Ủy ban nhân dân xã Hải Long ban hành Kế hoạch:\n"
    elsewhere = HEAD.replace("SÔNG MƠ", "HẢI LONG").replace("Sông Mơ", "Hải Long").replace("12/KH", "31/KH") + bases
    ask = asker(
        [
            plan(body="I. MỤC TIÊU\n1. Mức độ hài lòng của người đi đò đạt 88%.\n"),
            plan(body="I. MỤC TIÊU\n1. Trồng 40 ha quế.\n", head=elsewhere),
        ]
    )
    assert ask("Mức độ hài lòng của người đi đò là bao nhiêu?").values == ("88%",)
    assert ask("Kế hoạch của xã Hải Long do ai đề nghị?").values == ("Trưởng phòng Kinh tế, Hạ tầng và Đô thị",)


def test_what_a_party_body_leads_is_led_by_it() -> None:
    body = """II. TỔ CHỨC THỰC HIỆN
1. Đảng ủy Ủy ban nhân dân xã
1.1. Lãnh đạo xây dựng Đề án nuôi ong dưới tán rừng giai đoạn 2026 - 2030, trình Ban Thường vụ Đảng ủy trong quý II/2026.
1.2. Lãnh đạo Ủy ban nhân dân xã ban hành quy chế chợ phiên, hoàn thành trong tháng 4/2026.
2. Đảng ủy các cơ quan Đảng xã
Quán triệt Kế hoạch này.
"""
    ask = asker([plan(body=body)])
    for question in ("Đề án nuôi ong dưới tán rừng ai xây dựng?", "quy che cho phien do ai lanh dao ban hanh"):
        assert ask(question).values == ("Đảng ủy Ủy ban nhân dân xã",)
    assert ask("Đề án nuôi ong dưới tán rừng trình khi nào?").values == ("trong quý II/2026",)


def test_the_offices_of_a_level_may_act_in_the_plan_of_another_level() -> None:
    body = "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã, phường\nBáo cáo Sở Thủy lợi kết quả 6 tháng trước ngày 07/6.\n"
    head = HEAD.replace("XÃ SÔNG MƠ", "TỈNH LAM GIANG").replace("xã Sông Mơ", "tỉnh Lam Giang")
    ask = asker([plan(body=body, head=head.replace("12/KH", "40/KH")), plan()])
    assert ask("UBND xã báo cáo Sở Thủy lợi 6 tháng trước ngày nào?").values == ("trước ngày 07/6",)
