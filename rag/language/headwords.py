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

_HEAD: Final = (
    "(?:(?:phó )?(?:tổng giám đốc|giám đốc|chủ tịch|bí thư|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|trưởng phòng|trưởng ban"
    "|chi cục trưởng|chánh văn phòng|chánh thanh tra)|(?:thứ|bộ|tổng cục) trưởng|thủ trưởng)"
)
"""Those who sign by the post they hold."""
_NAME: Final = "(?:họ tên|họ và tên|tên họ|tên tuổi|danh tính|quý danh|tên)"
_FULL: Final = "(?:đầy đủ|chính xác|thật|rõ|cụ thể)"
_ASKING: Final = f"(?:cho|xin|hỏi|cần|biết|nêu|đọc|nhắc|giúp|thì|vậy|nhưng|và|{_ASKER})"
_WHEN: Final = (
    "(?:(?:vào |là )?(?:hôm|bữa|hồi|khi|lúc|thời điểm|ngày|ngày tháng|ngày tháng năm) (?:nào|mấy|bao nhiêu)|bao giờ)"
)
_ISSUES: Final = "(?:ký ban hành|ban hành|ký|ra)"

_USE: Final = "(?:viện dẫn|trích dẫn|dẫn chiếu|dẫn|trích|ghi|điền|đưa|vào|công văn|báo cáo|tờ trình|văn bản|tra cứu|tra|đối chiếu|lưu)"

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
    wording(rf"\b(?:những |các )?{_PERSON} nào (?=ký\b)", "ai "),
    wording(
        rf"\b{_NAME}(?: {_FULL})* (?:(?:của|là) )*(?:{_PERSON} )?({_HEAD}) (?:{_SIGNING} )*(?=ký\b)",
        r"\1 nào ",
    ),
    wording(
        rf"\b(?:do|được|có|là) (?:{_PERSON} )?({_HEAD}) (?:{_SIGNING} )*ký(?: tên| ban hành)?\s*[,;:.–-]? (?:{_ASKING} )*"
        rf"{_NAME}(?: {_FULL})*(?: (?:của|là))*(?: (?:{_PERSON}|{_HEAD}))*(?: (?:đó|đấy|này|ấy|ký))?(?: (?:là|tên))*(?: (?:gì|ai|chi|sao))?(?![\w])",
        r"do \1 nào ký",
    ),
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
_NUMBERED_AS: Final = (
    wording(
        rf"(\b{_DOCUMENT}\b[^?;]*?),? (?:(?:được|đã|thì|là|đánh|đóng|vào sổ|vào|lấy|cấp|mang|đề|ghi|có) )+(?:con )?số (?:mấy|nào|bao nhiêu|gì)"
        r"(?=\s*(?:[,;.?!]|$)| (?:vậy|thế|nhỉ|ạ|hả|đấy|ta|đây|ấy|rồi|và|ký|ban hành)\b)",
        r"\1 số mấy",
    ),
)
_ISSUED: Final = (
    wording(
        rf"^{_WHEN} (?:(?:thì|là|mà) )*([^;?]{{3,90}}?) (?:(?:đã|mới|chính thức) )*{_ISSUES} (?:ra )?(?=(?:bản )?(?:kế hoạch|kh)(?: số)? [0-9])([^?]*?)\s*[?.]*$",
        r"\1 ban hành \2 ngày nào?",
    ),
    wording(
        rf"^(?!.*\b(?:phải|cần|sẽ|hạn|chậm nhất)\b)([^;?]{{3,90}}?) (?:(?:đã|mới|chính thức) )*{_ISSUES} (?:ra )?(?=(?:bản )?(?:kế hoạch|kh)(?: số)? [0-9])([^,;?]*?) {_WHEN}(?: (?:vậy|thế|nhỉ|ạ|hả|đấy|ta|rồi))*\s*[?.]*$",
        r"\1 ban hành \2 ngày nào?",
    ),
)
"""When somebody issued a plan told by its number."""
_CITING: Final = (
    wording(
        r"^(?!.*\b(?:việc|nhiệm vụ)\b)([^;?]{3,90}?) (?:(?:đã|có|dẫn|viện dẫn|trích dẫn|lấy|đi) )*(?:(?:căn cứ|dựa)(?: (?:vào|trên|theo))*|(?:viện|trích) dẫn) "
        r"((?:bản )?(?:kế hoạch|kh)(?: số)? [0-9][^,;?]*?),? (?:(?:thì|mà|và) )*(?:(?:văn bản|kế hoạch|bản)? ?(?:đó|ấy|đấy|này|kia) )?(?=(?:ký|đề|ban hành|ra|do|ai)\b)",
        r"\2 mà \1 căn cứ ",
    ),
)
"""The plan on which another rests said behind this: "Sở A căn cứ kế hoạch 5 của tỉnh, văn bản đó đề ngày mấy"."""
_SENT: Final = (
    wording(
        r"\bgửi (?:(?:cho|đến|tới|đi) )*(?:rất nhiều|nhiều|các|những|mấy|một số|cả loạt) (?:nơi|cơ quan|đơn vị|chỗ|bên)\s*[,;:]? "
        r"(?:(?:trong|số|đó|ấy|thì|vậy) )*(?:(?:những|các|mấy) )?(?:nơi|cơ quan|đơn vị|chỗ|bên|ai)(?: nào)? (?:(?:là|được|mang|có|ghi|chú|đánh dấu|kèm|chữ|nhận|gửi) )*"
        r"[\"“”']?(?:để )?(báo cáo|phối hợp|thực hiện|theo dõi|chỉ đạo|biết)[\"“”']?",
        r"gửi những nơi nào để \1",
    ),
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
    rf"(?:\s*[,;.?!:–-]+|\s) *(?:(?:thì|và|nhưng|để|còn|vậy|nhờ|giúp|vui lòng|làm ơn) )*(?:(?:cho|xin|hỏi|cần|muốn|cần biết|nêu|đọc|nhắc|nhớ|tra|tìm|ghi|trích|lấy|báo|gửi|kiếm|chỉ)\b ?"
    rf"(?:{_ASKER} |giúp |hộ |giùm |dùm |biết |xin |hỏi |lại |rõ |luôn |thêm |cái |con |đúng |chính xác )*)+"
    r"(?P<number>số hiệu|số ký hiệu|ký hiệu|số văn bản|số)"
    r"(?P<day>(?:,| và| kèm| với| cùng|/|, và)* ?ngày(?: tháng)?(?: năm)?(?: ban hành| ký| ra)?)?"
    rf"(?: (?:của )?(?:{_DOCUMENT}|nó)(?: (?:ấy|đấy|đó|này|kia|trên|nói trên|nêu trên|vừa nêu))?)?(?: (?:với|nhé|ạ|nha|giúp|giùm|em|tôi))*\s*[?.!]*$"
)
"""A request at the end for the number, and the day, of the document told before."""
_WANTED_FIRST: Final = spelt(
    rf"^(?:(?:{_ASKER}|đang|do|vì|để|chuẩn bị|khi|nay|hiện|bây giờ|sắp|nhân)\b[^?,;.:]*[,;.:] *)?(?:(?:thì|và|nên|nhờ|giúp|vui lòng|làm ơn|dạ|ơi|{_ASKER}) )*"
    rf"(?:(?:cho|xin|hỏi|cần|muốn|nêu|đọc|nhắc|nhớ|tra|tìm|trích|dẫn|ghi|lấy|điền|báo|kiếm)\b ?"
    rf"(?:{_ASKER} |giúp |hộ |giùm |dùm |biết |xin |hỏi |lại |rõ |luôn |thêm |cái |đúng |chính xác |ra |dẫn |vào |con )*)+"
    rf"(?:số hiệu|số ký hiệu|ký hiệu|số văn bản|(?P<bare>số)) (?:(?:để|đặng|dùng|cho việc|phục vụ) (?:{_USE} ?)+)?(?:của )?"
    rf"(?P<rest>(?:bản |cái )?{_DOCUMENT}\b(?! (?:phải|cần|đã|được|có|do)\b).*?)"
    rf"(?: (?:để|đặng) (?:{_USE}\b ?)+)?(?:,? (?:là |thì |mang |có )*(?:số )?(?:nào|mấy|bao nhiêu|gì)(?: (?:vậy|thế|nhỉ|ạ|hả|đấy))*)?(?: (?:với|nhé|ạ|nha|giúp|giùm|em|tôi))*\s*[?.!]*$"
)
"""A request for the number that opens with it: "cần trích số ký hiệu kế hoạch …", "cần số văn bản để viện dẫn kế hoạch …"."""
_COUNTED: Final = spelt(r"^(?:chương trình|văn bản|đề án|ct|ctr)\b")
"""What a bare "số" before it may count."""
_ASKS_ELSE: Final = spelt(r"\b(?:ai|nào|gì|mấy|bao|khi|ngày (?:ký|ban hành))\b|; ")
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
    if not any(word in folded for word in ("ky", "so", "ten ", "hanh", "lam ", "gui", "hoach")):
        return typed
    typed = _with_number_in_place(_of_front(typed))
    if "gui" in folded:
        typed = put_plainly(typed, _SENT)
    if "hoach" in folded or "kh " in folded:
        typed = put_plainly(typed, (*_ISSUED, *_CITING))
    if "ky" in folded or "ten " in folded:
        typed = put_plainly(typed, _SIGNATURES)
        typed = put_plainly(typed, _POSTS) if _SIGNS.of(typed).search(shown(typed)) else typed
    if "luu" not in folded:  # where a copy is filed has marks of its own
        typed = put_plainly(put_plainly(typed, _NUMBERS), _NUMBERED_AS)
    return put_plainly(typed, _BASES) if "lam " in folded or "so" in folded else typed


def _of_front(typed: str) -> str:
    """The request that opens with the number put as a question that ends with it; as typed where more is asked."""
    text = shown(typed)
    wanted = _WANTED_FIRST.of(typed).match(text) if len(text) == len(typed) else None
    if wanted is None:
        return typed
    start, end = wanted.span("rest")
    counted = wanted["bare"] and _COUNTED.of(typed).match(wanted["rest"])
    if counted or _ASKS_ELSE.of(typed).search(wanted["rest"]):
        return typed
    number = "số mấy" if text != fold(typed) else "so may"
    return f"{typed[start:end].rstrip(' ,;:?.!')} {number}?"


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
