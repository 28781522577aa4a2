"""The column of row numbers on a scan, where a lone sign is most easily misread, put right by what stands above and below.

What is put right is never sure: such a cell keeps a low confidence, so that a clerk is told to look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.numerals import Numbering, read_ordinal, roman_value

GUESSED = 0.3
"""The confidence of what was put right."""

_NUMBERED = 0.5  # of a column's cells: so many must be row numbers
_ROMAN = str.maketrans(
    {"|": "I", "l": "I", "1": "I", "H": "II", "N": "II", "]": "I", "[": "I", "!": "I", "Í": "I", "i": "I"}
)
_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TITLES = ("TT", "STT")
_LONGEST = 5  # letters of a row number or of the title of its column
_FIGURE = re.compile(r"(\d{1,3})([.)]?)")
_NOISE = " '`‘’“”\"_*~°"


@dataclass(frozen=True, slots=True)
class First:
    """A cell of the first column: what it prints, whether it is a table's header, whether its row names a group only."""

    text: str
    header: bool = False
    lone: bool = False


def settled(cells: Sequence[First]) -> list[str]:
    """The first column of one table, from the top down over all its pages, each cell as it most likely is."""
    known = [replace(cell, text=_plain(cell.text)) for cell in cells]
    body = [cell for cell in known if not cell.header and cell.text]
    numbered = sum(read_ordinal(cell.text).kind in {Numbering.DECIMAL, Numbering.ROMAN} for cell in body)
    if len(body) < 2 or numbered < _NUMBERED * len(body) or any(len(cell.text) > 4 * _LONGEST for cell in body):
        return [cell.text for cell in cells]
    found = _in_sequence(_grouped(known))
    return [_title(text) if cell.header else text for cell, text in zip(known, found, strict=True)]


def _plain(cell: str) -> str:
    return re.sub(r"[.,:;]{2,}$|[,:;]$", ".", cell.strip(_NOISE)).lstrip(".,:;")


def _title(text: str) -> str:
    """The title over row numbers, where the header is too short to be anything else."""
    if not 0 < len(text) <= _LONGEST:
        return text
    return text.upper() if text.upper() in _TITLES else _TITLES[0]


def _grouped(cells: Sequence[First]) -> list[str]:
    """The cells with the numerals of groups, which follow each other, read as letters, bars or not at all."""
    found, last = [], 0
    for cell in cells:
        text = cell.text
        if cell.lone and not cell.header and len(text) <= _LONGEST:
            turned = text if roman_value(text.rstrip(".")) else text.translate(_ROMAN)
            value, after = roman_value(turned.rstrip(".")), last + 1
            bars = set(turned.rstrip(".")) <= {"I"}  # as many as were seen, or more
            if bars and after < len(_NUMERALS) and set(_NUMERALS[after]) == {"I"} and value <= after:
                turned = text if value == after and text == turned else _NUMERALS[after]
            text = turned if roman_value(turned.rstrip(".")) else text
            last = roman_value(text.rstrip(".")) or last
        found.append(text)
    return found


def _in_sequence(cells: list[str]) -> list[str]:
    """The cells with each number that does not follow, where those before and after it leave room for one only."""
    found = list(cells)
    figures = [n for n, cell in enumerate(found) if _FIGURE.fullmatch(cell) or _unread(cell)]
    for first, turn, last in zip(figures, figures[1:], figures[2:], strict=False):
        before, after = _FIGURE.fullmatch(found[first]), _FIGURE.fullmatch(found[last])
        if before and after and int(after[1]) == int(before[1]) + 2:
            expected = f"{int(before[1]) + 1}{before[2]}"
            own = _FIGURE.fullmatch(found[turn])
            if own is None or own[1] != str(int(before[1]) + 1):
                found[turn] = expected
    return found


def _unread(cell: str) -> bool:
    return bool(cell) and read_ordinal(cell).kind is Numbering.WORD and cell.upper() not in _TITLES
