"""The question without the plan that it is of, and without the words that led to that: "… thì bị xử lý thế nào | ở xã A"."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import either
from rag.query.question import Query

_LEFT: Final = re.compile(
    rf"(?: (?:{either('ở', 'tại', 'của', 'theo', 'trong', 'bên', 'địa bàn', 'trên', 'phường', 'xã', 'tỉnh', 'huyện', 'thành phố')}))+$"
)


def unplaced(query: Query) -> str:
    """Its sound form from the first word to the last that says more than whose plan is meant."""
    return without_place(query.unpointed.heard)


def without_place(heard: str) -> str:
    """Words without those at their end that only lead to a place."""
    return _LEFT.sub("", heard)
