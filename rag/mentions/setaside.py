"""Rows that a list leaves out in a clause of its own: "(bỏ qua dòng tiêu đề số 26)", "việc chỉ phối hợp thì loại ra".

Such a clause is about the rows themselves: their numbers, headings, kind, the unit's part in them, or that they go on
all the time. It is taken out before the question is read, so that nothing of it is mistaken for what is asked for. What is
left out by any other condition is asked by itself (`rag.listing.leftout`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ingest.folding import fold
from ingest.plan import Clause
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.phrases import written
from rag.language.spelt import folded_pattern, shown, spelt
from rag.language.words import find_phrase, sound
from rag.mentions.actors import Actor
from rag.mentions.conditions import time_cells


@dataclass(frozen=True, slots=True)
class SetAside:
    """Rows that are left out: by ``numbers`` (parts along unless a heading is named), ``headings`` (rows that only stand over
    others), ``unnumbered`` ones, a ``kind`` ("task", "target"), those in which the unit has ``role`` alone, and those that
    go on or recur as one of ``rhythms`` says (sound forms). ``words`` are those of the question.
    """

    words: tuple[str, ...] = ()
    numbers: frozenset[str] = field(default_factory=frozenset)
    alone: frozenset[str] = field(default_factory=frozenset)
    headings: bool = False
    unnumbered: bool = False
    kind: str = ""
    role: str = ""
    rhythms: tuple[str, ...] = ()

    @property
    def narrows(self) -> bool:
        """Whether single rows are chosen, so that parts of rows count as rows."""
        return self.headings or bool(self.rhythms)

    def kind_left(self, kind: str) -> str:
        """The kind of rows asked for: a kind left out leaves the other one."""
        return {"target": "task", "task": "target"}.get(self.kind, kind)

    def actors_left(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The units asked about: the part left out leaves them the other one."""
        if self.role == "support":
            return tuple(replace(one, role="lead") if one.role == "any" else one for one in actors)
        if self.role == "lead":
            helping = ("any", "support")
            return tuple(replace(one, role="support", only=True) if one.role in helping else one for one in actors)
        return actors

    def leaves_out(self, row: Entry, parents: Collection[tuple[int, str | None]]) -> bool:
        """Whether the row is left out; ``parents`` are the plans and places of rows with parts."""
        if isinstance(row.row, Clause):
            return False
        number = row.locator.rpartition("/")[2]
        over = (row.parent or "").rpartition("/")[2]
        return (
            number in self.numbers
            or over in self.numbers - self.alone
            or (self.headings and (row.plan, row.locator) in parents)
            or (self.unnumbered and not has_number(row))
            or find_phrase(time_cells(row), self.rhythms) is not None
        )


def not_set_aside(rows: list[Entry], aside: SetAside | None, library: Library) -> list[Entry]:
    """The rows that the question does not leave out."""
    return [one for one in rows if not aside.leaves_out(one, _parents(library))] if aside else rows


@once
def _parents(library: Library) -> frozenset[tuple[int, str | None]]:
    """The plan and place of every row that has parts."""
    return frozenset((one.plan, one.parent) for one in library.entries if one.parent)


def has_number(row: Entry) -> bool:
    """Whether the row bears a number of its own, not a dash and not none."""
    return not isinstance(row.row, Clause) and row.row.ordinal.strip(" .-–+*") != ""


def _alternatives(phrases: Sequence[str]) -> str:
    return "|".join(sorted(phrases, key=len, reverse=True))


