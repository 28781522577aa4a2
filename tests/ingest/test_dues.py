"""Deadlines keep their words and gain the days they stand for, where they name any."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dues import looks_like_due, parse_due
from ingest.plan import DueKind

YEAR = 2026


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("3/2026", DueKind.MONTH, "2026-03-01", "2026-03-31"),
        ("02/2026", DueKind.MONTH, "2026-02-01", "2026-02-28"),
        ("Tháng 02/2028", DueKind.MONTH, "2028-02-01", "2028-02-29"),
        ("Tháng 5", DueKind.MONTH, "2026-05-01", "2026-05-31"),
        ("Tháng 9 - 10/2024", DueKind.RANGE, "2024-09-01", "2024-10-31"),
        ("Tháng 3, 9/2026", DueKind.MONTH, "2026-03-01", "2026-09-30"),
        ("Tháng 3, 6 và 9/2026", DueKind.MONTH, "2026-03-01", "2026-09-30"),
        ("Tháng 11, 12/2026", DueKind.RANGE, "2026-11-01", "2026-12-31"),
        ("T3/2026", DueKind.MONTH, "2026-03-01", "2026-03-31"),
        ("Quý II, quý IV/2026", DueKind.QUARTER, "2026-04-01", "2026-12-31"),
        ("Quí IV-2025", DueKind.QUARTER, "2025-10-01", "2025-12-31"),
        ("Từ tháng 3 đến tháng 11/2026", DueKind.RANGE, "2026-03-01", "2026-11-30"),
        ("Quý I/2026", DueKind.QUARTER, "2026-01-01", "2026-03-31"),
        ("Quý IV năm 2025", DueKind.QUARTER, "2025-10-01", "2025-12-31"),
        ("Quý III", DueKind.QUARTER, "2026-07-01", "2026-09-30"),
        ("Quý II, III/2023", DueKind.RANGE, "2023-04-01", "2023-09-30"),
        ("6 tháng đầu năm 2026", DueKind.HALF, "2026-01-01", "2026-06-30"),
        ("6 tháng cuối năm", DueKind.HALF, "2026-07-01", "2026-12-31"),
        ("20/02/2026", DueKind.DATE, "2026-02-20", "2026-02-20"),
        ("Ngày 09 tháng 11 năm 2023", DueKind.DATE, "2023-11-09", "2023-11-09"),
        ("30/6", DueKind.DATE, "2026-06-30", "2026-06-30"),
        ("trước 02/2026", DueKind.MONTH, None, "2026-01-31"),
        ("Trước Quý III/2026", DueKind.QUARTER, None, "2026-06-30"),
        ("Trước ngày 28/02/2025", DueKind.DATE, None, "2025-02-28"),
        ("Chậm nhất đến tháng 03/2026", DueKind.MONTH, None, "2026-03-31"),
        ("Chậm nhất ngày 31/8/2026", DueKind.DATE, None, "2026-08-31"),
        ("Từ ngày 01/10/2026 đến ngày 30/11/2026", DueKind.RANGE, "2026-10-01", "2026-11-30"),
        ("Từ tháng 5/2026", DueKind.RANGE, "2026-05-01", None),
        ("Bắt đầu từ tháng 4/2026 (Hoàn thành trong Quý IV/2026)", DueKind.RANGE, "2026-04-01", "2026-12-31"),
        ("2026 - 2030", DueKind.RANGE, "2026-01-01", "2030-12-31"),
        ("Năm 2025", DueKind.YEAR, "2025-01-01", "2025-12-31"),
        ("Trong năm 2025", DueKind.YEAR, "2025-01-01", "2025-12-31"),
        ("Năm 2025 và các năm tiếp theo", DueKind.RANGE, "2025-01-01", None),
        ("Từ năm 2026 trở đi", DueKind.RANGE, "2026-01-01", None),
        ("Từ nay đến hết năm 2026", DueKind.YEAR, None, "2026-12-31"),
        ("Đến ngày 30/6/2026", DueKind.DATE, None, "2026-06-30"),
        ("Sau ngày 01/7/2026", DueKind.RANGE, "2026-07-01", None),
        ("Từ ngày 01 đến ngày 15/6/2026", DueKind.RANGE, "2026-06-01", "2026-06-15"),
        ("Từ ngày 01 đến 15 tháng 6 năm 2026", DueKind.RANGE, "2026-06-01", "2026-06-15"),
        ("T6-T9/2026", DueKind.RANGE, "2026-06-01", "2026-09-30"),
        ("Cấp tỉnh trước 30/6/2026; cấp xã trước 31/7/2026", DueKind.RANGE, None, "2026-07-31"),
        ("Xây dựng quý IV/2026; cập nhật hằng quý", DueKind.QUARTER, "2026-10-01", "2026-12-31"),
        ("Theo Kế hoạch số 27/KH-UBND ngày 03/3/2026", DueKind.EVENT, None, None),
        ("Theo tiến độ của Luật An ninh mạng 2025", DueKind.EVENT, None, None),
        ("Theo tiến độ dự án, trước 30/6/2026", DueKind.DATE, None, "2026-06-30"),
        ("Trong 30 ngày kể từ ngày ký", DueKind.EVENT, None, None),
        ("Cả năm", DueKind.CONTINUOUS, "2026-01-01", "2026-12-31"),
        ("Thường xuyên", DueKind.CONTINUOUS, None, None),
        ("Hàng năm", DueKind.RECURRING, None, None),
        ("Định kỳ 6 tháng", DueKind.RECURRING, None, None),
        ("trước ngày 25 của tháng cuối hàng quý", DueKind.RECURRING, None, None),
        ("trước ngày 12 của tháng cuối quý", DueKind.RECURRING, None, None),
        ("trước ngày 15 tháng 12 hàng năm", DueKind.RECURRING, None, None),
        ("Sau khi Đề án được ban hành", DueKind.EVENT, None, None),
        ("Theo lộ trình của Tỉnh", DueKind.EVENT, None, None),
        ("Khi có các khóa đào tạo", DueKind.EVENT, None, None),
        ("Gia hạn 3 năm", DueKind.OTHER, None, None),
        ("Kỳ họp giữa năm 2026", DueKind.OTHER, None, None),
        ("Kỳ họp cuối năm 2026", DueKind.YEAR, "2026-01-01", "2026-12-31"),
    ],
)
def test_a_deadline_stands_for_the_days_it_names(text: str, kind: DueKind, start: str | None, end: str | None) -> None:
    due = parse_due(text, YEAR)
    assert due is not None
    assert due.text == text
    assert (due.kind, due.start, due.end) == (kind, _day(start), _day(end))


@pytest.mark.parametrize("blank", ["", "  ", "-", "."])
def test_a_blank_cell_is_no_deadline(blank: str) -> None:
    assert parse_due(blank, YEAR) is None


def test_words_that_need_the_year_of_the_plan_name_no_day_without_it() -> None:
    due = parse_due("Quý II")
    assert due is not None
    assert (due.start, due.end) == (None, None)


@pytest.mark.parametrize("impossible", ["31/02/2026", "13/2026", "45/45/2026", "tháng 0/2026"])
def test_a_day_that_no_calendar_has_is_not_read_even_in_part(impossible: str) -> None:
    due = parse_due(impossible, YEAR)
    assert due is not None
    assert (due.kind, due.start, due.end) == (DueKind.OTHER, None, None)


@pytest.mark.parametrize("typed", ["QUÝ I/2026", "quy I/2026", "Qúy I/2026"])
def test_case_accents_and_tone_placement_do_not_matter(typed: str) -> None:
    due = parse_due(typed, YEAR)
    assert due is not None
    assert due.start == date(2026, 1, 1)


@pytest.mark.parametrize(
    "text",
    ["Quý I/2026", "Thường xuyên", "Trình UBND tỉnh trước 8/2026", "Hằng tháng", "Theo tiến độ dự án được duyệt"],
)
def test_a_deadline_is_known_in_any_column(text: str) -> None:
    assert looks_like_due(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Báo cáo tổng kết",
        "Kế hoạch của UBND tỉnh",
        "25 quy trình được phê duyệt",
        "Nhiệm vụ 15 Phụ lục II Kế hoạch số 27",
        "Sở Nội vụ",
    ],
)
def test_a_result_or_a_unit_is_no_deadline(text: str) -> None:
    assert not looks_like_due(text)


@given(st.text(), st.one_of(st.none(), st.integers(1900, 2099)))
def test_any_words_can_be_read_and_are_kept(text: str, year: int | None) -> None:
    due = parse_due(text, year)
    assert due is None or due.text == text


@given(st.dates(date(1990, 1, 1), date(2089, 12, 31)))
def test_every_day_written_in_figures_is_read_back(day: date) -> None:
    due = parse_due(f"{day.day:02}/{day.month:02}/{day.year}")
    assert due is not None
    assert (due.start, due.end, due.kind) == (day, day, DueKind.DATE)


@pytest.mark.parametrize("text", ["Q2/2026", "Q.II/2026", "quý 2-2026"])
def test_a_quarter_may_be_one_letter(text: str) -> None:
    due = parse_due(text)
    assert due is not None
    assert (due.start, due.end, due.kind) == (date(2026, 4, 1), date(2026, 6, 30), DueKind.QUARTER)


def test_a_day_as_programs_write_it() -> None:
    found = parse_due("2026-09-30")
    assert found is not None
    assert (found.text, found.end) == ("2026-09-30", date(2026, 9, 30))


@pytest.mark.parametrize(
    ("text", "year", "start", "end"),
    [
        ("06 - 07/10", 2026, "2026-10-06", "2026-10-07"),
        ("Gửi 16/9; nhận trước 25/9", 2026, "2026-09-16", "2026-09-25"),
        ("08 - 15/10; ban hành chậm nhất 15/10/2026", None, "2026-10-08", "2026-10-15"),
        ("01/10 - 15/10/2026", None, "2026-10-01", "2026-10-15"),
        ("15/12 - 20/01/2027", 2026, "2026-12-15", "2027-01-20"),
        ("Từ 15/12/2026 đến 20/01", 2026, "2026-12-15", "2027-01-20"),
        ("30/6, 31/12/2026", None, "2026-06-30", "2026-12-31"),
        ("Quý IV/2026 và Quý I", 2026, "2026-10-01", "2027-03-31"),
        ("Tháng 9 - 15/10/2026", 2026, "2026-09-01", "2026-10-15"),
        ("30/4; báo cáo 05/5", None, None, None),
    ],
)
def test_days_without_a_year_have_that_of_their_cell(text: str, year: int | None, start: str, end: str) -> None:
    due = parse_due(text, year)
    assert due is not None
    assert (due.start, due.end) == (_day(start), _day(end))
