"""Rows as printed, read into one field for each column: torn cells placed, merged ones shared, the row number found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.columns import Role
from ingest.document import Cell, Row, Span
from ingest.markup import collapse
from ingest.merged import columns_of
from ingest.numerals import Numbering, Ordinal, read_ordinal
from ingest.plan import Field

_FEWEST_SPANNED = 4  # columns
_NUMBERED_NAME = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)]\s+\S")  # a row number that opens the name
_COUNTED = frozenset({Numbering.DECIMAL, Numbering.DASH, Numbering.LETTER})


@dataclass(frozen=True, slots=True)
class Line:
    """One logical row: its ordinal, one Field for each column, and the printed pieces it stands on.

    ``within`` says that a merged row number reaches down to it and that both names are printed with a dash: it is a
    further item of the numbered row above.
    """

    ordinal: Ordinal
    cells: tuple[Field, ...]
    spans: tuple[Span, ...]
    bold: bool = False
    after_break: bool = False
    within: bool = False


def texts_of(row: Row, text: str) -> list[str]:
    """The words of each cell of a printed row, white space collapsed."""
    return [collapse(cell.span.slice(text)) for cell in row.cells]


def field_of(cell: Cell, text: str) -> Field:
    """What a cell prints; empty where a merged cell above reaches down to it."""
    if cell.row_span == 0:
        return Field()
    words = collapse(cell.span.slice(text))
    return Field(words, (cell.span,)) if words else Field()


def line_of(row: Row, roles: Sequence[Role], text: str) -> Line:
    """A printed row cut or filled to the width of its table; words beyond the last column belong to the last."""
    width = len(roles)
    cells = _placed(row, roles, text) or [field_of(cell, text) for cell in row.cells]
    if len(cells) > width:
        cells[width - 1 :] = [joined(*cells[width - 1 :])]
    cells += [Field()] * (width - len(cells))
    cells = _once(cells, roles)
    at = roles.index(Role.ORDINAL) if Role.ORDINAL in roles else None
    ordinal = read_ordinal(cells[at].text) if at is not None else _in_name(cells, roles)
    return Line(ordinal, tuple(cells), (row.span,), bold=any(cell.bold for cell in row.cells))


def _in_name(cells: Sequence[Field], roles: Sequence[Role]) -> Ordinal:
    """The row number that opens its name, in a table without a column for it."""
    named = cells[roles.index(Role.NAME)].text if Role.NAME in roles else ""
    found = _NUMBERED_NAME.match(named)
    return Ordinal(found[1], Numbering.DECIMAL) if found else Ordinal("", Numbering.NONE)


def _once(cells: list[Field], roles: Sequence[Role]) -> list[Field]:
    """A group's name that an export repeated in each of the columns it spans, left in the column of names alone."""
    words = {cell.text for role, cell in zip(roles, cells, strict=True) if role is not Role.ORDINAL}
    if len(words) > 1 or len(cells) < _FEWEST_SPANNED or Role.NAME not in roles:
        return cells
    kept = (Role.ORDINAL, Role.NAME)
    return [cell if role in kept else Field() for role, cell in zip(roles, cells, strict=True)]


def _placed(row: Row, roles: Sequence[Role], text: str) -> list[Field] | None:
    """The cells of a row that merged ones left incomplete, each where it suits best; None where all are known."""
    printed = [field for field in (field_of(cell, text) for cell in row.cells) if field.text]
    if row.complete or Role.ORDINAL not in roles or Role.NAME not in roles or len(printed) > len(roles):
        return None
    cells = [Field()] * len(roles)
    for column, one in zip(columns_of([one.text for one in printed], roles), printed, strict=True):
        cells[column] = one
    return cells


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


def _shares_number(line: Line, row: Row, above: Line, roles: Sequence[Role], *, led: bool) -> bool:
    """Whether a row without a number stands in the merged number of the row above, their names items of one list."""
    listed = all(text_in(one, roles, Role.NAME).startswith(("-", "–")) for one in (above, line))
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


def joined(*fields: Field) -> Field:
    """The fields that print something as one."""
    kept = [item for item in fields if item.text]
    return Field(" ".join(item.text for item in kept), tuple(span for item in kept for span in item.spans))


def text_in(line: Line, roles: Sequence[Role], role: Role) -> str:
    """What the row prints in the column of ``role``; "" where no column has it."""
    return line.cells[roles.index(role)].text if role in roles else ""


def filled(line: Line, roles: Sequence[Role]) -> set[Role]:
    """The roles, other than the ordinal, whose cell prints something ("-" prints nothing)."""
    return {
        role
        for role, cell in zip(roles, line.cells, strict=True)
        if role is not Role.ORDINAL and cell.text.strip(" -–.")
    }
