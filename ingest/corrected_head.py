"""The head of a plan with fields that a clerk has put right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from ingest.header import find_date, year_of
from ingest.plan import Header

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def head_value(header: Header, field: str) -> str:
    """What the head prints in a field, corrected or not; "" where it is blank."""
    printed = dict(header.corrected)
    if field in printed:
        return printed[field]
    return str(getattr(header, "date_text" if field == "date" else field) or "")


def head_corrected(header: Header, new: Mapping[str, str]) -> Header:
    """The head with the ``new`` values; it keeps what it prints, and its year follows title and date."""
    if not new:
        return header
    values: dict[str, object] = {field: words or None for field, words in new.items() if field != "date"}
    if "date" in new:
        day = typed_day(new["date"])
        values |= {
            "date": day,
            "date_text": f"ngày {day:%d} tháng {day:%m} năm {day:%Y}" if day else new["date"] or None,
        }
    corrected = tuple((field, head_value(header, field)) for field in new)
    changed = replace(header, **values, corrected=corrected)  # type: ignore[arg-type]  # fields of Header
    if not {"title", "date"} & set(new):
        return changed
    return replace(changed, year=year_of(changed.title or "", changed.date, changed.date_text or ""))


def typed_day(words: str) -> date | None:
    """The day that is typed as 2026-01-16, 16/01/2026 or "ngày 16 tháng 01 năm 2026"; None when it is none of these."""
    iso, short = _ISO.fullmatch(words.strip()), _SHORT.fullmatch(words.strip())
    year, month, day = iso.groups() if iso else short.groups()[::-1] if short else ("0", "0", "0")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return find_date(words)
