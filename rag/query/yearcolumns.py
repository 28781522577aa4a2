"""Which columns of figures a question means, where a row prints several: by their year, by done or planned.

A row's figures stand under headers like "Thực hiện 2025", "Kế hoạch năm 2026", "Giai đoạn 2026 - 2030". The cell of another
year than the one asked for is a wrong figure: where no column is of that year, none is given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.folding import fold
from ingest.plan import Field
from rag.corpus.entries import Entry
from rag.language.words import sound
from rag.query.question import Query

Column = tuple[str, Field]
"""A header and the cell under it."""

_YEAR: Final = re.compile(r"\b20\d\d\b")
_DAY: Final = re.compile(r"(?<![\d/])(?:(\d{1,2})\s*/\s*)?(\d{1,2})\s*/\s*20\d\d\b")
_WHOLE_YEAR: Final = ((1, 1), (12, 31))
_YEARS_END: Final = re.compile(r"\b(?:cuoi|het|ket thuc|tron|xong) nam\b")
_STRETCH: Final = re.compile(r"\b(20\d\d)\s*[-–]\s*(20\d\d)\b")
_DONE: Final = re.compile(r"thuc hien|\bu?th\b|\buoc\b|ket qua|hien trang|hien nay|hien co|dat duoc")
_AIMED: Final = re.compile(r"ke hoach|\bkh\b|chi tieu|muc tieu|\bgiao\b|phan dau|du toan")
_AGAINST: Final = re.compile(r"so sanh|so voi|\b(?:kh|u?th|20\d\d)\b.*/.*\b(?:kh|u?th|20\d\d)\b")
"""Headers, folded: what was reached, what is aimed at, and how one is to the other."""
_DONE_ASKED: Final = re.compile(
    r"\buoc\b|\bu?th (?:nam )?20\d\d|\bda (?:dat|thuc hien|co)|(?:dat|thuc hien) duoc|thuc hien (?:nam )?20\d\d|20\d\d (?:da )?thuc hien"
    r"|ket qua (?:thuc hien )?(?:nam )?20\d\d|hien (?:trang|nay|co|dang|la|dat|o muc|tai)\b"
)
_STATE_ASKED: Final = re.compile(r"\bhien (?:nay|co|dang|tai|da|trang)\b|^hien\b|\bhien\b.*\bda co\b")
_STATED: Final = re.compile(r"\bhien (?:nay|co|tai|trang|dang)\b|\bda (?:co|dat)\b|\btinh den\b|\bden nay\b")
_POINTS: Final = re.compile(r"(?:muc |thang )?diem\b")
"""The header, folded, of points that are given for a thing, no measure of it."""
_AGAINST_ASKED: Final = re.compile(r"\bso voi\b|\bso sanh .*(?:%|phan tram)|\bbang (?:bao nhieu|may) (?:%|phan tram)")
_ALL_YEARS_ASKED: Final = re.compile(
    r"\b(?:ca|toan|tong|het) (?:bo )?(?:giai doan|thoi ky|nhiem ky|cac nam)\b|\btong (?:so|cong)\b"
)
_ALL_YEARS: Final = re.compile(r"\btong\b|\b(?:ca|toan) (?:giai doan|thoi ky)|^giai doan\b")
"""The figure of all years together, asked for and in a header."""
_BRACKETED: Final = re.compile(r"\(([^()]*)\)")
_WORDED: Final = re.compile(r"[^\W\d_]{2}")
"""A cell that says what is done, not a figure alone."""
_FIGURE_ROLES: Final = frozenset({"", "value", "result", "unit"})


def columns_asked(query: Query, entry: Entry) -> tuple[Column, ...] | None:
    """The columns of a row's figures that are asked for; None for its value as it stands, () where the year has none."""
    if entry.clause is not None or entry.annex is None or query.role not in _FIGURE_ROLES:
        return None
    columns = columns_of(entry)
    folded = fold(query.typed)
    against = [one for one in columns if _AGAINST.search(fold(one[0]))]
    if against and _AGAINST_ASKED.search(folded):
        return _said_most(query, against)
    columns = tuple(one for one in columns if one not in against)
    if not any(_YEAR.search(header) or _DONE.search(fold(header)) for header, _ in columns):
        return None
    years, stretch = years_asked(query)
    if not years and not stretch and _ALL_YEARS_ASKED.search(folded):
        whole = [one for one in columns if _ALL_YEARS.search(fold(_YEAR.sub("", one[0])))]
        return tuple(whole) if len(whole) == 1 else None
    if stretch:
        return _of_stretch(columns, stretch)
    if len(years) > 1:
        return _of_years(query, columns, years)
    if years:
        return _of_year(query, entry, columns, years[0])
    done = [one for one in columns if _DONE.search(fold(one[0]))] if _DONE_ASKED.search(folded) else []
    return (done[-1],) if done else None


