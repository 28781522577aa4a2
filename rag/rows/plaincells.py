"""One cell of a row of a table that gives nobody work, where the question names the row whole and tells the column.

"Cầu A lấy mẫu mấy lần một năm" is the column "Tần suất (lần/năm)", "mua mấy máy chiếu" the one of quantities, "máy chiếu
dùng ở trường nào" the one whose cells begin with "Trường".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.plan import Field
from rag.answer import Answer
from rag.compose import blank, quote
from rag.corpus.library import Library, once
from rag.language.words import either, sound, stop_heard
from rag.query.question import Query
from rag.rows.plaintables import PlainRow, PlainTable, plain_tables

_MANY: Final = re.compile(rf"\b(?:{either('bao nhiêu', 'mấy')})\b(?P<behind>.*)$")
_KIND: Final = re.compile(rf"\b(?P<noun>\S+(?: \S+)?) {sound('nào')}\b")
_WHAT: Final = re.compile(rf"\b{sound('gì')}\b")
_BRACKETED: Final = re.compile(r"\(([^()]*)\)")
_QUANTITY: Final = re.compile(rf"^(?:{either('số lượng', 'khối lượng')})\b")
_FIGURE: Final = re.compile(r"\d[\d.,]*")
_EMPTY: Final = frozenset(sound("số các và của có theo năm từng").split())
"""Words of headers that tell no column from another."""
_NAME: Final = 2
"""Syllables of a row's name, and cells that may print it."""
_MARK: Final = re.compile(r"[a-z]+\d+")
"""A mark that calls a row as its name does."""


def answer_plain_cell(query: Query, library: Library) -> Answer | None:
    """The cell; None where no one row is named whole, no one column is told, or the question says more."""
    if query.kind or query.actors or query.period or not query.pointer.empty or len(query.roles) > 1:
        return None
    spoken = query.words.heard
    asks = _MANY.search(spoken), _KIND.search(spoken), _WHAT.search(spoken)
    if not any(asks):
        return None
    said = f" {spoken} "
    named = [one for one in _names(library) if f" {one[2]} " in said and query.covers(one[0].plan)]
    longest = max((len(name) for _, _, name in named), default=0)
    found = [one for one in named if len(one[2]) == longest]
    if len(found) != 1:
        return None
    table, row, name = found[0]
    cell = _cell(query, table, row, name)
    if cell is None or _more_said(query, library, table, (*name.split(), *sound(cell[0]).split())):
        return None
    if not cell[1].text:
        return blank(query, library, row.entry, cell[0])
    told = quote(query, library, row.entry, cell[1].text)
    return replace(told, answer=f"{cell[0]}: {told.answer}")


@once
def _names(library: Library) -> tuple[tuple[PlainTable, PlainRow, str], ...]:
    """Every row with each name, or mark, that calls it."""
    named = (
        (table, row, one.strip())
        for table in plain_tables(library)
        for row in table.rows
        for one in row.name.split("|")
    )
    return tuple(one for one in named if len(one[2].split()) >= _NAME or _MARK.fullmatch(one[2]))


def _cell(query: Query, table: PlainTable, row: PlainRow, name: str) -> tuple[str, Field] | None:
    """The header and the cell that the question asks for, behind the words that name the row taken away."""
    cells = _cells(row)
    rest = f" {query.words.heard} ".replace(f" {name} ", " | ", 1)
    many, kind = _MANY.search(rest), _KIND.search(rest)
    if many:
        behind = many["behind"].replace("|", " ").split()
        figures = [one for one in cells if _FIGURE.fullmatch(one[1].text)]
        figures += [
            (one, Field("", ())) for one in table.figures if not dict(cells).get(one, Field("", ())).text
        ]  # left blank
        unit = sound(row.entry.field("unit").text)
        if many["behind"].strip().removeprefix(f"{unit} ").startswith("|") or (unit and behind[:1] == [unit]):
            return _only([one for one in figures if _QUANTITY.match(sound(one[0]))])
        measured = [one for one in figures if behind[:1] and behind[0] in _inside(one[0])]
        return _only(measured) or most_said(rest, figures)
    if kind:
        nouns = (kind["noun"], kind["noun"].split()[-1])
        begun = (
            [one for one in cells if f"{sound(one[1].text)} ".startswith(f"{noun} ") and _kind_of(table, one[0], noun)]
            for noun in nouns
        )
        return next((found for held in begun if (found := _only(held))), None)
    heads = [one for one in cells if len(sound(one[0]).split()) >= _NAME and f" {sound(one[0])} " in rest]
    return _only(heads)


def _cells(row: PlainRow) -> list[tuple[str, Field]]:
    target = row.entry.target
    own = [(target.over, target.value)] if target and target.value.text else []
    return [*own, *row.entry.other]


def _kind_of(table: PlainTable, header: str, noun: str) -> bool:
    """Whether most cells under the header begin with the noun: of a name it says nothing that one does."""
    cells = [f"{sound(text)} " for row in table.rows for head, text in row.cells if head == header and text]
    return 2 * sum(one.startswith(f"{noun} ") for one in cells) > len(cells) or noun in sound(header).split()


def _inside(header: str) -> set[str]:
    return {word for part in _BRACKETED.findall(header) for word in sound(part).split()}


def _only(found: Sequence[tuple[str, Field]]) -> tuple[str, Field] | None:
    return found[0] if len(found) == 1 else None


def most_said(rest: str, figures: Sequence[tuple[str, Field]]) -> tuple[str, Field] | None:
    """Of cells under their headers the one column of figures of whose header the question says most, two words at least."""
    words = set(rest.split())
    scores = [len((set(sound(_BRACKETED.sub(" ", one[0])).split()) - _EMPTY) & words) for one in figures]
    best = max(scores, default=0)
    return figures[scores.index(best)] if best >= _NAME and scores.count(best) == 1 else None


def _more_said(query: Query, library: Library, table: PlainTable, known: Sequence[str]) -> bool:
    """Whether a word is left that neither the row, the titles over it nor the plan's head says."""
    held = {*known, *table.over.split(), *library.profiles[table.plan].own_words, *stop_heard(), *_SAYING}
    named = {n for one in query.mentions if one.kind != "actor" for n in range(one.start, one.end)}
    return any(
        token.heard not in held and n not in named and not token.heard.isdigit()
        for n, token in enumerate(query.words.tokens)
    )


_SAYING: Final = frozenset(
    sound(
        "mua sắm giữ mang lấy đo dùng đặt nằm lắp cần cấp hết tiền điểm vị trí thuộc xã phường một mỗi ngày năm lần hàng"
    ).split()
)
"""Words that say of a row only that its cell is asked for."""
