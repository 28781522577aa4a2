"""The records that one plan is made of; every record points into the plan's canonical text.

One English word for one thing: Plan kế hoạch, Task nhiệm vụ, lead chủ trì, support phối hợp,
result kết quả, due thời hạn, Target chỉ tiêu, Duty chế độ báo cáo, Annex phụ lục, legal basis căn cứ.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from ingest.document import Span


class DueKind(StrEnum):
    """What sort of deadline a due cell prints."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DATE = "date"
    RANGE = "range"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    EVENT = "event"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as printed, with the calendar days it stands for where it names any.

    ``start`` and ``end`` are inclusive; either is None when the words give no such day.
    """

    text: str
    kind: DueKind
    start: date | None = None
    end: date | None = None


class Severity(StrEnum):
    """How much a finding matters to someone who relies on the plan."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the source that a clerk should look at."""

    rule: str
    severity: Severity
    locators: tuple[str, ...]
    message: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """A document that the plan rests on: its number as printed, its date if one is printed."""

    number: str
    date: date | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Header:
    """What the head and the signature block print; None where the source leaves it blank.

    ``corrected`` names the fields that a clerk has put right, each with what the source prints.
    """

    number: str | None = None
    date: date | None = None
    date_text: str | None = None
    place: str | None = None
    issuer: str | None = None
    title: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    legal_bases: tuple[Basis, ...] = ()
    recipients: tuple[str, ...] = ()
    year: int | None = None
    spans: tuple[tuple[str, Span], ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()

    def span_of(self, field: str) -> Span | None:
        """Where ``field`` was read, or None when it is blank."""
        return dict(self.spans).get(field)


class SectionKind(StrEnum):
    """What part of the plan a section is."""

    TITLE = "title"
    BASES = "bases"
    HEADING = "heading"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ANNEX = "annex"
    ANNEX_TITLE = "annex_title"
    GROUP = "group"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part; ``span`` runs from its heading to the end of its content."""

    locator: str
    heading: str
    kind: SectionKind
    depth: int
    span: Span
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of a row as printed ("" when blank) and the pieces it was read from.

    Where a clerk has corrected it, ``text`` is theirs and ``printed`` what the source prints at ``spans``.
    """

    text: str = ""
    spans: tuple[Span, ...] = ()
    printed: str | None = None


FIXED_PLACES: Final = frozenset({"Căn cứ", "Nơi nhận", "Ký", "Tiêu đề"})
"""Locators of what every plan has around its body: nothing there is a task, a target or a duty."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest citable piece of prose: one paragraph or bullet, broken lines joined.

    A row of a table that states neither tasks nor targets is one too, with its ``cells`` under their headers.
    """

    locator: str
    text: str
    span: Span
    marker: str = ""
    cells: tuple[tuple[str, Field], ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One row of a task annex, or a numbered clause that names its lead and deadline (then ``annex`` is None).

    ``spans`` are its printed pieces, one for each page it stands on.
    """

    locator: str
    annex: str | None
    group: str | None
    ordinal: str
    parent: str | None
    name: Field
    lead: Field
    support: Field
    result: Field
    due: Field
    note: Field
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    when: Due | None
    spans: tuple[Span, ...]
    other: tuple[tuple[str, Field], ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A target, from an annex row or a prose bullet (then ``annex`` is None); ``over`` is the header over its value."""

    locator: str
    annex: str | None
    group: str | None
    ordinal: str
    parent: str | None
    name: Field
    unit: Field
    value: Field
    lead: Field
    note: Field
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    spans: tuple[Span, ...]
    due: Field = Field()
    when: Due | None = None
    other: tuple[tuple[str, Field], ...] = ()
    over: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """A reporting duty in prose: who reports what to whom, how often, by when."""

    locator: str
    actor: str
    what: str
    recipient: str
    frequency: str
    due: str
    span: Span
    when: Due | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file was read; ``rows`` are those of its tables, all of them.

    ``sure`` is the share of tasks and targets in which nothing was guessed or doubtful; None where there are none.
    """

    reader: str
    encoding: str | None
    pages: int | None
    tables: int
    rows: int
    sure: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything read from one file. ``digest`` identifies the file's bytes."""

    file: str
    digest: str
    text: str
    header: Header
    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    duties: tuple[Duty, ...]
    findings: tuple[Finding, ...]
    abbreviations: tuple[tuple[str, str], ...] = ()
    reading: Reading | None = None
