"""Corrections, versions and differences as people see them in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api import wording, wording_library
from api.fixing import Fix
from api.versions import Version
from ingest.differences import Change, Difference, View
from ingest.plan import Plan
from web.versions import file_label

ACCENT = "bold cyan"
QUIET = "dim"


def fixes(console: Console, found: Sequence[Fix]) -> None:
    """Every correction under its file, with what has become of it."""
    if not found:
        console.print(wording_library.NO_FIXES)
    for file, those in groupby(found, key=lambda one: one.file):
        table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
        for title in wording_library.FIX_COLUMNS:
            table.add_column(title, overflow="fold")
        for fix in those:
            one = fix.correction
            state = wording_library.STANDINGS[fix.standing].format(at=fix.undone)
            cells = (one.old or wording_library.BLANK, one.new or wording_library.BLANK)
            name = wording_library.FIELD_NAMES[one.field]
            style = "yellow" if fix.standing == "aside" else QUIET if fix.standing != "applied" else ""
            row = (one.locator, name, *cells, f"{one.by} {one.at}".strip(), state)
            table.add_row(*(Text(cell, style=style) for cell in row))
        console.print(Text(file, style=ACCENT), Padding(table, (0, 0, 1, 2)))


def fixes_aside(console: Console, found: Sequence[Fix]) -> None:
    """What of a file's corrections no longer fits it, a line for each."""
    for fix in found:
        one = fix.correction
        place = f"{fix.file}, {one.locator}, {wording_library.FIELD_NAMES[one.field].lower()}"
        told = wording_library.ASIDE.format(place=place, new=one.new, state=wording_library.STANDINGS[fix.standing])
        console.print(Text(told, style="yellow"))


def versions(console: Console, found: Sequence[Version]) -> None:
    """A line for each version, those that are not answered from dimmed."""
    for one in found:
        header = one.plan.header
        told = f"{header.number or wording_library.NO_NUMBER}, {header.date_text or wording.BLANK}"
        rows = wording_library.ROW_COUNTS.format(tasks=len(one.plan.tasks), targets=len(one.plan.targets))
        state = wording_library.CURRENT if one.current else wording_library.NOT_CURRENT
        console.print(Text.assemble((one.plan.file, ACCENT if one.current else QUIET), ("  ", ""), told))
        console.print(Padding(Text(f"{state}; {rows}", style="" if one.current else QUIET), (0, 0, 0, 2)))
        for note in one.notes:
            console.print(Padding(Text(note, style="yellow"), (0, 0, 0, 2)))


def difference(console: Console, old: Plan, new: Plan, found: Difference) -> None:
    """What is new, gone and changed; rows that only moved are counted."""
    console.print(Text.assemble((file_label(old.file), ACCENT), " → ", (file_label(new.file), ACCENT)))
    if found.empty:
        console.print(Padding(wording_library.NO_DIFFERENCE, (0, 0, 0, 2)))
    for line in _lines(found):
        console.print(Padding(line, (0, 0, 0, 2)))


def _lines(found: Difference) -> Iterator[Text]:
    yield from (_change(one, wording_library.HEAD) for one in found.head)
    for mark, style, rows in (("+", "green", found.added), ("-", "red", found.dropped)):
        yield from (_row(mark, style, one) for one in rows)
    for one in found.changed:
        if one.moved_only:
            continue
        place = one.new if one.new == one.old else f"{one.old} → {one.new}"
        yield Text.assemble(("~ ", "yellow"), (place, "cyan"), f"  {one.name}")
        yield from (_change(change, "   ") for change in one.changes if change.field != "locator")
    moved = sum(one.moved_only for one in found.changed)
    if moved:
        yield Text(wording_library.MOVED.format(count=moved), style=QUIET)


def _row(mark: str, style: str, one: View) -> Text:
    cells = ((wording_library.FIELD_NAMES.get(name, name), text) for name, text in one.cells if text and name != "name")
    told = "; ".join(f"{name}: {text}" for name, text in cells)
    return Text.assemble((f"{mark} ", style), (one.locator, "cyan"), f"  {one.name}", (f"  {told}", QUIET))


def _change(one: Change, before: str) -> Text:
    name = wording_library.FIELD_NAMES.get(one.field, one.field)
    blank = wording_library.BLANK
    return Text.assemble(f"{before} {name}: ", (one.old or blank, "red"), " → ", (one.new or blank, "green"))


def tidings(console: Console, told: Sequence[str]) -> None:
    """What new plans changed for others, a line for each."""
    for line in told:
        console.print(Text(line, style="yellow"))
