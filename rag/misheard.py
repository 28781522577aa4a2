"""Words of a question that only sound like a condition or a level of government."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.digital import is_digital
from rag.scope import Mention
from rag.words import Words, sound

_JOINTLY: Final = re.compile(rf"\b{sound('đồng')} {sound('chủ trì')}\b")


def ends_a_place(spoken: str, found: Sequence[Mention]) -> bool:
    """Whether what sounds like "đồng" of "đồng chủ trì" only ends a place's name, each time."""
    said = [spoken[: one.start()].count(" ") for one in _JOINTLY.finditer(spoken)]
    return bool(said) and all(any(one.kind != "actor" and one.start <= at < one.end for one in found) for at in said)


def is_number(words: Words, one: Mention) -> bool:
    """Whether "số", typed so, was heard as "sở" of a level: "kinh tế số đặt ra bao nhiêu".

    The same of an issuer behind what is digital: "đề án chuyển đổi số dân tộc".
    """
    if one.kind == "issuer" and is_digital(words.tokens, one.start):
        return True
    return one.kind == "level" and any(token.typed == "số" for token in words.tokens[one.start : one.end])
