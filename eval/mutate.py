"""Retyping a question the way people type: each way alone, the same for the same seed.

The judge runs every question again in each way and tells what accuracy that costs.
"""

from __future__ import annotations

import random
import re
import tomllib
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from pathlib import Path


class Way(StrEnum):
    """One way of retyping."""

    NO_ACCENTS = "no_accents"
    NFD = "nfd"
    OLD_TONE = "old_tone"
    ABBREV = "abbrev"
    TYPO = "typo"
    UPPER = "upper"


TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The five combining tone marks: huyền, sắc, ngã, hỏi, nặng."""

_SYLLABLE = re.compile(r"[^\W\d_]+")
_OPEN_PAIR = re.compile(
    rf"(?:(o)([{TONES}]?)([ae])([{TONES}]?)|(?<!q)(u)([{TONES}]?)(y)([{TONES}]?))$",
    re.IGNORECASE,
)
_INITIALS = (("ch", "tr"), ("tr", "ch"), ("gi", "d"), ("x", "s"), ("s", "x"), ("d", "gi"))
_VOWELS = "aeiouy"


def mutate(question: str, way: Way, *, seed: int = 0) -> str:
    """Retype ``question``; it comes back in NFC (NFD for that way), perhaps unchanged."""
    text = unicodedata.normalize("NFC", question)
    rng = random.Random(f"{seed}:{way}:{text}")
    if way is Way.TYPO:
        return _mistype(text, rng)
    return _PLAIN[way](text)


def no_accents(text: str) -> str:
    """Without tone and vowel marks, đ as d."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    kept = "".join(char for char in bare if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept)


def swap_tone(text: str) -> str:
    """With the tone of an open oa, oe, uy on its other vowel: hòa to hoà, thuỷ to thủy."""
    return _SYLLABLE.sub(lambda found: _swap_in(found[0]), unicodedata.normalize("NFC", text))


def _swap_in(syllable: str) -> str:
    loose = unicodedata.normalize("NFD", syllable)
    swapped = _OPEN_PAIR.sub(_exchange, loose)
    return unicodedata.normalize("NFC", swapped)


def _exchange(found: re.Match[str]) -> str:
    first, on_first, second, on_second = (part or "" for part in found.groups()[:4])
    if not first:
        first, on_first, second, on_second = found.groups()[4:]
    return f"{first}{on_second}{second}{on_first}"


def abbreviate(text: str) -> str:
    """With every phrase of the general table in its short form, the longest phrases first."""
    short = dict(_abbreviations())
    return _phrases().sub(lambda found: short[" ".join(found[0].lower().split())], text)


@cache
def _abbreviations() -> tuple[tuple[str, str], ...]:
    """Lower-case phrase and short form, either tone placement, from the file beside this one."""
    file = Path(__file__).with_name("abbreviations.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))["abbreviations"]
    return tuple((typed, form) for form, phrase in table.items() for typed in (phrase, swap_tone(phrase)))


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted((phrase for phrase, _ in _abbreviations()), key=len, reverse=True)
    spaced = (r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


def _mistype(text: str, rng: random.Random) -> str:
    """With one or two words misspelt; numbers, abbreviations and short words are spared."""
    words = [found for found in _SYLLABLE.finditer(text) if _slips(found[0])]
    chosen = rng.sample(words, k=min(len(words), rng.choice((1, 1, 2))))
    for found in sorted(chosen, key=lambda found: found.start(), reverse=True):
        wrong = rng.choice(_slips(found[0]))
        text = text[: found.start()] + wrong + text[found.end() :]
    return text


def _slips(word: str) -> tuple[str, ...]:
    """The plausible misspellings of one syllable: a confused initial, a lost tone."""
    if len(word) < 2 or word.isupper():
        return ()
    return (*_other_initials(word), *_lost_tone(word))


def _other_initials(word: str) -> tuple[str, ...]:
    lower = word.lower()
    heard, written = next((pair for pair in _INITIALS if lower.startswith(pair[0])), ("", ""))
    rest = no_accents(lower[len(heard) :])[:1]
    if not heard or rest not in _VOWELS or (heard == "d" and rest == "i"):
        return ()
    return (_cased_like(word, written + word[len(heard) :]),)


def _lost_tone(word: str) -> tuple[str, ...]:
    loose = unicodedata.normalize("NFD", word)
    bare = "".join(char for char in loose if char not in TONES)
    return (unicodedata.normalize("NFC", bare),) if bare != loose else ()


def _cased_like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


_PLAIN: dict[Way, Callable[[str], str]] = {
    Way.NO_ACCENTS: no_accents,
    Way.NFD: lambda text: unicodedata.normalize("NFD", text),
    Way.OLD_TONE: swap_tone,
    Way.ABBREV: abbreviate,
    Way.UPPER: str.upper,
}
