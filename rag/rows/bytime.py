"""Rows by the time that a question says: overdue, undated, due in a stretch, or going on without a deadline."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold
from ingest.plan import DueKind
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.mentions.conditions import due_in, is_eve, is_over, prints
from rag.mentions.periods import Period
from rag.query.asks import Intent
from rag.query.duesaid import as_said, ending, is_alone, lies_within, printing_time, spans
from rag.query.issuedresults import issued_result
from rag.query.question import Query
from rag.rows.beginnings import asks_beginning, begins_in, under_way
from rag.rows.cells import WHOLE_STRETCHES, cell_conditions
from rag.rows.definite import asks_definite, definite
from rag.rows.inyear import asks_end, of_its_year
from rag.rows.leftover import leftover, tells_rhythm
from rag.rows.sessions import at_session

_GOING_ON: Final = ("continuous", "whole_year")
_NO_DEADLINE: Final = re.compile(
    r"(?:giai doan|ke hoach|ban hanh)\s*$"
    r"|\b(?:nghi quyet|nghi dinh|quyet dinh|chi thi|thong tu|cong van|ket luan)(?: so)?(?: \S*\d\S*)?(?: cua(?: \S+){1,6}?)?\s*$"
)
"""Folded words before a time that is part of a name ("giai đoạn 2026-2030", "Nghị quyết 12 của … ngày …")."""
_STRETCH_NAMED: Final = re.compile(r"\bgiai doan\s*$")
_YEARS: Final = re.compile(r"20\d\d")
_STRETCH_SAID: Final = re.compile(r"\bthoi gian(?: (?:thuc hien|hoan thanh|trien khai))?(?: la)?\s*$")
_YEARS_OF_STRETCH: Final = re.compile(r"20\d\d\s*[-–]\s*20\d\d")
"""Behind "thời gian thực hiện" such a stretch is the deadline's own, not one that others fall into."""
_EXACTLY: Final = re.compile(r"\b(?:ghi|in|de)\b(?: \S+){1,5} la\b")
"""Folded: the deadline is that stretch itself, not one within it ("ghi thời hạn là Quý I/2026")."""
_AS_PRINTED: Final = re.compile(
    r"\bhan (?:la )?\d{1,2}/20\d\d(?!\d)|\bghi (?:thoi )?han\b|\bghi thoi gian\b(?! theo)|\bhan (?:duoc )?(?:ghi|in|de)\b(?! theo)|\b(?:in|de) han\b|"
    + WHOLE_STRETCHES
)
"""Folded: the deadline itself must print the month or day, not a quarter that ends with it."""
_INSIDE: Final = re.compile(r"\b(?:trong|thuoc|roi vao|nam (?:trong|gon)|o trong)(?: nam)?\s*$")
"""Folded words right before a stretch into which deadlines are to fall, however they are printed."""
_QUARTER_OF_DAYS: Final = 80
_YEAR_OF_DAYS: Final = 360
_DUE_NAMED: Final = re.compile(
    r"^(?!.*\b(?:song|hoan thanh|den han|toi han)\b).*\bhan\b|\b(?:co|gi) (?:thoi dan|thoi han) hoan thanh (?:la )?(?:thang|ngai|qui|\d)"
)
"""Sound form: a deadline is named, not by when something must be done."""
_DUE_OF_PART: Final = re.compile(r"\bcon hạn\b")  # "việc con hạn tháng 5", which sounds like "còn hạn"


def by_time(found: list[Entry], query: Query, library: Library) -> list[Entry]:
    """Rows overdue, undated, due in the period asked for, or going on without a deadline."""
    flags, period = query.flags, query.period
    if (told := at_session(found, query)) is not None:
        return told
    if said := asks_definite(query):
        found = definite(found, query, said)
        if period is not None and not flags & {"overdue", "until_now"}:
            return found
    if find_phrase(query.spoken, heard("condition.coming")) and not _DUE_OF_PART.search(query.typed.lower()):
        return [one for one in found if due_in(one, Period(query.today, None, ""))]
    if period is not None and period.start is not None and asks_beginning(query.spoken):
        return [one for one in found if begins_in(one, period)]
    if ("overdue" in flags and (period is None or period.start is None)) or ("until_now" in flags and period is None):
        return [one for one in found if _is_over(one, query)]
    if "undated" in flags and not any(one.column == "due" for one in cell_conditions(query)):
        return _timeless([one for one in found if one.leads and _is_undated(one)], query, library)
    if period is not None and query.intent is not Intent.FACT:
        told = _of_period(found, query, period, library)
        if told is not None:
            return told
    return _timeless(ending(found, query), query, library)


