"""Deadlines: the words of a due cell, and the calendar days they stand for.

A month, quarter or year stands for its whole span (first to last day). ``trước`` before a whole month or
quarter ends the day before it begins; before a named day it ends on that day. Nothing is guessed: words that
name no day ("Theo lộ trình", "Thường xuyên") keep start and end None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from ingest.folding import fold
from ingest.plan import Due, DueKind

_QUARTER_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
# The patterns below read folded text.
_YEAR = r"((?:19|20)\d{2})"
_NAME = r"(iv|iii|ii|i|[1-4])"  # of a quarter
_DAY = re.compile(rf"\b(?P<d>\d{{1,2}})\s*(?P<sep>[/.-])\s*(?P<m>\d{{1,2}})\s*(?P=sep)\s*(?P<y>{_YEAR})\b")
_DAY_IN_WORDS = re.compile(
    rf"\bngay\s+(?:(?P<first>\d{{1,2}})\s*(?:den|-|–|,|va)\s*(?:ngay\s+)?)?(?P<d>\d{{1,2}})\s+thang\s+(?P<m>\d{{1,2}})(?:\s*(?:nam|/)\s*(?P<y>{_YEAR}))?"
)
_QUARTERS = re.compile(rf"\bquy\s+{_NAME}\s*(?:-|–|,|va|den|&|/)\s*(?:quy\s+)?{_NAME}\b\s*(?:(?:/|nam|-|,)\s*{_YEAR})?")
_QUARTER = re.compile(rf"\bquy\s+{_NAME}\b\s*(?:(?:/|nam|-|,|\.)?\s*(?:nam\s+)?{_YEAR})?")
_HALF = re.compile(
    rf"\b6 thang\s+(dau|cuoi)(?:\s+cua)?\s+nam(?:\s*{_YEAR})?|\bnua (dau|cuoi|sau)\s+(?:cua\s+)?nam(?:\s*{_YEAR})?"
)
_MONTH_LIST = re.compile(
    rf"\bthang\s+\d{{1,2}}(?:\s*(?:,|va|&|;)\s*(?:thang\s+)?\d{{1,2}})+\s*(?:/|nam)\s*(?P<y>{_YEAR})\b"
)
_MONTHS = re.compile(
    rf"(?:\bthang\s+)?\b(\d{{1,2}})\s*(?:-|–|den|den thang|,|va|&|;)\s*(?:thang\s+)?(\d{{1,2}})\s*(?:/|nam)\s*{_YEAR}\b"
)
_MONTH = re.compile(rf"(?:\bthang\s+)?\b(\d{{1,2}})\s*(?:/|-|nam|thang nam)\s*{_YEAR}\b")
_YEARS = re.compile(rf"\b{_YEAR}\s*(?:-|–|den|den nam)\s*(?:nam\s+)?{_YEAR}\b")
_ONE_YEAR = re.compile(rf"(?<!\bgiua nam )\b{_YEAR}\b")  # "giữa năm 2026" ends in no month that it prints
_ISO_DAY = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")  # as spreadsheets and programs write days
_LISTS = re.compile(r",|&|\bva\b")
_SHORT_MONTH = re.compile(r"\bt\.?(?=\d{1,2}\s*(?:[-–]\s*t?\.?\d{1,2}\s*)?/\s*\d{4})")  # T3/2026, T6-T9/2026
_TERSE_MONTHS = re.compile(
    r"th?\.?\d{1,2}(?:\s*[-–,;]\s*th?\.?\d{1,2})*"
)  # "T3", "T3 - T5": months where a deadline stands
_TERSE_MONTH = re.compile(r"\bth?\.?(?=\d)")
_SHORT_QUARTER = re.compile(r"\bq\.?\s?(?=(?:iv|i{1,3}|[1-4])\s*[/-]\s*(?:19|20)\d\d)")  # Q2/2026
_QUI = re.compile(r"\bqui(?=\s)")  # "quí", the other spelling of "quý"
_BARE_MONTHS = re.compile(r"\bthang\s+(\d{1,2})(?:\s*(-|–|den|,|va)\s*(?:thang\s+)?(\d{1,2})\b(?!\s*/))?\b(?!\s*hang)")
_BARE_DAY = re.compile(r"(?<![\d/])(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})(?![\d/])")
_EXACT = frozenset({_DAY, _DAY_IN_WORDS, _MONTH})  # what no calendar has (31/02/2026) is not read in part either
_RECURRING = re.compile(
    r"\b(?:hang|moi) (?:nam|quy|thang|tuan|ngay)\b|\bdinh ky\b|\bcua thang (?:cuoi|dau|sau|truoc)\b"
    r"|\b\d+ thang\s*/\s*lan|\b\d+ lan\s*/\s*(?:nam|quy|thang)"
)
_CONTINUOUS = re.compile(r"\bthuong xuyen\b|\bca nam\b|\blien tuc\b|\btrong nam\b(?!\s*\d)|\bhang ngay\b")
_WHOLE_YEAR = re.compile(r"\b(?:ca|trong) nam\b")
_EVENT = re.compile(
    r"\bsau khi\b|\btheo (?:lo trinh|chi dao|huong dan|ke hoach|tien do|yeu cau|quy dinh|thuc te|van ban)\b"
    r"|\bkhi (?:co|duoc)\b|\bngay sau\b|\btruoc khi\b|\bke tu (?:ngay|khi) \D"
)
_BY_OTHERS = re.compile(  # the day in it is another document's
    r"theo (?:lo trinh|chi dao|huong dan|ke hoach|chuong trinh|tien do|yeu cau|quy dinh|van ban|nghi quyet|cong van)\b"
    r"(?!.*(?:[,;.(]\s|\bhoan thanh\b|\bxong\b|\btruoc\b|\bcham nhat\b|\btrong (?:quy|thang|nam)\b))"
)
_FROM = re.compile(r"\b(?:bat dau tu|tu|ke tu)\s*(?:thang|ngay|quy|nam|dau)?\s*$")
_LATEST = re.compile(
    r"\b(?:cham nhat|muon nhat|khong qua|cham nhat (?:den|la|vao))\s*(?:den|la|vao|truoc)?\s*"
    r"(?:thang|ngay|quy|nam)?\s*$"
)
_BEFORE = re.compile(r"\btruoc\s*(?:thang|ngay|quy|nam)?\s*$")
_UNTIL = re.compile(r"\b(?:den|het|xong)\s*(?:het|cuoi)?\s*(?:thang|ngay|quy|nam)?\s*$")
_AFTER = re.compile(r"(?<!thang )\bsau\s*(?:thang|ngay|quy|nam)?\s*$")
_ONWARDS = re.compile(r"\b(?:cac|nhung) nam (?:tiep theo|sau|toi)\b|\bva tiep theo\b|\btro di\b|\bve sau\b")
_DAYS = re.compile(
    r"(?<![\d/])(?<!thang )(?P<d>\d{1,2})\s*(?:-|–|den|,|va)\s*(?:ngay)?\s*$"
)  # the first of "05, 06/6/2026"
_PARTS = re.compile(r"[;.]\s+|\bva\b")
_NAMED = re.compile(r"\d|\bquy i|\bnua \w+ (?:cua )?nam\b")  # without one of these no period is named
_NAMING = re.compile(r"\b(?:truoc|trong|thang|ngay|nam|quy|tu|den|hoan thanh|bat dau|cham nhat|het|cuoi|dau)\b")

_Reading = tuple[date, date, DueKind]


@dataclass(frozen=True, slots=True)
class _Period:
    """Inclusive days that some words name, and where in the folded text those words stand."""

    start: date
    end: date
    kind: DueKind
    at: int
    to: int


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def calendar_day(year: int, month: int, day: int) -> date | None:
    """A day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months(year: int, first: int, last: int, kind: DueKind) -> _Reading | None:
    if not (1 <= first <= last <= 12):
        return None
    return date(year, first, 1), _last(year, last), kind


