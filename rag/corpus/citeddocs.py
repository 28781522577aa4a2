"""The documents that plans cite, each with what is printed of it there: its sort, number, day, issuer and matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.folding import fold
from ingest.header import DOCUMENT_NUMBER
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import either, sound

SORTS: Final = (
    *("nghị quyết liên tịch", "nghị quyết", "quyết định", "nghị định", "chương trình hành động", "chương trình"),
    *("kế hoạch liên tịch", "kế hoạch", "thông tư liên tịch", "thông tư", "chỉ thị", "tờ trình", "công văn"),
    *("kết luận", "hướng dẫn", "thông báo", "công điện", "quy định", "đề án", "báo cáo"),
)
"""Nouns that stand right before a document's number."""
LAWS: Final = ("bộ luật", "luật", "pháp lệnh")
"""The same of those whose name stands between."""
SORT_SAID: Final = f"(?:{either(*SORTS, *LAWS, 'văn bản')})"
"""Any of these in sound form, as questions say them."""
_SORTED: Final = re.compile(rf"(?i)(?<!\w)(?P<sort>{'|'.join(SORTS)})\s+(?:số\s*:?\s*)?$")
_LAW: Final = re.compile(rf"(?i)(?<!\w)(?P<sort>{'|'.join(LAWS)})\s[^;.]{{2,90}}?\s+(?:số\s*:?\s*)$")
_SORT_REACH, _LAW_REACH = 40, 110
_DAY: Final = re.compile(
    r"\s*,?\s*(?:ban hành\s+|ký\s+)?ngày\s*(?P<day>\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})"
)
_STARTS: Final = "|".join(
    (
        *("về", "v/v", "quy định", "ban hành", "phê duyệt", "hướng dẫn", "sửa đổi", "thực hiện", "triển khai", "tại"),
        *("công bố", "kèm", "yêu cầu", "tăng cường", "đẩy mạnh", "phát động", "thông qua", "sơ kết", "tổng kết"),
        *("nêu", "đề nghị", "xây dựng", "tổ chức", "phối hợp", "nhằm", "trong", "thành lập", "bổ sung", "phân công"),
        *("đến", "năm", "cụ thể hóa", "chỉ đạo", "kiện toàn", "tiếp tục"),
    )
)
"""Words behind an issuer's name that are no part of it."""
_ORGAN: Final = re.compile(
    rf"\s*,?\s*(?:của|do)\s+(?P<organ>\S[^;.(]*?)(?=,?\s+(?i:{_STARTS})(?!\w)|,?\s+(?:và\s+)?(?:các\s+)?(?i:{'|'.join(SORTS)})\s"
    r"|\s*[;.(]|,\s+(?!(?:Thương binh|Thể thao|Công nghệ|Du lịch|Môi trường|Văn hóa|Lao động)\b)|\s*$)"
)
_ORGAN_BEFORE: Final = re.compile(r"\bcủa\s+(?P<organ>[^;.,]+?)\s+tại\s+$")
_CHANGE: Final = r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|đính chính|điều chỉnh)"
_CHANGES: Final = re.compile(
    rf"(?i)(?<!được )(?<!bị )(?<!đã )\b{_CHANGE}\b(?!.*\b(?:thực hiện|triển khai|thi hành)\b)", re.DOTALL
)
_CHANGED_BY: Final = re.compile(
    rf"(?i)\b(?:được|bị|đã)\s+(?:được\s+)?{_CHANGE}\b(?:[^;]*\b(?:bởi|bằng|tại|theo|do)\b)?"
)
_ALSO: Final = re.compile(
    rf"(?:\s*,?\s*ngày\s[\d/]+(?:\s*tháng\s*\d+\s*năm\s*\d+)?)?\s*(?:,|và|;)\s*(?:các\s+)?(?i:{'|'.join(SORTS)})\s+(?:số\s*)?"
)
"""Between the numbers of several documents that are named one after the other."""
_END: Final = re.compile(r";|\.(?:\s|$)")
_YEARS: Final = re.compile(
    r"(?<![\d/.-])((?:19|20)\d\d)(?:\s?(?:[-–]|đến|den)\s?(?:năm\s|nam\s)?((?:19|20)\d\d))?(?![\d/])"
)


