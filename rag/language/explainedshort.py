"""Letters that the question itself explains: "TX (thường xuyên)" is "thường xuyên", whatever the letters mean elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.folding import fold

_BEFORE: Final = re.compile(r"(?<![\w/.&-])(?P<short>[^\W\d_]{2,8})\s*\(\s*(?P<full>[^()\d]{4,80}?)\s*\)")
_BEHIND: Final = re.compile(
    r"(?P<full>[^\W\d_]+(?:[ ,-]+[^\W\d_]+){1,9})\s*\(\s*(?:(?:viết|gọi|viet|goi) t[ắa]t(?: l[àa])?:?\s*)?(?P<short>[^\W\d_]{2,8})\s*\)"
)
_SAYING: Final = re.compile(
    r"^(?:tức|nghĩa|là|viết tắt của|viet tat cua|tuc|nghia|la)\s+(?:là\s+|la\s+)?", re.IGNORECASE
)
_JOINING: Final = frozenset(("va", "cua", "cac", "ve"))
"""Words that the letters of a name leave out."""


def without_explained(typed: str) -> str:
    """The question with such letters and their brackets as the words alone."""
    if "(" not in typed:
        return typed
    return _BEHIND.sub(_without, _BEFORE.sub(_in_full, typed))


def _without(match: re.Match[str]) -> str:
    words, short = _words(match["full"]), fold(match["short"])
    told = any(short in _letters(words[first:]) for first in range(len(words) - 1))
    return match["full"] if told else match[0]


def _in_full(match: re.Match[str]) -> str:
    full = _SAYING.sub("", match["full"])
    words = _words(full)
    return full if len(words) > 1 and fold(match["short"]) in _letters(words) else match[0]


def _words(full: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(full))


def _letters(words: Sequence[str]) -> set[str]:
    """The first letters of the words, of all and without the small ones."""
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in _JOINING)}
