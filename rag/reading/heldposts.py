"""Posts that a clause names with their holders other than as "người - chức".

"Trưởng ban: Phó Hiệu trưởng", "Hiệu trưởng: Chủ tịch Hội đồng", "Trưởng đoàn là đại diện …; thành viên gồm …",
"Nhân viên thư viện (đồng chí A)", "Tổ văn phòng (do đồng chí A - Tổ trưởng làm đầu mối)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_BODY: Final = r"(?:tiểu ban|ban|đoàn|nhóm|tổ|đội|hội đồng|cụm|bộ phận)"
_ROLE: Final = rf"(?i:(?:Phó\s+)?(?:Trưởng|Chủ tịch|Chủ nhiệm)\s+{_BODY}(?!\s+phòng\b)|(?:Tổ|Đội|Nhóm)\s+(?:trưởng|phó)|Phó\s+{_BODY}|Ủy viên|Uỷ viên|Thành viên|Thư ký)"
_TAIL: Final = r"(?:\s+[^\s:;,.()]+){0,7}"
_PERSON: Final = (
    r"(?:đồng chí|đ/c|ông|bà|đại diện|lãnh đạo|(?:các\s+)?(?:phó\s+)?(?:hiệu trưởng|giám đốc|chủ tịch|bí thư|chủ nhiệm|trưởng|tổ trưởng|chánh)"
    r"|phó\s|cán bộ|công chức|chuyên viên|giáo viên|nhân viên|tổng phụ trách)"
)
_NAME: Final = r"\w+(?:\s+\w+){1,4}"
"""A name, if each word begins with a capital."""
_POSTED: Final = re.compile(rf"{_PERSON}\b", re.IGNORECASE)
_AT: Final = r"(?:^|(?<=[:;.])\s+)"
_LABELLED: Final = re.compile(
    rf"^(?P<role>{_ROLE}{_TAIL})\s*:\s*(?P<who>(?i:{_PERSON})\b[^:;.]{{2,140}}|{_NAME})\s*[;.]?$"
)
_PLAYED: Final = re.compile(rf"^(?P<who>[^:;.]{{4,120}}?)\s*:\s*(?P<role>{_ROLE}{_TAIL})\s*[;.]?$")
_SAID: Final = re.compile(
    rf"{_AT}(?P<role>{_ROLE}{_TAIL}?)\s+(?:là|do)\s+(?P<who>(?i:{_PERSON})\b[^:;.,()]{{2,140}}|{_NAME})"
)
_IN_BRACKETS: Final = re.compile(
    rf"^(?P<office>[^\W\d_][^():;.,]{{3,60}}?)\s*\(\s*(?:do\s+)?(?:đồng chí|đ/c|ông|bà|thầy|cô)\s+(?P<who>{_NAME})"
    r"(?:\s*[-–,]\s*(?P<post>[^()]*?)(?:\s+(?:làm|là)\s[^()]*)?)?\s*\)",
    re.IGNORECASE,
)
_BARE: Final = 2
"""Words of a post that does not say of what."""


def _is_person(who: str) -> bool:
    """Whether words name somebody: by a post or an address, or each with a capital."""
    return _POSTED.match(who) is not None or all(word[:1].isupper() for word in who.split())


def held_posts(words: str) -> Iterator[tuple[str, str, int]]:
    """Who, as what, and where what they do begins, for each post that the words of a clause name with its holder."""
    if (one := _LABELLED.match(words) or _PLAYED.match(words)) and _is_person(one["who"]):
        yield one["who"].strip(), one["role"].strip(), len(words)
        return
    if (one := _IN_BRACKETS.match(words)) and _is_person(one["who"]):
        office, post = one["office"].strip(), (one["post"] or "").strip()
        yield one["who"].strip(), office, one.end()
        if post:
            yield one["who"].strip(), post if len(post.split()) > _BARE else f"{post} {office}", one.end()
        return
    for one in filter(lambda found: _is_person(found["who"]), _SAID.finditer(words)):
        yield one["who"].strip(), one["role"].strip(), len(words)
