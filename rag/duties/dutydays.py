"""The days of a reporting duty that a question asks for: of each rhythm named, of the one that comes next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ingest.dues import calendar_day
from ingest.plan import Duty
from rag.duties.recurrence import next_day, rhythms_of
from rag.duties.reportfit import NO_QUARTER, Found, asked_rhythm
from rag.language.phrases import heard
from rag.language.stretches import stretches
from rag.language.words import sound
from rag.measures.bounds import only_time, unbound
from rag.measures.times import asks_stretch, lasts, stretch_alone
from rag.query.question import Query
from rag.query.reportasks import asks_next

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PART: Final = re.compile(rf"\b({sound('quý')}|{sound('tháng')}) (\d+|iv|i{{1,3}})\b")
"""One quarter or month of the year, as it sounds."""
_HOUR_ASKS: Final = sound("mấy giờ")
_TODAY_IS: Final = re.compile(r"hôm nay[^\d,;.]{0,12}(\d{1,2})/(\d{1,2})", re.IGNORECASE)
_REGULAR: Final = sound("báo cáo định kỳ")
_EXTRA: Final = sound("đột xuất")
_REPORTED: Final = re.compile(
    r"(?i)\b(?:báo cáo|gửi|nộp|trình|thông tin|phản ánh|cung cấp|đánh giá|kết quả|số liệu|tình hình|phản hồi)\b"
)
_FITS_WORSE: Final = 0.2
"""How much less of the words another duty of the same clause may hold and be asked for too."""


def dues_asked(query: Query, best: Found, same: Sequence[Found]) -> tuple[tuple[str, ...], str]:
    """The deadline of each rhythm asked for, in the order asked; of all, as printed, where none is named."""
    duties = [one.duty for one in same if one.duty.due]
    asked = _in_order_asked(query)
    if asks_next(query):
        duties = _nearest(query, duties) or duties[:1]
    elif len(asked) == 1:
        alike = [one for one in duties if asked[0] in rhythms_of(one) and one.recipient == best.duty.recipient]
        duties = _of_part(query, best.duty.what, alike) if best.duty in alike else [best.duty]
    elif asked:
        found = [next((one for one in duties if name in rhythms_of(one)), None) for name in asked]
        duties = [one for one in found if one is not None] or [best.duty]
    else:
        named = _recipient_named(query, best.duty)
        fitting = [one.duty for one in same if one.duty.due and _is_meant_too(one, best)]
        fitting = [one for one in fitting if not named or one.recipient == best.duty.recipient]
        duties = sorted(fitting, key=lambda one: best.duty.what.find(one.due))
    duties = _labelled_as_asked(query, best.duty.what, duties)
    stated = {_as_asked(query, one): None for one in duties if one.due}
    if stated:
        return stretches(best.duty.what, tuple(stated), rhythm=best.duty.frequency), "thời hạn"
    return ((best.duty.frequency,), "báo cáo") if best.duty.frequency and query.role != "due" else ((), "")


def rhythms_told(query: Query, same: Sequence[Found]) -> list[str]:
    """The rhythms of a duty without days; of the regular and the extraordinary report the one that the question names."""
    told = list(dict.fromkeys(one.duty.frequency for one in same if one.duty.frequency))
    named = [name in query.spoken for name in (_REGULAR, _EXTRA)]
    if not query.role or named[0] == named[1]:
        return told
    return [one for one in told if (_EXTRA in sound(one)) == named[1]] or told


def rhythm_printed(duty: Duty, same: Sequence[Found]) -> tuple[str, ...]:
    """How often the report is due, as printed."""
    stated = {one.duty.frequency: None for one in same if one.duty.frequency}
    return stretches(duty.what, sorted(stated, key=duty.what.find))


def rhythm_and_due(duty: Duty) -> str:
    """How often and by when where the one stands in brackets behind the other: "02 lần/ngày (trước 9h và 16h)"."""
    stretch = rf"{re.escape(duty.frequency)}\s*\({re.escape(duty.due)}\)"
    found = re.search(stretch, duty.what) if duty.frequency and duty.due else None
    return found[0] if found else ""


def _is_meant_too(one: Found, best: Found) -> bool:
    """Whether another duty of the clause is asked for as well: one to another office must fit as well by its units.

    A meeting held besides ("tổ chức sơ kết vào tháng 7") is no report.
    """
    alike = one.duty.recipient == best.duty.recipient or one.score >= best.score - _FITS_WORSE / 2
    beside = one.duty.what == best.duty.what or not _REPORTED.search(best.duty.what) or _REPORTED.search(one.duty.what)
    return alike and bool(beside) and one.coverage >= best.coverage - _FITS_WORSE


def _recipient_named(query: Query, duty: Duty) -> bool:
    """Whether the question says to whom the report goes: reports of the same clause to others are none of it."""
    return bool(duty.recipient) and f" {sound(duty.recipient)} " in f" {query.spoken} "


def _of_part(query: Query, what: str, duties: list[Duty]) -> list[Duty]:
    """Of reports that each tell their quarter or month ("quý I trước ngày 10/3, quý III …") those of the one asked for."""
    parts = [_as_figure(match[1], match[2]) for match in _PART.finditer(NO_QUARTER.sub(" ", query.spoken))]
    if not parts or len(duties) < len(("one", "another")):
        return duties
    told: list[Duty] = []
    end = 0
    for one in sorted(duties, key=lambda each: what.find(each.due)):
        at = what.find(one.due, end)
        named = [_as_figure(match[1], match[2]) for match in _PART.finditer(sound(what[end:at]))]
        if named and named[-1] in parts:
            told.append(one)
        end = max(end, at + len(one.due))
    return told or duties


def _labelled_as_asked(query: Query, what: str, duties: list[Duty]) -> list[Duty]:
    """Of reports that remarks behind their days tell apart ("15/6 (sơ kết) và 15/12 (tổng kết)") those the question names."""
    labels = {one.due: _label_behind(what, one.due) for one in duties}
    if len(set(labels.values())) < len(("one", "another")):
        return duties
    named = [one for one in duties if labels[one.due] and f" {labels[one.due]} " in f" {query.spoken} "]
    return named or duties


def _label_behind(what: str, due: str) -> str:
    remark = re.match(r"\s*\(([^()]{2,30})\)", what.partition(due)[2]) if due else None
    return sound(remark[1]) if remark else ""


def _as_figure(noun: str, number: str) -> tuple[str, int]:
    return noun, _ROMAN[number] if number in _ROMAN else int(number)


def _in_order_asked(query: Query) -> list[str]:
    """The rhythms asked for, as they stand in the question."""
    held = f" {query.spoken} "

    def place(name: str) -> int:
        return min((at for phrase in heard(f"rhythm.{name}") if (at := held.find(f" {phrase} ")) >= 0), default=0)

    return sorted(asked_rhythm(query), key=place)


def _as_asked(query: Query, duty: Duty) -> str:
    """A deadline as printed, without the rhythm behind an hour that is asked for."""
    due = unbound(query, only_time(duty.due))
    due = stretch_alone(due) if asks_stretch(query) and lasts(due) else due
    return due.removesuffix(duty.frequency).rstrip(" ,") or due if _HOUR_ASKS in query.spoken else due


def _nearest(query: Query, duties: Iterable[Duty]) -> list[Duty]:
    """The one whose next day comes first, counted from today or from the day that the question calls today."""
    said = _TODAY_IS.search(query.typed)
    today = (calendar_day(query.today.year, int(said[2]), int(said[1])) if said else None) or query.today
    coming = [(day, n, one) for n, one in enumerate(duties) if (day := next_day(one, today)) is not None]
    return [min(coming, key=lambda one: one[:2])[2]] if coming else []
