"""What the head, the enacting clause, the annex captions and the signature block say about the plan.

Blank stays blank: "Số: /KH-UBND" has no number and "ngày tháng 3 năm 2026" no date. Where the head prints no
number line at all, the number that the plan's own annex captions print is taken.
"""

from __future__ import annotations

import re
from datetime import date

from ingest.document import Span
from ingest.markup import collapse
from ingest.plan import Basis, Header
from ingest.prose import Para, is_caps
from ingest.units import unit_key
from ingest.zones import Zones

DOCUMENT_NUMBER = re.compile(
    r"(?<![\w/.-])\d{1,5}[a-zđ]?(?:/(?:19|20)\d{2})?\s?[-/]\s?[A-ZĐ][A-Za-zĐđƯưỦ&]*\d{0,2}(?:\s?[-/]\s?[A-ZĐ][\wĐđƯưỦủ&.]*)*(?<![.&])"
)
_NUMBER_LINE = re.compile(r"\b(?:Số|SỐ)\s*:?\s*(?P<number>\S.*)?$")
_DATE = re.compile(
    r"(?P<text>ngày\s*(?P<d>[\d.…]*)\s*tháng\s*(?P<m>[\d.…]*)\s*năm\s*(?P<y>\d{4}|[\d.…]*))", re.IGNORECASE
)
_SHORT_DATE = re.compile(r"ngày\s*(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{4})")
_WORD = r"[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][\wÀ-ỹ.’']*"
_PLACE = re.compile(rf"(?P<place>{_WORD}(?:\s+(?:[-–]\s+)?{_WORD})*)\s*,\s*(?=[Nn]gày\b)")
_CAPTION = re.compile(
    r"kèm theo\s+(?:Kế hoạch|Chương trình|Phương án|Văn bản|Quyết định|Công văn|Tờ trình)\s+(?:số\s*:?\s*)?(?P<number>[^,]*?)\s*,?\s*"
    r"(?P<date>ngày.*?\d{4})?\s*(?:của\s+(?P<issuer>[^)]+?))?\s*\)?\s*$",
    re.IGNORECASE,
)
_ENACTS = re.compile(
    r"(?P<issuer>(?:Ủy ban|Uỷ ban|UBND|Sở|Bộ|Ban|Phòng|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy|Hội đồng|Trung tâm|Công an|Cục|Chi cục|Trường|Văn phòng|Đoàn|Hội|Liên|Tổng|Thanh tra|Viện)\b[^,;:.]*?)\s+"
    r"(?:thống nhất\s+)?(?:ban hành|xây dựng|lập|đề ra|triển khai)\s+(?:Kế hoạch|kế hoạch|Chương trình|chương trình|Phương án)"
)
_ENACTS_ALONE = re.compile(_ENACTS.pattern.replace("[^,;:.]*?", "[^;:.]*?"))
_MOTTO = re.compile(r"CỘNG\s*HÒ?[ÀA]\s*XÃ\s*HỘI.*|ĐẢNG CỘNG SẢN VIỆT NAM.*|Độc lập\s*[-–].*", re.IGNORECASE)
_NAME = re.compile(
    r"^(?:(?:TS|ThS|PGS|GS|BS|CN|KS|Đ/c)\.?\s*)*(?:[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][\wÀ-ỹ’'éá-]*\s+){1,5}[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][\wÀ-ỹ’'-]*$"
)
_UNSIGNED = re.compile(r"^\(?(?:đã ký|ký tên|\(đã ký\)|ky ten)", re.IGNORECASE)


def find_date(text: str) -> date | None:
    """The first complete date that ``text`` prints, None when it prints none."""
    for match in _DATE.finditer(text):
        found = _calendar(match.group("d"), match.group("m"), match.group("y"))
        if found:
            return found
    short = _SHORT_DATE.search(text)
    return _calendar(*short.groups()) if short else None


