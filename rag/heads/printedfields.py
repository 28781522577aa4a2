"""What a plan's head prints in each of its fields, and where it stands."""

from __future__ import annotations

import re
from typing import Final

from ingest.closing import bare_name
from ingest.document import Span
from ingest.plan import Plan
from rag.answer import Citation
from rag.citations import cite, first_line
from rag.corpus.captions import number_in_caption
from rag.heads.onbehalf import on_behalf
from rag.language.phrases import heard
from rag.language.words import find_phrase
from rag.query.question import Query

_PLACES: Final = {
    "signer": "Ký",
    "signer_title": "Ký",
    "on_behalf": "Ký",
    "recipients": "Nơi nhận",
    "legal_bases": "Căn cứ",
}
_DATED: Final = re.compile(r"\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*(?:19|20)\d\d", re.IGNORECASE)
"""A day with its year."""


def value_of(plan: Plan, field: str) -> tuple[str, ...]:
    header = plan.header
    if field == "date":
        return (header.date_text,) if header.date and header.date_text else ()
    if field == "on_behalf":
        found = on_behalf(plan)
        return (found.slice(plan.text),) if found else ()
    if field == "recipients":
        return header.recipients
    if field == "legal_bases":
        return tuple(basis.number for basis in header.legal_bases if basis.number != header.number)
    if field == "number" and not header.number and (found := number_in_caption(plan)):
        return (found.slice(plan.text),)
    text = getattr(header, field)
    if field in ("signer", "signer_title"):
        return tuple(map(bare_name, text.split("; "))) if text else ()
    return (text,) if text else ()


def cite_field(plan: Plan, field: str) -> tuple[Citation, ...]:
    span = on_behalf(plan) if field == "on_behalf" else plan.header.span_of(field)
    span = (number_in_caption(plan) if field == "number" and not plan.header.number else None) or span
    place = _PLACES.get(field, "Tiêu đề")
    sections = {section.locator: section.span for section in plan.sections}
    if span is None:
        # A plan without a head is cited where it begins.
        where = next((one for one in (place, "Tiêu đề", *sections) if one in sections), "")
        known = where in (place, "Tiêu đề")
        return cite(plan, where, (sections[where] if known else first_line(plan, sections[where]),)) if where else ()
    holders = [
        section for section in plan.sections if section.span.start <= span.start and span.end <= section.span.end
    ]
    where = max(holders, key=lambda section: (section.span.start, section.depth)).locator if holders else place
    return cite(plan, where, (_line(plan, span),))


def _line(plan: Plan, span: Span) -> Span:
    """The whole printed line around a span."""
    start = plan.text.rfind("\n", 0, span.start) + 1
    end = plan.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(plan.text))


def has_year(plan: Plan, query: Query, *, with_bases: bool) -> bool:
    """Whether the plan's head names one of the years; what it rests on may be of another year than it.

    The day of another document in the title says no year of the plan, unless the question speaks of that document.
    """
    header = plan.header
    bases = (basis.text for basis in header.legal_bases) if with_bases else ()
    of_other = find_phrase(query.spoken, heard("noun.other_document")) or _DATED.search(query.typed)
    title = (header.title or "") if of_other else _DATED.sub(" ", header.title or "")
    text = " ".join((title, header.date_text or "", header.number or "", *bases))
    return any(year == header.year or str(year) in text for year in query.years)
