"""Plans as old programs stored them: the tables turned round."""

from __future__ import annotations

import re
import unicodedata

from ingest.encodings.tables import TABLES

_TONES = re.compile("[\u0301\u0300\u0309\u0303\u0323]")


def without_lost_capitals(text: str) -> str:
    """``text`` with each toned capital small, as a TCVN3 font has none."""
    return "".join(letter.lower() if _is_toned(letter) else letter for letter in text)


def _is_toned(letter: str) -> bool:
    return letter.isupper() and bool(_TONES.search(unicodedata.normalize("NFD", letter)))


def as_shown(text: str, encoding: str) -> str:
    """``text`` as letters of a western font (or bytes by their number) in one of ``TABLES``."""
    keys: dict[str, str] = {}
    for typed, letter in TABLES[encoding].items():
        keys.setdefault(letter, typed)
    if encoding == "tcvn3":
        text = without_lost_capitals(text)
    return "".join(keys.get(letter, letter) for letter in text)


def as_bytes(text: str, encoding: str) -> bytes:
    """The bytes of ``text`` in one of ``TABLES`` or in Windows-1258."""
    if encoding == "cp1258":
        return _windows_1258(text)
    return as_shown(text, encoding).encode("latin-1")


def _windows_1258(text: str) -> bytes:
    made = bytearray()
    for letter in text:
        tone = _TONES.search(unicodedata.normalize("NFD", letter))
        if tone is None:
            made += letter.encode("cp1258")
            continue
        base = unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter).replace(tone.group(), ""))
        made += base.encode("cp1258") + tone.group().encode("cp1258")
    return bytes(made)


def storable(text: str) -> str:
    """``text`` in the characters that every one of these encodings has."""
    signs = {"–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "≥": ">=", "≤": "<="}
    plain = unicodedata.normalize("NFC", text).translate({ord(sign): other for sign, other in signs.items()})
    letters = set(TABLES["viscii"].values())
    return "".join(
        each for each in plain if each.isascii() or each in letters or each in "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
    )
