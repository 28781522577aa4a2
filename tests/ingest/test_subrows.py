"""Printed rows that stand for several: items numbered under a merged row number, or one below the other inside cells."""

from __future__ import annotations

from ingest.plan import Plan
from tests.ingest.sources import ANNEX, annexed, plan

CRITERIA = "<tr><th>TT</th><th>Tiêu chí</th><th>Nội dung tiêu chí</th><th>ĐVT</th><th>Mục tiêu 2026</th><th>Phụ trách</th></tr>"


def _html(*rows: str) -> Plan:
    return plan(annex=f"{ANNEX}<table>{CRITERIA}{''.join(f'<tr>{row}</tr>' for row in rows)}</table>\n")


def _read(found: Plan) -> list[tuple[str, ...]]:
    targets = [one for one in found.targets if one.annex]
    return [(one.locator, one.name.text, one.unit.text, one.value.text, one.lead.text) for one in targets]


def test_items_numbered_under_a_merged_number_are_rows_of_their_own_below_it() -> None:
    found = _html(
        '<td rowspan="2">1</td><td rowspan="2">Đường sá</td><td>1.1. Tỷ lệ đường xã cứng hóa</td><td>%</td><td>90</td>'
        '<td rowspan="2">Phòng Kinh tế</td>',
        "<td>1.2. Số cầu dân sinh</td><td>cầu</td><td>4</td>",
        "<td>2</td><td>Điện</td><td>Tỷ lệ hộ dùng điện</td><td>%</td><td>99</td><td>Công an xã</td>",
    )
    assert _read(found) == [
        ("Phụ lục/1", "Đường sá", "", "", "Phòng Kinh tế"),
        ("Phụ lục/1.1", "1.1. Tỷ lệ đường xã cứng hóa", "%", "90", "Phòng Kinh tế"),
        ("Phụ lục/1.2", "1.2. Số cầu dân sinh", "cầu", "4", "Phòng Kinh tế"),
        ("Phụ lục/2", "Tỷ lệ hộ dùng điện", "%", "99", "Công an xã"),
    ]
    assert [one.parent for one in found.targets if one.annex] == [None, "Phụ lục/1", "Phụ lục/1", None]


def test_items_without_a_number_under_a_merged_one_are_counted_from_it() -> None:
    found = _html(
        '<td rowspan="2">1</td><td rowspan="2">Đường sá</td><td>Tỷ lệ đường xã cứng hóa</td><td>%</td><td>90</td><td>Phòng Kinh tế</td>',
        "<td>Số cầu dân sinh</td><td>cầu</td><td>4</td><td>Công an xã</td>",
        "<td>2</td><td>Điện</td><td>Tỷ lệ hộ dùng điện</td><td>%</td><td>99</td><td>Công an xã</td>",
    )
    assert _read(found) == [
        ("Phụ lục/1", "Tỷ lệ đường xã cứng hóa", "%", "90", "Phòng Kinh tế"),
        ("Phụ lục/1-2", "Số cầu dân sinh", "cầu", "4", "Công an xã"),
        ("Phụ lục/2", "Tỷ lệ hộ dùng điện", "%", "99", "Công an xã"),
    ]


def test_items_one_below_the_other_inside_cells_take_their_lines_of_each_cell() -> None:
    found = _html(
        "<td>1</td><td>Đường sá</td><td>1.1. Tỷ lệ đường xã cứng hóa<br>1.2. Số cầu dân sinh</td><td>%<br>cầu</td>"
        "<td>90<br>4</td><td>Phòng Kinh tế</td>",
        "<td>2</td><td>Điện</td><td>Tỷ lệ hộ dùng điện</td><td>%</td><td>99</td><td>Công an xã</td>",
    )
    assert _read(found) == [
        ("Phụ lục/1", "Đường sá", "", "", "Phòng Kinh tế"),
        ("Phụ lục/1.1", "1.1. Tỷ lệ đường xã cứng hóa", "%", "90", "Phòng Kinh tế"),
        ("Phụ lục/1.2", "1.2. Số cầu dân sinh", "cầu", "4", "Phòng Kinh tế"),
        ("Phụ lục/2", "Tỷ lệ hộ dùng điện", "%", "99", "Công an xã"),
    ]


