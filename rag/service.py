"""The one object that the command line, the HTTP app, the pages and the judge speak to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import islice
from threading import Lock
from time import perf_counter
from typing import Final

from index.records import to_json
from index.snapshot import Snapshot
from ingest.plan import Plan
from rag.answer import Answer
from rag.choosing.thresholds import Thresholds
from rag.citations import plan_name
from rag.corpus.library import Library, build_library
from rag.engine import Engine
from rag.listing.deadlines import Deadline, Wanted, deadlines
from rag.listing.rowlist import (
    Choice,
    ListedDuty,
    ListedTarget,
    ListedTask,
    listed_duties,
    listed_targets,
    listed_tasks,
)
from rag.query.question import understand
from rag.ranking.evidence import SnapshotEvidence
from rag.ranking.fitted import Fitted
from rag.reading.adjusted import adjusted
from rag.reading.mended import mended, mends_of
from rag.rows.facts import Facts
from rag.search import Hit, hits
from rag.turns import Turn
from rag.understood import Condition, conditions
from rag.units.brief import Brief, brief, period_of
from rag.units.unitlist import UnitSummary, unit_list

_RANKED: Final = 10
_WARMING: Final = ("kế hoạch", "ke hoach")
_WARMING_ASKS: Final = (
    "Đơn vị nào chủ trì {name}?",
    "Bao giờ phải hoàn thành {name} ở Lam Giang?",
    "ket qua cua {name} la gi",
    "{lead} phải làm gì?",
)
"""Asked of one task before anybody asks: among them a place that no plan names, and no accents."""
_REMEMBERED: Final = 512
"""Answers kept for each state of the library."""
_ANY_DAY: Final = date(2000, 1, 1)
"""The order of entries does not depend on the day."""


class Service:
    """Answers questions over one snapshot of the library; safe to call from several threads."""

    def __init__(self, snapshot: Snapshot, *, fit: Fitted | None = None, thresholds: Thresholds | None = None) -> None:
        """Everything derived from the plans is built here, once."""
        self._snapshot = snapshot
        self._library: Library = build_library(snapshot.plans)
        self._evidence = SnapshotEvidence(snapshot, self._library)
        self._facts = Facts(self._library)
        self._names = {plan.file: plan_name(plan) for plan in snapshot.plans}
        self._mends = mends_of(snapshot.plans)
        self._counting = Lock()
        self._units: tuple[UnitSummary, ...] | None = None
        self.engine = Engine(self._library, thresholds=thresholds, fit=fit, evidence=self._evidence)
        # Pages ask the question before again with every follow-up, and people before one meeting ask alike.
        self._answered = lru_cache(_REMEMBERED)(self._answer)

    def plans(self) -> tuple[Plan, ...]:
        """The plans that are loaded."""
        return self._snapshot.plans

    def plan(self, file: str) -> Plan | None:
        """The plan read from ``file``, one that another has replaced and what a file held before too, or None."""
        found = next((plan for plan in self.held() if plan.file == file), None)
        return found or self._snapshot.before(file)

    def held(self) -> tuple[Plan, ...]:
        """The plans that are loaded, those too that others replace and that are not answered from."""
        return (*self._snapshot.plans, *self._snapshot.earlier)

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """Answer one question; ``previous`` is the answer that a follow-up leans on."""
        started = perf_counter()
        answer = self._answered(question, today, previous and replace(previous, elapsed_ms=0.0))
        return replace(answer, question=question, elapsed_ms=(perf_counter() - started) * 1000)

    def _answer(self, question: str, today: date, previous: Answer | None) -> Answer:
        turn = Turn(previous.question, previous) if previous is not None else None
        answer = self.engine.answer(question, today, turn)
        return mended(adjusted(answer, self._snapshot.links, self._names), self._mends)

    def warm(self) -> None:
        """Load what the first questions would wait for: the model, what puts accents back, the index of words, lists."""
        for words in _WARMING:
            self._evidence.dense(words)
        tasks = (task for plan in self._snapshot.plans for task in plan.tasks if task.leads)
        for task in islice(tasks, 1):
            for form in _WARMING_ASKS:
                self.engine.answer(form.format(name=task.name.text, lead=task.leads[0]), _ANY_DAY)

    def brief(
        self,
        unit: str,
        *,
        today: date,
        since: date | None = None,
        until: date | None = None,
        files: Collection[str] | None = None,
    ) -> Brief:
        """All that the plans, or those of ``files``, give a unit to do, its name typed as in a question; with a period what falls into it.

        Raises: UnknownUnit; WrongUse when ``until`` comes before ``since``.
        """
        return brief(unit, self._library, self._facts, today=today, period=period_of(since, until), files=files)

    def units(self) -> tuple[UnitSummary, ...]:
        """Every unit that the plans name, counted once for each state of the library."""
        with self._counting:
            if self._units is None:
                self._units = unit_list(self._library, self._facts)
            return self._units

    def deadlines(
        self, since: date, until: date, *, unit: str | None = None, files: Collection[str] | None = None
    ) -> tuple[Deadline, ...]:
        """Every dated task and target and every date of a recurring report, by day; of a unit what its brief holds.

        Raises: UnknownUnit; WrongUse when ``until`` comes before ``since``.
        """
        wanted = Wanted(unit, None if files is None else frozenset(files))
        return deadlines(self._library, self._facts, since, until, wanted=wanted)

    def tasks(self, choice: Choice) -> tuple[ListedTask, ...]:
        """The tasks that meet every condition, in document order. Raises: UnknownUnit, WrongUse."""
        return listed_tasks(choice, self._library, self._facts)

    def targets(self, choice: Choice) -> tuple[ListedTarget, ...]:
        """The targets that meet every condition, in document order. Raises: UnknownUnit, WrongUse."""
        return listed_targets(choice, self._library, self._facts)

    def duties(self, choice: Choice) -> tuple[ListedDuty, ...]:
        """The reporting duties that meet every condition, in document order. Raises: UnknownUnit, WrongUse."""
        return listed_duties(choice, self._library, self._facts)

    def search(self, words: str) -> tuple[Hit, ...]:
        """The rows and clauses nearest to ``words``, best first."""
        return hits(self.engine.ranked(understand(words, self._library, _ANY_DAY)), self._library)

    def state(self) -> str:
        """A short name for all that is loaded: equal as long as every answer stays the same."""
        return self._state

    @cached_property
    def _state(self) -> str:
        """Made of the plans alone: the library's generation would tell of changes to plans that this service is not over."""
        held = sha256()
        for plan in self.held():
            held.update(to_json(plan).encode())
        held.update(to_json(self._snapshot.links).encode())
        return held.hexdigest()[:16]

    def conditions(self, question: str, *, today: date) -> tuple[Condition, ...]:
        """What the question was understood to be about, each with the question as it reads without it."""
        return conditions(question, self._library, today)

    def rank(self, question: str) -> list[str]:
        """Places of the ten best entries for a question ("file#locator"), for the judge's retrieval measures."""
        ranked = self.engine.ranked(understand(question, self._library, _ANY_DAY))
        places = (f"{self._library.plans[one.entry.plan].file}#{one.entry.locator}" for one in ranked)
        return list(dict.fromkeys(places))[:_RANKED]

    def explain(self, question: str, *, today: date) -> str:
        """How a question was understood, its five best candidates and the thresholds, in Vietnamese lines."""
        return self.engine.explain(question, today)
