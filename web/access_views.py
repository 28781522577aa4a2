"""View models of the pages about the library and its people: what a template prints, already in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Protocol

from ingest.corrections import FIRST, places_of
from ingest.errors import RoviecError
from ingest.plan import Plan
from web import views
from web import wording_access as words
from web import wording_fixing as words_fixing
from web import wording_versions as words_versions
from web.links import library_href, place_href, plan_href
from web.mends import fix_href
from web.versions import versions_href

VIETNAM = timezone(timedelta(hours=7))


def moment(seconds: int | None) -> str:
    """A moment as it reads in Viet Nam; a dash for none."""
    if seconds is None:
        return "–"
    return datetime.fromtimestamp(seconds, VIETNAM).strftime("%d/%m/%Y %H:%M")


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan of the library in a row or on a page of its own."""

    file: str
    href: str
    text_href: str
    title: str
    facts: tuple[tuple[str, str], ...]
    number: str
    date: str
    issuer: str
    counts: str
    findings: int
    seen_by: str | None
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a plan stands among its versions: whether it answers, what it is to others, how many contents its file had before."""

    current: bool = True
    notes: tuple[str, ...] = ()
    before: int = 0
    fixes: int = 0

    @property
    def state(self) -> str:
        """Whether it answers, in words."""
        return words_versions.CURRENT if self.current else words_versions.REPLACED

    @property
    def several(self) -> str:
        """How many contents came before; "" for none."""
        if not self.before:
            return ""
        return words_versions.BEFORE[min(self.before, 2)].format(count=self.before)

    @property
    def mended(self) -> str:
        """How many cells are corrected; "" for none."""
        return words_fixing.COUNT.format(count=self.fixes) if self.fixes else ""


def plan_view(plan: Plan, seen_by: str | None = None, standing: Standing | None = None) -> PlanView:
    """``seen_by`` and ``standing`` are None where they are not shown."""
    header = plan.header
    date = views.date_text(header)
    facts = (
        (words.NUMBER, header.number or words.BLANK),
        (words.DATE, date),
        (words.ISSUER, header.issuer or words.BLANK),
        (words.SIGNER, header.signer or words.BLANK),
        (words.FILE, plan.file),
    )
    return PlanView(
        file=plan.file,
        href=library_href(plan.file),
        text_href=plan_href(plan.file),
        title=header.title or plan.file,
        facts=facts,
        number=header.number or words.BLANK,
        date=date,
        issuer=header.issuer or "",
        counts=words.COUNTS_TEXT.format(tasks=len(plan.tasks), targets=len(plan.targets), duties=len(plan.duties)),
        findings=len(plan.findings),
        seen_by=seen_by,
        standing=standing,
    )


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that a finding is about: where it is read, and where corrected ("" where it is no row)."""

    name: str
    href: str
    fix: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """What should be looked at again, and where."""

    severity: str
    message: str
    places: tuple[FoundPlace, ...]


def findings_view(plan: Plan) -> tuple[FindingView, ...]:
    """Each finding of the plan, its places as links into the text."""
    rows = {words_fixing.HEAD, *places_of(plan)}

    def place(name: str) -> FoundPlace:
        row = name if name in rows else f"{name}{FIRST}"
        return FoundPlace(name, place_href(plan.file, name), fix_href(plan.file, row) if row in rows else "")

    return tuple(
        FindingView(words.SEVERITIES[one.severity], one.message, tuple(map(place, one.locators)))
        for one in plan.findings
    )


class KeptLike(Protocol):
    """A plan that was taken out."""

    @property
    def id(self) -> str:
        """Under which it is kept."""

    @property
    def at(self) -> int:
        """Seconds since 1970."""

    @property
    def by(self) -> str:
        """The login of whoever took it out."""

    @property
    def replaced(self) -> bool:
        """Whether another came in its place."""

    @property
    def plan(self) -> Plan:
        """The plan as it was."""


