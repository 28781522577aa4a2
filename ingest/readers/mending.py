"""The sheets of a scan put right as a whole, once all pages have been read: each may tell what another says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.readers.lattice import Lattice
from ingest.readers.layout import Tables, split_page
from ingest.readers.ordinals import GUESSED, First, settled
from ingest.readers.pagebreaks import Cells
from ingest.readers.sheet import Place, Sheet, Word, around, lines_of
from ingest.readers.spelling import Lexicon, healed

_MARGIN = 0.1  # of a page's height


def mended(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, those of scans with their words put right."""
    lexicon = Lexicon.of(line for sheet in sheets for line in _lines(sheet))
    pages = [_Page(sheet, *split_page(sheet)) for sheet in sheets]
    run: list[tuple[Lattice, Cells]] = []
    for page in pages:
        if not _is_scan(page.sheet):
            continue
        page.heal(lexicon)
        for turn, (grid, cells) in enumerate(page.tables):
            if turn or _titled(page, grid):
                _number(run)
                run = []
            run.append((grid, cells))
    _number(run)
    return [page.sheet if not _is_scan(page.sheet) else page.joined() for page in pages]


def _titled(page: _Page, grid: Lattice) -> bool:
    """Whether a title stands above a table, which then carries none on; what stands in the margin is a running head."""
    return any(_MARGIN * page.sheet.height < word.box.y0 < word.box.y1 < grid.box.y0 for word in page.free)


def _is_scan(sheet: Sheet) -> bool:
    return any(word.confidence is not None for word in sheet.words)


def _lines(sheet: Sheet) -> Iterator[tuple[Word, ...]]:
    """The words of every line of prose and of every cell."""
    tables, free = split_page(sheet)
    yield from (line.words for line in lines_of(free))
    yield from (tuple(_in_order(words)) for _, cells in tables for words in cells)


def _in_order(words: Sequence[Word]) -> list[Word]:
    """The words of a cell as they are read: what a line begins carries on the line above."""
    return [word for line in lines_of(words) for word in line.words]


@dataclass(slots=True)
class _Page:
    """A page taken apart while its words are put right."""

    sheet: Sheet
    tables: Tables
    free: list[Word]

    def heal(self, lexicon: Lexicon) -> None:
        """Put the words of prose and cells right, but those of the first column, which holds signs more than words."""
        self.free = [word for line in lines_of(self.free) for word in healed(line.words, lexicon)]
        for grid, cells in self.tables:
            for number, words in enumerate(cells):
                if grid.regions[number].column:
                    words[:] = healed(_in_order(words), lexicon)

    def joined(self) -> Sheet:
        """The sheet with its words as they are now."""
        words = [word for _, cells in self.tables for one in cells for word in one]
        return replace(self.sheet, words=(*self.free, *words))


def _number(run: Sequence[tuple[Lattice, Cells]]) -> None:
    """Put the row numbers in the first column of a table, over all its pages, right."""
    firsts: list[First] = []
    places: list[tuple[Lattice, Cells, int]] = []
    for turn, (grid, cells) in enumerate(run):
        headed = not turn or _again(run[0], (grid, cells))
        for row, owners in enumerate(grid.owner):
            region = grid.regions[owners[0]]
            if region.row == row and region.col_span == 1:
                firsts.append(_first(grid, cells, row, headed=headed and not row))
                places.append((grid, cells, owners[0]))
    for (grid, cells, owner), old, new in zip(places, firsts, settled(firsts), strict=True):
        if new != old.text:
            box = around([word.box for word in cells[owner]]) if cells[owner] else _corner(grid, owner)
            cells[owner][:] = [Word(new, box, confidence=GUESSED)] if new else []


def _again(first: tuple[Lattice, Cells], piece: tuple[Lattice, Cells]) -> bool:
    """Whether a piece of a table on a further page begins with the header of the first one, some words misread."""
    titles, row = (
        ["".join(word.text for word in cells[owner]).lower() for owner in grid.owner[0]]
        for grid, cells in (first, piece)
    )
    same = sum(one == other for one, other in zip(titles, row, strict=False) if one)
    return 2 * same >= sum(map(bool, titles))


def _first(grid: Lattice, cells: Cells, row: int, *, headed: bool) -> First:
    """The first cell of a row, and what the row tells of it; ``headed``: it may be a header."""
    owners = grid.owner[row]
    words = cells[owners[0]]
    others = sum(bool(cells[other]) for other in set(owners[1:]))
    name = " ".join(line.text for line in lines_of(cells[owners[1]])) if len(owners) > 1 else ""
    return First(
        " ".join(line.text for line in lines_of(words)),
        header=headed and others > 1,
        lone=others == 1 and bool(name),
        merged=others == 1 and bool(name) and grid.regions[owners[1]].col_span > 1,
        rest=not name or not name[0].isupper(),
        sure=min((word.confidence or 0.0 for word in words), default=0.0),
    )


def _corner(grid: Lattice, owner: int) -> Place:
    box = grid.regions[owner].box
    return Place(box.x0 + 2, box.y0 + 2, box.x0 + 12, min(box.y1, box.y0 + 14))
