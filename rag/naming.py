"""How people write the names of units shorter than plans print them: by initials, a letter for the head, one of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ingest.units import unit_key
from rag.collectives import members
from rag.library import Library
from rag.words import AND, Token, sound

_HEADS: Final = {
    "p": "phòng",
    "ph": "phòng",
    "cc": "chi cục",
    "tt": "trung tâm",
    "bv": "bệnh viện",
    "ttr": "thanh tra",
}
"""Letters that stand for the first noun of an office's name, where a known name goes on as the question does."""
_MISREAD: Final = (tuple(sound("phòng nhiệm vụ").split()), tuple(sound("phòng nghiệp vụ").split()))
"""What "P. NV …" is written out to, and what it means: no office is called after "nhiệm vụ"."""
_SYLLABLE: Final = re.compile(
    r"(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?"
)
"""Folded: what may be a word of the language, which no single-word name is told by."""
_KINDS_OF_DOCUMENT: Final = frozenset({"kh", "qd", "ctr", "tb", "bc", "tt", "cv", "nq", "pa"})
"""Before the issuer's initials in a document's number ("31/KH-SKHCN")."""
_LEAST_INITIALS: Final = 3
_LEAST_WORDS: Final = 3


def spelt_out(tokens: Sequence[Token], library: Library) -> list[tuple[int, Token]]:
    """The tokens with their places, the letters for a head written out where a known unit's name goes on so."""
    read: list[tuple[int, Token]] = []
    for place, token in enumerate(tokens):
        after = next((one.heard for one in tokens[place + 1 :] if one.heard != AND), "")
        head = _HEADS.get(token.typed, "")
        named = head and any(name.startswith(f"{sound(head)} {after}") for name, _ in library.spoken_units)
        full = [Token(sound(part), part) for part in head.split()] if named and after else [token]
        read.extend((place, one) for one in full)
    wrong, right = _MISREAD
    for at in range(len(read) - len(wrong) + 1):
        if tuple(token.heard for _, token in read[at : at + len(wrong)]) == wrong:
            read[at + 1] = (read[at + 1][0], Token(right[1], right[1]))
    return read


def other_names(tokens: Sequence[str], library: Library) -> Iterator[tuple[str, str]]:
    """Names said in the question that are no unit's own, with the unit's key: initials, and members of a collective."""
    said = {one for before, one in pairwise(("", *tokens)) if before not in _KINDS_OF_DOCUMENT}
    for key, unit in library.units.items():
        if unit.collective:
            for name in (one for printed in unit.names for one in members(printed)):
                if said.issuperset(sound(name).split()) and _tells(name):
                    yield sound(name), unit_key(name)
            continue
        initials = sound("".join(word[0] for word in key.split()))
        if len(initials) >= _LEAST_INITIALS and initials in said and initials not in library.weights:
            yield initials, key


def _tells(name: str) -> bool:
    """Whether the name can be no common word: of several syllables, or spelt as no syllable of the language is."""
    heard = sound(name)
    return " " in heard or not _SYLLABLE.fullmatch(heard)


def shortened(name: str, library: Library) -> str:
    """The key of the only unit whose printed name holds the words of ``name`` in order from its beginning on; else ""."""
    asked = name.split()
    if len(asked) < _LEAST_WORDS:
        return ""
    fits = {key for key, unit in library.units.items() if not unit.collective and _begins(sound(key).split(), asked)}
    return fits.pop() if len(fits) == 1 else ""


def _begins(printed: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether all asked words stand in the printed ones in order, the first two at the beginning."""
    rest = iter(printed)
    return list(printed[:2]) == list(asked[:2]) and all(word in rest for word in asked)
