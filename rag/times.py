"""Times in prose: the day, hour, stretch of time or event that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ingest.folding import fold
from rag.nearness import crowding
from rag.question import Query
from rag.words import find_phrase, sound

_YEARLY: Final = r"(?:\s+(?:hàng|hằng)\s+(?:năm|quý|tháng))?"
_WHEN: Final = re.compile(
    r"(?:(?:đến\s+)?năm\s+)?\d{4}(?:,\s+(?:đến\s+)?(?:năm\s+)?\d{4}){2,}"
    r"|(?:trong vòng|trong thời hạn|trong)\s+\d+\s+(?:giờ|ngày|phút|tháng)(?:\s+làm việc)?"
    r"|(?:trước\s+)?\d{1,2}\s*giờ(?:\s*\d{2})?(?:,?(?:\s+và)?\s+(?:thứ\s+\w+|chủ nhật))*(?:\s+(?:hằng|hàng)\s+(?:ngày|tuần))?"
    r"|(?:(?:trước|chậm nhất|xong trước|trong|đến hết|đến|từ)\s+(?:đến\s+)?)?(?:ngày|tháng|quý|năm)\s+\d[\d/]*"
    rf"(?:\s+tháng\s+\d+)?(?:\s+năm\s+\d{{4}})?{_YEARLY}"
    r"|(?:trước|chậm nhất)\s+\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s+(?:hàng|hằng)\s+năm)?"
    r"|giai đoạn\s+\d{4}\s*[-–]\s*\d{4}|\d{4}\s*[-–]\s*\d{4}"
)
"""Days, hours, stretches of time and lists of years as prose prints them."""
_EVENT: Final = re.compile(r"(?i)(?:ngay\s+)?(?:sau\s+|trước\s+)?khi\s+[^,;.]+")
_WHENEVER: Final = tuple(map(sound, ("khi nào", "lúc nào", "bao giờ", "chừng nào")))
"""Asks for a time that may be an event; "ngày nào" asks for a day."""
_NOTED: Final = re.compile(r"[-–:]\s*(?:gio|ngay|lich|thoi gian)\b[^-–:?]{0,12}\??\s*$")
"""Ends of notes that ask for a time: "bản tin xã – giờ phát"."""


def asks_time(query: Query) -> bool:
    """Whether a time is asked for."""
    return query.role == "due" or _NOTED.search(fold(query.typed)) is not None


def time_asked(query: Query, text: str, weights: Mapping[str, float]) -> str:
    """The time near which the question's words crowd; "" where none is told."""
    spans = {span: span[1] for span in (match.span() for match in _WHEN.finditer(text))}
    if find_phrase(query.spoken, _WHENEVER):
        # An event is as long as what happens: only its first letter is a place that the question's words can be near.
        spans |= {(match.start(), match.start() + 1): match.end() for match in _EVENT.finditer(text)}
    near = crowding(text, weights)
    best = max(spans, key=lambda span: (near(*span), -span[0]), default=None)
    return text[best[0] : spans[best]].strip() if best else ""
