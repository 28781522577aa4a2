"""Columns of annexes beside lead, support, deadline and result: the one that a question asks for, and its cell.

Asked by the words of the printed header, by the noun before "nào" that the header says or the cell begins with
("Thứ trưởng nào" of a cell "Thứ trưởng Nguyễn Văn A"), or in everyday words for such a header (data/sidecolumns.tsv).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from ingest.folding import fold
from ingest.plan import Field
from rag.corpus.entries import Entry
from rag.language.words import sound
from rag.query.alsoasked import in_name
from rag.query.asks import OFFICES
from rag.query.personcells import person_cell

_FILE: Final = "sidecolumns.tsv"
_WHICH: Final = re.compile(r"((?:\S+ ){0,3}\S+) (?:nao|gi(?! chu\b)|mai)\b")
"""The words before a question word, in sound form; "ghi chú" sounds as if it held one."""
_PLACE: Final = "place"
_WHICH_ONE: Final = f" {sound('nào')}"
_OFFICE: Final = frozenset(OFFICES.split("|"))
"""What `rag.query.asks` reads as an office: the usual columns are asked for by it."""
_NO_COLUMN: Final = frozenset(
    sound("ai gì nào việc ngày tháng năm quý tuần giờ lúc khi đơn vị cơ quan nhiệm vụ thế là có theo về do của").split()
)
"""Words before "nào" that ask for a usual column or for nothing of a row."""
_PLURAL: Final = frozenset(map(sound, ("những", "các", "mấy")))
_LEAST: Final = 2
_BESIDE: Final = 3
"""Words of a question among those of a header that it says."""
_YEAR: Final = re.compile(r"\b20\d\d\b")
"""Headers of figures of a year, which `rag.query.yearcolumns` tells apart."""
_BRACKETS: Final = re.compile(r"\(.*?\)")


@dataclass(frozen=True, slots=True)
class SideColumn:
    """One sort of column: what its header says, and the sound forms of what asks for it."""

    name: str
    header: re.Pattern[str]
    asks: tuple[str, ...]


@cache
def side_columns() -> tuple[SideColumn, ...]:
    """The sorts of columns of the list, in its order."""
    source = (resources.files("rag") / "data" / _FILE).read_text(encoding="utf-8")
    lines = (line.split("\t") for line in source.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(
        SideColumn(name, re.compile(header), tuple(sound(one) for one in asks.split(";")))
        for name, header, asks in lines
    )


@lru_cache(maxsize=256)
def asked_columns(spoken: str) -> tuple[tuple[str, SideColumn], ...]:
    """The phrases of a question in sound form that ask for side columns, the longest first."""
    held = f" {spoken} "
    found = [(phrase, one) for one in side_columns() for phrase in one.asks if f" {phrase} " in held]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def where_asked(spoken: str) -> tuple[str, ...]:
    """The phrases in which a question asks where, with a noun for the place: they say nothing of the row."""
    return tuple(phrase for phrase, one in asked_columns(spoken) if one.name == _PLACE and phrase.endswith(_WHICH_ONE))


@lru_cache(maxsize=256)
def nouns_asked(spoken: str) -> tuple[str, ...]:
    """The nouns of one to four syllables before "nào", the longest first; none of several things."""
    found = []
    for match in _WHICH.finditer(spoken):
        words = match[1].split()
        if _PLURAL.isdisjoint(words) and words[-1] not in _NO_COLUMN:
            found += [words[-size:] for size in range(len(words), 0, -1)]
    return tuple(" ".join(one) for one in sorted(found, key=len, reverse=True) if one[0] not in _NO_COLUMN)


def side_cell(spoken: str, entry: Entry) -> tuple[str, Field] | None:
    """The header and cell of the side column that the question, in sound form, asks this row for; None for none."""
    cells = [(header, cell) for header, cell in entry.other if header and not _YEAR.search(header)]
    return next(
        (
            found
            for found in (
                _named(spoken, [one for one in cells if not in_name(spoken, (sound(one[0]),), entry.name)]),
                person_cell(spoken, cells),
                _by_noun(spoken, cells, entry),
                _in_other_words(spoken, cells),
                _counted(spoken, cells),
            )
            if found is not None
        ),
        None,
    )


def _named(spoken: str, cells: Sequence[tuple[str, Field]]) -> tuple[str, Field] | None:
    """The column whose header the question says, whole or in all its words together; of several the one with most words."""
    held, said = f" {spoken} ", []
    for header, cell in cells:
        heard = sound(_BRACKETS.sub("", header))
        told = _NUMBER_OF.sub("", heard) if _HOW_MANY.search(spoken) else heard  # "bao nhiêu người" for "số người"
        words = [word for word in told.split() if len(word) > 1]
        if heard and (f" {heard} " in held or (len(words) > 1 and _says_nearly(spoken, words))):
            said.append((len(words), (header, cell)))
    return max(said, key=lambda one: one[0])[1] if said else None


def _says_nearly(spoken: str, words: Sequence[str]) -> bool:
    """Whether all the words stand in one short stretch of the question: scattered over it they are of the row's name."""
    asked, size = spoken.split(), len(words) + _BESIDE
    if not set(asked).issuperset(words):
        return False
    return any(set(asked[at : at + size]).issuperset(words) for at in range(max(1, len(asked) - size + 1)))


