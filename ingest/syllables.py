"""Whether letters can be one Vietnamese syllable, by their form alone: a begin, vowels with at most one tone, an end."""

from __future__ import annotations

import re
import unicodedata

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_FORM = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:[iy]ê|[uư]ô|ươ|uyê|uyơ|o[aăeo]|u[aâêyơ]|[aăâeêioôơuưy])[aiouy]?"
    r"(?:ch|ng|nh|[cmnpt])?"
)


def tones_apart(word: str) -> tuple[str, str]:
    """A word without its tone marks, and these marks in order."""
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", _TONES.sub("", apart)), "".join(_TONES.findall(apart))


def is_syllable(word: str) -> bool:
    """Tell whether a word, whatever its case, has the form of a Vietnamese syllable."""
    plain, tones = tones_apart(word.lower())
    return len(tones) <= 1 and bool(_FORM.fullmatch(plain))
