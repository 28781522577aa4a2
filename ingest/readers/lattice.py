"""Ruled tables: which lines of a page form a grid, and which of its fields are one cell.

A line parts two fields only where it really runs between them, so that a merged cell shows by the piece that is missing.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from ingest.readers.sheet import Place, Ruling

_THICK = 3.0  # points: lines nearer than this are one
_TOUCH = 2.5  # points between the end of a line and the line it meets
_GAP = 4.0  # points between pieces of one line
_OPEN = 8.0  # points by which lines stick out of the outermost one across them where a border is missing
_RUNS = 0.6  # of a field's side: what a line must run along to part two fields
_WHOLE = 0.9  # of a table's width


@dataclass(frozen=True, slots=True)
class Region:
    """One cell: its first row and column, how many of each it covers, and its box."""

    row: int
    column: int
    row_span: int
    col_span: int
    box: Place


@dataclass(frozen=True, slots=True)
class Lattice:
    """One ruled table by its lines' places; ``owner[row][column]`` is the number of the region that covers a field.

    ``running`` are the columns that no line closes at the foot where one closes others: their cells go on elsewhere.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]
    owner: tuple[tuple[int, ...], ...]
    running: frozenset[int] = frozenset()

    @property
    def box(self) -> Place:
        """The place of the whole table."""
        return Place(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def region_at(self, point: tuple[float, float]) -> int:
        """The number of the region that covers a point of the table."""
        column = min(max(bisect(self.xs, point[0]) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect(self.ys, point[1]) - 1, 0), len(self.ys) - 2)
        return self.owner[row][column]


def lattices(level: Sequence[Ruling], upright: Sequence[Ruling]) -> list[Lattice]:
    """The ruled tables of a page, from the top down; one drawn inside a cell of another is left to that cell."""
    found = [grid for flat, tall in _groups(joined(level), joined(upright)) for grid in _tables(flat, tall)]
    outer = [one for one in found if not any(_inside(one.box, other.box) for other in found if other is not one)]
    return sorted(outer, key=lambda grid: grid.box.y0)


def _inside(box: Place, other: Place) -> bool:
    return other.holds((box.x0, box.y0)) and other.holds((box.x1, box.y1))


def joined(lines: Sequence[Ruling]) -> list[Ruling]:
    """Pieces that lie on one line and touch or overlap, put together."""
    found: list[Ruling] = []
    clusters: list[list[Ruling]] = []
    for line in sorted(lines, key=lambda line: line.at):
        if clusters and line.at - clusters[-1][0].at <= _THICK:
            clusters[-1].append(line)
        else:
            clusters.append([line])
    for cluster in clusters:
        at = sum(line.at for line in cluster) / len(cluster)
        pieces = sorted((line.start, line.end) for line in cluster)
        start, end = pieces[0]
        for left, right in pieces[1:]:
            if left > end + _GAP:
                found.append(Ruling(at, start, end))
                start, end = left, right
            end = max(end, right)
        found.append(Ruling(at, start, end))
    return found


def _meet(flat: Ruling, tall: Ruling) -> bool:
    across = flat.start - _TOUCH <= tall.at <= flat.end + _TOUCH
    return across and tall.start - _TOUCH <= flat.at <= tall.end + _TOUCH


def _groups(flat: Sequence[Ruling], tall: Sequence[Ruling]) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Lines that hang together; a level one that meets fewer than two others and is short underlines words."""
    group = list(range(len(flat) + len(tall)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    meets = [0] * len(flat)
    for (n, one), (m, other) in product(enumerate(flat), enumerate(tall)):
        if _meet(one, other):
            meets[n] += 1
            group[root(n)] = root(len(flat) + m)
    for label in sorted({root(at) for at in range(len(group))}):
        rows = [(line, meets[n]) for n, line in enumerate(flat) if root(n) == label]
        widest = max((line.end - line.start for line, _ in rows), default=0.0)
        kept = [line for line, met in rows if met > 1 or line.end - line.start >= _WHOLE * widest]
        columns = [line for m, line in enumerate(tall) if root(len(flat) + m) == label]
        if kept and columns:
            yield kept, columns


def _edges(lines: Sequence[Ruling], across: Sequence[Ruling]) -> list[float]:
    """Where the lines stand, in order, with the outer borders that only the ends of the lines across them show."""
    places: list[float] = []
    for at in sorted(line.at for line in lines):
        if not places or at - places[-1] > _THICK:
            places.append(at)
    first, last = min(line.start for line in across), max(line.end for line in across)
    if first < places[0] - _OPEN:
        places.insert(0, first)
    if last > places[-1] + _OPEN:
        places.append(last)
    return places


def _runs(lines: Sequence[Ruling], at: float, start: float, end: float) -> bool:
    """Whether lines at a place run along most of a field's side."""
    along = sum(max(0.0, min(line.end, end) - max(line.start, start)) for line in lines if abs(line.at - at) <= _THICK)
    return along >= _RUNS * (end - start)


def _parting(places: Sequence[float], across: Sequence[float], lines: Sequence[Ruling]) -> list[float]:
    """The places whose lines part fields somewhere; corners drawn by themselves part none."""
    inner = [at for at in places[1:-1] if any(_runs(lines, at, start, end) for start, end in pairwise(across))]
    return [places[0], *inner, places[-1]]


def _tables(flat: Sequence[Ruling], tall: Sequence[Ruling]) -> Iterator[Lattice]:
    """The tables that lines which hang together draw: two where one with other columns stands right under the first."""
    xs, ys = _edges(tall, flat), _edges(flat, tall)
    if len(xs) < 2 or len(ys) < 2:
        return
    xs, ys = _parting(xs, ys, tall), _parting(ys, xs, flat)
    top, seen = 0, set[float]()
    for row, (start, end) in enumerate(pairwise(ys)):
        parts = {at for at in xs[1:-1] if _runs(tall, at, start, end)}
        if len(parts - seen) > 1 and len(seen - parts) > 1:
            yield from _lattice(flat, tall, xs, ys[top : row + 1])
            top, seen = row, set()
        seen |= parts
    yield from _lattice(flat, tall, xs, ys[top:])


def _lattice(
    flat: Sequence[Ruling], tall: Sequence[Ruling], places: Sequence[float], ys: Sequence[float]
) -> Iterator[Lattice]:
    """The table between some level lines; none for a frame and for fewer lines than a table needs."""
    xs = _parting(places, ys, tall)
    rows, columns = len(ys) - 1, len(xs) - 1
    group = {(r, c): (r, c) for r, c in product(range(rows), range(columns))}

    def root(field: tuple[int, int]) -> tuple[int, int]:
        while group[field] != field:
            field = group[field]
        return field

    def merge(field: tuple[int, int], other: tuple[int, int]) -> None:
        first, last = sorted((root(field), root(other)))
        group[last] = first

    for r, c in group:
        if c + 1 < columns and not _runs(tall, xs[c + 1], ys[r], ys[r + 1]):
            merge((r, c), (r, c + 1))
        if r + 1 < rows and not _runs(flat, ys[r + 1], xs[c], xs[c + 1]):
            merge((r, c), (r + 1, c))
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for field in group:
        members.setdefault(root(field), []).append(field)
    if len(members) > 1:
        running = {c for c, (start, end) in enumerate(pairwise(xs)) if not _runs(flat, ys[-1], start, end)}
        grid = _settled(list(members.values()), xs, ys)
        yield replace(grid, running=frozenset(running)) if len(running) < columns else grid


def _settled(members: Sequence[Sequence[tuple[int, int]]], xs: Sequence[float], ys: Sequence[float]) -> Lattice:
    owner = [[0] * (len(xs) - 1) for _ in pairwise(ys)]
    regions = []
    for number, fields in enumerate(members):
        top, foot = min(r for r, _ in fields), max(r for r, _ in fields)
        left, right = min(c for _, c in fields), max(c for _, c in fields)
        box = Place(xs[left], ys[top], xs[right + 1], ys[foot + 1])
        regions.append(Region(top, left, foot - top + 1, right - left + 1, box))
        for r, c in fields:
            owner[r][c] = number
    return Lattice(tuple(xs), tuple(ys), tuple(regions), tuple(map(tuple, owner)))
