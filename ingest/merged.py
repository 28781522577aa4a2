"""Rows with fewer cells than their table has columns: merged cells took the others, and which is told by what is printed.

An export that writes the cells of a row one after the other leaves out those that a merged cell of a row above (or of
this row) covers. The cells that are left keep their order, so each is given the column that suits its words best.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.columns import Role
from ingest.dues import looks_like_due
from ingest.numerals import Numbering, read_ordinal
from ingest.units import is_collective, starts_like_unit

_LONG = 25  # characters; what is longer is no short entry such as a unit of measure
_NEVER = -9.0
_CLOSES = 1.5  # what speaks for the last columns
_SEEN = 2.0  # what speaks for the one column that prints the same words above
_NAMES, _NAMES_ALONE = 0.6, 9.0  # what speaks for the first words of a row as its name


def suits(words: str, role: Role) -> float:
    """How well a cell's words suit a column of this role."""
    due = looks_like_due(words)
    if role is Role.ORDINAL:
        return 3.0 if read_ordinal(words, coded=True).kind not in (Numbering.NONE, Numbering.WORD) else _NEVER
    if role is Role.DUE:
        return 2.0 if due else -1.0
    if role in (Role.LEAD, Role.SUPPORT):
        unit = starts_like_unit(words) or is_collective(words)
        return (1.0 if unit else (-1.0 if due else -0.3)) + 0.1 * (role is Role.LEAD)  # a lone unit leads
    if role is Role.NAME:
        return 0.5 if not due and len(words) > _LONG else 0.0
    return -0.2 if due else 0.1


def columns_of(cells: Sequence[str], roles: Sequence[Role], seen: Mapping[str, int] | None = None) -> tuple[int, ...]:
    """The column of each printed cell, in order and each in one of its own, for the best total fit.

    ``seen`` says in which column alone the rows above print a cell's very words.

    The first words after the row number name the row, unless they and the next are units or a deadline; what stands alone after it
    names it always. A row without number goes on with one that merged cells carry down, which stand on the left: what
    fills the last columns is preferred then. Ties go to the left.
    """
    offices = len(cells) > 1 and all(starts_like_unit(words) or is_collective(words) for words in cells[:2])
    alone = len(cells) == 2 and suits(cells[0], Role.ORDINAL) > 0
    carried = bool(cells) and suits(cells[0], Role.ORDINAL) < 0 and len(cells) < len(roles)
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for number, words in enumerate(cells):
        left = len(cells) - number - 1
        first = number == 0 or (number == 1 and suits(cells[0], Role.ORDINAL) > 0)
        at = seen.get(words) if seen and words not in cells[:number] else None
        gains = [suits(words, role) + _SEEN * (column == at) for column, role in enumerate(roles)]
        if at is not None and roles[at] is not Role.NAME and carried and Role.NAME in roles:
            gains[roles.index(Role.NAME)] = _NEVER  # the name is what merged cells carry down
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for score, path in best:
            for column in range(path[-1] + 1 if path else 0, len(roles) - left):
                names = first and roles[column] is Role.NAME and not offices
                found = (score + gains[column] + names * (_NAMES_ALONE if alone else _NAMES), (*path, column))
                if column not in reached or found[0] > reached[column][0] + 1e-9:
                    reached[column] = found
        best = [reached[column] for column in sorted(reached)]
    closing = tuple(range(len(roles) - len(cells), len(roles)))
    return max(best, key=lambda one: one[0] + _CLOSES * (carried and one[1] == closing))[1] if best else ()
