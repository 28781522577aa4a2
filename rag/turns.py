"""A question that leans on the one before it: another row of its list, another column of its row, another plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from ingest.document import Span
from rag.answer import Answer
from rag.citations import place_of
from rag.compose import compose, not_found
from rag.followups import follows, item_named, of_another, of_helpers, of_list, of_other_report, of_other_unit
from rag.headers import header_fields
from rag.library import Library
from rag.lookup import Lookup
from rag.question import Query, understand
from rag.rank import Scored
from rag.reportparts import narrowed, parts_asked
from rag.reports import asks_report

HEAD_PLACES: Final = frozenset({"Ký", "Tiêu đề", "Căn cứ", "Nơi nhận"})
"""Locators of the parts of a plan's head and foot."""
UNSURE_FACT: Final = 0.3
"""How sure the row or clause told must at least be not to be doubted."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The previous question and its answer, for follow-ups."""

    question: str
    answer: Answer


class Answers(Protocol):
    """What answers a question that stands by itself (see `rag.engine`)."""

    library: Library
    lookup: Lookup

    def answer_query(self, query: Query) -> Answer:
        """The answer of an understood question."""
        ...

    def header(self, query: Query, fields: tuple[str, ...]) -> Answer:
        """The fields of a plan's head."""
        ...


def leaning(engine: Answers, query: Query, previous: Turn, today: date) -> Answer | None:
    """The answer of a question that leans on the previous one; None where it stands by itself."""
    before = understand(previous.question, engine.library, today)
    one = item_named(query, previous.answer)
    if one is not None:
        return _of_row(engine.library, query, (one.file, one.locator))
    same = of_list(query, before, engine.library) or of_other_report(query, before, engine.library)
    if same is not None:
        return engine.answer_query(same)
    if follows(query):
        return _follow(engine, of_helpers(query), previous, today)
    other = of_another(query, before)
    if other is None:
        return None
    told = engine.answer_query(other)
    unsure = told.confidence is not None and told.confidence < UNSURE_FACT
    return not_found(query, engine.library) if unsure else told


def _of_row(library: Library, query: Query, at: tuple[str, str], span: Span | None = None) -> Answer | None:
    """The question asked of the row at a file and locator, None where no row does."""
    for entry in library.entries:
        named = entry.kind != "clause" and place_of(entry) == at[1]
        there = named and library.plans[entry.plan].file == at[0]
        if there and (span is None or any(map(span.overlaps, entry.spans))):
            return compose(query, library, Scored(entry, 1.0, 1.0, 1.0))
    return None


def _follow(engine: Answers, query: Query, previous: Turn, today: date) -> Answer:
    """Ask the previous row the new question, or the previous question of the plan now named."""
    before = understand(previous.question, engine.library, today)
    fields_before = header_fields(before, engine.library)
    if fields_before and query.plans is not None and not query.role and not header_fields(query, engine.library):
        scoped = replace(before, plans=query.plans, mentions=query.mentions, years=query.years)
        return engine.header(scoped, fields_before)
    if query.actors:
        return engine.answer_query(of_other_unit(before, query, engine.library) if before.actors else query)
    if query.plans is not None and not query.role:
        words = before.words.outside(before.mentions)
        return engine.lookup.answer(
            replace(before, plans=query.plans, mentions=(), words=words, typed=query.typed, actors=())
        )
    cited = previous.answer.citations
    places = [(one.file, one.locator) for one in cited]
    about_head = any(locator in HEAD_PLACES for _, locator in places) or fields_before
    fields = header_fields(query, engine.library, follows=bool(about_head))
    if fields and places:
        number = next(n for n, plan in enumerate(engine.library.plans) if plan.file == places[0][0])
        return engine.header(replace(query, plans=frozenset({number})), fields)
    for one in cited:
        told = _of_row(engine.library, query, (one.file, one.locator), Span(one.start, one.end))
        if told is not None:
            return told
    both = understand(f"{previous.question} {query.typed}", engine.library, today)
    asked = parts_asked(query) if asks_report(both) else ()
    return engine.answer_query(narrowed(both, asked) if asked else both)
