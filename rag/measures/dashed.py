"""Several things that one cell or clause lists behind dashes or letters, told one by one where several are asked for."""

from __future__ import annotations

import re
from typing import Final

from rag.query.question import Query

_ASKS: Final = re.compile(
    r"\b(?:mai|nhung|cac) (?:\S+ ){0,2}?(?:gi|nao)\b|\bgom (?:co )?(?:nhung )?(?:gi|nao)\b"
    r"|\b(?:ce|neu|liet ce) (?:\S+ ){0,2}?(?:du|het|ra|ten)\b"
)
_LEAD_IN: Final = re.compile(r"^[^:]{3,200}:\s*(?=[-+•–]\s|[a-zđ]\)\s|\(?1\)\s)")
_DASH: Final = re.compile(r"(?:(?<=[;.:,])|^)\s*(?:[-+•–]|[a-zđ]\)|\(\d\)|\d\))\s+")
_FEWEST: Final = 2
_LONGEST: Final = 30
"""Words of one of the things; what is longer is a clause of its own."""


def dashed_items(query: Query, text: str) -> tuple[str, ...]:
    """The things listed behind "…:", as printed, where the question asks for several; () otherwise."""
    lead = _LEAD_IN.match(text) if _ASKS.search(query.spoken) else None
    if lead is None:
        return ()
    parts = [part.strip(" ;,.") for part in _DASH.split(text[lead.end() :])]
    items = tuple(part for part in parts if part)
    listed = len(items) >= _FEWEST and len(set(items)) == len(items)
    return items if listed and all(len(item.split()) <= _LONGEST for item in items) else ()
