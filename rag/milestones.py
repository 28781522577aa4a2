"""The part of a cell that a question means: one of several milestones, one of several units with remarks of their own.

A cell may tell several things ("khởi công quý I/2026; hoàn thành bể lọc năm 2027"), and units what each of them does
("Sở Y tế (lấy mẫu), Sở Xây dựng (công trình)"). A question that names one of them wants that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.entries import Entry
from rag.library import Library
from rag.question import Query

_PARTS: Final = re.compile(r";\s+|\n|(?<=[.;])\s+(?=[-+]\s)|\.\s+(?=[A-ZĐÀ-Ỹ])")
_DATED: Final = re.compile(r"\d|(?i:thường xuyên|hằng|hàng|định kỳ)")
_REMARK: Final = re.compile(r"\(([^()]+)\)?\s*$")
_FEWEST: Final = 4
"""Words of a cell that may tell several milestones: a list of bare dates does not."""
_HELD: Final = 0.5
"""The share of a part's own words that the question must say."""


def milestone(query: Query, library: Library, entry: Entry) -> str:
    """The part of the deadline cell whose own words the question says; the whole cell where none stands out."""
    cell = entry.field("due").text
    parts = [part.strip(" -+.;") for part in _PARTS.split(cell)]
    dated = [part for part in parts if part and _DATED.search(part)]
    if len(dated) < len(("one", "another")) or len(cell.split()) < _FEWEST:
        return cell
    return next(iter(_singled_out(query, library, dated, entry.name)), cell)


def meant_units(query: Query, library: Library, entry: Entry) -> tuple[str, ...]:
    """The lead unit whose remark in brackets the question says; all of them where no remark stands out."""
    units = entry.leads
    remarks = {match[1]: unit for unit in units if (match := _REMARK.search(unit))}
    if len(remarks) < len(("one", "another")):
        return units
    return tuple(remarks[one] for one in _singled_out(query, library, tuple(remarks), entry.name)) or units


def _singled_out(query: Query, library: Library, parts: Sequence[str], name: str) -> list[str]:
    """The one part of which the question says what no other part and not the row's name has; empty where none is."""
    asked = query.words.content()
    shared = set(library.hear(name).split())
    own = [{word for word in library.hear(part).split() if word in library.weights} - shared for part in parts]
    telling = [words.difference(*(other for m, other in enumerate(own) if m != n)) for n, words in enumerate(own)]
    telling = [{word for word in words if not word.isdigit() and len(word) > 1} for words in telling]
    scores = [library.cover(dict.fromkeys(words, 1.0), set(asked)) if words else 0.0 for words in telling]
    best = max(scores)
    return [parts[scores.index(best)]] if best >= _HELD and scores.count(best) == 1 else []
