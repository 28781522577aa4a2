"""Single facts: the row or clause that is meant, refused where nothing fits and told apart where several do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rag.agree import disagreement
from rag.answer import Answer
from rag.compose import ambiguous, compose, not_found
from rag.conditions import in_annex, in_group, under_path
from rag.entries import Entry
from rag.library import Library
from rag.phrases import heard
from rag.question import Query
from rag.rank import Ranker, Scored
from rag.values import values_of
from rag.words import sound

Extra = Callable[[Query, bool], Mapping[int, float]]
"""What an index adds to each entry's score, by entry order; the flag asks it for dense scores too."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What decides between answering, refusing and telling apart; shares of the question's weight unless said otherwise.

    Below ``coverage`` no row answers, below ``prose`` no clause, below the score ``base`` of its words neither: words
    that a text holds scattered say little. Above ``sure`` the embedding model is not asked. A row
    of another plan that covers within ``rival`` of the best, at ``rival_score`` of its score, makes a question
    ambiguous. ``report`` is the least fit of a reporting duty, ``document`` of a cited document, ``outside`` of an entry
    that holds a sum of money or an address.
    """

    coverage: float = 0.62
    prose: float = 0.66
    base: float = 0.40
    sure: float = 0.80
    rival: float = 0.06
    rival_score: float = 0.93
    report: float = 0.5
    document: float = 0.5
    outside: float = 0.48


_KINDS: Final = {
    "": frozenset({"clause", "task", "target"}),
    "lead": frozenset({"clause", "task", "target"}),
    "support": frozenset({"clause", "task", "target"}),
    "due": frozenset({"clause", "task", "target"}),
    "value": frozenset({"clause", "task", "target"}),
    "result": frozenset({"clause", "task"}),
    "note": frozenset({"task", "target"}),
    "unit": frozenset({"target"}),
}
"""The kinds of entry that can say something of a column."""
_ROLE_LISTS: Final[Mapping[str, tuple[str, ...]]] = {"": (), "support": ("column.support", "column.lead")}
_POINTED: Final = re.compile(
    r" (?:phu luc|nhom|nhiem vu|chi tieu|muc|dong|diem|stt|so thu tu|thu tu|bieu|danh muc)(?: so)?"
    r"(?: (?:[ivxlc]+|\d+)(?= )){1,4}"
)
_THE_PLAN: Final = re.compile(
    r" (?:(?:theo|chong|cua|o|tai) )?ce hoach(?: nam)? 20\d\d(?= )| (?:theo|chong|cua) ce hoach(?= )"
)
_CAPITALS: Final = re.compile(r"\b[A-ZĐ]{2,5}\b")
_HEAD_BONUS: Final = 0.06
_TARGET_BONUS: Final = 0.04
_CLAUSE_MALUS: Final = 0.10
_UNLIKELY_CLAUSE_MALUS: Final = 0.20
_EMPTY_MALUS: Final = 0.12
_FRAME_MALUS: Final = 0.15
"""Added to and taken from a score of about 1 by what sort of entry it is; they only decide between near equals."""
_FITTING: Final = 12
_NEAR_SCORE: Final = 0.12
"""Only the twelve best, no further than this from the first, are looked at."""
_POINTED_LEAST: Final = 0.35
_POINTED_NEAR: Final = 0.15
"""A row named by its number is refused when more than two words cover less than this; plans this near are alike."""


class Lookup:
    """Answers fact questions over one library."""

    def __init__(self, library: Library, ranker: Ranker, thresholds: Thresholds, extra: Extra | None) -> None:
        self._library = library
        self._ranker = ranker
        self._limits = thresholds
        self._extra = extra

    def words(self, query: Query) -> dict[str, float]:
        """What the question is about, with weights: role words, numbering and bare question words left out."""
        kinds = {"number"} if query.plans is None else {"number", "place", "issuer", "level", "title"}
        pointing = (n for one in query.mentions if one.kind in kinds for n in range(one.start, one.end))
        rest = query.words.without(pointing)
        for name in _ROLE_LISTS.get(query.role, (f"column.{query.role}",)):
            rest = rest.drop(heard(name))
        if not query.pointer.empty:
            rest = rest.drop_matches(_POINTED).drop(heard("filler.numbering"))
        path = {part.lower() for part in re.split(r"[/.]", query.pointer.prose or "") if part}
        content = rest.drop_matches(_THE_PLAN).drop(heard("filler.fact")).content()
        return {word: weight for word, weight in content.items() if word not in path}

    def candidates(self, query: Query) -> list[Scored]:
        """Ranked candidates of the kinds that can answer, within plan and numbering."""
        ranked = self._ranked(query, dense=False)
        if self._extra and (not ranked or ranked[0].coverage < self._limits.sure):
            ranked = self._ranked(query, dense=True)
        ranked = [one for one in ranked if _in_place(query, one.entry) and _can_answer(query, one.entry)]
        weighed = [replace(one, score=one.score + _bonus(query, one.entry)) for one in ranked]
        return sorted(weighed, key=lambda one: (-one.score, one.entry.order))

    def _ranked(self, query: Query, *, dense: bool) -> list[Scored]:
        extra = self._extra(query, dense) if self._extra else None
        words, kinds = self.words(query), _KINDS[query.role]
        spelt, short = query.words.typed_forms(), self._undefined(query, words)
        return self._ranker.rank(words, plans=query.plans, kinds=kinds, extra=extra, typed=spelt, short=short)

    def _undefined(self, query: Query, words: Mapping[str, float]) -> frozenset[str]:
        """Abbreviations in capitals that neither a plan nor the lists of this project write out, as sound forms."""
        capitals = [] if query.typed.isupper() else _CAPITALS.findall(query.typed)
        return frozenset(word for word in map(sound, capitals) if word in words and word not in self._library.weights)

    def answer(self, query: Query) -> Answer:
        """The answer to a fact question, refused or told apart where it must be."""
        ranked = self.candidates(query)
        if ranked and (query.pointer.ordinal or query.pointer.prose):
            rows = [one for one in ranked if one.entry.kind == "task"] if query.role else []
            return self._pointed(query, rows or ranked)
        least = ranked[0].score - _NEAR_SCORE if ranked else 0.0
        near = [one for one in ranked[:_FITTING] if self.enough(one) and one.score >= least]
        fitting = [one for one in near if not disagreement(self._library, query, one)]
        if not fitting:
            return not_found(query, self._library, ranked)
        headed = [one for one in fitting if query.role == "lead" and _led_by_head(query, one.entry)]
        rivals = self._rivals(query, headed or fitting)
        if len(rivals) > 1:
            return ambiguous(query, self._library, [one.entry for one in rivals])
        return compose(query, self._library, rivals[0])

    def enough(self, one: Scored) -> bool:
        """Whether the candidate covers enough of the question to answer it."""
        return one.base >= self._limits.base and one.coverage >= (
            self._limits.prose if one.entry.kind == "clause" else self._limits.coverage
        )

    def _pointed(self, query: Query, ranked: Sequence[Scored]) -> Answer:
        """Rows named by their number: the words only choose between plans."""
        fitting = [one for one in ranked if not disagreement(self._library, query, replace(one, missing=()))]
        if not fitting:
            return not_found(query, self._library, ranked)
        words = self.words(query)
        if words:
            best = max(one.coverage for one in fitting)
            fitting = [one for one in fitting if one.coverage >= best - _POINTED_NEAR]
            strange = [word for word in words if not self._of_plan(word, fitting)]
            if best < _POINTED_LEAST and len(strange) > 2:
                return not_found(query, self._library, ranked)
        plans = {one.entry.plan for one in fitting}
        if query.pointer.prose and len(plans) == 1:
            return compose(query, self._library, max(fitting, key=lambda one: one.score))
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
            return [best]
        firsts: dict[int, Scored] = {}
        for one in fitting:
            if one.entry.kind == best.entry.kind or query.role == "value":
                firsts.setdefault(one.entry.plan, one)
        close = [one for one in firsts.values() if one.entry.kind != "clause" and self._close(one, best)]
        said = {tuple(map(sound, values_of(query, self._library, one.entry)[0])) for one in close}
        return sorted(close, key=lambda one: one.entry.order) if len(said) > 1 else [best]

    def _close(self, one: Scored, best: Scored) -> bool:
        covers = one.coverage >= best.coverage - self._limits.rival
        return covers and one.base >= self._limits.rival_score * best.base


def _bonus(query: Query, entry: Entry) -> float:
    """Rows answer column questions, targets figure questions; a parent row without cells answers nothing."""
    bonus = _HEAD_BONUS if _led_by_head(query, entry) else 0.0
    if query.role and entry.kind == "clause":
        bonus -= _CLAUSE_MALUS if query.role in {"lead", "support", "due", "value"} else _UNLIKELY_CLAUSE_MALUS
    if entry.kind == "target":
        bonus += _HEAD_BONUS if query.role == "value" else 0.0
        bonus += _TARGET_BONUS if query.kind == "target" else 0.0
    if query.role and entry.kind != "clause" and not any(entry.field(name).text for name in ("lead", "due", "value")):
        bonus -= _EMPTY_MALUS
    if entry.locator in {"Nơi nhận", "Tiêu đề"} or entry.locator.endswith("/tiêu đề"):
        bonus -= _FRAME_MALUS
    return bonus


def _led_by_head(query: Query, entry: Entry) -> bool:
    """Whether, asked for a "phòng", the entry is led by one."""
    return bool(query.asked_head) and any(sound(unit).split()[:1] == [query.asked_head] for unit in entry.leads)


def _can_answer(query: Query, entry: Entry) -> bool:
    """A target stated in prose has a value and nothing else; its clause answers other questions."""
    return entry.target is None or entry.annex is not None or query.role in {"value", ""}


def _in_place(query: Query, entry: Entry) -> bool:
    """Whether the entry stands where the question points; a footnote stands in its annex."""
    pointer = query.pointer
    if pointer.ordinal is not None and entry.kind == "clause":
        return False
    if pointer.prose:
        return under_path(entry, pointer.prose)
    if pointer.annex is not None and not in_annex(entry, pointer.annex):
        annex = entry.locator.partition("/")[0]
        return entry.kind == "clause" and "chú thích" in entry.locator and annex.split()[-1:] == [pointer.annex]
    if pointer.group is not None and not in_group(entry, pointer.group):
        return False
    return pointer.ordinal is None or entry.locator.rpartition("/")[2].lstrip("0") == pointer.ordinal
