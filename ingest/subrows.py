"""Printed rows that stand for several: numbered items under one row number, in merged cells or as lines of one cell.

A table of criteria prints "2 | Hạ tầng" once and beside it "2.1. Tỷ lệ đường…", "2.2. Tỷ lệ thôn…", each with figures of
its own: in rows that the merged number reaches down to, or one below the other inside the cells of one row.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.columns import Role, names_rows
from ingest.document import Row, Span
from ingest.line import Line
from ingest.markup import collapse
from ingest.numerals import Numbering, Ordinal
from ingest.plan import Field

_NUMBERED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,2}){1,2})[.):]?\s+(?=[^\W\d_])")
_FEWEST = 2
"""Items that make a cell a list of rows."""


def narrowed(roles: Sequence[Role], headers: Sequence[str], rows: Sequence[Row], text: str) -> tuple[Role, ...]:
    """The roles with the narrower of two columns of names as the name where merged cells of the wider one span its rows."""
    if Role.NAME not in roles or Role.ORDINAL not in roles:
        return tuple(roles)
    at = roles.index(Role.NAME)
    over = (roles.index(Role.ORDINAL), at)
    others = [n for n in range(at + 1, len(roles)) if roles[n] is Role.OTHER and names_rows(headers[n])]
    other = next((n for n in others if any(_shows_items(row, over, n, text) for row in rows)), None)
    if other is None:
        return tuple(roles)
    mended = list(roles)
    mended[at], mended[other] = Role.OTHER, Role.NAME
    return tuple(mended)


def _shows_items(row: Row, over: tuple[int, int], narrow: int, text: str) -> bool:
    """Whether a row has words of its own in the narrow column under a merged number and name (``over``), or stacks items there."""
    if len(row.cells) <= narrow:
        return False
    cell = row.cells[narrow]
    held = row.complete and all(row.cells[n].row_span == 0 for n in over)
    own = cell.row_span > 0 and bool(cell.span.slice(text).strip())
    return own and (held or len(_items(cell.span, collapse(row.cells[over[0]].span.slice(text)), text)) >= _FEWEST)


def held_over(row: Row, roles: Sequence[Role]) -> bool:
    """Whether a merged cell left of the names, in a column without a role of its own, reaches down to a row."""
    at = roles.index(Role.NAME) if Role.NAME in roles else 0
    return row.complete and any(
        role is Role.OTHER and cell.row_span == 0 for role, cell in zip(roles[:at], row.cells, strict=False)
    )


def parted(line: Line, row: Row, above: Line | None, roles: Sequence[Role], *, text: str) -> tuple[Line, ...]:
    """The rows that a printed row stands for, in order; it alone where it holds no numbered items of its own."""
    if Role.NAME not in roles or Role.ORDINAL not in roles:
        return (line,)
    name = line.cells[roles.index(Role.NAME)]
    number = line.ordinal.text if line.ordinal.kind is Numbering.DECIMAL else ""
    if not number and line.ordinal.kind is Numbering.NONE and above is not None:
        return (_goes_on(line, above, name),)
    if not number or len(name.spans) != 1:
        return (line,)
    items = _items(name.spans[0], number, text)
    if len(items) >= _FEWEST:
        rows = _stacked(line, items, roles, text)
        if rows:
            whole = {n for n in range(len(roles)) if all(one.cells[n] is line.cells[n] for one in rows)}
            before = Span(name.spans[0].start, items[0].start)
            return (*_head(line, roles, before, whole, text=text), *rows)
    first = _NUMBERED.match(name.text)
    if len(items) == 1 and first and items[0].start == name.spans[0].start:
        tall = row.cells[roles.index(Role.ORDINAL)].row_span
        whole = {n for n, cell in enumerate(row.cells[: len(roles)]) if cell.row_span == tall > 1}
        head = _head(line, roles, Span(items[0].start, items[0].start), whole, text=text)
        return (*head, _item(line, first["number"], line.cells, _spans(line, items[0].start))) if head else (line,)
    return (line,)


def _goes_on(line: Line, above: Line, name: Field) -> Line:
    """A row without number whose name opens with the next number under the row above, as the row of that number."""
    found = _NUMBERED.match(name.text)
    top = above.ordinal.text if above.ordinal.kind is Numbering.DECIMAL else ""
    if not found or not top:
        return line
    stem, _, turn = found["number"].rpartition(".")
    over, _, last = top.rpartition(".")
    follows = (stem == over and turn.isdecimal() and last.isdecimal() and int(turn) == int(last) + 1) or (
        stem == top and turn == "1"
    )
    return replace(line, ordinal=Ordinal(found["number"], Numbering.DECIMAL)) if follows else line


def _items(span: Span, number: str, text: str) -> list[Span]:
    """The items of a cell that are numbered one after the other under a row's own number: 2.1, 2.2 under 2."""
    starts: list[int] = []
    for found in _NUMBERED.finditer(text, span.start, span.end):
        bounded = found.start() == span.start or text[found.start() - 1].isspace()
        if bounded and found["number"] == f"{number}.{len(starts) + 1}":
            starts.append(found.start())
    return [Span(start, end) for start, end in zip(starts, [*starts[1:], span.end], strict=False)]


