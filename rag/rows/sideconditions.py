"""Conditions on cells of columns without a role of their own: "nguồn lực là ngân sách tỉnh", "chưa ghi địa điểm".

Such a column is named as its header reads; a row meets the condition when the cell is blank, filled, or holds the words said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.folding import fold
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.phrases import heard
from rag.language.words import either, find_phrase, sound
from rag.mentions.actors import Actor
from rag.query.amounts import asked_amount, lies_within
from rag.query.asks import Intent
from rag.query.question import Query
from rag.rows.beginnings import asks_beginning
from rag.rows.cells import CellCondition, cell_conditions
from rag.rows.incharge import PERSON, POST, heard_header, holds_post, in_charge, names_one

_COLUMN: Final = r"(?:(?:cot|phan|muc|thong tin) )*"
_NONE: Final = r"(?:(?:khong|chua)(?: (?:co|gi|neu|ro|in|dien|bo chi|sac dinh))+|(?:de|bo|con) chong|thieu)"
_USES: Final = rf"(?P<not> (?:{either('không', 'chẳng', 'chưa', 'khỏi')}))?(?: (?:{either('hề', 'phải', 'cần', 'được', 'có', 'sẽ', 'đã', 'đang', 'chỉ')}))* (?:{either('sử dụng', 'dùng', 'xài', 'huy động', 'lấy', 'nhận', 'hưởng', 'trích', 'bố trí', 'cấp', 'vay', 'trông vào', 'có')})(?: (?:{either('đến', 'tới', 'từ', 'bằng', 'được', 'thêm', 'đồng nào')}))*"
"""What is done with money, before the column that prints how much: "không sử dụng vốn xã hội hóa"."""
_NOTHING: Final = rf"(?: (?:{either('gì', 'thông tin', 'nội dung', 'số liệu', 'dữ liệu', 'cả', 'hết')}))*(?: (?:{either('ở', 'tại', 'trong', 'vào', 'dưới')}))*"
_ARE: Final = rf"(?: (?:{either('thì', 'đều', 'đang', 'còn', 'bị', 'lại', 'được', 'vẫn')}))*"
"""What people put between a column and that it is blank."""
_SOME: Final = r"(?:da )?co (?:gi |neu |dien )?"
_IS: Final = r"(?:(?: (?:du kien|cu the|deu|chi|dang|duoc|toan|co))*(?: (?:la|tu|bang|gom|thuoc|lai tu|gi la|gi))+)"
_BY: Final = sound("do")
_ADDRESS: Final = (
    "(?:" + "|".join(map(sound, ("anh", "chị", "ông", "bà", "cô", "thầy", "bác", "đồng chí", "các"))) + ")"
)
_OPENS: Final = re.compile(rf"^(?:{_ADDRESS} )+")
_DOER: Final = re.compile(
    rf"(?:{'|'.join(map(sound, ('người', 'lãnh đạo', 'cán bộ', 'đồng chí', 'thành viên')))}) (\S+ \S+)$"
)
"""A header that tells who does what ("Người chỉ đạo"): people say "do anh A chỉ đạo"."""
_WHERETO: Final = re.compile(
    rf"(?:{either('cấp', 'nơi', 'cơ quan', 'đơn vị', 'thẩm quyền', 'cấp có thẩm quyền')}) (\S+(?: \S+)?)"
)
"""A header that tells where something goes or who does it ("Cấp trình", "Nơi gửi", "Cấp ban hành")."""
_SENT: Final = re.compile(rf"(?:{either('trình', 'gửi', 'nhận', 'chuyển', 'báo cáo', 'nộp')})\b")
"""Where something goes; of other deeds the office is the doer: "do Ban A ban hành"."""
_STANDS: Final = rf"(?: (?:{either('là', 'làm', 'giữ', 'ghi', 'nằm', 'đứng', 'ở', 'trong', 'vào', 'tại', 'dưới', 'vai', 'với vai trò', 'vai trò')}))+ {_COLUMN}"
"""What stands between what a cell says and the name of its column, where that comes last: "do Ban A là cấp ban hành"."""
_ENDS: Final = re.compile(
    r" (?:(?:o|cua|chong|tai|thuoc|theo) (?:phu luc|ce hoach|nhom|danh muc|bang|tinh|thanh pho|sa|phuong|huien)\b|(?:ma|thi|va|nhung)\b|(?:la )?(?:nhung|cac|bao nhieu|mai) (?:viec|nhiem vu|chi tieu)\b).*$"
)
"""Sound form of where what a cell is to hold ends."""
_ASKED: Final = frozenset(("nao", "gi", "dau", "ai", "may", "mai", "bao", "sao"))
_YEAR: Final = sound("năm")
_YEAR_IN: Final = re.compile(r"(?<= )20\d\d\b")
"""A year that a header prints without the noun that people say before it ("Lộ trình | 2026")."""
_BOUNDS: Final = frozenset(
    map(
        sound,
        (
            "trong",
            "của",
            "ở",
            "tại",
            "thuộc",
            "và",
            "mà",
            "thì",
            "nhưng",
            "không",
            "cụ thể",
            "rõ",
            "rồi",
            "hẳn",
            "do",
            "vậy",
            "ạ",
        ),
    )
)
"""What follows the name of a column that is only to be filled in; other words are what it is to hold."""
_SCALES: Final = {sound("tỷ"): 1e9, sound("triệu"): 1e6, sound("nghìn"): 1e3, sound("ngàn"): 1e3}
_GOING_ON: Final = ("continuous", "whole_year")
_FIGURE: Final = re.compile(r"(?<![\d.,])\d+(?![.,]?\d)")
"""A whole number, no part of another ("1.250", "62,3")."""
_AMOUNT: Final = re.compile(r"[\d., ]+")
_ZERO: Final = re.compile(r"[0.,\s–-]*")
_GOES_ON: Final = re.compile(rf"(?:{either('là', 'từ', 'bằng', 'gồm', 'thuộc', 'trên', 'dưới', 'hơn', 'quá', 'từ')})\b")
"""What follows the name of a column that is to hold some words or more than a figure."""
_NOUGHT: Final = sound("không")
_OF_FIGURES: Final = frozenset(map(sound, ("số", "đồng", "triệu", "tỷ", "con", "chữ")))
_PARTING: Final = re.compile(r"[;,\n]")
_LONGEST: Final = 6
"""Syllables of a value that a question says right behind the name of its column."""
_LEAST: Final = 2
"""Syllables of a header that a question can name."""


def lists_by_cells(query: Query, library: Library) -> bool:
    """Whether the question lists or counts rows by what their cells hold."""
    return query.intent is not Intent.FACT and bool(cell_conditions(query) or side_conditions(query, library))


def side_conditions(query: Query, library: Library) -> tuple[CellCondition, ...]:
    """What the question asks of the cells of other columns; their ``column`` is the header as it sounds."""
    headers = {header for plan, header in headers_heard(library) if query.covers(plan)}
    longest = sorted(headers, key=lambda one: (-len(one), one))
    found: list[CellCondition] = []
    for header in longest:
        condition = _amount(query, header) or _condition(f" {query.spoken} ", header, _values(library).get(header, ()))
        condition = condition or _of_office(query, header)
        if condition and not _is_beginning(query, condition) and not any(header in one.column for one in found):
            found.append(condition)
    people = tuple(in_charge(query, library))
    return (*(one for one in found if not (people and one.wants == "named")), *people)


def _is_beginning(query: Query, condition: CellCondition) -> bool:
    """Whether it is the time from which work goes on ("bắt đầu từ tháng 3"), which is compared as a time."""
    period = query.period
    if period is None or period.start is None or period.end is not None or not asks_beginning(condition.phrase):
        return False
    return find_phrase(query.spoken, (sound(period.words),)) is not None


def _condition(spoken: str, header: str, printed: Sequence[str]) -> CellCondition | None:
    forms = (header, _YEAR_IN.sub(rf"{_YEAR} \g<0>", header))
    said = next((one for one in forms if f" {one} " in spoken), "")
    if not said:
        return _done_by(spoken, header) or _goes_to(spoken, header, printed)
    named = re.escape(said)
    used = re.search(rf"{_USES} {_COLUMN}{named}(?= (?P<more>.*)$)", spoken)
    if used and any(map(_AMOUNT.fullmatch, printed)) and not _GOES_ON.match(used["more"]):
        return CellCondition("unused" if used["not"] else "used", header, used[0].strip())
    blank = re.search(
        rf" {_NONE}{_NOTHING} {_COLUMN}{named}(?= )| {_COLUMN}{named}{_ARE} {_NONE}{_NOTHING}(?= )", spoken
    )
    if blank:
        return CellCondition("blank", header, blank[0].strip())
    holds = re.search(
        rf" (?:(?:co|voi|ma|theo|lai|dung|su dung|bo chi) )?{_COLUMN}{named}{_IS} (?P<what>\S.*)$", spoken
    )
    what = _ENDS.sub("", f" {holds['what']}").strip() if holds else ""
    words = [word for word in what.split() if word not in _ASKED]
    if holds and words and len(words) == len(what.split()):
        phrase = holds[0][: holds.start("what") - holds.start()] + what
        return CellCondition("holds", header, phrase.strip(), measure="|".join(_figure(words) or words))
    for value in () if holds else printed:
        told = re.search(rf" (?:{named} {re.escape(value)}|(?:{_BY} )?{re.escape(value)}{_STANDS}{named})(?= )", spoken)
        if told:
            return CellCondition("holds", header, told[0].strip(), measure="|".join(value.split()))
    filled = None if holds else re.search(rf" {_SOME}{_COLUMN}{named}(?= )(?P<more>.*)$", spoken)
    if filled is None:
        return None
    more = _ENDS.sub("", filled["more"]).split()
    phrase = filled[0][: filled.start("more") - filled.start()].strip()
    if not more or more[0] in _BOUNDS or not _ASKED.isdisjoint(more):
        return CellCondition("filled", header, phrase)
    return CellCondition("holds", header, f"{phrase} {' '.join(more)}", measure="|".join(more))


def _amount(query: Query, header: str) -> CellCondition | None:
    """The amount that a cell is to lie above, below or between: "kinh phí | dưới 20 triệu"."""
    asked = asked_amount(query.typed, counted=True) if f" {header} " in f" {query.spoken} " else None
    if asked is None:
        return None
    said = re.search(
        rf" (?:(?:co|voi|ma) )?{_COLUMN}{re.escape(header)}(?: \S+){{0,2}}? {re.escape(asked.words)}(?P<unit>(?: (?:{'|'.join(_SCALES)}|dong))*) ",
        f" {query.spoken} ",
    )
    if said is None:
        return None
    return CellCondition("amount", header, said[0].strip(), measure=asked.words + said["unit"], amount=asked)


def _within(printed_header: str, text: str, condition: CellCondition) -> bool:
    """Whether a cell's figure meets the amount, each in its own unit ("1 tỷ" over a column of "triệu đồng")."""
    if condition.amount is None:
        return False
    own, said = (_scale(sound(one)) for one in (printed_header, condition.measure))
    factor = said / own if own and said else 1.0
    asked = replace(condition.amount, low=condition.amount.low * factor, high=condition.amount.high * factor)
    return lies_within(fold(text), asked)


