"""The marks that headings and items begin with, typed in any of the usual forms: PHẦN, I., 1., 2.1, a), -."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from ingest.letters import UPPER
from ingest.numerals import roman_value


class Level(IntEnum):
    """The sorts of heading from the widest to the narrowest; DECIMAL nests by its components."""

    PART = 0
    CAPITAL = 1
    ROMAN = 2
    ARTICLE = 3
    DECIMAL = 4
    STEP = 8
    LETTER = 9
    BRACKET = 10
    BULLET = 11


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading's mark: its sort, its label in locators, and the words after it; ``depth`` counts a decimal's parts."""

    level: Level
    label: str
    rest: str
    depth: int = 1


def _form(level: Level, label: str, rest: str) -> tuple[Level, re.Pattern[str]]:
    """A form by the pattern of its label, whose place ``(?P<label>…)`` marks, and the pattern of what follows."""
    return level, re.compile(f"^{label}{rest}$")


_DOCUMENT = r"\d{1,2}/[A-ZĐ][A-Za-zĐđƯưỦ]*[-–]"  # 27/KH-UBND at the start of a line is a number, no mark
_PART_NUMBER = (  # "Chương trình" and "Phần mềm" begin sentences
    r"(?:[IVXLC]+|\d{1,2}|[A-ZĐ]|(?i:một|nhất|hai|nhì|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười|mở đầu|chung|kết luận))(?!\w)"
)
_AFTER_PART = r"\s*[.:–-]?\s*(?P<rest>.*)"
# The first form that fits counts.
_FORMS = (
    _form(Level.PART, rf"(?P<label>(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ\s+|thứ\s+)?{_PART_NUMBER})", _AFTER_PART),
    _form(Level.PART, r"(?:MỤC|Mục)\s+(?P<label>[IVXLC]+|\d{1,2})", _AFTER_PART),
    _form(Level.ARTICLE, r"(?P<label>(?:Điều|ĐIỀU)\s+\d{1,3})", r"\s*(?:[.:]\s*|$)(?P<rest>.*)"),
    _form(Level.ROMAN, r"(?!V/v\b)(?P<label>[IVXLC]{1,6})", r"\s*[.)/:–-]{1,2}\s*(?P<rest>[^\s\d].*)"),
    _form(Level.ROMAN, r"(?P<label>[IVX]{1,6})", rf"\s+(?P<rest>[{UPPER}][{UPPER},\s]{{5,}})"),
    _form(Level.CAPITAL, r"(?P<label>[A-ZĐ])", rf"\s*(?:[.)/]\s+|[-–]\s+(?=[{UPPER}]{{2}}))(?P<rest>\S.*)"),
    _form(Level.BRACKET, r"\((?P<label>\d{1,2})", r"\)\s*(?P<rest>\S.*)"),
    _form(Level.DECIMAL, r"(?P<label>[IVX]{1,5}\.\d{1,2}(?:\.\d{1,2}){0,3})", r"\s*[.)/:]?\s+(?P<rest>\S.*)"),
    _form(Level.DECIMAL, r"\(?(?P<label>\d{1,2}(?:\.\d{1,2}){1,4})", r"\s*[.)/:]?\s+(?P<rest>[^\d\s%].*)"),
    _form(Level.DECIMAL, rf"(?!{_DOCUMENT})\(?(?P<label>\d{{1,2}})", r"\s*[.)/]\s*(?P<rest>[^\d\s/].*)"),
    _form(Level.DECIMAL, r"(?P<label>\d{1,2})", rf"(?:[.)]\s+(?=\d)|-\s*(?=[{UPPER}]))(?P<rest>\S.*)"),
    _form(Level.DECIMAL, r"(?:Khoản|KHOẢN|Nhiệm vụ|NHIỆM VỤ)\s+(?P<label>\d{1,2})", r"\s*[.:]\s*(?P<rest>\S.*)"),
    _form(
        Level.STEP,
        r"(?P<label>(?:Bước|BƯỚC|Giai đoạn|GIAI ĐOẠN|Tuần|TUẦN|Đợt|ĐỢT)\s+\d{1,2})",
        r"\s*[.:]\s*(?P<rest>[^\s\d].*)",
    ),
    _form(Level.LETTER, r"\(?(?P<label>[a-zđ])", r"\s*(?:[.)]\s*|/\s+)(?P<rest>\S.*)"),
    _form(Level.BULLET, r"(?P<label>[-+*•–—●○▪►✓✔→⇒➢➤❖☐♦◦·])", r"\s*(?P<rest>\S.*)"),
)


def read_mark(text: str) -> Mark | None:
    """The heading mark that a paragraph begins with, None when it has none."""
    for level, form in _FORMS:
        match = form.match(text)
        if not match:
            continue
        label = match.group("label")
        if level is Level.ROMAN and not roman_value(label):
            continue
        depth = label.count(".") + 1 if level is Level.DECIMAL else 1
        return Mark(level, label, match.group("rest"), depth)
    return None