_NOUN: Final = r"(?:(?:các|những|mấy|mọi|cả|luôn|phần) )*(?:dòng|hàng|mục|nhiệm vụ|việc|công việc|đầu việc|chỉ tiêu|cái|phần|chỗ|nơi|khoản|trường hợp)"
_NUMBER: Final = r"\d{1,3}(?:\.\d{1,3})*(?:-\d{1,2})?"
_NUMBERS: Final = rf"{_NUMBER}(?:(?:, ?| và | với )(?:(?:dòng|mục|số) )*{_NUMBER})*"
_HEADING: Final = "cha|mẹ|tiêu đề|tổng|gộp|đầu mục|tên nhóm|mục lớn"
_OWN: Final = "(?:sở|đơn vị|cơ quan|phòng|bên|ban|công an|chi cục|hội|họ|nó|xã|phường)(?: này| đó| ấy)?"
_GOING_ON: Final = "thường xuyên|liên tục|cả năm|quanh năm|(?:hằng|hàng) (?:năm|quý|tháng|tuần)|định kỳ"
_RHYTHM: Final = rf"[\"“”']?(?:{_GOING_ON})[\"“”']?"
_RHYTHMS: Final = rf"(?P<rhythm>{_RHYTHM}(?:(?:,| và| hoặc| hay|/| với)* ?{_RHYTHM})*)"
_ROWS: Final = "|".join(
    (
        rf"(?:{_NOUN} (?:(?P<over>{_HEADING}) )?|(?P<over2>{_HEADING}) )(?:(?:có |mang )?(?:số thứ tự|số|stt|thứ) )?(?P<numbers>{_NUMBERS})(?!\d|[/%]|[.-]\d)",
        rf"{_NOUN} (?P<headings>(?:{_HEADING})(?: (?:của )?(?:nhóm|mục|bảng))?)",
        rf"{_NOUN} (?P<unnumbered>(?:không|chưa) (?:có |được )?(?:đánh )?số(?: thứ tự)?)",
        r"(?:(?:các|những|mấy|phần|bảng) )*(?P<kind>chỉ tiêu|nhiệm vụ)",
        rf"(?:{_NOUN} )?(?:(?:mà|do) )?(?:{_OWN} )?(?:(?:chỉ|mới|được) )*(?:(?:là|làm|đóng vai|vai|ở vai|giữ vai|đơn vị|cơ quan|có tên|tham gia|việc) )*(?P<role>phối hợp|chủ trì)",
        rf"(?:{_NOUN} )?(?:(?:làm|ghi|có tính|kiểu|loại|mang tính|hạn|diễn ra) )*{_RHYTHMS}",
    )
)
_BEFORE: Final = rf"(?:(?:nhớ|xin|nhưng|mà|chứ|và|em|anh|chị|tôi|mình) )*(?:{_alternatives(written('condition.without'))})(?: ra| đi| luôn)?"
_MARKS: Final = tuple(one for one in written("condition.without") if " " in one)
_AFTER: Final = (
    rf"(?:(?:thì |là |xin )+(?:{_alternatives((*written('condition.without'), *written('condition.without_last')))})"
    rf"|(?:{_alternatives(_MARKS)}))"
)
_ENDS: Final = r"(?: (?:ra|đi|luôn|nhé|nha|nghen|giúp|giùm|với|ạ|vào))*(?=\s*(?:[.?!;,:)]|$)|\s+(?:thì|còn)\b)"
_FORMS: Final = tuple(
    spelt(one)
    for one in (
        rf"(?<![^\s(,.;:–-]){_BEFORE} (?:{_ROWS}){_ENDS}",
        rf"(?:(?<=hạn )|(?<=thành )|(?<=gian )|(?<=độ )|(?<=ghi ))(?:là )?khác (?:với |hẳn |là )*{_RHYTHMS}(?!\w)",
        rf"(?<!\w)(?:(?:mà|nhưng|chứ) )?(?:không|chẳng) (?:có|ghi|để|in|nêu)(?: thời hạn| hạn| thời gian| là)* {_RHYTHMS}(?!\w)",
        rf"(?:(?<=[.?!;,(:–-] )|(?<=[(])|^)(?:{_ROWS}) {_AFTER}{_ENDS}",
    )
)
_GOES_ON: Final = re.compile(folded_pattern(_GOING_ON))
_KINDS: Final = {"chi tieu": "target", "nhiem vu": "task"}
_ROLES: Final = {"phoi hop": "support", "chu tri": "lead"}
_MOST: Final = 4
"""Clauses that one question leaves things out with."""


def set_aside(typed: str) -> tuple[str, SetAside | None]:
    """The question without its clauses that leave rows out, and what they leave out; None where there are none."""
    found: list[re.Match[str]] = []
    for form in _FORMS:
        for _ in range(_MOST):
            read = shown(typed)
            match = form.of(typed).search(read) if len(read) == len(typed) else None
            if match is None:
                break
            found.append(match)
            typed = _tidied(typed[: match.start()], typed[match.end() :])
    return typed, _read(found) if found else None


def _tidied(before: str, after: str) -> str:
    """What stood around a clause, without the comma, brackets or mark that parted it."""
    before = before.rstrip(" ,;(–-")
    after = re.sub(r"^[\s,;)]*(?:(?:thì|thi)\s)?", "", after)
    after = re.sub(r"^[.?!]+", "", after) if before[-1:] in ".?!" else after
    return re.sub(r" (?=[?.!,;])", "", f"{before} {after}").strip()


def _read(found: Sequence[re.Match[str]]) -> SetAside:
    said: dict[str, str] = {}
    numbers: list[str] = []
    alone: list[str] = []
    for match in found:
        parts = {name: fold(text) for name, text in match.groupdict().items() if text}
        said |= parts
        named = re.findall(_NUMBER, parts.get("numbers", ""))
        numbers += named
        alone += named if "over" in parts or "over2" in parts else []
    return SetAside(
        words=tuple(match[0].strip() for match in found),
        numbers=frozenset(numbers),
        alone=frozenset(alone),
        headings="headings" in said,
        unnumbered="unnumbered" in said,
        kind=_KINDS.get(said.get("kind", ""), ""),
        role=_ROLES.get(said.get("role", ""), ""),
        rhythms=tuple(map(sound, _GOES_ON.findall(said.get("rhythm", "")))),
    )
