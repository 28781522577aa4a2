"""How people ask for a column of a row in words of their own, put into the words that name it.

"Việc này bên nào đứng mũi chịu sào" is "bên nào chủ trì", "xong thì phải ra được loại văn bản nào" is "kết quả là gì": no plan
prints such words, so they are no words of the row that is looked for. The tables are read as in `rag.language.restated`.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import tone_normal
from rag.language.wordings import put_plainly, wording
from rag.language.words import has_accents

_OFFICE: Final = (
    "(?:đơn vị|cơ quan|sở|phòng|ban|bộ|cục|chi cục|bên|ngành|hội|đoàn thể|tổ chức|trường|viện|trung tâm|chỗ|nơi|người|cấp"
    "|bộ phận|lực lượng|doanh nghiệp|công ty|tập đoàn|hãng|xã|phường|địa phương|ông|bà|vị|đồng chí)"
)
_WHO: Final = rf"\b(?:những |các )?(?:ai|{_OFFICE}(?: chuyên môn| chức năng| trực thuộc)? nào)\b"
_DATE: Final = "(?:ngày|tháng|quý|năm|tuần)"
_WORK: Final = "(?:việc|vụ|chuyện|khoản|phần việc|phần|mảng|khâu|nhiệm vụ|công việc|nội dung|món|cái)"
_THIS: Final = f"{_WORK} (?:này|đó|ấy|trên|kia)"
_END: Final = r"(?=\s*(?:[?.!,;]|$))"
_LEADS: Final = (
    "(?:đứng mũi chịu sào|đứng mũi|chịu sào|cầm trịch|cầm chịch|cầm lái|cầm cương|cầm cái|chèo lái|gánh vác|gánh chính|cáng đáng"
    "|đảm đương|đứng mũi|làm đầu tàu|làm nhạc trưởng|chủ xị|chịu trận|đứng ra gánh|đứng ra lo|lĩnh ấn"
    "|chắp bút|chấp bút|cầm bút|làm nòng cốt|đứng nòng cốt|đứng chính|cầm chính|lo chính|làm chủ lực|đứng cái|đứng tên làm|xắn tay làm|bắt tay làm)"
)
"""What is said of one who leads and printed by no plan."""
_TAKES: Final = "(?:nhận|nhận lãnh|lãnh|lĩnh|gánh|ôm|cáng đáng|đảm đương|đảm nhận)"
_DOES: Final = "(?:(?:làm|đứng|giữ|lo|đứng ra)(?: vai| phần| vai trò)? )?(?:chủ trì|chủ chốt|đầu mối|phụ trách|thực hiện|triển khai|làm|lo|tham mưu|phối hợp)"
_HANDS: Final = "(?:phân công|phân|giao phó|giao việc|giao nhiệm vụ|giao|cắt cử|cử|chỉ định|chọn|bố trí|cắt đặt)"
_CHIEF: Final = "(?:chủ trì|đứng đầu|đầu mối|làm chính|lo chính|gánh chính|đứng chính|chính)"
_COMRADE: Final = "(?:đồng chí|đ/c|ông|bà|vị|lãnh đạo|cán bộ)"
_JOINS: Final = "(?:nữa|khác|cùng|cũng|phải|cần|sẽ|tham gia|phối hợp|vào cuộc|góp sức|góp tay|hỗ trợ|làm|lo|dính|được|ghi|tên|vô|vào|chung|tay|một|giúp|giúp sức|phụ|kề vai|sát cánh|với|việc này)"
_HELPS: Final = (
    "(?:chung tay|góp tay|góp sức|góp một tay|ghé vai|kề vai sát cánh|kề vai|chung vai|xắn tay|hậu thuẫn|đỡ đần|tiếp tay|tiếp sức"
    "|trợ lực|hùn sức|hợp sức|phụ một tay|giúp một tay|đỡ một tay|sát cánh|phụ giúp)"
)
_CARES: Final = "(?:kèm cặp|hướng dẫn|hỗ trợ|giúp|dìu dắt|lo|chịu|kèm|quản lý|chỉ đạo|tổ chức|thực hiện|triển khai|trực tiếp|đứng|theo dõi|phụ trách|chủ trì|nhận|làm)"
_TURN: Final = "(?:đợt|vòng|giai đoạn|kỳ|khóa|phiên|lượt)"
_FIRM: Final = "(?:hãng|tập đoàn|công ty|doanh nghiệp|nhà mạng|nhà cung cấp|đối tác)"
_FIRM_SAID: Final = "(?:hãng|tập đoàn|nhà mạng|nhà cung cấp|đối tác)"
_DONE: Final = (
    r"\b(?:xong|hoàn thành|hoàn tất|cuối cùng|rốt cuộc|rốt cục|sau cùng|chung cuộc|kết thúc|dự kiến|làm xong)"
    r"(?: (?:việc|công việc|hết|xuôi|xuôi việc|đâu đấy|rồi))*"
)
_KIND: Final = "(?:(?:loại|thứ|dạng|kiểu|cái|những|các|một) )*(?:(?:văn bản|giấy tờ|tài liệu|hồ sơ|sản phẩm|kết quả|thành phẩm|thứ) )?(?:gì|nào|chi)"
_YIELDS: Final = (
    "(?:có|đạt|nộp|trình|thu|thu về|nhận|để lại|sinh|tạo|hình thành|đưa|làm|ban hành)(?: ra| về| lại)?(?: được)?"
)
_ASKS: Final = r"\b(?:ai|nào|gì|mấy|bao|đâu|sao)\b"
_NO_ASK: Final = r"(?!(?:ai|nào|gì|mấy|bao|đâu|sao)\b)"
_NONE_ASKED: Final = r"^(?!.*\b(?:ai|nào|gì|mấy|bao|đâu|sao|không|chưa)\b)"

_TABLE: Final = "(?:danh mục|phụ lục|bảng|biểu)"
_LINE: Final = "(?:việc|nhiệm vụ|mục|dòng|chỉ tiêu|nội dung|đầu việc|hàng|khoản)"
_ORDINALS: Final = ("nhất", "(?:hai|nhì)", "ba", "(?:tư|bốn)", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROLE: Final = "(?:chủ trì|chủ quản|phụ trách|thực hiện|đầu mối|tham mưu|phối hợp)"
_SEEK: Final = "(?:tìm|gặp|hỏi|liên hệ|gọi|kiếm|nhờ|nhắm|tới|đến)(?: (?:tới|đến|với|cho|sang|vào))?"
_WISH: Final = "(?:(?:tôi|em|mình|tui|anh|chị|ai) )?(?:muốn|cần|định|có)(?: (?:được|thì|việc))* (?:hỏi|biết|nắm|rõ|theo dõi|hỏi thăm|tìm hiểu|xem)(?: (?:về|rõ|thêm))*"
_STATE: Final = "(?:tiến độ|tình hình|kết quả|thông tin|chuyện|việc|vụ|tình trạng)"
_OF_FORCES: Final = "(?:phối hợp|cùng|chung|hợp đồng|hiệp đồng|phụ|hỗ trợ|giúp|kề vai|sát cánh|góp|đồng hành|chia lửa)"
_TOGETHER: Final = "(?:vào cuộc|vào việc|tham gia|ra quân|góp mặt|có mặt|bắt tay|làm việc|làm|đi|đứng|xuống|lo|ra tay|nhập cuộc|gánh|triển khai|thực hiện)"

_WORDINGS: Final = (
    # Any body of people is an office, where it is the one that does something.
    wording(r"(^|[,:;–-] ?|\b(?:thì|do|của|là|còn|giao|cho) )((?:những |các |mấy )?)(?:lực lượng|bộ phận|nhóm người|đội quân|cánh)(?: (?:chức năng|chuyên môn))? nào\b", r"\1\2đơn vị nào"),
    # Whom to turn to in some matter is who does it.
    wording(rf"^{_WISH} (?:{_STATE} )?(?=(?:[^\s]+ ){{4,}}?(?:thì |phải |nên )*{_SEEK} {_OFFICE} )", ""),
    wording(rf"\b(?:(?:thì|phải|nên|cần) )*{_SEEK} ({_OFFICE}) ({_ROLE}) nào\b", r"thì \1 nào \2"),
    wording(rf"\b((?:những |các )?{_OFFICE}) ({_ROLE}) nào{_END}", r"\1 nào \2"),
    # How far it has come is no part of what is asked of an office.
    wording(rf"\b(?:làm|thực hiện|triển khai)(?: (?:được|đã))? (?:tới|đến) đâu(?: rồi)?,? (?:thì )?(?={_WHO})", "thì "),
    # Whoever does something: none is asked for where what he gets or must do is.
    wording(rf"((?:^|[,;:] ?))ai (?=(?:{_NO_ASK}[^\s,;?]+ ){{2,14}}(?:thì|sẽ|đều) (?:sẽ |đều |cũng )?(?:được|bị|phải|có|nhận)\b.*{_ASKS})", r"\1người "),
    # What went before is only pointed to.
    wording(rf"^((?!thế |vậy |còn )(?:[^\s]+ ){{4,}}?)(?:(?:thì|trong|với|cho|ở) )?{_THIS},?(?= (?:(?:thì|là|do|được|phải|sẽ) )*(?:{_HANDS} )?(?:(?:cho|về|vào) )*{_WHO})", r"\1"),
    wording(rf"^((?!thế |vậy |còn )(?:[^\s]+ ){{4,}}{_WHO} (?:[^\s,;?]+ ){{0,3}}?[^\s,;?]+) (?:cho |trong |ở )?{_THIS}{_END}", r"\1"),
    # A row by the place in which it stands, and what is only carried to the work.
    *(wording(rf"(\b{_TABLE}\b.*\b{_LINE}) thứ {said}\b(?! [0-9])", rf"\1 số {number}") for number, said in enumerate(_ORDINALS, 1)),
    *(wording(rf"\b({_LINE}) thứ {said}\b(?= .*\b{_TABLE}\b)", rf"\1 số {number}") for number, said in enumerate(_ORDINALS, 1)),
    wording(r"\b(?:đem|mang|đưa)(?: ra| đi)? (?=số hóa\b)", ""),
    # Who leads.
    wording(rf"({_WHO}) (?:(?:phải|sẽ|được|là|cần|đang|sẽ phải) )*{_LEADS}\b", r"\1 chủ trì"),
    wording(rf"({_WHO}) (?:(?:phải|sẽ|được|là|cần) )*đứng đầu (?:{_THIS}|{_WORK}){_END}", r"\1 chủ trì"),
    wording(rf"((?!(?:những )?(?:ai|người|ông|bà|vị|đồng chí) ){_WHO}) (?:(?:phải|sẽ|được|là|cần) )*đứng đầu{_END}", r"\1 chủ trì"),
    wording(rf"\b(?:được )?{_HANDS}(?: (?:về|cho))? ({_COMRADE} nào)(?: (?:phải|sẽ|trực tiếp|đứng ra|ra|đích thân))*(?: (?:lo|làm|phụ trách|đảm nhiệm|đảm trách|đảm nhận|chịu trách nhiệm|gánh|trông coi|theo dõi|chỉ đạo))?(?: (?:trực tiếp|chính|việc này|việc đó))*{_END}", r"\1 phụ trách"),
    wording(rf"\b({_COMRADE} nào) (?:(?:phải|sẽ|trực tiếp|đứng ra|đích thân) )*(?:lo|gánh|trông coi|đảm trách)(?: (?:trực tiếp|chính|việc này|việc đó))*{_END}", r"\1 phụ trách"),
    wording(rf"({_WHO}) (?:(?:phải|sẽ|là|cần|bị) )*{_TAKES} (?:lấy )?(?:phần việc|phần|việc|vụ|khâu|chuyện|mảng|trách nhiệm) (?!gì|nào|này|đó|của|phối hợp|hỗ trợ)", r"\1 chủ trì "),
    wording(rf"\b(?:được|bị|do )?(?:(?:tỉnh|thành phố|huyện|sở|xã|phường|ủy ban|trên|cấp trên|lãnh đạo|kế hoạch) )?(?:(?:sẽ|đã|thì|được|phải) )*{_HANDS}(?: (?:việc|nhiệm vụ))?(?: (?:này|đó))? cho (?={_WHO} (?:phải |sẽ )?{_DOES}\b)", ""),
    wording(rf"\b(?:(?:được|phải|sẽ|thì|bị|rồi) )*(?:giao|rơi|thuộc|trao|đến|tới|qua|về|vào|đặt)(?: (?:về|vào|đến|tới|qua|cho|lên))* (?:tay|phần|vai) ({_WHO})", r" \1 chủ trì"),
    wording(r"(?<=\S )(?:thì )?ai là (đơn vị|cơ quan|bên|nơi|người|bộ phận|phòng) (?=(?:(?:được|phải|sẽ|đứng ra|trực tiếp) )*(?:đảm trách|đảm nhận|đảm nhiệm|chịu trách nhiệm|phụ trách|chủ trì|thực hiện|phối hợp|tổ chức|làm|lo)\b)", r"\1 nào "),
    # Who helps.
    wording(rf"\bngoài (?:đơn vị|cơ quan|bên|nơi|phòng|sở|chỗ|ban|người) {_CHIEF}(?: ra)?,? ?(?:(?:thì|còn|có|cả|phải) )*{_WHO}(?: {_JOINS}\b)*", "đơn vị nào phối hợp"),
    wording(rf"\b(?:{_FIRM}(?: (?!nào)[^\s,;?]+){{1,3}}|{_FIRM_SAID}) nào (?:(?:sẽ|được|cùng|phải) )*(?:đồng hành|sát cánh|kề vai|chung tay|bắt tay|hợp tác)\b", "doanh nghiệp nào đồng hành"),
    wording(rf"\b(việc|công tác) phối hợp (?=[^\s,;?]+ [^\s,;?]+ .*{_WHO} (?:phải |sẽ )?(?:làm |đứng |giữ )?(?:vai |phần )?chủ trì\b)", r"\1 "),
    wording(rf"({_WHO}) (?:(?:phải|sẽ|cùng|được|cũng|cần|có thể) )*{_HELPS}(?: (?:giúp|thêm|vào))*\b", r"\1 phối hợp"),
    wording(rf"\bcấp nào (?=(?:phải |sẽ |được |có trách nhiệm )?{_CARES}\b)", "đơn vị nào "),
    wording(rf"({_WHO}) (?:(?:phải|sẽ|được|còn|đã) )*{_TOGETHER} (?:chung|cùng)\b(?! (?:cấp|một|lúc|kỳ|thời|quy|chủ trì|đồng chủ trì))", r"\1 phối hợp"),
    wording(rf"({_WHO}) (?:(?:phải|sẽ|được|còn) )*cùng (?={_TOGETHER}\b)", r"\1 phối hợp "),
    wording(rf"({_WHO}) ([^?]*?),? (?:với|trong|giữ|ở|đóng) vai(?: trò)? phối hợp{_END}", r"\1 phối hợp \2"),
    wording(r"\b(?:(?:nơi|chỗ|bên) nào) (?=(?:phải )?(?:chịu|có) trách nhiệm phối hợp [^\s,;?]+ [^\s,;?]+)", "đơn vị nào "),
    # By when.
    wording(rf"\bkéo dài (?:(?:trong|suốt|qua|từ|vào) )*(?:(?:những |các )?khoảng )?({_DATE}) nào (?:cho )?(?:đến|tới)(?: hết)? {_DATE} nào\b", r"từ \1 nào đến \1 nào"),
    wording(rf"\bkéo dài (?:(?:trong|suốt|qua|từ|vào) )*(?:những |các )?khoảng ({_DATE}) nào\b", r"từ \1 nào đến \1 nào"),
    wording(r"\b(?:hồi|dạo|cữ|tầm) (?=(?:tháng|quý|cuối tháng|đầu tháng|giữa tháng) [0-9ivx])", ""),
    *(wording(rf"\b({_TURN}) ((?:(?!{_TURN} |thứ |và )[^\s,;?]+[, ]+){{2,5}}?)thứ {said}\b(?! [0-9])(?!.*\bthứ\b)", rf"\1 {number} \2") for number, said in enumerate(("nhất", "hai", "ba", "(?:tư|bốn)"), 1)),
    wording(r"\bkéo dài (?:(?:trong|suốt|qua|từ|vào) )*(?=(?:những |các )?(?:giai đoạn|khoảng|năm|thời gian|quãng|thời kỳ)(?: thời gian)? nào\b)", "thực hiện trong "),
    wording(rf"\b((?:thời gian|hạn|hoàn thành|xong|thời điểm|kết thúc)\b[^?]*?)\bmốc nào{_END}", r"\1 khi nào"),
    # How much.
    wording(rf"\b(?:phải |cần |sẽ )*(?:vượt|hơn|đạt|lên|dưới|tới|ở|cán)(?: (?:trên|qua|quá|được|mức|đến|tới|lên|hơn))* (?:mốc|ngưỡng|con số) nào{_END}", "đạt bao nhiêu"),
    # What comes of it.
    wording(rf"\b(?:(?:thì|là|phải|cần|sẽ|nhằm|để|cuối cùng|rốt cuộc|xong) )*(?:cho )?ra (?:đời |được |lò )?{_KIND}{_END}", " kết quả là gì"),
    wording(rf"({_DONE}) (?:(?:thì|là|phải|cần|sẽ|được|mới) )*{_YIELDS} {_KIND}{_END}", " kết quả là gì"),
    # What is noted, and the place that is only shown.
    wording(r"\b(?:(?:người ta|thấy|có|họ) )*(?:ghi chú|chú thích|lưu ý)(?: thêm)?(?: (?:điều|những|cái|câu|thông tin|nội dung))+ (?:gì|nào)\b", "ghi chú gì"),
    wording(r"(?<=[^\s,] )(?:cột |phần |mục |ô )*(?:ghi chú|chú thích)(?: (?:có|đã|thì|thêm|còn|lại))* (?:loại trừ|trừ ra|trừ|ngoại trừ|miễn|dặn|dặn dò|nhắc|giải thích|nói|bảo|yêu cầu|bổ sung|nêu|viết|in|quy định)(?: (?:ra|đi|rõ|là|thêm))* (?:những |cái |điều )*gì\b", ", cột ghi chú ghi gì"),
    wording(r"\bchừng nào (?=(?:người|hộ|em|cháu|cán bộ|học sinh|xã|thôn|lớp|tiền|đồng|suất|lượt)\b)", "bao nhiêu "),
    wording(r"\b(?:bên cạnh|cạnh|kế bên|bên lề) (?=(?:mục|dòng|số|nhiệm vụ|việc|chỉ tiêu)(?: số)? [0-9])", ""),
    wording(r"\bthấy (?=(?:ghi|in|đề|nêu)\b)", ""),
    wording(r"((?:^|[,;:.] ?))(?:mở|giở|lật|coi|tra) (?=(?:phụ lục|danh mục|bảng|biểu)\b)", r"\1"),
    # The column that closes a telegram.
    wording(rf"{_NONE_ASKED}(.{{12,}}?)(?:\s[-–]|:)\s*(?:giai đoạn|mốc|lịch|thời gian|thời hạn|tiến độ)\s*[?.]*$", r"\1 - thời hạn khi nào?"),
    wording(rf"{_NONE_ASKED}(.{{12,}}?)(?:\s[-–]|:)\s*(?:kết quả|sản phẩm|đầu ra|kq|sp)\s*[?.]*$", r"\1 - kết quả thế nào?"),
)  # fmt: skip


_HALF_TYPED: Final = re.compile(r"(?i)\b(?:nao|viec|cua|duoc|phai|don vi|đơn vi|co quan|ket qua|nay|thoi)\b")
"""Words that are never so written with accents: a question that has them beside others lacks accents anywhere."""


def plainly_asked(typed: str) -> str:
    """The question with the column asked for in the words that name it."""
    half = has_accents(typed) and _HALF_TYPED.search(tone_normal(typed)) is not None
    return put_plainly(typed, _WORDINGS, capitals=True, folded=half)
