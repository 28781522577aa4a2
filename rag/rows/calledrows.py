"""Rows listed and counted by what their table calls them: "những lớp nào mở trong tháng 5", "mấy xã được kiểm tra đợt 1".

A value of a cell that the question says ("ngân sách tỉnh", "Thứ trưởng Nguyễn Văn A") chooses the rows that print it
there; the words left must stand in the row, under the headings over it or in the titles of its table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise
from typing import Final

from ingest.folding import fold, tone_normal
from rag.answer import Answer, Status
from rag.citations import cite_entry, item, plan_name
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import AND, either, sound
from rag.query.amounts import asked_amount, lies_within
from rag.query.asks import OFFICES, Intent
from rag.query.personcells import asks_person_behind
from rag.query.question import Query
from rag.query.rowtables import CLASSIFIERS, DOERS, RowTable, called, counted, row_tables, values, whole, with_parts
from rag.query.sidecolumns import asked_columns, side_cell
from rag.query.telegrams import THINGS
from rag.rows.emptywords import AROUND, around
from rag.rows.overrows import without_heads
from rag.rows.rowtimes import timed
from rag.rows.sideconditions import lists_by_cells
from rag.wording import NOTHING_LISTED, NOUN, shorten

_PLURALS: Final = ("những", "các", "toàn bộ", "tất cả", "danh sách", "danh mục", "liệt kê", "kể tên")
_EVERY: Final = "mọi"
_LISTS, _LISTS_EVERY = (
    re.compile(rf"\b(?:{said})(?: (?:{said}))* (?P<noun>\S.*)")
    for said in (either(*_PLURALS), either(*_PLURALS, _EVERY))
)
"""Words that several follow; “mọi” as typed only, for “mới” sounds like it."""
_COUNTS: Final = re.compile(rf"(?<!thuong )(?<!khuien )\b(?:{either('bao nhiêu', 'mấy')}) (?P<noun>\S.*)")
_WHICH: Final = re.compile(r"^(?P<noun>(?P<before>(?:\S+ ){1,8}?)nao\b.*)")
"""A question that opens with its rows: "văn bản nào phải trình trong tháng 6"."""
_WHICH_LAST: Final = re.compile(
    r"(?P<noun>(?:\S+ ){1,8}(?<!khi )(?<!luc )(?<!hoi )(?<!dian )(?<!diem )(?<!dip )nao)(?: (?:chong|khong|vai|the|nhi|a|ha|nua|dai|la))*$"
)
"""One that ends with them: "tháng sau mở lớp tập huấn nào"; not with the time of one: "quy hoạch 2026 - 2030 trình khi nào"."""
_DONE: Final = frozenset(map(sound, ("tổ chức", "triển khai", "thực hiện", "xây dựng", "phải làm")))
"""What is done with such rows, with which names of other rows begin."""
_NO_ROWS: Final = re.compile(
    rf"^(?:\S+ ){{4,}}(?:{either('khi', 'ngày', 'tháng', 'năm', 'quý', 'tuần', 'giờ', 'lúc', 'đơn vị', 'cơ quan', 'thời gian', 'thời hạn', 'kết quả')}) $"
)
"""Ends of a longer opening before "nào" that ask for a cell: "lắp trạm vùng lõm hạn khi | nào"."""
_WHICH_ONE: Final = sound("nào")
_OFFICE_ASKED: Final = re.compile(rf"^(?:\S+ )*?(?:{OFFICES}|ai) nao\b")
_SEVERAL_WHICH: Final = re.compile(rf"\b{sound('mấy')} (?:\S+ ){{1,5}}?nao\b")
"""“Mấy” that only makes it several: "gồm mấy dự án nào"."""
_PARTS: Final = re.compile(r"\s*[:–—;]\s+|\s+-\s+")
_NUMBER_OF: Final = re.compile(r"(?:tổng )?(?:số lượng|số|so luong|so)\s+(?!\d)", re.IGNORECASE)
"""What parts a telegram, and what asks in one for a number: "Xã A - số hội nghị trong tháng 5"."""
_ASKING: Final = re.compile(r"\b(?:ai|nào|gì|đâu|bao giờ|bao nhiêu|mấy|ra sao|nhu the nao)\b", re.IGNORECASE)
_ASKING_PLAIN: Final = re.compile(r"\b(?:ai|nao|gi|o dau|bao gio|bao nhieu|may|ra sao)\b", re.IGNORECASE)
_ASKING_HEARD: Final = re.compile(r"(?<!thuong )(?<!khuien )\b(?:ai|nao|gi|o dau|bao do|bao nhieu|mai|ra sao)\b")
"""Question words as typed, as typed without accents, and as they sound."""
_AND: Final = frozenset(map(sound, ("và", "hoặc", "hay", "với")))
_FAR: Final = 5
"""Words before the "và" behind which a further noun stands."""
_USUAL: Final = frozenset(sound(one) for one in THINGS.split("|"))
"""What rows of every table are called, which lists are made of anyhow."""
_ANY_WORK: Final = frozenset(map(sound, ("việc",)))
"""Rows of any table, where the value of a cell is said with it: "danh mục việc Thứ trưởng A phụ trách"."""
_WITHOUT: Final = re.compile(
    r"(?:\b(?:không|khong) (?:tính|kể|gồm|bao gồm|tinh|ke|gom|bao gom)\b|\b(?:ngoại )?trừ\b|\bngoai tru\b)(.+)$",
    re.IGNORECASE,
)
_RESTS_ON: Final = re.compile(
    rf"\b(?:{either('căn cứ', 'căn cứ vào', 'dựa vào', 'dựa trên', 'viện dẫn', 'nhắc đến')}) (?:{either('những', 'các', 'bao nhiêu', 'mấy')})\b"
    rf"|\b{sound('ban hành trước')} (?!\d|(?:{either('ngày', 'tháng', 'quý', 'năm')})\b)"
)
"""Documents that a plan names are none of its rows."""
_DUE: Final = sound("hoàn thành")
"""Before a time it says nothing more of the row."""
_HEADING: Final = 80
"""Characters of a name that a list shows."""
_NAMING: Final = 3
"""Syllables of a table's longer noun that call its rows."""
_BOTH: Final = 2
"""Question words of which the first only makes several."""
_SAID: Final = 2
"""Syllables of a value, and words of a question, that choose rows."""
_Chosen = tuple[RowTable, list[Entry], list[str]]
"""A table, its rows that the question calls, and the words that do."""


