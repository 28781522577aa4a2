"""Who issued the document that is asked for: "theo quyết định nào của UBND tỉnh" points to no plan of the province."""

from __future__ import annotations

import re
from typing import Final

from rag.scope import Mention
from rag.words import Words, sound

_NOUNS: Final = ("quyết định", "nghị quyết", "công văn", "chỉ thị", "chương trình hành động", "kết luận", "thông báo")
_DOCUMENT: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, _NOUNS))}) (?:nao|gi|so (?:mai|nao|bao nhieu))(?: {sound('của')}| do)?$"
)
"""Right before the issuer."""
_REACH: Final = 8


def names_issuer(words: Words, one: Mention) -> bool:
    """Whether a mention only says whose document is asked for."""
    named = one.kind in ("level", "issuer", "place")
    return named and _DOCUMENT.search(words.part(max(0, one.start - _REACH), one.start)) is not None
