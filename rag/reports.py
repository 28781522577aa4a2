"""Questions about reporting duties: who reports to whom, how often, by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Span
from ingest.plan import Duty, Plan
from ingest.units import split_units
from rag.actors import Actor
from rag.answer import Answer, Citation, Status
from rag.citations import cite, plan_name
from rag.collectives import any_takes_in
from rag.compose import not_found
from rag.dutylist import next_due
from rag.library import Library
from rag.phrases import heard
from rag.question import Query
from rag.recurrence import QUICK, calendar_day, next_day, recurs, rhythms, rhythms_of
from rag.reportasks import (
    NEAREST,
    asks_advised,
    asks_how,
    asks_how_often,
    asks_next,
    asks_when,
    asks_who,
    asks_whom,
    asks_whom_itself,
    names_reporting,
)
from rag.reportnotes import advised_unit, stated_rhythm
from rag.scope import POINTING
from rag.senders import GROUP, is_sender_group, with_groups
from rag.stretches import stretches
from rag.troubles import answer_trouble, asks_trouble
from rag.wording import NO_DAY, joined
from rag.words import AND, find_phrase, sound

_SENT_TO: Final = frozenset(map(sound, ("về", "cho", "qua", "lên", "nộp", "trình", "chuyển", "gửi")))
"""Words right before the unit that a report goes to."""
_PLAN: Final = sound("kế hoạch")
_REPORTED_TO: Final = sound("báo cáo").split()
_DUE_ASKS: Final = tuple(
    map(
        sound,
        (
            "trước ngày nào",
            "khi nào",
            "ngày mấy",
            "ngày bao nhiêu",
            "hôm nào",
            "lúc nào",
            "tháng mấy",
            "hạn nào",
            "bao giờ",
            "ngày nào",
            "hạn chót",
            "thời hạn",
            "chậm nhất",
            "mấy giờ",
            "hạn",
        ),
    )
)
_HOW_OFTEN: Final = tuple(
    map(sound, ("bao lâu", "mấy tháng", "mấy quý", "mấy tuần", "mấy ngày", "một lần", "1 lần", "mấy lần", "mấy kỳ"))
)
_HOUR_ASKS: Final = sound("mấy giờ")
_VIA: Final = re.compile(r"\(qua\s+(.+?)(?:\s+để\s[^()]*)?\)")
_ASKS_VIA: Final = re.compile(r"\bqua \S+(?: \S+)? nao\b|\bqua (?:ai|dau)\b")
_TODAY_IS: Final = re.compile(r"hôm nay[^\d,;.]{0,12}(\d{1,2})/(\d{1,2})", re.IGNORECASE)
_THESE_MONTHS: Final = (sound("hàng tháng"), sound("tháng này"))
_REPORTING: Final = frozenset({"cao", "cet"})
"""Syllables of "báo cáo", "sơ kết", "tổng kết"."""
_SENDING: Final = frozenset(map(sound, ("gửi", "nộp")))
_NAMED_RECIPIENT: Final = re.compile(
    r"báo cáo (?:lên |cho |về |với )?((?:Bộ|Sở|Cục|Tổng cục|Chính phủ|Thủ tướng)"
    r"(?: (?!(?:về|kết|tình|theo|định|hằng|hàng|trước|khi|nào|trong)\b)[^\W\d_]+)?)"
)
"""An office right after "báo cáo", with the first word of its name."""
_AFTER_REPORT: Final = re.compile(r"\bbao cao (?:(?:len|cho|ve|voi|toi) )?(.+)")
_WITHOUT_WAY: Final = re.compile(r"\s*(?:\(|\bqua\b).*")
"""The office that passes a report on, behind the one that gets it."""
_NO_QUARTER: Final = re.compile(r"\bqui (?=(?:dinh|che|hoach|mo|chinh|chuan)\b)")
"""Where what sounds like "quý" is "quy": "quy định", "quy trình"."""
_IN_HEAD: Final = 0.6
"""What a word of the question counts that stands in the plan's head, not in the duty."""
_SENT_LEAST: Final = 0.5
"""The share of a question's words that a duty must hold where something is sent and no report named."""
_SAME_RHYTHM, _OTHER_RHYTHM = 0.5, -0.6
_RECIPIENT, _NO_RECIPIENT = 0.4, -0.2
_ACTOR, _TAKEN_IN, _NO_ACTOR = 0.6, 0.3, -0.4
_ABOUT_AS_WELL: Final = 0.3
_STRANGE: Final = -2.0
_UNNAMED: Final = -0.15
"""Added to a coverage of at most 1: units and rhythm tell duties apart that are worded alike."""


