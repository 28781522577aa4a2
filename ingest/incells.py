"""Tables that tell a row's result or deadline by a label inside a cell of other words: "- Sản phẩm: Quy chế được ban hành".

What such labels say stands in columns of their own then; the words stay in their cells too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from ingest.columns import Role
from ingest.document import Span
from ingest.dues import looks_like_due
from ingest.labels import LABEL
from ingest.line import Grid, Line
from ingest.markup import collapse
from ingest.plan import Field

_OPENS = re.compile(r"(?:^|[.;:\n]|(?:^|\s)[-+*•–])\s*$")  # right before a label, not inside a sentence
_TOLD = (Role.RESULT, Role.DUE)
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


def _with(grid: Grid, role: Role, cells: list[Field]) -> Grid:
    lines = tuple(replace(line, cells=(*line.cells, cell)) for line, cell in zip(grid.lines, cells, strict=True))
    titles = (*grid.titles, Field()) if grid.titles else ()
    return replace(grid, headers=(*grid.headers, ""), titles=titles, roles=(*grid.roles, role), lines=lines)
