"""Rows of annex tables as tasks and targets, each under the locator an official would say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ingest.celllines import offices_by_line
from ingest.clausetasks import units_in
from ingest.columns import Role, swapped
from ingest.dues import looks_like_due, parse_due
from ingest.folding import fold
from ingest.line import Grid
from ingest.numerals import Numbering
from ingest.placement import Group, Placed, Table, locate
from ingest.plan import Due, DueKind, Field, Finding, Severity, Target, Task
from ingest.rowyears import years_of
from ingest.units import Split, split_roles, split_units

_TASK_ROLES = frozenset({Role.NAME, Role.LEAD, Role.SUPPORT, Role.RESULT, Role.DUE, Role.NOTE, Role.ORDINAL})
_TARGET_ROLES = frozenset({Role.NAME, Role.LEAD, Role.UNIT, Role.VALUE, Role.DUE, Role.NOTE, Role.ORDINAL})
_TARGETS = re.compile(r"(?:cac |ten |noi dung )?(?:muc tieu,? )?chi tieu\b(?!.*\bnhiem vu)")
_BEGINS = re.compile(r"bat dau|khoi cong|^(?:thoi gian )?tu(?: ngay)?$")
_FIGURE = re.compile(r"\d|\b[IVX]+\b")
_YEAR = re.compile(r"\b20\d\d\b")
_STRETCH = re.compile(r"\b20\d\d\s*[-–]\s*20\d\d\b")
_DONE = re.compile(r"thuc hien|ket qua|uoc|hien trang|\bu?th\b")
_TOTAL = re.compile(
    r"(?:tổng(?: cộng| số| kinh phí)?|cộng)(?: (?:mục|phần|nhóm|kinh phí)(?: [A-Z\d]{1,4})?)?"
    r"(?:\s*\([\w\s.+=-]+\))?\s*:?",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:[-–+•]\s*)?(?:trong đó|riêng|gồm|bao gồm)\b|[-–+•]\s", re.IGNORECASE)
"""How a row without a number of its own tells that it is part of the one above."""
_Row = TypeVar("_Row", Task, Target)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: its annex or section, whether its locators name groups, the year of the plan.

    ``part`` is the label of the heading inside the annex that parts its table from another with the same ordinals.
    """

    annex: str
    grouped: bool
    year: int | None
    part: str = ""

    def locator(self, row: Placed) -> str:
        """The row's locator."""
        return locate(self._at, row.group, row.path, grouped=self.grouped)

    def parent(self, row: Placed) -> str | None:
        """The locator of the row's parent, if it has one."""
        return locate(self._at, row.group, row.parent, grouped=self.grouped) if row.parent else None

    def group(self, row: Placed) -> str | None:
        """The group that the row stands in, else the part of the annex that its table stands in."""
        return row.group.label if row.group else self.part or None

    @property
    def _at(self) -> str:
        return f"{self.annex}/{self.part}" if self.part else self.annex


def _cell(placed: Placed, grid: Grid, role: Role) -> Field:
    at = grid.column(role)
    return placed.line.cells[at] if at is not None else Field()


def split_cells(lead: Field, support: Field, lines: Mapping[Field, str]) -> Split:
    """The units of both cells; a lead cell that names both roles is shared out. ``lines`` are those of cells that print several."""
    both = split_roles(lines.get(lead, lead.text))
    return Split(both.leads, both.supports + split_units(lines.get(support, support.text)))


def _others(placed: Placed, grid: Grid, known: Collection[Role]) -> tuple[tuple[str, Field], ...]:
    """The cells, blank ones too, of columns that have no role of their own, under their headers."""
    return tuple(
        (header, cell)
        for role, header, cell in zip(grid.roles, grid.headers, placed.line.cells, strict=True)
        if role not in known and header
    )


def is_target_grid(grid: Grid) -> bool:
    """A table of targets has a value column and no deadline column, or a unit of measure beside its values.

    Where a column of names is headed as targets, they are that: each prints its figure in its name.
    """
    roles = set(grid.roles)
    named = grid.column(Role.NAME)
    if named is not None and Role.RESULT not in roles and _TARGETS.match(fold(grid.headers[named])):
        return True
    if Role.UNIT in roles and not roles & {Role.VALUE, Role.LEAD, Role.SUPPORT, Role.RESULT, Role.DUE}:
        return True  # what is measured, over periods
    return Role.VALUE in roles and (Role.UNIT in roles or not roles & {Role.DUE, Role.SUPPORT})