def _scale(words: str) -> float:
    return next((scale for noun, scale in _SCALES.items() if f" {noun} " in f" {words} "), 0.0)


def _figure(words: Sequence[str]) -> list[str]:
    """The one figure that words say with what it counts ("số 0", "không đồng"); none for other words."""
    told = ["0" if word == _NOUGHT else word for word in words if word not in _OF_FIGURES]
    return told if len(told) == 1 and told[0].isdigit() else []


def _done_by(spoken: str, header: str) -> CellCondition | None:
    """The person or office that a header's own verb is said of: "do anh A chỉ đạo" of "Người chỉ đạo"."""
    doing = _DOER.match(header)
    said = re.search(rf" {_BY} (?:{_ADDRESS} )*(?P<what>(?:\S+ ){{1,12}}?){doing[1]}(?= )", spoken) if doing else None
    words = said["what"].split() if said else []
    if said is None or not words or not _ASKED.isdisjoint(words):
        return None
    return CellCondition("named", header, said[0].strip(), measure="|".join(words))


def _goes_to(spoken: str, header: str, printed: Sequence[str]) -> CellCondition | None:
    """To or by whom something is done that the header only names the office of: "trình Chính phủ" of "Cấp trình"."""
    told = _WHERETO.fullmatch(header)
    if told is None:
        return None
    does = not _SENT.match(told[1])
    for value in printed:
        phrase = f"{value} {told[1]}" if does else f"{told[1]} {value}"
        if f" {phrase} " in spoken:
            by = f"{_BY} {phrase}" if f" {_BY} {phrase} " in spoken else phrase
            return CellCondition("named", header, by, measure="|".join(value.split()))
    return None


