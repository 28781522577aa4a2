"""The part of a cell that a question means: one of several milestones, one of several units with remarks of their own.

A cell may tell several things ("khởi công quý I/2026; hoàn thành bể lọc năm 2027"), and units what each of them does
("Sở Y tế (lấy mẫu), Sở Xây dựng (công trình)"). A question that names one of them wants that one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ingest.units import same_unit
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.measures.times import time_asked
from rag.query.question import Query

_PARTS: Final = re.compile(r";\s+|\n|(?<=[.;])\s+(?=[-+]\s)|\.\s+(?=[A-ZĐÀ-Ỹ])")
_DATED: Final = re.compile(r"\d|(?i:thường xuyên|hằng|hàng|định kỳ)")
_REMARK: Final = re.compile(r"\(([^()]+)\)?\s*$")
_FEWEST: Final = 4
"""Words of a cell that may tell several milestones: a list of bare dates does not."""
_SAID_LEAST: Final = 3
_NEARLY_ALL: Final = 0.7
_FAR_LESS: Final = 0.6
"""Words of a question by which a part is known alone, the share of them that it must hold, and that of it which any other may."""
_HELD: Final = 0.5
"""The share of a part's own words that the question must say."""


def milestone(query: Query, library: Library, entry: Entry) -> str:
    """The part of the deadline cell whose own words the question says; the whole cell where none stands out."""
    cell = entry.field("due").text
    parts = [part.strip(" -+.;") for part in _PARTS.split(cell)]
    dated = [part for part in parts if part and _DATED.search(part)]
    if len(dated) < len(("one", "another")) or len(cell.split()) < _FEWEST:
        return cell
    own = _singled_out(query, library, dated, entry.name)
    return own[0] if own else _time_of_said(query, library, dated) or cell


def _time_of_said(query: Query, library: Library, parts: Sequence[str]) -> str:
    """When the one thing happens of a cell that the question names ("trường A vào khai thác"); "" where it names none.

    Its words may all be the row's own as well, so that none of them tells the part from the row: it must hold nearly all
    that the question says, and the others far less.
    """
    asked = {word: library.idf(word) for word in query.words.content() if not word.isdigit()}
    held = [library.cover(dict.fromkeys(asked, 1.0), set(library.hear(part).split())) for part in parts]
    first, second = sorted(held, reverse=True)[:2]
    if len(asked) < _SAID_LEAST or first < _NEARLY_ALL or second > first * _FAR_LESS:
        return ""
    part = parts[held.index(first)]
    told = time_asked(query, part, asked)
    said = set(library.hear(query.typed).split())
    return told if told and set(library.hear(part.partition(told)[0]).split()) <= said else part


def meant_units(query: Query, library: Library, entry: Entry) -> tuple[str, ...]:
    """The lead unit whose remark in brackets the question says; all of them where no remark stands out."""
    partners = [one.key for one in query.actors if one.role == "partner"]
    # "Sở nào cùng Sở A làm …" asks for the others.
    units = tuple(unit for unit in entry.leads if not any(same_unit(unit, key) for key in partners)) or entry.leads
    told = _of_its_sentence(query, library, entry)
    if told:
        return told
    remarks = {match[1]: unit for unit in units if (match := _REMARK.search(unit))}
    if len(remarks) < len(("one", "another")):
        return units
    meant = [remarks[one] for one in _singled_out(query, library, tuple(remarks), entry.name)]
    return _with_joined(entry.field("lead").text, units, units.index(meant[0])) if meant else units


def _with_joined(cell: str, units: Sequence[str], last: int) -> tuple[str, ...]:
    """A unit with those that "và" joins to it before its remark: "Sở A và Sở B (khảo sát)"."""
    first = last
    while first and not _REMARK.search(units[first - 1]) and f"{units[first - 1]} và {units[first]}" in cell:
        first -= 1
    return tuple(units[first : last + 1])


def _of_its_sentence(query: Query, library: Library, entry: Entry) -> tuple[str, ...]:
    """The one of several leads whose own sentence ("Sở B đăng tải …") says what the row's name does not; () without one."""
    named = [part.strip(" -+") for part in _PARTS.split(entry.field("lead").text)]
    parts = [(unit, part) for part in named for unit in entry.leads if part.startswith(f"{unit} ")]
    shared = set(library.hear(entry.name).split())
    asked = {word: weight for word, weight in query.words.content().items() if word not in shared}
    if len(parts) < len(("one", "another")) or not asked:
        return ()
    held = [library.cover(asked, set(library.hear(part).split())) for _, part in parts]
    best = max(held)
    return (parts[held.index(best)][0],) if best >= _HELD and held.count(best) == 1 else ()


def _telling(library: Library, part: set[str], name: set[str], asked: Mapping[str, float]) -> set[str]:
    """The words that tell a part from the row: all of its own where the question says little else of a long name."""
    known = {word for word in part if word in library.weights}
    beside = dict.fromkeys(name - known, 1.0)
    return known - name or (known if library.cover(beside, set(asked)) < _HELD else set())


def _singled_out(query: Query, library: Library, parts: Sequence[str], name: str) -> list[str]:
    """The one part of which the question says what no other part has; empty where none is."""
    asked = query.words.content()
    shared = set(library.hear(name).split())
    own = [_telling(library, set(library.hear(part).split()), shared, asked) for part in parts]
    telling = [words.difference(*(other for m, other in enumerate(own) if m != n)) for n, words in enumerate(own)]
    telling = [{word for word in words if not word.isdigit() and len(word) > 1} for words in telling]
    scores = [library.cover(dict.fromkeys(words, 1.0), set(asked)) if words else 0.0 for words in telling]
    best = max(scores)
    return [parts[scores.index(best)]] if best >= _HELD and scores.count(best) == 1 else []
