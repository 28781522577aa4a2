"""How files were read, as people see it in a terminal: a line for the way, a few for what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from api import wording, wording_reading
from ingest.plan import Finding, Plan, Reading, Severity

_WORTH: Final = frozenset({"due-not-a-date", "cells-placed", "row-unread", "encoding"})
"""Notes that a clerk should look at although they are no more than notes."""
_PLACES: Final = 3
_VALUES: Final = 3
_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


@dataclass(frozen=True, slots=True)
class Group:
    """The findings that say the same, told as one."""

    severity: Severity
    message: str
    locators: tuple[str, ...]
    values: tuple[str, ...]


def grouped(findings: Sequence[Finding]) -> tuple[Group, ...]:
    """Findings with one message together, the gravest first, then as found."""
    held: dict[tuple[Severity, str], list[Finding]] = {}
    for one in sorted(findings, key=lambda one: list(Severity).index(one.severity)):
        held.setdefault((one.severity, one.message), []).append(one)
    return tuple(
        Group(
            severity,
            message,
            tuple(dict.fromkeys(place for one in same for place in one.locators)),
            tuple(dict.fromkeys(value for one in same for value in one.values if value and value not in message)),
        )
        for (severity, message), same in held.items()
    )


def way(reading: Reading | None) -> str:
    """Reader, encoding, pages, tables, rows and how sure, on one line."""
    if reading is None:
        return wording_reading.NOT_READ_SO
    parts = [wording_reading.READERS.get(reading.reader, reading.reader)]
    if reading.encoding:
        parts.append(wording_reading.ENCODING.format(name=reading.encoding.upper()))
    if reading.pages:
        parts.append(wording_reading.PAGES.format(count=reading.pages))
    tables = wording_reading.TABLES if reading.tables else wording_reading.NO_TABLES
    parts.append(tables.format(tables=reading.tables, rows=reading.rows))
    if reading.sure is not None and (reading.rows or reading.sure < 1):
        told = wording_reading.SURE_ALL if reading.sure == 1 else wording_reading.SURE
        parts.append(told.format(percent=int(reading.sure * 100)))
    return ", ".join(parts)


def worth(plan: Plan) -> tuple[tuple[Group, ...], int]:
    """What to look at, and how many other notes there are."""
    shown = [one for one in plan.findings if one.severity is not Severity.INFO or one.rule in _WORTH]
    return grouped(shown), len(plan.findings) - len(shown)


def lines(groups: Sequence[Group]) -> Iterator[RenderableType]:
    """A line for each group: how grave, what, where, and what stands there."""
    for one in groups:
        label = (f"{wording.SEVERITIES[one.severity.value]}: ", _STYLES[one.severity])
        count = wording_reading.PLACES.format(count=len(one.locators)) if len(one.locators) > 1 else ""
        yield Text.assemble(label, one.message, count, (f"  {_some(one.locators, _PLACES)}", "dim"))
        if one.values:
            yield Padding(Text(f"“{'”, “'.join(one.values[:_VALUES])}”", style="dim"), (0, 0, 0, 4))


def _some(names: Sequence[str], most: int) -> str:
    rest = len(names) - most
    more = f" {wording_reading.MORE_PLACES.format(count=rest)}" if rest > 0 else ""
    return f"{', '.join(names[:most])}{more}"


def readings(console: Console, plans: Sequence[Plan]) -> None:
    """For each file how it was read and what to look at."""
    for plan in plans:
        groups, others = worth(plan)
        told = list(lines(groups))
        if not groups:
            told.append(Text(wording_reading.NOTHING_TO_SEE, style="dim"))
        if others:
            name = f'"{plan.file}"' if " " in plan.file else plan.file
            told.append(Text(wording_reading.MORE_NOTES.format(count=others, file=name), style="dim"))
        console.print(Text(plan.file, style="bold cyan"), Padding(way(plan.reading), (0, 0, 0, 2)))
        for line in told:
            console.print(Padding(line, (0, 0, 0, 2)))
        console.print()
