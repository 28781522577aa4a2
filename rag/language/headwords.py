"""What people say of a document's head, put into the plainest words for the same: "ai ký", "chức vụ gì", "số mấy".

A signature, a hand that signs and a name under a plan all ask who signed; "ký hiệu" asks for the number. A request for
the number behind what it is of ("…, cho xin số hiệu") is put where the question would stand.
"""

from __future__ import annotations

from typing import Final

from ingest.folding import fold
from rag.language.spelt import shown, spelt
from rag.language.wordings import put_plainly, wording

_PERSON: Final = "(?:người|nhân vật|ông bà|ông|bà|cán bộ|quan chức|thủ trưởng|sếp|(?:vị |đồng chí |đ/c )?lãnh đạo|vị|đồng chí|đ/c|cô|chú|bác)"
_WHO: Final = rf"(?:(?:những |các )?{_PERSON} nào|ai)"
_SIGNING: Final = (
    "(?:đã|được|chính thức|trực tiếp|đứng tên|đứng ra|đứng|thay mặt|đại diện|đặt bút|hạ bút|cầm bút|phóng bút|để)"
)
_SIGNATURE: Final = "(?:bút tích|bút ký|chữ ký(?! (?:số|điện tử|cá nhân|chuyên dùng)))"
_UNDER: Final = "(?:(?:ở|nằm|có|phía|bên|ngay|trên|dưới|cuối|cuối cùng|trong|tại|của|bản|trang) )*"
_DOCUMENT: Final = (
    "(?:kế hoạch|kh|văn bản|nghị quyết|nq|quyết định|qđ|nghị định|chỉ thị|ct|chương trình hành động|chương trình|ctr"
    "|thông tư|tờ trình|công văn|kết luận|thông báo|hướng dẫn|đề án|công điện|quy định)"
)
_POST: Final = (
    "(?:cương vị|vị trí|vai trò|tư cách|trọng trách|chức trách|chức phận|chức vị|chức tước|chức sắc|ghế|hàm|danh nghĩa)"
)
_OPEN: Final = "(?:là )?(?:gì|nào|chi|bao nhiêu|mấy|thế nào|ra sao|như thế nào|sao)"
_ASKER: Final = "(?:tôi|em|mình|tui|chúng tôi|bên tôi|bên em|bên mình|cơ quan tôi|đơn vị tôi|anh|chị)"

