"""What a clause has in view where a question asks so in another word: "tập trung vào đâu", "chú trọng gì" of "trọng tâm là …"."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import either, sound
from rag.measures.pieces import TRIM

_VIEWS: Final = ("trọng tâm", "trọng điểm", "tập trung", "chú trọng", "ưu tiên", "nhấn mạnh", "dồn sức", "xoáy", "nhắm")
_ASKED: Final = re.compile(
    rf"\b(?P<said>{either(*_VIEWS)})(?: (?:{either('vào', 'đến', 'tới', 'cho', 'là', 'chủ yếu', 'nhất', 'chính', 'việc')}))*"
    rf" (?:(?:{either('những', 'các', 'cái', 'điều', 'đối tượng', 'địa bàn', 'khâu', 'chỗ')}) )*(?:{either('đâu', 'gì', 'nào', 'ai')})\b"
)
_TOLD: Final = re.compile(
    r"(?i)(?<!\w)(?P<view>trọng tâm|trọng điểm|tập trung|chú trọng|ưu tiên|nhấn mạnh)\s*(?::|là|vào|đến|tới)?\s+(?P<what>.+?)(?=[;.](?:\s|$)|$)"
)


def focus_asked(spoken: str, text: str) -> str:
    """What follows the one word of a text for what it has in view, where the question asks by another such word; "" otherwise."""
    asked = _ASKED.search(spoken)
    told = list(_TOLD.finditer(text)) if asked else []
    if len(told) != 1 or asked is None or asked["said"] == sound(told[0]["view"]):
        return ""
    return told[0]["what"].strip(TRIM)
