from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics import bootstrap, is_one_of, judge, percentile, settle, share
from rag.answer import Answer, Citation, Status
from tests.eval.fakes import FILE, GOOD, REFUSAL, TEXT, case, cited, listing, missing, row

TEXTS = {FILE: TEXT}


def answer(*values: str) -> Answer:
    return replace(GOOD, values=values)


def rows(*locators: str) -> Answer:
    citations = tuple(cited("Xây dựng", locator) for locator in locators)
    return replace(GOOD, values=(), items=tuple(map(row, locators)), citations=citations)


def test_a_right_answer_is_fully_right() -> None:
    judgment = judge(case(), GOOD, TEXTS)
    assert judgment.fully_right
    assert judgment.cited_well
    assert judgment.items is None


def test_a_right_value_under_the_wrong_status_is_not_fully_right() -> None:
    judgment = judge(case(), replace(GOOD, status=Status.AMBIGUOUS), TEXTS)
    assert judgment.wrong == ("status",)


@pytest.mark.parametrize(
    "values",
    [
        (),
        ("Sở Nội vụ",),
        ("Sở Tài chính", "Sở Nội vụ"),
        ("Sở Tài chính", "Sở Tài chính"),
        ("sở tài chính",),
        ("Sở Tài chính chủ trì",),
    ],
)
def test_a_missing_wrong_extra_repeated_or_padded_value_is_wrong(values: tuple[str, ...]) -> None:
    assert judge(case(), answer(*values), TEXTS).values is False


@pytest.mark.parametrize("value", ["Sở  Tài\nchính", "Sở Tài chính.", "Sở Tài chính; ", "Sở Tài chính"])
def test_spacing_composition_and_a_closing_mark_do_not_matter(value: str) -> None:
    assert judge(case(), answer(unicodedata.normalize("NFD", value)), TEXTS).values


def test_one_of_several_forms_is_enough_but_only_once() -> None:
    asked = case(values=["Sở KH&CN || Sở Khoa học và Công nghệ"])
    assert judge(asked, answer("Sở Khoa học và Công nghệ"), TEXTS).values
    assert judge(asked, answer("Sở Khoa học và Công nghệ", "Sở KH&CN"), TEXTS).values is False


def test_each_expected_entry_needs_a_value_of_its_own() -> None:
    asked = case(values=["A || B", "A"])
    assert judge(asked, answer("A", "B"), TEXTS).values
    assert judge(asked, answer("B", "A"), TEXTS).values
    assert judge(asked, answer("B", "B"), TEXTS).values is False


def test_order_of_values_matters_for_comparisons_only() -> None:
    turned = answer("B", "A")
    assert judge(case(values=["A", "B"]), turned, TEXTS).values
    assert judge(case(type="compare", values=["A", "B"]), turned, TEXTS).values is False


def test_a_refusal_that_still_gives_a_value_is_wrong() -> None:
    assert judge(missing(), REFUSAL, TEXTS).fully_right
    assert judge(missing(), replace(REFUSAL, values=("Sở Tài chính",)), TEXTS).wrong == ("values",)


def test_not_found_and_not_stated_are_kept_apart() -> None:
    blank = case(type="not_stated", status="not_stated", values=[])
    assert "status" in judge(blank, REFUSAL, TEXTS).wrong


def test_a_list_is_right_only_when_complete_and_without_a_foreign_row() -> None:
    asked = listing("Phụ lục/1", "Phụ lục/2")
    assert judge(asked, rows("Phụ lục/1", "Phụ lục/2"), TEXTS).fully_right
    assert judge(asked, rows("Phụ lục/1"), TEXTS).items is False
    assert judge(asked, rows("Phụ lục/1", "Phụ lục/2", "Phụ lục/3"), TEXTS).items is False


def test_a_list_out_of_order_is_right_but_said_to_be_out_of_order() -> None:
    judgment = judge(listing("Phụ lục/1", "Phụ lục/2"), rows("Phụ lục/2", "Phụ lục/1"), TEXTS)
    assert judgment.fully_right
    assert judgment.order is False


def test_the_same_locator_in_another_plan_is_another_row() -> None:
    other = replace(rows("Phụ lục/1"), items=(replace(row("Phụ lục/1"), file="khac.txt"),))
    assert judge(listing("Phụ lục/1"), other, TEXTS).items is False


def test_a_count_needs_its_number_and_its_rows() -> None:
    asked = listing("Phụ lục/1", "Phụ lục/2", type="count", values=["2"])
    counted = replace(rows("Phụ lục/1", "Phụ lục/2"), values=("2",))
    assert judge(asked, counted, TEXTS).fully_right
    assert judge(asked, replace(counted, values=("3",)), TEXTS).wrong == ("values",)
    assert judge(asked, replace(counted, items=counted.items[:1]), TEXTS).wrong == ("items",)


