"""Reporting duties set side by side: of two senders, or of two plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.plan import Duty, Plan
from rag.answer import Answer, Status
from rag.citations import plan_name
from rag.compose import together
from rag.corpus.library import Library
from rag.duties.recurrence import rhythms_of
from rag.duties.reportfit import Found, asked_rhythm, is_recipient, reporting_units, search, sent_by
from rag.duties.reports import tell
from rag.duties.senders import GROUP, LOCALITIES, is_sender_group, with_groups
from rag.duties.troubles import answer_trouble, asks_trouble
from rag.language.phrases import heard
from rag.language.words import AND, sound
from rag.mentions.actors import Actor
from rag.mentions.scope import POINTING, agreed
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.reportasks import names_reporting
from rag.sides.beside import RANKS, called_plans
from rag.wording import NO_DUTY

_TWO: Final = 2
_OF: Final = sound("của")
_PLAN: Final = sound("kế hoạch")
_SO, _WITH = sound("so"), sound("với")
_JOINING: Final = frozenset((AND, _OF, *map(sound, ("với", "còn", "hay"))))
"""Words between two senders of which the same is asked."""
_AT: Final = frozenset(map(sound, ("ở", "tại", "thuộc", "bên", "trong", "khu")))
"""Words before the place of a sender."""
_OTHER_PLAN: Final = 0.6
"""How much better duties of two plans must fit than those of one plan."""
_LEAST: Final = 0.3
"""The share of a question's words, those that name plans left out, that a duty must hold."""


def compare_reports(
    query: Query, library: Library, sides: Sequence[frozenset[int]], *, twice: bool = False
) -> Answer | None:
    """What each of several senders, or of several plans, has to report; what a plan does not state is said to be so.

    None unless several are set side by side, and one of them states what is asked. ``twice`` is whether the same is
    asked twice ("sở nộp ngày nào, còn huyện nộp ngày nào").
    """
    if not names_reporting(query):
        return None
    asked = replace(query, intent=Intent.FACT)
    senders = _senders(query)
    said = "compare" in query.flags or twice
    if len(senders) >= _TWO and (said or _side_by_side(query, senders)):
        parts = _of_senders(asked, library, senders)
        if not said and (len({one.citations for one in parts}) < len(parts) or not _all_told(parts)):
            return None
    elif len(sides) >= _TWO:
        parts = [_of_plan(asked, library, plans) for plans in sides]
    else:
        return None
    return together(query, parts) if any(part.status is Status.ANSWERED for part in parts) else None


def _all_told(parts: Sequence[Answer]) -> bool:
    return all(part.status is Status.ANSWERED for part in parts)


def _senders(query: Query) -> list[list[Actor]]:
    """The units and groups that report, each with those named after it that it reports to; none that only name a plan."""
    found: list[list[Actor]] = []
    issuers = _issuers(query) if "compare" in query.flags else []
    seen: list[Actor] = []
    for actor in sorted((*with_groups(query, reporting_units(query)), *issuers), key=lambda one: one.start):
        if seen and _is_none_of_its_own(query, seen[-1], actor):
            continue
        seen.append(actor)
        if is_recipient(query, actor):
            if found:
                found[-1].append(actor)
        else:
            found.append([actor])
    return found


def _is_none_of_its_own(query: Query, before: Actor, actor: Actor) -> bool:
    """Whether a group only ends the name before it ("UBND các | huyện"), or is the "so" of "so với" behind one."""
    beside = actor.words == _SO and query.words.part(actor.end, actor.end + 1) == _WITH
    return actor.role == GROUP and (actor.start <= before.end or beside)


def _issuers(query: Query) -> list[Actor]:
    """The offices named only as issuers of plans, behind "của": each may be a sender."""
    found = []
    for one in query.mentions:
        start = one.start + (query.words.part(one.start, one.start + 1) == _OF)
        behind = start > one.start and query.words.part(start - 3, start - 1) != _PLAN
        if (
            one.kind == "issuer"
            and behind
            and not any(start < unit.end and unit.start < one.end for unit in query.actors)
        ):
            found.append(Actor("", "any", start, one.end, words=query.words.part(start, one.end)))
    return found


def _side_by_side(query: Query, senders: Sequence[Sequence[Actor]]) -> bool:
    """Whether nothing but "với", "và của" and where each is stands between the senders: each of them is asked for."""
    pointing = [one for one in query.mentions if one.kind in POINTING]
    placed = {at for one in pointing for at in range(one.start, one.end)}
    spoken = [token.heard for token in query.words.tokens]
    spans = (range(one[-1].end, following[0].start) for one, following in pairwise(senders))
    gaps = [(set(span) & placed, [spoken[at] for at in span if at not in placed]) for span in spans]
    return all(
        bool(joining := [word for word in gap if not (place and (word in RANKS or word in _AT))])
        and set(joining) <= _JOINING
        and gap != [_OF]
        for place, gap in gaps
    )