def answer_called(query: Query, library: Library) -> Answer | None:
    """The rows that the question calls by their noun and that meet all it says; None where it does not or none do."""
    by_cells = lists_by_cells(query, library)
    query = replace(query.called, period=query.called.period or query.period) if query.called else query
    if by_cells or query.pointer.ordinal or query.quoted or _RESTS_ON.search(query.spoken):
        return None
    asked = _asked(query, library)
    opening = sound(query.period.words) if query.period else ""
    if opening and asked and " ".join(asked[0]).startswith(f"{opening} "):
        asked = _behind_time(query, library, asked[0][len(opening.split()) :])
    if asked is None and (last := _asked_last(query, library)):
        return _answered(query, library, last) or _none_then(query, library, last)
    if asked is None:
        told = (_answered(query, library, one, silent=True) for one in _telegrams(query, library))
        return next((one for one in told if one), None)
    if query.intent is not Intent.FACT and (query.kind or " ".join(asked[0][:_SAID]) in _USUAL):
        return None
    return _answered(query, library, asked)


def _answered(query: Query, library: Library, asked: tuple[list[str], bool], *, silent: bool = False) -> Answer | None:
    """The rows called by the words asked; of a ``silent`` question those of tables that bear the noun, chosen by time or a value."""
    words, counts = asked
    tables = [table for table in row_tables(library) if query.covers(table.plan) and _in_annex(query, table)]
    if silent:
        tables = [one for one in tables if _bears(words, one) and _chooses(query, library, one)]
    chosen = _called_most([(table, *_rows(query, library, table, words)) for table in tables])
    known = {word for _, _, noun in chosen for word in noun}
    if query.period or query.actors:  # one of these may choose a part of a row
        chosen = [(whole(table, library), with_parts(rows, library), noun) for table, rows, noun in chosen]
    called_so = ((table, rows, known) for table, rows, _ in chosen if rows)
    found = without_heads([row for each in called_so for row in _meeting(query, library, each)])
    found = counted(words, tables, found) if counts and not silent else found
    return _told(query, library, found, counts=counts) if found else None


def _none_then(query: Query, library: Library, asked: tuple[list[str], bool]) -> Answer | None:
    """That no such row falls in the time asked for, where some fall in another."""
    words = query.words.drop([sound(query.period.words)] if query.period else [])
    other = _answered(replace(query, period=None, words=words), library, asked)
    return Answer(query.typed, Status.NOT_FOUND, NOTHING_LISTED.format(noun=NOUN["row"])) if other else None


