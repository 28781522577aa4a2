"""Tables that an export flattened to one cell a line, raised to tables again."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ingest.columns import Role, is_header, is_numbering, roles_of
from ingest.document import Cell, PageBreak, Row, Span, Table
from ingest.dues import looks_like_due
from ingest.marks import Level, read_mark
from ingest.merged import suits
from ingest.numerals import Numbering, Ordinal, heads_ordinals, read_ordinal
from ingest.prose import Para, Piece, is_caps
from ingest.units import starts_like_unit

_ROW_NUMBERS = frozenset({Numbering.DECIMAL, Numbering.ROMAN, Numbering.CAPITAL})
_OPEN = re.compile(  # ends no cell
    r"[(–-]$|(?:^|\s)(?:và|của|với|các|[Ss]ở|[Bb]an|[Pp]hòng|UBND|[Vv]ăn phòng|xã|phường|huyện|tỉnh|thành phố|Công an)$"
)
_FIGURES = re.compile(r"\d{1,3}")
_WIDEST = 9  # columns
_SHARING = 0.6  # what it costs to put two lines into one cell


def raised(found: Sequence[Piece]) -> Iterator[Piece]:
    """Give back the pieces, each run of lines that is a flattened table as one Table."""
    at = 0
    while at < len(found):
        width = _header_width(found[at : at + 2 * _WIDEST]) if isinstance(found[at], Para) else 0
        if not width:
            yield found[at]
            at += 1
            continue
        end = next((n for n in range(at, len(found)) if isinstance(found[n], Table)), len(found))
        end = _end(found, at, end)
        yield _table([item for item in found[at:end] if isinstance(item, Para)], width)
        at = end


def _end(found: Sequence[Piece], at: int, end: int) -> int:
    """Where a flattened table ends: at a heading in capitals with words of its own that no further row stands below."""
    for n in range(end - 1, at, -1):
        piece = found[n]
        if not isinstance(piece, Para):
            continue
        if read_ordinal(piece.text).kind in _ROW_NUMBERS:
            return end
        mark = read_mark(piece.text)
        if mark is not None and mark.level is Level.ROMAN and is_caps(mark.rest):
            end = n
    return end


def _header_width(found: Sequence[Piece]) -> int:
    """How many of the first pieces are column titles with a row number after them; 0 when they are not."""
    lines: list[str] = []
    for item in found:
        if isinstance(item, PageBreak):
            continue
        if not isinstance(item, Para):
            break
        lines.append(item.text)
    if not lines or not heads_ordinals(lines[0]):
        return 0
    width = next((n for n, line in enumerate(lines) if n and read_ordinal(line).kind in _ROW_NUMBERS), 0)
    return width if width > 2 and is_header(lines[:width]) else 0


def _table(run: Sequence[Para], width: int) -> Table:
    """The lines of a flattened table, of which the first ``width`` are its header; a row that a page breaks is two."""
    header = run[:width]
    roles = roles_of([para.text for para in header])
    rows = [_row(header, [Cell(para.span, para.bold) for para in header[1:]])]
    lines, turns = _under_headers(run, width, roles)
    for row in _lines_by_row(lines):
        over = len(_whole(row[1:])) >= width and _FIGURES.fullmatch(row[-1].text)
        rows.extend(_printed(row[:-1] if over else row, roles, turns))
    return Table(Span(rows[0].span.start, rows[-1].span.end), tuple(rows))


def _under_headers(run: Sequence[Para], width: int, roles: Sequence[Role]) -> tuple[list[Para], list[int]]:
    """The lines under the header, each time that a page prints it, and where it stands again.

    The numbers of the columns are left out, and the number of the page over a header that is printed again.
    """
    titles = [para.text.casefold() for para in run[:width]]
    starts = [n for n in range(len(run)) if [para.text.casefold() for para in run[n : n + width]] == titles]
    lines: list[Para] = []
    for start, end in pairwise([*starts, len(run)]):
        page = run[start + width : end]
        page = page[width:] if is_numbering([para.text for para in page[:width]]) else page
        if lines and _is_foot(lines, page, roles):
            lines.pop()
        lines.extend(page)
    return lines, [run[start].span.start for start in starts]


def _is_foot(lines: Sequence[Para], below: Sequence[Para], roles: Sequence[Role]) -> bool:
    """Whether the last line of a page is the page's number: no row's number with its row below, no cell of the last column."""
    if not _FIGURES.fullmatch(lines[-1].text):
        return False
    rows = _lines_by_row(lines[:-1])
    number, last = read_ordinal(lines[-1].text), _last_number(rows)
    full = bool(rows) and len(rows[-1]) >= len(roles)
    if _follows(number, last) and not (below and _follows(read_ordinal(below[0].text), last)):
        return not full
    return full or suits(lines[-1].text, roles[-1]) < 0


def _last_number(rows: Sequence[Sequence[Para]]) -> Ordinal | None:
    numbers = (read_ordinal(row[0].text) for row in reversed(rows))
    return next((number for number in numbers if number.kind is Numbering.DECIMAL), None)


def _printed(row: Sequence[Para], roles: Sequence[Role], turns: Sequence[int]) -> Iterator[Row]:
    """A row as it is printed: in as many pieces as pages hold lines of it, the number in the first."""
    cells = [Cell(row[0].span, row[0].bold), *_align(row[1:], roles[1:])]
    pages = [[para.span for para in page] for _, page in groupby(row, lambda para: bisect(turns, para.span.start))]
    torn = len(pages) > 1 and len(pages[0]) == 1  # a number alone is no piece of its row
    for page in pages[torn:]:
        whole = Span(page[0].start, page[-1].end)
        parts = [replace(cell, span=_within(cell.span, whole)) for cell in cells]
        yield Row(whole, tuple(cells[:1] + parts[1:] if torn and page is pages[1] else parts))


def _within(span: Span, page: Span) -> Span:
    return (
        Span(max(span.start, page.start), min(span.end, page.end)) if span.overlaps(page) else Span(*[page.start] * 2)
    )


def _row(lines: Sequence[Para], cells: Sequence[Cell]) -> Row:
    """A row of its ordinal's line and the cells after it."""
    ordinal = Cell(lines[0].span, lines[0].bold)
    return Row(Span(lines[0].span.start, lines[-1].span.end), (ordinal, *cells))


