"""The records of long lists over HTTP: plans, tasks, targets, reporting duties, hits of a search, jobs."""

from __future__ import annotations

from datetime import date

from typing_extensions import TypedDict

from api import wording_api
from api.jobs import Job, JobState
from api.records import ItemRecord, iso_day, item_record
from api.records_work import spans_record
from ingest.corrections import corrected_fields
from ingest.plan import Due, Plan
from rag.citations import plan_name
from rag.duties.recurrence import next_day, recurs
from rag.listing.rowlist import ListedDuty, ListedTarget, ListedTask
from rag.search import Hit

Spans = list[tuple[int, int]]


class PlanSummaryRecord(TypedDict):
    """One plan: what its head prints, and how much is in it."""

    file: str
    number: str | None
    date: str | None
    date_text: str | None
    issuer: str | None
    title: str | None
    year: int | None
    tasks: int
    targets: int
    duties: int
    findings: int


class TaskRecord(TypedDict):
    """One task; cells as printed, ``role`` that of the unit asked for, ``spans`` offsets into the plan's text."""

    file: str
    plan: str
    locator: str
    annex: str | None
    group: str | None
    ordinal: str
    parent: str | None
    name: str
    lead: str
    support: str
    result: str
    due: str
    note: str
    leads: list[str]
    supports: list[str]
    due_from: str | None
    due_to: str | None
    due_kind: str | None
    role: str
    corrected: list[str]
    spans: Spans


class TargetRecord(TypedDict):
    """One target, the same way; ``unit`` is what its value is measured in."""

    file: str
    plan: str
    locator: str
    annex: str | None
    group: str | None
    ordinal: str
    name: str
    unit: str
    value: str
    lead: str
    leads: list[str]
    supports: list[str]
    due: str
    note: str
    due_from: str | None
    due_to: str | None
    due_kind: str | None
    role: str
    corrected: list[str]
    spans: Spans


class DutyRecord(TypedDict):
    """One reporting duty; ``next_day`` from today on, null where the plan names no day or all are past."""

    file: str
    plan: str
    locator: str
    actor: str
    what: str
    recipient: str
    frequency: str
    due: str
    next_day: str | None
    recurring: bool
    via: str
    spans: Spans


class HitRecord(TypedDict):
    """One row or clause found; scores order the hits of one search and compare with no other's."""

    kind: str
    score: float
    coverage: float
    item: ItemRecord
    spans: Spans


class FileRecord(TypedDict):
    """What became of one uploaded file: added, updated, unchanged, duplicate, unread or refused."""

    file: str
    outcome: str
    detail: str
    number: str | None
    tasks: int
    targets: int
    duties: int
    findings: int
    notes: list[str]


class JobRecord(TypedDict):
    """Files being added: waiting, running, done or failed; ``done`` of ``total`` steps of ``stage``."""

    id: str
    state: str
    stage: str
    done: int
    total: int
    results: list[FileRecord]
    error: str | None


def plan_summary_record(plan: Plan) -> PlanSummaryRecord:
    """One plan of the list."""
    header = plan.header
    return PlanSummaryRecord(
        file=plan.file,
        number=header.number or None,
        date=iso_day(header.date),
        date_text=header.date_text or None,
        issuer=header.issuer or None,
        title=header.title or None,
        year=header.year,
        tasks=len(plan.tasks),
        targets=len(plan.targets),
        duties=len(plan.duties),
        findings=len(plan.findings),
    )


def task_record(one: ListedTask) -> TaskRecord:
    """One task of the list."""
    task, when = one.task, one.task.when
    return TaskRecord(
        file=one.plan.file,
        plan=plan_name(one.plan),
        locator=task.locator,
        annex=task.annex,
        group=task.group,
        ordinal=task.ordinal,
        parent=task.parent,
        name=task.name.text,
        lead=task.lead.text,
        support=task.support.text,
        result=task.result.text,
        due=task.due.text,
        note=task.note.text,
        leads=list(task.leads),
        supports=list(task.supports),
        due_from=iso_day(when.start if when else None),
        due_to=iso_day(when.end if when else None),
        due_kind=_kind(when),
        role=one.role,
        corrected=list(corrected_fields(task)),
        spans=spans_record(task.spans),
    )


def target_record(one: ListedTarget) -> TargetRecord:
    """One target of the list."""
    target, when = one.target, one.target.when
    return TargetRecord(
        file=one.plan.file,
        plan=plan_name(one.plan),
        locator=target.locator,
        annex=target.annex,
        group=target.group,
        ordinal=target.ordinal,
        name=target.name.text,
        unit=target.unit.text,
        value=target.value.text,
        lead=target.lead.text,
        leads=list(target.leads),
        supports=list(target.supports),
        due=target.due.text,
        note=target.note.text,
        due_from=iso_day(when.start if when else None),
        due_to=iso_day(when.end if when else None),
        due_kind=_kind(when),
        role=one.role,
        corrected=list(corrected_fields(target)),
        spans=spans_record(target.spans),
    )


def duty_record(one: ListedDuty, today: date) -> DutyRecord:
    """One reporting duty of the list."""
    duty = one.duty
    return DutyRecord(
        file=one.plan.file,
        plan=plan_name(one.plan),
        locator=duty.locator,
        actor=duty.actor,
        what=duty.what,
        recipient=duty.recipient,
        frequency=duty.frequency,
        due=duty.due,
        next_day=iso_day(next_day(duty, today)),
        recurring=recurs(duty),
        via=one.via,
        spans=spans_record((duty.span,)),
    )


def hit_record(one: Hit) -> HitRecord:
    """One hit of a search."""
    item, spans = item_record(one.item), spans_record(one.spans)
    return HitRecord(kind=one.kind, score=round(one.score, 4), coverage=round(one.coverage, 4), item=item, spans=spans)


def job_record(job: Job) -> JobRecord:
    """A job as it stands."""
    failed = job.state is JobState.FAILED
    return JobRecord(
        id=job.id,
        state=job.state.value,
        stage=job.stage,
        done=job.done,
        total=job.total,
        results=[
            FileRecord(
                file=one.file,
                outcome=one.outcome,
                detail=one.detail,
                number=one.number,
                tasks=one.tasks,
                targets=one.targets,
                duties=one.duties,
                findings=one.findings,
                notes=list(one.notes),
            )
            for one in job.results
        ],
        error=(str(job.error) if job.error else wording_api.JOB_FAILED) if failed else None,
    )


def _kind(when: Due | None) -> str | None:
    return None if when is None else when.kind.value
