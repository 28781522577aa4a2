"""Reader for HTML: pages saved from the web, by Word or by LibreOffice, also as one file (MHTML) or under the name .doc.

lxml parses them as browsers do and follows nothing; scripts, styles, menus and what is hidden do not print. Footnotes
stand behind the paragraph that refers to them, list items have their number or "-" in front.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from ingest.document import Block, Document, PageBreak
from ingest.encodings import UNICODE, Decision, NotText, decide, decode_bytes, decode_old
from ingest.errors import UnreadableFile
from ingest.marks import read_mark
from ingest.markup import collapse, is_rule
from ingest.readers.archive import unbroken
from ingest.readers.canvas import LOOK, Box, Canvas, check_length
from ingest.readers.htmlgrid import HtmlCell, html_rows
from ingest.readers.text import columns
from ingest.readers.word.numbering import figure

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_MIME = re.compile(rb"\s*(?:MIME-Version|Content-Type: multipart/related)", re.IGNORECASE)
_XML = re.compile(r"^\s*<\?xml[^>]*>")
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "select",
        "button",
        "input",
        "textarea",
        "audio",
        "video",
        "nav",
        "aside",
        "del",
        "colgroup",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "pre",
        "blockquote",
        "center",
        "address",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "hr",
        "table",
        "body",
        "html",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00)", re.IGNORECASE)
_CAPITALS = re.compile(r"text-transform\s*:\s*uppercase", re.IGNORECASE)
_NEW_PAGE = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page|left|right)", re.IGNORECASE)
_TIGHT = re.compile(r"margin(?:-top|-bottom)?\s*:\s*0", re.IGNORECASE)
_REFERENCE = re.compile(r"\s*\[?(\d{1,3})\]?\s*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SORTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEPEST = 12  # tables inside tables


def read_html(name: str, raw: bytes) -> Document:
    """Lay an HTML page out as a Document.

    Raises:
        UnreadableFile: in no encoding that it names or that is usual, or nested beyond reason.
    """
    if _MIME.match(raw):
        raw = _main_page(raw)
    source, encoding, why = _decoded(name, raw)
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 - a text plan must not wait for it

    with unbroken(name, "HTML"):
        parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
        root = document_fromstring(_XML.sub("", source).replace("\x00", "") or "<p></p>", parser=parser)
        old = _modernised(root)
        notes = _notes(root)
        page = _Page(notes, frozenset(notes.values()))
        blocks = (*page.lay(root), *page.end())
        encoding, why = (encoding, why) if old is UNICODE else (old.name, old.why)
        return Document(name, page.canvas.text, blocks, reader="html", encoding=encoding, encoding_why=why)


def _modernised(root: Element) -> Decision:
    """Put the words of a page in letters of an old font into Unicode, in place; what was decided of the page."""
    decided = decide("\n".join(root.itertext()))
    if decided is not UNICODE:
        for one in root.iter():
            one.text = one.text and decode_old(one.text, decided=decided).text
            one.tail = one.tail and decode_old(one.tail, decided=decided).text
    return decided


def _main_page(raw: bytes) -> bytes:
    """The page inside an MHTML file; its pictures and frames are left."""
    for part in message_from_bytes(raw, policy=policy.compat32).walk():
        found = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(found, bytes):
            charset = part.get_content_charset()
            return (f'<meta charset="{charset}">'.encode() if charset else b"") + found
    return b""


def _decoded(name: str, raw: bytes) -> tuple[str, str, str]:
    """The text of a page, its encoding and why: by its mark, what it names, UTF-8, else by how Vietnamese it reads."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            named = encoding
            break
    else:
        found = _CHARSET.search(raw[:4096])
        named = found.group(1).decode("ascii").lower() if found else "utf-8"
    for encoding in dict.fromkeys((named, "utf-8")):
        try:
            return raw.decode(encoding), encoding, ""
        except (LookupError, UnicodeError):
            continue
    try:
        text, old, why = decode_bytes(raw)
    except NotText as error:
        raise UnreadableFile("trang HTML không theo bảng mã đã khai báo nên không đọc được.", file=name) from error
    return text, old or "utf-8", why


