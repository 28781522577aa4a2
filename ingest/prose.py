"""Logical paragraphs: printed lines put back together where a page or a line width broke them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.document import Block, Document, PageBreak, Paragraph, Span, Table
from ingest.markup import collapse

_ENDS = re.compile(r"[.:;!?…]['\"”’)\]]*$|\./\.$")
_MARKED = re.compile(
    r"^(?:[-+*•–—●○▪►✓✔→⇒➢➤❖☐♦◦·]\s|\(?[a-zđ]\)|[a-zđ][./]\s|\d{1,3}(?:\.\d{1,3})*(?:[.)](?!\d{3}(?!\d))|/(?!\d))|\d{1,2}-\s|[IVXLC]+-\s|[IVXLC]+[.)/]\s|[A-Z][.)]\s"
    r"|\(\d+\)|(?:PHẦN|Phần|CHƯƠNG|Chương|Mục|MỤC)\s|(?:Điều|ĐIỀU)\s+\d|(?i:bước|giai đoạn|tuần|đợt)\s+\d{1,2}\s*[.:]\s)"
)
_NUMBER = re.compile(r"\d{1,4}/(?:\d{4}/)?[A-ZĐ][A-Za-zĐđƯưỦ]*[-–]")  # of a document, no mark: 27/KH-UBND
_FIGURE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,3}(?:,\d+)?\s?%|\d{1,5}/(?:\d{4}/)?[A-ZĐ]")
"""Begins no line of its own behind a word that leads to it: a day, a figure, the number of a document."""
_BARE_MARK = re.compile(r"[-+•–]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]{1,5}|[A-ZĐa-zđ])[.)]")
_TITLES = re.compile(r"KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|PHỤ LỤC(?: [IVXLC\d]+)?")  # lines that stand alone
_DANGLES = re.compile(  # words that end no line of their own
    r"(?:,|\s(?:của|và|các|với|về|số|tại|theo|trong|trên|cho|để|từ|đến|ngày|tháng|năm|là|do|được|những|thuộc|bởi)"
    r"|\s(?:với|cùng|của|do|thuộc)\s(?:Bộ|Sở|Ban|Phòng|Cục|Vụ|Viện|Hội|Trung tâm|Văn phòng|Ủy ban|Công an))$"
)
_GOES_ON = re.compile(r"\((?!(?:ban hành )?kèm)[a-zđ\d]")  # an explanation or a figure in brackets
_LONE_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_BREAKS = 12
_WIDE = 70  # characters
_FOOTNOTE = re.compile(r"^[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S|^\[\d{1,2}\]\s+\S")


@dataclass(frozen=True, slots=True)
class Para:
    """A logical paragraph; ``text`` is the collapsed slice of the plan's text under ``span``."""

    text: str
    span: Span
    level: int = 0
    bold: bool = False
    gap: bool = False
    page: int | None = None

    @property
    def is_footnote(self) -> bool:
        """Whether the paragraph is a footnote printed at the foot of a page."""
        return bool(_FOOTNOTE.match(self.text))


Piece = Para | Table | PageBreak


def is_caps(text: str) -> bool:
    """Tell whether the letters of ``text`` are (nearly) all capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def has_marker(text: str) -> bool:
    """Tell whether a line starts with a bullet, a number or a heading word of its own."""
    return bool(_MARKED.match(text)) and not _NUMBER.match(text)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a file breaks its lines: at ``width`` characters (0: never inside a paragraph), and whether ``spaced``.

    In a spaced file a blank line parts every paragraph from the next, so that the lines between two are one paragraph.
    In a ``whole`` one each line is a paragraph.
    """

    width: int = 0
    spaced: bool = False
    whole: bool = False


def _layout(document: Document) -> _Layout:
    lines = [block for block in document.blocks if isinstance(block, Paragraph)]
    if document.whole:
        return _Layout(whole=True)
    return _Layout(_wrap_width(lines, document.text), _is_spaced(lines, document.text))


