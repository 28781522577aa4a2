"""Cells that print one office a line: where the end of a line parts two of them, and where it only is full."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ingest.columns import Role
from ingest.letters import UPPER
from ingest.line import Grid
from ingest.markup import collapse
from ingest.plan import Field
from ingest.units import starts_like_unit

_ROOM = 0.8
"""The share of a column's widest line up to which a next word surely had room: letters differ in width."""
_WANTED = 3
"""One in so many line ends of a column shows that they are meant."""
_GOES_ON = re.compile(  # ends no office
    r"(?:[,/(&–-]|(?<!\w)(?:và|với|của|thuộc|các|cùng|cho|tại|văn phòng|lãnh đạo|đại diện|phòng|ban|sở|hội|viện|khoa))$",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"[{UPPER}]")


def offices_by_line(grid: Grid, text: str) -> Mapping[Field, str]:
    """The words of each cell of offices that prints several lines, with a line end left where one parts two offices.

    A line that ends though the next word had room ends on purpose; in a column where many do so, each line that an
    office opens is one of its own.
    """
    found: dict[Field, str] = {}
    for at, role in enumerate(grid.roles):
        if role in (Role.LEAD, Role.SUPPORT):
            cells = {line.cells[at]: _pieces(line.cells[at], text) for line in grid.lines if line.cells[at].text}
            found |= _parted(cells)
    return found


def _pieces(cell: Field, text: str) -> list[list[str]]:
    """The lines of each piece that a cell was read from."""
    return [[collapse(line) for line in span.slice(text).split("\n") if line.strip()] for span in cell.spans]


def _parted(cells: Mapping[Field, Sequence[Sequence[str]]]) -> dict[Field, str]:
    pieces = [piece for several in cells.values() for piece in several]
    room = _ROOM * max((len(line) for piece in pieces for line in piece), default=0)
    ends = [_had_room(above, below, room) for piece in pieces for above, below in pairwise(piece)]
    wanted = sum(ends) * _WANTED >= len(ends) > 0
    found = {}
    for cell, several in cells.items():
        lined = " ".join(_lined(piece, room, wanted=wanted) for piece in several)
        if "\n" in lined and collapse(lined) == cell.text:
            found[cell] = lined
    return found


def _had_room(above: str, below: str, room: float) -> bool:
    return len(above) + 1 + len(below.split(maxsplit=1)[0]) <= room


def _lined(lines: Sequence[str], room: float, *, wanted: bool) -> str:
    words = lines[0] if lines else ""
    for above, below in pairwise(lines):
        office = starts_like_unit(below)
        ends = (wanted and office) or (_had_room(above, below, room) and (office or bool(_OPENS.match(below))))
        words += f"\n{below}" if ends and not _GOES_ON.search(above) else f" {below}"
    return words
