"""Rows of data chosen by what their cells print: places of one sort, those with something in a column, with so much of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from rag.corpus.entries import Entry, is_filled
from rag.corpus.library import Library
from rag.query.amounts import Amount, asked_amount, number
from rag.query.question import Query

_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")
_FEWEST: Final = 3
"""Cells of a row of which one may be a condition: number, name, and another."""


def rows_meeting(query: Query, library: Library, rows: Sequence[Entry]) -> tuple[list[Entry], set[str]]:
    """The rows that meet what the question says of their cells, with the words by which it says so."""
    cells = [one.clause.cells for one in rows if one.clause is not None]
    if not cells or len({tuple(header for header, _ in one) for one in cells}) != 1 or len(cells[0]) < _FEWEST:
        return list(rows), set()
    kept, known = _of_sort(query, library, rows)
    headers = [set(library.hear(header).split()) for header, _ in cells[0]]
    held = Counter(word for own in headers[2:] for word in own)
    said = {word for word in query.spoken.split() if held[word] < len(headers[2:])}
    scores = [sum(1 / held[word] for word in own & said) for own in headers[2:]]
    best = max(scores)
    if best == 0 or scores.count(best) > 1:
        return kept, known
    column, amount = scores.index(best) + 2, asked_amount(query.typed)
    kept = [one for one in kept if one.clause is not None and _meets(one.clause.cells[column][1].text, amount)]
    words = set(amount.words.split()) if amount else set()
    return kept, known | words.union(*headers)


def _of_sort(query: Query, library: Library, rows: Sequence[Entry]) -> tuple[list[Entry], set[str]]:
    """The rows whose names begin with a word that several do and that the question says: "xã", "cửa sông"."""
    names = [tuple(library.hear(one.clause.cells[1][1].text).split()) for one in rows if one.clause is not None]
    openings = Counter(name[:size] for name in names for size in (1, 2) if len(name) > size)
    said = f" {query.spoken} "
    told = {one for one in openings if f" {' '.join(one)} " in said}
    told = told if any(openings[one] > 1 for one in told) else set()
    kept = [row for row, name in zip(rows, names, strict=True) if name[:1] in told or name[:2] in told]
    return (kept, {word for one in told for word in one}) if kept else (list(rows), set())


def _meets(printed: str, amount: Amount | None) -> bool:
    """Whether a cell prints something, and as much as is asked for."""
    figure = _FIGURE.search(printed)
    if amount is None or figure is None:
        return is_filled(printed) and amount is None
    value = number(figure[0])
    if amount.sort in ("below", "most"):
        return value < amount.high or (amount.sort == "most" and value == amount.high)
    return (
        amount.low <= value <= amount.high
        if amount.sort == "between"
        else value > amount.low or (amount.sort == "least" and value == amount.low)
    )
