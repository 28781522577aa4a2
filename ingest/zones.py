"""The parts of a plan in the order they are printed: head, title, bases, body, recipients, signature, annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import takewhile

from ingest.closing import is_position_in_small_letters
from ingest.document import PageBreak, Span, Table
from ingest.folding import fold
from ingest.letterhead import AUTHORITY, BASIS, METADATA, POSITION, headline_end, letterhead_end, subject
from ingest.letters import UPPER
from ingest.marks import Level, read_mark
from ingest.prose import Para, Piece, has_marker, is_caps
from ingest.sidebyside import layout_paragraphs
from ingest.units import starts_like_unit

_KINDS = re.compile(
    r"^(?:ke hoach|chuong trinh|phuong an|de an|ke hoach hanh dong|chuong trinh hanh dong|chuong trinh cong tac)$"
)
_TITLE_START = re.compile(r"^(?:KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|PHƯƠNG ÁN)\b[\s:.-]*(.*)$")
DECISION = re.compile(r"^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ)$")
_ENACTED = re.compile(r"\b(?:ke hoach|chuong trinh(?: hanh dong)?|phuong an|de an)\b")
"""Folded: what a decision approves in its own articles, without a plan attached to it."""
_ABOUT = re.compile(r"(?:V/v|Về việc|Phê duyệt|Ban hành)\b")
_DETAIL = re.compile(
    r"(?:Thời gian|Địa điểm|Thành phần|Đối tượng|Số lượng|Người thực hiện|Đơn vị thực hiện)[^:]{0,30}:"
)
"""What a short plan prints right below its title, and no title holds."""
_LEADS_IN = re.compile(r"(?:như sau|sau đây)\s*[:.]?$")
_DECIDES = re.compile(r"^QUYẾT (?:ĐỊNH|NGHỊ)\s*:$")
_RECIPIENTS = re.compile(r"^nơi nhận\b", re.IGNORECASE)
_BULLET = re.compile(r"^[-+*•–]")
_SIGN = re.compile(
    rf"^(?:T/?M\b|TM\.|KT\.|K/T\b|TUQ\b|TL\.|T/L\b|Q\.|(?:PHÓ )?(?:{POSITION})\b"
    r"|THỨ TRƯỞNG|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|ỦY VIÊN|QUYỀN )"
)
_ANNEX_NUMBER = r"(?:[IVXLC]+(?:[-.]?[A-Z\d])?|\d{1,2}(?:[-.]?[A-Za-z\d])?|[A-Z])"  # II, 03, 1A, I-1, 2.1
_ANNEX = re.compile(
    r"^(?P<name>(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu mẫu|MẪU BIỂU|Mẫu biểu|BIỂU|Biểu|MẪU|Mẫu)(?:\s+(?:SỐ|Số|số))?"
    rf"(?:\s*{_ANNEX_NUMBER}(?!\w))?)\s*[.:–-]?\s*(?P<rest>.*)$"
)
_LIST = re.compile(r"^(?P<name>DANH MỤC|Danh mục|BẢNG PHÂN CÔNG|Bảng phân công|BẢNG|PHÂN CÔNG)\b(?P<rest>.*)$")
ATTACHED = re.compile(r"^(?:\*\s*)?\(.*kèm theo", re.IGNORECASE)
_ANNEX_ALONE = re.compile(rf"PHỤ LỤC(?: SỐ)?(?: {_ANNEX_NUMBER})?")  # a line that no title goes on in
_BY_ORDER = re.compile(r"(?:TM|T/M|KT|TL|TUQ)\.?\s")
_UNNUMBERED = ("Biểu", "Biểu mẫu", "Mẫu biểu", "Phụ biểu")
_GOES_ON = re.compile(r"(?:,|-|–|\b(?:của|tại|cho|và|về|các|do|với|thuộc))$", re.IGNORECASE)  # no title ends so
_TABLE_SORT = re.compile(r"(?:LỊCH|DANH SÁCH|DANH MỤC|CHƯƠNG TRÌNH|BIỂU)\b")  # what the title of a table calls it
_CAPITAL = re.compile(f"[{UPPER}]")
_HEAD = 80  # pieces among which the title is sought
_DECISION = 300  # pieces among which a plan's title is sought under the decision that it is attached to
_LONGEST_TITLE = 6  # lines
_LONGEST_ANNEX_LINE = 220  # characters


@dataclass(slots=True)
class Annex:
    """One annex being collected: its printed name, its first line, and all that follows it."""

    name: str
    heading: Para
    body: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Zones:
    """The pieces of a plan by part.

    ``decision`` holds the articles of the document that the plan is attached to, ``decided`` says what that is.
    """

    head: list[Para] = field(default_factory=list)
    kind: Para | None = None
    title: list[Para] = field(default_factory=list)
    decision: list[Para] = field(default_factory=list)
    decided: str = "Quyết định"
    bases: list[Para] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    recipients: list[Para] = field(default_factory=list)
    signature: list[Para] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)


def _flow(found: list[Piece], text: str) -> list[Piece]:
    """Replace layout tables by their paragraphs."""
    flow: list[Piece] = []
    for piece in found:
        laid = layout_paragraphs(piece, text) if isinstance(piece, Table) else None
        flow.extend(laid if laid is not None else [piece])
    return flow


def _title_at(flow: list[Piece]) -> tuple[int, Para] | None:
    """The line that says what the document is, and where it stands, among the first paragraphs."""
    decides = any(isinstance(piece, Para) and _DECIDES.match(piece.text) for piece in flow[:_DECISION])
    reach = _DECISION if decides else _HEAD
    candidates = [(number, piece) for number, piece in enumerate(flow[:reach]) if isinstance(piece, Para)]
    annex = next((turn for turn, (_, para) in enumerate(candidates) if annex_name(para, after_body=False)), None)
    candidates = candidates[:annex]  # the title of an annex is none of the plan's
    for says in (_is_kind, _is_short_kind, _opens_title):
        for number, para in candidates:
            if says(para):
                return number, para
    return next(((number, para) for number, para in candidates if _approves(flow, number)), None)


def _is_decision(para: Para) -> bool:
    """QUYẾT ĐỊNH alone, or another sort of document that may approve a plan."""
    return bool(DECISION.match(para.text.strip(" :*")))


def _approves(flow: Sequence[Piece], at: int) -> bool:
    """QUYẾT ĐỊNH, and right below it that it approves a plan, which its articles then hold."""
    opening = flow[at]
    if not isinstance(opening, Para) or not _is_decision(opening):
        return False
    below = flow[at + 1 : at + _LONGEST_TITLE]
    title = takewhile(lambda one: isinstance(one, Para) and (is_caps(one.text) or _ABOUT.match(one.text)), below)
    return bool(_ENACTED.search(fold(" ".join(one.text for one in title if isinstance(one, Para)))))


def _is_kind(para: Para) -> bool:
    return bool(_KINDS.match(fold(para.text).strip(" .:*")))


def _is_short_kind(para: Para) -> bool:
    """KẾ HOẠCH with a word or two: KẾ HOẠCH LIÊN TỊCH."""
    return is_caps(para.text) and para.text.startswith("KẾ HOẠCH") and len(para.text.split()) <= 5


def _opens_title(para: Para) -> bool:
    """KẾ HOẠCH and the title on one line."""
    words = para.text.partition("(")[0]  # what it is attached to stands in brackets
    return bool(_TITLE_START.match(para.text)) and bool(para.bold or para.level or is_caps(words))


def annex_name(para: Para, *, after_body: bool) -> str | None:
    """The printed name of the annex that ``para`` opens, in sentence case; None when it opens none."""
    match = _ANNEX.match(para.text)
    if not match:
        listed = _LIST.match(para.text) if after_body and (is_caps(para.text) or para.bold) else None
        return _sentence_case(listed.group("name")) if listed else None
    name, rest = match.group("name"), match.group("rest")
    marked = para.bold or para.level or after_body or is_caps(name)
    titled = is_caps(rest) or (after_body and (ATTACHED.match(rest) or _CAPITAL.match(rest)))
    if not marked or (rest and not titled):
        return None
    if len(para.text) > _LONGEST_ANNEX_LINE or para.text.rstrip().endswith((";", ",")):
        return None
    *stem, last = name.split()
    if stem and re.fullmatch(_ANNEX_NUMBER, last):
        return f"{_sentence_case(' '.join(stem))} {last}"
    return _sentence_case(name)


def _sentence_case(name: str) -> str:
    return name[0].upper() + " ".join(name.split())[1:].lower()


def _take_title(flow: list[Piece], opening: Para, zones: Zones) -> int:
    """Fill kind and title from the line that says what the document is; return how many pieces they take."""
    zones.kind = opening
    match = _TITLE_START.match(opening.text)
    if match and match.group(1) and not _KINDS.match(fold(opening.text)) and len(opening.text.split()) > 5:
        zones.title.append(opening)
    for number, piece in enumerate(flow[1:], 1):
        if isinstance(piece, PageBreak):
            continue
        if isinstance(piece, Para) and METADATA.match(piece.text):
            zones.head.append(piece)
            continue
        full = len(zones.title) >= _LONGEST_TITLE or (bool(zones.title) and _enacting(opening, piece))
        full = full or (isinstance(piece, Para) and _ANNEX_ALONE.fullmatch(piece.text) is not None)
        if full or not isinstance(piece, Para) or has_marker(piece.text) or not _titles(zones, piece):
            return number
        zones.title.append(piece)
    return len(flow)


def _enacting(opening: Para, piece: Piece) -> bool:
    """Whether the piece names who takes the decision, which stands below its title."""
    named = isinstance(piece, Para) and bool(AUTHORITY.match(piece.text))
    return named and _is_decision(opening)


def _titles(zones: Zones, para: Para) -> bool:
    """Whether a paragraph begins the title or carries it on."""
    if _signs_for(para):
        return False
    title = zones.title
    caps, basis = is_caps(para.text), bool(BASIS.match(para.text))
    if title and not caps and _DETAIL.match(para.text):
        return False
    if not title:
        return not (basis and len(para.text) > 400)
    if caps:
        return not _says_issuer(zones, para)
    if ATTACHED.match(para.text):
        return True
    return not basis and (not para.gap or (para.bold and title[-1].bold))


def _says_issuer(zones: Zones, para: Para) -> bool:
    """Whether capitals under the title only name who issues the plan, as the letterhead or another type or gap shows."""
    above = zones.title[-1]
    if not starts_like_unit(para.text) or _GOES_ON.search(above.text):
        return False
    return para.gap or not is_caps(above.text) or fold(para.text) in fold(" ".join(one.text for one in zones.head))


def _opens_body(zones: Zones, para: Para) -> bool:
    """Whether the body starts here: at its first heading, or right after the words "như sau"."""
    mark = read_mark(para.text)
    if _DECIDES.match(para.text) or (mark is not None and mark.level is not Level.BULLET):
        return True
    return bool(zones.bases) and bool(_LEADS_IN.search(zones.bases[-1].text))


def _starts_annex(zones: Zones, para: Para) -> str | None:
    """The name of the annex that begins here; before the plan is closed, only a line that stands out opens one."""
    closed = bool(zones.recipients or zones.signature or zones.annexes)
    if not (closed or is_caps(para.text) or para.bold or para.level):
        return None
    name = annex_name(para, after_body=closed or not zones.body)
    return None if name and zones.annexes and _continues_title(zones.annexes[-1], name) else name


def _continues_title(annex: Annex, name: str) -> bool:
    """An annex called "Phụ lục" may go on with a title that starts with "Danh mục" or "Biểu": that opens no new annex."""
    lists = name.startswith(("Danh mục", "Bảng", "Phân công")) or name in _UNNUMBERED
    return lists and not any(isinstance(piece, Table) for piece in annex.body)


class _Part(Enum):
    """The part of the plan that the next piece carries on."""

    BASES = auto()
    BODY = auto()
    CLOSING = auto()
    ANNEX = auto()


def split_zones(found: list[Piece], text: str) -> Zones:
    """Sort the pieces of a document into the parts of a plan."""
    flow = _flow(found, text)
    zones, part, start = Zones(), _Part.BODY, 0
    title = _title_at(flow)
    if title is not None:
        at, opening = title
        zones.head = [piece for piece in flow[:at] if isinstance(piece, Para)]
        start = at + _take_title(flow[at:], opening, zones)
        part = _Part.BASES
    elif (end := letterhead_end(flow)) > 0:
        zones.title, start = subject(flow, end)
        zones.head = [piece for piece in flow[:start] if isinstance(piece, Para) and piece not in zones.title]
        part = _Part.BASES
    elif (end := headline_end(flow)) > 0:
        paras = [piece for piece in flow[:end] if isinstance(piece, Para)]
        zones.title, zones.head, start = paras[:1], paras[1:], end
        part = _Part.BASES
    for piece in flow[start:]:
        part = _place(zones, piece, part) if isinstance(piece, Para) else _place_other(zones, piece, part)
    _take_decision(zones)
    return zones


def _take_decision(zones: Zones) -> None:
    """Take the bases, articles, recipients and signature of the decision that stands above an attached plan."""
    decides = next((number for number, para in enumerate(zones.head) if _DECIDES.match(para.text)), None)
    if decides is None:
        return
    zones.decided = "Nghị quyết" if "NGHỊ" in zones.head[decides].text else zones.decided
    zones.bases[:0] = [para for para in zones.head[:decides] if BASIS.match(para.text)]
    closing: list[Para] | None = None
    for para in zones.head[decides + 1 :]:
        if _RECIPIENTS.match(para.text):
            closing = [] if zones.recipients else zones.recipients
        elif is_caps(para.text) and _SIGN.match(para.text):
            closing = closing if closing is zones.signature else [] if zones.signature else zones.signature
        (zones.decision if closing is None else closing).append(para)


def _place_other(zones: Zones, piece: Table | PageBreak, part: _Part) -> _Part:
    """Put a table or a page break where it belongs; the first table ends the legal bases."""
    if part is _Part.ANNEX:
        zones.annexes[-1].body.append(piece)
    elif part is not _Part.CLOSING:
        zones.body.append(piece)
        return _Part.BODY if isinstance(piece, Table) else part
    elif isinstance(piece, Table):
        zones.annexes.append(_unnamed_annex(zones, piece))
        return _Part.ANNEX
    return part


def _place(zones: Zones, para: Para, part: _Part) -> _Part:
    """Put one paragraph where it belongs and return the part that the next one continues."""
    name = _starts_annex(zones, para)
    if name is not None:
        zones.annexes.append(Annex(name, para))
        return _Part.ANNEX
    if part is _Part.ANNEX:
        zones.annexes[-1].body.append(para)
        return part
    closes = bool(zones.body) or part is _Part.CLOSING or _signs_for(para)
    signs = closes and _opens_signature(zones, para)
    if _RECIPIENTS.match(para.text):
        zones.recipients.append(para)
        return _Part.CLOSING
    if signs:
        zones.signature.extend([*_signing_offices(zones), para])
        return _Part.CLOSING
    if part is _Part.CLOSING:
        listed = zones.recipients and (not zones.signature or _BULLET.match(para.text))
        (zones.recipients if listed else zones.signature).append(para)
        return part
    if part is _Part.BASES and not _opens_body(zones, para):
        zones.bases.append(para)
        return part
    zones.body.append(para)
    return _Part.BODY


def _signs_for(para: Para) -> bool:
    """Whether a line says for whom one signs: nothing of a plan but its title may stand above it, its annexes below."""
    return is_caps(para.text) and _BY_ORDER.match(para.text) is not None


def _opens_signature(zones: Zones, para: Para) -> bool:
    """Whether a signer's position stands here; in small letters below recipients with dashes, or by order of somebody."""
    if is_caps(para.text):
        return bool(_SIGN.match(para.text))
    dashed = len(zones.recipients) > 1 and all(_BULLET.match(one.text) for one in zones.recipients[1:])
    return is_position_in_small_letters(para.text, alone=dashed and not zones.signature)


def _signing_offices(zones: Zones) -> list[Para]:
    """Take back from the body the offices in capitals that stand right above the first position of a signer."""
    taken: list[Para] = []
    while not zones.signature and zones.body:
        last = zones.body[-1]
        if not isinstance(last, Para) or not (is_caps(last.text) and starts_like_unit(last.text)):
            break
        taken.insert(0, last)
        zones.body.pop()
    return taken


def _unnamed_annex(zones: Zones, table: Table) -> Annex:
    """A table after the signature that no annex name announces, under the title in capitals above it, if any."""
    titles: list[Para] = []
    while zones.signature and _is_table_title(zones.signature[-1]):
        titles.insert(0, zones.signature.pop())
    heading = titles[0] if titles else Para("", Span(table.span.start, table.span.start))
    sort = _TABLE_SORT.match(heading.text)
    return Annex(_sentence_case(sort.group()) if sort else "Bảng", heading, [*titles[1:], table])


def _is_table_title(para: Para) -> bool:
    return bool(ATTACHED.match(para.text)) or (is_caps(para.text) and not _SIGN.match(para.text))
