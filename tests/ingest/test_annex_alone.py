"""A file that begins with an annex: its table in cells of their own lines, groups within groups, lettered columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.columns import Role, is_numbering, roles_of
from ingest.numerals import Numbering, read_ordinal
from ingest.plan import Plan
from ingest.read import read_plan

ANNEX = """**PHỤ LỤC II**
DANH MỤC NHIỆM VỤ
CHƯƠNG TRÌNH PHÁT TRIỂN THỦY LỢI SỐ
*(Kèm theo Quyết định số 41/QĐ-UBND ngày 03 tháng 3 năm 2026 của UBND tỉnh Lam Giang)*
|
**TT**
|
**Nhiệm vụ**
|
**Cơ quan chủ trì**
|
**Cơ quan phối hợp**
|
**Thời gian hoàn thành**
|
|
**I**
|
**Hồ chứa nước**
|
** **
|
** **
|
** **
|
|
1
|
Kiểm định an toàn hồ Sông Mơ
|
Sở Nông nghiệp và Môi trường
|
Sở Xây dựng
|
Tháng 6/2026
|
|
**II**
|
**Kênh mương**
|
|
*II.1*
|
*Nhóm kênh cấp I*
|
|
2
|
Nạo vét kênh Vân Khê
|
UBND xã Vân Khê
|
Sở Tài chính
|
Quý III/2026
|
|
*II.2*
|
*Nhóm kênh nội đồng*
|
|
|
|
3
|
Kiên cố hóa kênh nội đồng
|
UBND cấp xã
|
Sở Xây dựng
|
Năm 2026
|
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The annex as a file of its own."""
    file = tmp_path_factory.mktemp("annex") / "phuluc.txt"
    Path(file).write_text(ANNEX, encoding="utf-8")
    return read_plan(file)


def test_the_annex_keeps_its_name_and_number(plan: Plan) -> None:
    assert [task.locator for task in plan.tasks] == ["Phụ lục II/1", "Phụ lục II/2", "Phụ lục II/3"]
    assert plan.header.number == "41/QĐ-UBND"


def test_blank_bold_cells_end_no_table(plan: Plan) -> None:
    first = plan.tasks[0]
    assert (first.name.text, first.lead.text) == ("Kiểm định an toàn hồ Sông Mơ", "Sở Nông nghiệp và Môi trường")
    assert first.due.text == "Tháng 6/2026"


def test_a_group_within_a_group_is_no_task(plan: Plan) -> None:
    headings = {section.locator: section.heading for section in plan.sections}
    assert headings["Phụ lục II/II.1"] == "Nhóm kênh cấp I"
    assert [task.group for task in plan.tasks] == ["I", "II.1", "II.2"]
    assert plan.tasks[2].lead.text == "UBND cấp xã"


def test_a_numeral_with_parts_is_read_as_one() -> None:
    assert read_ordinal("III.1.2").kind is Numbering.ROMAN
    assert read_ordinal("III.x").kind is Numbering.WORD


def test_lettered_columns_are_a_row_of_numbers() -> None:
    assert is_numbering(("A", "B", "1", "2", "3", "4"))
    assert not is_numbering(("A", "B", "2", "1", "3"))


def test_what_targets_reach_may_stand_under_result() -> None:
    headers = ("TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi")
    assert roles_of(headers) == (Role.ORDINAL, Role.NAME, Role.UNIT, Role.VALUE, Role.LEAD)


def test_the_title_ends_where_an_annex_begins(tmp_path: Path) -> None:
    table = "| TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Nạo vét kênh Vân Khê | Phòng Kinh tế | 6/2026 |\n"
    head = "UBND XÃ VÂN KHÊ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nNạo vét kênh mương năm 2026\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
    file = tmp_path / "kh.txt"
    file.write_text(head + table, encoding="utf-8")
    read = read_plan(file)
    assert read.header.title == "Nạo vét kênh mương năm 2026"
    assert [task.locator for task in read.tasks] == ["Phụ lục/1"]
