"""Rows typed with tabs that were cut at a line break inside a cell: the lines of one row, put back on one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.numerals import heads_ordinals

_NUMBER = re.compile(r"[0-9]{1,3}\.?")
_NUMERAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-ZĐ])[.)]?")
_OPEN = re.compile(r"(?:[,(/–-]|(?<!\w)(?:và|với|của|cho|về|trong|các|những|để|hoặc))$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?![a-zđ][.)]\s)[^\W\d_]")
_FEWEST = 4  # columns
_MOST_LINES = 4  # that one row is cut into
_BREAK = "<br>"  # what a cell of several lines is typed with


def uncut(lines: Sequence[str]) -> list[str]:
    """The lines of a file, those of one row of a table joined where their cells together are as many as its titles.

    A row is cut inside a cell, so that the last cell of one line and the first of the next are one; or right after its
    number, which the line then prints alone. Nothing is joined unless the row comes out whole.
    """
    found: list[str] = []
    width, at, last = 0, 0, 0
    while at < len(lines):
        cells = lines[at].split("\t")
        if len(cells) >= _FEWEST and heads_ordinals(cells[0]):
            width, last = len(cells), 0
        whole, end = _row(lines, at, width, last) if width else (lines[at], at + 1)
        first = whole.split("\t")[0].strip()
        last = int(first.rstrip(".")) if "\t" in whole and _NUMBER.fullmatch(first) else last
        found.append(whole)
        at = end
    return found


def _row(lines: Sequence[str], at: int, width: int, last: int) -> tuple[str, int]:
    """The row that begins at a line, and the line after it; the line alone where it is no part of a cut row."""
    line = lines[at]
    cells = line.split("\t")
    if not _NUMBER.fullmatch(cells[0].strip()):
        return line, at + 1
    if len(cells) == 1:
        return _numbered(lines, at, width, last) or (line, at + 1)
    if len(cells) == width:
        below = lines[at + 1] if at + 1 < len(lines) else ""
        goes_on = "\t" not in below and _GOES_ON.match(below) and below[0].islower()
        return (f"{line}{_BREAK}{below}", at + 2) if goes_on else (line, at + 1)
    return _filled(lines, at, width) or (line, at + 1)


def _numbered(lines: Sequence[str], at: int, width: int, last: int) -> tuple[str, int] | None:
    """A number that stands alone, the next in turn, with the row below it that has none."""
    number = lines[at].strip()
    cells = lines[at + 1].split("\t") if at + 1 < len(lines) else []
    blank = bool(cells) and not cells[0].strip()
    after = lines[at + 2].split("\t")[0].strip() if at + 2 < len(lines) else ""
    whole = len(cells) == (width if blank else width - 1)
    if int(number.rstrip(".")) != last + 1 or not whole or after == number or _numeral(cells[0]):
        return None
    return "\t".join((number, *cells[blank:])), at + 2


def _filled(lines: Sequence[str], at: int, width: int) -> tuple[str, int] | None:
    """A row of too few cells with the lines below that fill it up to the width of its table."""
    whole = lines[at]
    for end in range(at + 1, min(at + _MOST_LINES, len(lines))):
        line = lines[end]
        cells = line.split("\t")
        if not line.strip() or _numeral(cells[0]) or len(cells) == width:
            return None
        if not cells[0].strip() and not _OPEN.search(whole.rstrip()):
            return None
        whole = f"{whole.rstrip()}{_BREAK}{line.lstrip()}"
        found = len(whole.split("\t"))
        if found >= width:
            return (whole, end + 1) if found == width and len(cells) > 1 else None
    return None


def _numeral(cell: str) -> bool:
    return _NUMERAL.fullmatch(cell.strip()) is not None
