"""When rows are due whose table has no column for it: the heading over them, the stages beside them, years of projects."""

from __future__ import annotations

from ingest.plan import Plan
from tests.ingest.sources import annexed, printed


def _dues(found: Plan) -> list[tuple[str, str, str | None]]:
    tasks = [task for task in found.tasks if task.annex]
    return [(task.locator, task.due.text, str(task.when.end) if task.when else None) for task in tasks]


def test_rows_under_a_heading_with_a_deadline_are_due_then() -> None:
    found = annexed(
        "TT | Nhiệm vụ | Chủ trì | Phối hợp",
        "I | Việc phải xong trước ngày 30/6/2026 | | ",
        "1 | Sửa bến Mơ | Phòng Kinh tế | Công an xã",
        "II | Đợt hai (Quý III/2026) | | ",
        "1 | Trồng cây bến | Đoàn Thanh niên xã | Các thôn",
        "III | Việc khác trong năm | | ",
        "1 | Vẽ bản đồ bến | Phòng Kinh tế | Các thôn",
    )
    assert _dues(found) == [
        ("Phụ lục/I/1", "trước ngày 30/6/2026", "2026-06-30"),
        ("Phụ lục/II/1", "Quý III/2026", "2026-09-30"),
        ("Phụ lục/III/1", "", None),
    ]
    first = next(task for task in found.tasks if task.annex)
    assert printed(found.text, first.due) == "trước ngày 30/6/2026"


def test_a_column_of_deadlines_leaves_headings_alone() -> None:
    found = annexed(
        "TT | Nhiệm vụ | Chủ trì | Thời hạn",
        "I | Việc phải xong trước ngày 30/6/2026 | | ",
        "1 | Sửa bến Mơ | Phòng Kinh tế | ",
        "2 | Trồng cây bến | Đoàn Thanh niên xã | Tháng 5/2026",
    )
    assert [due for _, due, _ in _dues(found)] == ["", "Tháng 5/2026"]


def test_stages_named_by_quarters_tell_from_when_to_when_a_row_is_done() -> None:
    found = annexed(
        "TT | Nhiệm vụ | Đơn vị chủ trì | Quý I | Quý II | Quý III | Quý IV",
        "1 | Sửa bến Mơ | Phòng Kinh tế | Khảo sát | Thi công | Nghiệm thu | ",
        "2 | Lắp đèn bến | Công an xã | | | Lắp đặt | ",
    )
    assert _dues(found) == [("Phụ lục/1", "Quý I - Quý III", "2026-09-30"), ("Phụ lục/2", "Quý III", "2026-09-30")]
    first = next(task for task in found.tasks if task.annex)
    assert ("Quý II", "Thi công") in [(header, cell.text) for header, cell in first.other]


def test_money_by_quarters_dates_nothing() -> None:
    found = annexed(
        "TT | Nhiệm vụ | Đơn vị chủ trì | Quý I | Quý II",
        "1 | Sửa bến Mơ | Phòng Kinh tế | 120 | 80,5",
    )
    assert _dues(found) == [("Phụ lục/1", "", None)]


def test_the_years_of_a_project_are_its_deadline() -> None:
    found = annexed(
        "STT | Tên dự án | Chủ đầu tư | Nguồn vốn | Giai đoạn",
        "1 | Bến Mơ | Ban Quản lý dự án xã | Ngân sách xã | 2025 - 2027",
        "2 | Kè Khê | Phòng Kinh tế | Ngân sách xã | 2026",
    )
    assert _dues(found) == [("Phụ lục/1", "2025 - 2027", "2027-12-31"), ("Phụ lục/2", "2026", "2026-12-31")]


def test_a_phase_that_is_no_time_stays_what_it_is() -> None:
    found = annexed(
        "STT | Nhiệm vụ | Chủ trì | Giai đoạn",
        "1 | Sửa bến Mơ | Phòng Kinh tế | Chuẩn bị",
        "2 | Kè Khê | Phòng Kinh tế | Thi công",
    )
    assert [due for _, due, _ in _dues(found)] == ["", ""]


def test_the_heading_that_dates_a_row_is_part_of_where_it_was_read() -> None:
    found = annexed(
        "TT | Nhiệm vụ | Chủ trì | Phối hợp",
        "I | NHÓM VIỆC HOÀN THÀNH TRƯỚC NGÀY 30/6/2026 | | ",
        "1 | Sửa bến Mơ | Phòng Kinh tế | Công an xã",
    )
    task = next(task for task in found.tasks if task.annex)
    assert (task.due.text, task.spans[1:]) == ("TRƯỚC NGÀY 30/6/2026", task.due.spans)
