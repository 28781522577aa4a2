"""Names of units that reading cut at a verb, as far as the clause goes on to a longer name that the plans print."""

from __future__ import annotations

import re
from typing import Final

from rag.corpus.library import Library, once
from rag.language.words import sound, without_and

_LONGEST_REST: Final = 80
"""Characters of a unit's name behind a verb in it."""
_REST: Final = re.compile(r"\s+(?!(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|cấp|của|thuộc|tại)\b)[a-zà-ỹđ]")
"""A name goes on in small letters; a place behind it is no part of it."""


@once
def _names(library: Library) -> frozenset[str]:
    return frozenset(name for name, _ in library.spoken_units)


def in_full(library: Library, text: str, unit: str) -> str:
    """The name of a unit as printed in ``text``, with what follows it where the plans name a unit so: "… và Cán bộ | quản lý giáo dục"."""
    at = text.find(unit)
    end = at + len(unit)
    if at < 0 or not _REST.match(text, end):
        return unit
    ends = (end + one.end() for one in re.finditer(r"\s+[^\s,.;:()]+", text[end : end + _LONGEST_REST]))
    return max((text[at:one] for one in ends if _plain(text[at:one]) in _names(library)), key=len, default=unit)


def _plain(name: str) -> str:
    """The sound form without "và", as the library keeps names."""
    return without_and(sound(name))
