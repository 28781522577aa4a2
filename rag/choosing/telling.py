"""What an entry tells: whether it holds a value of the sort that the question asks for, or leaves it open."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from ingest.header import DOCUMENT_NUMBER
from ingest.units import same_unit, starts_like_unit
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.asked import read_asked
from rag.language.words import find_phrase, sound
from rag.measures.byunit import counts_other_span
from rag.measures.figures import asks_rank, no_pay, notes_number, of_other_sort, ranked_number
from rag.measures.funding import asks_source, tells_source
from rag.measures.times import NO_TURN, asks_day, asks_weekday, names_weekday
from rag.query.outsideasks import asks_pay
from rag.query.question import Query
from rag.query.subjects import COMRADE
from rag.query.yearcolumns import column_of_year
from rag.ranking.rank import Scored
from rag.ranking.sorts import is_one_of
from rag.reading.bases import DATE
from rag.reading.levelled import level_beside
from rag.reading.onwhom import whose_told
from rag.reading.values import other_column, values_of
from rag.reading.whatis import who_is

_TIME: Final = re.compile(
    rf"\d|\b(?:hằng|hàng|thường xuyên|định kỳ|sau khi|ngay khi|khi có|^khi\b|^cùng (?:thời điểm|lúc|thời gian|ngày|đợt|kỳ)|^đồng thời với|nếu|trường hợp|quý|cuối năm|cả năm|chủ nhật|{NO_TURN}thứ (?:hai|ba|tư|năm|sáu|bảy)|tuần (?:đầu|cuối))\b",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"(?<![\d/.-])(?:năm\s+)?20\d\d(?![\d/])")
"""Years by themselves, which tell no day."""
_COUNTED: Final = re.compile(
    r"\d|\b(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s+(?!số\b|phần\b|cách\b|trong\b)[^\W\d_]", re.IGNORECASE
)
"""A figure, or a number in words before what is counted ("một lần/năm"); "năm" is mostly a year."""
_COUNTS: Final = re.compile(r"\d[\d.,]*\s+(?:(?:nghìn|ngàn|triệu|tỷ)\s+)?([^\W\d_]+)")
"""A number and the first syllable of what it counts."""


def _is_somebody(value: str) -> bool:
    """Whether a value begins as offices or persons are called."""
    return starts_like_unit(value) or COMRADE.match(value) is not None


_SORTS: Final[Mapping[str, Callable[[str], object]]] = {
    "lead": _is_somebody,
    "support": _is_somebody,
    "due": _TIME.search,
    "value": _COUNTED.search,
}
"""Whether a value out of a clause is what a column's question asks for."""
_COLUMN: Final[Mapping[str, tuple[str, ...]]] = {"lead": ("lead",), "support": ("lead", "support"), "due": ("due",)}
"""The columns of which one must be there for another to be left blank."""
_ROLES_OF_UNITS: Final = frozenset({"lead", "support"})
_CLOSING: Final = re.compile(r"\W*Trên đây là (?:toàn bộ |nội dung )?[Kk]ế hoạch\b(?!.*\b[Gg]iao\s)", re.DOTALL)
_FOR: Final = sound("cho")
_GIVES: Final = sound("giao")
"""Who gets something ("khen thưởng cho ai") need be no office; who is given work is one."""
_RATE: Final = re.compile(
    r"(?<![\w/])\d[\d.,]*\s+[^\d%,;.()]{2,40}/\s?(?:nghìn|ngàn|vạn|triệu|người|dân|hộ|thôn|xã|cơ sở|đơn vị)\b"
)
"""So many for so many others: "12 trạm/nghìn dân"."""
_FOR_EACH: Final = re.compile(r"/|\b(?:trên|mỗi|bình quân|trung bình|một|tren|moi|binh quan|trung binh|mot)\b")
_FIGURE: Final = re.compile(r"(?<![\w/.,])\d[\d.,]*")
_LONGEST_NAME: Final = 8
_HOW_MANY: Final = tuple(map(sound, ("bao nhiêu", "mấy")))


def without_closing(query: Query, library: Library, fitting: list[Scored]) -> list[Scored]:
    """The candidates from the first on that tells more than the formula with which a plan closes."""
    first = next((n for n, one in enumerate(fitting) if not _only_closes(query, library, one.entry)), len(fitting))
    return fitting[first:]


def _only_closes(query: Query, library: Library, entry: Entry) -> bool:
    if entry.kind != "clause" or not _CLOSING.match(entry.text):
        return False
    return any(_CLOSING.match(value) for value in values_of(query, library, entry)[0])