def _read_day(match: re.Match[str], year: int | None) -> _Reading | None:
    printed = match.groupdict()
    stated = int(printed.get("y") or 0) or year
    found = calendar_day(stated, int(printed["m"]), int(printed["d"])) if stated else None
    first = calendar_day(found.year, found.month, int(printed.get("first") or 0)) if found else None
    if found and first and first < found:
        return first, found, DueKind.RANGE
    return (found, found, DueKind.DATE) if found else None


def _read_quarters(match: re.Match[str], year: int | None) -> _Reading | None:
    *names, printed = match.groups()
    stated = int(printed) if printed else year
    if stated is None:
        return None
    first, last = _QUARTER_NUMBERS[names[0]], _QUARTER_NUMBERS[names[-1]]
    apart = last > first + 1 and _LISTS.search(match.group())  # "quý I, quý III" is two quarters
    one = first == last or apart
    return _months(stated, 3 * first - 2, 3 * last, DueKind.QUARTER if one else DueKind.RANGE)


def _read_half(match: re.Match[str], year: int | None) -> _Reading | None:
    first = "dau" in match.groups()
    printed = match.group(2) or match.group(4)
    stated = int(printed) if printed else year
    return _months(stated, *((1, 6) if first else (7, 12)), DueKind.HALF) if stated else None


