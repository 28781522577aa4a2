"""Tasks of plans that state none by row or label: sentences that charge an office, in prose parted by offices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.document import Span
from ingest.dues import looks_like_due, parse_due
from ingest.letters import either
from ingest.marks import read_mark
from ingest.markup import find_words
from ingest.plan import FIXED_PLACES, Clause, Field, Section, SectionKind, Task
from ingest.units import split_units, starts_like_unit

_DUE = re.compile(
    rf"[;,(.]\s*(?:(?:(?:đảm bảo|bảo đảm|phấn đấu|yêu cầu)\s+)?(?i:hoàn thành|xong)\s+|thời gian(?:\s+\w+){{0,2}}:\s*)"
    rf"(?P<due>{either('trước', 'trong', 'vào', 'xong', 'chậm nhất', 'tháng', 'quý', 'ngày', 'đến')}\b[^;]*?)[\s.;)]*$",
    re.IGNORECASE,
)
_EARLIER = (
    r"(?:ngày\s+\d{1,2}/\d{1,2}(?:/\d{4})?|tháng\s+\d{1,2}(?:/\d{4})?)(?:\s*,|\s+và|\s*,\s*và)\s+(?:(?:trước|vào)\s+)?"
)
"""One of several days, before the next: "trước ngày 25/5 và trước | ngày 10/11/2026"."""
_DAY = re.compile(
    rf"\s(?P<due>(?:trong|vào|xong|trước|chậm nhất)\s+(?:là\s+)?(?:trước\s+)?(?:{_EARLIER})*"
    r"(?:ngày\s+\d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|tháng\s+\d{1,2}/\d{4}|quý\s+(?:[IV]+|[1-4])(?:/|\s+năm\s+)\d{4}))[\s.;)]*$"
)
_WITHIN = re.compile(  # in the middle of a sentence
    r"\s(?P<due>(?:trong|trước|chậm nhất)\s+(?:ngày\s+\d{1,2}/\d{1,2}(?:/\d{4})?|tháng\s+\d{1,2}/\d{4}"
    r"|quý\s+(?:[IV]+|[1-4])(?:/|\s+năm\s+)\d{4}))(?![\d/])"
)
_YEAR = re.compile(r"\shoàn thành\s+(?P<due>(?:trong|trước|vào cuối)\s+năm\s+20\d\d)[\s.;)]*$")
_GIVEN = rf"(?:{either('Giao', 'Phân công', 'Đề nghị', 'Yêu cầu')}\s+)?"
_LEADS = re.compile(
    rf"{_GIVEN}(?P<lead>[^,;:.]*(?:,[^,;:.]*){{0,6}}?)\s*(?:là (?:cơ quan|đơn vị)\s+)?"
    rf"{either('chủ trì', 'làm đầu mối', 'là đầu mối')}\b,?\s*"
)
TOLD_TO = re.compile(r"(?:Giao(?: cho)?|Phân công|Đề nghị|Yêu cầu)\s+(?=\S)")  # "Giao Công an xã rà soát …"
_LEADS_ON = re.compile(r"(?:Lãnh đạo|Chỉ đạo)\b,?\s")  # under the heading of an office what it does, no office itself
_NO_OFFICE = re.compile(r"^(?:Tổ chức|Ban hành|Phòng,? (?:chống|ngừa)|Hội (?:nghị|thảo))\b|[:;.]")
_ANSWERS = re.compile(r"\s+(?:có|chịu) trách nhiệm\s*$")
_TOPIC = re.compile(r"Về\s[^:.;]{2,100}:\s+(?=\S)")  # a conclusion opens with what it is about
_CLOSES = re.compile(  # words that end a letter charge nobody
    r"(?:Trên đây|Trong quá trình|Nhận được)\b|(?:[^.;:]{3,120}?\s)?(?:yêu cầu|đề nghị|thông báo)\s(?:các|để|thủ trưởng|quý)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r",?\s+(?=(?:tham mưu|xây dựng|triển khai|thực hiện|hướng dẫn|tổ chức(?! (?:chính trị|đảng|xã hội|đoàn|thành viên))|kiểm tra|rà soát|đề xuất"
    r"|lập|bố trí|nghiên cứu|theo dõi|kiểm soát(?! bệnh tật)|quản lý|ban hành|thẩm định|đôn đốc|tăng cường|tuyên truyền|đẩy mạnh|kịp thời|cân đối"
    r"|sửa chữa|sửa đổi|chỉ đạo|xử lý|vận động|huy động|giám sát|phát triển|bảo đảm|đảm bảo|hoàn thiện|chuẩn bị|tập huấn"
    r"|cung cấp|cập nhật|điều phối|đánh giá|giúp|(?<!công )(?<!chương )(?<!quy )(?<!giáo )(?<!lộ )(?<!tiến )trình|tiếp tục|kiện toàn|thu thập|phổ biến|ứng dụng|thống kê|phân bổ"
    r"|hỗ trợ|tiến hành|thường xuyên|định kỳ|tích hợp|nâng cao|khai thác|trong|theo|để|nhằm|sửa|mở|đưa|thúc đẩy|khảo sát|tuần tra|duy trì"
    r"|nâng cấp|kết nối|số hóa|công bố|công khai|niêm yết|tiếp nhận|phân công|quán triệt|đăng tải|phát động|khắc phục"
    r"|phát huy|lắp đặt|nạo vét|khơi thông|trồng|trang bị|mua sắm|căn cứ|bằng|làm việc|phối hợp|hoàn thành|cắm|đăng ký|gửi|rút kinh nghiệm|phòng ngừa|phát hiện|xác minh|phân loại|vận hành|thành lập|giải quyết|lồng ghép|lựa chọn|xác định|tổng hợp|báo cáo"
    r"|(?<!quan )(?<!sát )điều tra|tham gia|bổ sung|phê duyệt|chấn chỉnh|bàn giao|nghiệm thu|khởi công|tổng kết|sơ kết|rút ngắn|cắt giảm"
    r"|đơn giản hóa|chuẩn hóa|biên soạn|biên tập|tham vấn|lấy ý kiến|chia sẻ|nhân rộng|chủ động|tích cực|quan tâm|chú trọng|tạo điều kiện"
    r"|mở rộng|xem xét|kêu gọi|ngăn chặn|di dời|sơ tán|tuyển chọn|tu bổ|tôn tạo|chỉnh lý|chỉnh trang|giới thiệu|vệ sinh|thả|phun|tiêm)\b)"
)
_ENDS_CHARGED = re.compile(  # "Lập hồ sơ, giao Phòng Kinh tế chủ trì, phối hợp với các thôn thực hiện"
    rf"(?P<work>.{{8,}}?)[.,;(]\s*{either('[Gg]iao', '[Pp]hân công', 'do')}\s+(?P<lead>[^.;:()]+?)\s+chủ trì"
    rf"(?:,?\s*(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với\s+|cùng\s+)?(?P<support>[^.:()]+?))?"
    rf"(?:,?\s+(?:(?:tổ chức|triển khai)\s+)?thực hiện)?[\s.;)]*"
)
_REPORTS = re.compile(r"\bbáo cáo\b(?! (?:viên|tổng kết|sơ kết|chuyên đề|thuyết minh|đánh giá))", re.IGNORECASE)
_ONLY_DUE = re.compile(
    r"(?:(?:Đảm bảo|Bảo đảm|Phấn đấu|Yêu cầu|Thời hạn)\s+)?[Hh]oàn thành(?: (?:nhiệm vụ|việc) này)?\s+"
    r"(?:trước|trong|vào|xong|chậm nhất|tháng|quý|ngày)\b[^.;]{1,60}[.;]?"
)
_NO_WORK = re.compile(r"(?:(?:tổ chức|triển khai)\s+)?(?:thực hiện)?(?: nhiệm vụ này)?[\s.;]*")
_NAMED = re.compile(r"(?P<unit>[^:.;]{4,120}):\s+(?=\S)")
_ROLE = re.compile(r"(?:\(\d{1,2}\)\s*)?[Cc]hủ trì\b,?\s*")
_NO_LEAD = re.compile(r"(?:cơ quan|đơn vị|được (?:phân công|giao)|bộ phận)$", re.IGNORECASE)
_LONGEST_LEAD = 160
_CHARGED = re.compile(r"(?:Trách nhiệm|Nhiệm vụ) của\s+|(?:Đề nghị|Đối với|Giao)\s*:?\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_PARTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")


@dataclass(frozen=True, slots=True)
class _Charge:
    """What a clause charges an office with, before it has its locator."""

    clause: Clause
    name: str
    lead: str
    support: str
    due: str
    where: Span


def charged_tasks(
    clauses: Sequence[Clause],
    sections: Sequence[Section],
    text: str,
    year: int | None,
    *,
    parted: bool = False,
    timed: bool = False,
) -> tuple[Task, ...]:
    """Every clause that names who leads it and with whom or by when, or that its deadline ends under an office's heading.

    In a letter ``parted`` by offices each clause under an office's heading is a task, with a deadline or without.
    ``timed`` asks for no others than those that end with their deadline (see `_ends_timed`), reports left out.
    """
    headings = {section.locator: section for section in sections if section.kind is SectionKind.HEADING}
    found: list[tuple[_Charge, int]] = []
    turns: Counter[tuple[str, str]] = Counter()
    line: Section | None = None
    for clause in _whole(clauses):
        turns[clause.locator, clause.marker] += 1
        line = line if clause.marker and line and line.locator == clause.locator else _line(clause)
        charge = _charge(clause, headings, line, parted=parted) if clause.locator not in FIXED_PLACES else None
        if charge and (not timed or _ends_timed(charge)):
            found.append((charge, turns[clause.locator, clause.marker]))
    counts = Counter(charge.clause.locator for charge, _ in found)
    tasks = [_task(charge, text, year) for charge, _ in found]
    placed = [
        task if counts[task.locator] == 1 else replace(task, locator=f"{task.locator}-{turn}")
        for task, (_, turn) in zip(tasks, found, strict=True)
    ]
    return tuple(placed)


def _ends_timed(charge: _Charge) -> bool:
    """Whether work has a deadline that ends its clause, or a piece of what an office is charged with by its name and a colon; no report."""
    words, day = charge.clause.text.rstrip(" .;)"), charge.due.rstrip(" .;)")
    mark = read_mark(words)
    named = _NAMED.match(mark.rest if mark else words)
    told = named is not None and is_office(named["unit"]) and f"{day};" in words
    return bool(day) and (told or words.endswith(day)) and not _REPORTS.search(charge.name)


def _whole(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, those that only say by when joined to the one before them: "… Đảm bảo hoàn thành trong quý I"."""
    found: list[Clause] = []
    for clause in clauses:
        if found and found[-1].locator == clause.locator and not clause.marker and _ONLY_DUE.fullmatch(clause.text):
            above = found[-1]
            words = f"{above.text.rstrip(' .;')}, {clause.text[:1].lower()}{clause.text[1:]}"
            found[-1] = replace(above, text=words, span=Span(above.span.start, clause.span.end))
        else:
            found.append(clause)
    return found


