"""What a clerk should look at: places where the source contradicts itself, repeats itself or stays silent."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ingest.document import Document, Table
from ingest.header import find_date
from ingest.numerals import roman_value
from ingest.placement import UNNUMBERED
from ingest.plan import DueKind, Finding, Plan, SectionKind, Severity, Target, Task

_SURE = 0.92  # the confidence from which a cell of a scan is taken for what it prints


def review(plan: Plan) -> tuple[Finding, ...]:
    """Every finding that the finished plan gives rise to, by rule then by place."""
    return (*_blank_header(plan), *_dates(plan), *_groups(plan), *_rows(plan), *_ordinals(plan))


def doubtful(document: Document, plan: Plan) -> Iterator[Finding]:
    """Cells of tasks and targets that were read from a picture and may be wrong, row by row."""
    unsure = {
        cell.span: cell.confidence
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        if cell.confidence is not None and cell.confidence < _SURE
    }
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets) if unsure else ()
    for row in rows:
        fields = [row.name, row.lead, row.due, row.note, *(cell for _, cell in row.other)]
        fields += [row.support, row.result] if isinstance(row, Task) else [row.unit, row.value]
        values = tuple(field.text for field in fields if any(span in unsure for span in field.spans))
        if values:
            message = "Đọc từ ảnh quét và chưa chắc đúng: cần đối chiếu với bản gốc."
            yield Finding("ocr-doubtful", Severity.WARNING, (row.locator,), message, values)


def _blank_header(plan: Plan) -> Iterator[Finding]:
    names = {"number": "số", "date": "ngày ban hành đầy đủ"}
    for attribute, name in names.items():
        if getattr(plan.header, attribute) is None:
            yield Finding(f"header-{attribute}-blank", Severity.INFO, ("Tiêu đề",), f"Kế hoạch để trống {name}.")


def _dates(plan: Plan) -> Iterator[Finding]:
    """The date in the head against the date that the annex captions give the same plan."""
    if plan.header.date is None:
        return
    for section in plan.sections:
        if section.kind is not SectionKind.ANNEX_TITLE:
            continue
        caption = re.search(r"\(.*kèm theo.*", section.span.slice(plan.text), re.IGNORECASE | re.DOTALL)
        other = find_date(caption.group(0)) if caption else None
        if other and other != plan.header.date:
            values = (f"{plan.header.date:%d/%m/%Y}", f"{other:%d/%m/%Y}")
            message = f"Ngày ban hành ở đầu văn bản ({values[0]}) khác ngày ghi ở phụ lục ({values[1]})."
            yield Finding("date-mismatch", Severity.WARNING, ("Tiêu đề", section.locator), message, values)


def _groups(plan: Plan) -> Iterator[Finding]:
    by_annex: dict[str, list[str]] = defaultdict(list)
    for section in plan.sections:
        if section.kind is SectionKind.GROUP and section.parent:
            by_annex[section.parent].append(section.locator.removeprefix(section.parent + "/"))
    for annex, labels in by_annex.items():
        for label, count in Counter(labels).items():
            if count > 1:
                message = f"{annex} có {count} nhóm cùng đánh số {label}."
                yield Finding("group-repeated", Severity.INFO, (f"{annex}/{label}",), message, (label,))
        values = [value for value in map(roman_value, labels) if value]
        for before, after in pairwise(values):
            if after > before + 1:
                message = f"{annex} nhảy số nhóm, thiếu ít nhất một nhóm."
                yield Finding("group-gap", Severity.INFO, (annex,), message)


def _rows(plan: Plan) -> Iterator[Finding]:
    parents = {row.parent for row in plan.tasks if row.parent}
    led = {task.annex for task in plan.tasks if task.lead.text}  # a table that has no such column leaves none blank
    timed = {task.annex for task in plan.tasks if task.due.text}
    for task in plan.tasks:
        if task.locator in parents or not (task.lead.text or task.due.text or task.support.text):
            continue
        where = (task.locator,)
        if not task.lead.text and task.annex in led:
            yield Finding("lead-blank", Severity.WARNING, where, "Nhiệm vụ không ghi đơn vị chủ trì.")
        if task.due.text or task.annex in timed:
            yield from _due(task, plan.header.year)
        both = tuple(sorted(set(task.leads) & set(task.supports)))
        if both:
            message = "Cùng một đơn vị vừa chủ trì vừa phối hợp."
            yield Finding("lead-also-support", Severity.INFO, where, message, both)


def _due(task: Task, year: int | None) -> Iterator[Finding]:
    """A deadline that is blank, that names no day, or that has passed before the plan's year begins."""
    where, words = (task.locator,), task.due.text
    if not words:
        yield Finding("due-blank", Severity.WARNING, where, "Nhiệm vụ không ghi thời hạn.")
    elif task.when and task.when.kind is DueKind.OTHER:
        message = "Thời hạn không nêu được ngày tháng."
        yield Finding("due-not-a-date", Severity.INFO, where, message, (words,))
    elif year and task.when and task.when.end and task.when.end.year < year:
        message = f"Thời hạn {words} sớm hơn năm của kế hoạch ({year})."
        yield Finding("due-before-plan", Severity.WARNING, where, message, (words,))


def _ordinals(plan: Plan) -> Iterator[Finding]:
    rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    counted = {row.annex for row in rows if row.ordinal}  # a table without row numbers leaves none out
    for row in rows:
        if row.annex in counted and row.annex is not None and UNNUMBERED in row.locator:
            message = "Dòng không có số thứ tự."
            yield Finding("row-without-ordinal", Severity.INFO, (row.locator,), message, (row.name.text[:80],))
