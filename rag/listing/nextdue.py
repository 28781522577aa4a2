"""What falls due next, for a question about a stretch of time in which nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from rag.answer import Item
from rag.citations import item
from rag.corpus.library import Library
from rag.duties.dutylist import duties_of, duty_item
from rag.duties.recurrence import next_day
from rag.mentions.conditions import due_dates
from rag.query.asks import Intent
from rag.query.question import Query
from rag.rows.facts import Facts
from rag.wording import NEXT_DUE, NEXT_DUE_MORE, shorten


def next_due(query: Query, library: Library, facts: Facts) -> tuple[str, tuple[Item, ...]]:
    """The sentence on the first day after the stretch on which something asked for is due, and all that is due then.

    Blank and empty where the question names no stretch that ends, or nothing with a day comes after it.
    """
    period = query.period
    if period is None or period.end is None or query.intent is Intent.FACT:
        return "", ()
    after = max(period.end + timedelta(days=1), query.today)
    found = [*_rows(query, library, facts, after), *_reports(query, library, facts, after)]
    first = min((day for day, _ in found), default=None)
    if first is None:
        return "", ()
    due = tuple(one for day, one in found if day == first)
    place = {"name": shorten(due[0].name), "locator": due[0].locator, "plan": due[0].plan}
    more = NEXT_DUE_MORE.format(count=len(due) - 1) if len(due) > 1 else ""
    return NEXT_DUE.format(day=f"{first:%d/%m/%Y}", more=more, **place), due


def _rows(query: Query, library: Library, facts: Facts, after: date) -> Iterator[tuple[date, Item]]:
    """Rows that meet every condition but the stretch, with their first day from ``after`` on."""
    if query.period is None:
        return
    later = replace(query.period, start=after, end=None, also=())
    selection = facts.select(replace(query, period=later, intent=Intent.LIST))
    for entry, role in zip(selection.rows, selection.roles, strict=True):
        day = next((day for day in due_dates(entry) if day >= after), None)
        if day is not None:
            yield day, item(library.plans[entry.plan], entry, role)


def _reports(query: Query, library: Library, facts: Facts, after: date) -> Iterator[tuple[date, Item]]:
    """Duties that name the units asked for, or any where none is."""
    if query.kind:
        return
    units = tuple(facts.units_asked(query))
    for plan, duty, via in duties_of(replace(query, period=None), library, units):
        day = None if via else next_day(duty, after)
        if day is not None:
            yield day, duty_item(plan, duty, after)
