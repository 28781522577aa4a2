"""What a clerk should look at: places where the source contradicts itself, repeats itself or stays silent."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ingest.header import find_date
from ingest.numerals import roman_value
from ingest.plan import DueKind, Finding, Plan, SectionKind, Severity


def review(plan: Plan) -> tuple[Finding, ...]:
    """Every finding that the finished plan gives rise to, by rule then by place."""
    return (*_blank_header(plan), *_dates(plan), *_groups(plan), *_rows(plan), *_ordinals(plan))


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
                yield Finding(
                    "group-repeated",
                    Severity.INFO,
                    (f"{annex}/{label}",),
                    f"{annex} có {count} nhóm cùng đánh số {label}.",
                    (label,),
                )
        values = [value for value in (roman_value(label) for label in labels) if value]
        for before, after in zip(values, values[1:], strict=False):
            if after > before + 1:
                yield Finding(
                    "group-gap", Severity.INFO, (annex,), f"{annex} nhảy số nhóm, thiếu ít nhất một nhóm.", ()
                )


def _rows(plan: Plan) -> Iterator[Finding]:
    parents = {row.parent for row in plan.tasks if row.parent}
    for task in plan.tasks:
        if task.locator in parents or not (task.lead.text or task.due.text or task.support.text):
            continue
        if not task.lead.text:
            yield Finding("lead-blank", Severity.WARNING, (task.locator,), "Nhiệm vụ không ghi đơn vị chủ trì.")
        if not task.due.text:
            yield Finding("due-blank", Severity.WARNING, (task.locator,), "Nhiệm vụ không ghi thời hạn.")
        elif task.when and task.when.kind is DueKind.OTHER:
            yield Finding(
                "due-not-a-date",
                Severity.INFO,
                (task.locator,),
                "Thời hạn không nêu được ngày tháng.",
                (task.due.text,),
            )
        elif plan.header.year and task.when and task.when.end and task.when.end.year < plan.header.year:
            message = f"Thời hạn {task.due.text} sớm hơn năm của kế hoạch ({plan.header.year})."
            yield Finding("due-before-plan", Severity.WARNING, (task.locator,), message, (task.due.text,))
        if set(task.leads) & set(task.supports):
            message = "Cùng một đơn vị vừa chủ trì vừa phối hợp."
            yield Finding(
                "lead-also-support",
                Severity.INFO,
                (task.locator,),
                message,
                tuple(sorted(set(task.leads) & set(task.supports))),
            )


def _ordinals(plan: Plan) -> Iterator[Finding]:
    for row in (*plan.tasks, *plan.targets):
        if row.annex is not None and "(không số)" in row.locator:
            yield Finding(
                "row-without-ordinal", Severity.INFO, (row.locator,), "Dòng không có số thứ tự.", (row.name.text[:80],)
            )
