"""Long lists under the plan and section they stand in, with counts that add up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.api.sample import FILE, PLAN
from web.grouping import LONG, Sections, grouped

PLACES = st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from(["I", "II", ""])), max_size=60)


def test_a_short_list_of_one_plan_stays_as_it_is() -> None:
    placed = grouped([("A", "I"), ("A", "II"), ("A", "I")])
    assert [(one.number, one.heads) for one in placed] == [(0, ()), (1, ()), (2, ())]


def test_rows_of_one_plan_stand_together_under_its_name_and_count() -> None:
    placed = grouped([("A", ""), ("B", ""), ("A", "")])
    assert [one.number for one in placed] == [0, 2, 1]
    assert [[(head.text, head.count) for head in one.heads] for one in placed] == [[("A", 2)], [], [("B", 1)]]


def test_a_plan_with_many_rows_is_parted_by_section() -> None:
    rows = [("A", "I" if number % 2 else "II") for number in range(LONG + 2)]
    placed = grouped(rows)
    assert [[(head.text, head.count, head.outer) for head in one.heads] for one in placed if one.heads] == [
        [("II", 7, False)],
        [("I", 7, False)],
    ]


@given(PLACES)
def test_every_row_is_kept_once_and_headings_count_those_below_them(places: list[tuple[str, str]]) -> None:
    placed = grouped(places)
    assert sorted(one.number for one in placed) == list(range(len(places)))
    outer = [head for one in placed for head in one.heads if head.outer]
    assert not outer or sum(head.count for head in outer) == len(places)
    for plan in {plan for plan, _ in places}:
        below = [at for at, one in enumerate(placed) if places[one.number][0] == plan]
        assert below == list(range(below[0], below[0] + len(below)))


def test_a_row_is_told_by_its_annex_and_group_and_prose_by_its_outermost_heading() -> None:
    sections = Sections([PLAN])
    assert sections.of(FILE, "Phụ lục/1") == "Phụ lục, mục I. Hạ tầng số"
    assert sections.of(FILE, "I/1") == "I. TỔ CHỨC THỰC HIỆN"
    assert sections.of("khác.txt", "I/1") == ""
