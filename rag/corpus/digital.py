"""“Số” that makes something digital, which sounds like "sở" before the name of an office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.corpus.library import Library, once
from rag.language.words import Token, sound

_OFFICE: Final = sound("sở")
_SURE: Final = tuple(sound("chuyển đổi").split())
_DIGITAL: Final = frozenset(
    tuple(sound(one).split())
    for one in (
        "kinh tế",
        "kỹ năng",
        "hạ tầng",
        "nền tảng",
        "chính quyền",
        "chính phủ",
        "xã hội",
        "dữ liệu",
        "công dân",
    )
)


def is_digital(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word there is "số" behind what it tells of; without its accents only behind "chuyển đổi"."""
    before = tuple(token.heard for token in tokens[max(0, at - 2) : at])
    if tokens[at].heard != _OFFICE or tokens[at].typed not in ("số", "so"):
        return False
    return before == _SURE or (tokens[at].typed == "số" and before in _DIGITAL)


def with_digital(asking: str, heard_asking: str, tokens: Sequence[Token], library: Library) -> tuple[str, str]:
    """A question as typed and as heard, with "số hóa" for the digital "số" before "nào": "hoạt động chuyển đổi số nào" asks no office."""
    found = _BEFORE_WHICH.search(heard_asking) and any(
        token.heard == _WHICH and n and (is_digital(tokens, n - 1) or _is_of_title(tokens, n - 1, library))
        for n, token in enumerate(tokens)
    )
    if not found:
        return asking, heard_asking
    return _TYPED.sub(_MADE_DIGITAL, asking), _BEFORE_WHICH.sub(sound(_MADE_DIGITAL), heard_asking)


def _is_of_title(tokens: Sequence[Token], at: int, library: Library) -> bool:
    """Whether the word there is "số" behind two that the title of a plan has before it ("giấy tờ số")."""
    return tokens[at].typed in ("số", "so") and tuple(one.heard for one in tokens[at - 2 : at + 1]) in _titled(library)


@once
def _titled(library: Library) -> frozenset[tuple[str, ...]]:
    """What the titles of plans say before "số", with it."""
    titles = (profile.title.split() for profile in library.profiles)
    return frozenset(
        tuple(words[n - 2 : n + 1]) for words in titles for n, word in enumerate(words) if n > 1 and word == _OFFICE
    )


_WHICH: Final = sound("nào")
_BEFORE_WHICH: Final = re.compile(rf"\b{_OFFICE}(?= {_WHICH}\b)")
_TYPED: Final = re.compile(r"(?i)\bs[ốo](?=\s+n[àa]o\b)")
_MADE_DIGITAL: Final = "số hóa"
