"""Reporting duties in prose: who reports what to whom, how often, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.dues import parse_due
from ingest.markup import collapse
from ingest.outline import read_mark
from ingest.plan import Clause, Duty, Section
from ingest.prose import is_caps
from ingest.units import starts_like_unit

_REPORT = re.compile(
    r"báo cáo|gửi (?:về|cho|đến|báo cáo)?|phản ánh|sơ kết|tổng kết|thông tin (?:kịp thời )?về", re.IGNORECASE
)
_FREQUENCY = (
    r"(?:định kỳ\s+)?(?:hàng|hằng)\s+(?:năm|quý|tháng|tuần|ngày)|(?:định kỳ\s+)?(?:\d{1,2}|sáu|ba|chín)\s+tháng(?!\s*[/\d]|\s+cuối)(?:\s+(?:đầu năm|một lần))?|báo cáo (?:năm|quý|tháng|tuần)\b|"
    r"(?:định kỳ\s+)?(?:mỗi)\s+(?:năm|quý|tháng)|(?<=[,;và] )(?:quý|năm|tháng)(?=\s*\()"
)
_WHEN = r"(?:trước|chậm nhất|xong trước|hoàn thành trước|vào|trong|từ|muộn nhất)\s+(?:đến\s+|là\s+|vào\s+|trước\s+)*(?:ngày|tháng|quý|\d)[^();.]*?(?=[();.]|,\s*(?:[a-zđ]|\d{1,2} tháng)|\s+(?:để|gửi|về|và|hoặc|đề|tổng hợp|báo cáo|tham mưu)\b|$)"
_RHYTHM = re.compile(rf"(?P<frequency>{_FREQUENCY})(?:\s*\(?\s*(?P<due>{_WHEN})\)?)?", re.IGNORECASE)
_EVERY = re.compile(r"(?:hàng|hằng)\s+(?:năm|quý|tháng|tuần|ngày)")
_DUE = re.compile(_WHEN, re.IGNORECASE)
_ADHOC = re.compile(
    r"(?:báo cáo\s+)?đột xuất(?:\s*(?:\(?(?:theo yêu cầu|khi có yêu cầu|khi được yêu cầu)[^,;.()]*\)?))?", re.IGNORECASE
)
_TO = re.compile(
    r"(?:[Gg]ửi(?:\s+báo cáo)?(?:\s+(?:về|cho|đến))?|[Bb]áo cáo(?:\s+(?:kết quả|tình hình)[^,;.]*?)?(?:\s+(?:về|cho|với|đến|gửi))?|[Pp]hản ánh (?:về|kịp thời về|đến)|qua|về)\s+"
    r"(?P<unit>(?:[A-ZĐỦỦ][\wÀ-ỹ]*|cấp có thẩm quyền|cơ quan có thẩm quyền|cấp trên)(?![\wÀ-ỹ])[^,;.()]*?)"
    r"(?=\s*(?:[,;.()]|\b(?:để|tổng hợp|trước|theo|về (?:kết quả|tình hình)|kết quả|tình hình|xử lý|xem xét|giải quyết|chậm nhất|vào|định kỳ|thông qua|những|các nội dung|hoặc|đồng thời|bằng|trong|cuối|đầu|hằng|hàng|ngay|sau|khi)\b|$))"
)
_NOT_A_DUTY = re.compile(
    r"chế độ báo cáo theo (?:đúng )?quy định|hệ thống báo cáo|hệ thống thông tin báo cáo|báo cáo khoa học|báo cáo chuyên đề, báo cáo",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?P<unit>.+?)\s+(?=(?:có trách nhiệm|chịu trách nhiệm|chủ trì|là đơn vị|tiếp tục|phối hợp|tổ chức (?:nghiên cứu|triển khai|thực hiện|quán triệt|tuyên truyền|rà soát|theo dõi|đánh giá|hướng dẫn|sơ kết|tổng kết)|căn cứ|lãnh đạo cụ thể|cụ thể hóa|bố trí|ban hành|phân công|đưa|hướng dẫn|kiểm tra|quản lý|cập nhật|công bố|lập|giám sát|tuyên truyền|vận động|giúp|bảo đảm|đảm bảo|đề xuất|triển khai|họp|phát hành|chỉ đạo|đôn đốc|thực hiện|tập trung|tham mưu|xây dựng|rà soát|theo dõi|tổng hợp|định kỳ|hàng|hằng|báo cáo|nghiêm túc|chủ động|chỉ đạo|lãnh đạo|phản ánh|gửi)\b)"
)
_TROUBLE = re.compile(
    r"(?:trong quá trình|quá trình|nếu|khi)[^,;.]*?(?:khó khăn|vướng mắc|phát sinh|sửa đổi)[^,;.]*(?:,\s*vướng mắc)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a clause between semicolons, and where it starts in the clause's text."""

    text: str
    at: int


