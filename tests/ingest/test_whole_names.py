"""An office whose name holds a verb reports under its whole name, which a row of the plan tells."""

from __future__ import annotations

from tests.ingest.sources import plan

TABLE = """
PHỤ LỤC
NHIỆM VỤ NĂM 2026

<table>
<tr><th>TT</th><th>Nhiệm vụ</th><th>Đơn vị chủ trì</th><th>Thời hạn</th></tr>
<tr><td>1</td><td>Sửa kè Sông Mơ</td><td>Cục Đò ngang và Người lái quản lý bến bãi</td><td>6/2026</td></tr>
</table>
"""
BODY = """I. TỔ CHỨC THỰC HIỆN
1. Cục Đò ngang và Người lái quản lý bến bãi là đầu mối; tổng hợp, báo cáo Sở Xây dựng kết quả trước ngày 12/12 hằng năm.
"""


def test_the_actor_of_a_duty_is_named_as_the_rows_name_it() -> None:
    found = plan(body=BODY, annex=TABLE).duties
    assert [(one.actor, one.recipient) for one in found] == [
        ("Cục Đò ngang và Người lái quản lý bến bãi", "Sở Xây dựng")
    ]


def test_without_such_a_row_the_actor_stays_as_read() -> None:
    (found,) = plan(body=BODY).duties
    assert "Cục Đò ngang và Người lái" in found.actor


PAIRED = """
PHỤ LỤC
NHIỆM VỤ NĂM 2026

<table>
<tr><th>TT</th><th>Nhiệm vụ</th><th>Đơn vị chủ trì</th><th>Đơn vị phối hợp</th><th>Thời hạn</th></tr>
<tr><td>1</td><td>Sửa kè Sông Mơ</td><td>Ban Bến bãi, Trường nghề</td><td>{support}</td><td>6/2026</td></tr>
<tr><td>2</td><td>Nạo vét rạch</td><td>Sở Xây dựng</td><td>Ban Bến bãi, Trường nghề{beside}</td><td>7/2026</td></tr>
</table>
"""
GIVEN = "I. PHÂN CÔNG\n1. Ban Bến bãi, Trường nghề: giữ đò ngang.\n"


def test_an_office_whose_name_holds_a_comma_is_one() -> None:
    rows = plan(body=GIVEN, annex=PAIRED.format(support="Sở Tài chính; Đội Đò", beside="; Đội Đò")).tasks
    assert [one.leads for one in rows if one.annex] == [("Ban Bến bãi, Trường nghề",), ("Sở Xây dựng",)]
    assert rows[-1].supports == ("Ban Bến bãi, Trường nghề", "Đội Đò")


def test_two_offices_stay_two_where_one_stands_alone_or_commas_part_them() -> None:
    alone = plan(body=GIVEN, annex=PAIRED.format(support="Trường nghề; Đội Đò", beside="")).tasks
    commas = plan(body=GIVEN, annex=PAIRED.format(support="Sở Tài chính, Đội Đò", beside="")).tasks
    assert [rows[-1].supports for rows in (alone, commas)] == [("Ban Bến bãi", "Trường nghề")] * 2
