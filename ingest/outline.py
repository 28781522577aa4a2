"""The outline of the prose: headings typed in any of the usual forms, and the clauses under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.document import Span, Table
from ingest.marks import Level, Mark, read_mark
from ingest.numerals import roman_value
from ingest.plan import Clause, Section, SectionKind
from ingest.prose import Para, Piece, is_caps

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FOOTNOTE_NUMBER = re.compile(r"^\[?([¹²³⁴⁵⁶⁷⁸⁹⁰\d]+)")
_REFERENCE = re.compile(r"\s*(?:\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)$")  # to a footnote
_CLOSING = re.compile(
    r"^(?:Trên đây|Trong quá trình|Yêu cầu|Đề nghị|Quá trình|Kế hoạch này|Nhận được|Giao"
    r"|\((?!(?:[Đđ]ơn vị |[Cc]ơ quan )?(?:[Cc]hủ trì|[Tt]hực hiện|[Pp]hối hợp|[Tt]hời))"
    r"|(?:UBND|Ủy ban nhân dân|Sở|Ban|Đảng ủy)\b.*\byêu cầu)"
)
_RUN_IN = re.compile(r"^([^:.;]{2,120}):\s+\S")  # a heading whose content begins on its own line
_NUMBERED_NAME = re.compile(  # "Mục tiêu 4: Trong trường học" is one heading
    r"(?:Mục tiêu|Chỉ tiêu|Nhiệm vụ|Nhóm nhiệm vụ|Nhóm|Hoạt động|Nội dung|Giải pháp|Dự án|Tiểu dự án|Hợp phần|Đợt|Giai đoạn)"
    r"\s+(?:số\s+)?(?:\d{1,2}|[IVX]{1,4})"
)
_LABELS = re.compile(  # in brackets, who does it by when
    r"\s*\((?i:đơn vị|cơ quan|bộ phận|chủ trì|thực hiện|phối hợp|thời gian|thời hạn)[^():]{0,40}:[^()]*\)[\s.;]*$"
)
_BOLD_HEADING = 400  # characters; a longer bold paragraph is a clause
_PLAIN_HEADING = 160
_SHORT_TITLE = 100
_NUMERAL_LEVELS = (Level.ROMAN, Level.CAPITAL)
_FULL_LINE = 40  # characters that a heading has at least where it does not fit on its line


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
    _last: Para | None = None  # the paragraph before, when it was a heading and nothing else
    _articles: bool = False  # whether articles are the widest headings: the first one stands under none
    _numerals: bool = False  # whether "PHẦN III" is III in a locator: no heading under the parts counts so

    def read(self, found: Sequence[Piece]) -> None:
        """Walk the pieces of the body; tables only lengthen the section they stand in."""
        paras = [piece for piece in found if isinstance(piece, Para)]
        closing = _closing(paras)
        letters = _capital_is_letter(paras)
        self._numerals = not any((mark := read_mark(para.text)) and mark.level in _NUMERAL_LEVELS for para in paras)
        for piece in found:
            if isinstance(piece, Table):
                self._stretch(piece.span.end)
            elif isinstance(piece, Para):
                if piece in closing:
                    self._close_to_root()
                self._para(piece, letters=letters)
        self._pop(0)
        self.sections.sort(key=lambda section: (section.span.start, -section.span.end))

    def _para(self, para: Para, *, letters: bool) -> None:
        if para.is_footnote:
            self._footnote(para)
            return
        mark = read_mark(para.text)
        if mark and mark.level is Level.CAPITAL and not letters and roman_value(mark.label):
            mark = replace(mark, level=Level.ROMAN)
        if mark and mark.level is not Level.BULLET:
            self._open(para, mark)
            return
        if mark is None and self._last is not None and _ends_heading(self._last, self._stack[-1], para):
            self._stack[-1].heading = f"{self._stack[-1].heading} {para.text.rstrip(' :')}".strip()
            self._stretch(para.span.end)
            self._last = None
            return
        self._last = None
        self._stretch(para.span.end)
        self.clauses.append(Clause(self.here, para.text, para.span, mark.label if mark else ""))

    @property
    def here(self) -> str:
        """The locator of the innermost open heading, the prefix before the first."""
        return self._stack[-1].locator if self._stack else self.prefix

    def _stretch(self, end: int) -> None:
        for item in self._stack:
            item.end = max(item.end, end)

    def _pop(self, size: int) -> None:
        while len(self._stack) > size:
            item = self._stack.pop()
            parent = self._stack[-1].locator if self._stack else None
            depth, span = len(self._stack) + 1, Span(item.start, item.end)
            self.sections.append(Section(item.locator, item.heading, SectionKind.HEADING, depth, span, parent))

    def _close_to_root(self) -> None:
        """Leave the items of the last list: the closing words belong to the section that holds it."""
        self._pop(min(len(self._stack), 1))

    def _open(self, para: Para, mark: Mark) -> None:
        article = mark.level is Level.ARTICLE
        self._articles = self._articles or (article and not self.sections and not self._stack)
        self._pop(0 if article and self._articles else _size_before(self._stack, mark))
        heading, runs_in = _heading(para, mark)
        locator = self._locator(mark)
        self._stack.append(_Open(mark, locator, heading, para.span.start, para.span.end))
        self._stretch(para.span.end)
        self._last = None if runs_in else para
        if runs_in:
            self.clauses.append(Clause(locator, para.text, para.span, mark.label))

    def _locator(self, mark: Mark) -> str:
        """The path of the labels above; "2.1" under "2", and "I.1" under "I", stand in its place."""
        label, above = mark.label, self.here
        if mark.level is Level.PART:
            label, above = _part_name(mark.label, numeral=self._numerals), self.prefix
        elif mark.level is Level.STEP:
            label = mark.label.capitalize()
        elif self._stack and _is_within(mark, self._stack[-1].mark):
            above = above.rpartition("/")[0]
        return f"{above}/{label}" if above else label

    def _footnote(self, para: Para) -> None:
        number = _FOOTNOTE_NUMBER.match(para.text)
        label = number.group(1).translate(_SUPERSCRIPT) if number else "1"
        root = next((item.locator for item in self._stack), self.prefix)
        where = f"{root}/chú thích {label}" if root else f"chú thích {label}"
        self._stretch(para.span.end)
        self.sections.append(Section(where, para.text, SectionKind.FOOTNOTE, 9, para.span, root or None))
        self.clauses.append(Clause(where, para.text, para.span, label))


def _is_within(mark: Mark, above: Mark) -> bool:
    """Whether a decimal mark repeats the label above it: 2.1 under 2, I.1 under I."""
    numbered = above.level is Level.DECIMAL or bool(roman_value(above.label))
    return mark.level is Level.DECIMAL and numbered and mark.label.startswith(above.label + ".")


def _part_name(label: str, *, numeral: bool) -> str:
    """What a part is called in locators; ``numeral`` says that its numeral alone is enough to know it by."""
    words = label.split()
    if (numeral or len(words) == 1) and (words[-1].isdigit() or roman_value(words[-1])):
        return words[-1]
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
    if para.level or (para.bold and len(para.text) < _BOLD_HEADING):
        return mark.rest.rstrip(" :"), False
    run_in = _RUN_IN.match(mark.rest)
    if (
        run_in
        and run_in.group(1).count("(") <= run_in.group(1).count(")")
        and not (_NUMBERED_NAME.fullmatch(run_in.group(1)) and _names(mark.rest))
    ):
        return run_in.group(1), True
    labels = _LABELS.search(mark.rest)
    if labels:
        return mark.rest[: labels.start()].rstrip(" .;"), True
    words = mark.rest.rstrip()
    if is_caps(words) or _names(words):
        return words.rstrip(":"), False
    return mark.rest, True


def _ends_heading(first: Para, heading: _Open, para: Para) -> bool:
    """Whether a paragraph is the rest of a heading: its words under "PHẦN THỨ NHẤT", or what did not fit on its line."""
    if not _names(para.text):
        return False
    if not heading.heading:
        return bool(para.bold or para.level or is_caps(para.text)) or len(para.text) < _SHORT_TITLE
    full = len(first.text) > _FULL_LINE and not first.text.endswith((":", ".", ";"))
    alike = (first.bold and para.bold) or (is_caps(first.text) and is_caps(para.text) and not para.gap)
    return full and alike and is_caps(heading.heading) == is_caps(para.text)


def _names(words: str) -> bool:
    """Whether words are short enough for a heading and end as none but a heading does."""
    words = _REFERENCE.sub("", words)
    return len(words) < _PLAIN_HEADING and not words.endswith((".", ";", ","))


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
    tail.reverse()
    opening = next((number for number, para in enumerate(tail) if _CLOSING.match(para.text)), None)
    if opening is not None:
        return tuple(tail[opening:])
    above = paras[paras.index(tail[0]) - 1]
    alone = len(tail) == 1 and _is_heading(above)  # then it is all that the last heading holds
    return (tail[-1],) if tail[-1].text.endswith("./.") and not alone else ()


def _is_heading(para: Para) -> bool:
    """Whether a paragraph is a heading that says nothing itself."""
    mark = read_mark(para.text)
    return mark is not None and mark.level is not Level.BULLET and not _heading(para, mark)[1]


def _capital_is_letter(paras: Sequence[Para]) -> bool:
    """Whether C., D. and the like are letters (an A. or B. heading is there) rather than Roman numerals."""
    return any((mark := read_mark(para.text)) and mark.level is Level.CAPITAL and mark.label in "AB" for para in paras)
