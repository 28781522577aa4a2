"""Stretches of time that a question names, against the day it is asked."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

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


def _relative(words: str, today: date) -> Period | None:
    """Words that only mean something from today on: this month, next quarter, next week."""
    days = re.search(r"\b(\d{1,3}) ngay (?:toi|nua)\b", words)
    if days:
        return Period(today, today + timedelta(days=int(days[1])), days[0])
    monday = today - timedelta(days=today.weekday())
    year, month, quarter = today.year, today.month, (today.month - 1) // 3 + 1
    table = (
        (r"thang nay|trong thang(?! \d)", _months(year, month)),
        (r"thang (?:sau|toi)", _months(year, month + 1)),
        (r"thang (?:truoc|vua qua|roi)", _months(year, month - 1)),
        (r"quy nay", _months(year, 3 * quarter - 2, 3)),
        (r"quy (?:sau|toi|ke)", _months(year, 3 * quarter + 1, 3)),
        (r"tuan nay", (monday, monday + timedelta(days=6))),
        (r"tuan (?:sau|toi)", (monday + timedelta(days=7), monday + timedelta(days=13))),
        (r"hom nay", (today, today)),
        (r"ngay mai", (today + timedelta(days=1), today + timedelta(days=1))),
        (r"nam nay", _months(year, 1, 12)),
        (r"nam (?:sau|toi)", _months(year + 1, 1, 12)),
        (r"nua nam nay", _months(year, 1 if month <= 6 else 7, 6)),
    )
    for pattern, (start, end) in table:
        found = re.search(rf"\b(?:{pattern})\b", words)
        if found:
            return Period(start, end, found[0])
    return None


def _months(year: int, month: int, count: int = 1) -> tuple[date, date]:
    """The first and last day of ``count`` months; month 0 is December of the year before, 13 January of the next."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    year, month = last // 12, last % 12 + 1
    return date(first // 12, first % 12 + 1, 1), date(year, month, monthrange(year, month)[1])


_NAMED: Final = re.compile(
    r"(?:ngay\s+)?\d{1,2}\s*/\s*\d{1,2}\s*/\s*20\d\d"
    r"|ngay\s+\d{1,2}\s*(?:/|thang)\s*\d{1,2}"
    r"|(?:thang\s+)?\d{1,2}\s*/\s*20\d\d"
    r"|thang\s+\d{1,2}(?:\s+(?:nam\s+)?20\d\d)?(?:\s*(?:-|den|va|,)\s*(?:thang\s+)?\d{1,2}(?:/20\d\d)?)?"
    r"|quy\s+(?:iv|iii|ii|i|[1-4])(?:\s*(?:/|nam)?\s*(?:nam\s+)?20\d\d)?"
    r"|6 thang (?:dau|cuoi) nam(?:\s*20\d\d)?"
    r"|nua (?:dau|cuoi) nam(?:\s*20\d\d)?"
    r"|20\d\d\s*-\s*20\d\d"
    r"|(?:het|cuoi|dau) nam(?:\s+20\d\d)?"
    r"|(?<=han )nam\s+20\d\d"
)
"""Times with a date of their own, folded."""
_YEAR_EDGE: Final = re.compile(r"^(het|cuoi|dau) nam\s*(20\d\d)?")
_BEFORE: Final = re.compile(r"\btruoc(?: (?:ngay|thang|quy|cuoc hop|het))*$|\btruoc cuoc hop.*$")
_SINCE: Final = re.compile(r"\b(?:sau|tu|ke tu)(?: (?:ngay|thang|quy))*$")
_AFTER: Final = re.compile(r"\bsau(?: (?:ngay|thang|quy))*$")
_SINCE_NOW: Final = re.compile(r"tu (?:gio|nay)")
_UP_TO: Final = re.compile(r"\b(?:den|den het|cho den|tinh den|het|den ngay)(?: (?:ngay|thang|quy))*$")
_UNTIL_NOW: Final = re.compile(r"(?:den|tinh den|toi)\s+(?:hom nay|nay|bay gio|gio)")
_FROM_NOW: Final = re.compile(r"\b(?:tu (?:gio|nay|hom nay|bay gio)|con phai|con lai)\b")


def read_period(question: str, today: date, year: int | None) -> Period | None:
    """The stretch of time that ``question`` names, None when it names none.

    ``year`` completes "tháng 6" or "quý II" (the year of the plans asked about, else today's).
    """
    words, own = fold(question), year or today.year
    named = _NAMED.search(words)
    due = parse_due(_YEAR_EDGE.sub(lambda edge: _edge_month(edge, own), named[0]), own) if named else None
    if named is None or due is None or due.end is None:
        return _relative(words, today)
    start, end = _bounded(words[: named.start()].rstrip(), named[0], due.start, due.end)
    return Period(today if _FROM_NOW.search(words) else start, end, named[0])


def _edge_month(edge: re.Match[str], year: int) -> str:
    """The month that "đầu năm", "cuối năm", "hết năm" stand for."""
    return f"thang {1 if edge[1] == 'dau' else 12}/{edge[2] or year}"


def _bounded(before: str, phrase: str, start: date | None, end: date) -> tuple[date | None, date | None]:
    """The named stretch, or what lies before or after it, as the words in front of it say."""
    if _BEFORE.search(before):
        return None, (start or end) - timedelta(days=1)
    if _SINCE.search(before) and not _SINCE_NOW.search(before):
        return (end + timedelta(days=1) if _AFTER.search(before) else start), None
    if phrase.startswith("het") or _UP_TO.search(before):
        return None, end
    return start, end


def until_now(question: str) -> bool:
    """Whether the question asks about what came due up to today ("đến hôm nay")."""
    return bool(_UNTIL_NOW.search(fold(question)))