_SIGNS: Final = spelt(
    r"(?<!định )(?<!chu )(?<!học )(?<!thời )(?<!cùng )(?<!nhiệm )\bký\b(?! (?:kết|hợp đồng|cam kết|giao ước|sinh|túc|họp|báo cáo))"
)
"""Somebody signs something; other words sound or begin so."""
_SIGNATURES: Final = (
    wording(
        rf"\b{_SIGNATURE} {_UNDER}(?=\S)(?!(?:của|là|thuộc) )(.{{3,150}}?),? (?:là |thì )?(?:thuộc về|của|thuộc|do) {_WHO}(?![\w])",
        r"người ký \1 là ai",
    ),
    wording(
        rf"\b(?:(?:mang|có|thấy|in|ghi|lưu|đóng|được|là|với) )*{_SIGNATURE} (?:(?:là|thuộc|về|của) )*{_WHO}(?![\w])",
        "do ai ký",
    ),
    wording(
        rf"\b(?:họ tên|họ và tên|tên họ|tên tuổi|danh tính|quý danh|tên) (?:của )?{_PERSON} (?:{_SIGNING} )*(?=ký\b)",
        "người ",
    ),
    wording(rf"\b{_WHO} (?:(?:là|người) )*(?:{_SIGNING} )+(?=ký\b)", "ai "),
    wording(rf"(?<!người )(?:{_SIGNING} )*\bký (?:tên |ban hành )?(?:là|bởi) {_WHO}(?![\w])", "người ký là ai"),
    wording(rf"\b{_PERSON} (?:{_SIGNING} )+(?=ký\b)", "người "),
    wording(r"\b(?:đứng tên|đặt bút|hạ bút|cầm bút|phóng bút)(?: để)? (?=ký\b)", ""),
    wording(rf"\bký tên (?:(?:vào|ở|phía|bên|dưới|cuối|trong) )+(?=(?:bản )?{_DOCUMENT}\b)", "ký "),
    wording(
        rf"\b(?:{_PERSON} )?(?:đứng|ghi|để|có|thấy)? ?tên (?:ở |phía |bên )*(?:dưới|cuối) (?=(?:bản )?{_DOCUMENT}\b)",
        "người ký ",
    ),
)
_POSTS: Final = (
    wording(rf"\b{_POST} (?:công tác )?(?:gì|nào|chi|ra sao|thế nào)(?![\w])", "chức vụ gì"),
    wording(r"\b(?:làm|giữ) chức (?:gì|nào)(?![\w])", "chức vụ gì"),
)
_NUMBERS: Final = (
    wording(
        rf"\bphát hành (?:ra )?(?=(?:bản )?{_DOCUMENT}\b|(?:(?:vào|từ) )?(?:ngày|hôm|khi|lúc|bao giờ)(?! [0-9]))",
        "ban hành ",
    ),
    wording(r"\bsố(?:,| và|/| ?&| ?\+| với|, và) ?(?:ký )?hiệu\b", "số hiệu"),
    wording(
        rf"\b(?:(?:đánh|mang|có|đề|ghi|là) )*(?:số mấy|số nào|số gì|số bao nhiêu)(?:,| và)+ (?:(?:mang|có) )?ký hiệu {_OPEN}(?![\w])",
        "số mấy",
    ),
    wording(rf",?\s*\b(?:số |(?:mang|có|đề|đánh|được) )*ký hiệu (?:văn bản )?{_OPEN}(?![\w])", "số mấy"),
    wording(rf",?\s*\b(?:mang |có |đề |đánh )?số hiệu (?:văn bản )?{_OPEN}(?![\w])", "số mấy"),
    wording(
        rf"(\b{_DOCUMENT}\b.*\w) số(?: hiệu)?(?:,| và|/) ?ngày(?: (?:tháng|ban hành|ký))*\s*[?.]*$",
        r"\1 số mấy, ngày nào?",
    ),
    wording(rf"\b(?:số )?ký hiệu (?:văn bản )?(?=(?:của )?(?:bản )?{_DOCUMENT}\b)", "số hiệu "),
)
_BASES: Final = (
    wording(
        r"\b(?:(?:số hiệu|số|ký hiệu|tên|của|toàn bộ|tất cả|các|những|mấy|cái) )*(?:các|những|mấy|tất cả|toàn bộ) "
        r"(?:văn bản|tài liệu|giấy tờ)(?: được| đã| dùng| lấy| để| dựa vào)* làm (?:căn cứ|cơ sở|nền)(?: pháp lý)?"
        r"(?: (?:để|cho|khi|ban hành|xây dựng|lập|ra|soạn|của))*",
        "căn cứ pháp lý của ",
    ),
    wording(
        r"\b(?:(?:số hiệu|số|ký hiệu|tên|của|toàn bộ|tất cả|các|những|mấy|cái) )*(?:các|những|mấy|tất cả|toàn bộ) (?:văn bản|tài liệu|giấy tờ)"
        r"(?: mà| được)? ([^,;?]{3,100}?) (?:đã |được )?(?:lấy |dùng |dựa vào |viện dẫn |nêu |đưa ra )+(?:để )?làm (?:căn cứ|cơ sở|nền)(?: pháp lý)?",
        r"căn cứ pháp lý của \1",
    ),
    wording(
        r"\b(?:trên|dựa trên|dựa vào|theo) (?:cơ sở|nền tảng|căn cứ)(?: của)? (?=(?:những |các |mấy )?(?:văn bản|tài liệu|giấy tờ)\b)",
        "căn cứ vào ",
    ),
)
_WANTED: Final = spelt(
    rf"(?:\s*[,;.?!:–-]+|\s) *(?:(?:thì|và|nhưng|để|còn|vậy|nhờ|giúp|vui lòng|làm ơn) )*(?:(?:cho|xin|hỏi|cần|muốn|cần biết|nêu|đọc|nhắc|tra|tìm|ghi)\b ?"
    rf"(?:{_ASKER} |giúp |hộ |giùm |dùm |biết |xin |hỏi |lại |rõ |luôn |thêm |cái |đúng |chính xác )*)+"
    r"(?P<number>số hiệu|số ký hiệu|ký hiệu|số văn bản|số)"
    r"(?P<day>(?:,| và| kèm| với| cùng|/|, và)* ?ngày(?: tháng)?(?: năm)?(?: ban hành| ký| ra)?)?"
    rf"(?: (?:của )?(?:{_DOCUMENT}|nó)(?: (?:ấy|đấy|đó|này|kia|trên|nói trên|nêu trên|vừa nêu))?)?(?: (?:với|nhé|ạ|nha|giúp|giùm|em|tôi))*\s*[?.!]*$"
)
"""A request at the end for the number, and the day, of the document told before."""
_TOLD_WHICH: Final = spelt(rf"\b{_DOCUMENT}(?P<open> (?:nào|gì)(?![\w]))")
_SOME: Final = spelt(rf"\b(?P<some>một |1 )(?:bản |cái )?(?P<sort>{_DOCUMENT})\b")
_ONCE: Final = (
    wording(rf"\b(?:từng|đã từng|trước đây|hồi trước|trước kia)(?: (?:từng|đã))? (?:có|ban hành|ra) (?=(?:bản )?{_DOCUMENT}\b)", ""),
    wording(
        rf"^(?:{_ASKER} )?(?:(?:đang|cần|muốn|phải|định) )+(?:trích dẫn|viện dẫn|dẫn chiếu|dẫn|tra cứu|tra|tìm lại|tìm|đối chiếu) (?:lại |đến |tới )?(?=(?:bản )?{_DOCUMENT}\b)",
        "",
    ),
    wording(
        rf"(?<=\S)[,;.:]? (?:thì )?(?:cái |bản )?(?:văn bản|{_DOCUMENT}) (?:ấy|đấy|đó|này|kia|nói trên) (?:thì )?(?=(?:mang|có|số|ký hiệu|do|ai|được|ký|ban hành|đề|ra|là của)\b)",
        " ",
    ),
)  # fmt: skip


