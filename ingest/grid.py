"""Annex tables put back together: header found, pages stitched, broken rows joined, flattened tables raised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from ingest.columns import Role, is_header, is_numbering, is_under_header, roles_of
from ingest.cutrows import rejoined
from ingest.document import Cell, Row, Span, Table
from ingest.dues import looks_like_due
from ingest.flattened import raised
from ingest.heldcells import reached, repeated, shared
from ingest.line import Grid, Line, filled, joined, said
from ingest.marks import Level, read_mark
from ingest.markup import collapse, filled_in
from ingest.merged import columns_of
from ingest.numerals import Numbering, Ordinal, heads_ordinals, read_ordinal
from ingest.plan import Field
from ingest.prose import Para, Piece, is_caps
from ingest.settling import heads, in_name, measures_offices, settled
from ingest.subrows import narrowed, parted
from ingest.units import is_collective, starts_like_unit

_OPEN_END = re.compile(r"(?:,|\bvà|[-–/(])$")  # a list of units that is not at its end
_TITLES_AGAIN = 3
"""Titles that a row must share with the header to be that header again."""
_FEWEST_SPANNED = 4  # columns
_LONGEST_HEADING = 160  # characters
_LONGEST_TITLE = 80  # characters of a line in bold that tells one table from the next
_FEWEST_ROWS, _FEWEST_COLUMNS, _MOST = 3, 2, 0.7
"""What a table without row numbers has at least, its titles with it; the share of names and figures in their columns."""
_FIGURE = re.compile(r"[≥≤<>~+-]?\s*\d[\d.,/]*\s*%?")
_YEAR = re.compile(r"20\d\d")
_NOT_LETTERS = re.compile(r"\W")


def _texts(row: Row, text: str) -> list[str]:
    return [collapse(cell.span.slice(text)) for cell in row.cells]


def _field(cell: Cell, text: str) -> Field:
    if cell.row_span == 0:
        return Field()
    words = filled_in(collapse(cell.span.slice(text)))
    return Field(words, (cell.span,)) if words else Field()


def _line(row: Row, roles: Sequence[Role], text: str, above: Sequence[Line] = ()) -> Line:
    """A printed row cut or filled to the width of its table; words beyond the last column belong to the last."""
    width = len(roles)
    cells = _placed(row, roles, text, above) or [_field(cell, text) for cell in row.cells]
    if len(cells) > width:
        cells[width - 1 :] = [joined(*cells[width - 1 :])]
    cells += [Field()] * (width - len(cells))
    cells = _once(_over_both(row, cells, roles), roles)
    at = roles.index(Role.ORDINAL) if Role.ORDINAL in roles else None
    ordinal = read_ordinal(cells[at].text, coded=True) if at is not None else in_name(cells, roles)
    return Line(ordinal, tuple(cells), (row.span,), bold=any(cell.bold for cell in row.cells))


def _over_both(row: Row, cells: list[Field], roles: Sequence[Role]) -> list[Field]:
    """The cells of a row with words that stand over the column of deadlines and one left of it ("Bắt đầu") in both."""
    if not row.complete or Role.DUE not in roles or Role.NAME not in roles or not cells[roles.index(Role.NAME)].text:
        return cells
    due = roles.index(Role.DUE)
    before = range(min(due, len(row.cells)))
    over = (n for n in before if roles[n] is Role.OTHER and n + row.cells[n].col_span > due)
    at = next((n for n in over if cells[n].text and not cells[due].text), None)
    return cells if at is None else [cells[at] if n == due else cell for n, cell in enumerate(cells)]


def _once(cells: list[Field], roles: Sequence[Role]) -> list[Field]:
    """A group's name that an export repeated in each of the columns it spans, left in the column of names alone."""
    words = {cell.text for role, cell in zip(roles, cells, strict=True) if role is not Role.ORDINAL}
    if len(words) > 1 or len(cells) < _FEWEST_SPANNED or Role.NAME not in roles:
        return cells
    kept = (Role.ORDINAL, Role.NAME)
    return [cell if role in kept else Field() for role, cell in zip(roles, cells, strict=True)]