def figure_asked(query: Query, entry: Entry) -> str:
    """What a target's one column asked about prints, "" where the year asked for has none: its value where no year is told."""
    columns = columns_asked(query, entry)
    if columns is None:
        return entry.field("value").text
    return columns[0][1].text if len(columns) == 1 else ""


def columns_of(entry: Entry) -> tuple[Column, ...]:
    """The columns of a row's figures, that of its value first."""
    return (*([(entry.target.over, entry.target.value)] if entry.target else []), *entry.other)


def column_of_year(query: Query, entry: Entry) -> Field | None:
    """What a row's one column of the year asked for says, where a roadmap tells each year's step; None where none does."""
    years, _ = years_asked(query)
    columns = columns_of(entry)
    mine = [cell for header, cell in columns if len(years) == 1 and years_of(header) == years]
    return mine[0] if len(mine) == 1 and _WORDED.search(mine[0].text) else None


def blank_headers(entry: Entry) -> str:
    """The headers of a target's other columns that its row leaves blank: it is still the row of their years."""
    return " ".join(header for header, cell in entry.other if entry.target is not None and not cell.text)


def gives_points(query: Query, entry: Entry) -> bool:
    """Whether a row's figure is the points given for it though a share or an amount is asked for, not points."""
    scored = entry.target is not None and _POINTS.match(fold(entry.target.over)) is not None
    return scored and query.role == "value" and "diem" not in fold(query.typed).split()


def asks_state(query: Query) -> bool:
    """Whether what there is already is asked for ("hiện có bao nhiêu"), not what is aimed at."""
    typed = fold(query.typed)
    aimed = _AIMED.search(typed) or "phai" in typed.split()
    return query.role == "value" and not query.years and not aimed and _STATE_ASKED.search(typed) is not None


def states(text: str) -> bool:
    """Whether words tell what there is already, or was reached."""
    return _STATED.search(fold(text)) is not None


def years_asked(query: Query) -> tuple[tuple[int, ...], tuple[int, int] | None]:
    """The years asked for, or the stretch where one alone is named ("giai đoạn 2026 - 2030"); its ends are no years by themselves."""
    stretches = [(int(first), int(last)) for first, last in _STRETCH.findall(query.typed)]
    single = {int(year) for year in _YEAR.findall(_STRETCH.sub(" ", query.typed))}
    ends = {year for stretch in stretches for year in stretch}
    years = tuple(year for year in query.years if year in single or year not in ends)
    return years, (stretches[0] if stretches and not years else None)


def years_of(header: str) -> tuple[int, ...]:
    """The years that a column is of: a stretch over several columns ("Giai đoạn 2026 - 2030 | Năm 2027") is none of them."""
    return tuple(int(year) for year in _YEAR.findall(_STRETCH.sub(" ", header)))


def _of_stretch(columns: Sequence[Column], stretch: tuple[int, int]) -> tuple[Column, ...] | None:
    """The column of the stretch, else those of its years; None where no more than one is."""
    own = [one for one in columns if not years_of(one[0]) and stretch in _stretches(one[0])]
    inside = [one for one in columns if any(stretch[0] <= year <= stretch[1] for year in years_of(one[0]))]
    return tuple(own[:1] or inside) if own or len(inside) > 1 else None


