"""Reader for spreadsheets (.xlsx, .xlsm), opened by openpyxl: each sheet's tables, and what stands above and below them.

Formulas are never run: a cell shows the value that was last calculated. Macros and links to other files are not looked
at, hidden sheets do not print. Rows count as in the sheet.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

from ingest.document import Block, Document, PageBreak
from ingest.encodings import UNICODE
from ingest.errors import UnreadableFile
from ingest.markup import collapse, is_rule
from ingest.readers.archive import check_archive, transitional, unbroken
from ingest.readers.canvas import LOOK, MOST_CELLS, WIDEST, Box, Canvas, check_length
from ingest.readers.numberformat import Value, shown
from ingest.readers.oldcells import modernise

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_SHEETS = 60
_MOST_XML = 8 * 1024 * 1024  # bytes of one sheet; openpyxl takes some fifty times as much memory
_MOST_MERGED = 4_000_000  # cells; two columns merged from top to foot are two million
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*\bref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"""
)
_UNNAMED = re.compile(r"(?:sheet|trang[ _]?tính|worksheet|bảng)\s*\d*", re.IGNORECASE)
_ORDINAL = re.compile(r"[\dA-ZĐIVXLC.]{1,8}\)?|[-+•]", re.IGNORECASE)
_FEWEST = 3  # cells in a row of a table that has no border to tell it


def read_xlsx(name: str, raw: bytes) -> Document:
    """Lay a workbook out as a Document, sheet after sheet.

    Raises:
        UnreadableFile: broken, encrypted, or larger than a plan can be.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - a text plan must not wait for it

    check_archive(name, raw, "Excel", most_xml=_MOST_XML)
    _check_merged(name, raw)
    with unbroken(name, "Excel"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of drawings and rules that openpyxl leaves out
        book = load_workbook(BytesIO(transitional(raw)), data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if len(sheets) > _MOST_SHEETS:
        raise UnreadableFile(f"tệp Excel có hơn {_MOST_SHEETS} trang tính, vượt giới hạn cho phép.", file=name)
    canvas = Canvas()
    blocks: list[Block] = []
    with unbroken(name, "Excel"):
        old = modernise(sheets)
        for turn, sheet in enumerate(sheets, 1):
            blocks.extend(_sheet(sheet, turn, canvas, named=len(sheets) > 1))
    document = Document(name, canvas.text, tuple(blocks), reader="xlsx")
    return document if old is UNICODE else replace(document, encoding=old.name, encoding_why=old.why)


def _check_merged(name: str, raw: bytes) -> None:
    """Raises: UnreadableFile for merged cells larger than any table, each of which openpyxl would visit."""
    with unbroken(name, "Excel"), ZipFile(BytesIO(raw)) as archive:
        sheets = [part for part in archive.namelist() if part.startswith("xl/worksheets/") and part.endswith(".xml")]
        found = (one for part in sheets for one in _MERGED.finditer(archive.read(part)))
        most = sum(
            (_column(c) - _column(a) + 1) * (int(d) - int(b) + 1) for a, b, c, d in (one.groups() for one in found)
        )
    if most > _MOST_MERGED:
        raise UnreadableFile("bảng tính gộp quá nhiều ô, vượt giới hạn cho phép.", file=name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a sheet that shows something: its number, its cells, and how many cells of rows above reach into it.

    Blank cells inside borders are among them: they belong to a table.
    """

    number: int
    boxes: tuple[Box, ...]
    held: int = 0
    bordered: bool = False

    @property
    def worded(self) -> tuple[Box, ...]:
        """The cells that show something."""
        return tuple(box for box in self.boxes if box.lines)

    @property
    def count(self) -> int:
        return len(self.worded) + self.held

    @property
    def full(self) -> bool:
        """Whether the row belongs to a table, by its borders or by how many cells it shows."""
        return self.bordered or self.count >= _FEWEST


def _sheet(sheet: Worksheet, turn: int, canvas: Canvas, *, named: bool) -> Iterator[Block]:
    regions = _regions(_lines(sheet))
    if not regions:
        return
    if turn > 1:
        yield PageBreak(canvas.length)
    if named and regions[0][0].full and not _UNNAMED.fullmatch(sheet.title.strip()):
        yield canvas.paragraph(_clean(sheet.title), replace(LOOK, gap=True))  # nothing else says what the table is
    for region in regions:
        first, end = _table(region)
        yield from _loose(region[:first], turn, canvas)
        if first < end:
            yield _laid(region[first:end], turn, canvas)
        yield from _loose(region[end:], turn, canvas)


