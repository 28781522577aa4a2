"""How a question for rows words the deadline: a year that is no plan's, a stretch alone, the cell's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, Protocol

from ingest.dues import parse_due
from ingest.folding import fold
from ingest.plan import DueKind
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import Stretch, Words, either, sound
from rag.mentions.conditions import time_cells
from rag.mentions.mention import Mention
from rag.mentions.periods import Period
from rag.mentions.planyears import year_of_plan


class _Asking(Protocol):
    """What is read of a question (`rag.query.question.Query`)."""

    @property
    def typed(self) -> str: ...
    @property
    def spoken(self) -> str: ...
    @property
    def words(self) -> Words: ...
    @property
    def period(self) -> Period | None: ...
    @property
    def years(self) -> Sequence[int]: ...
    @property
    def actors(self) -> Sequence[Stretch]: ...


_GOING_ON: Final = (DueKind.CONTINUOUS, DueKind.RECURRING, DueKind.EVENT)
_YEAR: Final = sound("năm")
_UNTIL: Final = sound("đến")
_TIMING: Final = re.compile(
    r"(?<!\w)(?:hạn|xong|hoàn thành|trong|vào|đúng|trình|là|hết|cuối|trước|sau|từ|thời gian|chỉ|riêng|ghi|bắt đầu|khởi công|khởi động)$"
    r"|(?<!\w)(?:han|xong|hoan thanh|trong|vao|thoi gian|het|cuoi|truoc|(?<!dau )tu|ke tu|han la|dung|trinh|bat dau|khoi cong|khoi dong)$"
    r"|(?<!\w)(?:kéo|dài|hạn|thời gian|xong|hoàn thành|kết thúc|keo|dai|han|thoi gian|xong|hoan thanh|ket thuc)(?: \w+)? (?:đến|tới|den|toi)$"
)
"""Words right before a year, as typed, that say that it is a time of work; a bare "đến" may be of a plan's name."""
_BOUNDING: Final = re.compile(
    r"(?<!\w)(?:hạn|hạn(?: \w+)? là|thời gian là|trước|sau|từ|đúng|chỉ|riêng|ghi|chỉ trong|đúng trong)$"
    r"|(?<!\w)(?:han|han(?: \w+)? la|truoc|sau|(?<!dau )tu|dung|dung trong|chi trong)$"
)
"""Those that choose even among rows that are all of one year."""
_BEHIND: Final = re.compile(rf"(?:{'|'.join(map(sound, ('thôi', 'mà thôi', 'trở đi', 'phải xong', 'là xong')))})\b")
"""Words right behind a year that say so."""
_SPAN: Final = frozenset({tuple(sound(one).split()) for one in ("giai đoạn", "tầm nhìn", "thời kỳ", "nhiệm kỳ")})
"""Before a year that is part of a name."""
_TIME_NOUN: Final = "|".join(
    map(sound, ("thời gian", "thời hạn", "thời điểm", "hạn", "tiến độ", "mốc", "lịch", "kỳ hạn"))
)
_TIME_VERB: Final = "|".join(
    sorted(
        map(
            sound,
            [
                "trình",
                "triển khai",
                "thực hiện",
                "hoàn thành",
                "ban hành",
                "kết thúc",
                "bắt đầu",
                "kéo dài",
                "kéo",
                "dài",
                "ghi",
                "in",
                "đề",
                "là",
                "đến",
                "tới",
                "sang",
                "qua",
                "vào",
                "trong",
                "đúng",
                "chỉ",
                "riêng",
                "gọn",
                "tròn",
                "trước",
                "sau",
                "từ",
                "rơi",
                "phải",
                "xong",
                "cuối cùng",
                "cuối",
                "chót",
                "muộn nhất",
                "chậm nhất",
                "trễ nhất",
                "tối đa",
                "quy định",
                "đặt ra",
                "được",
                "nằm",
                "của",
                "hết",
                "cho",
                "nộp",
            ],
        ),
        key=lambda one: -len(one),
    )
)
"""What may stand between a word for time and the time itself."""
_ALONE: Final = re.compile(
    r"\b(?:dung|chi|tron|gon)(?: rieng)?(?: trong| vao| cho| ghi| la)? (?:nam |thang |quy |ngay )?(?=[0-9ivx])"
)
"""Folded words before a time that is to be the deadline's own; "đúng" too says so."""
_ALONE_BEHIND: Final = re.compile(r"^\W*(?:ma )?thoi\b")
_AS_SAID: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('ghi', 'in', 'đề', 'nêu')))})(?: \S+){{0,3}}? (?:{sound('là')}|{sound('rằng')}) "
)
"""Sound form: what follows are the cell's words."""