def tasks_of(grid: Grid, table: Table, where: Place, text: str) -> tuple[list[Task], list[Finding]]:
    """The tasks of one grid in printed order; a group whose result and deadline are swapped is put right."""
    turned = _swapped_groups(grid, table)
    years, lines = years_of(grid, table, where.year), offices_by_line(grid, text)
    found = [
        _task(row, grid, replace(where, year=years.get(row.group, where.year)), lines, swap=row.group in turned)
        for row in table.rows
        if not adds_up(row, grid)
    ]
    return found, _swap_findings(turned, found, where.annex)


def adds_up(row: Placed, grid: Grid) -> bool:
    """Whether a row of a table of tasks only adds up others: a row without ordinal, or one that heads a group with its sums."""
    if row.sums:
        return True
    words = " ".join(filter(None, (row.line.ordinal.text, _cell(row, grid, Role.NAME).text)))
    return row.line.ordinal.kind in (Numbering.NONE, Numbering.WORD) and bool(_TOTAL.fullmatch(words))


def _task(row: Placed, grid: Grid, where: Place, lines: Mapping[Field, str], *, swap: bool) -> Task:
    lead, support = _cell(row, grid, Role.LEAD), _cell(row, grid, Role.SUPPORT)
    result, due = _cell(row, grid, Role.RESULT), _cell(row, grid, Role.DUE)
    if swap:
        result, due = due, result
    due = due if due.text else _all_along(_under(row, grid))
    units = split_cells(lead, support, lines)
    return Task(
        locator=where.locator(row),
        annex=where.annex,
        group=where.group(row),
        ordinal=row.line.ordinal.text,
        parent=where.parent(row),
        name=_cell(row, grid, Role.NAME),
        lead=lead,
        support=support,
        result=result,
        due=due,
        note=_cell(row, grid, Role.NOTE),
        leads=units.leads,
        supports=units.supports,
        when=_from(_under(row, grid), parse_due(due.text, where.year), where.year),
        spans=row.line.spans,
        other=_others(row, grid, _TASK_ROLES),
    )


def _under(row: Placed, grid: Grid) -> Iterator[tuple[str, Field]]:
    """Every cell of a row under its header."""
    return zip(grid.headers, row.line.cells, strict=True)


def _all_along(cells: Iterable[tuple[str, Field]]) -> Field:
    """What stands under the beginning alone and names no day, so that it holds for the end too: "Thường xuyên"."""
    begins = (cell for header, cell in cells if _BEGINS.search(fold(header)))
    return next((cell for cell in begins if looks_like_due(cell.text) and not _FIGURE.search(cell.text)), Field())


def _from(cells: Iterable[tuple[str, Field]], end: Due | None, year: int | None) -> Due | None:
    """The deadline with the day that another column gives for the beginning; that alone where none is printed."""
    begins = (cell.text for header, cell in cells if _BEGINS.search(fold(header)))
    start = next((due.start for due in (parse_due(words, year) for words in begins) if due and due.start), None)
    if end is None and start is not None:
        return Due("", DueKind.RANGE, start)
    if end is None or start is None or end.end is None or start > end.end:
        return end
    return replace(end, kind=DueKind.RANGE, start=start)


def reread(row: _Row, changed: Collection[str], year: int | None) -> _Row:
    """The row with its units and days as they follow from its cells, of which those named have ``changed``."""
    if {"lead", "support"} & set(changed):
        leads, supports = _units_of(row, changed)
        row = replace(row, leads=leads, supports=supports)
    return replace(row, when=_when_of(row, year)) if "due" in changed else row


def _when_of(row: Task | Target, year: int | None) -> Due | None:
    when = parse_due(row.due.text, year)
    return _from(row.other, when, year) if isinstance(row, Task) else when


