"""Reporting duties set side by side: of two senders, or of two plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.plan import Duty, Plan
from rag.actors import Actor
from rag.answer import Answer, Status
from rag.asks import Intent
from rag.beside import RANKS
from rag.citations import plan_name
from rag.compose import together
from rag.library import Library
from rag.phrases import heard
from rag.question import Query
from rag.recurrence import rhythms_of
from rag.reportasks import names_reporting
from rag.reports import Found, is_recipient, reporting_units, search, sent_by, tell
from rag.scope import POINTING, agreed
from rag.wording import NO_DUTY

_TWO: Final = 2
_LEAST: Final = 0.3
"""The share of a question's words, those that name plans left out, that a duty must hold."""


def compare_reports(query: Query, library: Library, sides: Sequence[frozenset[int]]) -> Answer | None:
    """What each of several senders, or of several plans, has to report; what a plan does not state is said to be so.

    None unless several are set side by side, and one of them states what is asked.
    """
    if not names_reporting(query):
        return None
    senders = _senders(query) if "compare" in query.flags else []
    asked = replace(query, intent=Intent.FACT)
    if len(senders) >= _TWO:
        parts = [_of_sender(asked, library, senders, n) for n in range(len(senders))]
    elif len(sides) >= _TWO:
        parts = [_of_plan(asked, library, plans) for plans in sides]
    else:
        return None
    return together(query, parts) if any(part.status is Status.ANSWERED for part in parts) else None


def _senders(query: Query) -> list[list[Actor]]:
    """The units that report, each with those named after it that it reports to; none that only name a plan."""
    groups: list[list[Actor]] = []
    for actor in reporting_units(query):
        if is_recipient(query, actor):
            if groups:
                groups[-1].append(actor)
        else:
            groups.append([actor])
    return groups


def _of_sender(query: Query, library: Library, senders: Sequence[list[Actor]], n: int) -> Answer:
    """The best duty of one sender, in the plans that are named beside it, else before all senders."""
    start = senders[n][0].start
    end = senders[n + 1][0].start if n + 1 < len(senders) else len(query.words.tokens)
    pointing = [one for one in query.mentions if one.kind in POINTING]
    beside = agreed([one for one in pointing if start <= one.start < end])
    before = agreed([one for one in pointing if one.start < senders[0][0].start])
    alone = replace(query, actors=tuple(senders[n]), mentions=(), plans=beside if beside is not None else before)
    found = [one for one in search(alone, library) if sent_by(library, one.duty, senders[n][0])]
    return _told(alone, library, found)


def _of_plan(query: Query, library: Library, plans: frozenset[int]) -> Answer:
    """The best regular duty of one plan: first one with a printed day, then one that nobody passes on."""
    inside = [m for m in query.mentions if m.kind in POINTING]
    actors = tuple(a for a in query.actors if not any(m.start <= a.start < m.end for m in inside))
    alone = replace(query, plans=plans, mentions=(), actors=actors)
    pointing = (n for one in query.mentions for n in range(one.start, one.end))
    rest = query.words.without(pointing).drop((*heard("filler.report"), *heard("filler.header"))).content()
    words = {word: weight for word, weight in rest.items() if word not in RANKS}
    found = [one for one in search(alone, library) if rhythms_of(one.duty) - {"adhoc", "trouble"}]
    found = [one for one in found if not words or _covers(library, words, one)]
    found.sort(key=lambda one: (not one.duty.due, _passed_on(library.plans[one.plan], one.duty), -one.score))
    return _told(alone, library, found)


def _passed_on(plan: Plan, duty: Duty) -> bool:
    """Whether the one who gets the report reports in turn: the plan as a whole is reported by the last of the chain."""
    return any(one.actor == duty.recipient for one in plan.duties)


def _covers(library: Library, words: dict[str, float], one: Found) -> bool:
    own = set(library.hear(f"{one.duty.actor} {one.duty.what} {one.duty.recipient} {one.duty.frequency}").split())
    return library.cover(words, own, library.profiles[one.plan].own_words, share=1.0) >= _LEAST


def _told(query: Query, library: Library, found: Sequence[Found]) -> Answer:
    """What the first duty says; a refusal that names the plan where it says nothing of the kind."""
    answer = tell(query, library, found) if found else None
    if answer is not None:
        return answer
    names = ", ".join(plan_name(library.plans[n]) for n in sorted(query.plans or ()))
    return Answer(query.typed, Status.NOT_STATED, NO_DUTY.format(plans=names))
