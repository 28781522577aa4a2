"""Columns of an annex table: what each one means, by its header's words and by its values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from ingest.dues import looks_like_due
from ingest.folding import fold
from ingest.lists import entries
from ingest.units import starts_like_unit

_NAMES_TARGETS = re.compile(r"(?:chi tieu|muc tieu)(?!.*(?:\bgiao\b|%|\d))")
_NAMES_AIMS = re.compile(r"(?:ten |noi dung |cac )?(?:chi tieu|chi so|muc tieu|kpis?)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_TITLE_PARTS = re.compile(r"\s*(?:[,;/&+()–-]|\bvà\b)\s*")
_LISTS_TARGETS = re.compile(r"(?:ten |noi dung |cac )?(?:muc tieu,? )?chi tieu\b")
_DAY = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\b|\bngày \d", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:từ |lúc |sáng |chiều |tối )?\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d{1,2})?['’p]?(?:\s*phút)?(?!/)"
    r"|(?:cả ngày|sáng|trưa|chiều|tối)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(r"\d{1,3}\s+(?:ngày|tuần|tháng|giờ|buổi|tiết)(?:\s+làm việc)?", re.IGNORECASE)  # how long it takes
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST_TITLE = 40  # characters
_OFFICE = re.compile(r"(?:co quan|don vi|bo phan)(?:,? (?:co quan|don vi|bo phan|ca nhan))?")
_CHARGED = re.compile(r"trach nhiem(?: (?:chinh|cu the|thuc hien))?|(?:noi dung )?phan cong(?: nhiem vu)?")
_FEWEST_SUBJECTS, _MOST_WORKS = 3, 0.7
"""Rows that tell subjects apart from works, and the share of rows whose work may differ."""
_MONEY = re.compile(r"\b(?:von|kinh phi|ngan sach|du toan)\b")
_STRETCH = re.compile(r"(?:giai doan|thoi ky|nam)(?: (?:thuc hien|trien khai|dau tu|hoan thanh))?")
_DOES = re.compile(r"thuc hien|chu tri")


class Role(StrEnum):
    """What a column holds."""

    ORDINAL = "ordinal"
    NAME = "name"
    LEAD = "lead"
    SUPPORT = "support"
    RESULT = "result"
    DUE = "due"
    NOTE = "note"
    UNIT = "unit"
    VALUE = "value"
    OTHER = "other"


class _Rule(NamedTuple):
    """What header words say: the role, how surely (the highest score wins it), the words."""

    role: Role
    score: int
    words: re.Pattern[str]


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_Rule(Role(role), int(score), re.compile(words)) for role, score, words in entries("headers.tsv", 3))


@lru_cache(maxsize=4096)
def _scores(header: str) -> Mapping[Role, int]:
    """How surely a header claims each role that its words fit."""
    words = fold(header).strip(" .:*¹²³⁴()")
    found: dict[Role, int] = {}
    for role, score, pattern in _rules():
        if score > found.get(role, 0) and pattern.search(words):
            found[role] = score
    return found


def names_rows(header: str) -> bool:
    """Whether a header may stand over what names the rows."""
    return Role.NAME in _scores(header)


def told_by(header: str) -> tuple[Role, ...]:
    """The roles that the parts of a header claim, in order: "Nội dung, thời gian" stands over names and times."""
    parts = (_scores(part) for part in _TITLE_PARTS.split(header))
    return tuple(max(scores, key=lambda role: scores[role]) for scores in parts if scores)


def roles_of(headers: Sequence[str]) -> tuple[Role, ...]:
    """Give each column its role from the header texts; a role other than OTHER is given once."""
    scores = [_scores(header) for header in headers]
    roles = _assigned(scores)
    if Role.NAME not in roles and Role.VALUE in roles:
        at = roles.index(Role.VALUE)
        if _NAMES_TARGETS.match(fold(headers[at])):  # and another column holds their values
            roles = _assigned([{Role.NAME: 9} if column == at else one for column, one in enumerate(scores)])
    if Role.NAME not in roles:  # unless a title that says more than one thing says it first
        told = (n for n, header in enumerate(headers) if roles[n] is Role.DUE and Role.NAME in told_by(header))
        named = next(told, None)
        roles = _assigned([{Role.NAME: 9} if n == named else one for n, one in enumerate(scores)])
    return _settle(roles, headers)


def _assigned(scores: Sequence[Mapping[Role, int]]) -> list[Role]:
    """The role of each column, the surest claims first."""
    claims = sorted((-score, column, role) for column, one in enumerate(scores) for role, score in one.items())
    roles: dict[int, Role] = {}
    for _, column, role in claims:
        if column not in roles and (role is Role.OTHER or role not in roles.values()):
            roles[column] = role
    return [roles.get(column, Role.OTHER) for column in range(len(scores))]


def _settle(found: list[Role], headers: Sequence[str]) -> tuple[Role, ...]:
    """Mend what one column's header says by what the others have taken."""
    at = {role: column for column, role in reversed(list(enumerate(found)))}
    words = {role: fold(headers[column]) for role, column in at.items()}
    if Role.LEAD not in at and Role.VALUE not in found and words.get(Role.UNIT) == "don vi":
        found[at[Role.UNIT]] = Role.LEAD
    office = next((n for n, header in enumerate(headers) if _OFFICE.fullmatch(fold(header).strip(" .:"))), None)
    if Role.NAME not in found and office is not None and _CHARGED.fullmatch(words.get(Role.LEAD, "")):
        found[at[Role.LEAD]], found[office] = Role.NAME, Role.LEAD  # "Đơn vị | Trách nhiệm"
    if Role.LEAD not in found and _DOES.search(words.get(Role.SUPPORT, "")):
        found[at[Role.SUPPORT]] = Role.LEAD
    bare = next((n for n, role in enumerate(found) if role is Role.OTHER and fold(headers[n]) == "thuc hien"), None)
    if bare is not None and not {Role.LEAD, Role.VALUE} & set(found):
        found[bare] = Role.LEAD  # beside figures it is what was reached
    aims = _LISTS_TARGETS.match(words.get(Role.NAME, ""))
    if Role.VALUE in found and Role.DUE in found and not aims and not {Role.RESULT, Role.UNIT} & set(found):
        money = _MONEY.search(words[Role.VALUE])  # what a task with a deadline costs, else what it is to reach
        found[at[Role.VALUE]] = Role.OTHER if money else Role.RESULT
    measured = _NAMES_TARGETS.match(words.get(Role.NAME, "")) and Role.UNIT in found and Role.DUE not in found
    if measured and Role.VALUE not in found and Role.RESULT in found:
        found[at[Role.RESULT]] = Role.VALUE  # "Chỉ tiêu | Đơn vị | Kết quả": what each target is to reach
    if Role.NAME not in found and Role.OTHER in at:
        found[at[Role.OTHER]] = Role.NAME
    elif Role.NAME not in found and Role.RESULT in found:
        found[found.index(Role.RESULT)] = Role.NAME  # what each row has made: "Đầu ra | Chủ trì | Phối hợp"
    return tuple(found)


