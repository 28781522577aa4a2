"""Tasks stated in prose: a numbered clause with its "Đơn vị chủ trì: …; Thời gian hoàn thành: …" lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ingest.columns import Role
from ingest.document import Span
from ingest.dues import parse_due
from ingest.letters import either
from ingest.marks import read_mark
from ingest.markup import find_words
from ingest.plan import Clause, Field, Section, SectionKind, Task
from ingest.units import split_units

_OFFICE = either("Đơn vị", "Cơ quan", "Bộ phận", "Phòng", "Ban", "Tổ", "Người")
_IN_CHARGE = either("chủ trì", "thực hiện chính", "chịu trách nhiệm", "đầu mối")
_LEAD = either(
    rf"{_OFFICE}?,?\s*(?:đơn vị\s+)?{_IN_CHARGE}(?:\s+thực hiện)?",
    rf"{either('Đơn vị', 'Cơ quan', 'Bộ phận', 'Người', 'Phân công', 'Giao')}\s+thực hiện",
    "Phân công",
)
_SUPPORT = rf"{either('Đơn vị', 'Cơ quan', 'Bộ phận')}?\s*phối hợp(?:\s+thực hiện)?"
_DUE = either(
    rf"Thời\s+{either('gian', 'hạn', 'điểm')}(?:\s+{either('hoàn thành', 'thực hiện', 'triển khai', 'báo cáo')})*",
    r"Tiến độ(?:\s+thực hiện)?",
    "Hoàn thành",
    r"Hạn(?:\s+hoàn thành)?",
)
_RESULT = (
    rf"{either('Kết quả', 'Sản phẩm', 'Đầu ra')}"
    rf"(?:\s+{either('đầu ra', 'dự kiến', 'cần đạt', 'đạt được', 'thực hiện')})*"
)
_ASIDE = either(
    "Kinh phí", "Địa điểm", "Thành phần", "Nội dung", "Hình thức", "Đối tượng", "Số lượng", "Ghi chú"
)  # labels that only end the value before them
_LABEL = re.compile(
    rf"(?P<lead>{_LEAD})\s*:|(?P<support>{_SUPPORT})\s*:|(?P<due>{_DUE})\s*:|(?P<result>{_RESULT})\s*:"
    rf"|(?P<aside>{_ASIDE}(?:\s+\w+){{0,2}})\s*:",
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
    found = list(_LABEL.finditer(source)) if ":" in source else []
    for match, after in zip_longest(found, found[1:]):
        if match is None or match.lastgroup is None or match.lastgroup == "aside":
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


def clause_tasks(
    clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None
) -> tuple[Task, ...]:
    """Every clause that names a lead unit or a deadline by label, in document order."""
    headings = {section.locator: section for section in sections if section.kind is SectionKind.HEADING}
    drafts: list[_Draft] = []
    above: Clause | None = None
    for clause in clauses:
        labels = dict(reversed(list(_labelled(clause, text))))  # the first of two alike counts
        own = not _leads_in(clause)
        if own:
            above = clause
        if not labels:
            continue
        if not _continues(drafts, clause, labels, own=own):
            named = above if above is not None and above.locator == clause.locator else headings.get(clause.locator)
            if named is None:
                continue
            drafts.append(_Draft(clause.locator, named, named.span.start, clause.span.end))
        draft = drafts[-1]
        draft.end = max(draft.end, clause.span.end)
        draft.fields = labels | draft.fields
    return tuple(_task(draft, text, year) for draft in drafts if Role.LEAD in draft.fields)


def _continues(drafts: Sequence[_Draft], clause: Clause, labels: Mapping[Role, Field], *, own: bool) -> bool:
    """Whether a clause only adds labels to the task above it."""
    if own or not drafts or drafts[-1].locator != clause.locator or drafts[-1].end > clause.span.start:
        return False
    return not (Role.LEAD in labels and Role.LEAD in drafts[-1].fields)


def _name(draft: _Draft, text: str) -> Field:
    """The task's words: its heading, or its clause up to the first label."""
    if isinstance(draft.name, Section):
        words = draft.name.heading
    else:
        mark = read_mark(draft.name.text)
        words = mark.rest if mark else draft.name.text
    label = _LABEL.search(words)
    words = (words[: label.start()] if label else words).rstrip(" .;:-–(")
    whole = Span(draft.start, draft.end)
    return Field(words, (find_words(words, text, whole) or whole,))


def _task(draft: _Draft, text: str, year: int | None) -> Task:
    lead, support, due = (draft.fields.get(role, Field()) for role in (Role.LEAD, Role.SUPPORT, Role.DUE))
    return Task(
        locator=draft.locator,
        annex=None,
        group=None,
        ordinal=draft.locator.rpartition("/")[2],
        parent=None,
        name=_name(draft, text),
        lead=lead,
        support=support,
        result=draft.fields.get(Role.RESULT, Field()),
        due=due,
        note=Field(),
        leads=split_units(lead.text),
        supports=split_units(support.text),
        when=parse_due(due.text, year),
        spans=(Span(draft.start, draft.end),),
    )