def _line(clause: Clause) -> Section | None:
    """A line that only names an office, with a colon, which stands over the items behind it as a heading does."""
    words = clause.text.rstrip()
    alone = not clause.marker and words.endswith(":") and is_office(words.removesuffix(":"))
    return Section(clause.locator, words, SectionKind.HEADING, 0, clause.span) if alone else None


def _charge(clause: Clause, headings: Mapping[str, Section], line: Section | None, *, parted: bool) -> _Charge | None:
    """What one clause charges whom with; None where it does not say, or only leads in what follows."""
    mark = read_mark(clause.text)
    words = _TOPIC.sub("", (mark.rest if mark else clause.text).strip(), count=1)
    if words.endswith(":"):
        return None
    work, day = work_and_day(words)
    heading = headings.get(clause.locator)
    over = heading if heading and heading.span.start != clause.span.start else _above(clause, headings)
    over = line if line and _unit_of(line) else over
    unit = _unit_of(over) if over else ""
    said = None
    if not (unit and _LEADS_ON.match(work)):
        said = _ends_charged(work) or _led(work)
        if said is None or not (said[1] or day):
            told = mark is not None or bool(day)  # the last words charge everybody
            told = told and not (said and TOLD_TO.match(work))  # who is told to lead is known
            said = (_told(work, timed=bool(day)) if told else None) or said
    if said and (said[1] or day or TOLD_TO.match(work)):
        return _named(_Charge(clause, said[2], said[0], said[1], day, clause.span), heading)
    opening = _NAMED.match(work)
    if opening and is_office(opening.group("unit")):
        over, unit, work = None, opening.group("unit"), work[opening.end() :]
    support, rest = own_work(work)
    if not unit or not (day or _ROLE.match(work) or (parted and not _CLOSES.match(work))):
        return None
    where = Span(over.span.start, clause.span.end) if over else clause.span
    return _Charge(clause, rest, unit, support, day, where)