_DONE_IN: Final = re.compile(
    rf"\b(?:(?:{either('làm', 'xây', 'thi công', 'được', 'phải', 'sẽ')}) )*(?:{either('xong', 'hoàn thành', 'hoàn tất', 'kết thúc', 'khánh thành', 'đưa vào sử dụng', 'đến hạn', 'tới hạn', 'khởi công', 'khởi động', 'bắt đầu')})\b"
)
"""Sound form behind a year: what is done by then, or begun."""
_POINT: Final = re.compile(
    rf"\b(?:{either('có', 'ghi', 'in', 'nêu', 'nhắc', 'đặt', 'đề', 'chứa', 'kèm', 'một', 'với')})(?: (?:{either('một', 'cả', 'đến', 'tới', 'rõ', 'trong', 'tiến độ', 'thời hạn')}))*"
    rf" (?:{either('mốc', 'cột mốc', 'dấu mốc', 'mốc thời gian', 'mốc tiến độ', 'mốc thời hạn')})"
    rf"(?: (?:{either('ghi', 'là', 'vào', 'trong', 'đến', 'tới', 'in', 'nêu', 'rơi vào', 'ở', 'cho', 'của', 'thời gian', 'tiến độ', 'hoàn thành')}))* $"
)
"""Sound form before a time that is one of the points that a deadline's cell may tell: "có mốc ghi | quý II/2027"."""
_OWN_CELL: Final = re.compile(
    rf"\b(?:{either('cột', 'ô', 'mục')}) (?:(?:{either('ghi', 'về')}) )?(?:{_TIME_NOUN})\b"
    rf"|\b(?:{_TIME_NOUN})(?: (?:{either('hoàn thành', 'thực hiện', 'triển khai', 'kết thúc', 'được', 'chỉ', 'đều', 'có')}))*"
    rf" (?:{either('ghi', 'in', 'đề', 'điền', 'viết', 'để')})\b"
)
"""Sound form: what follows is printed where deadlines stand, not in a note: "cột thời hạn ghi …"."""


def printing_time(found: list[Entry], query: _Asking, holds: Callable[[str], bool]) -> list[Entry]:
    """The rows that print about time what ``holds``: where the deadline's own cell is named and some say so there, those alone."""
    if _OWN_CELL.search(query.spoken):
        own = [one for one in found if holds(sound(one.field("due").text))]
        if own:
            return own
    return [one for one in found if holds(time_cells(one))]


def year_of_work(
    query: _Asking, found: Sequence[Mention], library: Library, plans: frozenset[int] | None, *, shared: bool
) -> int | None:
    """The year that a question for rows says of their time; None where it says none or only which plan is meant.

    A year of the plans' own needs a word of time beside it; any other can mean nothing but the time of the work.
    Where the rows have it for their ``shared`` year, only a deadline or a bound ("hạn năm …", "sau năm …") chooses among them.
    """
    tokens, units = [token.heard for token in query.words.tokens], query.actors
    said = year_of_plan(tokens, found)
    taken = {n for one in (*found, *units) for n in range(one.start, one.end)} | ({said[1]} if said else set())
    for one in found:  # "đề án … đến | năm 2030"
        if one.kind in ("title", "topic", "day"):
            taken |= {one.end, one.end + (tokens[one.end : one.end + 1] in ([_YEAR], [_UNTIL]))}
    told = [
        (at, int(token))
        for at, token in enumerate(tokens)
        if token.isdigit() and int(token) in query.years and at not in taken and not _is_of_name(tokens, at)
    ]
    if len(told) != 1:
        return None
    at, year = told[0]
    if shared:
        return year if _is_of_work(query.words, at, _BOUNDING) else None
    done = _DONE_IN.search(" ".join(tokens[at:])) is not None
    return year if done or _is_of_work(query.words, at) or not _is_plans(year, library, plans) else None


def _is_of_name(tokens: Sequence[str], at: int) -> bool:
    """Whether the year is one end of a stretch or follows what begins the name of one ("giai đoạn 2026")."""
    first = at - 1 if tokens[at - 1 : at] == [_YEAR] else at
    beside = (tokens[at - 1 : at], tokens[at + 1 : at + 2])
    return tuple(tokens[max(0, first - 2) : first]) in _SPAN or any(one and one[0].isdigit() for one in beside)


def _is_of_work(words: Words, at: int, timing: re.Pattern[str] = _TIMING) -> bool:
    """Whether one of the words stands before the year, or "thôi" behind it."""
    heard = [token.heard for token in words.tokens]
    first = at - 1 if heard[at - 1 : at] == [_YEAR] else at
    before = " ".join(token.typed for token in words.tokens[:first])
    return timing.search(before) is not None or _BEHIND.match(" ".join(heard[at + 1 :])) is not None


