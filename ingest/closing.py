"""What the end of a plan says: who signs it, in what position, and who receives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.letters import UPPER, either
from ingest.markup import find_words
from ingest.prose import Para, is_caps

_WORD = rf"[{UPPER}][\w’'-]*"
_RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)\b)"
_DEGREE = (
    r"(?:TS|Th[Ss]|THS|PGS|GS|BS|DS|CN|KS|KTS|LS|CVCC|CVC|GVCC|GVC|NGƯT|NGND|NSƯT|NSND|TTƯT|TTND|Đ/c|Đồng chí"
    r"|Tiến sĩ|Thạc sĩ|Bác sĩ|Dược sĩ|Kỹ sư|Luật sư|Cử nhân)(?:\.?\s?CK\.?\s?(?:II?|[12]))?"
)
_RANKS = rf"(?:(?:{_DEGREE}|{_RANK})(?:[.,:][\s,]*|\s+|(?=$)))"
_NAME = re.compile(rf"^{_RANKS}*(?:{_WORD}\s+){{1,5}}{_WORD}$")
_BEFORE_NAME = re.compile(rf"^{_RANKS}+")
_SURNAMES = either(
    *(
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Hoàng",
        "Huỳnh",
        "Phan",
        "Vũ",
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
    ),
    *(
        "Đinh",
        "Trịnh",
        "Trương",
        "Đoàn",
        "Mai",
        "Lương",
        "Cao",
        "Tạ",
        "Lâm",
        "Hà",
        "Đào",
        "Tô",
        "Thái",
        "Chu",
        "Châu",
        "Tống",
    ),
    *(
        "Tăng",
        "Lưu",
        "Phùng",
        "Quách",
        "Kiều",
        "Vương",
        "Triệu",
        "Nông",
        "Hứa",
        "Lò",
        "Giàng",
        "Sùng",
        "Vàng",
        "Thào",
        "Quàng",
    ),
    *(
        "Bế",
        "Ma",
        "Mã",
        "La",
        "Lã",
        "Lại",
        "Lục",
        "Mạc",
        "Ninh",
        "Nghiêm",
        "Khuất",
        "Tôn",
        "Từ",
        "Vi",
        "Bạch",
        "Cù",
        "Diệp",
    ),
    *(
        "Doãn",
        "Giáp",
        "Khương",
        "Khổng",
        "Nhữ",
        "Phí",
        "Thạch",
        "Thân",
        "Thẩm",
        "Thiều",
        "Tòng",
        "Tưởng",
        "Ứng",
        "Đàm",
        "Điêu",
    ),
)
_UNSIGNED = re.compile(r"^\(?(?:đã ký|ký tên|ky ten)", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(?:T/?M|KT|TUQ|TL|Q)\b"
    r"|.*\b(?:TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|THỦ TƯỚNG|BÍ THƯ|NHÂN DÂN|THƯỜNG VỤ|VĂN PHÒNG|CHỦ NHIỆM)\b"
)
_BY_ORDER = re.compile(r"^(?:T/?M|KT|K/T|TUQ|TL|T/L)\b")  # for whom one signs, above the position
_BULLET = re.compile(r"^[-+*•–]\s*")
_BEHIND_MARK = re.compile(rf"(?<=\))\s+-\s+(?=[{UPPER}])")  # "Sở A; (báo cáo) - Sở B" printed in one line
_FOR = r"(?:T/M|K/T|T/L|(?:TM|KT|TL|TUQ)\.)"
_POST = (
    r"(?:(?:chi )?cục |vụ |viện |bộ |thứ |hiệu |thủ |tổ |đội |hạt |chỉ huy |cụm |khoa |kế toán )?trưởng\b|chủ tịch\b"
    r"|(?:tổng )?giám đốc\b|bí thư\b|chánh (?:văn phòng|thanh tra|án)\b|chủ nhiệm\b|ủy viên\b|viện phó\b"
)
_OF = (  # what a position is of, where the name stands right behind
    r"(?:phòng|ban|khoa|trạm|đoàn|tiểu ban|thường trực|sở|tỉnh|xã|phường|thành phố|đặc khu|ubnd|hđnd|đảng ủy|công an)"
)
_WHOLE_POST = rf"(?:Q\.\s*|quyền |phó )*(?:{_POST})(?:\s+{_OF}\b)*[\s,:.–-]+"
_POST_AND_NAME = re.compile(
    rf"(?P<order>(?i:{_FOR}\s*{_WHOLE_POST}))?(?P<post>(?i:(?:{_FOR}\s*)?{_WHOLE_POST}))"
    rf"(?P<name>(?:{_RANKS}+|(?={_SURNAMES}\s|{_SURNAMES.upper()}\s))(?:{_WORD}\s+){{1,4}}{_WORD})$"
)
_SMALL = re.compile(rf"^(?:{_FOR}\s*\S|(?:Q\.\s*|quyền |phó )*(?:{_POST}))(?!.*[;:,.]$)", re.IGNORECASE)
_BY_ORDER_SMALL = re.compile(rf"^{_FOR}", re.IGNORECASE)
_LONGEST = 60  # letters of a position


def signers(lines: Sequence[Para], text: str) -> tuple[list[Para], list[Para]]:
    """Names and positions in the order of the signers; a position is the last capital line before its name.

    Two who sign side by side print two positions, then two names. A line of ``text`` may hold both: "Giám đốc TS. Lê A".
    """
    lines = [part for line in lines for part in _parted(line, text)]
    small = not any(_is_position(line.text) and not _BY_ORDER.match(line.text) for line in lines)
    names: list[Para] = []
    positions: list[Para] = []
    waiting: list[Para] = []
    signing = 0  # names so far that belong to the positions that wait
    for line in lines:
        if _UNSIGNED.match(line.text):
            continue
        post = is_position_in_small_letters(line.text) if small else _is_position(line.text)
        if _NAME.match(line.text) and not _OFFICE.match(line.text) and not (small and post):
            if signing < sum(not _BY_ORDER.match(position.text.upper()) for position in waiting):
                names.append(line)
                signing += 1
        elif post:
            if signing:
                positions += waiting[-signing:]
                waiting, signing = [], 0
            waiting.append(line)
    positions += waiting[-signing:] if signing else []
    return names, positions or waiting[-1:]


def bare_name(name: str) -> str:
    """A person's name without what it is printed with: "PGS.TS Lê A", "Đại tá Lê A"."""
    return _BEFORE_NAME.sub("", name) or name


