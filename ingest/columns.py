"""Columns of an annex table: what each one means, by its header's words and by its values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from ingest.dues import looks_like_due
from ingest.folding import fold


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


# Role, pattern over the folded header, score. The highest score wins a role; ties go to the left column.
_RULES: tuple[tuple[Role, re.Pattern[str], int], ...] = tuple(
    (role, re.compile(pattern), score)
    for role, pattern, score in (
        (Role.ORDINAL, r"^(?:stt|tt|so tt|so thu tu|s\.?t\.?t\.?|thu tu|#)$", 9),
        (Role.NOTE, r"ghi chu|^luu y$", 9),
        (Role.UNIT, r"don vi (?:tinh|do)|^dvt$|^don vi$", 8),
        (Role.SUPPORT, r"phoi hop|cung thuc hien", 7),
        (Role.LEAD, r"chu tri", 9),
        (Role.LEAD, r"(?:don vi|co quan|to chuc|bo phan|phong|ban|nganh) (?:\S+ ){0,3}(?:thuc hien|phu trach|dau moi|tham muu|trien khai|theo doi)|dau moi|thuc hien chinh", 8),
        (Role.LEAD, r"phan cong|trach nhiem|nguoi (?:thuc hien|phu trach)|don vi,? (?:ca nhan|to chuc)|don vi duoc giao|giao don vi", 6),
        (Role.LEAD, r"phu trach|lanh dao", 5),
        (Role.LEAD, r"^(?:co quan|don vi|co quan,? don vi)$", 4),
        (Role.DUE, r"thoi gian|thoi han|tien do|thoi diem|han (?:hoan thanh|chot)|lo trinh|ngay hoan thanh|^han$|^hoan thanh", 8),
        (Role.RESULT, r"ket qua|san pham|dau ra|muc tieu dat", 7),
        (Role.VALUE, r"^chi tieu$|^chi tieu (?:nam|giao|phan dau|dat|ke hoach)|muc tieu|^ke hoach|gia tri|chi tieu.*\b20\d\d\b|^muc|^nam 20\d\d$|^giao\b", 6),
        (Role.VALUE, r"^(?:muc tieu|ke hoach|chi tieu|giao|phan dau)\b.*\b20\d\d\b", 7),
        (Role.OTHER, r"^(?:ket qua|thuc hien|uoc thuc hien|hien trang|so lieu)(?: nam)? 20\d\d$", 8),
        (Role.OTHER, r"^quy dinh$", 8),
        (Role.NAME, r"^tieu chi", 7),
        (Role.OTHER, r"kinh phi|can cu|du toan|dia diem|so luong|nguon von|ma so|linh vuc$", 5),
        (Role.NAME, r"noi dung|nhiem vu|cong viec|hoat dong|ten |danh muc|giai phap|van de|de an", 6),
        (Role.NAME, r"chi tieu|muc tieu|tieu chi", 4),
    )
)  # fmt: skip


def _scores(header: str) -> dict[Role, int]:
    words = fold(header).strip(" .:*¹²³⁴()")
    found: dict[Role, int] = {}
    for role, pattern, score in _RULES:
        if pattern.search(words):
            found[role] = max(found.get(role, 0), score)
    return found


def roles_of(headers: Sequence[str]) -> tuple[Role, ...]:
    """Give each column its role from the header texts; a role other than OTHER is given once."""
    table = [_scores(header) for header in headers]
    claims = sorted(
        ((score, -column, role) for column, scores in enumerate(table) for role, score in scores.items()),
        key=lambda claim: (-claim[0], -claim[1]),
    )
    roles: dict[int, Role] = {}
    for _score, negative, role in claims:
        column = -negative
        if column in roles or (role is not Role.OTHER and role in roles.values()):
            continue
        roles[column] = role
    found = [roles.get(column, Role.OTHER) for column in range(len(headers))]
    return _settle(found, headers)


def _settle(found: list[Role], headers: Sequence[str]) -> tuple[Role, ...]:
    """Mend what one column's header says by what the others have taken."""
    if Role.NAME not in found and Role.VALUE in found and fold(headers[found.index(Role.VALUE)]).startswith("chi tieu"):
        found[found.index(Role.VALUE)] = Role.NAME
    if (
        Role.LEAD not in found
        and Role.UNIT in found
        and fold(headers[found.index(Role.UNIT)]) == "don vi"
        and Role.VALUE not in found
    ):
        found[found.index(Role.UNIT)] = Role.LEAD
    if (
        Role.LEAD not in found
        and Role.SUPPORT in found
        and re.search(r"thuc hien|chu tri", fold(headers[found.index(Role.SUPPORT)]))
    ):
        found[found.index(Role.SUPPORT)] = Role.LEAD
    if Role.NAME not in found and Role.OTHER in found:
        found[found.index(Role.OTHER)] = Role.NAME
    return tuple(found)


def is_header(texts: Sequence[str]) -> bool:
    """Tell whether a row of cells is a table header: two or more roles, among them a name, and no long cell."""
    if sum(1 for text in texts if text) < 2 or any(len(text) > 120 for text in texts):
        return False
    roles = roles_of(texts)
    known = {role for role, text in zip(roles, texts, strict=True) if role is not Role.OTHER and text}
    strong = known & {Role.ORDINAL, Role.LEAD, Role.SUPPORT, Role.RESULT, Role.DUE, Role.NOTE, Role.UNIT}
    worded = any(Role.NAME in _scores(text) for text in texts) or Role.ORDINAL in known
    return (worded and len(strong) >= 1 and len(known) >= 3) or ({Role.ORDINAL, Role.NAME} <= known and len(texts) <= 3)


def is_numbering(texts: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3) …"""
    digits = [re.sub(r"\D", "", text) for text in texts if text]
    plain = all(re.fullmatch(r"\(?\d{1,2}\)?", text) for text in texts if text)
    return (
        plain
        and len(digits) >= 3
        and digits == [str(n) for n in range(int(digits[0] or 0), int(digits[0] or 0) + len(digits))]
    )


def swapped(results: Sequence[str], dues: Sequence[str]) -> bool:
    """Tell whether a group prints its results under the deadline header and its deadlines under the result header."""
    pairs = [(result, due) for result, due in zip(results, dues, strict=True) if result and due]
    if not pairs:
        return False
    wrong = sum(1 for result, due in pairs if looks_like_due(result) and not looks_like_due(due))
    right = sum(1 for _, due in pairs if looks_like_due(due))
    return wrong > 0 and right == 0 and wrong * 2 > len(pairs)


def by_values(roles: Sequence[Role], columns: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """Mend roles that the cells belie: a name column of bare figures beside a value column of long words."""
    if Role.NAME not in roles or Role.VALUE not in roles:
        return tuple(roles)
    name, value = roles.index(Role.NAME), roles.index(Role.VALUE)
    if _figures(columns[name]) > 0.7 and _figures(columns[value]) < 0.3:
        mended = list(roles)
        mended[name], mended[value] = Role.VALUE, Role.NAME
        return tuple(mended)
    return tuple(roles)


def _figures(cells: Sequence[str]) -> float:
    """The share of filled cells that are short and hold a figure."""
    filled = [cell for cell in cells if cell]
    return sum(len(cell) < 16 and any(c.isdigit() for c in cell) for cell in filled) / max(1, len(filled))
