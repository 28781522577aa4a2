"""Columns that hold who leads and who supports together: "Sở Y tế / Công an xã" under "Chủ trì/Phối hợp".

What stands before the stroke, or on the first line, leads; the rest supports, in a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns import Role
from ingest.document import Span
from ingest.folding import fold
from ingest.line import Grid
from ingest.markup import collapse
from ingest.plan import Field
from ingest.units import is_collective, split_roles, starts_like_unit

_BOTH = re.compile(r"chu tri\b.{0,20}?(?:/|,|;|-|\bva\b).{0,20}?\bphoi hop")
_STROKE = re.compile(r"\s*/\s*|\s*\n\s*(?:[-–+]\s*)?")


def with_pairs_told(grid: Grid, text: str) -> Grid:
    """The grid with the supports of such a column in one of their own; unchanged where it has none."""
    at = grid.column(Role.LEAD)
    if at is None or Role.SUPPORT in grid.roles or not _BOTH.search(fold(grid.headers[at])):
        return grid
    pairs = [_pair(line.cells[at], text) for line in grid.lines]
    if not any(support.text for _, support in pairs):
        return grid
    lines = tuple(
        replace(line, cells=(*_put(line.cells, at, lead), support))
        for line, (lead, support) in zip(grid.lines, pairs, strict=True)
    )
    titles = (*grid.titles, Field()) if grid.titles else ()
    return replace(grid, headers=(*grid.headers, ""), titles=titles, roles=(*grid.roles, Role.SUPPORT), lines=lines)


def _put(cells: Sequence[Field], at: int, cell: Field) -> tuple[Field, ...]:
    return (*cells[:at], cell, *cells[at + 1 :])


def _pair(cell: Field, text: str) -> tuple[Field, Field]:
    """Lead and support of one cell; all leads where it says itself who supports, or names one office alone."""
    if len(cell.spans) != 1 or split_roles(cell.text).supports:
        return cell, Field()
    (span,) = cell.spans
    words = span.slice(text)
    for cut in _STROKE.finditer(words):
        before, after = words[: cut.start()], words[cut.end() :]
        if before.rstrip().endswith(",") or not all(map(_names, (before, after))):
            continue
        lead = Span(span.start, span.start + cut.start())
        return _field(lead, text), _field(Span(span.start + cut.end(), span.end), text)
    return cell, Field()


def _names(words: str) -> bool:
    return starts_like_unit(words) or is_collective(words)


def _field(span: Span, text: str) -> Field:
    return Field(collapse(span.slice(text)), (span,))
