"""Units in prose: the one that a clause gives work to, and those that it names beside."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from ingest.letters import UPPER
from ingest.plan import Clause, Plan
from ingest.units import split_units, starts_like_unit
from rag.corpus.entries import sections_over
from rag.language.words import sound

MARKER: Final = re.compile(r"^(?:[-+*•¹²³⁴-⁹]\s*|\(?[a-zđ]\)\s*|\d{1,2}(?:\.\d+)*[.)-]\s*|Điều\s+\d+[.:]\s*)")
"""The dash, letter or number that a clause opens with."""
GIVEN: Final = re.compile(
    r"^(?:Giao|Do|Đề nghị|Yêu cầu|Đối với|Phân công|Cử|Chỉ định|[UỦ][yỷ] quyền)(?:\s+nhiệm vụ)?\s*:?\s+(?:cho\s+)?"
    rf"(?=[{UPPER}]|các|đội ngũ|giáo viên|(?:(?:một|mỗi|từng|[01]?\d)\s+)?(?:cán bộ|đồng chí|đ/c|công chức|viên chức|chuyên viên|lãnh đạo|thành viên)\b)"
)
"""Before the one that a clause, or the heading over it, gives work to."""
_DASHES: Final = frozenset("-–—+*•●")
_BY: Final = re.compile(r"\s(?:do|bởi)\s")
"""Behind it stands who acts: "Ban A do B thành lập"."""
_BEFORE_COLON: Final = re.compile(r"([^:;.]{3,120}):\s")
ACTING: Final = (
    r"(?:được giao|được phân công|có trách nhiệm|chịu trách nhiệm|chủ trì|là đơn vị|là cơ quan|tiếp tục|phối hợp|tổ chức|căn cứ|thực hiện|"
    r"tập trung|tham mưu|xây dựng|rà soát|theo dõi|tổng hợp|định kỳ|báo cáo|nghiêm túc|chủ động|chỉ đạo|lãnh đạo|"
    r"hướng dẫn|thẩm định|lồng ghép|cập nhật|tiếp nhận|thanh tra|đánh giá|kiện toàn|chuẩn bị|hoàn thiện|bố trí|ban hành|cụ thể hóa|kiểm tra|bảo đảm|đảm bảo|đề xuất|triển khai|vận động|tuyên truyền|giúp|"
    r"quản lý|giám sát|phê duyệt|quyết định|hỗ trợ|đăng tải|điều phối|phấn đấu|thành lập|thống nhất|huy động|ký kết|phát động|tiến hành)\b"
)
"""Verbs of administration, as a pattern."""
_ACTS: Final = re.compile(rf"\s(?={ACTING})")
"""Where a clause goes on from its unit to what that unit does."""
_ALSO_ACTING: Final = (
    r"(?:truyền thông|tham gia|phổ biến|giải quyết|khảo sát|thông báo|đẩy mạnh|tăng cường|đôn đốc|bàn giao|lựa chọn"
    r"|khắc phục|xử lý|tập huấn|hoàn thành|duy trì|ổn định|áp dụng|cung ứng|cung cấp|sắp xếp)\b"
)
"""Verbs that part the name of one sort of unit from another's as well ("doanh nghiệp xử lý rác")."""
GOES_ON: Final = re.compile(
    rf"(?<!cơ quan)(?<!đơn vị)(?<!các)(?<!những)(?<!và)(?<!,),?\s(?={ACTING}|(?<!nghiệp\s)(?<!tổ chức\s)(?<!cơ sở\s)(?<!bộ phận\s)(?<!được\s)(?<!để\s){_ALSO_ACTING}|h[ằà]ng (?:năm|quý|tháng|tuần|ngày)\b)"
)
"""Where a unit goes on to what it does."""
_NAMED: Final = re.compile(
    rf"(?:^(?:[-+*•¹²³]\s*)?|[;.]\s+(?=[{UPPER}])|:\s+|\b(về|với|cho|qua|gửi|cáo|của|do|giao|cùng|là)\s+)"
    rf"(?=((?:[{UPPER}][\wÀ-ỹ]*|các)[^,;.():]*))"
)
"""A name with a capital, and the word that leads to it."""
_HELD: Final = (
    "(?:lựa chọn|khảo sát|tập huấn|học tập|quán triệt|sơ kết|tổng kết|họp|đấu thầu|mua|đào tạo|bồi dưỡng|thu|phát|lấy|in|diễn tập"
    "|hội nghị|hội thảo|hội thi|lớp|cuộc|các cuộc|các lớp|đón|thăm|trao|ra quân|tốt)"
)
"""What is organised, or done so: behind it "tổ chức" is a verb."""
_NO_UNIT: Final = re.compile(
    r"(?i)(?:các|những)\s+(?:hoạt động|nhiệm vụ|giải pháp|nội dung|chỉ tiêu|mục tiêu|yêu cầu|bệnh|dự án|chính sách|biện pháp|công việc)\b"
    rf"|tổ chức(?:\s+(?:{ACTING}|{_HELD}\b)|\s*$)|lãnh đạo(?:,\s+chỉ đạo)?(?:\s+{ACTING}|\s*$)"
)
"""What begins like an office or a group of them and names work."""
_ORGANISES: Final = re.compile(
    r"Tổ chức\s+(?!(?:chính trị|xã hội|đoàn thể|tôn giáo|tín dụng|kinh tế|phi chính phủ|quốc tế|trong|nước|cá nhân|thành viên|hành nghề"
    r"|khoa học|kinh doanh|sự nghiệp|nghề nghiệp|hợp tác|cơ sở|công đoàn|đoàn|đảng|hội|mặt trận|y tế|tư vấn|đánh giá|giám định"
    r"|dịch vụ|quản lý|vận hành|cung cấp|sử dụng|sản xuất|chế biến|nuôi|được)\b)[a-zđà-ỹ]"
)
"""“Tổ chức” with a capital and before other words than those is the verb that a clause opens with."""
_OF_UNITS: Final = re.compile(
    r"(?i)(?:các|những)\s+(?:sở|ban|bộ|ngành|cơ quan|đơn vị|phòng|địa phương|tổ chức|doanh nghiệp|trường|nhà trường|xã|phường|huyện|tỉnh"
    r"|thành phố|hội|đoàn|cấp|ngân hàng|hợp tác xã|trạm|trung tâm|viện|bệnh viện|công ty|tập đoàn|cá nhân|khoa|tổ|đội|thôn|khu|cơ sở|ubnd|ủy ban"
    r"|uỷ ban|chủ|nhà|thành viên|chi|quỹ|liên|lực lượng|hộ|đài|báo|cục|vụ|tiểu ban|mặt trận|đảng|văn phòng|thủ trưởng|giáo viên|cán bộ|đồng chí|kho|công an)\b"
)
"""How several offices or people together are named; other nouns in the plural name things."""
_OF_PARTY: Final = re.compile(r"(?:Các )?(?:[Đđ]ảng ủy|[Đđ]ảng uỷ|[Đđ]ảng đoàn|[Bb]an cán sự|[Bb]an [Tt]hường vụ)\b")
"""Under such a heading "Lãnh đạo Ủy ban …" is what it does, no leaders of the other's."""
_ASKS: Final = re.compile(r"\s(?:nào|gì)\b")
COMRADE: Final = re.compile(rf"(?:[Cc]ác )?(?:[Đđ]ồng chí|Đ/c|đ/c)\s|(?:Ông|Bà|Thầy|Cô)\s+[{UPPER}]")
"""How a person is addressed, by post or by name."""
HEAD_OF: Final = re.compile(r"^(?:Đồng chí )?(?:Giám đốc|Thủ trưởng|Lãnh đạo|Cục trưởng|Người đứng đầu)\s+(?=\S)")
"""Who heads an office, before its name."""
_PERSON: Final = re.compile(
    r"(?i)(?:phó|chuyên viên|công chức|giáo viên|giảng viên|cán bộ|đội ngũ|thủ trưởng|giám đốc"
    r"|hiệu trưởng|trưởng|lãnh đạo|chủ tịch|bí thư|người đứng đầu)\s"
)
"""How those are named who are given work and are no office."""
_ASIDE: Final = re.compile(
    r"\s*\([^()]*\)?\s*$|,?\s(?:trên cơ sở|căn cứ|theo chức năng|theo quy định|trong phạm vi)(?:\s.*|$)|,\s*$"
)
"""What is said of a unit beside its name."""
_NAME_ENDS: Final = re.compile(
    r"\s(?=(?:h[ằà]ng|định kỳ|cuối|đầu|vào|để|về|trong|theo|xem xét|là|trước|sau|khi|nêu|cấp cho|việc|và (?=tham mưu|báo cáo|đề xuất|chịu))\s)"
)
"""Where a name goes on to what is done by it or with it."""
_FIELDS: Final = re.compile(rf"(?:,\s+[{UPPER}][^,;.():]*?){{1,3}}\svà\s+[{UPPER}][^,;.():]*")
"""The other fields of one office behind the first: "Phòng Kinh tế, Hạ tầng và Đô thị"."""
_LONGEST: Final = 30
"""Words of a subject; it may hold several units."""
_LONGEST_NAME: Final = 15


