"""Tables whose rows are called by what any of their cells prints: a village, a person, a day ("Ai phụ trách thôn A").

Assignments of persons to places and calendars of visits; their rows have no name that a question would say whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.columns import Role, roles_of
from ingest.dues import parse_due
from ingest.folding import fold, tone_normal
from ingest.plan import Field
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.nth import end_said, turns, turns_said
from rag.language.words import sound
from rag.query.question import Query
from rag.query.rowtables import RowTable, headers_over, row_tables
from rag.rows.groups import group_name
from rag.rows.incharge import names_in, said_of

_PARTING: Final = re.compile(r"[;,\n]|\s[-–]\s|\svà\s")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_LEVEL: Final = re.compile(
    r"^(?:(?:ubnd|ủy ban nhân dân)\s+)?(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|đặc khu|xã|phường|thôn|bản|ấp|khóm|buôn|làng"
    r"|khu phố|tổ dân phố|chi nhánh|trạm|trường|đội|khu vực)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
"""What stands before the name of a place that people call without it."""
_OCCASION: Final = re.compile(r"^(?:(?:tết|lễ|dịp|ngày|mùa|tháng|đợt)\s+)+(?=[^\W\d]+\s+[^\W\d])")
"""What stands before the name of a feast or campaign that people call without it ("Tết Trung thu": "dịp Trung thu")."""
_PERSONS: Final = re.compile(
    r"(?:ho (?:va )?ten|nguoi|dong chi|can bo|cong chuc|vien chuc|chuyen vien|nhan vien|thanh vien|lanh dao|truong doan|truong nhom|to truong)\b"
)
_CHARGED: Final = re.compile(
    r"^(?!don vi|co quan|phong|ban )(?:.* )?(?:phu trach|chi dao|theo doi|giam sat|dam nhiem|chiu trach nhiem)$"
)
"""Folded: a header that tells who sees to a row, be it a person or an office."""
_TIMES: Final = re.compile(r"(?:ngay|thoi (?:gian|diem|han)|lich|thang|tuan|buoi)\b")
"""Folded: how a header begins over persons, and over the days of a calendar."""
_CALENDAR: Final = re.compile(rf" {sound('lịch')} (?!{sound('trình')} |{sound('sử')} )")
"""In the title over rows whose days are no deadlines."""
_LONGEST: Final = 7
"""Syllables of a cell's part by which a row is called."""
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header as printed and folded, and whether it names persons, days or who leads."""

    header: str
    folded: str
    persons: bool
    times: bool
    leads: bool


@dataclass(frozen=True, slots=True)
class KeyedTable:
    """A table with its columns, and for each row its cells in their order."""

    table: RowTable
    columns: tuple[Column, ...]
    cells: tuple[tuple[Field, ...], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Rows of a table that print in one column what the question says, as it says it; ``at`` is where."""

    table: KeyedTable
    column: int
    rows: frozenset[int]
    words: str
    at: int


@once
def keyed_tables(library: Library) -> tuple[KeyedTable, ...]:
    """The tables of data that have a column of persons or days, and the calendars among those of tasks."""
    found = (_keyed(table, library) for table in row_tables(library) if len(table.rows) > 1)
    return tuple(one for one in found if one is not None)


def _keyed(table: RowTable, library: Library) -> KeyedTable | None:
    headers = headers_over(table, library)
    if not headers:
        return None
    rows = [dict(_printed(row, headers)) for row in table.rows]
    roles = dict(zip(headers, roles_of(tuple(headers)), strict=True))
    shown = [header for header in headers if any(header in row for row in rows)]
    columns = tuple(
        Column(
            header,
            fold(header),
            *_sorts(fold(header), [row.get(header, Field()).text for row in rows]),
            leads=roles[header] is Role.LEAD,
        )
        for header in shown
    )
    data = columns[0].persons or all(row.clause is not None for row in table.rows)
    dated = any(row.field("due").text for row in table.rows)
    timed = any(one.times for one in columns) and (not dated or _CALENDAR.search(f" {table.title} ") is not None)
    if not (timed or (data and any(one.persons for one in columns))):
        return None
    return KeyedTable(table, columns, tuple(tuple(row.get(header, Field()) for header in shown) for row in rows))


def _printed(row: Entry, headers: Sequence[str]) -> Iterator[tuple[str, Field]]:
    """The cells of a row under their headers."""
    if row.clause is not None:
        yield from row.cells
        return
    for role, header in zip(roles_of(tuple(headers)), headers, strict=True):
        if role not in (Role.ORDINAL, Role.OTHER):
            yield header, row.field(role.value)
    yield from row.other


def _sorts(header: str, texts: Sequence[str]) -> tuple[bool, bool]:
    """Whether a column names persons, and whether it tells days, as most of its cells must."""
    printed = [text for text in texts if text]
    named = sum(any(True for _ in names_in(text)) for text in printed)
    charged = _CHARGED.search(header) is not None and 2 * named > len(printed)
    persons = (bool(_PERSONS.match(header)) and named > 0) or charged
    days = sum(parse_due(text, _ANY_YEAR) is not None for text in printed)
    return persons, bool(_TIMES.match(header)) and 2 * days > len(printed)


_ANY_YEAR: Final = 2000  # only whether a day is told counts


@once
def _keys(library: Library) -> dict[str, tuple[tuple[KeyedTable, int, int, str, str], ...]]:
    """What calls rows, by its first syllable: the table, the column, the row, the words in small letters and as they sound."""
    found: dict[str, list[tuple[KeyedTable, int, int, str, str]]] = {}
    for table in keyed_tables(library):
        for n, cells in enumerate(table.cells):
            for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                for name in () if column.times else dict.fromkeys(_names(cell.text, persons=column.persons)):
                    heard = sound(name)
                    found.setdefault(heard.split()[0], []).append((table, at, n, name, heard))
    return {first: tuple(each) for first, each in found.items()}


