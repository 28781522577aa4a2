"""Reporting duties in prose: who reports what to whom, how often, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ingest.dues import parse_due
from ingest.labels import due_label
from ingest.letters import UPPER, either
from ingest.marks import read_mark
from ingest.markup import collapse
from ingest.occasions import Occasion, by_rule, occasions
from ingest.plan import FIXED_PLACES, Clause, Duty, Section
from ingest.prose import is_caps
from ingest.units import starts_like_unit, unit_key

_IN_BRACKETS = r"[^()]{3,80}(?:\d|(?:hằng|hàng) (?:năm|quý|tháng))\s*\)"
"""Behind it a bracket closes that holds several times: "(6 tháng trước ngày 10/6; năm trước ngày 10/12)"."""
_SENTENCE = re.compile(rf";\s+(?!{_IN_BRACKETS})|\.\s+(?=[{UPPER}])")
_ONE_MORE = re.compile(r",\s+(?:và\s+|đồng thời\s+)?(?=(?:gửi|báo cáo)\s)|\s+và\s+(?=báo cáo\s)")
"""Before a further report within a sentence."""
_PASSED_ON = re.compile(r"\s+để\s+(?:tổng hợp|tham mưu|theo dõi|có cơ sở|kịp thời)\b")
"""Before what the recipient does with the reports, passing them on to another office."""
_REPORTS = re.compile(r"báo cáo(?! viên)|phản ánh", re.IGNORECASE)
_REVIEWS = re.compile(r"sơ kết|tổng kết", re.IGNORECASE)
_NO_DUTY = re.compile(
    r"chế độ báo cáo theo (?:đúng )?quy định|hệ thống (?:thông tin )?báo cáo|báo cáo khoa học"
    r"|báo cáo chuyên đề, báo cáo"
    r"|báo cáo cấp (?:có )?thẩm quyền (?:xem xét|phê duyệt|quyết định|cho)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:thời gian|kỳ|số liệu|thời điểm)\b[^;.]*?\b(?:được\s+)?(?:tính|lấy|chốt)\s+(?:số liệu\s+)?từ\b", re.IGNORECASE
)
"""Tells what stretch of time a report is about, not when it is due."""
_SENDS = either(
    r"[Gg]ửi(?:\s+báo cáo)?(?:\s+(?:về|cho|đến|tới|lên))?",
    r"[Bb]áo cáo(?:\s+(?:nhanh|ngay|khẩn|kịp thời|bằng văn bản))*(?:\s+(?:kết quả|tình hình|tiến độ|số(?: liệu| lượng)?)[^,;.]{0,200}?(?<!\scủa)(?<!\sdo)(?<!\sbởi))?"
    r"(?:\s+(?:về|cho|với|đến|tới|lên|gửi))?",
    r"[Pp]hản ánh (?:về|kịp thời về|đến)",
    r"[Cc]ung cấp (?:[^;.]{0,200}? )?cho",
    "qua",
    "về",
)
_AFTER_NAME = (
    r"(?:(?<!số )\d|để|trước|chậm nhất|vào|trong|ngay|sau|khi|cuối|đầu|cả năm|quý|tháng|định kỳ|hằng|hàng|mỗi|đột xuất|theo"
    r"|thông qua|bằng|về|như|kết quả|tình hình|tiến độ|số liệu|báo cáo|danh sách|hồ sơ|kế hoạch|dự toán|nội dung|những"
    r"|các nội dung|việc|tổng hợp|xử lý|xem xét|giải quyết|hoặc|đồng thời|(?<!chương )(?<!Chương )trình|phê duyệt"
    r"|thẩm định|cho ý kiến|(?<!đổi )(?<!nghệ )(?<!tế )(?<!hội )(?<!quyền )(?<!tầng )số (?!\d|[IVX]+\b)|tổng số|t[ỷỉ] lệ|diện tích"
    r"|các (?:trường hợp|vụ|ca|ổ)\b|mọi|toàn bộ|diễn biến|thiệt hại|nhu cầu|biên bản)"
)
"""What goes on behind the name of who is reported to: when, how, or what is reported; "chuyển đổi số" may be of a name."""
_TO = re.compile(
    rf"{_SENDS}\s+(?P<unit>(?:[{UPPER}]\w*|cấp (?:có )?thẩm quyền|cơ quan có thẩm quyền|cấp trên)\b"
    rf"(?:[^,;:.()]|,(?=\s+[{UPPER}])){{0,150}}?)"
    rf"(?=\s*(?:[;:.()]|,(?!\s+[{UPPER}])|$)|\s+{_AFTER_NAME})(?P<via>\s*\((?:thông )?qua\s[^()]*\))?"
)
_RECIPIENT = re.compile(r"cấp|cơ quan|Thường trực|Lãnh đạo|Chính phủ|Thủ tướng|Bộ$")
_VERBS = (
    r"(?:có trách nhiệm|có văn bản|chịu trách nhiệm|chủ trì|làm? (?:đơn vị|cơ quan|đầu mối)|tự|tiếp tục|phối hợp|căn cứ|lãnh đạo|chỉ đạo|cụ thể h(?:óa|oá)"
    r"|bố trí|ban hành|phân công|đưa|hướng dẫn|kiểm tra|quản lý|cập nhật|công bố|lập|giám sát|tuyên truyền|vận động|giúp"
    r"|bảo đảm|đảm bảo|đề xuất|triển khai|tiến hành|khẩn trương|nhanh chóng|tích cực|họp|phát hành|đôn đốc|thực hiện|tập trung|tham mưu|xây dựng|rà soát|theo dõi"
    r"|tổng hợp|dự thảo|soạn|định kỳ|hàng|hằng|báo cáo|nghiêm túc|chủ động|phản ánh|gửi|theo|cung cấp|kịp thời|thường xuyên|trước"
    r"|tổ chức (?:nghiên cứu|triển khai|thực hiện|quán triệt|tuyên truyền|rà soát|theo dõi|đánh giá|hướng dẫn|sơ kết"
    r"|tổng kết))"
)
_VERB = re.compile(rf"\b{_VERBS}\b")
_GIVEN = r"(?P<given>[Cc]ác\s.{3,80}? được (?:phân công|giao)\b.{0,120}?)\s+(?=(?:có|chịu) trách nhiệm\b)"
_GIVER = rf"(?:{either('Ủy ban', 'Uỷ ban', 'UBND', 'Ban', 'Sở', 'Bộ', 'Đảng ủy', 'Chủ tịch', 'Thường trực')}[^.;:,()]{{0,60}}?\s)"
_CHARGES = rf"(?:{_GIVER}?(?<!theo )(?<!có )(?P<charge>[Yy]êu cầu|[Đđ]ề nghị|[Gg]iao|[Pp]hân công)\s+(?!(?:của|về|theo|cho)\b))?"
_SUBJECT = re.compile(rf"{_GIVEN}|{_CHARGES}(?P<unit>.+?)(?::\s+|,?(?<!được)\s+(?={_VERBS}\b))")
_NO_NAME = re.compile(
    r"[;.]|\d|^(?:những )?nơi\b|\btrong (?:quá trình|thời gian|mùa|năm|tháng)\b|\b(?:khi|nếu|để|nhằm)\b", re.IGNORECASE
)
_NOT_WHOLE = re.compile(r"\b(?:được|của|và|các)$|^(?:cơ quan|đơn vị|bộ phận)$", re.IGNORECASE)
_NOTE = re.compile(r"^(?:\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*")  # the number of a footnote
_EACH = re.compile(r"các (?:sở|bộ|cơ quan|đơn vị|ban|ngành|phòng|xã|phường|địa phương|tổ|trường)\b")
_ORGANISES = re.compile(r"tổ chức\b(?! (?:đảng|chính trị|hội|đoàn))", re.IGNORECASE)
_OPENS = r"(?:Trong|Quá trình|Nếu|Khi|Định kỳ|Hằng|Hàng|Trước|Chậm nhất|Căn cứ|Trên cơ sở|Trường hợp)\b"
_COMMA = re.compile(rf",\s+(?=[{UPPER}])")
_CONDITION = re.compile(
    rf"{_OPENS}[^.;]*?,\s*"
    r"(?=(?:các|Các|cơ quan|đơn vị|nhà trường|[Pp]hòng|Sở|UBND|Ủy ban|[^,]*$|[^,]*(?:báo cáo|phản ánh|gửi)))"
)
_LISTED = re.compile(r"\bcủa (?:các )?(?:cơ quan|sở|ban|ngành),\s*$")  # "kế hoạch của cơ quan, đơn vị" goes on
_TROUBLE = re.compile(
    r"(?:quá trình|nếu|khi)\b[^;.]*?(?:khó khăn|vướng mắc|phát sinh|sửa đổi|bổ sung|điều chỉnh)", re.IGNORECASE
)
_CHARGE = re.compile(r"(?:trách nhiệm|nhiệm vụ) của\s+", re.IGNORECASE)
_TOWARDS = re.compile(r"Đối với\s+(?=(?:các |đội ngũ |giáo viên |cán bộ )|[A-ZĐỦ])", re.IGNORECASE)
_TERRITORY = re.compile(r"(?:thủ đô|tỉnh|thành phố|các (?:tỉnh|thành phố|địa phương))\b", re.IGNORECASE)
_REPORTER = re.compile(  # after the times: "Định kỳ hằng quý (…), năm (…) các đơn vị báo cáo về …"
    r"(?:^|:\s+)(?:Định kỳ|Hằng|Hàng|Trước|Chậm nhất)\b(?:(?!đôn đốc|yêu cầu|hướng dẫn|chỉ đạo|tổng hợp)[^;:])*?[\s)]"
    r"(?P<unit>(?:[Cc]ác (?:sở|bộ|cơ quan|đơn vị|phòng|xã|địa phương|chi bộ)|UBND|Ủy ban nhân dân|Sở)\b[^;:()]{0,120}?)"
    r"\s+(?:có trách nhiệm\s+)?(?:gửi\s+)?báo cáo\b"
)
_REGIME = re.compile(
    r"(?:(?:(?:Về )?[Cc]hế độ (?:thông tin,? )?báo cáo|Báo cáo|Định kỳ|(?:Hằng|Hàng) (?:tháng|quý|năm))\b|(?:Trước|Chậm nhất)[^.;,]{0,20}?\d)",
    re.IGNORECASE,
)
"""How a paragraph opens that says when or how reports are made and by nobody."""
_LABEL = re.compile(
    r"(?:(?:Về |Thực hiện )?[Cc]hế độ (?:thông tin,? )?báo cáo|(?:Thông tin,? )?[Bb]áo cáo)(?: [^\W\d]+){0,4}:\s+(?=[^\s:]+ )"
)
"""Before the one who reports: "Chế độ báo cáo: các cơ quan báo cáo …"."""
_NAMES_WHOLE = re.compile(
    r"(?!.*\b(?:chủ trì|phối hợp|trách nhiệm|tham mưu|báo cáo|gửi|là|định kỳ|hằng|hàng|căn cứ|có)\b)"
    r"[^,;:.]{3,80}\b(?:tổng hợp|đưa|quản lý|kiểm tra|giám sát|xây dựng|hướng dẫn)\b[^,;:.\d]{0,60}"
)
"""A heading in which what sounds like a verb belongs to the name: "Phòng Kế hoạch tổng hợp", "Doanh nghiệp đưa người đi làm"."""
_PARTED = re.compile(r"(?:^|/)\d{1,2}(?:\.\d{1,2})+$")
"""A place of several numbers, "IV/1.2", which stands under "IV/1"."""
_ASIDE = re.compile(r"\s*\([^()]*\)?$")
_LONGEST_NAME = 250  # characters
_BEGINS_DUTY = re.compile(
    r"(?:báo cáo|định kỳ|hằng|hàng|gửi|tổng hợp|thực hiện|sơ kết|tổng kết|trước|chậm nhất)\b", re.IGNORECASE
)
_LONGEST_CHARGED = 120
_CENTRE = re.compile(r"(?:Chính phủ|Thủ tướng|Bộ\s|Bộ trưởng|Ban Bí thư|Trung ương|Quốc hội)", re.IGNORECASE)
_PROVINCE = re.compile(
    r"(?:Sở|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (?:tỉnh|thành phố)|Tỉnh ủy|Thành ủy)\b", re.IGNORECASE
)
_LOCAL = re.compile(
    r"(?:Sở|Phòng|Trường|Trung tâm|Chi cục|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Đảng ủy) (?:xã|phường|thị trấn|đặc khu))\b",
    re.IGNORECASE,
)


def duties_of(
    clauses: Sequence[Clause], sections: Sequence[Section], year: int | None, issuer: str | None = None
) -> tuple[Duty, ...]:
    """Every reporting duty, one for each occasion that a clause names (quarterly, half-yearly, yearly, on demand).

    Where nothing over a clause names who reports, the plan's ``issuer`` does, unless the report goes to it.
    """
    headings = {section.locator: section.heading for section in sections}
    found: list[Duty] = []
    leading: _LeadIn | None = None
    charged = "", ""
    for clause, below in zip_longest(clauses, clauses[1:]):
        if clause is None or clause.locator in FIXED_PLACES:
            continue
        if leading and not leading.holds(clause):
            leading = None
        leading = _lead_in(clause) or leading
        above = leading or _LeadIn(clause, _heading_unit(clause.locator, headings) or _charged(clause, charged, issuer))
        charged = _own_subject(_bare(clause.text)), clause.locator
        stated = [*_duties(clause, above, issuer or "")]
        labelled = due_label(below.text) if below and below.locator == clause.locator else ""
        for duty in stated:
            due = duty.due or ("" if duty.frequency else labelled)
            found.append(replace(duty, due=due, when=parse_due(due or duty.frequency, year)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _LeadIn:
    """A clause that ends with a colon and so says who (and to whom) for the items below it: "* Sở Y tế:"."""

    clause: Clause
    actor: str
    recipient: str = ""

    def holds(self, clause: Clause) -> bool:
        """Whether a clause still stands below this one."""
        inner = clause.locator.startswith(self.clause.locator + "/")
        return inner or (clause.locator == self.clause.locator and clause.marker != self.clause.marker)


def _lead_in(clause: Clause) -> _LeadIn | None:
    words = _bare(clause.text)
    if not words.endswith(":"):
        return None
    unit = words.rstrip(": ")
    actor = _own_subject(words) or (unit if _is_name(unit) else "")
    return _LeadIn(clause, actor, _recipient(words)) if actor else None


def _charged(clause: Clause, charged: tuple[str, str], issuer: str | None) -> str:
    """Who reports by a paragraph on reporting that names nobody: all that the one above it charges, where the plan's issuer is told.

    "1. Các sở, UBND các xã xây dựng kế hoạch. 2. Định kỳ hằng quý báo cáo UBND tỉnh."
    """
    unit, place = charged
    beside = place.rpartition("/")[0] == clause.locator.rpartition("/")[0] and place != clause.locator
    recipient = unit_key(_ASIDE.sub("", _recipient(clause.text))) if _REGIME.match(_bare(clause.text)) else ""
    told = bool(recipient) and unit_key(issuer or "").startswith(recipient)
    return unit if beside and told and _EACH.match(unit[:1].lower() + unit[1:]) else ""


def _bare(text: str) -> str:
    text = _NOTE.sub("", text.strip())
    mark = read_mark(text)
    return (mark.rest if mark else text).strip()


def _duties(clause: Clause, above: _LeadIn, issuer: str) -> Iterator[Duty]:
    """The duties of one clause; a part that names no actor or recipient takes those of the parts before it."""
    actor, recipient = above.actor, above.recipient if above.clause is not clause else ""
    parts = [one for part in _SENTENCE.split(clause.text) for one in _reports_of(part)]
    listed: list[
        str
    ] = []  # offices with nothing but a semicolon behind: "Giám đốc các sở; Chủ tịch UBND các xã báo cáo …"
    for part, after in zip_longest(parts, parts[1:], fillvalue=""):
        words = _bare(part)
        subject = _own_subject(words)
        if not subject and after and _only_names(words):
            listed.append(collapse(words))
            continue
        actor = "; ".join([*listed, subject]) if subject else actor
        listed = []
        named = _recipient(words)
        times = _occasions_of(words, named, recipient)
        recipient = named or recipient
        who = actor or (issuer if _BEGINS_DUTY.match(words) and _is_above(recipient, issuer) else "")
        if times is None or not who or unit_key(who) == unit_key(recipient):
            continue
        what = words.rstrip(";. ").removesuffix("./")
        for time in times:
            due = time.due or ("" if time.frequency else due_label(after))
            yield Duty(clause.locator, who, what, recipient, time.frequency, due, clause.span)


def _reports_of(part: str) -> Iterator[str]:
    """A sentence, parted where each part names a recipient of its own and a time."""
    for match in _ONE_MORE.finditer(part):
        before, after = part[: match.start()], part[match.end() :]
        offices = (_recipient(before), _recipient(_PASSED_ON.split(after, maxsplit=1)[0]))
        closed = before.count("(") == before.count(")")
        if closed and all(offices) and offices[0] != offices[1] and occasions(before) and occasions(after):
            yield before
            yield from _reports_of(after)
            return
    yield part


def _is_above(recipient: str, issuer: str) -> bool:
    """Whether a plan's issuer itself reports to the recipient: to the centre, or from below to the province."""
    own = unit_key(issuer).startswith(unit_key(recipient))
    if not recipient or own or _CENTRE.match(issuer):
        return False
    return bool(_CENTRE.match(recipient) or (_LOCAL.match(issuer) and _PROVINCE.match(recipient)))


