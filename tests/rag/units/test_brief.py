"""A unit's brief: what it leads, supports and reports, by deadline, the same rows as the answers give."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from ingest.errors import UnknownUnit, WrongUse
from rag.corpus.library import Library
from rag.engine import Engine
from rag.query.asks import Intent
from rag.query.question import understand
from rag.service import Service
from rag.units.brief import Brief, State

TODAY = date(2026, 6, 18)


def places(rows: object) -> list[str]:
    return [row.item.locator for row in rows]  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def irrigation(service: Service) -> Brief:
    return service.brief("Chi cục Thủy lợi", today=TODAY)


def test_a_brief_and_an_answer_hold_the_same_rows_for_every_unit(
    service: Service, sample_engine: Engine, sample_library: Library
) -> None:
    compared = 0
    for unit in sample_library.units.values():
        question = f"{unit.names[0]} phải làm gì?"
        if understand(question, sample_library, TODAY).intent is not Intent.LIST:
            continue
        answer = sample_engine.answer(question, TODAY)
        brief = service.brief(unit.names[0], today=TODAY)
        assert Counter(row.item for row in brief.rows) == Counter((*answer.items, *answer.also)), question
        compared += 1
    assert compared >= len(sample_library.units) - 1 > 50


@pytest.mark.parametrize("unit", ["Chi cục Thủy lợi", "Sở Nội vụ", "Phòng Kinh tế", "Sở Khoa học và Công nghệ"])
def test_rows_in_the_period_are_those_that_a_question_with_a_time_lists(
    service: Service, sample_engine: Engine, unit: str
) -> None:
    brief = service.brief(unit, today=TODAY, since=date(2026, 4, 1), until=date(2026, 6, 30))
    answer = sample_engine.answer(f"{unit} phải làm gì trong quý 2/2026?", TODAY)
    tasks = {(row.item.file, row.item.locator) for row in (*brief.leads, *brief.supports) if row.in_period}
    assert tasks == {(one.file, one.locator) for one in answer.items if one.role in ("lead", "support")}


def test_the_nearest_deadline_stands_first_and_rows_without_one_last(irrigation: Brief) -> None:
    assert places(irrigation.leads) == [f"Phụ lục II/{row}" for row in ("1", "2", "6", "3", "9-1", "7")]
    assert [row.last for row in irrigation.leads] == [
        date(2026, 4, 15), date(2026, 6, 30), date(2026, 6, 30), date(2026, 7, 31), date(2026, 9, 30), None,
    ]  # fmt: skip


def test_every_row_says_how_its_deadline_stands(irrigation: Brief) -> None:
    assert [row.state for row in irrigation.leads] == [
        State.OVERDUE, State.SOON, State.SOON, State.IN_PERIOD, State.IN_PERIOD, State.UNDATED,
    ]  # fmt: skip
    assert irrigation.left_out == 0


def test_targets_hold_their_value_and_measure(irrigation: Brief) -> None:
    assert [(row.item.locator, row.item.value, row.measure) for row in irrigation.targets] == [
        ("Phụ lục I/1", "≥ 85", "%"),
        ("Phụ lục I/2", "24", "Trạm"),
        ("Phụ lục I/3", "39,0", "Nghìn ha"),
        ("Phụ lục I/4", "≥ 90", "%"),
    ]


def test_what_reaches_the_unit_by_a_collective_stands_apart_and_says_which(irrigation: Brief) -> None:
    assert all(row.item.via for row in irrigation.shared)
    assert not any(row.item.via for row in irrigation.rows if row not in irrigation.shared)
    monthly = next(row for row in irrigation.shared if row.kind == "report")
    assert (monthly.item.via, monthly.last, monthly.recurring) == (
        "Các phòng, đơn vị thuộc Sở",
        date(2026, 6, 20),
        True,
    )


def test_a_report_is_due_on_its_next_day_and_lists_those_of_the_period(service: Service) -> None:
    brief = service.brief("Phòng Kế hoạch - Tài chính", today=TODAY, since=date(2026, 7, 1), until=date(2026, 12, 31))
    quarterly, yearly, half = (
        next(row for row in brief.reports if said in row.printed) for said in ("12 của", "12/2026", "6/2026")
    )
    assert quarterly.days == (date(2026, 9, 12), date(2026, 12, 12))
    assert (quarterly.last, quarterly.state) == (date(2026, 9, 12), State.IN_PERIOD)
    assert (yearly.days, yearly.recurring) == ((date(2026, 12, 1),), False)
    assert (half.last, half.state, half.days) == (date(2026, 6, 8), State.OVERDUE, ())


def test_a_period_leaves_out_what_is_due_outside_it_and_counts_it(service: Service, irrigation: Brief) -> None:
    brief = service.brief("Chi cục Thủy lợi", today=TODAY, since=date(2026, 7, 1), until=date(2026, 7, 31))
    assert places(brief.leads) == ["Phụ lục II/1", "Phụ lục II/3", "Phụ lục II/7"]
    assert [row.in_period for row in brief.leads] == [False, True, False]
    assert len(brief.rows) + brief.left_out == len(irrigation.rows)


def test_a_week_in_which_nothing_is_due_tells_what_comes_next(service: Service) -> None:
    brief = service.brief("Chi cục Thủy lợi", today=date(2026, 7, 6), since=date(2026, 7, 6), until=date(2026, 7, 12))
    assert brief.following is not None
    assert (brief.following.item.locator, brief.following.last) == ("Phụ lục II/3", date(2026, 7, 31))
    in_july = service.brief("Chi cục Thủy lợi", today=date(2026, 7, 6), since=date(2026, 7, 6), until=date(2026, 7, 31))
    assert in_july.following is None


def test_every_row_points_into_its_plan(service: Service, irrigation: Brief) -> None:
    for row in irrigation.rows:
        plan = service.plan(row.item.file)
        assert plan is not None
        assert row.spans
        assert all(span.slice(plan.text).strip() for span in row.spans)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("SNV", "so noi vu"),
        ("so noi vu", "so noi vu"),
        ("Chi cuc Thuy loi", "chi cuc thuy loi"),
        ("Văn phòng UBND tỉnh", "van phong uy ban nhan dan tinh"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "van phong uy ban nhan dan tinh"),
    ],
)
def test_a_unit_is_found_under_the_names_that_questions_use(service: Service, typed: str, key: str) -> None:
    assert service.brief(typed, today=TODAY).unit.key == key


def test_a_unit_that_no_plan_names_is_refused_with_the_nearest_names(service: Service) -> None:
    with pytest.raises(UnknownUnit) as caught:
        service.brief("Chi cục Thủy sản", today=TODAY)
    assert "Chi cục Thủy lợi" in caught.value.near
    assert "“Chi cục Thủy sản”" in caught.value.message
    assert "Chi cục Thủy lợi" in caught.value.message


@pytest.mark.parametrize("typed", ["", "   ", "abc", "Sở Nội vụ Sở Tài chính", "năm 2026", "a" * 5000])
def test_what_names_no_one_unit_is_refused(service: Service, typed: str) -> None:
    with pytest.raises(UnknownUnit):
        service.brief(typed, today=TODAY)


def test_a_period_that_ends_before_it_begins_is_wrong_use(service: Service) -> None:
    with pytest.raises(WrongUse, match="01/05/2026"):
        service.brief("Sở Nội vụ", today=TODAY, since=date(2026, 6, 1), until=date(2026, 5, 1))


def test_units_are_counted_as_their_briefs_count_them(service: Service, sample_library: Library) -> None:
    units = service.units()
    told = {name for one in units for name in (one.unit.name, *one.unit.others)}
    assert told >= {unit.names[0] for unit in sample_library.units.values()}
    for one in units:
        brief = service.brief(one.unit.name, today=TODAY)
        led = sum(row.item.role == "lead" for row in (*brief.leads, *brief.targets))
        assert (one.leads, one.supports) == (led, len(brief.supports) + len(brief.targets) + len(brief.leads) - led)
        assert one.reports == len(brief.reports)
    assert service.units() is units


def test_units_stand_by_name_those_for_many_offices_last(service: Service) -> None:
    collective = [one.unit.collective for one in service.units()]
    assert collective == sorted(collective)
    assert service.units()[0].unit.name == "Ban Chỉ huy Quân sự xã"


def test_the_state_of_a_library_tells_it_from_another(service: Service) -> None:
    assert service.state() == service.state()
    assert len(service.state()) == 16
