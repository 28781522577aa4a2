"""Two sides that a telegram parts by question marks: "ai chủ trì chợ phiên: tỉnh Lam Giang? xã Vân Khê?" asks of both."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import has_accents

_SIDE: Final = r"[^\s?:;,]+(?: [^\s?:;,]+){0,6}"
_SIDES: Final = re.compile(
    rf"^(?P<topic>[^?]{{6,}}[:–-]\s+)(?P<one>{_SIDE})\s*\?\s*(?:(?:còn|con|và|va)\s+)?(?P<other>{_SIDE})\s*\??\s*$"
)
_ASKS: Final = re.compile(r"(?i)\b(?:ai|nào|nao|gì|gi|mấy|may|bao|đâu|dau|sao|không|khong|chưa|chua)\b")
"""A side with a word that asks is a question of its own."""


def with_both_sides(typed: str) -> str:
    """The question with "và" between the sides, as it is where it has none."""
    found = _SIDES.match(typed)
    if found is None or _ASKS.search(f"{found['one']} {found['other']}"):
        return typed
    return f"{found['topic']}{found['one']} {'và' if has_accents(typed) else 'va'} {found['other']}?"
