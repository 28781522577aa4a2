"""Units (cơ quan, đơn vị): a cell split into its units, and one key for a unit under all its spellings.

The rules rest on the nouns that Vietnamese offices are named by (Sở, Phòng, Ủy ban …) and on capital letters,
not on lists of offices. A collective ("Các sở, ban, ngành, địa phương") stays one unit, commas and all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ingest.folding import fold
from ingest.letters import UPPER
from ingest.lists import entries

# Phrases that begin with an office noun and name no office.
_NO_HEAD = (
    "báo cáo|báo chí|xã hội|khoa học|khoa giáo|công đoàn viên|hội nghị|hội thảo|hội thi|bộ tiêu chí|bộ chỉ số|ban hành"
    "|sở (?:hữu|thích|nguyện|cầu)|ban (?:đầu|đêm|ngày|sáng)|bộ (?:máy|mặt|câu hỏi|tài liệu|hồ sơ|công cụ|dữ liệu|nhận diện|quy tắc|thủ tục)"
    "|hội (?:nhập|chợ|xuân|họp|tụ|thao|khỏe|ngộ)|cục (?:bộ|diện)|viện (?:trợ|phí|dẫn)|phòng,? (?:chống|ngừa|cháy|tránh|thủ)"
    "|phòng dịch(?! vụ)|đội ngũ|đoàn kết|khối lượng|trạm biến áp|quỹ đất|vụ (?:mùa|hè thu|đông xuân|lúa|việc(?! làm))|ngành nghề"
    "|hạt giống|cổng chào|đài tưởng niệm"
    "|tổ chức (?:thực hiện|triển khai|hội|lớp|các|tập|tuyên|kiểm|sơ|tổng|thi|tháng|tuần|ngày|lễ|cuộc|chiến dịch|diễn đàn"
    r"|tọa đàm|đối thoại|giao ban|phát động|hưởng ứng|khảo sát|rà soát|quán triệt|ký kết|đánh giá)|tổ chức \d"
    "|(?:các|những) (?:khu|cụm) (?:công nghiệp|kinh tế|chế xuất|công nghệ|đô thị|du lịch)"
    "|trường hợp|(?:các|những|toàn bộ) (?:bước|nội dung|nhiệm vụ|hoạt động|giải pháp|chỉ tiêu|mục tiêu|dự án|hình thức"
    "|biện pháp|trường hợp|vấn đề|yêu cầu|kết quả|nguồn|chính sách|văn bản|tiêu chí|chương trình|kế hoạch|báo cáo"
    "|lĩnh vực|điều kiện|giai đoạn|công việc|quy định|thông tin|tài liệu|sự kiện)"
)
# Nouns that, in lower case, only carry on the collective or list before them: "Các sở, ban, ngành, địa phương".
_GENERIC = re.compile(
    r"^(?:sở|ban|ngành|ban ngành|bộ(?! phận)|sở ngành|địa phương|đơn vị|cơ quan|tổ chức|cá nhân|cấp xã|cấp huyện|xã(?! hội)"
    r"|phường|thị trấn|thị xã|thành phố|huyện|quận|đặc khu|đoàn thể|hội|hội đoàn thể|viện|trường|trường học|phòng"
    r"|phòng ban|khoa|trung tâm|doanh nghiệp|hiệp hội|cơ sở|khu vực|các cấp|chủ đầu tư|nhà thầu|hợp tác xã|người dân"
    r"|cao đẳng|đại học|thôn|tổ dân phố|khu phố|lực lượng)\b"
)
_COLLECTIVE = re.compile(
    r"^(?:(?:thủ trưởng|người đứng đầu|lãnh đạo|đại diện)\s+)?(?:các|những|toàn thể|mọi|tất cả)\b"
    r"|^(?:sở|cơ quan|đơn vị|ban|bộ|phòng),?\s*(?:ban|ngành|đơn vị|địa phương)\b|^bộ,\s*cơ quan\b"
    r"|^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+(?:các|cấp)\b"
    r"|^(?:cơ quan|đơn vị|tổ chức|doanh nghiệp|địa phương|cá nhân|phòng chuyên môn|cấp xã|cấp huyện|ngành)\b",
    re.IGNORECASE,
)
# Heads that begin a new unit even where nothing but a space stands before them …
_STRONG = re.compile(
    r"(?<=\S)\s+(?=(?:Sở|Bộ(?! đội| phận)|Phòng(?! thủ| chống| cháy| ngừa| vệ|,)|Các|BQL|Ban Quản lý|Ban quản lý|Công an|Quỹ|UBND|[UỦ][yỷ] ban nhân dân|Trường|Liên hiệp"
    r"|Thanh tra)\s+\w)"
    # after a level of government other nouns do so too; elsewhere they may be part of a name ("thành phố Hội An")
    r"|(?:(?<=\sxã)|(?<=\sphường)|(?<=\shuyện))\s+(?=(?:Đoàn Thanh niên|Hội (?:Nông dân|Phụ nữ|Liên hiệp|Cựu chiến binh|Chữ thập)"
    r"|Văn phòng|Trung tâm|Trạm Y tế|Ban Chỉ huy|Mặt trận)\b)"
    r"|(?:(?<=cấp xã)|(?<=cấp huyện)|(?<=\btỉnh))\s+(?=(?:Hiệp hội|Hội|Đoàn|Liên đoàn|Liên minh|Văn phòng|Trung tâm"
    r"|Chi cục|Cục|Báo|Đài|Bảo hiểm|Kho bạc|Ngân hàng|Viện|Tòa án|Ban|Tỉnh đoàn|Công ty)\s+\w)"
)
# … unless what stands before them is not yet a unit: "Văn phòng | UBND", "Lãnh đạo | Sở", "thuộc | Sở".
_OPEN_END = re.compile(
    r"(?:văn phòng|vp|ban thường vụ|ban chấp hành|lãnh đạo|đại diện|phụ trách|đại biểu|giám đốc|thủ trưởng|chánh|trưởng|phó|thuộc|của|tại|với|gồm"
    r"|hiệp|liên hiệp|và|,|;|:|-|–|/|cấp|giữa|theo|do|từ|\(|đảng [uủ][yỷ]|công đoàn|đoàn|tỉnh đoàn|ban|cục|nhân viên|cán bộ"
    r"|công chức|trưởng ban|quản lý|công ty|tnhh|ubnd|chủ tịch|p?ct|bí thư|viện|hội|dân|giao|là|được|khối|các|những|bộ)$"
    r"|(?:^|[,;]\s*)(?:tổ(?! dân phố)|khoa|thư viện) [^,;]{2,40}$"  # a part of a school
    r"|\bphòng (?:cảnh sát|an ninh|pa|pc|px)[^,;]*$"  # an office of the police
    r"|(?:^|[\s;,])(?:phạm|nguyễn|trần|lê|vũ|võ|hoàng|huỳnh|phan|đặng|bùi|đỗ|hồ|ngô|dương|đinh|trịnh|tạ|trương|lò)$",
    re.IGNORECASE,
)
_LONGEST_OPEN_END = 60  # characters
# Heads that, even in lower case, begin a unit of their own after a comma.
_LOWER_HEAD = re.compile(
    r"(?:các|cơ quan|đơn vị|những|doanh nghiệp|tổ chức|địa phương|phòng|[uủ][yỷ] ban|công an|chính quyền|bộ phận)\b"
)
# Others that do so after a unit with a name of its own, though names or sentences elsewhere may begin with them.
_LOWER_LIST = re.compile(
    r"(?:(?:sở|bộ|ban),? (?:ban|ngành)|báo(?:,| và) đài|viện,? (?:nghiên cứu|trường)|trường (?:đại )?học"
    r"|cơ sở (?:giáo dục|đào tạo|y tế|khám|sản xuất|kinh doanh|dịch vụ|nghiên cứu)|hợp tác xã|hiệp hội|đoàn thể"
    r"|người dân|nhà đầu tư|chủ đầu tư|nhà thầu|trưởng (?:thôn|ấp|bản|khu)|tổ dân phố|công chức)\b"
)
# People of a school or an office, who stand in lists beside its parts; never part of a name with a comma in it.
_STAFF = re.compile(
    r"(?:BGH|GVCN|GVBM|GV|CMHS|PHHS|TTCM|TPT|PHT|UBKT|UBMT|UBMTTQ|MTTQ|TTYT|TTPVHCC|TT [A-ZĐ]{2,})\b"
    rf"|(?i:đ/c|đồng chí|ông|bà|thầy|cô) (?!Rịa|Nà|Đen|Triệu|Trưng|Điểm|Tô)[{UPPER}]"
    r"|(?i:đại diện|kế toán|văn thư|thủ quỹ|thủ thư|tổ trưởng|tổ phó|tổng phụ trách|nhân viên|giáo viên|học sinh|phụ huynh"
    r"|cha mẹ học sinh|bí thư|trưởng các|chi hội)\b"
)
_STAFF_SERIES = re.compile(
    r"(?:cán bộ|giáo viên|học sinh|nhân viên|phụ huynh|viên chức|đảng viên|quản lý)$", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Trương|Đoàn|Mai|Lương|Cao|Tạ"
    rf"|Lâm|Hà|Đào|Tô|Thái)(?: [{UPPER}]\w*){{1,3}}(?=\s*(?:[,;(]|$)|\s+(?:và|[–-])\s)"
)
_ADDRESSED = re.compile(rf"\s*(?i:đ/c|đồng chí|ông|bà|thầy|cô)\.?:? [{UPPER}]\w*(?: [{UPPER}]\w*){{1,3}}\s*(?:,.*)?$")
_POSITION = re.compile(  # behind a person's name it says who that is
    r"(?:(?:phó|quyền|nguyên) )?(?:chủ tịch|bí thư|giám đốc|trưởng|chánh|chủ nhiệm|hiệu trưởng|tổ trưởng|đội trưởng"
    r"|chỉ huy|chính trị viên|trạm trưởng|cục trưởng|viện trưởng|vụ trưởng|kế toán trưởng|ủy viên|uỷ viên|thường trực)\b"
    r"|phó (?!ban\b)",
    re.IGNORECASE,
)
_COMRADES = re.compile(  # several of one post; "Trưởng, Phó các phòng" are of one office
    rf"(?:các|những)\s+(?:đ/c|đồng chí|ông|bà|thầy|cô)\.?\s+(?={_POSITION.pattern})(?!.*\b(?:trưởng|phó|chánh)$)",
    re.IGNORECASE | re.DOTALL,
)
_COUNCIL = re.compile(r"(?:ubnd|[uủ][yỷ] ban nhân dân)\b", re.IGNORECASE)
_AFTER_COUNCIL = re.compile(r"(?:cơ quan|đơn vị|tổ chức|doanh nghiệp|ngành)\b")  # no part of a territory
_BARE_NOUN = re.compile(  # carries on "các Sở, Ban, Ngành tỉnh"
    r"(?:Sở|Ban|Ngành|Bộ|Phòng|Cục|Vụ|Viện|Khoa|Đoàn thể)(?=[,;]|\s+(?:và|thuộc|trực thuộc|(?:có )?liên quan|tỉnh)\b|$)"
)
_SERIES = re.compile(r"(?:sở|bộ|ban)$", re.IGNORECASE)
_CUT = re.compile(rf"[;\n]|\s[–-]\s(?=Các)|(?<!\b[A-ZĐ])(?<!\bTP)(?<!\bTT)(?<!\bVP)\.\s+(?=[{UPPER}])")
_TITLED = re.compile(
    r"(?:^|[\s,;:(])(?:BS|BSCK(?:I|II|1|2)?|CN|KS|DS|ĐD|YS|TS|Th[Ss]|GS|PGS|Đ/c)\.$"
)  # before a person's name
_AND = re.compile(r"\s*,\s*(?:và\s+)?|\s+(?:và|hoặc)\s+|\s*\+\s*")
_STROKE = re.compile(
    r"\s*/\s*(?=\S)|\s[-–]\s*(?=(?:Sở|Bộ|UBND|[UỦ][yỷ] ban|Công an|Văn phòng|Phòng|Ban|Trung tâm|Hội|Trường|Cục|Vụ|Chi cục|Viện)\s\w)"
)
_FIELD = re.compile(r"Bảo hiểm xã hội\s*(?:[,;.)]|$)")  # without its territory no office beside one of a ministry
_OF_MINISTRY = re.compile(r"\s*(?:Cục|Vụ)\s")
_TOGETHER = re.compile(r"\b(?:HĐND|[Hh]ội đồng nhân dân|ĐBQH)(?:\s*-)?$")  # "Đảng ủy - HĐND - UBND xã" act as one
_JOINT_OFFICE = re.compile(
    r"\b(?:văn phòng|vp) (?:hđnd|hội đồng nhân dân|đoàn đbqh|đoàn đại biểu quốc hội)$", re.IGNORECASE
)  # what follows "và" is served by the same office: "Văn phòng HĐND và UBND xã"
_ROLE_TAIL = re.compile(
    r"\s*\b(?:là\s+)?(chủ trì|phối hợp|(?:làm\s+)?đầu mối|chịu trách nhiệm|thực hiện|(?-i:tham mưu))\b[\s.,;:]*$",
    re.IGNORECASE,
)
_LED = re.compile(r"\S\s+chủ trì[\s.,;:]*$", re.IGNORECASE)
HELPING = (
    r"(?:chuẩn bị|tham gia|hỗ trợ|giúp(?: việc)?|theo dõi|giám sát|thẩm định|thẩm tra|tham mưu|cung cấp|bố trí"
    r"|tổng hợp|rà soát|góp ý|cho ý kiến|đôn đốc|phục vụ|thường trực|bảo đảm|đảm bảo)"
)
"""What an office does beside the one that leads: "Sở A chuẩn bị", "các thôn tham gia"."""
_HELPS = re.compile(rf"(\S+\s+\S.*?),?\s+{HELPING}\b")
_ROLE_CUT = re.compile(
    r"\s*[-–+,.]?\s*\b(?=(?i:(?:(?:đơn vị|cơ quan) )?phối hợp)\s*:)"
    r"|(?<=[;\n])|(?<!chủ trì, phối hợp)(?<!chủ trì phối hợp)(?<!chủ trì và phối hợp)(?<!đồng phối hợp)(?<=phối hợp)[.,]?\s+(?=[A-ZĐ])"
    r"|(?<=chủ trì)(?:[.,]|\s*[–-])\s+(?!phối hợp)"
)
_WITHIN_TAIL = re.compile(  # how far a unit acts is no part of its name
    r"\s+(?:trong phạm vi|theo)\s+(?:chức năng|nhiệm vụ|lĩnh vực|phạm vi)\b[^()]*$", re.IGNORECASE
)
_BRACKET_ROLE = re.compile(r"\s*\((?:(?:cơ quan|đơn vị) )?(chủ trì|phối hợp)\)\s*[,;]?", re.IGNORECASE)
_NAMED = re.compile(
    r"[,;]\s*(?:và\s+)?(?:(?:[Cc]ác )?[Ss]ở|Bộ|Phòng|Ban|Cục|UBND|[UỦ][yỷ] ban|Công an|Văn phòng|Trung tâm)\b"
)
_DOES = re.compile(  # what an office with a name of its own does: no name holds these
    r"^((?:[Cc]ác )?(?:[Ss]ở|[Bb]ộ|UBND|[UỦ][yỷ] ban nhân dân|Công an)\b[^()]*?),?\s+(?:là (?:cơ quan|đơn vị) )?"
    r"(?:chủ trì|chủ động|thúc đẩy|theo dõi|hướng dẫn|tổng hợp|tham mưu|rà soát|đôn đốc|triển khai|thực hiện|tổ chức"
    r" (?:thực hiện|triển khai)|báo cáo|phối hợp|(?:chịu|có) trách nhiệm)\b.*$",
    re.DOTALL,
)
_HALF_LABEL = re.compile(r"\s*(?:đơn vị|cơ quan)?\s*", re.IGNORECASE)
_LEAD_LABEL = re.compile(r"\b(?:đơn vị |cơ quan )?chủ trì\s*:\s*", re.IGNORECASE)
_SUPPORT_LABEL = re.compile(r"\s*(?:đơn vị |cơ quan )?phối hợp\s*:\s*", re.IGNORECASE)
_LEADS_WITH = re.compile(
    r"(.+?)(?:\b(?:chủ trì|(?:là|làm)\s+đầu mối),?\s*(?:và\s+)?phối hợp(?: chặt chẽ)?(?: (?:với|cùng))?|\s+phối hợp (?:với|cùng))\s+(.+)$",
    re.IGNORECASE | re.DOTALL,
)
_SUPPORTED_BY = re.compile(r"\s*(?:và\s+)?phối hợp (?:với|cùng)\s+", re.IGNORECASE)
_SHORT_NAME = re.compile(r"[A-ZĐ][A-ZĐ&]{2,}(?=\s*(?:[,;.]|$)|\s+và\s)")
_BRACKETS = re.compile(r"\([^()]*\)?")
_ONE_WORD_EACH = re.compile(rf"[{UPPER}]\w*(?:,\s+[{UPPER}]\w*)+")  # people or codes: "Hà, Nam", "TV1, TV2"
_ITEM = re.compile(r"\s*[-–+•]\s")
_NEXT_ITEM = re.compile(r"\s[-–+•]\s+")
_LEADING = re.compile(r"^[\s.,;:\-–+•*]+")
_TRAILING = re.compile(r"(?:\s+(?:hoặc|và))?[\s.,;:/–-]*$")
_NO_UNIT = re.compile(r"và|-|–|—|…|\.+")
_SEPARATORS = re.compile(r"[\s,;:./&\-–_()]+|\bva\b")
DISTRICT_NOUN = (
    r"(?:huyen|thi xa|(?<!\bhai )(?<!\bco )(?<!\bbao )(?<!\btham )(?<!\blien )"
    r"quan(?! (?:ly|su|doi|tri|he|y|khu|chung|nhan|trac|phap|sat)\b))"
)
"""Of a folded name: "quận", but not "quản lý" or "hải quan"."""
_TERRITORY = re.compile(rf"\s(?:tinh|thanh pho|tp|{DISTRICT_NOUN}|xa(?! hoi\b)|phuong|dac khu|thi tran)(?:\s.*)?$")


@cache
def _heads() -> re.Pattern[str]:
    listed = {noun for (noun,) in entries("unit_heads.txt", 1)}
    nouns = sorted(listed | {noun.replace("ủy", "uỷ") for noun in listed}, key=len, reverse=True)
    return re.compile(rf"(?!{_NO_HEAD})(?:{'|'.join(map(re.escape, nouns))})(?!\w)", re.IGNORECASE)


def abbreviations() -> tuple[tuple[str, str], ...]:
    """The general abbreviations and what they stand for, from the editable list."""
    return tuple((short, full) for short, full in entries("abbreviations.tsv", 2))


def unit_aliases() -> tuple[tuple[str, str], ...]:
    """Other spellings of kinds of office, from the editable list."""
    return tuple((short, full) for short, full in entries("unit_aliases.tsv", 2))


def _shield(text: str) -> str:
    """Blank out what stands in brackets, same length, so that no cut falls inside."""
    return _BRACKETS.sub(lambda part: "\x00" * len(part.group()), text)


def _pieces(text: str) -> list[str]:
    """Cut at line ends, semicolons and heads that nothing but a space precedes."""
    shielded = _shield(text)
    strong = [match.end() for match in _STRONG.finditer(shielded) if not _is_open(text, match.start())]
    if _ITEM.match(text):  # a list of items with dashes, whose lines were run together
        strong += [match.start() for match in _NEXT_ITEM.finditer(shielded) if _heads().match(text[match.end() :])]
    strong += [cut.end() for cut in _STROKE.finditer(shielded) if _parts_offices(text, cut)]
    strong += [cut.end() for cut in _CUT.finditer(shielded) if not _TITLED.search(text, 0, cut.start() + 1)]
    cuts = sorted({0, len(text), *strong})
    return [text[a:b] for a, b in pairwise(cuts)]


def _parts_offices(text: str, cut: re.Match[str]) -> bool:
    """Whether a stroke stands between two offices with names of their own: "Sở Tài chính/Sở Xây dựng"."""
    above = re.split(r"[;\n/]", text[: cut.start()])[-1].strip()
    named = " " in above and starts_like_unit(above) and not _TOGETHER.search(above)
    return named and text[cut.end()].isupper() and bool(_heads().match(text, cut.end()))


def _is_open(text: str, end: int) -> bool:
    """Whether what stands right before ``end`` is not yet a unit."""
    return bool(_OPEN_END.search(text, max(0, end - _LONGEST_OPEN_END), end))


def _starts_unit(rest: str, current: str) -> bool:
    """Tell whether ``rest``, which follows a comma or "và", begins a unit of its own."""
    collective = _COLLECTIVE.match(_LEADING.sub("", current))
    if _COUNCIL.match(current.strip()) and (_AFTER_COUNCIL.match(rest) or _LOWER_LIST.match(rest)):
        return True
    if _LOWER_LIST.match(rest) and not collective and not _SERIES.search(current):
        return True
    if _staffed(rest, current.strip(), collective=bool(collective)):
        return True
    if not _heads().match(rest) or (_SERIES.fullmatch(current.strip()) and rest[0].islower()):
        return False
    if collective:
        if _BARE_NOUN.match(rest) and collective.group().lower().endswith(("các", "những")):
            return False
        if rest[0].islower() and _GENERIC.match(rest) and not re.match(r"các\s", rest):
            return False
        return not re.match(r"(?:các\s+)?địa phương\b", rest)
    return not rest[0].islower() or bool(_LOWER_HEAD.match(rest))


def _staffed(rest: str, current: str, *, collective: bool) -> bool:
    """Whether people begin ``rest`` and ``current`` is no list of kinds of people: "cán bộ, giáo viên, học sinh"."""
    if collective:
        return bool(_COMRADES.match(current)) and rest[0].isupper() and bool(_POSITION.match(rest))
    if _PERSON.match(rest) and _PERSON.fullmatch(current):
        return True
    return bool(_STAFF.match(rest)) and not _STAFF_SERIES.search(current)


def _split_list(text: str) -> list[str]:
    """Split one piece at the commas and "và" that stand between two units, or between single words."""
    if _ONE_WORD_EACH.fullmatch(text.strip()):
        return text.split(",")
    units, start = [], 0
    for match in _AND.finditer(_shield(text)):
        current = text[start : match.start()]
        named = _COLLECTIVE.match(current.strip()) or _STAFF.match(current.strip())
        single = " " not in current.strip() and not named
        if "," not in match.group() and (single or _JOINT_OFFICE.search(current)):
            continue
        if "," not in match.group() and _OF_MINISTRY.match(current) and _FIELD.match(text, match.end()):
            continue
        if "," in match.group() and _ADDRESSED.match(current) and _POSITION.match(text, match.end()):
            continue
        told = ":" in current and _COLLECTIVE.match(_LEADING.sub("", current))
        if told and not ("," not in match.group() and text.startswith("các ", match.end())):
            continue  # the list tells who belongs to the collective: "Doanh nghiệp: VNPT, Viettel"
        if _starts_unit(text[match.end() :], current) or _abbreviated(text[match.end() :], current):
            units.append(current)
            start = match.end()
    units.append(text[start:])
    return units


def _abbreviated(rest: str, current: str) -> bool:
    """Whether two names in capitals alone stand side by side: "VTV, VOV"."""
    return bool(_SHORT_NAME.match(rest) and _SHORT_NAME.fullmatch(current.strip(" ,;")))


def _tidy(unit: str) -> str:
    return _TRAILING.sub("", _LEADING.sub("", unit))


@dataclass(frozen=True, slots=True)
class Split:
    """The units of one cell by role, as printed."""

    leads: tuple[str, ...]
    supports: tuple[str, ...] = ()


@lru_cache(maxsize=8192)  # every question about a unit looks at the doers of all clauses
def split_units(cell: str) -> tuple[str, ...]:
    """Split a cell into its units as printed, in order; role words such as "phối hợp" are left off."""
    found = []
    for piece in _pieces(cell):
        for unit in _split_list(_without_work(_ROLE_TAIL.sub("", piece))):
            tidy = _WITHIN_TAIL.sub("", _DOES.sub(r"\1", _tidy(_ROLE_TAIL.sub("", unit))))
            if tidy and not _NO_UNIT.fullmatch(tidy):
                found.append(tidy)
    return tuple(found)


def _without_work(piece: str) -> str:
    """A list of units without what the last of them does, where no other unit is named after it."""
    words = _LEADING.sub("", piece)
    does = _DOES.match(words)
    return does.group(1) if does and not _NAMED.search(words, does.end(1)) else piece


def split_roles(cell: str) -> Split:
    """Split a cell that may name both roles: "A chủ trì; B và C phối hợp". Without role words all lead."""
    leads: list[str] = []
    supports: list[str] = []
    labelled = leads
    pieces = _ROLE_CUT.split(_LEAD_LABEL.sub("", _BRACKET_ROLE.sub(r" \1;", cell)))
    led = any(_LED.search(piece) for piece in pieces)
    for piece in pieces:
        if _HALF_LABEL.fullmatch(piece):
            continue
        label = _SUPPORT_LABEL.match(piece) or _SUPPORTED_BY.match(piece)
        labelled = supports if label else labelled
        rest = piece[label.end() :] if label else piece
        tail = _ROLE_TAIL.search(rest)
        both = _LEADS_WITH.match(rest)
        if both:
            leads.extend(split_units(both.group(1)))
            supports.extend(split_units(both.group(2)))
        elif tail and tail.group(1).lower() == "phối hợp":
            supports.extend(split_units(rest))
        else:
            units = split_units(rest)
            helping = [_HELPS.match(unit) for unit in units] if led else []
            last = max((n for n, found in enumerate(helping, 1) if found), default=0)
            supports.extend(found[1] if found else unit for found, unit in zip(helping[:last], units, strict=False))
            labelled.extend(units[last:])
    return Split(tuple(leads), tuple(supports))


def is_collective(unit: str) -> bool:
    """Tell whether a unit names many offices at once ("Các sở, ban, ngành", "UBND cấp xã", "viện nghiên cứu")."""
    words = unit.strip()
    return bool(_COLLECTIVE.match(words) or _LOWER_LIST.match(words))


def starts_like_unit(text: str) -> bool:
    """Tell whether a cell begins with a noun that offices are named by."""
    return bool(_heads().match(_LEADING.sub("", text)))


@cache
def _expansions() -> dict[str, str]:
    """Folded abbreviation or alias → folded expansion, those of one word only."""
    pairs = {}
    for short, full in (*abbreviations(), *unit_aliases()):
        if " " not in short:
            pairs[fold(short)] = fold(full)
            pairs.setdefault(re.sub(r"[&,\-]", "", fold(short)), fold(full))
    return pairs


@cache
def _full_aliases() -> dict[str, str]:
    return {_bare(fold(short)): _bare(fold(full)) for short, full in unit_aliases()}


def _bare(folded: str) -> str:
    return " ".join(part for part in _SEPARATORS.sub(" ", folded).split() if part != "va")


def _written_out(word: str) -> str:
    """An abbreviation in full; a word in small letters ("Du lịch") is none."""
    capitals = sum(letter.isupper() for letter in word)
    return _expansions().get(fold(word).strip(",.;:()"), word) if capitals > 1 or "&" in word else word


@lru_cache(maxsize=65536)
def unit_key(unit: str) -> str:
    """One key for a unit under its spellings: folded, abbreviations written out, "và", commas, hyphens, remarks dropped.

    Keys of one office may still differ by a territorial tail: compare with `same_unit`.
    """
    joined = " ".join(_written_out(word) for word in (_BRACKETS.sub(" ", unit) or unit).split())
    key = _bare(fold(joined))
    return _full_aliases().get(key, key)


def core_key(unit: str) -> str:
    """`unit_key` without its territorial tail: "Công an tỉnh Z" → "cong an"."""
    return _TERRITORY.sub("", unit_key(unit))


def same_unit(a: str, b: str) -> bool:
    """Tell whether two printed names mean one office: equal keys, or equal but for a territorial tail."""
    key_a, key_b = unit_key(a), unit_key(b)
    if key_a == key_b:
        return True
    short, long = sorted((key_a, key_b), key=len)
    return long.startswith(short + " ") and bool(_TERRITORY.fullmatch(long[len(short) :]))