def _stretches(header: str) -> list[tuple[int, int]]:
    return [(int(first), int(last)) for first, last in _STRETCH.findall(header)]


def _of_years(query: Query, columns: Sequence[Column], years: Sequence[int]) -> tuple[Column, ...] | None:
    """The column of each year in the order asked; None where one has none."""
    dated = ([one for one in columns if year in years_of(one[0])] for year in years)
    found = [_said_most(query, _narrowed(query, mine, year) or mine) for year, mine in zip(years, dated, strict=True)]
    return tuple(one for of_year in found for one in of_year) if all(found) else None


def _of_year(query: Query, entry: Entry, columns: Sequence[Column], year: int) -> tuple[Column, ...] | None:
    """The columns of one year; what no header dates is the value's as it stands."""
    mine = _narrowed(query, columns, year)
    if mine:
        return _said_most(query, _of_day(query, mine) or mine)
    covering = [one for one in columns if not years_of(one[0]) and any(a <= year <= b for a, b in _stretches(one[0]))]
    undated = [one for one in columns if not _YEAR.search(one[0]) and _DONE.search(fold(one[0]))]
    if _DONE_ASKED.search(fold(query.typed)) and undated:
        return (undated[-1],)
    if covering:
        return tuple(covering[:1])
    dated = entry.target is not None and _YEAR.search(entry.target.over)
    return () if dated and not _names_plan(query, year) else None


def _of_day(query: Query, columns: Sequence[Column]) -> list[Column]:
    """The columns whose headers print a day that lies in the time asked for, or on its end; [] where a whole year is asked for."""
    dated = [(day, one) for one in columns if (day := _day_of(one[0]))]
    if len(dated) < len(columns) or query.period is None:
        return []
    first = query.period.start or query.period.end
    last = query.period.end or first
    if first is None or last is None:
        return []
    begin, end = (first.month, first.day), (last.month, last.day)
    if (begin, end) == _WHOLE_YEAR:
        begin = end if _YEARS_END.search(fold(query.typed)) else (0, 0)
    return [one for day, one in dated if begin <= day <= end] if begin > (0, 0) else []


def _day_of(header: str) -> tuple[int, int] | None:
    """The month and day that a header prints; the last day of a month printed alone."""
    found = _DAY.search(header)
    return (int(found[2]), int(found[1] or 31)) if found else None


def _names_plan(query: Query, year: int) -> bool:
    """Whether the year may only say which plan is meant ("theo kế hoạch năm 2026")."""
    return re.search(rf"\b(?:ke hoach|kh|chuong trinh|de an)(?: nam)? {year}\b", fold(query.typed)) is not None


def _narrowed(query: Query, columns: Sequence[Column], year: int) -> list[Column]:
    """The columns of a year, those of what was done where that is asked for."""
    mine = [one for one in columns if year in years_of(one[0])]
    done = [one for one in mine if _DONE.search(fold(one[0]))]
    if done and _DONE_ASKED.search(fold(query.typed)):
        return done
    aimed = [one for one in mine if _AIMED.search(fold(one[0])) and one not in done]
    return aimed if done and _AIMED.search(fold(query.typed)) else mine


def _said_most(query: Query, columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of whose headers the question says most, its unit of measure before all: several where none stands out."""
    asked = query.spoken.split()
    scores = [(_in_unit(header, asked), len(set(sound(header).split()) & set(asked))) for header, _ in columns]
    best = max(scores, default=(False, 0))
    return tuple(one for one, score in zip(columns, scores, strict=True) if score == best)


def _in_unit(header: str, asked: Sequence[str]) -> bool:
    """Whether the header prints in brackets the unit of measure right behind "bao nhiêu"."""
    at = next((n for n, word in enumerate(asked) if word in ("nhieu", "mai")), len(asked))
    printed = sound(" ".join(_BRACKETED.findall(header))).split()
    return bool(printed) and asked[at + 1 : at + 2] == printed[:1]
