"""Sums that a table prints in rows of their own: "Tổng cộng", or a group's row with the figures of all below it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.plan import Field
from rag.answer import Answer, Status
from rag.citations import cite_field
from rag.compose import quote
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.query.question import Query

_ALL: Final = ("tất cả", "cả thảy", "hết thảy", "tất thảy", "toàn bộ", "cộng lại", "gộp lại", "cộng chung", "cả bảng")
_ASKS: Final = re.compile(rf"\b(?:tong|{either(*_ALL)})\b")
_TOTAL: Final = re.compile(r"(?:tong|cong)\b")
"""Sound form: how the name of a row begins that adds up a whole table."""
_BRACKETS: Final = re.compile(r"\([^()]*\)?")
_UNIT: Final = re.compile(r"\(([^()]*)\)?\s*$")
"""What a header counts in: "Quân số (người)"."""
_COUNTED: Final = rf"\b(?:{either('bao nhiêu', 'mấy')}) (?:{either('con', 'cái', 'chiếc')} )?"
_NAMING: Final = 2
"""Words that tell whose table is meant where no plan is named."""
_FIGURE: Final = re.compile(r"[\d.,]*\d[\d.,]*")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SAYS_LITTLE: Final = frozenset(
    sound("kế hoạch số lượng tổng cộng mức năm dự kiến nhu cầu của các là được có dự án nhiệm vụ bảng").split()
).union(word for one in _ALL for word in sound(one).split())
"""Words of a header that people leave out, and of a question that name no row; a kind of work may be called another."""


def answer_sum(query: Query, library: Library, told: Answer) -> Answer | None:
    """The sum that the question asks of one plan's table, where no clause told one; None without it.

    The row of a group whose whole name is said goes before the row that adds up all.
    """
    if not _ASKS.search(query.spoken) or (query.plans is None and told.status is not Status.NOT_FOUND):
        return None
    found = [
        (entry, cell)
        for entry in library.entries
        if entry.clause and query.covers(entry.plan) and (cell := _cell(query, library, entry)) is not None
    ]
    groups = [one for one in found if not _TOTAL.match(_name(one[0]))]
    meant = [one for one in groups if not _tells(told, one[0])] or (found if _open(told, library) else [])
    if len(meant) != 1:
        return None
    entry, cell = meant[0]
    answer = quote(query, library, entry, cell.text)
    return replace(answer, citations=cite_field(library.plans[entry.plan], entry, cell))


def _open(told: Answer, library: Library) -> bool:
    """Whether nothing was told, or only a cell of one row."""
    if told.status is not Status.ANSWERED:
        return told.status is Status.NOT_FOUND
    rows = {one.locator for one in library.entries if one.kind != "clause" or (one.clause and one.clause.cells)}
    return all(one.locator in rows for one in told.citations)


def _tells(told: Answer, entry: Entry) -> bool:
    """Whether what was told cites words that speak of the group, elsewhere than in its row."""
    quotes = (one.quote for one in told.citations if one.locator != entry.locator)
    cited = sound(" ".join(quotes)).split()
    return told.status is Status.ANSWERED and set(_name(entry).split()) <= set(cited)


def _name(entry: Entry) -> str:
    """The name of a row of sums in sound form; "" for any other clause."""
    clause = entry.clause
    texts = (
        [cell.text for _, cell in clause.cells if cell.text and cell.text.strip(".") != clause.marker] if clause else []
    )
    worded = [text for text in texts if _WORD.search(text)]
    figures = any(_FIGURE.fullmatch(text) for text in texts)
    return sound(_BRACKETS.sub("", worded[0])).strip() if len(worded) == 1 and figures else ""


def _cell(query: Query, library: Library, entry: Entry) -> Field | None:
    """The sum under the header that the question names, where no word of it is left that names another row."""
    name, asked = _name(entry), set(query.spoken.split())
    total = bool(_TOTAL.match(name))
    names = set() if total else set(name.split()) - _SAYS_LITTLE
    if not (names or total) or not names <= asked:
        return None
    cells = entry.clause.cells if entry.clause else ()
    heads = [(set(sound(_BRACKETS.sub("", header)).split()), cell) for header, cell in cells]
    named = [(words - _SAYS_LITTLE, cell) for words, cell in heads if _FIGURE.fullmatch(cell.text)]
    whole = [(words, cell) for words, cell in named if words and words <= asked]
    most = max((len(words) for words, _ in whole), default=0)
    fitting = [cell for words, cell in whole if len(words) == most]
    if names and not fitting:  # of several kinds of money of one group the first is told
        fitting = [cell for words, cell in named if words & asked][:1]
    profile = library.profiles[entry.plan]
    if total and not fitting and _speaks_of(asked - profile.words - profile.own_words, entry):
        fitting = [cell for header, cell in cells if _FIGURE.fullmatch(cell.text) and _counts_in(query, header)]
    known = {*names, *_SAYS_LITTLE, *(word for header, _ in cells for word in sound(header).split())}
    over = profile.words | profile.own_words | (entry.context if total else frozenset())
    content = [word for word, weight in query.words.content().items() if weight >= 1.0]
    rest = [word for word in content if word not in known and not word.isdigit()]
    pointed = query.plans is not None or len(library.plans) == 1 or len(rest) >= _NAMING
    return fitting[0] if len(fitting) == 1 and pointed and over.issuperset(rest) else None


def _speaks_of(asked: set[str], entry: Entry) -> bool:
    """Whether the table itself is spoken of, not only what one of its columns counts: "cả xã có bao nhiêu người" has no such table."""
    cells = entry.clause.cells if entry.clause else ()
    counted = {word for header, _ in cells if (unit := _UNIT.search(header)) for word in sound(unit[1]).split()}
    over = entry.context.union(word for header, _ in cells for word in sound(_BRACKETS.sub("", header)).split())
    return bool(asked & over - counted - _SAYS_LITTLE)


def _counts_in(query: Query, header: str) -> bool:
    """Whether the question counts what the brackets of a header name: "bao nhiêu người" of "Quân số (người)"."""
    unit = _UNIT.search(header)
    return unit is not None and bool(re.search(rf"{_COUNTED}{re.escape(sound(unit[1]))}\b", query.spoken))
