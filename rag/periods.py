"""Stretches of time that a question names, against the day it is asked."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.dues import parse_due
from ingest.folding import fold


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive days; None is open. ``words`` are those of the question, folded."""

    start: date | None
    end: date | None
    words: str

    def holds(self, day: date) -> bool:
        """Whether ``day`` falls into the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def _month(year: int, month: int, words: str) -> Period:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]), words)


def _quarter(year: int, quarter: int, words: str) -> Period:
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return Period(date(year, 3 * quarter - 2, 1), _month(year, 3 * quarter, "").end, words)


def _relative(words: str, today: date) -> Period | None:
    """Words that only mean something from today on: this month, next quarter, next week."""
    monday = today - timedelta(days=today.weekday())
    quarter = (today.month - 1) // 3 + 1
    half = Period(date(today.year, 1, 1), date(today.year, 6, 30), "") if today.month <= 6 else Period(date(today.year, 7, 1), date(today.year, 12, 31), "")
    table = (
        (r"thang nay|trong thang(?! \d)", _month(today.year, today.month, "")),
        (r"thang (?:sau|toi)", _month(today.year, today.month + 1, "")),
        (r"thang (?:truoc|vua qua|roi)", _month(today.year, today.month - 1, "") if today.month > 1 else _month(today.year - 1, 12, "")),
        (r"quy nay", _quarter(today.year, quarter, "")),
        (r"quy (?:sau|toi|ke)", _quarter(today.year, quarter + 1, "")),
        (r"tuan nay", Period(monday, monday + timedelta(days=6), "")),
        (r"tuan (?:sau|toi)", Period(monday + timedelta(days=7), monday + timedelta(days=13), "")),
        (r"hom nay", Period(today, today, "")),
        (r"ngay mai", Period(today + timedelta(days=1), today + timedelta(days=1), "")),
        (r"nam nay", Period(date(today.year, 1, 1), date(today.year, 12, 31), "")),
        (r"nam (?:sau|toi)", Period(date(today.year + 1, 1, 1), date(today.year + 1, 12, 31), "")),
        (r"nua nam nay", half),
    )
    days = re.search(r"\b(\d{1,3}) ngay (?:toi|nua)\b", words)
    if days:
        return Period(today, today + timedelta(days=int(days.group(1))), days.group(0))
    for pattern, period in table:
        found = re.search(rf"\b(?:{pattern})\b", words)
        if found:
            return Period(period.start, period.end, found.group(0))
    return None


_NAMED = re.compile(
    r"(?:ngay\s+)?\d{1,2}\s*/\s*\d{1,2}\s*/\s*20\d\d|ngay\s+\d{1,2}\s*(?:/|thang)\s*\d{1,2}|(?:thang\s+)?\d{1,2}\s*/\s*20\d\d|thang\s+\d{1,2}(?:\s+(?:nam\s+)?20\d\d)?(?:\s*(?:-|den|va|,)\s*(?:thang\s+)?\d{1,2}(?:/20\d\d)?)?|"
    r"quy\s+(?:iv|iii|ii|i|[1-4])(?:\s*(?:/|nam)?\s*(?:nam\s+)?20\d\d)?|6 thang (?:dau|cuoi) nam(?:\s*20\d\d)?|nua (?:dau|cuoi) nam(?:\s*20\d\d)?|20\d\d\s*-\s*20\d\d|het nam(?:\s+20\d\d)?|cuoi nam(?:\s+20\d\d)?|dau nam(?:\s+20\d\d)?|(?<=han )nam\s+20\d\d"
)
_UNTIL_NOW = re.compile(r"(?:den|tinh den|toi)\s+(?:hom nay|nay|bay gio|gio)")
_FROM_NOW = re.compile(r"\b(?:tu (?:gio|nay|hom nay|bay gio)|con phai|con lai)\b")


def read_period(question: str, today: date, year: int | None) -> Period | None:
    """The stretch of time that ``question`` names, None when it names none.

    ``year`` completes "tháng 6" or "quý II" (the year of the plans asked about, else today's).
    """
    words = fold(question)
    own = year or today.year
    named = _NAMED.search(words)
    if named is None:
        return _relative(words, today)
    phrase = named.group(0)
    due = parse_due(re.sub(r"^(?:het|cuoi|dau) nam\s*(20\d\d)?", lambda m: f"thang {1 if phrase.startswith('dau') else 12}/{m.group(1) or own}", phrase), own)
    if due is None or due.end is None:
        return _relative(words, today)
    start, end = due.start, due.end
    before = words[: named.start()].rstrip()
    if re.search(r"\btruoc(?: (?:ngay|thang|quy|cuoc hop|het))*$|\btruoc cuoc hop.*$", before):
        end = (start or end) - timedelta(days=1)
        start = None
    elif re.search(r"\b(?:sau|tu|ke tu)(?: (?:ngay|thang|quy))*$", before) and not re.search(r"tu (?:gio|nay)", before):
        start, end = (start if not re.search(r"\bsau", before[-12:]) else end + timedelta(days=1)), None
    elif phrase.startswith("het") or re.search(r"\b(?:den|den het|cho den|tinh den|het|den ngay)(?: (?:ngay|thang|quy))*$", before):
        start = None
    if _FROM_NOW.search(words):
        start = today
    return Period(start, end, phrase)


def until_now(question: str) -> bool:
    """Whether the question asks about what came due up to today ("đến hôm nay")."""
    return bool(_UNTIL_NOW.search(fold(question)))
