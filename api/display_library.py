"""Corrections, versions and differences as people see them in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api import wording_library
from api.fixing import Fix

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
