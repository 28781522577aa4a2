"""The polite beginning of a question: greetings, who asks and why, "xin cho hỏi"; none of it is what the question is about."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold, tone_normal

_STORY: Final = re.compile(
    r"\W*(?:em|toi|minh|tui|chung toi|ben em|ben toi|con|chau)\s[^,.?!;:\d]{0,70}[,.;:]\s*"
    r"(?=(?:xin|cho|nho|vui long|de nghi|kinh|anh|chi)\b)"
)
"""Who asks and why, before the asking itself: "Em mới về phòng, …"."""
_CALLING: Final = re.compile(
    r"\W*(?:(?:da|thua|anh|chi)\s)*(?:em|toi|minh|tui|chau)\s(?:dang\s)?(?:lam|la)\s"
    r"(?:(?!so |phong |ban |xa |phuong |ubnd |uy |cuc |chi cuc |trung tam |van phong |truong |o |ben |tai |gi|ai)[a-z]+[ ]?){1,4},\s*"
)
"""What the asker does for a living, by which nothing is asked: "Em làm kế toán, …"; an office named there may be meant."""
_ASKER: Final = (
    r"(?:(?:cac|may|mot|ban) )*(?:sep|thu ky|lanh dao|thu truong|bi thu|pho bi thu|chu tich|pho chu tich|giam doc|pho giam doc"
    r"|truong phong|pho phong|chanh van phong|truong ban|to truong|(?:to|doan) (?:kiem tra|giam sat|thanh tra|cong tac|khao sat|kiem toan)"
    r"|dai bieu|cu tri|phong vien|nha bao|bao chi|nguoi dan|ba con|cap tren|can bo|chuyen vien|van thu|anh|chi|em|ben|minh|toi|tui"
    r"|dong chi|cuoc hop|hop giao ban|giao ban|(?:tinh|huyen|thanh) uy(?= hoi| can biet)|dang uy(?= hoi| can biet))"
    r"(?: (?:lanh dao|bi thu|chu tich|giam doc|truong phong|tinh|huyen|xa|phuong|so|ubnd|ban|phong|van phong|hdnd|minh|em|toi|tui|ben|chau|do|nay|kia|chung|ta|trung uong)){0,3}"
)
_ASKS_FOR: Final = (
    r"(?:dang |moi |vua |hom nay |lai |muon |can )*(?:hoi|bao|nho|giuc|doi|yeu cau|de nghi|can|muon|xin)"
    r"(?: (?:gap|biet|co|xem|nam|ro|hoi|lay|loc|lap|tong hop|thong ke|soan|ra|em|minh|toi|tui|anh|chi|phong|minh|luon))*"
)
_SENT: Final = re.compile(
    rf"\W*(?!anh huong|so lieu){_ASKER}\s{_ASKS_FOR}(?:\s*[:,–-]\s*|\s+(?=(?:(?:bang|ban|cai|con) )?(?:danh sach|liet ke|nhung|cac|may|bao nhieu|toan bo"
    r"|tat ca|nhiem vu|viec|chi tieu|co may|co bao|so luong|o phu luc|tai phu luc|trong phu luc|phu luc)\b))"
)
"""Who wants to know, and what for: "Sếp cần …", "Đoàn kiểm tra hỏi: …". An office that needs something is none of these."""
_POLITE: Final = re.compile(
    r"(?:da|thua|kinh|anh|chi|em|chu oi|co oi|bac|ban|oi|a|xin|cho|nho|vui long|lam on|giup|gium|dum|voi|toi|minh|tui"
    r"|chung toi|quy co quan|quy don vi|dong chi|hoi|biet|duoc|phep|them|cung cap|thong tin|ro)\b[\s,:.!]*"
)
_CLOSES: Final = re.compile(
    r"hỏi|hoi|biết|biet|ơi|oi|cung cấp|cung cap|thông tin|thong tin|xin|nhờ|nho|vui lòng|vui long|làm ơn|lam on"
)
"""How a polite phrase of two words or more ends; "Hội …" and "biệt …" only fold to the same."""
_REQUEST: Final = re.compile(r"\W*de nghi\s+(?=(?:cho|cung cap|liet ke|neu|thong ke|ke|anh|chi|quy|dong chi)\b)")
_ADDRESSED: Final = re.compile(
    r"(?:\s(?:vậy|vay|thế|ạ|nhỉ|nhi|hả|nhé|nhe|nha|hen)\s+|\s*,\s*)(?:hả |ha )?"
    r"(?:bác|bac|chú|chu|cô|dì|cậu|sếp|sep|thầy|ông|bà|thủ trưởng|thu truong|đồng chí|dong chi|lãnh đạo|lanh dao|anh em|anh chị|anh chi|các anh|cac anh)"
    r"(?:\s+(?:ơi|oi|ạ|a|nhỉ|nhi|hả|ha|nhé|nhe))?[\s?.!…]*$",
    re.IGNORECASE,
)
"""Who is spoken to, at the end: "… vậy bác?"."""
_PARTICLE: Final = re.compile(
    r"(?<![\w-])(?<!thức )(?<!trỗi )(?<!nổi )(?<!đứng )(?<!ngồi )(?<!vực )(?<!bật )(?<!khơi )(?<!kỳ )(?<!quái )(?<!biến )(?<!đột )(?<!hiếu )(?<!cúm )"
    r"(?:d?z[aạâậ]y|dậy|dợ|zợ|d?z[iịì]|dị|vại|vậy|rứa|hỉ|hén|hí|hông ta|z|zz|(?:không|hông|hổng|hong|hem|ko|k) (?:biết|ta|nhỉ|nhở|hè)|hay (?:là )?sao|nhờ|nhở|nhể)"
    r"(?:[\s,]+(?:ta|cà|ha|hả|hè|trời|trời ơi|cưng|cưng ơi|bạn|mọi người|cả nhà|em|anh|chị|ơi|nhỉ|nhể|nha|nhé|ạ|luôn))*[\s?.!…~:)]*$",
    re.IGNORECASE,
)
"""What people close a question with as they say it ("dậy", "zậy ta", "rứa", "hông biết"); not the end of another word."""
_TO_ALL: Final = re.compile(
    r"[\s,;.?!–-]+(?:có|co)?\s*(?:ai|(?:anh chị|anh chi|bác|bac|bạn|ban|anh|chị|chi|em|cậu|đồng chí|dong chi|người|nguoi) (?:nào|nao))(?:\s+(?:còn|con|có|co|đang|dang|mà|ma))*"
    r"\s+(?:nhớ|nho|biết|biet|rành|ranh|nắm|nam|rõ|ro|thạo|thao)(?:\s+(?:rõ|ro|được|duoc|chỗ này|cho nay|cái này|cai nay|vụ này|vu nay|thì|thi))*"
    r"(?:\s+(?:không|khong|ko|k|hông|chưa|chua|nhắc|nhac|chỉ|chi|bảo|bao|nói|noi|trả lời|tra loi|giúp|giup|giùm|gium|hộ|ho|với|voi|em|mình|minh|tôi|toi|nhé|nhe|nhỉ|nhi|ạ|vậy|vay)\b)+[\s?.!…~:)]*$",
    re.IGNORECASE,
)
"""A call to anybody who knows, behind what is asked: "…, ai nhớ không?"."""
_ASKED: Final = re.compile(r"\b(?:may|bao|nhieu|nhiu|nao|gi|ai|dau|sao|khi|chua|khong|mo|chi|bn)\b")
_LEAST_LEFT: Final = 2
"""Words that a question has to keep."""


def without_courtesy(typed: str) -> str:
    """The question from where it begins to say something; all of it where too little would be left."""
    closing = _ADDRESSED.search(typed)
    typed = typed[: closing.start()] + "?" if closing else typed
    typed = _without_closing(_TO_ALL, _without_closing(_PARTICLE, typed))
    folded = fold(typed)
    if len(folded) != len(typed):
        return typed
    start = 0
    for opening in (_SENT, _STORY, _CALLING, _REQUEST):
        match = opening.match(folded, start)
        start = match.end() if match else start
    start = _after_polite(typed, folded, start)
    return typed[start:] if len(folded[start:].split()) >= _LEAST_LEFT else typed


def asker_of(typed: str) -> str:
    """Who asks and why, as it is told before the asking; "" where it is not."""
    folded = fold(typed)
    story = _STORY.match(folded) if len(folded) == len(typed) else None
    return typed[: story.end()] if story else ""


def _without_closing(closing: re.Pattern[str], typed: str) -> str:
    """The question without what closes it, where it has asked before."""
    said = closing.search(tone_normal(typed)) if len(tone_normal(typed)) == len(typed) else None
    return typed[: said.start()].rstrip(" ,") + "?" if said and _ASKED.search(fold(typed[: said.start()])) else typed


def _after_polite(typed: str, folded: str, start: int) -> int:
    """Behind the last word that closes a polite phrase, from ``start``; ``start`` where none does."""
    at, end, words = start, start, 0
    while match := _POLITE.match(folded, at):
        words += 1
        said = tone_normal(typed[match.start() : match.end()]).rstrip(" ,:.!")
        at = match.end()
        if words > 1 and _CLOSES.fullmatch(said):
            end = at
    return end
