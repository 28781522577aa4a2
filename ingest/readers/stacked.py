"""Tables that an export stacked: every bar of the table on a line of its own, every cell on the lines between two bars.

A row is a bar, then each cell with the bar that closes it; so two bars in a row close one row and open the next,
or stand round an empty cell. Which of the two it is follows from the width that fits the whole table best.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise

from ingest.columns import is_numbering, roles_of
from ingest.merged import suits
from ingest.numerals import heads_ordinals

BAR = "|"
_LONGEST_CELL = 60  # lines
_LONGEST_LOOSE_CELL = 12  # lines, where blank lines stand among them
_OPEN_ROW = 1.0  # what a row with fewer cells than the table costs: merged cells are the exception
_UNNUMBERED = 3.0  # more than two short rows that stand one below the other
_BLANK_ROW = 0.5
_ENDS_BLANK = 0.1
_SHORTEST_NAME = 8  # characters of what may be the name of a row
_SLACK = 8  # cells by which a row may be wider than its table
_TOO_WIDE = 4.0
_CUT = re.compile(r"[.…\s]*")  # a row that the export left out prints dots
_HEADS_ANNEX = re.compile(r"PHỤ LỤC(?: SỐ)?(?: [IVXLC\d]+)?")
"""A line that opens an annex stands in no cell: the table before it is over."""
_HEADS_PART = re.compile(r"\*\*\s*(?:[IVX]{1,4}|\d{1,2})\.\s")
"""Opens a part of the body in bold; several of them stand in no cell of a letterhead."""
_ORDINAL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}(?:\.\d{1,2})*|[A-ZĐa-zđ])[.)]?")

_GROUP = re.compile(r"[IVXLC]{1,6}(?:\.\d{1,2})*[.)]?|[A-ZĐ][.)]")
_NUMERAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}(?:\.\d{1,2})*|[A-ZĐ])[.)]?")
_COUNTS = re.compile(r"A(?: [B-C]){0,2}(?: \(?\d\)?)+")
"""A row that letters and numbers the columns."""

Lines = tuple[str, ...]
HELD: Lines = ("\0",)
"""Stands for a cell that a merged one of a row above reaches down to."""
SAME: Lines = ("\0\0",)
"""Stands for a column more that the header's cell before it spans."""
Stacked = list[Lines | None]
"""One row; None stands where a merged cell leaves no cell."""


def stack(lines: Sequence[str], at: int, is_blank: Callable[[str], bool]) -> tuple[list[Lines], int]:
    """The cells of the stacked table whose first bar is line ``at``, and the line after its last bar."""
    items: list[Lines] = []
    while True:
        end = next((n for n in range(at + 1, min(len(lines), at + _LONGEST_CELL + 2)) if is_bar(lines[n])), None)
        if end is None:
            return items, at + 1
        item = tuple(lines[at + 1 : end])
        # Bold blanks alone are an empty cell.
        gap = bool(item) and is_blank(item[0]) and not (len(item) == 1 and item[0].strip())
        leaves = gap or (bool(item) and bool(_HEADS_ANNEX.fullmatch(item[0].strip(" *#_"))))
        if leaves or _is_body(items, item) or (len(item) > _LONGEST_LOOSE_CELL and any(map(is_blank, item))):
            return items, at + 1
        items.append(item)
        at = end


def _is_body(items: Sequence[Lines], item: Lines) -> bool:
    """Whether the lines after a bar are the parts of the body between a letterhead and a signature, and no cell."""
    headed = any(heads_ordinals(line) for above in items for line in above)
    return not headed and len(item) > _LONGEST_LOOSE_CELL and sum(map(bool, map(_HEADS_PART.match, item))) > 1


def is_bar(line: str) -> bool:
    """Whether a line types nothing but the bar between two cells."""
    return line.strip() == BAR


