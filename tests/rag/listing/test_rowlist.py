"""Rows chosen by place, unit, role and time."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.errors import UnknownUnit, WrongUse
from rag.listing.rowlist import Choice
from rag.service import Service


def test_without_a_condition_every_row_is_listed(service: Service) -> None:
    plans = service.plans()
    assert [one.task for one in service.tasks(Choice())] == [task for plan in plans for task in plan.tasks]
    assert [one.target for one in service.targets(Choice())] == [target for plan in plans for target in plan.targets]
    assert [one.duty for one in service.duties(Choice())] == [duty for plan in plans for duty in plan.duties]


def test_a_units_rows_are_those_of_its_brief(service: Service) -> None:
    brief = service.brief("Sở Nội vụ", today=date(2026, 6, 18))
    for role, rows in (("lead", brief.leads), ("support", brief.supports)):
        listed = service.tasks(Choice(unit="so noi vu", role=role))
        assert {one.task.locator for one in listed} == {row.item.locator for row in rows}
        assert {one.role for one in listed} == {role}
    assert len(service.targets(Choice(unit="SNV"))) == len(brief.targets)


def test_a_time_leaves_the_rows_due_in_it(service: Service) -> None:
    july = Choice(since=date(2026, 7, 1), until=date(2026, 7, 31), file="lamgiang-snnmt-2026.txt")
    assert [one.task.locator for one in service.tasks(july)] == ["Phụ lục II/3", "Phụ lục II/4"]
    assert [one.duty.locator for one in service.duties(july)] == ["IV/3"]
    late = Choice(since=date(2026, 12, 2), file="lamgiang-snnmt-2026.txt")
    assert [one.task.locator for one in service.tasks(late)] == ["Phụ lục II/13"]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_days_at_the_ends_of_the_calendar_are_no_accident(service: Service, day: date) -> None:
    service.duties(Choice(since=day, until=day))


def test_a_role_of_nobody_an_unknown_unit_and_a_reversed_time_are_refused(service: Service) -> None:
    with pytest.raises(WrongUse, match="role"):
        service.tasks(Choice(role="lead"))
    with pytest.raises(UnknownUnit):
        service.duties(Choice(unit="Sở Hàng hải"))
    with pytest.raises(WrongUse):
        service.targets(Choice(since=date(2026, 2, 2), until=date(2026, 2, 1)))
