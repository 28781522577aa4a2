"""Numbers behind a noun as the plans print them: "học kỳ 2" where these have "học kỳ II" only, and the other way round."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold
from rag.corpus.library import Library, once

_NOUNS: Final = "hoc ky|hoc ki|giai doan|phan ky|dot|vong|khu vuc|vung|hang|loai|bac"
_NUMBERED: Final = re.compile(
    rf"\b(?:{_NOUNS}) (?P<number>\d{{1,2}}|[ivx]+|mot|hai|ba)\b(?![/.,%-]?\d| (?:nam|thang|ngay)\b)"
)
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SPOKEN: Final = {"mot": "1", "hai": "2", "ba": "3"}


def numbered_as_printed(typed: str, library: Library) -> str:
    """The question with such numbers as the plans print them; as it is where they print both ways or neither."""
    folded = fold(typed)
    if len(folded) != len(typed):
        return typed
    for match in reversed(list(_NUMBERED.finditer(folded))):
        printed = _other_way(match[0], match["number"], _printed(library))
        start, end = match.span("number")
        typed = f"{typed[:start]}{printed}{typed[end:]}" if printed else typed
    return typed


def _other_way(said: str, number: str, printed: frozenset[str]) -> str:
    """The number in the other numerals where only these are printed behind the noun; "" otherwise."""
    noun = _plain(said.removesuffix(number))
    figure = _SPOKEN.get(number, number)
    other = _ROMAN[int(figure) - 1] if figure.isdigit() and 0 < int(figure) <= len(_ROMAN) else ""
    other = other or (str(_ROMAN.index(figure) + 1) if figure in _ROMAN else "")
    return other.upper() if f"{noun}{other}" in printed and f"{noun}{figure}" not in printed else ""


@once
def _printed(library: Library) -> frozenset[str]:
    """The nouns with their numbers that the plans print, folded."""
    return frozenset(_plain(match[0]) for plan in library.plans for match in _NUMBERED.finditer(fold(plan.text)))


def _plain(said: str) -> str:
    return said.replace("hoc ki ", "hoc ky ")
