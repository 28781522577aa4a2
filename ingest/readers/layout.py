"""Sheets become a Document: tables by their rulings, two columns side by side, paragraphs, footnotes, page after page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from statistics import median

from ingest.document import Block, Box, Cell, Document, PageBreak, Paragraph, Row, Span, Table
from ingest.readers.lattice import Lattice, Region, lattices
from ingest.readers.margins import notes_at, without_margins
from ingest.readers.pagebreaks import Cells, carried, mend, merging
from ingest.readers.paragraphs import Measure, Placed, begins, has_gap, measure_of
from ingest.readers.sheet import Line, Place, Sheet, Word, around, lines_of
from ingest.readers.sides import Sides, column_text, flow_of
from ingest.readers.unruled import with_rulings
from ingest.readers.wrapped import Vocabulary, text_of, vocabulary

_CENTRED = 12.0  # points by which the middle of a title may be off on a scan
_FRAMED = re.compile(r"CỘNG H|ĐẢNG CỘNG SẢN|Độc lập|Nơi nhận", re.IGNORECASE)
_FRAME_COLUMNS, _FRAME_ROWS = 2, 3
_SHORT = 0.5  # of the text's width


def lay_out(name: str, sheets: Sequence[Sheet], reader: str) -> Document:
    """The document that these pages print."""
    split = [split_page(sheet) for sheet in sheets]
    unruled = with_rulings([(sheet, free) for sheet, (_, free) in zip(sheets, split, strict=True)])
    for turn, sheet in unruled.items():
        split[turn] = split_page(sheet)
    prose = without_margins([(sheet, free) for sheet, (_, free) in zip(sheets, split, strict=True)])
    cells = (lines_of(words) for tables, _ in split for _, held in tables for words in held)
    known = vocabulary([*chain.from_iterable(cells), *(line for free in prose for line in lines_of(free))])
    columns = merging([table for tables, _ in split for table in tables])
    held: list[dict[int, int]] = [{} for _ in split]
    for number, ((above, _), (below, _)) in enumerate(pairwise(split), 1):
        if above and below:
            reached = held[number - 1] if len(above) == 1 else {}
            held[number] = carried(above[-1], below[0], columns, reached=reached)
            mend(above[-1], below[0], known)
    pages = [_page(sheet, tables, free) for sheet, (tables, _), free in zip(sheets, split, prose, strict=True)]
    press = _Press(known)
    for page, reaching in zip(_measured(pages), held, strict=True):
        press.page(page, reaching)
    press.close()
    text = "".join(press.parts)
    boxes = tuple(press.boxes)
    return Document(name, text, tuple(press.blocks), reader, pages=len(sheets), boxes=boxes, whole=True)


Tables = list[tuple[Lattice, Cells]]
"""The tables of a page, each with the words of every region."""


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: its tables with the words of each cell, its prose from the top down, what stands sideways and its footnotes."""

    sheet: Sheet
    tables: Tables
    flow: tuple[Line | Sides, ...]
    notes: tuple[Line, ...]
    measure: Measure


def split_page(sheet: Sheet) -> tuple[Tables, list[Word]]:
    """The tables of a page, and the words outside them but those printed sideways."""
    found = lattices(sheet.level, sheet.upright)
    held: list[Cells] = [[[] for _ in grid.regions] for grid in found]
    free: list[Word] = []
    for word in sheet.words:
        at = next((n for n, grid in enumerate(found) if grid.box.holds(word.box.middle)), None)
        if at is None and not word.aside:
            free.append(word)
        elif at is None:
            continue
        else:
            held[at][found[at].region_at(word.box.middle)].append(word)
    return list(zip(found, held, strict=True)), free


def _page(sheet: Sheet, tables: Tables, free: Sequence[Word]) -> _Page:
    lines = lines_of(free)
    measure = measure_of(lines, [grid.box for grid, _ in tables], sheet.width)
    flow = flow_of(free, sheet.width / 2 if not lines else measure.middle, sheet.width)
    boxes = [grid.box for grid, _ in tables]
    aside = [word for word in sheet.words if word.aside and not any(box.holds(word.box.middle) for box in boxes)]
    page = _with_notes(_Page(sheet, tables, tuple(flow), (), measure))
    return replace(page, notes=(*lines_of(aside), *page.notes))


