"""What people see in a terminal: answers, plans and reports as rich renderables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api import display_reading, wording, wording_reading
from api.loading import Loaded
from ingest.plan import Plan
from rag.answer import Answer, Citation, Item, Status
from web import tables, views
from web.marking import occurrences
from web.wording import ALSO, ITEM_COLUMNS, NEAR, NO_NUMBER, SOURCES, STATUSES

if TYPE_CHECKING:  # parse shows plans without loading an index
    from index.store import Change, Report

ACCENT = "bold cyan"
QUIET = "dim"
WIDE = 120
WIDE_ONLY = frozenset({"support", "result"})
LISTED_QUOTES = 3
COUNTS = range(2, 5)


def answer(console: Console, one: Answer, *, title: str | None = None) -> None:
    """The value first, then the sentence, the rows, and where it was read."""
    if title is not None:
        console.rule(Text(title, style="bold"), align="left", style=QUIET)
    console.print(Group(*_parts(one, console.width)))


def _parts(one: Answer, width: int) -> Iterable[RenderableType]:
    if one.status is not Status.ANSWERED:
        yield Text(STATUSES[one.status], style="bold yellow")
    headline = views.headline(one)
    yield from (Text(value, style=ACCENT) for value in headline)
    yield Text(views.sentence(one), style="" if headline else ACCENT)
    if one.items:
        yield _items(one.items, width)
    if one.also:
        yield Text(f"\n{ALSO}", style="bold")
        yield _items(one.also, width)
    if one.citations:
        yield from _sources(one)
    if one.near:
        yield Text(f"\n{NEAR}", style="bold")
        yield _items(one.near, width)
    yield Text(wording.ELAPSED.format(ms=max(1, round(one.elapsed_ms))), style=QUIET)


def _sources(one: Answer) -> Iterable[RenderableType]:
    """The quotes; under a list, which names every place already, the first few."""
    shown = one.citations[:LISTED_QUOTES] if one.items else one.citations
    yield Text(f"\n{SOURCES}", style="bold")
    yield from (_citation(citation, one.values) for citation in shown)
    if len(shown) < len(one.citations):
        yield Text(wording.MORE_SOURCES.format(count=len(one.citations) - len(shown)), style=QUIET)


def _items(items: Sequence[Item], width: int) -> Table:
    """All columns on a wide terminal; on a narrow one those that people ask for."""
    names = [name for name in tables.columns_of(items) if width >= WIDE or name not in WIDE_ONLY]
    several = len({item.file for item in items}) > 1
    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    table.add_column(wording.PLACE, style="cyan", no_wrap=not several)
    for name in names:
        table.add_column(ITEM_COLUMNS[name], ratio=3 if name == "name" else 2 if name != "due" else 1)
    for item in items:
        place = f"{item.locator}\n{item.plan}" if several else item.locator
        table.add_row(Text(place), *(Text(tables.cell_text(item, name)) for name in names))
    return table


def _citation(citation: Citation, values: Iterable[str]) -> RenderableType:
    where = Text.assemble((citation.locator, ACCENT), ("  ", ""), citation.plan)
    if citation.page is not None:
        where.append(f", {wording.PAGE.format(page=citation.page)}")
    quote = Text(citation.quote, style="italic")
    for span in occurrences(citation.quote, values):
        quote.stylize("bold not italic", span.start, span.end)
    cells = [cell for cell in quote.split("\t") if cell.plain.strip()]
    note = (Padding(Text(citation.corrected, style="yellow"), (0, 0, 0, 2)),) if citation.corrected else ()
    return Padding(Group(where, Padding(Text(" │ ").join(cells), (0, 0, 0, 2)), *note), (0, 0, 1, 1))


def plan(console: Console, one: Plan) -> None:
    """What was read from one file, in a few lines, and what a clerk should look at."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=QUIET)
    for name, label in wording.HEADER_FIELDS.items():
        grid.add_row(label, Text(getattr(one.header, name) or wording.BLANK))
    grid.add_row(wording_reading.READ_LABEL, Text(display_reading.way(one.reading)))
    findings = display_reading.lines(display_reading.grouped(one.findings))
    console.print(Text(one.file, style=ACCENT), Padding(Group(grid, _counted(one), *findings), (0, 0, 1, 2)))


def _counted(one: Plan) -> str:
    return wording.COUNTS.format(
        sections=len(one.sections), tasks=len(one.tasks), targets=len(one.targets), duties=len(one.duties)
    )


def library(console: Console, plans: Iterable[Plan]) -> None:
    """The plans of the library: file, number and date, then title and counts."""
    for one in plans:
        head = f"{one.header.number or NO_NUMBER}, {views.date_text(one.header)}"
        title = Text(one.header.title or "")
        lines = Group(title, Text(_counted(one), style=QUIET))
        console.print(Text.assemble((one.file, ACCENT), ("  ", ""), head), Padding(lines, (0, 0, 1, 2)))


def ingest_report(console: Console, loaded: Loaded, report: Report) -> None:
    """How each file was read, then what became of each plan, and how many files gave none."""
    display_reading.readings(console, loaded.plans)
    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0))
    *columns, last = wording.REPORT_COLUMNS
    for position, column in enumerate(columns):
        table.add_column(column, justify="right" if position in COUNTS else "left", no_wrap=position < COUNTS.start)
    table.add_column(last, min_width=9)
    for one, change in zip(loaded.plans, report.changes, strict=True):
        number = Text(one.header.number or NO_NUMBER)
        table.add_row(Text(one.file), number, *_counts(one), _outcome(change))
    counted = wording.READ_COUNT.format(read=len(loaded.plans))
    if loaded.unread:  # each was told, with its reason, while it was read
        counted = wording.READ_AND_UNREAD.format(read=len(loaded.plans), unread=len(loaded.unread))
    console.print(table, Text(counted), Text(_stages(loaded, report), style=QUIET), sep="\n")


def _outcome(change: Change) -> Text:
    return Text(wording.OUTCOMES[change.outcome.value].format(file=change.same_as))


def _stages(loaded: Loaded, report: Report) -> str:
    """Seconds of each stage, and for each plan that had to be done."""
    spent = [("read", loaded.seconds), *((stage.value, seconds) for stage, seconds in report.seconds)]
    stages = (wording.SECONDS.format(name=wording.STAGES[name], seconds=wording.seconds(one)) for name, one in spent)
    mean = sum(seconds for _, seconds in spent) / max(1, len(loaded.plans))
    return wording.STAGES_LINE.format(stages=", ".join(stages), mean=wording.seconds(mean))


def _counts(one: Plan) -> tuple[str, str, str]:
    return str(len(one.tasks)), str(len(one.targets)), str(len(one.duties))
