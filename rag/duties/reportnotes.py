"""What clauses and footnotes say of reporting where no duty with a sender stands: how often, and who is helped to report."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ingest.letters import UPPER
from rag.answer import Answer
from rag.compose import quoted
from rag.corpus.library import Library
from rag.duties.ownreports import goes_to_itself
from rag.duties.recurrence import rhythms
from rag.duties.reportfit import asked_rhythm, is_recipient
from rag.language.phrases import heard
from rag.language.words import sound, without_and
from rag.query.question import Query
from rag.reading.clausefit import best_clauses
from rag.reading.sentto import recipients_asked

_RHYTHM: Final = re.compile(
    r"(?:thường xuyên,?\s+)?(?:(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)"
    r"|\d+\s+(?:ngày|tuần|tháng)(?:\s*/\s*|\s+(?:một\s+|1\s+)?)lần"
    r"|\d+\s+lần\s*(?:/|mỗi|một|trong)\s*(?:một\s+)?(?:ngày|tuần|tháng|quý|năm))",
    re.IGNORECASE,
)
_ADVISED: Final = re.compile(
    rf"tham mưu(?:\s+cho)?\s+([{UPPER}][^,;.()]*?)\s+(?=(?:để\s+|việc\s+)?(?:báo cáo|ban hành|xem xét|trình|chỉ đạo|"
    r"quyết định|triển khai|tổ chức|phê duyệt|thực hiện)\b)",
    re.IGNORECASE,
)
_REPORT: Final = sound("báo cáo")


def stated_rhythm(query: Query, library: Library) -> Answer | None:
    """How often something is reported, from the clause or footnote that fits; None when none does."""
    asking = (*heard("ask.frequency"), *heard("filler.numbering"))
    return _from_clause(query, library, lambda text: _first(_RHYTHM, text, reports=True), asking)


def stated_recipient(query: Query, library: Library) -> Answer | None:
    """To whom something is reported or sent, from the clause that fits; None when none does, or has the sender get it."""
    found = best_clauses(query, library, lambda text: recipients_asked(query, library, text), heard("ask.recipient"))
    senders = {unit.words for unit in query.actors if not is_recipient(query, unit)}
    found = [one for one in found if senders.isdisjoint(without_and(library.hear(value)) for value in one.values)]
    found = [one for one in found if not any(goes_to_itself(query, library, one.entry.plan, v) for v in one.values)]
    asked = asked_rhythm(query)
    best = next((one for one in found if asked & rhythms(sound(one.entry.text))), None)
    best = best or (None if asked and query.actors else next(iter(found), None))
    return quoted(query, library, best.entry, best.values) if best else None


def advised_unit(query: Query, library: Library) -> Answer | None:
    """The unit that another helps to report, from the clause that fits; None when none does."""
    return _from_clause(query, library, lambda text: _first(_ADVISED, text, reports=True), ())


def _from_clause(
    query: Query, library: Library, tells: Callable[[str], tuple[str, ...]], asking: tuple[str, ...]
) -> Answer | None:
    """What ``tells`` picks out of the clause that the question's words fit best."""
    found = best_clauses(query, library, tells, asking)
    return quoted(query, library, found[0].entry, found[0].values) if found else None


def _first(pattern: re.Pattern[str], text: str, *, reports: bool) -> tuple[str, ...]:
    """What ``pattern`` finds first in a clause, one of reporting where ``reports`` says so."""
    found = pattern.search(text) if not reports or _REPORT in sound(text) else None
    return (found[1] if found.lastindex else found[0],) if found else ()
