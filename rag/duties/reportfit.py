"""How well each reporting duty fits a question: its words, rhythm, sender and recipient."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.plan import Duty, Plan
from ingest.units import split_units
from rag.corpus.collectives import any_takes_in
from rag.corpus.library import Library
from rag.duties.ownreports import goes_to_itself
from rag.duties.recurrence import rhythms, rhythms_of
from rag.duties.senders import GROUP, is_among, is_sender_group
from rag.duties.ways import onward
from rag.language.phrases import heard
from rag.language.words import AND, sound
from rag.mentions.actors import Actor
from rag.mentions.scope import POINTING
from rag.query.question import Query
from rag.query.reportasks import (
    NEAREST,
    asks_whom,
    names_reporting,
)

_SENT_TO: Final = frozenset(map(sound, ("về", "cho", "qua", "lên", "nộp", "trình", "chuyển", "gửi")))
"""Words right before the unit that a report goes to."""
_PLAN: Final = sound("kế hoạch")
_OF: Final = sound("của")
_REPORTED_TO: Final = sound("báo cáo").split()
_HOW_OFTEN: Final = tuple(
    map(sound, ("bao lâu", "mấy tháng", "mấy quý", "mấy tuần", "mấy ngày", "một lần", "1 lần", "mấy lần", "mấy kỳ"))
)
_LATEST: Final = tuple(map(sound, ("trễ nhất", "muộn nhất", "hạn chót", "hạn cuối", "hạn nộp")))
"""They ask for the day and say nothing of the report."""
ASKS_VIA: Final = re.compile(r"\bqua \S+(?: \S+)? nao\b|\bqua (?:ai|dau)\b")
_THESE_MONTHS: Final = re.compile(
    rf"\b{sound('hàng tháng')}|{sound('tháng này')}|\b{sound('báo cáo tháng')}\b(?! \d| {sound('trước')}| {sound('sau')})"
)
_REPORTING: Final = frozenset({"cao", "cet"})
"""Syllables of "báo cáo", "sơ kết", "tổng kết"."""
_NAMED_RECIPIENT: Final = re.compile(
    r"báo cáo (?:lên |cho |về |với )?((?:Bộ|Sở|Cục|Tổng cục|Chính phủ|Thủ tướng)"
    r"(?: (?!(?:về|kết|tình|theo|định|hằng|hàng|trước|khi|nào|trong|bao|mấy|mỗi|và|rồi|chậm|hạn|ngày|thời|muộn|cuối|tháng|năm|là|thì|xong|lần|một|vào|lúc|qua|gì|số)\b)[^\W\d_]+)?)"
)
"""An office right after "báo cáo", with the first word of its name."""
_AFTER_REPORT: Final = re.compile(r"\bbao cao (?:(?:len|cho|ve|voi|toi) )?(.+)")
WITHOUT_WAY: Final = re.compile(r"\s*(?:\(|\bqua\b).*")
"""The office that passes a report on, behind the one that gets it."""
NO_QUARTER: Final = re.compile(r"\bqui (?=(?:dinh|che|hoach|mo|chinh|chuan)\b)")
"""Where what sounds like "quý" is "quy": "quy định", "quy trình"."""
_IN_A_YEAR: Final = re.compile(r"\b(?:lan|ci)(?: nao)? (?:chong|moi|mot|1) nam\b|\bmoi nam (?:mai|bao nhieu) lan\b")
"""In "mấy lần trong năm" no yearly report is meant."""
_IN_HEAD: Final = 0.6
"""What a word of the question counts that stands in the plan's head, not in the duty."""
_LEAST_RUN, _LONGEST_RUN = 4, 14
"""Syllables side by side that name a plan's topic."""
_OF_TITLE: Final = 0.4
_SAME_RHYTHM, _OTHER_RHYTHM = 0.5, -0.6
_RECIPIENT, _NO_RECIPIENT = 0.4, -0.2
_ACTOR, _TAKEN_IN, _NO_ACTOR = 0.6, 0.3, -0.4
_STRANGE: Final = -2.0
_UNDER_REPORTS: Final = re.compile(r"\b(?:thong tin|che do|cong tac|dinh ci)[, ]* bao cao\b")
_OF_REPORTS: Final = 0.05
"""Of duties that fit alike the one under a heading for reports is meant."""
_REGULARLY: Final = sound("định kỳ")
_OF_REGULAR: Final = 0.1
"""What a duty that comes again has before others where a regular report is asked for by no rhythm."""
_UNNAMED: Final = -0.15
"""Added to a coverage of at most 1: units and rhythm tell duties apart that are worded alike."""


@dataclass(frozen=True, slots=True)
class Found:
    """A duty with its plan's number and how well it fits, ``coverage`` by its words alone."""

    plan: int
    duty: Duty
    score: float
    coverage: float = 0.0


