"""What asks for sums of money, which few plans print, and what only sounds as if it asked for what no column holds."""

from __future__ import annotations

import re
from typing import Final

from rag.language.spelt import shown, spelt
from rag.language.words import sound
from rag.query.norows import ROWS_COUNTED

NAME_OF_A_THING: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('cuộc thi', 'hội thi', 'phong trào', 'nền tảng', 'ứng dụng', 'phần mềm', 'mô hình', 'giải thưởng', 'chuyên mục', 'chuyên đề', 'chuyên trang', 'chiến dịch', 'cuộc vận động', 'chương trình', 'câu lạc bộ', 'liên hoan', 'lễ hội', 'sự kiện', 'hội thảo', 'chủ đề')))})\b"
    r".{0,60}\bten (?:la )?gi\b"
)
"""Sound forms that ask for the name of something, which plans do tell, not of somebody."""
MONEY_OF: Final = re.compile(
    rf"^(?:tong )?(?:{'|'.join(map(sound, ('kinh phí', 'số tiền', 'tiền', 'ngân sách', 'dự toán', 'vốn', 'mức hỗ trợ')))})\b(?!.*\b(?:ti le|phan cham)\b).*\bbao nhieu(?: (?:vai|the|a|em|anh|chi|nhi|ha))*$"
)
"""Asks how much money something costs: "kinh phí hỗ trợ … là bao nhiêu"."""
COSTS: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('hết', 'tốn', 'hết khoảng', 'tốn khoảng', 'tốn hết', 'trị giá', 'chi phí', 'chi phí là', 'mất')))})"
    r" bao nhieu(?: (?:vai|the|a|em|anh|chi|nhi|ha))*$"
)
"""Asks what something costs and names no money: "làm … hết bao nhiêu"."""
_PRICE: Final = (
    "(?:đơn giá|mức giá|gi[áa] (?:vé|cước)|giá (?:bán|mua|thuê|phòng|dịch vụ|niêm yết|nước|điện|xăng|đất|thành|cả)|(?:tiền|phí) (?:vé|thuê|gửi xe)"
    "|phí (?:tham quan|vào cửa|vào cổng|dịch vụ|sử dụng|qua đường|đỗ xe)|vé (?:vào cửa|vào cổng|tham quan)|cước phí|viện phí)"
)
"""What one pays for a thing: a count of those who pay is none."""
_PAID: Final = "(?:tiền lương|lương(?! (?:thực|khách|hàng|nước|mưa|rác|tiêu thụ|giáo))|tiền công|thù lao|phụ cấp|trợ cấp|học phí|học bổng|lệ phí|tiền phạt|tiền thưởng|mức phạt|mức thưởng)"
_SUM_FOR: Final = f"(?:{_PAID}|{_PRICE})"
_PAY: Final = spelt(
    rf"^(?:[^,:;?]{{2,40}}[,:;] *)?(?:(?:mức|số|khoản|các khoản|tổng) )*{_SUM_FOR}\b(?!.*\b(?:ai|nào|gì|đâu|tỷ lệ|(?:bao nhiêu|mấy) người)\b)"
    rf"|^(?!(?:tổng )?số (?!tiền)|tỷ lệ |có |bao nhiêu |mấy ).*\b{_SUM_FOR}(?: (?:tháng|hằng tháng|hàng tháng|mỗi tháng|một tháng|cơ bản|cơ sở|khởi điểm))?(?: (?:là|được|khoảng|có|tầm|cỡ))* (?:bao nhiêu|mấy)\b(?! (?:người|lần|%|phần trăm))"
    r"|\b(?:được|bị) (?:trả|phạt|thưởng|hưởng|trả công|lĩnh|nhận)(?: tiền)? (?:bao nhiêu|mấy)(?: (?:tiền|đồng))?(?: (?:vậy|thế|ạ|nhỉ|một|mỗi|/).*)?[ ?.]*$"
)
"""Asks what somebody is paid, gets, is fined or pays, which only a sum tells: "lương … là bao nhiêu", "giá vé …"."""
SHARE_OF_MONEY: Final = re.compile(r"(?i)\b(?:bao nhi[êe]u|mấy|may)\s*(?:%|phần trăm|phan tram)" + f"|{ROWS_COUNTED}")
"""What share of a sum is asked for is no sum, nor are rows."""

_TO_CALL: Final = re.compile(
    r"(?i)\bsố (?:máy|đt) (?:nào|gì|bao nhiêu|mấy|của|để|là|liên|gọi|riêng|bàn|lẻ|nhánh|cơ quan|văn phòng|trực|phòng|ban|sở|bên|chỗ|anh|chị|ông|bà|đồng chí|cán bộ|lãnh đạo)\b|\bsố máy *(?:$|[,?.!;])"
    r"|\bsố (?:(?:điện thoại )?(?:di động|liên hệ|liên lạc|cầm tay)|để (?:gọi|alo|liên|nhắn))\b"
    r"|\b(?:gọi|alo|liên hệ|liên lạc)(?: (?:điện|thoại|cho|theo|qua|vào|tới|đến|về|ai|họ|máy|bằng))* số\b|\bso (?:di dong|de (?:goi|alo))\b"
)
"""Asks for a number to call somebody by: "xin số máy để gọi …", "liên hệ qua số nào"; "số máy bơm" counts machines.

Without accents "so may" asks for a document's number, "lien he so nao" for an office.
"""


def asks_number_to_call(typed: str) -> bool:
    """Whether a number is asked for by which somebody is called."""
    return _TO_CALL.search(shown(typed)) is not None


def asks_pay(typed: str) -> bool:
    """Whether what somebody is paid, gets, is fined or has to pay is asked for."""
    return _PAY.of(typed).search(shown(typed)) is not None
