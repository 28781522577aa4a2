"""Long work that a request starts and later ones ask after: one at a time, in the order it came."""

from __future__ import annotations

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock
from typing import Final

from ingest.errors import RoviecError

_LOG = logging.getLogger("roviec.jobs")

KEPT: Final = 200
"""Jobs remembered, the oldest forgotten first."""


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file; ``outcome`` is one of ``index.store.Outcome``, "unread" or "refused".

    ``notes`` say what its coming changed for other plans.
    """

    file: str
    outcome: str
    detail: str = ""
    number: str | None = None
    tasks: int = 0
    targets: int = 0
    duties: int = 0
    findings: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work as it stands: ``done`` of ``total`` steps of ``stage``, the results at its end."""

    id: str
    owner: str
    state: JobState = JobState.WAITING
    stage: str = ""
    done: int = 0
    total: int = 0
    results: tuple[FileResult, ...] = ()
    error: RoviecError | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in (JobState.DONE, JobState.FAILED)


Step = Callable[[str, int, int], None]
"""Told the stage, and how many of how many of its steps are done."""
Work = Callable[[Step], tuple[FileResult, ...]]


class Jobs:
    """Runs work one after the other on a thread of its own."""

    def __init__(self, *, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="roviec-job")
        self._futures: dict[str, Future[None]] = {}

    def start(self, owner: str, work: Work) -> Job:
        """Queue ``work``; ``owner`` is whoever may ask after it."""
        job = Job(secrets.token_urlsafe(12), owner)
        with self._lock:
            self._jobs[job.id] = job
            for old in [one for one in self._jobs.values() if one.ended][: max(0, len(self._jobs) - self._kept)]:
                del self._jobs[old.id]
            self._futures[job.id] = self._worker.submit(self._run, job.id, work)
        return job

    def job(self, job_id: str) -> Job | None:
        """The job as it stands; None when there is none of that name or it was forgotten."""
        with self._lock:
            return self._jobs.get(job_id)

    def wait(self, job_id: str, seconds: float) -> Job | None:
        """The job once it has ended, or as it stands after so many seconds."""
        future = self._futures.get(job_id)
        if future is not None:
            try:
                future.result(seconds)
            except TimeoutError:
                return self.job(job_id)
        return self.job(job_id)

    def close(self) -> None:
        """Let the running job end, drop those that wait."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _run(self, job_id: str, work: Work) -> None:
        def step(stage: str, done: int, total: int) -> None:
            self._set(job_id, state=JobState.RUNNING, stage=stage, done=done, total=total)

        try:
            results = work(step)
        except RoviecError as error:
            self._set(job_id, state=JobState.FAILED, error=error)
        except Exception as error:  # noqa: BLE001 - the outermost edge of a thread: the job must be told to have failed
            _LOG.error("unforeseen error in a job", exc_info=error)
            self._set(job_id, state=JobState.FAILED, error=None)
        else:
            self._set(job_id, state=JobState.DONE, results=results)
        finally:
            self._futures.pop(job_id, None)

    def _set(self, job_id: str, **values: object) -> None:
        with self._lock:
            self._jobs[job_id] = replace(self._jobs[job_id], **values)  # type: ignore[arg-type]  # fields of Job