def rows(items: Sequence[Lines], words: Callable[[str], str]) -> list[Stacked]:
    """Cut the cells into rows of one width; ``words`` gives what a line prints without its markup."""
    texts = [" ".join(filter(None, map(words, item))) for item in items]
    runs = _runs(texts)
    if not runs:
        return []
    widths = {len(runs[0]), max(map(len, runs))}
    if len(runs) > 1 and not (
        runs[1][0][:1].isdigit() or _COUNTS.fullmatch(" ".join(runs[1]))
    ):  # the header's last cell may have a second line under it
        widths.add(len(runs[0]) + len(runs[1]) - 1)
    numbered = bool(heads_ordinals(texts[0]) or _NUMERAL.fullmatch(texts[0]))
    cost, width, cuts = min(_cut(texts, width, numbered=numbered) for width in widths)
    if cost == float("inf"):
        return [[item] for item, text in zip(items, texts, strict=True) if text]
    found: list[Stacked] = []
    head = cuts[0][1] - cuts[0][0]  # cells of the first row
    for start, close in cuts:
        if any(texts[start:close]):
            told = next(n for n in range(close, start, -1) if texts[n - 1])  # blanks may close a header's second line
            below = len(found) == 1 and head < width == head - 1 + told - start and not texts[start][:1].isdigit()
            end = told if below else close
            carried = bool(found) and not _ORDINAL.fullmatch(texts[start] or "1") and end - start > 1
            worded = (
                next((n for n in range(start, end) if texts[n] and not _ORDINAL.fullmatch(texts[n])), end - 1)
                - start
                + 1
            )
            found.append(_filled(items[start:end], width, 0 if below or carried else worded if found else end - start))
    return _spanned(found, lambda cell: " ".join(filter(None, map(words, cell or ())))) or _spread(found)


def _spanned(found: list[Stacked], words: Callable[[Lines | None], str]) -> list[Stacked]:
    """The rows with the header's second line under the titles that it parts, which the cells below tell; [] where none is.

    One title or two are parted, in two columns or more each; where nothing tells them from others, the last ones.
    """
    if len(found) < len(("header", "second line", "row")):
        return []
    top = [cell for cell in found[0] if cell is not None]
    below = [cell for cell in found[1] if cell is not None]
    width = len(found[0])
    layouts = list(_layouts(len(top), len(below), width))
    if not layouts or any(cell is not None for cell in found[1][: width - len(below)]):
        return []
    whole = [[words(cell) for cell in row] for row in found[2:] if None not in row]
    whole = [row for row in whole if len(row) == width and not is_numbering(row)]
    upper, lower = [words(cell) for cell in top], [words(cell) for cell in below]
    counts = max(
        layouts,
        key=lambda one: (_fits(_lowest(upper, lower, one), whole), _figures(one, whole), sorted(one), one[max(one)]),
    )
    header: Stacked = []
    under: Stacked = []
    parts = iter(below)
    for n, cell in enumerate(top):
        header += [cell, *[SAME] * (counts.get(n, 1) - 1)]
        under += [next(parts) for _ in range(counts[n])] if n in counts else [None]
    return [header, under, *found[2:]]


def _layouts(tops: int, parts: int, width: int) -> Iterator[dict[int, int]]:
    """Which titles may be parted, neither the row numbers nor the names, and in how many columns each."""
    parted = tops + parts - width
    for chosen in combinations(range(2, tops), parted) if parted in (1, 2) else ():
        for first in range(2, parts - 1) if parted > 1 else (parts,):
            yield {chosen[0]: first} | ({chosen[-1]: parts - first} if parted > 1 else {})


def _lowest(top: Sequence[str], below: Sequence[str], counts: Mapping[int, int]) -> list[str]:
    """The lowest title over each column."""
    parts = iter(below)
    return [one for n, title in enumerate(top) for one in (islice(parts, counts[n]) if n in counts else (title,))]


def _fits(titles: Sequence[str], cells: Sequence[Sequence[str]]) -> float:
    """How well the cells suit what the titles over them say."""
    roles = roles_of(titles)
    return sum(suits(words, role) for row in cells for words, role in zip(row, roles, strict=True) if words)


def _figures(counts: Mapping[int, int], cells: Sequence[Sequence[str]]) -> int:
    """How many rows print a figure in every column of a parted title: what is parted without a word of its sort is counted."""
    starts = {n: n + sum(counts[m] - 1 for m in counts if m < n) for n in counts}
    columns = [column for n, count in counts.items() for column in range(starts[n], starts[n] + count)]
    return sum(all(row[column][:1].isdigit() for column in columns) for row in cells)


