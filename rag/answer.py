"""What a question gets: an answer, its values, every matching row, and where each was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Whether the plans answer, are silent, leave the place blank, or disagree."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    NOT_STATED = "not_stated"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a list answer; cells as printed, "" when blank.

    ``role`` is the asked unit's part in it ("lead", "support", "report"), ``via`` the collective name that reaches it.
    ``corrected`` names the cells that a clerk has put right: they are not as printed.
    """

    file: str
    plan: str
    locator: str
    name: str
    lead: str = ""
    support: str = ""
    result: str = ""
    due: str = ""
    value: str = ""
    role: str = ""
    via: str = ""
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A contiguous slice of a plan's canonical text: ``text[start:end] == quote``.

    ``corrected`` says what of it a clerk has put right; the quote stays the source's own.
    """

    file: str
    plan: str
    locator: str
    quote: str
    start: int
    end: int
    page: int | None = None
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer to one question; ``method`` is "facts" or "retrieval".

    ``near`` are rows shown beside a refusal; ``also`` what reaches a unit beside the rows that name it: tasks given to
    a collective that takes it in, and its reporting duties. ``confidence`` is the probability, 0 to 1, that the row or clause looked at is the one asked
    for; None where facts were queried.
    """

    question: str
    status: Status
    answer: str
    values: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    citations: tuple[Citation, ...] = ()
    elapsed_ms: float = 0.0
    method: str = "facts"
    near: tuple[Item, ...] = ()
    also: tuple[Item, ...] = ()
    confidence: float | None = None
    understood: tuple[tuple[str, str], ...] = ()