def asked_rhythm(query: Query) -> set[str]:
    """The rhythm that the question names; "năm 2026" names a year, not a rhythm."""
    words = query.words.outside(one for one in query.mentions if one.kind == "place")  # one may sound like a rhythm
    spoken = _IN_A_YEAR.sub(" ", NO_QUARTER.sub("", words.heard))
    for year in query.years:
        kept = "nam" if re.search(rf"(?:(?:thang|qui) va|bao cao) nam {year}", spoken) else ""
        spoken = spoken.replace(f"nam {year}", kept)
    found = rhythms(spoken)
    return found if _THESE_MONTHS.search(spoken) else found - {"month"}


def search(query: Query, library: Library) -> list[Found]:
    """Every duty in scope, best fitting first."""
    latest = _LATEST if names_reporting(query) else ()  # what else is sent by then may stand in a row
    words = query.words.drop((*latest, *heard("filler.report"), *_HOW_OFTEN, *NEAREST)).content()
    asked = asked_rhythm(query)
    titled = _titled(query, library)
    found = []
    for number, plan in enumerate(library.plans):
        if not query.covers(number):
            continue
        for duty in plan.duties:
            if query.pointer.prose and not _stands_at(duty, query.pointer.prose):
                continue
            own = set(library.hear(f"{duty.actor} {duty.what} {duty.recipient} {duty.frequency}").split())
            coverage = library.cover(words, own, library.profiles[number].own_words, share=_IN_HEAD)
            score = coverage + _unit_fit(query, library, number, duty) + _OF_TITLE * (number in titled)
            score += _STRANGE if goes_to_itself(query, library, number, duty.recipient) else 0.0
            if names_reporting(query) and _REPORTING.isdisjoint(own):
                score += _UNNAMED
            if _UNDER_REPORTS.search(sound(_heading(plan, duty))):
                score += _OF_REPORTS
            if _REGULARLY in query.spoken and _is_regular(duty):
                score += _OF_REGULAR
            if asked:
                told = asked & set().union(*(rhythms_of(one) for one in plan.duties if one.span == duty.span))
                score += _SAME_RHYTHM * len(told) / len(asked) if asked & rhythms_of(duty) else _OTHER_RHYTHM
            found.append(Found(number, duty, score, coverage))
    return sorted(found, key=lambda one: -one.score)


def _is_regular(duty: Duty) -> bool:
    """Whether a duty comes again, at times told or untold."""
    return bool(rhythms_of(duty) - {"adhoc", "trouble"}) or sound(duty.frequency) == _REGULARLY


def _titled(query: Query, library: Library) -> frozenset[int]:
    """The one plan whose title holds the longest run of the question's words, where it names none: a report is on its plan."""
    if any(one.kind in POINTING for one in query.mentions):
        return frozenset()
    heard = [token.heard for token in query.words.tokens]
    for size in range(min(_LONGEST_RUN, len(heard)), _LEAST_RUN - 1, -1):
        runs = {f" {' '.join(heard[at : at + size])} " for at in range(len(heard) - size + 1)}
        found = [n for n, one in enumerate(library.profiles) if any(run in f" {one.title} " for run in runs)]
        if found:
            return frozenset(found if len(found) == 1 else ())
    return frozenset()


def _heading(plan: Plan, duty: Duty) -> str:
    """The heading right over a duty; "" without one."""
    return next((one.heading for one in plan.sections if one.locator == duty.locator), "")


def _stands_at(duty: Duty, path: str) -> bool:
    """Whether the duty stands under those headings; a question may leave one between them out."""
    parts = iter(duty.locator.split("/"))
    return all(part in parts for part in path.split("/"))


def _unit_fit(query: Query, library: Library, number: int, duty: Duty) -> float:
    """Units named as sender must be the actor, or be taken in by it; units after "gửi" the recipient."""
    recipient = _heard(library, duty.recipient)
    score = _STRANGE if _goes_elsewhere(query, library, duty) else 0.0
    score += _recipient_fit(query, library, duty)
    score += _ACTOR if asks_whom(query) and onward(duty.what) and passes_on(query, library, duty) else 0.0
    for unit in query.actors:
        if unit.role == GROUP:
            score += 0.0 if is_recipient(query, unit) else _group_fit(duty, unit)
        elif is_recipient(query, unit):
            own = _own(unit)
            fits = f" {unit.words} " in recipient or own in recipient or own in sound(duty.what)
            fits = fits or _is_reported_to(query, library, duty)
            score += _RECIPIENT if fits else _NO_RECIPIENT
        elif sent_by(library, duty, unit):
            score += _ACTOR
        else:
            printed = library.prints(unit.words, number)
            taken_in = printed and any_takes_in((duty.actor, *split_units(duty.actor)), unit.key)
            score += _TAKEN_IN if taken_in else _NO_ACTOR
    return score


