"""Tables that only lay text out side by side, as letterheads and signature blocks do, read as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.columns import is_header
from ingest.document import Cell, Span, Table
from ingest.letters import UPPER, either
from ingest.markup import collapse
from ingest.prose import Para

_LINE = re.compile(rf"[^\s](?:[^\n]|\n(?=[^\W\d_{UPPER}]))*")  # what begins in small letters carries on the line above
_RECIPIENTS = re.compile(r"nơi nhận\b|[-+•]\s?\S.*[;,]\s+[-+•]\s?\S", re.IGNORECASE)
_ENTRY = re.compile(r"(?<=[:;,.])\s+(?=[-+•]\s?\S)")
_NAME = rf"(?:[{UPPER}][^\W\d{UPPER}]+\s+){{1,5}}[{UPPER}][^\W\d{UPPER}]+"
_SIGNED = re.compile(
    rf"(?:[{UPPER}/.,\s-]+?[\s.])?{either('TRƯỞNG', 'GIÁM ĐỐC', 'CHỦ TỊCH', 'BÍ THƯ', 'THỦ TƯỚNG', 'CHÁNH')}"
    rf"[{UPPER}/.,\s-]*\s(?P<name>{_NAME})$"
)
_OFFICE = re.compile(
    r"(?<!PHÓ)(?<!KT\.)(?<!KT)(?<!\bQ\.)(?<!\bQ)\s+"
    rf"(?={either('KT', 'TL', 'TUQ', 'PHÓ', 'CHỦ TỊCH', 'GIÁM ĐỐC', 'THỨ TRƯỞNG')}\b)"
)
_ON_BEHALF = re.compile(r"(?:T/?M|KT|TUQ|TL|Q)\b")


def layout_paragraphs(table: Table, text: str) -> list[Para] | None:
    """Read a table that only lays text out side by side (letterhead, signature) as paragraphs.

    The left column comes first; None when the table has a header row and so holds data.
    """
    width = max(len(row.cells) for row in table.rows)
    if width > 3 or any(is_header([cell.span.slice(text) for cell in row.cells]) for row in table.rows[:3]):
        return None
    columns = (row.cells[column] for column in range(width) for row in table.rows if column < len(row.cells))
    return [para for cell in columns if cell.row_span for para in _cell_lines(cell, text)]


def _cell_lines(cell: Cell, text: str) -> Iterator[Para]:
    """The lines of one cell: as printed, and those that an export ran together parted again."""
    words = cell.span.slice(text)
    for found in _LINE.finditer(words):
        line = found.group()
        cuts = sorted({0, *_cuts(line), len(line)})
        for start, end in pairwise(cuts):
            printed = line[start:end]
            at = cell.span.start + found.start() + start + len(printed) - len(printed.lstrip())
            yield Para(collapse(printed), Span(at, at + len(printed.strip())), bold=cell.bold)


def _cuts(line: str) -> Iterator[int]:
    """Where the entries of a list of recipients, or the offices and the name of a signature, begin in one line."""
    if _RECIPIENTS.match(line):
        yield from (match.end() for match in _ENTRY.finditer(line))
    signed = _SIGNED.match(line)
    if signed:
        yield signed.start("name")
        if _ON_BEHALF.match(line):
            yield from (match.end() for match in _OFFICE.finditer(line, 0, signed.start("name")))
