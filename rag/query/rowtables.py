"""What the rows of an annex are called: by the title over it, by the header of its names, by how the names begin.

"Lớp", "cuộc kiểm tra", "xã được kiểm tra", "thông tư" are rows as "nhiệm vụ" is, in the table that calls them so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.columns import Role, roles_of
from ingest.folding import fold
from ingest.plan import SectionKind
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import Words, sound
from rag.mentions.mention import Mention
from rag.mentions.pointers import Pointer
from rag.query.sidecolumns import nouns_asked

_FEWEST: Final = 3
"""Columns of a header."""
_HEADED: Final = (SectionKind.ANNEX, SectionKind.HEADING)
"""What a table stands under: the title of an annex, or a heading of the prose."""
_SHORT: Final = 6
"""Words of a note that rows may be chosen by."""
_RUN: Final = 4
"""Syllables in a row that are of a table's title."""
_LONGEST: Final = 5
"""Syllables of a noun for rows."""
_IN_LIST: Final = re.compile(r"\b(?:chong|thuoc|theo|o|tai) danh muc\b|^danh muc\b(?! (?:nao|di|gi)\b)")
"""Sound form of what keeps to the annex that is called so."""
_TITLED: Final = re.compile(
    r"^(?:.*?\b(?:danh muc|danh sach|lich|bang|bieu) )?(?:(?:cac|nhung|chi tiet|tong hop|to chuc|mo) )*"
)
"""What stands before the noun in a title."""
_TITLE_ENDS: Final = re.compile(r" (?:nam|cua|thuoc|chen dia ban|dai doan|cem theo|qui|thang|chong)\b.*$")
_BEFORE: Final = re.compile(r"^(?:(?:ten|cac|nhung|danh muc|so) )+")
_BRACKETS: Final = re.compile(r"\(.*?\)")
_PARTING: Final = re.compile(r"[,;/&()-]|\bvà\b", re.IGNORECASE)
_OFFICE: Final = re.compile(r"^(?:ui ban nhan dan|ubnd) ")
"""An office of a commune is asked for as the commune."""
CLASSIFIERS: Final = frozenset(map(sound, ("lớp", "cuộc", "khóa", "đợt", "buổi", "lượt", "hội nghị", "phiên", "đoàn")))
"""What an action is counted by: "cuộc kiểm tra", "lớp tập huấn", "đoàn giám sát"."""
_ACTS: Final = frozenset(map(sound, ("cuộc", "lượt", "đợt")))
"""What something done to each row is called by itself."""
_ANY_PLACE: Final = frozenset(
    map(sound, ("chỗ", "nơi", "đơn vị", "cơ quan", "địa phương", "xã", "phường", "sở", "bên"))
)
"""What those to whom something is done are called, the action said beside it."""
_COMMUNES: Final = frozenset(
    map(sound, ("xã", "phường", "đặc khu", "thôn", "bản", "trường", "lớp", "khóa", "huyện", "tỉnh"))
)
"""Nouns of one syllable that rows begin with; others begin the names of much else ("sở", "số hóa …")."""
DOERS: Final = re.compile(r"(?:don vi|co quan|phong|ban|so|nganh|xa|phuong|dia phuong|bo phan)(?: |$)")
_GROUP: Final = sound("nhóm")
_PASSIVE: Final = re.compile(r"\bduoc ((?:\S+ )*\S+)$")


@dataclass(frozen=True, slots=True)
class RowTable:
    """The rows of one annex, none of them a part of another, in order; all texts are sound forms.

    ``nouns`` are what all rows are called, ``action`` what is done to them ("kiểm tra"), ``names`` each row's name
    without the office before a commune's, ``headed`` the one noun that the header over the names gives them all,
    ``lead_in`` the lines between the title and the header.
    """

    plan: int
    annex: str
    rows: tuple[Entry, ...]
    nouns: tuple[str, ...]
    action: str
    title: str
    header: str
    names: tuple[str, ...]
    headed: str = ""
    lead_in: str = ""

    @property
    def over(self) -> str:
        """All words over the rows."""
        return f"{self.title} {self.header}"


@once
def row_tables(library: Library) -> tuple[RowTable, ...]:
    """The tables of tasks and targets of every plan, in document order."""
    found: dict[tuple[int, str], list[Entry]] = {}
    for entry in library.entries:
        if entry.annex and entry.parent is None:
            found.setdefault((entry.plan, entry.annex), []).append(entry)
        elif entry.cells:
            found.setdefault((entry.plan, entry.locator.partition("/")[0]), []).append(entry)
    return tuple(_table(library, plan, annex, rows) for (plan, annex), rows in found.items())


