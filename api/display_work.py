"""Briefs, deadlines and findings in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api import wording, wording_work
from ingest.plan import Finding, Plan, Severity

if TYPE_CHECKING:  # check needs no index
    from rag.listing.deadlines import Deadline
    from rag.units.brief import Brief, Row

ACCENT = "bold cyan"
QUIET = "dim"
STYLES = {"overdue": "bold red", "due_soon": "bold yellow", "no_deadline": "dim"}
COLUMNS = {"name": 4, "lead": 2, "support": 2, "value": 1, "due": 2, "via": 2}
"""Cells of a brief's tables and how wide they are against each other."""
WIDE = 120
NAME = 140
"""Characters of a name in the list of deadlines: what prose orders may be a whole paragraph."""
WIDE_ONLY = frozenset({"support"})


def brief(console: Console, one: Brief) -> None:
    """The unit, how it stands, then each part as a table."""
    from web.wording import ITEM_COLUMNS  # noqa: PLC0415 - check needs no pages

    console.print(*_head(one), sep="\n")
    several = len({row.item.file for row in one.rows}) > 1
    for part, title in wording_work.PARTS.items():
        rows: Sequence[Row] = getattr(one, part)
        if _mixes(one):  # of several offices each one's rows stand together
            rows = sorted(rows, key=lambda row: row.item.file)
        if rows:
            console.print(Text(f"\n{title} ({len(rows)})", style="bold"))
            console.print(_rows(rows, ITEM_COLUMNS, several=several, wide=console.width >= WIDE))
    if one.left_out:
        console.print(Text(wording_work.LEFT_OUT.format(count=one.left_out), style=QUIET))


def _head(one: Brief) -> Iterable[RenderableType]:
    yield Text(one.unit.name, style=ACCENT)
    if one.unit.others:
        yield Text(wording_work.OTHER_NAMES.format(names="; ".join(one.unit.others)), style=QUIET)
    plans = dict.fromkeys(row.item.plan for row in one.rows)
    if len(plans) == 1:
        yield Text(next(iter(plans)), style=QUIET)
    days = {"since": _day(one.since), "until": _day(one.until), "today": _day(one.today)}
    told = wording_work.PERIOD if one.since or one.until else wording_work.NO_PERIOD
    yield Text(told.format(**days), style=QUIET)
    if _mixes(one):
        yield from _homes(one)
        return
    yield Text(wording_work.BRIEF_COUNTS.format(count=len(one.own), **_counts(one.own)))
    if one.shared:
        yield Text(wording_work.SHARED_COUNTS.format(count=len(one.shared), **_counts(one.shared)))


def _mixes(one: Brief) -> bool:
    """Whether the brief holds rows of several offices of one name."""
    files = {row.item.file for row in one.own}
    return sum(not files.isdisjoint(home.files) for home in one.homes) > 1


def _homes(one: Brief) -> Iterable[RenderableType]:
    """Each of the offices with its own counts: added up they would be nobody's."""
    yield Text(wording_work.HOMES.format(unit=one.unit.name, count=len(one.homes)), style="bold yellow")
    for home in one.homes:
        rows = [row for row in one.own if row.item.file in home.files]
        told = wording_work.BRIEF_COUNTS.format(count=len(rows), **_counts(rows))
        files = " --file ".join(home.files)
        yield Text(wording_work.HOME.format(issuers="; ".join(home.issuers), counts=told, files=files))


def _counts(rows: Iterable[Row]) -> dict[str, int]:
    states = Counter(row.state.value for row in rows)
    return {"overdue": states["overdue"], "soon": states["due_soon"], "undated": states["no_deadline"]}


def _rows(rows: Sequence[Row], titles: dict[str, str], *, several: bool, wide: bool) -> Table:
    """The columns that some row fills; every row names its plan where the brief has several."""
    names = [
        name for name in COLUMNS if any(getattr(row.item, name) for row in rows) and (wide or name not in WIDE_ONLY)
    ]
    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    table.add_column(wording.PLACE, style="cyan", no_wrap=not several)
    for name in names:
        table.add_column(titles[name], ratio=COLUMNS[name])
    table.add_column(wording_work.STATE_COLUMN)
    for row in rows:
        place = f"{row.item.locator}\n{row.item.plan}" if several else row.item.locator
        state = Text(wording_work.STATES[row.state.value], style=STYLES.get(row.state.value, ""))
        table.add_row(Text(place), *(Text(_cell(row, name)) for name in names), state)
    return table


def _cell(row: Row, name: str) -> str:
    from web.tables import cell_text  # noqa: PLC0415 - check needs no index

    text = cell_text(row.item, name)
    return f"{text} {row.measure}" if name == "value" and row.measure and text else text


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else wording_work.OPEN_END


def deadlines(console: Console, found: Sequence[Deadline], days: tuple[date, date]) -> None:
    """A line for each thing due, a day told once."""
    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for title, ratio in zip(wording_work.DUE_COLUMNS, (None, None, 4, 2, 2, 2), strict=True):
        table.add_column(title, ratio=ratio)
    from rag.wording import shorten  # noqa: PLC0415 - check needs no index
    from web.duetitles import title as title_of  # noqa: PLC0415 - the same
    from web.tables import cell_text  # noqa: PLC0415 - the same

    before = None
    for one in found:
        day = "" if one.day == before else _day(one.day)
        place = f"{one.item.locator}\n{one.item.plan}"
        told = (cell_text(one.item, "lead"), cell_text(one.item, "due"))
        cells = (wording_work.KINDS[one.kind], shorten(title_of(one), NAME), *told, place)
        table.add_row(Text(day, style="cyan"), *map(Text, cells))
        before = one.day
    if found:
        console.print(table)
    console.print(wording_work.DUE_COUNT.format(count=len(found), since=_day(days[0]), until=_day(days[1])))


def findings(console: Console, plan: Plan, found: Sequence[Finding]) -> None:
    """What to look at in one plan, the gravest first."""
    console.print(Text(plan.file, style=ACCENT))
    if not found:
        console.print(Padding(wording_work.NO_FINDINGS, (0, 0, 1, 2)))
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=2)
    table.add_column(ratio=5)
    for one in found:
        label = Text(wording.SEVERITIES[one.severity.value], style=_SEVERE.get(one.severity, QUIET))
        values = [value for value in one.values if value and value not in one.message]
        message = Text.assemble(one.message, (f" {'; '.join(values)}" if values else "", QUIET))
        table.add_row(label, Text(", ".join(one.locators), style="cyan"), message)
    counts = Counter(one.severity for one in found)
    told = wording_work.FINDING_COUNTS.format(
        errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], infos=counts[Severity.INFO]
    )
    console.print(Padding(table, (0, 0, 0, 2)), Padding(Text(told, style=QUIET), (0, 0, 1, 2)))


_SEVERE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}
