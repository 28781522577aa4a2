"""Rows called by their noun and their number: "lớp số 4", "gói thầu số 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.mentions.pointers import Pointer, annex_label
from rag.query.rowtables import CLASSIFIERS, RowTable, row_tables

_Place = tuple[Pointer, frozenset[int] | None]
"""What a question points at: a place in plans, and the plans."""


def by_number(spoken: str, library: Library, place: _Place) -> _Place:
    """The place of the row that is called by its noun and its number, where the question points at no row yet."""
    pointer, plans = place
    row = numbered_row(spoken, library, plans) if pointer.ordinal is None else None
    return (pointing_at(row, pointer), frozenset({row.plan})) if row else place


def numbered_row(spoken: str, library: Library, plans: frozenset[int] | None) -> Entry | None:
    """The row that is called by its noun and its number ("lớp số 4"), where one table only calls its rows so."""
    tables = [one for one in row_tables(library) if plans is None or one.plan in plans]
    for found in _NUMBERED.finditer(spoken):
        for noun in (f"{found[1] or ''}{found[2]}", found[2]):
            calling = [one for one in tables if any(f"{own} ".startswith(f"{noun} ") for own in one.nouns)]
            if len(calling) == 1 and not _is_other_column(calling[0], spoken[: found.start()].split()[-1:], noun):
                return _of_number(calling[0], noun, found[3])
    return None


def _is_other_column(table: RowTable, before: Sequence[str], noun: str) -> bool:
    """Whether the noun behind a word for what is counted is a column's header, not what the rows are: "đoàn | kiểm tra số 3"."""
    said = " ".join((*before, noun))
    return said != noun and said not in table.nouns and before[0] in CLASSIFIERS and f" {said} " in f" {table.header} "


def _of_number(table: RowTable, noun: str, number: str) -> Entry | None:
    """The row whose name says the number with the noun, else the one that is numbered so."""
    said = f"{noun} so {number} "
    own = [row for row, name in zip(table.rows, table.names, strict=True) if f"{name} ".startswith(said)]
    rows = own or [row for row in table.rows if row.locator.rpartition("/")[2].lstrip("0") == number]
    return rows[0] if len(rows) == 1 else None


_NUMBERED: Final = re.compile(
    r"(?:\b(\S+ ))?\b(\S+) so (\d{1,3})\b(?! (?:nq|qd|kh|ctr|nd|tt|ct|kl|tb|ttr|cv|hd|da|pa) [a-z&]{2,8}\b)"
)
"""Sound form of a noun of one or two syllables with a number: "lớp số 4", "gói thầu số 2"; letters make it a document's."""


def pointing_at(row: Entry, pointer: Pointer) -> Pointer:
    """The pointer to a row by its annex and its number."""
    annex = pointer.annex or annex_label(row.locator.partition("/")[0])
    return replace(pointer, annex=annex, ordinal=row.locator.rpartition("/")[2])
