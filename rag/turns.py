"""A question that leans on the one before it: another row of its list, another column of its row, another plan."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from ingest.document import Span
from ingest.letters import UPPER
from rag.answer import Answer, Status
from rag.choosing.telling import tells
from rag.citations import place_of
from rag.compose import compose, not_found
from rag.conversation.followups import (
    asks_more_of,
    follows,
    item_named,
    of_another,
    of_helpers,
    of_list,
    of_other_report,
    of_other_time,
    of_other_unit,
    of_other_year,
)
from rag.conversation.helpersasked import helpers_asked
from rag.conversation.othersender import of_other_sender
from rag.conversation.sortbefore import unit_of_sort
from rag.conversation.spokenof import row_spoken_of, whole_of_another, whole_of_row
from rag.conversation.templates import of_row_alike
from rag.conversation.thosebefore import of_those_before
from rag.conversation.unitbefore import of_unit_before
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.duties.reportparts import narrowed, parts_asked
from rag.duties.reports import asks_report
from rag.heads.headers import header_fields
from rag.language.words import find_phrase, sound
from rag.lookup import Lookup
from rag.measures.figures import counted
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.query.sidecolumns import side_cell
from rag.ranking.rank import Scored
from rag.rows.keyedcells import of_row_before
from rag.units.unittopic import headed_unit

HEAD_PLACES: Final = frozenset({"Ký", "Tiêu đề", "Căn cứ", "Nơi nhận"})
"""Locators of the parts of a plan's head and foot."""
UNSURE_FACT: Final = 0.3
"""How sure the row or clause told must at least be not to be doubted."""
_PLAN: Final = sound("kế hoạch")
_HALF: Final = 0.5
_SENTENCE_END: Final = re.compile(rf";|\.(?=\s+[{UPPER}]|\s*$)")
_TOLD: Final = (Status.ANSWERED, Status.NOT_STATED)


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
    told = unit_of_sort(query, previous.answer, engine.library)
    if told is None or told.status is not Status.ANSWERED:
        told = _of_helpers(engine, query, previous.answer) or told
    told = told or _of_office_before(engine, query, previous.answer)
    told = told or _of_sender(engine, query, before, previous.answer)
    if told := told or of_those_before(query, previous.answer, engine.library, engine.answer_query):
        return told
    ways = (of_list, of_other_report, of_other_time, of_other_year)
    same = next((found for way in ways if (found := way(query, before, engine.library)) is not None), None)
    if same is not None:
        return engine.answer_query(same)
    row = row_spoken_of(previous.answer, engine.library)
    alike = of_row_alike(query, before, row, engine.library) if row is not None else None
    if row is not None and (told := alike or of_row_before(query, row, engine.library)):
        return told
    told = _figure_of_row(engine, query, row) if row is not None else None
    told = told or (_follow(engine, of_helpers(query), previous, today) if follows(query) else None)
    if told is not None and row is not None and "outside" in query.flags and told.values == (row.name,):
        told = not_found(query, engine.library)  # to say what the row is called answers nothing
    if told is not None and told.status is not Status.NOT_FOUND:
        return told
    whole = _of_row_before(engine, query, before, row) if row is not None else None
    if whole is not None or told is not None:
        return whole or told
    other = of_another(query, before)
    told = _of_clause_before(engine, query, previous.answer)
    told = told or (engine.answer_query(other) if other is not None else None)
    if told is not None and told.status is not Status.NOT_FOUND and not _is_unsure(told):
        return told
    whole = _of_row_beside(engine, query, before, row) if row is not None else None
    unsure = not_found(query, engine.library) if told is not None and _is_unsure(told) else told
    return whole or unsure


