"""Reports of the very office that has issued the plan: they go to another than itself."""

from __future__ import annotations

import re
from typing import Final

from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.query.question import Query

_SENDS: Final = either("báo cáo", "gửi", "nộp", "phải báo cáo", "phải gửi", "phải nộp", "sẽ báo cáo", "định kỳ báo cáo")
_ITS_REPORT: Final = re.compile(rf"\b{sound('báo cáo')} (?!.*\b{sound('kế hoạch')}\b).*\b(?:{either('của', 'do')})$")
"""Before an office whose report is asked about; "kế hoạch của …" only says whose plan is meant."""
_OPENS: Final = re.compile(rf"^(?:(?:{either('về', 'việc', 'theo', 'bên', 'phía', 'thì')}) )*$")
_DONE: Final = rf"(?:\S+ ){{1,12}}?(?:{either('xong', 'rồi', 'sau đó')}) (?:(?:{either('xong', 'rồi', 'thì', 'là', 'phải', 'sẽ')}) )*"
_SENDING: Final = re.compile(rf"(?:(?:\S+ ){{0,2}}?|{_DONE})(?:{_SENDS})\b")
"""What the office does next, or after what it has done: "Phòng A sơ kết … xong thì nộp báo cáo"."""
_WAY: Final = re.compile(r"\s*(?:\(|\bqua\b).*")


def goes_to_itself(query: Query, library: Library, number: int, office: str) -> bool:
    """Whether the one that gets a report, by a plan of that number, is the office whose own report the question is of."""
    recipient = library.hear(_WAY.sub("", office))
    for one in query.mentions if recipient else ():
        name = query.words.part(one.start, one.end)
        if one.kind not in ("issuer", "place") or number not in one.plans or not f"{name} ".startswith(f"{recipient} "):
            continue
        if any(not (one.start <= unit.start < one.end) for unit in query.actors):
            continue
        before, behind = query.words.part(0, one.start), query.words.part(one.end, len(query.words.tokens))
        if _ITS_REPORT.search(before) or (_OPENS.match(before) and _SENDING.match(behind)):
            return True
    return False
