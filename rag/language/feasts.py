"""The lunar New Year as a day of the calendar: "từ giờ tới Tết", "trước Tết"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

FEAST: Final = re.compile(
    r"(?:(?<=truoc )|(?<=sau )|(?<=den )|(?<=toi ))tet\b(?: (?:nguyen dan|am lich|ta|co truyen))?"
    r"(?: (?:nam )?(?P<feast_year>20\d\d|nay|sau|toi))?(?! (?:trung thu|doan ngo|thieu nhi|duong lich|tay))"
)
"""Folded, behind a word that takes it for a time: "quà Tết" names a thing."""
_FIRST_DAYS: Final = (
    *(date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13)),
    *(date(2030, 2, 3), date(2031, 1, 23), date(2032, 2, 11), date(2033, 1, 31), date(2034, 2, 19), date(2035, 2, 8)),
)
"""The first day of each lunar year; outside these nothing is understood."""


def feast_day(found: re.Match[str], today: date) -> date | None:
    """The day that ``found`` names: of the year said, else the next from today on."""
    said = found["feast_year"]
    if said is None:
        return next((day for day in _FIRST_DAYS if day >= today), None)
    year = int(said) if said.isdigit() else today.year + (said != "nay")
    return next((day for day in _FIRST_DAYS if day.year == year), None)
