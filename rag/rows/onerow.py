"""Whether what sounds like a list asks for a cell of one row: "nhiệm vụ 5 gồm những gì", "ghi chú của mục 3 viết gì"."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import sound
from rag.query.question import Query
from rag.rows.facts import Facts

_CELLS: Final = frozenset({"lead", "due", "result", "note", "value"})
_PARTS: Final = re.compile(r"\bcon\b|\bdom\b")
"""Words that ask for the parts of a row ("nhiệm vụ con", "gồm"), not for a cell of it."""
_OF_ONE: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('ghi chú', 'kết quả', 'sản phẩm', 'đầu ra')))}) (?:\S+ ){{0,2}}?(?:cua|o|tai|doi voi|cho)"
    rf" (?:(?!cac|nhung)\S+ ){{0,2}}?(?:{'|'.join(map(sound, ('nhiệm vụ', 'việc', 'chỉ tiêu', 'dòng', 'mục', 'hoạt động')))})\b(?! nao)"
    rf"|\b(?:o|cua|tai|trong|voi) (?:{'|'.join(map(sound, ('nhiệm vụ', 'việc', 'chỉ tiêu', 'dòng', 'mục')))})\b(?! nao)(?: \S+)* (?:cot )?{sound('ghi chú')} (?:co|gi|neu|la|viet)\b"
)
"""Asks for a cell of one row: what it says ("gồm những gì", "nội dung gì") are no rows."""


def asks_one_row(query: Query, facts: Facts) -> bool:
    """Whether a cell of the row named by its number is asked for, or that row itself where it has no parts."""
    one_row = query.role in _CELLS and query.pointer.ordinal and not _PARTS.search(query.spoken)
    if one_row and not ((query.period or query.actors) and facts.has_parts(query)):
        return True
    bare = not (query.role or query.period or query.actors or query.numbers)
    numbered = (query.pointer.ordinal or "")[-1:].isdigit()
    if bare and numbered and not facts.has_parts(query):
        return True
    return query.role in {"note", "result"} and _OF_ONE.search(query.spoken) is not None
