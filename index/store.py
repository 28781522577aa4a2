"""The library of plans: catalogue, vectors and search behind one door, changed all or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from index.answering import answering
from index.catalogue import WAIT, Catalogue, Entry, UnitKey, VectorCache, file_of
from index.chunks import Chunk, chunk_plan
from index.embedder import Embedder
from index.records import to_json
from ingest.errors import ModelMismatch, StoreError
from ingest.plan import Plan

if TYPE_CHECKING:
    from index.snapshot import Snapshot

Vectors = NDArray[np.float32]

_FORMAT: Final = "1"
"""Goes up when chunks are cut differently, so that plans are indexed anew although unchanged."""

_AT_ONCE: Final = 64
"""Texts embedded between two reports of progress; what is done is cached each time."""


class Stage(StrEnum):
    """What takes time when plans are added."""

    CHUNK = "chunk"
    EMBED = "embed"
    WRITE = "write"


class Progress(Protocol):
    """Told how far a stage is, in plans for CHUNK and WRITE, in texts for EMBED."""

    def __call__(self, stage: Stage, done: int, total: int, /) -> None:
        """``done`` of ``total``; the last call of a stage has them equal."""


class Outcome(StrEnum):
    """What became of a plan that was to be added or removed."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One plan's outcome; for a duplicate, ``same_as`` names the file that holds the same bytes."""

    file: str
    digest: str
    outcome: Outcome
    chunks: int = 0
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What an ``add`` did: each plan in the order given, texts embedded anew, seconds by stage."""

    changes: tuple[Change, ...]
    embedded: int = 0
    seconds: tuple[tuple[Stage, float], ...] = ()


@dataclass(frozen=True, slots=True)
class _Work:
    """A plan to be written and its chunks."""

    plan: Plan
    content: str
    chunks: tuple[Chunk, ...]


def _silent(stage: Stage, done: int, total: int) -> None:
    """Report progress to nobody."""


class Store:
    """A library in a folder. Open one for each process; readers take snapshots."""

    def __init__(self, catalogue: Catalogue, embedder: Embedder, *, cache: VectorCache | None = None) -> None:
        """``cache`` keeps vectors between libraries; without it, only what changed is embedded anew."""
        self.catalogue = catalogue
        self.embedder = embedder
        self._cache = cache

    @classmethod
    def open(
        cls,
        folder: Path,
        embedder: Embedder,
        *,
        unit_key: UnitKey,
        cache: VectorCache | None = None,
        wait: float = WAIT,
    ) -> Store:
        """The library in ``folder``, made if there is none. The embedder is not loaded by this.

        ``wait`` is how many seconds to wait while another process writes.

        Raises:
            StoreBusy, StoreDamaged: it cannot be opened.
        """
        return cls(Catalogue(folder, unit_key=unit_key, wait=wait), embedder, cache=cache)

    def add(self, plans: Sequence[Plan], *, progress: Progress = _silent) -> Report:
        """Add ``plans``, or replace those of the same file name; all of them, or on an error none.

        A plan whose records are as stored costs nothing; bytes that another file of the library
        already holds are left out as a duplicate.

        Raises:
            ModelMismatch: the library's vectors are another model's.
            ModelMissing, StoreBusy, StoreDamaged: nothing was changed.
        """
        self._check_model(self._model())
        clock = _Clock()
        changes, fresh = self._sorted(plans)
        with clock.stage(Stage.CHUNK):
            work = list(self._chunked(fresh, progress))
        with clock.stage(Stage.EMBED):
            texts = [chunk.text for each in work for chunk in each.chunks]
            vectors, embedded = self._embed(texts, progress)
        with clock.stage(Stage.WRITE):
            self._write(work, vectors, progress)
        sizes = {each.plan.file: len(each.chunks) for each in work}
        told = tuple(Change(c.file, c.digest, c.outcome, sizes.get(c.file, 0), c.same_as) for c in changes)
        return Report(told, embedded, tuple(clock.seconds.items()))

    def delete(self, name: str) -> Change | None:
        """Remove the plan of this file name or digest; None when there is none."""
        gone = self.catalogue.remove(name)
        return None if gone is None else Change(gone.file, gone.digest, Outcome.REMOVED)

    def snapshot(self, files: Collection[str] | None = None) -> Snapshot:
        """The library as it is now, for reading; of ``files`` alone, where given, as if it held no other.

        Raises:
            ModelMismatch: the library's vectors are another model's.
        """
        stored = self.catalogue.load_all(files)
        self._check_model(stored.model if stored.plans else None)
        from index.snapshot import Snapshot  # noqa: PLC0415 - adding plans need not load what searches them

        def before(name: str) -> Plan | None:
            seen = files is None or file_of(name) in files
            return self.catalogue.versions.named(name) if seen else None

        return Snapshot(answering(stored), self.embedder, before=before)

    def stale(self, snapshot: Snapshot) -> bool:
        """Whether the library has changed since ``snapshot`` was taken."""
        return self.catalogue.generation() != snapshot.generation

    def reindex(self, *, progress: Progress = _silent) -> Report:
        """Cut and embed every stored plan anew, with the model at hand; the way to change models."""
        plans = self.catalogue.load_all().plans
        clock = _Clock()
        with clock.stage(Stage.CHUNK):
            work = list(self._chunked([(plan, _content(plan)) for plan in plans], progress))
        with clock.stage(Stage.EMBED):
            vectors, embedded = self._embed([chunk.text for each in work for chunk in each.chunks], progress)
        with clock.stage(Stage.WRITE), self.catalogue.writing():
            self.catalogue.set_meta("model", self.embedder.name)  # every vector is about to be its own
            self._write(work, vectors, progress)
        changes = (Change(each.plan.file, each.plan.digest, Outcome.UPDATED, len(each.chunks)) for each in work)
        return Report(tuple(changes), embedded, tuple(clock.seconds.items()))

    def close(self) -> None:
        """Give the library's files back."""
        self.catalogue.close()

    def _model(self) -> str | None:
        """The model of the stored vectors; None while there are none."""
        return self.catalogue.meta("model") if self.catalogue.entries() else None

    def _check_model(self, stored: str | None) -> None:
        if stored not in {None, self.embedder.name}:
            raise ModelMismatch(
                f"thư viện được lập bằng mô hình {stored}, không dùng chung được với {self.embedder.name}; "
                "hãy chọn lại mô hình cũ hoặc lập lại chỉ mục.",
                file=self.catalogue.path,
            )

    def _sorted(self, plans: Sequence[Plan]) -> tuple[list[Change], list[tuple[Plan, str]]]:
        """What is to become of each plan, and those to be written with the hash of their records."""
        entries = {entry.file: entry for entry in self.catalogue.entries()}
        coming = {plan.file: plan.digest for plan in plans}
        holders = {each.digest: file for file, each in entries.items() if coming.get(file, each.digest) == each.digest}
        changes: list[Change] = []
        fresh: list[tuple[Plan, str]] = []
        for plan in plans:
            content = _content(plan)
            holder = holders.setdefault(plan.digest, plan.file)
            outcome = _outcome(entries.get(plan.file), holder, plan=plan, content=content)
            changes.append(
                Change(plan.file, plan.digest, outcome, same_as=holder if outcome is Outcome.DUPLICATE else None)
            )
            if outcome in (Outcome.ADDED, Outcome.UPDATED):
                fresh.append((plan, content))
        return changes, fresh

    def _chunked(self, plans: Sequence[tuple[Plan, str]], progress: Progress) -> Iterator[_Work]:
        for done, (plan, content) in enumerate(plans, start=1):
            yield _Work(plan, content, self._chunks(plan, content))
            progress(Stage.CHUNK, done, len(plans))

    def _chunks(self, plan: Plan, content: str) -> tuple[Chunk, ...]:
        """From the cache where they are: cutting long clauses loads two libraries, 0.4 s of a cold start."""
        if self._cache is None:
            return chunk_plan(plan)
        known = self._cache.chunks(content)
        if known is None:
            known = chunk_plan(plan)
            with suppress(StoreError):
                self._cache.remember_chunks(content, known)
        return known

    def _embed(self, texts: Sequence[str], progress: Progress) -> tuple[Vectors, int]:
        """A vector for each text, and how many had to be computed."""
        if not texts:
            return np.empty((0, 0), dtype=np.float32), 0
        wanted = list(dict.fromkeys(texts))
        known = {} if self._cache is None else self._cache.known(self.embedder.name, wanted)
        missing = [text for text in wanted if text not in known]
        for start in range(0, len(missing), _AT_ONCE):
            progress(Stage.EMBED, start, len(missing))
            batch = missing[start : start + _AT_ONCE]
            vectors = self.embedder.embed(batch, "passage")
            known.update(zip(batch, vectors, strict=True))
            if self._cache is not None:
                with suppress(StoreError):
                    self._cache.remember(self.embedder.name, batch, vectors)
        progress(Stage.EMBED, len(missing), len(missing))
        return np.stack([known[text] for text in texts]), len(missing)

    def _write(self, work: Sequence[_Work], vectors: Vectors, progress: Progress) -> None:
        """Everything in one transaction; another process may have changed the library meanwhile."""
        if not work:
            return
        at = 0
        with self.catalogue.writing():
            self._check_model(self._model())
            self.catalogue.set_meta("model", self.embedder.name)
            if len(vectors):
                self.catalogue.set_meta("dim", str(vectors.shape[1]))
            for done, each in enumerate(work, start=1):
                mine = vectors[at : at + len(each.chunks)]
                self.catalogue.put(each.plan, each.chunks, vectors=mine, content=each.content)
                at += len(each.chunks)
                progress(Stage.WRITE, done, len(work))


class _Clock:
    """Seconds spent in each stage."""

    def __init__(self) -> None:
        self.seconds: dict[Stage, float] = {}

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        started = perf_counter()
        yield
        self.seconds[stage] = perf_counter() - started


def _content(plan: Plan) -> str:
    """The hash of everything read from the plan; changes when a better reader reads more."""
    return hashlib.sha256(f"{_FORMAT}\0{to_json(plan)}".encode()).hexdigest()


def _outcome(entry: Entry | None, holder: str, *, plan: Plan, content: str) -> Outcome:
    if holder != plan.file:
        return Outcome.DUPLICATE
    if entry is None:
        return Outcome.ADDED
    return Outcome.UNCHANGED if entry.content == content else Outcome.UPDATED
