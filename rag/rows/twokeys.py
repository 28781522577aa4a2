"""One figure of each of several rows of a table that a question names by their keys: "mẫu xét nghiệm: Khe Sâu và Bến Đá"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ingest.folding import fold
from ingest.plan import Field
from rag.answer import Answer, Status
from rag.compose import compose, together
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import read_words, sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.rowtables import RowTable, row_tables
from rag.query.sidecolumns import asked_columns, side_cell
from rag.ranking.rank import Scored
from rag.rows.plaincells import most_said

_JOINT: Final = re.compile(
    r"\s+(?:và|với lại|so với|với|hay|hoặc|còn|vs|va|voi lai|so voi|voi|hoac|con)\s+|\s*[,;/]\s+(?:và\s+|va\s+|còn\s+|con\s+)?",
    re.IGNORECASE,
)
_MOST: Final = 4
_FEWEST: Final = 2
_FIGURE: Final = re.compile(r"\d")
_AROUND: Final = frozenset(
    map(
        sound,
        [
            "so",
            "sánh",
            "số",
            "lượng",
            "tổng",
            "mức",
            "của",
            "ở",
            "tại",
            "cho",
            "là",
            "có",
            "bao",
            "nhiêu",
            "mấy",
            "mỗi",
            "từng",
            "nơi",
            "bên",
            "lớp",
            "hội",
            "nghị",
            "cuộc",
            "khóa",
            "người",
            "dự",
            "tham",
            "đạt",
            "được",
            "thì",
            "nào",
            "hơn",
            "kém",
            "khu",
            "vực",
            "điểm",
            "hai",
            "phải",
            "lần",
            "lượt",
            "các",
            "những",
            "việc",
            "dự",
            "án",
            "trong",
            "năm",
            "kế",
            "hoạch",
            "giữa",
            "vậy",
            "ạ",
            "nhỉ",
            "em",
            "hỏi",
            "cái",
        ],
    )
)
"""Words of a question that choose no row."""


def of_two_keys(query: Query, library: Library) -> Answer | None:
    """The figures of the rows, in the order asked; None unless each part of the question names one row of one table and no row is named by all."""
    if query.intent is Intent.LIST or query.pointer.ordinal or len(query.roles) > 1:
        return None
    parted = list(_parts(query.typed))
    if not parted:
        return None
    tables = (table for table in row_tables(library) if query.covers(table.plan) and _may_key(query, table))
    found = [rows for table in tables if (rows := _rows(query, library, table, parted))]
    if not found or len({tuple(row.order for row in rows) for rows in found}) > 1:
        return None
    told = [compose(query, library, Scored(row, 1.0, 1.0, 1.0)) for row in found[0]]
    sure = all(one.status is Status.ANSWERED and one.values and _FIGURE.search(one.values[0]) for one in told)
    return together(query, told) if sure else None


def _may_key(query: Query, table: RowTable) -> bool:
    """Whether no office is named, or the table prints figures of offices, which are its keys."""
    return not query.actors or _is_data(table)


def _rows(query: Query, library: Library, table: RowTable, parted: Sequence[Sequence[str]]) -> list[Entry]:
    """The rows that the parts of the question name, parted the first way that names them all; none where no column is asked."""
    cells = _column(query, table)
    headers = {header for header, _ in cells.values()}
    if len(headers) != 1:
        return []
    column = {*sound(next(iter(headers))).split(), *_AROUND}
    column |= {word for phrase, _ in asked_columns(query.spoken)[:1] for word in phrase.split()}
    column |= {word for one in query.mentions for word in query.words.part(one.start, one.end).split()}
    column |= set(map(str, query.years))
    over = set(table.over.split())
    rows = [row for row in table.rows if row.order in cells and _FIGURE.search(cells[row.order][1].text)]
    for parts in parted:
        heard = [set(library.hear(part).split()) for part in parts]
        keys = [words - column - over or words - column for words in heard]
        named = [[row for row in _named(key, rows, library) if _as_typed(key, query, row)] for key in keys]
        sole = [one[0] for one in named if len(one) == 1]
        if len(sole) == len(parts) == len({row.order for row in sole}) and not _named(
            set().union(*keys), rows, library
        ):
            return sole
    return []


def _column(query: Query, table: RowTable) -> dict[int, tuple[str, Field]]:
    """The cell asked for of each row, by its order: of a table of data the figure under the header of which most is said."""
    named = {row.order: cell for row in table.rows if (cell := side_cell(query.spoken, row)) is not None}
    if named or not _is_data(table):
        return named
    figures = {row.order: [one for one in row.other if _FIGURE.search(one[1].text)] for row in table.rows}
    said = {order: most_said(query.spoken, cells) for order, cells in figures.items()}
    return {order: cell for order, cell in said.items() if cell is not None}


def _is_data(table: RowTable) -> bool:
    return all(row.clause is not None for row in table.rows)


def _parts(typed: str) -> Iterator[Sequence[str]]:
    """The question parted at every joint, then at one of them."""
    joints = list(_JOINT.finditer(typed))
    if not 0 < len(joints) <= _MOST:
        return
    for chosen in (joints, *([one] for one in joints if len(joints) >= _FEWEST)):
        edges = [(0, 0), *((one.start(), one.end()) for one in chosen), (len(typed), len(typed))]
        yield [typed[before[1] : after[0]] for before, after in pairwise(edges)]


def _named(key: set[str], rows: Sequence[Entry], library: Library) -> list[Entry]:
    """The rows whose names hold every word of the key, else those that print them all; none for no word."""
    if not key:
        return []
    by_name = [row for row in rows if key <= {*library.hear(row.name).split(), *sound(row.name).split()}]
    return by_name or [row for row in rows if key <= {*library.hear(row.text).split(), *sound(fold(row.text)).split()}]


def _as_typed(key: set[str], query: Query, row: Entry) -> bool:
    """Whether the row prints no other words in place of those typed with accents: "cả" is not "cá"."""
    typed = {token.heard: token.typed.lower() for token in query.words.tokens if query.words.accents}
    printed: dict[str, set[str]] = {}
    for token in read_words(row.text.lower()).tokens:
        printed.setdefault(token.heard, set()).add(token.typed)
    return all(typed.get(word) in printed.get(word, {typed.get(word)}) for word in key if word in typed)
