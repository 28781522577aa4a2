"""Numbers in letters where a question names a time: "tháng giêng", "quý hai", "ba tháng đầu năm"."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NUMBERS: Final = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "sau": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_NUMBER: Final = "mười một|mười hai|một|giêng|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|chạp"
_IN_LETTERS: Final = re.compile(
    rf"(?<=tháng )(?:{_NUMBER})\b(?!\s(?:lần|bận|kỳ|nào|mấy|ban|20\d\d))(?<!ngày tháng năm)"
    r"|(?<=quý )(?:một|hai|ba|bốn|tư)\b(?!\s(?:lần|bận|kỳ))"
    rf"|\b(?:{_NUMBER})(?=\s(?:ngày|tuần|tháng|năm)\s(?:đầu|cuối|tới|nữa|sắp|tiếp|qua|vừa|gần))"
    r"|\bsau(?=\sthang\s(?:dau|cuoi)\s(?:cua\s)?nam)"
)
"""Numbers in letters where a time is named; without accents "thang sau" is next month."""
_OTHER_WORDS: Final = re.compile(r"\b(?:t[ưựửứụúủ]|t[ôốồổộ]i)\b")
"""What folds to "từ" or "tới" and is neither ("đầu tư", "tôi")."""


def in_figures(question: str, folded: str) -> str:
    """``folded`` with numbers in letters as figures and no false "tu" and "toi", every letter at its place."""
    accented = " ".join(unicodedata.normalize("NFC", question).lower().split())
    if len(accented) != len(folded):
        return folded
    words = list(folded)
    for found in _OTHER_WORDS.finditer(accented):
        words[found.start() : found.end()] = "_" * len(found[0])
    for found in _IN_LETTERS.finditer(accented):
        words[found.start() : found.end()] = str(_NUMBERS[found[0]]).rjust(len(found[0]))
    return "".join(words)