def _is_plans(year: int, library: Library, plans: frozenset[int] | None) -> bool:
    """Whether one of the plans meant is of that year or names it in its title; with all plans meant each may be."""
    profiles = [library.profiles[number] for number in plans] if plans is not None else library.profiles
    return any(one.year == year or str(year) in one.title.split() for one in profiles)


_THROUGH: Final = (
    "suốt",
    "xuyên suốt",
    "liên tục",
    "trọn",
    "cả",
    "từ",
    "thời gian",
    "giai đoạn",
    "các năm",
    "những năm",
)
_SPANS: Final = re.compile(
    rf"\b(?:keo dai|keo|trai dai|trai|dien ra|chay|lam|thuc hien|trien khai)"
    rf"(?: (?:{'|'.join(map(fold, (*_THROUGH, 'trong', 'qua', 'hết', 'nhiều năm')))}))*$"
)
"""Folded words before a stretch that a row's own is to cover: "kéo dài suốt 2027 - 2029"."""
_DONE_IN_YEAR: Final = re.compile(
    r"\b(?:xong|hoan thanh|ket thuc|dut diem)(?: (?:ngay|trong|vao|het|gon|dut diem|noi|la))* (?:nam )?20\d\d(?!\d|[/.]|\s*[-–])"
)
"""Folded: what is to be over within a year, be it that of all rows."""
_TWO_ENDS: Final = re.compile(r"\d\s*(?:-|–|den|toi)|\b(?:den|toi)\b")


def spans(rows: Sequence[Entry], query: _Asking) -> list[Entry]:
    """The rows whose time covers the whole stretch, where the question says that work lasts through it; else none."""
    period = query.period
    if period is None or period.start is None or period.end is None or not _TWO_ENDS.search(period.words):
        return []
    if not _SPANS.search(fold(query.typed).partition(period.words)[0].rstrip()):
        return []
    times = ((one, one.when) for one in rows)
    return [
        one
        for one, when in times
        if when
        and when.kind is DueKind.RANGE
        and when.start
        and when.end
        and when.start <= period.start
        and when.end >= period.end
    ]


def ending(rows: list[Entry], query: _Asking) -> list[Entry]:
    """The rows without those that only go on or recur, where the question says in which year work is to be over; all where none other is."""
    if not _DONE_IN_YEAR.search(fold(query.typed)):
        return rows
    return [one for one in rows if one.when is None or one.when.kind not in _GOING_ON] or rows


def time_phrase(period: Period) -> re.Pattern[str]:
    """In padded sound form: the time asked for with the words that only say that it is one ("thời gian trình kéo dài đến …")."""
    return _phrase(sound(period.words))


@lru_cache(maxsize=64)
def _phrase(said: str) -> re.Pattern[str]:
    words = re.escape(said)
    noun = rf"(?: (?:{_TIME_NOUN}))+(?: (?:{_TIME_VERB}|{_TIME_NOUN}))*"
    lasting = "|".join(map(sound, ("kéo dài", "kéo", "kết thúc", "trải dài", "chạy")))
    reaching = "|".join(map(sound, ("đến", "tới", "sang", "qua", "vào", "trong", "cho đến", "hết", *_THROUGH)))
    return re.compile(rf"(?:{noun}| (?:{lasting})(?: (?:{reaching}))*) {words}(?= )")


def is_alone(query: _Asking) -> bool:
    """Whether rows are asked for whose deadline is the time said alone: "đúng năm 2026", "năm 2026 thôi"."""
    period = query.period
    if period is None or not period.words:
        return False
    before, said, behind = fold(query.typed).partition(period.words)
    reaching = any(found.end() >= len(before) for found in _ALONE.finditer(f"{before}{said}"))
    return bool(said) and (reaching or _ALONE_BEHIND.match(behind) is not None)


def lies_within(entry: Entry, period: Period) -> bool:
    """Whether no part of the row's time lies before the stretch, as that of a row of several years does.

    When its work begins, printed in a column of its own, is no part of when it is to be over.
    """
    if entry.when is None or period.start is None:
        return True
    when = parse_due(entry.field("due").text, period.start.year) or entry.when
    return when.start is None or when.start >= period.start


def as_said(rows: Sequence[Entry], query: _Asking) -> list[Entry]:
    """The rows whose deadline prints the words that the question gives for it ("ghi là thực hiện trong năm 2026")."""
    if query.period is not None and _POINT.search(query.words.heard.partition(sound(query.period.words))[0]):
        time = f" {sound(query.period.words).removeprefix(f'{_YEAR} ')} "
        return [one for one in rows if time in f" {sound(one.field('due').text)} "]
    said = _AS_SAID.search(query.words.heard)
    if said is None or query.period is None:
        return []
    words, time, _ = query.words.heard[said.end() :].partition(sound(query.period.words))
    if not time or not words.strip():
        return []
    return [one for one in rows if f" {words}{time} " in f" {sound(one.field('due').text)} "]
