"""Tables that tell a row's result or deadline inside a cell of other words: by a label ("- Sản phẩm: Quy chế được ban hành"),
or the deadline in brackets behind the name.

What is told so stands in columns of their own then; the words stay in their cells too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from ingest.columns import Role, told_by
from ingest.document import Span
from ingest.dues import looks_like_due
from ingest.labels import LABEL
from ingest.letters import either
from ingest.line import Grid, Line, filled
from ingest.markup import collapse
from ingest.plan import Field

_OPENS = re.compile(r"(?:^|[.;:\n]|(?:^|\s)[-+*•–])\s*$")  # right before a label, not inside a sentence
_TOLD = (Role.RESULT, Role.DUE)
_ENDS = re.compile(r"\(\s*([^()]*[^()\s.;])[\s.;]*\)[\s.;]*$")
_TIME = re.compile(
    either("trước", "sau", "trong", "ngay", "khi", "chậm nhất", "hoàn thành", "xong") + r"\s", re.IGNORECASE
)
_DONE = re.compile(
    r"(?:hoàn thành|xong)\s+(?=(?:(?:trước|trong|vào|chậm nhất|từ|đến|ngày|tháng|quý|năm)\b|\d))", re.IGNORECASE
)
_APART = re.compile(r"\s*[,;:\n]\s*|(?<!\d)\s+[–-]\s+")
_AROUND = " \t\n.;,-–—+•*"


def with_labels_told(grid: Grid, text: str) -> Grid:
    """The grid with a column for each role that none of its titles names and labels in its cells tell."""
    for role in _TOLD:
        if role in grid.roles or not {Role.LEAD, Role.SUPPORT} & set(grid.roles):
            continue
        cells = [_told(line, grid, role, text) for line in grid.lines]
        if any(cell.text for cell in cells):
            grid = _with(grid, role, cells)
    return grid


def _told(line: Line, grid: Grid, role: Role, text: str) -> Field:
    """What the first label for this role says in the cells of names and of no role."""
    for one, cell in zip(grid.roles, line.cells, strict=True):
        found = _labelled(cell, role, text) if one in (Role.NAME, Role.OTHER) else Field()
        if found.text:
            return found
    return Field()


def _labelled(cell: Field, role: Role, text: str) -> Field:
    """What stands after this role's label in one cell, up to the next label."""
    for span in cell.spans:
        words = span.slice(text)
        labels = [label for label in LABEL.finditer(words) if _OPENS.search(words[: label.start()])]
        for label, after in zip_longest(labels, labels[1:]):
            if label is None or label.lastgroup != role.value:
                continue
            value = words[label.end() : after.start() if after else len(words)]
            said = value.strip(_AROUND)
            if said and (role is not Role.DUE or looks_like_due(said)):
                start = span.start + label.end() + value.find(said)
                return Field(collapse(said), (Span(start, start + len(said)),))
    return Field()


def with_times_told(grid: Grid, text: str) -> Grid:
    """The grid with a column for the deadlines that stand beside the names, where none is headed so.

    The title says it ("Nội dung, thời gian"), or most names end in a time in brackets.
    """
    if Role.DUE in grid.roles or Role.NAME not in grid.roles or not {Role.LEAD, Role.SUPPORT} & set(grid.roles):
        return grid
    at = grid.roles.index(Role.NAME)
    said = told_by(grid.headers[at])
    works = [len(filled(line, grid.roles)) > 1 for line in grid.lines]
    names = [line.cells[at] if work else Field() for work, line in zip(works, grid.lines, strict=True)]
    cells = [_behind(name, text) for name in names]
    if Role.DUE in said:
        first = said.index(Role.DUE) < said.index(Role.NAME)
        cells = [one if one.text else _beside(name, text, first=first) for one, name in zip(cells, names, strict=True)]
    elif sum(bool(one.text) and looks_like_due(one.text) for one in cells) * 2 <= sum(works):
        return grid
    return _with(grid, Role.DUE, cells) if any(one.text for one in cells) else grid


def _behind(name: Field, text: str) -> Field:
    """The time in the brackets that end a name."""
    for span in name.spans[-1:]:
        found = _ENDS.search(span.slice(text))
        if found and (looks_like_due(found[1]) or _TIME.match(found[1])):
            words = _DONE.sub("", found[1])
            start = span.start + found.end(1) - len(words)
            return Field(collapse(words), (Span(start, start + len(words)),))
    return Field()


def _beside(name: Field, text: str, *, first: bool) -> Field:
    """The time that a comma, a colon, a dash or the end of a line parts from the work, before it (``first``) or behind."""
    for span in name.spans[:1] if first else name.spans[-1:]:
        words = span.slice(text)
        for cut in _APART.finditer(words):
            start, end = (0, cut.start()) if first else (cut.end(), len(words.rstrip(" .;")))
            if looks_like_due(words[start:end]):
                return Field(collapse(words[start:end]), (Span(span.start + start, span.start + end),))
    return Field()


def _with(grid: Grid, role: Role, cells: list[Field]) -> Grid:
    lines = tuple(replace(line, cells=(*line.cells, cell)) for line, cell in zip(grid.lines, cells, strict=True))
    titles = (*grid.titles, Field()) if grid.titles else ()
    return replace(grid, headers=(*grid.headers, ""), titles=titles, roles=(*grid.roles, role), lines=lines)
