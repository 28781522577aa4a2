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


def is_syllable(word: str) -> bool:
    """Tell whether a word, whatever its case, has the form of a Vietnamese syllable."""
    apart = unicodedata.normalize("NFD", word.lower())
    plain = unicodedata.normalize("NFC", _TONES.sub("", apart))
    return len(_TONES.findall(apart)) <= 1 and bool(_FORM.fullmatch(plain))
