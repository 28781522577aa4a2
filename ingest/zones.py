"""The parts of a plan in the order they are printed: head, title, bases, body, recipients, signature, annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.columns import is_header
from ingest.document import Cell, PageBreak, Table
from ingest.folding import fold
from ingest.markup import collapse
from ingest.outline import Level, read_mark
from ingest.prose import Para, Piece, has_marker, is_caps
from ingest.units import starts_like_unit

_KINDS = re.compile(
    r"^(?:ke hoach|chuong trinh|phuong an|de an|ke hoach hanh dong|chuong trinh hanh dong|chuong trinh cong tac)$"
)
_TITLE_START = re.compile(r"^(?:KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|PHƯƠNG ÁN)\b[\s:.-]*(.*)$")
_BASIS = re.compile(
    r"^(?:[-+*–]\s*)?(?:Căn cứ|Thực hiện|Thi hành|Xét|Theo|Triển khai|Để|Nhằm|Tiếp tục|Trên cơ sở|CĂN CỨ)\b"
)
_RECIPIENTS = re.compile(r"^nơi nhận\b", re.IGNORECASE)
_SIGN = re.compile(
    r"^(?:T/?M\b|TM\.|KT\.|K/T\b|TUQ\b|TL\.|T/L\b|Q\.|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|TRƯỞNG|HIỆU TRƯỞNG|CHÁNH|THỦ TRƯỞNG|CỤC TRƯỞNG|BỘ TRƯỞNG|"
    r"VIỆN TRƯỞNG|CHI CỤC TRƯỞNG|CHỈ HUY TRƯỞNG|CHỦ NHIỆM|TỔNG BIÊN TẬP)\b|THỨ TRƯỞNG|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|ỦY VIÊN|QUYỀN )"
)
_ANNEX = re.compile(
    r"^(?P<name>(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|BIỂU|Biểu|MẪU|Mẫu)(?:\s+(?:SỐ|Số|số))?(?:\s*(?:[IVXLC]+|\d{1,2}|[A-Z])(?![\wÀ-ỹ]))?)\s*[.:–-]?\s*(?P<rest>.*)$"
)
_LIST = re.compile(r"^(?P<name>DANH MỤC|Danh mục|BẢNG PHÂN CÔNG|Bảng phân công|BẢNG|PHÂN CÔNG)\b(?P<rest>.*)$")
_ATTACHED = re.compile(r"^\(.*kèm theo", re.IGNORECASE)


@dataclass(slots=True)
class Annex:
    """One annex being collected: its printed name, its first line, and all that follows it."""

    name: str
    heading: Para
    body: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Zones:
    """The pieces of a plan by part."""

    head: list[Para] = field(default_factory=list)
    kind: Para | None = None
    title: list[Para] = field(default_factory=list)
    bases: list[Para] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    recipients: list[Para] = field(default_factory=list)
    signature: list[Para] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)


def layout_paragraphs(table: Table, text: str) -> list[Para] | None:
    """Read a table that only lays text out side by side (letterhead, signature) as paragraphs.

    The left column comes first; None when the table has a header row and so holds data.
    """
    for row in table.rows[:3]:
        if is_header([cell.span.slice(text) for cell in row.cells]):
            return None
    width = max(len(row.cells) for row in table.rows)
    if width > 3:
        return None
    cells: list[Cell] = [row.cells[column] for column in range(width) for row in table.rows if column < len(row.cells)]
    return [
        Para(collapse(cell.span.slice(text)), cell.span, bold=cell.bold)
        for cell in cells
        if cell.span.slice(text).strip()
    ]


def _flow(found: list[Piece], text: str) -> list[Piece]:
    """Replace layout tables by their paragraphs."""
    flow: list[Piece] = []
    for piece in found:
        laid = layout_paragraphs(piece, text) if isinstance(piece, Table) else None
        flow.extend(laid if laid is not None else [piece])
    return flow


def _title_at(flow: list[Piece]) -> int | None:
    """Where the line that says what the document is stands, among the first paragraphs."""
    candidates = [(n, piece) for n, piece in enumerate(flow[:80]) if isinstance(piece, Para)]
    for number, para in candidates:
        if _KINDS.match(fold(para.text).strip(" .:*")):
            return number
    for number, para in candidates:
        if is_caps(para.text) and para.text.startswith("KẾ HOẠCH") and len(para.text.split()) <= 5:
            return number
    for number, para in candidates:
        if _TITLE_START.match(para.text) and (para.bold or para.level or is_caps(para.text)):
            return number
    return None


def annex_name(para: Para, *, after_body: bool) -> str | None:
    """The printed name of the annex that ``para`` opens, in sentence case; None when it opens none."""
    listed = None
    match = _ANNEX.match(para.text)
    if not match:
        listed = _LIST.match(para.text) if after_body else None
        if not listed or not (is_caps(para.text) or para.bold):
            return None
        name = listed.group("name")
        return name[0].upper() + name[1:].lower()
    rest = match.group("rest")
    caps_rest = (
        not rest
        or is_caps(rest)
        or _ATTACHED.match(rest)
        or re.match(r"^[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]", rest)
    )
    marked = para.bold or para.level or after_body or is_caps(match.group("name"))
    if not (caps_rest and marked) or len(para.text) > 220 or para.text.rstrip().endswith((";", ",")):
        return None
    if rest and not after_body and not is_caps(rest):
        return None
    words = match.group("name").split()
    number = words[-1] if re.fullmatch(r"[IVXLC]+|\d{1,2}|[A-Z]", words[-1]) and len(words) > 1 else None
    stem = " ".join(words[:-1] if number else words)
    return (stem[0].upper() + stem[1:].lower()) + (f" {number}" if number else "")


def _take_title(flow: list[Piece], at: int, zones: Zones) -> int:
    """Fill kind and title; return where the next part starts."""
    opening = flow[at]
    assert isinstance(opening, Para)
    zones.kind = opening
    match = _TITLE_START.match(opening.text)
    if match and match.group(1) and not _KINDS.match(fold(opening.text)) and len(opening.text.split()) > 5:
        zones.title.append(opening)
    at += 1
    while at < len(flow):
        piece = flow[at]
        if isinstance(piece, PageBreak):
            at += 1
            continue
        if not isinstance(piece, Para) or has_marker(piece.text):
            break
        first = not zones.title
        if not first and is_caps(piece.text) and piece.gap and starts_like_unit(piece.text):
            break
        carries = is_caps(piece.text) or not piece.gap or (piece.bold and zones.title and zones.title[-1].bold)
        if not first and (not carries or (_BASIS.match(piece.text) and not is_caps(piece.text))):
            break
        if first and _BASIS.match(piece.text) and len(piece.text) > 400:
            break
        zones.title.append(piece)
        at += 1
        if len(zones.title) >= 6:
            break
    return at


def _opens_body(zones: Zones, para: Para) -> bool:
    """Whether the body starts here: at its first heading, or right after the words "như sau"."""
    mark = read_mark(para.text)
    if mark is not None and mark.level is not Level.BULLET:
        return True
    return bool(zones.bases) and bool(re.search(r"(?:như sau|sau đây)\s*[:.]?$", zones.bases[-1].text))


def _starts_annex(zones: Zones, piece: Para, text_seen: bool) -> str | None:
    closed = bool(zones.recipients or zones.signature or zones.annexes)
    return (
        annex_name(piece, after_body=closed or not text_seen) if closed or is_caps(piece.text) or piece.bold else None
    )


def split_zones(found: list[Piece], text: str) -> Zones:
    """Sort the pieces of a document into the parts of a plan."""
    flow = _flow(found, text)
    zones = Zones()
    at = _title_at(flow)
    if at is None:
        start = 0
    else:
        zones.head = [piece for piece in flow[:at] if isinstance(piece, Para)]
        start = _take_title(flow, at, zones)
    state = "bases" if at is not None else "body"
    for piece in flow[start:]:
        state = _place(zones, piece, state)
    return zones


def _place(zones: Zones, piece: Piece, state: str) -> str:
    """Put one piece where it belongs and return the part that the next one continues."""
    if not isinstance(piece, Para):
        if state == "annex":
            zones.annexes[-1].body.append(piece)
        elif state in ("bases", "body"):
            zones.body.append(piece)
            state = "body" if isinstance(piece, Table) else state
        return state
    name = _starts_annex(zones, piece, bool(zones.body))
    if name is not None and not (state == "annex" and _continues_title(zones.annexes[-1], name)):
        zones.annexes.append(Annex(name, piece))
        return "annex"
    if state == "annex":
        zones.annexes[-1].body.append(piece)
        return state
    if _RECIPIENTS.match(piece.text):
        zones.recipients.append(piece)
        return "closing"
    if (zones.body or state == "closing") and is_caps(piece.text) and _SIGN.match(piece.text):
        zones.signature.append(piece)
        return "closing"
    if state == "closing":
        listed = zones.recipients and (not zones.signature or re.match(r"^[-+*•–]", piece.text))
        (zones.recipients if listed else zones.signature).append(piece)
    elif state == "bases" and not _opens_body(zones, piece):
        zones.bases.append(piece)
    else:
        zones.body.append(piece)
        return "body"
    return state


def _continues_title(annex: Annex, name: str) -> bool:
    """An annex called "Phụ lục" may go on with a title that starts with "Danh mục": that opens no new annex."""
    lists = name.startswith(("Danh mục", "Bảng", "Phân công"))
    return lists and not any(isinstance(piece, Table) for piece in annex.body)
