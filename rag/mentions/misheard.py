"""Words of a question that only sound like a condition or a level of government, or point to no plan by it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.corpus.digital import is_digital
from rag.language.words import Words, sound
from rag.mentions.mention import Mention

_RANK: Final = sound("cấp")
_BARE_BODY: Final = re.compile(r"(?:(?:cac|dang) )*(?:dang ui|ui ban nhan dan|ubnd)(?:(?: cap)? (?:sa|phuong|huien))?")
"""The office of a level, which other plans give work to as well: "UBND xã", "đảng ủy phường"."""
_OFFICE: Final = sound("sở")
_NUMBERS: Final = frozenset({"số", "sơ"})
_ENDING_SO: Final = ([sound("cơ")], [sound("hồ")], [sound("trụ")], [sound("chỉ")], [sound("thông")])
"""First syllables of words that end in what sounds like "sở"."""
_JOINTLY: Final = re.compile(rf"\b{sound('đồng')} {sound('chủ trì')}\b")


def ends_a_place(spoken: str, found: Sequence[Mention]) -> bool:
    """Whether what sounds like "đồng" of "đồng chủ trì" only ends a place's name, each time."""
    said = [spoken[: one.start()].count(" ") for one in _JOINTLY.finditer(spoken)]
    return bool(said) and all(any(one.kind != "actor" and one.start <= at < one.end for one in found) for at in said)


def is_number(words: Words, one: Mention) -> bool:
    """Whether "số", typed so, was heard as "sở" of a level: "kinh tế số đặt ra bao nhiêu", or "cơ sở": "ở cơ sở đạt bao nhiêu".

    The same of an issuer behind what is digital: "đề án chuyển đổi số dân tộc".
    """
    if one.kind == "issuer" and is_digital(words.tokens, one.start):
        return True
    if one.kind != "level":
        return False
    before = [token.heard for token in words.tokens[max(0, one.start - 1) : one.start]]
    first = words.tokens[one.start]
    return any(token.typed in _NUMBERS for token in words.tokens[one.start : one.end]) or (
        first.heard == _OFFICE and before in _ENDING_SO
    )


def _rank(words: Words, one: Mention) -> bool:
    """Whether a level is said as a rank: "cấp tỉnh"."""
    return _RANK in words.part(one.start - 1, one.end).split()


def may_be_none(words: Words, one: Mention) -> bool:
    """Whether words heard as a level, or as its office without a place, may point to no plan."""
    if one.kind not in ("level", "issuer"):
        return False
    if _BARE_BODY.fullmatch(words.part(one.start, one.end)):
        return True
    return one.kind == "level" and (not words.accents or _rank(words, one))
