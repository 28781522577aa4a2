"""Rows that share cells with the rows above them: merged cells reach down, a calendar prints a day once, "nt" says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.columns import Role
from ingest.document import Row
from ingest.dues import parse_due
from ingest.folding import fold
from ingest.line import Line, filled, said
from ingest.markup import collapse
from ingest.numerals import Numbering, Ordinal
from ingest.plan import Field
from ingest.subrows import held_over

_SAME = re.compile(
    r"""[-–—(\s.]*(?:n\.?t\.?|như (?:dòng |mục |ở )?trên|tương tự(?: như)? trên|"|”|''|″|〃|//)[-–—)\s.]*""",
    re.IGNORECASE,
)
"""What a cell prints for "as above"."""
_ANY_YEAR = 2000  # of months printed without theirs only the order counts
_OF_PERSONS = re.compile(
    r"(?:ho (?:va )?ten )?(?:nguoi|lanh dao|dong chi|can bo|cong chuc|vien chuc|chuyen vien|thanh vien|pho (?:giam doc|chu tich))\b"
)
"""Folded: how a header begins whose column names persons."""
_COUNTED = frozenset({Numbering.DECIMAL, Numbering.DASH, Numbering.LETTER})


def reached(line: Line, row: Row, above: Line | None, roles: Sequence[Role], *, text: str) -> Line:
    """A row with what merged cells of the rows above print for it too, where it has a name and more of its own.

    A row number and a name that reach down make no second row.
    """
    if above is None or not (filled(line, roles) > {Role.NAME} or _shares_all(line, row, roles)):
        return line
    cells, spans = list(line.cells), list(line.spans)
    for column, role in enumerate(roles):
        if role in (Role.ORDINAL, Role.NAME) or cells[column].text:
            continue
        held = row.cells[column] if row.complete and column < len(row.cells) else None
        words = collapse(held.span.slice(text)) if held is not None and held.row_span == 0 else ""
        if held is not None and words:
            cells[column] = Field(words, (held.span,))
        elif held is not None and held.row_span == 0:
            cells[column] = above.cells[column]  # its words stand on the page before
        elif not row.complete:
            cells[column] = above.cells[column]
        spans += [span for span in cells[column].spans if span not in spans]
    within = _shares_number(line, row, above, roles, led=any(a is b for a, b in zip(cells, above.cells, strict=True)))
    return replace(line, cells=tuple(cells), spans=tuple(spans), within=within)


def shared(line: Line, above: Line, after: Ordinal, roles: Sequence[Role]) -> Line:
    """A numbered row that prints its name alone between its neighbours in number, with what merged cells above print.

    It heads no rows of its own, since the next number follows it.
    """
    bare = filled(line, roles) == {Role.NAME} and filled(above, roles) > {Role.NAME}
    numbers = [one.text for one in (above.ordinal, line.ordinal, after)]
    if not bare or not all(map(str.isdecimal, numbers)) or [int(n) - int(numbers[0]) for n in numbers] != [0, 1, 2]:
        return line
    kept = (Role.ORDINAL, Role.NAME)
    cells = tuple(own if role in kept else up for role, own, up in zip(roles, line.cells, above.cells, strict=True))
    spans = (*line.spans, *(s for cell in cells for s in cell.spans if not any(s in own.spans for own in line.cells)))
    return replace(line, cells=cells, spans=tuple(dict.fromkeys(spans)))


def _shares_number(line: Line, row: Row, above: Line, roles: Sequence[Role], *, led: bool) -> bool:
    """Whether a row without a number stands in the merged number of the row above: items of one list, or under one name."""
    listed = all(said(one, roles, Role.NAME).startswith(("-", "–")) for one in (above, line)) or held_over(row, roles)
    if line.ordinal.kind is not Numbering.NONE or Role.ORDINAL not in roles or not listed:
        return False
    numbered = above.within or above.ordinal.kind is Numbering.DECIMAL
    at = roles.index(Role.ORDINAL)
    return numbered and (row.cells[at].row_span == 0 if row.complete else led)


def _shares_all(line: Line, row: Row, roles: Sequence[Role]) -> bool:
    """Whether a numbered row prints its name alone and merged cells of a row above reach down over all its others."""
    if not row.complete or filled(line, roles) != {Role.NAME} or line.ordinal.kind not in _COUNTED:
        return False
    others = [cell for role, cell in zip(roles, row.cells, strict=False) if role not in (Role.ORDINAL, Role.NAME)]
    return bool(others) and any(cell.row_span == 0 for cell in others)


def carried_down(lines: Sequence[Line], at: int) -> tuple[Line, ...]:
    """The rows of a calendar, those that leave out the day with the one above them."""
    found: list[Line] = []
    for line in lines:
        cells = list(line.cells)
        if found and not cells[at].text:
            cells[at] = found[-1].cells[at]
        spans = (*line.spans, *(span for span in cells[at].spans if span not in line.spans))
        found.append(replace(line, cells=tuple(cells), spans=spans))
    return tuple(found)


def repeated(lines: Sequence[Line], roles: Sequence[Role]) -> tuple[Line, ...]:
    """The rows, each cell that only says "nt" or "như trên" with what the last one above it in its column prints."""
    found: list[Line] = []
    last: dict[int, Field] = {}
    for line in lines:
        cells, spans = list(line.cells), list(line.spans)
        for column, role in enumerate(roles):
            if role is Role.ORDINAL:
                continue
            if column in last and _SAME.fullmatch(cells[column].text):
                cells[column] = last[column]
                spans += [span for span in last[column].spans if span not in spans]
            elif cells[column].text:
                last[column] = cells[column]
        found.append(line if cells == list(line.cells) else replace(line, cells=tuple(cells), spans=tuple(spans)))
    return tuple(found)


def is_bare(line: Line, roles: Sequence[Role]) -> bool:
    """Whether a row prints a name alone and counts nothing: the title of the rows below it."""
    return filled(line, roles) == {Role.NAME} and line.ordinal.kind not in _COUNTED


def printed_once(lines: Sequence[Line], roles: Sequence[Role]) -> tuple[Line, ...]:
    """The rows of a calendar whose times stand left of the work, a blank one with the time above it in its group."""
    if Role.DUE not in roles or Role.NAME not in roles or roles.index(Role.DUE) > roles.index(Role.NAME):
        return tuple(lines)
    at = roles.index(Role.DUE)
    if not _is_calendar([line.cells[at].text for line in lines if not is_bare(line, roles)]):
        return tuple(lines)
    found: list[Line] = []
    above = Field()
    for line in lines:
        own = line.cells[at]
        above = Field() if is_bare(line, roles) else own if own.text else above  # a new group prints its own
        spans = tuple(dict.fromkeys((*line.spans, *above.spans)))
        found.append(replace(line, cells=(*line.cells[:at], above, *line.cells[at + 1 :]), spans=spans))
    return tuple(found)


def named_once(lines: Sequence[Line], roles: Sequence[Role], headers: Sequence[str]) -> tuple[Line, ...]:
    """The rows with the person in charge whom a column of persons prints only where another's rows begin, group by group.

    The first row of every group names somebody then, and most cells are blank: those are merged, not left open.
    """
    found = list(lines)
    for at, header in enumerate(headers):
        if roles[at] in (Role.OTHER, Role.LEAD) and _OF_PERSONS.match(fold(header)):
            blocks = _blocks(lines, roles)
            if _is_named_once([[lines[n].cells[at].text for n in block] for block in blocks]):
                for before, n in (pair for block in blocks for pair in pairwise(block)):
                    found[n] = _with_above(found[n], found[before].cells[at], at)
    return tuple(found)


def _with_above(line: Line, above: Field, at: int) -> Line:
    """A row with the cell above it where its own is blank."""
    if line.cells[at].text:
        return line
    spans = tuple(dict.fromkeys((*line.spans, *above.spans)))
    return replace(line, cells=(*line.cells[:at], above, *line.cells[at + 1 :]), spans=spans)


def _blocks(lines: Sequence[Line], roles: Sequence[Role]) -> list[list[int]]:
    """The places of the rows under each title; those that print no more than a name head others and are left out."""
    blocks: list[list[int]] = [[]]
    for n, line in enumerate(lines):
        if is_bare(line, roles):
            blocks.append([])
        elif filled(line, roles) > {Role.NAME}:
            blocks[-1].append(n)
    return [block for block in blocks if block]


def _is_named_once(blocks: Sequence[Sequence[str]]) -> bool:
    """Whether each of several blocks of cells opens with a printed one, and most of them all are blank."""
    cells = [words for block in blocks for words in block]
    return len(blocks) > 1 and all(block[0] for block in blocks) and 2 * sum(map(bool, cells)) <= len(cells)


def _is_calendar(times: Sequence[str]) -> bool:
    """Whether times go on from row to row, none of them twice on end, and are left out here and there.

    Where more than one is left out, some may name no day, and months may begin again once, as a school year does.
    """
    printed = [words for words in times if words]
    days = [due.start for words in printed if (due := parse_due(words, _ANY_YEAR)) and due.start]
    back = sum(after < before for before, after in pairwise(days))
    again = any(before == after for before, after in pairwise(printed))
    in_order = not back and 1 < len(days) == len(printed)
    goes_on = back <= 1 and len(days) * 2 > len(printed) and len(times) > len(printed) + 1
    return bool(times[:1] and times[0]) and not again and (in_order or goes_on)
