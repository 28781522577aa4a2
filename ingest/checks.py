"""Cross-checks of a finished plan: what a clerk mends before it is sent out, beside what reading it already found.

Each rule stays silent where the source may be right: a name spelt with other capitals is no second spelling, a group
that numbers its rows from 1 again leaves no gap, a row that only heads its parts needs no value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from ingest.folding import fold
from ingest.goals import figures
from ingest.plan import DueKind, Finding, Plan, Severity, Target, Task
from ingest.units import is_collective, unit_key

_LEAST_WORDS: Final = 4
"""Of a task's name; shorter ones ("Tập huấn") may well stand twice."""
_QUOTED: Final = 80
_YEAR: Final = re.compile(r"\b20\d\d\b")
_ON_DEMAND: Final = re.compile(r"\bdot xuat\b|\byeu cau\b")
"""Folded: reports that wait to be asked for, which no day can be given for."""


def cross_checks(plan: Plan) -> tuple[Finding, ...]:
    """Every finding of the rules below, rule by rule, in document order."""
    rules = (_spellings, _before_the_plan, _gaps, _without_value, _repeated, _without_day)
    return tuple(finding for rule in rules for finding in rule(plan))


def all_findings(plan: Plan) -> tuple[Finding, ...]:
    """What reading the plan found and what the cross-checks add, the gravest first, then as found."""
    grave = list(Severity)
    return tuple(sorted((*plan.findings, *cross_checks(plan)), key=lambda one: grave.index(one.severity)))


def _spellings(plan: Plan) -> Iterator[Finding]:
    """One office under two spellings, so that a search for one misses the other."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    for row in rows:
        for unit in (*row.leads, *row.supports):
            if not is_collective(unit):
                found[unit_key(unit)][unit].append(row.locator)
    for spellings in found.values():
        distinct: dict[str, tuple[str, list[str]]] = {}
        for printed, places in spellings.items():
            distinct.setdefault(printed.casefold(), (printed, []))[1].extend(places)
        if len(distinct) > 1:
            names = tuple(printed for printed, _ in distinct.values())
            where = tuple(dict.fromkeys(places[0] for _, places in distinct.values()))
            message = f"Một đơn vị được viết {len(names)} cách: {'; '.join(f'“{name}”' for name in names)}."
            yield Finding("unit-two-spellings", Severity.INFO, where, message, names)


def _before_the_plan(plan: Plan) -> Iterator[Finding]:
    """Deadlines that had passed on the day the plan was signed."""
    issued = plan.header.date
    if issued is None:
        return
    known = {place for one in plan.findings if one.rule == "due-before-plan" for place in one.locators}
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    dated = [(row.locator, row.due.text, row.when) for row in rows]
    # A report's day without a year comes back each year.
    dated += [(duty.locator, duty.due, duty.when) for duty in plan.duties if _YEAR.search(duty.due)]
    for locator, printed, when in dated:
        if locator in known or when is None or when.end is None or when.kind is DueKind.CONTINUOUS:
            continue
        if when.end < issued:
            message = f"Thời hạn {printed} đã qua khi ban hành kế hoạch ({issued:%d/%m/%Y})."
            yield Finding("due-before-date", Severity.WARNING, (locator,), message, (printed,))


def _gaps(plan: Plan) -> Iterator[Finding]:
    """Numbers left out, or given twice, in the ordinals of an annex."""
    for rows in (plan.tasks, plan.targets):
        by_annex: dict[str, list[Task | Target]] = defaultdict(list)
        for row in rows:
            if row.annex is not None and row.parent is None and row.ordinal.rstrip(".").isdecimal():
                by_annex[row.annex].append(row)
        for annex, listed in by_annex.items():
            yield from _gaps_of(annex, listed)


def _gaps_of(annex: str, rows: list[Task | Target]) -> Iterator[Finding]:
    before, group = 0, rows[0].group
    for row in rows:
        number = int(row.ordinal.rstrip("."))
        restarts = row.group != group and number == 1
        if not restarts and before and number > before + 1:
            missing = f"{before + 1}" if number == before + 2 else f"{before + 1}–{number - 1}"
            message = f"{annex} nhảy số thứ tự: thiếu {missing}."
            yield Finding("ordinal-gap", Severity.INFO, (row.locator,), message, (missing,))
        elif not restarts and number == before:
            message = f"{annex} có hai dòng cùng số thứ tự {number}."
            yield Finding("ordinal-repeated", Severity.WARNING, (row.locator,), message, (str(number),))
        before, group = number, row.group


def _without_value(plan: Plan) -> Iterator[Finding]:
    parents = {target.parent for target in plan.targets}
    valued = {target.annex for target in plan.targets if target.value.text}
    for target in plan.targets:
        named = target.annex not in valued and figures(target.name.text)  # a table that gives figures in its names
        if not target.value.text and target.locator not in parents and not named:
            message = "Chỉ tiêu không ghi giá trị."
            yield Finding(
                "target-without-value", Severity.WARNING, (target.locator,), message, (target.name.text[:_QUOTED],)
            )


def _repeated(plan: Plan) -> Iterator[Finding]:
    """The same task in two rows of an annex (two clauses may well treat it from two sides); a warning where lead or deadline differ, so that nobody knows which holds."""
    found: dict[str, list[Task]] = defaultdict(list)
    for task in plan.tasks:
        name = " ".join(fold(task.name.text).split()).strip(" .;")
        if task.annex is not None and len(name.split()) >= _LEAST_WORDS and (task.lead.text or task.due.text):
            found[name].append(task)
    for tasks in found.values():
        if len(tasks) < 2:
            continue
        differing = [label for label, cells in _compared(tasks) if len(cells) > 1]
        places = tuple(task.locator for task in tasks)
        told = f", khác nhau về {' và '.join(differing)}" if differing else ""
        severity = Severity.WARNING if differing else Severity.INFO
        message = f"Một nhiệm vụ được ghi {len(tasks)} lần{told}."
        yield Finding("task-repeated", severity, places, message, (tasks[0].name.text[:_QUOTED],))


def _compared(tasks: list[Task]) -> tuple[tuple[str, set[object]], ...]:
    leads: set[object] = {frozenset(map(unit_key, task.leads)) for task in tasks}
    days: set[object] = {_span(task) or fold(task.due.text) for task in tasks}
    return ("đơn vị chủ trì", leads), ("thời hạn", days)


def _span(task: Task) -> tuple[date | None, date | None] | None:
    when = task.when
    return (when.start, when.end) if when is not None and when.end is not None else None


def _without_day(plan: Plan) -> Iterator[Finding]:
    """Reports that are to come back at a rhythm but on no day that anybody could be held to."""
    for duty in plan.duties:
        if duty.frequency and not duty.due and not _ON_DEMAND.search(fold(duty.frequency)):
            message = f"Báo cáo {duty.frequency} không ghi hạn gửi."
            yield Finding("report-without-day", Severity.INFO, (duty.locator,), message, (duty.what[:_QUOTED],))