def with_parts(rows: Sequence[Entry], library: Library) -> list[Entry]:
    """Rows and their parts, in document order: what some time or office chooses may be a part of a row."""
    parts = _parts(library)
    behind = (part for row in rows for part in parts.get((row.plan, row.locator), ()))
    return sorted({one.order: one for one in (*rows, *behind)}.values(), key=lambda one: one.order)


def whole(table: RowTable, library: Library) -> RowTable:
    """A table with the parts of its rows among its rows, for their cells; their names call nothing."""
    return replace(table, rows=tuple(with_parts(table.rows, library)))


@once
def _parts(library: Library) -> dict[tuple[int, str], list[Entry]]:
    """The parts of each row that has such, by its plan and place."""
    found: dict[tuple[int, str], list[Entry]] = {}
    for entry in library.entries:
        if entry.parent:
            found.setdefault((entry.plan, entry.parent), []).append(entry)
    return found


@once
def titles_over(library: Library) -> dict[tuple[int, str], str]:
    """The title of each table as it sounds, by plan and annex."""
    return {(table.plan, table.annex): table.title for table in row_tables(library)}


@once
def tables_of_people(library: Library) -> frozenset[tuple[int, str]]:
    """The tables whose rows are persons, by plan and annex."""
    return frozenset((table.plan, table.annex) for table in row_tables(library) if _PERSONS.search(table.header))


_PEOPLE: Final = (sound("thành viên"), sound("đồng chí"))
_PERSONS: Final = re.compile(r"^(?:\S+ ){0,3}?(?:ho va ten|ho ten|thanh vien)\b")


def _table(library: Library, plan: int, annex: str, rows: Sequence[Entry]) -> RowTable:
    title, headers, lead_in = _over(library, plan, annex, rows)
    bare = next((row.cells[0][0] for row in rows if row.clause and row.clause.cells and not row.clause.cells[0][0]), "")
    named = bare or next(
        (words for role, words in zip(roles_of(headers), headers, strict=True) if role is Role.NAME), ""
    )
    nouns = [_BEFORE.sub("", library.hear(part)) for part in _PARTING.split(_BRACKETS.sub("", named))]
    nouns = [noun for noun in nouns if _PASSIVE.search(noun) or not DOERS.match(noun)]  # those who do are no rows
    header, headed = library.hear(" ".join(headers)), nouns[0] if len(nouns) == 1 and " " in nouns[0] else ""
    parts = (_TITLE_ENDS.sub("", f" {sound(part)}").strip() for part in _PARTING.split(_unlabelled(title, annex)))
    nouns += [_BEFORE.sub("", _TITLED.sub("", f"{part} ")).strip() for part in parts]
    nouns += [noun.partition(" duoc ")[0] for noun in nouns if " duoc " in noun and not DOERS.match(noun)]
    nouns += _PEOPLE if _PERSONS.search(header) else ()
    passive = [match[1] for noun in nouns if (match := _PASSIVE.search(noun))]
    said = (row.cells[0][1].text if row.cells else row.name for row in rows)
    names = tuple(_OFFICE.sub("", library.hear(name)) for name in said)
    return RowTable(
        plan,
        annex,
        tuple(rows),
        tuple(dict.fromkeys(filter(None, nouns))),
        next(iter(passive), ""),
        library.hear(title),
        header,
        names,
        headed,
        library.hear(lead_in),
    )


def _unlabelled(title: str, annex: str) -> str:
    """The title of an annex without its label ("PHỤ LỤC 01")."""
    size = len(annex.split())
    return " ".join(title.split()[size:]) if sound(title).startswith(sound(annex)) else title


def _over(library: Library, plan: int, annex: str, rows: Sequence[Entry]) -> tuple[str, tuple[str, ...], str]:
    """The title over the rows, the header's cells and what is printed between the two."""
    source = library.plans[plan]
    first = min((span.start for row in rows for span in row.spans), default=0)
    section = next((one for one in source.sections if one.kind in _HEADED and one.locator == annex), None)
    if section is None:
        return "", (), ""
    lines = [line.split("\t") for line in source.text[section.span.start : first].splitlines()]
    header = next((n for n, cells in enumerate(lines) if len(cells) >= _FEWEST), len(lines))
    cells = lines[header] if header < len(lines) else []
    return section.heading, tuple(map(str.strip, cells)), " ".join(" ".join(line) for line in lines[:header])


def headers_over(table: RowTable, library: Library) -> tuple[str, ...]:
    """The header's cells over the rows of a table, as printed."""
    return _over(library, table.plan, table.annex, table.rows)[1]


