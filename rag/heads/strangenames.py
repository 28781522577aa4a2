"""Whether a question for a plan's head calls somebody, or the place whose plan it is, by a name that the plan never prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.folding import fold
from ingest.letters import UPPER
from rag.choosing.agree import mistyped
from rag.corpus.library import Library
from rag.language.words import Token, is_common, sound
from rag.query.question import Query

_NAME: Final = re.compile(rf"(?<![\w&/.-])[{UPPER}][a-zà-ỹ]+(?:\s+[{UPPER}][a-zà-ỹ]+)+(?![\w&/-])")
"""Two or more words with capitals."""
_TITLED: Final = re.compile(r"(?:^|\W)(?:ong|ba|dong chi|d/c|anh|chi)\s+$")
"""Folded: the next word begins a person's name."""
_TITLES: Final = frozenset(map(fold, ("Ông", "Bà", "Anh", "Chị")))
_WORD: Final = re.compile(r"\s+([^\W\d_]+)")
_GOES_ON: Final = frozenset(
    ("ký", "ky", "năm", "nam", "số", "so", "về", "ve", "ban", "đề", "ngày", "ngay", "mang", "thực", "thuc")
)
"""What a question for a head goes on with behind a name, besides the words of all questions."""
_MANY: Final = 0.5
"""The share of words with capitals from which they tell no names."""


def names_stranger(query: Query, library: Library, numbers: Sequence[int]) -> bool:
    """Whether a person is named whom none of the plans meant prints, or places of which they print none.

    The places of other plans loaded may be named beside theirs, in a question for the heads of both.
    """
    names = list(_NAME.finditer(query.typed))
    words = query.typed.split()
    if not names or query.typed.isupper() or sum(one[0].isupper() for one in words) > _MANY * len(words):
        return False
    elsewhere: list[bool] = []
    places = {place for one in library.profiles for place in one.places}
    heads = f" {' | '.join(part for one in library.profiles for part in (sound(one.issuer), *one.places))} "
    for one in names:
        syllables = one[0].split()
        titled = bool(_TITLED.search(fold(query.typed[: one.start()])))
        if fold(syllables[0]) in _TITLES and len(syllables) > len(("họ", "tên")):
            titled, syllables = True, syllables[1:]
        pairs = [sound(" ".join(pair)) for pair in pairwise(syllables)]
        printed = [any(_prints(library, pair, n) for n in numbers) for pair in pairs]
        if titled and not printed[-1]:
            return True
        if not titled and _ends(query.typed[one.end() :]):
            known = any(printed) or any(f" {pair} " in heads for pair in pairs)
            elsewhere.append(not known and not any(mistyped(pair, place) for pair in pairs for place in places))
    return bool(elsewhere) and all(elsewhere)


def _ends(behind: str) -> bool:
    """Whether a name is over before these words: one that goes on in small letters is that of an office or a document."""
    following = _WORD.match(behind)
    return following is None or following[1] in _GOES_ON or is_common(Token(sound(following[1]), following[1]))


def _prints(library: Library, pair: str, number: int) -> bool:
    """Whether the plan prints two syllables side by side, be it without the space between."""
    return library.prints(pair, number) or f" {pair.replace(' ', '')} " in library.printed_sounds[number]