def _parted(line: Para, text: str) -> list[Para]:
    """The position and the name of a line that holds both, else the line."""
    found = _POST_AND_NAME.match(line.text)
    words = [one.rstrip(" ,:.–-") for one in found.group("order", "post", "name") if one] if found else []
    spans = [find_words(one, text, line.span) for one in words]
    parts = [Para(one, span) for one, span in zip(words, spans, strict=True) if span]
    return parts if len(parts) == len(words) > 0 else [line]


def is_position_in_small_letters(text: str, *, alone: bool = True) -> bool:
    """Whether a line reads as a signer's position set in small letters: "KT. Giám đốc", or "Quyền Giám đốc" ``alone``."""
    found = len(text) <= _LONGEST and _SMALL.match(text)
    return bool(found) and (alone or bool(_BY_ORDER_SMALL.match(text)))


def _is_position(text: str) -> bool:
    """Capitals that are no person's name."""
    return is_caps(text) and bool(_OFFICE.match(text) or not _NAME.match(text.title()))


def recipients(lines: Sequence[Para]) -> tuple[str, ...]:
    """The entries under "Nơi nhận", without bullets, entries broken over lines joined."""
    entries: list[str] = []
    for line in lines[1:]:
        bullet = _BULLET.match(line.text)
        if entries and not bullet and not entries[-1].endswith((";", ".", ",", ":")):
            entries[-1] = f"{entries[-1]} {line.text}"
        elif line.text:
            entries.append(line.text[bullet.end() :] if bullet else line.text)
    parted = (part for entry in entries for part in _BEHIND_MARK.split(entry))
    return tuple(part.rstrip(";,. ") for part in parted if part.strip("- "))
