"""Both ends of work whose table has a column for each: "Tháng bắt đầu | Tháng kết thúc".

The column of the end is the deadline's; that of the beginning has no role of its own and stands under its header.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold
from ingest.plan import Field
from rag.corpus.entries import Entry
from rag.language.words import sound
from rag.reading.ends import asked_end, asks_both_ends

_START: Final = re.compile(
    r"\b(?:bat dau|khoi (?:cong|dong|su|dau)|trien khai tu|start)\b|^tu (?:ngay|thang|quy|tuan)\b"
)
"""Folded: the header of a column that tells when work begins."""
_MARKS: Final = tuple(map(sound, ("bắt đầu", "khởi động", "khởi công", "hoàn thành", "kết thúc", "xong")))


def start_cell(entry: Entry) -> tuple[str, Field] | None:
    """The column of a row that tells when its work begins, beside the one of its deadline; None for none."""
    return next(((header, cell) for header, cell in entry.other if _START.search(fold(header))), None)


def ends_asked(spoken: str, role: str, entry: Entry) -> tuple[tuple[str, Field], ...]:
    """The columns of the one end or of both that are asked for; () where no column is the beginning's or neither end is named."""
    if role not in ("", "due") or entry.kind == "clause" or (start := start_cell(entry)) is None:
        return ()
    name = sound(entry.name)
    for told in _MARKS:
        spoken = spoken.replace(told, " ") if told in name else spoken  # what the work is called by asks for no end
    due = ("", entry.field("due"))
    if asks_both_ends(spoken):
        return (start, due)
    return {"first": (start,), "last": (due,)}.get(asked_end(spoken) if role == "due" else "", ())
