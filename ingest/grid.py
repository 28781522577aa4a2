"""Annex tables put back together: header found, pages stitched, broken rows joined, flattened tables raised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.columns import Role, by_values, is_header, is_numbering, roles_of
from ingest.document import Cell, Row, Span, Table
from ingest.dues import looks_like_due
from ingest.markup import collapse
from ingest.numerals import Numbering, Ordinal, read_ordinal
from ingest.plan import Field
from ingest.prose import Para, Piece
from ingest.units import is_collective, starts_like_unit


@dataclass(frozen=True, slots=True)
class Line:
    """One logical row: its ordinal, one Field for each column, and the printed pieces it stands on."""

    ordinal: Ordinal
    cells: tuple[Field, ...]
    spans: tuple[Span, ...]
    bold: bool = False
    after_break: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One logical table; ``roles`` and ``headers`` have one entry for each column."""

    headers: tuple[str, ...]
    roles: tuple[Role, ...]
    lines: tuple[Line, ...]
    span: Span

    def column(self, role: Role) -> int | None:
        """The column that has this role, None when no column has it."""
        return self.roles.index(role) if role in self.roles else None


def _texts(row: Row, text: str) -> list[str]:
    return [collapse(cell.span.slice(text)) for cell in row.cells]


def _field(cell: Cell, text: str) -> Field:
    words = collapse(cell.span.slice(text))
    return Field(words, (cell.span,)) if words else Field()


def _line(row: Row, roles: Sequence[Role], text: str, after_break: bool) -> Line:
    cells = [_field(cell, text) for cell in row.cells]
    width = len(roles)
    if len(cells) > width:
        spare = [cell for cell in cells[width:] if cell.text]
        cells = cells[:width]
        if spare:
            cells[-1] = _join(cells[-1], *spare)
    cells += [Field()] * (width - len(cells))
    at = roles.index(Role.ORDINAL) if Role.ORDINAL in roles else None
    ordinal = read_ordinal(cells[at].text) if at is not None else Ordinal("", Numbering.NONE)
    bold = any(cell.bold for cell in row.cells)
    return Line(ordinal, tuple(cells), (row.span,), bold, after_break)


def _join(*fields: Field) -> Field:
    kept = [item for item in fields if item.text]
    return Field(" ".join(item.text for item in kept), tuple(span for item in kept for span in item.spans))


def _header_height(rows: Sequence[Row], text: str) -> int:
    """Number of rows at the top of ``rows`` that are header: 0, 1 or, with merged cells, 2."""
    if not rows or not is_header(_texts(rows[0], text)):
        return 0
    if (
        len(rows) > 1
        and any(cell.row_span > 1 for cell in rows[0].cells)
        and not any(t[:1].isdigit() for t in _texts(rows[1], text)[:1])
    ):
        return 2
    return 1


def _same_header(a: Sequence[str], b: Sequence[str]) -> bool:
    return [re.sub(r"\W", "", t).lower() for t in a] == [re.sub(r"\W", "", t).lower() for t in b]


def grids(found: Sequence[Piece], text: str) -> list[Grid]:
    """Every logical table among the pieces of one annex (or of the body), in document order."""
    done: list[Grid] = []
    broken = False
    for piece in _raised(found, text):
        if not isinstance(piece, Table):
            broken = True
            continue
        rows = list(piece.rows)
        height = _header_height(rows, text)
        headers = _merged_header(rows[:height], text) if height else ()
        if not done and not height:
            continue
        if height and not (done and _same_header(headers, done[-1].headers)):
            done.append(Grid(tuple(headers), roles_of(headers), (), piece.span))
        grid = done[-1]
        lines = list(grid.lines)
        for number, row in enumerate(rows[height:]):
            texts = _texts(row, text)
            if _same_header(texts, grid.headers) or not any(texts) or (not lines and is_numbering(texts)):
                broken = True
                continue
            _add(lines, _line(row, grid.roles, text, broken or (number == 0 and bool(lines))), grid.roles)
            broken = False
        done[-1] = replace(grid, lines=tuple(lines), span=Span(grid.span.start, piece.span.end))
    return [_settled(grid) for grid in done if grid.lines]


def _settled(grid: Grid) -> Grid:
    """The grid with its roles checked against what the cells hold."""
    columns = [[line.cells[n].text for line in grid.lines] for n in range(len(grid.roles))]
    return replace(grid, roles=by_values(grid.roles, columns))


def _merged_header(rows: Sequence[Row], text: str) -> list[str]:
    columns = zip(*(_texts(row, text) for row in rows), strict=False)
    return [" ".join(dict.fromkeys(word for word in column if word)) for column in columns]


def _add(lines: list[Line], line: Line, roles: Sequence[Role]) -> None:
    """Append a row, or join it to the row above when it only carries that one on."""
    if lines and _carries_on(lines[-1], line, roles):
        above = lines[-1]
        cells = tuple(_join(a, b) for a, b in zip(above.cells, line.cells, strict=True))
        lines[-1] = replace(above, cells=cells, spans=above.spans + line.spans)
    else:
        lines.append(line)


def _get(line: Line, roles: Sequence[Role], role: Role) -> str:
    return line.cells[roles.index(role)].text if role in roles else ""


def filled(line: Line, roles: Sequence[Role]) -> set[Role]:
    """The roles, other than the ordinal, whose cell prints something ("-" prints nothing)."""
    return {
        role
        for role, cell in zip(roles, line.cells, strict=True)
        if role is not Role.ORDINAL and cell.text.strip(" -–.")
    }


