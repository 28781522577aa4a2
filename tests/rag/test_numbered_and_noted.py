"""A row by its number in prose, teams by theirs, one figure of several in a cell, and a measure with its time."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

_PROSE = """ỦY BAN NHÂN DÂN
XÃ BẾN GỖ
Số: 61/KH-UBND
Bến Gỗ, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Chăm sóc vườn ươm giống năm 2026

Ủy ban nhân dân xã Bến Gỗ ban hành Kế hoạch như sau:
I. NỘI DUNG CÔNG VIỆC
1. Lập tổ chăm sóc vườn ươm giống của xã.
Chủ trì: Văn phòng xã. Phối hợp: Phòng Kinh tế.
Thời gian: trước ngày 10/3/2026. Sản phẩm: Quyết định lập tổ.
2. Đào ao trữ nước cạnh nhà lưới.
Chủ trì: Phòng Kinh tế. Phối hợp: Văn phòng xã.
Thời gian: trước ngày 20/4/2026. Sản phẩm: Biên bản nghiệm thu.
3. Đánh số từng luống mạ.
Chủ trì: Phòng Kinh tế. Phối hợp: Văn phòng xã.
Thời gian: trong quý III/2026. Sản phẩm: Sổ theo dõi luống.
II. TỔ CHỨC THỰC HIỆN
1. Trưởng các nhóm được phân công như sau:
a) Nhóm 1 (Tưới tiêu): KS. Lò Văn Hạnh.
b) Nhóm 2 (Phân bón): ThS. Quách Thị Lụa.
c) Nhóm 3 (Phòng bệnh): TS. Đèo Minh Chấn.
"""
_ROWS = """ỦY BAN NHÂN DÂN TỈNH HÒA LẠC
SỞ THỦY SẢN
Số: 17/KH-STS
Hòa Lạc, ngày 09 tháng 02 năm 2026

KẾ HOẠCH
Nuôi trồng thủy sản năm 2026

PHỤ LỤC
DANH MỤC NHIỆM VỤ
TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Kết quả
1 | Vận động quỹ đóng thuyền, trao học bổng "Con thuyền" | Sở Thủy sản | Hội Nghề cá | Tháng 8/2026 | 240 triệu đồng; 60 suất học bổng
2 | Cấp phép tàu cá qua mạng | Chi cục Tàu cá | Sở Thủy sản | Trong năm 2026 | Cấp phép qua mạng đạt 95%
3 | Thả cá giống xuống hồ lớn | Sở Thủy sản | Hội Nghề cá | Quý II/2026 | 03 đợt, 900 lượt người
"""
_PROVINCE = """ỦY BAN NHÂN DÂN TỈNH HÒA LẠC
Số: 203/KH-UBND
Hòa Lạc, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Phát triển kinh tế hồ chứa tỉnh Hòa Lạc năm 2026

PHỤ LỤC
DANH MỤC NHIỆM VỤ
TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Kết quả
1 | Xây bến thuyền lòng hồ | Sở Xây dựng | Sở Thủy sản | Quý III/2026 | Bến thuyền
2 | Lập bản đồ vùng nuôi lồng | Sở Thủy sản | Sở Xây dựng | Quý II/2026 | Bản đồ
3 | Dán nhãn cá hồ | Sở Thủy sản | Hội Nghề cá | Quý IV/2026 | Bộ nhãn
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([read(_PROSE), read(_ROWS), read(_PROVINCE)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Công việc số 3 trong kế hoạch chăm sóc vườn ươm giống của xã Bến Gỗ có sản phẩm gì?", "Sổ theo dõi luống"),
        ("Việc thứ 2 của kế hoạch chăm sóc vườn ươm giống xã Bến Gỗ hạn nào?", "trước ngày 20/4/2026"),
    ],
)
def test_a_number_given_is_the_items_own(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


def test_a_number_that_no_item_bears_is_refused(ask: Ask) -> None:
    told = ask("Công việc số 8 trong kế hoạch chăm sóc vườn ươm giống của xã Bến Gỗ có sản phẩm gì?")
    assert told.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Bến Gỗ: trưởng nhóm 2 (phân bón)?", "ThS. Quách Thị Lụa"),
        ("xã Bến Gỗ: trưởng nhóm 3?", "TS. Đèo Minh Chấn"),
        ("Ai làm trưởng nhóm 1 của xã Bến Gỗ?", "KS. Lò Văn Hạnh"),
    ],
)
def test_who_heads_a_team_called_by_its_number(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "xã Bến Gỗ: trưởng nhóm 7?",
        "Ai phụ trách nhóm 2 (phòng bệnh) xã Bến Gỗ?",
        "Phó nhóm 2 xã Bến Gỗ là ai?",
    ],
)
def test_no_head_is_told_of_another_team_nor_for_a_deputy(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Học bổng “Con thuyền” định trao mấy suất vậy?", "60 suất học bổng"),
        ("Học bổng “Con thuyền” trao bao nhiêu suất?", "60 suất học bổng"),
        ("Thả cá giống xuống hồ lớn mấy đợt?", "03 đợt"),
        ("Thả cá giống xuống hồ lớn có bao nhiêu lượt người?", "900 lượt người"),
        ("Thả cá giống xuống hồ lớn mấy đợt, bao nhiêu lượt?", "03 đợt, 900 lượt người"),
    ],
)
def test_of_several_figures_of_a_cell_the_one_counted(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


def test_what_the_cell_does_not_count_is_refused(ask: Ask) -> None:
    assert ask("Học bổng “Con thuyền” trao mấy chiếc xe đạp?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Mức cấp phép tàu cá qua mạng mà Sở Thủy sản cam kết, và làm trong thời gian nào?",
        "Tỷ lệ cấp phép tàu cá qua mạng của Sở Thủy sản và thời hạn",
        "Cho biết tỉ lệ cấp phép tàu cá qua mạng, hạn khi nào?",
    ],
)
def test_a_measure_named_first_is_asked_for_beside_its_time(ask: Ask, question: str) -> None:
    assert ask(question).values == ("95%", "Trong năm 2026")


@pytest.mark.parametrize(
    "question",
    [
        "Sở Thủy sản đứng đầu mối chủ trì các mục nào trong kế hoạch phát triển kinh tế hồ chứa?",
        "Sở Thủy sản là cơ quan đầu mối chủ trì những việc nào trong kế hoạch phát triển kinh tế hồ chứa?",
        "Sở Thủy sản làm đầu mối những mục nào trong kế hoạch phát triển kinh tế hồ chứa?",
        "Sở Thủy sản chủ trì các hạng mục nào trong kế hoạch phát triển kinh tế hồ chứa?",
    ],
)
def test_an_office_that_leads_is_no_issuer_however_its_part_is_said(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục/2", "Phụ lục/3"]
