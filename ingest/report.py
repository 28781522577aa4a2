"""The ingest report: how a file was read, and what of it was guessed or is in the source but in none of the facts.

What a clerk should look at becomes a finding; nothing is put right here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.document import Document, Row, Table
from ingest.plan import Field, Finding, Plan, Reading, SectionKind, Severity, Target, Task

GUESSED: Final = frozenset({"columns-guessed", "cells-placed", "flattened", "numbers-missing", "ocr-doubtful"})
"""Rules whose rows were not simply read."""

_NUMBER: Final = re.compile(r"\d+(?:[.,/]\d+)*")
_Record = Task | Target


def reported(document: Document, plan: Plan) -> Plan:
    """The plan with how its file was read and with the findings that only the file as laid out gives rise to."""
    findings = (*plan.findings, *_placed(document, plan), *_flattened(document, plan), *_missing(document, plan))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    reading = Reading(
        document.reader,
        document.encoding,
        document.pages,
        tables=len(tables),
        rows=sum(len(table.rows) for table in tables),
        sure=_sure(plan, findings),
    )
    return replace(plan, findings=findings, reading=reading)


def _sure(plan: Plan, findings: Sequence[Finding]) -> float | None:
    rows: tuple[_Record, ...] = (*plan.tasks, *plan.targets)
    places = {row.locator for row in rows}
    guessed = {place for one in findings if one.rule in GUESSED for place in one.locators}
    return round(1 - len(places & guessed) / len(places), 4) if places else None


def _rows(plan: Plan) -> tuple[_Record, ...]:
    """The rows of tables; prose states the others."""
    rows: tuple[_Record, ...] = (*plan.tasks, *plan.targets)
    return tuple(row for row in rows if row.annex is not None)


def _placed(document: Document, plan: Plan) -> Iterator[Finding]:
    """Rows from which merged cells took some away, so that the others were put where they suit best."""
    broken = [row.span for table in _tables(document) for row in table.rows if not row.complete]
    rows = _rows(plan) if broken else ()
    where = tuple(row.locator for row in rows if any(a.overlaps(b) for a in row.spans for b in broken))
    if where:
        message = "Dòng thiếu ô do trộn ô; ô còn lại được xếp vào cột hợp nghĩa nhất."
        yield Finding("cells-placed", Severity.INFO, where, message)


def _flattened(document: Document, plan: Plan) -> Iterator[Finding]:
    """Rows of which the file holds no table, only lines one below the other."""
    tables = [table.span for table in _tables(document)]
    where = tuple(row.locator for row in _rows(plan) if not any(a.overlaps(b) for a in row.spans[:1] for b in tables))
    if where:
        message = "Bảng bị dàn thành từng dòng trong tệp; các ô được ghép lại theo thứ tự."
        yield Finding("flattened", Severity.WARNING, where, message)


def _missing(document: Document, plan: Plan) -> Iterator[Finding]:
    """Numbers that a table prints and no fact holds."""
    printed = document.text
    for table in _tables(document):
        held = [
            [one for one in _rows(plan) if any(row.span.overlaps(span) for span in one.spans)] for row in table.rows
        ]
        first = next((n for n, records in enumerate(held) if records), len(held))
        for row, records in list(zip(table.rows, held, strict=True))[first:]:
            numbers = tuple((_numbers(row, printed) - _known(row, records, plan)).elements())
            if numbers:
                yield _finding(records, plan, row, numbers)


def _finding(records: Sequence[_Record], plan: Plan, row: Row, numbers: tuple[str, ...]) -> Finding:
    if records:
        message = "Có số trong bảng nguồn mà không vào ô nào của dòng."
        return Finding("numbers-missing", Severity.WARNING, tuple(one.locator for one in records), message, numbers)
    heads = (SectionKind.ANNEX, SectionKind.HEADING)
    over = [one.locator for one in plan.sections if one.kind in heads and one.span.start < row.span.start]
    message = "Bảng nguồn có dòng ghi số mà không thành nhiệm vụ hay chỉ tiêu nào."
    return Finding("row-unread", Severity.INFO, tuple(over[-1:]), message, numbers)


def _numbers(row: Row, text: str) -> Counter[str]:
    """What the row's own cells print, each once."""
    cells = {cell.span for cell in row.cells if cell.row_span}
    return Counter(number for span in cells for number in _NUMBER.findall(span.slice(text)))


def _known(row: Row, records: Sequence[_Record], plan: Plan) -> Counter[str]:
    """The numbers that facts and headings read from this row hold, at least as often as printed."""
    words = [f"{one.ordinal} {' '.join(cell.text for cell in cells_of(one))}" for one in records]
    words += [clause.text for clause in plan.clauses if clause.span.overlaps(row.span)]
    groups = [one for one in plan.sections if one.kind is SectionKind.GROUP and one.span.start >= row.span.start]
    words += [f"{one.locator} {one.heading}" for one in groups if one.span.start < row.span.end]
    return Counter(_NUMBER.findall(" ".join(words)))


def cells_of(row: _Record) -> Iterator[Field]:
    """Every cell of a row, those of columns without a role of their own too."""
    shared = (row.name, row.lead, row.due, row.note)
    own = (row.support, row.result) if isinstance(row, Task) else (row.unit, row.value)
    yield from (*shared, *own, *(cell for _, cell in row.other))


def _tables(document: Document) -> Iterator[Table]:
    return (block for block in document.blocks if isinstance(block, Table))
