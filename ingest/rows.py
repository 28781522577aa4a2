"""Rows of annex tables as tasks and targets, each under the locator an official would say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.columns import Role, swapped
from ingest.document import Span
from ingest.dues import parse_due
from ingest.grid import Grid, Line, filled
from ingest.numerals import Numbering, Ordinal
from ingest.plan import Field, Finding, Severity, Target, Task
from ingest.units import Split, split_roles, split_units

UNNUMBERED = "(không số)"


@dataclass(frozen=True, slots=True)
class Group:
    """A group row: its numeral (or its words where it has none), its name, where it stands."""

    label: str
    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its group, its printed ordinal, the path that names it and its parent's path."""

    line: Line
    group: Group | None
    path: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """What one grid holds once its rows are placed."""

    groups: tuple[Group, ...]
    rows: tuple[Placed, ...]


def _name(line: Line, grid: Grid) -> Field:
    at = grid.column(Role.NAME)
    return line.cells[at] if at is not None else Field()


def _is_group(line: Line, grid: Grid) -> bool:
    """A Roman or capital ordinal with a name alone; or, without ordinal, a name alone in bold or capitals."""
    has = filled(line, grid.roles)
    if line.ordinal.kind in (Numbering.ROMAN, Numbering.CAPITAL):
        return has <= {Role.NAME}
    if line.ordinal.kind is Numbering.WORD:
        return not has - {Role.NAME} and bool(re.match(r"^[\wÀ-ỹ]", line.ordinal.text))
    if line.ordinal.kind is Numbering.NONE and has == {Role.NAME}:
        return True
    return False


def _heads_letters(line: Line, below: Line | None, grid: Grid) -> bool:
    """A numbered row with a name alone over rows lettered a, b, c is their group."""
    bare = line.ordinal.kind is Numbering.DECIMAL and filled(line, grid.roles) == {Role.NAME}
    return bare and below is not None and below.ordinal.kind is Numbering.LETTER


def _group(line: Line, grid: Grid) -> Group:
    if line.ordinal.kind is Numbering.WORD:
        words = f"{line.ordinal.text} {_name(line, grid).text}".strip()
        match = re.match(r"^([IVXLC]+|[A-ZĐ])[.)/:]?\s+(.+)$", words)
        return Group(match.group(1), match.group(2), line.spans) if match else Group(words, words, line.spans)
    name = _name(line, grid).text
    if line.ordinal.text:
        return Group(line.ordinal.text, name, line.spans)
    match = re.match(r"^([IVXLC]+|[A-ZĐ])[.)/:]\s+(.+)$", name)
    return Group(match.group(1), match.group(2), line.spans) if match else Group(name, name, line.spans)


def _nested(outer: Group | None, group: Group, line: Line) -> Group:
    """A Roman group under a capital one is called by both: "A/II"."""
    kind = line.ordinal.kind
    if kind is Numbering.ROMAN and outer is not None:
        return replace(group, label=f"{outer.label}/{group.label}")
    return group


def place(grid: Grid) -> Table:
    """Walk the rows once: groups, parents, dash sub-rows, rows without ordinal."""
    groups: list[Group] = []
    rows: list[Placed] = []
    outer: Group | None = None
    group: Group | None = None
    dashes: Counter[str] = Counter()
    above = ""
    for number, line in enumerate(grid.lines):
        below = grid.lines[number + 1] if number + 1 < len(grid.lines) else None
        if _is_group(line, grid) or _heads_letters(line, below, grid):
            group = _nested(outer, _group(line, grid), line)
            if line.ordinal.kind is Numbering.CAPITAL:
                outer = group
            groups.append(group)
            above = ""
            continue
        path, parent = _path(line.ordinal, above, dashes, [row.path for row in rows if row.group == group])
        if line.ordinal.kind in (Numbering.DECIMAL, Numbering.ROMAN, Numbering.CAPITAL):
            above = path
        rows.append(Placed(line, group, path, parent))
    return Table(tuple(groups), tuple(_numbered(rows)))


def _numbered(rows: Sequence[Placed]) -> list[Placed]:
    """Tell several rows without ordinal in one group apart: (không số)-1, (không số)-2 …"""
    counts = Counter((row.group, row.path) for row in rows)
    turns: Counter[Group | None] = Counter()
    found = []
    for row in rows:
        if row.path == UNNUMBERED and counts[row.group, row.path] > 1:
            turns[row.group] += 1
            row = replace(row, path=f"{UNNUMBERED}-{turns[row.group]}")
        found.append(row)
    return found


def _path(ordinal: Ordinal, above: str, dashes: Counter[str], seen: Sequence[str]) -> tuple[str, str | None]:
    """The row's own part of its locator and its parent's."""
    if ordinal.kind is Numbering.DASH:
        dashes[above] += 1
        return f"{above}-{dashes[above]}" if above else f"-{dashes[above]}", above or None
    if ordinal.kind is Numbering.DECIMAL:
        parent = ordinal.text.rpartition(".")[0]
        return ordinal.text, parent if parent in seen else None
    if ordinal.kind is Numbering.LETTER and above:
        return f"{above}/{ordinal.text}", above
    if ordinal.kind in (Numbering.NONE, Numbering.WORD):
        return UNNUMBERED, None
    return ordinal.text, None


def restarts(tables: Sequence[Table]) -> bool:
    """Whether ordinals repeat in several groups, so that a locator must name the group."""
    keys = Counter(
        row.path
        for table in tables
        for row in {(r.group, r.path): r for r in table.rows}.values()
        if not row.path.startswith(UNNUMBERED)
    )
    return any(count > 1 for count in keys.values())