def _units_of(row: Task | Target, changed: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Leads and supports of a row that was read, from its cells; what a cell gave that has not changed stays.

    A target's other supports stand in a column of its own.
    """
    if isinstance(row, Task) and row.annex is None:
        units = units_in(row.lead.text, row.support.text)
        return units.leads, units.supports
    before = split_roles(row.lead.text if row.lead.printed is None else row.lead.printed).supports
    led = split_roles(row.lead.text)
    others = (
        split_units(row.support.text) if isinstance(row, Task) and "support" in changed else row.supports[len(before) :]
    )
    return led.leads if "lead" in changed else row.leads, (*led.supports, *others)


def _swapped_groups(grid: Grid, table: Table) -> set[Group | None]:
    """The groups that print results under the deadline header and deadlines under the result header."""
    if grid.column(Role.RESULT) is None or grid.column(Role.DUE) is None:
        return set()
    turned = set()
    for group in dict.fromkeys(row.group for row in table.rows):
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
        locators = tuple(task.locator for task in rows)
        found.append(Finding("columns-swapped", Severity.WARNING, locators, message, values))
    return found


def columns_guessed(grid: Grid, rows: Sequence[Task | Target]) -> Finding:
    """That the columns of a table were told by what their cells hold, against what stands over them."""
    known = (Role.NAME, Role.VALUE)
    values = tuple(header for role, header in zip(grid.roles, grid.headers, strict=True) if role in known and header)
    message = "Tên cột không hợp với nội dung bên dưới; ý nghĩa của cột được đoán theo nội dung các ô."
    return Finding("columns-guessed", Severity.WARNING, tuple(row.locator for row in rows), message, values)


def targets_of(grid: Grid, table: Table, where: Place, text: str) -> list[Target]:
    """The targets of one grid in printed order; of columns for several years the plan's own holds the values."""
    dated, lines = _of_year(grid, where.year), offices_by_line(grid, text)
    return _with_parts([_target(row, dated, where, lines) for row in table.rows])


def _with_parts(found: Sequence[Target]) -> list[Target]:
    """The targets, those without a number that a dash or "Trong đó" marks as parts under the numbered row above them."""
    parted: list[Target] = []
    over, within = None, False
    for one in found:
        if one.ordinal or one.parent or (over and one.group != over.group):
            over, within = (one if one.ordinal and not one.parent else over), False
        marked = _PART.match(one.name.text)
        within = within or (marked is not None and marked[0][:1].isalpha())
        under = over is not None and not one.ordinal and one.parent is None and one.group == over.group
        parted.append(replace(one, parent=over.locator) if over and under and (marked or within) else one)
    return parted


def _of_year(grid: Grid, year: int | None) -> Grid:
    """The grid with the plan's year as the column of values, where the values stand under another year."""
    at = grid.column(Role.VALUE)
    if at is None or year is None or not _YEAR.search(grid.headers[at]):
        return grid
    aims = [n for n, header in enumerate(grid.headers) if not _DONE.search(fold(header)) or n == at]
    own = next((n for n in aims if _YEAR.findall(grid.headers[n])[-1:] == [str(year)]), at)
    if own == at or grid.roles[own] is not Role.OTHER or len(_YEAR.findall(_STRETCH.sub("", grid.headers[own]))) > 1:
        return grid
    roles = list(grid.roles)
    roles[at], roles[own] = Role.OTHER, Role.VALUE
    return replace(grid, roles=tuple(roles))


def _target(row: Placed, grid: Grid, where: Place, lines: Mapping[Field, str]) -> Target:
    lead, support, due = (_cell(row, grid, role) for role in (Role.LEAD, Role.SUPPORT, Role.DUE))
    units = split_cells(lead, support, lines)
    return Target(
        locator=where.locator(row),
        annex=where.annex,
        group=where.group(row),
        ordinal=row.line.ordinal.text,
        parent=where.parent(row),
        name=_cell(row, grid, Role.NAME),
        unit=_cell(row, grid, Role.UNIT),
        value=_cell(row, grid, Role.VALUE),
        lead=lead,
        note=_cell(row, grid, Role.NOTE),
        leads=units.leads,
        supports=units.supports,
        spans=row.line.spans,
        due=due,
        when=parse_due(due.text, where.year),
        other=_others(row, grid, _TARGET_ROLES),
        over=grid.headers[value] if (value := grid.column(Role.VALUE)) is not None else "",
    )
