"""From records to what a page shows: pure functions, no HTML and no requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from ingest.document import Span
from ingest.plan import Header, Plan
from rag.answer import Answer, Citation, Item, Status
from web import wording
from web.marking import Piece, occurrences, pieces

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


@dataclass(frozen=True, slots=True)
class ItemView:
    """One row of a list: its cells under the table's columns, and where to open it."""

    plan: str
    locator: str
    href: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """Rows under the columns that at least one of them fills; each names its plan if there are several."""

    columns: tuple[str, ...]
    rows: tuple[ItemView, ...]
    several_plans: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What is shown of one answer, in reading order."""

    question: str
    status: Status
    headline: tuple[str, ...]
    sentence: str
    chips: tuple[tuple[str, str], ...]
    table: TableView | None
    citations: tuple[CitationView, ...]
    near: TableView | None
    also: TableView | None


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One line of the list of plans."""

    title: str
    number: str
    date: str
    issuer: str
    tasks: int
    targets: int
    href: str


def source_href(file: str, start: int, end: int) -> str:
    """The page of ``file`` opened at a slice of its text."""
    return f"{plan_href(file)}?{urlencode({'start': start, 'end': end})}#cite"


def place_href(file: str, locator: str) -> str:
    """The page of ``file`` opened at a locator: a link that outlives a new reading of the file."""
    return f"{plan_href(file)}?{urlencode({'at': locator})}#cite"


def plan_href(file: str) -> str:
    """The page of ``file``."""
    return f"/plans/{quote(file, safe='')}"


def ask_href(question: str) -> str:
    """The page that answers ``question``."""
    return f"/?{urlencode({'q': question})}"


def answer_view(answer: Answer) -> AnswerView:
    """The answer as the page shows it: the value first, then a sentence, then the sources."""
    return AnswerView(
        question=answer.question,
        status=answer.status,
        headline=headline(answer),
        sentence=sentence(answer),
        chips=answer.understood,
        table=table_view(answer.items),
        citations=tuple(_citation(one, answer.values) for one in answer.citations),
        near=table_view(answer.near),
        also=table_view(answer.also),
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


def columns(items: Sequence[Item]) -> tuple[str, ...]:
    """The fields that some of ``items`` fill, in the order they are shown; roles only where they differ."""
    filled = (name for name in wording.ITEM_COLUMNS if any(getattr(one, name) for one in items))
    several_roles = len({one.role for one in items}) > 1
    return tuple(name for name in filled if name != "role" or several_roles)


def cell(item: Item, column: str) -> str:
    """What a table shows of ``item`` under ``column``."""
    text = str(getattr(item, column))
    return wording.ROLES.get(text, text) if column == "role" else text


def table_view(items: Sequence[Item]) -> TableView | None:
    """A table of ``items``, or None when there are none."""
    if not items:
        return None
    names = columns(items)
    rows = tuple(
        ItemView(
            plan=item.plan,
            locator=item.locator,
            href=place_href(item.file, item.locator),
            cells=tuple((wording.ITEM_COLUMNS[name], cell(item, name)) for name in names),
        )
        for item in items
    )
    return TableView(
        columns=tuple(wording.ITEM_COLUMNS[name] for name in names),
        rows=rows,
        several_plans=len({item.file for item in items}) > 1,
    )


def _citation(citation: Citation, values: Iterable[str]) -> CitationView:
    marks = occurrences(citation.quote, values)
    return CitationView(
        plan=citation.plan,
        locator=citation.locator,
        cells=_cells(citation.quote, marks),
        href=source_href(citation.file, citation.start, citation.end),
        page=citation.page,
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
            href=plan_href(plan.file),
        )
        for plan in plans
    )


def date_text(header: Header) -> str:
    """``5/3/2026`` as officials write it, or what is printed of an incomplete date."""
    day = header.date
    return f"{day.day}/{day.month}/{day.year}" if day else header.date_text or wording.NO_DATE
