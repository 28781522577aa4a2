"""Names of offices that a verb cut short, whole again where the plan's own rows name them so.

"Cục Nhà giáo và Cán bộ quản lý giáo dục báo cáo …" reads as an office and what it manages; a row that charges that very
office tells how far its name goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ingest.plan import Clause, Duty, Target, Task


def with_whole_names(
    duties: Iterable[Duty], rows: Iterable[Task | Target], clauses: Iterable[Clause]
) -> tuple[Duty, ...]:
    """The duties, each actor as long as the longest office of ``rows`` that goes on from it in a clause of its place."""
    offices = sorted({unit for row in rows for unit in (*row.leads, *row.supports)}, key=len, reverse=True)
    said: dict[str, str] = defaultdict(str)
    for one in clauses:
        said[one.locator] += f"{one.text}\n"
    return tuple(_whole(duty, offices, said[duty.locator]) for duty in duties)


def _whole(duty: Duty, offices: Iterable[str], words: str) -> Duty:
    if not duty.actor or duty.actor not in words:
        return duty
    longer = (one for one in offices if one.startswith(f"{duty.actor} ") and one in words)
    return replace(duty, actor=next(longer, duty.actor))