def locator(annex: str, row: Placed, *, grouped: bool) -> str:
    """The row's locator; rows without ordinal always name their group."""
    return _locate(annex, row.group, row.path, grouped=grouped)


def _locate(annex: str, group: Group | None, path: str, *, grouped: bool) -> str:
    if group is not None and (grouped or path.startswith(UNNUMBERED)):
        return f"{annex}/{group.label}/{path}"
    return f"{annex}/{path}"


def _cell(placed: Placed, grid: Grid, role: Role) -> Field:
    at = grid.column(role)
    return placed.line.cells[at] if at is not None else Field()


def _split(lead: Field, support: Field) -> Split:
    """The units of both cells; a lead cell that names both roles is shared out."""
    both = split_roles(lead.text)
    if support.text:
        return Split(both.leads, both.supports + split_units(support.text))
    return both


def is_target_grid(grid: Grid) -> bool:
    """A table of targets has a value column and no deadline column, or a unit of measure beside its values."""
    roles = set(grid.roles)
    return Role.VALUE in roles and (Role.UNIT in roles or not roles & {Role.DUE, Role.SUPPORT})


def tasks_of(
    grid: Grid, table: Table, annex: str, *, grouped: bool, year: int | None
) -> tuple[list[Task], list[Finding]]:
    """The tasks of one grid in printed order; a group whose result and deadline are swapped is put right."""
    turned = _swapped_groups(grid, table)
    found: list[Task] = []
    for placed in table.rows:
        result, due = _cell(placed, grid, Role.RESULT), _cell(placed, grid, Role.DUE)
        if placed.group in turned:
            result, due = due, result
        lead, support = _cell(placed, grid, Role.LEAD), _cell(placed, grid, Role.SUPPORT)
        units = _split(lead, support)
        found.append(
            Task(
                locator=locator(annex, placed, grouped=grouped), annex=annex,
                group=placed.group.label if placed.group else None, ordinal=placed.line.ordinal.text,
                parent=_locate(annex, placed.group, placed.parent, grouped=grouped) if placed.parent else None,
                name=_cell(placed, grid, Role.NAME), lead=lead, support=support, result=result, due=due,
                note=_cell(placed, grid, Role.NOTE), leads=units.leads, supports=units.supports,
                when=parse_due(due.text, year), spans=placed.line.spans, other=_others(placed, grid, _TASK_ROLES),
            )
        )  # fmt: skip
    return found, _swap_findings(turned, found, annex)


_TASK_ROLES = frozenset({Role.NAME, Role.LEAD, Role.SUPPORT, Role.RESULT, Role.DUE, Role.NOTE, Role.ORDINAL})
_TARGET_ROLES = frozenset({Role.NAME, Role.LEAD, Role.UNIT, Role.VALUE, Role.DUE, Role.NOTE, Role.ORDINAL})


def _others(placed: Placed, grid: Grid, known: frozenset[Role]) -> tuple[tuple[str, Field], ...]:
    """The cells, blank ones too, of columns that have no role of their own, under their headers."""
    return tuple(
        (header, cell)
        for role, header, cell in zip(grid.roles, grid.headers, placed.line.cells, strict=True)
        if role not in known and header
    )


def _swapped_groups(grid: Grid, table: Table) -> set[Group | None]:
    if grid.column(Role.RESULT) is None or grid.column(Role.DUE) is None:
        return set()
    turned = set()
    for group in {row.group for row in table.rows}:
        rows = [row for row in table.rows if row.group == group]
        if swapped([_cell(r, grid, Role.RESULT).text for r in rows], [_cell(r, grid, Role.DUE).text for r in rows]):
            turned.add(group)
    return turned


def _swap_findings(turned: set[Group | None], tasks: Sequence[Task], annex: str) -> list[Finding]:
    found = []
    for label in sorted(group.label if group else "" for group in turned):
        rows = [task for task in tasks if (task.group or "") == label]
        values = tuple(task.due.text for task in rows if task.due.text)
        where = f"Nhóm {label} của {annex}" if label else annex
        message = f"{where} in kết quả ở cột thời hạn và thời hạn ở cột kết quả; đã đặt lại đúng nghĩa."
        found.append(
            Finding("columns-swapped", Severity.WARNING, tuple(task.locator for task in rows), message, values)
        )
    return found


def targets_of(grid: Grid, table: Table, annex: str, *, grouped: bool, year: int | None) -> list[Target]:
    """The targets of one grid in printed order."""
    found = []
    for placed in table.rows:
        lead, support, due = (_cell(placed, grid, role) for role in (Role.LEAD, Role.SUPPORT, Role.DUE))
        units = _split(lead, support)
        found.append(
            Target(
                locator=locator(annex, placed, grouped=grouped), annex=annex,
                group=placed.group.label if placed.group else None, ordinal=placed.line.ordinal.text,
                parent=_locate(annex, placed.group, placed.parent, grouped=grouped) if placed.parent else None,
                name=_cell(placed, grid, Role.NAME), unit=_cell(placed, grid, Role.UNIT),
                value=_cell(placed, grid, Role.VALUE), lead=lead, note=_cell(placed, grid, Role.NOTE),
                leads=units.leads, supports=units.supports, spans=placed.line.spans, due=due, when=parse_due(due.text, year),
                other=_others(placed, grid, _TARGET_ROLES),
            )
        )  # fmt: skip
    return found
