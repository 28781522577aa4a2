"""Several columns of one row asked for side by side: "… : ai làm, hạn, kết quả", "kết quả và thời hạn của …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ingest.folding import fold
from rag.phrases import heard
from rag.words import sound

_COLUMNS: Final = ("lead", "support", "due", "result", "value", "note")
_BORDERS: Final = re.compile(r"[,;?:/+&\n]|\s[–-]\s|\b(?:và|va|rồi|roi|với lại|voi lai)\b", re.IGNORECASE)
_FILLERS: Final = frozenset(
    sound(
        "cho biết xin hỏi là gì nào ai của nó thì ra sao thế khi các những đơn vị cơ quan bên dự kiến cụ thể vậy ạ nhỉ hả"
        " còn cả bao giờ lúc mấy tháng ngày phải cần để được ghi sẽ việc này đó gồm có"
    ).split()
)
"""Words beside a column's name that ask for no more than it."""
_OWNER: Final = tuple(map(sound, ("của ai", "ai", "bên nào", "do ai")))
"""Alone between two borders they ask who does it."""
_OF: Final = sound("của")
"""Behind a column's name of one syllable before the thing: "hạn chế …" begins with one that is none."""
_TELLING: Final = frozenset(("lead", "support", "due"))
"""Columns whose bare names seldom end the name of a thing, as "kết quả" does."""
_ASKS: Final = frozenset(map(sound, ("gì", "nào", "ai", "sao", "mấy", "đâu", "nhiêu", "giờ")))


def read_columns(typed: str, units: Sequence[str] = ()) -> tuple[str, ...]:
    """The columns named side by side before or behind the thing, in the order asked; () for fewer than two.

    ``units`` are the sound forms of units named: of them a column is told ("Sở A chủ trì, hạn?"), not asked.
    """
    pieces = [said for piece in _BORDERS.split(fold(typed)) if (said := sound(piece))]
    alone = [_alone(piece) for piece in pieces]
    first = next((n for n, column in enumerate(alone) if not column), len(pieces))
    last = next((n for n in range(len(pieces), 0, -1) if not alone[n - 1]), 0)
    if first >= last:
        return ()
    before = (*alone[:first], _leading(pieces[first]))
    behind = (_trailing(pieces[last - 1], units), *alone[last:])
    found = tuple(dict.fromkeys(column for column in (*before, *behind) if column))
    return found if len(found) > 1 else ()


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Every phrase that asks for a column, longest first, and its column."""
    named = {phrase: column for column in reversed(_COLUMNS) for phrase in heard(f"column.{column}")}
    return tuple(sorted(named.items(), key=lambda one: -len(one[0])))


def _alone(piece: str) -> str:
    """The column that the whole piece asks for, "" for none."""
    if piece in _OWNER:
        return "lead"
    for phrase, column in _phrases():
        rest = f" {piece} ".replace(f" {phrase} ", " ", 1)
        if len(rest) < len(piece) + 2 and all(word in _FILLERS for word in rest.split()):
            return column
    return ""


def _leading(piece: str) -> str:
    """The column that the piece begins with, the thing behind it."""
    words = piece.split()
    while words and words[0] in _FILLERS and len(words) > 1 and not _begins(" ".join(words)):
        words = words[1:]
    return _begins(" ".join(words))


def _begins(piece: str) -> str:
    for phrase, column in _phrases():
        behind = f"{phrase} " if " " in phrase else f"{phrase} {_OF} "
        if piece.startswith(behind):
            return column
    return ""


def _trailing(piece: str, units: Sequence[str]) -> str:
    """The column that the piece ends with, the thing before it."""
    words = piece.split()
    while words and words[-1] in _FILLERS and not _ends(" ".join(words), units):
        words = words[:-1]
    return _ends(" ".join(words), units)


def _ends(piece: str, units: Sequence[str]) -> str:
    for phrase, column in _phrases():
        if not piece.endswith(f" {phrase}"):
            continue
        told = any(piece.removesuffix(f" {phrase}").endswith(unit) for unit in units)
        if (column in _TELLING and not told) or not _ASKS.isdisjoint(phrase.split()):
            return column
    return ""
