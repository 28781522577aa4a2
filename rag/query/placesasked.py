"""The places that a question asks for by what they are ("tại những xã, phường nào"): each is a value of its own."""

from __future__ import annotations

import re
from typing import Final

from ingest.letters import UPPER
from rag.language.words import sound

_LEVELS: Final = (
    "xã",
    "phường",
    "thôn",
    "buôn",
    "bản",
    "huyện",
    "tỉnh",
    "thành phố",
    "đặc khu",
    "địa phương",
    "thị trấn",
    "quốc gia",
    "nước",
    "khu vực",
    "vùng",
)
_SORTS: Final = "|".join(map(sound, (*_LEVELS, "trường", "chợ", "cụm")))
_WHICH: Final = re.compile(
    rf"\b(?:nhung|cac|may|hai|ba|bon|{_SORTS}) (?:(?:{_SORTS}) )*(?:{_SORTS}) nao\b|\b(?:nhung|cac) (?:dau|noi nao|cho nao)\b"
)
"""Asks for several: "những xã nào", "xã, phường nào"; one alone may be asked for by "xã nào"."""
_AND: Final = re.compile(r"\s*(?:[,;]|,?\s+và)\s+")
_ONE: Final = re.compile(
    rf"(?i:các|những)?\s*(?:(?i:{'|'.join(_LEVELS)}|trường|chợ|cụm)\s+){{0,2}}[{UPPER}\d][^\s,;.:]*(?:\s+[{UPPER}\d][^\s,;.:]*){{0,5}}"
)
"""One place by its name, with or without what it is."""
_FEWEST: Final = 2


def places_named(spoken: str, told: str) -> tuple[str, ...]:
    """The places of ``told`` one by one, where several are asked for and it is nothing but places; else as it stands."""
    if not _WHICH.search(spoken):
        return (told,)
    places = [place for place in _AND.split(told.strip()) if place]
    apart = len(places) >= _FEWEST and all(_ONE.fullmatch(place) for place in places)
    return tuple(places) if apart else (told,)
