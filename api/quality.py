"""How good the answers are, by the stored baseline: figures only, no question and no plan."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from eval.baseline import load_baseline
from eval.cases import load
from eval.sets import BASELINE, default_questions
from eval.wording import TYPES


@dataclass(frozen=True, slots=True)
class Figure:
    """Questions of one kind: how many were asked, how many were answered wholly right."""

    kind: str
    right: int
    asked: int

    @property
    def share(self) -> str:
        """``94,2 %``."""
        return f"{100 * self.right / self.asked:.1f} %".replace(".", ",") if self.asked else "–"


@dataclass(frozen=True, slots=True)
class Quality:
    """The whole baseline, then kind by kind, the most asked first; ``day`` is when it was stored."""

    total: Figure
    kinds: tuple[Figure, ...]
    day: str


@cache
def quality() -> Quality | None:
    """The figures of the baseline that comes with this version; None where there is none."""
    stored = load_baseline(BASELINE)
    if stored is None:
        return None
    verdicts = stored.verdicts
    tallies: dict[str, list[bool]] = defaultdict(list)
    for case in load(default_questions()):
        if case.id in verdicts:
            tallies[TYPES[case.type]].append(verdicts[case.id])
    kinds = (Figure(kind, sum(right), len(right)) for kind, right in tallies.items())
    day = datetime.fromtimestamp(BASELINE.stat().st_mtime, UTC)
    return Quality(
        Figure("", sum(verdicts.values()), len(verdicts)),
        tuple(sorted(kinds, key=lambda one: (-one.asked, one.kind))),
        f"{day:%d/%m/%Y}",
    )
