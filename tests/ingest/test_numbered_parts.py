"""Rows that a merged number and title hold together, each part with a number of its own, are rows under it."""

from __future__ import annotations

from tests.ingest.sources import plan

TABLE = """
PHỤ LỤC
TIÊU CHÍ NĂM 2026

<table>
<tr><th>TT</th><th>Tên tiêu chí</th><th>Nội dung tiêu chí</th><th>ĐVT</th><th>Hiện trạng 2025</th><th>Mục tiêu 2026</th><th>Phụ trách</th></tr>
<tr><td rowspan="2">1</td><td rowspan="2">Chợ</td><td>1.1. Tỷ lệ sạp có mái che</td><td>%</td><td>40</td><td>65</td><td rowspan="2">Ban Quản lý chợ</td></tr>
<tr><td>1.2. Tỷ lệ sạp có cân điện tử</td><td>%</td><td>25</td><td>50</td></tr>
<tr><td>2</td><td>Bến đò</td><td>Số bến có phao cứu sinh</td><td>Bến</td><td>3</td><td>7</td><td>Công an xã</td></tr>
</table>
"""
POINTS = """I. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế
1.1. Rà soát các bến đò.
1.2. Tổng hợp, báo cáo Sở Xây dựng kết quả định kỳ 6 tháng trước ngày 12/6 và hằng năm trước ngày 12/12.
"""


def test_each_numbered_part_is_a_row_under_the_merged_one_with_the_cells_that_reach_down_to_it() -> None:
    found = plan(annex=TABLE).targets
    told = [(one.locator, one.name.text, one.value.text, one.lead.text) for one in found]
    assert told == [
        ("Phụ lục/1", "Chợ", "", "Ban Quản lý chợ"),
        ("Phụ lục/1.1", "1.1. Tỷ lệ sạp có mái che", "65", "Ban Quản lý chợ"),
        ("Phụ lục/1.2", "1.2. Tỷ lệ sạp có cân điện tử", "50", "Ban Quản lý chợ"),
        ("Phụ lục/2", "Số bến có phao cứu sinh", "7", "Công an xã"),
    ]


def test_a_report_told_in_a_point_is_that_of_the_office_over_it() -> None:
    found = plan(body=POINTS).duties
    assert {(one.actor, one.recipient, one.due) for one in found} == {
        ("Phòng Kinh tế", "Sở Xây dựng", "trước ngày 12/6"),
        ("Phòng Kinh tế", "Sở Xây dựng", "trước ngày 12/12"),
    }
