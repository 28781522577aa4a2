"""The way that a report takes, as clauses tell it: through which office it goes, and to whom that one passes it on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.letters import UPPER
from ingest.units import split_units, starts_like_unit
from rag.answer import Answer
from rag.compose import quoted
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import sound
from rag.query.question import Query
from rag.query.reportasks import OFFICE
from rag.reading.clausefit import Told, best_clauses
from rag.reading.prose import pick
from rag.reading.twofold import each

_ASKS_WAY: Final = re.compile(rf"\bqua (?:(?:nhung |cac )?dau moi nao\b|(?:dau moi )?{OFFICE})")
_SENDS: Final = re.compile(
    r"\b(?:bao(?! dam)|gui|nop|phan anh|phan hoi|cien ngi|de suat|chinh|chuien|dang ci|lien he)\b"
)
"""Words of sending in a question, as they sound."""
_TO_WHOM_TOO: Final = re.compile(rf"\b(?:ve|cho|len|den|toi|gui|nop|bao cao) {OFFICE}")
_ENDS: Final = (
    r"(?=\s*\)|,?\s+(?:để|trước|tổng hợp|xem xét|xử lý|theo|khi|nhằm|vào|trong|chậm nhất|định kỳ|hằng|hàng|về)\b"
    rf"|,(?!\s+[{UPPER}])|\s*[;.](?:\s|/|$)|$)"
)
_VIA: Final = re.compile(rf"\bqua\s+(?:đầu mối\s+(?:là\s+)?)?(?P<via>[{UPPER}](?:[^;()]|\([^()]*\))*?){_ENDS}")
_TO: Final = re.compile(
    r"\b(?i:báo cáo|gửi|nộp|phản ánh|phản hồi|kiến nghị|đề xuất|trình|đăng ký|liên hệ)\b"
    rf"(?:[^.;:()]*?\s(?:về|gửi|cho|lên|đến|tới))?(?:\s+(?:kịp thời|ngay))?\s+(?P<to>[{UPPER}][^.;:()]*?)\s*\(?(?:thông\s+)?$"
)
"""To whom something is sent, right before the words that tell through whom."""
_OF_WHAT: Final = re.compile(r"\s(?:về|kết quả|tình hình|những|các)\s.*")
"""What is told behind the one who is told: "báo cáo Sở A về kết quả … (qua B)"."""
_ONWARD: Final = re.compile(
    rf"\b(?:tổng hợp|tham mưu),?\s+(?:và\s+)?(?:báo cáo|trình)\s+(?:cho\s+)?(?P<to>[{UPPER}][^.;()]*?)"
    r"(?=,?\s+(?:để|xem xét|quyết định|chỉ đạo|theo|trước|kết quả|về kết quả|về tình hình|định kỳ|hằng|hàng)\b|\s*[.;(]|$)"
)


def asks_way(query: Query) -> bool:
    """Whether it is asked through which office something is sent."""
    return _ASKS_WAY.search(query.spoken) is not None and _SENDS.search(query.spoken) is not None


def stated_way(query: Query, library: Library) -> Answer | None:
    """The office through which something is sent, from the clause that fits; None where no clause tells it.

    The one it is sent to stands before it where both are asked for, as the clause prints them.
    """
    asked = _ASKS_WAY.search(query.spoken)
    both = asked is not None and _TO_WHOM_TOO.search(query.spoken[: asked.start()]) is not None
    asking = (*heard("ask.recipient"), *heard("filler.report"))
    found = best_clauses(query, library, lambda text: _told(query, text, both=both), asking)
    sort = [one for one in found if query.asked_head and _of_sort(query, one.values[-1])] if not both else []
    best = next(iter(sort or found), None)
    if best is None:
        return None
    beside = () if both else _beside(query, library, best)  # the way itself tells both
    return quoted(query, library, best.entry, beside or best.values)


def _beside(query: Query, library: Library, told: Told) -> tuple[str, ...]:
    """The way with what else the question asks of the same clause, in the order asked; () where it asks for nothing else."""
    clause = told.entry.clause
    if clause is None:
        return ()

    def pick_of(part: Query, text: str) -> tuple[str, ...]:
        return told.values if asks_way(part) else pick(part, library, replace(clause, text=text))

    return each(query, library, pick_of, clause.text)


def onward(what: str) -> tuple[str, ...]:
    """To whom the one that gets a report passes it on ("… gửi Sở A để tổng hợp, báo cáo B"); () where it is not told."""
    told = list(_ONWARD.finditer(what))
    units = split_units(told[-1]["to"].strip(" ,")) if told else ()
    return units if units and all(one in told[-1]["to"] for one in units) else ()


def _told(query: Query, text: str, *, both: bool) -> tuple[str, ...]:
    """What a clause tells of the way: the offices between, or the whole way; () where the question names them itself."""
    for match in _VIA.finditer(text):
        via = match["via"].strip(" ,")
        before = _TO.search(text[: match.start()])
        if not starts_like_unit(via) or f" {sound(via)} " in f" {query.spoken} " or (both and before is None):
            continue
        units = split_units(via)
        units = units if all(one in text for one in units) else (via,)
        if before is None or not both:
            return units
        to = _OF_WHAT.sub("", before["to"])
        if to != before["to"]:
            return (to, *units)
        opened = "(" in text[before.end("to") : match.start("via")]
        closed = text.find(")", match.end("via")) + 1 if opened else 0
        return (text[before.start("to") : closed or match.end("via")],)
    return ()


def _of_sort(query: Query, unit: str) -> bool:
    return f"{sound(unit)} ".startswith(f"{query.asked_head} ")
