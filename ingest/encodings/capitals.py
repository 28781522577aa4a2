"""Capitals of a TCVN3 text put back: its fonts have no capital letter with a tone, so "HO¹CH" is read "HOạCH".

A word of capitals but for its toned letters was typed in capitals; a word that tells nothing ("KÕ", "Së") follows its
neighbours. What a line begins with is a capital where a sentence or a cell begins.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Final

_TONES = re.compile("[\u0301\u0300\u0309\u0303\u0323]")
_WORD = re.compile(r"[^\W\d_]+")
_BEGINNING = re.compile(r"(?:(?<=[\t|])|(?<=\| )|(?<=[.!?] )|(?<=[-–+•] )|(?<=\d\. )|(?<=[IVX]\. )|^)[^\W\d_]")
_PARTS = re.compile(r"(<[^<>]*>|[\d\t|]+)")
_COMMITTEE = re.compile(r"\bủ(?=y ban\b)")  # always a name where offices write, as Decree 30/2020 asks
_ENDS: Final = (".", ";", ":", "!", "?", "|", "\t")


def with_capitals(text: str) -> str:
    """``text``, as decoded from TCVN3, with capitals where the words around show that they were meant."""
    lines = text.split("\n")
    above = "."
    for number, line in enumerate(lines):
        begins = not above.strip() or above.endswith(_ENDS) or line[:1] in "|\t"
        lines[number] = _begun(_line(line), first=begins)
        above = line.rstrip(" \r") if line.strip() else ""
    return "\n".join(lines)


def as_around(line: str) -> str:
    """The same of one line whose beginning need not begin a sentence."""
    return _line(line)


def _begun(line: str, *, first: bool) -> str:
    """The line with a capital where a sentence, an item or a cell begins; ``first`` says that the line does."""

    def raised(match: re.Match[str]) -> str:
        letter = match.group()
        return letter.upper() if _is_toned(letter) and (first or match.start()) else letter

    return line if line.isascii() else _BEGINNING.sub(raised, line)


def _line(line: str) -> str:
    if line.isascii():
        return line
    return "".join(_part(part) for part in _PARTS.split(line))


def _part(part: str) -> str:
    """A part of a line in which words follow their neighbours."""
    if part.isascii():
        return part
    words = list(_WORD.finditer(part))
    capital = _spread([_told(word.group()) for word in words])
    cuts = [0, *chain.from_iterable(word.span() for word in words), len(part)]
    pieces = [part[start:end] for start, end in pairwise(cuts)]
    pieces[1::2] = [word.upper() if up else word for word, up in zip(pieces[1::2], capital, strict=True)]
    return _COMMITTEE.sub("Ủ", "".join(pieces))


def _told(word: str) -> bool | None:
    """Whether a word was typed in capitals, by the letters that have both cases; None when they do not tell."""
    known = [letter for letter in word if not _is_toned(letter)]
    if any(map(str.islower, known)):
        return False
    if word.isascii() or (len(known) < 2 and len(known) < len(word)):
        return None
    return True


def _spread(told: Sequence[bool | None]) -> list[bool]:
    """Words that do not tell take after the word before and, where that does not tell either, the one behind."""
    found = list(told)
    for order in (range(len(found)), reversed(range(len(found)))):
        known: bool | None = None
        for at in order:
            known = found[at] = known if found[at] is None else found[at]
    return [bool(each) for each in found]


def _is_toned(letter: str) -> bool:
    return letter.islower() and bool(_TONES.search(unicodedata.normalize("NFD", letter)))
