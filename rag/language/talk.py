"""What people say about rows that says nothing of them ("lọc ra", "cáng đáng", "dứt điểm"): the lists of data/talk.toml.

In lists such words are conditions only where some row holds what is left of the question with them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Container, Iterable
from functools import cache
from importlib import resources
from typing import Final

from ingest.folding import tone_normal
from rag.language.words import Words, sound

_LONGEST: Final = 5
"""Syllables of the longest phrase of the lists."""
_SAYINGS: Final = ("handling_rows", "asker", "doing")


@cache
def _phrases(*kinds: str) -> tuple[frozenset[str], frozenset[str]]:
    """The phrases of the lists of these names, of all without any, as they are written, and as they sound."""
    source = (resources.files("rag") / "data" / "talk.toml").read_text(encoding="utf-8")
    lists = (phrases for name, phrases in tomllib.loads(source).items() if not kinds or name in kinds)
    written = frozenset(tone_normal(one) for phrases in lists for one in phrases)
    return written, frozenset(map(sound, written))


def without_sayings(words: Words, rows: Iterable[str]) -> Words:
    """The words without such phrases of several syllables that none of the ``rows`` (sound forms) has as they stand.

    Only who works and what is to be done with rows: the others may speak of a column ("có ghi kinh phí", "đến hạn chót").
    """
    written, spoken = _phrases(*_SAYINGS)
    typed = [token.typed if words.accents else token.heard for token in words.tokens]
    known = written if words.accents else spoken
    spans = ((at, at + n) for at in range(len(typed)) for n in range(2, _LONGEST + 1) if at + n <= len(typed))
    said = [one for one in spans if " ".join(typed[slice(*one)]) in known]
    if not said:
        return words
    texts = [f" {row} " for row in rows]
    heard = [token.heard for token in words.tokens]
    gone = {
        n for one in said if not any(f" {' '.join(heard[slice(*one)])} " in text for text in texts) for n in range(*one)
    }
    return words.without(gone)


def without_talk(words: Words, said: Collection[str], printed: Container[str]) -> Words:
    """The words without such phrases; a single syllable goes only where no word of ``said`` (sound forms) is beside it.

    It may be half of a word otherwise ("phân | bón"). Typed without accents it goes only where no plan prints it:
    ``printed`` are the sound forms of what plans print.
    """
    written, spoken = _phrases()
    known = written if words.accents else spoken
    typed = [token.typed if words.accents else token.heard for token in words.tokens]
    found: dict[int, int] = {}
    at = 0
    while at < len(typed):
        sizes = (n for n in range(_LONGEST, 0, -1) if at + n <= len(typed) and " ".join(typed[at : at + n]) in known)
        found[at] = size = next(sizes, 0)
        at += max(size, 1)
    content = {n for n, size in found.items() if not size and words.tokens[n].heard in said}
    gone: set[int] = set()
    for at, size in found.items():
        alone = {at - 1, at + 1}.isdisjoint(content) and (words.accents or typed[at] not in printed)
        if size > 1 or (size and alone):
            gone.update(range(at, at + size))
    return words.without(gone)
