"""Reader for plain text, as exported or typed: tab or pipe tables, Markdown and HTML marks, or none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Block, Cell, Document, PageBreak, Paragraph, Row, Span, Table
from ingest.markup import clean, is_rule, unclosed
from ingest.readers.canvas import Canvas
from ingest.readers.cutlines import uncut
from ingest.readers.htmltable import parts
from ingest.readers.stacked import HELD, SAME, Stacked, is_bar, rows, stack
from ingest.readers.torn import mended

# Six spaces or more between words lay out two columns by hand (letterhead, signature block).
_GUTTER = re.compile(r"(?<=\S) {6,}(?=\S)")
_LIST_MARK = re.compile(r"|[-+*•–—●○▪►]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVXLC]{1,5}|[A-ZĐ])[.)/]")
_LINE_END = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029]")
_PAGE_NUMBER = re.compile(r"(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?|(?:Trang|trang)\s+\d{1,3}(?:\s*/\s*\d{1,3})?")
_PAGE_FOOT = re.compile(r"[-–]\s*\d{1,3}\s*[-–]|(?:Trang|trang)\s+\d{1,3}(?:\s*/\s*\d{1,3})?")
_OPEN_SENTENCE = re.compile(r"[\w,]$")
_PAGE_GAP = 4  # lines between a page number and the text above and below it
_LONGEST_EMPHASIS = 40  # lines
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_FEWEST_BARS = 3  # in a row that no bar opens or closes
_BOLD_PART = re.compile(r"\s*\*\*\s*(?:[IVX]{1,4}|\d{1,2})\.\s")  # what italics above it never reach into
_PIPE_RULE = re.compile(r"\|?\s*(?:-{2,}|:-+:?|-+:)\s*(\|\s*(?:-+|:-+:?|-+:)\s*)*\|?\s*$")


def _cells(line: str) -> list[str] | None:
    """Split a line that types a table row; None when the line is running text."""
    if "\t" in line.strip("\n"):
        cells = line.rstrip("\n").split("\t")
        return cells if len(cells) > 1 and any(cell.strip() for cell in cells) else None
    bare = line.strip()
    if (bare.startswith("|") or (bare.endswith("|") and " | " in bare)) and bare.count("|") >= 2:
        return bare.removesuffix("|").removeprefix("|").split("|")
    return bare.split(" | ") if bare.count(" | ") >= _FEWEST_BARS else None


def _ruled(lines: Sequence[str], at: int, open_at: Sequence[str] | None) -> Sequence[str] | None:
    """The cells of the table that a rule of dashes opens here, without bars at its edges; of the open one else."""
    head = [cell.strip() for cell in lines[at].split("|")]
    rule = lines[at + 1].strip() if at + 1 < len(lines) else ""
    opens = all(head) and len(head) > 1 and _PIPE_RULE.match(rule) and rule.strip("|").count("|") == len(head) - 1
    return head if opens else open_at if "|" in lines[at] else None


def _edgeless(line: str, head: Sequence[str]) -> list[str] | None:
    """The cells of a row under such a header, blank ones at its edges too; None where it has other cells."""
    cells = line.split("|")
    return cells if len(cells) == len(head) else None


def indented(raw: Sequence[str]) -> bool:
    """Whether a lone tab only indents a paragraph or parts a list mark from its words."""
    return len(raw) == 2 and bool(_LIST_MARK.fullmatch(raw[0].strip()))


def columns(line: str) -> list[str] | None:
    """Split a line laid out by hand in two columns; None when it is one."""
    found = _GUTTER.split(line.strip())
    apart = len(found) == 2 and not found[0].startswith("(") and found[1][0].isupper()
    return found if apart else None


def _row(canvas: Canvas, raw: list[str]) -> Row:
    start = canvas.length
    cells = []
    for number, text in enumerate(raw):
        if number:
            canvas.put("\t")
        lines = [line for part in _BREAK.split(text) if (line := clean(part)).text]
        bold = bool(lines) and all(line.bold for line in lines)
        cells.append(Cell(canvas.put("\n".join(line.text for line in lines)), bold=bold))
    span = Span(start, canvas.length)
    canvas.put("\n")
    return Row(span, tuple(cells))


def _table(rows: list[Row]) -> Table:
    return Table(Span(rows[0].span.start, rows[-1].span.end), tuple(rows))


def _prints_nothing(line: str) -> bool:
    return is_rule(line) or not clean(line).text


def _unpaged(lines: Sequence[str]) -> list[str]:
    """The lines of a file without the page numbers in the middle of a sentence, and without "Trang 2/5" anywhere."""
    found = list(lines)
    for at, line in enumerate(lines):
        if not _PAGE_NUMBER.fullmatch(line.strip()):
            continue
        above = next((text.strip() for text in reversed(lines[max(0, at - _PAGE_GAP) : at]) if text.strip()), "")
        below = next((text.strip() for text in lines[at + 1 : at + 1 + _PAGE_GAP] if text.strip()), "")
        apart = not all(text.strip() for text in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))
        inside = apart and _OPEN_SENTENCE.search(above) and below[:1].islower()
        if inside or _PAGE_FOOT.fullmatch(line.strip()):
            found[at] = ""
    return found


def _whole(lines: Sequence[str]) -> list[str]:
    """The lines of a file, those put back together that emphasis opened on one and closed on a later one spans.

    Lines of capitals stay apart in a file that types each line of a title or a signature by itself; one that stacks
    its tables breaks lines wherever they are full.
    """
    found: list[str] = []
    at, stacks = 0, any(map(is_bar, lines))
    while at < len(lines):
        mark = unclosed(lines[at])
        end = _closing_line(lines, at, mark) if mark else at
        spanned = lines[at : end + 1]
        if end > at and not stacks and all(map(_stands_alone, spanned)):
            found.extend(f"{mark}{line.replace(mark, '').strip()}{mark}" for line in spanned)
        else:
            found.append(" ".join(spanned))
        at = end + 1
    return found


def _stands_alone(line: str) -> bool:
    """Whether a line is all in capitals and does not end in a comma."""
    words = line.strip(" *")
    return words.isupper() and not words.endswith(",")


def _closing_line(lines: Sequence[str], at: int, mark: str) -> int:
    """The line that closes the emphasis which line ``at`` leaves open; that line itself when none does."""
    for end in range(at + 1, min(len(lines), at + _LONGEST_EMPHASIS)):
        if not lines[end].strip() or is_bar(lines[end]) or (mark == "*" and _BOLD_PART.match(lines[end])):
            return at
        if mark in lines[end] and unclosed(" ".join(lines[at : end + 1])) != mark:
            return end
    return at


def _stacked_table(canvas: Canvas, cut: Sequence[Stacked], *, exact: bool) -> Table:
    """Lay rows of cells of several lines; a cell of the first row spans two where the second row has none.

    ``exact`` says that the source tells where merged cells stand.
    """
    found: list[Row] = []
    for number, row in enumerate(cut):
        below = cut[1] if number == 0 and len(cut) > 1 else []
        start = canvas.length
        cells = []
        for column, lines in enumerate(row):
            if column:
                canvas.put("\t")
            if lines is HELD:
                above = found[-1].cells[column : column + 1] if found else ()
                cells.append(replace(above[0], row_span=0) if above else Cell(canvas.put(""), row_span=0))
                continue
            if lines is SAME or (exact and lines is None and number == 0 and cells):
                cells.append(replace(cells[-1], row_span=0))
                continue
            printed = [line for line in map(clean, lines or ()) if line.text and not is_rule(line.text)]
            span = canvas.put("\n".join(line.text for line in printed))
            under = below[column] if column < len(below) else lines
            tall = under is HELD or (under is None and bool(below) and (below[-1] is not None or below[0] is None))
            bold = bool(printed) and all(line.bold for line in printed)
            wide = next((n for n, one in enumerate(row[column + 1 :], 1) if one is not None), len(row) - column)
            tall_by = max(_height(cut[number:], column), 2 if tall else 1)
            cells.append(Cell(span, bold=bold, col_span=wide if exact else 1, row_span=tall_by))
        complete = exact or None not in row
        found.append(Row(Span(start, canvas.length), tuple(cells), complete=complete))
        canvas.put("\n")
    return _table(found)


def _height(cut: Sequence[Stacked], column: int) -> int:
    """How many rows the cell of the first one covers in this column, as far as the source tells."""
    below = (n for n, row in enumerate(cut) if n and row[column : column + 1] != [HELD])
    return next(below, len(cut))


def _blocks(source: str, canvas: Canvas) -> Iterator[Block]:
    """The blocks of a file, its HTML tables apart."""
    for part in parts(source):
        if isinstance(part, str):
            yield from _typed(part, canvas)
        else:
            yield _stacked_table(canvas, part, exact=True)


def _typed(source: str, canvas: Canvas) -> Iterator[Block]:
    """The blocks of typed text; stacked tables stand between runs of ordinary lines."""
    lines = uncut(mended(_whole(_unpaged(_LINE_END.split(source)))))
    at = start = 0
    while at < len(lines):
        if not is_bar(lines[at]):
            at += 1
            continue
        yield from _lines(lines[start:at], canvas)
        items, at = stack(lines, at, _prints_nothing)
        cut = rows(items, lambda line: clean(line).text)
        if cut:
            yield _stacked_table(canvas, cut, exact=False)
        start = at
    yield from _lines(lines[start:], canvas)


def _lines(lines: Sequence[str], canvas: Canvas) -> Iterator[Block]:
    rows: list[Row] = []
    gap = True
    tabular = False  # nothing but blank lines since a table of three columns or more
    head: Sequence[str] | None = None  # of a table without bars at its edges
    for at, line in enumerate(lines):
        head = _ruled(lines, at, head)
        raw = (_edgeless(line, head) if head else None) or _cells(line)
        if raw is not None and (rows or tabular or not indented(raw)):
            if not _PIPE_RULE.match(line.strip()):
                rows.append(_row(canvas, raw))
            continue
        if rows:
            yield _table(rows)
            tabular = any(len(row.cells) > 2 for row in rows)
            rows, gap = [], False
        laid = columns(line)
        printed = None if is_rule(line) or laid else clean(line)
        if laid:
            yield _table([_row(canvas, laid)])
        elif printed and printed.text:
            span = canvas.put(printed.text)
            canvas.put("\n")
            yield Paragraph(span, level=printed.level, bold=printed.bold, gap=gap)
        else:
            if not gap:
                yield PageBreak(canvas.length)
            gap = True
            continue
        gap = tabular = False
    if rows:
        yield _table(rows)


def read_text(name: str, source: str, encoding: str | None = None, encoding_why: str = "") -> Document:
    """Lay ``source`` out as a Document: one line of canonical text for each line that prints words."""
    canvas = Canvas()
    blocks = tuple(_blocks(source, canvas))
    return Document(name, canvas.text, blocks, reader="text", encoding=encoding, encoding_why=encoding_why)
