"""Stretches of time that a question names, against the day it is asked."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from ingest.folding import fold
from rag.language.feasts import FEAST, feast_day
from rag.language.inletters import in_figures


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive days; None is open. ``words`` are those of the question, folded, ``also`` other stretches it names beside."""

    start: date | None
    end: date | None
    words: str
    also: tuple[Period, ...] = ()

    def holds(self, day: date) -> bool:
        """Whether ``day`` falls into the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


_DAY: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
_MONTH: Final = r"(?P<month>0?[1-9]|1[0-2])(?!\d)"
_TO_MONTH: Final = r"(?P<to_month>0?[1-9]|1[0-2])(?!\d)"
_QUARTER: Final = r"(?P<quarter>iv|iii|ii|i|[1-4])\b"
_TO_QUARTER: Final = r"(?P<to_quarter>iv|iii|ii|i|[1-4])\b"
_OTHER_YEAR: Final = r"(?P<other_year>nay|sau|toi|ngoai|truoc)\b"
_YEAR: Final = rf"(?:\s*[/,-]?\s*(?:nam\s+)?(?P<year>20\d\d)(?![\d/])|\s+nam\s+{_OTHER_YEAR})?"
_OF_YEAR: Final = rf"(?:\s+(?:cua\s+)?nam|(?=\s+20))(?:\s*(?P<year>20\d\d)(?!\d)|\s+{_OTHER_YEAR})?"
_AND: Final = r"\s*(?:-|–|den|toi|va|,)\s*"
_NOT_COUNTING: Final = r"(?!\s*[/.]\s*\d{1,2}(?!\d)|\s+(?:nhiem vu|viec|chi tieu|dau viec|thang|ngay))"
"""After a number that ends a stretch: neither a day of another month nor a number of things."""
_ALONE: Final = r"(?<![\w/.,-])"
_OF_TIME: Final = (
    "(?:"
    + "|".join(
        f"(?<={word} )"
        for word in ("truoc", "den", "tu", "sau", "han", "vao", "het", "nhat", "toi", "chot", "hoac", "-")
    )
    + r"|ngay\s+)"
)
"""Before "30/6", which may also be a place in an annex or a share."""
_NAMED: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?:ngay\s+)?{_ALONE}{_DAY}\s*(?P<mark>[/.-])\s*{_MONTH}\s*(?P=mark)\s*(?P<year>20\d\d)(?![\d/])",
        r"(?:ngay\s+)?(?<![\w/.-])(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w-])",
        rf"{_OF_TIME}{_DAY}\s+thang\s+(?:{_MONTH}{_YEAR}|(?P<other_month>nay|sau|toi|truoc)\b)",
        rf"{_OF_TIME}{_DAY}\s*/\s*{_MONTH}(?!\s*[/.,%]|\s+(?:so|cac|tong|dien)\b){_YEAR}",
        rf"(?:ngay\s+|(?<=tu )){_DAY}(?=\s*(?:-|den|toi)\s*(?:ngay\s+)?\d{{1,2}}\s*(?:/|thang)\s*{_MONTH})",
        rf"\bquy\s+{_QUARTER}{_AND}{_TO_QUARTER}{_NOT_COUNTING}{_YEAR}",
        rf"\bquy\s+{_QUARTER}{_YEAR}",
        rf"\bthang\s+{_MONTH}{_AND}{_TO_MONTH}{_NOT_COUNTING}{_YEAR}",
        rf"{_ALONE}{_MONTH}\s*[-–]\s*{_TO_MONTH}\s*/\s*(?P<year>20\d\d)(?![\d/])",
        rf"(?:\bthang\s+)?{_ALONE}{_MONTH}\s*/\s*(?P<year>20\d\d)(?![\d/])",
        rf"\bthang\s+{_MONTH}{_YEAR}",
        rf"\b(?P<count>[1-9]|1[01])\s+thang\s+(?P<edge>dau|cuoi){_OF_YEAR}",
        rf"\bnua\s+(?P<edge>dau|cuoi|sau){_OF_YEAR}",
        r"\bnua\s+nam\s+(?P<edge>dau|cuoi)\b",
        r"(?P<from_year>20\d\d)\s*[-–]\s*(?P<year>20\d\d)(?!\d)",
        rf"\b(?P<month_at>het|cuoi|(?<!phan )(?<!bat )dau){_OF_YEAR}(?!\s+hoc\b)",
        r"(?:(?<=han )|(?<=thoi gian thuc hien )|(?<=thoi gian hoan thanh ))nam\s+(?P<year>20\d\d)",
    )
)
"""Times with a date of their own, folded; what one form has taken the next ones leave alone."""
_WHOLE_YEAR: Final = re.compile(
    r"(?:"
    + "|".join(f"(?<={word} )" for word in ("trong", "vao", "truoc", "song", "xong", "thanh", "ngay", "het"))
    + r")nam\s+(?P<year>20\d\d)(?!\d|\s*[-–]\s*20)"
)
"""A year as the time of work ("phải xong trong năm 2027"), which only a list question asks for: others name a plan by it."""
_RELATIVE: Final = re.compile(
    r"\b(?P<count>\d{1,3})\s+(?P<unit>ngay|tuan|thang|nam)\s+"
    r"(?P<way>(?:sap\s+)?toi|nua|tiep theo|vua qua|qua|gan day)\b(?! han\b)"
    r"|\bnua nam nay\b"
    r"|(?<!so voi )(?<!hon )\b(?P<one>thang|quy|tuan|nam) "
    r"(?P<which>nay|hien (?:tai|nay|gio)|dang (?:chay|dien ra)|toi|(?<!hang \w{3} )(?<!hang \w{4} )(?<!hang \w{5} )(?<!moi \w{3} )(?<!moi \w{4} )(?<!moi \w{5} )"
    r"(?:sau|ke tiep|ke|truoc(?! (?:ngay|thang|quy|\d))|vua qua|qua|roi|ngoai))\b"
    r"(?! (?:han|khi|trinh)\b)"
    r"|(?<=trong )thang\b(?!\s+(?:nao|may|\d))"
    r"|\btu (?:gio|nay|bay gio|hom nay|ray)(?: cho)? (?:den|toi)(?: (?:het|cuoi|gan het))+ (?P<rest>tuan|thang|quy)\b(?! (?:nay|sau|toi|truoc|ke|i{1,3}|iv|\d))"
    r"|\bhom (?:nay|qua)\b|\bngay mai\b"
    r"|(?:(?<=den )|(?<=toi ))(?:nay|bay gio|gio)\b"
)
"""Words that only mean something from today on: this month, next quarter, three weeks from now."""
_LYING: Final = re.compile(
    r"(?<=\bhan cuoi )nam(?= (?:trong|vao|gon|o|tai)\b)|(?<=\bhan chot )nam(?= (?:trong|vao|gon|o|tai)\b)"
)
"""Where a deadline lies, "nằm", and no year's end: "hạn cuối nằm trong tháng 6"."""
_BETWEEN: Final = re.compile(r"\s*(?:-|–|(?:cho )?(?:den|toi))(?: (?:ngay|thang|quy|het|cuoi))*\s*")
_BESIDE: Final = re.compile(r"\s*(?:va|hoac|,)\s*")
_OR: Final = re.compile(r"\s*(?:va|hoac|hay|lan|,)\s*(?:(?:han|het|cuoi|trong)\s+)?")
_BEFORE: Final = re.compile(r"\btruoc(?: (?:ngay|thang|quy|cuoc hop|het))*$|\btruoc cuoc hop.*$")
_SINCE: Final = re.compile(r"\b(?:sau|tu|ke tu)(?: (?:ngay|thang|quy|dau))*$")
_AFTER: Final = re.compile(r"\bsau(?: (?:ngay|thang|quy))*$")
_UP_TO: Final = re.compile(
    r"\b(?:den|het|(?<!cho )toi|(?:cham|muon|tre) nhat(?: la| vao)?|khong qua)(?: (?:ngay|thang|quy|het|cuoi))*$"
)
_LASTING: Final = re.compile(
    r"\b(?:keo(?: dai)?|trai dai|ket thuc|chay) (?:den|toi|sang|qua|cho den|cho toi|vao|trong)(?: (?:ngay|thang|quy|nam|het|cuoi))*$"
)
"""What lasts until a time ends in it, not before it."""
_BOTH: Final = re.compile(
    r",? ?(?:tro di |tro ve sau )?(?:nhung |ma |va )*(?:phai )?(?:xong |den han |han )?(?:la )?(?:truoc|den het|cham nhat|khong qua)(?: (?:ngay|thang|quy|la))*"
)
"""Between the time behind which and the one before which work is due."""
_UNTIL_NOW: Final = re.compile(r"(?:den|tinh den|toi)\s+(?:hom nay|nay|bay gio|gio)")
_SINCE_NOW: Final = re.compile(r"\btu (?:gio|nay|bay gio) (?:cho )?(?:den|toi)(?: (?:ngay|thang|quy|het|cuoi))*$")
_FROM_NOW: Final = re.compile(r"\b(?:tu (?:gio|nay|hom nay|bay gio)|con phai|con lai)\b")
_NOW: Final = frozenset({"nay", "gio", "bay gio"})
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_STEPS: Final = {
    **dict.fromkeys(("nay", "hien tai", "hien nay", "hien gio", "dang chay", "dang dien ra"), 0),
    **dict.fromkeys(("truoc", "vua qua", "qua", "roi", "ngoai"), -1),
}
"""How far "tháng này", "tháng trước" lie from today's; any other word names the next."""
_LENGTHS: Final = {"thang": 1, "quy": 3, "nam": 12}
"""Months."""

_Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class _Time:
    """One time that the folded words from ``at`` to ``to`` name; ``said`` holds the parts of one with a date of its own."""

    at: int
    to: int
    said: Mapping[str, str]
    days: _Days

    @property
    def yearless(self) -> bool:
        """Whether it has a date of its own and leaves the year to be completed."""
        return bool(self.said) and "year" not in self.said

    @property
    def ranged(self) -> bool:
        """Whether its end is told too."""
        return not {"to_month", "to_quarter", "from_year", "joined"}.isdisjoint(self.said)

    def of_year(self, year: int) -> _Days:
        """Its days were it of that year."""
        return _days(self.said, year) or self.days


def read_period(
    question: str, today: date, year: int | None, *, lists: bool = False, of_work: int | None = None
) -> Period | None:
    """The stretch of time that ``question`` names, None when it names none.

    ``year`` completes "tháng 6" or "quý II" (the year of the plans asked about, else today's); ``lists`` says that rows
    are asked for, so that a whole year may be when they are due; ``of_work`` is a year that is, however it is said.
    """
    folded = fold(question)
    words = _LYING.sub("n@m", in_figures(question, folded))
    forms = (*_NAMED, *([_WHOLE_YEAR] if lists else ()), *([_bare_year(of_work)] if of_work else ()), _RELATIVE)
    times = _runs(words, _times(words, today, year or today.year, forms))
    time = next((one for one in times if one.said), times[0] if times else None)
    if time is None:
        return None
    before = words[: time.at].rstrip()
    within = _between(words, times, time)
    if within:
        return Period(*within, _whole_words(folded, time.at, times[times.index(time) + 1].to))
    if time.yearless and time.days[1] < today and _SINCE_NOW.search(before):
        coming = (time.of_year(_bounded_year(today.year + later)) for later in (0, 1))
        time = replace(time, days=next((days for days in coming if days[1] >= today), time.days))
    start, end = _bounded(before, words[time.at : time.to], time)
    if _FROM_NOW.search(words):
        start = max(start or today, today)
    beside = (
        _beside(words, times[times.index(time) :]) if time in times and start is not None and end is not None else []
    )
    also = tuple(Period(*one.days, "") for one in beside)
    return Period(start, end, _whole_words(folded, time.at, beside[-1].to if beside else time.to), also)


