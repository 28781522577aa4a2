"""What a text without a head is called by: its writer's name and its plan's, as its own sentences tell them.

They stand for no printed issuer, title or year: only questions point to the text by them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.letters import UPPER
from ingest.plan import Plan
from ingest.units import is_collective, starts_like_unit

_SAYS: Final = (
    r"(?:báo cáo|đề nghị|đề xuất|kiến nghị|trình|gửi|thông báo|hướng dẫn|yêu cầu|ban hành|xây dựng|triển khai)"
)
_WRITER: Final = re.compile(
    rf"(?:^|[,.;:]\s+)(?P<writer>[{UPPER}][^,.;:]{{2,80}}?)\s+"
    rf"(?:(?:xin |trân trọng |kính )+{_SAYS}\b|{_SAYS}\b[^.;]{{0,120}}\bnhư sau\b)"
)
_NAMED: Final = re.compile(
    r"\bTên(?: gọi)?(?: của)?(?: (?:kế hoạch|chương trình|đề án|phương án|văn bản))?\s*:\s*(?P<name>[^.;()]+)",
    re.IGNORECASE,
)
_OWN_PLAN: Final = re.compile(r"\b(?:Kế hoạch|Chương trình|Đề án|Phương án)\s(?!số\b|\d)[^,;.]+")
_DAY: Final = re.compile(r"\d{1,2}/(20\d\d)\b|\bnăm (20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Called:
    """The names, "" or None where the text does not tell them."""

    issuer: str = ""
    title: str = ""
    year: int | None = None


def called(plan: Plan) -> Called:
    """How a text that prints neither issuer nor title names itself; what a head prints is no guess and stays alone."""
    header = plan.header
    if header.issuer or header.title:
        return Called(header.issuer or "", header.title or "", header.year)
    writers = Counter(_writers(plan))
    return Called(
        next((name for name, _ in writers.most_common(1)), ""),
        " | ".join(dict.fromkeys(_titles(plan))),
        header.year or _year(plan),
    )


def _writers(plan: Plan) -> Iterator[str]:
    for clause in plan.clauses:
        for found in _WRITER.finditer(clause.text):
            writer = found["writer"]
            if starts_like_unit(writer) and not is_collective(writer) and " " in writer:
                yield writer


def _titles(plan: Plan) -> Iterator[str]:
    yield from (found["name"].strip() for clause in plan.clauses if (found := _NAMED.search(clause.text)))
    opening = [clause.text for clause in plan.clauses if clause.locator == plan.clauses[0].locator]
    yield from (max(own, key=len) for text in opening if (own := _OWN_PLAN.findall(text)))


def _year(plan: Plan) -> int | None:
    """The year in which most of its deadlines end, else that of most days and years in its text."""
    ends = [task.when.end.year for task in plan.tasks if task.when and task.when.end]
    found = Counter(ends or (int(day or year) for day, year in _DAY.findall(plan.text)))
    return next((year for year, _ in found.most_common(1)), None)
