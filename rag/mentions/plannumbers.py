"""Numbers of plans in a question ("KH 27", "quyết định số 27") and the plans that bear them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from ingest.folding import fold
from rag.corpus.library import Library
from rag.language.words import sound
from rag.mentions.levels import Pointed, occurrences

_NUMBER: Final = re.compile(
    r"(?<![\d/.-])\d{1,5}(?:(?:\s?/\s?|\s?-|-\s)[a-z&]+\d{0,4}(?:[/-][a-z&]+\d{0,4})*)?(?![\w/])"
)
_SAID_TO_BE_PLAN: Final = re.compile(r"(?:\bkh|ke hoach)(?: (?:lien tich|phoi hop|hanh dong))?(?:\s+so)?\s*:?\s*$")
_SAID_TO_BE: Final = tuple(
    (re.compile(rf"(?:{said})(?:\s+so)?\s*:?\s*$"), code)
    for said, code in (
        (r"\bqd|quyet dinh", "qd"),
        (r"\bnq|nghi quyet", "nq"),
        (r"\bctr?|chuong trinh", "ctr"),
        (r"chi thi", "ct"),
        (r"\btb|thong bao", "tb"),
        (r"\bcv|cong van", ""),
    )
)
"""Other sorts of documents before a bare number, folded, and how full numbers abbreviate them; letters are not told."""
_NEAR_PLAN: Final = re.compile(
    r"(?:\bkh|ke hoach|\bde an|chuong trinh|phuong an)(?: (?!(?:co|giao|dat|thi|la|nhiem|viec|chi|muc|dong|stt|thu|trong|phai|ty|tu|den|nam|thang|quy)\b)[^\W\d]+){1,4}"
    r"(?: so)?\s*$"
)
"""A few words that describe a plan, or the project that it is of, before its bare number, folded: "kế hoạch du lịch xã 214"."""
_LIST_OF: Final = re.compile(
    r"\b(?:danh muc|phu luc|bang|bieu|van ban)(?: (?:nhiem vu|cong viec|chi tieu|kem theo|kem|cua|theo|so))*\s*$"
)
"""What belongs to a plan before its bare number, folded: "trong danh mục 2161"."""
_DESCRIBED: Final = re.compile(
    r"\b(?:kh|ke hoach|de an|chuong trinh|phuong an|danh muc|phu luc|bang|bieu) (?P<matter>[^,;:?()\d]{2,80}?)(?: so)?\s*$"
)
"""What belongs to a plan, and what this is about, before its bare number, folded: "trong danh mục chuyển đổi số y tế 2161"."""
_COUNTS: Final = re.compile(
    r" (?:ngay|tuan|thang|nguoi|trieu|ty|ho|thon|xa|ha|km|dong|truong|lop|co so|doanh nghiep|hoc sinh|hoi vien)\b(?! (?:\d|nao|may|bao))"
)
"""Behind a number they say what it counts: "kế hoạch 100 ngày"."""
_LONG_NUMBER: Final = 3
"""Figures of a number that is not taken for a row's or an amount so far from "kế hoạch"."""
_PLAN_MARK: Final = re.compile(r"[/-](?:kh|ctr|pa|da)")
_YEARS: Final = range(1990, 2101)
"""A bare figure among these that no plan bears is a year: "kế hoạch 2026"."""
_NOUNS: Final = frozenset(
    tuple(sound(one).split())
    for one in ("kế hoạch", "quyết định", "nghị quyết", "chương trình", "công văn", "chỉ thị", "đề án")
)
"""What a plan's number stands behind."""
_SORTS: Final = frozenset(tuple(sound(one).split()) for one in ("liên tịch", "phối hợp", "hành động"))
"""Sorts of plans between the noun and the number."""
_OF_PLANS: Final = frozenset(sound("về nhiệm vụ việc cụ thể của thực hiện triển khai theo kế hoạch").split())
"""Besides its title they describe any plan."""
_NUMBERED: Final = sound("số")


def numbers(typed: str, library: Library, tokens: Sequence[str]) -> Iterator[Pointed]:
    """Plan numbers: "KH 27", "27/KH-UBND", "kế hoạch 14", "quyết định 27"; a number that no plan bears has no plans."""
    folded = fold(typed)
    for match in _NUMBER.finditer(folded):
        number = re.sub(r"\s", "", match[0])
        plans = frozenset(n for n, profile in enumerate(library.profiles) if number in profile.numbers)
        if not number.isdigit():
            meant = bool(plans) or _PLAN_MARK.search(number) is not None
        elif _COUNTS.match(folded[match.end() :]):
            continue
        else:
            said = _SAID_TO_BE_PLAN.search(folded[: match.start()]) is not None
            before = folded[: match.start()]
            listed = _LIST_OF.search(before) is not None and int(number) not in _YEARS
            behind = len(number) >= _LONG_NUMBER and (listed or _NEAR_PLAN.search(before) is not None)
            if len(number) >= _LONG_NUMBER and not (said or behind) and int(number) not in _YEARS:
                titled = _so_titled(library, plans, typed[: match.start()])
                plans, behind = titled or plans, bool(titled)
            meant = (said and (bool(plans) or int(number) not in _YEARS)) or (behind and bool(plans))
            if plans and not meant:
                plans = _of_sort(library, plans, number, folded[: match.start()])
                meant = bool(plans)
        if meant:
            heard_as = sound(number).split()
            at = next(iter(occurrences(tokens, " ".join(heard_as)) or occurrences(tokens, heard_as[0])), 0)
            yield _noun_before(tokens, at), at + len(heard_as), plans


def _so_titled(library: Library, plans: AbstractSet[int], before: str) -> frozenset[int]:
    """Of the plans those of whose title every word is that stands between "danh mục", "kế hoạch" and the number."""
    before = before.strip()
    folded = fold(before)
    found = _DESCRIBED.search(folded) if plans and len(folded) == len(before) else None
    if found is None:
        return frozenset()
    words = set(sound(before[found.start("matter") : found.end("matter")]).split())
    return frozenset(n for n in plans if words <= {*library.profiles[n].title.split(), *_OF_PLANS})


def _noun_before(tokens: Sequence[str], at: int) -> int:
    """Where the noun before a number begins ("quyết định số | 27"); ``at`` where there is none."""
    end = at - (tokens[at - 1 : at] == [_NUMBERED])
    sort = tuple(tokens[max(0, end - 4) : end])
    if sort[:2] in _NOUNS and sort[2:] in _SORTS:
        return end - len(sort)
    return end - 2 if tuple(tokens[max(0, end - 2) : end]) in _NOUNS else at


def _of_sort(library: Library, plans: AbstractSet[int], number: str, before: str) -> frozenset[int]:
    """Of the plans that bear a bare number those issued as the sort of document named before it ("quyết định 27")."""
    code = next((code for said, code in _SAID_TO_BE if said.search(before)), None)
    if code is None:
        return frozenset()
    own = re.compile(rf"{number}[/-]{code}" + (r"\b" if code else ""))
    return frozenset(n for n in plans if any(own.match(one) for one in library.profiles[n].numbers))


def in_full(typed: str, plans: Iterable[int], library: Library) -> str:
    """The question with the bare figure of one of the plans written as its whole number ("kế hoạch 27": "27/KH-UBND")."""
    forms = (form for number in plans for form in library.profiles[number].numbers)
    whole = max(forms, key=len, default="").upper()
    figure, mark, _ = whole.partition("/")
    return re.sub(rf"(?<![\d/]){re.escape(figure)}(?![\d/])", whole, typed, count=1) if mark else typed
