from __future__ import annotations

from datetime import date

import pytest

from ingest.errors import WrongUse
from web.stretches import Stretch, month_after, month_before, month_end, stretch

SUNDAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("key", "since", "until"),
    [
        ("week", date(2026, 2, 23), date(2026, 3, 1)),
        ("next_week", date(2026, 3, 2), date(2026, 3, 8)),
        ("month", date(2026, 3, 1), date(2026, 3, 31)),
        ("next_month", date(2026, 4, 1), date(2026, 4, 30)),
        ("quarter", date(2026, 1, 1), date(2026, 3, 31)),
        ("year", date(2026, 3, 1), date(2026, 12, 31)),
        ("all", None, None),
    ],
)
def test_a_named_period_means_days_of_the_day_it_is_opened(key: str, since: date | None, until: date | None) -> None:
    assert stretch(key, SUNDAY) == Stretch(key, since, until)


def test_given_days_count_for_a_period_of_ones_own_alone() -> None:
    assert stretch("custom", SUNDAY, since=SUNDAY) == Stretch("custom", SUNDAY, None)
    assert stretch("all", SUNDAY, since=SUNDAY) == Stretch("all")
    with pytest.raises(WrongUse):
        stretch("decade", SUNDAY)


def test_open_ends_are_told_in_words() -> None:
    assert Stretch("custom", SUNDAY, None).days == "từ 1/3/2026"
    assert Stretch("custom", None, SUNDAY).days == "đến 1/3/2026"
    assert Stretch("all").days == ""


def test_months_follow_each_other_over_the_year() -> None:
    assert month_after(date(2026, 12, 31)) == date(2027, 1, 1)
    assert month_before(date(2026, 1, 31)) == date(2025, 12, 1)
    assert month_end(date(2028, 2, 3)) == date(2028, 2, 29)