def _clean(words: str) -> str:
    return collapse(unicodedata.normalize("NFC", words))


def _lines(sheet: Worksheet) -> list[_Line]:
    """The rows that show something. Only cells that are there are asked: a sheet may be a million rows long."""
    from openpyxl.cell import MergedCell  # noqa: PLC0415 - as above

    merged = {(one.min_row, one.min_col): one for one in sheet.merged_cells.ranges}
    found: dict[int, list[Box]] = {}
    bordered: set[int] = set()
    length = 0
    for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001 - iter_rows would make every blank cell
        lines = _words(cell)
        length += sum(map(len, lines))
        check_length(length)  # a string that many cells share is kept once in the file
        edged = cell.has_style and any(
            edge is not None and edge.style for edge in (cell.border.left, cell.border.right)
        )
        if isinstance(cell, MergedCell) or not (lines or edged):
            continue
        if edged:
            bordered.add(row)
        area = merged.get((row, column))
        wide = min(area.max_col - column + 1, WIDEST) if area else 1
        tall = area.max_row - row + 1 if area else 1
        bold = bool(cell.font.b)
        found.setdefault(row, []).append(Box(column, lines, bold=bold, wide=wide, tall=tall))
    found = {row: boxes for row, boxes in found.items() if any(box.lines for box in boxes)}
    numbers = sorted(found)
    held = dict.fromkeys(numbers, 0)
    for row, boxes in found.items():
        for box in boxes:
            for below in numbers[bisect_right(numbers, row) : bisect_right(numbers, row + box.tall - 1)]:
                held[below] += 1
    return [_Line(row, tuple(found[row]), held[row], bordered=row in bordered) for row in numbers]


def _words(cell: Cell | MergedCell) -> tuple[str, ...]:
    """The lines that a cell shows."""
    value = cell.value
    if value is None:
        return ()
    words = shown(cast("Value", value), cell.number_format, ordinal=cell.column == 1)
    return tuple(line for line in map(_clean, words.splitlines()) if line and not is_rule(line))


def _regions(lines: Sequence[_Line]) -> list[list[_Line]]:
    """The runs of rows that no blank row parts."""
    regions: list[list[_Line]] = []
    reach = 0  # the last row that the cells so far reach down to
    for line in lines:
        if not regions or line.number > reach + 1:
            regions.append([])
        regions[-1].append(line)
        reach = max(reach, line.number, *(line.number + box.tall - 1 for box in line.boxes))
    return regions


def _table(region: Sequence[_Line]) -> tuple[int, int]:
    """Which rows of a region are its table: from the first full row to the last row that is full or numbered."""
    full = [at for at, line in enumerate(region) if line.full]
    if not full:
        return 0, 0
    end = full[-1] + 1
    while end < len(region) and region[end].count > 1 and _ORDINAL.fullmatch(" ".join(region[end].worded[0].lines)):
        end += 1
    return full[0], end


def _loose(lines: Sequence[_Line], turn: int, canvas: Canvas) -> Iterator[Block]:
    """Rows outside the table: one cell is a paragraph or several, two side by side lay out columns."""
    waiting: list[_Line] = []
    for at, line in enumerate(lines):
        if line.count > 1:
            waiting.append(line)
            continue
        if waiting:
            yield _laid(waiting, turn, canvas)
            waiting = []
        (box,) = line.worded
        for number, words in enumerate(box.lines):
            look = replace(LOOK, bold=box.bold, gap=not at and not number, number=line.number)
            yield canvas.paragraph(words, look)
    if waiting:
        yield _laid(waiting, turn, canvas)


def _laid(lines: Sequence[_Line], turn: int, canvas: Canvas) -> Block:
    """Rows as a table whose columns are those that some cell of it starts in."""
    starts = sorted({box.column for line in lines for box in line.boxes})
    if len(starts) > WIDEST or len(starts) * len(lines) > MOST_CELLS:
        raise ValueError(len(starts))
    numbers = [line.number for line in lines]
    rows = []
    for line in lines:
        boxes = []
        for box in line.boxes:
            column = bisect_right(starts, box.column) - 1
            wide = bisect_right(starts, box.column + box.wide - 1) - column
            below = bisect_right(numbers, line.number + box.tall - 1) - bisect_right(numbers, line.number)
            boxes.append(replace(box, column=column, wide=wide, tall=1 + below))
        rows.append(boxes)
    return canvas.table(rows, number=turn, numbers=numbers)
