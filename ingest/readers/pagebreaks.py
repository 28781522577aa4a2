"""Rows and merged cells that a page's end breaks.

A word cut there is made whole on the page where it begins; a merged cell, printed once, is known on the pages it reaches.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import replace

from ingest.numerals import Numbering, read_ordinal
from ingest.readers.lattice import Lattice, Region
from ingest.readers.sheet import Line, Place, Word, lines_of
from ingest.readers.wrapped import Vocabulary, cut_between

_OPEN_END = re.compile(r"(?:\bvà|[,/–-])$")
_MOST_OF_IT = 0.7
_FIRST_ROWS = 2  # of a page, a header among them
_ALIKE = 3.0  # points by which the columns of two pieces of one table may differ

Cells = list[list[Word]]
"""The words of each region of a table."""

Merging = Mapping[int, Collection[int]]
"""By the identity of each piece of a table: the columns that merge cells and leave none blank anywhere in the table."""


def mend(above: tuple[Lattice, Cells], below: tuple[Lattice, Cells], known: Vocabulary) -> None:
    """Bring the rest of a word that the page cut from the first row of one table to the last row of the one above."""
    grid, cells = above
    other, rest = below
    row = _body(above, below)
    if row is None or rest[other.owner[row][0]]:  # a row number begins a new row
        return
    for column, owner in enumerate(other.owner[row]):
        last, first = lines_of(cells[grid.owner[-1][column]]), lines_of(rest[owner])
        if last and first and cut_between(last[-1], first[0], grid.regions[grid.owner[-1][column]].box, known):
            _move(first[0], last[-1], rest[owner], cells[grid.owner[-1][column]])


def carried(
    above: tuple[Lattice, Cells], below: tuple[Lattice, Cells], columns: Merging, *, reached: Container[int]
) -> dict[int, int]:
    """The merged cells that reach down from one page to the next: the region below, and the one above that it belongs to.

    What such a cell prints below is brought to the page above. A blank cell of one row is taken for the end of a merged one
    only where no line closes that one, or in ``columns`` that leave no other blank. ``reached`` are the regions above that cells of a page before reach.
    """
    grid, cells = above
    other, rest = below
    row = _body(above, below)
    found: dict[int, int] = {}
    if row is None:
        return found
    goes_on = not rest[other.owner[row][0]]
    sure = any(_text(rest[owner])[:1].islower() for owner in other.owner[row])
    for column, owner in enumerate(other.owner[row]):
        last = grid.owner[-1][column]
        region, up = other.regions[owner], grid.regions[last]
        if (region.row, region.column) != (row, column) or not _alike(region, up):
            continue
        tall, words = region.row_span > 1, rest[owner]
        ends = column in (grid.running or columns.get(id(other), ()))
        if goes_on:
            rests = tall and (sure or not words)
        else:
            merged = tall or up.row_span > 1 or _text(cells[last]).endswith(" và")
            rests = bool(words) and (column in grid.running or (merged and _is_rest(_text(cells[last]), _text(words))))
        if rests:
            _move_all(words, cells[last])
            found[owner] = last
        elif not goes_on and not words and (cells[last] or last in reached) and (ends or (tall and not grid.running)):
            found[owner] = last
    return found


def _is_rest(above: str, below: str) -> bool:
    """Whether the words of a cell carry on those that the page above ends with."""
    return bool(above) and (below[:1].islower() or bool(_OPEN_END.search(above)))


def _alike(region: Region, other: Region) -> bool:
    return region.column == other.column and region.col_span == other.col_span


def merging(tables: Sequence[tuple[Lattice, Cells]]) -> Merging:
    """The columns of each table, over all its pages, where some cell is merged and none is blank in a row filled otherwise.

    The first rows of pages tell nothing, as a cell there may be the end of one on the page above.
    """
    merged: list[set[int]] = []
    blank: list[set[int]] = []
    turns: dict[int, int] = {}
    for number, (grid, cells) in enumerate(tables):
        if not number or not _same_columns(tables[number - 1][0], grid):
            merged.append(set())
            blank.append(set())
        turns[id(grid)] = len(merged) - 1
        merged[-1].update(region.column for region in grid.regions if region.row_span > 1)
        for owners in grid.owner[_FIRST_ROWS:]:
            empty = {owner for owner in owners if not cells[owner] and grid.regions[owner].row >= _FIRST_ROWS}
            if 2 * len(empty) < len(grid.xs):
                blank[-1].update(grid.regions[owner].column for owner in empty)
    return {number: merged[turn] - blank[turn] for number, turn in turns.items()}


def _same_columns(grid: Lattice, other: Lattice) -> bool:
    return len(grid.xs) == len(other.xs) and all(abs(a - b) <= _ALIKE for a, b in zip(grid.xs, other.xs, strict=True))


def _body(above: tuple[Lattice, Cells], below: tuple[Lattice, Cells]) -> int | None:
    """The first row of a table under its header, where it carries on the one on the page above; None where it does not."""
    grid, cells = above
    other, rest = below
    if not _same_columns(grid, other):
        return None
    row = 0
    while row < min(len(grid.owner), len(other.owner)) and _again(
        _printed(grid, cells, row), _printed(other, rest, row)
    ):
        row += 1
    titled = row == 0 and read_ordinal(_text(rest[other.owner[0][0]])).kind is Numbering.WORD
    return None if titled or row == len(other.owner) else row


def _again(header: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row is the header again; on a scan a cell of it may have been misread."""
    same = sum(one == other for one, other in zip(header, row, strict=True))
    return header == row or (bool(header[0]) and header[:2] == row[:2] and same >= _MOST_OF_IT * len(row))


def _printed(grid: Lattice, cells: Cells, row: int) -> Sequence[str]:
    return [_text(cells[owner]) for owner in grid.owner[row]]


def _text(words: Sequence[Word]) -> str:
    return " ".join(line.text for line in lines_of(words))


def _move_all(source: list[Word], target: list[Word]) -> None:
    """Put the words of a cell under those of the cell that it carries on."""
    if source and target:
        down = max(word.box.y1 for word in target) - min(word.box.y0 for word in source)
        target += [replace(word, box=_lowered(word.box, down)) for word in source]
    else:
        target += source
    source.clear()


def _lowered(box: Place, down: float) -> Place:
    return Place(box.x0, box.y0 + down, box.x1, box.y1 + down)


def _move(first: Line, last: Line, source: list[Word], target: list[Word]) -> None:
    """Put the first word of a line under the last line of the cell that it carries on."""
    count = 1
    while count < len(first.words) and first.words[count].glued:
        count += 1
    down = last.box.y1 - first.box.y0
    for word in first.words[:count]:
        source.remove(word)
        target.append(replace(word, box=_lowered(word.box, down)))
