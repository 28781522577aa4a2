"""Reporting duties on the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from ingest.plan import Duty
from rag.duties.recurrence import due_days, next_day, recurs, rhythms_of

NEW_YEAR, NEW_YEARS_EVE = date(2026, 1, 1), date(2026, 12, 31)


def duty(due: str, frequency: str = "") -> Duty:
    return Duty("V/1", "Sở Nội vụ", "báo cáo UBND tỉnh", "UBND tỉnh", frequency, due, Span(0, 1))


@pytest.mark.parametrize(
    ("due", "frequency", "days"),
    [
        ("trước ngày 25 của tháng cuối quý", "hằng quý", [(3, 25), (6, 25), (9, 25), (12, 25)]),
        ("trước ngày 20/6", "6 tháng", [(6, 20)]),
        ("trước ngày 15 tháng 12 hàng năm", "năm", [(12, 15)]),
        ("trước ngày 20/6/2026", "6 tháng", [(6, 20)]),
        ("trước ngày 20/6/2025", "6 tháng", []),
        ("trong tháng 01/2026", "", [(1, 31)]),
        ("trước 16 giờ", "hằng ngày", []),
        ("", "hằng quý", []),
    ],
)
def test_a_deadline_falls_on_these_days_of_2026(due: str, frequency: str, days: list[tuple[int, int]]) -> None:
    found = due_days(duty(due, frequency), NEW_YEAR, NEW_YEARS_EVE)
    assert found == [date(2026, month, day) for month, day in days]


def test_a_monthly_report_is_due_every_month_but_where_the_day_is_missing() -> None:
    assert len(due_days(duty("ngày 25", "hằng tháng"), NEW_YEAR, NEW_YEARS_EVE)) == 12
    assert date(2026, 2, 28) not in due_days(duty("ngày 30", "hằng tháng"), NEW_YEAR, NEW_YEARS_EVE)


def test_the_next_day_may_be_in_the_next_year_and_today_counts() -> None:
    yearly = duty("trước ngày 15/12 hàng năm", "hàng năm")
    assert next_day(yearly, date(2026, 12, 15)) == date(2026, 12, 15)
    assert next_day(yearly, date(2026, 12, 16)) == date(2027, 12, 15)


def test_a_day_in_the_month_before_is_shifted() -> None:
    found = due_days(duty("trước ngày 25 của tháng trước", "hằng quý"), NEW_YEAR, NEW_YEARS_EVE)
    assert [day.month for day in found] == [2, 5, 8, 11]


def test_a_deadline_with_its_year_does_not_come_back() -> None:
    assert not recurs(duty("trước ngày 20/6/2026", "6 tháng"))
    assert recurs(duty("trước ngày 20/6", "6 tháng"))


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(0, 500))
def test_every_day_found_lies_in_the_time_asked_for(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = due_days(duty("trước ngày 20 của tháng cuối quý", "hằng quý"), first, last)
    assert all(first <= day <= last and day.day == 20 and day.month % 3 == 0 for day in found)
    assert found == sorted(found)


def test_the_number_of_a_month_or_year_is_no_rhythm() -> None:
    assert rhythms_of(duty("trước ngày 10 tháng 4 năm 2026")) == set()
    assert rhythms_of(duty("trước ngày 30 tháng 11 hằng năm")) == {"year"}
