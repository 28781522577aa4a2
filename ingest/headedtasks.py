"""Tasks whose lead, support and deadline are headings of their own: "2. Cơ quan chủ trì", "3. Thời gian thực hiện"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.clausetasks import shared
from ingest.columns import Role
from ingest.dues import parse_due
from ingest.labels import heads_performers, label_role, labelled
from ingest.marks import read_mark
from ingest.markup import find_words
from ingest.plan import Clause, Field, Section, SectionKind, Task
from ingest.units import split_units

_AND = re.compile(r"\s+và\s+|,\s*", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """The section that the task is called by, and what the headings under it say."""

    section: Section
    fields: dict[Role, list[Field]] = field(default_factory=dict)
    done_by: list[Section] = field(default_factory=list)  # the headings that say who carries out what others lead


def headed_tasks(
    clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None
) -> tuple[Task, ...]:
    """A task for each section under which a heading says only who leads, in document order."""
    headings = {section.locator: section for section in sections if section.kind is SectionKind.HEADING}
    drafts: dict[str, _Draft] = {}
    leading = {
        s.parent for s in headings.values() if label_role(s.heading) is Role.LEAD and not heads_performers(s.heading)
    }
    for section in headings.values():
        role = label_role(section.heading)
        owner = _owner(section, headings) if role else None
        if role is None or owner is None:
            continue
        draft = drafts.setdefault(owner.locator, _Draft(owner))
        if section.parent in leading and heads_performers(section.heading):
            draft.done_by.append(section)
            continue
        for said, value in _values(section, role, clauses, text):
            draft.fields.setdefault(said, []).append(value)
    found = [draft for draft in drafts.values() if draft.fields.get(Role.LEAD)]
    found.sort(key=lambda draft: draft.section.span.start)
    return tuple(replace(_task(draft, text, year), other=tuple(_done_by(draft, clauses, text))) for draft in found)


def _done_by(draft: _Draft, clauses: Sequence[Clause], text: str) -> Iterator[tuple[str, Field]]:
    """Who carries out the work, under the heading that says so."""
    for section in draft.done_by:
        said = _joined([value for _, value in _values(section, Role.LEAD, clauses, text)])
        if said.text:
            yield section.heading, said


def _owner(section: Section, headings: Mapping[str, Section]) -> Section | None:
    """The nearest heading above a label that is no label itself."""
    above = headings.get(section.parent or "")
    while above and label_role(above.heading):
        above = headings.get(above.parent or "")
    return None if above and _only_labels(above.heading) else above


def _only_labels(heading: str) -> bool:
    """Whether a heading names no thing but several labels: "Thời gian và trách nhiệm thực hiện"."""
    parts = _AND.split(heading)
    return len(parts) > 1 and all(label_role(part) for part in parts)


def _values(section: Section, role: Role, clauses: Sequence[Clause], text: str) -> Iterator[tuple[Role, Field]]:
    """What stands under a label: after its colon, or in the clauses right under it; remarks in brackets are none.

    Labels of their own under it say what their values are: "Đơn vị phối hợp: …" under "b) Cơ quan thực hiện".
    """
    for clause in clauses:
        if clause.locator != section.locator:
            continue
        labels = dict(labelled(clause, text))
        if labels:
            yield from labels.items()
        elif not clause.text.startswith("("):
            mark = read_mark(clause.text)
            words = mark.rest if mark else clause.text
            yield role, Field(words, (find_words(words, text, clause.span) or clause.span,))


def _joined(fields: Sequence[Field]) -> Field:
    words = " ".join(one.text for one in fields if one.text)
    return Field(words.rstrip(" .;"), tuple(span for one in fields for span in one.spans))


def _task(draft: _Draft, text: str, year: int | None) -> Task:
    section = draft.section
    lead, support, due, result = (
        _joined(draft.fields.get(role, ())) for role in (Role.LEAD, Role.SUPPORT, Role.DUE, Role.RESULT)
    )
    lead, support = shared(lead, support, text)
    name = find_words(section.heading, text, section.span) or section.span
    return Task(
        locator=section.locator,
        annex=None,
        group=None,
        ordinal=section.locator.rpartition("/")[2],
        parent=None,
        name=Field(section.heading, (name,)),
        lead=lead,
        support=support,
        result=result,
        due=due,
        note=Field(),
        leads=split_units(lead.text),
        supports=split_units(support.text),
        when=parse_due(due.text, year),
        spans=(section.span,),
    )
