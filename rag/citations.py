"""Citations: contiguous slices of a plan's canonical text that hold what was answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ingest.corrections import corrected_fields
from ingest.document import Span
from ingest.labels import label_role
from ingest.markup import find_words
from ingest.plan import Field, Plan, Section, SectionKind
from rag.answer import Citation, Item
from rag.corpus.entries import Entry, sections_over
from rag.query.subjects import leading_line

_TURN: Final = re.compile(r"-\d+(?: \(\d+\))?$")
"""What tells apart tasks that share a heading of prose."""


def plan_name(plan: Plan) -> str:
    """A short name for a plan that people know it by: its number, else issuer and year."""
    header = plan.header
    if header.number:
        return f"Kế hoạch {header.number}"
    parts = ["Kế hoạch của", header.issuer] if header.issuer else ["Kế hoạch", plan.file]
    if header.year:
        parts.append(f"năm {header.year}")
    return " ".join(parts)


def cite(plan: Plan, locator: str, spans: Iterable[Span]) -> tuple[Citation, ...]:
    """One citation for each span; ``text[start:end] == quote`` holds by construction."""
    name = plan_name(plan)
    return tuple(
        Citation(plan.file, name, _read_at(plan, locator, span), span.slice(plan.text), span.start, span.end)
        for span in spans
        if span.end > span.start
    )


def _read_at(plan: Plan, locator: str, span: Span) -> str:
    """Where a reader finds the words: those that close a part of prose stand behind its last item, under whose number they are looked for."""
    items = (one for one in plan.sections if one.parent == locator and one.kind is SectionKind.HEADING)
    before = [one for one in items if one.span.end <= span.start]
    return max(before, key=lambda one: one.span.start).locator if before else locator


def first_line(plan: Plan, span: Span) -> Span:
    """The part of a span that stands in its first printed line."""
    end = plan.text.find("\n", span.start, span.end)
    return Span(span.start, end if end >= 0 else span.end)


def cite_entry(plan: Plan, entry: Entry) -> tuple[Citation, ...]:
    """The whole row or clause, one citation for each page it stands on."""
    return cite(plan, place_of(entry), entry.spans)


def place_of(entry: Entry) -> str:
    """The place as an official says it: of several tasks that one clause or heading of prose states, that heading's."""
    if entry.kind != "task" or entry.annex is not None:
        return entry.locator
    return _TURN.sub("", entry.locator)


def cite_field(plan: Plan, entry: Entry, cell: Field) -> tuple[Citation, ...]:
    """The row's pieces that hold the cell, and the row itself beside a cell that reaches down to it; all of it when blank."""
    under = _labelled(plan, entry, cell)
    if under:
        return (*cite(plan, under.locator, cell.spans), *cite(plan, entry.locator, (first_line(plan, entry.spans[0]),)))
    pieces = [
        span for span in entry.spans if any(span.start <= part.start and part.end <= span.end for part in cell.spans)
    ]
    row = () if not pieces or any(one.overlaps(entry.spans[0]) for one in pieces) else entry.spans[:1]
    return cite(plan, place_of(entry), (*pieces, *row) or entry.spans)


def _labelled(plan: Plan, entry: Entry, cell: Field) -> Section | None:
    """The heading inside a task of prose that says what its cell is: "2. Cơ quan chủ trì"."""
    if entry.kind != "task" or entry.annex is not None or not cell.spans:
        return None
    inside = (one for one in plan.sections if one.locator.startswith(f"{entry.locator}/") and label_role(one.heading))
    held = [one for one in inside if all(one.span.start <= span.start < one.span.end for span in cell.spans)]
    return max(held, key=lambda one: one.span.start, default=None)


def cite_headings(plan: Plan, entry: Entry, values: Sequence[str]) -> tuple[Citation, ...]:
    """The headings over an entry that say those values which its own text does not."""
    unsaid = [value for value in values if not any(value in span.slice(plan.text) for span in entry.spans)]
    found: list[Citation] = []
    line = leading_line(plan, entry.clause) if entry.clause is not None and unsaid else None
    if line is not None and (held := [value for value in unsaid if value in line.text]):
        found.extend(cite(plan, line.locator, (line.span,)))
        unsaid = [value for value in unsaid if value not in held]
    for section in sections_over(plan, entry.locator):
        held = [value for value in unsaid if value in section.heading]
        if held:
            # A heading may be printed over several lines, or with marks within: then the name alone is cited.
            printed = (find_words(words, plan.text, section.span) for words in (section.heading, *held))
            span = next((one for one in printed if one is not None), None)
            found.extend(cite(plan, section.locator, (span,) if span else ()))
            unsaid = [value for value in unsaid if value not in held]
    return tuple(found)


def item(plan: Plan, entry: Entry, role: str = "") -> Item:
    """An entry as a row of a list; ``role`` is the one that a unit asked about has in it."""
    return Item(
        file=plan.file,
        plan=plan_name(plan),
        locator=entry.locator,
        name=entry.name,
        lead=entry.field("lead").text,
        support=entry.field("support").text,
        result=entry.field("result").text,
        due=entry.field("due").text,
        value=entry.field("value").text,
        role=role,
        corrected=corrected_fields(entry.row),
    )
