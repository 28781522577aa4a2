"""What a table without a column for it prints once, in the row that heads a group: "Xong trước ngày 30/6", "SỞ XÂY DỰNG"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ingest.dues import looks_like_due, parse_due
from ingest.markup import find_words
from ingest.placement import Group
from ingest.plan import DueKind, Field, Target, Task
from ingest.units import split_units, starts_like_unit

_Row = TypeVar("_Row", Task, Target)
_SAID = re.compile(
    r"\b(?:trước|trong|chậm nhất|đến hết|từ)\s+(?=ngày|tháng|quý|hết|trước|trong|\d)"
    r"|\b(?:xong|hoàn thành)\s+(?=ngày|tháng|quý|\d)|(?<=\()\s*",
    re.IGNORECASE,
)
_BOUND = frozenset({DueKind.DATE, DueKind.MONTH, DueKind.QUARTER, DueKind.HALF, DueKind.RANGE})
"""A heading that only names the year dates none of its rows."""
_SEVERAL = 2
_RUNS_ON = re.compile(
    r"^(?:Tổ chức|Ban hành|Phòng,? (?:chống|ngừa)|Hội (?:nghị|thảo))\b|[:.]|\b(?:chủ trì|phối hợp)\b", re.IGNORECASE
)
"""Begins like an office and is work, or says more than an office."""
_AROUND = " .:;()"
_WORK_OF = re.compile(
    r"(?:(?:các\s+)?(?:nhiệm vụ|công việc|phần việc|nội dung)\s+)?(?:(?:giao|giao cho|của|do)\s+)?"
    r"(?P<office>.+?)(?:\s+(?:chủ trì|thực hiện|phụ trách|tham mưu))*[\s.:;]*",
    re.IGNORECASE,
)
"""A heading that gives the rows under it to an office: "Nhiệm vụ của Sở A", "Sở A chủ trì"."""


def with_group_dues(tasks: Sequence[Task], groups: Sequence[Group], text: str, year: int | None) -> list[Task]:
    """The tasks, those without a deadline with the one that the heading over them states."""
    dues = {group.label: due for group in groups if (due := _due(group, text, year)).text}
    found = []
    for task in tasks:
        due = dues.get(task.group or "", Field()) if not task.due.text else Field()
        dated = replace(task, due=due, when=parse_due(due.text, year), spans=(*task.spans, *due.spans))
        found.append(dated if due.text else task)
    return found


def with_group_leads(rows: Sequence[_Row], groups: Sequence[Group], text: str) -> list[_Row]:
    """The rows of a table without leads, each with the office that heads its group where every group is an office's."""
    heads = {group.label: group for group in groups}
    own = [heads[label] if (label := row.group or "") in heads else None for row in rows]
    leads = {group.label: _office(group, text) for group in own if group}
    if (
        None in own
        or len(leads) < _SEVERAL
        or any(row.leads for row in rows)
        or not all(one.text for one in leads.values())
    ):
        return list(rows)
    return [_led(row, leads[row.group or ""]) for row in rows]


def _led(row: _Row, lead: Field) -> _Row:
    return replace(row, lead=lead, leads=split_units(lead.text), spans=(*row.spans, *lead.spans))


def said_in(name: str) -> Iterator[str]:
    """The words of a heading in which it may state a time: from each that opens one, or from its bracket, on; then all."""
    starts = [*(match.start() for match in _SAID.finditer(name)), 0]
    return (name[start:].partition(")")[0].strip(_AROUND) for start in starts)


def _due(group: Group, text: str, year: int | None) -> Field:
    for words in said_in(group.name):
        due = parse_due(words, year) if looks_like_due(words) else None
        spans = (find_words(words, text, span) for span in group.spans) if due and due.kind in _BOUND else ()
        for span in spans:
            if span is not None:
                return Field(words, (span,))
    return Field()


def _office(group: Group, text: str) -> Field:
    found = _WORK_OF.fullmatch(group.name)
    if found is None or not starts_like_unit(found["office"]) or _RUNS_ON.search(found["office"]):
        return Field()
    spans = (find_words(found["office"], text, span) for span in group.spans)
    return next((Field(found["office"], (span,)) for span in spans if span), Field())