def _wrap_width(lines: Sequence[Paragraph], text: str) -> int:
    """The width at which the file's lines are hard-wrapped, 0 when each line is a whole paragraph.

    Where many lines go on in small letters they are wrapped, though a few be longer than the rest.
    """
    lengths = sorted(line.span.end - line.span.start for line in lines)
    if len(lengths) < 20:
        return 0
    small = sum(text[line.span.start].islower() and not has_marker(line.span.slice(text)) for line in lines)
    for share in (0.97, 0.9, 0.8) if small >= 0.3 * len(lines) else (0.97,):
        widest = lengths[int(len(lengths) * share)]
        near = sum(1 for length in lengths if 0.75 * widest <= length <= widest)
        if 50 <= widest <= 125 and near >= 0.3 * len(lengths):
            return widest
    return 0


def _is_spaced(lines: Sequence[Paragraph], text: str) -> bool:
    """Whether lines that no blank line parts are, nearly all of them, one sentence broken at some width."""
    pairs = [(above, line) for above, line in pairwise(lines) if not line.gap]
    if len(pairs) < _FEWEST_BREAKS or 10 * sum(line.gap for line in lines) < len(lines):
        return False
    broken = sum(_is_broken(above.span.slice(text), line.span.slice(text)) for above, line in pairs)
    small = sum(text[line.span.start].islower() for _, line in pairs)
    return broken >= 0.85 * len(pairs) and small >= 0.5 * len(pairs)


def _is_broken(above: str, line: str) -> bool:
    """Whether one sentence seems to run from a line into the next."""
    return not _ENDS.search(above) and len(above) < 2 * _WIDE and (not has_marker(line) or line[:1].isdigit())


def _joins(previous: Para, line: Paragraph, text: str, layout: _Layout) -> bool:
    """Tell whether a line carries on; ``previous.text`` is the last printed line of the paragraph so far."""
    if previous.level or line.level or previous.is_footnote or _FOOTNOTE.match(text):
        return False
    if _BARE_MARK.fullmatch(previous.text) and not line.gap and not has_marker(text) and not text.isdecimal():
        return True
    if layout.spaced and not line.gap:
        return not (has_marker(text) and _ENDS.search(previous.text)) and not _TITLES.fullmatch(previous.text)
    if has_marker(text):
        return False
    return _carries_on(previous, line, text, layout)


def _carries_on(previous: Para, line: Paragraph, text: str, layout: _Layout) -> bool:
    """The same of a line without a marker in a file that no blank lines part."""
    if layout.width and not line.gap and _runs_on(previous.text, text, layout.width):
        return True
    if _ENDS.search(previous.text) or (previous.bold != line.bold and not text[:1].islower()):
        return False
    if text[:1].islower():
        return not (is_caps(previous.text) and len(previous.text) < 40)
    if line.gap or is_caps(previous.text):
        return False
    if not layout.width:
        return bool(_FIGURE.match(text) and _DANGLES.search(previous.text))
    if _LONE_WORD.fullmatch(previous.text) and not previous.bold and len(text) >= 0.6 * layout.width:
        return True  # an export broke the line after its first word
    return len(previous.text) >= 0.72 * layout.width or bool(_DANGLES.search(previous.text))


def _runs_on(above: str, text: str, width: int) -> bool:
    """Whether a wrapped line goes on in small letters after a semicolon, or in brackets that explain what stands above."""
    if above.endswith(";"):
        return text[:1].islower() and len(above) >= 0.72 * width
    return bool(_GOES_ON.match(text)) and not _ENDS.search(above) and not is_caps(above)


def pieces(document: Document) -> list[Piece]:
    """The blocks of a document with broken paragraphs joined, in document order."""
    return list(_pieces(document.blocks, document.text, _layout(document)))


def _pieces(blocks: Sequence[Block], text: str, layout: _Layout) -> Iterator[Piece]:
    held: Para | None = None
    tail = 0
    waiting: list[PageBreak] = []
    for block in blocks:
        if isinstance(block, PageBreak):
            waiting.append(block)
            continue
        if isinstance(block, Paragraph):
            line = collapse(block.span.slice(text))
            measured = replace(held, text=held.text[-tail:]) if held else None
            if held and measured and not layout.whole and _joins(measured, block, line, layout):
                span = Span(held.span.start, block.span.end)
                held, tail, waiting = replace(held, text=collapse(span.slice(text)), span=span), len(line), []
                continue
        if held:
            yield held
            held = None
        yield from waiting
        waiting = []
        if isinstance(block, Table):
            yield block
        else:
            held = Para(collapse(block.span.slice(text)), block.span, block.level, block.bold, block.gap, block.page)
            tail = len(held.text)
    if held:
        yield held
    yield from waiting