def _placed(row: Row, roles: Sequence[Role], text: str, above: Sequence[Line]) -> list[Field] | None:
    """The cells of a row that merged ones left incomplete, each where it suits best; None where all are known."""
    printed = [field for field in (_field(cell, text) for cell in row.cells) if field.text]
    if row.complete or Role.ORDINAL not in roles or Role.NAME not in roles or len(printed) > len(roles):
        return None
    cells = [Field()] * len(roles)
    words = [one.text for one in printed]
    for column, one in zip(columns_of(words, roles, _seen(words, above)), printed, strict=True):
        cells[column] = one
    return cells


def _seen(cells: Sequence[str], above: Sequence[Line]) -> dict[str, int]:
    """The one column in which the rows above print the very words of a cell, for each cell that has one."""
    columns = {
        words: {n for line in above for n, cell in enumerate(line.cells) if cell.text == words} for words in cells
    }
    return {words: min(found) for words, found in columns.items() if len(found) == 1}


def _header_height(rows: Sequence[Row], text: str) -> int:
    """Number of rows at the top of ``rows`` that are header: 0, 1 or, with merged cells, 2."""
    if not rows or not is_header(_texts(rows[0], text)):
        return 0
    if len(rows) > 1 and is_under_header(_texts(rows[0], text), _texts(rows[1], text)):
        return 2
    merged = len(rows) > 1 and any(cell.row_span > 1 for cell in rows[0].cells)
    return 2 if merged and not any(words[:1].isdigit() for words in _texts(rows[1], text)[:1]) else 1


def _same_header(a: Sequence[str], b: Sequence[str]) -> bool:
    return [_NOT_LETTERS.sub("", t).lower() for t in a] == [_NOT_LETTERS.sub("", t).lower() for t in b]


def _same_columns(grid: Grid, headers: Sequence[str]) -> bool:
    """Whether a header is that of a table again, or prints without what stood over them the titles of its columns."""
    if _same_header(headers, grid.headers):
        return True
    pairs = [(a.lower(), b.lower()) for a, b in zip(headers, grid.headers, strict=False)]
    ends = all(a and b and (a == b or b.endswith(f" {a}") or a.endswith(f" {b}")) for a, b in pairs)
    return ends and len(headers) == len(grid.headers)


def _torn(grid: Grid, rows: Sequence[Row], text: str) -> tuple[str, ...]:
    """The titles of a header whose lower lines a page break tore off: a first row of small letters alone; () where none was."""
    rest = _texts(rows[0], text) if rows else []
    said = [words for words in rest if words]
    if len(rest) != len(grid.headers) or rest[0] or not said or not all(words[0].islower() for words in said):
        return ()
    return tuple(" ".join(filter(None, both)) for both in zip(grid.headers, rest, strict=True))


def _ends_titles(texts: Sequence[str], headers: Sequence[str]) -> bool:
    """Whether a row says nothing but the ends of the titles: the lower lines of a torn header."""
    told = [(one, title) for one, title in zip(texts, headers, strict=False) if one]
    return bool(told) and all(title.lower().endswith(one.lower()) for one, title in told)


def _same_titles(texts: Sequence[str], grid: Grid) -> bool:
    """Whether a row without ordinal prints the header's titles again, one of them worded otherwise ("Nội dung" for "Nhiệm vụ")."""
    told = [(one, title) for one, title in zip(texts, grid.headers, strict=False) if one]
    same = sum(1 for one, title in told if _same_header((one,), (title,)))
    numbered = bool(texts) and bool(texts[0]) and Role.ORDINAL in grid.roles[:1]
    return not numbered and same >= _TITLES_AGAIN and same >= len(told) - 1


