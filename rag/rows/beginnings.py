"""Rows by when they begin or are under way: "thủ tục nào bắt đầu rà soát từ tháng 3", "tuần này tổ công tác làm gì"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from ingest.folding import fold
from ingest.plan import DueKind
from rag.corpus.entries import Entry
from rag.mentions.periods import Period

_BEGINS: Final = re.compile(
    r"\b(?:chien khai|thuc hien) tu\b|\bbat dau\b|\bbat tai\b|\b(?:nao|di|gi|phai|se|duoc|can|moi|do)(?: duoc| se| phai)? khoi (?:dong|cong)\b"
    r"|\bkhoi (?:dong|cong)(?: moi)? (?:chong|tu|vao|ngai|o|thang|qui|nam|[0-9])"
    r"|\b(?:nam|thang|qui) [0-9iv]+(?: \S+){0,8} khoi (?:dong|cong)\b"
)
_FROM: Final = re.compile(r"\b(?:tu|bat dau)\b")
_LENGTHS: Final = {"ngay": 0, "thang": 29, "quy": 90}
"""Days after the first in which a beginning lies, by the word for the stretch."""
_SHORT, _LONGEST = 7, 31
"""Days of a time in which people work at what ends later, and of the work of some days that is meant."""


def asks_beginning(spoken: str) -> bool:
    """Whether a time of the question, in sound form, is that at which work begins."""
    return _BEGINS.search(spoken) is not None


def begins_in(entry: Entry, period: Period) -> bool:
    """Whether the row tells a beginning that lies in the stretch named, of which "từ" left out the end."""
    when, start = entry.when, period.start
    if when is None or when.start is None or start is None:
        return False
    if when.kind is not DueKind.RANGE and not _FROM.search(fold(entry.field("due").text)):
        return False
    length = next((days for word, days in _LENGTHS.items() if word in period.words), 366)
    return (
        start <= when.start <= (period.end or date.fromordinal(min(start.toordinal() + length, date.max.toordinal())))
    )


def under_way(entry: Entry, period: Period) -> bool:
    """Whether the row prints the some days that it takes, of which one lies in the few asked for ("22 - 30/9" this week)."""
    when, first, last = entry.when, period.start, period.end
    if when is None or when.kind is not DueKind.RANGE or not (when.start and when.end and first and last):
        return False
    short = (last - first).days < _SHORT and (when.end - when.start).days < _LONGEST
    return short and when.start <= last and first <= when.end
