"""Offices named with what they belong to, columns said last, a programme's own head, and the sums of a table."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import BODY, plan, read, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

_PARTY = f"""ĐẢNG BỘ TỈNH LAM GIANG
ĐẢNG ỦY XÃ ĐỒI SIM
Số 31-CTr/ĐU
Đồi Sim, ngày 09 tháng 02 năm 2026

CHƯƠNG TRÌNH
công tác năm 2026 của Đảng bộ xã Đồi Sim

Căn cứ Chương trình số 05-CTr/TU, ngày 15/01/2026 của Ban Chấp hành Đảng bộ tỉnh Lam Giang về công tác năm 2026;
Ban Chấp hành Đảng bộ xã xây dựng Chương trình như sau:
{BODY}
Nơi nhận:
- Tỉnh ủy (báo cáo),
- Lưu Văn phòng.

T/M BAN CHẤP HÀNH
BÍ THƯ

Tạ Đình Khôi

PHỤ LỤC
PHÂN CÔNG THỰC HIỆN CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026
(Kèm theo Chương trình số 31-CTr/ĐU, ngày 09/02/2026 của Ban Chấp hành Đảng bộ xã Đồi Sim)
""" + table(
    "TT | Nội dung công việc | Thời gian | Cơ quan tham mưu | Cơ quan phối hợp | Cấp ban hành",
    "1 | Nghị quyết về chợ phiên | Quý I | Đảng uỷ UBND xã | Hội Nông dân | Ban Chấp hành",
    "2 | Kế hoạch học nghị quyết | Quý I | Ban Xây dựng Đảng | Văn phòng Đảng uỷ | Ban Thường vụ",
    "3 | Đề án trồng chè | Quý II | Đảng uỷ UBND xã | | Uỷ ban nhân dân",
    "4 | Sơ kết sáu tháng | Quý II | Văn phòng Đảng uỷ | Ban Xây dựng Đảng | Ban Chấp hành",
    "5 | Thông báo kết quả giám sát | Quý III | Ban Xây dựng Đảng | Đảng uỷ UBND xã | Ban Thường vụ",
)  # fmt: skip
_FORCES = """II. LỰC LƯỢNG HUY ĐỘNG
Tổng hợp lực lượng tại bảng sau:
""" + table(
    "TT | Lực lượng | Quân số (người) | Phương tiện | Nơi tập kết",
    "1 | Dân quân | 31 | 02 xuồng | Trụ sở xã",
    "2 | Công an xã | 17 | 01 xe tải | Công an xã",
    "3 | Thanh niên xung kích | 40 | 30 áo phao | Nhà văn hóa",
    " | Cộng | 88 | | ",
)  # fmt: skip
_DEPARTMENT = """UBND TỈNH LAM GIANG
SỞ Y TẾ

Số: 12/KH-SYT
Lam Giang, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2026 của Sở Y tế

