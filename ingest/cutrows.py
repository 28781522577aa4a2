"""Rows that a line's end or a page's end cut, put together by the number that only their first part prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns import Role
from ingest.dues import looks_like_due
from ingest.line import Line, filled, joined, said
from ingest.marks import read_mark
from ingest.numerals import Numbering

_OPEN = re.compile(r"(?<!\w)(?:và|với|của|cho|về|trong|các|những|để|giữa|hoặc|nhằm)$", re.IGNORECASE)
"""Words that no name ends in: what follows is in the row below."""


def rejoined(lines: Sequence[Line], roles: Sequence[Role]) -> tuple[Line, ...]:
    """The rows, those without a number that carry on a numbered one joined to it.

    The name above ends in the middle of a phrase ("kết nối với"), or the row above prints nothing but its name while every
    other numbered row of the table prints more: such a row heads no others, its cells stand in the one row below it.
    """
    if Role.ORDINAL not in roles or Role.NAME not in roles:
        return tuple(lines)
    short = [line for line in lines if _numbered(line) and filled(line, roles) == {Role.NAME}]
    found: list[Line] = []
    for at, line in enumerate(lines):
        above = found[-1] if found else None
        if above is None or not _numbered(above) or not _unmarked(line, roles):
            found.append(line)
            continue
        opened = _OPEN.search(said(above, roles, Role.NAME)) is not None
        if opened or (short == [lines[at - 1]] and _holds_the_rest(lines, at, roles)):
            found[-1] = _whole(above, line)
        else:
            found.append(line)
    return tuple(found)


def _numbered(line: Line) -> bool:
    return line.ordinal.kind is Numbering.DECIMAL


def _unmarked(line: Line, roles: Sequence[Role]) -> bool:
    """Whether a row has words for a name, no number, and neither a mark nor bold letters that begin a thing of its own."""
    name = said(line, roles, Role.NAME)
    return line.ordinal.kind is Numbering.NONE and bool(name) and not line.bold and read_mark(name) is None


def _holds_the_rest(lines: Sequence[Line], at: int, roles: Sequence[Role]) -> bool:
    """Whether a row fills other columns than the name's, each as it is meant, and the next one has a number again."""
    alone = at + 1 == len(lines) or lines[at + 1].ordinal.kind is not Numbering.NONE
    due = said(lines[at], roles, Role.DUE)
    return alone and len(filled(lines[at], roles) - {Role.NAME}) > 1 and (not due or looks_like_due(due))


def _whole(above: Line, line: Line) -> Line:
    cells = tuple(joined(one, other) for one, other in zip(above.cells, line.cells, strict=True))
    return replace(above, cells=cells, spans=above.spans + line.spans)