@dataclass(frozen=True, slots=True)
class Found:
    """A duty with its plan's number and how well it fits, ``coverage`` by its words alone."""

    plan: int
    duty: Duty
    score: float
    coverage: float = 0.0


def _asked_rhythm(query: Query) -> set[str]:
    """The rhythm that the question names; "năm 2026" names a year, not a rhythm."""
    spoken = _NO_QUARTER.sub("", query.spoken)
    for year in query.years:
        kept = "nam" if re.search(rf"(?:thang|qui) va nam {year}", spoken) else ""
        spoken = spoken.replace(f"nam {year}", kept)
    found = rhythms(spoken)
    return found if any(phrase in spoken for phrase in _THESE_MONTHS) else found - {"month"}


def search(query: Query, library: Library) -> list[Found]:
    """Every duty in scope, best fitting first."""
    words = query.words.drop((*heard("filler.report"), *_HOW_OFTEN, *NEAREST)).content()
    asked = _asked_rhythm(query)
    found = []
    for number, plan in enumerate(library.plans):
        if query.plans is not None and number not in query.plans:
            continue
        for duty in plan.duties:
            if query.pointer.prose and not _stands_at(duty, query.pointer.prose):
                continue
            own = set(library.hear(f"{duty.actor} {duty.what} {duty.recipient} {duty.frequency}").split())
            coverage = library.cover(words, own, library.profiles[number].own_words, share=_IN_HEAD)
            score = coverage + _unit_fit(query, library, number, duty)
            if names_reporting(query) and _REPORTING.isdisjoint(own):
                score += _UNNAMED
            if asked:
                told = asked & set().union(*(rhythms_of(one) for one in plan.duties if one.span == duty.span))
                score += _SAME_RHYTHM * len(told) / len(asked) if asked & rhythms_of(duty) else _OTHER_RHYTHM
            found.append(Found(number, duty, score, coverage))
    return sorted(found, key=lambda one: -one.score)


def _stands_at(duty: Duty, path: str) -> bool:
    """Whether the duty stands under those headings; a question may leave one between them out."""
    parts = iter(duty.locator.split("/"))
    return all(part in parts for part in path.split("/"))


def asks_report(query: Query) -> bool:
    """Whether the question is of a reporting duty by its words: also "báo nhanh", and a unit that sends to another."""
    if (
        query.flags & {"report", "recipient"}
        or find_phrase(query.spoken, QUICK)
        or asks_whom(query)
        or asks_trouble(query)
    ):
        return True
    tokens = [token.heard for token in query.words.tokens]
    sent = any(tokens[unit.start - 1] in _SENDING for unit in query.actors if unit.start)
    return sent and any(not is_recipient(query, unit) for unit in query.actors)


def _unit_fit(query: Query, library: Library, number: int, duty: Duty) -> float:
    """Units named as sender must be the actor, or be taken in by it; units after "gửi" the recipient."""
    recipient = _heard(library, duty.recipient)
    score = _STRANGE if _goes_elsewhere(query, library, duty) else 0.0
    score += _recipient_fit(query, library, duty)
    for unit in query.actors:
        if unit.role == GROUP:
            score += 0.0 if is_recipient(query, unit) else _ACTOR if is_sender_group(duty, unit) else _NO_ACTOR
        elif is_recipient(query, unit):
            own = _own(unit)
            fits = f" {unit.words} " in recipient or own in recipient or own in sound(duty.what)
            score += _RECIPIENT if fits else _NO_RECIPIENT
        elif sent_by(library, duty, unit):
            score += _ACTOR
        else:
            printed = f" {unit.words} " in f" {library.printed_sounds[number]} "
            taken_in = printed and any_takes_in((duty.actor, *split_units(duty.actor)), unit.key)
            score += _TAKEN_IN if taken_in else _NO_ACTOR
    return score