def subject_of(plan: Plan, clause: Clause) -> str:
    """The unit that a clause gives work to: named at its start, or by the headings over it; "" when none is."""
    body = MARKER.sub("", clause.text)
    colon = _BEFORE_COLON.match(body)
    acts = _ACTS.search(body) or GOES_ON.search(body)
    own = bare_unit(_BY.split(colon[1] if colon else body[: acts.start()] if acts else "")[-1])
    headings = (
        bare_unit(GIVEN.sub("", section.heading).partition(":")[0]) for section in sections_over(plan, clause.locator)
    )
    line = leading_line(plan, clause)
    over = next((heading for heading in headings if not heading.isupper() and _is_unit(heading)), "")
    over = bare_unit(line.text.rstrip().removesuffix(":")) if line else over
    leads = own.startswith("Lãnh đạo ") and _OF_PARTY.match(over) is not None
    return own if own[:1].isupper() and _is_unit(own) and not leads else over


def leading_line(plan: Plan, clause: Clause) -> Clause | None:
    """The line with a colon over the dashes of which the clause is one, where it names a unit and no more."""
    if clause.marker not in _DASHES:
        return None
    at = bisect_left(plan.clauses, clause.span.start, key=lambda one: one.span.start)
    while 0 < at < len(plan.clauses) and plan.clauses[at].marker in _DASHES:
        at -= 1
    line = plan.clauses[min(at, len(plan.clauses) - 1)]
    name, colon, rest = line.text.rstrip().partition(":")
    alone = bool(colon) and not rest and not line.marker and line.locator == clause.locator
    return line if alone and name[:1].isupper() and _is_unit(bare_unit(name)) and not GOES_ON.search(name) else None


