"""What clauses and footnotes say of reporting where no duty with a sender stands: how often, and who is helped to report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ingest.letters import UPPER
from ingest.units import split_units
from rag.answer import Answer
from rag.compose import quote
from rag.entries import Entry, sections_over
from rag.library import Library
from rag.phrases import heard
from rag.question import Query
from rag.words import sound

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
_SENT_TO: Final = re.compile(
    r"\b(?:báo cáo|báo|gửi)\b(?:[^.;:]*?\s(?:về|gửi|cho|lên))?\s+"
    rf"([{UPPER}][^.;()]*?)(?=\s+(?:để|trước|định kỳ|hằng|hàng|theo|tổng hợp|kết quả|xem xét|cuối|đầu|mỗi|vào|trong|khi|sau|ngay|chậm nhất|về)\b|[.;(]|$)",
)
_REPORT: Final = sound("báo cáo")
_IN_HEAD: Final = 0.6
"""What a word of the question counts that stands over the clause or in the plan's head, not in the clause."""
_LEAST: Final = 0.5


def stated_rhythm(query: Query, library: Library) -> Answer | None:
    """How often something is reported, from the clause or footnote that fits; None when none does."""
    return _from_clause(query, library, _RHYTHM, (*heard("ask.frequency"), *heard("filler.numbering")))


def stated_recipient(query: Query, library: Library) -> Answer | None:
    """To whom something is reported or sent, from the clause that fits; None when none does."""
    found = _from_clause(query, library, _SENT_TO, heard("ask.recipient"))
    if found is None:
        return None
    values = tuple(split_units(found.values[0]))
    return replace(found, values=values) if all(one in found.values[0] for one in values) else found


def advised_unit(query: Query, library: Library) -> Answer | None:
    """The unit that another helps to report, from the clause that fits; None when none does."""
    return _from_clause(query, library, _ADVISED, ())


def _from_clause(query: Query, library: Library, pattern: re.Pattern[str], asking: tuple[str, ...]) -> Answer | None:
    """What ``pattern`` picks out of the clause of reporting that the question's words fit best."""
    words = query.words.drop((*asking, *heard("filler.report"))).content()
    best: tuple[float, int, Entry, str] | None = None
    for entry in _clauses(query, library):
        said = pattern is _SENT_TO or _REPORT in sound(entry.text)
        found = list(pattern.finditer(entry.text)) if said else []
        if not found:
            continue
        over = " ".join(section.heading for section in sections_over(library.plans[entry.plan], entry.locator))
        context = library.profiles[entry.plan].own_words.union(library.hear(over).split())
        fit = library.cover(words, set(library.hear(entry.text).split()), context, share=_IN_HEAD)
        value = found[0][1] if found[0].lastindex else found[0][0]
        if fit >= _LEAST and (best is None or fit > best[0]):
            best = (fit, entry.order, entry, value)
    return quote(query, library, best[2], best[3]) if best else None


def _clauses(query: Query, library: Library) -> Iterator[Entry]:
    """The clauses of the plans and the annex asked about."""
    annex = query.pointer.annex
    for entry in library.entries:
        if entry.clause is None or not query.covers(entry.plan):
            continue
        if annex is None or entry.locator.partition("/")[0].split()[-1:] == [annex]:
            yield entry
