"""Ordinals as printed in plans: Roman, decimal, lettered, dashed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"^(X{0,3}(?:IX|IV|V?I{0,3}))$")
_DECIMAL = re.compile(r"^\d{1,3}(?:\.\d{1,3}){0,4}$")
_CODE = re.compile(r"^[A-ZĐ]{1,4}[-–.]?\d{1,3}(?:\.\d{1,3}){0,3}$")  # CT1, NV-02, A1.3
_PARTS = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
"""What may follow a Roman numeral: "III.1.2"."""
_TITLE = re.compile(r"(?:S[\s.]*)?T[\s.]*T\.?|Số\s+(?:TT|thứ tự)|#", re.IGNORECASE)
_DASH = re.compile(r"^[-–—+•*]$")


class Numbering(StrEnum):
    """The sort of an ordinal."""

    ROMAN = "roman"
    DECIMAL = "decimal"
    CAPITAL = "capital"
    LETTER = "letter"
    DASH = "dash"
    NONE = "none"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal cell: its text without the trailing dot, and its sort."""

    text: str
    kind: Numbering

    @property
    def depth(self) -> int:
        """Number of decimal components: 1 for "5", 3 for "4.2.3"; 0 for other sorts."""
        return self.text.count(".") + 1 if self.kind is Numbering.DECIMAL else 0


def heads_ordinals(words: str) -> bool:
    """Whether words are the title of a column of row numbers: "STT", a narrow column's "S TT", "Số thứ tự"."""
    return _TITLE.fullmatch(words.strip(" *")) is not None


def roman_value(text: str) -> int:
    """Value of a Roman numeral up to 39; 0 when it is none."""
    if not text or not _ROMAN.match(text):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-v if v < max([*values[i + 1 :], 0]) else v for i, v in enumerate(values))


def read_ordinal(cell: str, *, coded: bool = False) -> Ordinal:
    """Read an ordinal cell: "5." → 5, "IV" → Roman, "-" → dash, "" → none, other words → WORD.

    ``coded`` says that a code ("CT1") counts as a number: it stands in the column of row numbers.
    """
    text = cell.strip()
    if not text:
        return Ordinal("", Numbering.NONE)
    if _DASH.match(text):
        return Ordinal("-", Numbering.DASH)
    bare = re.sub(r"\s+", "", text).rstrip(".)/:").lstrip("(")
    if roman_value(bare.partition(".")[0]) and _PARTS.fullmatch(bare.partition(".")[2] or "1"):
        return Ordinal(bare, Numbering.ROMAN)
    if _DECIMAL.match(bare) or (coded and _CODE.match(bare)):
        return Ordinal(bare, Numbering.DECIMAL)
    if re.fullmatch(r"[A-ZĐ]", bare):
        return Ordinal(bare, Numbering.CAPITAL)
    if re.fullmatch(r"[a-zđ]", bare):
        return Ordinal(bare, Numbering.LETTER)
    return Ordinal(text, Numbering.WORD)