def _of_helpers(engine: Answers, query: Query, previous: Answer) -> Answer | None:
    """Who helps with the row just told; None where something else is said too, or the row does not tell."""
    asked = helpers_asked(query)
    row = row_spoken_of(previous, engine.library) if asked is not None else None
    told = compose(asked, engine.library, Scored(row, 1.0, 1.0, 1.0)) if asked is not None and row is not None else None
    return told if told is not None and told.status in _TOLD else None


def _of_office_before(engine: Answers, query: Query, previous: Answer) -> Answer | None:
    """What is asked of the office told before; None where none is pointed to, or nothing sure is told of it."""
    asked = of_unit_before(query, previous, engine.library)
    told = engine.answer_query(asked) if asked is not None else None
    return None if told is None or told.status is Status.NOT_FOUND or _is_unsure(told) else told


def _of_sender(engine: Answers, query: Query, before: Query, previous: Answer) -> Answer | None:
    """When or to whom the sender named now reports what the question before asked of another; None where nothing sure is told."""
    asked = of_other_sender(query, before, previous, engine.library)
    told = engine.answer_query(asked) if asked is not None else None
    return None if told is None or told.status is not Status.ANSWERED or _is_unsure(told) else told


def _is_unsure(told: Answer) -> bool:
    return told.confidence is not None and told.confidence < UNSURE_FACT


def _figure_of_row(engine: Answers, query: Query, row: Entry) -> Answer | None:
    """How many of something that the row before counts ("thế bao nhiêu đội?"); None where more is said, or it counts none."""
    if query.role != "value" or row.kind != "task" or not asks_more_of(query, row.text, engine.library):
        return None
    cells = (row.field(column).text for column in ("result", "due", "note"))
    if not any(counted(query, text) for text in (*cells, row.name)):
        return None
    told = compose(query, engine.library, Scored(row, 1.0, 1.0, 1.0))
    return told if told.status is Status.ANSWERED else None


def _of_row_before(engine: Answers, query: Query, before: Query, row: Entry) -> Answer | None:
    """What points to the row spoken of, put as a whole question of it; None where nothing does or the row does not tell."""
    typed = whole_of_row(query, before, row, engine.library)
    if not typed:
        return None
    told = _in_its_plan(engine, query, typed, row)
    if told.values == (row.name,):
        return None  # what was named is no answer
    if told.status in _TOLD and _is_at(told, row):
        return told
    beside = side_cell(query.spoken, row)
    if "outside" in query.flags and not beside:  # no figure of the row is a sum of money
        return told if _names_row(engine.library, told, row) else not_found(query, engine.library)
    if not (query.role or beside):
        return None
    told = compose(query, engine.library, Scored(row, 1.0, 1.0, 1.0))
    return told if told.status in _TOLD else None


def _names_row(library: Library, told: Answer, row: Entry) -> bool:
    """Whether the sentence that tells a value names the row too, by half of its words or the one that tells it best from others."""
    quote = next((one.quote for one in told.citations if told.values and told.values[0] in one.quote), "")
    own = library.profiles[row.plan].words
    named = {word for word in library.hear(row.name).split() if word not in own and not word.isdigit()}
    at = quote.find(told.values[0]) if quote else -1
    start = max((end.end() for end in _SENTENCE_END.finditer(quote, 0, max(at, 0))), default=0)
    end = _SENTENCE_END.search(quote, max(at, 0))
    said = named & set(library.hear(quote[start : end.start() if end else len(quote)]).split())
    weights = {word: library.idf(word) for word in named}
    telling = max(map(weights.__getitem__, said), default=0.0) >= max(weights.values(), default=0.0)
    return len(said) > 1 and (telling or library.cover(weights, said) >= _HALF)


def _of_row_beside(engine: Answers, query: Query, before: Query, row: Entry) -> Answer | None:
    """What is asked of another row in the plan spoken of; None where nothing is, or none is surely meant."""
    for typed in whole_of_another(query, before, row):
        told = _in_its_plan(engine, query, typed, row)
        if told.status is Status.ANSWERED and not _is_unsure(told) and not _is_at(told, row):
            return told
    return None