def _by_noun(spoken: str, cells: Sequence[tuple[str, Field]], entry: Entry) -> tuple[str, Field] | None:
    """The column whose header holds the noun before "nào", or whose cell begins with it.

    The lead's column, under no header here, is it where that says behind the name what the noun asks for ("Bà A - công chức").
    """
    for noun in nouns_asked(spoken):
        if noun.split()[0] in _OFFICE:
            continue
        several = len(noun.split()) >= _LEAST
        for header, cell in cells:
            opens = f"{sound(header)} ".startswith(f"{noun} ")
            if opens or (several and sound(cell.text).startswith(f"{noun} ")):
                return header, cell
        lead = entry.field("lead")
        who = several and entry.annex is not None and f" {noun} nao " in f" {spoken} "
        if who and f" {noun} " in f" {sound(lead.text)} ":
            return "", lead
    return None


def _in_other_words(spoken: str, cells: Sequence[tuple[str, Field]]) -> tuple[str, Field] | None:
    for _, column in asked_columns(spoken):
        found = next(((header, cell) for header, cell in cells if column.header.search(fold(header))), None)
        if found is not None:
            return found
        if column.name == _MONEY and len(sums := [one for one in cells if _SUM.search(fold(one[1].text))]) == 1:
            return sums[0]
    return None


def _counted(spoken: str, cells: Sequence[tuple[str, Field]]) -> tuple[str, Field] | None:
    """The one column whose cell is a figure of what is counted: "mấy sao" of "4 sao"."""
    asked = _HOW_MANY.search(spoken)
    told = re.compile(rf"\D{{0,3}}\d[\d.,]* {re.escape(asked[1])}\b") if asked else None
    found = [one for one in cells if told and told.match(sound(one[1].text))]
    return found[0] if len(found) == 1 else None


_NUMBER_OF: Final = re.compile(rf"^(?:{sound('tổng')} )?{sound('số')} (?:{sound('lượng')} )?(?=\S+ \S)")
_HOW_MANY: Final = re.compile(rf"\b(?:{sound('mấy')}|{sound('bao nhiêu')}) (\S+)")
_MONEY: Final = "money"
_SUM: Final = re.compile(r"\d (?:trieu|ty|ti|nghin)(?: dong)?\b|\d dong\b")
"""Folded: a sum of money, told under whatever header ("Nguồn lực: 500 triệu đồng")."""


def asks_one_cell(spoken: str) -> bool:
    """Whether the only "nào" or "gì" of a question, in sound form, asks for a side column ("giao công chức nào làm")."""
    asking = [word for word in spoken.split() if word in _QUESTION]
    single = len(asking) == 1 and not _SEVERAL.search(spoken)
    return single and any(phrase.endswith(asking[0]) for phrase, _ in asked_columns(spoken))


_SEVERAL: Final = re.compile(r"\b(?:nhung|cac|mai|liet ce|danh sach)\b")
_QUESTION: Final = frozenset(map(sound, ("nào", "gì")))


SIDE: Final = "side "
"""What begins the flag of a question that asks for a side column in words that it itself does not hold."""


def side_flags(spoken: str) -> frozenset[str]:
    """A question's asks for side columns as flags, for the parts that it is taken to."""
    return frozenset(f"{SIDE}{phrase}" for phrase, _ in asked_columns(spoken)[:1])


def with_sides(spoken: str, flags: frozenset[str]) -> str:
    """A question in sound form with what its flags ask besides."""
    return " | ".join((spoken, *(flag.removeprefix(SIDE) for flag in flags if flag.startswith(SIDE))))
