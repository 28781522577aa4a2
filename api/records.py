"""The records of the command-line contract: what ``--json`` prints and the HTTP API returns.

Key order is the contract's. ``typing_extensions.TypedDict`` because pydantic asks for it below Python 3.12.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from typing_extensions import TypedDict

from ingest.corrections import corrected_fields
from ingest.document import Span
from ingest.plan import Due, Duty, Finding, Header, Plan, Reading, Section, Target, Task
from rag.answer import Answer, Citation, Item


class ItemRecord(TypedDict):
    """One matching row; cells as printed."""

    file: str
    plan: str
    locator: str
    name: str
    lead: str
    support: str
    result: str
    due: str
    value: str
    role: str
    via: str
    corrected: list[str]


class CitationRecord(TypedDict):
    """A slice of a plan's text; offsets count code points of what ``roviec text`` prints."""

    file: str
    plan: str
    locator: str
    quote: str
    start: int
    end: int
    page: int | None
    corrected: str


class AnswerRecord(TypedDict):
    """One answered question; ``id`` is null unless the asker gave one."""

    id: str | int | None
    question: str
    status: str
    answer: str
    values: list[str]
    items: list[ItemRecord]
    citations: list[CitationRecord]
    elapsed_ms: float
    method: str
    near: list[ItemRecord]
    also: list[ItemRecord]


def json_line(record: Mapping[str, Any]) -> str:
    """One JSON object on one line, Vietnamese left readable."""
    return json.dumps(record, ensure_ascii=False)


def answer_record(answer: Answer, key: str | int | None = None) -> AnswerRecord:
    """The contract's line for one question."""
    return AnswerRecord(
        id=key,
        question=answer.question,
        status=answer.status.value,
        answer=answer.answer,
        values=list(answer.values),
        items=[item_record(item) for item in answer.items],
        citations=[_citation(citation) for citation in answer.citations],
        elapsed_ms=round(answer.elapsed_ms, 1),
        method=answer.method,
        near=[item_record(item) for item in answer.near],
        also=[item_record(item) for item in answer.also],
    )


def plan_record(plan: Plan) -> dict[str, Any]:
    """The contract's line for one file."""
    return {
        "file": plan.file,
        "plan": _header(plan.header),
        "sections": [_section(section) for section in plan.sections],
        "tasks": [_task(task) for task in plan.tasks],
        "targets": [_target(target) for target in plan.targets],
        "duties": [_duty(duty) for duty in plan.duties],
        "findings": [_finding(finding) for finding in plan.findings],
        "reading": _reading(plan.reading),
    }


def checked_record(plan: Plan, findings: Sequence[Finding]) -> dict[str, Any]:
    """One plan and what a clerk should look at in it."""
    header = {"number": plan.header.number or None, "title": plan.header.title or None}
    return {"file": plan.file, **header, "findings": [_finding(finding) for finding in findings]}


def item_record(item: Item) -> ItemRecord:
    """One matching row."""
    return ItemRecord(
        file=item.file,
        plan=item.plan,
        locator=item.locator,
        name=item.name,
        lead=item.lead,
        support=item.support,
        result=item.result,
        due=item.due,
        value=item.value,
        role=item.role,
        via=item.via,
        corrected=list(item.corrected),
    )


def _citation(citation: Citation) -> CitationRecord:
    return CitationRecord(
        file=citation.file,
        plan=citation.plan,
        locator=citation.locator,
        quote=citation.quote,
        start=citation.start,
        end=citation.end,
        page=citation.page,
        corrected=citation.corrected,
    )


def _reading(reading: Reading | None) -> dict[str, Any] | None:
    """How the file was read; None for a plan kept since before that was told."""
    return None if reading is None else asdict(reading)


def iso_day(day: date | None) -> str | None:
    """A day as ISO 8601 writes it."""
    return None if day is None else day.isoformat()


def _header(header: Header) -> dict[str, Any]:
    return {
        "number": header.number or None,
        "date": iso_day(header.date),
        "date_text": header.date_text or None,
        "place": header.place or None,
        "issuer": header.issuer or None,
        "title": header.title or None,
        "signer": header.signer or None,
        "signer_title": header.signer_title or None,
        "legal_bases": [basis.number for basis in header.legal_bases],
        "corrected": [field for field, _ in header.corrected],
    }


def _section(section: Section) -> dict[str, Any]:
    place = {"start": section.span.start, "end": section.span.end}
    return {"locator": section.locator, "heading": section.heading, **place}


def _places(spans: Sequence[Span]) -> dict[str, Any]:
    """First and last offset, and each printed piece: a row broken over a page has two."""
    pieces = sorted(spans)
    whole = {"start": pieces[0].start, "end": max(span.end for span in pieces)}
    return {**whole, "spans": [[span.start, span.end] for span in pieces]}


def _due(due: Due | None) -> dict[str, str | None]:
    if due is None:
        return {"due_from": None, "due_to": None, "due_kind": None}
    return {"due_from": iso_day(due.start), "due_to": iso_day(due.end), "due_kind": due.kind.value}


def _task(task: Task) -> dict[str, Any]:
    return {
        "locator": task.locator,
        "annex": task.annex,
        "group": task.group,
        "ordinal": task.ordinal,
        "parent": task.parent,
        "name": task.name.text,
        "lead": task.lead.text,
        "support": task.support.text,
        "result": task.result.text,
        "due": task.due.text,
        "note": task.note.text,
        "leads": list(task.leads),
        "supports": list(task.supports),
        **_due(task.when),
        **_places(task.spans),
        "corrected": list(corrected_fields(task)),
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "locator": target.locator,
        "name": target.name.text,
        "unit": target.unit.text,
        "value": target.value.text,
        "lead": target.lead.text,
        "note": target.note.text,
        **_places(target.spans),
        "corrected": list(corrected_fields(target)),
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        "locator": duty.locator,
        "actor": duty.actor,
        "what": duty.what,
        "recipient": duty.recipient,
        "frequency": duty.frequency,
        "due": duty.due,
        "start": duty.span.start,
        "end": duty.span.end,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "locators": list(finding.locators),
        "message": finding.message,
        "values": list(finding.values),
    }