def tells(query: Query, library: Library, entry: Entry) -> bool:
    """Whether the entry holds a value of the sort asked for: a unit, a time, a figure, an office of that name."""
    if not has_column(query, library, entry):
        return False
    if query.role == "value" and (of_sort := _tells_number(query, entry)) is not None:
        return of_sort
    if query.asked_head and query.role in {"lead", "support"} and entry.kind != "clause":
        units = entry.leads if query.role == "lead" else entry.supports
        return any(is_one_of(unit, query.asked_head) for unit in units)
    if entry.kind == "task" and (query.role == "value" or (entry.annex is None and query.role in _SORTS)):
        # A blank cell of an annex is an answer ("để trống"); in prose another clause may tell the same thing's.
        values = values_of(query, library, entry)[0]
        return bool(values) and not (query.role == "value" and all(of_other_sort(query, value) for value in values))
    of_funds = entry.kind == "clause" and asks_source(query.spoken)
    if entry.kind != "clause" or of_funds or query.role not in _SORTS:
        return not of_funds or tells_source(entry.text)
    if query.role in {"lead", "support", "due"} and _CLOSING.match(entry.text):
        return False  # it names everybody and gives nobody one thing to do, and its years are those of the plan
    values = values_of(query, library, entry)[0]
    helped = {one.key for one in query.actors if one.role == query.role == "support" and one.direct}
    if any(same_unit(one, key) for one in values for key in helped):
        return False  # whom a unit works with is not the unit itself
    if query.role == "due" and asks_day(query):
        values = tuple(_YEARS.sub(" ", value) for value in values)
    beside = query.role == "value" and bool(level_beside(query.spoken, entry.text))  # no figure tells how it stands
    who = (who_is(query, entry.text), whose_told(query.spoken, entry.text)) if query.role == "lead" else ()
    named = len(values) == 1 and values[0] in who
    return beside or named or any(map(_SORTS[query.role], values))


def _tells_number(query: Query, entry: Entry) -> bool | None:
    """Whether an entry tells a number that is no amount where one is asked: a weekday, or in prose a rank; None elsewhere."""
    if _is_rate(query, entry) or asks_weekday(query):
        return not _is_rate(query, entry) and names_weekday(entry.text)
    return bool(ranked_number(query, entry.text)) if entry.annex is None and asks_rank(query) else None


def _is_rate(query: Query, entry: Entry) -> bool:
    """Whether all that is told is how many there are for so many others, where how many there are is asked."""
    asked = find_phrase(query.spoken, _HOW_MANY) and not _FOR_EACH.search(query.typed.lower())
    return (
        bool(asked) and entry.annex is None and len(_FIGURE.findall(entry.name)) == 1 and bool(_RATE.search(entry.name))
    )


def has_column(query: Query, library: Library, entry: Entry) -> bool:
    """Whether a row stands in a table that tells who or when at all: where none does, nothing is left blank.

    A column of another sort may be what is asked ("dành cho ai").
    """
    if entry.annex is None or query.role not in _COLUMN or other_column(query, entry) is not None:
        return True
    if query.role == "due" and column_of_year(query, entry) is not None:
        return True  # a roadmap tells when in the column of each year
    return any((entry.plan, entry.annex, role) in _columns(library) for role in _COLUMN[query.role])


@once
def _columns(library: Library) -> frozenset[tuple[int, str | None, str]]:
    """The columns of units and times that some row of each annex fills."""
    rows = (one for one in library.entries if one.annex is not None)
    return frozenset(
        (one.plan, one.annex, role) for one in rows for role in ("lead", "support", "due") if one.field(role).text
    )


def may_tell(query: Query, library: Library, entry: Entry) -> bool:
    """Whether the entry tells what is asked for, as far as that is said: a column may be only guessed, a doer no unit."""
    if not query.roles or tells(query, library, entry):
        return True
    return query.role in _ROLES_OF_UNITS and not leaves_open(query, library, entry)


def leaves_open(query: Query, library: Library, entry: Entry) -> bool:
    """Whether a clause does not say who or when though nothing else is asked for."""
    if entry.kind != "clause" or query.role not in {"lead", "support", "due"} or tells(query, library, entry):
        return False
    if query.role == "due":
        return True
    asked = read_asked(query.words)
    benefits = asked.lead == _FOR and asked.before[-1:] != (_GIVES,)
    # Few words may name somebody who is no office ("cán bộ địa chính xã").
    values = values_of(query, library, entry)[0]
    return asked.unit and not benefits and all(len(value.split()) > _LONGEST_NAME for value in values)


def _is_number_noted(query: Query, value: str) -> bool:
    """Whether a value is a figure; for a note without accents, which may ask for none, one of a thing that it says."""
    counts = _COUNTS.search(value)
    if counts is None or query.words.accents:
        return any(map(str.isdigit, value))
    return sound(counts[1]).split()[0] in query.spoken.split()


def misses_asked(query: Query, library: Library, entry: Entry) -> bool:
    """Whether a clause holds no figure though how many is asked, or no source of money: all of its words are no answer."""
    if asks_pay(query.typed) and query.role in ("", "value"):
        values, unit = values_of(query, library, entry)[0], entry.target.unit if entry.target else None
        return bool(values) and all(no_pay(query, f"{value} {unit or ''}".strip()) for value in values)
    if entry.kind == "clause" and asks_source(query.spoken):
        return not tells_source(entry.text)
    if query.role == "value" and asks_weekday(query):
        return not names_weekday(entry.text)
    if query.role == "value" and entry.annex is None and counts_other_span(query, entry.text):
        return True
    if entry.kind == "clause" and notes_number(query):
        return not any(_is_number_noted(query, value) for value in values_of(query, library, entry)[0])
    if query.role != "value" or not find_phrase(query.spoken, _HOW_MANY):
        return False
    values = values_of(query, library, entry)[0]
    if entry.kind != "clause" or (values and all(of_other_sort(query, value) for value in values)):
        return bool(values) and all(of_other_sort(query, value) for value in values)
    bare = [DOCUMENT_NUMBER.sub(" ", DATE.sub(" ", value)) for value in values]
    return all(len(value.split()) > _LONGEST_NAME and not _SORTS["value"](value) for value in bare)
