"""Records come back from JSON equal to what was written."""

from __future__ import annotations

import pytest
from hypothesis import given

from index.records import all_from_json, from_json, to_json
from ingest.plan import Due, DueKind, Plan, Task
from tests.index.plans import plans, sample_plan


@given(plans)
def test_any_plan_comes_back_equal(plan: Plan) -> None:
    assert from_json(Plan, to_json(plan)) == plan


def test_several_records_come_back_in_their_order() -> None:
    tasks = sample_plan().tasks
    assert all_from_json(Task, [to_json(task) for task in tasks]) == tasks
    assert all_from_json(Task, []) == ()


def test_a_field_that_was_not_stored_takes_its_default() -> None:
    assert from_json(Due, '{"text": "6/2026", "kind": "month"}') == Due("6/2026", DueKind.MONTH)


@pytest.mark.parametrize(
    "text", ["{", '{"text": "x"}', '{"text": "x", "kind": "never"}', '{"text": "x", "kind": "month", "more": 1}']
)
def test_a_record_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_json(Due, text)