def _beside(words: str, times: Sequence[_Time]) -> list[_Time]:
    """The times that stand right behind the first as others of the same sort: "tháng 3 hoặc tháng 9/2026"."""
    several: list[_Time] = []
    for last, time in pairwise(times):
        if not _OR.fullmatch(words[last.to : time.at]):
            break
        several.append(time)
    return several


def _between(words: str, times: Sequence[_Time], first: _Time) -> _Days | None:
    """The days behind one time and before the next ("sau tháng 3 nhưng trước tháng 9"), where both bounds are told."""
    last = next(iter(times[times.index(first) + 1 :]), None)
    if last is None or not _BOTH.fullmatch(words[first.to : last.at].strip()):
        return None
    first, last = (replace(one, days=days) for one, days in zip((first, last), _of_one_year(first, last), strict=True))
    begin, _ = _bounded(words[: first.at].rstrip(), "", first)
    _, end = _bounded(words[: last.at].rstrip(), "", last)
    return (begin, end) if begin is not None and end is not None and begin <= end else None


def _whole_words(folded: str, at: int, to: int) -> str:
    """The words from ``at`` to ``to``, those that a figure stood for included."""
    while at and folded[at - 1].isalnum():
        at -= 1
    while to < len(folded) and folded[to].isalnum():
        to += 1
    return folded[at:to].strip()