def _of_senders(query: Query, library: Library, senders: Sequence[list[Actor]]) -> list[Answer]:
    """The best duty of each sender: all of one plan, where one is named beside none of them and has a duty of each."""
    asked = [_asked_of(query, senders, n) for n in range(len(senders))]
    found = [
        [one for one in search(alone, library) if _is_sent_by(library, one, group[0])]
        for alone, group in zip(asked, senders, strict=True)
    ]
    shared = set.intersection(*({one.plan for one in each} for each in found)) if all(found) else set()
    if shared and len({alone.plans for alone in asked}) == 1:
        best = max(shared, key=lambda plan: sum(next(one.score for one in each if one.plan == plan) for each in found))
        in_one = [[one for one in each if one.plan == best] for each in found]
        if sum(each[0].score for each in in_one) >= sum(each[0].score for each in found) - _OTHER_PLAN:
            found = in_one
    return [_told(alone, library, each) for alone, each in zip(asked, found, strict=True)]


def _is_sent_by(library: Library, one: Found, sender: Actor) -> bool:
    return is_sender_group(one.duty, sender) if sender.role == GROUP else sent_by(library, one.duty, sender)


def _asked_of(query: Query, senders: Sequence[list[Actor]], n: int) -> Query:
    """The question of one sender, in the plans that are named beside it, else before or behind all senders."""
    start = senders[n][0].start
    end = senders[n + 1][0].start if n + 1 < len(senders) else len(query.words.tokens)
    named = [(one.start, one.end) for group in senders for one in group]
    pointing = [
        one
        for one in query.mentions
        if one.kind in POINTING and not any(a < one.end and one.start < b for a, b in named)
    ]
    beside = agreed([one for one in pointing if start <= one.start < end])
    before = agreed([one for one in pointing if one.start < senders[0][0].start])
    if beside is None and before is None and _side_by_side(query, senders):
        beside = agreed([one for one in pointing if senders[-1][0].start <= one.start])  # "A và B của tỉnh C"
    every = [one for each in senders for one in each]
    places = [one for one in query.mentions if one.kind == "place"]  # the name of one may sound like a rhythm
    strangers = [(one.start, one.end) for one in every if one not in senders[n]]
    strangers += [(one.start, one.end) for one in places]
    others = (at for start, end in strangers for at in range(start, end))
    mine = replace(query, actors=tuple(senders[n]), words=query.words.without(others), mentions=())
    return replace(mine, plans=beside if beside is not None else before)


def _of_plan(query: Query, library: Library, plans: frozenset[int]) -> Answer:
    """The best duty of one plan: first one of the rhythm asked for, then one with a day, a regular one, one that nobody passes on."""
    inside = [m for m in query.mentions if m.kind in POINTING]
    actors = tuple(a for a in query.actors if not any(m.start <= a.start < m.end for m in inside))
    alone = replace(query, plans=plans, mentions=(), actors=actors)
    if asks_trouble(query) and (trouble := answer_trouble(alone, library)):
        return trouble
    rest = query.words.outside(query.mentions).drop((*heard("filler.report"), *heard("filler.header"))).content()
    words = {word: weight for word, weight in rest.items() if word not in RANKS}
    found = [one for one in search(alone, library) if _is_regular(one.duty) or one.duty.due]
    found = [one for one in found if not words or _covers(library, words, one)]
    senders = [*(group[0] for group in _senders(query) if group[0].known), *_localities(query, plans)]
    own = [one for one in found if any(_is_sent_by(library, one, sender) for sender in senders)]
    found = own or found
    asked = asked_rhythm(query)
    found.sort(
        key=lambda one: (
            bool(asked) and not asked & rhythms_of(one.duty),
            not one.duty.due,
            not _is_regular(one.duty),
            _passed_on(library.plans[one.plan], one.duty),
            -one.score,
        )
    )
    return _told(alone, library, found)


def _localities(query: Query, plans: frozenset[int]) -> list[Actor]:
    """The places named by what they are ("phường A"), as one of the localities that a plan of others has report."""
    called = called_plans(query, query.mentions)
    asides = [one for one in query.mentions if one.kind == "place" and one.start and one not in called]
    places = (one for one in asides if called and plans.isdisjoint(one.plans))
    named = ((one, query.words.part(one.start - 1, one.start)) for one in places)
    return [Actor("", GROUP, one.start, one.end, words=noun) for one, noun in named if noun in LOCALITIES]


def _is_regular(duty: Duty) -> bool:
    return bool(rhythms_of(duty) - {"adhoc", "trouble"})


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
