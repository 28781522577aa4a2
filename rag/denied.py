"""Whether there is something, where the one row or clause that is told says that there is not: its "không …" is the answer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.pieces import TRIM
from rag.question import Query
from rag.words import either, sound

_HAVE: Final = either("có", "còn", "đã")
_HELP: Final = either("bị", "được", "phải", "cần", "phải được", "cần phải", "thể")
_ASKED: Final = re.compile(rf"\b(?:{_HAVE}) (?:(?:{_HELP}) )*(?P<verb>\S+) .*\b(?:{either('không', 'chưa')})$")
"""A question that is answered by yes or no; at its end stands "không", or "hay không"."""
_DENIED: Final = re.compile(
    r"(?i)(?<!\w)(?:không|chưa|chẳng)\s+(?:(?:bị|được|phải|cần|có|thực hiện việc)\s+)*(?P<verb>\w+)[^.;]*"
)


def denied(query: Query, answer: Answer) -> Answer:
    """The answer with what the one row or clause denies of the very thing asked for its value; as it is where nothing is."""
    if answer.status is not Status.ANSWERED or max(len(answer.items), len(answer.values)) > 1:
        return answer
    asked = _ASKED.search(query.spoken)
    told = answer.values[0] if answer.values and not answer.items else answer.items[0].name if answer.items else ""
    found = asked and next((one for one in _DENIED.finditer(told) if sound(one["verb"]) == asked["verb"]), None)
    if not found:
        return answer
    value = found[0].strip(TRIM)
    where = answer.citations[0]
    return replace(answer, answer=f"{value} ({where.plan}, {where.locator}).", values=(value,), items=())