def called(words: Sequence[str], spoken: str, table: RowTable) -> tuple[int, tuple[Entry, ...]]:
    """The rows that words of a question call, and how many of the words; none for words of something else.

    ``spoken`` is the whole question: what is done to "những chỗ nào" stands elsewhere in it.
    """
    for size in range(min(len(words), _LONGEST), 0, -1):
        phrase = " ".join(words[:size])
        rows = _of_noun(phrase, table) or _of_action(phrase, spoken, table)
        if len(rows) < len(table.rows):
            either = {row.order for row in (*rows, *_of_value(phrase, table))}
            rows = tuple(row for row in table.rows if row.order in either)
        if rows and not _runs_into_title(words, size, table, rows):
            return size, rows
    return 0, ()


def _runs_into_title(words: Sequence[str], size: int, table: RowTable, rows: Sequence[Entry]) -> bool:
    """Whether the end of the noun begins words of the table's title: "mấy thông tư | quy định chi tiết Luật A"."""
    runs = (f" {' '.join(words[at : at + _RUN])} " for at in range(1, size) if size < at + _RUN <= len(words))
    called_so = {row.order for row in rows}
    names = [f" {name} " for row, name in zip(table.rows, table.names, strict=True) if row.order in called_so]
    return any(run in f" {table.over} " and not any(run in name for name in names) for run in runs)


def _of_noun(phrase: str, table: RowTable) -> tuple[Entry, ...]:
    """All rows where the table calls them so; those whose names begin so where some do."""
    stem = phrase.partition(" duoc ")[0]
    begins = (f"{stem} ", f"{_GROUP} {stem} ")  # "nhóm thủ tục …" is one of the "thủ tục"
    opening = tuple(row for row, name in zip(table.rows, table.names, strict=True) if f"{name} ".startswith(begins))
    single = " " not in stem
    if phrase == table.headed:
        return table.rows
    if phrase in table.nouns or any(noun.startswith(f"{phrase} ") for noun in table.nouns):
        if single and phrase not in CLASSIFIERS and phrase not in table.nouns:
            return ()
        opening = opening or _counted(stem, table)
        return opening if opening and (not single or _is_parted(table)) else table.rows
    if single and (phrase not in _COMMUNES or not (len(opening) > 1 or table.action)):
        return ()
    return opening


def _counted(stem: str, table: RowTable) -> tuple[Entry, ...]:
    """Of a table of several sorts of rows those named without what counts them: "lớp tập huấn" is called "Tập huấn …"."""
    head, _, action = stem.partition(" ")
    if head not in CLASSIFIERS or not action or len({noun.split()[0] for noun in table.nouns}) == 1:
        return ()
    return tuple(row for row, name in zip(table.rows, table.names, strict=True) if f"{name} ".startswith(f"{action} "))


def _is_parted(table: RowTable) -> bool:
    """Whether every row's name begins with one of several nouns of the table: "Hội nghị …", "Lớp …"."""
    heads = {noun.split()[0] for noun in table.nouns}
    return all(name.split()[:1] and name.split()[0] in heads for name in table.names)


def _of_action(phrase: str, spoken: str, table: RowTable) -> tuple[Entry, ...]:
    """All rows where what is done is counted ("cuộc kiểm tra"), or is said of "những chỗ nào" elsewhere."""
    head, _, action = phrase.partition(" ")
    counted = head in CLASSIFIERS and action and f" {action} " in f" {table.over} "
    placed = phrase in _ANY_PLACE and f" {table.action} " in f" {spoken} "
    return table.rows if counted or (table.action and (phrase in _ACTS or placed)) else ()


def _of_value(phrase: str, table: RowTable) -> tuple[Entry, ...]:
    """The rows one of whose side columns prints the words and nothing else: "Thông tư" under "Hình thức văn bản"."""
    if " " not in phrase:
        return ()
    return tuple(row for row in table.rows if any(sound(cell.text) == phrase for _, cell in row.other))


_HEAD_OF: Final = re.compile(r":\s*([^:,;]+)")
"""Who leads, of a cell that tells others behind: "Trưởng đoàn: đồng chí A, Chủ nhiệm …"."""
_SAME: Final = re.compile(r"\W*(?:nt|nhu tren)\W*$")
"""A cell that repeats the one above it."""


def values(table: RowTable, library: Library) -> Iterator[tuple[str, str, Entry]]:
    """Every value that a side column, the units or the group of a row tells: its column, its sound form, the row.

    The column is the header of a side column, else "lead", "support", "note" or "" for a group.
    """
    sections = library.plans[table.plan].sections
    at = f"{table.annex}/"
    headings = {one.locator.removeprefix(at): one.heading for one in sections if one.locator.startswith(at)}
    above: dict[str, str] = {}
    for row in table.rows:
        for header, cell in row.other:
            said = above.get(header, "") if _SAME.match(fold(cell.text)) else cell.text
            above[header] = said
            for part in (said, *re.split(r"[;,\n]", said)):
                yield header, library.hear(part), row
        for role, units in (("lead", row.leads), ("support", row.supports)):
            named = (name for unit in units for name in dict.fromkeys((unit, *_HEAD_OF.findall(unit))))
            yield from ((role, library.hear(name), row) for name in named)
        note = row.field("note").text
        if 0 < len(note.split()) <= _SHORT:
            yield "note", library.hear(note), row
        group = row.group or row.locator.removeprefix(at).rpartition("/")[0]
        heading = headings.get(group, "").partition("(")[0]
        for part in dict.fromkeys((heading, heading.partition(":")[0])):
            yield "", library.hear(part), row