@dataclass(frozen=True, slots=True)
class KeptView:
    """A plan that can be put back."""

    id: str
    file: str
    title: str
    when: str
    by: str
    kind: str


def kept_view(kept: KeptLike) -> KeptView:
    """A row of what was taken out."""
    title = kept.plan.header.title or kept.plan.file
    return KeptView(kept.id, kept.plan.file, title, moment(kept.at), kept.by or "–", words.REMOVED_KINDS[kept.replaced])


class ResultLike(Protocol):
    """What became of one file."""

    @property
    def file(self) -> str:
        """Its name."""

    @property
    def outcome(self) -> str:
        """A key of ``words.OUTCOMES``."""

    @property
    def detail(self) -> str:
        """Why, or of what."""

    @property
    def number(self) -> str | None:
        """The plan's number."""

    @property
    def tasks(self) -> int:
        """How many were read."""

    @property
    def targets(self) -> int:
        """How many were read."""

    @property
    def duties(self) -> int:
        """How many were read."""

    @property
    def findings(self) -> int:
        """How many were found."""

    @property
    def notes(self) -> Iterable[str]:
        """What its coming changed for other plans."""


class JobLike(Protocol):
    """Work as it stands."""

    @property
    def state(self) -> str:
        """waiting, running, done or failed."""

    @property
    def stage(self) -> str:
        """What is being done."""

    @property
    def done(self) -> int:
        """Steps done of this stage."""

    @property
    def total(self) -> int:
        """Steps of this stage."""

    @property
    def results(self) -> Iterable[ResultLike]:
        """At its end."""

    @property
    def error(self) -> RoviecError | None:
        """Why it failed, where that can be told."""


@dataclass(frozen=True, slots=True)
class ResultView:
    """One file of a batch; ``next`` are what can be done about it, as names with their addresses."""

    file: str
    href: str | None
    outcome: str
    good: bool
    number: str
    counts: str
    findings: int
    notes: tuple[str, ...]
    versions: str
    next: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class JobView:
    """A batch as it stands; ``share`` of 100 of the present stage is done."""

    ended: bool
    failed: bool
    sentence: str
    share: int
    results: tuple[ResultView, ...]


def job_view(job: JobLike) -> JobView:
    """What is going on, in one sentence, or what came of each file."""
    failed = job.state == "failed"
    if failed:
        sentence = words.JOB_FAILED.format(reason=job.error.message if job.error else words.JOB_BROKEN)
    elif job.state == "running":
        sentence = words.JOB_RUNNING.format(
            stage=words.STAGES.get(job.stage, job.stage), done=job.done, total=job.total
        )
    else:
        sentence = words.JOB_WAITING if job.state == "waiting" else ""
    share = 100 * job.done // job.total if job.total else 0
    results = tuple(_result(one) for one in job.results)
    return JobView(failed or job.state == "done", failed, sentence, share, results)


def _result(one: ResultLike) -> ResultView:
    good = one.outcome in ("added", "updated", "unchanged")
    counts = words.COUNTS_TEXT.format(tasks=one.tasks, targets=one.targets, duties=one.duties) if good else ""
    return ResultView(
        file=one.file,
        href=library_href(one.file) if good else None,
        outcome=words.OUTCOMES[one.outcome].format(detail=one.detail),
        good=good,
        number=one.number or (words.BLANK if good else ""),
        counts=counts,
        findings=one.findings,
        notes=tuple(one.notes),
        next=_next(one),
        versions=versions_href(one.file) if good and (one.outcome == "updated" or one.notes) else "",
    )


def _next(one: ResultLike) -> tuple[tuple[str, str], ...]:
    """Of a content that another file holds: that file, and the way to take out what would have been replaced."""
    if one.outcome != "duplicate":
        return ()
    opened = words.DUPLICATE_OPEN.format(file=one.detail), library_href(one.detail)
    removed = words.DUPLICATE_REMOVE.format(file=one.file), f"{library_href(one.file)}/remove"
    return (opened, removed) if any(one.notes) else (opened,)