def _occasions_of(part: str, named: str, carried: str) -> tuple[Occasion, ...] | None:
    """When a part of a clause is to be reported, one blank occasion where it says no time; None when it is no duty."""
    times = _once(occasions(part))
    reports = bool(_REPORTS.search(part))
    reviews = bool(_REVIEWS.search(part))
    if _PERIOD.search(part) or (_NO_DUTY.search(part) and not times):
        return None
    if not times and (not named or part.endswith(":") or _TROUBLE.search(part)):
        return None
    due = any(time.due for time in times)
    if not (named and (reports or reviews or times)) and not (reports and times) and not (reviews and due and carried):
        return None
    return times or (by_rule(part) or Occasion(),)


def _once(times: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
    """The occasions without a rhythm that is named again with its day: "6 tháng, 1 năm (…; 1 năm trước ngày 15/12)"."""
    dated = {time.frequency for time in times if time.due}
    return tuple(one for one in times if one.due or one.frequency.removeprefix("1 ") not in dated)


def _recipient(part: str) -> str:
    """The first unit that a part says to report to, with the unit that passes it on in brackets."""
    at = 0
    while match := _TO.search(part, at):
        unit = collapse(match.group("unit"))
        if starts_like_unit(unit) or _RECIPIENT.match(unit):
            return collapse(f"{unit} {match.group('via') or ''}")
        # What only begins with a capital ("báo cáo kết quả thực hiện Chương trình gửi Bộ A") may hold the recipient.
        at = match.start("unit")
    return ""


def _own_subject(part: str) -> str:
    """The unit that a part itself names as its subject, at its beginning or after the times that open it."""
    label = _LABEL.match(part)
    part = part[label.end() :] if label else part
    condition = _condition_end(part)
    words = part[condition:]
    subject = _SUBJECT.match(words)
    if subject:
        unit = collapse(subject.group("given") or subject.group("unit")).rstrip(",")
        begins = condition or subject.group("charge") or unit[:1].isupper() or _EACH.match(unit)
        if begins and _is_name(unit) and not _NOT_WHOLE.search(unit):
            return unit
    late = _REPORTER.search(part)
    return collapse(late.group("unit")) if late and _is_name(collapse(late.group("unit"))) else ""


def _condition_end(part: str) -> int:
    """Where the words end that stand before the subject ("Căn cứ Kế hoạch này, …"); 0 where there are none."""
    condition = _CONDITION.match(part)
    end = condition.end() if condition else 0
    commas = (comma.end() for comma in _COMMA.finditer(part, 0, end)) if condition else ()
    return next((at for at in commas if starts_like_unit(part[at:])), 0 if _LISTED.search(part, 0, end) else end)


def _is_name(words: str) -> bool:
    """Whether words name a unit and are no sentence about one."""
    short = 0 < len(words) < _LONGEST_NAME
    return short and starts_like_unit(words) and not _NO_NAME.search(words) and not _ORGANISES.match(words)


def _only_names(words: str) -> bool:
    """Whether words name offices and say nothing of them."""
    return len(words) < _LONGEST_CHARGED and _is_name(words) and not _VERB.search(words)


def _heading_unit(locator: str, headings: Mapping[str, str]) -> str:
    """The unit that the nearest heading over a clause names."""
    while locator:
        heading = headings.get(locator, "")
        towards = _TOWARDS.match(heading)
        named = heading[towards.end() :] if towards else heading
        unit = _CHARGE.sub("", named, count=1) if _CHARGE.match(named) else named
        unit = _ASIDE.sub("", unit)
        unit = unit if _NAMES_WHOLE.fullmatch(unit) else _own_subject(unit) or unit
        if (
            0 < len(unit) < _LONGEST_NAME
            and not is_caps(unit)
            and starts_like_unit(unit)
            and not _ORGANISES.match(unit)
        ):
            return unit
        charged = _CHARGE.match(heading) or (towards and _TERRITORY.match(unit))
        if charged and len(unit) < _LONGEST_CHARGED:
            return unit
        locator = locator.rpartition("." if _PARTED.search(locator) else "/")[0]
    return ""
