"""Deadlines that are definite: "ghi hạn cụ thể", "có ngày tháng rõ ràng" choose rows that print a day, a month or a quarter.

Work that goes on, recurs, waits for something or has the whole year is left out; a stretch longer than the time asked
for is none that falls in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.plan import DueKind
from rag.corpus.entries import Entry
from rag.language.words import either
from rag.mentions.conditions import DAYLESS, due_in
from rag.mentions.periods import Period
from rag.query.question import Query

_DAY: Final = either("ngày")
_TIME: Final = either(
    "thời hạn", "hạn chót", "hạn", "thời gian", "thời điểm", "mốc thời gian", "mốc", "ngày tháng", "tháng", "ngày"
)
_OF_WORK: Final = either(
    "hoàn thành", "thực hiện", "kết thúc", "xong", "phải xong", "phải nộp", "nộp", "trình", "là", "năm", "giờ"
)
_DEFINITE: Final = either(
    "cụ thể", "rõ ràng", "chính xác", "xác định", "hẳn hoi", "đàng hoàng", "chắc chắn", "nhất định", "rõ"
)
_SAID: Final = either(
    "ghi", "có", "nêu", "in", "đề", "đặt", "định", "ấn định", "chốt", "quy định", "xác định", "được", "giao"
)
_CLEARLY: Final = either("rõ", "cụ thể", "rõ ràng", "đích danh", "chính xác")
_ASKS: Final = re.compile(
    rf"\b(?:(?:{_SAID}) )+(?:{_TIME})(?: (?:{_OF_WORK}|{_TIME}))* (?:{_DEFINITE})\b"
    rf"|\b(?:{_SAID}) (?:{_CLEARLY}) (?:{_TIME})\b|\b(?:{_TIME})(?: (?:{_OF_WORK}))* (?:(?:{_SAID}) )+(?:{_CLEARLY})\b"
)
_DENIED: Final = re.compile(rf"\b(?:{either('không', 'chưa', 'chẳng', 'thiếu')})(?: \S+){{0,2}} $")
_ASKING: Final = re.compile(rf"^ (?:{either('nào', 'gì', 'ra sao', 'thế nào', 'bao nhiêu', 'không', 'chưa', 'là')})\b")
_BY_DAY: Final = re.compile(rf"\b(?:{_DAY})(?! (?:{either('tháng')})\b)")


def asks_definite(query: Query) -> re.Match[str] | None:
    """Where the question says that the deadline is a definite one; None where it denies or asks it."""
    said = _ASKS.search(query.spoken)
    if said is None or _DENIED.search(query.spoken[: said.start()]) or _ASKING.match(query.spoken[said.end() :]):
        return None
    return said


def definite(rows: Sequence[Entry], query: Query, said: re.Match[str]) -> list[Entry]:
    """The rows with a definite deadline that falls in the time asked for, if one is."""
    kept = [one for one in rows if _is_definite(one, by_day=_BY_DAY.search(said[0]) is not None)]
    asked = (query.period, *query.period.also) if query.period else ()
    return [one for one in kept if any(due_in(one, each) and _fits(one, each) for each in asked)] if asked else kept


def _is_definite(row: Entry, *, by_day: bool) -> bool:
    when = row.when
    if when is None or when.end is None or when.kind in DAYLESS or when.kind is DueKind.YEAR:
        return False
    return not by_day or when.kind is DueKind.DATE


def _fits(row: Entry, period: Period) -> bool:
    """Whether the row's own stretch is no longer than the one asked for."""
    when = row.when
    if when is None or when.start is None or when.end is None or period.start is None or period.end is None:
        return True
    return (when.end - when.start).days <= (period.end - period.start).days + 1
