"""Names of offices that a verb cut short, whole again where the plan's own rows name them so.

"Cục Nhà giáo và Cán bộ quản lý giáo dục báo cáo …" reads as an office and what it manages; a row that charges that very
office tells how far its name goes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ingest.plan import Duty, Plan, Target, Task


def with_whole_names(plan: Plan) -> tuple[Duty, ...]:
    """The plan's duties, each actor as long as the longest office of a row that goes on from it in a clause of its place."""
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    offices = sorted({unit for row in rows for unit in (*row.leads, *row.supports)}, key=len, reverse=True)
    said: dict[str, str] = defaultdict(str)
    for one in plan.clauses:
        said[one.locator] += f"{one.text}\n"
    return tuple(_whole(duty, offices, said[duty.locator], plan.text) for duty in plan.duties)


def _whole(duty: Duty, offices: Iterable[str], words: str, text: str) -> Duty:
    if not duty.actor or duty.actor not in words:
        return duty
    longer = (one for one in offices if one.startswith(f"{duty.actor} ") and one in words and _ends(one, text))
    return replace(duty, actor=next(longer, duty.actor))


def _ends(office: str, text: str) -> bool:
    """Whether the name ends a cell or a phrase somewhere: what sentences alone say may hold more than a name."""
    return re.search(rf"{re.escape(office)}\s*(?:[.;,|<\t\n]|$)", text) is not None