@dataclass(slots=True)
class _Stitcher:
    """The logical tables so far; ``broken`` says that something stands between the last row and the next one."""

    text: str
    done: list[Grid] = field(default_factory=list)
    waiting: list[Table] = field(default_factory=list)  # without a header, above the first one
    broken: bool = False
    headed: bool = False  # the row before was the header again
    apart: bool = False  # a numbered heading stands since the last row
    above: Para | None = None  # a short line in bold right over what comes next
    opened: Para | None = None  # what stood so over the first rows of the last table

    def add(self, table: Table) -> None:
        """Carry on the table above, or open a new one where the piece has a header of its own.

        Tables that an export ran together are parted where the next one's header stands.
        """
        for rows in _parted(table.rows, self.text):
            self._add(
                Table(Span(rows[0].span.start, rows[-1].span.end), rows) if len(rows) < len(table.rows) else table
            )

    def _add(self, table: Table) -> None:
        height = _header_height(table.rows, self.text)
        headers = _merged_header(table.rows[:height], self.text) if height else ()
        if not self.done and not height:
            self.waiting.append(table)
            return
        if not height and not self.done[-1].lines and (headers := _torn(self.done[-1], table.rows, self.text)):
            self.done[-1] = replace(self.done[-1], headers=headers, roles=roles_of(headers))
            table = replace(table, rows=table.rows[1:])
        if height and (self.apart or not (self.done and _same_columns(self.done[-1], headers))):
            lowest = [words[-1] if words else "" for words in _header_words(table.rows[:height], self.text)]
            titles = _titles(table.rows[:height], self.text)
            roles = narrowed(roles_of(lowest), lowest, table.rows[height:], self.text)
            self.done.append(Grid(headers, roles, (), table.span, titles=titles))
            self.opened = self.above
        self.headed, self.apart = bool(height), False
        grid = self.done[-1]
        lines = list(grid.lines) or self._unheaded(grid)
        grid = replace(grid, span=Span(lines[0].spans[0].start, grid.span.end)) if lines and not grid.lines else grid
        self.broken = self.broken or bool(lines)
        rows = table.rows[height:]
        if height and lines and self.above and rows:
            self._regroup(grid, lines, _line(rows[0], grid.roles, self.text))
        self.above = None
        for row, below in zip_longest(rows, rows[1:]):
            self._row(grid, lines, row, below)
        self.done[-1] = replace(grid, lines=tuple(lines), span=Span(grid.span.start, table.span.end))

    def _regroup(self, grid: Grid, lines: list[Line], first: Line) -> None:
        """Tell tables of one header whose numbers begin again by the lines in bold over them, as by rows of groups."""
        numbered = next((line for line in lines if line.ordinal.kind is Numbering.DECIMAL), None)
        if numbered is None or numbered.ordinal != first.ordinal or self.above is None:
            return
        if self.opened and not (lines[0].ordinal.kind is Numbering.NONE and lines[0].bold):
            lines.insert(0, _group_line(self.opened, grid.roles))
        lines.append(_group_line(self.above, grid.roles))

    def _unheaded(self, grid: Grid) -> list[Line]:
        """The rows of tables above whose own header was torn or not read, where this one's columns are theirs."""
        lines: list[Line] = []
        waiting, self.waiting = self.waiting, []
        for table in waiting:
            rows = [row for row in table.rows if not _ends_titles(_texts(row, self.text), grid.headers)]
            numbered = any(_line(row, grid.roles, self.text).ordinal.kind is Numbering.DECIMAL for row in rows)
            if all(len(row.cells) == len(grid.headers) for row in rows) and (numbered or lines):
                self.broken = bool(lines)
                for row in rows:
                    self._row(grid, lines, row)
        return lines

    def _row(self, grid: Grid, lines: list[Line], row: Row, below: Row | None = None) -> None:
        texts = _texts(row, self.text)
        numbers = is_numbering(texts) and (not lines or self.headed)
        self.headed = _same_columns(grid, texts) or _same_titles(texts, grid)
        if self.headed or numbers or not any(texts):
            self.broken = True
            return
        line = _line(row, grid.roles, self.text, lines)
        if lines and not row.complete and below is not None:
            after = _line(below, grid.roles, self.text).ordinal
            line = shared(line, lines[-1], after, grid.roles)
        for one in parted(line, row, lines[-1] if lines else None, grid.roles, text=self.text):
            whole = reached(one, row, lines[-1] if lines else None, grid.roles, text=self.text)
            _add(lines, replace(whole, after_break=self.broken), grid.roles)
            self.broken = False


