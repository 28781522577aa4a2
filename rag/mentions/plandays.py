"""Which day's plan a question means: "kế hoạch … đề ngày 25/11/2026", where one place has issued several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rag.corpus.library import Library
from rag.language.words import sound
from rag.mentions.planyears import in_plans_name

_DAY: Final = re.compile(
    rf"(?P<signed>\b(?:{'|'.join(map(sound, ('đề', 'ký', 'ban hành', 'ra', 'lập', 'đề vào', 'ký vào', 'ban hành vào')))}) )?"
    rf"\b(?:{sound('ngày')} )?0?(?P<day>\d{{1,2}})(?: {sound('tháng')})? 0?(?P<month>\d{{1,2}})(?: {sound('năm')})? (?P<year>20\d\d)\b"
)


_OF_WORK: Final = frozenset(sound("trước sau từ đến tới hết hạn nhất trong xong thành cho").split())
"""Right before a day by which, or from which, something is done."""


@dataclass(frozen=True, slots=True)
class PlanDay:
    """Tokens that tell the day of a plan, and the plans of that day."""

    start: int
    end: int
    plans: frozenset[int]


def day_of_plan(tokens: Sequence[str], library: Library, scope: Iterable[int]) -> PlanDay | None:
    """The day said of the plan: that on which one of ``scope`` was issued, and no day of what is to be done."""
    spoken = " ".join(tokens)
    for match in _DAY.finditer(spoken):
        start = spoken[: match.start()].count(" ")
        try:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        plans = frozenset(number for number in scope if library.plans[number].header.date == day)
        if plans and (match["signed"] or _is_its_own(tokens, start)):
            return PlanDay(start, start + match[0].count(" ") + 1, plans)
    return None


def _is_its_own(tokens: Sequence[str], at: int) -> bool:
    """Whether the day that begins there closes what the plan is called."""
    return in_plans_name(tokens, at, plural=True) and tokens[at - 1] not in _OF_WORK


def names_day(spoken: str, library: Library, plans: frozenset[int] | None) -> bool:
    """Whether a day is that on which the plan meant was issued, no time of work."""
    return day_of_plan(spoken.split(), library, range(len(library.plans)) if plans is None else plans) is not None
