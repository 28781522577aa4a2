"""Rows called by a word for any small part: "mục nào", "phần nào", "các dòng mà …", and telegrams of what their cells say.

Such words alone may as well mean a heading or a piece of something, so what the question says beside them must be of rows:
who leads them, when they are due, what comes of them, what they are about.
"""

from __future__ import annotations

import re
from typing import Final, Protocol

from ingest.folding import fold
from rag.language.spelt import Spelt, shown, spelt
from rag.language.words import has_accents


class _Read(Protocol):
    """What is read of a question (`rag.query.question.Query`)."""

    @property
    def typed(self) -> str: ...
    @property
    def actors(self) -> tuple[object, ...]: ...
    @property
    def period(self) -> object | None: ...
    @property
    def flags(self) -> frozenset[str]: ...
    @property
    def quoted(self) -> tuple[str, ...]: ...


_OTHER_WORDS: Final = "".join(
    f"(?<!{first} )"
    for first in (
        *(
            "thành",
            "cổ",
            "học",
            "đơn",
            "ngân",
            "khách",
            "mặt",
            "cửa",
            "bán",
            "tài",
            "điều",
            "chủng",
            "thể",
            "phân",
            "xếp",
        ),
        *("chuyên", "danh", "nhà", "gia", "giao", "cánh", "đội", "hạng", "một", "bộ"),
    )
)
"""Syllables with which such a word is another one: "thành phần", "ngân hàng", "điều khoản"."""
_SMALL: Final = rf"{_OTHER_WORDS}(?:mục|tiểu mục|đề mục|phần|phần việc|phần mục|khoản|dòng|hàng|chỗ|cái|loại|món|gạch đầu dòng|đầu mục)"
_AN_OFFICE: Final = r"(?!(?<=chỗ) (?:nào )?(?:phải|cần|sẽ|có trách|chịu|được|có nhiệm|đứng|lo|làm|gánh|chủ trì|phối hợp|phụ trách|gửi|nhận|nộp|trình)\b)"
"""A place that has something to do is an office: "chỗ nào phải gửi"."""
_WORK: Final = "(?:nhiệm vụ|việc|công việc|đầu việc|hoạt động|nội dung|chỉ tiêu)"
_PLURAL: Final = "(?:những|các|mấy|toàn bộ|tất cả|mọi|hết)"
_NOT_WHERE: Final = "".join(
    f"(?<!{word} )"
    for word in (
        *("vào", "vô", "ở", "tại", "trong", "thuộc", "theo", "từ", "về", "đến", "tới", "sang", "qua", "số", "bằng", "cho"),
        *("với", "thành", "trên", "dưới", "cột", "hạn", "xếp", "đạt", "mấy", "một", "hai", "ba", "bốn", "của", "nằm"),
    )
)  # fmt: skip
"""Before "mục nào" these ask in which part something stands, or of what it is a part."""
_ROWS: Final = "những nhiệm vụ nào"

_ROLE: Final = (
    r"chủ trì|phối hợp|làm chính|phụ trách|đảm nhiệm|đảm nhận|đảm trách|chịu trách nhiệm|tham mưu|đứng (?:tên|đầu|chính|mũi)|có tên|gánh|đầu mối"
    r"|cầm (?:chính|trịch|chịch|cái|lái)|(?:lo|ôm|lãnh|nhận|thực hiện) (?:phần )?chính|cáng đáng|đảm đương|kham|tham gia|hỗ trợ|góp mặt"
    r"|(?:được |phải |bị )?(?:giao|phân công|phân)(?= )|do (?:\S+ ){1,9}?(?:làm|lo|giữ|quản lý|thực hiện|theo dõi|đứng|triển khai|tổ chức)"
)
_TIME: Final = (
    r"(?:phải|cần|sẽ|làm) (?:làm )?xong|xong (?:trong|trước|vào|ngay|hết|đến)|hoàn thành|dứt điểm|(?:đến|tới|hết|quá|trễ|thời|có|ghi|là) hạn"
    r"|hạn (?:là|chót|cuối|trước|trong|vào|đến|ghi|tháng|quý|ngày|năm|\d)|kết thúc|thời gian thực hiện|thường xuyên|liên tục|định kỳ|(?:hằng|hàng) (?:năm|quý|tháng|tuần)"
)
_CELL: Final = r"(?:phải|cần) (?:ra|có|trình|ban hành|nộp|báo cáo)|(?:kết thúc|chốt|khép lại) bằng|trình(?: lên)?|kết quả|sản phẩm|đầu ra|ghi chú"
_MATTER: Final = r"liên quan|nhắc (?:đến|tới)|nói (?:về|đến|tới)|đề cập|giao việc|dính (?:đến|tới)|đụng (?:đến|tới)"
_OF_ROWS: Final = spelt(rf"(?<!\w)(?:{_ROLE}|{_TIME}|{_CELL}|{_MATTER})(?!\w)")

