"""Single facts: the row or clause that is meant, refused where nothing fits and told apart where several do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from rag.answer import Answer
from rag.choosing.agree import disagreement
from rag.choosing.besttold import (
    FITTING,
    NEAR_SCORE,
    called_outright,
    cause_beside,
    counting,
    denying,
    forbidding,
    gives_no_cause,
    giving_cause,
    of_counted_noun,
    of_whole,
    part_meant,
    reaching,
    rivals_of,
    with_helpers,
)
from rag.choosing.confidence import probability, signals
from rag.choosing.labelbeside import named_beside
from rag.choosing.othermeasure import is_of_another
from rag.choosing.samesaid import beside_own_plan, is_alike, one_of_each, same_said, with_short
from rag.choosing.scattered import is_scattered
from rag.choosing.standing import can_answer, in_place, is_head, whole_cell
from rag.choosing.stretches import shortfall, tells_stretch, without_days
from rag.choosing.telling import has_column, leaves_open, may_tell, misses_asked, tells, without_closing
from rag.choosing.thresholds import Thresholds
from rag.compose import ambiguous, blank, compose, not_found
from rag.corpus.entries import Entry, chain
from rag.corpus.library import Library
from rag.language.asked import read_asked
from rag.language.phrases import heard
from rag.language.synonyms import synonyms
from rag.language.words import WEAK, sound, stop_heard
from rag.measures.bounds import nouns_in_figures, without_bounds
from rag.measures.times import asks_both_ends, asks_stretch, measuring_words
from rag.mentions.pointers import Pointer
from rag.mentions.subrows import SAID
from rag.query.columns import phrases_asking
from rag.query.forbidding import FORBIDDEN
from rag.query.question import Query
from rag.query.sidecolumns import where_asked
from rag.ranking.evidence import Evidence, standard
from rag.ranking.fitted import Fitted
from rag.ranking.rank import Bools, Ranker, Scored, best_first
from rag.ranking.sorts import by_sort, sort_of
from rag.reading.bases import speaks_of_documents
from rag.reading.charged import charged
from rag.reading.labels import is_labelled, labelled_by, labels_asked
from rag.reading.offices import asks_holder, holder, which_office
from rag.reading.values import values_of

_KINDS: Final = {
    "": frozenset({"clause", "task", "target"}),
    "lead": frozenset({"clause", "task", "target"}),
    "support": frozenset({"clause", "task", "target"}),
    "due": frozenset({"clause", "task", "target"}),
    "value": frozenset({"clause", "task", "target"}),
    "result": frozenset({"clause", "task"}),
    "note": frozenset({"clause", "task", "target"}),
    "unit": frozenset({"target"}),
}
"""The kinds of entry that can say something of a column."""
_POINTED: Final = re.compile(
    r" (?:phu luc|nhom|nhiem vu|chi tieu|muc|dong|diem|dieu|khoan|tieu chi|stt|so thu tu|thu tu|bieu|danh muc|phan|so)(?: so)?"
    r"(?: (?:[ivxlc]+|\d+|(?<=phan )[a-e])(?= )){1,4}"
)
_THE_PLAN: Final = re.compile(
    r" (?:(?:theo|chong|cua|o|tai) )?ce hoach(?: nam)? 20\d\d(?= )| (?:theo|chong|cua) ce hoach(?= )"
)
_SORT_ASKED: Final = re.compile(
    r" (?:(?:chong )?(?:chuong hop|hoan canh)|(?:bang )?(?:loai|cieu|dang|thu)(?: (?:van ban|dai to|tai lieu))?) (?:nao|gi)(?= )"
)
"""Asks for the sort of what is looked for: "bằng loại văn bản nào"; the plan names it and does not call it a sort."""
_CAPITALS: Final = re.compile(r"\b[A-ZĐ]{2,5}\b")
_LABELS: Final = frozenset({"lead", "support", "due", "result"})
"""The columns that labelled lines of prose make."""
_MEANT: Final = 0.5
"""How sure a clause must be meant to be said to leave blank who does something or when."""
_WEIGHED: Final = 200
_LABELLED: Final = 0.45
"""What it counts for a clause to open with the label of what is asked for: "Thời gian: …"."""
_HELD: Final = 0.9
"""The same for a clause to tell who holds the office asked for."""
_LOOKED_AT: Final = 40
_AIMING: Final = sound("nhằm")
_PLAN: Final = frozenset(sound("kế hoạch").split())
"""Leads to what for, which a clause under a heading for aims says without it."""
_POINTED_LEAST: Final = 0.35
_POINTED_NEAR: Final = 0.15
"""A row named by its number is refused when more than two words cover less than this; plans this near are alike."""


class Lookup:
    """Answers fact questions over one library."""

    def __init__(self, library: Library, evidence: Evidence, thresholds: Thresholds, fit: Fitted) -> None:
        self._library = library
        self._ranker = Ranker(library, fit.ranking)
        self._limits = thresholds
        self._evidence = evidence
        self._fit = fit
        prose = (one for one in library.entries if one.kind == "task" and one.annex is None)
        self._labelled = {(one.plan, one.locator): one for one in prose}
        self._sorts = [sort_of(entry) for entry in library.entries]
        self._heads = np.array([is_head(entry) for entry in library.entries], bool)
        self._plans = np.array([entry.plan for entry in library.entries], dtype=np.intp)
        self._answering = lru_cache(maxsize=None)(self._that_answer)
        self._worded: tuple[Query, Mapping[str, float]] | None = None
        self._weighed: tuple[Query, tuple[Sequence[Scored], Mapping[int, float]]] | None = None

    def words(self, query: Query) -> Mapping[str, float]:
        """What the question is about, with weights: role words, numbering and bare question words left out."""
        last = self._worded
        if last is None or last[0] is not query:  # every step asks this of one question
            self._worded = last = query, self._words(query)
        return last[1]

    def _words(self, query: Query) -> dict[str, float]:
        kinds = {"number", "day"} if query.plans is None else {"number", "day", "place", "issuer", "level", "title"}
        rest = query.words.outside(one for one in query.mentions if one.kind in kinds)
        rest = rest.drop_matches(which_office()) if query.role in {"lead", "support"} else rest
        if query.role in ("due", "value") and "outside" not in query.flags:
            rest = without_bounds(rest)
        for phrases in phrases_asking(query.role, query.roles):
            rest = rest.drop(phrases)
        rest = rest.drop(where_asked(query.spoken))
        if not query.pointer.empty:
            rest = rest.drop_matches(SAID).drop_matches(_POINTED).drop(heard("filler.numbering"))
        path = {part.lower() for part in re.split(r"[/.]", query.pointer.prose or "") if part}
        rest = rest.drop_matches(FORBIDDEN).drop_matches(_THE_PLAN)  # `forbidding` sees that something is forbidden
        content = rest.drop_matches(_SORT_ASKED).drop(heard("filler.fact")).content()
        spelt, measuring = query.words.typed_forms(), measuring_words(query) | nouns_in_figures(query)
        content = {word: min(weight, WEAK) if word in measuring else weight for word, weight in content.items()}
        charge = charged(query)
        if charge is not None:  # "ai là người chịu trách nhiệm về …": the plan only names who does it
            content = {word: weight for word, weight in content.items() if word in charge.after} or content
        faint = {word for word in content if word in stop_heard() and spelt.get(word, "") not in self._library.printed}
        faint |= {_AIMING, *read_asked(query.words).kind}  # "giữ vai trò gì": the clause only says what it is
        return {
            word: min(weight, WEAK) if word in faint else weight for word, weight in content.items() if word not in path
        }

    def candidates(self, query: Query) -> Sequence[Scored]:
        """Ranked candidates of the kinds that can answer, within plan and numbering."""
        return self.weigh(query)[0]

    def weigh(self, query: Query, *, dense: bool | None = None) -> tuple[Sequence[Scored], Mapping[int, float]]:
        """Ranked candidates, and their nearness by entry order where the model was asked.

        It is asked when words leave doubt, unless ``dense`` says so or forbids it.
        """
        if dense is not None:
            return self._weigh(query, dense=dense)
        last = self._weighed
        if last is None or last[0] is not query:  # a row called by its name is weighed, then held against its rivals
            self._weighed = last = query, self._weigh(query, dense=None)
        return last[1]

    def _weigh(self, query: Query, *, dense: bool | None) -> tuple[Sequence[Scored], Mapping[int, float]]:
        ranked = self._by_words(query)
        if dense is None:
            first = self._first_agreeing(query, ranked)
            dense = first is None or self.confidence(query, ranked, first, {}) < self._limits.sure
        nearness = standard(self._evidence.dense(query.text)) if dense and ranked else {}
        if not nearness:
            return ranked, {}
        weight = self._fit.ranking.dense
        added = [replace(one, score=one.score + weight * nearness.get(one.entry.order, 0.0)) for one in ranked]
        return best_first(added), nearness

    def fit(self, query: Query) -> float:
        """How much of the question its best candidate covers, by words alone; 0 where it would be refused."""
        ranked = self._by_words(query)
        answers = ranked and self.confidence(query, ranked, ranked[0], {}) >= self._limits.answer
        return ranked[0].coverage if answers else 0.0

    def _by_words(self, query: Query) -> Sequence[Scored]:
        words = self.words(query)
        spelt, short = query.words.typed_forms(), self._undefined(query, words)
        lexical = self._evidence.lexical(query.text)
        other, labels, office = synonyms(query.words), labels_asked(query), asks_holder(query)

        def extra(entries: Sequence[Entry]) -> Sequence[float]:
            if query.asked_head:  # rows of one sort differ by who leads them
                added = [by_sort(query, entry, self._fit.ranking) for entry in entries]
            else:
                sorts = {self._sorts[entry.order]: entry for entry in entries}
                by_sorts = {sort: by_sort(query, entry, self._fit.ranking) for sort, entry in sorts.items()}
                added = [by_sorts[self._sorts[entry.order]] for entry in entries]
            if office is not None:
                held = (one.kind == "clause" and holder(office, one.text) for one in entries)
                return [one + _HELD * bool(tells) for one, tells in zip(added, held, strict=True)]
            if not labels:
                return added
            labelled = (_LABELLED * labelled_by(entry, labels) for entry in entries)
            return [one + other for one, other in zip(added, labelled, strict=True)]

        among = self._among(query)
        return self._ranker.rank(
            words, among=among, lexical=lexical, typed=spelt, short=short, synonyms=other, extra=extra, most=_WEIGHED
        )

    def _among(self, query: Query) -> Bools:
        """For each entry whether it is of a kind that can answer, within plan and numbering."""
        among = self._answering(query.role)
        if not speaks_of_documents(query):
            among = among & ~self._heads
        if query.plans is not None:
            covered = np.zeros(len(self._library.plans), bool)
            covered[list(query.plans)] = True
            among = among & covered[self._plans]
        if query.pointer == Pointer():
            return among
        entries = self._library.entries
        placed = [order for order in np.flatnonzero(among).tolist() if in_place(query, entries[order])]
        among = np.zeros(len(entries), bool)
        among[placed] = True
        return among

    def _that_answer(self, role: str) -> Bools:
        """For each entry whether it can say something of a column."""
        kinds, entries = _KINDS[role], self._library.entries
        return np.array([entry.kind in kinds and can_answer(role, entry) for entry in entries], bool)

    def _first_agreeing(self, query: Query, ranked: Sequence[Scored]) -> Scored | None:
        return next((one for one in ranked[:_LOOKED_AT] if not disagreement(self._library, query, one)), None)

    def confidence(self, query: Query, ranked: Sequence[Scored], one: Scored, nearness: Mapping[int, float]) -> float:
        """How likely ``one`` of ``ranked`` is what the question is about."""
        near = nearness.get(one.entry.order, 0.0) if nearness else None
        found = signals(
            self._library,
            self.words(query),
            ranked,
            one,
            spoken=query.spoken,
            tells=may_tell(query, self._library, one.entry),
            near=near,
        )
        return probability(found, self._fit.words if near is None else self._fit.dense)

    def _undefined(self, query: Query, words: Mapping[str, float]) -> frozenset[str]:
        """Abbreviations in capitals that neither a plan nor the lists of this project write out, as sound forms."""
        capitals = [] if query.typed.isupper() else _CAPITALS.findall(query.typed)
        return frozenset(word for word in map(sound, capitals) if word in words and word not in self._library.weights)

    def answer(self, query: Query) -> Answer:
        """The answer to a fact question, refused or told apart where it must be."""
        ranked, nearness = self.weigh(query)
        if ranked and (query.pointer.ordinal or query.pointer.prose):
            rows = [one for one in ranked if one.entry.kind == "task"] if query.role else []
            return self._pointed(query, rows or ranked)
        fitting = [one for one in ranked[:_LOOKED_AT] if not disagreement(self._library, query, one)]
        fitting = reaching(query, denying(query, self._library, without_closing(query, self._library, fitting)))
        fitting = forbidding(query, giving_cause(query, self._library, fitting))
        if not fitting:
            return not_found(query, self._library, ranked)
        fitting = called_outright(query, self._library, part_meant(query, fitting, self.words(query)))
        fitting = self._of_the_sort_asked(query, fitting)
        if (whole := self._of_the_plan(query, ranked)) is not None:
            return compose(query, self._library, whole)
        ranked = without_days(query, self._library, ranked, fitting[0])
        sure = self.confidence(query, rivals_of(query, self._library, ranked, fitting[0]), fitting[0], nearness)
        first, words = fitting[0].entry, self.words(query)
        amiss = sure < self._limits.answer or misses_asked(query, self._library, first)
        amiss = amiss or is_scattered(query, self._library, first, words=words, sure=sure)
        if amiss or is_of_another(query, self._library, first, words=words, sure=sure):
            return replace(not_found(query, self._library, ranked), confidence=sure)
        if gives_no_cause(query, self._library, first):
            return replace(not_found(query, self._library), confidence=sure)
        if leaves_open(query, self._library, first):
            return named_beside(query, self._library, first) or self._untold(query, ranked, fitting[0], sure)
        beside = beside_own_plan(query, self._library, fitting, self._rivals(query, fitting), words=words)
        if len(beside) > 1:
            return replace(ambiguous(query, self._library, [one.entry for one in beside]), confidence=sure)
        told = cause_beside(query, self._library, beside[0])
        return replace(compose(query, self._library, told), confidence=sure)

    def _of_the_sort_asked(self, query: Query, fitting: list[Scored]) -> list[Scored]:
        """The candidates from the first one on, close to the best, whose value is of the sort asked for.

        A clause that tells no unit, day or figure does not answer who, when or how much; a row led by another sort of
        office does not answer which "phòng". All of them where none does, or where a unit or day is only guessed to be asked.
        """
        filled = [one for one in fitting if has_column(query, self._library, one.entry)]
        if len(filled) < len(fitting) and filled and fitting[0] is not filled[0]:
            fitting = filled
        elif not query.roles and query.role != "value" and not charged(query):
            return fitting
        fitting = of_whole(query, counting(query, self._library, with_helpers(query, fitting)))
        near = [one for one in fitting[:FITTING] if one.score >= fitting[0].score - NEAR_SCORE]
        if query.role == "due" and (asks_both_ends(query) or asks_stretch(query)):
            least = 0.0 if asks_both_ends(query) else fitting[0].coverage - shortfall(query)
            stretch = (
                n
                for n, one in enumerate(near)
                if one.coverage >= least and tells_stretch(query, self._library, one.entry)
            )
            fitting = fitting[next(stretch, 0) :]
            near = [one for one in near if one in fitting]
        for place, one in enumerate(near):
            if tells(query, self._library, one.entry):
                return fitting[place:]
            if (over := self._labelled_over(query, one.entry)) is not None:
                return [replace(one, entry=over), *fitting[place + 1 :]]
        return fitting

    def _labelled_over(self, query: Query, entry: Entry) -> Entry | None:
        """The row that the labels of a clause's section make, where it tells what the clause does not.

        "a) Nhiệm vụ: …" says what is to be done, "b) Cơ quan thực hiện: …" beside it who does it.
        """
        if entry.kind != "clause" or query.role not in _LABELS:
            return None
        rows = (self._labelled.get((entry.plan, place)) for place in chain(entry.locator))
        row = next((one for one in rows if one is not None), None)
        made_of_it = row is not None and any(one.overlaps(other) for one in row.spans for other in entry.spans)
        return row if made_of_it and row is not None and values_of(query, self._library, row)[0] else None

    def _of_the_plan(self, query: Query, ranked: Sequence[Scored]) -> Scored | None:
        """The one clause labelled with its time, where nothing but when the one plan meant is carried out is asked."""
        if query.role != "due" or query.actors or query.period:
            return None
        words = {word for word, weight in self.words(query).items() if weight >= 1.0} - _PLAN
        plans = range(len(self._library.plans)) if query.plans is None else query.plans
        meant = [plan for plan in plans if words <= self._library.profiles[plan].own_words]
        if len(meant) != 1 or (query.plans is not None and len(query.plans) > 1):
            return None
        labels = labels_asked(query)
        own = (one for one in self._library.entries if one.plan == meant[0] and is_labelled(one, labels))
        labelled = [one for one in own if tells(query, self._library, one)]
        if len(labelled) != 1:
            return None
        return next((one for one in ranked if one.entry is labelled[0]), Scored(labelled[0], 1.0, 1.0, 1.0))

    def _untold(self, query: Query, ranked: Sequence[Scored], one: Scored, sure: float) -> Answer:
        """A clause that is meant for sure and does not say who or when leaves it blank; another tells nothing."""
        found = blank(query, self._library, one.entry) if sure >= _MEANT else not_found(query, self._library, ranked)
        return replace(found, confidence=sure)

    def _pointed(self, query: Query, ranked: Sequence[Scored]) -> Answer:
        """Rows named by their number: the words only choose between plans."""
        fitting = [one for one in ranked if not disagreement(self._library, query, replace(one, missing=()))]
        if not fitting:
            return not_found(query, self._library, ranked)
        if words := self.words(query):
            best = max(one.coverage for one in fitting)
            fitting = [one for one in fitting if one.coverage >= best - _POINTED_NEAR]
            telling = (one for one, weight in words.items() if weight >= 1.0 and one not in query.pointer.numerals)
            strange = [one for one in telling if not self._of_plan(one, fitting)]
            if best < _POINTED_LEAST and len(strange) > 2:
                return not_found(query, self._library, ranked)
        plans = {one.entry.plan for one in fitting}
        if query.pointer.prose and len(plans) == 1:
            one = max(fitting, key=lambda one: one.score)
            return compose(query, self._library, replace(one, entry=whole_cell(self._library, one.entry, query.role)))
        if len({values_of(query, self._library, one.entry)[0] for one in fitting}) == 1:
            return compose(query, self._library, fitting[0])
        entries = [one.entry for one in fitting]
        return ambiguous(query, self._library, sorted(entries, key=lambda e: e.order) if len(plans) > 1 else entries)

    def _of_plan(self, word: str, fitting: Sequence[Scored]) -> bool:
        """Whether the word only describes the plan that the place stands in."""
        return all(word in self._library.profiles[one.entry.plan].words for one in fitting)

    def _rivals(self, query: Query, fitting: Sequence[Scored]) -> list[Scored]:
        """The best of each plan, where several plans fit about as well and say different things."""
        best = fitting[0]
        if best.entry.kind == "clause":
            return same_said(query, self._library, fitting[:FITTING]) or [best]
        alike = [one for one in fitting if one.entry.kind == best.entry.kind or query.role == "value"]
        firsts = one_of_each(alike, lambda one: self._is_rival(query, one, best))
        rows = [one for one in firsts if one.entry.kind != "clause"]
        if query.role in {"value", "note"}:  # a task without a figure states no aim, a blank note says nothing
            rows = [one for one in rows if one.entry.kind != "task" or values_of(query, self._library, one.entry)[0]]
        close = [one for one in rows if self._is_rival(query, one, best)]
        counted = of_counted_noun(query, self._library, close)
        said = {tuple(map(sound, values_of(query, self._library, one.entry)[0])) for one in counted or close}
        return with_short(query, self._library, rows, counted or close) if len(said) > 1 else counted or [best]

    def _is_rival(self, query: Query, one: Scored, best: Scored) -> bool:
        """Whether a row of another plan fits the question about as well as the best one."""
        scores = one.score >= self._limits.rival_score * best.score and one.base >= self._limits.rival_base * best.base
        if scores and one.coverage >= best.coverage - self._limits.rival:
            return True
        return is_alike(query, self._library, one, best, words=self.words(query))
