"""The column of row numbers on a scan, where a lone sign is most easily misread, put right by what stands above and below.

Of all the readings of the column the likeliest is taken: each cell costs what must have been misread, each step what it
breaks of the counting (groups in Roman numerals or capitals, rows in figures, rows under a row in "3.1"). A list that
counts oddly but was read surely stays as it is. What is put right is never sure: such a cell keeps a low confidence, so
that a clerk is told to look.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.numerals import Numbering, read_ordinal, roman_value

GUESSED = 0.3
"""The confidence of what was put right."""

_NUMBERED = 0.5  # of a column's cells: so many must be row numbers
_ONES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_NUMERALS = tuple(tens + ones for tens in ("", "X") for ones in ("", *_ONES))
_TITLES = ("TT", "STT")
_LONGEST = 5  # letters of a row number or of the title of its column
_NOISE = " '`‘’“”\"_*~°"
_ALIKE = ("1Il|!iÍÌ][/", "59S", "4ÁAÂ", "0OoQ", "2Zz", "8B3", "6bG", "7?TY", ".,:;", "VvUY", "XxK", "-—–_=~")
_MERGED_SIGNS = {"H": "II", "N": "II", "M": "III", "Ị": "I", "Ỉ": "I", "Ĩ": "I"}
_BREADTH = 60  # readings kept at each cell
_MISSED, _MISSED_REST = 1.3, 4.0  # a number that was not seen at all: on a row of its own, on the rest of one
_OTHER, _SLIPPED = 1.0, 0.35  # a sign taken for another, for one that looks like it
_ODD, _RESTART = 1.6, 1.2  # a step that does not count on, one that begins anew
_NO_GROUP, _GROUP_TITLE = 2.5, 0.8  # a numeral on a full row, a figure on a row that is nothing but a merged title


@dataclass(frozen=True, slots=True)
class First:
    """A cell of the first column: what it prints, whether it is a table's header, whether its row names a group only.

    ``merged``: that name spans the other columns. ``rest``: the row carries on the one above. ``sure``: of its sign.
    """

    text: str
    header: bool = False
    lone: bool = False
    merged: bool = False
    rest: bool = False
    sure: float = 0.5


@dataclass(frozen=True, slots=True)
class _State:
    """How far the counting has come: the last group, the last row number, its parts apart, and the last letters.

    ``fresh``: a group has just begun, so that rows may count on or anew.
    """

    group: int = 0
    number: tuple[int, ...] = ()
    letter: str = ""
    capital: str = ""
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class _Reading:
    """The column as far as it was read, and what it cost."""

    cost: float
    state: _State
    texts: tuple[str, ...]


def settled(cells: Sequence[First]) -> list[str]:
    """The first column of one table, from the top down over all its pages, each cell as it most likely is."""
    known = [replace(cell, text=_plain(cell.text)) for cell in cells]
    body = [cell for cell in known if not cell.header and cell.text]
    numbered = sum(read_ordinal(cell.text).kind in {Numbering.DECIMAL, Numbering.ROMAN} for cell in body)
    if len(body) < 2 or numbered < _NUMBERED * len(body) or any(len(cell.text) > 4 * _LONGEST for cell in body):
        return [cell.text for cell in cells]
    dots = _dots(body)
    readings = [_Reading(0.0, _State(), ())]
    for cell in known:
        readings = _kept(reading for one in readings for reading in _read_on(one, cell, dots))
    return list(min(readings, key=lambda one: one.cost).texts)


def _kept(readings: Iterator[_Reading]) -> list[_Reading]:
    """The cheapest reading for each state, the cheapest of all first."""
    best: dict[_State, _Reading] = {}
    for one in readings:
        if one.state not in best or one.cost < best[one.state].cost:
            best[one.state] = one
    return sorted(best.values(), key=lambda one: one.cost)[:_BREADTH]


def _read_on(one: _Reading, cell: First, dots: dict[Numbering, str]) -> Iterator[_Reading]:
    """The ways to read one cell more."""
    if cell.header:
        yield _Reading(one.cost, one.state, (*one.texts, _title(cell.text)))
        return
    for text in dict.fromkeys((cell.text, *_expected(one.state, cell, dots))):
        cost, state = _step(one.state, text, cell)
        yield _Reading(one.cost + cost + _misread(cell, text), state, (*one.texts, text))


def _expected(state: _State, cell: First, dots: dict[Numbering, str]) -> Iterator[str]:
    """What may follow, as this table prints it."""
    if cell.lone and state.group + 1 < len(_NUMERALS):
        yield _NUMERALS[state.group + 1] + dots[Numbering.ROMAN]
    number = state.number
    follows = {(*number[:depth], number[depth] + 1) for depth in range(len(number))} | {(*number, 1)} | {(1,)}
    for parts in sorted(follows, key=len):
        if len(parts) <= 4:
            yield ".".join(map(str, parts)) + (dots[Numbering.DECIMAL] if len(parts) == 1 else "")


def _step(state: _State, text: str, cell: First) -> tuple[float, _State]:
    """What a reading breaks of the counting, and how far the counting is then."""
    found = read_ordinal(text)
    if found.kind is Numbering.ROMAN and (cell.lone or len(found.text) > 1):
        value = roman_value(found.text)
        odd = 0.0 if value == state.group + 1 else _ODD
        return odd + (0.0 if cell.lone else _NO_GROUP), replace(state, group=value, letter="", fresh=True)
    if found.kind is Numbering.DECIMAL:
        parts = tuple(int(part) for part in re.findall(r"\d+", found.text))
        broken = 0.0 if state.fresh and parts == (1,) else _counted(state.number, parts)
        after = replace(state, number=parts, letter="", fresh=False)
        return broken + (_GROUP_TITLE if cell.merged else 0.0), after
    if found.kind in {Numbering.LETTER, Numbering.CAPITAL, Numbering.ROMAN}:
        capital = found.text.isupper()
        last = state.capital if capital else state.letter
        odd = 0.2 if found.text in "aA" or (last and ord(found.text) == ord(last) + 1) else _ODD
        after = replace(state, capital=found.text, fresh=True) if capital else replace(state, letter=found.text)
        return odd + (_NO_GROUP if capital and not cell.lone else 0.0), after
    return (_ODD if found.kind is Numbering.WORD else 0.0), state


def _counted(number: tuple[int, ...], parts: tuple[int, ...]) -> float:
    """What a number breaks of the counting after another."""
    if not number:
        return 0.0 if parts[-1] == 1 else 0.4
    if parts == (*number, 1):
        return 0.0
    depth = len(parts) - 1
    if depth < len(number) and parts[:depth] == number[:depth] and parts[depth] == number[depth] + 1:
        return 0.0
    return _RESTART if parts == (1,) else _ODD


def _misread(cell: First, text: str) -> float:
    """What must have been misread for a cell to print this."""
    seen = cell.text
    if seen == text:
        return 0.0
    if not seen:
        return _MISSED_REST if cell.rest else _MISSED
    bare, meant = seen.rstrip(".,:;)"), text.rstrip(".,:;)")
    if bare == meant:
        return 0.05
    bare = "".join(_MERGED_SIGNS.get(sign, sign) for sign in bare)
    return 0.1 + (0.5 + cell.sure) * _distance(bare, meant)


def _distance(seen: str, meant: str) -> float:
    """The cheapest way to misread one for the other, sign by sign."""
    row = [_OTHER * n for n in range(len(meant) + 1)]
    for number, sign in enumerate(seen, 1):
        above, row = row, [_OTHER * number]
        for n, other in enumerate(meant, 1):
            swap = 0.0 if sign == other else _SLIPPED if any(sign in s and other in s for s in _ALIKE) else _OTHER
            bar = _SLIPPED if {sign, other} <= set(_ALIKE[0]) else _OTHER  # a bar more or less
            row.append(min(above[n - 1] + swap, above[n] + bar, row[n - 1] + bar))
    return row[-1]


def _dots(body: Sequence[First]) -> dict[Numbering, str]:
    """The sign that this table puts behind its numerals and its figures."""
    ends = {Numbering.ROMAN: Counter[str](), Numbering.DECIMAL: Counter[str]()}
    for cell in body:
        found = read_ordinal(cell.text)
        if found.kind in ends and found.depth < 2 and (cell.lone or found.kind is Numbering.DECIMAL):
            ends[found.kind][cell.text[-1] if cell.text[-1] in ".)" else ""] += 1
    return {kind: seen.most_common(1)[0][0] if seen else "" for kind, seen in ends.items()}


def _plain(cell: str) -> str:
    text = re.sub(r"[.,:;]{2,}$|[,:;]$", ".", cell.strip(_NOISE)).lstrip(".,:;")
    return re.sub(r"(?<=\d)[,:](?=\d)", ".", text)


def _title(text: str) -> str:
    """The title over row numbers, where the header is too short to be anything else."""
    if not 0 < len(text) <= _LONGEST:
        return text
    return text.upper() if text.upper() in _TITLES else _TITLES[0]
