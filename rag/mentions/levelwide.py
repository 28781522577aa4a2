"""All offices of one level named together: "UBND cấp xã", "các xã, phường", "UBND các huyện, thị xã" are one name each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ingest.folding import fold
from rag.language.words import sound

_COMMUNES: Final = "xa|phuong|thi tran|dac khu"
_DISTRICTS: Final = "huyen|quan|thi xa|thanh pho"
_HEAD: Final = "(?:uy ban nhan dan |chinh quyen |chinh quyen dia phuong )"
_TAIL: Final = r"(?: (?:co )?lien quan| tren dia ban(?: (?:tinh|thanh pho))?| thuoc tinh)?"


def _together(kinds: str, level: str) -> str:
    return rf"(?:cap {level}|(?:cac )?(?:{kinds})(?: (?:{kinds}))+|cac (?:{kinds}))"


_LEVELS: Final = tuple((level, _together(kinds, level)) for level, kinds in (("xa", _COMMUNES), ("huyen", _DISTRICTS)))
_KEYS: Final = tuple((level, re.compile(rf"{_HEAD}?{together}{_TAIL}")) for level, together in _LEVELS)


def _heard(folded: str) -> str:
    """The expression with the words as they sound; what is no word stays."""
    return re.sub(r"[a-z]+", lambda word: sound(word[0]), folded)


_SAID: Final = tuple(
    (level, re.compile(rf"(?<= ){_heard(_HEAD)}{_heard(together)}(?= )"), re.compile(rf"(?<= ){_heard(together)}(?= )"))
    for level, together in _LEVELS
)
_GIVEN: Final = re.compile(rf" (?:{'|'.join(map(sound, ('giao', 'giao cho', 'do', 'của')))}) $")
"""Before a level that is named without its offices: "giao cho cấp xã"."""
_LEADING: Final = re.compile(
    rf"(?: (?:{'|'.join(map(sound, ('phải', 'được giao', 'được', 'có', 'cùng', 'chỉ')))}))* "
    rf"(?:{'|'.join(map(sound, ('chủ trì', 'phối hợp', 'phụ trách', 'thực hiện', 'làm', 'lo', 'tham gia')))})\b"
)
"""What the offices of a level do, behind them."""


@lru_cache(maxsize=8192)  # the names of a plan, each held against every office asked about
def level_named(key: str) -> str:
    """The level ("xa", "huyen") all of whose offices a unit's key names together; "" for any other key."""
    return next((level for level, pattern in _KEYS if pattern.fullmatch(key)), "")


def levels_said(tokens: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where a question names all offices of a level, and which level, by tokens in sound form without "và"."""
    text = f" {' '.join(tokens)} "
    for level, whole, bare in _SAID:
        for found in (*whole.finditer(text), *bare.finditer(text)):
            named = found.re is whole or _GIVEN.search(text[: found.start()]) or _LEADING.match(text, found.end())
            if named:
                start = text.count(" ", 0, found.start()) - 1
                yield start, start + len(found[0].split()), level


def key_of(level: str) -> str:
    """The key under which all offices of a level are asked for."""
    return fold(f"ủy ban nhân dân cấp {level}")
