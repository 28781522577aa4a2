"""The canonical text while a reader lays it: every piece put down gives its span back.

A cell of several lines keeps them, with a line end between two; blank cells and those that a merged cell covers take no
room. What a reader computes and the source only implies (the number of a list item, the mark of a footnote) is laid like
any other words, for it is printed: spans count in the text as printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.document import Cell, Paragraph, Row, Span, Table
from ingest.errors import UnreadableFile

WIDEST = 256  # columns of a table; plans print a dozen
MOST_CELLS = 1_000_000  # of a table
MOST_TEXT = 25_000_000  # characters, some eight thousand pages
MOST_PIECES = 150_000  # paragraphs and cells with markup round them; a hundred pages of tables have ten thousand


def check_length(length: int, pieces: int = 0) -> None:
    """Stop what is longer than any plan, or repeats its words without end.

    Raises:
        UnreadableFile: too many characters, or too many paragraphs and cells.
    """
    if length > MOST_TEXT or pieces > MOST_PIECES:
        raise UnreadableFile("văn bản dài quá giới hạn nên không được đọc.")


@dataclass(frozen=True, slots=True)
class Box:
    """A cell before it is laid: the column it starts in, its lines, how many columns and rows it covers."""

    column: int
    lines: tuple[str, ...]
    bold: bool = False
    wide: int = 1
    tall: int = 1


class Canvas:
    """Collects the canonical text and hands out the span of every piece laid on it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    @property
    def text(self) -> str:
        """All that was laid so far."""
        return "".join(self.parts)

    def put(self, text: str) -> Span:
        """Lay words where the last ones ended."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        check_length(self.length)
        return Span(start, self.length)

    def paragraph(self, words: str, look: Paragraph) -> Paragraph:
        """Lay one line; the block is ``look`` with the span of the words."""
        span = self.put(words)
        self.put("\n")
        return replace(look, span=span)

    def table(self, rows: Sequence[Sequence[Box]], *, number: int | None = None, numbers: Sequence[int] = ()) -> Table:
        """Lay rows of cells, each row as wide as the table; ``numbers`` tell the rows' turns in the source."""
        width = max((box.column + box.wide for row in rows for box in row), default=0)
        held: dict[int, tuple[Cell, int]] = {}  # a cell above that covers this column, and how many rows more
        laid = []
        for turn, boxes in enumerate(rows):
            row = self._row({box.column: box for box in boxes}, width, held)
            laid.append(replace(row, number=numbers[turn] if numbers else turn + 1))
        return Table(Span(laid[0].span.start, laid[-1].span.end), tuple(laid), number=number)

    def _row(self, boxes: dict[int, Box], width: int, held: dict[int, tuple[Cell, int]]) -> Row:
        start = self.length
        cells: list[Cell] = []
        covered = 0  # the column up to which the cell on the left reaches
        for column in range(width):
            if column:
                self.put("\t")
            box = boxes.get(column)
            if box is not None:
                cell = Cell(self.put("\n".join(box.lines)), bold=box.bold, col_span=box.wide, row_span=box.tall)
                covered = column + box.wide
                held.pop(column, None)
                if box.tall > 1:
                    held[column] = cell, box.tall - 1
            elif column >= covered and column in held:
                cell, left = held[column]
                held[column] = cell, left - 1
                if left == 1:
                    del held[column]
                covered = column + cell.col_span
                cell = replace(cell, row_span=0)
            else:
                cell = Cell(self.put(""))
            cells.append(cell)
        row = Row(Span(start, self.length), tuple(cells))
        self.put("\n")
        return row


LOOK = Paragraph(Span(0, 0))
"""The plainest paragraph, to be laid with other looks."""
