"""Rows whose place is written as a chain of numerals beside the annex: "phụ lục mục III/2.2", "PL III.5", "12/PL III".

Read where the labelled forms of `rag.mentions.pointers` find no row. A number without a label is one only where a stroke or point
ties it to its annex or group, or where what is asked follows it at once: in "Phụ lục II, 65 xã" it counts.
"""

from __future__ import annotations

import re
from typing import Final

_NUMBER: Final = r"\d{1,3}(?:\.\d{1,3}){0,3}(?:-\d{1,2})?"
_ANNEX: Final = r"\b(?:phu luc|p[./]\s?luc|pluc|pl)"
_OF_ANNEX: Final = r"(?:\s*(?:so\s+)?0*(?P<annex>[ivxlc]+|\d{1,2})\b)"
_GROUP: Final = r"(?:(?:muc lon|phan nhom|nhom|muc|phan)\s*(?:so\s+)?)"
_LABEL: Final = (
    r"(?:(?:#|\b(?:nhiem vu|nv|chi tieu|ct|dong|muc|stt|so thu tu|thu tu|tt|hang|dau viec|viec|y|noi dung|hoat dong|so))"
    r"\s*(?:(?:so|thu|stt)\s*)?)"
)
_TIED: Final = r"\s*[./–-]\s*"
_BESIDE: Final = r"\s*[,(:;]?\s*(?:(?:o|trong|tai|cua|thuoc)\s+)?"
_WHOLE: Final = r"(?![\w%]|[.,/-]\d|\s*[/%])"
_ASKS: Final = (
    r"(?=\s*[?!;,)]|\s*$|\s+(?:ai|do|la|han|thoi han|thi|ket qua|kq|san pham|sp|chu tri|phoi hop|khi nao|bao gio|xong|giao|cua|thuoc"
    r"|ubnd|ui ban|uy ban|dang uy|so (?!\d)|phong|bo|ke hoach|kh|don vi|co quan|can|phai|noi|ghi|ten|yeu cau|den han|hoan thanh)\b)"
)
"""What follows a number that counts nothing."""
_ORDINAL: Final = rf"(?P<ordinal>{_NUMBER}){_WHOLE}"
_DOTTED: Final = rf"(?P<ordinal>\d{{1,3}}(?:\.\d{{1,3}})+(?:-\d{{1,2}})?){_WHOLE}"
_BARE: Final = rf"(?P<ordinal>\d{{1,3}}(?:-\d{{1,2}})?){_WHOLE}{_ASKS}"
_ROMAN: Final = r"(?P<group>[ivxlc]+)\b"
_CHAINS: Final = tuple(
    re.compile(one)
    for one in (
        rf"{_ANNEX}{_OF_ANNEX}{_TIED}{_ORDINAL}",
        rf"{_ANNEX}{_OF_ANNEX}{_BESIDE}{_DOTTED}",
        rf"{_ANNEX}{_OF_ANNEX}{_BESIDE}{_BARE}",
        rf"{_ANNEX}{_OF_ANNEX}?{_BESIDE}{_GROUP}?{_ROMAN}{_TIED}{_ORDINAL}",
        rf"{_ANNEX}{_OF_ANNEX}?{_BESIDE}{_GROUP}{_ROMAN}{_BESIDE}(?:{_DOTTED}|{_BARE.replace('ordinal', 'bare')})",
        rf"{_ANNEX}{_OF_ANNEX}{_BESIDE}{_LABEL}{_ORDINAL}",
        rf"(?:{_LABEL}|(?<![\w./]))(?<![\w./]){_ROMAN}{_TIED}{_ORDINAL}{_BESIDE}{_ANNEX}{_OF_ANNEX}?",
        rf"(?:{_LABEL}|^)(?P<ordinal>{_NUMBER})(?:{_TIED}|(?![\w%/.,-]){_BESIDE}){_ANNEX}{_OF_ANNEX}",
    )
)


def read_chain(words: str) -> tuple[str, str | None, str] | None:
    """The annex ("" where it has no numeral), the group and the number of the row written so in folded words; None without one."""
    for pattern in _CHAINS:
        if found := pattern.search(words):
            told = found.groupdict()
            number = told["ordinal"] or told["bare"]
            return (told["annex"] or "").upper(), (told.get("group") or "").upper() or None, number
    return None
