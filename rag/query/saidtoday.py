"""The day that a question says it is asked on: "Hôm nay 25/2/2026 rồi, việc nào đã quá hạn?".

What is overdue is so today: "hôm nay rà lại thì … đã quá hạn" asks for no day of work.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from ingest.folding import fold

_DAY: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:\s*[/.-]\s*|\s+thang\s+)(?P<month>0?[1-9]|1[0-2])(?:(?:\s*[/.-]\s*|\s+(?:nam\s+)?)(?P<year>20\d\d))?(?![\d/])"
_SAID: Final = re.compile(
    r"(?P<up_to>\b(?:den|toi|het)\s+)?"
    r"(?:\b(?:gia su|vi du|neu|coi nhu|cu cho|cu coi)(?: (?:la|nhu))?\s+)?"
    r"(?:\b(?:hom|bua) nay|\bbay gio|(?:(?<=^)|(?<=[,;.] ))(?:gio|nay))"
    rf"(?:\s+(?:dang|da|moi|la|dung|vao|ngay|mung|\())*\s*\(?{_DAY}\)?(?:\s+(?:roi|day|ma|nhe))?(?:\s*[,;:]|\s*\.(?=\s))?(?:\s+thi\b)?"
)

_LATE: Final = re.compile(r"\b(?:(?:qua|tre|lo|cham)(?: (?:thoi|tien))? (?:han|do)|(?:bi|dang) tre|tre roi)\b")
_LOOKED: Final = re.compile(
    r"(?<!den )(?<!toi )(?<!het )(?<!den ngay )(?<!toi ngay )\b(?:(?:ngay|sang|chieu|toi) )?(?:hom nay|bua nay|bay gio|(?<=sang )nay|(?<=chieu )nay)\b"
    r"(?: (?:ma|thi|neu|toi|em|minh))*"
    r"(?: (?:ra|soat|ra soat|kiem|kiem tra|coi|xem|nhin|diem|tinh|dem|doi chieu)(?:(?: lai| qua| coi| thu)+|(?= thi\b| thay\b)))?(?: coi| xem| thu| thay)*(?: thi)?\s*,?"
)
"""Folded: today, and that one looks through what there is; a day up to which is counted is none of these."""


def said_today(typed: str, today: date) -> tuple[str, date]:
    """The question without the date that it says is today's, and that date; both as given where it says none.

    Where overdue work is asked for, today goes without saying too.
    """
    folded = fold(typed)
    if len(folded) == len(typed) and _LATE.search(folded) and not _SAID.search(folded):
        looked = _LOOKED.search(folded)
        rest = f"{typed[: looked.start()]} {typed[looked.end() :]}" if looked else typed
        return " ".join(rest.split()).lstrip(" ,;"), today
    found = _SAID.search(folded) if len(folded) == len(typed) else None
    if found is None:
        return typed, today
    year, month, day = int(found["year"] or today.year), int(found["month"]), int(found["day"])
    if day > monthrange(year, month)[1]:
        return typed, today
    kept = typed[found.start() : found.end("up_to")] + "hôm nay," if found["up_to"] else ""
    rest = " ".join(f"{typed[: found.start()]} {kept} {typed[found.end() :]}".split())
    return rest.lstrip(" ,;"), date(year, month, day)
