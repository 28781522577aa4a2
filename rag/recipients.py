"""To whom a plan itself is sent: all of its recipients, those marked for one purpose, or where it is filed."""

from __future__ import annotations

import re
from typing import Final

from rag.question import Query
from rag.words import sound

_SHORT_MARKS: Final = {"b/c": "báo cáo", "p/h": "phối hợp", "t/h": "thực hiện"}
_PURPOSES: Final = tuple(map(sound, ("báo cáo", "phối hợp", "thực hiện", "theo dõi", "chỉ đạo")))
"""For what a plan is sent, as lists of recipients mark it: "UBND tỉnh (báo cáo)", "Sở Nội vụ (p/h)"."""
_FOR: Final = rf"\bde (?:{'|'.join((*_PURPOSES, sound('biết')))})\b"
_WHOM: Final = r"(?:nhung |cac )?(?:ai|dau|(?:co quan|don vi|noi|ban|cap|bo|so|phong) nao)\b"
_SENT_FOR: Final = re.compile(
    rf"^(?:\S+ ){{0,3}}?(?:ce hoach|van ban)\b.* gui (?:di )?(?:(?:cho |den |toi |ve )?{_WHOM}.*{_FOR}|{_FOR}.*{_WHOM})"
)
"""The plan is what is sent: "kế hoạch … gửi ai để báo cáo", "kế hoạch … gửi để báo cáo những ai"."""
_LIST: Final = sound("nơi nhận")
_FILED: Final = re.compile(r"\bluu\b")
_MARK: Final = re.compile(r"\s*\(\s*(?:để\s+)?([^()]*?)\s*\)\s*$", re.IGNORECASE)
_OF: Final = re.compile(r" nao cua (\S+ \S+)")


def sent_for(query: Query) -> bool:
    """Whether the question asks to whom a plan is sent for some purpose."""
    return _SENT_FOR.search(query.spoken) is not None


def recipients_asked(query: Query, values: tuple[str, ...]) -> tuple[str, ...]:
    """Of the recipients, those asked for: marked for a purpose (the mark off), where it is filed, or one kind of office."""
    if sent_for(query) or _LIST in query.spoken:
        purpose = next((one for one in _PURPOSES if one in query.spoken), "")
        marked = [value for value in values if purpose in _mark(value)]
        of = _OF.search(query.spoken)
        own = [value for value in marked if of and f" {of[1]}" in f" {sound(value)}"]
        if purpose and marked:
            return tuple(_MARK.sub("", value).strip() for value in own or marked)
        if purpose == sound("báo cáo"):
            return ()
    if _FILED.search(query.spoken):
        return tuple(value.partition(":")[2].strip() or value for value in values if value.startswith("Lưu"))
    if query.asked_head:
        return tuple(value for value in values if sound(value).split()[:1] == [query.asked_head])
    return values


def _mark(value: str) -> str:
    """What a recipient is marked with, as it sounds; "" without a mark."""
    found = _MARK.search(value)
    mark = re.sub(r"\s", "", found[1].lower()) if found else ""
    return sound(_SHORT_MARKS.get(mark, found[1])) if found else ""
