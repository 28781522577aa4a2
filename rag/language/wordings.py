"""A wording and the plainer words put for it: the machinery of the tables of `rag.language.restated` and its neighbour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.folding import fold, tone_normal
from rag.language.literals import literal_of
from rag.language.spelt import folded_pattern
from rag.language.words import has_accents

_MOST_TIMES: Final = 3
"""How often one wording is looked for in a question."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: the question's text is looked at as typed and as folded; what is ``held`` a text without it lacks."""

    accented: re.Pattern[str]
    plain: re.Pattern[str]
    put: str
    held: str = ""
    plainly_held: str = ""


def wording(said: str, put: str) -> Wording:
    r"""``said`` is written with accents, in small letters; what is put in may hold "\1" for what stood there."""
    plain = folded_pattern(said)
    return Wording(re.compile(said), re.compile(plain), put, literal_of(said), literal_of(plain))


def put_plainly(typed: str, wordings: Sequence[Wording], *, capitals: bool = False, folded: bool = False) -> str:
    """The question with each wording replaced.

    ``capitals`` reads it in small letters, as a sentence may begin with one; ``folded`` as if typed without accents.
    """
    put = (lambda words: words) if has_accents(typed) else fold
    accents = has_accents(typed) and not folded
    shown = _shown(typed, accents=accents, small=capitals)
    for one in wordings:
        for _ in range(_MOST_TIMES if (one.held if accents else one.plainly_held) in shown else 0):
            found = (one.accented if accents else one.plain).search(shown)
            if not found or len(shown) != len(typed):
                break
            typed = _put_in(put(one.put), found, typed)
            shown = _shown(typed, accents=accents, small=capitals)
    return typed


def _shown(typed: str, *, accents: bool, small: bool) -> str:
    text = tone_normal(typed) if accents else fold(typed)
    return text.lower() if small else text


def _put_in(put: str, found: re.Match[str], typed: str) -> str:
    r"""``typed`` with the wording replaced; "\1" and the like stand for what was typed there."""
    for n in range(1, found.re.groups + 1):
        put = put.replace(f"\\{n}", typed[found.start(n) : found.end(n)] if found[n] is not None else "")
    words = f"{typed[: found.start()]} {put} {typed[found.end() :]}"
    return re.sub(r" (?=[,;?.)])|(?<=\() ", "", " ".join(words.split()))
