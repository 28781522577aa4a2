"""Where "việc" and the like are said and no rows are asked for: "việc" that makes a noun of what is done, "việc làm"."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import tone_normal
from rag.language.spelt import shown, spelt
from rag.language.words import either, has_accents, sound
from rag.query.forbidding import FORBIDDEN

_DOING: Final = re.compile(r"\b(?:den|toi|ve|trong|cho|nho|bang|qua|nham) viec (?:\S+ ){3,}(?:nao|gi)$")
_ROWS: Final = "nhiem vu|viec(?! lam)|cong viec|hoat dong|chi tieu|noi dung|hang muc|dau viec"
_WHEN_OR_WHERE: Final = (
    "o|tai|cua|trong|theo|thang|quy|tuan|nam|ngay|cuoi|dau|truoc|sau|tu|den|la|thuong|hang|het|ca|khong|chua"
)
CARRIED_OUT: Final = re.compile(
    r"\b(?:ban hanh|lap|sai dung|ra doi|ra|lam) (?:\S+ ){0,5}?(?:de|nham) (?:thuc hien|chien khai|cu the hoa) (?:\S+ )?ce hoach (?:so )?nao\b"
    r"|^ce hoach (?:\S+ ){1,14}?(?:thuc hien|chien khai|cu the hoa) ce hoach (?:so )?nao\b"
)
"""The plan that another carries out is a document, no row."""
_DOCUMENT: Final = "|".join(
    map(
        sound,
        (
            *("dự toán", "báo cáo", "danh sách", "danh mục", "hồ sơ", "đề xuất", "đăng ký", "kết quả", "phương án"),
            *("đề cương", "thuyết minh", "số liệu", "nhu cầu"),
        ),
    )
)
SENT_WHEN: Final = re.compile(
    rf"\b(?:{_DOCUMENT})\b(?: (?!nao|gi)\S+){{0,6}} (?:cac|nhung) (?:{'|'.join(map(sound, ('nhiệm vụ', 'việc', 'công việc', 'hoạt động', 'chỉ tiêu', 'nội dung')))})\b(?! (?:nao|gi))"
    rf".*\b(?:{sound('gửi')}|{sound('nộp')}|{sound('trình')}|{sound('chuyển')}|{sound('xong')}|{sound('hoàn thành')}|{sound('lập')})\b(?: (?!nao|gi)\S+)*"
    r" (?:(?:luc|chi|khi|ngai|hom|thang|thoi han|qui) (?:nao|mai|bao nhieu)|bao do|ngai bao nhieu)$"
)
"""By when the one document of all the rows is sent: "dự toán các nhiệm vụ … gửi Sở A lúc nào"."""
SO_MANY: Final = r".*\b(?:chu tri|phoi hop|phu trach|duoc giao|dam nhiem|tham gia|dung ten|theo doi)(?: (?:tong cong|tat ca|la))* (?:may|bao nhieu) cai\b"
"""Folded: behind the noun for rows it asks how many of them: "trong chỉ tiêu của …, phòng A chủ trì mấy cái"."""
ROWS_COUNTED: Final = (
    r"^(?=.*\b(?:chi tieu|nhiem vu|cong viec|dau viec|phu luc|danh muc)\b)(?!.*\b(?:tien|kinh phi|ngan sach|von|chi phi|du toan"
    r"|muc chi|dinh muc|ho tro|thu nhap|gia tri|doanh thu)\b).*\b(?:bao nhieu|may) dong\b(?! (?:chi|thoi|bo|hanh))"
)
"""Typed without accents: how many rows of a table, no money."""
ABOUT_WHAT: Final = re.compile(
    r"\bve (?:nhung |cac )?(?:viec|van de|noi dung) (?:gi|nao)\b"
    r"|\blam (?:nhung )?gi (?:de(?! chong)|nham|neu|chuoc khi|sau khi|khi(?! nao))\b"
    r"|\b(?:neu|chen co so|chuong hop|sau khi|khi(?! nao)) (?:\S+ ){2,}?phai lam (?:nhung )?gi\b"
    r"|^(?!.*\b(?:phu luc|nhom|danh muc|nhiem vu|viec|chi tieu|hoat dong|ce hoach|buoc|phan|muc)\b).* (?:bao )?gom (?:nhung )?(?:gi|cai gi)\b"
)
"""What a unit does for one end or of one matter, what one thing is made of: no list of rows."""
IN_WHICH_FORM: Final = re.compile(
    rf"\b(?:{either('theo', 'dưới', 'bằng', 'qua')}) (?:(?:{either('những', 'các')}) )?(?:{either('hình thức', 'phương thức', 'cách thức')}) (?:{either('nào', 'gì')})$"
)
"""In which form all the rows of a plan are done: "các nhiệm vụ được triển khai theo hình thức nào"."""
_FOR_WHAT: Final = re.compile(rf"\b{sound('nhằm')} (?:\S+ ){{0,8}}?(?:{sound('gì')}|{sound('nào')})$")
_NO_COUNT: Final = "(?:lượng|hiệu|hóa|hoá|liệu|của|thứ|điện|tiền|nghị|quyết định|thông tư|chỉ thị|kết luận|công văn|tờ trình|văn bản|kế hoạch|kh|qđ|nq|vb|cv|mấy|bao|đó|này|ngày)"
"""What behind "số" numbers a document, or is another word with it."""
_SOUNDS_LIKE: Final = r"(?!(?:ket|bo|cap|tay|do|che|tuyen|loai|huu|tan|cuu|tri|phan|khai|sach|theo|nguon|so|sai|gd|ldtbxh|tttt|khcn|vhttdl|tnmt|nnptnt)\b)"
"""Behind "so" typed without accents these make "sơ kết", "sổ tay", "sở hữu" and the like of it."""
_ASKS_ELSE: Final = r"(?!.*\b(?:gì|nào|ai|đâu|sao|bao giờ|hạn|ngày|chủ trì|phối hợp)\b|.*\b(?:không|chưa)[ .?]*$)"
_NUMBER_OF: Final = spelt(
    rf"(?:^|[-–:,;]\s*)(?:tổng )?số (?!{_NO_COUNT}\b|\d)(?=[^\W\d_]+ [^\W\d_]+|[^\W\d_]+[ .?]*$){_ASKS_ELSE}"
)
_NUMBER_PLAINLY: Final = re.compile(
    _NUMBER_OF.folded.pattern.replace("so (?!", f"so {_SOUNDS_LIKE}(?!", 1).replace("|dau|", "|")
)


def number_noted(typed: str) -> int:
    """Where, in a note that tells by "số" what is to be counted and asks in no other word, that begins; 0 in other questions.

    "Sở A: số hồ chứa có camera", "hồ chứa có camera ở xã B, số hồ".
    """
    accents, read = has_accents(typed), shown(typed)
    found = (_NUMBER_OF.accented if accents else _NUMBER_PLAINLY).search(read)
    return found.end() if found and len(read) == len(typed) else 0


_USED: Final = "|".join(map(sound, ("dùng", "sử dụng", "lấy", "áp dụng", "phục vụ", "tận dụng", "đem", "dành")))
_FOR: Final = "|".join(map(sound, ("để", "làm", "vào", "cho", "ra", "việc", "những việc", "mục đích")))
_STANDS_UP: Final = sound("đứng ra")
"""Sounds like "dùng ra", which nobody says."""
_TAGS: Final = "(?: (?:vai|the|nhi|a|ha|dai))*"
_USED_FOR: Final = re.compile(
    rf"\b{sound('để')} lam (?:gi|chi){_TAGS}$|\b(?!{_STANDS_UP}\b)(?:{_USED}) (?:(?:{_FOR}) )+(?:gi|nao){_TAGS}$"
)
"""For what something is sent or used: "gửi kế hoạch cho Sở A để làm gì", "kết quả được dùng làm gì"."""
NO_ROWS: Final = (ABOUT_WHAT, CARRIED_OUT, SENT_WHEN, FORBIDDEN, IN_WHICH_FORM)
_DUE_OF_ONE: Final = re.compile(rf"(?:thoi )?han (?!(?:\S+ ){{0,3}}?(?:{_ROWS})\b|(?:{_WHEN_OR_WHERE})\b)[^\W\d]")


def asks_of_doing(folded: str, which: re.Match[str], things: str) -> bool:
    """Whether "nào" asks of something else within what is done ("nhắc đến việc tham gia cuộc thi nào").

    ``which`` runs from the noun for rows to that word; another such noun of ``things`` within would be what is asked for.
    """
    return bool(_DOING.search(folded[: which.end()])) and not re.search(rf" (?:{things})\b", which[0])


def asks_purpose(spoken: str, typed: str) -> bool:
    """Whether a question ends in what something is for; names of places may end in what sounds like "nhằm"."""
    if asks_use(spoken):
        return True
    return _FOR_WHAT.search(spoken) is not None and (not has_accents(typed) or "nhằm" in tone_normal(typed))


def asks_use(spoken: str) -> bool:
    """Whether a question ends in what something is used for; a "kết quả" so used is no column of a row."""
    return _USED_FOR.search(spoken) is not None


def asks_due_of_one(folded: str) -> bool:
    """Whether a telegram asks for the deadline of what is named right behind "hạn", which may hold "việc làm"."""
    return _DUE_OF_ONE.match(folded) is not None


_CELL_OF_ONE: Final = re.compile(
    r"^(?:\S+ ){0,3}?(?:(?:thoi )?han(?: chot| cuoi)?|(?:thoi (?:gian|han) )?(?:hoan thanh|thuc hien)|(?:don vi|co quan) (?:chu tri|phoi hop)"
    r"|ket qua|san pham|dau ra) (?:cua|cho|doi voi) (?:viec|nhiem vu|chi tieu) (?!nao\b|do\b|ma\b)\w"
)


def asks_cell_of_one(folded: str) -> bool:
    """Whether a cell of one row is named ("hạn của việc tổ chức các hoạt động …"), so that "các …" is of the row's name."""
    return _CELL_OF_ONE.search(folded) is not None