def _parts(text: str) -> list[_Part]:
    cuts = [
        0,
        *(
            m.end()
            for m in re.finditer(
                r";\s+|\.\s+(?=[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ])", text
            )
        ),
        len(text),
    ]
    return [_Part(text[a:b], a) for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip()]


def _is_duty(part: str) -> bool:
    if not _REPORT.search(part) or (_NOT_A_DUTY.search(part) and not _RHYTHM.search(part)):
        return False
    reports = bool(re.search(r"báo cáo|phản ánh|sơ kết|tổng kết", part, re.IGNORECASE))
    timed = bool(_rhythms(part)) or bool(_DUE.search(part)) or bool(re.search(r"định kỳ|đột xuất", part, re.IGNORECASE))
    return bool((_TO.search(part) and (reports or timed)) or (reports and timed))


def _rhythms(part: str) -> list[tuple[str, str]]:
    """Each (frequency, due) that the words name; a lone deadline has an empty frequency."""
    found = [
        (collapse(match.group("frequency")), collapse(match.group("due") or ""))
        for match in _RHYTHM.finditer(part)
        if not re.search(r"(?:trước|ngày)[^,;()]*$", part[max(0, match.start() - 12) : match.start()])
    ]
    return found


def _when(part: str) -> list[tuple[str, str]]:
    found = _rhythms(part)
    if not found:
        due = _DUE.search(part)
        regular = re.search(r"định kỳ", part, re.IGNORECASE)
        trouble = _TROUBLE.search(part)
        frequency = regular.group(0) if regular else (collapse(trouble.group(0)) if trouble and not due else "")
        found = [(frequency, collapse(due.group(0)) if due else "")]
    elif len(found) == 1 and not found[0][1]:
        due = _DUE.search(part)
        found = [(found[0][0], collapse(due.group(0)) if due else "")]
    adhoc = _ADHOC.search(part)
    if adhoc:
        found.append((collapse(adhoc.group(0)), ""))
    return list(dict.fromkeys(found))


def _recipient(part: str) -> str:
    units = [collapse(match.group("unit")) for match in _TO.finditer(part)]
    units = [
        unit
        for unit in units
        if starts_like_unit(unit) or re.match(r"cấp|cơ quan|Thường trực|Lãnh đạo|Chính phủ|Thủ tướng", unit)
    ]
    return units[0] if units else ""


def _own_subject(part: str) -> str:
    """The unit that a sentence itself names as its subject."""
    bare = part.strip()
    mark = read_mark(bare)
    if mark:
        bare = mark.rest
    trouble = re.match(r"^(?:Trong|Quá trình|Nếu|Khi)\b.*?(?:vướng mắc|khó khăn|phát sinh|cụ thể[^,]*),\s*", bare)
    if trouble:
        bare = bare[trouble.end() :]
    subject = _SUBJECT.match(bare)
    unit = collapse(subject.group("unit")) if subject else ""
    capital = unit[:1].isupper() or bool(trouble)
    unit = unit.partition(":")[0]
    return unit if unit and capital and len(unit) < 200 and starts_like_unit(unit) else ""


def _actor(clause: Clause, part: _Part, headings: dict[str, str]) -> str:
    for text in (part.text, clause.text):
        own = _own_subject(text)
        if own:
            return own.rstrip(",")
    locator = clause.locator
    while locator:
        heading = headings.get(locator, "")
        if heading and starts_like_unit(heading) and not is_caps(heading) and len(heading) < 250:
            return heading
        locator = locator.rpartition("/")[0]
    return ""


def duties_of(clauses: Sequence[Clause], sections: Sequence[Section], year: int | None) -> tuple[Duty, ...]:
    """Every reporting duty, one for each rhythm that a clause names (quarterly, half-yearly, yearly, on demand)."""
    headings = {section.locator: section.heading for section in sections}
    found: list[Duty] = []
    for clause in clauses:
        if clause.locator in ("Nơi nhận", "Căn cứ", "Tiêu đề", "Ký") or "chú thích" in clause.locator:
            continue
        for part in _parts(clause.text):
            if not _is_duty(part.text):
                continue
            actor = _actor(clause, part, headings)
            if not actor:
                continue
            for frequency, due in _when(part.text):
                rhythm = _EVERY.search(due) if not frequency else None
                frequency = rhythm.group(0) if rhythm else frequency
                found.append(
                    Duty(
                        clause.locator,
                        actor,
                        _what(part.text),
                        _recipient(part.text),
                        frequency,
                        due,
                        clause.span,
                        parse_due(due or frequency, year),
                    )
                )
    return tuple(found)


def _what(part: str) -> str:
    mark = read_mark(part.strip())
    return (mark.rest if mark else part).strip().rstrip(";. ").removesuffix("./")
