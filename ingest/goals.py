"""Targets stated in prose: bullets under a heading that promises targets, with the value picked out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import Span
from ingest.folding import fold
from ingest.letters import UPPER
from ingest.marks import read_mark
from ingest.markup import find_words
from ingest.plan import FIXED_PLACES, Clause, Field, Section, Target

_SPECIFIC = re.compile(
    r"(?:muc tieu|chi tieu).*cu the|^cac chi tieu|^chi tieu\b|chi tieu (?:chu yeu|chinh|phan dau)|muc tieu den nam"
)
_GENERAL = re.compile(r"(?:muc tieu|muc dich).*(?:tong quat|chung)|^muc dich|quan diem|nguyen tac")
_GOAL = re.compile(r"muc tieu|chi tieu")
_WORK = re.compile(
    r"^(?:cac |mot so |noi dung,? |phuong huong,? )*(?:nhiem vu|giai phap)|^to chuc thuc hien|^phan cong"
)  # under these a figure tells what to do
_BOUND = r"(?:(?:trên|dưới|hơn|ít nhất|tối thiểu|tối đa|không quá|không dưới|khoảng|[≥≤><])\s*)?"
_NUMBER = r"\d+(?:[.,]\d+)*"
_COUNTABLE = (
    "lượt khách|lao động|cây|phiên|nhà|phút/lượt|phút|tỉnh|lần/năm|lần|xã|phường|thôn|khu phố|khu dân cư|tổ dân phố|ấp|buôn|hộ|người|đơn vị|cơ quan|mô hình|lớp"
    "|cuộc|hội nghị|ha|km|tỷ đồng|triệu đồng|đồng|doanh nghiệp|sản phẩm|dự án|nhiệm vụ|cơ sở|trường|điểm|bộ"
    "|hệ thống|tiêu chí|chỉ tiêu|thủ tục|dịch vụ|hợp tác xã|làng|tổ|buổi|đợt|bài|tin|m2|m3|tấn|giường|bác sĩ"
    "|cán bộ|học sinh|lượt|khách|ngày|giờ|công trình|trạm|tuyến|cụm|câu lạc bộ|đảng viên|hội viên|đoàn viên|giáo viên"
    "|mẫu|con|liều|suất|gian hàng|văn bản|hồ sơ|chợ|ca|máy|giải(?! pháp| quyết| trình)"
    "|sinh viên|đối tượng|tác phẩm|chuyên mục|phóng sự|thiết bị|trung tâm|MW|kWh"
)
_PERCENT = re.compile(rf"{_BOUND}{_NUMBER}\s*(?:[-–]\s*{_NUMBER}\s*)?%", re.IGNORECASE)
_COUNTED = re.compile(
    rf"{_BOUND}(?<![\d/.,-]){_NUMBER}(?![\d/]*/|\s*[-/]\s*[A-ZĐ])\s+"
    rf"(?:(?:triệu|nghìn|ngàn|tỷ)\s+)?(?:{_COUNTABLE})\b",
    re.IGNORECASE,
)
_LEAST = r"(?:ít nhất|tối thiểu|tối đa|không quá|không dưới)"
_BOUNDED = re.compile(  # with such a bound any noun is counted: "tối thiểu 2 cụm sản xuất"
    rf"{_LEAST}\s+{_NUMBER}(?!\s*(?:%|[/.-]\s*\d))\s+(?!(?:năm|tháng|ngày|giờ)\b)[^\W\d]+(?:\s+(?!(?:và|được|có|trong|tại|cho|để)\b)[^\W\d]+)?",
    re.IGNORECASE,
)
_FEW_WORDS = r"(?:\s+(?!vào|trong|đến|năm|sinh ra|xuống|trở)[^\W\d]+)"
_RATIO = re.compile(  # "dưới 7/10.000", "9 em/1.000 học sinh"; 15/4 is a day
    rf"{_BOUND}(?<![\d/.,-]){_NUMBER}(?:{_FEW_WORDS}{{1,4}}/{_NUMBER}|/\d{{1,3}}(?:\.\d{{3}})+){_FEW_WORDS}{{0,4}}",
    re.IGNORECASE,
)
_SOME_OF = re.compile(  # "9/9 thôn", "đạt 15/19 tiêu chí"; no day stands before what is counted
    rf"{_BOUND}(?<![\d/.,-])(?<!ngày )(?<!tháng )(?<!quý )(?<!số ){_NUMBER}/{_NUMBER}\s+(?!ngày|giờ)(?:{_COUNTABLE})\b",
    re.IGNORECASE,
)
_OF_TWO = (
    "(?:lượt|du|hành) khách|(?:học|thí) sinh|(?:giáo|sinh|nhân|đoàn|hội|đảng|thành) viên|(?:người|giường) bệnh"
    "|(?:công|bệnh) nhân|doanh nghiệp|hộ (?:gia đình|cận nghèo|nghèo|dân)|thủ tục hành chính"
)
"""What a rate is for, in more than one word."""
_RATE = re.compile(  # "2,1 con/phụ nữ", "dưới 40 μg/m3"
    rf"{_BOUND}(?<![\w/.,-]){_NUMBER}\s+[^\W\d]+(?:\s+[^\W\d]+)?/(?!hoặc)(?:{_OF_TWO}|[^\W\d]\w*(?:\s+(?:nữ|dân|năm|tháng))?)",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"{_LEAST}\s+(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s+(?!(?:trong|số|phần|nửa|năm|tháng|ngày)\b)[^\W\d]+(?:\s+(?!(?:và|được|có|tại|cho|để)\b)[^\W\d]+)?",
    re.IGNORECASE,
)
_GRADE = re.compile(r"\b(?:cấp độ|mức độ|hạng|thứ|top)\s+\d{1,3}\b", re.IGNORECASE)
_CHANGE = re.compile(rf"(?:xuống|lên)(?:\s+còn)?\s+(?P<to>{_NUMBER}\s*%)")
_CHANGED_COUNT = re.compile(  # "từ 74 phút xuống còn 50 phút"
    rf"\btừ\s+{_NUMBER}\s+[^.;%]{{2,40}}?(?:xuống|lên|còn|thành)(?:\s+còn)?\s+(?P<to>{_BOUND}{_NUMBER}\s+(?:{_COUNTABLE}))\b"
)
_GROWTH = re.compile(r",\s+(?:tăng|giảm)\s+(?:(?:trên|khoảng|ít nhất|tối thiểu|thêm)\s+)?$", re.IGNORECASE)
_AIM = re.compile(r"\b(?:phấn đấu|mục tiêu là)\b", re.IGNORECASE)
_BY_YEAR = re.compile(
    r"\b(?:(?:đến|tới) (?:hết |cuối )?năm (?P<year>20\d\d)\b(?=[^.;:]*?\d\s*%)"
    r"|giai đoạn 20\d\d\s*[-–]\s*(?P<last>20\d\d)\b(?=[^.;:]*?\bđạt\b[^.;:]{0,40}\d\s*%))",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:đã đạt|đã có|hiện nay|hiện có|hiện đạt)\b", re.IGNORECASE)
_NOW = re.compile(r"(?:Hiện nay|Hiện tại|Hiện có|Tính đến|Đến nay|Thời gian qua)\b")
_LABELLED = re.compile(r"(?:Chỉ tiêu|Mục tiêu)\s+(?:số\s+)?\d{1,2}(?:\.\d{1,2})?\s*[:.]\s+\S")
_ASIDES = re.compile(r"\([^()]*\)")
_ITEMS = re.compile(r";\s+")
_SENTENCE = re.compile(rf"[.:;]\s+(?=[{UPPER}])")
_PAST = re.compile(r"hien trang|ket qua|thuc trang|danh gia|tinh hinh")
_LONGEST_MARK = 8
_LONGEST_PROMISE = 150  # characters; a longer "heading" is a whole sentence under a number


def _value(text: str) -> Span | None:
    """Where the figure aimed at stands: of "from … to …" the second, else the first, percentages before counts.

    What stands in brackets only explains a figure, where there is one outside them.
    """
    outside = _ASIDES.sub(lambda aside: "\x00" * len(aside.group()), text)
    return _figure(outside) or _figure(text)


def _figure(text: str) -> Span | None:
    change = _CHANGE.search(text) or _CHANGED_COUNT.search(text)
    if change:
        return Span(*change.span("to"))
    ratios = list(_RATIO.finditer(text))
    counted = (
        _SOME_OF.search(text)
        or _RATE.search(text)
        or _COUNTED.search(text)
        or _BOUNDED.search(text)
        or _IN_WORDS.search(text)
    )
    percent = _PERCENT.search(text)
    if percent and counted and counted.end() <= percent.start() and _GROWTH.search(text, 0, percent.start()):
        percent = None  # "đạt 940 tỷ đồng, tăng 12% so với năm 2025" only compares
    found = percent or (ratios[-1] if ratios else None) or counted or _GRADE.search(text)
    return Span(*found.span()) if found else None


def figures(text: str) -> list[tuple[int, int]]:
    """Where a text names figures with what they count or measure, as offsets in order."""
    found: list[tuple[int, int]] = []
    for pattern in (_PERCENT, _COUNTED, _GRADE):
        spans = [match.span() for match in pattern.finditer(text)]
        found += [span for span in spans if not any(a < span[1] and span[0] < b for a, b in found)]
    return sorted(found)


def _field(clause: Clause, text: str, start: int, end: int) -> Field:
    """A piece of a clause as a field; offsets count in the clause's collapsed text."""
    piece = clause.text[start:end]
    return Field(piece, (find_words(piece, text, clause.span) or clause.span,))


