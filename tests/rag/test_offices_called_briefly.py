"""Lists of an office called by its noun or by fewer words, of offices of one kind, and telegrams of a rhythm."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TITLE = "\nPHỤ LỤC\n{title}\n(Kèm theo Kế hoạch số {number} ngày 05/3/2026)\n\n"


def _head(over: str, office: str, number: str, what: str) -> str:
    head = HEAD.replace("ỦY BAN NHÂN DÂN", over).replace("XÃ SÔNG MƠ", office, 1).replace("12/KH-UBND", number)
    return head.replace("Cải cách hành chính xã Sông Mơ", what).replace(
        "Ủy ban nhân dân xã Sông Mơ", office.capitalize()
    )


HOSPITAL = plan(
    head=_head("SỞ Y TẾ TỈNH LAM GIANG", "BỆNH VIỆN ĐA KHOA KHU VỰC SÔNG MƠ", "77/KH-BVSM", "Chăm sóc người bệnh"),
    annex=TITLE.format(title="PHÂN CÔNG VIỆC CHĂM SÓC NGƯỜI BỆNH", number="77/KH-BVSM")
    + table(
        "TT | Nhiệm vụ | Người phụ trách | Kết quả | Thời hạn",
        "1 | Sơn lại buồng bệnh | Lò Văn Núi | Buồng | Tháng 8/2026",
        "2 | Thay giường | Lò Văn Núi | Giường | Tháng 9/2026",
        "3 | Giặt chăn | Cầm Thị Suối | Chăn | Hằng tuần",
    ),
)
SCHOOLS = plan(
    head=_head(
        "ỦY BAN NHÂN DÂN TỈNH HẠ LONG ĐIỀN", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "35/KH-SGDĐT", "Thư viện trường học"
    ).replace("Sông Mơ, ngày", "Long Điền, ngày"),
    annex=TITLE.format(title="DANH MỤC NHIỆM VỤ THƯ VIỆN", number="35/KH-SGDĐT")
    + table(
        "TT | Nhiệm vụ | Phòng chủ trì | Phòng phối hợp | Kết quả | Thời hạn",
        "1 | Mua sách | Văn phòng | Các phòng thuộc Sở | Sách | Thường xuyên",
        "2 | Đóng kệ | Các phòng thuộc Sở | Văn phòng | Kệ | 6/2026",
        "3 | Kiểm sách | Các phòng thuộc Sở | Văn phòng | Biên bản | Thường xuyên",
    ),
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([HOSPITAL, SCHOOLS])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Bệnh viện Sông Mơ tháng này có việc gì phải xong?", "1"),
        ("Tháng này những việc nào của bệnh viện phải xong?", "1"),
        ("Tháng này bệnh viện còn việc nào phải xong?", "1"),
        ("Bệnh viện phải làm xong những việc nào trong tháng 9?", "2"),
        ("Bệnh viện Núi Xa tháng này có việc gì phải xong?", ""),
        ("CÁC PHÒNG THUỘC SỞ GIÁO DỤC VÀ ĐÀO TẠO CHỦ TRÌ NHỮNG NHIỆM VỤ NÀO", "23"),
        ("Các phòng của Sở Giáo dục và Đào tạo phối hợp những việc gì?", "1"),
        ("KH 35, nhiệm vụ thời hạn thường xuyên?", "13"),
        ("Kế hoạch 35: việc hạn thường xuyên", "13"),
        ("Kế hoạch 35: việc hạn hằng tuần", ""),
        ("Kể giúp tôi mấy nhiệm vụ các phòng thuộc Sở chủ trì trong kế hoạch 35, bỏ phần chỉ tiêu.", "23"),
    ],
)
def test_the_rows_of_an_office_said_in_short_are_listed(ask: Ask, question: str, rows: str) -> None:
    answer = ask(question, date(2026, 8, 3))
    assert ("".join(one.locator[-1] for one in answer.items), answer.values) == (rows, ())


ADVISED = (
    "TT | Nhiệm vụ | Cơ quan tham mưu | Cơ quan phối hợp | Thời hạn",
    "1 | Vẽ tranh tường | Hội Nông dân | Thư viện xã | Tháng 8/2026",
    "2 | Lập tủ sách | Thư viện xã | Hội Nông dân | Tháng 9/2026",
    "3 | Thi cờ | Thư viện xã | Đoàn Thanh niên | Tháng 9/2026",
)


@pytest.mark.parametrize(
    ("question", "rows", "values"),
    [
        ("Thư viện xã làm cơ quan tham mưu cho mấy nhiệm vụ?", "23", ("2",)),
        ("Thư viện xã tham mưu cho những nhiệm vụ nào?", "23", ()),
        ("Thư viện xã tham mưu những việc gì?", "23", ()),
        ("Hội Nông dân có việc gì, cả tham mưu lẫn phối hợp?", "12", ()),
        ("Hội Nông dân phối hợp và tham mưu những việc nào?", "12", ()),
        ("Đoàn Thanh niên tham mưu cho những nhiệm vụ nào?", "", ()),
    ],
)
def test_who_advises_in_a_table_that_says_so_leads(question: str, rows: str, values: tuple[str, ...]) -> None:
    answer = asker([plan(annex=TITLE.format(title="VIỆC HÈ", number="12/KH-UBND") + table(*ADVISED))])(question)
    assert ("".join(one.locator[-1] for one in answer.items), answer.values) == (rows, values)
