"""Reader for Word files (.docx, .docm, .dotx): opened by python-docx, laid out here.

The canonical text is what Word prints: numbers of automatic lists stand in front of their words, the mark of a footnote
in its place and the footnote after the paragraph that refers to it. Macros, comments, headers and what links point to
are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.document import Block, Document, PageBreak, Paragraph
from ingest.encodings import UNICODE, Decision
from ingest.markup import collapse, is_rule
from ingest.readers.archive import check_archive, transitional, unbroken
from ingest.readers.canvas import LOOK, Box, Canvas, check_length
from ingest.readers.text import columns, indented
from ingest.readers.word.grid import GridCell, grid_rows
from ingest.readers.word.numbering import Numbering
from ingest.readers.word.oldfonts import modernise
from ingest.readers.word.ooxml import W, inner, value
from ingest.readers.word.runs import Line, Note, Printed, RunReader, mark_gone, starts_page
from ingest.readers.word.styles import Style, Styles

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.etree import _Element as Element

_GAP = 100  # twentieths of a point more than between others that look like a blank line
_FEW = 10  # per cent of the paragraphs
_DEEPEST = 12  # tables inside tables
_NOTES = ("footnotes", "endnotes")
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def read_docx(name: str, raw: bytes) -> Document:
    """Lay a Word file out as a Document.

    Raises:
        UnreadableFile: broken, encrypted, or it would unpack to more than a plan can be.
    """
    check_archive(name, raw, "Word")
    with unbroken(name, "Word"):
        layout = _Layout.of(_main_part(transitional(raw)))
        layout.tight = _tight([layout.styles.of_paragraph(one) for one in inner(layout.body, "p")])
        layout.blocks.extend(layout.lay(inner(layout.body, "p", "tbl")))
        old = layout.encoding
        document = Document(name, layout.canvas.text, tuple(layout.blocks), reader="docx")
        return document if old is UNICODE else replace(document, encoding=old.name, encoding_why=old.why)


def _main_part(raw: bytes) -> Part:
    from docx.package import Package  # noqa: PLC0415 - a text plan must not wait for it

    package = Package.open(BytesIO(raw))
    part: Part = package.main_document_part
    return part


def _root(part: Part) -> Element:
    """The XML of a part; of a kind that python-docx does not know (macro-enabled), parsed from its bytes."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - the same

    found: Element | None = getattr(part, "element", None)
    return parse_xml(part.blob) if found is None else found


def _related(part: Part, kind: str) -> Element | None:
    """The XML of the part of this kind that the main part names, None where there is none."""
    for link in part.rels.values():
        if link.reltype == _RELATED + kind and not link.is_external:
            return _root(link.target_part)
    return None


