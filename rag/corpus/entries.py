"""What a question can be about: every row and clause of the plans, with the words it can be found by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.columns import Role, told_by
from ingest.document import Span
from ingest.folding import fold, tone_normal
from ingest.markup import filled_in
from ingest.plan import Clause, Due, Field, Plan, Section, Target, Task
from rag.language.words import Expander, sound


def is_filled(cell: str) -> bool:
    """Whether a cell says something: a dash alone, as offices print it, leaves it blank."""
    return bool(cell.strip(" -–"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a question can be about: a "task" or "target" row, or a "clause" of prose.

    ``plan`` and ``order`` are positions in the library's plans and entries. ``main``, ``title`` and ``context`` are
    sets of sound-form syllables and neighbour pairs: of the entry's own words, of its name, and of what stands over
    it (group, annex, sections). ``printed`` holds all its words with their accents, ``initials`` the first letters of
    its own words in order, by which an abbreviation that nobody defined is told.
    """

    kind: str
    plan: int
    order: int
    locator: str
    name: str
    row: Task | Target | Clause
    main: frozenset[str]
    title: frozenset[str]
    context: frozenset[str]
    text: str
    printed: frozenset[str] = frozenset()
    initials: str = ""
    cells: tuple[tuple[str, Field], ...] = ()
    """What a numbered row of a table that states no tasks prints under each header, its name first; () for all else."""

    @property
    def target(self) -> Target | None:
        """The row when it is a target."""
        return self.row if isinstance(self.row, Target) else None

    @property
    def clause(self) -> Clause | None:
        """The clause when it is prose."""
        return self.row if isinstance(self.row, Clause) else None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the entry is printed, one span for each page."""
        return (self.row.span,) if isinstance(self.row, Clause) else self.row.spans

    @property
    def annex(self) -> str | None:
        """The annex that the row stands in; None for prose."""
        return None if isinstance(self.row, Clause) else self.row.annex

    @property
    def group(self) -> str | None:
        """The group that the row stands in, where its annex has groups."""
        return None if isinstance(self.row, Clause) else self.row.group

    @property
    def parent(self) -> str | None:
        """The locator of the row that this one is a part of."""
        return None if isinstance(self.row, Clause) else self.row.parent

    @property
    def leads(self) -> tuple[str, ...]:
        """Lead units as printed."""
        return () if isinstance(self.row, Clause) else self.row.leads

    @property
    def supports(self) -> tuple[str, ...]:
        """Supporting units as printed."""
        return () if isinstance(self.row, Clause) else self.row.supports

    @property
    def when(self) -> Due | None:
        """The deadline, where the row has one."""
        return None if isinstance(self.row, Clause) else self.row.when

    @property
    def other(self) -> tuple[tuple[str, Field], ...]:
        """Cells of columns without a role of their own, under their headers."""
        return self.cells[1:] if isinstance(self.row, Clause) else self.row.other

    def field(self, role: str) -> Field:
        """A cell by its role; blank for prose and for roles the row has not. A row of data has its notes under their header."""
        if role == Role.NOTE and self.cells:
            return next((cell for header, cell in self.cells if Role.NOTE in told_by(header)), Field())
        found = getattr(self.row, role, None)
        return found if isinstance(found, Field) else Field()


_CELLS: Final = ("name", "unit", "value", "lead", "support", "result", "due", "note")
_ITEM: Final = re.compile(r"(.+)-\d+")
"""The place of one of several tasks that a section tells, numbered in their order: "IV/2-1"."""
_HEADER: Final = re.compile(r"(?:(?:S\s?)?TT|Số TT)\t[^\t]+\t", re.IGNORECASE)
"""A line that heads numbered rows."""
_POINT: Final = re.compile(r"((?:.+/)?\d+(?:\.\d+)*)\.\d+")
"""The place of a point of a point, numbered with it: "III/2.1"."""
_HEADING_LENGTH: Final = 200
"""Characters of a section's heading that count: some "headings" are whole paragraphs."""


def grams(text: str) -> frozenset[str]:
    """Syllables and neighbour pairs ("so", "so_noi") of a sound form."""
    words = text.split()
    return frozenset((*words, *(f"{a}_{b}" for a, b in pairwise(words))))


