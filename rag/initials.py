"""Places and issuers that a question names by their first letters: "ở LG" for Lam Giang, "của SYT" for Sở Y tế."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.folding import fold
from rag.library import Library

_OF_PLACE: Final = re.compile(r"(?i:\b(?:tỉnh|tinh|ở|tại|thành phố|tp\.?))\s+([A-ZĐ]{2,3})\b")
_OF_ISSUER: Final = re.compile(r"\b(?:của|cua)\s+([A-ZĐ]{2,6})\b")


def with_places(typed: str, library: Library) -> str:
    """The question with the initials of a place of loaded plans written out, where they stand for one place alone."""
    if typed.isupper():
        return typed
    places = dict.fromkeys(place for profile in library.profiles for place in profile.places[:1])

    def written(match: re.Match[str]) -> str:
        meant = [place for place in places if first_letters(place) == fold(match[1])]
        return match[0].removesuffix(match[1]) + meant[0] if len(meant) == 1 else match[0]

    return _OF_PLACE.sub(written, typed)


def of_issuers(typed: str, issuers: Sequence[str]) -> Iterator[tuple[str, frozenset[int]]]:
    """Letters behind "của" with the numbers of the plans whose issuer's key they begin."""
    for match in _OF_ISSUER.finditer("" if typed.isupper() else typed):
        yield match[1], frozenset(n for n, issuer in enumerate(issuers) if first_letters(issuer) == fold(match[1]))


def first_letters(name: str) -> str:
    """The first letter of each word."""
    return "".join(word[:1] for word in name.split())