def _with_notes(page: _Page) -> _Page:
    """The page with its footnotes taken from its flow."""
    tail = [item for item in page.flow if isinstance(item, Line)]
    if not tail or isinstance(page.flow[-1], Sides):
        return page
    size = median(sorted(word.box.height for word in page.sheet.words))
    last = max((n for n, item in enumerate(page.flow) if isinstance(item, Sides)), default=-1)
    prose = [item for item in page.flow[last + 1 :] if isinstance(item, Line)]
    cut = notes_at(prose, page.sheet, max(size, prose[0].size))
    return replace(page, flow=page.flow[: last + 1 + cut], notes=tuple(prose[cut:]))


def _measured(pages: Sequence[_Page]) -> list[_Page]:
    """The pages, each with the measure of all pages of its width."""
    found: dict[int, Measure] = {}
    for width in {round(page.sheet.width) for page in pages}:
        alike = [page for page in pages if round(page.sheet.width) == width]
        lines = [item for page in alike for item in page.flow if isinstance(item, Line)]
        boxes = [grid.box for page in alike for grid, _ in page.tables]
        found[width] = measure_of(lines, boxes, width)
    return [replace(page, measure=found[round(page.sheet.width)]) for page in pages]


@dataclass(slots=True)
class _Press:
    """The canonical text while it is laid; a paragraph is held until the line that begins the next one."""

    known: Vocabulary
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    held: list[Placed] = field(default_factory=list)
    gap: bool = True
    notes: list[Placed] = field(default_factory=list)
    cells: dict[int, Cell] = field(default_factory=dict)  # of the table laid last, by their regions

    def put(self, text: str) -> Span:
        """Lay words where the last ones ended."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return Span(start, self.length)

    def page(self, page: _Page, reaching: Mapping[int, int]) -> None:
        """Lay one page; ``reaching`` names the regions of its first table that cells of the page above reach down to."""
        if page.sheet.number > 1 and not self.held:
            self.blocks.append(PageBreak(self.length))
        items: list[tuple[float, Line | Sides | int]] = [(item.box.y0, item) for item in page.flow]
        items += [(grid.box.y0, number) for number, (grid, _) in enumerate(page.tables)]
        for _, item in sorted(items, key=lambda one: one[0]):
            if isinstance(item, Line):
                self._line(Placed(item, page.sheet.number, page.measure))
                continue
            self.close()
            if isinstance(item, Sides):
                self._sides(item, page.sheet.number)
            else:
                self._table(*page.tables[item], page=page.sheet.number, reaching={} if item else reaching)
            self.gap = False
        self.notes += [Placed(line, page.sheet.number, page.measure) for line in page.notes]
        if not self.held:
            self.close()

    def _line(self, line: Placed) -> None:
        if self.held and begins(self.held, line):
            gap = has_gap(self.held[-1], line)
            turned = self.held[-1].page != line.page
            self.close()
            if turned:
                self.blocks.append(PageBreak(self.length))
            self.gap = gap
        self.held.append(line)

    def close(self) -> None:
        """Lay the paragraph that is held, then the footnotes that wait for its end."""
        if self.held:
            self._paragraph(self.held, gap=self.gap)
        self.held = []
        waiting: list[Placed] = []
        for note in self.notes:
            if waiting and note.line.text[:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
                self._paragraph(waiting, gap=True)
                waiting = []
            waiting.append(note)
        if waiting:
            self._paragraph(waiting, gap=True)
        self.notes = []

    def _paragraph(self, lines: Sequence[Placed], *, gap: bool) -> None:
        printed = [one.line for one in lines]
        span = self.put(text_of(printed, lines[0].measure.column, self.known))
        self.put("\n")
        bold = all(line.bold for line in printed) or _is_title(lines)
        self.blocks.append(Paragraph(span, bold=bold, gap=gap, page=lines[0].page))
        for page in dict.fromkeys(one.page for one in lines):
            self._box(span, page, around([one.line.box for one in lines if one.page == page]))

    def _box(self, span: Span, page: int, box: Place) -> None:
        if span.start < span.end:
            self.boxes.append(Box(span, page, *(round(side, 1) for side in (box.x0, box.y0, box.x1, box.y1))))

    def _sides(self, sides: Sides, page: int) -> None:
        """Two columns as a table of one row: nothing but their place tells them apart."""
        start = self.length
        cells: list[Cell] = []
        for column in (sides.left, sides.right):
            if cells:
                self.put("\t")
            span = self.put(column_text(column))
            self._box(span, page, around([line.box for line in column]))
            cells.append(Cell(span, bold=all(line.bold for line in column)))
        row = Row(Span(start, self.length), tuple(cells), page=page)
        self.put("\n")
        self.blocks.append(Table(row.span, (row,)))

    def _table(self, grid: Lattice, words: Cells, *, page: int, reaching: Mapping[int, int]) -> None:
        rows: list[Row] = []
        known = {
            owner: self.cells[above] for owner, above in reaching.items()
        }  # the cell of each region that has been laid
        for number, owners in enumerate(grid.owner):
            start = self.length
            goes_on = not words[owners[0]]  # the rest of a row of the page above, which holds the merged cell itself
            cells = []
            for column, owner in enumerate(owners):
                if column:
                    self.put("\t")
                region = grid.regions[owner]
                if column != region.column or (owner in reaching and goes_on and number == region.row):
                    cells.append(Cell(self.put("")))
                elif owner in known:
                    cells.append(replace(known[owner], row_span=0))
                else:
                    known[owner] = self._cell(region, words[owner], page, lines=_is_frame(grid, words))
                    cells.append(known[owner])
            rows.append(Row(Span(start, self.length), tuple(cells), page=page))
            self.put("\n")
        self.cells = known
        self.blocks.append(Table(Span(rows[0].span.start, rows[-1].span.end), tuple(rows)))

    def _cell(self, region: Region, words: Sequence[Word], page: int, *, lines: bool) -> Cell:
        """A cell; ``lines`` keeps them apart, where they say one thing each."""
        found = lines_of(words)
        span = self.put(column_text(found) if found and lines else text_of(found, region.box, self.known))
        self._box(span, page, region.box)
        bold = bool(found) and all(line.bold for line in found)
        return Cell(span, bold, region.col_span, region.row_span, confidence=confidence_of(words))


def _is_frame(grid: Lattice, words: Cells) -> bool:
    """Whether a ruled table only holds two columns side by side: letterhead and motto, recipients and signature."""
    small = len(grid.xs) == _FRAME_COLUMNS + 1 and len(grid.ys) <= _FRAME_ROWS + 1
    return small and any(_FRAMED.match(line.text) for cell in words for line in lines_of(cell))


def _is_title(lines: Sequence[Placed]) -> bool:
    """Whether a scan, which tells no bold letters, prints a title: a short line in the middle that begins with a capital."""
    (line, measure), *others = ((one.line, one.measure) for one in lines)
    scanned = any(word.confidence is not None for word in line.words)
    centred = abs(line.box.middle[0] - measure.middle) < _CENTRED and line.box.width < _SHORT * measure.column.width
    return scanned and not others and centred and line.text[:1].isupper()


def confidence_of(words: Sequence[Word]) -> float | None:
    """How sure the words of a cell are: halfway between the mean, each weighed by its letters, and the least sure one.

    None where nothing was guessed.
    """
    guessed = [(word.confidence, len(word.text)) for word in words if word.confidence is not None]
    if not guessed:
        return None
    mean = sum(sure * count for sure, count in guessed) / sum(count for _, count in guessed)
    return round((mean + min(sure for sure, _ in guessed)) / 2, 3)
