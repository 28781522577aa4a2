"""Rows that share cells with the rows above them: merged cells reach down, a calendar prints a day once, "nt" says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns import Role
from ingest.document import Row
from ingest.line import Line, filled, said
from ingest.markup import collapse
from ingest.numerals import Numbering, Ordinal
from ingest.plan import Field

_SAME = re.compile(
    r"""[-–—(\s.]*(?:n\.?t\.?|như (?:dòng |mục |ở )?trên|tương tự(?: như)? trên|"|”|''|″|〃|//)[-–—)\s.]*""",
    re.IGNORECASE,
)
"""What a cell prints for "as above"."""
_COUNTED = frozenset({Numbering.DECIMAL, Numbering.DASH, Numbering.LETTER})


def reached(line: Line, row: Row, above: Line | None, roles: Sequence[Role], *, text: str) -> Line:
    """A row with what merged cells of the rows above print for it too, where it has a name and more of its own.

    A row number and a name that reach down make no second row.
    """
    if above is None or not (filled(line, roles) > {Role.NAME} or _shares_all(line, row, roles)):
        return line
    cells, spans = list(line.cells), list(line.spans)
    for column, role in enumerate(roles):
        if role in (Role.ORDINAL, Role.NAME) or cells[column].text:
            continue
        held = row.cells[column] if row.complete and column < len(row.cells) else None
        words = collapse(held.span.slice(text)) if held is not None and held.row_span == 0 else ""
        if held is not None and words:
            cells[column] = Field(words, (held.span,))
        elif held is not None and held.row_span == 0:
            cells[column] = above.cells[column]  # its words stand on the page before
        elif not row.complete:
            cells[column] = above.cells[column]
        spans += [span for span in cells[column].spans if span not in spans]
    within = _shares_number(line, row, above, roles, led=any(a is b for a, b in zip(cells, above.cells, strict=True)))
    return replace(line, cells=tuple(cells), spans=tuple(spans), within=within)


def shared(line: Line, above: Line, after: Ordinal, roles: Sequence[Role]) -> Line:
    """A numbered row that prints its name alone between its neighbours in number, with what merged cells above print.

    It heads no rows of its own, since the next number follows it.
    """
    bare = filled(line, roles) == {Role.NAME} and filled(above, roles) > {Role.NAME}
    numbers = [one.text for one in (above.ordinal, line.ordinal, after)]
    if not bare or not all(map(str.isdecimal, numbers)) or [int(n) - int(numbers[0]) for n in numbers] != [0, 1, 2]:
        return line
    kept = (Role.ORDINAL, Role.NAME)
    cells = tuple(own if role in kept else up for role, own, up in zip(roles, line.cells, above.cells, strict=True))
    spans = (*line.spans, *(s for cell in cells for s in cell.spans if not any(s in own.spans for own in line.cells)))
    return replace(line, cells=cells, spans=tuple(dict.fromkeys(spans)))


def _shares_number(line: Line, row: Row, above: Line, roles: Sequence[Role], *, led: bool) -> bool:
    """Whether a row without a number stands in the merged number of the row above, their names items of one list."""
    listed = all(said(one, roles, Role.NAME).startswith(("-", "–")) for one in (above, line))
    if line.ordinal.kind is not Numbering.NONE or Role.ORDINAL not in roles or not listed:
        return False
    numbered = above.within or above.ordinal.kind is Numbering.DECIMAL
    at = roles.index(Role.ORDINAL)
    return numbered and (row.cells[at].row_span == 0 if row.complete else led)


def _shares_all(line: Line, row: Row, roles: Sequence[Role]) -> bool:
    """Whether a numbered row prints its name alone and merged cells of a row above reach down over all its others."""
    if not row.complete or filled(line, roles) != {Role.NAME} or line.ordinal.kind not in _COUNTED:
        return False
    others = [cell for role, cell in zip(roles, row.cells, strict=False) if role not in (Role.ORDINAL, Role.NAME)]
    return bool(others) and any(cell.row_span == 0 for cell in others)


def carried_down(lines: Sequence[Line], at: int, roles: Sequence[Role] = ()) -> tuple[Line, ...]:
    """The rows of a calendar, those that leave out the day with the one above them; headings keep none."""
    found: list[Line] = []
    for line in lines:
        cells = list(line.cells)
        heads = bool(roles) and filled(line, roles) == {Role.NAME}
        if found and not cells[at].text and not heads:
            cells[at] = found[-1].cells[at]
        spans = (*line.spans, *(span for span in cells[at].spans if span not in line.spans))
        found.append(replace(line, cells=tuple(cells), spans=spans))
    return tuple(found)


def repeated(lines: Sequence[Line], roles: Sequence[Role]) -> tuple[Line, ...]:
    """The rows, each cell that only says "nt" or "như trên" with what the last one above it in its column prints."""
    found: list[Line] = []
    last: dict[int, Field] = {}
    for line in lines:
        cells, spans = list(line.cells), list(line.spans)
        for column, role in enumerate(roles):
            if role in (Role.ORDINAL, Role.NAME):
                continue
            if column in last and _SAME.fullmatch(cells[column].text):
                cells[column] = last[column]
                spans += [span for span in last[column].spans if span not in spans]
            elif cells[column].text:
                last[column] = cells[column]
        found.append(line if cells == list(line.cells) else replace(line, cells=tuple(cells), spans=tuple(spans)))
    return tuple(found)
