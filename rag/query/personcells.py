"""Persons in charge, where a table names them in a column beside the office that leads: "Cơ quan tham mưu | Người phụ trách"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ingest.folding import fold
from ingest.plan import Field
from ingest.units import starts_like_unit
from rag.language.words import either, sound

_HEADER: Final = re.compile(
    r"^(?:ho (?:va )?ten )?(?:(?:nguoi|dong chi|can bo|ca nhan|cong chuc|vien chuc|chuyen vien|nhan vien)(?: (?P<does>\S.*))?"
    r"|(?:lanh dao|thu truong|thuong truc|truong doan|pho (?:giam doc|chu tich|truong ban))(?: \S+){0,6})$"
)
"""Folded: the header of a column of persons, and what they do; "ai" asks for those at the head by no verb alone, for offices do it too."""
_POST: Final = re.compile(
    r"(?:đ/c|đồng chí|ông|bà|thầy|cô|phó|trưởng|giám đốc|chủ tịch|bí thư|hiệu trưởng|chánh|lãnh đạo|thủ trưởng|người"
    r"|(?:tổ|đội|nhóm|thôn|khóm|viện|cục|vụ) trưởng|cán bộ|công chức|viên chức|chuyên viên|nhân viên|giáo viên|kế toán)\b",
    re.IGNORECASE,
)
"""How one is called who is no office."""
_PERSON: Final = rf"(?<!{sound('đơn')} )(?:{either('đồng chí', 'người', 'ông', 'bà', 'anh', 'chị', 'thầy', 'cô', 'cá nhân', 'vị', 'sếp', 'lãnh đạo', 'thủ trưởng')})"
_DOES: Final = either(
    "phụ trách", "chủ trì", "theo dõi", "chỉ đạo", "làm đầu mối", "đầu mối", "đảm nhiệm", "đảm nhận", "chịu trách nhiệm",
    "được giao", "được phân công", "lo", "thực hiện", "làm", "đứng ra", "quản lý", "tham mưu",
)  # fmt: skip
_BETWEEN: Final = rf"(?:(?:{either('là', 'người', 'đang', 'được', 'phân công', 'giao', 'trực tiếp', 'sẽ', 'đứng ra', 'cử', 'phải', 'thì', 'đứng', 'cụ thể', 'chính')}) )*"
_OF: Final = rf"(?:(?:{either('của', 'trong', 'ở', 'bên', 'thuộc', 'trên')}) (?:\S+ ){{1,5}}?)?"
"""Whom somebody is one of: "lãnh đạo nào | của Sở", "ai | trong Ban Giám đốc"."""
_HEADS: Final = either(
    "lãnh đạo", "ban giám đốc", "ban lãnh đạo", "thường trực", "ban thường vụ", "các phó giám đốc", "các phó chủ tịch"
)
_WHICH: Final = re.compile(
    rf"\b(?:{_PERSON}) (?:{sound('nào')}|{sound('gì')}) {_OF}{_BETWEEN}(?:{_DOES})\b"
    rf"|\b{sound('ai')} (?:{either('trong', 'của', 'là')}) (?:{_HEADS})\b"
    rf"|\b(?:{either('do', 'giao', 'giao cho', 'phân cho', 'phân công', 'phân công cho')}) (?:{_PERSON}) {sound('nào')}\b"
    rf"|\b(?:{_DOES}) {_BETWEEN}(?:{_PERSON}) {sound('nào')}\b"
)
"""Asks for a person by the noun for one: "đồng chí nào phụ trách"."""
_NOUN: Final = 2
"""Words before "nào" that say no more than whom one asks for: "lãnh đạo nào", "những ông nào"."""
_ANY_WHICH: Final = re.compile(rf"\b(?:{_PERSON}) {sound('nào')}\b")


def asks_which_person(spoken: str) -> bool:
    """Whether a person, not an office, is asked for as the one who does the work."""
    return _WHICH.search(spoken) is not None


def asks_person_behind(before: str, spoken: str) -> bool:
    """Whether a person is asked for behind the name of a row: "sửa đê do ông | nào phụ trách"; persons alone may be rows."""
    return len(before.split()) > _NOUN and asks_which_person(spoken)


def names_person(text: str) -> bool:
    """Whether what a cell of those in charge prints may be a person."""
    return bool(text) and (_POST.match(text) is not None or not starts_like_unit(text))


def person_cell(spoken: str, cells: Sequence[tuple[str, Field]]) -> tuple[str, Field] | None:
    """The column of persons that is asked for by a noun for one, or by "ai" with the very verb of its header."""
    found = _asked(spoken, cells)
    return found[:2] if found else None


def beside_person(spoken: str, cells: Sequence[tuple[str, Field]]) -> tuple[str, str] | None:
    """What a question says before and behind the words that ask for the column of persons; None where none is asked for."""
    found = _asked(spoken, cells)
    return (spoken[: found[2].start()], spoken[found[2].end() :]) if found else None


def _asked(spoken: str, cells: Sequence[tuple[str, Field]]) -> tuple[str, Field, re.Match[str]] | None:
    """The column of persons that is asked for, and the words that ask."""
    persons = [(header, cell, told["does"] or "") for header, cell in cells if (told := _HEADER.match(fold(header)))]
    for header, cell, does in persons:
        named = re.search(rf"\b{re.escape(sound(header))}\b", spoken)
        if said := named or (_who_does(sound(does)).search(spoken) if does else None):
            return header, cell, said
    which = _WHICH.search(spoken) or _ANY_WHICH.search(spoken) if persons else None
    if which is None:
        return None
    called = (one for one in persons if f"{' '.join(sound(one[0]).split()[:_NOUN])} {sound('nào')}" in spoken)
    return (*next(called, persons[0])[:2], which)


@cache
def _who_does(verb: str) -> re.Pattern[str]:
    """What asks for the one who does it, in sound form: "ai phụ trách", "ai là người phụ trách", "phụ trách là ai"."""
    return re.compile(rf"\b{sound('ai')} {_BETWEEN}{verb}\b|\b{verb} (?:\S+ ){{0,2}}?{sound('là')} {sound('ai')}\b")
