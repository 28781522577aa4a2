"""Tasks stated in prose: a numbered clause with its "Đơn vị chủ trì: …; Thời gian hoàn thành: …" lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ingest.columns import Role
from ingest.document import Span
from ingest.dues import parse_due
from ingest.outline import read_mark
from ingest.plan import Clause, Field, Section, SectionKind, Task
from ingest.units import split_units

_LABEL = re.compile(
    r"(?P<lead>(?:Đơn vị|Cơ quan|Bộ phận|Phòng|Ban|Tổ|Người)?,?\s*(?:đơn vị\s+)?(?:chủ trì|thực hiện chính|chịu trách nhiệm|đầu mối)(?:\s+thực hiện)?|(?:Đơn vị|Cơ quan|Bộ phận|Người|Phân công|Giao)\s+thực hiện|Phân công)\s*:"
    r"|(?P<support>(?:Đơn vị|Cơ quan|Bộ phận)?\s*phối hợp(?:\s+thực hiện)?)\s*:"
    r"|(?P<due>Thời\s+(?:gian|hạn|điểm)(?:\s+(?:hoàn thành|thực hiện|triển khai|báo cáo))*|Tiến độ(?:\s+thực hiện)?|Hoàn thành|Hạn(?:\s+hoàn thành)?)\s*:"
    r"|(?P<result>(?:Kết quả|Sản phẩm|Đầu ra)(?:\s+(?:đầu ra|dự kiến|cần đạt|đạt được|thực hiện))*)\s*:"
    r"|(?P<other>Kinh phí|Địa điểm|Thành phần|Nội dung|Hình thức|Đối tượng|Số lượng|Ghi chú)(?:\s+\w+){0,2}\s*:",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Draft:
    """One clause task being collected."""

    locator: str
    name: Clause | Section
    start: int
    end: int
    fields: dict[Role, Field] = field(default_factory=dict)


def _labelled(clause: Clause, text: str) -> Iterator[tuple[Role, Field]]:
    """Each "label: value" of a clause; a value ends where the next label begins."""
    source = clause.span.slice(text)
    found = list(_LABEL.finditer(source))
    for match, after in zip_longest(found, found[1:]):
        if match is None or match.lastgroup is None or match.lastgroup == "other":
            continue
        end = after.start() if after else len(source)
        value = source[match.end() : end]
        words = value.strip(" \t\n.;,-–+")
        start = clause.span.start + match.end() + value.find(words) if words else 0
        spans = (Span(start, start + len(words)),) if words else ()
        yield Role(match.lastgroup), Field(" ".join(words.split()), spans)


def _leads_in(clause: Clause) -> bool:
    """Whether a clause opens with a label (after its bullet), so that it has no words of its own."""
    mark = read_mark(clause.text)
    return bool(_LABEL.match((mark.rest if mark else clause.text).strip()))


def clause_tasks(clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None) -> tuple[Task, ...]:
    """Every clause that names a lead unit or a deadline by label, in document order."""
    headings = {section.locator: section for section in sections if section.kind is SectionKind.HEADING}
    drafts: list[_Draft] = []
    above: Clause | None = None
    for clause in clauses:
        labels = list(_labelled(clause, text))
        own = not _leads_in(clause)
        if own:
            above = clause
        if not labels:
            continue
        same = bool(drafts) and drafts[-1].locator == clause.locator and not own and drafts[-1].end <= clause.span.start
        if not same or Role.LEAD in dict(labels) and Role.LEAD in drafts[-1].fields:
            named = above if above is not None and above.locator == clause.locator else headings.get(clause.locator)
            if named is None:
                continue
            drafts.append(_Draft(clause.locator, named, named.span.start, clause.span.end))
        drafts[-1].end = max(drafts[-1].end, clause.span.end)
        for role, value in labels:
            drafts[-1].fields.setdefault(role, value)
    return tuple(_task(draft, text, year) for draft in drafts if Role.LEAD in draft.fields)


def _name(draft: _Draft, text: str) -> Field:
    """The task's words: its heading, or its clause up to the first label."""
    if isinstance(draft.name, Section):
        words = draft.name.heading
    else:
        mark = read_mark(draft.name.text)
        words = mark.rest if mark else draft.name.text
    label = _LABEL.search(words)
    words = (words[: label.start()] if label else words).rstrip(" .;:-–(")
    at = re.search(r"\s+".join(re.escape(word) for word in words.split()), text[draft.start : draft.end]) if words else None
    return Field(words, (Span(draft.start + at.start(), draft.start + at.end()),) if at else (Span(draft.start, draft.end),))


def _task(draft: _Draft, text: str, year: int | None) -> Task:
    lead, support, due = (draft.fields.get(role, Field()) for role in (Role.LEAD, Role.SUPPORT, Role.DUE))
    label = draft.locator.rpartition("/")[2]
    return Task(
        locator=draft.locator, annex=None, group=None, ordinal=label, parent=None, name=_name(draft, text), lead=lead,
        support=support, result=draft.fields.get(Role.RESULT, Field()), due=due, note=Field(), leads=split_units(lead.text),
        supports=split_units(support.text), when=parse_due(due.text, year), spans=(Span(draft.start, draft.end),),
    )  # fmt: skip