def _carries_on(above: Line, line: Line, roles: Sequence[Role]) -> bool:
    if line.ordinal.kind is not Numbering.NONE or Role.ORDINAL not in roles:
        return False
    name = _get(line, roles, Role.NAME)
    if not name:
        return True
    if name[0].islower() or name[0] in ",;.)":
        return True
    if not line.after_break:
        return False
    due, lead = _get(line, roles, Role.DUE), _get(line, roles, Role.LEAD)
    whole = (
        bool(lead)
        and (starts_like_unit(lead) or is_collective(lead))
        and (Role.DUE not in roles or looks_like_due(due))
    )
    only_name = filled(line, roles) == {Role.NAME}
    return not whole and not (only_name and line.bold and not above.bold)


def _raised(found: Sequence[Piece], text: str) -> Iterator[Piece]:
    """Give back the pieces with every table that was typed one cell a line raised to a Table."""
    at = 0
    while at < len(found):
        piece = found[at]
        header = _flat_header(found, at, text) if isinstance(piece, Para) else 0
        if not header:
            yield piece
            at += 1
            continue
        end = at
        while end < len(found) and not isinstance(found[end], Table):
            end += 1
        run = [item for item in found[at:end] if isinstance(item, Para)]
        yield _raise_table(run, header, text)
        at = end


def _flat_header(found: Sequence[Piece], at: int, text: str) -> int:
    """How many paragraphs from ``at`` on are column titles typed one a line; 0 when they are not."""
    first = found[at]
    if not isinstance(first, Para) or not re.fullmatch(r"S?TT|Số TT|Stt|Tt", first.text):
        return 0
    for width in range(9, 2, -1):
        run = found[at : at + width + 1]
        paras = [item for item in run if isinstance(item, Para)]
        if len(paras) == len(run) == width + 1 and is_header([p.text for p in paras[:width]]):
            after = read_ordinal(paras[width].text)
            if after.kind in (Numbering.DECIMAL, Numbering.ROMAN, Numbering.CAPITAL):
                return width
    return 0


def _follows(ordinal: Ordinal, last: Ordinal | None) -> bool:
    """Whether ``ordinal`` can be the row number after ``last`` (so that a lone figure in a cell is no row)."""
    if ordinal.kind in (Numbering.ROMAN, Numbering.CAPITAL):
        return True
    if ordinal.kind is not Numbering.DECIMAL:
        return False
    if last is None or ordinal.text in ("1",):
        return True
    parts, before = [int(p) for p in ordinal.text.split(".")], [int(p) for p in last.text.split(".")]
    shared = min(len(parts), len(before))
    nested = len(parts) == len(before) + 1 and parts[:-1] == before and parts[-1] == 1
    return nested or (
        parts[: shared - 1] == before[: shared - 1]
        and parts[shared - 1] == before[shared - 1] + 1
        and len(parts) <= len(before)
    )


def _raise_table(run: Sequence[Para], width: int, text: str) -> Table:
    header = [Cell(para.span, para.bold) for para in run[:width]]
    roles = roles_of([para.text for para in run[:width]])
    groups: list[list[Para]] = []
    last: Ordinal | None = None
    for para in run[width:]:
        ordinal = read_ordinal(para.text)
        if _follows(ordinal, last) and not (groups and len(groups[-1]) == 1):
            groups.append([para])
            last = ordinal if ordinal.kind is Numbering.DECIMAL else last
        elif groups:
            groups[-1].append(para)
    rows = [Row(Span(run[0].span.start, run[width - 1].span.end), tuple(header))]
    for group in groups:
        cells = _align(group[1:], roles[1:], text)
        rows.append(Row(Span(group[0].span.start, group[-1].span.end), (Cell(group[0].span, group[0].bold), *cells)))
    return Table(Span(rows[0].span.start, rows[-1].span.end), tuple(rows))


def _fit(para: Para, role: Role) -> float:
    """How well one typed line suits a column of this role."""
    due, unit = looks_like_due(para.text), starts_like_unit(para.text)
    if role is Role.DUE:
        return 2.0 if due else -1.0
    if role in (Role.LEAD, Role.SUPPORT):
        return 1.0 if unit else (-1.0 if due else -0.3)
    if role is Role.NAME:
        return 0.5 if not due and len(para.text) > 25 else 0.0
    return -0.2 if due else 0.1


def _align(lines: Sequence[Para], roles: Sequence[Role], text: str) -> list[Cell]:
    """Put typed lines into columns, in order: one each where they match in number, else the best-suited places."""
    empty = Cell(Span(lines[0].span.start, lines[0].span.start) if lines else Span(0, 0))
    if len(lines) == len(roles):
        return [Cell(line.span, line.bold) for line in lines]
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for number, line in enumerate(lines):
        for column, role in enumerate(roles):
            options = [
                (score + _fit(line, role) - 0.6 * (before == column and number > 0), (*path, column))
                for before in range(column + 1)
                if (held := best.get((number, before)))
                and (score := held[0]) is not None
                and (path := held[1]) is not None
            ]
            if options and (number > 0 or column == 0):
                best[number + 1, column] = max(options)
    ends = [best[len(lines), column] for column in range(len(roles)) if (len(lines), column) in best]
    path = max(ends)[1] if ends else ()
    cells = [empty] * len(roles)
    for line, column in zip(lines, path, strict=False):
        held_cell = cells[column]
        start = line.span.start if held_cell is empty else held_cell.span.start
        cells[column] = Cell(Span(start, line.span.end), line.bold)
    return cells
