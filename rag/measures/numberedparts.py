"""The part of a clause that a number names: "Đợt 1 từ …. Đợt 2 từ …", "giai đoạn 1 …; giai đoạn 2 …"."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold
from rag.query.question import Query

_NOUN: Final = r"(?:dot|giai doan|dot thi dua|vong|lan|buoc|ky|hoc ky|khu vuc|vung|cum|to|nhom|lop|khoa|doan|tuyen|phan ky|loai|muc|cap|hang|bac)"
_NUMBER: Final = r"(?:\d{1,2}(?![\d/.,%]\d|%)|[ivx]+)"
_NUMBERED: Final = re.compile(rf"\b({_NOUN})(?: (?:so|thu))? ({_NUMBER})(?!\w)(?!\s*[-–]\s*\d)")
_YEARS: Final = re.compile(
    r"\b(?:(?:giai doan|nien khoa|nhiem ky|nam hoc|thoi ky|tu nam|cac nam) )?()(20\d\d\s*[-–]\s*20\d\d)(?![\d/])"
)
"""A stretch of years names a part as well: "giai đoạn 2021-2025 vào …; giai đoạn 2026-2030 vào …"."""
_BEGINS: Final = re.compile(r"(?:^|[.;:\n(–+-]|,(?: va)?|\bva)\s*$")
"""What stands before a part: a mark, or nothing."""
_NUMERALS: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "nhat": "1"}


def numbered_part(query: Query, text: str) -> str:
    """The part of ``text`` that the question names by its number; all of it where it is not made of such parts."""
    return next((part for form in (_NUMBERED, _YEARS) if (part := _part(query, text, form)) != text), text)


def _part(query: Query, text: str, form: re.Pattern[str]) -> str:
    """The part that the question names in that form; all of ``text`` where it is not made of such parts."""
    asked = {(one[1], _plain(one[2])) for one in form.finditer(fold(query.typed))}
    shown = fold(text)
    if not asked or len(shown) != len(text):
        return text
    begins = [one for one in form.finditer(shown) if _BEGINS.search(shown, 0, one.start())]
    for noun, number in asked:
        parts = [one for one in begins if one[1] == noun]
        first = next((one for one in form.finditer(shown) if one[1] == noun), None)
        if parts and first is not None and first.start() < parts[0].start():
            parts.insert(0, first)  # "Ngưỡng báo động cấp 1 là …, cấp 2 là …"
        own = [n for n, one in enumerate(parts) if _plain(one[2]) == number]
        if len({_plain(one[2]) for one in parts}) > 1 and len(own) == 1:
            at = own[0]
            end = parts[at + 1].start() if at + 1 < len(parts) else _closed(text, parts[at].start())
            return text[parts[at].start() : end].rstrip(" ,;.(–-")
    return text


def _plain(number: str) -> str:
    return _NUMERALS.get(number, re.sub(r"\s*[-–]\s*", "-", number))


def _closed(text: str, start: int) -> int:
    """Where the last part ends: with its sentence."""
    stop = re.compile(r"\.(?=\s|$)").search(text, start)
    return stop.start() if stop else len(text)
