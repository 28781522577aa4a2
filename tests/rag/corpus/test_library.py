"""The plans as questions see them: entries, units under one key, names that point to a plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ingest.document import Span
from ingest.plan import Basis, Header, Plan
from rag.corpus.library import build_library
from tests.rag.plans import department_plan, province_plan


def test_every_row_and_clause_is_an_entry_numbered_in_order() -> None:
    plans = (province_plan(), department_plan())
    library = build_library(plans)
    assert [entry.order for entry in library.entries] == list(range(len(library.entries)))
    for number, plan in enumerate(plans):
        found = {(one.kind, one.locator) for one in library.entries if one.plan == number}
        assert {("task", task.locator) for task in plan.tasks} <= found
        assert {("target", target.locator) for target in plan.targets} <= found
        assert {("clause", clause.locator) for clause in plan.clauses} <= found


def test_a_unit_has_one_key_under_all_its_spellings() -> None:
    plan = province_plan()
    short = replace(plan.tasks[0], leads=("Sở KH&CN",))
    library = build_library([replace(plan, tasks=(short, *plan.tasks[1:]))])
    (unit,) = [unit for unit in library.units.values() if "Sở KH&CN" in unit.names]
    assert "Sở Khoa học và Công nghệ" in unit.names


def test_a_plan_is_known_by_its_number_issuer_place_and_level() -> None:
    province, department = build_library([province_plan(), department_plan()]).profiles
    assert {"12/kh-ubnd", "12"} <= province.numbers
    assert (province.level, department.level) == ("province", "department")
    assert (province.year, department.year) == (2026, 2026)
    assert "song lam" in province.places


def _citing(number: str, title: str) -> Plan:
    """A department's plan that names another in its legal bases."""
    plan = department_plan()
    basis = Basis(number, date(2026, 1, 9), f"Thực hiện Kế hoạch số {number} của UBND tỉnh về {title}", Span(0, 1))
    return replace(plan, header=replace(plan.header, legal_bases=(basis,)))


def test_a_plan_without_number_is_known_by_the_number_under_which_another_cites_it() -> None:
    plan = province_plan()
    blank = replace(plan, header=replace(plan.header, number=None))
    title = "phát triển hạ tầng số tỉnh Sông Lam năm 2026"
    assert "12" in build_library([blank, _citing("12/KH-UBND", title)]).profiles[0].numbers


def test_a_plan_without_number_does_not_take_that_of_another_plan() -> None:
    plan = province_plan()
    blank = replace(plan, header=replace(plan.header, number=None))
    assert (
        build_library([blank, _citing("12/KH-UBND", "trồng rừng phòng hộ ven biển")]).profiles[0].numbers == frozenset()
    )


def test_a_word_never_printed_weighs_most() -> None:
    library = build_library([province_plan()])
    assert library.idf("vu_chu") > library.idf("chu") > 0


def test_a_plan_with_nothing_but_a_text_makes_an_empty_library() -> None:
    empty = Plan("trong.txt", "d", "Kế hoạch", Header(), (), (), (), (), (), ())
    library = build_library([empty])
    assert (library.entries, library.units) == ((), {})
