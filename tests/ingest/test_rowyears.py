"""Which year days without one have: that of the heading over them, of the plan, of the other rows."""

from __future__ import annotations

from ingest.plan import Plan
from tests.ingest.sources import annexed, read, table

HEADER = "TT | Nội dung | Đơn vị thực hiện | Thời gian"


def _days(found: Plan) -> list[tuple[str | None, str | None]]:
    dues = [task.when for task in found.tasks if task.annex]
    return [(str(due.start), str(due.end)) if due else (None, None) for due in dues]


def _headless(*rows: str) -> Plan:
    return read("I. TÌNH HÌNH\n\n1. Đã soạn kế hoạch.\n\nPHỤ LỤC\n" + table(HEADER, *rows))


def test_a_heading_that_names_one_period_tells_the_year_of_its_rows() -> None:
    found = annexed(
        HEADER,
        "I | CHUẨN BỊ (15 - 30/9/2027, làm cùng lúc) | | ",
        "1 | Khảo sát bến Mơ | Tổ công tác | 18 - 26/9",
        "II | NĂM 2028 | | ",
        "2 | Mở lại bến Mơ | Tổ công tác | 06 - 07/10",
        "III | VIỆC KHÁC | | ",
        "3 | Vẽ bản đồ bến | Tổ công tác | Gửi 16/9; hạn 26/9",
    )
    assert _days(found) == [("2027-09-18", "2027-09-26"), ("2028-10-06", "2028-10-07"), ("2026-09-16", "2026-09-26")]


def test_without_a_year_of_the_plan_the_other_rows_tell_it() -> None:
    found = _headless(
        "1 | Khảo sát bến Mơ | Tổ công tác | 18 - 26/9",
        "2 | Mở lại bến Mơ | Tổ công tác | 01/10/2027",
    )
    assert _days(found) == [("2027-09-18", "2027-09-26"), ("2027-10-01", "2027-10-01")]


def test_rows_of_several_years_tell_none() -> None:
    found = _headless(
        "1 | Khảo sát bến Mơ | Tổ công tác | 18 - 26/9",
        "2 | Mở lại bến Mơ | Tổ công tác | 01/10/2027",
        "3 | Nạo vét bến | Tổ công tác | 01/10/2028",
    )
    assert _days(found)[0] == ("None", "None")