def _parted(rows: tuple[Row, ...], text: str) -> Iterator[tuple[Row, ...]]:
    """The rows, cut before each that is a header with a title for row numbers below rows of another table."""
    start = 0
    for at in range(1, len(rows)):
        texts = _texts(rows[at], text)
        if texts and heads_ordinals(texts[0]) and is_header(texts) and at - start > 1:
            yield rows[start:at]
            start = at
    if rows[start:]:
        yield rows[start:]


def grids(found: Sequence[Piece], text: str) -> list[Grid]:
    """Every logical table among the pieces of one annex (or of the body), in document order."""
    stitcher = _Stitcher(text)
    for piece in raised(found):
        if isinstance(piece, Table):
            stitcher.add(piece)
        else:
            stitcher.broken = True
            if isinstance(piece, Para):
                stitcher.above = piece if piece.bold and len(piece.text) < _LONGEST_TITLE else None
            stitcher.apart = stitcher.apart or _is_heading(piece)
    whole = (replace(grid, lines=rejoined(grid.lines, grid.roles)) for grid in stitcher.done if grid.lines)
    return [one for one in map(settled, whole) if not measures_offices(one)]


def _group_line(para: Para, roles: Sequence[Role]) -> Line:
    """A line in bold over a table, as the row of a group in it."""
    cells = tuple(Field(para.text, (para.span,)) if role is Role.NAME else Field() for role in roles)
    return Line(Ordinal("", Numbering.NONE), cells, (para.span,), bold=True)


def _is_heading(piece: Piece) -> bool:
    """Whether a piece between tables is a numbered heading, which parts them though they have one header."""
    mark = read_mark(piece.text) if isinstance(piece, Para) else None
    return mark is not None and mark.level is not Level.BULLET and len(mark.rest) < _LONGEST_HEADING


def _merged_header(rows: Sequence[Row], text: str) -> tuple[str, ...]:
    return tuple(" ".join(words) for words in _header_words(rows, text))


def _titles(rows: Sequence[Row], text: str) -> tuple[Field, ...]:
    columns = zip_longest(*([_field(cell, text) for cell in row.cells] for row in rows), fillvalue=Field())
    return tuple(next((one for one in reversed(column) if one.text), Field()) for column in columns)


def _header_words(rows: Sequence[Row], text: str) -> list[tuple[str, ...]]:
    """What the header prints over each column, from the top down, nothing twice; words over several columns are of each."""
    above = [_spread(row, below, text) for row, below in pairwise(rows)]
    columns = zip_longest(*above, *(_texts(row, text) for row in rows[-1:]), fillvalue="")
    return [tuple(dict.fromkeys(word for word in column if word)) for column in columns]


def _spread(row: Row, below: Row, text: str) -> list[str]:
    """The titles of a row with those of merged cells in each column under them that the row below titles."""
    titles = _texts(row, text)
    parted = _texts(below, text)
    for at, cell in enumerate(row.cells):
        for column in range(at + 1, min(at + cell.col_span, len(titles))):
            titles[column] = titles[column] or (titles[at] if parted[column : column + 1] != [""] else "")
    return titles


def _add(lines: list[Line], line: Line, roles: Sequence[Role]) -> None:
    """Append a row, or join it to the row above when it only carries that one on."""
    if lines and _carries_on(lines[-1], line, roles):
        above = lines[-1]
        cells = tuple(joined(a, b) for a, b in zip(above.cells, line.cells, strict=True))
        lines[-1] = replace(above, cells=cells, spans=above.spans + line.spans)
    else:
        lines.append(line)


