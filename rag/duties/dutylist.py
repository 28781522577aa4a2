"""Lists and counts of reporting duties: "tháng 6 phải gửi những báo cáo nào"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ingest.plan import Duty, Plan
from ingest.units import split_units
from rag.answer import Answer, Item, Status
from rag.citations import cite, plan_name
from rag.corpus.collectives import any_takes_in
from rag.corpus.library import Library
from rag.duties.recurrence import due_days, next_day
from rag.duties.reportnotes import stated_rhythm
from rag.mentions.actors import Actor
from rag.mentions.conditions import names_unit
from rag.mentions.periods import Period
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.reportasks import asks_how_often, names_reporting
from rag.wording import NEXT_DAY, NOTHING_LISTED, NOUN, shorten

REPORT: Final = "report"
"""The role of an item that is a reporting duty."""
_LISTS: Final = re.compile(
    r"\bbao cao (?:nao|gi|nhung gi)\b|\b(?:cac|nhung|may|bao nhieu|liet ce) (?:loai |ci |che do )?bao cao\b"
)
"""Sound forms that ask for several reports."""
_HEADING: Final = 80
Reached = tuple[Plan, Duty, str]
"""A duty of a plan, and the collective name by which it reaches the unit asked about, "" where it names the unit."""


def asks_duties(query: Query) -> bool:
    """Whether several reporting duties are asked for, not one of them nor tasks whose result is a report."""
    if query.intent is not Intent.FACT and asks_how_often(query) and names_reporting(query):
        return True
    listed = query.intent is not Intent.FACT or query.period is not None or bool(query.actors)
    return query.kind != "task" and listed and query.role != "due" and _LISTS.search(query.spoken) is not None


def answer_duties(query: Query, library: Library) -> Answer | None:
    """Every duty of the units, plans and time asked for, in document order; None where there is none.

    How often rows are reported on is told by the clause or footnote that says it.
    """
    if not _LISTS.search(query.spoken):
        return stated_rhythm(query, library)
    found = tuple(duties_of(query, library, query.actors))
    return tell_duties(query, found) if found else None


def tell_duties(query: Query, found: Sequence[Reached]) -> Answer:
    """Each duty with its deadline and place, or how many there are."""
    items = tuple(duty_item(plan, duty, query.today, via) for plan, duty, via in found)
    citations = tuple(dict.fromkeys(c for plan, duty, _ in found for c in cite(plan, duty.locator, (duty.span,))))
    counts = query.intent is Intent.COUNT
    lines = "; ".join(f"{one.locator} – {shorten(one.name, _HEADING)}: {one.due}" for one in items)
    text = f"{len(items)} {NOUN[REPORT]}{'' if counts else ': ' + lines}."
    values = (str(len(items)),) if counts else ()
    return Answer(query.typed, Status.ANSWERED, text, values, items, citations)


def nothing_due(query: Query) -> Answer:
    """The refusal where no duty fits."""
    return Answer(query.typed, Status.NOT_FOUND, NOTHING_LISTED.format(noun=NOUN[REPORT]))


def duties_of(query: Query, library: Library, actors: tuple[Actor, ...]) -> Iterator[Reached]:
    """The duties of any of ``actors`` (of everybody without any) that fall due in the time asked for."""
    for number, plan in enumerate(library.plans):
        if not query.covers(number):
            continue
        for duty in plan.duties:
            reached = [via for one in actors if (via := _reached(library, number, duty, one)) is not None]
            if (reached or not actors) and _falls_in(duty, query.period, query.today):
                yield plan, duty, reached[0] if reached else ""


def _reached(library: Library, number: int, duty: Duty, actor: Actor) -> str | None:
    """Empty where the duty names the unit, else the collective that takes it in; None where neither does."""
    units = (duty.actor, *split_units(duty.actor))
    if names_unit(units, actor.key):
        return ""
    if names_unit((duty.recipient,), actor.key):
        return None
    taker = any_takes_in(units, actor.key)
    return taker if taker and library.names_office(actor.words, number) else None


def duty_item(plan: Plan, duty: Duty, today: date, via: str = "") -> Item:
    """A reporting duty as a row: what is reported and its deadline with the next day."""
    return Item(
        file=plan.file,
        plan=plan_name(plan),
        locator=duty.locator,
        name=duty.what,
        lead=duty.actor,
        due=(duty.due or duty.frequency) + next_due(duty, today),
        role=REPORT,
        via=via,
    )


def next_due(duty: Duty, today: date) -> str:
    """The words ", kỳ tới …" where the calendar tells the next day; "" where it does not."""
    day = next_day(duty, today)
    return NEXT_DAY.format(day=f"{day:%d/%m/%Y}") if day else ""


def _falls_in(duty: Duty, period: Period | None, today: date) -> bool:
    """Whether the duty falls due in the period; an open beginning is today."""
    if period is None:
        return True
    first = period.start or today
    return bool(due_days(duty, first, period.end or date(first.year, 12, 31)))