def _read_months(match: re.Match[str], _year: int | None) -> _Reading | None:
    first, last, year = map(int, match.groups())
    return _months(year, first, last, DueKind.RANGE)


def _read_month_list(match: re.Match[str], _year: int | None) -> _Reading | None:
    """Months named one by one: "tháng 3, 9/2026" is two months and not what lies between them."""
    months = [int(number) for number in re.findall(r"\d+", match.group()[: match.start("y") - match.start()])]
    follow = months == list(range(months[0], months[0] + len(months)))
    return _months(int(match.group("y")), months[0], months[-1], DueKind.RANGE if follow else DueKind.MONTH)


def _read_month(match: re.Match[str], _year: int | None) -> _Reading | None:
    month, year = map(int, match.groups())
    return _months(year, month, month, DueKind.MONTH)


def _read_bare_months(match: re.Match[str], year: int | None) -> _Reading | None:
    first, last = int(match.group(1)), int(match.group(3) or match.group(1))
    listed = match.group(2) in (",", "va") and last > first + 1
    return _months(year, first, last, DueKind.MONTH if listed or first == last else DueKind.RANGE) if year else None


def _read_years(match: re.Match[str], _year: int | None) -> _Reading | None:
    first, last = int(match.group(1)), int(match.groups()[-1])
    return date(first, 1, 1), date(last, 12, 31), DueKind.YEAR if match.re.groups == 1 else DueKind.RANGE


# How periods are written, the most exact first: what one pattern has taken the next ones leave alone.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int | None], _Reading | None]], ...] = (
    (_DAY, _read_day),
    (_DAY_IN_WORDS, _read_day),
    (_QUARTERS, _read_quarters),
    (_QUARTER, _read_quarters),
    (_HALF, _read_half),
    (_MONTH_LIST, _read_month_list),
    (_MONTHS, _read_months),
    (_MONTH, _read_month),
    (_YEARS, _read_years),
    (_ONE_YEAR, _read_years),
    (_BARE_MONTHS, _read_bare_months),
    (_BARE_DAY, _read_day),
)


def _periods(words: str, year: int | None) -> list[_Period]:
    """Every period named in ``words`` (folded), the most exact reading of each place, in text order."""
    found: list[_Period] = []
    taken: list[tuple[int, int]] = []
    for pattern, reader in _FORMS if _NAMED.search(words) else ():
        for match in pattern.finditer(words):
            start, end = match.span()
            if any(start < to and at < end for at, to in taken):
                continue
            reading = reader(match, year)
            if reading:
                found.append(_Period(*reading, start, end))
            if reading or pattern in _EXACT:
                taken.append((start, end))
    return sorted(found, key=lambda period: period.at)


def _completed(words: str, year: int | None) -> list[_Period]:
    """Every period named, those without a year in that which the others print: "15/12 - 20/01/2027", "tháng 9 - 15/10/2026"."""
    periods = _periods(words, year)
    printed = {p.start.year for p in periods if p.kind is not DueKind.YEAR and _prints_year(p, words)}
    if len(printed) != 1:
        return periods
    own = printed.pop()
    periods = _periods(words, own)
    first, last = periods[0], periods[-1]
    if first.start <= last.start:
        return periods
    if not _prints_year(first, words):  # it ends in the year after
        return [_a_year_off(first, -1), *periods[1:]]
    return periods if _prints_year(last, words) else [*periods[:-1], _a_year_off(last, 1)]


def _prints_year(period: _Period, words: str) -> bool:
    return str(period.start.year) in words[period.at : period.to]


def _a_year_off(period: _Period, years: int) -> _Period:
    start, end = (calendar_day(day.year + years, day.month, day.day) for day in (period.start, period.end))
    return replace(period, start=start or period.start, end=end or period.end)


def _combine(words: str, periods: list[_Period]) -> tuple[date | None, date | None, DueKind]:
    first, last = periods[0], periods[-1]
    begins = min(_begun(period, words[: period.at]) for period in periods)
    if _ONWARDS.search(words, last.to):
        return begins, None, DueKind.RANGE
    if len(periods) > 1:
        bounds = all(_BEFORE.search(words[: period.at]) for period in periods)
        return None if bounds else begins, max(p.end for p in periods), DueKind.RANGE
    return _bounded(first, words[: first.at])


