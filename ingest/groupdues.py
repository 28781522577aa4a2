"""Deadlines that a table without a column for them prints once, in the row that heads a group: "Xong trước ngày 30/6"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.dues import looks_like_due, parse_due
from ingest.markup import find_words
from ingest.placement import Group
from ingest.plan import DueKind, Field, Task

_SAID = re.compile(
    r"\b(?:trước|trong|chậm nhất|xong|hoàn thành|đến hết|từ)\s+(?=ngày|tháng|quý|hết|trước|trong|\d)|(?<=\()\s*",
    re.IGNORECASE,
)
_BOUND = frozenset({DueKind.DATE, DueKind.MONTH, DueKind.QUARTER, DueKind.HALF, DueKind.RANGE})
"""A heading that only names the year dates none of its rows."""
_AROUND = " .:;()"


def with_group_dues(tasks: Sequence[Task], groups: Sequence[Group], text: str, year: int | None) -> list[Task]:
    """The tasks, those without a deadline with the one that the heading over them states."""
    dues = {group.label: due for group in groups if (due := _due(group, text, year)).text}
    found = []
    for task in tasks:
        due = dues.get(task.group or "", Field()) if not task.due.text else Field()
        found.append(replace(task, due=due, when=parse_due(due.text, year)) if due.text else task)
    return found


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
