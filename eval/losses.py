"""What each way of typing costs: the same questions, retyped, asked again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.cases import Case, Style
from eval.mutate import Way, mutate
from eval.outcome import Outcome, Report


@dataclass(frozen=True, slots=True)
class Loss:
    """Over the ``n`` questions that the way changes: how many were right before and after.

    ``lost`` names the questions that were right as written and wrong as retyped.
    """

    way: Way
    n: int
    before: int
    after: int
    lost: tuple[str, ...] = ()

    @property
    def change(self) -> float:
        """Difference of the shares right, negative when retyping costs."""
        return (self.after - self.before) / self.n if self.n else 0.0


def retyped(cases: Iterable[Case], way: Way, *, seed: int = 0) -> tuple[Case, ...]:
    """The cases that ``way`` changes, retyped; the rest are left out."""
    typed = ((case, mutate(case.typed, way, seed=seed)) for case in cases)
    return tuple(
        case.model_copy(update={"q": question, "style": Style(way.value)})
        for case, question in typed
        if question != case.typed
    )


def loss(way: Way, before: Sequence[Outcome], after: Report) -> Loss:
    """Set the retyped questions beside themselves as written."""
    was = {one.case.id: one.right for one in before}
    return Loss(
        way=way,
        n=len(after.outcomes),
        before=sum(was[one.case.id] for one in after.outcomes),
        after=sum(one.right for one in after.outcomes),
        lost=tuple(one.case.id for one in after.outcomes if was[one.case.id] and not one.right),
    )


def total(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """Losses of several sets of plans added up, one for each way."""
    found = list(losses)
    return tuple(_sum(way, [one for one in found if one.way is way]) for way in Way)


def _sum(way: Way, parts: Sequence[Loss]) -> Loss:
    return Loss(
        way=way,
        n=sum(one.n for one in parts),
        before=sum(one.before for one in parts),
        after=sum(one.after for one in parts),
        lost=tuple(name for one in parts for name in one.lost),
    )
