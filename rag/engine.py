"""From a question to its answer: what sort it is decides which part answers it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from ingest.header import DOCUMENT_NUMBER
from rag.alsotold import also_told
from rag.answer import Answer, Status
from rag.choosing.agree import names_strange_place
from rag.choosing.standing import only_recited
from rag.choosing.thresholds import Thresholds
from rag.citations import place_of
from rag.clauses.footnotes import answer_footnote
from rag.clauses.givennames import answer_given_name
from rag.clauses.labelcells import answer_cell
from rag.clauses.postholders import signing_plans
from rag.clauses.posts import answer_person
from rag.clauses.reviews import answer_review, is_of_work
from rag.clauses.stated import answer_stated
from rag.clauses.thendone import answer_then
from rag.compose import compose, not_found, together
from rag.corpus.library import Library
from rag.duties.dutylist import answer_duties, asks_duties, duties_of, nothing_due, tell_duties
from rag.duties.reports import answer_report, asks_report
from rag.eventday import at_time
from rag.explain import explain
from rag.heads.amending import answer_amending
from rag.heads.annexdate import answer_annex_date
from rag.heads.calledso import as_a_plan
from rag.heads.citedfacts import answer_cited_facts
from rag.heads.eachbase import documents_of_plans
from rag.heads.headers import answer_header, header_fields
from rag.heads.lawsasked import answer_laws
from rag.heads.matters import document_matter
from rag.heads.organsbases import answer_organs_bases
from rag.heads.ownnumber import asks_own_number
from rag.heads.planlist import answer_plans
from rag.language.phrases import heard
from rag.language.words import find_phrase, from_figure, sound
from rag.listing.bynumber import answer_of_parts
from rag.listing.classes import count_classes, list_classes
from rag.listing.datarows import answer_data
from rag.listing.lists import UNMET, answer_list, one_told
from rag.listing.pointedparts import answer_pointed_parts
from rag.listing.severalcounts import several_counts
from rag.lookup import Lookup
from rag.loosely import answer_loosely
from rag.measures.figures import with_number_noted
from rag.measures.sumparts import asks_sum
from rag.measures.sums import only_names_money
from rag.mentions.plannumbers import in_full
from rag.mentions.scope import agreed
from rag.officeelsewhere import of_office_elsewhere
from rag.outside import answer_outside
from rag.parts.giventowhom import answer_items_or_doer
from rag.parts.headedparts import answer_headed_parts
from rag.parts.headitems import answer_items
from rag.parts.placeslisted import with_places
from rag.parts.sections import answer_section
from rag.parts.toldunder import answer_told_under
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.query.reportasks import beside_reporting
from rag.query.rownouns import are_drawn_up
from rag.ranking.evidence import Evidence, WordEvidence
from rag.ranking.fitted import Fitted, fitted
from rag.ranking.rank import Scored
from rag.reading.bases import (
    answer_document,
    asks_cited,
    citing_plans,
    is_about_documents,
    is_off_topic,
    number_and_day,
    of_citing,
    speaks_of_documents,
)
from rag.reading.progress import asks_progress
from rag.reading.twofold import things_asked
from rag.rows.calledrows import answer_called
from rag.rows.chosenrows import answer_chosen
from rag.rows.countedtargets import answer_counted_target
from rag.rows.denied import answer_denied
from rag.rows.facts import TIMED, Facts
from rag.rows.groupcalled import calls_group
from rag.rows.groups import groups, kind_named, part_named
from rag.rows.keyedcells import answer_keyed_cell, in_one_cell
from rag.rows.leftover import leftover
from rag.rows.namedrow import answer_named
from rag.rows.numbertables import named_row
from rag.rows.onerow import asks_one_row
from rag.rows.plaincells import answer_plain_cell
from rag.rows.rowparts import parts_asked
from rag.rows.sideconditions import lists_by_cells
from rag.rows.totals import answer_sum
from rag.rows.twokeys import of_two_keys
from rag.saidsurely import told_surely, told_then
from rag.settled import settled
from rag.sides.beside import without_cues
from rag.sides.compare import compare, of_plans
from rag.sides.sidesaid import sides
from rag.turns import HEAD_PLACES, UNSURE_FACT, Turn, leaning
from rag.units.besides import others
from rag.units.givenwork import answer_charged_with
from rag.units.unitsasked import answer_units
from rag.units.unittopic import answer_unit_topic
from rag.wording import ABOUT_NOTHING, NO_PROGRESS

_TIME_NOUNS: Final = frozenset(sound("ngày tuần tháng quý năm").split())
_IS_WHAT: Final = re.compile(r"\b(?:la|co|gom) (?:nhung )?gi\b")
"""Sound form of what asks for the rows of a kind: "nhiệm vụ đột phá là gì"."""
_SURE_OF_PROSE: Final = 0.5
"""How sure a clause must be meant by a question that sounds like a list of rows and has none."""
_UNSURE_REPORT: Final = 0.25
"""How much better a duty must fit a question that does not name reporting."""


class Engine:
    """Answers questions over one library; holds no state between questions."""

    def __init__(
        self,
        library: Library,
        *,
        thresholds: Thresholds | None = None,
        fit: Fitted | None = None,
        evidence: Evidence | None = None,
    ) -> None:
        """``evidence`` gives the index's scores; without an index the entries' own words are scored."""
        self.library = library
        self._limits = thresholds or Thresholds()
        self.lookup = Lookup(library, evidence or WordEvidence(library), self._limits, fit or fitted())
        self._facts = Facts(library)

    def ranked(self, query: Query) -> Sequence[Scored]:
        """The candidates of a question, best first."""
        return self.lookup.candidates(query)

    def explain(self, question: str, today: date) -> str:
        """How a question is understood and what is weighed for it, in Vietnamese."""
        return explain(understand(question, self.library, today), self.library, self.lookup, self._limits)

    def answer(self, question: str, today: date, previous: Turn | None = None) -> Answer:
        """Understand and answer one question."""
        query = with_number_noted(understand(question, self.library, today))
        if not self.library.plans:
            return Answer(query.typed, Status.NOT_FOUND, "Chưa có kế hoạch nào được nạp.")
        told = leaning(self, query, previous, today) if previous is not None else None
        told = others(query, told or self.answer_query(query), self.library)
        told = in_one_cell(query, told, self.library)
        return with_places(query, told, self.library)

    def answer_query(self, query: Query) -> Answer:
        """Answer an understood question; a sum out of the row of a table that prints it."""
        told = also_told(query, self.library, at_time(query, self.library, self._answered))
        return answer_sum(query, self.library, told) or told

    def _answered(self, query: Query) -> Answer:
        """The answer of the part that the sort of the question decides on."""
        told = answer_pointed_parts(query, self.library, self._facts) or answer_denied(query, self.library)
        told = told or document_matter(query, self.library) or answer_organs_bases(query, self.library)
        told = told or answer_amending(query, self.library) or answer_annex_date(query, self.library)
        if told := told or answer_cited_facts(query, self.library) or self._not_of_rows(query):
            return told
        if query.intent is Intent.FACT and asks_progress(query.spoken):
            return Answer(query.typed, Status.NOT_FOUND, NO_PROGRESS)
        answer = (
            self._named(query)
            or self._footnote(query)
            or answer_plans(query, self.library)
            or answer_of_parts(query, self.library)
            or answer_units(query, self.library, self._facts)
            or answer_items(query, self.library)
            or (None if lists_by_cells(query, self.library) else answer_section(query, self.library))
            or answer_headed_parts(query, self.library, counted=False)
            or answer_told_under(query, self.library)
            or answer_laws(query, self.library)
            or self._cited(query)
            or compare(query, self.library, self.lookup, self._fact)
            or answer_stated(query, self.library)
            or answer_then(query, self.library)
            or answer_cell(query, self.library, self.lookup.words)
            or answer_counted_target(query, self.library, self._fact)
            or (None if query.named else answer_data(query, self.library) or answer_called(query, self.library))
            or self._listed(query)
            or list_classes(query, self.library, self._facts)
            or answer_loosely(query, self.library, self._fact)
        )
        unsure = answer.status is Status.NOT_FOUND or (answer.confidence or 1.0) < UNSURE_FACT
        told = count_classes(query, self.library, self._facts) if unsure else None
        if told is None and answer.status is Status.NOT_FOUND and not asks_duties(query):
            parts = parts_asked(query, self.library, self._facts)
            told = self._rows(parts) if parts else answer_unit_topic(query, self.library)
            told = told or answer_items_or_doer(query, self.library)
            told = self._outside(query) if told is None and asks_sum(query) else told
            told = told_surely(query, self.lookup) if told is None and query.intent is not Intent.FACT else told
            told = (
                told or answer_given_name(query, self.library) or of_office_elsewhere(query, self.library, self._fact)
            )
        return settled(query, self.library, told or answer)

    def _not_of_rows(self, query: Query) -> Answer | None:
        """What a number or place that no plan bears gives, what a plan's head tells, or what no column of a plan is about."""
        if any(one.kind == "number" and not one.plans for one in query.mentions):
            return self._unknown_number(replace(query, plans=None))
        if names_strange_place(self.library, query):
            return not_found(query, self.library)
        told = answer_plain_cell(query, self.library) or answer_keyed_cell(query, self.library)
        told = told or answer_person(query, self.library)
        if told := told or answer_review(query, self.library):
            return told
        if plans := signing_plans(query, self.library):
            return self.header(replace(query, plans=plans), ("signer",))
        called, fields = as_a_plan(query, self.library), header_fields(query, self.library)
        if called and len(more := header_fields(called, self.library)) >= max(1, len(fields)):
            query, fields = called, more
        if fields:
            # "Sở A lo việc … dựa vào đâu" asks for what its clause says, not what the plan rests on.
            told = answer_unit_topic(query, self.library) if fields == ("legal_bases",) else None
            return told or self.header(query, fields)
        if told := answer_chosen(query, self.library):
            return told
        if "outside" in query.flags and not (only_names_money(query) or lists_by_cells(query, self.library)):
            told = of_plans(query, self.library, self._outside)
            if told is None and ("compare" in query.flags or without_cues(query, self.library)):
                told = compare(query, self.library, self.lookup, self._outside)
            told = told or of_two_keys(query, self.library) or answer_cell(query, self.library, self.lookup.words)
            return told or self._outside(query)
        return None

    def _outside(self, query: Query) -> Answer:
        return answer_outside(query, self.library, self.lookup, self._limits)

    def _footnote(self, query: Query) -> Answer | None:
        """What a footnote asked for by its number says, of each plan set beside another."""
        told = answer_footnote(query, self.library)
        return told and (of_plans(query, self.library, lambda one: answer_footnote(one, self.library) or told) or told)

    def _named(self, query: Query) -> Answer | None:
        """Cells of the row that is called by its name, unless it is set beside another."""
        if (told := answer_named(query, self.library, self.lookup)) is None:
            return None
        beside = compare(query, self.library, self.lookup, self._fact)
        return beside if beside and len({(one.file, one.locator) for one in beside.citations}) > 1 else told

    def _fact(self, query: Query) -> Answer:
        """A reporting duty or one cell or clause; legal bases say nothing to a question that is not of documents."""
        if self._says_nothing(query):
            return self._any_report(query) or Answer(query.typed, Status.NOT_FOUND, ABOUT_NOTHING)
        answer = self._reported(query) or self._any_report(query) or self.lookup.answer(query)
        unsure = answer.status is Status.NOT_FOUND or (answer.confidence or 1.0) < UNSURE_FACT
        if unsure and (cell := named_row(query, self.library)):
            return compose(query, self.library, Scored(cell, 1.0, 1.0, 1.0))
        telling = {word for word, weight in self.lookup.words(query).items() if weight >= 1.0}
        recited = only_recited(answer.citations, telling) and not speaks_of_documents(query)
        based = {one.locator for one in answer.citations} == {"Căn cứ"} and is_off_topic(query, self.library, answer)
        return not_found(query, self.library) if recited or based else answer

    def _says_nothing(self, query: Query) -> bool:
        """Whether only figures, single letters, names of annexes and a time are said: no row can be meant by them."""
        pointer = query.pointer
        if pointer.ordinal or pointer.prose or pointer.group or query.actors or query.quoted:
            return False
        if query.role == "due" and query.plans is not None and query.has("title"):
            return False  # when a plan as a whole is carried out
        times = _TIME_NOUNS.union(sound(query.period.words).split() if query.period else ())
        named = query.words.drop(heard("filler.numbering")).content()
        words = (word for word in self.lookup.words(query) if word in named and word not in times)
        return all(len(word) == 1 or word.isdigit() for word in words)

    def _document(self, query: Query) -> Answer | None:
        return answer_document(query, self.library, self._limits.document)

    def _unknown_number(self, query: Query) -> Answer:
        """A number that no loaded plan bears may be that of a cited document, or of one that the row asked for names."""
        told = is_about_documents(query) and self._document(query)
        return told or self._naming_number(query) or not_found(query, self.library)

    def _naming_number(self, query: Query) -> Answer | None:
        """The answer without such numbers, out of a row that prints them all: "việc theo Kế hoạch 16-KH/TU hạn nào"."""
        strange = [one for one in query.mentions if one.kind == "number" and not one.plans]
        said = [from_figure(query.words.part(one.start, one.end)) for one in strange]
        rest = tuple(one for one in query.mentions if one not in strange)
        told = self._fact(replace(query, mentions=rest, plans=agreed(rest)))
        places = {(one.file, one.locator) for one in told.citations if told.status is Status.ANSWERED}
        rows = (
            f" {sound(one.text)} "
            for one in self.library.entries
            if (self.library.plans[one.plan].file, place_of(one)) in places and one.locator not in HEAD_PLACES
        )
        return told if any(all(f" {number} " in row for number in said) for row in rows) else None

    def header(self, query: Query, fields: tuple[str, ...]) -> Answer:
        """One header field, or several of one plan in the order asked; a blank one may be told by another plan's bases."""
        beside = sides(query)
        scoped = [replace(query, plans=plans) for plans in beside] if len(beside) > 1 else [query]
        parts = [answer_header(one, self.library, field) for one in scoped for field in fields]
        if len(parts) > 1 and all(part.status is Status.ANSWERED for part in parts):
            return together(query, parts)
        if parts[0].status is Status.NOT_STATED and query.has("number"):
            whole = understand(in_full(query.typed, query.plans or (), self.library), self.library, query.today)
            told = self._document(replace(whole, plans=None)) or parts[0]
            return parts[0] if fields == ("date",) and any(map(DOCUMENT_NUMBER.search, told.values)) else told
        return parts[0]

    def _cited(self, query: Query) -> Answer | None:
        """The number or date of a document that the plans cite."""
        if not asks_cited(query):
            return None
        if are_drawn_up(query.spoken) and (told := answer_called(query, self.library)):
            return told
        if told := documents_of_plans(query, self.library, self._limits.document):
            return told
        asked = things_asked(of_citing(query), self.library)
        if dated := number_and_day(asked, self.library, self._limits.document):
            strange = is_off_topic(query, self.library, dated[0])
            return not_found(query, self.library) if strange else together(query, dated)
        if any(not is_about_documents(part) for part in asked):
            told = self.lookup.answer(query)  # what is asked beside it stands in the clause that cites the document
            if told.status is Status.ANSWERED and len(told.values) > 1:
                return told
        elif asked:
            found = [answer for part in asked if (answer := self._document(part)) is not None]
            if len({answer.values for answer in found}) == len(asked):
                return together(query, found)
        cited = self._document(replace(query, plans=citing_plans(query)))
        if cited and asks_own_number(query, self.library, cited):
            return self.header(query, ("number",))
        return not_found(query, self.library) if cited and is_off_topic(query, self.library, cited) else cited

    def _listed(self, query: Query) -> Answer | None:
        """A list or count, unless it only sounds like one: it asks one column of one row named by its number."""
        if asks_duties(query):
            return answer_duties(query, self.library) or nothing_due(query)
        is_what = query.intent is Intent.FACT and not query.role and bool(_IS_WHAT.search(query.spoken))
        if is_what:
            named = kind_named(query, self.library) or part_named(query, self.library)
            query = replace(query, intent=Intent.LIST if named else Intent.FACT)
        elif query.intent is Intent.FACT and calls_group(query, self.library):
            query = replace(query, intent=Intent.LIST)
        if query.intent is Intent.FACT:
            parts = parts_asked(query, self.library, self._facts) if query.pointer.ordinal else None
            return self._rows(parts) if parts else answer_charged_with(query, self.library, self._facts)
        if query.intent is Intent.LIST and asks_one_row(query, self._facts):
            return None
        if "groups" in query.flags and query.plans is None and len({one[0] for one in groups(query, self.library)}) > 1:
            # Groups of several plans together answer nobody; a clause may tell how many of what there are.
            return self._fact(replace(query, intent=Intent.FACT))
        answer = told_then(query, self.lookup) or several_counts(query, self.library, self._rows) or self._rows(query)
        if self._may_be_told(query, answer):
            role = query.role if query.roles else ""  # one only guessed from the noun of the rows is not asked for
            told = self._fact(replace(query, intent=Intent.FACT, role=role))
            sure = told.confidence or (1.0 if query.pointer.prose else 0.0)
            in_prose = told.method == "retrieval" or not query.actors
            if told.status is Status.ANSWERED and in_prose and sure >= _SURE_OF_PROSE:
                return told
        return one_told(answer) if is_what else answer

    def _rows(self, query: Query) -> Answer:
        return answer_list(query, self.library, self._facts)

    def _may_be_told(self, query: Query, answer: Answer) -> bool:
        """Whether a list that no row is of may be told in prose: not one by unit, time, place or cells."""
        if answer.status is not Status.NOT_FOUND or query.intent is not Intent.LIST or answer.answer == UNMET:
            return False
        if query.period or query.flags & TIMED or not replace(query.pointer, prose=None).empty:
            return False
        # Of a unit's work, only a matter that is said beside it ("Sở A phải lồng ghép nội dung gì cho học sinh").
        return not query.actors or len(leftover(query, self.library)) > 1

    def _any_report(self, query: Query) -> Answer | None:
        """Every reporting duty, where nothing is said but that something must be reported ("Bao giờ phải báo cáo?")."""
        if not asks_report(query) or query.actors or query.period or not query.pointer.empty:
            return None
        left = beside_reporting(query, 0.0 if query.words.accents else 1.0)
        found = () if left else tuple(duties_of(query, self.library, ()))
        return tell_duties(query, found) if found else None

    def _reported(self, query: Query) -> Answer | None:
        """A reporting duty, where one fits."""
        if not asks_report(query) or is_of_work(query, self.library):
            return None
        unsure = 0.0 if find_phrase(query.spoken, heard("ask.reporting")) else _UNSURE_REPORT
        return answer_report(query, self.library, self._limits.report + unsure)
