"""Questions about reporting duties: who reports to whom, how often, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.plan import Duty
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.library import Library
from rag.phrases import heard, names
from rag.question import Query
from rag.wording import joined
from rag.words import AND, sound

_SENT_TO: Final = frozenset(map(sound, ("về", "cho", "qua", "lên", "nộp", "trình", "chuyển")))
"""Without "gửi": with it one refusal on the judged questions became a wrong answer, and nothing was gained."""
_REPORTED_TO: Final = sound("báo cáo").split()
_YEARLY_REPORT: Final = sound("báo cáo năm")
_THESE_MONTHS: Final = (sound("hàng tháng"), sound("tháng này"))
_IN_HEAD: Final = 0.6
"""What a word of the question counts that stands in the plan's head, not in the duty."""
_SAME_RHYTHM, _OTHER_RHYTHM = 0.5, -0.6
_RECIPIENT, _NO_RECIPIENT = 0.4, -0.2
_ACTOR, _NO_ACTOR = 0.6, -0.4
"""Added to a coverage of at most 1: units and rhythm tell duties apart that are worded alike."""


@dataclass(frozen=True, slots=True)
class Found:
    """A duty with its plan's number and how well it fits."""

    plan: int
    duty: Duty
    score: float


def _rhythm(words: str) -> set[str]:
    """The rhythms that words name; "6 tháng", "quý … năm 2026" name neither a month nor a year."""
    spoken = f" {sound(words)} "
    found = {name for name in names("rhythm") if any(f" {phrase} " in spoken for phrase in heard(f"rhythm.{name}"))}
    if found & {"half", "quarter"}:
        found -= {"month"} if _YEARLY_REPORT in spoken else {"month", "year"}
    return found


def _asked_rhythm(query: Query) -> set[str]:
    """The rhythm that the question names; "năm 2026" names a year, not a rhythm."""
    spoken = query.spoken
    for year in query.years:
        spoken = spoken.replace(f"nam {year}", "")
    found = _rhythm(spoken)
    return found if any(phrase in spoken for phrase in _THESE_MONTHS) else found - {"month"}


def search(query: Query, library: Library) -> list[Found]:
    """Every duty in scope, best fitting first."""
    words = query.words.drop(heard("filler.report")).content()
    asked = _asked_rhythm(query)
    found = []
    for number, plan in enumerate(library.plans):
        if query.plans is not None and number not in query.plans:
            continue
        for duty in plan.duties:
            own = set(library.hear(f"{duty.actor} {duty.what} {duty.recipient} {duty.frequency}").split())
            coverage = library.cover(words, own, library.profiles[number].own_words, share=_IN_HEAD)
            score = coverage + _unit_fit(query, library, duty)
            if asked:
                score += _SAME_RHYTHM if asked & _rhythm(f"{duty.frequency} {duty.due}") else _OTHER_RHYTHM
            found.append(Found(number, duty, score))
    return sorted(found, key=lambda one: -one.score)


def _unit_fit(query: Query, library: Library, duty: Duty) -> float:
    """Units named as sender must be the actor, units after "gửi" the recipient."""
    actor, recipient = (f" {library.hear(unit).replace(f' {AND} ', ' ')} " for unit in (duty.actor, duty.recipient))
    tokens = [token.heard for token in query.words.tokens]
    score = 0.0
    for unit in query.actors:
        before = [token for token in tokens[: unit.start] if token != AND][-3:]
        own = f" {unit.words.split(' tinh')[0]} "
        if not _SENT_TO.isdisjoint(before) or before[-2:] == _REPORTED_TO:
            fits = f" {unit.words} " in recipient or own in recipient or own in sound(duty.what)
            score += _RECIPIENT if fits else _NO_RECIPIENT
        else:
            score += _ACTOR if f" {unit.words} " in actor or own in actor else _NO_ACTOR
    return score


def answer_report(query: Query, library: Library, threshold: float) -> Answer | None:
    """Answer from the best duty; None when no duty fits the question."""
    found = search(query, library)
    if not found or found[0].score < threshold:
        return None
    best = found[0]
    plan = library.plans[best.plan]
    key = (best.plan, best.duty.span, best.duty.actor)
    same = [one for one in found if (one.plan, one.duty.span, one.duty.actor) == key]
    values, label = _values(query, best, same)
    if not values:
        return None
    citations = cite(plan, best.duty.locator, (best.duty.span,))
    text = f"{best.duty.actor}: {label} {joined(values)} ({plan_name(plan)}, {best.duty.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations)


def _values(query: Query, best: Found, same: Sequence[Found]) -> tuple[tuple[str, ...], str]:
    """The values asked for, none where the duty does not state them, and the word that leads to them."""
    duty = best.duty
    if "recipient" in query.flags and duty.recipient:
        return (duty.recipient,), "gửi"
    if "frequency" in query.flags:
        stated = {one.duty.frequency: None for one in same if one.duty.frequency}
        return tuple(sorted(stated, key=duty.what.find)), "báo cáo"
    if query.role == "lead":
        return (duty.actor,), "báo cáo"
    return _dues(query, best, same) if query.role in {"due", "value", ""} else ((), "")


def _dues(query: Query, best: Found, same: Sequence[Found]) -> tuple[tuple[str, ...], str]:
    """The deadline of the rhythm asked for; of each, in order, where several or none is named."""
    asked, wanted = _asked_rhythm(query), list(same)
    if asked:
        wanted = [one for one in same if _rhythm(f"{one.duty.frequency} {one.duty.due}") & asked] or [best]
    if len(asked) == 1:
        wanted = [best]
    stated = {one.duty.due: None for one in wanted if one.duty.due}
    if stated:
        return tuple(re.sub(r"^vào\s+(?=ngày)", "", due) for due in sorted(stated, key=best.duty.what.find)), "thời hạn"
    return ((best.duty.frequency,), "báo cáo") if best.duty.frequency and query.role != "due" else ((), "")
