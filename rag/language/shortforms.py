"""Shorthand of several words or with figures, written out: months, quarters, offices, question words."""

from __future__ import annotations

import re
from typing import Final

from rag.language.literals import literal_of

_TIME_WORDS: Final = (
    "trước|truoc|sau|hạn|han|trong|đến|den|tới|toi|từ|tu|hết|het|cuối|cuoi|đầu|dau|vào|vao|xong|và|va|qua|giữa|giua"
)
"""Before "t6" they say that it is a month."""
_ROW: Final = r"[Tt]{2}(?= \d{1,3}(?:\.\d{1,3})*\b(?![/%]|[.-]\d))"
"""The title of a column of row numbers and a number; before other numbers it is a circular's."""
_TABLE: Final = r"\b(?:[Pp](?:hụ lục|hu luc|HỤ LỤC|HU LUC)|PL|[Bb]i[ểe]u|BIỂU|[Dd]anh m[ụu]c)\b"
_OFFICIAL: Final = r"\b(?:TTHC|DVC|DVCTT|[Tt]hủ tục|thu tuc|[Mm]ột cửa|mot cua|[Dd]ịch vụ công|dich vu cong)\b"
_SCHOOL: Final = r"\b(?:GD|[Tt]rường|truong|[Ll]ớp|lop|[Hh]ọc|hoc|[Gg]iáo|giao duc|THCS|THPT|TH)\b"
"""What is dealt with by files, "HS", and where the same letters mean pupils."""
_SHORT: Final = tuple(
    (literal_of(short), re.compile(short), full)
    for short, full in (
        (rf"({_TABLE}(?:(?!\btheo\b).){{0,60}}?)\b{_ROW}", r"\1STT"),
        (rf"(?<!theo )\b{_ROW}(?=.*{_TABLE})", "STT"),
        (r"\b[Tt](\d{1,2})(?=/20\d\d\b)", r"tháng \1"),
        (rf"\b({_TIME_WORDS}) [Tt](0?[1-9]|1[0-2])\b(?![./]\d\d?\b)", r"\1 tháng \2"),
        (r"\b[Tt](0?[1-9]|1[0-2])(?=\s*(?:$|[?!]|(?:năm|nam|này|nay)\b))", r"tháng \1"),
        (r"\b(dưới|duoi|trên|tren|đủ|du|từ|tu) (\d{1,2}) ?t\b(?! (?:đầu|dau|cuối|cuoi))", r"\1 \2 tuổi"),
        (r"\b([369]) ?T\b|\b([369]) ?t(?= (?:đầu|dau|cuối|cuoi))", r"\1\2 tháng"),
        (r"\b[Hh][Kk] ?(?=[12]\b|I{1,2}\b|(?:này|nay|sau|trước|truoc|một|mot|hai|nào|nao)\b)", "học kỳ "),
        (r"\b[Nn][Hh](?= ?20\d\d\b)", "năm học"),
        (r"\b[Qq]\.?(?:([1-4])|(?-i: ?(IV|I{1,3})))\b", r"quý \1\2"),
        (
            r"\b([Uu]ỷ ban|[Uu]y ban|[Ủủ]y ban|UB)(?= (?:tỉnh|tinh|xã|xa|phường|phuong|huyện|huyen|thành phố|thanh pho|cấp|cap)\b)",
            "UBND",
        ),
        (r"(?<![\w/.-])[Jj](?![\w/.-])", "gì"),
        (
            r"\b[Bb]h(?= (?:thì |mới |phải |là |thi |moi |phai |la )*(?:xong|hoàn thành|hoan thanh|đến hạn|den han|làm|lam)\b)|(?<=xong )bh\b",
            "bao giờ",
        ),
        (r"\b[Bb]ao h\b", "bao giờ"),
        (
            r"\bctr(?= (?:những|các|nhung|cac|mấy|may|bao|bn|bnhiu|việc|viec|nhiệm|nhiem|nv|NV|gì|gi)\b)|(?<=\bai )ctr\b|(?<=\bn[àa]o )ctr\b",
            "chủ trì",
        ),
        (
            r"\b(?:[Dd]s|DS)(?= (?:các|những|cac|nhung|nhiệm|nhiem|việc|viec|công|cong|đầu|dau|chỉ|chi|NV|nv)\b)",
            "danh sách",
        ),
        (
            r"\b[Tt]g(?= (?:hoàn thành|hoan thanh|thực hiện|thuc hien|xong|bắt đầu|bat dau|kết thúc|ket thuc)\b)",
            "thời gian",
        ),
        (
            (
                r"\bHS(?= (?:ĐA|đề|de|trình|trinh|dự|du|thủ tục|thu tuc|TTHC|nghiệm|nghiem|xin|cấp|cap|quy hoạch|lưu trữ|luu tru|môi trường|trễ|tre|quá hạn|qua han|công việc|điện tử|dien tu)\b)"
                r"|(?<=[Nn]ộp )HS\b|(?<=số hóa )HS\b|(?<=so hoa )HS\b|(?<=tiếp nhận )HS\b|(?<=tiep nhan )HS\b|(?<=[Ll]ập )HS\b|(?<=xử lý )HS\b|(?<=giải quyết )HS\b"
            ),
            "hồ sơ",
        ),
        (rf"({_OFFICIAL}(?:(?!{_SCHOOL}).)*)\bHS\b", r"\1hồ sơ"),
        (rf"\bHS\b(?=(?:(?!{_SCHOOL}).)*{_OFFICIAL})", "hồ sơ"),
        (r"\bCT(?= (?:số )?0\d{1,3}\b)", "chỉ thị"),
        (r"(?<![\w/])[ĐđDd]/[Cc](?= (?:nào|nao|gì tên|phó|pho|[A-ZĐ]))", "đồng chí"),
        (
            (
                r"^(?!.*(?i:chủ trì|chu tri|phối hợp|phoi hop|phụ trách|phu trach|thực hiện|thuc hien|giao|đầu mối|dau moi))"
                r"(.*?)\bNV(?= \D*\b(?:là|la|tên|ten) (?:ai|người nào|nguoi nao|đồng chí nào|dong chi nao)\b)"
            ),
            r"\1nhân viên",
        ),
        (r"\b(?:nhữg|nhữn|nhựng)\b", "những"),
        (
            r"\b(hạn|han|thời gian|thoi gian|ghi|là|la|NV|việc|viec|duy trì|duy tri|làm|lam) TX\b(?! [A-ZĐ])",
            r"\1 thường xuyên",
        ),
        (r"\bbao nhiu\b", "bao nhiêu"),
        (r"(?<![\w/.-])[Zz][ìi](?![\w/.-])", "gì"),
        (
            r"(?i)^(.*\b(?:có|co|còn|con|được|duoc|phải|phai|đã|da)\b.*\S) (?:k|hk|hông|hong|hem)(?=[\s?.!]*$)",
            r"\1 không",
        ),
        (r"\bthời hạng\b", "thời hạn"),
        (r"\b[Bb]ao (?:gờ|giừo|zờ|jờ|giơ)\b", "bao giờ"),
        (r"\b[Tt]\.? (?=(?:mấy|nào)\b)", "tháng "),
        (r"\b(?:nhóm|những) người nào\b", "đối tượng nào"),
        (r"\b(?:nhom|nhung) nguoi nao\b", "doi tuong nao"),
        (r"\bấy\b", "đấy"),  # sounds like "ai"
        (r"\b(hợp|hop|cùng|cung|chung|làm|lam|đối|doi) vs\b", r"\1 với"),
        (r"\bvs\b", "so với"),
        (
            r"\b(xây dựng|thi hành|tuyên truyền|phổ biến|kiến thức|văn bản|giáo dục|chấp hành|quy định|theo|tìm hiểu|vi phạm|quy phạm|chính sách|hiểu biết|trợ giúp|tuân thủ|ý thức|hệ thống) PL\b(?! (?:số |so )?(?:[IVX]+\b|\d|QĐ|KH|NQ|CV|kèm|kem))",
            r"\1 pháp luật",
        ),
        (r"\bPL(?= (?:về|hình sự|dân sự|lao động|đất đai)\b)", "pháp luật"),
        (r"\b(?:TT|tt)(?= (?:số )?\d{1,3}/)", "thông tư"),
        (
            r"(?<!theo )(?<!cứ )(?<!vào )(?<!trên )\b(những|các|mấy|bao nhiêu|nhung|cac|may|bao nhieu) ND\b(?! (?:số |so )?\d)",
            r"\1 nội dung",
        ),
        (r"\bPL(?= (?:QĐ|KH|NQ|CV|[IVX]+\b|\d|của|kèm))", "phụ lục"),
        (r"(?<!bao )(?<!mấy )\bnhiêu\b", "bao nhiêu"),
        (r"^(?:rà|dò|coi|soát)(?: lại)? (?=(?:giùm|dùm|giúp|hộ)\b)", "liệt kê "),
        (r"\bnhững đâu\b", "những nơi nào"),
        (r"\bnhung dau\b(?! (?:viec|muc|moi|sach|xe)\b)", "nhung noi nao"),
        (r"(?<=\w) & (?=\w)", " và "),
        (
            r"(?<=\d) +/ *(?=(?:KH|NQ|QĐ|CTr|CT|TB|HD|TTr|BC|CV|ĐA|UBND)\b)|(?<=\d)/ +(?=(?:KH|NQ|QĐ|CTr|CT|TB|HD|TTr|BC|CV|ĐA|UBND)\b)",
            "/",
        ),
        (r"\b(?:bữa|bua) nay\b", "hôm nay"),
        (r"\bKH, ?CN ?& ?", "khoa học, công nghệ và "),
        (r"\bKH, ?CN\b", "khoa học, công nghệ"),
        (r"\b(số|so) ?(?:đt|dt)\b(?!\s*&)", r"\1 điện thoại"),
        (r"\b(trường|truong|học sinh|hoc sinh) (?:cấp|cap) 3\b", r"\1 trung học phổ thông"),
        (r"\b(trường|truong|học sinh|hoc sinh) (?:cấp|cap) 2\b", r"\1 trung học cơ sở"),
        (r"\b(trường|truong|học sinh|hoc sinh) (?:cấp|cap) 1\b", r"\1 tiểu học"),
    )
)
"""Shorthand of several words or with figures, what it cannot do without, and what it stands for."""
_DOCUMENTS: Final = {
    "tt": "thông tư",
    "nđ": "nghị định",
    "nd": "nghị định",
    "qđ": "quyết định",
    "qd": "quyết định",
    "nq": "nghị quyết",
    "ct": "chỉ thị",
    "kl": "kết luận",
    "cv": "công văn",
    "hd": "hướng dẫn",
    "tb": "thông báo",
}
"""Sorts of documents by their letters, some of which stand for other things elsewhere ("TT": "trung tâm", "CT": "chỉ tiêu")."""
_RESTS: Final = r"căn cứ|can cu|cơ sở pháp lý|co so phap ly|viện dẫn|vien dan|dựa (?:vào|trên)|dua (?:vao|tren)"
_WHICH: Final = r"(?:số |so )?(?:nào|nao|mấy|may|bao nhiêu|bao nhieu)\b"
_LETTERS: Final = "|".join(_DOCUMENTS)
_ISSUERS: Final = (
    r"bộ|bo|chính phủ|chinh phu|cp|thủ tướng|thu tuong|ttg|quốc hội|quoc hoi|sở|so|ubnd|uỷ ban|ủy ban|uy ban|hđnd|hdnd"
    r"|tỉnh ủy|tinh uy|thành ủy|thanh uy|đảng ủy|dang uy|ban thường vụ|ban thuong vu|btv"
)
_WHICH_DOCUMENT: Final = re.compile(
    rf"\b(?P<first>{_LETTERS})(?= {_WHICH}.*\b(?:{_RESTS})\b)"
    rf"|\b(?P<lead>(?:{_RESTS}|theo) (?:(?:vào|vao|pháp lý|phap ly|theo|những|các|nhung|cac) )*)(?P<then>{_LETTERS})"
    rf"(?= {_WHICH}| (?:của|cua) (?:\S+ ){{1,8}}?{_WHICH})"
    rf"|\b(?P<issues>(?:{_ISSUERS})\b[^,;?]{{0,60}}? (?:có|co|ra|ban hành|ban hanh|gửi|gui) )(?P<issued>{_LETTERS})(?= {_WHICH})",
    re.IGNORECASE,
)
"""Letters of a document that a plan rests on, or that an office has issued, where it is asked for: "TT nào làm căn cứ",
"căn cứ vào CT nào", "Bộ A có CV nào về …"."""


def spelt_out(typed: str) -> str:
    """Shorthand for months and quarters in full: "T8/2025", "Q1/2026"."""
    for held, short, full in _SHORT:
        if held in typed:
            typed = short.sub(full, typed)
    return _WHICH_DOCUMENT.sub(_in_full, typed) if re.search(_WHICH, typed, re.IGNORECASE) else typed


def _in_full(match: re.Match[str]) -> str:
    letters = match["first"] or match["then"] or match["issued"]
    return f"{match['lead'] or match['issues'] or ''}{_DOCUMENTS[letters.lower()]}"
