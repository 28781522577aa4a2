"""Figures of tables and clauses: the cell of the year, of done or planned, of the place that is asked for; none of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read import read_plan
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask

HEAD = """<p>ỦY BAN NHÂN DÂN<br>TỈNH LAM GIANG</p><p>Số: 27/KH-UBND</p><p>Lam Giang, ngày 12 tháng 01 năm 2026</p>
<p><b>KẾ HOẠCH</b></p><p><b>Phát triển kinh tế - xã hội tỉnh Lam Giang giai đoạn 2026 - 2030</b></p>
<p><b>I. MỤC TIÊU</b></p><p>1. Mục tiêu cụ thể</p>
<p>- Sản lượng mật ong năm 2027 đạt 72 nghìn lít, năm 2030 đạt 85 nghìn lít.</p>
<p>- Xây dựng tối thiểu 15 trung tâm học liệu, trong đó phường Bến Mơ 10 trung tâm, phường Cửa Lạch 5 trung tâm.</p>
<p>- Tỷ lệ trẻ em được khám mắt đạt 90%, trong đó khu vực miền núi đạt 85%, khu vực đồng bằng đạt 96%.</p>
<p>- Số thư viện xã có máy tính: 58/62 thư viện.</p>
<p><b>II. THỰC TRẠNG</b></p><p>1. Hiện nay toàn tỉnh có 31 bến thuyền du lịch.</p>
<p><b>III. TỔ CHỨC THỰC HIỆN</b></p><p>1. Sở Tài chính chủ trì theo dõi.</p>"""

TARGETS = """<p><b>PHỤ LỤC I</b></p><p><b>CÁC CHỈ TIÊU CHỦ YẾU</b></p><table>
<tr><td rowspan=2>TT</td><td rowspan=2>Chỉ tiêu</td><td rowspan=2>ĐVT</td><td colspan=2>Năm 2025</td>
<td rowspan=2>Kế hoạch năm 2026</td><td rowspan=2>So sánh KH 2026 với ước TH 2025 (%)</td></tr>
<tr><td>Kế hoạch</td><td>Ước thực hiện</td></tr>
<tr><td>1</td><td>Thu từ bến cảng</td><td>Tỷ đồng</td><td>12.400</td><td>13.150</td><td>14.800</td><td>112,5</td></tr>
<tr><td></td><td>- Thu phí neo đậu</td><td>Tỷ đồng</td><td>900</td><td>940</td><td>≥ 1.050</td><td>111,7</td></tr>
<tr><td>2</td><td>Số thợ lặn/vạn dân</td><td>Người</td><td>9,5</td><td>9,8</td><td>10,5</td><td>107,1</td></tr>
</table>
<p><b>PHỤ LỤC II</b></p><p><b>LỘ TRÌNH GIAI ĐOẠN 2026 - 2030</b></p><table>
<tr><td rowspan=2>TT</td><td rowspan=2>Mục tiêu</td><td rowspan=2>Đơn vị</td><td rowspan=2>Hiện trạng</td><td colspan=3>Giai đoạn 2026 - 2030</td></tr>
<tr><td>2026</td><td>2028</td><td>2030</td></tr>
<tr><td>1</td><td>Tổng đàn dê</td><td>Con</td><td>1.250</td><td>1.400</td><td>1.700</td><td>2.000</td></tr>
<tr><td>2</td><td>Diện tích rong biển</td><td>Ha</td><td>15</td><td>18</td><td></td><td>40</td></tr>
</table>
<p><b>PHỤ LỤC III</b></p><p><b>CHỈ TIÊU GIAO CHO CÁC XÃ, PHƯỜNG</b></p><table>
<tr><td rowspan=2>STT</td><td rowspan=2>Xã, phường</td><td colspan=2>Trẻ em</td><td rowspan=2>Số điểm khám</td></tr>
<tr><td>Số trẻ cần khám (trẻ)</td><td>Tỷ lệ khám đủ (%)</td></tr>
<tr><td>1</td><td>Phường Bến Mơ</td><td>1.120</td><td>97</td><td>4</td></tr>
<tr><td>2</td><td>Xã Vân Khê</td><td>640</td><td>95</td><td>3</td></tr>
<tr><td>3</td><td>Xã Đông Hải</td><td>512</td><td>≥ 95</td><td>2</td></tr>
</table>
<p><b>PHỤ LỤC IV</b></p><p><b>CHỈ TIÊU BẾN THUYỀN</b></p><table>
<tr><td>TT</td><td>Chỉ tiêu</td><td>Đơn vị tính</td><td>Thực hiện đến 31/12/2025</td><td>Mục tiêu đến 30/6/2026</td><td>Mục tiêu đến 31/12/2026</td></tr>
<tr><td>1</td><td>Thời gian cấp phép neo thuyền</td><td>Ngày</td><td>12</td><td>9</td><td>7</td></tr>
</table>"""

CELLS = [
    ("Thời gian cấp phép neo thuyền cuối năm 2026 còn mấy ngày?", ["7"]),
    ("Hết năm 2026 thời gian cấp phép neo thuyền là bao nhiêu ngày?", ["7"]),
    ("thoi gian cap phep neo thuyen 6 thang dau nam 2026 la bao nhieu ngay", ["9"]),
    ("Đến 30/6/2026 thời gian cấp phép neo thuyền còn bao nhiêu ngày?", ["9"]),
    ("Thu từ bến cảng năm 2026 là bao nhiêu?", ["14.800"]),
    ("thu tu ben cang uoc thuc hien nam 2025 bao nhieu", ["13.150"]),
    ("Thu từ bến cảng năm 2025 giao kế hoạch bao nhiêu?", ["12.400"]),
    ("Thu từ bến cảng KH 2026 so với ước TH 2025 bằng bao nhiêu %?", ["112,5"]),
    ("Thu từ bến cảng: thu phí neo đậu năm 2026?", ["≥ 1.050"]),
    ("Số thợ lặn/vạn dân kế hoạch 2025 và kế hoạch 2026 là bao nhiêu?", ["9,5", "10,5"]),
    ("Tổng đàn dê năm 2028 là bao nhiêu con?", ["1.700"]),
    ("tong dan de nam 2030", ["2.000"]),
    ("Tổng đàn dê hiện nay là bao nhiêu?", ["1.250"]),
    ("Tổng đàn dê giai đoạn 2026 - 2030 là bao nhiêu?", ["1.400", "1.700", "2.000"]),
    ("Năm 2030 tổng đàn dê và diện tích rong biển lần lượt là bao nhiêu?", ["2.000", "40"]),
    ("Tổng đàn dê năm 2026 và năm 2030 lần lượt là bao nhiêu con?", ["1.400", "2.000"]),
    ("tong dan de nam 2026, nam 2028 va nam 2030 la bao nhieu", ["1.400", "1.700", "2.000"]),
    ("Tổng đàn dê năm 2026 đạt bao nhiêu, năm 2028 phấn đấu bao nhiêu?", ["1.400", "1.700"]),
    ("So sánh tổng đàn dê năm 2026 với năm 2028", ["1.400", "1.700"]),
    ("Thu từ bến cảng: ước thực hiện 2025 và kế hoạch 2026?", ["13.150", "14.800"]),
    ("Xã Đông Hải có bao nhiêu trẻ cần khám?", ["512"]),
    ("ty le kham du cua phuong Ben Mo la bao nhieu", ["97"]),
    ("Phường Bến Mơ có mấy điểm khám?", ["4"]),
]
PROSE = [
    ("Sản lượng mật ong năm 2030?", ["85 nghìn lít"]),
    ("Phường Bến Mơ xây bao nhiêu trung tâm học liệu?", ["10 trung tâm"]),
    ("Cửa Lạch xây mấy trung tâm học liệu", ["5 trung tâm"]),
    ("tỷ lệ trẻ em miền núi được khám mắt đạt bao nhiêu", ["85%"]),
    ("Bao nhiêu thư viện xã có máy tính?", ["58/62 thư viện xã", "58/62 thư viện"]),
    ("Hiện có bao nhiêu bến thuyền du lịch?", ["31 bến thuyền du lịch"]),
]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    file: Path = tmp_path_factory.mktemp("plans") / "lamgiang.html"
    file.write_text(f"<html><body>{HEAD}{TARGETS}</body></html>", encoding="utf-8")
    return asker([read_plan(file)])


@pytest.mark.parametrize(("question", "values"), CELLS)
def test_the_cell_asked_for_is_told(ask: Ask, question: str, values: list[str]) -> None:
    assert list(ask(question).values) == values


@pytest.mark.parametrize(("question", "values"), PROSE)
def test_the_figure_of_the_one_named_is_told(ask: Ask, question: str, values: list[str]) -> None:
    found = ask(question).values
    assert len(found) == 1
    assert found[0] in values


@pytest.mark.parametrize("question", ["Tổng đàn dê năm 2027 là bao nhiêu con?", "Diện tích rong biển năm 2028?"])
def test_no_figure_of_another_year_is_told(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status in (Status.NOT_STATED, Status.NOT_FOUND)
    assert not answer.values


def test_rows_of_data_are_listed_by_what_a_column_holds(ask: Ask) -> None:
    answer = ask("Những xã, phường nào trong Phụ lục III có từ 3 điểm khám trở lên?")
    assert [one.locator for one in answer.items] == ["Phụ lục III/1", "Phụ lục III/2"]


def test_what_is_planned_does_not_tell_what_there_is(ask: Ask) -> None:
    assert "15 trung tâm" not in " ".join(ask("Hiện nay đã có bao nhiêu trung tâm học liệu?").values)