def of_heads_plainly(typed: str) -> str:
    """The question with what it says of a document's head in the plainest words; as typed where it says nothing of one."""
    folded = fold(typed)
    if not any(word in folded for word in ("ky", "so", "ten ", "hanh", "lam ")):
        return typed
    typed = _with_number_in_place(typed)
    if "ky" in folded or "ten " in folded:
        typed = put_plainly(typed, _SIGNATURES)
        typed = put_plainly(typed, _POSTS) if _SIGNS.of(typed).search(shown(typed)) else typed
    if "luu" not in folded:  # where a copy is filed has marks of its own
        typed = put_plainly(typed, _NUMBERS)
    return put_plainly(typed, _BASES) if "lam " in folded or "so" in folded else typed


def _with_number_in_place(typed: str) -> str:
    """The request for a number that ends the question put as a question beside the document it is of."""
    plain = put_plainly(typed, _ONCE)
    text = shown(plain)
    wanted = _WANTED.of(plain).search(text) if len(text) == len(plain) else None
    if wanted is None:
        return plain
    before = plain[: wanted.start()].rstrip(" ,;:")
    number, day = ("số mấy", ", ngày nào" if wanted["day"] else "")
    number, day = (number, day) if shown(typed) != fold(typed) else (fold(number), fold(day))
    told = list(_TOLD_WHICH.of(plain).finditer(text, 0, len(before)))
    if told:
        start, end = told[-1].span("open")
        return f"{before[:start]} {number}{before[end:]}{day}?"
    some = list(_SOME.of(plain).finditer(text, 0, len(before)))
    if some:
        return f"{before[: some[-1].start('some')]}{before[some[-1].start('sort') : some[-1].end()]} {number}{before[some[-1].end() :]}{day}?"
    return f"{before} {number}{day}?"
