"""A level said in passing gives way to words of another plan's title: "tập huấn OCOP cho cán bộ xã: khi nào"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from rag.corpus.library import Library
from rag.language.spelling import is_syllable
from rag.language.words import Words, sound
from rag.mentions.mention import Mention
from rag.mentions.pointing import title_pairs

_OWNS: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('kế hoạch', 'của', 'ở', 'cấp', 'trên', 'giao', 'trong', 'ủy', 'ủy ban', 'ubnd', 'so với', 'nội bộ')))})\b"
)
"""With it the level surely says whose plan is meant."""
_LEAST: Final = 3
"""Letters of a short name."""


def gives_way(words: Words, one: Mention, library: Library) -> bool:
    """Whether a bare level, all that points to plans, stands beside words of another's title that none of that level prints.

    Such are a short name ("OCOP"), or two neighbours.
    """
    if one.kind != "level" or not one.plans or _OWNS.search(words.part(one.start, one.end)):
        return False
    tokens = [token.heard for token in words.tokens]
    said = [*pairwise(tokens), *((word,) for word in tokens if len(word) >= _LEAST and not is_syllable(word))]
    other = {word for number, pairs in enumerate(title_pairs(library)) if number not in one.plans for word in pairs}
    names = {(word,) for pair in other for word in pair}
    telling = (each for each in said if each in other or (len(each) == 1 and each in names))
    return any(not any(library.prints(" ".join(each), plan) for plan in one.plans) for each in telling)
