"""Rows that a page's end breaks: a word cut there is made whole on the page where it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.lattice import Lattice
from ingest.readers.sheet import Line, Place, Word, lines_of
from ingest.readers.wrapped import Vocabulary, cut_between

_ALIKE = 3.0  # points by which the columns of two pieces of one table may differ

Cells = list[list[Word]]
"""The words of each region of a table."""


def mend(above: tuple[Lattice, Cells], below: tuple[Lattice, Cells], known: Vocabulary) -> None:
    """Bring the rest of a word that the page cut from the first row of one table to the last row of the one above."""
    grid, cells = above
    other, rest = below
    if len(grid.xs) != len(other.xs) or any(abs(a - b) > _ALIKE for a, b in zip(grid.xs, other.xs, strict=True)):
        return
    row = 1 if _header(grid, cells) == _header(other, rest) else 0
    if row >= len(other.owner) or rest[other.owner[row][0]]:  # a row number begins a new row
        return
    for column, owner in enumerate(other.owner[row]):
        last, first = lines_of(cells[grid.owner[-1][column]]), lines_of(rest[owner])
        if last and first and cut_between(last[-1], first[0], grid.regions[grid.owner[-1][column]].box, known):
            _move(first[0], last[-1], rest[owner], cells[grid.owner[-1][column]])


def _header(grid: Lattice, cells: Cells) -> Sequence[str]:
    return [" ".join(line.text for line in lines_of(cells[owner])) for owner in grid.owner[0]]


def _move(first: Line, last: Line, source: list[Word], target: list[Word]) -> None:
    """Put the first word of a line under the last line of the cell that it carries on."""
    count = 1
    while count < len(first.words) and first.words[count].glued:
        count += 1
    down = last.box.y1 - first.box.y0
    for word in first.words[:count]:
        source.remove(word)
        box = word.box
        target.append(replace(word, box=Place(box.x0, box.y0 + down, box.x1, box.y1 + down)))
