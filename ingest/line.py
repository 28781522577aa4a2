"""Rows and tables as they are meant: one line for each thing that a table lists, one field for each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.columns import Role
from ingest.document import Span
from ingest.numerals import Ordinal
from ingest.plan import Field


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


@dataclass(frozen=True, slots=True)
class Grid:
    """One logical table; ``roles`` and ``headers`` have one entry for each column, and so have ``titles`` where there are any.

    A title is the lowest of what the header prints over a column.

    ``guessed`` says that its header did not tell the columns: what their cells hold did, or the order of bare lines.
    """

    headers: tuple[str, ...]
    roles: tuple[Role, ...]
    lines: tuple[Line, ...]
    span: Span
    guessed: bool = False
    titles: tuple[Field, ...] = ()

    def column(self, role: Role) -> int | None:
        """The column that has this role, None when no column has it."""
        return self.roles.index(role) if role in self.roles else None


def said(line: Line, roles: Sequence[Role], role: Role) -> str:
    return line.cells[roles.index(role)].text if role in roles else ""


def filled(line: Line, roles: Sequence[Role]) -> set[Role]:
    """The roles, other than the ordinal, whose cell prints something ("-" prints nothing)."""
    return {
        role
        for role, cell in zip(roles, line.cells, strict=True)
        if role is not Role.ORDINAL and cell.text.strip(" -–.")
    }


def joined(*fields: Field) -> Field:
    kept = [item for item in fields if item.text]
    return Field(" ".join(item.text for item in kept), tuple(span for item in kept for span in item.spans))
