"""Words that a row holds only here and there, none beside the one it stands by in the question.

"Đề án đô thị thông minh" is not a row on "an ninh" that the office "Hạ tầng và Đô thị" leads under "thông tin"; without
accents a syllable sounds like many, so that one in any cell may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from rag.corpus.entries import Entry, sections_over
from rag.corpus.library import Library
from rag.query.question import Query

_SURE_ENOUGH: Final = 0.25
"""A candidate that fits so well is meant however its words stand."""
_LEAST: Final = 2
_SHORT: Final = re.compile(r"\b[A-ZĐ]{2,}\b")
"""An abbreviation is a name by itself."""


def is_scattered(query: Query, library: Library, entry: Entry, *, words: Mapping[str, float], sure: float) -> bool:
    """Whether the entry prints no telling word next to its neighbour in the question; of a row its name and headings count.

    ``words`` is what the question is about, ``sure`` how surely the entry is meant.
    """
    if sure >= _SURE_ENOUGH or _SHORT.search(query.typed):
        return False
    telling = {word for word, weight in words.items() if weight >= 1.0}
    if len(telling) < _LEAST:
        return False
    over = (one.heading for one in sections_over(library.plans[entry.plan], entry.locator))
    own = entry.name if query.words.accents and entry.kind != "clause" else entry.text
    held = f" {library.hear(' | '.join((own, *over)))} "
    asked = query.words.outside((*query.mentions, *query.actors)) if query.words.accents else query.words
    pairs = pairwise(asked.heard.split())
    return not any(f" {one} {other} " in held for one, other in pairs if not telling.isdisjoint((one, other)))
