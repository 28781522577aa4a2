"""Cells of rows of data (places, points, counts): those whose column the question names by words of its header."""

from __future__ import annotations

import re
from typing import Final

from ingest.plan import Clause, Field
from rag.language.words import sound
from rag.query.question import Query
from rag.query.yearcolumns import years_asked, years_of

_FIGURE: Final = re.compile(r"\d")
_SHARE: Final = re.compile(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
_SHARE_ASKED: Final = re.compile(r"%|\b(?:ty le|phan tram)\b")
_ASIDE: Final = re.compile(r"\([^()]*\)")
"""What a question says in brackets tells which row is meant, no column."""
_EMPTY: Final = frozenset(sound("số các và của (có) theo năm từng trong tại ở").split())
"""Words of headers that tell no column from another."""
_MOST: Final = 3
_FEWEST: Final = 2
"""Cells told at once, and words of a header that name it where not all are said."""


def cells_asked(query: Query, clause: Clause) -> tuple[str, ...]:
    """The figures under the headers that say most of the question; () for prose, and where none or too many do."""
    if not clause.cells or query.role not in ("", "value"):
        return ()
    figures = [(header, cell) for header, cell in clause.cells[1:] if query.role == "" or _FIGURE.search(cell.text)]
    years, _ = years_asked(query)
    if years and any(years_of(header) for header, _ in figures):
        figures = [one for one in figures if set(years) & set(years_of(one[0]))]
    if query.role == "value" and _SHARE_ASKED.search(f"{query.typed} {query.spoken}"):
        figures = [one for one in figures if _SHARE.search(f"{one[0]} {one[1].text}")] or figures
    scores = [_said(query, header, cell) for header, cell in figures]
    best = max(scores, default=(0, 0.0))
    named = best[1] == 1.0 or (query.role == "value" and best[0] >= _FEWEST)
    found = [cell.text for (_, cell), score in zip(figures, scores, strict=True) if score == best and cell.text]
    return tuple(found) if named and len(found) <= _MOST else ()


def _said(query: Query, header: str, cell: Field) -> tuple[int, float]:
    """How many words of a header the question says, beside those of the cell itself, and the share of them."""
    aside = set(sound(" ".join(_ASIDE.findall(query.typed))).split())
    words = set(query.spoken.split()) - (aside - set(sound(_ASIDE.sub(" ", query.typed)).split()))
    own = set(sound(header).split()) - _EMPTY - set(sound(cell.text).split())
    said = own & words
    return len(said), len(said) / len(own) if own else 0.0