def _chain(locator: str, headings: dict[str, str]) -> list[str]:
    chain = []
    while locator:
        chain.append(fold(headings.get(locator, "")))
        locator = locator.rpartition("/")[0]
    return chain


def _promised(locator: str, headings: dict[str, str]) -> bool:
    """Whether the headings over a clause promise targets, the general aims apart."""
    chain = _chain(locator, headings)
    if any(_GENERAL.search(heading) for heading in chain[:2]) and not any(_SPECIFIC.search(h) for h in chain[:1]):
        return False
    nearest = next((heading for heading in chain if _GOAL.search(heading) or _WORK.search(heading)), "")
    return bool(_GOAL.search(nearest))


def _aim(clause: Clause, headings: dict[str, str], year: int | None) -> int | None:
    """Where a clause under another heading itself says what is aimed at, in figures: "phấn đấu đạt 80%"; None where it does not."""
    above = _chain(clause.locator, headings)
    if clause.locator in FIXED_PLACES or any(map(_PAST.search, above[:1])):
        return None
    aims = list(_AIM.finditer(clause.text))
    figure = _PERCENT.search(clause.text, aims[0].end()) if aims else None
    aim = next((one for one in reversed(aims) if figure is None or one.start() < figure.start()), None)
    if aim and (_PERCENT.search(clause.text, aim.start()) or _BOUNDED.search(clause.text, aim.start())):
        return aim.start()
    by = _BY_YEAR.search(clause.text)
    if (
        by is None
        or int(by.group("year") or by.group("last")) < (year or 0)
        or any(map(_PAST.search, above))
        or _DONE.search(clause.text)
    ):
        return None
    return by.start()


