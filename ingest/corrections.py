"""Cells that a clerk has put right, as they are kept: apart from the plan, never mistaken for what it prints.

A correction belongs to a cell as it was printed when the clerk saw it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ingest.plan import Field, Plan, Target, Task

TASK_FIELDS: Final = ("name", "lead", "support", "result", "due", "note")
TARGET_FIELDS: Final = ("name", "unit", "value", "lead", "due", "note")

HEAD_PLACES: Final = frozenset({"Tiêu đề", "Ký"})
"""Locators of the parts that print the fields of the head."""
HEAD_FIELDS: Final = ("number", "date", "place", "issuer", "title", "signer", "signer_title")
FIRST: Final = " (1)"
"""What follows the locator of the first of several rows that share it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell put right: ``old`` as printed, ``name`` that of its row as printed; ``at`` is ISO 8601.

    ``locator`` is a place that names one row (`places_of`), or that of the head.
    """

    locator: str
    field: str
    old: str
    new: str
    name: str = ""
    by: str = ""
    at: str = ""


class Standing(StrEnum):
    """What becomes of a correction in the plan at hand."""

    APPLIED = "applied"
    SETTLED = "settled"  # the source now prints it so
    ASIDE = "aside"  # the source now prints something else, or the row is gone


@dataclass(frozen=True, slots=True)
class Laid:
    """A correction with its standing, the row it belongs to (None for the head, or where it is gone) and what is printed there now."""

    correction: Correction
    standing: Standing
    row: Task | Target | None = None
    printed: str | None = None

    @property
    def locator(self) -> str:
        """Where it belongs now, else where it was made."""
        return self.row.locator if self.row else self.correction.locator


def fields_of(row: Task | Target) -> tuple[str, ...]:
    """The cells of such a row that can be corrected."""
    return TASK_FIELDS if isinstance(row, Task) else TARGET_FIELDS


def as_printed(field: Field) -> str:
    """What the source prints in a cell, corrected or not."""
    return field.text if field.printed is None else field.printed


_EVERY_FIELD: Final = tuple(dict.fromkeys((*TASK_FIELDS, *TARGET_FIELDS)))


def corrected_fields(row: object) -> tuple[str, ...]:
    """The names of a row's cells that a clerk has corrected; none of what has no cells."""
    cells = ((name, getattr(row, name, None)) for name in _EVERY_FIELD)
    return tuple(name for name, cell in cells if isinstance(cell, Field) and cell.printed is not None)


def places_of(plan: Plan) -> dict[str, Task | Target]:
    """Every row under a place of its own: its locator, and its turn behind it where several rows bear that locator.

    The first of several is "X (1)": "X" alone names none of them.
    """
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    turns: Counter[str] = Counter()
    found: dict[str, Task | Target] = {}
    for row in rows:
        turns[row.locator] += 1
        turn = turns[row.locator]
        found.setdefault(row.locator if turn == 1 else f"{row.locator} ({turn})", row)
    return {f"{place}{FIRST}" if f"{place} (2)" in found else place: row for place, row in found.items()}


def twins_at(places: Mapping[str, Task | Target], locator: str) -> dict[str, Task | Target]:
    """The rows that share ``locator``, by their places; none where it names one row or no row at all."""
    turns = [f"{locator} ({turn})" for turn in range(1, len(places) + 1)] if f"{locator}{FIRST}" in places else []
    return {place: places[place] for place in turns if place in places}


def place_at(plan: Plan, locator: str, start: int) -> str:
    """The place of the row of that locator; of several the one that holds the offset ``start``; "" where none does."""
    places = places_of(plan)
    holding = (
        place
        for place, row in twins_at(places, locator).items()
        if any(span.start <= start < span.end for span in row.spans)
    )
    return locator if locator in places else next(holding, "")