_TIMED: Final = spelt(rf"(?<!\w)(?:{_TIME})(?!\w)")

_SAID_TWICE: Final = spelt(
    rf"(?<!\w)(?:các|những|mấy) (?:{_SMALL}|{_WORK}) (?P<kept>[^?]{{6,}}?),? (?:thì )?(?:là|gồm)(?: có)?(?: (?:những|các))? (?:{_SMALL}|{_WORK}) (?:nào|gì)(?!\w)"
)
"""“Các mục có thời hạn tháng 6 là mục nào”: the noun is said twice."""
_WHICH: Final = spelt(
    rf"(?<!\w){_NOT_WHERE}(?:{_PLURAL} )*{_NOT_WHERE}(?:{_SMALL}{_AN_OFFICE} nào|(?:mục|khoản|phần việc) gì)(?!\w)"
)
"""“Cái gì” asks for a thing, no row."""
_COURTESY: Final = "(?: (?:giúp|giùm|dùm|hộ|cho|ra|lại|riêng|tôi|tui|em|mình|anh|chị|với|xem|coi|thử|hết|đủ))*"
_TAKING: Final = "(?:lọc|trích|liệt kê|lấy|gom|rà|rà soát|soát|thống kê|tổng hợp|nhặt|bóc|tách|tìm|kê)"
_BID: Final = f"(?:{_TAKING}|kiếm|tra|dò|kể|nêu|chỉ|xem|coi|đọc|cho xem|cho biết|cho)"
_BIDDEN: Final = spelt(
    rf"^(?:(?:[^:?]{{3,80}}(?: [–-]|[:,]) )|(?:(?:nhờ|xin|hãy|làm ơn|em|anh|chị|giúp|hộ|tôi|mình) )+)?(?P<rows>{_BID}{_COURTESY}"
    rf" (?:(?:{_PLURAL} )+(?:{_SMALL}|{_WORK})(?: mà| nào)?(?!\w)|{_SMALL}(?: mà| nào)(?!\w)|{_SMALL}(?= (?:có|do|ghi|để|giao) ))"
    rf"|{_TAKING}{_COURTESY} (?:mục|dòng|khoản|phần việc|đầu mục)(?= (?!(?:số )?[\divx]+\b|này|đó)))"
)
"""A bidding to put rows together, which no question word need follow: "Lọc các dòng mà Sở A phối hợp"."""
_BARE: Final = spelt(
    rf"^(?:[^:?]{{3,80}}(?: [–-]|:) )?(?P<rows>(?:{_PLURAL} )+{_SMALL}(?: mà)?(?!\w)|(?:phần việc|đầu mục) mà(?!\w))"
    r"(?!.*(?<!\w)(?:ai|nào|gì|bao giờ|bao lâu|bao nhiêu|mấy|đâu|sao|thế nào)(?!\w))"
)
"""A telegram of rows without a bidding or a question word: "Kế hoạch A: các dòng ghi thời gian thường xuyên"."""
_MADE_OF: Final = spelt(
    rf"^(?:{_PLURAL} )*(?:{_SMALL}|{_WORK})(?P<kept> [^?]{{6,}}?),? (?:thì )?(?:gồm|có|bao gồm|là)(?: có| những| các)* gì(?: (?:vậy|thế|nhỉ|ạ|hả|nào))*\s*[.?!]*$"
)
"""“Việc của phường A hết hạn trong quý này gồm gì”."""
_LEFT_TO_DO: Final = spelt(
    r"(?<!\w)(?:còn|có) (?P<rows>(?:những |cái )?gì)(?= (?:phải|cần|sẽ|chưa|đến|tới|hết|sắp|quá) )"
)
"""“Phòng A còn gì phải xong trong tháng 6”."""
_COLUMN: Final = "(?:thời hạn|hạn|thời gian(?: thực hiện| hoàn thành)?|tiến độ|kết quả|sản phẩm|đầu ra|ghi chú)"
_CELL_SAID: Final = spelt(
    rf"(?:^|[:,–-] )(?P<rows>(?:(?:các|những|mọi) )?(?:{_SMALL}|{_WORK}))(?= (?:(?:mà|có|ghi|để|in|đề|cột|ô|được) )*{_COLUMN}(?: (?:được|ghi|là|để|in|đề|có))*:? ?[\"“”'‘’][^\"“”'‘’]+[\"“”'‘’]\s*[.?!]*$)"
)
"""A telegram of what a cell of its rows prints: "Xã A: việc ghi hạn “theo lộ trình”"."""
_PERSON: Final = r"(?:ông|bà|anh|chị|cô|thầy|đồng chí|đ/c)"
_DOES: Final = "(?:theo dõi|phụ trách|quản lý|đảm nhận|đảm nhiệm|đảm trách|chỉ đạo|đôn đốc|giám sát|kiểm tra|lo|làm|giữ|chủ trì|phối hợp)"
_OF_PERSON: Final = spelt(
    rf"(?:^|[:,–-] )(?P<rows>(?:(?:các|những|mọi|phần) )?(?:nhiệm vụ|việc|công việc|đầu việc))(?= (?:do |mà |giao )?{_PERSON} (?:[^\s?:;,]+ ){{1,5}}{_DOES}\s*[.?!]*$)"
)
"""A telegram of one person's work: "Việc ông A theo dõi"."""
_SURE: Final = spelt(rf"(?<!\w)(?:{_CELL}|{_PERSON} (?:[^\s?:;,]+ ){{1,5}}{_DOES})(?!\w)")
"""What tells rows where neither a unit nor a time is known."""


