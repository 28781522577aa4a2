"""Rounds whose headings tell their time, as "2.1. Đợt 1: Trong tháng 12/2026": when one is, and which one a time falls in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from ingest.document import Span
from ingest.dues import looks_like_due, parse_due
from ingest.plan import Plan, Section, SectionKind
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.corpus.entries import sections_over
from rag.corpus.library import Library, once
from rag.language.nth import turns
from rag.language.phrases import heard
from rag.language.words import either, sound
from rag.mentions.periods import Period
from rag.parts.sectionparts import part_item
from rag.query.question import Query
from rag.reading.ends import one_end

_TOLD: Final = re.compile(
    r"(?P<name>[^:(]{3,60}?)\s*(?::|\(|\s[-–]\s)\s*(?P<time>(?:dự kiến |bắt đầu )?(?:từ|trong|trước|sau|đến|vào|quý|tháng|ngày|tuần|năm|hoàn thành|cuối|đầu)\b[^()]*?)"
    r"(?:\s+gồm\b.*|\s+với\b.*)?[\s).:;]*",
    re.IGNORECASE,
)
_WHEN: Final = tuple(
    map(
        sound,
        (
            "kéo dài",
            "diễn ra",
            "bắt đầu",
            "kết thúc",
            "làm",
            "tổ chức",
            "thực hiện",
            "lúc nào",
            "lịch",
            "mốc",
            "khung",
            "ngày",
        ),
    )
)
_DAY: Final = rf"(?: (?:{either('ngày', 'tháng', 'hôm', 'tuần')}))?"
_SPAN: Final = re.compile(
    rf"\b{sound('từ')}{_DAY} (?:{either('đến', 'tới')}){_DAY}$|^(?:{either('lịch', 'mốc', 'khung')})(?: {sound('thời gian')})?(?: {sound('của')})? (?:{either('đợt', 'giai đoạn', 'vòng', 'bước', 'kỳ')}) \S+"
)
"""Asks for a stretch of time by leaving its ends out ("từ ngày … đến ngày …"), or names it "lịch"."""
_WHICH: Final = re.compile(
    rf"\b(?P<noun>{either('đợt', 'giai đoạn', 'vòng', 'bước', 'kỳ', 'phiên', 'khóa', 'lần')}) (?:\S+ ){{0,8}}?(?:{either('nào', 'mấy', 'thứ mấy', 'số mấy', 'bao nhiêu', 'gì')})\b"
)
"""Asks which round, not when."""
_RUNNING: Final = re.compile(
    rf"\b(?:{either('hiện nay', 'hiện tại', 'hiện giờ', 'bây giờ', 'lúc này', 'giờ', 'đang', 'đã tới', 'đã đến')})\b"
)
"""Asks of this day without naming it."""
_AFTER: Final = re.compile(r"(?i)^(?:từ\s+)?sau\b")
_ROUND_NAME: Final = re.compile(r"\s*[:–(]|\s-\s")
_NOW: Final = tuple(
    map(
        sound,
        (
            "đang",
            "thuộc",
            "nằm trong",
            "rơi vào",
            "ở",
            "lịch",
            "đến",
            "tới",
            "bước sang",
            "hiện",
            "hiện nay",
            "hiện tại",
            "bây giờ",
            "lúc này",
            "giờ",
            "rồi",
        ),
    )
)
_NONE_THEN: Final = "Thời gian đó không nằm trong đợt nào mà kế hoạch nêu: "
_LEAST: Final = 0.5
"""The share of the question's other words that the round, its headings and its plan must say."""
_CLEARLY: Final = 0.1


@dataclass(frozen=True, slots=True)
class _Round:
    """The heading of a round, the time that it tells, and the days of it; an end that no date tells is open."""

    plan: int
    section: Section
    time: str
    days: Period


def answer_phase(query: Query, library: Library) -> Answer | None:
    """The time in the heading of the round asked for, or the rounds that a time falls in; None where neither is asked or told."""
    asked = turns(query.typed)
    if query.actors or not query.pointer.empty:
        return None
    if not asked and (which := _WHICH.search(query.spoken)):
        now = Period(query.today, query.today, "") if _RUNNING.search(query.spoken) else None
        period = query.period or now
        return _at_time(query, library, period, which["noun"]) if period else None
    if len(asked) != 1 or not (query.role == "due" or (query.role == "" and _SPAN.search(query.spoken))):
        return None
    fitting = [one for one in _rounds(library) if asked & turns(one.section.heading)]
    best = _meant(query, library, fitting)
    return _tell(query, library, best, one_end(query.spoken, best.time)) if best else None


def _meant(query: Query, library: Library, rounds: list[_Round]) -> _Round | None:
    """The round whose headings and plan say clearly most of the question."""
    words = query.unpointed.drop((*heard("column.due"), *_WHEN)).content()
    words = {word: weight for word, weight in words.items() if weight >= 1.0 and not word.isdigit()}
    found = [(_covered(library, one, words), one) for one in rounds if query.covers(one.plan)]
    found.sort(key=lambda pair: -pair[0])
    if not found or found[0][0] < _LEAST or (len(found) > 1 and found[1][0] >= found[0][0] - _CLEARLY):
        return None
    return found[0][1]


