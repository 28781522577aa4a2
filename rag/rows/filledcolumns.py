"""What only rows of tables have: a place in a list, and columns that may be left blank."""

from __future__ import annotations

import re
from typing import Final

from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import either
from rag.query.question import Query
from rag.rows.cells import CellCondition

_IN_TABLE: Final = re.compile(
    rf"\b(?:{either('trong', 'ở', 'tại', 'theo', 'của')}) (?:{either('cái', 'cả', 'toàn bộ')} )*(?:{either('danh mục', 'bảng', 'biểu')})\b"
)
_OF_PROSE: Final = ("lead", "due")
"""What a clause may be missing; it has no other columns."""


def in_tables(found: list[Entry], query: Query) -> list[Entry]:
    """Of the rows those of tables, where the question asks for them in its list or table."""
    return [one for one in found if one.annex] or found if _IN_TABLE.search(query.spoken) else found


def with_column(found: list[Entry], condition: CellCondition, library: Library) -> list[Entry]:
    """Of the rows those of tables that fill the column in somewhere, where it is to be blank; all where none does."""
    if condition.wants != "blank":
        return found
    tables = _filling(library).get(condition.column, frozenset())
    return [one for one in found if (one.plan, one.annex) in tables] or found


@once
def _filling(library: Library) -> dict[str, frozenset[tuple[int, str | None]]]:
    """Of each column the tables, as (plan, annex), of which a row fills it in."""
    rows = [one for one in library.entries if one.kind in ("task", "target")]
    columns = ("result", "support", "lead", "due", "note", "unit", "value")
    return {
        name: frozenset(
            (one.plan, one.annex) for one in rows if one.field(name).text and (one.annex or name in _OF_PROSE)
        )
        for name in columns
    }
