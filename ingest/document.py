"""The format-neutral document: what every reader returns, whatever the file format.

A reader turns a file into one canonical text and a sequence of blocks that point into it.
Nothing here knows what a plan is; structure is found later, once, for all formats.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` in code points of ``Document.text``."""

    start: int
    end: int

    def slice(self, text: str) -> str:
        """Return the characters of ``text`` that this span covers, exactly as they stand."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of running text. ``level`` is the Markdown or Word heading level, 0 for none.

    ``gap`` says that white space (a blank line) stands before it. ``number`` is its turn among the paragraphs of the
    source, from 1, where the format counts them.
    """

    span: Span
    level: int = 0
    bold: bool = False
    gap: bool = False
    page: int | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; ``span`` is empty for a blank cell and never crosses another cell.

    ``row_span`` 0 says that a merged cell of a row above reaches down to here; ``span`` is then that cell's.
    ``confidence``, 0 to 1, says how sure the words are where they were read from a picture; None elsewhere.
    """

    span: Span
    bold: bool = False
    col_span: int = 1
    row_span: int = 1
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One printed table row: as many cells as the table has columns, merged ones repeated.

    ``complete`` is False where merged cells took some away and the source does not say which: the blanks are then
    a guess of the reader. ``number`` is its turn in the source's table or sheet, from 1, where the format counts them.
    """

    span: Span
    cells: tuple[Cell, ...]
    page: int | None = None
    complete: bool = True
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One printed piece of a table (a table broken over pages is several pieces).

    ``number`` is its turn among the tables of the source, from 1, or that of its sheet.
    """

    span: Span
    rows: tuple[Row, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where the source starts a new page, or might: a blank line inside a typed table."""

    offset: int


Block = Paragraph | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Box:
    """Where on a page a paragraph or a cell stands: points (1/72 inch) from the top left corner, page from 1.

    What runs over a page's end has a box on each page, all with the span of the whole.
    """

    span: Span
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Document:
    """The canonical text of a file (NFC, no markup) and its blocks in document order.

    ``whole`` says that the reader has joined the lines of each paragraph, so that none is to be joined to the next.
    ``encoding_why`` is what a clerk is told about it, where ``encoding`` was no plain UTF-8.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    reader: str
    encoding: str | None = None
    pages: int | None = None
    encoding_why: str = ""
    boxes: tuple[Box, ...] = ()
    whole: bool = False