def _group_fit(duty: Duty, group: Actor) -> float:
    """A group must be the actor, or be taken in by every office there is."""
    if is_sender_group(duty, group):
        return _ACTOR
    return _TAKEN_IN if is_among(duty) else _NO_ACTOR


def _recipient_fit(query: Query, library: Library, duty: Duty) -> float:
    """A recipient named right after "báo cáo" that is no unit of a plan's rows, and the sort of office asked for."""
    head = query.asked_head if asks_whom(query) and not ASKS_VIA.search(query.spoken) else ""
    fit = 0.0
    if head and duty.recipient:
        fit += _RECIPIENT if head in sound(duty.recipient).split()[:2] else -_RECIPIENT
    if not any(is_recipient(query, unit) for unit in query.actors):
        fit += _RECIPIENT if _is_reported_to(query, library, duty) else 0.0
    return fit


def _is_reported_to(query: Query, library: Library, duty: Duty) -> bool:
    """Whether the office right behind "báo cáo" is the one that the duty's report goes to."""
    own = _heard(library, WITHOUT_WAY.sub("", duty.recipient))
    return bool(own.strip()) and f" {_named_after_report(query)} ".startswith(own)


def _named_after_report(query: Query) -> str:
    """What stands after "báo cáo" and the word that leads to the recipient."""
    found = _AFTER_REPORT.search(query.words.heard)
    return found[1].replace(f" {AND} ", " ") if found else ""


def _goes_elsewhere(query: Query, library: Library, duty: Duty) -> bool:
    """Whether the question names an office to report to, known or not, that the duty does not."""
    named = _named_recipient(query, library)
    return bool(named and duty.recipient) and named not in f" {library.hear(f'{duty.recipient} | {duty.what}')} "


def to_stranger(query: Query, library: Library) -> bool:
    """Whether the office to report to is one that no loaded plan ever prints."""
    named = _named_recipient(query, library)
    return bool(named) and not any(named in text for text in library.printed_sounds)


def by_stranger(query: Query, library: Library) -> bool:
    """Whether an office that is to report is one that no loaded plan ever names, in full or by some of its words."""
    unknown = [one.words for one in query.actors if not one.known and one.words]
    if not unknown:
        return False
    plans = range(len(library.plans))
    senders = [set(sound(duty.actor).split()) for plan in library.plans for duty in plan.duties]
    named = (
        any(library.names_office(words, plan) for plan in plans) or any(set(words.split()) <= one for one in senders)
        for words in unknown
    )
    return not all(named)


def _named_recipient(query: Query, library: Library) -> str:
    found = _NAMED_RECIPIENT.search(library.expander.expand(query.typed))
    return f" {sound(found[1])} " if found else ""


def reporting_units(query: Query) -> tuple[Actor, ...]:
    """The units asked about, without those that only say whose plan is meant ("kế hoạch của Sở X")."""
    pointing = [one for one in query.mentions if one.kind in POINTING]
    if not any(_PLAN in query.words.part(max(0, one.start - 3), one.start) for one in pointing):
        return query.actors
    return tuple(unit for unit in query.actors if not any(one.start <= unit.start < one.end for one in pointing))


def is_recipient(query: Query, unit: Actor) -> bool:
    """Whether the words before a unit make it the one that a report goes to."""
    before = [token.heard for token in query.words.tokens[: unit.start] if token.heard != AND][-3:]
    if before[-1:] == [_OF]:
        return False  # "hạn nộp của Sở A", "báo cáo gửi đi của các xã"
    return not _SENT_TO.isdisjoint(before) or before[-2:] == _REPORTED_TO


def sent_by(library: Library, duty: Duty, unit: Actor) -> bool:
    """Whether the duty is the unit's."""
    actor = _heard(library, duty.actor)
    return f" {unit.words} " in actor or _own(unit) in actor


def passes_on(query: Query, library: Library, duty: Duty) -> bool:
    """Whether the question names the one that gets the report as one who does something with it: "Sở A nhận rồi báo cáo …"."""
    spoken = f" {query.spoken.replace(f' {AND} ', ' ')} "
    before, named, _ = spoken.partition(_heard(library, WITHOUT_WAY.sub("", duty.recipient)))
    return bool(named.strip()) and _SENT_TO.isdisjoint(before.split()[-2:]) and before.split()[-2:] != _REPORTED_TO


def _heard(library: Library, unit: str) -> str:
    return f" {library.hear(unit).replace(f' {AND} ', ' ')} "


def _own(unit: Actor) -> str:
    """The unit's name without its province."""
    return f" {unit.words.split(' tinh')[0]} "
