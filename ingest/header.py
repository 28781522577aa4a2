"""What the head, the enacting clause, the annex captions and the signature block say about the plan.

Blank stays blank: "Số: /KH-UBND" has no number and "ngày tháng 3 năm 2026" no date. Where the head prints no
number line at all, the number that the plan's own annex captions print is taken; likewise the date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile, pairwise, takewhile

from ingest.closing import recipients, signers
from ingest.document import Span
from ingest.encodings.syllables import is_syllable
from ingest.folding import fold
from ingest.letterhead import AUTHORITY
from ingest.letters import UPPER, either
from ingest.markup import collapse, find_words
from ingest.plan import Basis, Header
from ingest.prose import Para, is_caps
from ingest.units import unit_key
from ingest.zones import ATTACHED, DECISION, Zones

DOCUMENT_NUMBER = re.compile(
    r"(?<![\w/.-])\d{1,5}[a-zđ]?(?:/(?:19|20)\d{2})?"  # 48, 07a, 33/2013
    r"\s?[-/]\s?[A-ZĐ][A-Za-zĐđƯưỦ&]*\d{0,2}"  # -NQ, /KH, /QH15
    r"(?:\s?[-/]\s?[A-ZĐƯ][\wĐđƯưỦủ&.]*)*(?<![.&])"  # /TU, -UBND
)
_NUMBER_LINE = re.compile(  # not the last word of an office: "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"
    r"(?:^(?:Số|SỐ)\b|\b(?:Số|SỐ)(?=\s*:|\s*[\d.…/-]))\s*:?\s*(?P<number>\S.*)?$"
)
_CITES = re.compile(  # what names another document, not this one: "CHỈ THỊ SỐ …"
    r"(?:chỉ thị|quyết định|nghị quyết|kế hoạch|chương trình|kết luận|thông tư|nghị định|công văn|thông báo|đề án|luật)\s*$",
    re.IGNORECASE,
)
_BLANK_NUMBER = re.compile(r"[\s.…]*[-/]?\s*[A-ZĐ]")
_DATE = re.compile(
    r"(?P<text>ngày\s*(?P<d>[\d.…]*)\s*tháng\s*(?P<m>[\d.…]*)\s*năm\s*(?P<y>\d{4}|[\d.…]*))", re.IGNORECASE
)
_SHORT_DATE = re.compile(r"ngày\s*(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{4})")
_BARE_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LABELLED_DAY = re.compile(r"Ngày(?: ban hành| ký)?\s*:\s*(?P<date>\S.*?)\.?")
_LABELLED_ISSUER = re.compile(r"(?:Cơ quan|Đơn vị|Nơi) ban hành\s*:\s*(?P<issuer>\S.*?)\.?")
_NAME = rf"[{UPPER}][\w.’']*"
_PLACE = re.compile(rf"(?P<place>(?:Thành phố\s+)?{_NAME}(?:\s+(?:[-–]\s+)?{_NAME})*)\s*,\s*(?=[Nn]gày\b)")
_CUT_PLACE = re.compile(rf"{_NAME}(?:\s+{_NAME})?")
_LAST_DATELINE = re.compile(rf"{_PLACE.pattern}(?P<date>ngày\s*\d{{1,2}}\s*tháng\s*\d{{1,2}}\s*năm\s*\d{{4}})\.?")
_BEFORE_DATE = re.compile(rf"(?:^|\bSố\s*:.*|{_PLACE.pattern.partition('(?=')[0]})\s*$")
_CAPTION = re.compile(
    r"kèm theo\s+(?:Kế hoạch|Chương trình|Phương án|Văn bản|Quyết định|Nghị quyết|Chỉ thị|Thông báo|Đề án|Công văn|Tờ trình)"
    r"\s+(?:số\s*:?\s*)?"
    r"(?P<number>[^,]*?)\s*,?\s*(?P<date>ngày.*?\d{4})?\s*(?:của\s+(?P<issuer>[^)]+?))?\s*\)?[\s*]*$",
    re.IGNORECASE,
)
_ISSUES = (
    r"(?:\s*\([^()]{1,80}\))?\s+(?:thống nhất\s+)?(?:ban hành|xây dựng|lập|đề ra|triển khai)"
    r"\s+(?:Kế hoạch|kế hoạch|Chương trình|chương trình|Phương án)"
)
_ISSUER = (
    either(
        *("Ủy ban", "Uỷ ban", "UBND", "Sở", "Bộ", "Ban", "Phòng", "Đảng ủy", "Huyện ủy", "Tỉnh ủy", "Thành ủy"),
        *("Hội đồng", "Trung tâm", "Công an", "Cục", "Chi cục", "Trường", "Văn phòng", "Đoàn", "Hội", "Liên", "Tổng"),
        *("Thanh tra", "Viện", "Thủ tướng Chính phủ", "Vụ", "Học viện", "Bệnh viện", "Bảo hiểm", "Kho bạc", "Tòa án"),
        *("Tỉnh đoàn", "Thành đoàn", "Công đoàn", "Chi bộ", "Đảng bộ", "Mặt trận", "Đại học"),
        *("Công ty", "Tập đoàn", "Ngân hàng", "Bảo tàng", "Thư viện", "Đài"),
    )
    + r"\b"
)
_WORD = r"(?!\s(?:ngày|về|số|tại|theo|kèm|tổng hợp|báo cáo|chủ trì|phối hợp|có trách nhiệm|gửi|hướng dẫn|tình hình|kết quả|việc)\s)"  # no name holds these
_WITH = r"(?:,?\s+(?:chủ trì,?\s+)?phối hợp (?:với|cùng)\s+[^;:.]{1,160}?)?"  # who helps issues nothing
_OTHER = r"(?<![\w/-])(?<!của )(?<!tịch )(?<!trưởng )"  # what another document is "of"
_ENACTS = re.compile(rf"{_OTHER}(?P<issuer>{_ISSUER}(?:{_WORD}[^,;:.]){{0,200}}?){_WITH}{_ISSUES}")
_ENACTS_ALONE = re.compile(
    rf"(?P<issuer>{_ISSUER}(?:{_WORD}[^;:.]){{0,200}}?){_WITH}{_ISSUES}"
)  # opens its paragraph: a comma is its own
_ASKS = re.compile(  # how a letter or a notice ends: "… yêu cầu các đơn vị …", "… thông báo để … biết"
    rf"(?P<issuer>{_ISSUER}(?:{_WORD}[^;:.]){{0,120}}?)\s+(?:yêu cầu|đề nghị|(?:trân trọng )?thông báo)\s+"
    r"(?:các|để|thủ trưởng|đồng chí|quý)\b",
    re.IGNORECASE,
)
_CALLED_SHORT = re.compile(r"\s*\((?:sau đây |dưới đây )?(?:được )?(?:gọi|viết) (?:chung |tắt )*là [^)]*\)\s*$")
_MOTTO = re.compile(r"CỘNG\s*HÒ?[ÀA]\s*XÃ\s*HỘI.*|ĐẢNG CỘNG SẢN VIỆT NAM.*|Độc lập\s*[-–].*", re.IGNORECASE)
_MOTTO_TAIL = re.compile(r"^(?:CHỦ NGHĨA|VIỆT NAM)")
_CUT_MOTTO = re.compile(r"(?:cong ?hoa xa hoi chu nghia|dang cong san) viet nam")
_MOTTO_LINES = 4
_UNENDED = re.compile(r"(?:,|-|–|\b(?:VÀ|CỦA|CÁC))$")  # no name of an office ends so
_TERRITORY = re.compile(r"^(?:TỈNH|THÀNH PHỐ|QUẬN|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b")
_ORGAN = re.compile(r"BAN (?:THƯỜNG VỤ|CHẤP HÀNH)")
_NAMED_YEAR = re.compile(r"(?<!đến )\bnăm\s+(20\d{2})\b", re.IGNORECASE)
_DAY_WITH_YEAR = re.compile(r"ngày[^;,]*?/?20\d{2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A value as printed and where it stands."""

    text: str
    span: Span