def _begun(period: _Period, before: str) -> date:
    """The first day of a period; of a day, that of a stretch in its month that ends with it: "08 | - 15/10"."""
    day = _DAYS.search(before) if period.kind is DueKind.DATE else None
    begins = calendar_day(period.start.year, period.start.month, int(day.group("d"))) if day else None
    return begins if begins and begins < period.start else period.start


def _bounded(period: _Period, before: str) -> tuple[date | None, date | None, DueKind]:
    """The days of one period by the words that stand before it."""
    if _BEFORE.search(before):
        return None, period.end if period.kind is DueKind.DATE else period.start - timedelta(days=1), period.kind
    if _LATEST.search(before):
        return None, period.end, period.kind
    if period.kind is DueKind.RANGE:
        return period.start, period.end, period.kind
    begins = _begun(period, before)
    if begins < period.start:
        return begins, period.end, DueKind.RANGE
    if _FROM.search(before):
        return period.start, None, DueKind.RANGE
    if _AFTER.search(before):
        start = period.start if period.kind is DueKind.DATE else period.end + timedelta(days=1)
        return start, None, DueKind.RANGE
    return None if _UNTIL.search(before) else period.start, period.end, period.kind


def _undated(words: str) -> DueKind:
    if _EVENT.search(words):
        return DueKind.EVENT
    if _RECURRING.search(words):
        return DueKind.RECURRING
    if _CONTINUOUS.search(words):
        return DueKind.CONTINUOUS
    return DueKind.OTHER


def _folded(text: str) -> str:
    """The text folded, with short and other spellings of month and quarter as the patterns know them."""
    words = _ISO_DAY.sub(r"\3/\2/\1", _SHORT_QUARTER.sub("quy ", _QUI.sub("quy", fold(text))))
    return _SHORT_MONTH.sub(lambda short: " " * len(short.group()), words)


def _once(words: str) -> str:
    """Of words that name a rhythm, those parts that name none: "quý I/2027; cập nhật hằng quý"."""
    ends = [match.start() for match in _PARTS.finditer(words)]
    starts = [0, *(match.end() for match in _PARTS.finditer(words))]
    parts = (words[a:b] for a, b in zip(starts, [*ends, len(words)], strict=True))
    return "; ".join(part for part in parts if not _RECURRING.search(part))


@lru_cache(maxsize=4096)
def parse_due(text: str, year: int | None = None) -> Due | None:
    """Read a due cell as printed; None when it is blank.

    ``year`` is the year the plan names in its title: it completes words such as "30/6", "Quý II" or "Cả năm".
    """
    words = _folded(text)
    if not words.strip(" .-–/"):
        return None
    if _TERSE_MONTHS.fullmatch(words):
        words = _TERSE_MONTH.sub("thang ", words).replace(";", ",")
    if _BY_OTHERS.match(words):
        return Due(text, DueKind.EVENT)
    recurring = bool(_RECURRING.search(words))
    dated = _once(words) if recurring else words
    periods = _periods(dated, None) if recurring else _completed(dated, year)
    if periods:
        start, end, kind = _combine(dated, periods)
        return Due(text, kind, start, end)
    kind = _undated(words)
    if kind is DueKind.CONTINUOUS and year and _WHOLE_YEAR.search(words):
        return Due(text, kind, date(year, 1, 1), date(year, 12, 31))
    return Due(text, kind)


def looks_like_due(text: str) -> bool:
    """Tell whether a cell reads like a deadline, however its column is called."""
    words = _folded(text)
    if not words or len(words) > 120 or _TERSE_MONTHS.fullmatch(words):
        return False
    due = parse_due(text, 2000)
    if due is None or due.kind is DueKind.OTHER:
        return words in {"cuoi nam", "dau nam"}
    if due.kind in (DueKind.EVENT, DueKind.CONTINUOUS, DueKind.RECURRING):
        return len(words) < 60
    return _share(words) > 0.4


def _share(words: str) -> float:
    """The share of the folded text that names periods or belongs to naming them."""
    named = sum(period.to - period.at for period in _periods(words, 2000))
    small = sum(map(len, _NAMING.findall(words)))
    return min(1.0, (named + small) / max(1, len(words.replace(" ", ""))))
