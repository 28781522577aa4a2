"""Where the rows of an annex table belong: their group, their parent, and the path that an official would say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.columns import Role
from ingest.document import Span
from ingest.line import Grid, Line, filled, said
from ingest.numerals import Numbering, Ordinal

_OWN = frozenset({Role.ORDINAL, Role.NAME})
UNNUMBERED = "(không số)"

_LONGEST_GROUP = 120  # characters of a name
_NUMBERED_NAME = re.compile(r"^([IVXLC]+|[A-ZĐ])[.)/:]\s+(.+)$")
_PARTS = re.compile(r"(?:[-–+•]\s*)?(?:trong đó|gồm(?: có)?|bao gồm|cụ thể(?: là)?)\s*:?", re.IGNORECASE)
_LISTED = re.compile(r"[-–—+•]\s")  # what opens the name of a row that stands under the one above
_NUMBERED_WORDS = re.compile(r"^([IVXLC]+|[A-ZĐ])[.)/:]?\s+(.+)$")


@dataclass(frozen=True, slots=True)
class Group:
    """A group row: its numeral (or its words where it has none), its name, where it stands."""

    label: str
    name: str
    spans: tuple[Span, ...]

    @property
    def place(self) -> str:
        """The label without words that stand where a numeral is missing: nobody says these to name a row without number."""
        worded = f"/{self.label}".endswith(f"/{self.name}")
        return self.label.removesuffix(self.name).rstrip("/") if worded else self.label


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its group, the path that names it in its group and its parent's path; ``sums`` where it heads a group."""

    line: Line
    group: Group | None
    path: str
    parent: str | None
    sums: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What one grid holds once its rows are placed; ``closing`` is the line of words under its last row, if any."""

    groups: tuple[Group, ...]
    rows: tuple[Placed, ...]
    closing: Line | None = None


def place(grid: Grid) -> Table:
    """Walk the rows once: groups, parents, dash sub-rows, rows without ordinal."""
    walk = _Walk()
    closing = grid.lines[-1] if len(grid.lines) > 1 and _closes(grid.lines[-1], grid) else None
    lines = grid.lines[:-1] if closing else grid.lines
    for line, below in zip(lines, (*lines[1:], None), strict=True):
        if _opens_parts(line, grid) and walk.above:
            walk.hold(line)
        elif _is_group(line, grid):
            walk.open(_group(line, grid), line.ordinal.kind)
        elif _adds_up(line, below, grid):
            walk.open_sums(line, _group(line, grid))
        elif _heads_letters(line, below, grid):
            walk.open_letters(_group(line, grid))
        else:
            walk.add(line, listed=_is_listed(line, grid))
    return Table(tuple(walk.groups), tuple(_numbered(walk.rows)), closing)


@dataclass(slots=True)
class _Walk:
    """The groups and rows so far; ``above`` is the path of the last row that others may stand under."""

    groups: list[Group] = field(default_factory=list)
    rows: list[Placed] = field(default_factory=list)
    capital: Group | None = None
    group: Group | None = None
    letters: Group | None = None
    above: str = ""
    dashes: int = 0
    seen: set[str] = field(default_factory=set)

    def open(self, group: Group, kind: Numbering) -> None:
        """A group row; a Roman group under a capital one is called by both: "A/II"."""
        nested = kind is Numbering.ROMAN and self.capital is not None
        self.group = _under(self.capital, group) if nested else group
        self.capital = group if kind is Numbering.CAPITAL else self.capital
        self._begin(self.group)

    def open_sums(self, line: Line, group: Group) -> None:
        """A group row that prints the sums of its rows: a row beside the groups too."""
        self.group = self.capital if line.ordinal.kind is Numbering.ROMAN else None
        self.letters = None
        self.add(line)
        self.rows[-1] = replace(self.rows[-1], sums=True)
        self.open(group, line.ordinal.kind)

    def open_letters(self, group: Group) -> None:
        """A numbered row over rows lettered a, b, c: a group inside the group it stands in."""
        self._begin(_under(self.group, group))
        self.letters = self.groups[-1]

    def _begin(self, group: Group) -> None:
        self.groups.append(group)
        self.letters, self.above, self.dashes = None, "", 0
        self.seen.clear()

    def add(self, line: Line, *, listed: bool = False) -> None:
        """An ordinary row; a ``listed`` one stands under the numbered row above as if it had a dash for its number."""
        if line.ordinal.kind is Numbering.DECIMAL:
            self.letters = None
        ordinal = Ordinal("-", Numbering.DASH) if listed and self.above else line.ordinal
        path, parent = self._within() if line.within and self.above else self._path(ordinal)
        if line.ordinal.kind in (Numbering.DECIMAL, Numbering.ROMAN, Numbering.CAPITAL):
            self.above, self.dashes = path, 0
        self.seen.add(path)
        self.rows.append(Placed(line, self.letters or self.group, path, parent))

    def hold(self, line: Line) -> None:
        """A row that says nothing but that parts of the row above follow: a printed piece of that row."""
        over = self.rows[-1]
        self.rows[-1] = replace(over, line=replace(over.line, spans=over.line.spans + line.spans))

    def _within(self) -> tuple[str, str | None]:
        """The path of a further item under one merged number, whose first item has the number alone: 1, 1-2, 1-3."""
        self.dashes = max(self.dashes, 1) + 1
        return f"{self.above}-{self.dashes}", self.above

    def _path(self, ordinal: Ordinal) -> tuple[str, str | None]:
        """The row's own part of its locator and its parent's."""
        if ordinal.kind is Numbering.DASH:
            self.dashes += 1
            return f"{self.above}-{self.dashes}", self.above or None
        if ordinal.kind is Numbering.DECIMAL:
            parent = ordinal.text.rpartition(".")[0]
            return ordinal.text, parent if parent in self.seen else None
        if ordinal.kind is Numbering.LETTER and self.above:
            return f"{self.above}/{ordinal.text}", self.above
        if ordinal.kind in (Numbering.NONE, Numbering.WORD):
            return UNNUMBERED, None
        return ordinal.text, None


def _under(outer: Group | None, group: Group) -> Group:
    return replace(group, label=f"{outer.label}/{group.label}") if outer else group


def _is_group(line: Line, grid: Grid) -> bool:
    """Whether a row prints a name alone under a Roman, capital or worded ordinal, or under none."""
    has = filled(line, grid.roles)
    if line.ordinal.kind in (Numbering.ROMAN, Numbering.CAPITAL):
        return has <= {Role.NAME} or (Role.NAME in has and not has & {Role.LEAD, Role.SUPPORT} and _tails(line, grid))
    if line.ordinal.kind is Numbering.WORD:
        return has <= {Role.NAME} and line.ordinal.text[0].isalnum()
    return line.ordinal.kind is Numbering.NONE and has == {Role.NAME}


def _opens_parts(line: Line, grid: Grid) -> bool:
    """Whether a row without number prints "Trong đó:" alone."""
    bare = line.ordinal.kind is Numbering.NONE and filled(line, grid.roles) == {Role.NAME}
    return bare and _PARTS.fullmatch(said(line, grid.roles, Role.NAME)) is not None


def _is_listed(line: Line, grid: Grid) -> bool:
    """Whether a row without number prints a dash before its name, in a table that has a column of row numbers."""
    numbered = line.ordinal.kind is Numbering.NONE and Role.ORDINAL in grid.roles
    return numbered and _LISTED.match(said(line, grid.roles, Role.NAME)) is not None


def _closes(line: Line, grid: Grid) -> bool:
    """Whether a last row without number prints a long text alone: a remark or a sum over all rows, no group of none."""
    at = grid.column(Role.NAME)
    long = at is not None and len(line.cells[at].text) > _LONGEST_GROUP
    return line.ordinal.kind is Numbering.NONE and long and filled(line, grid.roles) == {Role.NAME}


def _adds_up(line: Line, below: Line | None, grid: Grid) -> bool:
    """Whether a row under a Roman numeral or capital prints the sums of the numbered rows below it: a row and their group."""
    headed = line.ordinal.kind in (Numbering.ROMAN, Numbering.CAPITAL) and below is not None
    nested = line.ordinal.kind is Numbering.CAPITAL and below is not None and below.ordinal.kind is Numbering.ROMAN
    figures = headed and filled(line, grid.roles) <= {Role.NAME, Role.VALUE, Role.UNIT, Role.NOTE, Role.OTHER}
    return figures and below is not None and (nested or below.ordinal.kind is Numbering.DECIMAL)


def _tails(line: Line, grid: Grid) -> bool:
    """Whether all that a row prints beside its name is the end of cells above it, broken over the page."""
    beside = (cell.text for role, cell in zip(grid.roles, line.cells, strict=True) if role not in _OWN)
    return all(not words or words[0].islower() for words in beside)


def _heads_letters(line: Line, below: Line | None, grid: Grid) -> bool:
    """Whether a numbered row prints a name alone over rows lettered a, b, c."""
    bare = line.ordinal.kind is Numbering.DECIMAL and filled(line, grid.roles) == {Role.NAME}
    return bare and below is not None and below.ordinal.kind is Numbering.LETTER


def _group(line: Line, grid: Grid) -> Group:
    """The group that a row opens; a numeral printed in the same cell as the name is its label."""
    at = grid.column(Role.NAME)
    name = line.cells[at].text if at is not None else ""
    if line.ordinal.text and line.ordinal.kind is not Numbering.WORD:
        return Group(line.ordinal.text, name, line.spans)
    words = f"{line.ordinal.text} {name}".strip()
    numbered = (_NUMBERED_WORDS if line.ordinal.text else _NUMBERED_NAME).match(words)
    return Group(numbered.group(1), numbered.group(2), line.spans) if numbered else Group(words, words, line.spans)


def _numbered(rows: Sequence[Placed]) -> list[Placed]:
    """Tell several rows without ordinal in one place apart by their turn: (không số)-1, (không số)-2."""
    places = [row.group.place if row.group else "" for row in rows]
    counts = Counter(place for place, row in zip(places, rows, strict=True) if row.path == UNNUMBERED)
    turns: Counter[str] = Counter()
    found = []
    for place, row in zip(places, rows, strict=True):
        path = row.path
        if path == UNNUMBERED and counts[place] > 1:
            turns[place] += 1
            path = f"{UNNUMBERED}-{turns[place]}"
        found.append(replace(row, path=path))
    return found


def _needs_group(path: str) -> bool:
    """A row without ordinal, a dash row and a lettered one right under a group are always told by their group."""
    return path.startswith((UNNUMBERED, "-")) or (len(path) == 1 and path.islower())


def restarts(tables: Sequence[Table]) -> bool:
    """Whether ordinals repeat in several groups, so that a locator must name the group."""
    keys: Counter[str] = Counter()
    for table in tables:
        rows = dict.fromkeys((row.group, row.path) for row in table.rows)
        keys.update(path for _, path in rows if not _needs_group(path))
        keys.update(filter(None, map(_number, table.groups)))
    return any(count > 1 for count in keys.values())


def _number(group: Group) -> str:
    """The number of a row that heads lettered ones, which is one of the ordinals of its table; blank for other groups."""
    number = group.label.rpartition("/")[2]
    return number if number[:1].isdigit() else ""


def locate(annex: str, group: Group | None, path: str, *, grouped: bool) -> str:
    """The locator of the row with this path, with its group where ordinals restart (``grouped``)."""
    if group is None or not (grouped or _needs_group(path)):
        return f"{annex}/{path}"
    label = group.place if path.startswith(UNNUMBERED) else group.label
    if not grouped and path.islower():
        label = _number(group) or label
    if path.startswith("-"):
        return f"{annex}/{label}{path}"
    return "/".join(filter(None, (annex, label, path)))
