"""What somebody is asked or told to do, by the clause that says so: "giao học sinh lớp 8 | hướng dẫn ông bà …" for "học sinh lớp 8 làm gì"."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import either, sound
from rag.measures.nearness import spoken_of
from rag.measures.pieces import TRIM, runs
from rag.query.question import Query
from rag.query.unplaced import without_place

_MODAL: Final = either(
    *(
        "phải",
        "cần",
        "nên",
        "được",
        "sẽ",
        "được giao",
        "được yêu cầu",
        "được vận động",
        "được phân công",
        "có trách nhiệm",
    ),
    *("có nhiệm vụ", "cùng", "tham gia", "giúp", "đứng ra", "thì"),
)
_SEVERAL: Final = rf"(?:(?:{either('những', 'các', 'mấy', 'công')}) )*"
_WHAT: Final = (
    rf"(?:(?:{either('làm', 'thực hiện', 'tham gia', 'đảm nhận', 'gánh', 'lo')}) {_SEVERAL}(?:(?:{either('việc', 'cái', 'điều')}) )?{sound('gì')}"
    rf"|(?:{either('làm', 'thực hiện', 'đảm nhận', 'giao')}) {_SEVERAL}{sound('việc')} (?:{either('gì', 'nào')}))"
)
_ASKED: Final = re.compile(rf"^(?P<of>(?:\S+ ){{2,}}?)(?:(?:{_MODAL}) )*{_WHAT}\b")
"""Whom the question names right before what it asks."""
_BIDS: Final = re.compile(
    r"(?i)(?<!\w)(?:giao|yêu cầu|vận động|khuyến khích|huy động|phân công|đề nghị|mời|kêu gọi|động viên|giao nhiệm vụ cho|giao cho|bố trí|hướng dẫn)"
    r"\s+(?:(?:cho|các|những|mọi|mỗi|từng|toàn thể|tất cả)\s+)*(?=\w)"
)
_THEN: Final = re.compile(r"\s*(?:(?:phải|cần|sẽ|thực hiện việc|để|cùng)\s+)*")
_ENDS: Final = re.compile(
    r"[;:]|\.(?=\s|$)|,?\s(?:như|để|nhằm|coi như|xem như|theo|trước|trong|chậm nhất|hoàn thành)\s"
)
_FEWEST: Final = 2
"""Words by which somebody is named, and least words of what is asked of them."""
_LONGEST: Final = 8


def asks_of(query: Query) -> bool:
    """Whether it is asked what somebody has to do; the work of a unit stands in rows as well."""
    return not (query.actors or query.period) and _ASKED.match(query.spoken) is not None


def asked_of(query: Query, text: str) -> str:
    """What ``text`` says is asked of the ones that the question names; "" where it says no such thing."""
    asked = _ASKED.match(query.spoken) if asks_of(query) else None
    return (_bidden(asked, text) or _bidden(_ASKED.match(query.unpointed.heard), text)) if asked else ""


def _bidden(asked: re.Match[str] | None, text: str) -> str:
    """What is asked of the ones whose whole name, or whose last words, stand right behind the asking."""
    named = without_place(asked["of"].strip()).split() if asked else []
    for bid in _BIDS.finditer(text) if named else ():
        words = [one for one in spoken_of(text) if one.start >= bid.end()]
        for size in range(min(_LONGEST, len(named)), _FEWEST - 1, -1):
            found = next(((start, end) for start, end in runs(named[-size:], words) if start == bid.end()), None)
            if found is None:
                continue
            start = _THEN.match(text, found[1])
            begin = start.end() if start else found[1]
            stop = _ENDS.search(text, begin)
            told = text[begin : stop.start() if stop else len(text)].strip(TRIM)
            if len(told.split()) >= _FEWEST and text[found[1]] == " ":
                return told
    return ""
