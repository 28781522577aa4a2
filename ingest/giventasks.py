"""Tasks that prose gives out point by point in a plan that prints a table too: "a) Giao Phòng A chủ trì, phối hợp với …".

Beside a table most sentences that charge an office only sum up its rows or say who watches over the plan; a part of the
plan whose points nearly all begin with whom they charge gives out work of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest.chargedtasks import TOLD_TO, charged_tasks
from ingest.folding import fold
from ingest.marks import read_mark
from ingest.plan import FIXED_PLACES, Clause, Section, SectionKind, Task
from ingest.units import starts_like_unit

_FEWEST = 3
"""Points of a part that must charge an office."""
_MOST = 2 / 3
"""The share of its points that must do so."""
_SAME = 0.7
"""The share of the words of a name that a row of a table must hold to say the same."""
_CARRYING_OUT = re.compile(r"(?:phân công )?(?:tổ chức|trách nhiệm|triển khai)\b", re.IGNORECASE)
"""Heads a part that says who sees to the plan as a whole."""


def given_tasks(
    clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None, *, beside: Sequence[Task]
) -> tuple[Task, ...]:
    """Every point that charges an office in such parts; none where one of them only repeats a row of the tables ``beside``."""
    inside = [clause for part in _giving(clauses, sections) for clause in part]
    starts = {clause.span.start for clause in inside if _charges(clause)}
    tasks = [one for one in charged_tasks(inside, sections, text, year) if one.spans[-1].start in starts]
    return () if any(_repeats(one, row) for one in tasks for row in beside) else tuple(tasks)


def _giving(clauses: Sequence[Clause], sections: Sequence[Section]) -> Iterator[list[Clause]]:
    """The clauses of each main part of the body that gives out work point by point."""
    heads = {one.locator: one.heading for one in sections if one.kind is SectionKind.HEADING}
    parts: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        place = clause.locator.partition("/")[0]
        if clause.locator not in FIXED_PLACES and place in heads:
            parts[place].append(clause)
    for place, inside in parts.items():
        points = [clause for clause in inside if read_mark(clause.text)]
        told = sum(map(_charges, points))
        if told >= max(_FEWEST, _MOST * len(points)) and not _CARRYING_OUT.match(heads[place]):
            yield inside


def _charges(clause: Clause) -> bool:
    """Whether a point begins with the office that it charges."""
    mark = read_mark(clause.text)
    told = TOLD_TO.match(mark.rest) if mark else None
    return mark is not None and told is not None and starts_like_unit(mark.rest[told.end() :])


def _repeats(task: Task, row: Task) -> bool:
    """Whether a row says nearly all that a task of prose is called by."""
    said = set(fold(task.name.text).split())
    return bool(said) and len(said & set(fold(row.name.text).split())) >= _SAME * len(said)