def _called_most(chosen: Sequence[_Chosen]) -> list[_Chosen]:
    """The tables without those that only the beginning of another's noun calls ("cuộc" of "cuộc kiểm tra")."""
    nouns = {tuple(noun) for _, rows, noun in chosen if rows}
    return [
        one for one in chosen if not any(len(noun) > len(one[2]) and [*noun[: len(one[2])]] == one[2] for noun in nouns)
    ]


def _chooses(query: Query, library: Library, table: RowTable) -> bool:
    """Whether the question says a time, a year that is not the plan's own or the value of a cell."""
    other = any(year != library.profiles[table.plan].year for year in query.years)
    return query.period is not None or other or bool(_said(query, library, table, query.spoken))


def _bears(words: Sequence[str], table: RowTable) -> bool:
    """Whether the words begin as a noun of the table does."""
    said = f"{' '.join(words)} "
    own = (noun if noun in CLASSIFIERS else " ".join(noun.split()[:_NAMING]) for noun in table.nouns)
    return any(said.startswith(f"{noun} ") for noun in own if " " in noun or noun in CLASSIFIERS)


def _asked(query: Query, library: Library) -> tuple[list[str], bool] | None:
    """The words from the noun of the rows on, and whether their number is asked for."""
    spoken = _bare(query)
    every = _EVERY in query.typed.lower() or not query.words.accents
    count, listed = _COUNTS.search(spoken), (_LISTS_EVERY if every else _LISTS).search(spoken)
    doing = query.role in ("lead", "support") and all(one.role != query.role for one in query.actors)
    which = _WHICH.search(spoken)
    of_row = which and (_NO_ROWS.search(which["before"]) or asks_person_behind(which["before"], spoken))
    which = None if of_row else which
    if doing and which and _OFFICE_ASKED.search(spoken) and not _calls_rows(which["before"].strip(), query, library):
        which = None
    found = count or listed or which
    typed = _WITHOUT.sub("", tone_normal(query.typed))
    asking = (_ASKING if query.words.accents else _ASKING_PLAIN).findall(typed)
    several = count is not None and len(asking) == _BOTH and _SEVERAL_WHICH.search(spoken) is not None
    if found is None or (len(asking) > 1 and not several) or (count is not None and not asking):
        return None
    words = [word for word in found["noun"].split() if not several or word != _WHICH_ONE]
    return words, count is not None and not several


def _asked_last(query: Query, library: Library) -> tuple[list[str], bool] | None:
    """The words from the noun of the rows on, where a question for those of some time ends in it: "tháng sau mở lớp tập huấn nào"."""
    which = _WHICH_LAST.search(query.spoken)
    asking = (_ASKING if query.words.accents else _ASKING_PLAIN).findall(tone_normal(query.typed))
    if which is None or query.intent is not Intent.FACT or len(asking) > 1:
        return None
    if query.period is None or query.period.start is None or query.period.end is None:
        return None
    words = which["noun"].split()[:-1]
    tables = [one for one in row_tables(library) if query.covers(one.plan) and _in_annex(query, one)]
    for at in range(len(words)):
        done = " ".join(words[at : at + _SAID]) in _DONE
        if not done and words[at] not in _USUAL and any(called(words[at:], query.spoken, one)[0] for one in tables):
            return words[at:], False
    return None


def _behind_time(query: Query, library: Library, words: list[str]) -> tuple[list[str], bool] | None:
    """The words behind the time that a question opens with, where they call rows at once: "tuần sau | khoa nào …"."""
    tables = (one for one in row_tables(library) if query.covers(one.plan) and _in_annex(query, one))
    which = words.index(_WHICH_ONE) if _WHICH_ONE in words else 0
    return (words, False) if any(called(words, query.spoken, one)[0] == which > 0 for one in tables) else None


def _calls_rows(noun: str, query: Query, library: Library) -> bool:
    """Whether what ends like an office is what a table calls its rows ("chuyên ngành"), or those to whom its action is done."""
    for table in row_tables(library):
        if query.covers(table.plan) and " " in noun and not DOERS.match(noun):
            acted = table.action and f" {table.action} " in f" {query.spoken} "
            if noun in table.nouns or (acted and any(name.startswith(f"{noun} ") for name in table.names)):
                return True
    return False