def work_and_day(words: str) -> tuple[str, str]:
    """The work of a sentence and by when, as far as it says that; a time inside it stays among its words."""
    due = _DUE.search(words) or _DAY.search(words) or _YEAR.search(words)
    day = due.group("due").strip() if due and looks_like_due(due.group("due")) else ""
    work = words[: due.start()] if due and day else words
    within = [one.group("due") for one in _WITHIN.finditer(words)] if not day else []
    return work, within[0] if len(within) == 1 else day


def _told(words: str, *, timed: bool) -> tuple[str, str, str] | None:
    """Lead, support and work of a sentence that tells an office to do something, by name or with a day."""
    told = TOLD_TO.match(words)
    if not (told or timed):
        return None
    rest = words[told.end() :] if told else words
    work = _WORK.search(rest)
    lead = _ANSWERS.sub("", rest[: work.start()]).strip(" ,") if work else ""
    named = len(lead) < _LONGEST_LEAD and starts_like_unit(lead) and not _NO_OFFICE.search(lead)
    return (lead, *_supported(rest[work.end() :])) if work and named else None


def own_work(words: str) -> tuple[str, str]:
    """Who supports, and the work, of words that leave out who leads: "Chủ trì, phối hợp với Công an xã sửa đường"."""
    own = _ROLE.match(words)
    return _supported(words[own.end() :]) if own else ("", words)


