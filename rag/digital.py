"""“Số” that makes something digital, which sounds like "sở" before the name of an office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rag.words import Token, sound

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
