"""What something must be, where the plan names it behind the very verb asked with: "bảo đảm | việc cấp phép | đúng hạn"."""

from __future__ import annotations

import re
from typing import Final

from rag.language.asked import Asked
from rag.language.words import sound
from rag.measures.nearness import Spoken, spoken_of
from rag.measures.pieces import TRIM, end_of

_ENSURE: Final = re.compile(
    r"(?i)(?<!\w)(?:bảo đảm|đảm bảo)(?: cho)?(?: (?:việc|các|những|mọi|tất cả|toàn bộ|100%))*\s+"
)
_ASKED_WITH: Final = frozenset(tuple(sound(verb).split()) for verb in ("bảo đảm", "đảm bảo"))
_MUST: Final = frozenset(sound("phải cần được sẽ nên bắt buộc").split())
_BESIDE: Final = re.compile(
    r"(?:,?\s(?:và\s)?[^,;.()]{2,30}?){0,4}?\s(?=(?:có|được|đủ|luôn|không|đạt|phải|đều|đúng|kịp thời|đồng bộ)\s)"
)
"""Others named beside the subject, up to what is said of all of them."""
_NAMED: Final = 2
"""Words by which the subject is named."""


def ensured(asked: Asked, text: str) -> str:
    """What ``text`` says behind "bảo đảm" of the subject of "… phải bảo đảm những gì"; "" where it names another or none."""
    said = (*asked.before, *asked.head)
    if asked.thing or said[-_NAMED:] not in _ASKED_WITH:
        return ""
    subject = [word for word in said[:-_NAMED] if word not in _MUST]
    words = spoken_of(text)
    for verb in _ENSURE.finditer(text):
        named = _named(subject, [word for word in words if word.start >= verb.end()])
        if named is None:
            continue
        beside = _BESIDE.match(text, named.end)
        start = beside.end() if beside else named.end
        told = text[start : end_of(asked, text, start)]
        if told.strip(TRIM) and (beside or told[0].isspace()):
            return told.strip(TRIM)
    return ""


def _named(subject: list[str], behind: list[Spoken]) -> Spoken | None:
    """The last of the words right behind the verb that the question says in a row, at least two; None without."""
    best = 0
    for at in range(len(subject)):
        pairs = zip(subject[at:], behind, strict=False)
        best = max(
            best, next((n for n, (a, b) in enumerate(pairs) if a != b.heard), min(len(subject) - at, len(behind)))
        )
    return behind[best - 1] if best >= _NAMED else None
