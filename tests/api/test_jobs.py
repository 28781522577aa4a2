from __future__ import annotations

from threading import Event

import pytest

from api.jobs import FileResult, Jobs, JobState, Step
from ingest.errors import StoreBusy

RESULT = FileResult("a.txt", "added", tasks=3)


@pytest.fixture
def jobs() -> Jobs:
    return Jobs(kept=2)


def quick(step: Step) -> tuple[FileResult, ...]:
    step("read", 1, 1)
    return (RESULT,)


def test_a_job_tells_how_far_it_is_and_in_the_end_what_it_did(jobs: Jobs) -> None:
    reached, go = Event(), Event()

    def work(step: Step) -> tuple[FileResult, ...]:
        step("embed", 3, 7)
        reached.set()
        go.wait(5)
        return (RESULT,)

    job = jobs.start("1", work)
    assert reached.wait(5)
    running = jobs.job(job.id)
    assert running is not None
    assert (running.state, running.stage, running.done, running.total) == (JobState.RUNNING, "embed", 3, 7)
    assert not running.ended
    go.set()
    ended = jobs.wait(job.id, 5)
    assert ended is not None
    assert (ended.state, ended.results, ended.owner) == (JobState.DONE, (RESULT,), "1")


def test_jobs_run_one_after_the_other(jobs: Jobs) -> None:
    go = Event()
    order: list[str] = []

    def first(step: Step) -> tuple[FileResult, ...]:
        step("read", 0, 1)
        go.wait(5)
        order.append("first")
        return ()

    def second(step: Step) -> tuple[FileResult, ...]:
        step("read", 0, 1)
        order.append("second")
        return ()

    jobs.start("1", first)
    later = jobs.start("1", second)
    waiting = jobs.job(later.id)
    assert waiting is not None
    assert waiting.state is JobState.WAITING
    go.set()
    jobs.wait(later.id, 5)
    assert order == ["first", "second"]


def test_an_error_of_ours_is_kept_and_an_unforeseen_one_tells_nothing(jobs: Jobs) -> None:
    def busy(_: Step) -> tuple[FileResult, ...]:
        raise StoreBusy("Kho đang được ghi.")

    def broken(_: Step) -> tuple[FileResult, ...]:
        raise ZeroDivisionError("secret")

    told, untold = jobs.wait(jobs.start("1", busy).id, 5), jobs.wait(jobs.start("1", broken).id, 5)
    assert told is not None
    assert untold is not None
    assert (told.state, str(told.error)) == (JobState.FAILED, "Kho đang được ghi.")
    assert (untold.state, untold.error) == (JobState.FAILED, None)


def test_only_the_last_ended_jobs_are_remembered(jobs: Jobs) -> None:
    ids = [jobs.start("1", quick).id for _ in range(3) if jobs.wait(jobs.start("1", quick).id, 5)]
    for one in ids:
        jobs.wait(one, 5)
    last = jobs.start("1", quick)
    jobs.wait(last.id, 5)
    assert jobs.job(ids[0]) is None
    assert jobs.job(last.id) is not None
    assert jobs.job("other") is None