def _names(text: str, *, persons: bool) -> Iterator[str]:
    if persons:
        yield from names_in(text)
    for part in _PARTING.split(_BRACKETS.sub(" ", text)):
        name = " ".join(tone_normal(part.lower()).strip(" .:").split())
        for one in dict.fromkeys((name, _LEVEL.sub("", name), _OCCASION.sub("", name))):
            if _FEWEST <= len(sound(one).split()) <= _LONGEST:
                yield one


def hits(query: Query, library: Library) -> list[Hit]:
    """What the question says of the cells of such rows, the longest at each place, in its order."""
    said = f" {query.spoken} "
    found: dict[tuple[int, int, str], tuple[KeyedTable, set[int]]] = {}
    by_address = (
        (table, column, row, words)
        for table in keyed_tables(library)
        if query.covers(table.table.plan)
        for column, row, words in (*_by_address(query, table), *_by_turn(query, table))
    )
    for table, column, row, words in (*_by_key(query, library), *by_address):
        found.setdefault((id(table), column, words), (table, set()))[1].add(row)
    all_hits = [
        Hit(table, column, frozenset(rows), words, said.index(f" {words} "))
        for (_, column, words), (table, rows) in found.items()
    ]
    return sorted(_outermost(all_hits), key=lambda one: one.at)


def _by_key(query: Query, library: Library) -> Iterator[tuple[KeyedTable, int, int, str]]:
    """Rows by what their cells print, as typed where the question bears accents: the table, the column, the row, the words."""
    said = f" {query.spoken} "
    typed = f" {' '.join(token.typed for token in query.words.tokens)} "
    keys = _keys(library)
    for first in dict.fromkeys(query.spoken.split()):
        for table, column, row, name, heard in keys.get(first, ()):
            as_typed = not query.words.accents or f" {name} " in typed
            if as_typed and f" {heard} " in said and query.covers(table.table.plan):
                yield table, column, row, heard


def _by_address(query: Query, table: KeyedTable) -> Iterator[tuple[int, int, str]]:
    """Rows whose person is called by part of the name behind an address ("ông Thuận"): the column, the row, the words."""
    for at, column in enumerate(table.columns):
        for n, cells in enumerate(table.cells) if column.persons else ():
            said = (said_of(query, name) for name in names_in(cells[at].text))
            yield from ((at, n, words) for words in said if words)


def _by_turn(query: Query, table: KeyedTable) -> Iterator[tuple[int, int, str]]:
    """Rows that are one of a series called otherwise than printed ("đợt kiểm tra thứ ba" of "Đợt 3"): the column, the row, the words."""
    typed = " ".join(token.typed for token in query.words.tokens)
    meant = [(noun, number, typed[start:end]) for noun, number, start, end in turns_said(typed)]
    if end := end_said(typed):
        noun, last, start, stop = end
        held = [number for cells in table.cells for cell in cells for kind, number in _turn(cell.text) if kind == noun]
        meant += [(noun, max(held) if last else min(held), typed[start:stop])] if held else []
    for noun, number, said in meant:
        words = sound(said)
        strange = {*words.split()} - {*table.table.over.split()} - _WHICH_OF
        if any(not word.isdigit() for word in strange):
            continue  # a round of something else
        for n, cells in enumerate(table.cells) if f" {words} " in f" {query.spoken} " else ():
            yield from ((at, n, words) for at, cell in enumerate(cells) if (noun, number) in _turn(cell.text))


_WHICH_OF: Final = frozenset(
    sound(
        "đợt vòng kỳ phiên lớp khóa buổi số thứ lần đầu tiên cuối cùng sau chót nhất một hai ba bốn tư năm sáu bảy"
    ).split()
)
"""Words that tell which one of a series."""


def _turn(text: str) -> frozenset[tuple[str, int]]:
    """Which one of a series a cell begins with: "Đợt 3"."""
    return frozenset((noun, number) for noun, number in turns(text) if fold(text).startswith(noun))


def _outermost(found: Sequence[Hit]) -> Iterator[Hit]:
    """Those that stand within no longer one of the same table."""
    for one in found:
        end = one.at + len(one.words)
        longer = (
            other
            for other in found
            if other.table is one.table
            and len(other.words) > len(one.words)
            and other.at <= one.at
            and end <= other.at + len(other.words)
        )
        if next(longer, None) is None:
            yield one


def of_group_said(query: Query, table: KeyedTable, library: Library) -> list[Entry]:
    """The rows of the groups that the question tells from the others ("đoàn cấp tỉnh" of "cấp tỉnh" and "cấp xã"); all where it tells none.

    Words that all groups or the title of the table print tell none apart; the others are said beside a neighbour of theirs.
    """
    rows = list(table.table.rows)
    headings = list(dict.fromkeys(group_name(library, row) for row in rows))
    if len(headings) < _FEWEST:
        return rows
    shared = set.intersection(*(set(one.split()) for one in headings)).union(table.table.title.split())
    said = {*pairwise(query.spoken.split())}
    meant = set()
    for heading in headings:
        own = set(heading.split()) - shared
        told = {word for pair in pairwise(heading.split()) if pair in said for word in pair}
        if own and own <= told:
            meant.add(heading)
    return [row for row in rows if group_name(library, row) in meant] or rows