def test_a_citation_of_another_row_is_wrong_and_one_right_among_two_is_enough() -> None:
    elsewhere = replace(GOOD, citations=(cited("Sở Tài chính", "Phụ lục/2"),))
    assert judge(case(), elsewhere, TEXTS).wrong == ("locator",)
    both = replace(GOOD, citations=(*elsewhere.citations, *GOOD.citations))
    assert judge(case(), both, TEXTS).locator


def test_an_answer_without_a_citation_is_wrong() -> None:
    assert judge(case(), replace(GOOD, citations=()), TEXTS).locator is False


def test_a_list_may_cite_the_annex_around_its_rows_but_no_foreign_row() -> None:
    asked, given_rows = listing("Phụ lục/1"), rows("Phụ lục/1")
    with_annex = replace(given_rows, citations=(*given_rows.citations, cited("Tập huấn", "Phụ lục")))
    with_foreign = replace(given_rows, citations=(*given_rows.citations, cited("Tập huấn", "Phụ lục/2")))
    only_annex = replace(given_rows, citations=(cited("Tập huấn", "Phụ lục"),))
    assert judge(asked, with_annex, TEXTS).locator
    assert judge(asked, with_foreign, TEXTS).locator is False
    assert judge(asked, only_annex, TEXTS).locator is False


@pytest.mark.parametrize(
    "broken",
    [
        replace(cited("Sở Tài chính"), start=0),
        replace(cited("Sở Tài chính"), file="khac.txt"),
        replace(cited("Sở Tài chính"), quote="Sở Tài chính "),
        Citation(FILE, "Kế hoạch", "Phụ lục/1", "", 0, 0),
        Citation(FILE, "Kế hoạch", "Phụ lục/1", TEXT[-13:-1], -13, -1),
    ],
)
def test_a_quote_that_is_not_the_slice_it_claims_is_not_verbatim(broken: Citation) -> None:
    assert judge(case(), replace(GOOD, citations=(broken,)), TEXTS).verbatim is False


def test_a_quote_has_to_hold_the_value_as_whole_words() -> None:
    assert judge(case(), replace(GOOD, citations=(cited("Xây dựng kho"),)), TEXTS).holds is False
    in_a_year = replace(answer("20"), citations=(cited("3/2026"),))
    assert judge(case(values=["20"]), in_a_year, TEXTS).wrong == ("holds",)


def test_a_value_broken_over_a_page_may_be_spread_over_two_quotes_of_one_place() -> None:
    halves = (cited("Nội vụ"), cited("kho dữ liệu\tSở"))
    broken = replace(answer("Sở Nội vụ"), citations=halves)
    assert judge(case(values=["Sở Nội vụ"]), broken, TEXTS).fully_right
    apart = replace(broken, citations=(halves[0], replace(halves[1], locator="Phụ lục/2")))
    assert judge(case(values=["Sở Nội vụ"]), apart, TEXTS).holds is False
    turned = replace(answer("Nội vụ kho"), citations=halves)
    assert judge(case(values=["Nội vụ kho"]), turned, TEXTS).holds is False


def test_a_shorter_value_than_the_cell_is_wrong_even_if_it_is_in_the_quote() -> None:
    judgment = judge(case(), answer("Tài chính"), TEXTS)
    assert judgment.holds
    assert judgment.wrong == ("values",)


@given(st.text())
def test_settling_twice_changes_nothing(text: str) -> None:
    assert settle(settle(text)) == settle(text)


def test_shares_leave_out_what_does_not_apply() -> None:
    assert share([True, None, False]) == 0.5
    assert share([None]) is None


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_the_interval_holds_the_share_and_lies_in_zero_to_one(flags: list[bool]) -> None:
    low, high = bootstrap(flags, rounds=200)
    assert 0 <= low <= sum(flags) / len(flags) <= high <= 1


def test_the_interval_is_about_as_wide_as_the_binomial_one() -> None:
    low, high = bootstrap([True] * 80 + [False] * 20)
    assert low == pytest.approx(0.72, abs=0.03)
    assert high == pytest.approx(0.88, abs=0.03)


def test_percentiles_are_values_that_were_measured() -> None:
    assert percentile([3, 1, 2, 4], 50) == 2
    assert percentile(list(range(1, 101)), 95) == 95
    assert percentile([7], 95) == 7
    assert percentile([], 50) == 0


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("Rà soát hồ chứa nước và sửa tràn xả lũ trước mùa mưa", True),
        ("Rà soát hồ chứa nước và sửa tràn", False),
        ("sửa tràn xả lũ trước mùa mưa", False),
        ("Rà soát hồ chứa trước mùa mưa", True),
    ],
)
def test_the_middle_of_a_long_form_may_be_left_out(value: str, right: bool) -> None:  # noqa: FBT001 — a table of cases
    assert is_one_of(value, ["nạo vét kênh", "Rà soát hồ chứa … trước mùa mưa"]) is right


def test_a_value_shorter_than_both_ends_together_is_not_the_whole() -> None:
    assert not is_one_of("mùa mưa", ["mùa mưa … mùa mưa"])