def goals_of(
    clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None = None
) -> tuple[Target, ...]:
    """Prose targets in document order: bullets that name a figure under a heading that promises targets, and aims elsewhere.

    Of several figures that semicolons part each is a target of its own. An aim for a year before the plan's is none.
    """
    headings = {section.locator: _promise(section) for section in sections}
    found: list[Target] = []
    for clause in clauses:
        if not _may_promise(clause):
            continue
        mark = read_mark(clause.text)
        start = len(clause.text) - len(mark.rest) if mark else 0
        if _NOW.match(clause.text[start:]):
            continue
        promised = _promised(clause.locator, headings)
        aim = start if promised else _aim(clause, headings, year)
        if aim is None:
            continue
        if promised and _LABELLED.match(clause.text[start:]) and not _value(clause.text[start:]):
            found.append(_target(clause, text, Span(start, len(clause.text)), None))
        found.extend(_target(clause, text, item, value) for item, value in _items(clause.text, start, aim))
    return tuple(found)


def _items(words: str, start: int, aim: int) -> list[tuple[Span, Span]]:
    """The items of a clause with their figures: those that semicolons part, if more than one has a figure, else the whole."""
    ends = [match.start() for match in _ITEMS.finditer(words, aim)]
    starts = [_begins(words, start, aim), *(match.end() for match in _ITEMS.finditer(words, aim))]
    items = [Span(a, b) for a, b in zip(starts, [*ends, len(words)], strict=True)]
    valued = [(item, value) for item in items if (value := _value(item.slice(words)))]
    if len(valued) > 1:
        figures_ = [(item, Span(item.start + value.start, item.start + value.end)) for item, value in valued]
        return [(Span(_begins(words, item.start, value.start), item.end), value) for item, value in figures_]
    whole = _value(words[start:])
    return [(Span(start, len(words)), Span(start + whole.start, start + whole.end))] if whole else []


def _begins(words: str, start: int, at: int) -> int:
    """Where the sentence begins that holds a place; a label ("Chỉ tiêu 2: …") is part of it."""
    ends = [match.end() for match in _SENTENCE.finditer(words, start, at)]
    return ends[-1] if ends and not (len(ends) == 1 and _LABELLED.match(words[start:])) else start


def _may_promise(clause: Clause) -> bool:
    """Titles, footnotes, rows of data, remarks in brackets and words that only lead in a list state no target."""
    aside = clause.locator.endswith("/tiêu đề") or "chú thích" in clause.locator or bool(clause.cells)
    return not aside and not clause.text.startswith("(") and not clause.text.rstrip().endswith(":")


def _promise(section: Section) -> str:
    """A heading's words; a whole sentence under a number is a clause, no promise of targets."""
    return section.heading if len(section.heading) < _LONGEST_PROMISE else ""


def _target(clause: Clause, text: str, item: Span, value: Span | None) -> Target:
    figure = _field(clause, text, value.start, value.end) if value else Field()
    name = _field(clause, text, item.start, item.start + len(item.slice(clause.text).rstrip(" .;,")))
    whole = item.end - item.start > len(clause.text) - _LONGEST_MARK
    return Target(
        locator=clause.locator,
        annex=None,
        group=None,
        ordinal="",
        parent=None,
        name=name,
        unit=Field("%", figure.spans) if figure.text.endswith("%") else Field(),
        value=figure,
        lead=Field(),
        note=Field(),
        leads=(),
        supports=(),
        spans=(clause.span,) if whole else name.spans,
    )