def _of_clause_before(engine: Answers, query: Query, previous: Answer) -> Answer | None:
    """What the one clause that the answer before rests on tells of a question that says nothing else; None where it does not tell."""
    library = engine.library
    cited = {(one.file, Span(one.start, one.end)) for one in previous.citations}
    clauses = [
        entry
        for entry in library.entries
        if entry.kind == "clause"
        and any(library.plans[entry.plan].file == file and any(map(span.overlaps, entry.spans)) for file, span in cited)
    ]
    if len(clauses) != 1 or not asks_more_of(query, clauses[0].text, library) or not tells(query, library, clauses[0]):
        return None
    told = compose(query, library, Scored(clauses[0], 1.0, 1.0, 1.0))
    whole = any(clauses[0].text.strip(" .;-+") in value for value in told.values)
    return told if told.status is Status.ANSWERED and not whole else None


def _in_its_plan(engine: Answers, query: Query, typed: str, row: Entry) -> Answer:
    return engine.answer_query(replace(understand(typed, engine.library, query.today), plans=frozenset({row.plan})))


def _is_at(told: Answer, row: Entry) -> bool:
    """Whether an answer of the row's plan rests on the row alone."""
    return {one.locator for one in told.citations} == {place_of(row)}


def _of_row(library: Library, query: Query, at: tuple[str, str], span: Span | None = None) -> Answer | None:
    """The question asked of the row at a file and locator, None where no row does."""
    for entry in library.entries:
        named = entry.kind != "clause" and place_of(entry) == at[1]
        there = named and library.plans[entry.plan].file == at[0]
        if there and (span is None or any(map(span.overlaps, entry.spans))):
            return compose(query, library, Scored(entry, 1.0, 1.0, 1.0))
    return None


def _of_other_unit(engine: Answers, query: Query, before: Query) -> Answer:
    """The question before asked of the unit now named; where none was, the one now asked, of the same plans first."""
    headed = None if before.actors else headed_unit(before, engine.library)
    if before.actors or headed is not None:
        whole = before if before.actors else replace(before, actors=tuple(filter(None, (headed,))))
        return engine.answer_query(of_other_unit(whole, query, engine.library))
    if query.plans is None and before.plans is not None:
        told = engine.answer_query(replace(query, plans=before.plans))
        if told.status is Status.ANSWERED:
            return told
    return engine.answer_query(query)


def _is_of_another_plan(library: Library, query: Query, before: Answer) -> bool:
    """Whether a plan is named that the answer before does not rest on; "hai sở nào" names none."""
    named = query.has("number", "place", "issuer") or find_phrase(query.spoken, (_PLAN,)) is not None
    files = {library.plans[number].file for number in query.plans or ()}
    return named and files.isdisjoint(one.file for one in before.citations)


def _follow(engine: Answers, query: Query, previous: Turn, today: date) -> Answer:
    """Ask the previous row the new question, or the previous question of the plan now named."""
    before = understand(previous.question, engine.library, today)
    fields_before = header_fields(before, engine.library)
    if fields_before and query.plans is not None and not query.role and not header_fields(query, engine.library):
        words = before.words.outside(before.mentions)
        scoped = replace(before, plans=query.plans, mentions=(), words=words, actors=(), years=query.years)
        return engine.header(scoped, fields_before)
    if query.actors:
        return _of_other_unit(engine, query, before)
    if query.plans is not None and (not query.role or _is_of_another_plan(engine.library, query, previous.answer)):
        words = before.words.outside(before.mentions)
        again = replace(before, plans=query.plans, mentions=(), words=words, typed=query.typed, actors=())
        if query.role:
            again = replace(again, role=query.role, roles=query.roles, flags=query.flags)
        of_row = before.intent is Intent.FACT and not asks_report(before)
        return engine.lookup.answer(again) if of_row else engine.answer_query(again)
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
