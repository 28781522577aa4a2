"""The one service that the command line and the HTTP app are skins over, as they see it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from api import wording
from ingest.errors import WrongUse
from ingest.plan import Plan
from rag.answer import Answer

if TYPE_CHECKING:  # the command line need not load what answers to know what a service is
    from index.store import Change, Progress, Report, Store
    from rag.listing.deadlines import Deadline
    from rag.listing.rowlist import Choice, ListedDuty, ListedTarget, ListedTask
    from rag.search import Hit
    from rag.understood import Condition
    from rag.units.brief import Brief
    from rag.units.unitlist import UnitSummary

DAYS = (date(1990, 1, 1), date(2099, 12, 31))
"""The first and last day that may stand for today or bound a period: no plan is of another century."""
VIETNAM = timezone(timedelta(hours=7))


def today_in_vietnam() -> date:
    """The day it is where the plans are carried out, whatever the machine's own zone."""
    return datetime.now(VIETNAM).date()


class Asked(Protocol):
    """Answers questions over the plans that are loaded; safe to call from several threads."""

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """Answer ``question``; ``today`` fixes what "hôm nay" and "tháng này" mean."""

    def explain(self, question: str, *, today: date) -> str:
        """How ``question`` is understood and what is weighed for it, in Vietnamese lines."""

    def brief(
        self,
        unit: str,
        *,
        today: date,
        since: date | None = None,
        until: date | None = None,
        files: Collection[str] | None = None,
    ) -> Brief:
        """All that the plans, or those of ``files``, give a unit to do; with a period what falls into it.

        Raises: UnknownUnit, WrongUse.
        """

    def warm(self) -> None:
        """Load what a first question would otherwise wait for."""

    def units(self) -> tuple[UnitSummary, ...]:
        """Every unit that the plans name, with how many rows it leads and supports."""

    def deadlines(
        self, since: date, until: date, *, unit: str | None = None, files: Collection[str] | None = None
    ) -> tuple[Deadline, ...]:
        """All that falls due in the period, by day. Raises: UnknownUnit, WrongUse."""

    def tasks(self, choice: Choice) -> tuple[ListedTask, ...]:
        """The tasks that meet every condition, in document order. Raises: UnknownUnit, WrongUse."""

    def targets(self, choice: Choice) -> tuple[ListedTarget, ...]:
        """The targets that meet every condition, in document order. Raises: UnknownUnit, WrongUse."""

    def duties(self, choice: Choice) -> tuple[ListedDuty, ...]:
        """The reporting duties that meet every condition, in document order. Raises: UnknownUnit, WrongUse."""

    def search(self, words: str) -> tuple[Hit, ...]:
        """The rows and clauses nearest to ``words``, best first."""

    def state(self) -> str:
        """A short name for all that is loaded: equal as long as every answer stays the same."""

    def conditions(self, question: str, *, today: date) -> tuple[Condition, ...]:
        """What ``question`` was understood to be about, each with the question as it reads without it."""

    def plans(self) -> tuple[Plan, ...]:
        """The plans that are loaded."""

    def held(self) -> tuple[Plan, ...]:
        """Those and the plans that others replace, which are read but not answered from."""

    def plan(self, file: str) -> Plan | None:
        """The plan read from ``file``, one replaced or an earlier content of a file too, or None."""


@runtime_checkable
class Library(Asked, Protocol):
    """A service whose plans come and go, and that also answers over some of them alone."""

    @property
    def store(self) -> Store:
        """Where the plans lie with all that is kept beside them: corrections, earlier versions."""

    def files(self) -> frozenset[str]:
        """The file names of the plans that the library holds now."""

    def over(self, files: Collection[str]) -> Asked:
        """The service over the plans of ``files`` alone, answering as if the library held no others."""

    def add(self, plans: Sequence[Plan], *, progress: Progress) -> Report:
        """Add or replace plans, all of them or none."""

    def delete(self, name: str) -> Change | None:
        """Take the plan of this file name out; None when there is none."""


def typed(question: str, limit: int) -> str:
    """The question as it may be asked: on one line, no stray surrogates, not blank, not endless.

    Raises: WrongUse, when nothing is left of it or it is longer than ``limit`` characters.
    """
    text = " ".join(question.encode("utf-8", "replace").decode().split())
    if not text:
        raise WrongUse(wording.QUESTION_EMPTY)
    if len(text) > limit:
        raise WrongUse(wording.QUESTION_TOO_LONG.format(limit=limit))
    return text
