"""The outline of the prose: headings typed in any of the usual forms, and the clauses under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from ingest.document import Span, Table
from ingest.numerals import roman_value
from ingest.plan import Clause, Section, SectionKind
from ingest.prose import Para, Piece, is_caps

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HEADING_LIMIT = 400


class Level(IntEnum):
    """The sorts of heading from the widest to the narrowest; DECIMAL nests by its components."""

    PART = 0
    CAPITAL = 1
    ROMAN = 2
    ARTICLE = 3
    DECIMAL = 4
    LETTER = 9
    BULLET = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading's mark: its sort, its label in locators, and where its words begin."""

    level: Level
    label: str
    rest: str
    depth: int = 1


_FORMS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (Level.PART, re.compile(r"^(?P<label>(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ\s+|thứ\s+)?[\wÀ-ỹ]+)\s*[.:–-]?\s*(?P<rest>.*)$")),
    (Level.PART, re.compile(r"^(?P<label>(?:MỤC|Mục)\s+(?:[IVXLC]+|\d{1,2}))\s*[.:–-]?\s*(?P<rest>.*)$")),
    (Level.ARTICLE, re.compile(r"^(?P<label>(?:Điều|ĐIỀU)\s+\d{1,3})\s*[.:]\s*(?P<rest>.*)$")),
    (Level.ROMAN, re.compile(r"^(?P<label>[IVXLC]{1,6})\s*[.)/:–-]\s*(?P<rest>[^\s\d].*)$")),
    (Level.CAPITAL, re.compile(r"^(?P<label>[A-ZĐ])\s*[.)/]\s+(?P<rest>\S.*)$")),
    (Level.DECIMAL, re.compile(r"^(?P<label>[IVX]{1,5}\.\d{1,2}(?:\.\d{1,2}){0,3})\s*[.)/:]?\s+(?P<rest>\S.*)$")),
    (Level.DECIMAL, re.compile(r"^\(?(?P<label>\d{1,2}(?:\.\d{1,2}){1,4})\s*[.)/:]?\s+(?P<rest>[^\d\s%].*)$")),
    (Level.DECIMAL, re.compile(r"^\(?(?P<label>\d{1,2})\s*[.)/]\s*(?P<rest>[^\d\s/].*)$")),
    (Level.DECIMAL, re.compile(r"^(?P<label>\d{1,2})(?:[.)]\s+(?=\d)|-\s*(?=[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]))(?P<rest>\S.*)$")),
    (Level.DECIMAL, re.compile(r"^(?:Khoản|KHOẢN|Nhiệm vụ|NHIỆM VỤ)\s+(?P<label>\d{1,2})\s*[.:]\s*(?P<rest>\S.*)$")),
    (Level.LETTER, re.compile(r"^\(?(?P<label>[a-zđ])\s*[.)]\s*(?P<rest>\S.*)$")),
    (Level.BULLET, re.compile(r"^(?P<label>[-+*•–—●○▪►])\s*(?P<rest>\S.*)$")),
)  # fmt: skip


def read_mark(text: str) -> Mark | None:
    """The heading mark that a paragraph begins with, None when it has none."""
    for level, form in _FORMS:
        match = form.match(text)
        if not match:
            continue
        label = match.group("label")
        if level is Level.ROMAN and not roman_value(label):
            continue
        depth = label.count(".") + 1 if level is Level.DECIMAL else 1
        return Mark(level, label, match.group("rest"), depth)
    return None


@dataclass(slots=True)
class _Open:
    """A heading on the stack while its content is being read."""

    mark: Mark
    locator: str
    heading: str
    start: int
    end: int