def is_header(texts: Sequence[str]) -> bool:
    """Tell whether a row of cells is a table header: two or more roles, among them a name, and no long cell."""
    if sum(1 for text in texts if text) < 2 or any(len(text) > 120 for text in texts):
        return False
    roles = roles_of(texts)
    known = {role for role, text in zip(roles, texts, strict=True) if role is not Role.OTHER and text}
    strong = known & {Role.ORDINAL, Role.LEAD, Role.SUPPORT, Role.RESULT, Role.DUE, Role.NOTE, Role.UNIT}
    plans = Role.ORDINAL in known and bool(known & {Role.LEAD, Role.SUPPORT, Role.RESULT, Role.VALUE, Role.UNIT})
    plans = plans or {Role.LEAD, Role.SUPPORT} <= known
    worded = any(Role.NAME in _scores(text) for text in texts) or plans
    aims = any(_NAMES_AIMS.match(fold(text)) for text in texts)
    aims = aims and sum(Role.VALUE in _scores(text) and _YEAR.search(text) is not None for text in texts) > 1
    short = len(texts) <= 3 and {Role.ORDINAL, Role.NAME} <= known
    return short or aims or (worded and bool(strong) and len(known) >= 3)


def is_under_header(above: Sequence[str], texts: Sequence[str]) -> bool:
    """Tell whether a row parts the columns of the header above it: "Chủ trì", "Phối hợp" under "Cơ quan thực hiện".

    It prints two titles or more, each under a blank of the header or under words that span several columns, and
    elsewhere nothing or the header's words again.
    """
    if _under_spans(above, texts):
        return True
    pairs = [(one, other) for one, other in zip(above, texts, strict=False) if other and other != one]
    spanned = {one for one in above if one and above.count(one) > 1}
    own = [other for one, other in pairs]
    starts = [n for n, words in enumerate(above) if words and n + 1 < len(above) and not above[n + 1]]
    placed = all(not one or one in spanned or above.index(one) in starts for one, _ in pairs)
    return len(own) > 1 and placed and all(_titles_part(words) and len(words) < _LONGEST_TITLE for words in own)