def _of_office(query: Query, header: str) -> CellCondition | None:
    """An office that no cell under the header prints: "do Sở A là cấp ban hành" asks for rows that there are not."""
    for actor in query.actors:
        name = query.words.part(actor.start, actor.end)
        said = re.search(rf" (?:{_BY} )?{re.escape(name)}{_STANDS}{re.escape(header)}(?= )", f" {query.spoken} ")
        if said:
            return CellCondition("holds", header, said[0].strip(), measure="|".join(name.split()))
    return None


def tells_of(conditions: Sequence[CellCondition], actor: Actor, query: Query) -> bool:
    """Whether the unit is named only for what a cell is to hold."""
    name = query.words.part(actor.start, actor.end)
    return any(one.wants in ("holds", "named") and f" {name} " in f" {one.phrase} " for one in conditions)


@once
def _values(library: Library) -> dict[str, tuple[str, ...]]:
    """What the cells under each header print, as it sounds, the longest first; long texts are none that a question says."""
    found: dict[str, set[str]] = {}
    for entry in library.entries:
        for header, cell in entry.other:
            told = (library.hear(part) for part in (cell.text, *_PARTING.split(cell.text)))
            found.setdefault(heard_header(header), set()).update(
                one for one in told if 0 < len(one.split()) <= _LONGEST
            )
    return {header: tuple(sorted(own, key=lambda one: (-len(one), one))) for header, own in found.items()}