def _lines_by_row(lines: Sequence[Para]) -> list[list[Para]]:
    """Cut the lines under the header where the next row number stands."""
    rows: list[list[Para]] = []
    last: Ordinal | None = None
    for para in lines:
        ordinal = read_ordinal(para.text)
        bare = bool(rows) and len(rows[-1]) == 1  # the row so far has its number alone: this line is its name
        if bare and ordinal.kind is Numbering.DECIMAL and para.text == rows[-1][0].text:
            rows[-1] = [para]  # the number above was that of the page
        elif _follows(ordinal, last) and not bare:
            rows.append([para])
            last = ordinal if ordinal.kind is Numbering.DECIMAL else last
        elif rows:
            rows[-1].append(para)
    return rows


def _follows(ordinal: Ordinal, last: Ordinal | None) -> bool:
    """Whether ``ordinal`` can be the row number after ``last`` (so that a lone figure in a cell is no row)."""
    if ordinal.kind in (Numbering.ROMAN, Numbering.CAPITAL):
        return True
    if ordinal.kind is not Numbering.DECIMAL:
        return False
    if last is None or ordinal.text == "1":
        return True
    parts, before = _numbers(ordinal), _numbers(last)
    if len(parts) > len(before):
        return parts == [*before, 1]
    return parts == [*before[: len(parts) - 1], before[len(parts) - 1] + 1]


def _numbers(ordinal: Ordinal) -> list[int]:
    return [int(part) for part in ordinal.text.split(".")]


def _align(lines: Sequence[Para], roles: Sequence[Role]) -> list[Cell]:
    """Put typed lines into columns, in order: one each where they match in number, else the best-suited places."""
    lines = _whole(lines) if len(lines) > len(roles) else lines
    if len(lines) == len(roles):
        return [Cell(line.span, line.bold) for line in lines]
    start = lines[0].span.start if lines else 0
    cells = [Cell(Span(start, start))] * len(roles)
    taken: set[int] = set()
    for line, column in zip(lines, _places(lines, roles), strict=False):
        first = cells[column].span.start if column in taken else line.span.start
        cells[column] = Cell(Span(first, line.span.end), line.bold)
        taken.add(column)
    return cells


def _whole(lines: Sequence[Para]) -> list[Para]:
    """The lines with those joined that a narrow column broke: what cannot end a cell goes on in the next line."""
    found: list[Para] = []
    for line in lines:
        if found and _goes_on(found[-1].text, line.text):
            above = found[-1]
            found[-1] = replace(above, text=f"{above.text} {line.text}", span=Span(above.span.start, line.span.end))
        else:
            found.append(line)
    return found


def _goes_on(above: str, text: str) -> bool:
    """Whether a line carries on the cell of the line above: it begins small, or that one cannot end a cell."""
    if text[:1].islower():
        return True
    return not looks_like_due(text) and (
        above.endswith((",", ";")) or bool(_OPEN.search(above) and not starts_like_unit(text))
    )


def _places(lines: Sequence[Para], roles: Sequence[Role]) -> tuple[int, ...]:
    """The column of each line, never left of the line before it, for the best total fit; the first line is first.

    Ties go to the right-hand columns.
    """
    best: dict[int, tuple[float, tuple[int, ...]]] = {}
    for number, line in enumerate(lines):
        if number == 0:
            best = {0: (suits(line.text, roles[0]), (0,))} if roles else {}
            continue
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for column, role in enumerate(roles):
            fit = suits(line.text, role)
            options = [
                (score + fit - (_SHARING if before == column else 0.0), (*path, column))
                for before, (score, path) in best.items()
                if before <= column
            ]
            if options:
                reached[column] = max(options)
        best = reached
    return max(best.values())[1] if best else ()