def _telegrams(query: Query, library: Library) -> Iterator[tuple[list[str], bool]]:
    """The same of each part of a telegram without a question word, the last first; none where a cell of a row is asked for."""
    typed = tone_normal(query.typed).strip(" .?!")
    asking = (_ASKING if query.words.accents else _ASKING_PLAIN).search(typed)
    if asking or query.role in ("due", "result", "note") or query.roles or asked_columns(query.spoken):
        return
    for part in reversed(_PARTS.split(typed)):
        number = _NUMBER_OF.match(part)
        words = library.hear(part[number.end() :] if number else part).split()
        if len(words) > _SAID and " ".join(words[:_SAID]) not in _USUAL and words[0] not in _USUAL:
            yield words, number is not None


def _bare(query: Query) -> str:
    """The question in sound form up to what it leaves out ("không tính …")."""
    apart = _WITHOUT.search(query.typed)
    return query.spoken.partition(f" {sound(apart[0])}")[0] if apart else query.spoken


def _in_annex(query: Query, table: RowTable) -> bool:
    labels = (query.pointer.annex or "").split("|")
    return labels == [""] or table.annex.rpartition(" ")[2].upper().lstrip("0") in {one.lstrip("0") for one in labels}


def _rows(query: Query, library: Library, table: RowTable, words: Sequence[str]) -> tuple[list[Entry], list[str]]:
    """The rows of one table that the question calls, by one noun or several side by side, and the words that do."""
    said, noun, rows = list(words), list[str](), set[int]()
    while said:
        size, more = called(said, query.spoken, table)
        fresh = {row.order for row in more}
        if size and (
            not noun or said[0] == AND or not fresh & rows or fresh == rows
        ):  # "xã, phường" are two sorts of rows
            noun, rows, said = [*noun, *said[:size]], rows | fresh, said[size:]
        elif said[0] in _AND and len(said) > 1:
            said = said[1:]
        elif not noun and AND in said[: _FAR + 1]:
            said = said[said.index(AND) + 1 :]  # "lớp tập huấn | và cuộc kiểm tra": the second noun may be this table's
        else:
            break
    if not noun:
        noun, headed = _by_heading(words, table, library)
        rows, said = {row.order for row in headed}, list(words[len(noun) :]) if noun else said
    if not noun and words[0] in _ANY_WORK and _said(query, library, table, _bare(query)):
        noun, rows, said = list(words[:1]), {row.order for row in table.rows}, list(words[1:])
    known = {*table.over.split(), *library.profiles[table.plan].own_words}
    if not noun or _asks_of_them(" ".join(dropwhile(known.__contains__, said))):
        return [], []
    return [row for row in table.rows if row.order in rows], noun


def _by_heading(words: Sequence[str], table: RowTable, library: Library) -> tuple[list[str], list[Entry]]:
    """The rows of a group by whose heading the question calls them ("tổ chức đảng nào"), and the words that do."""
    said = f"{' '.join(words)} "
    headings = {one for header, one, _ in values(table, library) if header == "" and len(one.split()) >= _NAMING}
    best = max((one for one in headings if said.startswith(f"{one} ")), key=len, default="")
    rows = [row for header, one, row in values(table, library) if header == "" and one == best] if best else []
    return best.split(), rows


def _asks_of_them(rest: str) -> bool:
    """Whether behind the noun something of the rows is asked, not the rows: "các lớp | do ai dạy"."""
    asking = _ASKING_HEARD.search(rest)
    return asking is not None and (
        asking[0] != "nao" or len(rest[: asking.start()].split()) > len(("tập", "huấn", "này"))
    )


def _meeting(query: Query, library: Library, chosen: tuple[RowTable, list[Entry], set[str]]) -> list[Entry]:
    """Of the rows those that print the values said, fall in the time asked for and hold every other word."""
    table, found, known = chosen[0], chosen[1], set(chosen[2])
    spoken, apart = _bare(query), _WITHOUT.search(query.typed)
    for column, value in _said(query, library, table, spoken):
        meant = {
            row.order
            for header, one, row in values(table, library)
            if column in ("", header) and (one == value or _goes_on(header, value, one))
        }
        found = [row for row in found if row.order in meant]
        known |= set(value.split())
    if apart:
        out = set(library.hear(apart[1]).split()) - AROUND
        found = [row for row in found if not out <= set(library.hear(row.text).split())]
    amount = asked_amount(query.typed, counted=True)
    if amount is not None:
        behind = spoken.partition(amount.words)[2].split()[:_SAID]
        found = [row for row in found if lies_within(fold(_counting(row, behind)), amount)]
        known |= {*amount.words.split(), *behind}
    found, said = timed(query, library, found)
    known |= said
    known |= set(_DUE.split()) if f" {_DUE} " in f" {spoken} " else set()
    known |= around(query) | set(table.over.split()) | _side_by_side(table.lead_in, spoken) | set(map(str, query.years))
    known |= set(library.profiles[table.plan].own_words)
    known |= set(library.hear(library.profiles[table.plan].issuer).split())
    asked = query.unpointed.content()
    left = {
        w: x for w, x in asked.items() if w in spoken.split() and w not in known and not (w.isdigit() and query.period)
    }
    left = {word: weight for word, weight in left.items() if word not in set(heard("filler.list"))}
    return [row for row in found if all(word in _words(library, row) for word in left)]


