"""What the fit learns from: every question that is answered by looking a row or clause up, with its candidates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final

import numpy as np

from eval.cases import Case
from eval.fitting import Floats
from eval.metrics import ALTERNATIVE
from eval.nearmisses import near_miss
from rag.answer import Status
from rag.choosing.agree import disagreement
from rag.choosing.besttold import FITTING, NEAR_SCORE
from rag.choosing.confidence import signals
from rag.choosing.telling import may_tell, tells
from rag.language.words import sound
from rag.query.question import Query, understand
from rag.ranking.fitted import Weights
from rag.ranking.rank import Scored
from rag.ranking.sorts import by_sort
from rag.service import Service

NAMES: Final = tuple(field.name for field in fields(Weights))
_ZERO: Final = Weights(**dict.fromkeys(NAMES, 0.0))
_UNITS: Final = tuple(replace(_ZERO, **{name: 1.0}) for name in NAMES)
_LOOKED_AT: Final = 60
_SETTLED: Final = frozenset({Status.ANSWERED, Status.NOT_STATED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate: its row of ranking signals in the order of ``NAMES``, whether it is right, agrees and tells such a value."""

    scored: Scored
    row: Floats
    place: str
    right: bool
    agrees: bool
    tells: bool
    may_tell: bool
    near: float | None


@dataclass(frozen=True, slots=True)
class Example:
    """One question with its candidates; ``group`` is the plan it is about, left out together in the cross-check.

    ``made`` says that it is a near miss made of an answered question (`eval.nearmisses`); ``spoken`` is its sound form.
    """

    case: Case
    group: str
    service: Service
    words: Mapping[str, float]
    candidates: tuple[Candidate, ...]
    spoken: str
    made: bool = False

    @property
    def ranks(self) -> bool:
        """Whether one of the candidates is the right one."""
        return self.case.status in _SETTLED and any(one.right for one in self.candidates)

    @property
    def embedded(self) -> bool:
        """Whether the model was asked; an entry that no chunk holds has the lowest cosine then."""
        return any(one.near is not None for one in self.candidates)

    def signals(
        self, weights: Floats, *, dense: bool, without_right: bool = False
    ) -> tuple[dict[str, float], bool] | None:
        """The confidence signals of the candidate that would answer, and whether it is right; None where none agrees.

        ``without_right`` takes the right candidates away first, and those of their names: then nothing is right.
        """
        kept = self._without_right() if without_right else self.candidates
        known = weights if dense else np.where(np.array(NAMES) == "dense", 0.0, weights)
        rescored = [(replace(one.scored, score=float(one.row @ known)), one) for one in kept]
        rescored.sort(key=lambda pair: (-pair[0].score, pair[0].entry.order))
        ranked = [scored for scored, _ in rescored]
        agreeing = [pair for pair in rescored if pair[1].agrees]
        if not agreeing:
            return None
        scored, one = next(filter(lambda pair: pair[1].tells, _near(agreeing)), agreeing[0])
        near = (one.near or 0.0) if dense else None
        library = self.service.engine.library
        told = one.may_tell
        found = signals(library, self.words, ranked, scored, spoken=self.spoken, tells=told, near=near)
        return found, one.right and not without_right

    def _without_right(self) -> list[Candidate]:
        names = {one.scored.entry.name for one in self.candidates if one.right}
        rights = [one.place for one in self.candidates if one.right]
        return [
            one
            for one in self.candidates
            if one.scored.entry.name not in names
            and not any(one.place.startswith(f"{right}/") or right.startswith(f"{one.place}/") for right in rights)
        ]


def _near(agreeing: Sequence[tuple[Scored, Candidate]]) -> Sequence[tuple[Scored, Candidate]]:
    """Those among which the one that tells a value of the sort asked for is taken, as `rag.lookup` does."""
    least = agreeing[0][0].score - NEAR_SCORE
    return [pair for pair in agreeing[:FITTING] if pair[0].score >= least]


def examples(service: Service, cases: Sequence[Case], today: date) -> Iterator[Example]:
    """The questions of ``cases`` that a looked-up row or clause answers, or does not, and near misses made of the answered.

    Follow-ups are left out.
    """
    for number, case in enumerate(cases):
        group = case.plan or next(iter(sorted(case.files)), f"{number % 4}")
        found = None if case.prev else _example(service, case, group, today)
        if found is None:
            continue
        yield found
        right = next((one.scored.entry for one in found.candidates if one.right), None)
        other = near_miss(service.engine.library, case, found.words, right) if right and found.ranks else None
        made = _example(service, other, group, today) if other else None
        if made is not None:
            yield replace(made, made=True)


def _example(service: Service, case: Case, group: str, today: date) -> Example | None:
    """The question with its candidates; None where none is looked up or it names its row by a number."""
    day = case.today or today
    if service.ask(case.typed, today=day).confidence is None:
        return None
    query = understand(case.typed, service.engine.library, day)
    if query.pointer.ordinal or query.pointer.prose:
        return None
    found = _telling(case, tuple(_candidates(service, query, case)))
    words = service.engine.lookup.words(query)
    return Example(case, group, service, words, found, query.spoken) if found else None


def _candidates(service: Service, query: Query, case: Case) -> Iterator[Candidate]:
    library, lookup = service.engine.library, service.engine.lookup
    ranked, nearness = lookup.weigh(query, dense=True)
    most = max((one.lexical for one in ranked), default=0.0) or 1.0
    for one in ranked[:_LOOKED_AT]:
        near = nearness.get(one.entry.order, 0.0) if nearness else None
        place = f"{library.plans[one.entry.plan].file}#{one.entry.locator}"
        yield Candidate(
            scored=one,
            row=_row(query, one, one.lexical / most, near or 0.0),
            place=place,
            right=_is_cited(case, place),
            agrees=not disagreement(library, query, one),
            tells=tells(query, library, one.entry),
            may_tell=may_tell(query, library, one.entry),
            near=near,
        )


def _is_cited(case: Case, place: str) -> bool:
    """Whether the place is one of the case's, or one of several tasks that a section of the case's tells."""
    return place in case.cites or place in (case.items or ()) or place.rpartition("-")[0] in case.cites


def _telling(case: Case, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, of those at a right place only the ones that hold a value right where any does.

    A section is cited as a whole; its other paragraphs are no answer.
    """
    values = [f" {sound(form)} " for value in case.values for form in value.split(ALTERNATIVE)]
    holding = {
        number
        for number, one in enumerate(found)
        if one.right and any(value in f" {sound(one.scored.entry.text)} " for value in values)
    }
    if not holding:
        return found
    return tuple(replace(one, right=number in holding) for number, one in enumerate(found))


def _row(query: Query, one: Scored, lexical: float, dense: float) -> Floats:
    """What each ranking weight multiplies, in the order of ``NAMES``."""
    own = {
        "coverage": one.coverage,
        "pair": 2 * one.base - one.coverage,
        "title": one.title,
        "own": one.own,
        "lexical": lexical,
        "dense": dense,
    }
    return np.array([own.get(name, by_sort(query, one.entry, unit)) for name, unit in zip(NAMES, _UNITS, strict=True)])
