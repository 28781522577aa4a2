"""Tables of bars whose rows an export broke over lines: put back together by counting bars.

Such an export wraps cells, so a row's bars stand on several lines, a blank cell may be a lone bar at the start of the
next line, and a row's blank first cell may be gone. A row is whole once it has as many bars as the header.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.numerals import heads_ordinals

BAR = "|"
_FEWEST = 5  # bars of a header
_LONGEST_ROW = 40  # lines
_WORDS = 4  # and no row number


def mended(lines: Sequence[str]) -> list[str]:
    """The lines of a file, each torn row of a table of bars on one line; a table whose rows are whole stays as it is."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        width = _width(lines[at])
        rows, end = _rows(lines, at, width) if width else ([], at)
        torn = len(rows) < end - at
        found.extend(_straight(rows) if torn else [lines[at]])
        at = end if torn else at + 1
    return found


def _width(line: str) -> int:
    """The number of bars of a header of row numbers and other titles; 0 for any other line."""
    bare = line.strip()
    bars = bare.count(BAR)
    closed = bare.startswith(BAR) and bare.endswith(BAR) and bars >= _FEWEST
    return bars if closed and heads_ordinals(bare.split(BAR)[1]) else 0


def _rows(lines: Sequence[str], at: int, width: int) -> tuple[list[str], int]:
    """The rows of the table whose header is line ``at``, and the line after its last one."""
    rows: list[str] = []
    while at < len(lines) and lines[at].strip().startswith(BAR):
        end = _row_end(lines, at, width)
        rows.append(" ".join(line.strip() for line in lines[at:end]))
        at = end
    return rows, at


def _row_end(lines: Sequence[str], at: int, width: int) -> int:
    """The line after the row that begins at line ``at``: the next line where no torn row of this width begins there."""
    bars = 0
    for end in range(at, min(len(lines), at + _LONGEST_ROW)):
        bare = lines[end].strip()
        bars += bare.count(BAR)
        if not bare or bars > width:
            break
        if bars == width and bare.endswith(BAR):
            torn = end > at and any(_is_torn(line.strip()) for line in lines[at : end + 1])
            return end + 1 if torn else at + 1
    return at + 1


def _is_torn(bare: str) -> bool:
    """Whether a line is no row by itself: it opens or closes without a bar, or types bars alone."""
    return not (bare.startswith(BAR) and bare.endswith(BAR)) or not bare.strip("| ")


def _straight(rows: Sequence[str]) -> list[str]:
    """The rows that print something, those whose blank row number is gone moved back under their titles."""
    spare = not rows[0].rstrip().removesuffix(BAR).rpartition(BAR)[2].strip()
    return [_moved(row) if spare else row for row in rows if row.strip("| ")]


def _moved(row: str) -> str:
    cells = row.strip()[1:-1].split(BAR)
    shifted = len(cells[0].split()) > _WORDS and not cells[-1].strip()
    return BAR.join(("", "", *cells[:-1], "")) if shifted else row