_Caption = tuple[Para, re.Match[str]]


def find_date(text: str) -> date | None:
    """The first complete date that ``text`` prints, None when it prints none."""
    for match in _DATE.finditer(text):
        found = _calendar(match.group("d"), match.group("m"), match.group("y"))
        if found:
            return found
    short = _SHORT_DATE.search(text) or _BARE_DATE.fullmatch(text)
    if short is None:
        iso = _ISO.fullmatch(text)
        return _calendar(*reversed(iso.groups())) if iso else None
    return _calendar(*short.groups())


def _calendar(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _within(para: Para, piece: str, text: str) -> _Printed:
    """A piece of a paragraph with its span; the whole paragraph's when it cannot be found again."""
    return _Printed(piece, find_words(piece, text, para.span) or para.span)


def _captions(zones: Zones) -> list[_Caption]:
    """The lines under titles that say which plan an annex, or which decision the plan, belongs to."""
    found: list[_Caption] = []
    found.extend((para, match) for para in zones.title if (match := _CAPTION.search(para.text)))
    for annex in zones.annexes:
        lines = [annex.heading, *(piece for piece in annex.body if isinstance(piece, Para))]
        found.extend((para, match) for para in lines[:8] if (match := _CAPTION.search(para.text)))
    return found


def _number(head: Sequence[Para], captions: Sequence[_Caption], text: str) -> _Printed | None:
    """The plan's own number: by its number line, or, where the head prints none, by the annex captions."""
    for at, para in enumerate(head):
        line = _NUMBER_LINE.search(para.text)
        if not line or _CITES.search(para.text[: line.start()]):
            continue
        number = line.group("number") or ""
        if not number and at + 1 < len(head) and DOCUMENT_NUMBER.fullmatch(head[at + 1].text):
            return _Printed(head[at + 1].text, head[at + 1].span)
        printed = DOCUMENT_NUMBER.match(number)
        if printed:
            return _within(para, printed.group(), text)
        if not number or _BLANK_NUMBER.match(number):
            return None
    for para, caption in captions:
        own = DOCUMENT_NUMBER.search(caption.group("number"))
        if own:
            return _within(para, own.group(), text)
    return None


def _issuer(zones: Zones, captions: Sequence[_Caption], text: str) -> _Printed | None:
    """Who issues the plan: by the enacting clause, else the captions, else the letterhead; the fullest name wins."""
    found = [*_enacting(zones)]
    found.extend((match.group("issuer").strip(" ."), para) for para, match in captions if match.group("issuer"))
    found.extend((para.text, para) for para in (_letterhead(zones.head), _authority(zones.head)) if para)
    if not found:
        labels = ((para, match) for para in zones.head if (match := _LABELLED_ISSUER.fullmatch(para.text)))
        return next((_within(para, match.group("issuer"), text) for para, match in labels), None)
    best, where = found[0]
    for other, para in found[1:]:
        if unit_key(other).startswith(unit_key(best) + " "):
            best, where = other, para
    return _within(where, best, text)


def _enacting(zones: Zones) -> list[tuple[str, Para]]:
    """The unit that the last "… ban hành Kế hoạch" before the body names, if any."""
    prose = [*zones.bases, *(piece for piece in zones.body[:3] if isinstance(piece, Para))]
    for para in reversed(prose):
        alone = _ENACTS_ALONE.match(para.text)
        matches = [alone] if alone else list(_ENACTS.finditer(para.text))
        if matches:
            return [(_CALLED_SHORT.sub("", matches[-1].group("issuer")).strip(), para)]
    asked = (
        (match, para) for para in reversed(zones.body) if isinstance(para, Para) and (match := _ASKS.match(para.text))
    )
    return [(match.group("issuer"), para) for match, para in asked][:1] if zones.kind is None else []


def _authority(head: Sequence[Para]) -> Para | None:
    """Who takes the decision above an attached plan: the capital line that stands under its title."""
    enacted = dropwhile(lambda para: not DECISION.match(para.text), head)
    return next((para for para in enacted if is_caps(para.text) and AUTHORITY.match(para.text)), None)


def _letterhead(head: Sequence[Para]) -> Para | None:
    """The issuing office in the top left corner: the last capital line before the number, with its territory."""
    held: Para | None = None
    motto = _cut_motto(head)
    for para in head:
        line = "" if para in motto else collapse(_MOTTO.sub("", para.text))
        if _NUMBER_LINE.search(line):
            break
        cut = held is not None and is_syllable(line)
        if (len(line) <= 4 and not cut) or not is_caps(line) or _MOTTO_TAIL.match(line):
            continue
        if held is not None and _ORGAN.fullmatch(line):
            continue  # of the office above
        printed = Para(line, para.span)
        held = _spanning(held, printed) if held is not None and _goes_on(held, printed) else printed
    return held


def _cut_motto(head: Sequence[Para]) -> Sequence[Para]:
    """The lines that together say the state's or the party's name, where a narrow column cuts it anywhere."""
    for at in range(len(head)):
        for end in range(at + 1, min(len(head), at + _MOTTO_LINES) + 1):
            if _CUT_MOTTO.match(fold(" ".join(para.text for para in head[at:end]))):
                return head[at:end]
    return ()


def _goes_on(above: Para, line: Para) -> bool:
    """Whether a line of the letterhead ends the name above it: its territory, or what a narrow column had no room for."""
    broken = line.text.startswith("VÀ ") or _UNENDED.search(above.text) or is_syllable(line.text)
    return above.span.end <= line.span.start and bool(_TERRITORY.match(line.text) or broken)


def _spanning(first: Para, last: Para) -> Para:
    return Para(f"{first.text} {last.text}", Span(first.span.start, last.span.end))


def _dateline(zones: Zones, captions: Sequence[_Caption], text: str) -> tuple[_Printed | None, _Printed | None]:
    """The date as printed and the place before it; the last line's or a caption's where the head has none.

    A date whose day is blank stays so, unless a caption tells it.
    """
    blank: tuple[_Printed | None, _Printed | None] = (None, None)  # for its day, which a caption may tell
    head = _whole_places(zones.head)
    for para in (*head, *(_spanning(a, b) for a, b in pairwise(head))):
        match = _DATE.search(para.text)
        if match and _BEFORE_DATE.search(para.text[: match.start()]):
            place = _PLACE.search(DOCUMENT_NUMBER.sub(" ; ", para.text))
            where = _within(para, place.group("place").strip(), text) if place else None
            blank = _within(para, match.group("text"), text), where
            if find_date(match.group()):
                return blank
            break
        short = _SHORT_DATE.search(para.text)
        place = _PLACE.search(DOCUMENT_NUMBER.sub(" ; ", para.text))
        if short and place and _BEFORE_DATE.search(para.text[: short.start()]):
            return _within(para, short.group(), text), _within(para, place.group("place").strip(), text)
    for para in head:
        labelled = _LABELLED_DAY.fullmatch(para.text)
        if labelled and find_date(labelled.group("date")):
            return _within(para, labelled.group("date"), text), blank[1]
    last = [piece for piece in zones.body[-3:] if isinstance(piece, Para)]
    for para in (*last, *zones.signature):
        line = _LAST_DATELINE.fullmatch(para.text)
        if line and find_date(para.text):
            return _within(para, line.group("date"), text), _within(para, line.group("place"), text)
    own = _number(head, captions, text)
    for para, caption in captions:
        day = caption.group("date") or ""
        other = blank[0] and own and own.text not in caption.group("number")  # of the decision it is attached to
        if find_date(day) and not other:
            return _within(para, day, text), blank[1]
    return blank


def _whole_places(head: Sequence[Para]) -> Sequence[Para]:
    """The lines of a head, a place that is cut over two ("Sông" | "Mơ, ngày …") put back together."""
    found: list[Para] = []
    for para in head:
        cut = bool(found) and _CUT_PLACE.fullmatch(found[-1].text) and _PLACE.match(para.text)
        found.append(_spanning(found.pop(), para) if cut else para)
    return found


def _bases(zones: Zones, text: str) -> tuple[Basis, ...]:
    """The documents that the plan rests on, each once, with the date that follows its number."""
    found: dict[str, Basis] = {}
    for para in zones.bases:
        matches = list(DOCUMENT_NUMBER.finditer(para.text))
        ends = [*(match.start() for match in matches[1:]), len(para.text)]
        for match, end in zip(matches, ends, strict=False):
            number = collapse(match.group())
            issued = find_date(para.text[match.start() : min(end, match.end() + 60)])
            basis = Basis(number, issued, para.text, _within(para, number, text).span)
            known = found.setdefault(number.replace(" ", ""), basis)
            if len(number) < len(known.number):  # printed again without the space of a slip
                found[number.replace(" ", "")] = basis
    return tuple(found.values())


def year_of(title: str, when: date | None, date_text: str) -> int | None:
    """The one year that the title names for the plan's work, else the year of its date line."""
    stated = set(_NAMED_YEAR.findall(_DAY_WITH_YEAR.sub("", title)))
    if len(stated) == 1:
        return int(stated.pop())
    if when:
        return when.year
    loose = re.search(r"20\d{2}", date_text)
    return int(loose.group()) if loose else None


def read_header(zones: Zones, text: str) -> Header:
    """Read every header field with its span; a field that the source leaves blank is None."""
    captions = _captions(zones)
    dateline, place = _dateline(zones, captions, text)
    names, positions = signers(zones.signature, text)
    found = {
        "number": _number(zones.head, captions, text),
        "date": dateline,
        "place": place,
        "issuer": _issuer(zones, captions, text),
        "title": _joined(
            [para for para in zones.title or _annex_title(zones, text) if not ATTACHED.match(para.text)], " "
        ),
        "signer": _joined(names, "; "),
        "signer_title": _joined(positions, "; "),
    }
    printed = {field: one.text for field, one in found.items() if one}
    when = find_date(printed.get("date", ""))
    return Header(
        number=collapse(printed["number"]) if "number" in printed else None,
        date=when,
        date_text=collapse(printed["date"]) if "date" in printed else None,
        place=printed.get("place"),
        issuer=printed.get("issuer"),
        title=printed.get("title"),
        signer=printed.get("signer"),
        signer_title=printed.get("signer_title"),
        legal_bases=_bases(zones, text),
        recipients=recipients(zones.recipients),
        year=year_of(printed.get("title", ""), when, printed.get("date", "")),
        spans=tuple((field, one.span) for field, one in found.items() if one),
    )


def _annex_title(zones: Zones, text: str) -> list[Para]:
    """The capitals that open the first annex, where a file holds nothing before it: they say what it is all about."""
    if zones.head or zones.body or not zones.annexes:
        return []
    annex = zones.annexes[0]
    lines = [piece for piece in annex.body if isinstance(piece, Para)]
    own = _own_title(annex.heading, text)
    return [*([own] if own else []), *takewhile(lambda line: is_caps(line.text), lines)]


def _own_title(heading: Para, text: str) -> Para | None:
    """What the line that names an annex goes on to say: "PHỤ LỤC I: PHÂN CÔNG NHIỆM VỤ"."""
    colon = re.match(r"[^:.]{1,30}[:.]\s+(?=\S)", heading.text)
    words = heading.text[colon.end() :] if colon else ""
    span = find_words(words, text, heading.span)
    return Para(words, span) if span else None


def _joined(paras: Sequence[Para], separator: str) -> _Printed | None:
    """Several paragraphs as one value, from the first to the last."""
    if not paras:
        return None
    spans = [para.span for para in paras]
    return _Printed(separator.join(para.text for para in paras), Span(min(spans).start, max(spans).end))