@lru_cache(maxsize=8192)  # of the clauses of all plans, asked again with every unit
def bare_unit(words: str) -> str:
    """A unit without the verb that gives it work and without what is said beside its name."""
    return _ASIDE.sub("", GIVEN.sub("", words.strip())).strip(" ,")


def is_one(heading: str) -> bool:
    """Whether a heading names an office or people, with or without what they are to do."""
    return _is_unit(bare_unit(GOES_ON.split(heading, maxsplit=1)[0].partition(":")[0]))


def _is_unit(words: str) -> bool:
    named = starts_like_unit(words) or _PERSON.match(words) or COMRADE.match(words)
    return (
        bool(words)
        and bool(named)
        and not (_NO_UNIT.match(words) or _ORGANISES.match(words))
        and len(words.split()) <= _LONGEST
    )


def units_in(text: str) -> list[tuple[int, str, str]]:
    """The units that a clause names: offset, name, and the sound form of the word that leads to it ("gửi", "với", "")."""
    found = []
    for match in _NAMED.finditer(text):
        name = _name_of(match[2])
        fields = _FIELDS.match(text, match.end(2)) if name == match[2].rstrip() else None
        if fields and len(split_units(whole := _name_of(match[2] + fields[0]))) == 1:
            name = whole
        plural = re.match(r"(?i)(?:các|những)\s", name) is not None
        if (plural and not _OF_UNITS.match(name)) or _ASKS.search(name) or _ORGANISES.match(name):
            continue
        if starts_like_unit(name) and not _NO_UNIT.fullmatch(name) and 1 < len(name.split()) <= _LONGEST_NAME:
            found.append((match.start(2), name, sound(match[1] or "")))
    return found


def _name_of(words: str) -> str:
    """A name without what is done by it or with it."""
    name = _ACTS.split(words + " ", maxsplit=1)[0] + " "
    return _NAME_ENDS.split(name, maxsplit=1)[0].strip(" -–:")