@once
def headers_heard(library: Library) -> frozenset[tuple[int, str]]:
    """Each plan with the headers of its other columns, as they sound."""
    heads = {(one.plan, header) for one in library.entries for header, _ in one.other}
    heard = ((plan, heard_header(header)) for plan, header in heads)
    return frozenset(one for one in heard if len(one[1].split()) >= _LEAST)


def meeting_sides(rows: list[Entry], conditions: Sequence[CellCondition], library: Library) -> list[Entry]:
    """The rows that meet each condition; of those read from the same words, which plans print under several headers, one."""
    for phrase in dict.fromkeys(one.phrase for one in conditions):
        rows = met_by_any(rows, [one for one in conditions if one.phrase == phrase], library)
    return rows


def met_by_any(rows: list[Entry], conditions: Sequence[CellCondition], library: Library) -> list[Entry]:
    """The rows that meet at least one of the conditions."""
    met = {one.order for condition in conditions for one in meeting_side(rows, condition, library)}
    return [one for one in rows if one.order in met]


def meeting_side(rows: list[Entry], condition: CellCondition, library: Library) -> list[Entry]:
    """The rows whose cell under that header is blank, filled or holds the words; of tables without it none."""
    if condition.wants == "amount":
        cells = ((one, header, cell.text) for one in rows for header, cell in one.other)
        met = {
            one.order
            for one, header, text in cells
            if heard_header(header) == condition.column and _within(header, text, condition)
        }
        return [one for one in rows if one.order in met]
    return [one for one in rows if any(_meets(text, condition, library) for text in _cells(one, condition.column))]


def without_times(query: Query, sides: Sequence[CellCondition]) -> Query:
    """The question without the ways of going on that only a cell's words tell ("nguồn lực là chi thường xuyên")."""
    told = [flag for flag in _GOING_ON if any(find_phrase(one.phrase, heard(f"condition.{flag}")) for one in sides)]
    dated = query.period is not None and any(find_phrase(one.phrase, (sound(query.period.words),)) for one in sides)
    query = replace(query, period=None) if dated else query  # "cột lộ trình năm 2026" names a column
    return replace(query, flags=query.flags.difference(told)) if told else query


def _cells(row: Entry, header: str) -> Iterator[str]:
    return (cell.text for printed, cell in row.other if heard_header(printed) == header)


def _meets(text: str, condition: CellCondition, library: Library) -> bool:
    if condition.wants == PERSON:
        return names_one(text, condition)
    if condition.wants == POST:
        return holds_post(text, condition, library)
    if condition.wants == "named" and not _OPENS.sub("", library.hear(text)).startswith(
        condition.measure.split("|")[0]
    ):
        return False  # "Phó Chủ tịch …" is not the chairman
    if condition.wants == "holds" and condition.measure.isdigit():
        return condition.measure in (one.lstrip("0") or one[-1:] for one in _FIGURE.findall(text))
    if condition.wants in ("holds", "named"):
        return set(condition.measure.split("|")) <= set(library.hear(text).split())
    if condition.wants in ("used", "unused"):
        return (_ZERO.fullmatch(text) is None) == (condition.wants == "used")
    return bool(text) == (condition.wants == "filled")