@dataclass(frozen=True, slots=True)
class CitedDoc:
    """One document where a plan prints its number; ``day`` and ``organ`` as printed there, "" where they are not.

    ``sort`` is a sound form; ``words``, ``years`` and ``named`` are the words, years and other documents' numbers
    (bare) of what is printed of it up to the next semicolon; ``amends`` are those of these that it changes or takes
    the place of, ``amended`` those by which it is changed; ``at`` is the offset of its number in the entry's text.
    """

    entry: Entry
    sort: str
    number: str
    at: int
    day: str
    organ: str
    words: frozenset[str]
    years: frozenset[str]
    named: frozenset[str]
    amends: frozenset[str]
    amended: frozenset[str]

    @property
    def bare(self) -> str:
        """The number folded without spaces, as numbers are compared."""
        return bare(self.number)


def bare(number: str) -> str:
    """A document number folded without spaces: "48 - NQ/TU" is "48-nq/tu"."""
    return re.sub(r"\s", "", fold(number))


def bears(number: str, figure: str, year: str | None) -> bool:
    """Whether a bare number begins with this figure and, where a year is said, goes on with it: "7/2021/TT-BYT"."""
    own, *rest = re.split(r"[/-]", number)
    return own.lstrip("0") == figure.lstrip("0") and (not year or rest[:1] == [year])


@once
def cited_docs(library: Library) -> Sequence[CitedDoc]:
    """Every document that the plans cite by sort and number, where they do, in their order."""
    return tuple(one for entry in library.entries for one in _cited(library, entry))


def _cited(library: Library, entry: Entry) -> Iterator[CitedDoc]:
    text = entry.text
    for match in DOCUMENT_NUMBER.finditer(text):
        near = text[max(0, match.start() - _SORT_REACH) : match.start()]
        far = text[max(0, match.start() - _LAW_REACH) : match.start()]
        noun = _SORTED.search(near) or _LAW.search(far)
        if noun is None:
            continue
        start = match.start() - (len(near) if noun.re is _SORTED else len(far)) + noun.start()
        end = _END.search(text, match.end())
        own = text[start : end.start() if end else len(text)]
        day = _DAY.match(text, match.end())
        organ = _ORGAN.match(text, day.end() if day else match.end())
        issuer = _issuer(text[:start], organ)
        yield CitedDoc(
            entry,
            sound(noun["sort"]),
            match[0],
            match.start(),
            day["day"] if day else "",
            issuer,
            frozenset(library.hear(f"{own} {issuer}").split()),
            years_said(own.replace(day[0], " ", 1) if day else own),
            frozenset(bare(one[0]) for one in DOCUMENT_NUMBER.finditer(own) if one[0] != match[0]),
            *_changes(own[match.end() - start :]),
        )


def _changes(behind: str) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers of documents that one changes and of those that change it, out of what is printed behind its own."""
    numbers = [(match.start(), match.end(), bare(match[0])) for match in DOCUMENT_NUMBER.finditer(behind)]
    if not numbers:
        return frozenset(), frozenset()
    between = behind[: numbers[0][0]]
    found = [numbers[0][2]]
    for (_, end, _), (start, _, number) in pairwise(numbers):
        if not _ALSO.fullmatch(behind[end:start]):
            break
        found.append(number)
    if _CHANGED_BY.search(between):
        return frozenset(), frozenset(found)
    return frozenset(found if _CHANGES.search(between) else ()), frozenset()


def _issuer(before: str, behind: re.Match[str] | None) -> str:
    """Whose document it is, said behind its day, or before it: "theo đề nghị của Sở A tại Tờ trình số …"."""
    told = behind or _ORGAN_BEFORE.search(before)
    return told["organ"].strip(" ,") if told else ""


def years_said(text: str) -> frozenset[str]:
    """The years and stretches of years that a text says ("2026", "2021-2025"), numbers of documents apart."""
    plain = DOCUMENT_NUMBER.sub(" ", text)
    return frozenset("-".join(filter(None, one.groups())) for one in _YEARS.finditer(plain))


def same_documents(found: Sequence[CitedDoc]) -> list[list[CitedDoc]]:
    """Citations grouped by document: of one number and, as far as both are printed, one day."""
    groups: list[list[CitedDoc]] = []
    for one in found:
        same = (each for each in groups if each[0].bare == one.bare and _one_day(each, one))
        group = next(same, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _one_day(group: Sequence[CitedDoc], one: CitedDoc) -> bool:
    days = {_day(each.day) for each in (*group, one) if each.day}
    return len(days) < len(("one", "another"))


def _day(printed: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", printed)))