def _calendar(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _within(para: Para, piece: str, text: str) -> Span:
    """The span of ``piece`` inside a paragraph, whatever white space the source has between its words."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in piece.split()))
    found = pattern.search(text, para.span.start, para.span.end)
    return Span(found.start(), found.end()) if found else para.span


def _number(paras: list[Para], text: str) -> tuple[str | None, Span | None, bool]:
    """Number as printed, its span, and whether a number line is there at all."""
    for at, para in enumerate(paras):
        match = _NUMBER_LINE.search(para.text)
        if not match:
            continue
        if not match.group("number") and at + 1 < len(paras) and DOCUMENT_NUMBER.fullmatch(paras[at + 1].text):
            return paras[at + 1].text, paras[at + 1].span, True
        printed = DOCUMENT_NUMBER.search(match.group("number") or "")
        if printed and (match.group("number") or "").startswith(printed.group(0)):
            return printed.group(0), _within(para, printed.group(0), text), True
        if re.match(r"^[\s.…]*[-/]?\s*[A-ZĐ]", match.group("number") or "") or not match.group("number"):
            return None, None, True
    return None, None, False


def _captions(zones: Zones) -> list[tuple[Para, re.Match[str]]]:
    found = []
    for annex in zones.annexes:
        lines = [annex.heading, *(piece for piece in annex.body if isinstance(piece, Para))]
        for para in lines[:8]:
            match = _CAPTION.search(para.text)
            if match:
                found.append((para, match))
    return found


def _issuer(zones: Zones, captions: list[tuple[Para, re.Match[str]]], text: str) -> tuple[str, Span] | None:
    """Who issues the plan: the enacting clause, else the captions, else the letterhead; the fullest spelling wins."""
    found: list[tuple[str, Para]] = []
    prose = [*zones.bases, *(piece for piece in zones.body[:3] if isinstance(piece, Para))]
    for para in reversed(prose):
        whole = _ENACTS_ALONE.match(para.text)
        matches = [whole] if whole else list(_ENACTS.finditer(para.text))
        if matches:
            found.append((matches[-1].group("issuer").strip(), para))
            break
    found.extend((match.group("issuer").strip(" ."), para) for para, match in captions if match.group("issuer"))
    letterhead = _letterhead(zones.head)
    if letterhead:
        found.append(letterhead)
    if not found:
        return None
    best, where = found[0]
    for other, para in found[1:]:
        if unit_key(other).startswith(unit_key(best) + " "):
            best, where = other, para
    return best, _within(where, best, text)


def _letterhead(head: list[Para]) -> tuple[str, Para] | None:
    """The issuing office in the top left corner: the last capital line before the number, with its territory."""
    held: tuple[str, Para] | None = None
    for para in head:
        line = collapse(_MOTTO.sub("", para.text))
        if _NUMBER_LINE.search(line):
            break
        if not line or not is_caps(line) or len(line) <= 4 or re.match(r"^(?:CHỦ NGHĨA|VIỆT NAM)", line):
            continue
        territory = re.match(r"^(?:TỈNH|THÀNH PHỐ|QUẬN|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b", line)
        joined = held is not None and territory and held[1].span.end <= para.span.start
        held = (f"{held[0]} {line}", _spanning(held[1], para)) if joined and held else (line, para)
    return held


def _spanning(first: Para, last: Para) -> Para:
    return Para(f"{first.text} {last.text}", Span(first.span.start, last.span.end))


def _dateline(paras: list[Para]) -> tuple[Para, re.Match[str]] | None:
    """The line that prints place and date, two lines put together where it is broken."""
    pairs = [_spanning(a, b) for a, b in zip(paras, paras[1:], strict=False)]
    for para in (*paras, *pairs):
        match = _DATE.search(para.text)
        if match:
            return para, match
    return None


_OFFICE = re.compile(
    r"^(?:T/?M|KT|TUQ|TL|Q)\b|.*\b(?:TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|BÍ THƯ|NHÂN DÂN|THƯỜNG VỤ|VĂN PHÒNG|CHỦ NHIỆM)\b"
)


def _signers(zones: Zones) -> tuple[list[Para], list[Para]]:
    """Names and positions, one pair for each signer; a position is the last capital line before its name."""
    names: list[Para] = []
    titles: list[Para] = []
    waiting: list[Para] = []
    for para in zones.signature:
        if _UNSIGNED.match(para.text):
            continue
        if waiting and _NAME.match(para.text) and not _OFFICE.match(para.text):
            names.append(para)
            titles.append(waiting[-1])
            waiting = []
        elif is_caps(para.text) and not _NAME.match(para.text.title() if not _OFFICE.match(para.text) else ""):
            waiting.append(para)
        elif is_caps(para.text) and _OFFICE.match(para.text):
            waiting.append(para)
    return names, titles or waiting[-1:]


def _bases(zones: Zones, text: str) -> tuple[Basis, ...]:
    found: dict[str, Basis] = {}
    for para in zones.bases:
        matches = list(DOCUMENT_NUMBER.finditer(para.text))
        for number, match in enumerate(matches):
            end = matches[number + 1].start() if number + 1 < len(matches) else len(para.text)
            printed = collapse(match.group(0))
            if printed not in found:
                phrase = para.text[match.start() : min(end, match.end() + 60)]
                found[printed] = Basis(printed, find_date(phrase), para.text, _within(para, printed, text))
    return tuple(found.values())


def _recipients(zones: Zones) -> tuple[str, ...]:
    lines: list[str] = []
    for para in zones.recipients[1:]:
        bullet = re.match(r"^[-+*•–]\s*", para.text)
        if lines and not bullet and not lines[-1].endswith((";", ".", ",", ":")):
            lines[-1] = f"{lines[-1]} {para.text}"
        elif para.text:
            lines.append(para.text[bullet.end() :] if bullet else para.text)
    return tuple(line.rstrip(";,. ") for line in lines if line.strip("- "))


def _year(title: str | None, when: date | None, date_text: str | None) -> int | None:
    """The one year that the title names for the plan's work, else the year of its date line."""
    stated = re.findall(
        r"\bnăm\s+(20\d{2})\b", re.sub(r"ngày[^;,]*?(?:20\d{2}|/20\d{2})", "", title or ""), re.IGNORECASE
    )
    stated = [year for year in stated if not re.search(rf"đến năm\s+{year}", title or "", re.IGNORECASE)]
    if len(set(stated)) == 1:
        return int(stated[0])
    if when:
        return when.year
    loose = re.search(r"20\d{2}", date_text or "")
    return int(loose.group(0)) if loose else None


def read_header(zones: Zones, text: str) -> Header:
    """Read every header field with its span; a field that the source leaves blank is None."""
    spans: list[tuple[str, Span]] = []
    number, at, printed_line = _number(zones.head, text)
    captions = _captions(zones)
    if number is None and not printed_line:
        for para, match in captions:
            caption = DOCUMENT_NUMBER.search(match.group("number"))
            if caption:
                number, at = caption.group(0), _within(para, caption.group(0), text)
                break
    if number and at:
        spans.append(("number", at))
    dateline = _dateline(zones.head)
    if dateline is None:
        dateline = next(((p, m) for p, c in captions if (m := _DATE.search(p.text)) and find_date(m.group(0))), None)
        place = None
    else:
        place = _PLACE.search(DOCUMENT_NUMBER.sub(" ; ", dateline[0].text))
    date_text = dateline[1].group("text") if dateline else None
    when = find_date(date_text) if date_text else None
    if dateline and date_text:
        spans.append(("date", _within(dateline[0], date_text, text)))
        if place:
            spans.append(("place", _within(dateline[0], place.group("place"), text)))
    issuer = _issuer(zones, captions, text)
    if issuer:
        spans.append(("issuer", issuer[1]))
    title = " ".join(para.text for para in zones.title) or None
    if zones.title:
        spans.append(("title", Span(zones.title[0].span.start, zones.title[-1].span.end)))
    names, positions = _signers(zones)
    spans.extend((name, found[0].span) for name, found in (("signer", names), ("signer_title", positions)) if found)
    return Header(
        number=collapse(number) if number else None, date=when, date_text=collapse(date_text) if date_text else None,
        place=place.group("place").strip() if place else None, issuer=issuer[0] if issuer else None, title=title,
        signer="; ".join(para.text for para in names) or None,
        signer_title="; ".join(para.text for para in positions) or None, legal_bases=_bases(zones, text), recipients=_recipients(zones),
        year=_year(title, when, date_text), spans=tuple(spans),
    )  # fmt: skip