@dataclass(slots=True)
class _Layout:
    """One file while it is laid."""

    part: Part
    body: Element
    styles: Styles
    numbering: Numbering
    runs: RunReader
    encoding: Decision = UNICODE
    canvas: Canvas = field(default_factory=Canvas)
    blocks: list[Block] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    gap: bool = True  # a blank paragraph stands right above
    above: Style | None = None  # the look of the paragraph right above
    tight: int = 0  # the least white space between two paragraphs of this file, in twentieths of a point
    rest: Printed | None = None  # the words of a paragraph whose end was deleted
    notes: list[Note] = field(default_factory=list)
    noted: dict[str, dict[str, Element]] = field(default_factory=dict)

    @classmethod
    def of(cls, part: Part) -> _Layout:
        root = _root(part)
        body = root.find(f"{W}body")
        if body is None:
            raise ValueError(root.tag)
        check_length(0, sum(1 for _ in body.iter(f"{W}p")))
        styles = Styles.read(_related(part, "styles"))
        settings = _related(part, "settings")
        sort = value(settings, "footnotePr", "numFmt") or "decimal"
        numbering = Numbering.read(_related(part, "numbering"), styles)
        notes = {kind: held for kind in _NOTES if (held := _related(part, kind)) is not None}
        decided = modernise([body, *notes.values()], styles)
        noted = {kind: {one.get(f"{W}id") or "": one for one in held} for kind, held in notes.items()}
        return cls(part, body, styles, numbering, RunReader(styles, sort), encoding=decided, noted=noted)

    def lay(self, elements: Iterable[Element]) -> Iterator[Block]:
        """The blocks of paragraphs and tables, in order; lines typed with tabs between columns make a table."""
        rows: list[list[Box]] = []
        for one in elements:
            if one.tag == f"{W}tbl":
                yield from self._typed(rows)
                yield from self._table(one, 0)
                self.gap, self.above = False, None
                continue
            style = self.styles.of_paragraph(one)
            printed = self._printed(one, style)
            self.paragraphs += 1
            if printed is None:
                continue
            typed = _columns(printed)
            if typed and not printed.new_page:
                rows.append(typed)
            else:
                yield from self._typed(rows)
                yield from self._paragraph(printed, style)
            for box in printed.boxes:
                yield from self._typed(rows)
                yield from self.lay(inner(box, "p", "tbl"))
            self.notes += printed.notes
            if starts_page(one):
                yield from self._typed(rows)
                yield PageBreak(self.canvas.length)
            if not rows:
                yield from self._notes()
        yield from self._typed(rows)
        for line in _worded(self._left()):
            yield self.canvas.paragraph(collapse(line.words), LOOK)
        yield from self._notes()

    def _printed(self, one: Element, style: Style) -> Printed | None:
        """What a paragraph prints, its number in front; None where it runs on into the next one."""
        rest, self.rest = self.rest, None
        if mark_gone(one):
            self.rest = self.runs.read(one, style, rest)
            return None
        printed = self.runs.read(one, style, rest)
        first = printed.lines[0]
        number = self.numbering.of(style)
        if number and not printed.contents:
            printed.lines[0] = replace(first, words=number + first.words.lstrip())
        return printed

    def _paragraph(self, printed: Printed, style: Style) -> Iterator[Paragraph | PageBreak]:
        if printed.new_page:
            yield PageBreak(self.canvas.length)
        gap = self.gap or self._apart(style)
        laid = 0
        for line in _worded(printed.lines):
            words = collapse(line.words)
            look = replace(LOOK, level=style.level or 0, bold=line.bold, gap=gap and not laid, number=self.paragraphs)
            yield self.canvas.paragraph(words, look)
            laid += 1
        self.gap = not laid
        self.above = style if laid else None

    def _apart(self, style: Style) -> bool:
        """Whether white space or another alignment parts a paragraph from the one above."""
        if self.above is None:
            return False
        space = (self.above.after or 0) + (style.before or 0)
        return space >= self.tight + _GAP or (self.above.align == "center") is not (style.align == "center")

    def _typed(self, rows: list[list[Box]]) -> Iterator[Block]:
        """The rows that tabs typed so far, as a table."""
        if rows:
            yield self.canvas.table(rows)
            rows.clear()
            self.gap, self.above = False, None

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        """A table; a row of one cell that itself holds tables is only a frame, and its content stands for it."""
        if depth == 0:
            self.tables += 1
        number = self.tables
        waiting: list[list[Box]] = []
        numbers: list[int] = []
        for row in grid_rows(table):
            framed = len(row.cells) == 1 and any(True for _ in inner(row.cells[0].element, "tbl"))
            if not framed or depth >= _DEEPEST:
                waiting.append([self._box(cell) for cell in row.cells])
                numbers.append(row.number)
                continue
            if waiting:
                yield self.canvas.table(waiting, number=number, numbers=numbers)
                waiting, numbers = [], []
            yield from self.lay(inner(row.cells[0].element, "p", "tbl"))
        if waiting:
            yield self.canvas.table(waiting, number=number, numbers=numbers)
        yield from self._notes()

    def _box(self, cell: GridCell) -> Box:
        lines = _worded(self._lines(cell.element, 0))
        words = tuple(collapse(line.words) for line in lines)
        bold = bool(lines) and all(line.bold for line in lines)
        return Box(cell.start, words, bold=bold, wide=cell.end - cell.start, tall=cell.tall)

    def _lines(self, holder: Element, depth: int) -> list[Line]:
        """The lines of a cell or a text box, those of tables inside it row by row."""
        found: list[Line] = []
        for one in inner(holder, "p", "tbl"):
            if one.tag == f"{W}p":
                style = self.styles.of_paragraph(one)
                printed = self._printed(one, style)
                if printed is not None:
                    found += printed.lines
                    self.notes += printed.notes
                    for box in printed.boxes:
                        found += self._lines(box, depth + 1) if depth < _DEEPEST else []
            elif depth < _DEEPEST:
                for row in grid_rows(one):
                    cells = [line for cell in row.cells for line in self._lines(cell.element, depth + 1)]
                    found.append(Line(" ".join(line.words for line in cells)))
        return found + self._left()

    def _left(self) -> list[Line]:
        """The words of a last paragraph whose end was deleted: there is none for them to run on into."""
        rest, self.rest = self.rest, None
        return [] if rest is None else rest.lines

    def _notes(self) -> Iterator[Paragraph]:
        """The notes referred to since the last block, each one paragraph behind its mark."""
        waiting, self.notes = self.notes, []
        for note in waiting:
            holder = self.noted.get(note.kind, {}).pop(note.key, None)  # a second reference prints no second note
            lines = [] if holder is None else _worded(self._lines(holder, 1))
            words = collapse(" ".join([note.mark, *(line.words for line in lines)]))
            if lines:
                yield self.canvas.paragraph(words, LOOK)


def _worded(lines: Sequence[Line]) -> list[Line]:
    """The lines that print words; a row of dashes is drawn, not written."""
    return [line for line in lines if line.words.strip() and not is_rule(line.words)]


def _tight(looks: Sequence[Style]) -> int:
    """The least white space that more than a few paragraphs have above them: it parts nothing."""
    spaces = sorted((above.after or 0) + (style.before or 0) for above, style in pairwise(looks))
    return spaces[len(spaces) * _FEW // 100] if spaces else 0


def _columns(printed: Printed) -> list[Box] | None:
    """The cells of a line laid out by hand, with tabs or many spaces between its columns; None where it is one."""
    if len(printed.lines) != 1 or printed.contents:
        return None
    line = printed.lines[0]
    cells = line.words.strip().split("\t")
    cells = [cell for cell in cells if cell.strip()] if len(cells) < 4 else cells
    if len(cells) < 2:
        cells = columns(line.words) or []
    elif indented(cells) or (len(cells) == 2 and not cells[1].strip()[:1].isupper()):
        return None
    return [Box(at, (collapse(cell),) if cell.strip() else (), bold=line.bold) for at, cell in enumerate(cells)] or None