def _notes(root: Element) -> dict[str, Element]:
    """The footnotes of a page by the link that refers to them: paragraphs further down that such a link leads to."""
    order: dict[str, tuple[int, Element]] = {}
    links = []
    for turn, one in enumerate(root.iter()):
        check_length(0, turn // 3)  # a line has a paragraph, its bold words and the like
        if not isinstance(one.tag, str):
            continue
        for key in (one.get("id"), one.get("name")):
            if key:
                order.setdefault(key, (turn, one))
        if one.tag == "a" and (one.get("href") or "").startswith("#") and _REFERENCE.fullmatch(one.text_content()):
            links.append((turn, (one.get("href") or "")[1:]))
    found = {}
    for turn, key in links:
        at, target = order.get(key, (0, root))
        if at > turn:
            holder: Element | None = target
            while holder is not None and holder.tag not in {"p", "li", "div", "aside"}:
                holder = holder.getparent()
            if holder is not None:
                found[key] = holder
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    """What the elements around some words say of them."""

    level: int = 0
    bold: bool = False
    capitals: bool = False
    kept: bool = False  # line ends print
    reference: bool = False  # a link to a footnote, or back from one

    def inside(self, one: Element) -> _Look:
        """What they say together with one more element."""
        style, tag = one.get("style") or "", str(one.tag)
        weight = _BOLD.search(style)
        bold = self.bold or tag in {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
        if weight:
            bold = weight.group(1).lower() in {"bold", "bolder"} or weight.group(1) >= "600"
        linked = tag == "a" and (one.get("href") or "").startswith("#")
        return _Look(
            level=int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else self.level,
            bold=bold,
            capitals=self.capitals or bool(_CAPITALS.search(style)),
            kept=self.kept or tag == "pre",
            reference=self.reference or (linked and bool(_REFERENCE.fullmatch(one.text_content()))),
        )


@dataclass(slots=True)
class _Page:
    """A page while it is laid; ``line`` is the open line as pieces of words, bold or not."""

    notes: dict[str, Element]
    held: frozenset[Element]  # the same footnotes
    cell: bool = False  # of a table, where an item without words is a row's number
    canvas: Canvas = field(default_factory=Canvas)
    line: list[tuple[str, bool]] = field(default_factory=list)
    level: int = 0
    gap: bool = True
    mark: str = ""  # of the list item whose first words are still to come
    counts: dict[int, int] = field(default_factory=dict)  # the next number of the last list at each depth
    waiting: list[Element] = field(default_factory=list)  # footnotes referred to since the last line
    noted: set[Element] = field(default_factory=set)
    paragraphs: int = 0
    tables: int = 0

    def lay(self, one: Element, look: _Look = _Look(), *, note: bool = False) -> Iterator[Block]:
        """The blocks of an element and all inside it; the last line stays open."""
        if not isinstance(one.tag, str) or _unseen(one) or (not note and one in self.held):
            return
        block = one.tag in _BLOCKS
        if block:
            yield from self.end()
            self.gap = self.gap or (one.tag in {"p", "pre", "blockquote"} and not _TIGHT.search(one.get("style") or ""))
            if _NEW_PAGE.search(one.get("style") or ""):
                yield PageBreak(self.canvas.length)
        if one.tag == "table":
            yield from self._table(one, 0)
        else:
            yield from self._inside(one, look.inside(one), note=note)
        if block:
            yield from self.end()
            blank = one.tag == "p" and not one.text_content().strip()
            self.gap = self.gap or blank or bool(re.fullmatch(r"h[1-6]|ul|ol|table|hr", one.tag))

    def _inside(self, one: Element, look: _Look, *, note: bool) -> Iterator[Block]:
        if one.tag == "br":
            yield from self.end()
        yield from self._say(one.text, look)
        href = (one.get("href") or "")[1:]
        if look.reference and one.tag == "a" and href in self.notes and not note:
            self.waiting.append(self.notes[href])
        depth, count = self._count(one) if one.tag == "ol" else (0, 1)
        for inner in one:
            if inner.tag == "li":
                self.mark, count = _item(one, inner, count)
                if one.tag == "ol":
                    self.counts[depth] = count
            yield from self.lay(inner, look, note=note)
            if self.cell and self.mark and inner.tag == "li":
                self.line.append((self.mark, look.bold))
                self.mark = ""
            yield from self._say(inner.tail, look)

    def _count(self, one: Element) -> tuple[int, int]:
        """How deep a numbered list stands and where it starts.

        One that opens with a list inside it goes on with the list before it: so LibreOffice exports a list that other
        paragraphs interrupt.
        """
        depth = sum(1 for _ in one.iterancestors("ol", "ul"))
        goes_on = "start" not in one.attrib and len(one) > 0 and one[0].tag in {"ol", "ul"}
        start = one.get("start") or "1"
        return depth, self.counts.get(depth, 1) if goes_on else int(start) if re.fullmatch(r"\d{1,4}", start) else 1

    def _say(self, words: str | None, look: _Look) -> Iterator[Block]:
        """Carry the open line on; in preformatted text line ends print."""
        words = _INVISIBLE.sub("", unicodedata.normalize("NFC", words or ""))
        found = _REFERENCE.fullmatch(words) if look.reference else None
        words = found.group(1).translate(_RAISED) if found else words.upper() if look.capitals else words
        for turn, part in enumerate(words.split("\n") if look.kept else [words]):
            if turn:
                yield from self.end()
            if part:
                self.line.append((part if look.kept else _BLANKS.sub(" ", part), look.bold))
                self.level = look.level

    def end(self) -> Iterator[Block]:
        """Lay the open line, and behind it the footnotes it refers to."""
        pieces, self.line = self.line, []
        words = "".join(part for part, _ in pieces).replace("\xa0", " ")
        laid = columns(words)
        line = collapse(words)
        if not line or is_rule(line):
            return
        if self.mark and read_mark(line) is None:
            line = f"{self.mark} {line}"
        self.mark = ""
        self.paragraphs += 1
        letters = [bold for part, bold in pieces if any(map(str.isalnum, part))]
        look = replace(
            LOOK, level=self.level, bold=bool(letters) and all(letters), gap=self.gap, number=self.paragraphs
        )
        if laid:
            yield self.canvas.table([[Box(at, (collapse(part),)) for at, part in enumerate(laid)]])
        else:
            yield self.canvas.paragraph(line, look)
        self.gap = False
        yield from self._noted()

    def _noted(self) -> Iterator[Block]:
        waiting, self.waiting = self.waiting, []
        for holder in waiting:
            if holder in self.noted:
                continue
            self.noted.add(holder)
            yield from self.lay(holder, note=True)
            yield from self.end()

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        """A table; a row of one cell that itself holds tables is only a frame, and its content stands for it."""
        self.tables += 1
        number, rows, numbers = self.tables, list[list[Box]](), list[int]()
        for turn, row in html_rows(table):
            framed = len(row) == 1 and row[0].element.find(".//table") is not None
            if framed and depth < _DEEPEST:
                if rows:
                    yield self.canvas.table(rows, number=number, numbers=numbers)
                    rows, numbers = [], []
                yield from self._inside(row[0].element, _Look(), note=False)
                yield from self.end()
                continue
            rows.append([self._box(cell) for cell in row])
            numbers.append(turn)
        if rows:
            yield self.canvas.table(rows, number=number, numbers=numbers)
        yield from self._noted()

    def _box(self, cell: HtmlCell) -> Box:
        """A cell; what is inside it is laid on a page of its own, whose lines it takes."""
        page = _Page(self.notes, self.held, cell=True)
        blocks = [*page._inside(cell.element, _Look().inside(cell.element), note=False), *page.end()]
        self.waiting += page.waiting
        text = page.canvas.text
        lines = tuple(line for words in text.split("\n") if (line := collapse(words)))
        bold = bool(blocks) and all(getattr(block, "bold", False) for block in blocks)
        return Box(cell.column, lines, bold=bold, wide=cell.wide, tall=cell.tall)


def _unseen(one: Element) -> bool:
    return one.tag in _UNSEEN or one.get("hidden") is not None or bool(_HIDDEN.search(one.get("style") or ""))


def _item(holder: Element, item: Element, count: int) -> tuple[str, int]:
    """The mark of a list item and the count of the next one."""
    if holder.tag != "ol":
        return "-", count
    value = item.get("value") or ""
    count = int(value) if re.fullmatch(r"\d{1,4}", value) else count
    return f"{figure(count, _SORTS.get(holder.get('type') or '', 'decimal'))}.", count + 1
