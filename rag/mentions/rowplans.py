"""Plans that a row has drawn up: "phải ban hành kế hoạch năm 2026 thực hiện …" may name a row, not a loaded plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rag.corpus.library import Library, once
from rag.language.words import sound

_DRAWN_UP: Final = frozenset(
    tuple(sound(one).split()) for one in ("ban hành", "xây dựng", "tham mưu", "phê duyệt", "triển khai")
)
_REACH: Final = 5
"""Syllables from "kế hoạch" on that a row must say as the question does."""


def is_drawn_up(tokens: Sequence[str], at: int, library: Library) -> bool:
    """Whether a verb stands before the noun there with which a row's name goes on just as the question does."""
    if at < len(next(iter(_DRAWN_UP))) or tuple(tokens[at - 2 : at]) not in _DRAWN_UP:
        return False
    said = " ".join(tokens[at - 2 : at + _REACH])
    return f" {said} " in _rows(library)


@once
def _rows(library: Library) -> str:
    """The sound forms of all rows' names."""
    names = (library.hear(one.name) for one in library.entries if one.kind != "clause")
    return " | ".join(("", *names, ""))