def _carries_on(above: Line, line: Line, roles: Sequence[Role]) -> bool:
    if line.ordinal.kind is not Numbering.NONE or Role.ORDINAL not in roles or heads(line, roles):
        return False
    name = said(line, roles, Role.NAME)
    if not name or name[0].islower() or name[0] in ",;.)":
        return True
    if _listing(above, line, roles) or _bracketed_rest(above, line, roles):
        return True
    if not line.after_break:
        return False
    if any(_OPEN_END.search(said(above, roles, role)) for role in (Role.LEAD, Role.SUPPORT)):
        return True
    lead = said(line, roles, Role.LEAD)
    led = starts_like_unit(lead) or is_collective(lead)
    timed = Role.DUE not in roles or looks_like_due(said(line, roles, Role.DUE))
    heading = line.bold and not above.bold and filled(line, roles) == {Role.NAME}
    return not (led and timed) and not heading


def _listing(above: Line, line: Line, roles: Sequence[Role]) -> bool:
    """Whether the name above ends inside a list and the row says nothing of its own but the next words of it."""
    ends = said(above, roles, Role.NAME)[-1:] in {";", ","} and not line.bold
    words = [line.cells[n].text for n, role in enumerate(roles) if role not in (Role.NAME, Role.ORDINAL)]
    return ends and not is_caps(said(line, roles, Role.NAME)) and all(not said or said[0].islower() for said in words)


def _bracketed_rest(above: Line, line: Line, roles: Sequence[Role]) -> bool:
    """Whether a name in brackets stands in a row whose other words go on small, each with those above it in its column."""
    pairs = [(up.text, one.text) for up, one in zip(above.cells, line.cells, strict=True) if one.text]
    rest = [(up, words) for up, words in pairs if words != said(line, roles, Role.NAME)]
    return (
        bool(rest) and said(line, roles, Role.NAME)[:1] == "(" and all(up and words[0].islower() for up, words in rest)
    )


def plain_grid(table: Table, text: str) -> Grid | None:
    """A table whose header names no task or target: its rows, numbered ones or such that names head, and what they print.

    None where neither row numbers nor figures under titles show that it lists anything.
    """
    rows = table.rows
    numbered = bool(rows) and heads_ordinals(_texts(rows[0], text)[0])
    if not numbered and not _tabulates(rows, text):
        return None
    height = 2 if any(cell.row_span > 1 for cell in rows[0].cells) and len(rows) > 1 else 1
    headers = _merged_header(rows[:height], text)
    width = max(len(headers), 2)
    roles = (*[Role.ORDINAL] * numbered, Role.NAME, *[Role.OTHER] * width)[:width]
    lines: list[Line] = []
    for line in (_line(row, roles, text) for row in rows[height:] if any(_texts(row, text))):
        goes_on = bool(lines) and line.ordinal.kind is Numbering.NONE and filled(line, roles) <= {Role.NAME}
        if goes_on and not line.bold and bool(filled(lines[-1], roles) - {Role.NAME}):
            lines[-1] = replace(lines[-1], spans=lines[-1].spans + line.spans)
        else:
            lines.append(line)
    return Grid(headers, roles, repeated(lines, roles), table.span) if lines else None


def _tabulates(rows: Sequence[Row], text: str) -> bool:
    """Whether titles stand over names and figures: words in each cell of the first row, a column of figures right of the names."""
    if len(rows) < _FEWEST_ROWS or len(rows[0].cells) < _FEWEST_COLUMNS:
        return False
    titles, *others = (_texts(row, text) for row in rows)
    even = all(len(row) == len(titles) for row in others)
    if (
        not even
        or not all(any(map(str.isalpha, one)) or _YEAR.fullmatch(one) for one in titles)
        or _is_figure(titles[0])
    ):
        return False
    first, *columns = zip(*others, strict=True)
    named = sum(bool(one) and not _is_figure(one) for one in first) > _MOST * len(first)
    return named and any(sum(map(_is_figure, column)) > _MOST * len(column) for column in columns)


def _is_figure(words: str) -> bool:
    return _FIGURE.fullmatch(words) is not None
