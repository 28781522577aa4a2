"""The one of several statements of a clause, parted by semicolons, that is of the matter asked: "quy định thế nào về việc …"."""

from __future__ import annotations

import re
from typing import Final

from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.measures.pieces import TRIM
from rag.query.question import Query
from rag.query.subjects import MARKER

_PARTED: Final = re.compile(r";\s+")
_BEHIND_ALL: Final = re.compile(
    r"^(?:trong đó|bao gồm|gồm|cụ thể|như|các|những)\b|^[-+–•]|:\s*$|\.\s+\S", re.IGNORECASE
)
"""What makes the parts of a text one list or more than plain statements."""
_LIST: Final = re.compile(r":\s")
_ASKED: Final = re.compile(
    rf"\b(?:{either('thế nào', 'ra sao', 'thì sao', 'làm sao', 'gì về', 'điều gì về', 'gì đối với')}"
    rf"|(?:{either('quy định', 'nói', 'nêu', 'ghi', 'yêu cầu', 'đề ra', 'nhắc', 'đặt ra')}) (?:(?:{either('những', 'điều', 'cái')}) )?{sound('gì')})\b"
)
"""Asks what is said of a matter; what somebody has to do is told with all statements."""
_ASKING: Final = frozenset(
    sound(
        "quy định nêu nói ghi yêu cầu đề ra đặt thế nào ra sao gì kế hoạch việc về chuyện vấn đề theo trong của này phải được thì nhắc"
    ).split()
)
_FEWEST: Final = 3
"""Words of the question that the statement must hold."""
_MOSTLY: Final = 0.6
"""The share of what the question says that it must hold at least."""
_HARDLY: Final = 0.34
"""The share of these that another statement may hold at most."""


def statement_asked(query: Query, library: Library, text: str) -> str:
    """The statement that holds all that the clause holds of the question, where the others hold next to nothing; "" without."""
    if not _ASKED.search(query.spoken):
        return ""
    parts = [part.strip(TRIM) for part in _PARTED.split(MARKER.sub("", text))]
    if len(parts) < len(("one", "another")) or _LIST.search(text) or any(map(_BEHIND_ALL.search, parts)):
        return ""
    plans = query.plans if query.plans is not None and len(query.plans) == 1 else ()
    known = {word for number in plans for word in library.profiles[number].words} | _ASKING
    said = {word for word, weight in query.words.outside(query.mentions).content().items() if weight >= 1.0}
    wanted = said - _ASKING
    own = [wanted & set(library.hear(part).split()) for part in parts]
    best = max(range(len(parts)), key=lambda n: len(own[n]))
    others = set().union(*(one for n, one in enumerate(own) if n != best))
    if len(own[best]) < _FEWEST or not others - known <= own[best]:
        return ""
    if len(own[best]) < _MOSTLY * len(wanted - known) or len(others - known) > _HARDLY * len(own[best]):
        return ""
    return parts[best]
