"""Keys of the Telex input method left in a word: "dduwocj" for "được", "phoois" for "phối"."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TONES: Final = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_MARKS: Final = frozenset(_TONES.values())
_DOUBLED: Final = (("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"))
_HORNED: Final = (
    (re.compile("uow|uwow|uwo|ưow|ưo(?=[cimnptu])|uơ"), "ươ"),
    (re.compile("aw"), "ă"),
    (re.compile("ow"), "ơ"),
    (re.compile("uw"), "ư"),
    (re.compile("uo(.*)w$"), r"ươ\1"),
    (re.compile("([aou])(.*)w$"), lambda match: {"a": "ă", "o": "ơ", "u": "ư"}[match[1]] + match[2]),
)
_VOWEL: Final = re.compile("[aeiouyăâêôơư]")


def spelling_of(word: str) -> tuple[str, str]:
    """A word in small letters apart: its letters without the tone, in NFC, and the tone mark, "" for none."""
    loose = unicodedata.normalize("NFD", word)
    tone = "".join(char for char in loose if char in _MARKS)
    plain = "".join(char for char in loose if char not in _MARKS)
    return unicodedata.normalize("NFC", plain), tone


def keyed(word: str) -> tuple[str, str]:
    """What the keys of ``word`` (small letters) would have made, apart as `spelling_of` gives it."""
    plain, tone = spelling_of(word)
    first = _VOWEL.search(plain)
    if first is None:
        return plain, tone
    begin, rest = plain[: first.start()], plain[first.start() :]
    keys = [char for char in rest if char in _TONES]
    if len(keys) == 1 and not tone:
        tone = _TONES[keys[0]]
        rest = rest.replace(keys[0], "")
    whole = begin + rest
    for keys_of, letter in _DOUBLED:
        whole = whole.replace(keys_of, letter)
    for pattern, letters in _HORNED:
        whole = pattern.sub(letters, whole)
    return whole, tone