def _recipient_fit(query: Query, library: Library, duty: Duty) -> float:
    """A recipient named right after "báo cáo" that is no unit of a plan's rows, and the sort of office asked for."""
    head = query.asked_head if asks_whom(query) else ""
    fit = 0.0
    if head and duty.recipient:
        fit += _RECIPIENT if sound(duty.recipient).split()[0] == head else -_RECIPIENT
    reported = _named_after_report(query)
    if reported and not any(is_recipient(query, unit) for unit in query.actors):
        own = _heard(library, _WITHOUT_WAY.sub("", duty.recipient))
        fit += _RECIPIENT if own.strip() and f" {reported} ".startswith(own) else 0.0
    return fit


def _named_after_report(query: Query) -> str:
    """What stands after "báo cáo" and the word that leads to the recipient."""
    found = _AFTER_REPORT.search(query.words.heard)
    return found[1].replace(f" {AND} ", " ") if found else ""


def _goes_elsewhere(query: Query, library: Library, duty: Duty) -> bool:
    """Whether the question names an office to report to, known or not, that the duty does not."""
    named = _named_recipient(query, library)
    return bool(named and duty.recipient) and named not in f" {library.hear(f'{duty.recipient} | {duty.what}')} "


def _to_stranger(query: Query, library: Library) -> bool:
    """Whether the office to report to is one that no loaded plan ever prints."""
    named = _named_recipient(query, library)
    return bool(named) and not any(named in f" {text} " for text in library.printed_sounds)


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
    return not _SENT_TO.isdisjoint(before) or before[-2:] == _REPORTED_TO


def sent_by(library: Library, duty: Duty, unit: Actor) -> bool:
    """Whether the duty is the unit's."""
    actor = _heard(library, duty.actor)
    return f" {unit.words} " in actor or _own(unit) in actor


def _heard(library: Library, unit: str) -> str:
    return f" {library.hear(unit).replace(f' {AND} ', ' ')} "


def _own(unit: Actor) -> str:
    """The unit's name without its province."""
    return f" {unit.words.split(' tinh')[0]} "


def answer_report(query: Query, library: Library, threshold: float) -> Answer | None:
    """Answer from the best duty, else from a clause that tells how often; None when nothing fits the question."""
    if asks_advised(query) and (advised := advised_unit(query, library)):
        return advised
    if asks_trouble(query) and (told := answer_trouble(query, library)):
        return told
    query = replace(query, actors=with_groups(query, reporting_units(query)))
    found = search(query, library)
    if _to_stranger(query, library):
        return not_found(query, library)
    if asks_next(query):
        found = sorted(found, key=lambda one: _told_next(one, found[0].score))
    fits = found and found[0].score >= threshold and (names_reporting(query) or found[0].coverage >= _SENT_LEAST)
    if not fits:
        return stated_rhythm(query, library) if asks_how_often(query) else None
    return tell(query, library, found)


def _told_next(one: Found, best: float) -> tuple[bool, bool, bool, float]:
    """Of the duties that fit about as well as the best, those with a day come first, then those with a rhythm."""
    return (one.score < best - _ABOUT_AS_WELL, not one.duty.due, not recurs(one.duty), -one.score)


def tell(query: Query, library: Library, found: Sequence[Found]) -> Answer | None:
    """What is asked of the first duty; None where it does not say it."""
    best = found[0]
    plan = library.plans[best.plan]
    key = (best.plan, best.duty.span, best.duty.actor)
    same = [one for one in found if (one.plan, one.duty.span, one.duty.actor) == key]
    values, label = _values(query, best, same)
    undated = not values and asks_when(query) and bool(best.duty.frequency)
    if undated:
        values, label = (best.duty.frequency,), "báo cáo"
    if not values:
        return None
    citations = (*cite(plan, best.duty.locator, (best.duty.span,)), *_actor_above(plan, best.duty, values))
    coming = next_due(best.duty, query.today) if recurs(best.duty) and best.duty.due in values else ""
    coming = NO_DAY if undated else coming
    text = f"{best.duty.actor}: {label} {joined(values)}{coming} ({plan_name(plan)}, {best.duty.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations)


def _actor_above(plan: Plan, duty: Duty, values: Sequence[str]) -> tuple[Citation, ...]:
    """The heading or lead-in over a duty that names its actor, where the actor is the answer and the duty omits it."""
    if duty.actor not in values or duty.actor in duty.span.slice(plan.text):
        return ()
    at = plan.text.rfind(duty.actor, 0, duty.span.start)
    if at < 0:
        return ()
    end = plan.text.find("\n", at)
    line = Span(plan.text.rfind("\n", 0, at) + 1, end if end >= 0 else len(plan.text))
    holders = [one for one in plan.sections if one.span.start <= at < one.span.end]
    where = max(holders, key=lambda one: (one.span.start, one.depth)).locator if holders else duty.locator
    return cite(plan, where, (line,))


