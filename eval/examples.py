"""What the fit learns from: every question that is answered by looking a row or clause up, with its candidates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final

import numpy as np

from eval.cases import Case
from eval.fitting import Floats
from rag.agree import disagreement
from rag.answer import Status
from rag.confidence import signals
from rag.fitted import Weights
from rag.question import Query, understand
from rag.rank import Scored
from rag.service import Service
from rag.sorts import by_sort

NAMES: Final = tuple(field.name for field in fields(Weights))
_ZERO: Final = Weights(**dict.fromkeys(NAMES, 0.0))
_UNITS: Final = tuple(replace(_ZERO, **{name: 1.0}) for name in NAMES)
_LOOKED_AT: Final = 60
_SETTLED: Final = frozenset({Status.ANSWERED, Status.NOT_STATED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate: its row of ranking signals in the order of ``NAMES``, and whether it is right and agrees."""

    scored: Scored
    row: Floats
    place: str
    right: bool
    agrees: bool
    near: float | None


@dataclass(frozen=True, slots=True)
class Example:
    """One question with its candidates; ``group`` is the plan it is about, left out together in the cross-check."""

    case: Case
    group: str
    service: Service
    words: Mapping[str, float]
    candidates: tuple[Candidate, ...]

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
        """The confidence signals of the first candidate that agrees, and whether it is right; None where none agrees.

        ``without_right`` takes the right candidates away first, and those of their names: then nothing is right.
        """
        kept = self._without_right() if without_right else self.candidates
        rescored = [(replace(one.scored, score=float(one.row @ weights)), one) for one in kept]
        rescored.sort(key=lambda pair: (-pair[0].score, pair[0].entry.order))
        ranked = [scored for scored, _ in rescored]
        for scored, one in rescored:
            if one.agrees:
                near = (one.near or 0.0) if dense else None
                found = signals(self.service.engine.library, self.words, ranked, scored, near=near)
                return found, one.right and not without_right
        return None

    def _without_right(self) -> list[Candidate]:
        names = {one.scored.entry.name for one in self.candidates if one.right}
        rights = [one.place for one in self.candidates if one.right]
        return [
            one
            for one in self.candidates
            if one.scored.entry.name not in names
            and not any(one.place.startswith(f"{right}/") or right.startswith(f"{one.place}/") for right in rights)
        ]


def examples(service: Service, cases: Sequence[Case], today: date) -> Iterator[Example]:
    """The questions of ``cases`` that a looked-up row or clause answers, or does not; follow-ups are left out."""
    library = service.engine.library
    for number, case in enumerate(cases):
        day = case.today or today
        if case.prev or service.ask(case.typed, today=day).confidence is None:
            continue
        query = understand(case.typed, library, day)
        if query.pointer.ordinal or query.pointer.prose:
            continue
        found = tuple(_candidates(service, query, case))
        if found:
            group = case.plan or next(iter(sorted(case.files)), f"{number % 4}")
            yield Example(case, group, service, service.engine.lookup.words(query), found)


def _candidates(service: Service, query: Query, case: Case) -> Iterator[Candidate]:
    library = service.engine.library
    ranked, nearness = service.engine.lookup.weigh(query, dense=True)
    most = max((one.lexical for one in ranked), default=0.0) or 1.0
    for one in ranked[:_LOOKED_AT]:
        near = nearness.get(one.entry.order, 0.0) if nearness else None
        place = f"{library.plans[one.entry.plan].file}#{one.entry.locator}"
        yield Candidate(
            scored=one,
            row=_row(query, one, one.lexical / most, near or 0.0),
            place=place,
            right=place in case.cites or place in (case.items or ()),
            agrees=not disagreement(library, query, one),
            near=near,
        )


def _row(query: Query, one: Scored, lexical: float, dense: float) -> Floats:
    """What each ranking weight multiplies, in the order of ``NAMES``."""
    own = {
        "coverage": one.coverage,
        "pair": 2 * one.base - one.coverage,
        "title": one.title,
        "lexical": lexical,
        "dense": dense,
    }
    return np.array([own.get(name, by_sort(query, one.entry, unit)) for name, unit in zip(NAMES, _UNITS, strict=True)])
