"""How Vietnamese a text reads, by the form of its words alone: no list of words, no plan's names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

_TONES: Final = "\u0301\u0300\u0309\u0303\u0323"
_TONE = re.compile(f"[{_TONES}]")
_FORM = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:[iy]ê|[uư]ô|ươ|uyê|uyơ|uya|[iuư]a|o[aăeo]|u[aâêyơ]|uyu|[aăâeêioôơuưy])[aiouy]?"
    r"(?P<end>ch|ng|nh|[cmnpt])?"
)
_STOPS: Final = frozenset({"c", "ch", "p", "t"})
_AFTER_STOPS: Final = frozenset({"\u0301", "\u0323"})
# Besides letters the signs of a western font, and control characters, that a wrong table leaves within words.
_WORD = re.compile(
    "[A-Za-z\x01-\x08\x0e-\x1f\x7f-\x9f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u024f\u0300-\u036f\u1e00-\u1eff]+"
)


class Reading(NamedTuple):
    """How many words with letters beyond ASCII have the form of a syllable, and how many have not."""

    good: int
    bad: int

    @property
    def sum(self) -> int:
        """Higher reads better."""
        return self.good - self.bad

    @property
    def share(self) -> float:
        """The good ones of all, 0 where there is none."""
        return self.good / (self.good + self.bad) if self.good else 0.0


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word, in whatever case, is formed as a Vietnamese syllable: one tone at most, and one its end allows."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(apart)
    form = _FORM.fullmatch(unicodedata.normalize("NFC", _TONE.sub("", apart)))
    if form is None or len(tones) > 1:
        return False
    return form["end"] not in _STOPS or not tones or tones[0] in _AFTER_STOPS


def reading(text: str) -> Reading:
    """Judge the words of ``text`` that ASCII cannot write."""
    words = [word for word in _WORD.findall(text) if not (word.isascii() and word.isprintable())]
    good = sum(map(is_syllable, words))
    return Reading(good, len(words) - good)