def _values(query: Query, best: Found, same: Sequence[Found]) -> tuple[tuple[str, ...], str]:
    """The values asked for, none where the duty does not state them, and the word that leads to them."""
    duty = best.duty
    if asks_how(query):
        return (duty.what,), "báo cáo"
    actor = (duty.actor,) if asks_who(query) else ()
    recipient = _recipient(query, duty) if asks_whom(query) else ""
    if recipient:
        dues, _ = _dues(query, best, same) if _asks_due(query) else ((), "")
        return ((recipient, *dues) if recipient not in dues else (recipient,)), "gửi"
    if asks_how_often(query):
        stated = {one.duty.frequency: None for one in same if one.duty.frequency}
        return (*actor, *stretches(duty.what, sorted(stated, key=duty.what.find))), "báo cáo"
    if query.role == "lead" or (actor and query.role in ("", "result")):
        dues, _ = _dues(query, best, same) if actor and _asks_due(query) else ((), "")
        return (duty.actor, *dues), "báo cáo"
    return _dues(query, best, same) if query.role in {"due", "value", ""} else ((), "")


def _recipient(query: Query, duty: Duty) -> str:
    """To whom the report goes; the office that passes it on where "qua" is asked."""
    via = _VIA.search(duty.recipient)
    asked = _ASKS_VIA.search(query.spoken)
    return via[1] if via and asked and not asks_whom_itself(query.spoken[: asked.start()]) else duty.recipient


def _asks_due(query: Query) -> bool:
    """Whether, beside the recipient, a day is asked for."""
    phrase = find_phrase(query.spoken, heard("ask.recipient"))
    rest = query.words.drop((phrase,)) if phrase else query.words
    return find_phrase(rest.heard, _DUE_ASKS) is not None


def _dues(query: Query, best: Found, same: Sequence[Found]) -> tuple[tuple[str, ...], str]:
    """The deadline of each rhythm asked for, in the order asked; of all, as printed, where none is named."""
    duties = [one.duty for one in same if one.duty.due]
    asked = _in_order_asked(query)
    if asks_next(query):
        duties = _nearest(query, duties) or duties[:1]
    elif len(asked) == 1:
        duties = [best.duty]
    elif asked:
        found = [next((one for one in duties if name in rhythms_of(one)), None) for name in asked]
        duties = [one for one in found if one is not None] or [best.duty]
    else:
        duties = sorted(duties, key=lambda one: best.duty.what.find(one.due))
    stated = {_as_asked(query, one): None for one in duties if one.due}
    if stated:
        return stretches(best.duty.what, tuple(stated), rhythm=best.duty.frequency), "thời hạn"
    return ((best.duty.frequency,), "báo cáo") if best.duty.frequency and query.role != "due" else ((), "")


def _in_order_asked(query: Query) -> list[str]:
    """The rhythms asked for, as they stand in the question."""
    held = f" {query.spoken} "

    def place(name: str) -> int:
        return min((at for phrase in heard(f"rhythm.{name}") if (at := held.find(f" {phrase} ")) >= 0), default=0)

    return sorted(_asked_rhythm(query), key=place)


def _as_asked(query: Query, duty: Duty) -> str:
    """A deadline as printed, without the rhythm behind an hour that is asked for."""
    due = re.sub(r"^vào\s+(?=ngày)", "", duty.due)
    return due.removesuffix(duty.frequency).rstrip(" ,") or due if _HOUR_ASKS in query.spoken else due


def _nearest(query: Query, duties: Iterable[Duty]) -> list[Duty]:
    """The one whose next day comes first, counted from today or from the day that the question calls today."""
    said = _TODAY_IS.search(query.typed)
    today = (calendar_day(query.today.year, int(said[2]), int(said[1])) if said else None) or query.today
    coming = [(day, n, one) for n, one in enumerate(duties) if (day := next_day(one, today)) is not None]
    return [min(coming, key=lambda one: one[:2])[2]] if coming else []
