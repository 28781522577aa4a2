"""What somebody is handed: "được cấp giấy gì" out of "học viên được cấp Giấy chứng nhận …"."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import either, sound
from rag.query.question import Query

_WHAT: Final = either("gì", "nào", "chi")
_GETS: Final = either(
    "được cấp", "được phát", "được trao", "được tặng", "được nhận", "nhận được", "được lĩnh", "được lãnh"
)
_ASKED: Final = re.compile(rf"\b(?:{_GETS}) (?!{sound('cho')} )(?P<noun>(?:\S+ ){{0,4}}?)(?:{_WHAT})\b")
"""Whom something is handed to ("được cấp cho ai") asks for nothing that is handed out."""
_ANY: Final = frozenset(sound("cái những loại các thứ món đồ tờ").split())
_ANY_PAPER: Final = re.compile(rf"\b(?:{either('giấy tờ', 'văn bản', 'tài liệu')}) $")
"""What is handed out need not be called so."""
_TOLD: Final = re.compile(
    r"(?:(?:^|[-+•.;:]\s+)(?:cấp|phát|trao|tặng)|\b(?:được|sẽ)\s+(?:cấp|phát|trao|tặng|nhận|lĩnh))\s+(?!cho\b|phép\b|bởi\b|lại\b)"
    r"(?P<what>[^.;:]+?)(?=\s*(?:[.;:]|$)|,\s+(?:được|đồng thời|và|miễn|hỗ trợ)\b|\s+và\s+(?:được|có|miễn|hỗ trợ)\b"
    r"|,?\s+(?:theo|sau khi|khi|nếu|để)\s)",
    re.IGNORECASE,
)
"""Ends where something else is given or it is said when and by which rules."""


def handed_out(query: Query, text: str) -> str:
    """The one thing that ``text`` says is handed out, where that is asked for; "" without one of the sort asked for."""
    asked = _ASKED.search(query.spoken)
    if asked is None:
        return ""
    noun = [word for word in _ANY_PAPER.sub("", asked["noun"]).split() if word not in _ANY]
    told = [match["what"].strip() for match in _TOLD.finditer(text)]
    told = [one for one in told if not noun or f" {noun[0]} " in f" {sound(one)} "]
    return told[0] if len(told) == 1 else ""