def _covered(library: Library, one: _Round, words: Mapping[str, float]) -> float:
    """The share of the words that the round, the headings over it or the head of its plan say."""
    plan, profile = library.plans[one.plan], library.profiles[one.plan]
    own = " ".join(head.heading for head in sections_over(plan, one.section.locator))
    below = " ".join(clause.text for clause in plan.clauses if clause.locator == one.section.locator)
    return library.cover(words, set(library.hear(f"{own} {below}").split()) | profile.words) if words else 1.0


def _at_time(query: Query, library: Library, period: Period, noun: str) -> Answer | None:
    """The rounds of the one plan meant that the time falls in; None where no plan tells such rounds."""
    said = sound(noun)
    named = [one for one in _rounds(library) if query.covers(one.plan) and sound(one.section.heading).startswith(said)]
    words = query.unpointed.drop((said, sound(period.words), *heard("column.due"), *_WHEN, *_NOW)).content()
    words = {word: weight for word, weight in words.items() if weight >= 1.0 and not word.isdigit()}
    covered = {one.plan: _covered(library, one, words) for one in named}
    plans = [number for number, share in covered.items() if share >= _LEAST and share == max(covered.values())]
    series = {(one.plan, one.section.parent) for one in named if one.plan in plans}
    if len(series) != 1:
        return None
    told = [one for one in named if one.plan in plans]
    held = [one for one in told if _overlap(one.days, period)]
    if not held:
        return Answer(query.typed, Status.NOT_FOUND, _NONE_THEN + "; ".join(one.section.heading for one in told) + ".")
    plan = library.plans[held[0].plan]
    values = tuple(_ROUND_NAME.split(one.section.heading, maxsplit=1)[0] for one in held)
    items = tuple(part_item(plan, one.section.locator, one.section.heading) for one in held)
    citations = tuple(
        one for round_ in held for one in cite(plan, round_.section.locator, (_line(plan, round_.section),))
    )
    text = f"{'; '.join(one.section.heading for one in held)} ({plan_name(plan)}, {held[0].section.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, items, citations, method="retrieval")


def _overlap(one: Period, other: Period) -> bool:
    starts, ends = one.start or date.min, one.end or date.max
    return (other.start or date.min) <= ends and starts <= (other.end or date.max)


def _line(plan: Plan, section: Section) -> Span:
    end = plan.text.find("\n", section.span.start)
    return Span(section.span.start, end if 0 <= end < section.span.end else section.span.end)


def _tell(query: Query, library: Library, one: _Round, time: str) -> Answer:
    plan, section = library.plans[one.plan], one.section
    text = f"{section.heading} ({plan_name(plan)}, {section.locator})."
    citations = cite(plan, section.locator, (_line(plan, section),))
    return Answer(query.typed, Status.ANSWERED, text, (time,), citations=citations, method="retrieval")


@once
def _rounds(library: Library) -> tuple[_Round, ...]:
    """The headings that tell a round and its time."""
    found = []
    for number, plan in enumerate(library.plans):
        year = library.profiles[number].year
        for section in plan.sections:
            told = _TOLD.fullmatch(section.heading) if section.kind is SectionKind.HEADING else None
            if told and turns(told["name"]) and looks_like_due(told["time"]):
                time = told["time"].strip(" .;:")
                found.append(_Round(number, section, time, _days(time, year)))
    return tuple(_in_turn(found))


def _days(time: str, year: int | None) -> Period:
    """The days that a time tells; what is after a day has no end."""
    due = parse_due(time, year)
    start, end = (due.start, due.end) if due else (None, None)
    if _AFTER.match(time) and end is not None:
        start, end = end + timedelta(days=1), None
    return Period(start, end, time)


def _in_turn(rounds: list[_Round]) -> list[_Round]:
    """The rounds, where none begins before the one ahead of it is over nor ends after the next has begun."""
    told = list(rounds)
    for n, (one, following) in enumerate(pairwise(rounds)):
        if (one.plan, one.section.parent) != (following.plan, following.section.parent):
            continue
        start, end = following.days.start, told[n].days.end
        if (
            start and end and start <= (told[n].days.start or date.min)
        ):  # "từ tháng 01" behind "trong tháng 12/2025" is of the year after
            told[n + 1] = replace(following, days=Period(end + timedelta(days=1), following.days.end, following.time))
        elif start and end is None and (told[n].days.start or date.min) < start:
            told[n] = replace(told[n], days=Period(told[n].days.start, start - timedelta(days=1), told[n].time))
        elif start is None and end:
            told[n + 1] = replace(following, days=Period(end + timedelta(days=1), following.days.end, following.time))
    return told
