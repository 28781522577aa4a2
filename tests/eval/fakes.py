"""A tiny plan, its questions, and a service that answers from a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from eval.cases import Case
from rag.answer import Answer, Citation, Item, Status

FILE = "ke-hoach.txt"
TEXT = "1\tXây dựng kho dữ liệu\tSở Tài chính\t3/2026\n2\tTập huấn\tSở Nội vụ\n"
TODAY = date(2026, 5, 10)


@dataclass(frozen=True, slots=True)
class FakePlan:
    """As much of a plan as the judge looks at."""

    file: str = FILE
    text: str = TEXT


def case(**changes: Any) -> Case:
    """Who leads row 1, changed as told."""
    base: dict[str, Any] = {
        "id": "q1",
        "q": "Đơn vị nào chủ trì xây dựng kho dữ liệu?",
        "type": "lead",
        "style": "formal",
        "status": "answered",
        "values": ["Sở Tài chính"],
        "items": None,
        "cites": [f"{FILE}#Phụ lục/1"],
    }
    return Case.model_validate(base | changes)


def listing(*places: str, **changes: Any) -> Case:
    """A list question whose rows are ``places`` of the plan."""
    rows = [f"{FILE}#{place}" for place in places]
    return case(**({"type": "list", "values": [], "items": rows, "cites": []} | changes))


def missing(**changes: Any) -> Case:
    """A question that the plan does not speak of."""
    return case(**({"id": "q0", "type": "not_found", "status": "not_found", "values": [], "cites": []} | changes))


def cited(quote: str, locator: str = "Phụ lục/1") -> Citation:
    """A true citation of ``quote``."""
    start = TEXT.index(quote)
    return Citation(FILE, "Kế hoạch", locator, quote, start, start + len(quote))


def row(locator: str) -> Item:
    """A row of the plan."""
    return Item(FILE, "Kế hoạch", locator, name="…")


GOOD = Answer(
    "?", Status.ANSWERED, "Sở Tài chính chủ trì.", values=("Sở Tài chính",), citations=(cited("Sở Tài chính"),)
)
REFUSAL = Answer("?", Status.NOT_FOUND, "Kế hoạch không nêu.")


@dataclass(slots=True)
class FakeService:
    """Answers from a table, refuses the rest, and remembers what it was asked."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    loaded: tuple[FakePlan, ...] = (FakePlan(),)
    asked: list[tuple[str, date, Answer | None]] = field(default_factory=list)

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """Look the question up."""
        self.asked.append((question, today, previous))
        return replace(self.answers.get(question, REFUSAL), question=question)

    def plans(self) -> tuple[FakePlan, ...]:
        """The plans it was made with."""
        return self.loaded


@dataclass(slots=True)
class RankingService(FakeService):
    """One that always finds row 2 before row 1."""

    def rank(self, question: str) -> list[str]:
        """Two places, whatever is asked."""
        del question
        return [f"{FILE}#Phụ lục/2", f"{FILE}#Phụ lục/1"]