def _bare_year(year: int) -> re.Pattern[str]:
    return re.compile(rf"{_ALONE}(?:nam\s+)?(?P<year>{year})(?!\d|[/.]\d|\s*[-–]\s*20)")


def _times(words: str, today: date, year: int, forms: Sequence[re.Pattern[str]]) -> list[_Time]:
    """Every time named in one of the forms, in the order of the words."""
    taken: list[_Time] = []
    for form in forms:
        for found in form.finditer(words):
            if any(found.start() < one.to and one.at < found.end() for one in taken):
                continue
            said = {} if form is _RELATIVE else _said(found, today)
            days = _days(said, year) if said else _relative(found, today)
            if days:
                taken.append(_Time(found.start(), found.end(), said, days))
    for found in FEAST.finditer(words):
        day = feast_day(found, today)
        if day:
            taken.append(_Time(found.start(), found.end(), {}, (day, day)))
    return sorted(taken, key=lambda one: one.at)


def _said(found: re.Match[str], today: date) -> dict[str, str]:
    """The parts of a time as figures: "năm sau" is next year's number."""
    said = {name: text for name, text in found.groupdict().items() if text}
    if "other_year" in said:
        said["year"] = str(_bounded_year(today.year + _STEPS.get(said.pop("other_year"), 1)))
    if "other_month" in said:
        first, _ = _months(today.year, today.month + _STEPS.get(said.pop("other_month"), 1))
        said |= {"month": str(first.month), "year": str(first.year)}
    return said


def _days(said: Mapping[str, str], year: int) -> _Days | None:
    """The days of a time with a date of its own, None where no calendar has them."""
    year = int(said.get("year", year))
    if "day" in said:
        day = int(said["day"])
        first, last = _months(year, int(said["month"]))
        return (first.replace(day=day), first.replace(day=day)) if day <= last.day else None
    if "from_year" in said:
        first, last = date(int(said["from_year"]), 1, 1), date(year, 12, 31)
        return (first, last) if first < last else None
    start, count = _first_and_count(said)
    return _months(year, start, count) if count > 0 else None


def _first_and_count(said: Mapping[str, str]) -> tuple[int, int]:
    """The first month of a stretch of whole months and how many they are."""
    if "month" in said:
        month = int(said["month"])
        return month, int(said.get("to_month", month)) - month + 1
    if "quarter" in said:
        first, last = (
            _quarter(said[name]) for name in ("quarter", "to_quarter" if "to_quarter" in said else "quarter")
        )
        return 3 * first - 2, 3 * (last - first + 1)
    if "edge" in said:
        count = int(said.get("count", 6))
        return (1 if said["edge"] == "dau" else 13 - count), count
    if "month_at" in said:
        return (1 if said["month_at"] == "dau" else 12), 1
    return 1, 12


def _quarter(name: str) -> int:
    return _QUARTERS.get(name) or int(name)


