"""Long lists told apart: by plan where there are several, and by annex, group or section where one plan fills many rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.plan import Plan, Target, Task
from rag.corpus.entries import sections_over
from rag.wording import shorten
from web import wording

LONG: Final = 12
"""Rows of one plan that are read without headings between them."""
_LONGEST: Final = 100
"""Characters of a heading; some are whole paragraphs."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the rows that follow: a plan's name (``outer``) or a section's, and how many they are."""

    text: str
    count: int
    outer: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A row by its number in the list given, with the headings that stand right before it."""

    number: int
    heads: tuple[Heading, ...] = ()


class Sections:
    """The annex and group, or the section, that each row of some plans stands in."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        """Each plan is looked into when first asked for."""
        self._plans = {plan.file: plan for plan in plans}
        self._rows: dict[str, dict[str, str]] = {}

    def of(self, file: str, locator: str) -> str:
        """The name of the section; "" where none is known."""
        plan = self._plans.get(file)
        if plan is None:
            return ""
        rows = self._rows.get(file)
        if rows is None:
            rows = self._rows[file] = _sections(plan)
        return rows.get(locator) or _outermost(plan, locator)


def _sections(plan: Plan) -> dict[str, str]:
    """The annex and group of each row that stands in an annex."""
    headings = {one.locator: one.heading for one in plan.sections}
    found: dict[str, str] = {}
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    for row in rows:
        if row.annex:
            place = f"{row.annex}/{row.group}" if row.group else row.annex
            found[row.locator] = _named(place, headings.get(place, ""))
    return found


def _outermost(plan: Plan, locator: str) -> str:
    over = [*sections_over(plan, locator)]
    return _named(over[-1].locator, over[-1].heading) if over else ""


def _named(locator: str, heading: str) -> str:
    name = locator.replace("/", wording.WITHIN)
    if not heading or heading.casefold() == locator.casefold():
        return name
    return wording.SECTION.format(place=name, heading=shorten(heading, _LONGEST))


def grouped(places: Sequence[tuple[str, str]], *, named: bool = False) -> tuple[Placed, ...]:
    """Rows, of which ``places`` tells plan and section, with those of one plan together.

    Those of one section stand together where a plan has many rows. Plans and sections come in the order in which they
    are first met, rows in their own; a short list of one plan stays as it is, but for its plan's name where that is to be
    ``named``.
    """
    plans = Counter(plan for plan, _ in places)
    sections = Counter(places)
    several = named or len(plans) > 1
    split = {plan for plan, count in plans.items() if count > LONG and len({s for p, s in sections if p == plan}) > 1}
    first = {plan: at for at, plan in reversed([*enumerate(plan for plan, _ in places)])}
    inner = {place: at for at, place in reversed([*enumerate(places)])}
    order = sorted(
        range(len(places)), key=lambda at: (first[places[at][0]], inner[places[at]] if places[at][0] in split else 0)
    )
    found: list[Placed] = []
    before: tuple[str, str] | None = None
    for at in order:
        plan, section = places[at]
        heads = []
        if several and (before is None or before[0] != plan):
            heads.append(Heading(plan, plans[plan], outer=True))
        if plan in split and before != (plan, section):
            heads.append(Heading(section or wording.ELSEWHERE, sections[plan, section], outer=False))
        found.append(Placed(at, tuple(heads)))
        before = plan, section
    return tuple(found)