def _under_spans(above: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether a row says something under each part of a title with blanks right of it and nothing under any other, number and name first."""
    if len(above) != len(texts) or not above[0] or texts[0]:
        return False
    blank = [not words for words in above]
    parted = {n for n, one in enumerate(blank) if one or blank[n + 1 : n + 2] == [True]}
    filled = {n for n, words in enumerate(texts) if words}
    short = all(len(texts[n]) < _LONGEST_TITLE for n in filled)
    return len(filled) > 1 and filled == parted and short and not any(names_rows(above[n]) for n in filled if above[n])


def _titles_part(words: str) -> bool:
    """Whether words may part a column: by a role, or by the office or the time that the part is for."""
    return bool(_scores(words)) or starts_like_unit(words) or looks_like_due(words)


def is_numbering(texts: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns, one after the other: (1) (2) (3), or A B 1 2 3."""
    filled = [text for text in texts if text]
    lettered = next((turn for turn, text in enumerate(filled) if text != "ABC"[turn : turn + 1]), len(filled))
    texts = filled[lettered:]  # statistics letter the columns of words and number those of figures
    digits = [re.sub(r"\D", "", text.partition("=")[0]) for text in texts]
    plain = all(re.fullmatch(r"\(?\d{1,2}(?:\s*=[\d\s/+*x:%()-]+)?\)?", text) for text in texts)
    first = int(digits[0] or 0) if digits else 0
    return plain and len(digits) >= 3 and digits == [str(first + turn) for turn in range(len(digits))]


def swapped(results: Sequence[str], dues: Sequence[str]) -> bool:
    """Tell whether a group prints its results under the deadline header and its deadlines under the result header."""
    pairs = [(result, due) for result, due in zip(results, dues, strict=True) if result and due]
    if not pairs:
        return False
    wrong = sum(1 for result, due in pairs if looks_like_due(result) and not looks_like_due(due))
    right = sum(1 for _, due in pairs if looks_like_due(due))
    return wrong > 0 and right == 0 and wrong * 2 > len(pairs)


def by_values(roles: Sequence[Role], columns: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """Mend roles that the cells belie: a name column of bare figures beside a column of long words, a value's or an unknown one's."""
    if Role.NAME not in roles or _figures(columns[roles.index(Role.NAME)]) <= 0.7:
        return tuple(roles)
    name = roles.index(Role.NAME)
    worded = (n for role in (Role.VALUE, Role.OTHER, Role.RESULT) for n, one in enumerate(roles) if one is role)
    bare = not any(_WORD.search(cell) for cell in columns[name])  # "Đợt 1" may well name what is done
    worded = (n for n in worded if bare or roles[n] is Role.VALUE)
    other = next((n for n in worded if any(map(_WORD.search, columns[n])) and _figures(columns[n]) < 0.3), None)
    if other is None:
        return tuple(roles)
    mended = list(roles)
    mended[name], mended[other] = Role.VALUE if roles[other] is Role.VALUE else Role.OTHER, Role.NAME
    return tuple(mended)


def by_parts(roles: Sequence[Role], headers: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """The roles with the narrower of two columns of names as the name: the wider one names a part once, over its rows."""
    mended = list(roles)
    if Role.NAME not in roles:
        return tuple(roles)
    at = roles.index(Role.NAME)
    others = [n for n in range(at + 1, len(roles)) if roles[n] is Role.OTHER and Role.NAME in _scores(headers[n])]
    other = next((n for n in others if all(columns[n])), None)
    if other is not None and columns[at] and columns[at][0] and not all(columns[at]):
        mended[at], mended[other] = Role.OTHER, Role.NAME
    return tuple(mended)


def by_subject(roles: Sequence[Role], columns: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """The roles with whom each row is about as its name, where what is headed as work says the same of many rows.

    A list of inspections prints after the row number whom it goes to, each once, and then what is looked into.
    """
    if Role.ORDINAL not in roles or Role.NAME not in roles:
        return tuple(roles)
    at, first = roles.index(Role.NAME), roles.index(Role.ORDINAL) + 1
    if first >= at or roles[first] not in (Role.OTHER, Role.UNIT):  # "Đơn vị" alone may be who is visited
        return tuple(roles)
    subjects, works = columns[first], columns[at]
    apart = all(map(_WORD.search, subjects)) and len(set(subjects)) == len(subjects) >= _FEWEST_SUBJECTS
    if not apart or len(set(works)) > _MOST_WORKS * len(works):
        return tuple(roles)
    mended = list(roles)
    mended[at], mended[first] = Role.OTHER, Role.NAME
    return tuple(mended)


def by_product(roles: Sequence[Role], headers: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """The roles with products as the names of their rows, where each row prints one of its own after its number.

    What then stands under a header of no name ("STT | Tên sản phẩm | Chủ thể") only was left to be the name.
    """
    if not {Role.ORDINAL, Role.NAME, Role.RESULT} <= set(roles):
        return tuple(roles)
    at, first = roles.index(Role.NAME), roles.index(Role.ORDINAL) + 1
    called = roles.index(Role.RESULT) == first and (not names_rows(headers[at]) or fold(headers[first])[:4] == "ten ")
    if not called or not all(columns[first]) or len(set(columns[first])) < len(columns[first]):
        return tuple(roles)
    mended = list(roles)
    mended[at], mended[first] = Role.OTHER, Role.NAME
    return tuple(mended)


def by_turn(roles: Sequence[Role], columns: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """The roles with a first column that only counts its rows, 1, 2, 3 …, as their number ("Giai đoạn", "Bước")."""
    cells = columns[0] if columns else ()
    counts = len(cells) > 1 and [cell.strip(" .") for cell in cells] == [str(turn + 1) for turn in range(len(cells))]
    if Role.ORDINAL in roles or roles[0] is not Role.OTHER or not counts or Role.NAME not in roles:
        return tuple(roles)
    return (Role.ORDINAL, *roles[1:])


def by_days(roles: Sequence[Role], headers: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """The roles with the column of days as the deadline, where what is headed so holds hours or how long each row takes."""
    if Role.DUE not in roles:
        return tuple(roles)
    at = roles.index(Role.DUE)
    cells = [cell for cell in columns[at] if cell]
    others = [n for n, role in enumerate(roles) if role is Role.OTHER and any(columns[n])]
    day = None
    if cells and all(_CLOCK.match(cell) and not _DAY.search(cell) for cell in cells):
        day = next((n for n in others if all(_DAY.search(cell) for cell in columns[n] if cell)), None)
    elif cells and all(map(_LASTS.fullmatch, cells)):
        timed = (n for n in others if Role.DUE in _scores(headers[n]))
        day = next((n for n in timed if any(map(looks_like_due, columns[n]))), None)
    if day is None:
        return tuple(roles)
    mended = list(roles)
    mended[at], mended[day] = Role.OTHER, Role.DUE
    return tuple(mended)


def by_stretch(roles: Sequence[Role], headers: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """The roles with the years of each row as its deadline, in a list of projects that has no column of deadlines."""
    if {Role.DUE, Role.VALUE} & set(roles):
        return tuple(roles)
    named = (n for n, role in enumerate(roles) if role is Role.OTHER and _STRETCH.fullmatch(fold(headers[n])))
    at = next((n for n in named if any(columns[n]) and all(map(looks_like_due, filter(None, columns[n])))), None)
    return tuple(Role.DUE if n == at else role for n, role in enumerate(roles))


def _figures(cells: Sequence[str]) -> float:
    """The share of filled cells that are short and hold a figure."""
    filled = [cell for cell in cells if cell]
    return sum(len(cell) < 16 and any(c.isdigit() for c in cell) for cell in filled) / max(1, len(filled))
