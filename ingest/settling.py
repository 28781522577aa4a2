"""A table whose rows are all known: its columns checked against what the cells hold, and blanks that stand for something filled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns import Role, by_days, by_parts, by_product, by_stretch, by_subject, by_turn, by_values
from ingest.heldcells import carried_down, is_bare, named_once, printed_once, repeated
from ingest.line import Grid, Line, filled
from ingest.numerals import Numbering, Ordinal, read_ordinal
from ingest.plan import Field

_NUMBERED_NAME = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)]\s+\S")  # a row number that opens the name
_NUMBERED_WORD = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]+)? (?:\d{1,2}|[IVX]+|[A-Z])[.:]?")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def settled(grid: Grid) -> Grid:
    """The grid with its roles checked against what the cells hold, and what they say by "nt" or once for several rows in its place."""
    grid = replace(grid, lines=repeated(grid.lines, grid.roles))
    parts = by_parts(grid.roles, grid.headers, _columns(grid))
    if parts != grid.roles:
        grid = _narrowed(grid, parts)
    turns = by_turn(grid.roles, _columns(grid))
    if turns != grid.roles:
        lines = tuple(replace(line, ordinal=read_ordinal(line.cells[0].text)) for line in grid.lines)
        grid = replace(grid, roles=turns, lines=lines)
    days = by_days(grid.roles, grid.headers, _columns(grid))
    if days != grid.roles:
        at = days.index(Role.DUE)
        first = at < days.index(Role.NAME) if Role.NAME in days else True
        grid = replace(grid, roles=days, lines=carried_down(grid.lines, at) if first else grid.lines)
    grid = replace(grid, roles=by_stretch(grid.roles, grid.headers, _columns(grid)))
    roles = by_values(grid.roles, _columns(grid))
    grid = replace(grid, roles=roles, guessed=grid.guessed or roles != grid.roles)
    grid = replace(grid, roles=by_subject(grid.roles, _columns(grid)))
    grid = replace(grid, roles=by_product(grid.roles, grid.headers, _columns(grid)))
    grid = replace(grid, lines=tuple(_titled(line, grid.roles) for line in _counted(grid)))
    grid = replace(grid, lines=printed_once(grid.lines, grid.roles))
    return replace(grid, lines=named_once(grid.lines, grid.roles, grid.headers))


def measures_offices(grid: Grid) -> bool:
    """Whether a table only prints figures of each office ("Đơn vị | Nhà (căn) | Cây xanh"): it states no work of theirs."""
    if {Role.SUPPORT, Role.RESULT, Role.DUE, Role.VALUE} & set(grid.roles) or not {Role.NAME, Role.LEAD} <= set(
        grid.roles
    ):
        return False
    columns = _columns(grid)
    names, offices = columns[grid.roles.index(Role.NAME)], columns[grid.roles.index(Role.LEAD)]
    bare = any(names) and not any(map(_WORDS.search, names))
    return bare and all(map(_WORDS.search, offices)) and len(set(offices)) == len(offices)


def in_name(cells: Sequence[Field], roles: Sequence[Role]) -> Ordinal:
    """The row number that opens its name, in a table without a column for it."""
    named = cells[roles.index(Role.NAME)].text if Role.NAME in roles else ""
    found = _NUMBERED_NAME.match(named)
    return Ordinal(found[1], Numbering.DECIMAL) if found else Ordinal("", Numbering.NONE)


def heads(line: Line, roles: Sequence[Role]) -> bool:
    """Whether a row prints one title in a column that is not that of the names: it heads the rows below it.

    It has a Roman numeral, a capital or a word with a number ("Cụm 1"), or no number and bold letters.
    """
    said = [role for role, cell in zip(roles, line.cells, strict=True) if role is not Role.ORDINAL and cell.text]
    kind = line.ordinal.kind
    numbered = kind in (Numbering.ROMAN, Numbering.CAPITAL) or (kind is Numbering.NONE and line.bold)
    numbered = numbered or (kind is Numbering.WORD and _NUMBERED_WORD.fullmatch(line.ordinal.text) is not None)
    worded = any(_WORDS.search(cell.text) for role, cell in zip(roles, line.cells, strict=True) if role in said)
    return numbered and worded and len(said) == 1 and said[0] is not Role.NAME and Role.NAME in roles


def _titled(line: Line, roles: Sequence[Role]) -> Line:
    """A row that heads others, with its title as its name."""
    if not heads(line, roles):
        return line
    title = next(cell for role, cell in zip(roles, line.cells, strict=True) if role is not Role.ORDINAL and cell.text)
    cells = (
        cell if role is Role.ORDINAL else title if role is Role.NAME else Field()
        for role, cell in zip(roles, line.cells, strict=True)
    )
    return replace(line, cells=tuple(cells))


def _columns(grid: Grid) -> list[list[str]]:
    """What the rows print in each column, those left out that head others."""
    lines = [line for line in grid.lines if not (heads(line, grid.roles) or is_bare(line, grid.roles))]
    return [[line.cells[n].text for line in lines] for n in range(len(grid.roles))]


def _narrowed(grid: Grid, roles: tuple[Role, ...]) -> Grid:
    """The grid with the narrower column of names as the name, the part that each row stands in told again."""
    lines = carried_down(grid.lines, grid.roles.index(Role.NAME))
    if Role.ORDINAL not in roles:
        lines = tuple(replace(line, ordinal=in_name(line.cells, roles)) for line in lines)
    return replace(grid, roles=roles, lines=lines)


def _counted(grid: Grid) -> tuple[Line, ...]:
    """The rows of a table without a column of row numbers; figures that open names below a row without one number none.

    Unless they count from one on: a programme prints the opening and the close without a number.
    """
    rows = [line for line in grid.lines if filled(line, grid.roles) != {Role.NAME}]
    if Role.ORDINAL in grid.roles or not rows or rows[0].ordinal.kind is not Numbering.NONE:
        return grid.lines
    counted = [line.ordinal.text for line in rows if line.ordinal.kind is Numbering.DECIMAL]
    if len(counted) > 1 and counted == [str(n) for n in range(1, len(counted) + 1)]:
        return grid.lines
    return tuple(replace(line, ordinal=rows[0].ordinal) for line in grid.lines)
