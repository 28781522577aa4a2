"""A format-neutral document becomes a Plan: zones, header, outline, tables, tasks, targets, duties, findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.clausetasks import clause_tasks
from ingest.document import Document, Span, Table
from ingest.duties import duties_of
from ingest.errors import NotAPlan
from ingest.findings import review
from ingest.goals import goals_of
from ingest.grid import Grid, grids
from ingest.header import read_header
from ingest.markup import collapse
from ingest.outline import Outline
from ingest.plan import Clause, Finding, Header, Plan, Section, SectionKind, Target, Task
from ingest.prose import Para, Piece, pieces
from ingest.rows import is_target_grid, place, restarts, targets_of, tasks_of
from ingest.zones import Annex, Zones, split_zones


@dataclass(slots=True)
class _Draft:
    """What is being collected for one plan."""

    text: str
    header: Header
    sections: list[Section] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def _fixed(draft: _Draft, locator: str, kind: SectionKind, paras: Sequence[Para]) -> None:
    """A part that every plan has, under its fixed locator."""
    if not paras:
        return
    span = Span(min(p.span.start for p in paras), max(p.span.end for p in paras))
    draft.sections.append(Section(locator, paras[0].text, kind, 1, span))
    draft.clauses.extend(Clause(locator, para.text, para.span) for para in paras)


def _annex_names(annexes: Sequence[Annex]) -> list[str]:
    """Names as printed; a name printed twice gets its turn in brackets so that locators stay unique."""
    counts: Counter[str] = Counter()
    names = []
    for annex in annexes:
        counts[annex.name] += 1
        names.append(annex.name if counts[annex.name] == 1 else f"{annex.name} ({counts[annex.name]})")
    return names


def _tables(draft: _Draft, found: Sequence[Grid], where: str) -> None:
    """Tasks, targets and groups of the tables that stand in one annex or section."""
    placed = [place(grid) for grid in found]
    by_kind = {kind: [t for t, g in zip(placed, found, strict=True) if is_target_grid(g) is kind] for kind in (True, False)}
    for grid, table in zip(found, placed, strict=True):
        target = is_target_grid(grid)
        grouped = restarts(by_kind[target])
        if target:
            draft.targets.extend(targets_of(grid, table, where, grouped=grouped, year=draft.header.year))
        else:
            tasks, findings = tasks_of(grid, table, where, grouped=grouped, year=draft.header.year)
            draft.tasks.extend(tasks)
            draft.findings.extend(findings)
        ends = ([group.spans[0].start for group in table.groups[1:]] + [grid.span.end])[: len(table.groups)]
        for group, end in zip(table.groups, ends, strict=True):
            draft.sections.append(
                Section(f"{where}/{group.label}", group.name, SectionKind.GROUP, 2, Span(group.spans[0].start, max(end, group.spans[-1].end)), where)
            )


def _split_title(annex: Annex, text: str) -> tuple[list[Para], list[Piece]]:
    """The title lines of an annex and what follows them."""
    titles = [annex.heading]
    for number, piece in enumerate(annex.body):
        if not isinstance(piece, Para):
            if isinstance(piece, Table):
                return titles, list(annex.body[number:])
            continue
        title = piece.bold or piece.level or _is_title(piece) or len(titles) == 1
        if not title or re.fullmatch(r"S?TT|Số TT", piece.text):
            return titles, list(annex.body[number:])
        titles.append(piece)
    return titles, []


def _is_title(para: Para) -> bool:
    letters = [c for c in para.text if c.isalpha()]
    caps = bool(letters) and sum(c.isupper() for c in letters) > 0.7 * len(letters)
    return caps or para.text.startswith("(")


def _annex(draft: _Draft, annex: Annex, name: str) -> None:
    titles, rest = _split_title(annex, draft.text)
    heading = " ".join(para.text for para in titles if "kèm theo" not in para.text.lower())
    last = rest[-1] if rest else titles[-1]
    end = last.span.end if isinstance(last, Para | Table) else titles[-1].span.end
    end = max([end, *(p.span.end for p in rest if isinstance(p, Para | Table))])
    draft.sections.append(Section(name, heading, SectionKind.ANNEX, 1, Span(annex.heading.span.start, end)))
    title_span = Span(titles[0].span.start, titles[-1].span.end)
    draft.sections.append(Section(f"{name}/tiêu đề", heading, SectionKind.ANNEX_TITLE, 2, title_span, name))
    draft.clauses.append(Clause(f"{name}/tiêu đề", collapse(title_span.slice(draft.text)), title_span))
    found = grids(rest, draft.text)
    _tables(draft, found, name)
    covered = [grid.span for grid in found]
    prose = [p for p in rest if isinstance(p, Para) and not any(s.start <= p.span.start < s.end and not p.is_footnote for s in covered)]
    outline = Outline(prefix=name)
    outline.read(prose)
    draft.sections.extend(outline.sections)
    draft.clauses.extend(outline.clauses)


def _body(draft: _Draft, zones: Zones) -> None:
    outline = Outline()
    found = grids(zones.body, draft.text)
    covered = [grid.span for grid in found]
    outline.read([p for p in zones.body if not (isinstance(p, Para) and any(s.start <= p.span.start < s.end for s in covered))])
    draft.sections.extend(outline.sections)
    draft.clauses.extend(outline.clauses)
    for grid in found:
        holders = [s for s in outline.sections if s.span.start <= grid.span.start < s.span.end]
        where = max(holders, key=lambda s: s.span.start).locator if holders else "Bảng"
        _tables(draft, [grid], where)


def _unique(draft: _Draft) -> None:
    """Two rows that print the same ordinal in one place get their turn in brackets: a locator names one row."""
    seen: Counter[str] = Counter()
    for rows in (draft.targets, draft.tasks):
        for number, row in enumerate(rows):
            if row.annex is None:
                continue
            seen[row.locator] += 1
            if seen[row.locator] > 1:
                rows[number] = replace(row, locator=f"{row.locator} ({seen[row.locator]})")  # type: ignore[type-var, call-overload]


def build_plan(document: Document, digest: str) -> Plan:
    """Find the structure of ``document``.

    Raises:
        NotAPlan: no title that says what the document is, and no table of tasks or targets.
    """
    zones = split_zones(pieces(document), document.text)
    draft = _Draft(document.text, read_header(zones, document.text))
    title = ([zones.kind] if zones.kind else []) + [para for para in zones.title if para is not zones.kind]
    _fixed(draft, "Tiêu đề", SectionKind.TITLE, title)
    _fixed(draft, "Căn cứ", SectionKind.BASES, zones.bases)
    _body(draft, zones)
    _fixed(draft, "Nơi nhận", SectionKind.RECIPIENTS, zones.recipients)
    _fixed(draft, "Ký", SectionKind.SIGNATURE, zones.signature)
    for annex, name in zip(zones.annexes, _annex_names(zones.annexes), strict=True):
        _annex(draft, annex, name)
    if zones.kind is None and not draft.tasks and not draft.targets:
        raise NotAPlan(
            "không nhận ra đây là một kế hoạch: không có tiêu đề “KẾ HOẠCH” và không có bảng nhiệm vụ hay chỉ tiêu nào.",
            file=document.name,
        )
    draft.tasks = [*clause_tasks(draft.clauses, draft.sections, document.text, draft.header.year), *draft.tasks]
    _unique(draft)
    prose = goals_of(draft.clauses, draft.sections, document.text)
    duties = duties_of(draft.clauses, draft.sections, draft.header.year)
    plan = Plan(
        file=document.name, digest=digest, text=document.text, header=draft.header,
        sections=tuple(sorted(draft.sections, key=lambda s: (s.span.start, s.depth))), clauses=tuple(draft.clauses),
        tasks=tuple(draft.tasks), targets=(*prose, *draft.targets), duties=duties, findings=tuple(draft.findings),
        abbreviations=_defined(document.text),
    )  # fmt: skip
    return replace(plan, findings=(*plan.findings, *review(plan)))


def _defined(text: str) -> tuple[tuple[str, str], ...]:
    """Abbreviations that the plan itself defines: "thủ tục hành chính (TTHC)", initials checked."""
    found: dict[str, str] = {}
    for match in re.finditer(r"((?:[\wÀ-ỹ]+[\s,-]+){1,9})\(\s*(?:sau đây (?:gọi tắt|viết tắt) là\s+)?([A-ZĐ][A-ZĐ&0-9-]{1,9})\s*\)", text):
        words = re.findall(r"[\wÀ-ỹ]+", match.group(1))
        letters = [c for c in match.group(2) if c.isalpha()]
        for size in range(len(letters), min(len(words), len(letters) + 2) + 1):
            tail = [w for w in words[-size:] if w.lower() != "và"] if size > len(letters) else words[-size:]
            if [w[0].upper() for w in tail] == letters:
                found.setdefault(match.group(2), " ".join(words[-size:]))
    return tuple(found.items())