def _relative(found: re.Match[str], today: date) -> _Days:
    """The days of words that lean on today."""
    if found["count"]:
        return _counted(int(found["count"]), found["unit"], today, back=found["way"] in {"vua qua", "qua", "gan day"})
    one = found["one"] or found["rest"]
    if one == "tuan":
        monday = _shifted(today, 7 * _steps(found["which"]) - today.weekday())
        return monday, _shifted(monday, 6)
    if found[0] == "nua nam nay":
        return _months(today.year, 1 if today.month <= 6 else 7, 6)
    if one or found[0] == "thang":
        length = _LENGTHS[one or "thang"]
        step = _steps(found["which"])
        return _months(today.year, (today.month - 1) // length * length + 1 + step * length, length)
    day = _shifted(today, {"hom qua": -1, "ngay mai": 1}.get(found[0], 0))
    return day, day


def _steps(which: str | None) -> int:
    """How far the stretch lies from today's; the one not called otherwise is today's."""
    return _STEPS.get(which, 1) if which else 0


def _counted(count: int, unit: str, today: date, *, back: bool) -> _Days:
    """So many days, weeks, months or years from today on, or up to it."""
    sign = -1 if back else 1
    if unit in {"ngay", "tuan"}:
        other = _shifted(today, sign * count * (7 if unit == "tuan" else 1))
    else:
        first, last = _months(today.year, today.month + sign * count * _LENGTHS[unit])
        other = first.replace(day=min(today.day, last.day))
    return min(today, other), max(today, other)


def _shifted(day: date, days: int) -> date:
    """So many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _bounded_year(year: int) -> int:
    return min(max(year, date.min.year), date.max.year)


def _months(year: int, month: int, count: int = 1) -> _Days:
    """The first and last day of ``count`` months, within the calendar; month 0 is December of the year before."""
    first, last = (_month(year * 12 + month - 1 + more) for more in (0, count - 1))
    return first, last.replace(day=monthrange(last.year, last.month)[1])


def _month(number: int) -> date:
    """The first day of a month counted from year 0 on."""
    number = min(max(number, 12), date.max.year * 12 + 11)
    return date(number // 12, number % 12 + 1, 1)


def _runs(words: str, times: list[_Time]) -> list[_Time]:
    """The times with those made one that a word joins: "từ … đến …", "… và …"."""
    runs: list[_Time] = []
    for time in times:
        joined = _joined(words, runs[-1], time) if runs else None
        if joined:
            runs[-1] = joined
        elif words[time.at : time.to] not in _NOW:
            runs.append(time)
    return runs


def _joined(words: str, first: _Time, last: _Time) -> _Time | None:
    """Two times as one stretch, where "đến" stands between them, or "và" and nothing lies between their days."""
    gap = words[first.to : last.at]
    between = _BETWEEN.fullmatch(gap)
    if not between and not _BESIDE.fullmatch(gap):
        return None
    (start, first_end), (last_start, end) = _of_one_year(first, last)
    if not between and not start <= last_start <= _shifted(first_end, 1):
        return None
    said = {"joined": "den" if between else "va", "year": str(end.year)} if first.said or last.said else {}
    return _Time(first.at, last.to, said, (min(start, last_start), max(first_end, end)))


def _of_one_year(first: _Time, last: _Time) -> tuple[_Days, _Days]:
    """The days of both, a year that one leaves out told by the other so that the first comes first."""
    one, other = first.days, last.days
    if first.yearless and "year" in last.said:
        one = first.of_year(other[1].year)
    elif last.yearless and "year" in first.said:
        other = last.of_year(one[0].year)
    if one[0] > other[1] and last.yearless:
        other = last.of_year(_bounded_year(other[1].year + 1))
    elif one[0] > other[1] and first.yearless:
        one = first.of_year(_bounded_year(one[0].year - 1))
    return one, other


def _bounded(before: str, phrase: str, time: _Time) -> tuple[date | None, date | None]:
    """The named stretch, or what lies before or after it, as the words in front of it say."""
    start, end = time.days
    if _LASTING.search(before):
        return start, end
    if _BEFORE.search(before):
        return None, _shifted(start, -1)
    if _SINCE.search(before) and not time.ranged:
        return (_shifted(end, 1) if _AFTER.search(before) else start), None
    if phrase.startswith("het") or _UP_TO.search(before):
        return None, end
    return start, end


def until_now(question: str) -> bool:
    """Whether the question asks about what came due up to today ("đến hôm nay")."""
    return bool(_UNTIL_NOW.search(fold(question)))