Sở Y tế ban hành Kế hoạch như sau:
"""
_ROOMS = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND)\n" + table(
    "TT | Nhiệm vụ | Đơn vị thực hiện | Đơn vị phối hợp | Thời hạn",
    "1 | Rà soát thủ tục cấp phép | Phòng Nghiệp vụ Y | Phòng Pháp chế | Tháng 6/2026",
    "2 | Ban hành quyết định kiểm tra | Phòng Pháp chế | Phòng Tổ chức cán bộ | Tháng 7/2026",
    "3 | Trả lời phản ánh, kiến nghị | Phòng Pháp chế | Các phòng | Thường xuyên",
)
_DRILLS = """III. NỘI DUNG
1. Diễn tập, huấn luyện
a) Diễn tập chữa cháy chợ: 01 cuộc (Ban Chỉ huy Quân sự xã chủ trì, Công an xã phối hợp).
b) Tập huấn sơ cứu cho trưởng thôn: hoàn thành trước ngày 30/6/2026 (Trạm Y tế chủ trì).
c) Luyện tập báo động: quý II/2026 (Ban Chỉ huy Quân sự xã chủ trì).
2. Dự trữ vật tư
a) Mua phao cứu sinh: trước ngày 15/5/2026 (Ban Chỉ huy Quân sự xã chủ trì).
"""


@pytest.fixture(scope="module")
def party() -> Ask:
    return asker([read(_PARTY), plan()])


@pytest.fixture(scope="module")
def forces() -> Ask:
    return asker([plan(body=f"{BODY}{_FORCES}"), read(_PARTY)])


@pytest.fixture(scope="module")
def department() -> Ask:
    return asker([plan(head=_DEPARTMENT, annex=_ROOMS)])


@pytest.mark.parametrize("office", ["Đảng uỷ UBND xã", "Đảng ủy UBND xã", "Đảng ủy Ủy ban nhân dân xã"])
def test_the_committee_of_a_council_is_one_office_and_no_issuer(party: Ask, office: str) -> None:
    assert listed(party(f"{office} tham mưu những việc nào?")) == ["Phụ lục/1", "Phụ lục/3"]
    assert party("nghị quyết về chợ phiên: cơ quan tham mưu").values == ("Đảng uỷ UBND xã",)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Liệt kê các nội dung do Ban Chấp hành là cấp ban hành.", ["1", "4"]),
        ("những việc nào do Ban Thường vụ ban hành trong chương trình xã Đồi Sim", ["2", "5"]),
        ("việc nào có cấp ban hành là Ban Chấp hành", ["1", "4"]),
        ("việc Ban Xây dựng Đảng tham mưu do Ban Thường vụ ban hành", ["2", "5"]),
        ("những việc nào Hội Nông dân là cấp ban hành", []),
    ],
)
def test_a_column_said_behind_what_its_cell_holds_chooses_rows(party: Ask, question: str, rows: list[str]) -> None:
    assert listed(party(question)) == [f"Phụ lục/{one}" for one in rows]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("số, ngày ban hành chương trình công tác 2026 xã Đồi Sim", ("31-CTr/ĐU", "ngày 09 tháng 02 năm 2026")),
        ("Chương trình công tác của xã Đồi Sim số mấy, ban hành ngày nào?", ("31-CTr/ĐU", "ngày 09 tháng 02 năm 2026")),
        ("so hieu chuong trinh cong tac xa doi sim", ("31-CTr/ĐU",)),
    ],
)
def test_a_programme_is_asked_for_its_own_head_by_what_it_is(
    party: Ask, question: str, values: tuple[str, ...]
) -> None:
    assert party(question).values == values


def test_the_programme_that_another_carries_out_is_not_its_own_head(party: Ask) -> None:
    assert party("xã Đồi Sim thực hiện chương trình số mấy của Tỉnh ủy?").values == ("05-CTr/TU",)


@pytest.mark.parametrize(
    "question",
    [
        "Tổng cộng huy động được bao nhiêu người ở xã Sông Mơ?",
        "xã Sông Mơ huy động tất cả mấy người",
        "tong cong luc luong xa Song Mo huy dong bao nhieu nguoi",
    ],
)
def test_a_sum_is_asked_for_by_what_its_column_counts(forces: Ask, question: str) -> None:
    assert forces(question).values == ("88",)


@pytest.mark.parametrize(
    "question", ["Toàn xã Sông Mơ có tổng cộng bao nhiêu người?", "Tổng cộng xã Sông Mơ sơ tán bao nhiêu người?"]
)
def test_a_sum_of_something_else_is_not_told(forces: Ask, question: str) -> None:
    assert forces(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("P. Pháp chế Sở Y tế là ĐV thực hiện của những đầu việc nào?", ["2", "3"]),
        ("Phòng Pháp chế Sở Y tế tỉnh Lam Giang phối hợp những việc nào?", ["1"]),
        ("những nhiệm vụ nào phải thực hện thường xuyên của Sở Y tế", ["3"]),
    ],
)
def test_a_room_keeps_its_part_behind_the_office_it_is_of(department: Ask, question: str, rows: list[str]) -> None:
    assert listed(department(question)) == [f"Phụ lục/{one}" for one in rows]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Ban Chỉ huy Quân sự xã chủ trì những nội dung diễn tập, huấn luyện nào?", ["III/1/a", "III/1/c"]),
        ("ban chi huy quan su xa chu tri nhung noi dung dien tap, huan luyen nao", ["III/1/a", "III/1/c"]),
        ("Công an xã chủ trì những nội dung diễn tập, huấn luyện nào?", []),
    ],
)
def test_points_under_a_heading_of_two_things_are_listed(question: str, places: list[str]) -> None:
    assert listed(asker([plan(body=_DRILLS), read(_PARTY)])(question)) == places
