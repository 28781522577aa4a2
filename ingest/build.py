"""A format-neutral document becomes a Plan: zones, header, outline, tables, tasks, targets, duties, findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.bracketed import bracketed_tasks, trailing_tasks
from ingest.chargedtasks import charged_tasks
from ingest.clausetasks import clause_tasks
from ingest.columns import Role
from ingest.datarows import data_rows
from ingest.definitions import defined_abbreviations
from ingest.document import Document, Span, Table
from ingest.duties import duties_of
from ingest.errors import NotAPlan
from ingest.findings import doubtful, review
from ingest.folding import fold
from ingest.giventasks import given_tasks
from ingest.goals import goals_of
from ingest.grid import grids
from ingest.groupheads import with_group_dues, with_group_leads
from ingest.headedtasks import headed_tasks
from ingest.header import read_header
from ingest.incells import with_labels_told, with_times_told
from ingest.line import Grid
from ingest.marked import with_marks_told
from ingest.marks import Level, read_mark
from ingest.markup import collapse
from ingest.numerals import heads_ordinals
from ingest.outline import Outline
from ingest.paired import with_pairs_told
from ingest.placement import UNNUMBERED, Group, place, restarts
from ingest.placement import Table as PlacedTable
from ingest.plan import Clause, Finding, Header, Plan, Section, SectionKind, Severity, Target, Task
from ingest.prose import Para, Piece, pieces
from ingest.rows import Place, adds_up, columns_guessed, is_target_grid, targets_of, tasks_of
from ingest.runtogether import apart
from ingest.units import starts_like_unit
from ingest.wholenames import with_joined_offices, with_whole_names
from ingest.zones import Annex, Zones, split_zones

_KINDS = frozenset({"ke hoach", "chuong trinh", "phuong an", "de an"})
_GIVES_OUT = re.compile(r"giao nhiem vu|(?:yeu cau|de nghi|chi dao|ket luan|giao)(?: \w+){0,12}\s*:")
"""Folded: the words before the parts of a letter or a notice that gives out work."""
_CHARGES = re.compile(r"(?:Giao|Đề nghị|Yêu cầu)\s+")
_PARTS = 2
"""Numbered parts that a text without a title must have to be taken for a plan."""
_UNNUMBERED = re.compile(rf"{re.escape(UNNUMBERED)}(?:-\d+)?")


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
    head = paras[: next((n for n in range(1, len(paras)) if _apart(draft, paras[n - 1], paras[n])), len(paras))]
    span = Span(min(p.span.start for p in head), max(p.span.end for p in head))
    draft.sections.append(Section(locator, paras[0].text, kind, 1, span))
    draft.clauses.extend(Clause(locator, para.text, para.span) for para in paras)


def _apart(draft: _Draft, above: Para, below: Para) -> bool:
    """Whether the title of the plan stands between two paragraphs: its decision has bases above, the plan below."""
    title = draft.header.span_of("title")
    return title is not None and above.span.end <= title.start < title.end <= below.span.start


def _annex_names(annexes: Sequence[Annex]) -> list[str]:
    """Names as printed; a name printed twice gets its turn in brackets so that locators stay unique."""
    counts: Counter[str] = Counter()
    names = []
    for annex in annexes:
        counts[annex.name] += 1
        names.append(annex.name if counts[annex.name] == 1 else f"{annex.name} ({counts[annex.name]})")
    return names


def _tables(draft: _Draft, found: Sequence[Grid], where: str, headings: Sequence[Section] = ()) -> None:
    """Tasks, targets and groups of the tables that stand in one annex or section; ``headings`` part several of them."""
    placed = [(grid, place(grid), is_target_grid(grid)) for grid in found]
    parts = _parts([table for _, table, _ in placed], [_part(headings, grid.span) for grid in found])
    grouped = {kind: restarts([table for _, table, own in placed if own is kind]) for kind in (True, False)}
    for (grid, table, target), part in zip(placed, parts, strict=True):
        at = Place(where, grouped[target], draft.header.year, part)
        rows: Sequence[Task | Target]
        if target:
            rows = with_group_leads(targets_of(grid, table, at, draft.text), table.groups, draft.text)
            draft.targets.extend(rows)
        else:
            rows, findings = tasks_of(grid, table, at, draft.text)
            if grid.column(Role.DUE) is None:
                rows = with_group_dues(rows, table.groups, draft.text, draft.header.year)
            rows = with_group_leads(rows, table.groups, draft.text)
            draft.tasks.extend(rows)
            draft.findings.extend(findings)
            draft.clauses.extend(_sums(grid, table, at, draft.text))
        if grid.guessed:
            draft.findings.append(columns_guessed(grid, rows))
        draft.sections.extend(_group_sections(table.groups, grid.span.end, where))
        if table.closing is not None:
            span = Span(table.closing.spans[0].start, table.closing.spans[-1].end)
            draft.clauses.append(Clause(f"{where}/{UNNUMBERED}", collapse(span.slice(draft.text)), span))


def _sums(grid: Grid, table: PlacedTable, at: Place, text: str) -> Iterator[Clause]:
    """A clause with its cells for each row of a table of tasks that adds up others."""
    for row in table.rows:
        if adds_up(row, grid):
            span = Span(row.line.spans[0].start, row.line.spans[-1].end)
            cells = tuple(one for one in zip(grid.headers, row.line.cells, strict=True) if one[0])
            locator = f"{at.annex}/{UNNUMBERED}" if row.path.startswith(UNNUMBERED) else at.locator(row)
            yield Clause(locator, collapse(span.slice(text)), span, row.line.ordinal.text, cells)


def _grids(found: Sequence[Piece], text: str) -> list[Grid]:
    """The tables among some pieces, with what marks and labels in their cells say in columns of their own."""
    marked = (with_pairs_told(with_marks_told(grid), text) for grid in grids(found, text))
    return [with_times_told(with_labels_told(grid, text), text) for grid in marked]


def _part(headings: Sequence[Section], span: Span) -> str:
    """The label of the heading that a table stands under."""
    above = [section for section in headings if section.span.start <= span.start < section.span.end]
    return max(above, key=lambda section: section.span.start).locator.rpartition("/")[2] if above else ""


def _parts(tables: Sequence[PlacedTable], labels: Sequence[str]) -> list[str]:
    """The labels that part tables with the same ordinals, blank where nothing has to be parted."""
    seen = [{(row.group and row.group.label, row.path) for row in table.rows} for table in tables]
    clash = any(one & other for n, one in enumerate(seen) for other in seen[:n])
    return list(labels) if clash and all(labels) and len(set(labels)) == len(labels) else [""] * len(tables)


def _data(draft: _Draft, pieces_: Sequence[Piece], found: Sequence[Grid], where: str) -> None:
    """A clause for each row of the tables that state no task and no target, so that what they print can be cited."""
    for table in pieces_:
        if isinstance(table, Table) and not any(g.span.start <= table.span.start < g.span.end for g in found):
            clauses, groups = data_rows(table, draft.text, where)
            draft.clauses.extend(clauses)
            draft.sections.extend(_group_sections(groups, table.span.end, where))


def _group_sections(groups: Sequence[Group], end: int, where: str) -> Iterator[Section]:
    """A section for each group row, from its words to the next group that is no part of it or to the end of the table."""
    for turn, group in enumerate(groups):
        behind = (one.spans[0].start for one in groups[turn + 1 :] if not one.label.startswith(f"{group.label}/"))
        span = Span(group.spans[0].start, max(next(behind, end), group.spans[-1].end))
        yield Section(f"{where}/{group.label}", group.name, SectionKind.GROUP, 2, span, where)


def _split_title(annex: Annex) -> tuple[list[Para], list[Piece]]:
    """The title lines of an annex and what follows them."""
    titles = [annex.heading]
    several = sum(isinstance(piece, Table) for piece in annex.body) > 1
    for number, piece in enumerate(annex.body):
        if isinstance(piece, Table) or (several and isinstance(piece, Para) and _heads_table(annex.body[number:])):
            return titles, list(annex.body[number:])
        if not isinstance(piece, Para):
            continue
        title = piece.bold or piece.level or _is_title(piece) or len(titles) == 1
        if not title or heads_ordinals(piece.text):
            return titles, list(annex.body[number:])
        titles.append(piece)
    return titles, []


def _heads_table(found: Sequence[Piece]) -> bool:
    """Whether a numbered heading stands right over a table."""
    under = next((piece for piece in found[1:] if isinstance(piece, Para | Table)), None)
    mark = read_mark(found[0].text) if isinstance(found[0], Para) else None
    return mark is not None and mark.level is not Level.BULLET and isinstance(under, Table)


def _is_title(para: Para) -> bool:
    letters = [c for c in para.text if c.isalpha()]
    caps = bool(letters) and sum(c.isupper() for c in letters) > 0.7 * len(letters)
    return caps or para.text.startswith("(")


def _annex(draft: _Draft, annex: Annex, name: str) -> None:
    titles, rest = _split_title(annex)
    heading = " ".join(para.text for para in titles if "kèm theo" not in para.text.lower())
    end = max(piece.span.end for piece in (*titles, *rest) if isinstance(piece, Para | Table))
    draft.sections.append(Section(name, heading, SectionKind.ANNEX, 1, Span(annex.heading.span.start, end)))
    title = Span(titles[0].span.start, titles[-1].span.end)
    words = collapse(title.slice(draft.text))
    if words:  # a table that nothing announces has no title
        locator = f"{name}/tiêu đề"
        draft.sections.append(Section(locator, heading, SectionKind.ANNEX_TITLE, 2, title, name))
        draft.clauses.append(Clause(locator, words, title))
    found = _grids(rest, draft.text)
    prose = [
        p for p in rest if isinstance(p, Table) or (isinstance(p, Para) and (p.is_footnote or not _covered(p, found)))
    ]
    headings = _outline(draft, prose, name)
    _tables(draft, found, name, [section for section in headings if section.kind is SectionKind.HEADING])
    _data(draft, rest, found, name)


def _covered(para: Para, found: Sequence[Grid]) -> bool:
    """Whether a paragraph stands between the pieces of a table."""
    return any(grid.span.start <= para.span.start < grid.span.end for grid in found)


def _outline(draft: _Draft, found: Sequence[Piece], prefix: str = "") -> tuple[Section, ...]:
    """Read the headings and clauses of some prose into the draft; give back its sections."""
    outline = Outline(prefix=prefix)
    outline.read(found)
    draft.sections.extend(outline.sections)
    draft.clauses.extend(outline.clauses)
    return tuple(outline.sections)


def _body(draft: _Draft, zones: Zones) -> None:
    found = _grids(zones.body, draft.text)
    sections = _outline(draft, [p for p in zones.body if not (isinstance(p, Para) and _covered(p, found))])
    for grid in found:
        _tables(draft, [grid], _holder(sections, grid.span) or _kind(zones))
    for table in zones.body:
        if isinstance(table, Table):
            _data(draft, [table], found, _holder(sections, table.span) or _kind(zones))


def _opening(draft: _Draft) -> None:
    """What a text without a title says before its first heading stands where others give their bases."""
    loose = [clause for clause in draft.clauses if not clause.locator]
    if loose and not any(section.kind is SectionKind.BASES for section in draft.sections):
        span = Span(loose[0].span.start, loose[-1].span.end)
        draft.sections.append(Section("Căn cứ", loose[0].text, SectionKind.BASES, 1, span))
    draft.clauses = [replace(clause, locator=clause.locator or "Căn cứ") for clause in draft.clauses]


def _holder(sections: Sequence[Section], span: Span) -> str:
    """The locator of the innermost section in which a table begins, "" where it stands under no heading.

    A table of lines lengthens no section: the last heading above it holds it.
    """
    above = [section for section in sections if section.span.start <= span.start]
    holders = [section for section in above if span.start < section.span.end] or above
    return max(holders, key=lambda section: section.span.start).locator if holders else ""


def _kind(zones: Zones) -> str:
    """What a table under no heading is called: "Kế hoạch" where a plan is nothing but that table."""
    words = zones.kind.text.strip(" .:*").capitalize() if zones.kind else ""
    return words if fold(words) in _KINDS else "Bảng"


def _unique(draft: _Draft) -> None:
    """Rows that print the same ordinal in one place get their turn in brackets: a locator names one row.

    Rows without ordinal are counted on from one table of a place to the next.
    """
    rows: list[Task | Target] = sorted([*draft.tasks, *draft.targets], key=lambda row: row.spans[0])
    bare = Counter(place for row in rows if (place := _above_unnumbered(row)) is not None)
    seen: Counter[str] = Counter()
    places: dict[tuple[Span, str], str] = {}
    for row in rows:
        above = _above_unnumbered(row)
        key = row.locator if above is None else above
        seen[key] += 1
        turn = f"-{seen[key]}" if above is not None and bare[above] > 1 else ""
        again = f" ({seen[key]})" if above is None and seen[key] > 1 else ""
        places[row.spans[0], row.locator] = f"{row.locator}{again}" if above is None else f"{above}/{UNNUMBERED}{turn}"
    draft.tasks = [replace(row, locator=places[row.spans[0], row.locator]) for row in draft.tasks]
    draft.targets = [replace(row, locator=places[row.spans[0], row.locator]) for row in draft.targets]


def _above_unnumbered(row: Task | Target) -> str | None:
    """The place that a row without ordinal stands in; None for every other row."""
    above, _, last = row.locator.rpartition("/")
    return above if _UNNUMBERED.fullmatch(last) else None


def build_plan(document: Document, digest: str) -> Plan:
    """Find the structure of ``document``.

    Raises:
        NotAPlan: no title that says what the document is, and no table of tasks or targets either.
    """
    zones = split_zones(apart(pieces(document), document.text), document.text)
    draft = _Draft(document.text, read_header(zones, document.text))
    title = ([zones.kind] if zones.kind else []) + [para for para in zones.title if para is not zones.kind]
    _fixed(draft, "Tiêu đề", SectionKind.TITLE, title)
    _fixed(draft, "Căn cứ", SectionKind.BASES, zones.bases)
    _outline(draft, zones.decision, zones.decided)
    _body(draft, zones)
    if zones.kind is None:
        _opening(draft)
    _fixed(draft, "Nơi nhận", SectionKind.RECIPIENTS, zones.recipients)
    _fixed(draft, "Ký", SectionKind.SIGNATURE, zones.signature)
    for annex, name in zip(zones.annexes, _annex_names(zones.annexes), strict=True):
        _annex(draft, annex, name)
    if zones.kind is None and _is_laid_out(draft):
        message = "Không thấy tiêu đề “KẾ HOẠCH”: phần đầu của văn bản có thể bị thiếu."
        draft.findings.append(Finding("title-missing", Severity.WARNING, (), message))
    elif zones.kind is None and not _plans(draft):
        message = "không nhận ra đây là một kế hoạch: không có tiêu đề “KẾ HOẠCH”, không có bảng nhiệm vụ hay chỉ tiêu."
        raise NotAPlan(message, file=document.name)
    if document.encoding_why:
        message = f"Văn bản được chuyển mã: {document.encoding_why}."
        draft.findings.append(Finding("encoding", Severity.INFO, (), message, (document.encoding or "",)))
    plan = _finished(draft, document.name, digest, notice=zones.kind is None)
    return replace(plan, findings=(*plan.findings, *doubtful(document, plan)))


def _plans(draft: _Draft) -> bool:
    """Whether any row says who does something, by when, or how much is aimed at."""
    tasks = any(task.lead.text or task.support.text or task.due.text for task in draft.tasks)
    return tasks or any(target.value.text for target in draft.targets)


def _is_laid_out(draft: _Draft) -> bool:
    """Whether the text, though its head is missing, speaks of a plan and has numbered parts as plans do."""
    return len(_parts_of(draft)) >= _PARTS and ("ke hoach" in fold(draft.text) or _gives_out(draft))


def _parts_of(draft: _Draft) -> list[str]:
    """What heads the parts of the body."""
    heads = (section for section in draft.sections if section.kind is SectionKind.HEADING and section.depth == 1)
    return list({section.locator: section.heading for section in heads}.values())


def _gives_out(draft: _Draft) -> bool:
    """Whether this is a letter or a notice that gives out work: it has a part for each office."""
    parts = _parts_of(draft)
    told = sum(starts_like_unit(_CHARGES.sub("", heading)) for heading in parts)
    return bool(_GIVES_OUT.search(fold(draft.text))) and told * 2 > len(parts) >= _PARTS


def _prose_tasks(draft: _Draft, *, notice: bool) -> list[Task]:
    """Tasks that the prose states, in document order; a ``notice`` or a letter charges offices beside its table too.

    Beside a table only parts that give out work point by point state others.
    Where labels or brackets state tasks, a sentence that charges an office states one if it ends with its deadline.
    """
    told = draft.clauses, draft.sections, draft.text, draft.header.year
    found: dict[str, Task] = {}
    for read in (clause_tasks, headed_tasks, bracketed_tasks):
        for task in read(*told):
            found.setdefault(task.locator, task)  # labels say more than brackets
    labelled = bool(found)
    if not draft.tasks or (notice and not labelled):
        charged = charged_tasks(*told, parted=notice and _gives_out(draft), timed=labelled)
        behind = trailing_tasks(*told) if not draft.tasks else ()
        for tasks in (behind, charged) if labelled else (charged, behind):
            taken = [span for task in found.values() for span in task.spans]
            for task in tasks:
                if not any(span.overlaps(task.spans[-1]) for span in taken):
                    found.setdefault(task.locator, task)
    elif not labelled:
        found = {task.locator: task for task in given_tasks(*told, beside=draft.tasks)}
    return sorted(found.values(), key=lambda task: task.spans[0])


def _finished(draft: _Draft, name: str, digest: str, *, notice: bool) -> Plan:
    """The draft as a plan, with what is read from its clauses and with what a clerk should look at."""
    _unique(draft)
    plan = Plan(
        file=name,
        digest=digest,
        text=draft.text,
        header=draft.header,
        sections=tuple(sorted(draft.sections, key=lambda section: (section.span.start, section.depth))),
        clauses=tuple(draft.clauses),
        tasks=(*_prose_tasks(draft, notice=notice), *draft.tasks),
        targets=(*goals_of(draft.clauses, draft.sections, draft.text, draft.header.year), *draft.targets),
        duties=duties_of(draft.clauses, draft.sections, draft.header.year, draft.header.issuer),
        findings=tuple(draft.findings),
        abbreviations=defined_abbreviations(draft.text),
    )
    plan = with_joined_offices(replace(plan, duties=with_whole_names(plan)))
    return replace(plan, findings=(*plan.findings, *review(plan)))
