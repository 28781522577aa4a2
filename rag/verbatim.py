"""A row called by all the words of its name: what these words say elsewhere ("phối hợp", "của tỉnh") they do not say here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from ingest.folding import fold
from rag.library import Library, once
from rag.words import has_accents, read_words

_WORD: Final = re.compile(r"[^\W_]+")
_FEWEST: Final = 6
"""Words of a name that nobody types but to name the row."""
_FIRST: Final = 3
_STANDING_FOR: Final = "chuyện này"

Named = tuple[int, int]
"""Where a name begins and ends, in characters of a text or in tokens of a question."""


@once
def _names(library: Library) -> Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """The words of the rows' names, folded, by the first of them; the longest names first."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for entry in library.entries:
        words = tuple(_WORD.findall(fold(entry.name))) if entry.kind == "task" else ()
        if len(words) >= _FEWEST:
            found[words[:_FIRST]].add(words)
    return {first: sorted(names, key=len, reverse=True) for first, names in found.items()}


def named_whole(text: str, library: Library) -> Named | None:
    """The stretch of ``text`` that is the name of a row, whole; None where none is."""
    words = list(_WORD.finditer(fold(text)))
    said = [one[0] for one in words]
    for at in range(len(said) - _FEWEST + 1):
        for name in _names(library).get(tuple(said[at : at + _FIRST]), ()):
            if tuple(said[at : at + len(name)]) == name:
                return words[at].start(), words[at + len(name) - 1].end()
    return None


def masked(text: str, named: Named) -> str:
    """The text with two words in place of the name, typed without accents where the text is."""
    words = _STANDING_FOR if has_accents(text) else fold(_STANDING_FOR)
    return f"{text[: named[0]]}{words}{text[named[1] :]}"


def tokens_of(text: str, named: Named) -> Named:
    """The name as tokens of the question read from ``text``."""
    before = len(read_words(text[: named[0]]).tokens)
    return before, before + len(read_words(text[named[0] : named[1]]).tokens)
