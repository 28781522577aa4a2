"""Tables that name offices or months over columns and mark in each row whose turn it is: "x" under "Công an xã".

What such a row says is the title over its mark, cited where the title stands; the marks stay in their own columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.columns import Role
from ingest.dues import looks_like_due
from ingest.folding import fold
from ingest.line import Grid, Line
from ingest.plan import Field
from ingest.units import starts_like_unit

_CHECK = re.compile(r"[xv✓✔√☑⊠●•+*]", re.IGNORECASE)
_LEADS = re.compile(r"(?:c|ct|chu tri)", re.IGNORECASE)
_SUPPORTS = re.compile(r"(?:p|ph|phoi hop)", re.IGNORECASE)
_MONTH = re.compile(r"th?[. ]?(?:1[0-2]|0?[1-9])")  # "T7", which only beside others can be a month
_FIGURE = re.compile(r"[\d.,%\s≥≤<>/-]+")  # how much, not what is done
_BLANK = frozenset(" -–")
_FEWEST = 2  # columns side by side
_NAMED = 0.5  # of their titles: so many must be what the others are taken for


def with_marks_told(grid: Grid) -> Grid:
    """The grid with what its marks say in columns of their own; unchanged where it has none."""
    for columns in _runs(grid):
        titles = [grid.titles[n] for n in columns]
        if _most(starts_like_unit(title.text) for title in titles):
            grid = _with_offices(grid, columns)
        elif _most(_names_time(title.text) for title in titles) and Role.DUE not in grid.roles:
            cells = [_period(_marked(line, grid, columns, _CHECK)) for line in grid.lines]
            grid = _with(grid, Role.DUE, cells)
    return _with_stages(grid)


def _with_stages(grid: Grid) -> Grid:
    """The grid with when each row is done, where columns named by quarters or months say what is done in each."""
    if {Role.DUE, Role.VALUE, Role.UNIT} & set(grid.roles) or Role.LEAD not in grid.roles:
        return grid
    others = [n for n, role in enumerate(grid.roles) if role is Role.OTHER and n < len(grid.titles)]
    stages = [n for n in others if _names_time(grid.titles[n].text)]
    told = [line.cells[n].text for line in grid.lines for n in stages if _mark(line, n)]
    side_by_side = all(after == before + 1 for before, after in pairwise(stages))
    if len(stages) < _FEWEST or not side_by_side or not told or any(_FIGURE.fullmatch(words) for words in told):
        return grid
    cells = [_period([(n, grid.titles[n]) for n in stages if _mark(line, n)]) for line in grid.lines]
    return _with(grid, Role.DUE, cells)


def _names_time(title: str) -> bool:
    return looks_like_due(title) or _MONTH.fullmatch(fold(title)) is not None


def _most(found: Iterator[bool]) -> bool:
    said = list(found)
    return sum(said) >= _NAMED * len(said)


def _runs(grid: Grid) -> list[list[int]]:
    """Titled columns side by side that hold nothing but marks, and at least one."""
    if len(grid.titles) != len(grid.headers):
        return []
    kept = (Role.ORDINAL, Role.NAME)
    bare = [
        n for n, role in enumerate(grid.roles) if role not in kept and grid.titles[n].text and _holds_marks(grid, n)
    ]
    runs: list[list[int]] = []
    for n in bare:
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [run for run in runs if len(run) >= _FEWEST and any(_mark(line, n) for line in grid.lines for n in run)]


def _mark(line: Line, column: int) -> str:
    words = line.cells[column].text
    return "" if set(words) <= _BLANK else fold(words)


def _holds_marks(grid: Grid, column: int) -> bool:
    found = [mark for line in grid.lines if (mark := _mark(line, column))]
    return all(sort.fullmatch(mark) for mark in found for sort in [_sort(mark)])


def _sort(mark: str) -> re.Pattern[str]:
    return next((sort for sort in (_LEADS, _SUPPORTS) if sort.fullmatch(mark)), _CHECK)


def _with_offices(grid: Grid, columns: Sequence[int]) -> Grid:
    """The offices marked as leads and as supports; bare checks lead, unless another column names who does."""
    freed = tuple(Role.OTHER if n in columns else role for n, role in enumerate(grid.roles))
    grid = replace(grid, roles=freed)
    roles = {Role.LEAD: [_LEADS], Role.SUPPORT: [_SUPPORTS]}
    above = " ".join(fold(grid.headers[n]) for n in columns)
    helps = Role.LEAD in freed or ("phoi hop" in above and "chu tri" not in above)
    roles[Role.SUPPORT if helps else Role.LEAD].append(_CHECK)
    for role, sorts in roles.items():
        cells = [_listed([one for sort in sorts for one in _marked(line, grid, columns, sort)]) for line in grid.lines]
        if role not in freed and any(cell.text for cell in cells):
            grid = _with(grid, role, cells)
    return grid


def _marked(line: Line, grid: Grid, columns: Sequence[int], sort: re.Pattern[str]) -> list[tuple[int, Field]]:
    """The titles over the marks of this sort, each with its column."""
    return [(n, grid.titles[n]) for n in columns if sort.fullmatch(_mark(line, n))]


def _listed(found: Sequence[tuple[int, Field]]) -> Field:
    titles = [title for _, title in found]
    return Field("; ".join(title.text for title in titles), tuple(span for title in titles for span in title.spans))


def _period(found: Sequence[tuple[int, Field]]) -> Field:
    """The marked months; of those in a row without a gap the first and the last."""
    if len(found) > 1 and all(other == one + 1 for (one, _), (other, _) in pairwise(found)):
        first, last = found[0][1], found[-1][1]
        return Field(f"{first.text} - {last.text}", (*first.spans, *last.spans))
    return _listed(found)


def _with(grid: Grid, role: Role, cells: Sequence[Field]) -> Grid:
    """The grid with one column more, which has no title of its own."""
    lines = tuple(replace(line, cells=(*line.cells, cell)) for line, cell in zip(grid.lines, cells, strict=True))
    headers, titles = (*grid.headers, ""), (*grid.titles, Field())
    return replace(grid, headers=headers, titles=titles, roles=(*grid.roles, role), lines=lines)
