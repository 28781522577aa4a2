"""The time of one of several events that a line of times tells: "Khai giảng lúc 8h ngày 2/8; bế giảng lúc 16h ngày 5/8"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.letters import UPPER
from rag.language.words import sound
from rag.measures.bounds import only_time

_SENTENCE: Final = re.compile(
    rf"\.\s+(?=[{UPPER}])|;\s+|,\s+(?=[^\W\d_][^,;.]{{0,20}}\s(?:lúc|từ|vào|ngày|trong|tháng)\s)"
)
_TIME_STARTS: Final = re.compile(r"(?i)\b(?:lúc|vào|từ|trước|ngày|tháng|\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2})\b")


def parts_of(body: str) -> Sequence[str]:
    """The statements of a line of times."""
    return _SENTENCE.split(body)


def event_asked(spoken: str, parts: Sequence[str]) -> str:
    """The time of the one event that the question names; "" where it names none or several."""
    said = set(spoken.split())
    named = [part for part in parts if (event := event_of(part)) and said.issuperset(event)]
    if len(named) != 1:
        return ""
    start = _TIME_STARTS.search(named[0])
    return only_time(named[0][start.start() :].strip().rstrip(" .;/")) if start else named[0]


def event_of(part: str) -> Sequence[str]:
    """The words before a time: what happens then."""
    start = _TIME_STARTS.search(part)
    return [word for word in sound(part[: start.start()] if start else part).split() if not word.isdigit()]