def _spread(found: list[Stacked]) -> list[Stacked]:
    """A header over a second one that has equally many cells below each of its last ones, set above those cells."""
    if len(found) < len(("header", "below")):
        return found
    top = [cell for cell in found[0] if cell is not None]
    below = [n for n, cell in enumerate(found[1]) if cell is not None]
    single = below[0] if below else 0
    wide = len(top) - single
    if not (1 < wide < len(below) == len(found[0]) - single) or len(below) % wide or found[0][: len(top)] != top:
        return found
    each = len(below) // wide
    header: Stacked = [*top[:single], *(cell for one in top[single:] for cell in (one, *[SAME] * (each - 1)))]
    return [header, *found[1:]]


def _runs(texts: Sequence[str]) -> list[Sequence[str]]:
    """The unbroken runs of cells that print something; the first is the header row, or its first line."""
    empty = [-1, *(n for n, text in enumerate(texts) if _CUT.fullmatch(text)), len(texts)]
    return [texts[a + 1 : b] for a, b in pairwise(empty) if b > a + 1]


def _cut(texts: Sequence[str], width: int, *, numbered: bool) -> tuple[float, int, list[tuple[int, int]]]:
    """The cheapest cut into rows for this width: its cost, the width, and where each row begins and ends."""
    ends = [*(n for n, text in enumerate(texts) if _CUT.fullmatch(text)), len(texts)]
    reach: dict[int, tuple[float, int]] = {0: (0.0, -1)}  # where a row may begin: cost so far, where the last began
    last = {text: n for n, text in enumerate(texts) if n and not texts[n - 1]}  # where each begins a row at the latest
    near = [0]  # the last of them, those that a row may still end from
    for end in ends:
        near = [start for start in near if end <= start + width + _SLACK]
        starts = [start for start in near if start < end]
        if starts:
            reach[end + 1] = min(
                (
                    reach[start][0]
                    + _cost(texts[start:end], width)
                    + (_misnumbered(texts[start:end], width) if numbered else 0.0)
                    + (_UNNUMBERED if numbered and _swallows(texts, start, end, last) else 0.0),
                    start,
                )
                for start in starts
            )
            near.append(end + 1)
    at = len(texts) + 1
    cuts: list[tuple[int, int]] = []
    if at not in reach:
        return float("inf"), width, []
    while at:
        start = reach[at][1]
        cuts.append((start, at - 1))
        at = start
    cuts.reverse()
    return reach[len(texts) + 1][0], width, cuts


def _swallows(texts: Sequence[str], start: int, end: int, last: Mapping[str, int]) -> bool:
    """Whether a numbered row would hold the next number, which begins no row further down, and a name after it."""
    if not texts[start].isdecimal():
        return False
    below = last.get(str(int(texts[start]) + 1), -1)
    return start < below < end - 1 and len(texts[below + 1]) > _SHORTEST_NAME


def _misnumbered(row: Sequence[str], width: int) -> float:
    """What a row costs, where the first column holds numbers, that begins with words or has a group's number inside."""
    begins = len(row) < width or not row[0] or bool(_ORDINAL.fullmatch(row[0]) or heads_ordinals(row[0]))
    inside = any(not before and _GROUP.fullmatch(cell) for before, cell in pairwise(row))
    return (0.0 if begins else _UNNUMBERED) + (_UNNUMBERED if inside else 0.0)


def _cost(row: Sequence[str], width: int) -> float:
    """How unlike a row of a table of this width these cells are."""
    if len(row) > width:
        return _TOO_WIDE + len(row) - width
    if not any(row):
        return _BLANK_ROW + (width - len(row))
    if len(row) == width:
        return 0.0
    return _OPEN_ROW + 0.05 * (width - len(row)) + (0.0 if row[-1] else _ENDS_BLANK)


def _filled(cells: Sequence[Lines], width: int, at: int) -> Stacked:
    """Blanks from place ``at`` on, where merged cells left none."""
    return [*cells[:at], *[None] * (width - len(cells)), *cells[at:]]
