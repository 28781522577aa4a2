"""Which plans are versions of one plan, and which only adjust another (decision 0009).

The same plan is the same number, issuer and year, and a good part of the same rows: an annex in a file of its own
prints its plan's number too, and numbers begin anew each year. Of a scan or another format less of the head may be
read, a number left out or an issuer cut short: then nearly all rows must be the same. What a plan says of itself goes before all that:
one that replaces another replaces it, one that adjusts another replaces it only where it repeats every row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import permutations
from typing import Final

from ingest.differences import coverage
from ingest.folding import fold
from ingest.plan import Header, Plan
from ingest.units import unit_key

_SAME: Final = 0.5
"""The share of an older version's rows that a newer one must have."""
_NEARLY_ALL: Final = 0.8
"""The same where the two heads do not say it by themselves."""
_KINDS: Final = r"(?:Kế hoạch|Chương trình|Phương án|Đề án)"
_NUMBER: Final = r"(?P<number>\d{1,5}[a-zđ]?\s?[-/]\s?[A-ZĐ][\w&/.-]*[\wĐđ])"
_AMENDS: Final = (
    r"(?P<verb>điều chỉnh|sửa đổi|bổ sung|thay thế)(?P<between>(?:(?!\bsố\s*\d)[^.;]){0,160}?)"
    rf"\b{_KINDS}\s+(?:hành động\s+)?(?:số\s*:?\s*)?{_NUMBER}(?P<rest>[^;]{{0,160}})"
)
_TITLE: Final = re.compile(rf"(?:^|\()\s*(?:{_KINDS}\s+)?(?:về\s+(?:việc\s+)?|v/v\s+)?{_AMENDS}", re.IGNORECASE)
_CLAUSE: Final = re.compile(rf"\b(?:{_KINDS} này|ban hành {_KINDS})\s+(?:để\s+|nhằm\s+)?{_AMENDS}", re.IGNORECASE)
_ENDED: Final = re.compile(
    rf"\b{_KINDS}\s+(?:số\s*:?\s*)?{_NUMBER}(?P<rest>[^.;]{{0,160}}?)"
    rf"\s(?:được thay thế (?:bằng|bởi)|hết hiệu lực (?:kể )?từ (?:ngày|khi)) {_KINDS} này",
    re.IGNORECASE,
)
_WHOLE: Final = frozenset({"", "cho", "toàn bộ"})
_DAY: Final = re.compile(r"ngày\s*(\d{1,2})\s*(?:/|-|tháng)\s*(\d{1,2})\s*(?:/|-|năm)\s*(\d{4})", re.IGNORECASE)
_OF: Final = re.compile(
    r"\bcủa\s+([^,.;()]+?)(?=\s+(?:về|ngày|và|năm|giai đoạn|trên địa bàn)\b|[,.;()]|$)", re.IGNORECASE
)


class Relation(StrEnum):
    """What a newer plan is to an older one."""

    REPLACES = "replaces"
    ADJUSTS = "adjusts"


@dataclass(frozen=True, slots=True)
class Amendment:
    """That a plan says it replaces another (``whole``) or adjusts it; day and issuer as far as printed."""

    number: str
    whole: bool
    day: date | None
    issuer: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two files, the newer first."""

    newer: str
    older: str
    relation: Relation


def amendments(plan: Plan) -> tuple[Amendment, ...]:
    """What the plan's title, its enacting words and clauses about itself say of other plans."""
    title = plan.header.title or ""
    found = [_amendment(match) for match in [_TITLE.search(title)] if match]
    for clause in plan.clauses:
        if clause.text != title:
            found += [_amendment(match) for match in _CLAUSE.finditer(clause.text)]
            found += [_amendment(match, whole=True) for match in _ENDED.finditer(clause.text)]
    return tuple(dict.fromkeys(found))


def _amendment(match: re.Match[str], *, whole: bool = False) -> Amendment:
    rest = match["rest"]
    day, of = _DAY.search(rest), _OF.search(rest)
    parts = match.groupdict()
    replaces = (parts.get("verb") or "").lower() == "thay thế" and (parts.get("between") or "").strip() in _WHOLE
    return Amendment(_number(match["number"]), whole or replaces, _calendar(day), of[1].strip() if of else "")


def _calendar(match: re.Match[str] | None) -> date | None:
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _number(printed: str | None) -> str:
    """A number as it is compared: no spaces, no zeros before it, capitals."""
    return re.sub(r"\s", "", printed or "").lstrip("0").rstrip(".").upper()


def links(plans: Sequence[Plan], turns: Mapping[str, int]) -> tuple[Link, ...]:
    """Every link among ``plans``; ``turns`` tells by digest in what order they first came, for plans of one day.

    No two plans replace each other.
    """
    stated = {plan.file: amendments(plan) for plan in plans}
    found: list[Link] = []
    for newer, older in _candidates(plans, stated):
        said = [one for one in stated[newer.file] if _meant(one, newer, older)]
        back = any(_meant(one, older, newer) for one in stated[older.file])
        later = _later(newer, older, turns)
        if said and (later or not back):
            found.append(Link(newer.file, older.file, _stated(said, newer, older)))
        elif not said and not back and _answers(newer, older, later=later) and _same(newer, older):
            found.append(Link(newer.file, older.file, Relation.REPLACES))
    return tuple(found)


