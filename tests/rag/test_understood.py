from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.read import read_plan
from rag.corpus.library import Library, build_library
from rag.understood import Condition, conditions

TODAY = date(2026, 3, 2)
PLANS = Path(__file__).resolve().parents[2] / "eval" / "plans"


@pytest.fixture(scope="module")
def sample() -> Library:
    return build_library([read_plan(file) for file in sorted(PLANS.glob("*.txt"))])


def kinds(found: tuple[Condition, ...]) -> list[str]:
    return [one.kind for one in found]


def test_a_unit_and_a_time_are_told_and_either_can_be_taken_away(sample: Library) -> None:
    unit, period = conditions("Sở Tài chính phải làm gì trong quý 2?", sample, TODAY)
    assert (unit.kind, unit.names, unit.without) == ("unit", ("Sở Tài chính",), "phải làm gì trong quý 2?")
    assert (period.kind, period.days) == ("period", (date(2026, 4, 1), date(2026, 6, 30)))
    assert period.without == "Sở Tài chính phải làm gì?"


def test_an_abbreviation_is_taken_away_where_it_was_typed(sample: Library) -> None:
    [unit, _] = conditions("UBND xã chủ trì việc gì trong tháng 3/2026?", sample, TODAY)
    assert unit.kind == "unit"
    assert unit.without == "chủ trì việc gì trong tháng 3/2026?"


def test_a_question_without_conditions_has_none(sample: Library) -> None:
    assert conditions("Ai chủ trì tái cấu trúc quy trình?", sample, TODAY) == ()
    assert conditions("Sở Tài chính làm gì?", build_library([]), TODAY) == ()


def test_what_is_left_is_understood_without_the_condition_alone(sample: Library) -> None:
    for question in ("Sở Tài chính chủ trì việc gì trong tháng này?", "việc của Sở Nội vụ đến hết 30/6/2026"):
        found = conditions(question, sample, TODAY)
        assert found
        for one in found:
            if one.without is not None:
                rest = conditions(one.without, sample, TODAY)
                assert kinds(rest) == [kind for kind in kinds(found) if kind != one.kind]