@once
def names_row(library: Library) -> tuple[str, ...]:
    """The sound forms of rows to whom something is done: "UBND phường A" under "Đơn vị được kiểm tra" is no plan's name."""
    return tuple(dict.fromkeys(name for table in row_tables(library) if table.action for name in table.names))


def in_row(words: Words, one: Mention, library: Library) -> bool:
    """Whether an office or a level is said in the name of a row, the commune that is inspected: no plan is meant by it."""
    if one.kind not in ("level", "issuer"):
        return False
    if one.kind == "level" and _is_rank_in_name(words, one, library):
        return True
    behind = words.part(one.end - (one.kind == "level"), one.end + _FAR)
    return any(f"{behind} ".startswith(f"{name} ") for name in names_row(library))


def _is_rank_in_name(words: Words, one: Mention, library: Library) -> bool:
    """Whether "cấp xã" ends words with which another plan names a row: "nền tảng dùng chung cấp xã" may be that row."""
    at = next((n for n in (one.start - 1, one.start) if words.part(n, n + 1) == _RANK), -1)
    said = words.part(at - _BEFORE_RANK, at + 2) if at >= _BEFORE_RANK else ""
    return bool(said) and any(f" {said} " in name for plan, name in _names(library) if plan not in one.plans)


@once
def _names(library: Library) -> tuple[tuple[int, str], ...]:
    """The sound forms of all rows' names that hold a rank, with their plans."""
    rows = ((one.plan, f" {library.hear(one.name)} ") for one in library.entries if one.kind != "clause")
    return tuple((plan, name) for plan, name in rows if f" {_RANK} " in name)


_RANK: Final = sound("cấp")
_BEFORE_RANK: Final = 2
"""Syllables before the rank that show it to be of the name."""
_FAR: Final = 5
"""Syllables of a commune's name behind its level."""


def is_owner(words: str, entry: Entry, library: Library) -> bool:
    """Whether the title over the row says whose work all of it is ("LỊCH CÔNG TÁC … CỦA BAN CHỈ ĐẠO …")."""
    title = titles_over(library).get((entry.plan, entry.annex or ""), "")
    head = " ".join(words.split()[:_HEAD])
    return f" {_OF} {head} " in f" {title} " and set(words.split()) <= set(title.split())


_OF: Final = sound("của")
_HEAD: Final = 3
"""Syllables that begin an office's name as a title has it, which may go on otherwise ("Ban Chỉ đạo phong trào …")."""


def has_list(typed: str, library: Library, plans: frozenset[int] | None) -> bool:
    """Whether the question says "danh mục" and a plan it may be about has an annex called so."""
    if "danh muc" not in fold(typed):
        return False
    return any(one.annex == "Danh mục" and (plans is None or one.plan in plans) for one in library.entries)


def in_list_said(found: list[Entry], spoken: str, pointer: Pointer) -> list[Entry]:
    """The rows without those of prose of plans whose annex is called "Danh mục", where the question keeps to it."""
    if not pointer.empty or not _IN_LIST.search(spoken):
        return found
    lists = {one.plan for one in found if one.annex == "Danh mục"}
    return [one for one in found if one.annex is not None or one.plan not in lists]


def asks_value(spoken: str, library: Library) -> bool:
    """Whether the noun before "nào" is how values of a side column begin ("Phó Giám đốc nào"): a cell is asked, no rows."""
    nouns = [f"{noun} " for noun in nouns_asked(spoken) if " " in noun]
    return bool(nouns) and any(value.startswith(noun) for value in _side_values(library) for noun in nouns)


@once
def _side_values(library: Library) -> frozenset[str]:
    rows = (row for table in row_tables(library) for row in table.rows)
    return frozenset(sound(cell.text) for row in rows for _, cell in row.other)


def counted(words: Sequence[str], tables: Sequence[RowTable], rows: Sequence[Entry]) -> list[Entry]:
    """Of rows whose number is asked for those of tables that call theirs so; none where how much of what one is about is asked."""
    own = {
        row.order
        for table in tables
        if any(f"{noun} ".startswith(f"{words[0]} ") for noun in table.nouns)
        for row in table.rows
    }
    called_so = [one for one in rows if one.order in own]
    figures = len(rows) == 1 or all(one.kind == "target" for one in rows)
    return called_so or ([] if figures else list(rows))
