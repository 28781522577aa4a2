"""A service that follows its library: what is ingested while it runs is answered from then on.

Whoever may see only some plans is answered by a service built over those alone, so that no other plan
can show in a frequency, a count, a suggestion or a rank. Such services are kept under the contents of
their plans: a change to a plan that is not among them rebuilds nothing, hence shows in no time either.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Sequence
from datetime import date
from threading import Lock
from typing import Final

from index.catalogue import Entry
from index.snapshot import Snapshot
from index.store import Change, Progress, Report, Store
from ingest.plan import Plan
from rag.answer import Answer
from rag.listing.deadlines import Deadline
from rag.listing.rowlist import Choice, ListedDuty, ListedTarget, ListedTask
from rag.search import Hit
from rag.service import Service
from rag.understood import Condition
from rag.units.brief import Brief
from rag.units.unitlist import UnitSummary

KEPT: Final = 8
"""Services over some of the plans that are kept at once; each holds its plans and their search."""


class LiveService:
    """Answers over the newest state of ``store``; each answer is over one state, whole."""

    def __init__(self, store: Store, *, kept: int = KEPT) -> None:
        self._store = store
        self._lock = Lock()
        self._taken: tuple[Snapshot, Service] | None = None
        self._parts = _Parts(store, kept)

    @property
    def store(self) -> Store:
        """The library itself."""
        return self._store

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """See ``Service.ask``."""
        return self._newest().ask(question, today=today, previous=previous)

    def warm(self) -> None:
        """See ``Service.warm``."""
        self._newest().warm()

    def explain(self, question: str, *, today: date) -> str:
        """See ``Service.explain``."""
        return self._newest().explain(question, today=today)

    def brief(
        self,
        unit: str,
        *,
        today: date,
        since: date | None = None,
        until: date | None = None,
        files: Collection[str] | None = None,
    ) -> Brief:
        """See ``Service.brief``."""
        return self._newest().brief(unit, today=today, since=since, until=until, files=files)

    def units(self) -> tuple[UnitSummary, ...]:
        """See ``Service.units``."""
        return self._newest().units()

    def deadlines(
        self, since: date, until: date, *, unit: str | None = None, files: Collection[str] | None = None
    ) -> tuple[Deadline, ...]:
        """See ``Service.deadlines``."""
        return self._newest().deadlines(since, until, unit=unit, files=files)

    def tasks(self, choice: Choice) -> tuple[ListedTask, ...]:
        """See ``Service.tasks``."""
        return self._newest().tasks(choice)

    def targets(self, choice: Choice) -> tuple[ListedTarget, ...]:
        """See ``Service.targets``."""
        return self._newest().targets(choice)

    def duties(self, choice: Choice) -> tuple[ListedDuty, ...]:
        """See ``Service.duties``."""
        return self._newest().duties(choice)

    def search(self, words: str) -> tuple[Hit, ...]:
        """See ``Service.search``."""
        return self._newest().search(words)

    def state(self) -> str:
        """See ``Service.state``."""
        return self._newest().state()

    def conditions(self, question: str, *, today: date) -> tuple[Condition, ...]:
        """See ``Service.conditions``."""
        return self._newest().conditions(question, today=today)

    def plans(self) -> tuple[Plan, ...]:
        """The plans that the library holds now."""
        return self._newest().plans()

    def held(self) -> tuple[Plan, ...]:
        """See ``Service.held``."""
        return self._newest().held()

    def plan(self, file: str) -> Plan | None:
        """See ``Service.plan``."""
        return self._newest().plan(file)

    def files(self) -> frozenset[str]:
        """The file names of the plans that the library holds now."""
        return frozenset(entry.file for entry in self._store.catalogue.entries())

    def over(self, files: Collection[str]) -> Service:
        """The service over the plans of ``files`` alone, answering as if the library held no others.

        Raises: StoreError, ModelMismatch, when the library can no longer be read.
        """
        if self.files() <= frozenset(files):
            whole = self._newest()
            # A plan may have come meanwhile: what was built says itself what it holds.
            if all(plan.file in files for plan in whole.held()):
                return whole
        return self._parts.over(frozenset(files))

    def add(self, plans: Sequence[Plan], *, progress: Progress) -> Report:
        """See ``Store.add``."""
        return self._store.add(plans, progress=progress)

    def delete(self, name: str) -> Change | None:
        """See ``Store.delete``."""
        return self._store.delete(name)

    def _newest(self) -> Service:
        """The service over the present state, built when first asked for; whoever comes meanwhile waits for it.

        Raises: StoreError, ModelMismatch, when the library can no longer be read.
        """
        taken = self._taken
        if taken is None or self._store.stale(taken[0]):
            with self._lock:
                taken = self._taken
                if taken is None or self._store.stale(taken[0]):
                    snapshot = self._store.snapshot()
                    self._taken = taken = snapshot, Service(snapshot)
        return taken[1]


class _Part:
    """A service that is built by the first who needs it, while others who need it wait."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._service: Service | None = None

    def service(self, store: Store, files: Collection[str]) -> Service:
        with self._lock:
            if self._service is None:
                self._service = Service(store.snapshot(files))
            return self._service


class _Parts:
    """The services over some of the plans that were asked last."""

    def __init__(self, store: Store, kept: int) -> None:
        self._store = store
        self._kept = kept
        self._lock = Lock()
        self._parts: OrderedDict[frozenset[Entry], _Part] = OrderedDict()

    def over(self, files: frozenset[str]) -> Service:
        seen = frozenset(entry for entry in self._store.catalogue.entries() if entry.file in files)
        with self._lock:
            part = self._parts.setdefault(seen, _Part())
            self._parts.move_to_end(seen)
            while len(self._parts) > self._kept:
                self._parts.popitem(last=False)
        return part.service(self._store, [entry.file for entry in seen])
