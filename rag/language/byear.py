"""What rows are called, typed as it is said where v sounds like d and final t like c: "mấy việt gì", "nhiệm dụ nào"."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold

_ONSET: Final = re.compile(r"^(?:dz|gi(?=[aeouy])|d|z|y(?=[ieu]))")
_FINAL: Final = str.maketrans({"t": "c"})
_NOUNS: Final = {"viec": "việc", "vu": "vụ"}
_BEFORE: Final = {
    "việc": frozenset(map(fold, ("mấy", "nhiêu", "nhiu", "bn", "những", "các", "mọi", "đầu", "công", "bnhiu"))),
    "vụ": frozenset(map(fold, ("nhiệm", "nhiện", "nhịm"))),
}
"""What stands before each noun where things are counted or asked for."""
_BEHIND: Final = frozenset(
    fold("gì nào chi mô phải do ở trong tại vậy thế được có không dậy zậy dzậy vại dị rứa hả ta").split()
) | {""}


def noun_heard(word: str, beside: tuple[str, str]) -> str:
    """The noun for rows that a word, in small letters, was to be between its neighbours; "" where it is none or so spelt."""
    folded = fold(word)
    spelt = _ONSET.sub("v", folded)
    noun = _NOUNS.get(spelt[:-1] + spelt[-1:].translate(_FINAL), "")
    if not noun or folded in _NOUNS or fold(beside[0]) not in _BEFORE[noun]:
        return ""
    return noun if noun == "vụ" or fold(beside[1]) in _BEHIND else ""