@dataclass(slots=True)
class Outline:
    """Sections and clauses as they are found; ``prefix`` heads every locator (an annex's name, or nothing)."""

    prefix: str = ""
    sections: list[Section] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)
    _root: str = ""

    def read(self, found: Sequence[Piece]) -> None:
        """Walk the pieces of the body; tables only lengthen the section they stand in."""
        paras = [piece for piece in found if isinstance(piece, Para)]
        closing = _closing(paras)
        letters = _capital_is_letter(paras)
        for piece in found:
            if isinstance(piece, Table):
                self._stretch(piece.span.end)
            elif isinstance(piece, Para):
                if piece in closing:
                    self._close_to_root()
                self._para(piece, letters)
        self._pop(0)
        self.sections.sort(key=lambda section: (section.span.start, -section.span.end))

    def _para(self, para: Para, letters: bool) -> None:
        if para.is_footnote:
            self._footnote(para)
            return
        mark = read_mark(para.text)
        if mark and mark.level is Level.CAPITAL and not letters and roman_value(mark.label):
            mark = replace(mark, level=Level.ROMAN)
        if mark and mark.level is not Level.BULLET:
            self._open(para, mark)
            return
        if mark is None and not self._stack and (para.level or (para.bold and is_caps(para.text))) and not self.prefix:
            self._stretch(para.span.end)
        self._stretch(para.span.end)
        self.clauses.append(Clause(self.here or self.prefix, para.text, para.span, mark.label if mark else ""))

    @property
    def here(self) -> str:
        """The locator of the innermost open heading."""
        return self._stack[-1].locator if self._stack else self._root

    def _stretch(self, end: int) -> None:
        for item in self._stack:
            item.end = max(item.end, end)

    def _pop(self, size: int) -> None:
        while len(self._stack) > size:
            item = self._stack.pop()
            parent = self._stack[-1].locator if self._stack else None
            span = Span(item.start, item.end)
            self.sections.append(
                Section(item.locator, item.heading, SectionKind.HEADING, len(self._stack) + 1, span, parent)
            )

    def _close_to_root(self) -> None:
        """Leave the items of the last list: the closing words belong to the section that holds it."""
        self._pop(min(len(self._stack), 1))

    def _open(self, para: Para, mark: Mark) -> None:
        self._pop(_size_before(self._stack, mark))
        heading, runs_in = _heading(para, mark)
        above = [item for item in self._stack if item.mark.level is not Level.PART]
        locator = self._locator(above, mark)
        self._stack.append(_Open(mark, locator, heading, para.span.start, para.span.end))
        self._stretch(para.span.end)
        if runs_in:
            self.clauses.append(Clause(locator, para.text, para.span, mark.label))

    def _locator(self, above: Sequence[_Open], mark: Mark) -> str:
        """Path of labels; "2.1" under "2" replaces it, a part is named only where nothing narrower is numbered alone."""
        labels: list[str] = [item.mark.label for item in above]
        if mark.level is Level.DECIMAL:
            while labels and re.fullmatch(r"[\d.]+", labels[-1]) and mark.label.startswith(labels[-1] + "."):
                labels.pop()
            if labels and mark.label.startswith(labels[-1] + ".") and roman_value(labels[-1]):
                labels.pop()
        parts = [item.mark.label for item in self._stack if item.mark.level is Level.PART]
        path = [*labels, mark.label]
        head = [self.prefix] if self.prefix else []
        if parts:
            head.append(_part_name(parts[-1]))
        return (
            "/".join([*head, *path])
            if mark.level is not Level.PART
            else "/".join([*head[: 1 if self.prefix else 0], _part_name(mark.label)])
        )

    def _footnote(self, para: Para) -> None:
        number = re.match(r"^[\[]?([¹²³⁴⁵⁶⁷⁸⁹⁰\d]+)", para.text)
        label = number.group(1).translate(_SUPERSCRIPT) if number else "1"
        root = next((item.locator for item in self._stack), self.prefix)
        where = f"{root}/chú thích {label}" if root else f"chú thích {label}"
        self._stretch(para.span.end)
        self.sections.append(Section(where, para.text, SectionKind.FOOTNOTE, 9, para.span, root or None))
        self.clauses.append(Clause(where, para.text, para.span, label))


def _part_name(label: str) -> str:
    words = label.split()
    return " ".join([words[0].capitalize(), *(w if w.isupper() and roman_value(w) else w.lower() for w in words[1:])])


def _size_before(stack: Sequence[_Open], mark: Mark) -> int:
    """How much of the stack stays when this mark opens: all that is wider than it."""
    for number, item in enumerate(stack):
        if item.mark.level > mark.level:
            return number
        if item.mark.level is not mark.level:
            continue
        if mark.level is not Level.DECIMAL:
            return number
        inner = stack[number + 1 :]
        restarted = mark.label == "1" and bool(inner) and inner[-1].mark.level is Level.LETTER
        if restarted:
            return len(stack)
        if item.mark.depth >= mark.depth:
            return number
    return len(stack)


def _heading(para: Para, mark: Mark) -> tuple[str, bool]:
    """The heading's words, and whether the paragraph goes on to say something (so that it is a clause too)."""
    if para.level or (para.bold and len(para.text) < _HEADING_LIMIT):
        return mark.rest, False
    colon = re.match(r"^([^:.;]{2,120}):\s+\S", mark.rest)
    if colon:
        return colon.group(1), True
    ends = mark.rest.rstrip()
    if is_caps(mark.rest) or (len(mark.rest) < 160 and not ends.endswith((".", ";", ","))):
        return ends.rstrip(":"), ends.endswith((".", ";")) and not is_caps(mark.rest)
    return mark.rest, True


def _closing(paras: Sequence[Para]) -> tuple[Para, ...]:
    """The unnumbered paragraphs that end the prose after a numbered list ("… xem xét, chỉ đạo./.")."""
    tail: list[Para] = []
    for para in reversed(paras):
        if para.is_footnote:
            continue
        if read_mark(para.text) or para.level or (para.bold and not tail):
            break
        tail.append(para)
    if not tail or len(tail) == len(paras):
        return ()
    opener = re.compile(
        r"^(?:Trên đây|Trong quá trình|Yêu cầu|Đề nghị|Quá trình|Kế hoạch này|Nhận được|Giao|\(|(?:UBND|Ủy ban nhân dân|Sở|Ban|Đảng ủy)\b.*\byêu cầu)"
    )
    for number, para in enumerate(reversed(tail)):
        if opener.match(para.text):
            return tuple(list(reversed(tail))[number:])
    return (tail[0],) if tail[0].text.endswith("./.") else ()


def _capital_is_letter(paras: Sequence[Para]) -> bool:
    """Whether C., D. and the like are letters (an A. or B. heading is there) rather than Roman numerals."""
    return any((mark := read_mark(para.text)) and mark.level is Level.CAPITAL and mark.label in "AB" for para in paras)
