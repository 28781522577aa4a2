"""PDF files for tests, drawn letter by letter: prose broken into lines, ruled tables with merged cells, running heads."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fpdf import FPDF

from ingest.document import Document, PageBreak, Paragraph, Table
from ingest.markup import collapse
from ingest.prose import Para, pieces

FONTS = ("dejavu/DejaVuSans", "liberation/LiberationSans-Regular", "noto/NotoSans-Regular")
FONT_FOLDER = Path("/usr/share/fonts/truetype")
MERGED_LEFT, MERGED_UP = "<", "^"
PAD = 4.0


def font_file(name: str | None = None, *, bold: bool = False) -> Path:
    """A font with Vietnamese letters; skips the test where this machine has none."""
    for stem in (name,) if name else FONTS:
        style = stem.replace("-Regular", "") + "-Bold" if bold else stem
        if (FONT_FOLDER / f"{style}.ttf").is_file():
            return FONT_FOLDER / f"{style}.ttf"
    pytest.skip("no font with Vietnamese letters here: install fonts-dejavu-core")


@dataclass
class Printer:
    """Pages being drawn; every length in points. Text starts at ``margin`` and is broken as any renderer does."""

    size: float = 12.0
    margin: float = 60.0
    landscape: bool = False
    numbered: bool = True
    head: str = ""
    font: str | None = None
    pdf: FPDF = field(init=False)
    y: float = 0.0

    def __post_init__(self) -> None:
        self.pdf = FPDF(unit="pt", format="A4")
        self.pdf.set_auto_page_break(auto=False)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.pdf.add_font("text", "", font_file(self.font))
            self.pdf.add_font("text", "B", font_file(self.font, bold=True))
        self.page()

    @property
    def width(self) -> float:
        """Between the margins."""
        return float(self.pdf.w) - 2 * self.margin

    @property
    def foot(self) -> float:
        """Where the text of a page ends."""
        return float(self.pdf.h) - self.margin

    def page(self, *, landscape: bool | None = None) -> None:
        """Turn to a new page."""
        self.landscape = self.landscape if landscape is None else landscape
        self.pdf.add_page(orientation="landscape" if self.landscape else "portrait")
        self.style()
        if self.numbered:
            self.at(self.pdf.w / 2 - 5, 40, str(self.pdf.page_no()))
        if self.head:
            self.at(self.margin, 25, self.head)
        self.y = self.margin + 12

    def style(self, *, bold: bool = False, size: float | None = None) -> None:
        """Choose how the next words look."""
        self.pdf.set_font("text", "B" if bold else "", size or self.size)

    def at(self, x: float, y: float, text: str) -> None:
        """Print words with their feet at a height."""
        self.pdf.text(x, y, text)

    def wrap(self, text: str, width: float, first: float = 0.0) -> list[str]:
        """The lines that a renderer makes of words; a word wider than the line is cut."""
        lines = [""]
        for whole in text.split(" "):
            word = whole
            room = width - (first if len(lines) == 1 else 0.0)
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if self.pdf.get_string_width(longer) <= room:
                lines[-1] = longer
                continue
            lines += [word] if lines[-1] else []
            lines[-1] = lines[-1] or word
            while self.pdf.get_string_width(lines[-1]) > width and len(lines[-1]) > 1:
                fits = max(n for n in range(1, len(word) + 1) if n == 1 or self.pdf.get_string_width(word[:n]) <= width)
                lines[-1], word = word[:fits], word[fits:]
                lines.append(word)
        return lines

    def paragraph(self, text: str, *, bold: bool = False, centred: bool = False, indent: float = 30.0) -> None:
        """Print one paragraph, over the page's end where it must."""
        self.style(bold=bold)
        indent = 0.0 if centred else indent
        for number, line in enumerate(self.wrap(text, self.width, indent)):
            if self.y > self.foot:
                self.page()
                self.style(bold=bold)
            aside = (self.width - self.pdf.get_string_width(line)) / 2 if centred else (indent if number == 0 else 0)
            self.at(self.margin + aside, self.y, line)
            self.y += 1.3 * self.size
        self.y += 0.3 * self.size

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """Print a ruled table; a row that does not fit goes on over the page. ``<`` and ``^`` stand for merged cells."""
        self.style(size=self.size - 2)
        step = 1.25 * (self.size - 2)
        edges = [self.margin + sum(widths[:n]) for n in range(len(widths) + 1)]
        for number, row in enumerate(rows):
            below = rows[number + 1] if number + 1 < len(rows) else ()
            cells = [self._cell(row, column, widths) for column in range(len(row))]
            while any(cells):
                whole = number == 0 and self.y + step * max(map(len, cells)) + PAD > self.foot
                if self.y + step + PAD > self.foot or whole:
                    self.page()
                    self.style(size=self.size - 2)
                most = max(1, int((self.foot - self.y - PAD) / step))
                height = step * min(most, max(map(len, cells))) + PAD
                for column, lines in enumerate(cells):
                    for turn, line in enumerate(lines[:most]):
                        self.at(edges[column] + PAD, self.y + step * (turn + 0.8), line)
                cells = [lines[most:] for lines in cells]
                self._rules(row, () if any(cells) else below, edges, height)
                self.y += height

    def _cell(self, row: Sequence[str], column: int, widths: Sequence[float]) -> list[str]:
        if row[column] in {MERGED_LEFT, MERGED_UP}:
            return []
        end = column + 1
        while end < len(row) and row[end] == MERGED_LEFT:
            end += 1
        room = sum(widths[column:end]) - 2 * PAD
        return [line for text in row[column].split("\n") for line in self.wrap(text, room)]

    def _rules(self, row: Sequence[str], below: Sequence[str], edges: Sequence[float], height: float) -> None:
        top, foot = self.y, self.y + height
        for column, cell in enumerate(row):
            left, right = edges[column], edges[column + 1]
            if cell != MERGED_UP:
                self.pdf.line(left, top, right, top)
            if cell != MERGED_LEFT:
                self.pdf.line(left, top, left, foot)
            if not (below and below[column] == MERGED_UP):
                self.pdf.line(left, foot, right, foot)
        self.pdf.line(edges[-1], top, edges[-1], foot)

    def sides(self, left: Iterable[str], right: Iterable[str]) -> None:
        """Print two columns of centred lines side by side."""
        self.style()
        ends = []
        for share, lines in ((0.22, left), (0.72, right)):
            y = self.y
            for line in lines:
                self.at(self.margin + share * self.width - self.pdf.get_string_width(line) / 2, y, line)
                y += 1.3 * self.size
            ends.append(y)
        self.y = max(ends) + self.size

    def raw(self) -> bytes:
        """The file."""
        return bytes(self.pdf.output())


