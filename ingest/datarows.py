"""Rows of tables that state neither tasks nor targets, as clauses with their cells under their titles."""

from __future__ import annotations

from ingest.columns import Role
from ingest.document import Span, Table
from ingest.grid import plain_grid
from ingest.markup import collapse
from ingest.placement import UNNUMBERED, Group, locate, place, restarts
from ingest.plan import Clause, Field


def data_rows(table: Table, text: str, where: str) -> tuple[list[Clause], tuple[Group, ...]]:
    """A clause for each row and the groups that the rows stand in.

    The first cell is the row's number; in a table without numbers it is blank under no title. All rows of such a table
    share one locator.
    """
    grid = plain_grid(table, text)
    if grid is None:
        printed = ((row, collapse(row.span.slice(text))) for row in table.rows)
        return [Clause(where, words, row.span) for row, words in printed if words], ()
    placed = place(grid)
    grouped = restarts([placed])
    numbered = Role.ORDINAL in grid.roles
    sure = {row.span.start for row in table.rows if row.complete}
    found = []
    for row in placed.rows:
        span = Span(row.line.spans[0].start, row.line.spans[-1].end)
        path = row.path if numbered else UNNUMBERED
        under = zip(grid.headers, row.line.cells, strict=False) if span.start in sure else ()
        cells = tuple(
            one for one in under if one[0]
        )  # a column may lack a title; of a row with merged cells none is sure
        cells = cells if numbered or not cells else (("", Field()), *cells)
        words, locator = collapse(span.slice(text)), locate(where, row.group, path, grouped=grouped)
        found.append(Clause(locator, words, span, row.line.ordinal.text, cells))
    return found, placed.groups
