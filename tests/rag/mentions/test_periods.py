"""The days that a question names, against the day it is asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.folding import fold
from rag.mentions.periods import Period, read_period, until_now
from tests.rag.plans import TODAY


def d(text: str) -> date | None:
    """Read 20/5 as a day of 2026 and 20/5/2027 as one of its own year; nothing is an open end."""
    if not text:
        return None
    day, month, *year = (int(part) for part in text.split("/"))
    return date(year[0] if year else 2026, month, day)


PHRASES = [
    ("việc nào đến hạn tháng này", "1/5", "31/5"),
    ("tháng sau có việc gì", "1/6", "30/6"),
    ("tháng tới phải xong việc nào", "1/6", "30/6"),
    ("tháng trước còn việc nào chưa xong", "1/4", "30/4"),
    ("từ giờ tới cuối tháng phải xong việc nào", "20/5", "31/5"),
    ("từ nay đến hết quý", "20/5", "30/6"),
    ("từ hôm nay đến cuối tuần", "20/5", "24/5"),
    ("từ giờ đến cuối tháng sau", "20/5", "30/6"),
    ("hạn cuối nằm trong tháng 8", "1/8", "31/8"),
    ("quý này", "1/4", "30/6"),
    ("quý sau", "1/7", "30/9"),
    ("quý tới", "1/7", "30/9"),
    ("tuần này", "18/5", "24/5"),
    ("tuần sau", "25/5", "31/5"),
    ("hôm nay việc nào đến hạn", "20/5", "20/5"),
    ("ngày mai", "21/5", "21/5"),
    ("năm nay", "1/1", "31/12"),
    ("năm sau", "1/1/2027", "31/12/2027"),
    ("trong 30 ngày tới", "20/5", "19/6"),
    ("10 ngày nữa", "20/5", "30/5"),
    ("đến hạn tháng 6", "1/6", "30/6"),
    ("đến hạn tháng 06 năm 2026", "1/6", "30/6"),
    ("đến hạn tháng 01/2027", "1/1/2027", "31/1/2027"),
    ("trong quý II", "1/4", "30/6"),
    ("trong quý 3/2026", "1/7", "30/9"),
    ("trong quý IV năm 2026", "1/10", "31/12"),
    ("ngày 15/6", "15/6", "15/6"),
    ("ngày 15 tháng 6 năm 2026", "15/6", "15/6"),
    ("tháng 4 và tháng 5", "1/4", "31/5"),
    ("6 tháng đầu năm", "1/1", "30/6"),
    ("6 tháng cuối năm 2026", "1/7", "31/12"),
    ("nửa đầu năm", "1/1", "30/6"),
    ("trước ngày 01/7/2026", "", "30/6"),
    ("trước tháng 7/2026", "", "30/6"),
    ("trước quý III", "", "30/6"),
    ("đến hết tháng 02/2026", "", "28/2"),
    ("đến hết quý I/2026", "", "31/3"),
    ("đến ngày 30/6/2026", "", "30/6"),
    ("hết tháng 6", "", "30/6"),
    ("từ giờ đến hết tháng 6", "20/5", "30/6"),
    ("từ nay đến cuối năm", "20/5", "31/12"),
    ("từ nay đến 30/9/2026", "20/5", "30/9"),
    ("sau ngày 15/8/2026", "16/8", ""),
    ("sau tháng 8", "1/9", ""),
    ("từ tháng 9/2026", "1/9", ""),
    ("kể từ ngày 1/6/2026", "1/6", ""),
    ("từ tháng 4 đến tháng 6/2026", "1/4", "30/6"),
    ("từ tháng 4 đến 6/2026", "1/4", "30/6"),
    ("từ 01/4/2026 đến 30/6/2026", "1/4", "30/6"),
    ("từ ngày 1/4 đến hết ngày 30/6/2026", "1/4", "30/6"),
    ("từ ngày 1 đến ngày 15 tháng 6", "1/6", "15/6"),
    ("từ quý II đến quý III/2026", "1/4", "30/9"),
    ("quý II và quý III", "1/4", "30/9"),
    ("từ tháng 11 đến tháng 2", "1/11", "28/2/2027"),
    ("từ tháng 11 đến tháng 2/2026", "1/11/2025", "28/2"),
    ("từ tháng 6 năm nay đến tháng 2 năm sau", "1/6", "28/2/2027"),
    ("từ tháng này đến hết tháng 8", "1/5", "31/8"),
    ("từ đầu năm đến nay", "1/1", "20/5"),
    ("tháng 4-6/2026", "1/4", "30/6"),
    ("tháng 4, tháng 5 và tháng 6", "1/4", "30/6"),
    ("tháng 4 và tháng 9", "1/4", "30/4"),
    ("sáu tháng đầu năm", "1/1", "30/6"),
    ("6 tháng đầu năm", "1/1", "30/6"),
    ("6 tháng cuối năm", "1/7", "31/12"),
    ("6 tháng đầu năm sau", "1/1/2027", "30/6/2027"),
    ("9 tháng đầu năm 2026", "1/1", "30/9"),
    ("ngày 15 tháng 6 năm 2027", "15/6/2027", "15/6/2027"),
    ("tháng 6 năm sau", "1/6/2027", "30/6/2027"),
    ("quý I năm sau", "1/1/2027", "31/3/2027"),
    ("ngày 15 tháng sau", "15/6", "15/6"),
    ("trước 30/6", "", "29/6"),
    ("trước ngày 30/6", "", "29/6"),
    ("đến hết tháng này", "", "31/5"),
    ("đến hôm nay", "", "20/5"),
    ("từ nay đến hết tháng sau", "20/5", "30/6"),
    ("từ nay đến tháng 2", "20/5", "28/2/2027"),
    ("từ hôm nay đến hết tháng 6", "20/5", "30/6"),
    ("trước tháng sau", "", "31/5"),
    ("sau tháng này", "1/6", ""),
    ("3 tháng tới", "20/5", "20/8"),
    ("2 tuần tới", "20/5", "3/6"),
    ("30 ngày qua", "20/4", "20/5"),
    ("tuần trước", "11/5", "17/5"),
    ("quý trước", "1/1", "31/3"),
    ("nửa năm nay", "1/1", "30/6"),
    ("nửa cuối năm", "1/7", "31/12"),
    ("còn phải làm gì trong tháng 8", "1/8", "31/8"),
    ("cho tôi việc trong tháng sau", "1/6", "30/6"),
    ("xã Đá Hang tháng này có việc gì", "1/5", "31/5"),
]


@pytest.mark.parametrize(("typed", "first", "last"), PHRASES)
def test_a_phrase_names_its_days(typed: str, first: str, last: str) -> None:
    period = read_period(typed, TODAY, 2026)
    assert period is not None
    assert (period.start, period.end) == (d(first), d(last))


@pytest.mark.parametrize(("typed", "first", "last"), PHRASES)
def test_the_same_phrase_without_accents_in_capitals_names_the_same_days(typed: str, first: str, last: str) -> None:
    period = read_period(fold(typed).upper(), TODAY, 2026)
    assert period is not None
    assert (period.start, period.end) == (d(first), d(last))


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("tháng sáu", "1/6", "30/6"),
        ("THÁNG SÁU", "1/6", "30/6"),
        ("tháng bảy", "1/7", "31/7"),
        ("tháng mười một", "1/11", "30/11"),
        ("từ tháng sáu đến tháng tám", "1/6", "31/8"),
        ("ngày 15 tháng sáu", "15/6", "15/6"),
        ("quý hai", "1/4", "30/6"),
        ("ba tháng tới", "20/5", "20/8"),
        ("tháng sau", "1/6", "30/6"),
        ("đầu tư tháng 7", "1/7", "31/7"),
    ],
)
def test_accents_tell_numbers_in_letters_from_other_words(typed: str, first: str, last: str) -> None:
    period = read_period(typed, TODAY, 2026)
    assert period is not None
    assert (period.start, period.end) == (d(first), d(last))


@pytest.mark.parametrize("typed", ["báo cáo hằng tháng sau đó", "hàng quý trước ngày họp", "mỗi năm sau"])
def test_what_comes_round_is_counted_from_no_day(typed: str) -> None:
    assert read_period(typed, TODAY, 2026) is None


def test_next_month_is_not_june_where_accents_are_left_out() -> None:
    asked = date(2026, 7, 10)
    periods = [read_period(typed, asked, 2026) for typed in ("tháng sáu", "thang sau")]
    assert [one.start for one in periods if one] == [date(2026, 6, 1), date(2026, 8, 1)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("việc đến hạn từ tháng 4 đến tháng 6/2026 của xã", "thang 4 den thang 6/2026"),
        ("sáu tháng đầu năm làm gì", "sau thang dau nam"),
        ("việc của tháng mười một", "thang muoi mot"),
    ],
)
def test_a_period_holds_the_words_of_the_question(typed: str, words: str) -> None:
    period = read_period(typed, TODAY, 2026)
    assert period is not None
    assert period.words == words


@pytest.mark.parametrize(
    ("today", "typed", "first", "last"),
    [
        ("15/12", "tháng sau", "1/1/2027", "31/1/2027"),
        ("15/12", "tháng này", "1/12", "31/12"),
        ("5/11", "tháng sau", "1/12", "31/12"),
        ("10/1", "tháng trước", "1/12/2025", "31/12/2025"),
        ("31/1", "tháng sau", "1/2", "28/2"),
        ("5/11", "quý tới", "1/1/2027", "31/3/2027"),
        ("31/12", "quý sau", "1/1/2027", "31/3/2027"),
        ("5/11", "quý này", "1/10", "31/12"),
        ("31/12", "tuần sau", "4/1/2027", "10/1/2027"),
        ("31/12", "tuần này", "28/12", "3/1/2027"),
        ("31/12", "ngày mai", "1/1/2027", "1/1/2027"),
        ("15/12", "30 ngày tới", "15/12", "14/1/2027"),
        ("15/12", "năm sau", "1/1/2027", "31/12/2027"),
        ("10/2/2024", "tháng này", "1/2/2024", "29/2/2024"),
        ("10/1/2028", "tháng sau", "1/2/2028", "29/2/2028"),
    ],
)
def test_relative_words_cross_the_ends_of_years_and_months(today: str, typed: str, first: str, last: str) -> None:
    asked = d(today)
    assert asked is not None
    period = read_period(typed, asked, 2026)
    assert period is not None
    assert (period.start, period.end) == (d(first), d(last))


@pytest.mark.parametrize(
    "typed",
    [
        "Sở Nội vụ chủ trì những nhiệm vụ nào?",
        "kế hoạch 27/KH-UBND",
        "Kế hoạch năm 2026 do ai ký?",
        "còn bao nhiêu ngày",
        "đến hạn tháng 13",
        "ngày 99/99/2026",
        "ngày 31/2/2026",
        "1/1/1/1/1",
        "Phụ lục 2/6 ai chủ trì",
        "Nghị quyết 12/2025/NQ-HĐND",
        "ban hành ngày tháng năm nào",
        "báo cáo mỗi tháng hai lần",
        "tăng so với năm trước",
        "báo cáo hằng quý trước ngày nào",
        "",
    ],
)
def test_a_question_that_names_no_days_has_no_period(typed: str) -> None:
    assert read_period(typed, TODAY, 2026) is None


def test_the_plans_year_completes_a_month_before_todays_does() -> None:
    of_the_plan = read_period("tháng 6", TODAY, 2027)
    of_today = read_period("tháng 6", TODAY, None)
    assert of_the_plan is not None
    assert of_today is not None
    assert (of_the_plan.start, of_today.start) == (date(2027, 6, 1), date(2026, 6, 1))


def test_a_period_holds_its_first_and_last_day_and_no_other() -> None:
    june = Period(date(2026, 6, 1), date(2026, 6, 30), "tháng 6")
    assert june.holds(date(2026, 6, 1))
    assert june.holds(date(2026, 6, 30))
    assert not june.holds(date(2026, 5, 31))
    assert not june.holds(date(2026, 7, 1))


def test_an_open_period_holds_everything_on_its_open_side() -> None:
    assert Period(None, date(2026, 6, 30), "").holds(date(1999, 1, 1))
    assert Period(date(2026, 6, 1), None, "").holds(date(2099, 1, 1))


@pytest.mark.parametrize("unit", ["tháng", "quý"])
@settings(deadline=None)
@given(today=st.dates(date(1990, 1, 1), date(2200, 1, 1)))
def test_the_next_month_or_quarter_begins_the_day_after_this_one_ends(unit: str, today: date) -> None:
    this, following = (read_period(f"{unit} {which}", today, None) for which in ("này", "sau"))
    assert this is not None
    assert following is not None
    assert this.end is not None
    assert this.holds(today)
    assert following.start == this.end + timedelta(days=1)


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2200, 1, 1)))
def test_next_week_is_seven_days_from_monday(today: date) -> None:
    week = read_period("tuần sau", today, None)
    assert week is not None
    assert week.start is not None
    assert week.end is not None
    assert week.start.weekday() == 0
    assert (week.end - week.start).days == 6
    assert 1 <= (week.start - today).days <= 7


@settings(deadline=None)
@given(st.text(), st.dates())
def test_any_text_is_read_without_failing(text: str, today: date) -> None:
    assert read_period(text, today, None) is None or text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Đến hôm nay việc nào quá hạn?", True),
        ("tính đến nay", True),
        ("đến hết tháng 6", False),
        ("hôm nay có việc gì", False),
    ],
)
def test_up_to_today_is_told_from_other_ends(typed: str, expected: bool) -> None:  # noqa: FBT001
    assert until_now(typed) is expected


@pytest.mark.parametrize("today", [date.min, date(1, 12, 31), date(9999, 1, 1), date.max])
@pytest.mark.parametrize("typed", [one[0] for one in PHRASES])
def test_the_first_and_the_last_year_are_read_without_failing(today: date, typed: str) -> None:
    for year in (None, 1, 2026, 9999):
        assert read_period(typed, today, year) is not None