def printed(document: Document, *, size: float = 12.0, font: str | None = None, narrow: float = 1.0) -> bytes:
    """A document as a PDF: prose on upright pages, tables of more than three columns on wide ones."""
    printer = Printer(size=size, font=font)
    for block in pieces(document):
        if isinstance(block, PageBreak):
            continue
        if isinstance(block, Para):
            words = block.text
            centred = words.isupper() and len(words) < 60
            printer.paragraph(words, bold=block.bold or bool(block.level), centred=centred)
            continue
        rows = [[collapse(cell.span.slice(document.text)) for cell in row.cells] for row in block.rows]
        if max(map(len, rows)) <= 3:
            printer.sides([row[0] for row in rows], [row[1] for row in rows if len(row) > 1])
            continue
        if not printer.landscape:
            printer.page(landscape=True)
        printer.table(_square(rows), _widths(rows, printer.width, narrow))
        printer.y += size
    return printer.raw()


def _square(rows: list[list[str]]) -> list[list[str]]:
    width = len(rows[0])
    return [[*(row + [""] * width)[: width - 1], " ".join(row[width - 1 :])] for row in rows]


def _widths(rows: list[list[str]], total: float, narrow: float) -> list[float]:
    needs = [4 + sum(len(row[n]) for row in rows if n < len(row)) / len(rows) for n in range(len(rows[0]))]
    needs = [min(need, 40.0) for need in needs]
    needs[-2] *= narrow
    return [total * need / sum(needs) for need in needs]


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in document.blocks if isinstance(block, Table)]


def cells(document: Document) -> list[list[list[str]]]:
    """What each cell of each table prints; a cell that one above reaches down to prints ``^``."""
    return [
        [
            [MERGED_UP if cell.row_span == 0 else cell.span.slice(document.text) for cell in row.cells]
            for row in table.rows
        ]
        for table in tables(document)
    ]


def prose(document: Document) -> list[str]:
    """The paragraphs of a document."""
    return [block.span.slice(document.text) for block in document.blocks if isinstance(block, Paragraph)]
