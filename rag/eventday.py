"""Questions that say the time of what they ask about beside it: "tuần này họp vào ngày nào", "làm gì cho hội nghị ngày 31/7".

No row is due then. The time is that of the answer, or the day of the event that the whole plan is for, which only tells the plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from ingest.dues import parse_due
from ingest.folding import fold
from rag.answer import Answer, Status
from rag.corpus.library import Library
from rag.mentions.periods import Period
from rag.parts.placeslisted import ASKS_WORK
from rag.query.asks import Intent
from rag.query.question import Query, understand

_BOUND: Final = re.compile(
    r"(?:truoc|sau|tu|ke tu|den|toi|het|trong|vao|xong|han|cham nhat|muon nhat|khong qua|quy|thang|nam|tuan|la|dot|:)(?: ngay)?\s*$"
)
"""Folded words before a time by which, or in which, something is done."""
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}(?!\d)")
_OF_ALL: Final = re.compile(r"(?:\d+[.)]\s*|-\s*)?(?:thoi gian|ngay to chuc|ngay hop)\b")
"""Folded opening of the line that tells when the whole event is."""


def at_time(query: Query, library: Library, answer: Callable[[Query], Answer]) -> Answer:
    """What ``answer`` gives; where nothing, what it gives without the time, if that is the answer's own or the event's."""
    told = answer(query)
    if told.status is not Status.NOT_FOUND or query.period is None or query.period.also or not query.pointer.empty:
        return told
    asks_day = query.role == "due" and query.intent is Intent.FACT
    of_work = query.intent is not Intent.COUNT and (query.actors or ASKS_WORK.search(query.spoken))
    of_event = of_work and not query.role and _is_event_day(query, library, query.period)
    bare = _without_time(query, library, query.period) if asks_day or of_event else None
    again = answer(bare) if bare is not None else told
    if again.status is not Status.ANSWERED:
        return told
    return again if of_event or _falls_in(again, query, library, query.period) else told


def _falls_in(told: Answer, query: Query, library: Library, period: Period) -> bool:
    """Whether each value names days, and these fall into the time that the question says."""
    years = {plan.file: profile.year for plan, profile in zip(library.plans, library.profiles, strict=True)}
    year = years.get(told.citations[0].file) if told.citations else None
    dues = [parse_due(value, year or query.today.year) for value in told.values]
    spans = [(due.start or due.end, due.end or due.start) for due in dues if due is not None]
    return len(spans) == len(told.values) > 0 and all(
        start is not None and end is not None and period.holds(start) and period.holds(end) for start, end in spans
    )


def _is_event_day(query: Query, library: Library, period: Period) -> bool:
    """Whether a plan that may be meant tells that day as the time of the whole, and the question says it right behind a thing."""
    if period.start is None or period.start != period.end:
        return False
    folded = fold(query.typed)
    at = folded.find(period.words)
    if at <= 0 or _BOUND.search(folded[:at]):
        return False
    plans = (number for number in range(len(library.plans)) if query.covers(number))
    return any(period.start == day for number in plans for day in _event_days(library, number))


def _event_days(library: Library, number: int) -> Iterator[date]:
    for line in library.plans[number].text.splitlines():
        if _OF_ALL.match(fold(line.strip(" *_"))):
            for found in _DAY.finditer(line):
                due = parse_due(found[0])
                if due is not None and due.start is not None:
                    yield due.start


def _without_time(query: Query, library: Library, period: Period) -> Query | None:
    """The question read again without the words of its time; None where these do not stand in it as they were read."""
    folded = fold(query.typed)
    at = folded.find(period.words)
    if at < 0 or len(folded) != len(query.typed):
        return None
    rest = f"{query.typed[:at]} {query.typed[at + len(period.words) :]}".strip(" ,;")
    bare = understand(re.sub(r"\s+", " ", rest), library, query.today)
    return bare if bare.period is None else None
