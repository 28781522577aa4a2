"""The ingest report: how a file was read, and what of it was guessed or is in the source but in none of the facts.

What a clerk should look at becomes a finding; nothing is put right here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from ingest.document import Document, Row, Span, Table
from ingest.plan import Field, Finding, Plan, Reading, SectionKind, Severity, Target, Task

GUESSED: Final = frozenset({"columns-guessed", "cells-placed", "flattened", "numbers-missing", "ocr-doubtful"})
"""Rules whose rows were not simply read."""

_NUMBER: Final = re.compile(r"\d+(?:[.,/]\d+)*")
_Record = Task | Target
_T = TypeVar("_T")


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
    held = _overlapping(broken, _pieces(plan))
    where = tuple(dict.fromkeys(one.locator for records in held for one in records))
    if where:
        message = "Dòng thiếu ô do trộn ô; ô còn lại được xếp vào cột hợp nghĩa nhất."
        yield Finding("cells-placed", Severity.INFO, where, message)


def _flattened(document: Document, plan: Plan) -> Iterator[Finding]:
    """Rows of which the file holds no table, only lines one below the other."""
    rows = _rows(plan)
    tables = [(table.span, table) for table in _tables(document)]
    held = _overlapping([row.spans[0] for row in rows], tables)
    where = tuple(row.locator for row, over in zip(rows, held, strict=True) if not over)
    if where:
        message = "Bảng bị dàn thành từng dòng trong tệp; các ô được ghép lại theo thứ tự."
        yield Finding("flattened", Severity.WARNING, where, message)


def _missing(document: Document, plan: Plan) -> Iterator[Finding]:
    """Numbers that a table prints and no fact holds."""
    rows = [row for table in _tables(document) for row in table.rows]
    spans = [row.span for row in rows]
    records = dict(zip(spans, _overlapping(spans, _pieces(plan)), strict=True))
    said = dict(zip(spans, _overlapping(spans, _headings(plan)), strict=True))
    for table in _tables(document):
        first = next((n for n, row in enumerate(table.rows) if records[row.span]), len(table.rows))
        for row in table.rows[first:]:
            held = list(dict.fromkeys(records[row.span]))
            numbers = tuple((_numbers(row, document.text) - _known(held, said[row.span])).elements())
            if numbers:
                yield _finding(held, plan, row, numbers)


def _pieces(plan: Plan) -> list[tuple[Span, _Record]]:
    return [(span, row) for row in _rows(plan) for span in row.spans]


def _headings(plan: Plan) -> list[tuple[Span, str]]:
    """What is said beside tasks and targets: clauses, and the groups of tables by where each begins."""
    groups = (one for one in plan.sections if one.kind is SectionKind.GROUP)
    found = [(Span(one.span.start, one.span.start + 1), f"{one.locator} {one.heading}") for one in groups]
    return [*found, *((clause.span, clause.text) for clause in plan.clauses)]


def _overlapping(spans: Sequence[Span], pieces: Sequence[tuple[Span, _T]]) -> list[list[_T]]:
    """For each of ``spans`` the pieces that share a character with it, in one pass over both."""
    waiting = sorted(pieces, key=lambda piece: piece[0], reverse=True)
    active: list[tuple[Span, _T]] = []
    found: list[list[_T]] = [[] for _ in spans]
    for at in sorted(range(len(spans)), key=lambda at: spans[at]):
        span = spans[at]
        while waiting and waiting[-1][0].start < span.end:
            active.append(waiting.pop())
        active = [piece for piece in active if piece[0].end > span.start]
        found[at] = [value for over, value in active if over.overlaps(span)]
    return found


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


def _known(records: Sequence[_Record], said: Sequence[str]) -> Counter[str]:
    """The numbers that facts and headings read from a row hold, at least as often as printed."""
    words = [f"{one.ordinal} {' '.join(cell.text for cell in cells_of(one))}" for one in records]
    return Counter(_NUMBER.findall(" ".join((*words, *said))))


def cells_of(row: _Record) -> Iterator[Field]:
    """Every cell of a row, those of columns without a role of their own too."""
    shared = (row.name, row.lead, row.due, row.note)
    own = (row.support, row.result) if isinstance(row, Task) else (row.unit, row.value)
    yield from (*shared, *own, *(cell for _, cell in row.other))


def _tables(document: Document) -> Iterator[Table]:
    return (block for block in document.blocks if isinstance(block, Table))