def bare_charge(words: str) -> tuple[str, str] | None:
    """Lead and support of a sentence that says no more than who does it: "Giao A chủ trì, phối hợp với B thực hiện"."""
    said = _led(words) or _told(words, timed=True)
    return said[:2] if said and _NO_WORK.fullmatch(said[2]) else None


def _above(clause: Clause, headings: Mapping[str, Section]) -> Section | None:
    """The heading right over a lettered item or one of several numbers ("1.2" under "1")."""
    if _PARTED.fullmatch(clause.marker):
        return headings.get(clause.locator.rpartition(".")[0])
    lettered = len(clause.marker) == 1 and clause.marker.isalpha()
    return headings.get(clause.locator.rpartition("/")[0]) if lettered else None


def _named(charge: _Charge, heading: Section | None) -> _Charge:
    """A charge that says nothing of the work ("… thực hiện") is called by its heading."""
    if (
        not _NO_WORK.fullmatch(charge.name)
        or heading is None
        or "/" not in heading.locator
        or heading.span.start == charge.clause.span.start
    ):
        return charge
    return replace(charge, name=heading.heading, where=Span(heading.span.start, charge.clause.span.end))


def _ends_charged(words: str) -> tuple[str, str, str] | None:
    """Lead, support and work of a sentence that charges an office at its end."""
    match = _ENDS_CHARGED.fullmatch(words)
    if match is None or not starts_like_unit(match.group("lead")):
        return None
    support = match.group("support") or ""
    return None if support and _WORK.search(support) else (match.group("lead"), support, match.group("work"))


def is_office(words: str) -> bool:
    """Whether words are the names of offices, and no sentence about them."""
    return starts_like_unit(words) and not _LEADS.match(words) and not _WORK.search(words)


def _led(words: str) -> tuple[str, str, str] | None:
    """Lead, support and work of a sentence that begins with the office that leads."""
    match = _LEADS.match(words)
    lead = match.group("lead").strip(" ,") if match else ""
    if match is None or not lead or len(lead) > _LONGEST_LEAD or not starts_like_unit(lead):
        return None
    if _NO_LEAD.search(lead) or _WORK.search(lead):
        return None
    support, work = _supported(words[match.end() :])
    return lead, support, work


def _supported(words: str) -> tuple[str, str]:
    """The offices that "phối hợp với" names, and the work that follows them."""
    both = re.match(r"(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s*(?:,[^,]{0,40},)?\s+(?:(?:với|cùng)\s+)?", words)
    if both is None:
        return "", words
    work = _WORK.search(words, both.end())
    if work is None or not starts_like_unit(words[both.end() :]):
        return "", words
    return words[both.end() : work.start()].strip(" ,"), words[work.end() :]


def _unit_of(heading: Section) -> str:
    """The office that a heading names, and nothing else."""
    charged = _CHARGED.match(heading.heading)
    unit = _ASIDE.sub("", heading.heading[charged.end() if charged else 0 :]).rstrip(" :")
    return unit if len(unit) < _LONGEST_LEAD and is_office(unit) else ""


def _task(charge: _Charge, text: str, year: int | None) -> Task:
    def field(words: str) -> Field:
        words = words.strip(" .;,:")
        return Field(words, (find_words(words, text, charge.where) or charge.clause.span,)) if words else Field()

    return Task(
        locator=charge.clause.locator,
        annex=None,
        group=None,
        ordinal=charge.clause.locator.rpartition("/")[2],
        parent=None,
        name=field(charge.name),
        lead=field(charge.lead),
        support=field(charge.support),
        result=Field(),
        due=field(charge.due),
        note=Field(),
        leads=split_units(charge.lead),
        supports=split_units(charge.support),
        when=parse_due(charge.due, year),
        spans=_spans(charge, text),
    )


def _spans(charge: _Charge, text: str) -> tuple[Span, ...]:
    """The clause, and before it the heading that names who leads where the clause does not."""
    office = find_words(charge.lead, text, charge.where)
    apart = office is not None and office.end <= charge.clause.span.start
    return (office, charge.clause.span) if office and apart else (charge.clause.span,)
