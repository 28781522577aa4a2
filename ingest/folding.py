"""Vietnamese text made comparable: folded, tone-normal, and cut into syllables.

Stored text is never changed by these; they make copies to compare, index and look up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_TONED = {
    "oa": "òóỏõọ",
    "oe": "òóỏõọ",
    "uy": "ùúủũụ",
}
_VOWEL_TONES = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}
_LATE_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![^\W\d_])")
_TONE_ON_QU = re.compile(r"q[ùúủũụ][aeiouyăâêôơư]")
_QU_TONES = dict(zip("ùúủũụ", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_MARKS = re.compile("[\u0300-\u036f]+")
_PART = re.compile(r"[^\W_]+")
_COMPOUND = re.compile(r"[^\W_]+(?:[-/&][^\W_]+|(?<=\d)[.,](?=\d)[^\W_]+)+")


def fold(text: str) -> str:
    """``text`` in lower case without tones, diacritics or đ, white space collapsed.

    What a person types without accents folds to the same string as what the plan prints.
    """
    if len(text) <= _SHORT:
        return _folded(text)
    return _folded_lately(text) if len(text) <= _LONG else _folded.__wrapped__(text)


_SHORT = 32
"""Characters of what is kept with its folded form: words and short names come again and again, sentences do not."""
_LONG = 512
"""Characters of what may be a question, which is folded by every reader of it: those of the last moments are kept."""


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    text = text.lower()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFD", text).lower()).replace("đ", "d")
    return " ".join(text.split())


_folded_lately = lru_cache(maxsize=256)(_folded.__wrapped__)


@cache
def _late_tones() -> dict[str, str]:
    """Every open ``oà oè uỳ`` (new placement) and its ``òa òe ùy`` (old placement)."""
    return {
        pair[0] + late: early + pair[1]
        for pair, first in _TONED.items()
        for early, late in zip(first, _VOWEL_TONES[pair[1]], strict=True)
    }


def _off_the_q(match: re.Match[str]) -> str:
    """``qúy`` as ``quý``: u after q is part of the consonant and bears no tone."""
    found = match.group()
    return "qu" + unicodedata.normalize("NFC", found[2] + _QU_TONES[found[1]])


def tone_normal(text: str) -> str:
    """``text`` in NFC and lower case with one tone placement: hoà, khoẻ, thuỷ → hòa, khỏe, thủy.

    Diacritics stay. A text in NFC keeps its length, so offsets into the copy hold in the original
    (but for the few foreign capitals that Unicode lower-cases to two characters).
    """
    if len(text) <= _SHORT:
        return _tone_normal(text)
    return _tone_normal_lately(text) if len(text) <= _LONG else _tone_normal.__wrapped__(text)


@lru_cache(maxsize=16384)
def _tone_normal(text: str) -> str:
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    if text.isascii():
        return text
    late = _late_tones()
    text = _LATE_TONE.sub(lambda match: late[match.group()], text)
    return _TONE_ON_QU.sub(_off_the_q, text)


_tone_normal_lately = lru_cache(maxsize=256)(_tone_normal.__wrapped__)


def syllables(text: str) -> tuple[str, ...]:
    """The runs of letters or digits in ``text``, in order, as they are written.

    Vietnamese writes a space between syllables, so these are syllables, numbers and abbreviations.
    Normalise first: ``syllables(fold(text))`` or ``syllables(tone_normal(text))``.
    """
    return tuple(_PART.findall(text))


def compounds(text: str) -> tuple[str, ...]:
    """The tokens that hold several parts, whole: ``48-nq/tu``, ``20/02/2025``, ``kh&cn``, ``0,3``."""
    return tuple(_COMPOUND.findall(text))


def tokens(text: str) -> tuple[str, ...]:
    """Syllables and compounds together: ``48-nq/tu`` gives itself, then ``48``, ``nq``, ``tu``."""
    return compounds(text) + syllables(text)