def _stacked(line: Line, items: Sequence[Span], roles: Sequence[Role], text: str) -> tuple[Line, ...]:
    """A row for each item, cells of as many lines shared out, others held by all; none where the figures fit no item."""
    columns = [_lines(cell, len(items), role, text) for cell, role in zip(line.cells, roles, strict=True)]
    shared = [n for n, column in enumerate(columns) if len(column) == len(items)]
    figures = [n for n, role in enumerate(roles) if role is Role.VALUE and line.cells[n].text]
    if not shared or any(n not in shared for n in figures):
        return ()
    rows = []
    for turn, item in enumerate(items):
        words = _field(item, text)
        cells = [
            words if role is Role.NAME else column[turn] if len(column) == len(items) else cell
            for role, column, cell in zip(roles, columns, line.cells, strict=True)
        ]
        spans = (words.spans[0], *(span for n in shared for span in cells[n].spans))
        rows.append(_item(line, f"{line.ordinal.text}.{turn + 1}", cells, spans))
    return tuple(rows)


def _lines(cell: Field, count: int, role: Role, text: str) -> list[Field]:
    """The lines of a cell, or its figures where they stand side by side, as many as there are items; [] where it has others."""
    if len(cell.spans) != 1 or role in (Role.ORDINAL, Role.NAME):
        return []
    (span,) = cell.spans
    words = span.slice(text)
    pattern = r"[^\n]*\S[^\n]*" if "\n" in words.strip() else r"\S+"
    bare = "\n" in words.strip() or role is Role.UNIT or all(any(c.isdigit() for c in one) for one in words.split())
    pieces = [Span(span.start + one.start(), span.start + one.end()) for one in re.finditer(pattern, words)]
    return [_field(one, text) for one in pieces] if bare and len(pieces) == count else []


def _head(line: Line, roles: Sequence[Role], before: Span, whole: Collection[int], *, text: str) -> tuple[Line, ...]:
    """The row over the items: its number, its name, and the cells of the columns that hold for all of them.

    The name stands in the wider column of names or ``before`` the first item.
    """
    at = roles.index(Role.NAME)
    wide = next((n for n in range(at - 1, -1, -1) if roles[n] is Role.OTHER and line.cells[n].text), None)
    name = _field(before, text)
    name = name if name.text or wide is None else line.cells[wide]
    if not name.text:
        return ()
    cells = [
        name if n == at else cell if n in whole or roles[n] is Role.ORDINAL else Field()
        for n, cell in enumerate(line.cells)
    ]
    beside = (span for n, cell in enumerate(cells) if n > at for span in cell.spans)
    end = name.spans[-1].end
    return (replace(line, cells=tuple(cells), spans=(Span(min(line.spans[0].start, end), end), *beside)),)


def _item(line: Line, number: str, cells: Sequence[Field], spans: Sequence[Span]) -> Line:
    return replace(
        line, ordinal=Ordinal(number, Numbering.DECIMAL), cells=tuple(cells), spans=tuple(dict.fromkeys(spans))
    )


def _spans(line: Line, start: int) -> tuple[Span, ...]:
    """The pieces of a row from one place on."""
    cut = [Span(max(start, span.start), span.end) for span in line.spans if span.end > start]
    return tuple(cut) or line.spans


def _field(span: Span, text: str) -> Field:
    words = span.slice(text)
    start = span.start + len(words) - len(words.lstrip())
    kept = Span(start, start + len(words.strip()))
    return Field(collapse(words), (kept,)) if words.strip() else Field()
