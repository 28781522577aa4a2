"""What a run of the judge yields: outcomes, one for each question, and tallies over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Protocol, runtime_checkable

from eval.cases import Case
from eval.metrics import REFUSED, Judgment, bootstrap, percentile, share
from rag.answer import Answer


class PlanText(Protocol):
    """As much of a plan as checking a quote needs."""

    @property
    def file(self) -> str:
        """The plan's file name."""

    @property
    def text(self) -> str:
        """The plan's canonical text."""


class ServiceLike(Protocol):
    """What the judge asks of a service."""

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """Answer ``question``; ``previous`` is the answer that a follow-up goes on from."""

    def plans(self) -> Iterable[PlanText]:
        """The plans that are loaded."""


@runtime_checkable
class Ranking(Protocol):
    """A service that also shows its search: places as ``file#locator``, best first."""

    def rank(self, question: str) -> list[str]:
        """Places for ``question``, best first."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question asked and judged; ``ranked`` is None where the search is not judged."""

    case: Case
    answer: Answer
    judgment: Judgment
    latency_ms: float
    ranked: tuple[str, ...] | None = None

    @property
    def right(self) -> bool:
        """Whether the answer is fully right."""
        return self.judgment.fully_right

    @property
    def refused(self) -> bool:
        """Whether the service said that the plans do not hold it."""
        return self.answer.status in REFUSED

    @property
    def confidence(self) -> float | None:
        """How sure the service was to have found the place; None where it queried facts."""
        return self.answer.confidence


@dataclass(frozen=True, slots=True)
class Tally:
    """Shares over some outcomes, 0 to 1; None where a measure applies to none of them."""

    name: str
    n: int
    fully: float | None
    status: float | None
    values: float | None
    items: float | None
    locator: float | None

    @classmethod
    def of(cls, name: str, outcomes: Sequence[Outcome]) -> Tally:
        """Count ``outcomes`` under ``name``."""
        judged = [outcome.judgment for outcome in outcomes]
        return cls(
            name=name,
            n=len(judged),
            fully=share(one.fully_right for one in judged),
            status=share(one.status for one in judged),
            values=share(one.values for one in judged),
            items=share(one.items for one in judged),
            locator=share(one.locator for one in judged),
        )


@dataclass(frozen=True, slots=True)
class Refusals:
    """Unanswerable questions refused, answerable ones refused, each as (how many, of how many)."""

    right: tuple[int, int]
    wrong: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Report:
    """All outcomes of a run, in the order asked, and how many questions could not be asked."""

    outcomes: tuple[Outcome, ...]
    skipped: int = 0

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Report:
        """Join the reports of several sets of plans."""
        parts = list(reports)
        joined = chain.from_iterable(part.outcomes for part in parts)
        return cls(tuple(joined), sum(part.skipped for part in parts))

    @property
    def total(self) -> Tally:
        """The tally over everything."""
        return Tally.of("all", self.outcomes)

    @property
    def interval(self) -> tuple[float, float]:
        """95 % bootstrap interval of the share fully right."""
        return bootstrap([outcome.right for outcome in self.outcomes])

    def by(self, key: Callable[[Case], str]) -> tuple[Tally, ...]:
        """One tally for each value of ``key``, the values in alphabetical order."""
        groups: dict[str, list[Outcome]] = {}
        for outcome in self.outcomes:
            groups.setdefault(key(outcome.case), []).append(outcome)
        return tuple(Tally.of(name, groups[name]) for name in sorted(groups))

    @property
    def refusals(self) -> Refusals:
        """How well the service knows what the plans do not hold."""
        refused = {flag: [0, 0] for flag in (True, False)}
        for outcome in self.outcomes:
            count = refused[outcome.case.answerable]
            count[0] += outcome.refused
            count[1] += 1
        return Refusals((refused[False][0], refused[False][1]), (refused[True][0], refused[True][1]))

    def share(self, measure: Callable[[Judgment], bool | None]) -> float | None:
        """The share that passes ``measure``, among the outcomes it applies to."""
        return share(measure(outcome.judgment) for outcome in self.outcomes)

    @property
    def latencies(self) -> tuple[float, ...]:
        """Milliseconds from question in to answer out, measured from outside."""
        return tuple(outcome.latency_ms for outcome in self.outcomes)

    def latency(self, percent: float) -> float:
        """The given percentile of the latencies, in milliseconds."""
        return percentile(self.latencies, percent)

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """Every outcome that is not fully right, the gravest first, then in the order asked."""
        return tuple(sorted((one for one in self.outcomes if not one.right), key=gravity))

    @property
    def wrong_parts(self) -> Counter[str]:
        """How often each measure failed."""
        return Counter(part for one in self.outcomes for part in one.judgment.wrong)


def gravity(outcome: Outcome) -> int:
    """How much harm a wrong answer does, 0 the most.

    Something made up, then a wrong value, a wrong set of rows, a needless refusal, a citation.
    """
    judgment = outcome.judgment
    ladder = (
        not outcome.case.answerable and not outcome.refused,
        judgment.values is False and not outcome.refused,
        judgment.items is False and not outcome.refused,
        not judgment.status,
    )
    return next((place for place, true in enumerate(ladder) if true), len(ladder))