def _side_by_side(words: str, spoken: str) -> set[str]:
    """The words that stand two by two in both."""
    own = set(pairwise(words.split()))
    return {word for pair in pairwise(spoken.split()) if pair in own for word in pair}


def _goes_on(header: str, value: str, printed: str) -> bool:
    """Whether the cell of a side column says the value and more ("gắn đề tài | tuyển quặng"); units and places are others then."""
    side = header not in ("", "lead", "support") and not _is_place(header)
    return side and len(value.split()) >= _NAMING and f" {value} " in f" {printed} "


def _counting(row: Entry, noun: Sequence[str]) -> str:
    """The cell of the side column that counts what the noun says: "100 | học viên", "2 | tỷ đồng"."""
    asked = sound("bao nhiêu")
    phrases = [" ".join((asked, *noun[:size])) for size in range(len(noun), 0, -1)]
    cells = [(header, cell.text) for header, cell in row.other]
    named = (text for header, text in cells if noun and f" {' '.join(noun)} " in f" {sound(header)} ")
    kinds = (side_cell(phrase, row) for phrase in phrases)
    return next(named, "") or next((one[1].text for one in kinds if one is not None), "")


def _words(library: Library, row: Entry) -> set[str]:
    return {*library.hear(row.text).split(), *sound(row.text).split(), *row.context}


def _said(query: Query, library: Library, table: RowTable, spoken: str) -> list[tuple[str, str]]:
    """The values of cells that the question says outside the names of plans, the longest first, with their columns.

    One that several columns print is of the column that the words before it ask for ("tại" a place).
    """
    issuers = {query.words.part(one.start, one.end) for one in query.mentions if one.kind == "issuer"}
    held = f" {spoken} "
    for number in (query.words.part(one.start, one.end) for one in query.mentions if one.kind == "number"):
        held = held.replace(f" {number} ", " | ", 1)  # "theo | kế hoạch số 5" tells no sort of rows
    columns: dict[str, set[str]] = {}
    for header, value, _ in values(table, library):
        if len(value.split()) >= _SAID and f" {value} " in held:
            columns.setdefault(value, set()).add(header)
    said: list[tuple[str, str]] = []
    for value in sorted(columns, key=len, reverse=True):
        if f" {value} " not in held or any(f" {value} " in f" {one} " for one in issuers):
            continue
        before = held.split(f" {value} ", maxsplit=1)[0].split()[-1:]
        placed = [one for one in columns[value] if before and before[0] in _IN and _is_place(one)]
        roles = [one.role for one in query.actors if value.startswith(one.words) and one.role in columns[value]]
        said.append((next(iter((*placed, *roles)), ""), value))
        held = held.replace(f" {value} ", " | ")
    return said


_IN: Final = frozenset(map(sound, ("tại", "ở")))


def _is_place(header: str) -> bool:
    _, place = asked_columns(sound("ở đâu"))[0]
    return bool(header) and place.header.search(fold(header)) is not None


def _told(query: Query, library: Library, rows: Sequence[Entry], *, counts: bool) -> Answer:
    several = len({row.plan for row in rows}) > 1
    plan = library.plans[rows[0].plan]
    lines = (
        f"{row.locator}{f' ({plan_name(library.plans[row.plan])})' if several else ''} – {shorten(row.name, _HEADING)}"
        for row in rows
    )
    listed = "" if counts else ": " + "; ".join(lines)
    where = "" if several else f" ({plan_name(plan)})"
    return Answer(
        query.typed,
        Status.ANSWERED,
        f"{len(rows)} {NOUN['row']}{where}{listed}.",
        (str(len(rows)),) if counts else (),
        tuple(item(library.plans[row.plan], row) for row in rows),
        tuple(cited for row in rows for cited in cite_entry(library.plans[row.plan], row)),
    )
