"""Sides of a land: what is said of "phía Tây" is not said of "phía Đông"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ingest.folding import fold

_SIDE: Final = re.compile(r"\b(?:phia|mien) ((?:dong|tay)(?: (?:bac|nam))?|bac|nam|trung)\b")
_PARTING: Final = re.compile(r"(?<=;)\s+")


@lru_cache(maxsize=4096)
def sides_named(text: str) -> frozenset[str]:
    """The sides that a text names, folded: "tay", "dong nam"."""
    return frozenset(_SIDE.findall(fold(text)))


def names_other_side(asked: str, text: str) -> bool:
    """Whether a text names sides and none of those asked about: neither itself nor one that it is part of."""
    wanted = sides_named(asked)
    told = sides_named(text) if wanted else frozenset()
    return bool(told) and not any(a in b or b in a for a in wanted for b in told)


def part_of_side(asked: str, text: str) -> str:
    """The part between semicolons that is about the side asked about; all of a text that is not parted so."""
    wanted = sides_named(asked)
    parts = [(part, sides_named(part)) for part in _PARTING.split(text)] if wanted else []
    own = [part for part, told in parts if told & wanted]
    others = [part for part, told in parts if told and not told & wanted]
    return own[0].rstrip("; ") if len(own) == 1 and others else text