def _candidates(plans: Sequence[Plan], stated: Mapping[str, Sequence[Amendment]]) -> Iterator[tuple[Plan, Plan]]:
    """The pairs, both ways round, that can be linked: of one number, of one title where a number is blank, or naming the other."""
    numbered: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        if plan.header.number:
            numbered[_number(plan.header.number)].append(plan)
    pairs = {(one.file, other.file): (one, other) for same in numbered.values() for one, other in permutations(same, 2)}
    titled: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        if _title(plan):
            titled[_title(plan)].append(plan)
    for same in titled.values():
        blank = [plan for plan in same if not plan.header.number]
        pairs |= {(one.file, other.file): (one, other) for one in blank for other in same}
        pairs |= {(one.file, other.file): (one, other) for one in same for other in blank}
    for plan in plans:
        for amendment in stated[plan.file]:
            for other in numbered.get(amendment.number, ()):
                pairs |= {(plan.file, other.file): (plan, other), (other.file, plan.file): (other, plan)}
    return (pair for key, pair in sorted(pairs.items(), key=lambda item: item[0]) if key[0] != key[1])


def _meant(one: Amendment, plan: Plan, other: Plan) -> bool:
    """Whether ``plan`` means ``other`` by what it says."""
    header = other.header
    if not header.number or _number(header.number) != one.number or _number(plan.header.number) == one.number:
        return False
    mine, named = unit_key(header.issuer or ""), unit_key(one.issuer or plan.header.issuer or "")
    if not mine or not (mine == named or mine.startswith(f"{named} ") or named.startswith(f"{mine} ")):
        return False
    if one.day and header.date:
        return one.day == header.date
    years = _year(plan), one.day.year if one.day else _year(other)
    return None in years or years[0] in (years[1], (years[1] or 0) + 1)


def _stated(said: Sequence[Amendment], newer: Plan, older: Plan) -> Relation:
    whole = any(one.whole for one in said) or coverage(older, newer) == 1.0
    return Relation.REPLACES if whole else Relation.ADJUSTS


def _same(newer: Plan, older: Plan) -> bool:
    """Whether the two are versions of one plan."""
    if _year(newer) is None or _year(newer) != _year(older):
        return False
    sure = _sure(newer.header, older.header)
    if not sure and not _may_be(newer, older):
        return False
    shared = coverage(older, newer)
    if shared is None:
        return sure and not newer.tasks and not newer.targets and _title(newer) == _title(older)
    return shared >= (_SAME if sure else _NEARLY_ALL)


def _answers(one: Plan, other: Plan, *, later: bool) -> bool:
    """Whether ``one`` of two that may be one plan is to answer: of one day the one whose head was read more fully."""
    days = one.header.date, other.header.date
    if _sure(one.header, other.header) or (days[0] and days[1] and days[0] != days[1]):
        return later
    mine, its = _fullness(one.header), _fullness(other.header)
    return later if mine == its else mine > its


def _fullness(header: Header) -> tuple[bool, bool, int]:
    return bool(header.number), header.date is not None, len(unit_key(header.issuer or ""))


def _sure(one: Header, other: Header) -> bool:
    """Whether both heads print one number and one issuer."""
    numbered = one.number and other.number and _number(one.number) == _number(other.number)
    return bool(numbered and one.issuer and other.issuer and unit_key(one.issuer) == unit_key(other.issuer))


def _may_be(newer: Plan, older: Plan) -> bool:
    """Whether the heads differ only in what a reading may leave out: the number, the end or the beginning of the issuer."""
    one, other = newer.header, older.header
    if one.number and other.number:
        if _number(one.number) != _number(other.number):
            return False
    elif not _title(newer) or _title(newer) != _title(older):
        return False
    if one.place and other.place and fold(one.place) != fold(other.place):
        return False
    short, long = sorted((unit_key(one.issuer or ""), unit_key(other.issuer or "")), key=len)
    return not short or f" {short} " in f" {long} "


def _title(plan: Plan) -> str:
    """The title as it is compared: letters and figures alone."""
    return re.sub(r"\W", "", fold(plan.header.title or ""))


def _year(plan: Plan) -> int | None:
    """The year in which the plan's number was given."""
    return plan.header.date.year if plan.header.date else plan.header.year


def _later(one: Plan, other: Plan, turns: Mapping[str, int]) -> bool:
    """By the day printed where both print one, else by when they came."""
    days = one.header.date, other.header.date
    if days[0] and days[1] and days[0] != days[1]:
        return days[0] > days[1]
    return (turns.get(one.digest, 0), one.file) > (turns.get(other.digest, 0), other.file)


def replaced(found: Sequence[Link]) -> frozenset[str]:
    """The files that another replaces."""
    return frozenset(one.older for one in found if one.relation is Relation.REPLACES)


def newest_first(files: Sequence[str], found: Sequence[Link]) -> Iterator[str]:
    """``files`` in their order, but each plan that adjusts another before that one."""
    adjusting: dict[str, list[str]] = {}
    for one in found:
        if one.relation is Relation.ADJUSTS:
            adjusting.setdefault(one.older, []).append(one.newer)
    given: dict[str, None] = {}

    def give(file: str, waiting: frozenset[str]) -> None:
        for newer in adjusting.get(file, ()):
            if newer not in waiting and newer in files:
                give(newer, waiting | {file})
        given.setdefault(file)

    for file in files:
        give(file, frozenset({file}))
    return iter(given)