def test_a_typed_table_breaks_its_cells_as_html_does() -> None:
    found = plan(
        annex=ANNEX
        + "| TT | Nhiệm vụ | ĐVT | Mục tiêu 2026 | Chủ trì |\n|---|---|---|---|---|\n"
        + "| 1 | Cấp nước:<br>1.1 Số giếng mới<br>1.2 Số hộ có nước | giếng<br>hộ | 12<br>340 | Phòng Kinh tế<br>Công an xã |\n"
    )
    assert _read(found) == [
        ("Phụ lục/1", "Cấp nước:", "", "", ""),
        ("Phụ lục/1.1", "1.1 Số giếng mới", "giếng", "12", "Phòng Kinh tế"),
        ("Phụ lục/1.2", "1.2 Số hộ có nước", "hộ", "340", "Công an xã"),
    ]


def test_items_whose_figures_are_not_as_many_stay_one_row() -> None:
    found = _html(
        "<td>1</td><td>Đường sá</td><td>1.1. Đường xã<br>1.2. Cầu</td><td>%</td><td>90</td><td>Phòng Kinh tế</td>"
    )
    assert [one.locator for one in found.targets if one.annex] == ["Phụ lục/1"]


def test_quotes_of_an_item_hold_its_own_words_and_no_others() -> None:
    found = _html(
        "<td>1</td><td>Đường sá</td><td>1.1. Đường xã cứng hóa<br>1.2. Số cầu dân sinh</td><td>%<br>cầu</td><td>90<br>4</td><td></td>",
    )
    second = next(one for one in found.targets if one.locator == "Phụ lục/1.2")
    assert [found.text[span.start : span.end] for span in second.spans] == ["1.2. Số cầu dân sinh", "cầu", "4"]


def test_who_bears_the_main_part_leads_before_who_directs() -> None:
    found = annexed(
        "TT | Nhiệm vụ | Người chỉ đạo | Chịu trách nhiệm chính | Phối hợp | Hoàn thành",
        "1 | Sửa kè Sông Mơ | Chủ tịch UBND xã | Phòng Kinh tế | Các thôn | Tháng 9/2026",
    )
    (task,) = (one for one in found.tasks if one.annex)
    assert (task.lead.text, task.support.text) == ("Phòng Kinh tế", "Các thôn")
    assert ("Người chỉ đạo", "Chủ tịch UBND xã") in [(header, cell.text) for header, cell in task.other]


def test_activities_under_a_merged_task_are_rows_with_their_own_leads() -> None:
    found = plan(
        annex=f"{ANNEX}<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Hoạt động cụ thể</th><th>Chủ trì</th><th>Thời hạn</th></tr>"
        '<tr><td rowspan="2">1</td><td rowspan="2">Bến thuyền</td><td>Sửa bến Mơ</td><td>Phòng Kinh tế</td><td>6/2026</td></tr>'
        "<tr><td>Lắp đèn bến</td><td>Công an xã</td><td>9/2026</td></tr>"
        "<tr><td>2</td><td>Cây xanh</td><td>Trồng cây bến</td><td>Đoàn Thanh niên xã</td><td>10/2026</td></tr></table>\n"
    )
    assert [(one.locator, one.name.text, one.lead.text, one.due.text) for one in found.tasks if one.annex] == [
        ("Phụ lục/1", "Sửa bến Mơ", "Phòng Kinh tế", "6/2026"),
        ("Phụ lục/1-2", "Lắp đèn bến", "Công an xã", "9/2026"),
        ("Phụ lục/2", "Trồng cây bến", "Đoàn Thanh niên xã", "10/2026"),
    ]
