"""Slips of the fingers: a letter left out, doubled, changed or swapped, mended where the neighbours say which word was meant.

Only what is no Vietnamese syllable is looked at, and only a word that the plans print beside the same neighbour is put
in: a word or name that no plan knows must stay unknown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from ingest.folding import fold
from ingest.letters import UPPER
from rag.language.phrases import every_word
from rag.language.words import Token, Words, is_common, sound

_SYLLABLE: Final = re.compile(
    r"(?:b|ch?|d|g|h|kh|l|m|ng?|nh|ph?|qu?|r|s|th?|v)?"
    r"(?:a[iou]?|e[ou]?|i(?:a|eu?|u)?|o(?:ai?|eo?|i|o)?|u(?:a[io]?|e|i[aeu]?|o[iu]?|u)?)(?:ch?|m|ng?|nh|p|t)?"
)
"""What a Vietnamese syllable can sound like (`rag.language.words.sound`); such a word is another word, not a slip."""
_NUMERAL: Final = re.compile(r"[ivxlcdm]+")
_OFFICE: Final = re.compile(
    rf"\b(?i:sở|bộ|ban|phòng|cục|vụ|viện|hội|{'|'.join(map(fold, ('sở', 'phòng', 'cục', 'viện')))})\s+(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+)?)"
)
_FOREIGN: Final = re.compile(r"[^\W\d_]+")
_LONG_NAME: Final = 7
"""Letters of a foreign name at the least: two names so long that stand beside one word are seldom one letter apart."""
_CAPITAL: Final = re.compile(rf"\b[{UPPER}]\w*")
_SHORTEST: Final = 3
"""Letters; of shorter words every other is a slip away."""


def is_syllable(word: str) -> bool:
    """Whether a folded word can be a syllable of the language; another is initials, a foreign word or a slip."""
    return _SYLLABLE.fullmatch(sound(word)) is not None


def slips_in_names(typed: str) -> frozenset[str]:
    """Sound forms of the words with a capital that may be mended: no syllables, of an office's name ("Sở Tài Chíh") or long.

    Only the first ones behind an office's noun are looked at: the place that closes the name may be foreign ("Chư Păh").
    """
    words = [word for match in _OFFICE.finditer(typed) for word in match["name"].split()]
    words += [word for word in _FOREIGN.findall(typed) if len(word) >= _LONG_NAME]
    return frozenset(sound(word) for word in words if word.istitle() and not is_syllable(word))


def names_in(typed: str) -> frozenset[str]:
    """Sound forms of the words typed with a capital, which are names, unless all of the question is in capitals."""
    capitals = [] if typed.isupper() else _CAPITAL.findall(typed)
    return frozenset(part for word in capitals for part in sound(word).split()) - slips_in_names(typed)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter left out, added or changed, or two swapped side by side, makes one word the other."""
    short, long = sorted((one, other), key=len)
    start = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    return short[start + 1 :] == long[start + 1 :] or (
        short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    )


class Speller:
    """Mends the words of questions by those that the plans print."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """``weights`` holds the idf of every printed sound form and of every neighbour pair ("so_noi")."""
        self._weights = weights
        self._forms = _shortened(weights)

    def mended(self, words: Words, names: frozenset[str]) -> Words:
        """The question with its slips mended; ``names`` are sound forms that are to stay as they are."""
        tokens = list(words.tokens)
        for n, token in enumerate(tokens):
            if token.heard not in names and self._is_strange(token):
                before = tokens[n - 1].heard if n else ""
                after = tokens[n + 1].heard if n + 1 < len(tokens) else ""
                better = self._meant(token.heard, before, after)
                if better:
                    tokens[n] = Token(better, better)
        return Words(tuple(tokens), words.accents)

    def _is_strange(self, token: Token) -> bool:
        word = token.heard
        if len(word) < _SHORTEST or not word.isalpha() or _SYLLABLE.fullmatch(word) or _NUMERAL.fullmatch(word):
            return False
        return not (word in self._weights or word in every_word() or is_common(token))

    def _meant(self, word: str, before: str, after: str) -> str:
        """The word one slip away that the plans print most beside one of the neighbours; "" where none is."""
        found: dict[str, float] = {}
        for other in self._near(word):
            pairs = [pair for pair in (f"{before}_{other}", f"{other}_{after}") if pair in self._weights]
            if pairs:
                found[other] = sum(1.0 / self._weights[pair] for pair in pairs)
        return max(found, key=lambda other: (found[other], other), default="")

    def _near(self, word: str) -> set[str]:
        """Printed words that are one letter more, less or other, or the word with two neighbours swapped."""
        forms = {word, *_without_one(word)}
        near = {other for form in forms for other in self._forms.get(form, ()) if _is_one_slip(word, other)}
        swapped = (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))
        return near | {other for other in swapped if other in self._weights}


def _is_one_slip(word: str, other: str) -> bool:
    """Whether one letter was left out, added or changed."""
    if len(word) == len(other):
        return sum(a != b for a, b in zip(word, other, strict=True)) == 1
    short, long = sorted((word, other), key=len)
    return len(long) - len(short) == 1 and short in set(_without_one(long))


def _without_one(word: str) -> Iterator[str]:
    return (word[:n] + word[n + 1 :] for n in range(len(word)))


def _shortened(weights: Mapping[str, float]) -> dict[str, tuple[str, ...]]:
    """Every printed word under itself and under its forms with one letter left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in weights:
        if len(word) >= _SHORTEST and word.isalpha():
            for form in {word, *_without_one(word)}:
                found[form].append(word)
    return {form: tuple(words) for form, words in found.items()}
