"""What one Word paragraph prints: its lines, and what hangs on it (text boxes, notes, page breaks).

Insertions are kept and deletions dropped, as if every change had been accepted; hidden words, comments and the
instructions of fields do not print. A table of contents is left out: it only repeats headings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.readers.word.numbering import figure
from ingest.readers.word.ooxml import MC, WRAPPERS, M, W, child, chosen, value
from ingest.readers.word.styles import Style, Styles
from ingest.readers.word.symbols import plain, sign

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc\x00-\x08\x0e-\x1f\x7f]")
_CONTENTS = re.compile(r"\s*TOC\b")
_COUNTING = re.compile(
    r"\s*AUTONUM\b(?:\s+\\\*\s*(?P<sort>\w+))?(?P<bare>\s+\\e)?(?:\s+\\s\s+(?P<sign>\S))?", re.IGNORECASE
)
_COUNTED_AS = {"ROMAN": "upperRoman", "roman": "lowerRoman", "ALPHABETIC": "upperLetter", "alphabetic": "lowerLetter"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BOXES = f"{W}txbxContent"
_FORMULAS = frozenset({f"{M}oMath", f"{M}oMathPara"})
_GRAPHIC = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed, white space as it stands; bold where every letter and figure is."""

    words: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote where it is referred to: its part, its id there, its mark as printed."""

    kind: str
    key: str
    mark: str


@dataclass(slots=True)
class Printed:
    """One paragraph: its lines, the text boxes and notes that hang on it, whether a page starts in it."""

    lines: list[Line] = field(default_factory=lambda: [Line("")])
    boxes: list[Element] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    new_page: bool = False
    contents: bool = False  # part of a table of contents
    _thin: bool = False  # the open line has a letter that is not bold

    def add(self, words: str, *, bold: bool) -> None:
        """Carry the open line on."""
        self._thin = self._thin or (not bold and any(map(str.isalnum, words)))
        line = self.lines[-1].words + words
        self.lines[-1] = Line(line, bold=not self._thin and any(map(str.isalnum, line)))

    def end_line(self) -> None:
        """Begin a new line."""
        self.lines.append(Line(""))
        self._thin = False


@dataclass(slots=True)
class _Field:
    """A field that is open: what it says and whether what follows is its result."""

    code: str = ""
    result: bool = False


@dataclass(slots=True)
class RunReader:
    """Reads the paragraphs of one file in document order: fields run over several, notes count through."""

    styles: Styles
    note_sort: str = "decimal"
    fields: list[_Field] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)  # the notes of each kind, and numbers that fields give

    def read(self, paragraph: Element, style: Style, into: Printed | None = None) -> Printed:
        """What a paragraph prints; carried on from ``into``, the words of one whose end was deleted."""
        printed = Printed() if into is None else into
        self._walk(paragraph, style, printed)
        printed.contents = printed.contents or any(_CONTENTS.match(one.code) for one in self.fields)
        return printed

    def _walk(self, parent: Iterable[Element], style: Style, printed: Printed) -> None:
        for one in parent:
            if one.tag == f"{W}r":
                self._run(one, self.styles.of_run(one, style), printed)
            elif one.tag == f"{W}fldSimple" and _COUNTING.match(one.get(f"{W}instr") or ""):
                self._say(self._counts(one.get(f"{W}instr") or ""), style, printed)
            elif one.tag in WRAPPERS:
                self._walk(one, style, printed)
            elif one.tag == f"{MC}AlternateContent":
                self._walk(chosen(one), style, printed)
            elif one.tag in _FORMULAS:
                self._say("".join(text.text or "" for text in one.iter(f"{M}t")), style, printed)

    def _run(self, run: Iterable[Element], style: Style, printed: Printed) -> None:
        for one in run:
            if one.tag == f"{W}fldChar":
                self._say(self._field(one.get(f"{W}fldCharType")), style, printed)
            elif one.tag == f"{W}instrText":
                if self.fields:
                    self.fields[-1].code += one.text or ""
            elif style.hidden:
                continue
            elif one.tag in _PRINTS:
                self._say(_PRINTS[one.tag](one, style), style, printed)
            elif one.tag in {f"{W}br", f"{W}cr"}:
                self._break(one.get(f"{W}type"), printed)
            elif one.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                self._note(one, style, printed)
            elif one.tag in _GRAPHIC:
                printed.boxes.extend(_boxes(one))
            elif one.tag == f"{MC}AlternateContent":
                self._run(chosen(one), style, printed)
            elif one.tag in WRAPPERS:
                self._walk(one, style, printed)

    def _field(self, kind: str | None) -> str:
        """Open a field or close it; what it prints of itself, where the file keeps no result of it."""
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].result = True
        elif self.fields and kind == "end":
            closed = self.fields.pop()
            return "" if closed.result else self._counts(closed.code)
        return ""

    def _counts(self, code: str) -> str:
        """The number of a paragraph by the field that counts such paragraphs; "" for any other field."""
        found = _COUNTING.match(code)
        if found is None:
            return ""
        self.counted["AUTONUM"] = self.counted.get("AUTONUM", 0) + 1
        number = figure(self.counted["AUTONUM"], _COUNTED_AS.get(found["sort"] or "", "decimal"))
        return number + ("" if found["bare"] else found["sign"] or ".")

    def _say(self, words: str, style: Style, printed: Printed) -> None:
        if not all(one.result for one in self.fields):
            return
        if any(_CONTENTS.match(one.code) for one in self.fields):
            printed.contents = True
            return
        words = _INVISIBLE.sub("", unicodedata.normalize("NFC", words))
        printed.add(words.upper() if style.caps else words, bold=bool(style.bold))

    def _break(self, kind: str | None, printed: Printed) -> None:
        if kind == "page" and not printed.lines[-1].words.strip():
            printed.new_page = True
        else:
            printed.end_line()

    def _note(self, reference: Element, style: Style, printed: Printed) -> None:
        kind = "footnotes" if reference.tag == f"{W}footnoteReference" else "endnotes"
        own = (reference.get(f"{W}customMarkFollows") or "0") in {"1", "true", "on"}
        mark = ""
        if not own:
            self.counted[kind] = self.counted.get(kind, 0) + 1
            mark = figure(self.counted[kind], self.note_sort if kind == "footnotes" else "lowerRoman")
            mark = mark.translate(_RAISED) if mark.isdigit() else f"[{mark}]"
            printed.add(mark, bold=bool(style.bold))
        printed.notes.append(Note(kind, reference.get(f"{W}id") or "", mark))


def _boxes(graphic: Element) -> list[Element]:
    """The text boxes in a drawing, of each alternative one form only; a box inside a box belongs to the outer one."""
    found: list[Element] = []
    for one in graphic:
        if one.tag == _BOXES:
            found.append(one)
        else:
            found.extend(_boxes(chosen(one) if one.tag == f"{MC}AlternateContent" else one))
    return found


def _symbol(one: Element, _: Style) -> str:
    try:
        place = int(one.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    return sign(place, one.get(f"{W}font"))


_PRINTS: dict[str, Callable[[Element, Style], str]] = {
    f"{W}t": lambda one, style: plain(one.text or "", style.font),
    f"{W}tab": lambda _one, _style: "\t",
    f"{W}ptab": lambda _one, _style: "\t",
    f"{W}noBreakHyphen": lambda _one, _style: "-",
    f"{W}sym": _symbol,
}


def mark_gone(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted or moved away, so that its words run on into the next one."""
    mark = child(paragraph, "pPr", "rPr")
    return mark is not None and (child(mark, "del") is not None or child(mark, "moveFrom") is not None)


def starts_page(paragraph: Element) -> bool:
    """Whether the section that ends with this paragraph is followed by a new page."""
    section = child(paragraph, "pPr", "sectPr")
    return section is not None and value(section, "type") != "continuous"
