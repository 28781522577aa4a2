"""From records to what a page shows: pure functions, no HTML and no requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ingest.document import Span
from ingest.plan import Header, Plan
from rag.answer import Answer, Citation, Status
from web import wording
from web.grouping import Sections
from web.links import plan_href, source_href
from web.marking import Piece, occurrences, pieces
from web.tables import AS_PRINTED, Arrangement, Table, table_of

HEADLINE_VALUES = 4
"""More values than this are read in the list below, not in the headline."""


@dataclass(frozen=True, slots=True)
class CitationView:
    """One place where the answer was read."""

    plan: str
    locator: str
    cells: tuple[tuple[Piece, ...], ...]
    href: str
    page: int | None
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Differing:
    """What one plan says where several answer differently: ``said`` is "" when the answer does not tell it apart."""

    plan: str
    locator: str
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What is shown of one answer, in reading order."""

    question: str
    status: Status
    headline: tuple[str, ...]
    sentence: str
    differing: tuple[Differing, ...]
    table: Table | None
    citations: tuple[CitationView, ...]
    near: Table | None
    also: Table | None


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One line of the list of plans."""

    title: str
    number: str
    date: str
    issuer: str
    tasks: int
    targets: int
    duties: int
    href: str


def answer_view(
    answer: Answer, arrangement: Arrangement = AS_PRINTED, *, sections: Sections | None = None
) -> AnswerView:
    """The answer as the page shows it: the value first, then a sentence, then the sources."""
    apart = differing(answer)
    return AnswerView(
        question=answer.question,
        status=answer.status,
        headline=headline(answer),
        sentence="" if apart else sentence(answer),
        differing=apart,
        table=None if apart else table_of(answer.items, arrangement, sections=sections),
        citations=tuple(_citation(one, answer.values) for one in answer.citations),
        near=table_of(answer.near),
        also=table_of(answer.also, sections=sections),
    )


def headline(answer: Answer) -> tuple[str, ...]:
    """The values to show large: none when they are many, or all that the sentence says."""
    values = answer.values
    alone = sentence(answer).rstrip(".") in values
    return () if alone or len(values) > HEADLINE_VALUES else values


def sentence(answer: Answer) -> str:
    """The sentence; of a list answer only what comes before the list, since a table shows the rows."""
    text = answer.answer.strip()
    if len(answer.items) < 2 or answer.status is Status.AMBIGUOUS:
        return text
    listed = (text.find(mark) for item in answer.items for mark in (item.locator, item.name) if mark)
    opening = text[: min((place for place in listed if place >= 0), default=len(text))]
    before, colon, _ = opening.rpartition(":")
    return f"{before.rstrip()}." if colon else text


def differing(answer: Answer) -> tuple[Differing, ...]:
    """What each plan says, cut out of the sentence where it names each row and then what it holds; else nothing."""
    if answer.status is not Status.AMBIGUOUS or not answer.items:
        return ()
    starts = []
    after = 0
    for item in answer.items:
        head = f"{item.plan} ({item.locator}): "
        at = answer.answer.find(head, after)
        if at < 0:
            return ()
        after = at + len(head)
        starts.append((at, after))
    ends = [*(at for at, _ in starts[1:]), len(answer.answer)]
    return tuple(
        Differing(item.plan, item.locator, item.name, answer.answer[begin:end].strip().rstrip(";."))
        for item, (_, begin), end in zip(answer.items, starts, ends, strict=True)
    )


def _citation(citation: Citation, values: Iterable[str]) -> CitationView:
    marks = occurrences(citation.quote, values)
    return CitationView(
        plan=citation.plan,
        locator=citation.locator,
        cells=_cells(citation.quote, marks),
        href=source_href(citation.file, citation.locator, citation.start, citation.end),
        page=citation.page,
        corrected=citation.corrected,
    )


def _cells(text: str, marks: Sequence[Span]) -> tuple[tuple[Piece, ...], ...]:
    """A quoted row as its non-blank cells, a quoted sentence as one."""
    cells = []
    offset = 0
    for cell in text.split("\t"):
        if cell.strip():
            cells.append(pieces(cell, marks, offset))
        offset += len(cell) + 1
    return tuple(cells)


def plan_cards(plans: Iterable[Plan]) -> tuple[PlanCard, ...]:
    """The list of plans, in the order given."""
    return tuple(
        PlanCard(
            title=plan.header.title or plan.file,
            number=plan.header.number or wording.NO_NUMBER,
            date=date_text(plan.header),
            issuer=plan.header.issuer or "",
            tasks=len(plan.tasks),
            targets=len(plan.targets),
            duties=len(plan.duties),
            href=plan_href(plan.file),
        )
        for plan in plans
    )


def date_text(header: Header) -> str:
    """``5/3/2026`` as officials write it, or what is printed of an incomplete date."""
    return day_text(header.date) if header.date else header.date_text or wording.NO_DATE


def day_text(day: date) -> str:
    """``5/3/2026``."""
    return f"{day.day}/{day.month}/{day.year}"


def moment_text(iso: str) -> str:
    """``31/3/2026 08:15`` for ``2026-03-31 08:15``; what is no moment stays as it is."""
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day_text(at.date())} {at:%H:%M}"
