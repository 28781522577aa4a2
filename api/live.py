"""A service that follows its library: what is ingested while it runs is answered from then on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from threading import Lock

from index.snapshot import Snapshot
from index.store import Store
from ingest.plan import Plan
from rag.answer import Answer
from rag.brief import Brief
from rag.deadlines import Deadline
from rag.search import Hit
from rag.service import Service
from rag.unitlist import UnitSummary


class LiveService:
    """Answers over the newest state of ``store``; each answer is over one state, whole."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._snapshot, self._service = _taken(store)

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """See ``Service.ask``."""
        return self._newest().ask(question, today=today, previous=previous)

    def explain(self, question: str, *, today: date) -> str:
        """See ``Service.explain``."""
        return self._newest().explain(question, today=today)

    def brief(self, unit: str, *, today: date, since: date | None = None, until: date | None = None) -> Brief:
        """See ``Service.brief``."""
        return self._newest().brief(unit, today=today, since=since, until=until)

    def units(self) -> tuple[UnitSummary, ...]:
        """See ``Service.units``."""
        return self._newest().units()

    def deadlines(
        self, since: date, until: date, *, unit: str | None = None, files: Collection[str] | None = None
    ) -> tuple[Deadline, ...]:
        """See ``Service.deadlines``."""
        return self._newest().deadlines(since, until, unit=unit, files=files)

    def search(self, words: str) -> tuple[Hit, ...]:
        """See ``Service.search``."""
        return self._newest().search(words)

    def state(self) -> str:
        """See ``Service.state``."""
        return self._newest().state()

    def plans(self) -> tuple[Plan, ...]:
        """The plans that the library holds now."""
        return self._newest().plans()

    def plan(self, file: str) -> Plan | None:
        """The plan read from ``file``, or None."""
        return self._newest().plan(file)

    def _newest(self) -> Service:
        """The service over the present state; whoever comes while it is built waits for it.

        Raises: StoreError, ModelMismatch, when the library can no longer be read.
        """
        if self._store.stale(self._snapshot):
            with self._lock:
                if self._store.stale(self._snapshot):
                    self._snapshot, self._service = _taken(self._store)
        return self._service


def _taken(store: Store) -> tuple[Snapshot, Service]:
    snapshot = store.snapshot()
    return snapshot, Service(snapshot)