def _of_period(found: list[Entry], query: Query, period: Period, library: Library) -> list[Entry] | None:
    """The rows due in the time asked for, by the words that say how; None where it only names a document or a plan."""
    typed = fold(query.typed)
    same = [one for one in found if _is_stretch(one, period)]
    naming = _NO_DEADLINE.search(typed.split(period.words)[0]) is not None or _names_plans(query, period, library)
    if naming and not issued_result(query.words, library):
        of_name = not same and _is_of_name(query, period, library)
        return None if of_name else same or [one for one in found if due_in(one, period)]
    if worded := as_said(found, query) or spans(found, query):
        return worded
    if _STRETCH_SAID.search(typed.split(period.words)[0]) and _YEARS_OF_STRETCH.fullmatch(period.words):
        rows = (one for one in library.entries if one.kind == "task" and query.covers(one.plan))
        if any(_is_stretch(one, period) for one in rows):
            return same
    as_printed = _AS_PRINTED.search(typed) is not None and not _lies_within(query, period, same)
    if as_printed and same and (is_alone(query) or _EXACTLY.search(typed)):
        return same
    named = _DUE_NAMED.search(query.spoken) and period.start is not None  # "hạn tháng 1" is no "trước tháng 2"
    due = [one for one in found if due_in(one, period) and not (named and is_eve(one, period))]
    if is_alone(query):
        return [one for one in due if lies_within(one, period)]
    asked = (period, *period.also)
    own = [] if named or as_printed else list(filter(of_its_year(query, period, library), found))
    own += [] if asks_end(query) else [one for one in found if under_way(one, period) and one not in due]
    due = [*due, *own] if own else due
    due = [one for one in due if not as_printed or any(prints(one, each) for each in asked)]
    return sorted(due, key=lambda one: one.order)


def _lies_within(query: Query, period: Period, same: list[Entry]) -> bool:
    """Whether what a deadline prints need only lie in the stretch: "ghi thời hạn trong năm 2027", a year that no row prints alone."""
    if period.start is None or period.end is None or is_alone(query) or not period.words:
        return False
    days = (period.end - period.start).days
    within = _INSIDE.search(fold(query.typed).partition(period.words)[0]) is not None
    return (within and days >= _QUARTER_OF_DAYS) or (days >= _YEAR_OF_DAYS and not same)


def _names_plans(query: Query, period: Period, library: Library) -> bool:
    """Whether years end the words that name plans whose titles print them: "theo kế hoạch kinh tế số 2026 - 2028"."""
    years, said = set(_YEARS.findall(period.words)), sound(period.words)
    return bool(_YEARS_OF_STRETCH.fullmatch(period.words)) and any(
        query.words.part(one.start, one.end).endswith(said)
        and all(years <= set(library.profiles[number].title.split()) for number in one.plans)
        for one in query.mentions
        if one.kind != "actor" and one.plans
    )


def _is_of_name(query: Query, period: Period, library: Library) -> bool:
    """Whether a document is named by the time, or the plans meant are: their titles tell its years."""
    years = set(_YEARS.findall(period.words))
    numbers = query.plans if query.plans is not None else range(len(library.plans))
    titled = any(years <= set(library.profiles[number].title.split()) for number in numbers)
    return titled or not _STRETCH_NAMED.search(fold(query.typed).split(period.words)[0])


def _timeless(found: list[Entry], query: Query, library: Library) -> list[Entry]:
    """Rows that go on or recur as one of the words asked for says; a rhythm that no row's time prints must stand in its words."""
    asked = [heard(f"condition.{flag}") for flag in _GOING_ON if flag in query.flags and not query.quoted]
    rhythms = [(one,) for one in heard("condition.rhythm") if f" {one} " in f" {query.spoken} "]
    told = [one for one in rhythms if tells_rhythm(query, library, list(one))]
    phrases = [phrase for one in (*asked, *told) for phrase in one]
    untold = [phrase for one in rhythms if one not in told for phrase in one]
    if untold and any(word in leftover(query, library) for phrase in untold for word in phrase.split()):
        found = [one for one in found if find_phrase(sound(one.text), untold)]
    if not asked and not told:
        return found
    return printing_time(found, query, lambda printed: find_phrase(printed, phrases) is not None)


def _is_stretch(entry: Entry, period: Period) -> bool:
    return entry.when is not None and (entry.when.start, entry.when.end) == (period.start, period.end)


def _is_over(entry: Entry, query: Query) -> bool:
    """Whether the deadline lies before today, or before the day up to which the question counts."""
    period = query.period
    return is_over(entry, period.end if period and period.start is None and period.end else query.today)


def _is_undated(entry: Entry) -> bool:
    return entry.when is None or entry.when.end is None or entry.when.kind is DueKind.EVENT
