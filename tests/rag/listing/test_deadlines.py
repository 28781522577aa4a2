"""What falls due in a stretch of time, in day order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import UnknownUnit, WrongUse
from rag.listing.deadlines import Deadline
from rag.service import Service

JUNE = (date(2026, 6, 1), date(2026, 6, 30))
DEPARTMENT = "lamgiang-snnmt-2026.txt"


def listed(found: tuple[Deadline, ...]) -> list[tuple[int, str, str]]:
    return [(one.day.day, one.kind, one.item.locator) for one in found]


def test_a_month_of_one_plan_lists_tasks_and_reports_by_day(service: Service) -> None:
    assert listed(service.deadlines(*JUNE, files=[DEPARTMENT])) == [
        (8, "report", "IV/1"),
        (12, "report", "IV/1"),
        (20, "report", "IV/3"),
        (30, "task", "Phụ lục II/2"),
        (30, "task", "Phụ lục II/6"),
    ]


def test_a_deadline_is_told_as_printed_with_the_days_it_stands_for(service: Service) -> None:
    found = {one.item.locator: one for one in service.deadlines(*JUNE, files=[DEPARTMENT])}
    quarter = found["Phụ lục II/6"]
    assert (quarter.item.due, quarter.first, quarter.last) == ("Quý II/2026", date(2026, 4, 1), date(2026, 6, 30))
    assert (found["IV/3"].item.due, found["IV/3"].recurring) == ("trước ngày 20", True)


def test_a_recurring_report_has_every_date_of_the_period_from_its_plans_day_on(service: Service) -> None:
    found = service.deadlines(date(2025, 6, 1), date(2026, 12, 31), unit="Sở Văn hóa, Thể thao và Du lịch")
    monthly = [one.day for one in found if one.item.locator == "V/4"]
    assert monthly == [date(2026, month, 22) for month in range(1, 13)]


def test_a_units_deadlines_are_those_of_its_brief(service: Service) -> None:
    brief = service.brief("Chi cục Thủy lợi", today=JUNE[0], since=JUNE[0], until=JUNE[1])
    expected = {(row.item.locator, day) for row in brief.rows for day in row.days}
    found = service.deadlines(*JUNE, unit="Chi cục Thủy lợi")
    assert {(one.item.locator, one.day) for one in found} == expected
    assert ("Phụ lục II/2", date(2026, 6, 30)) in expected


def test_two_things_of_one_place_and_day_are_told_apart(service: Service) -> None:
    year = service.deadlines(date(2026, 1, 1), date(2026, 12, 31))
    keys = [(one.item.file, one.kind, one.item.locator, one.day, one.number) for one in year]
    assert len(keys) == len(set(keys)) > 60


def test_an_unknown_unit_and_a_reversed_period_are_refused(service: Service) -> None:
    with pytest.raises(UnknownUnit):
        service.deadlines(*JUNE, unit="Chi cục Hàng hải")
    with pytest.raises(WrongUse):
        service.deadlines(JUNE[1], JUNE[0])


DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@settings(max_examples=30, deadline=None)
@given(days=st.tuples(DAYS, DAYS, DAYS))
def test_a_stretch_cut_in_two_holds_what_its_parts_hold(service: Service, days: tuple[date, date, date]) -> None:
    since, middle, until = sorted(days)
    whole = service.deadlines(since, until)
    assert [one.day for one in whole] == sorted(one.day for one in whole)
    later = [one for one in service.deadlines(middle, until) if one.day > middle]
    assert len(service.deadlines(since, middle)) + len(later) == len(whole)
