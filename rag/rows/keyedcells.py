"""A cell of a row that a question calls by what another of its cells prints: "thôn A sơ tán về đâu", "bao giờ kiểm tra xã B".

Where no cell but a time is said, the rows of a calendar in that time are listed: "tuần sau đoàn đi kiểm tra ở đâu".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from rag.answer import Answer, Status
from rag.citations import cite_entry, cite_field, item, plan_name
from rag.compose import not_found
from rag.corpus.entries import Entry, is_filled
from rag.corpus.library import Library
from rag.language.synonyms import synonyms
from rag.language.words import either, sound, stop_heard
from rag.query.asks import Intent
from rag.query.question import Query
from rag.rows.groups import group_name
from rag.rows.incharge import CALLED_WORDS
from rag.rows.keyedrows import Hit, KeyedTable, hits, keyed_tables, of_group_said
from rag.rows.rowtimes import timed
from rag.wording import NOT_STATED, NOTHING_LISTED, NOUN, joined, shorten

_WHO: Final = re.compile(
    rf"\b(?:ai|(?:{either('đồng chí', 'người', 'ông', 'bà', 'anh', 'chị', 'cán bộ', 'vị', 'sếp', 'lãnh đạo', 'cô', 'chú', 'thầy')}) (?:nào|nao)|(?:{either('họ tên', 'tên')}) {sound('gì')})\b"
)
_WHERE: Final = re.compile(
    rf"\b(?:{either('ở đâu', 'về đâu', 'đến đâu', 'tới đâu', 'tại đâu', 'ra đâu', 'vào đâu', 'đi đâu', 'đâu')}"
    rf"|(?:{either('chỗ', 'nơi', 'điểm', 'địa điểm', 'địa bàn', 'vị trí', 'đơn vị', 'địa phương', 'xã', 'phường', 'thôn', 'bản', 'huyện', 'khu')}) {sound('nào')})\b"
)
_WHEN: Final = re.compile(
    rf"\b(?:{either('bao giờ', 'khi nào', 'lúc nào', 'ngày nào', 'hôm nào', 'ngày mấy', 'ngày bao nhiêu', 'tháng nào', 'tháng mấy', 'tuần nào', 'buổi nào', 'thời gian nào', 'mấy giờ')})\b"
)
_MANY: Final = re.compile(rf"\b(?:{either('bao nhiêu', 'mấy')}) (?P<noun>\S+)")
_HOW_OFTEN: Final = re.compile(
    rf"\b(?:{either('bao nhiêu', 'mấy')}) (?:{either('lần', 'đợt', 'cuộc', 'chuyến', 'lượt', 'buổi')})\b"
)
"""Asks for the number of rows of a calendar."""
_POST: Final = re.compile(
    rf"\b(?:{either('chức vụ', 'chức danh', 'chức', 'giữ chức', 'làm chức', 'cương vị')}) (?:{either('gì', 'nào')})\b|\b{sound('là ai')}\b"
)
_CHARGE: Final = re.compile(
    rf"\b(?:{either('phụ trách', 'lo', 'đảm nhận', 'được giao', 'được phân công', 'quản lý', 'theo dõi')})(?: phụ trách)?(?: {either('những', 'các')})? (?:(?:\S+ )?{sound('nào')}|{either('gì', 'đâu')})\b"
)
_CONTENT: Final = re.compile(
    rf"\b(?:{either('nội dung', 'việc', 'kiểm tra', 'trọng tâm', 'về', 'cái')}) (?:{either('gì', 'nào')})\b"
)
_KIND: Final = re.compile(rf"\b(?P<noun>\S+) (?:(?:{either('nào', 'gì')})\b|{sound('mấy')} *$)")
_HELPS: Final = re.compile(rf"\b(?:{either('phối hợp', 'hỗ trợ', 'tham gia', 'cùng', 'giúp')})\b")
"""Asks for those beside who leads."""
_LEADS: Final = re.compile(rf"\b(?:{either('chủ trì', 'làm đầu mối', 'thực hiện', 'tổ chức', 'triển khai')})\b")
_HELPERS: Final = re.compile(r"phoi hop|tham gia|ho tro")
"""Folded: how a header says that those under it help."""
_ANY_PLACE: Final = frozenset(map(sound, ("nơi", "chỗ")))
"""Nouns of a place that name no column, though a header may sound so ("nội dung")."""
_HEADS: Final = {
    "where": re.compile(
        r"diem|dia (?:diem|ban|chi|phuong)|noi (?!dung)|vi tri|hoi truong|don vi duoc|co so duoc|\b(?:thon|xa|phuong(?! (?:tien|phap|thuc|an|huong)\b)|khu vuc)\b"
    ),
    "post": re.compile(r"chuc (?:vu|danh)|don vi cong tac|cuong vi"),
    "charge": re.compile(r"phu trach|duoc giao|phan cong|nhiem vu|theo doi|dia ban"),
    "content": re.compile(r"noi dung|trong tam|chuyen de|muc dich"),
}
"""Folded: the headers of the columns that such questions ask for."""
_SEVERAL: Final = re.compile(rf"\b(?:{either('những', 'các')}) ")
_FIGURE: Final = re.compile(r"\W*\d[\d.,]*\W*")
_AROUND: Final = frozenset(
    sound(
        "ai nào gì đâu mấy bao giờ nhiêu khi lúc ngày hôm tháng tuần buổi ở tại về đến tới ra vào đi xuống lên qua ghé sang do là thì của"
        " có phải được bị sẽ cần nếu mà cho với và cùng cả mỗi từng người ông bà anh chị đồng chí cán bộ vị sếp lãnh đạo cô chú thầy"
        " chỗ nơi điểm địa bàn vị trí đơn vị địa phương xã phường thôn bản ấp khóm khu làng buôn dân bà con hộ"
        " phụ trách lo giao phân công theo dõi đảm nhận quản lý chịu trách nhiệm đứng đoàn sở ban ủy nhân"
        " việc nội dung chức vụ danh giữ làm tên họ số lượng nhiêu tổng những các trong theo kế hoạch phụ lục danh sách bảng lịch"
        " từ giữa cuối hết diễn ra tiến hành tổ chức dùng sử vậy thế nhỉ ạ hả này đó kia rồi nữa hỏi xin cho biết em mình tôi bên nhà nhiều ít sau trước tới chuyến đợt cuộc lần thứ dịp"
    ).split()
)
"""Words of such questions that choose no row."""
_GATHER: Final = tuple(map(sound, ("tập trung", "tập kết")))
"""What is done at every place that people are sent to."""
_WHOM: Final = frozenset(map(sound, ("dân", "người", "hộ")))
_MOST: Final = 4
"""Rows told one after the other."""
_HEADING: Final = 80


def answer_keyed_cell(query: Query, library: Library) -> Answer | None:
    """The cells asked for; None where no such row is called, no one column is told, or the question says more."""
    if not query.pointer.empty or query.quoted or not _asks(query.spoken):
        return None
    if query.intent is not Intent.FACT and query.kind:
        return None  # tasks and targets are listed by their own conditions
    found = _of_rows(query, hits(query, library))
    if not found:
        return _in_time(query, library) if query.period else None
    told = [
        one
        for table in dict.fromkeys(id(one.table) for one in found)
        if (one := _told(query, library, [each for each in found if id(each.table) == table]))
    ]
    return told[0] if len(told) == 1 else None


def of_row_before(query: Query, row: Entry, library: Library) -> Answer | None:
    """The cell of the row that the answer before rests on ("thôn đó sơ tán về đâu"); None where another row is called or more is said."""
    if not query.pointer.empty or query.quoted or not query.covers(row.plan) or not _asks(query.spoken):
        return None
    table = next((one for one in keyed_tables(library) if row in one.table.rows), None)
    if table is None or query.period or any(one.table is table for one in hits(query, library)):
        return None
    at = table.table.rows.index(row)
    column = _column(table, f" {query.spoken} ", set(), [at])
    told = column is not None and not _more_said(query, library, table, ())
    return _cells_told(query, library, table, rows=[at], column=column) if column is not None and told else None


def in_one_cell(query: Query, told: Answer, library: Library) -> Answer:
    """The answer, refused where a cell is asked for and words of several cells of such a row, run together, are told, or its day is another."""
    if told.status is not Status.ANSWERED or told.items or len(told.values) != 1 or not _asks(query.spoken):
        return told
    places = {(one.file, one.locator) for one in told.citations}
    for table in keyed_tables(library) if len(places) == 1 else ():
        for row, cells in zip(table.table.rows, table.cells, strict=True):
            if (library.plans[row.plan].file, row.locator) not in places:
                continue
            days = [cell.text for column, cell in zip(table.columns, cells, strict=True) if column.times and cell.text]
            if query.period and days and told.values[0] not in days and not timed(query, library, [row])[0]:
                return not_found(query, library)
            if row.clause:
                within = any(told.values[0] in cell.text for cell in cells)
                return told if within or told.values[0] not in row.name else not_found(query, library)
    return told


def _asks(spoken: str) -> bool:
    return any(one.search(spoken) for one in (_WHO, _WHERE, _WHEN, _MANY, _POST, _CHARGE, _CONTENT, _KIND))


def _told(query: Query, library: Library, found: Sequence[Hit]) -> Answer | None:
    """The cell of each row called in one table, in the order in which the question calls them."""
    table = found[0].table
    counts = _HOW_OFTEN.search(query.spoken) is not None
    rows = _rows(found, several=counts or _SEVERAL.search(query.spoken) is not None)
    many = len(rows) > _MOST and not counts
    if not rows or many or (query.intent is Intent.LIST and not _one_asked(query)):
        return None
    rest = f" {query.spoken} "
    for one in found:
        rest = rest.replace(f" {one.words} ", " | ", 1)
    column = None if counts else _column(table, rest, {one.column for one in found}, rows)
    if (column is None and not counts) or _more_said(query, library, table, found):
        return None
    meant = _in_period(query, library, table, rows)
    if not meant:
        return Answer(query.typed, Status.NOT_FOUND, NOTHING_LISTED.format(noun=NOUN["row"]))
    if column is None:
        return _counted(query, library, table, meant)
    several = frozenset.intersection(*(one.rows for one in found))
    if len(several) > 1 and several.issuperset(meant):
        return _listed(query, library, table, [table.table.rows[row] for row in meant])
    return _cells_told(query, library, table, rows=meant, column=column)


def _in_period(query: Query, library: Library, table: KeyedTable, rows: Sequence[int]) -> list[int]:
    """Of rows of a calendar those in the time asked for; all where none is or the table tells no days."""
    if query.period is None or not any(one.times for one in table.columns):
        return [*rows]
    meant = {row.order for row in timed(query, library, [table.table.rows[row] for row in rows])[0]}
    return [row for row in rows if table.table.rows[row].order in meant]


def _counted(query: Query, library: Library, table: KeyedTable, rows: Sequence[int]) -> Answer | None:
    """How many rows of a calendar print all that is said."""
    if not rows or not any(one.times for one in table.columns):
        return None
    listed = _listed(query, library, table, [table.table.rows[row] for row in rows])
    return replace(listed, values=(str(len(rows)),))


def _rows(found: Sequence[Hit], *, several: bool) -> list[int]:
    """The one row, or the ``several``, that print all that is said, or those named side by side in one column; none for rows not told apart."""
    common = frozenset.intersection(*(one.rows for one in found))
    if len(common) == 1 or (common and several):
        return sorted(common)
    sole = [one for one in found if len(one.rows) == 1]
    if common or len(sole) != len(found) or len({one.column for one in found}) > 1:
        return []
    return list(dict.fromkeys(row for one in found for row in one.rows))


def _one_asked(query: Query) -> bool:
    """Whether a question that sounds like a list asks for one cell all the same: "phụ trách những thôn nào"."""
    return bool(_CHARGE.search(query.spoken) or _KIND.search(query.spoken))


def _column(table: KeyedTable, rest: str, keys: set[int], rows: Sequence[int]) -> int | None:
    """The column asked for, none of those by which the rows are called; None unless one only suits."""
    free = [n for n in range(len(table.columns)) if n not in keys]
    folded = {n: table.columns[n].folded for n in free}
    many = _MANY.search(rest)
    if many:
        figures = [n for n in free if any(_FIGURE.fullmatch(table.cells[row][n].text) for row in rows)]
        return _only([n for n in figures if many["noun"] in sound(table.columns[n].header).split()])
    if _WHEN.search(rest):
        return _only([n for n in free if table.columns[n].times])
    if _WHO.search(rest):
        return _of_whom(table, free, rest)
    if _POST.search(rest):
        return _only([n for n in free if _HEADS["post"].search(folded[n])])
    if (kind := _KIND.search(rest)) and kind["noun"] not in _ANY_PLACE:
        named = [
            n
            for n in free
            if kind["noun"] in sound(table.columns[n].header).split() or _kind_of(table, n, kind["noun"])
        ]
        if (one := _only(_said_most(table, named, rest))) is not None:
            return one
    for asks, head in ((_CHARGE, "charge"), (_WHERE, "where"), (_CONTENT, "content")):
        if asks.search(rest):
            return _only(
                _said_most(
                    table, [n for n in free if _HEADS[head].search(folded[n]) and not table.columns[n].times], rest
                )
            )
    return None


def _of_whom(table: KeyedTable, free: Sequence[int], rest: str) -> int | None:
    """The column of those who do what is said: of who leads or helps, else of persons; of several the one whose header says it."""
    persons = [n for n in free if table.columns[n].persons]
    helps = _HELPS.search(rest) is not None
    beside = [n for n in free if (_HELPERS.search(table.columns[n].folded) if helps else table.columns[n].leads)]
    said = _said_most(table, list(dict.fromkeys((*persons, *beside))), rest)
    office = helps or _LEADS.search(rest) is not None
    return _only([n for n in said if n in (beside if office else persons)] or said)


def _kind_of(table: KeyedTable, column: int, noun: str) -> bool:
    """Whether most cells of a column begin with the noun."""
    printed = [f"{sound(cells[column].text)} " for cells in table.cells if cells[column].text]
    return 2 * sum(one.startswith(f"{noun} ") for one in printed) > len(printed)


def _said_most(table: KeyedTable, columns: Sequence[int], rest: str) -> list[int]:
    """Of several columns those of whose headers the question says most."""
    said = set(rest.split())
    counts = {n: len(said & (set(sound(table.columns[n].header).split()))) for n in columns}
    best = max(counts.values(), default=0)
    return [n for n in columns if counts[n] == best]


def _only(found: Sequence[int]) -> int | None:
    return found[0] if len(found) == 1 else None


def _more_said(
    query: Query, library: Library, table: KeyedTable, found: Sequence[Hit], *, group: Sequence[Entry] = ()
) -> bool:
    """Whether a word is left that neither the rows' keys, the words over the table nor the plan's head say, in other words either.

    The heading of the ``group`` of rows that is told from the others says words too.
    """
    plan = table.table.plan
    over = {
        *table.table.over.split(),
        *library.profiles[plan].own_words,
        *library.hear(library.profiles[plan].issuer).split(),
    }
    held = {*over, *_AROUND, *CALLED_WORDS, *stop_heard(), *(word for one in found for word in one.words.split())}
    held |= {
        word for one in synonyms(query.words) if any(_says(table, form) for form in one.forms) for word in one.words
    }
    held |= set(sound(query.period.words).split()) if query.period else set()
    apart = group if len(group) < len(table.table.rows) else ()
    held.update(word for row in apart for word in group_name(library, row).split())
    heard = (token.heard for token in query.unpointed.drop(_GATHER).tokens)
    return any(word not in held and not word.isdigit() for word in heard)


def _says(table: KeyedTable, form: Sequence[str]) -> bool:
    """Whether the words over a table hold those that people say otherwise, but for whom it is done to ("sơ tán | dân")."""
    return f" {' '.join(word for word in form if word not in _WHOM)} " in f" {table.table.over} "


def _cells_told(query: Query, library: Library, table: KeyedTable, *, rows: Sequence[int], column: int) -> Answer:
    """What the rows print in the column; blank cells are said to be blank."""
    plan, header = library.plans[table.table.plan], table.columns[column].header
    entries = [table.table.rows[row] for row in rows]
    cells = [table.cells[row][column] for row in rows]
    blank = next((entry for entry, cell in zip(entries, cells, strict=True) if not is_filled(cell.text)), None)
    if blank is not None:
        text = NOT_STATED.format(plan=plan_name(plan), locator=blank.locator, role=header.lower())
        return Answer(query.typed, Status.NOT_STATED, text, citations=cite_entry(plan, blank))
    led = [entry.leads if cell == entry.field("lead") else () for entry, cell in zip(entries, cells, strict=True)]
    values = tuple(one for units, cell in zip(led, cells, strict=True) for one in units or (cell.text,))
    citations = tuple(one for entry, cell in zip(entries, cells, strict=True) for one in cite_field(plan, entry, cell))
    places = ", ".join(dict.fromkeys(entry.locator for entry in entries))
    text = f"{header}: {joined(values)} ({plan_name(plan)}, {places})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")


def _in_time(query: Query, library: Library) -> Answer | None:
    """The rows of the calendars that fall in the time asked for, where nothing but what the calendar is of is said beside it."""
    if not any(one.search(query.spoken) for one in (_WHERE, _WHO, _CONTENT, _KIND)):
        return None
    if query.period is None or query.period.start is None or query.period.end is None:
        return None
    calendars = [
        one for one in keyed_tables(library) if query.covers(one.table.plan) and any(each.times for each in one.columns)
    ]
    named = [(one, of_group_said(query, one, library)) for one in calendars if _is_named(query, library, one)]
    meant = [(one, rows) for one, rows in named if not _more_said(query, library, one, (), group=rows)]
    found = [(one, row) for one, rows in meant for row in timed(query, library, rows)[0]]
    if not found and meant:
        return Answer(query.typed, Status.NOT_FOUND, NOTHING_LISTED.format(noun=NOUN["row"]))
    if not found or len({id(one) for one, _ in found}) > 1:
        return None
    table, day = found[0][0], query.period.start == query.period.end
    if day and len(found) == 1:
        at = table.table.rows.index(found[0][1])
        column = _column(table, f" {query.spoken} ", set(), [at])
        if column is not None:
            return _cells_told(query, library, table, rows=[at], column=column)
    return _listed(query, library, table, [row for _, row in found])


def _listed(query: Query, library: Library, table: KeyedTable, entries: Sequence[Entry]) -> Answer:
    """Rows of a table as a list, each with its cells."""
    plan = library.plans[table.table.plan]
    lines = "; ".join(f"{row.locator} – {_line(table, row)}" for row in entries)
    return Answer(
        query.typed,
        Status.ANSWERED,
        f"{len(entries)} {NOUN['row']} ({plan_name(plan)}): {lines}.",
        items=tuple(item(plan, row) for row in entries),
        citations=tuple(one for row in entries for one in cite_entry(plan, row)),
    )


def _line(table: KeyedTable, row: Entry) -> str:
    cells = table.cells[table.table.rows.index(row)]
    return shorten(", ".join(cell.text for cell in cells if cell.text), _HEADING)


def _is_named(query: Query, library: Library, table: KeyedTable) -> bool:
    """Whether the question says what is done in a calendar as its title does: words on end are on end there too ("thanh tra" is no "kiểm tra").

    The plan's head may say them as well; each word of the question then stands beside one that it has beside it there
    ("kiểm tra tiến độ | làm sạch dữ liệu").
    """
    title = table.table.title.split()
    pairs = {*pairwise(title), *pairwise(sound(library.profiles[table.table.plan].head).split())}
    times = sound(query.period.words).split() if query.period else ()
    spoken = query.unpointed.drop([" ".join(times)] if times else []).heard.split()
    headings = {group_name(library, row) for row in table.table.rows}
    grouped = {pair for one in headings for pair in pairwise(one.split())}
    within = {n + k for n, pair in enumerate(pairwise(spoken)) if pair in grouped for k in (0, 1)}
    spoken = [word for n, word in enumerate(spoken) if n not in within or word in title]  # "đoàn cấp tỉnh" is a group
    empty = _AROUND | stop_heard()
    beside = {n + k for n, pair in enumerate(pairwise(spoken)) if pair in pairs for k in (0, 1)}
    runs = (list(run) for is_empty, run in groupby(range(len(spoken)), lambda n: spoken[n] in empty) if not is_empty)
    apart = (run for run in runs if len(run) > 1 and not beside.issuperset(run))
    return not empty.issuperset(set(spoken) & set(title)) and next(apart, None) is None


def _of_rows(query: Query, found: Sequence[Hit]) -> list[Hit]:
    """What is said of rows; names of plans say nothing of them beside more, or beside a time: "Sở A tỉnh B" is no row of "phường B"."""
    names = [f" {query.words.part(one.start, one.end)} " for one in query.mentions if one.kind != "actor"]
    kept = [one for one in found if not any(f" {one.words} " in name for name in names)]
    return kept if kept or query.period else list(found)