def entries_of(plan: Plan, number: int, start: int, expander: Expander) -> Iterator[Entry]:
    """The tasks, targets and clauses of a plan, in this order; ``number`` is the plan's, ``start`` the first entry's."""
    headings = {section.locator: section.heading for section in plan.sections}
    names = {task.locator: task.name.text for task in plan.tasks}
    names |= {target.locator: target.name.text for target in plan.targets}
    rows: list[tuple[str, Task | Target | Clause]] = [("task", task) for task in plan.tasks]
    rows += [("target", target) for target in plan.targets]
    rows += [("clause", clause) for clause in plan.clauses]
    for order, (kind, row) in enumerate(rows, start):
        if isinstance(row, Clause):
            name = text = row.text
            if row.cells:
                text = " ".join(f"{header} {cell.text}" for header, cell in row.cells if cell.text)
            above = _over_clause(row.locator, headings)
        else:
            name, text = row.name.text, " ".join(_cells(row))
            above = f"{_over_row(row, headings)} {names.get(row.parent or '', '')}"
        full, over = expander.expand(text), expander.expand(above)
        main = grams(f"{sound(full)} {sound(text)}")
        yield Entry(
            kind=kind,
            plan=number,
            order=order,
            locator=row.locator,
            name=name,
            row=row,
            main=main,
            title=grams(sound(expander.expand(name))),
            context=grams(sound(over)) - main,
            text=text,
            initials="".join(word[0] for word in re.findall(r"[^\W\d_]+", fold(text))),
            printed=frozenset(re.findall(r"[^\W_]+", tone_normal(f"{text} {full} {above} {over}"))),
            cells=_printed_cells(plan, row) if isinstance(row, Clause) else (),
        )


def _printed_cells(plan: Plan, row: Clause) -> tuple[tuple[str, Field], ...]:
    """The cells of a row of data under the titles of the header over it, its number left out; none where it stands in no such table."""
    words = row.span.slice(plan.text)
    if row.cells and not row.cells[0][0]:  # of a table without row numbers
        return row.cells[1:]
    if "\t" not in words or not row.marker[:1].isdigit() or "/" not in row.locator:
        return ()
    place = row.locator.partition("/")[0]
    section = next((one for one in plan.sections if one.locator == place), None)
    above = plan.text[section.span.start : row.span.start].splitlines() if section is not None else []
    titles = next((line.split("\t") for line in above if _HEADER.match(line)), [])
    found, at = list[tuple[str, Field]](), row.span.start
    for title, cell in zip(titles, words.split("\t"), strict=False):
        said = filled_in(cell.strip())
        start = at + cell.find(said)
        found.append((title.strip(), Field(said, (Span(start, start + len(said)),) if said else ())))
        at += len(cell) + 1
    return tuple(found[1:])


def _cells(row: Task | Target) -> list[str]:
    cells = [getattr(row, name).text for name in _CELLS if hasattr(row, name)]
    dated = isinstance(row, Target) and row.value.text and re.search(r"\b20\d\d\b", row.over)
    cells += [row.over] if isinstance(row, Target) and dated else []
    cells += [f"{header} {cell.text}" for header, cell in row.other if cell.text]
    return [cell for cell in cells if cell]


def _over_row(row: Task | Target, headings: dict[str, str]) -> str:
    """Its annex and group; the chain of sections for a row that stands in prose."""
    if not row.annex:
        return _over_clause(row.locator, headings)
    group = headings.get(f"{row.annex}/{row.group}", "") if row.group else ""
    return f"{row.annex} {headings.get(row.annex, '')} {group}"


def _over_clause(locator: str, headings: dict[str, str]) -> str:
    return " ".join(headings.get(one, "")[:_HEADING_LENGTH] for one in chain(locator))


def sections_over(plan: Plan, locator: str) -> Iterator[Section]:
    """The sections that a place stands in, from the inside out."""
    known = {section.locator: section for section in plan.sections}
    return (known[one] for one in chain(locator) if one in known)


def chain(locator: str) -> Iterator[str]:
    """A locator and those over it, from the inside out: "IV/2/a-1", "IV/2/a", "IV/2", "IV".

    A point "2.1" that is written without the one it belongs to stands under it all the same: "III/2.1", "III/2", "III".
    """
    while locator:
        yield locator
        item = _ITEM.fullmatch(locator) or _POINT.fullmatch(locator)
        locator = item[1] if item else locator.rpartition("/")[0]
