"""The encodings of Vietnamese from before Unicode, each as what a character of it stands for.

An old text shows up in two ways: as bytes, or as the letters of a western font that those bytes are in Windows-1252
("KÕ ho¹ch"). Both are one to these tables: a byte from A0 on is the character of the same number in either. Below A0
they part: there VISCII and VPS keep capitals, TCVN3 and VNI the dashes and quotes of Windows.

Sources: TCVN 5712:1993 (its third table, the one that fonts named .Vn use), RFC 1456 (VISCII), the VPS and VNI charts
of the Vietnamese Unicode project (vietunicode.sourceforge.net/charset). TCVN3 and VISCII were compared with glibc's
iconv byte by byte. The library viparse (0.1.31) knows no VNI ẳ and ỵ, so it is not used.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

_TCVN3_LETTERS: Final = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
"""The letters from each of these bytes on."""
_VISCII_HIGH: Final = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW: Final = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VPS_HIGH: Final = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ\x91\x92ỀỂỄỐỒỔỖýỷỵỚỜỞ\xa0ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺßàáâãảạăçèéêẽìíîĩẴĐòóôõöƠụùúủüỶẼỳ"
)
_VPS_LOW: Final = {
    0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ",
    0x12: "Ộ", 0x13: "Ợ", 0x14: "Ụ", 0x15: "Ự", 0x19: "Ỵ", 0x1C: "Ẫ", 0x1D: "Ữ",
}  # fmt: skip
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301\u0300\u0309\u0303\u0323"
_CIRCUMFLEX, _BREVE = "\u0302\u0306"
# What VNI types after a vowel: a tone, or a circumflex or breve with or without a tone.
_VNI_MARKS: Final = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE, "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_VOWELS: Final = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
_VNI_SINGLE: Final = {"ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}
_TAKES: Final = {_CIRCUMFLEX: "aeo", _BREVE: "a"}


def _windows(numbers: range) -> Iterator[tuple[str, str]]:
    """The characters that Windows-1252 has at these bytes, by the control characters of the same number."""
    for number in numbers:
        yield chr(number), bytes([number]).decode("cp1252", "ignore") or chr(number)


def _vni() -> Iterator[tuple[str, str]]:
    for typed, vowel in _VNI_VOWELS.items():
        for mark, signs in _VNI_MARKS.items():
            if vowel in _TAKES.get(signs[0], "aeouyơư"):
                made = unicodedata.normalize("NFC", vowel + signs)
                yield typed + mark, made
                yield (typed + mark).upper(), made.upper()
                yield typed.upper() + mark, made.upper()
    for typed, letter in _VNI_SINGLE.items():
        yield typed, letter
        yield typed.upper(), letter.upper()


def _of_bytes(high: str, low: Mapping[int, str]) -> dict[str, str]:
    return {chr(number): letter for number, letter in [*enumerate(high, start=0x80), *low.items()]}


_TCVN3: Final = {
    chr(number): letter for first, run in _TCVN3_LETTERS.items() for number, letter in enumerate(run, start=first)
}
_PUNCTUATION: Final = dict(_windows(range(0x80, 0xA0)))

TABLES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({
    "tcvn3": MappingProxyType(_TCVN3 | _PUNCTUATION),
    "vni": MappingProxyType(dict(_vni()) | _PUNCTUATION),
    "viscii": MappingProxyType(_of_bytes(_VISCII_HIGH, _VISCII_LOW)),
    "vps": MappingProxyType(_of_bytes(_VPS_HIGH, _VPS_LOW)),
})  # fmt: skip
"""By the name of the encoding: one or two characters of the old text, and the letter they stand for."""

LABELS: Final[Mapping[str, str]] = MappingProxyType({
    "tcvn3": "TCVN3 (ABC)",
    "vni": "VNI",
    "viscii": "VISCII",
    "vps": "VPS",
    "cp1258": "Windows-1258",
    "utf-8": "UTF-8",
})  # fmt: skip
"""As users know the encodings."""