def rows_called(typed: str) -> str:
    """The question with "nhiệm vụ nào" for what its rows are called in passing; as it is where that may mean something else."""
    for form in (_CELL_SAID, _OF_PERSON):
        if found := _found(form, typed):
            return _put(typed, found.span("rows"), _ROWS)
    if found := _found(_SAID_TWICE, typed):
        kept = typed[found.start("kept") : found.end("kept")]
        return _put(typed, found.span(), f"{_ROWS} {kept}") if _tells_of_rows(kept, typed) else typed
    if found := _found(_BIDDEN, typed):
        return _put(typed, found.span("rows"), _ROWS) if _tells_of_rows(typed[found.end() :], typed) else typed
    if found := _found(_MADE_OF, typed):
        kept = typed[found.start("kept") : found.end("kept")]
        return _put(typed, found.span(), f"{_ROWS}{kept}") if _TIMED.of(typed).search(_read(kept, typed)) else typed
    for form in (_BARE, _LEFT_TO_DO):
        if (found := _found(form, typed)) and _tells_of_rows(typed[found.end("rows") :], typed):
            return _put(typed, found.span("rows"), _ROWS)
    found = _found(_WHICH, typed)
    if found and _tells_of_rows(f"{typed[: found.start()]} {typed[found.end() :]}", typed):
        return _put(typed, found.span(), _ROWS)
    return typed


def tells_rows(read: _Read) -> bool:
    """Whether a question so put tells by what its rows are chosen."""
    known = read.actors or read.period or read.quoted or read.flags
    return bool(known) or _SURE.of(read.typed).search(shown(read.typed)) is not None


def _found(form: Spelt, typed: str) -> re.Match[str] | None:
    read = shown(typed)
    return form.of(typed).search(read) if len(read) == len(typed) else None


def _tells_of_rows(part: str, typed: str) -> bool:
    """Whether a part of the question says what only rows have."""
    return _OF_ROWS.of(typed).search(_read(part, typed)) is not None


def _read(part: str, typed: str) -> str:
    """A part of the question as its patterns read it."""
    return shown(part) if has_accents(typed) else fold(part)


def _put(typed: str, span: tuple[int, int], words: str) -> str:
    words = words if has_accents(typed) else fold(words)
    return f"{typed[: span[0]]}{words}{typed[span[1] :]}"
