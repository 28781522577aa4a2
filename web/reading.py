"""A plan laid out for reading: its text as headings, paragraphs and tables, cited places marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from ingest.document import Span
from ingest.plan import Plan, Section, SectionKind, Target, Task
from web.marking import Piece, pieces, with_found
from web.mends import Mend, row_mends, row_places
from web.merging import Cut, body_cuts, covered, header_cuts, heading_cuts

_HEADED = frozenset(SectionKind) - {SectionKind.BASES, SectionKind.FOOTNOTE}
_OUTLINED = frozenset({SectionKind.HEADING, SectionKind.ANNEX, SectionKind.GROUP})


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; ``level`` is 0 for running text, else 1 to 4; ``cells`` is one for prose.

    ``anchor`` names the section that starts here, ``head`` tells a table's header row, ``first``
    the first marked line of the page, ``lends`` that only a merged cell of it is cited. ``places`` name the rows that begin here, ``notes`` tells by cell what a
    clerk has put right in it, ``cuts`` how each cell is merged with others; () where nothing is. ``start`` is where
    the line begins.
    """

    cells: tuple[tuple[Piece, ...], ...]
    level: int = 0
    anchor: str | None = None
    head: bool = False
    first: bool = False
    lends: bool = False
    places: tuple[str, ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()
    start: int = 0
    cuts: tuple[Cut, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether any of it is cited."""
        return any(piece.marked for cell in self.cells for piece in cell)

    @property
    def bare(self) -> bool:
        """Whether nothing of it is marked or found: its words may be shown as they are."""
        return not any(piece.marked or piece.found for cell in self.cells for piece in cell)

    @property
    def wholly_marked(self) -> bool:
        """Whether nothing of it is left unmarked."""
        return all(piece.marked or not piece.text.strip() for cell in self.cells for piece in cell)

    @property
    def words(self) -> tuple[str, ...]:
        """The text of each cell."""
        return tuple("".join(piece.text for piece in cell).strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring lines of one sort: a table's rows, or one line of prose.

    ``labels`` are a table's column names, taken over from the piece before a page break.
    """

    lines: tuple[Line, ...]
    table: bool = False
    labels: tuple[str, ...] = ()

    @property
    def heads(self) -> tuple[Line, ...]:
        """The header rows that the table begins with."""
        return tuple(takewhile(lambda line: line.head, self.lines))

    @property
    def body(self) -> tuple[Line, ...]:
        """The rows below."""
        return self.lines[len(self.heads) :]

    def label(self, column: int) -> str:
        """The name of ``column``, counted from 0; "" where none is printed."""
        return self.labels[column] if column < len(self.labels) else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outline."""

    anchor: str
    numeral: str
    text: str
    depth: int


def outline(plan: Plan) -> tuple[Entry, ...]:
    """The headings to jump to, in order."""
    return tuple(
        Entry(_anchor(number), _numeral(section), section.heading, min(section.depth, 4))
        for number, section in enumerate(plan.sections)
        if section.kind in _OUTLINED and section.heading
    )


def _numeral(section: Section) -> str:
    """What the heading is counted by; "" where its locator ends in its own words, as an annex's does."""
    last = section.locator.rpartition("/")[2]
    return "" if section.kind is SectionKind.ANNEX or last == section.heading else last


def places(plan: Plan, locator: str) -> tuple[Span, ...]:
    """Where ``locator`` stands: a row, a duty or clause, or else the heading of a section."""
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    for row in rows:
        if row.locator == locator:
            return row.spans
    prose = [one.span for one in plan.clauses if one.locator == locator]
    if prose:
        return tuple(prose)
    for section in plan.sections:
        if section.locator == locator:
            return (_first_line(plan.text, section.span),)
    return ()


def _first_line(text: str, span: Span) -> Span:
    end = text.find("\n", span.start, span.end)
    return span if end < 0 else Span(span.start, end)


def extent(plan: Plan, locator: str) -> tuple[Span, ...]:
    """All that ``locator`` stands for: of a section its whole content, not its heading alone."""
    whole = tuple(section.span for section in plan.sections if section.locator == locator)
    return (*places(plan, locator), *whole)


def blocks(plan: Plan, cited: Sequence[Span] = (), hits: Sequence[Span] = ()) -> tuple[Block, ...]:
    """The whole text in order, ``cited`` and ``hits`` marked; blank lines are left out."""
    begin = cited[0].start if cited else 0
    lines = _stepped(_with_first(_lines(plan, cited, tuple(enumerate(hits, start=1))), begin))
    covering = covered(plan)
    found: list[Block] = []
    labels: tuple[str, ...] = ()
    for table, run in groupby(lines, key=lambda line: len(line.cells) > 1):
        if table:
            rows = _headed(tuple(run))
            labels = _labels(rows, labels)
            found.append(Block(_merged(rows, covering, plan.text), table=True, labels=labels))
        else:
            found.extend(Block((line,)) for line in run)
    return tuple(found)


def _labels(rows: tuple[Line, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """The column names that ``rows`` print, or those of the piece before if it had as many."""
    heads = [row.words for row in takewhile(lambda row: row.head, rows)]
    if len(heads) == 2 and any(header_cuts(*heads)):
        return tuple(lower or upper for upper, lower in zip(*heads, strict=True))
    if heads:
        return heads[0]
    return before if len(before) == len(rows[0].cells) else ()


def _merged(rows: tuple[Line, ...], covering: Mapping[tuple[int, int], int], text: str) -> tuple[Line, ...]:
    """The rows with their merged cells."""
    words = [row.words for row in rows]
    cuts = body_cuts([row.start for row in rows], covering, text)
    heads = sum(1 for _ in takewhile(lambda row: row.head, rows))
    if heads == 2:
        cuts[0], cuts[1] = header_cuts(words[0], words[1])
    for number, row in enumerate(rows):
        if row.anchor and not row.head and not cuts[number]:
            cuts[number] = heading_cuts(words[number])
    return tuple(replace(row, cuts=cut) if cut else row for row, cut in zip(rows, cuts, strict=True))


def _lines(plan: Plan, cited: Sequence[Span], hits: Sequence[tuple[int, Span]]) -> Iterator[Line]:
    starts = _section_starts(plan)
    records: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    rows = sorted(span.start for one in records for span in one.spans)
    places, mends = row_places(plan), row_mends(plan)
    offset = 0
    for text in plan.text.split("\n"):
        if text.strip():
            here = Span(offset, offset + len(text))
            inside = [(number, hit) for number, hit in hits if hit.start < here.end and here.start < hit.end]
            starting = _starts_in(rows, here)
            own = tuple(places[at] for at in starting if at in places)
            notes = _notes(text, mends, offset) if mends else ()
            line = Line(_cells(text, cited, inside, offset), head=not starting, places=own, notes=notes, start=offset)
            yield _titled(line, starts, here)
        offset += len(text) + 1


def _cells(
    text: str, cited: Sequence[Span], hits: Sequence[tuple[int, Span]], offset: int
) -> tuple[tuple[Piece, ...], ...]:
    cells = []
    for cell in text.split("\t"):
        cut = pieces(cell, cited, offset)
        cells.append(with_found(cut, hits, offset) if hits else cut)
        offset += len(cell) + 1
    return tuple(cells)


def _notes(text: str, mends: Mapping[int, Sequence[Mend]], offset: int) -> tuple[tuple[str, ...], ...]:
    """By cell what is put right in it; () where nothing is in the whole line."""
    found = []
    for cell in text.split("\t"):
        told = (mend.told for at, those in mends.items() if offset <= at <= offset + len(cell) for mend in those)
        found.append(tuple(told))
        offset += len(cell) + 1
    return tuple(found) if any(found) else ()


def _section_starts(plan: Plan) -> dict[int, tuple[int, Section]]:
    """Number and section by the offset where each starts; of two, the outer one."""
    starts: dict[int, tuple[int, Section]] = {}
    for number, section in enumerate(plan.sections):
        starts.setdefault(section.span.start, (number, section))
    return starts


def _titled(line: Line, starts: dict[int, tuple[int, Section]], here: Span) -> Line:
    """The line with its heading level and anchor, if a section starts on it."""
    at = next((starts[place] for place in range(here.start, here.end) if place in starts), None)
    if at is None:
        return line
    number, section = at
    level = min(section.depth, 3) + 1 if section.kind in _HEADED else 0
    return replace(line, level=level, anchor=_anchor(number), head=False)


def _starts_in(sorted_starts: Sequence[int], here: Span) -> Sequence[int]:
    """Those of the sorted offsets that lie in the line."""
    return sorted_starts[bisect_left(sorted_starts, here.start) : bisect_left(sorted_starts, here.end)]


def _with_first(lines: Iterator[Line], begin: int) -> Iterator[Line]:
    """The same lines, the first of what begins at ``begin`` told apart: it is where the page scrolls to.

    Marked lines above it lend a merged cell to what is cited, and are not cited themselves.
    """
    seen = False
    for line in lines:
        above = line.marked and line.start + sum(len(piece.text) + 1 for cell in line.cells for piece in cell) <= begin
        if above:
            yield replace(line, lends=True)
        else:
            yield replace(line, first=True) if line.marked and not seen else line
            seen = seen or line.marked


def _stepped(lines: Iterator[Line]) -> Iterator[Line]:
    """The same lines, no heading more than one level below the one before: plans may begin with a lower one."""
    last = 0
    for line in lines:
        stepped = replace(line, level=min(line.level, last + 1)) if line.level else line
        last = stepped.level or last
        yield stepped


def _headed(rows: tuple[Line, ...]) -> tuple[Line, ...]:
    """A table's rows, headers being those above its first record, if any, and their repetitions."""
    leading = next((index for index, row in enumerate(rows) if not row.head), 0)
    printed = {row.words for row in rows[:leading]}
    return tuple(replace(row, head=row.words in printed) for row in rows)


def _anchor(number: int) -> str:
    return f"s{number}"
