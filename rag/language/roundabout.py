"""What is asked in a roundabout way, put straight: two things at once, how often as a choice, through whom a report goes.

"A một con số, B một con số" is "A và B lần lượt", "theo tháng hay theo quý" is "bao lâu một lần".
"""

from __future__ import annotations

from typing import Final

from rag.language.wordings import put_plainly, wording

_EACH: Final = "con số|mức|mốc|ngày|hạn|tháng|năm|phòng|kiểu|nơi|bên|đằng|khoản|chỉ tiêu|tỷ lệ|thời hạn|thời điểm"
_TWO: Final = "(?:hai|cả hai|2|ba|cả ba|3)"
_VALUES: Final = "(?:mốc(?: thời gian)?|hạn(?: chót)?|thời hạn|ngày|con số|số liệu|số|mức|chỉ tiêu|tỷ lệ|thông tin|đơn vị|cơ quan|đầu mối|phòng)"
_FOR_ME: Final = "(?:giúp|giùm|dùm|hộ|thử|xem|lại|cho|tôi|tui|em|mình|với|biết|anh|chị|nhé)"
_OF: Final = "(?:của|ở|tại|bên|thuộc)"
_AND: Final = "(?:, | và | còn |, còn |, và |; )"

_ABOVE: Final = "(?:tỉnh|trung ương|thành phố|huyện|cấp trên|trên|chính phủ|bộ|sở|xã|phường|tỉnh ủy|ubnd tỉnh|ubnd|ủy ban|UBND tỉnh|UBND)"
_BELOW: Final = "(?:sở|ngành|ban|phòng|đơn vị|cơ quan|địa phương|tỉnh|xã|phường|huyện|cấp dưới|trường|đoàn thể)"
_ASKED: Final = r"\b(?:ai|gì|nào|mấy|bao nhiêu|bao giờ|đâu|sao)\b"
_BY: Final = "(?:theo|hằng|hàng|mỗi)"
_SPAN: Final = "(?:ngày|tuần|tháng|quý|6 tháng|năm)"
_ROWS: Final = "(?:mục|dòng|hàng|việc|nhiệm vụ|công việc|đầu việc|hạng mục|hoạt động|chỉ tiêu|nội dung)"
_OFFICE_NOUN: Final = "(?:sở|phòng|ban|bộ|cục|vụ|chi cục|hội|đoàn|công an|ubnd|ủy ban|trung tâm|trường|viện|văn phòng|thanh tra|trạm|tổ|đội)"
_ROOM: Final = "(?:phòng|văn phòng|tổ|ban|đội|trung tâm|thanh tra|bộ phận|chi cục)"
_EVENTS: Final = "(?:lớp|khóa|khoá|đợt|cuộc|buổi|hội nghị|hội thảo|hội thi|chuyến)"
_DOCUMENTS: Final = "(?:thông tư|nghị định|quyết định|nghị quyết|văn bản|chỉ thị|công văn|quy chế)"
_PART_NOUN: Final = "(?:(?:là|làm|đứng|đứng ra|giữ|đóng|nhận|nắm|ở|với|trong|khi|lúc|chỗ|vai|vai trò|tư cách|chỉ|được|ghi|có tên|tham gia|cùng|đi|mà|thì|cả|luôn|việc|phần) )*"
_LEADS: Final = "(?:chủ trì|làm chính|đứng chính|lo chính|gánh chính|phụ trách chính|thực hiện chính|vai chính|chính|chủ công|đầu mối|cầm trịch|chủ lực)"
_HELPS: Final = "(?:phối hợp|hỗ trợ|làm phụ|vai phụ|phụ giúp|phụ|cùng làm|đi kèm|giúp sức|tham gia|ké|kèm)"
_OR: Final = "(?:,? (?:hay là|hay|hoặc là|hoặc|lẫn|cũng như|và|với|cùng)|,)"
_PARTS: Final = rf"(?:{_PART_NOUN}{_LEADS}{_OR} {_PART_NOUN}{_HELPS}|{_PART_NOUN}{_HELPS}{_OR} {_PART_NOUN}{_LEADS})"
"""Both parts that a unit may have in a row, in any words."""
_WHICHEVER: Final = "(?:(?:cho )?(?:dù|dẫu)|bất kể|bất luận|không kể|không phân biệt|không cần biết|(?:tính|kể|gồm|bao gồm|lấy|gom|tìm)(?: luôn)? cả|cả(?= (?:khi|lúc|vai|phần|chỗ|việc)))"
_ALL_COUNT: Final = "(?:(?: (?:thì|là))?(?: (?:đều|cũng))? (?:được )?(?:tính|kể|lấy|gom|liệt kê|đưa vào|tra|nêu|được|hết)(?: (?:cả|hết|luôn|vào|được))*)"
_GIVE: Final = rf"^(?:(?:hãy|nhờ|xin|làm ơn|cần|muốn|kể|nêu|nói|tìm|tra|{_FOR_ME}) )*{_TWO} {_VALUES}"
_ONLINE: Final = "(?:qua mạng|trên mạng|online|qua internet)"
_KIND: Final = "(?:nhóm|mục|phần|phụ lục|phòng|sở|xã|phường)"

_WORDINGS: Final = (
    wording(rf"(?:^|(?<=[,:;.?] ))so (?!với\b)(?:{_FOR_ME} )+(?=\S)", "so sánh "),
    wording(rf"(?<=[^,:;])[,:;] ([^,;:?]{{3,60}}?) một ({_EACH}){_AND}([^,;:?]{{3,60}}?) một \2(?= *[?.]*$|,)", r", \1 và \3 lần lượt"),
    wording(rf"\b(?:hai|cả hai|2) ((?:(?!\b(?:nào|gì|ai)\b)[^,;:?]){{3,60}}), (?:một|1)(?: \S+)? {_OF} ([^,;:?]{{2,50}}?){_AND}(?:một|1)(?: \S+)? {_OF} ([^,;:?]{{2,50}}?)(?= *[?.]*$|,)", r"\1 \2 và \1 \3 lần lượt"),
    wording(rf"{_GIVE}((?: [^:?]{{2,80}})): *([^?]{{8,120}}?),? (?:và|còn) ([^?]{{8,120}}?) *[?.]*$", r"\1: \2 và \3 lần lượt"),
    wording(rf"{_GIVE}: *([^?]{{8,120}}?),? (?:và|còn) ([^?]{{8,120}}?) *[?.]*$", r"\1 và \2 lần lượt"),
    # A unit's part left open, whichever it is.
    wording(rf",? ?\(?\b{_WHICHEVER} {_PARTS}\b{_ALL_COUNT}?\)?", " chủ trì hoặc phối hợp"),
    wording(rf",? ?\(?\b(?:vừa )?(?:{_LEADS}(?:,| và)? vừa {_HELPS}|{_HELPS}(?:,| và)? vừa {_LEADS}|{_PARTS})(?=,? (?:đều|cũng)),?{_ALL_COUNT}\)?", " chủ trì hoặc phối hợp"),
    # Two conditions at once, announced; whom a unit leaves the work to; a bidding to name the rows of a place.
    wording(r"\b(?:có|đủ|đạt|thỏa|thoả|thỏa mãn|đáp ứng|hội đủ|hội)(?: (?:đủ|cả|đồng thời|cùng lúc|luôn))* (?:hai|2|ba|3) (?:điều kiện|điều|yếu tố|tiêu chí|thứ|đặc điểm|vế)(?: (?:sau|này|sau đây|dưới đây|cùng lúc|là))*:? (?:vừa )?(?=\S)", ""),
    wording(rf"(\b{_OFFICE_NOUN}\b[^,;:?]{{0,60}}?) (?:không|chẳng) (?:phải )?(?:đứng |làm |đứng ra )?chủ trì,? (?:mà|nhưng|chỉ)(?: (?:lại|chỉ|là))* (?:để|giao|nhường|chuyển|đẩy|trao|do)(?: lại)?(?: cho)? ([^,;:?]{{3,60}}?) (?:đứng |làm |đứng ra )?chủ trì\b", r"không do \1 mà do \2 chủ trì"),
    wording(r"\b(một mình|độc lập|tự mình|trực tiếp|riêng) (?:đứng ra làm|đứng tên|đứng|làm) (?=(?:chủ trì|phối hợp)\b)", r"\1 "),
    wording(r"\b(chủ trì|phối hợp|làm|lo|phụ trách|thực hiện|đảm nhiệm|gánh) (những|các|mấy) (?:khoản|mảng|khâu|phần|món|thứ) nào\b", r"\1 \2 việc nào"),
    wording(rf"\bcó (?:những|các) ({_ROWS}) (?:như )?thế nào(?= *[?.]*$)", r"có những \1 nào"),
    wording(rf"\b(kể|nêu|đọc|liệt kê)(?: {_FOR_ME})+ (?=tên (?:các|những|mấy|tất cả|toàn bộ) )", r"\1 "),
    wording(rf"^(?!.*\b(?:ai|nào|gì|mấy|bao|đâu|sao)\b)(?:(?:kể|nêu|đọc|cho|xem|tìm|{_FOR_ME}) )*(?=(?:các|những|tất cả các|toàn bộ các|mọi) {_ROWS} (?:trong|của|thuộc|ở|tại|nằm trong) (?:nhóm|phần|mục|phụ lục|danh mục|pl) [0-9ivx]+\b)", "liệt kê "),
    wording(rf"\b(?:{_HELPS} )+,? ?\(?(?:(?:với|ở|trong|là|làm|tức|nghĩa) )*(?:vai trò|vai|tư cách|phần|cột)(?: (?:là|đơn vị|cơ quan))* phối hợp\b\)?", "phối hợp "),
    # An office in brackets behind its room, or as the one that issued the plan; the events, documents or days of work asked about.
    wording(rf"\b({_ROOM}\b[^,;:?()]{{2,60}}) \((?=(?:{_OFFICE_NOUN})\b)([^()]{{2,60}})\)", r"\1 của \2"),
    wording(rf"(?<!mấy )(?<!nhiêu )(?<!những )(?<!các )\b((?:kế hoạch|kh|đề án|chương trình)(?: (?!(?:nào|gì|do)\b)[^\s,;:?]+){{1,15}}) do (?=(?:{_OFFICE_NOUN})\b)((?:(?!\b(?:nào|gì|ai)\b)[^,;:?]){{3,60}}?) (?:đã |vừa )?ban hành\b", r"\1 của \2"),
    wording(rf"\b(còn (?:phải|cần)) (?:mở|tổ chức|làm|chạy|triển khai|tiến hành)(?: (?:cho|xong|được|nốt|hết))* (?=(?:những|các|mấy) {_EVENTS}\b[^,;?]*\bnào\b)", r"\1 có "),
    wording(rf"(\b{_DOCUMENTS} nào)(?: (?:để|nhằm|mà))? (?:(?:hướng dẫn|quy định chi tiết|quy định|thi hành|chi tiết|triển khai)(?: và|,)? )+(?=(?:bộ luật|luật|pháp lệnh)\b)", r"\1 của "),
    wording(r"\b(phải|cần|sẽ|được) (?:chuẩn bị|lo|sắp xếp|gấp rút|kịp) (?=trình\b)", r"\1 "),
    wording(r"^lịch (?:việc|làm việc|công việc|công tác) ((?:tuần|tháng|quý|năm) (?:này|sau|tới|nay)) của ([^,;:?]{3,80}?) (?:có|gồm|thế nào|ra sao|là)(?: (?:những|các))? ?(?:việc gì|gì|việc nào)?(?= *[?.]*$)", r"\1 \2 phải làm những việc gì"),
    wording(r"^((?:[^:?]{3,80}[:–-] )|)(?!.*\b(?:ai|nào|gì|mấy|bao|đâu|sao)\b)(?<=[:–-] )số ((?!(?:liệu|hóa|hoá|tiền|hiệu|điện|vốn|kinh|lượng|người dùng|thứ)\b)[^\s:;,?]+(?: [^\s:;,?]+){1,4}?) (?=(?:được|phải|cần) (?!(?:giao|phân)\b)\S)", r"\1có mấy \2 "),
    # Words that rows are to hold; in what order or how many in all they are told; what something is parted into.
    wording(rf"^(?:cụm từ|từ khóa|từ khoá|dòng chữ|câu chữ|cụm|câu|chữ|từ) [\"“]?([^\"”,;:?]{{2,40}}?)[\"”]? (?:(?:có|được|hay|từng) )*(?:xuất hiện|có mặt|nằm|có|nhắc|nêu|ghi|in)(?: (?:đến|tới|ra|tên|ở|trong|tại|vào))* ((?:những |các |mấy |bao nhiêu )?{_ROWS}(?: nào)?)\b", r"\2 nhắc đến \1"),
    wording(rf"({_ROWS} nào\b[^,;:?]{{0,60}}?) có (?:cụm từ|từ khóa|từ khoá|dòng chữ|chữ) (?!(?:ký|viết|nôm|nổi|quốc ngữ|thập)\b)", r"\1 nhắc đến "),
    wording(r"(\bphần [ivx0-9]+[^,;:?()]{0,40}?),? \(?(?:không|chưa|đừng) (?:kể|tính|gồm|lấy|xét)(?: (?:cả|các|phần|đến|tới))* (?:phụ lục|danh mục|bảng)(?: kèm theo)?\b\)?", r"\1"),
    wording(r"[,;] (?:xếp|sắp|sắp xếp|kể|nêu|tính|liệt kê)(?: (?:lần lượt|đúng|hết))* theo (?:thứ tự |trình tự )?(?:thời gian|thứ tự|trình tự)(?= *[?.]*$)", ""),
    wording(rf"\b(?:cả thảy|tổng cộng|hết thảy|tất thảy|tất cả|cộng lại|gộp lại) (?=(?:mấy|bao nhiêu) (?:ý|phần|điểm|{_ROWS})\b)", ""),
    wording(rf"\b(?:chia|giao|phân|đẩy|khoán)(?: (?:việc|xuống|cho|về|đến|tới))* các (?:phòng|đơn vị|ban|bộ phận)(?:(?:,| và)(?: các)? (?:phòng|đơn vị|ban|bộ phận|cơ quan))+ (?:(?:thực hiện|làm) )?(?=(?:mấy|bao nhiêu) {_ROWS}\b)", "có "),
    wording(r"(\b(?:chia|tách|phân)\b[^?]*?\b(?:mấy|bao nhiêu)) (?:mảng|khối|kiểu|dạng|thứ) (?=\S)", r"\1 loại "),
    wording(r"(\b(?:chia|tách|phân|gồm)\b[^?]*?) (?:những|các|mấy) (?:khoảng thời gian|quãng thời gian|chặng|quãng|mốc thời gian) nào\b", r"\1 những đợt nào"),
    wording(rf"\b(?:nhờ|xin|hãy|làm ơn|cần|muốn)(?: {_FOR_ME})* (?:tra|tìm|lọc|kê|liệt kê|rà|gom|soát|trích|thống kê)(?: (?:{_FOR_ME}|ra))* (?:mọi|tất cả|toàn bộ|hết)(?: các| những)? (?={_ROWS}\b)", "liệt kê các "),
    # Whom it was given to from above, before it is asked what came of it below.
    wording(rf"(?:^|(?<=\S))[,;.]? (?:(?:việc|chuyện|cái|phần) (?:này|đó|ấy) )?(?:mà |do |là )?{_ABOVE} (?:(?:đã|cũng|có|thì|vừa) )*(?:giao|phân|phân công|yêu cầu|chỉ đạo|bảo|đẩy)(?: (?:về|cho|xuống))*(?: (?:các|những|mọi|cả)(?: {_BELOW})(?:,? (?:và )?{_BELOW})*)(?: (?:làm|thực hiện|lo|triển khai))?(?=[,;.] .*{_ASKED})", ""),
    # How often, offered as a choice; a report called by what it tells; through whom it goes; the room of an office it comes down to.
    wording(rf"\b{_BY} {_SPAN}(?:(?:, ?| ){_BY} {_SPAN}|, ?{_SPAN})* (?:hay|hoặc)(?: là)?(?: {_BY})? {_SPAN}\b", "bao lâu một lần"),
    wording(r"\b(?:gửi|nộp|chuyển)(?: về| lên)? kết quả (?:làm|thực hiện|triển khai) (?=\S)", "báo cáo kết quả thực hiện "),
    wording(r"\b(?:phải |cần )?(?:thông qua|đi qua) (ban|phòng|sở|bộ phận|đơn vị|cơ quan|đầu mối|đâu|ai)(?: (?:gì|nào))?(?= *[?.]*$|,)", r"gửi qua \1 nào"),
    wording(r"[,;] (?:khi )?(?:về|xuống|đến|tới)(?: (?:đến|tới))? (sở|phường|xã|huyện|cơ quan|đơn vị) (?:thì|rồi) (?:được )?(?:phân|giao|chia|trao)(?: về| cho)* (phòng|ban|bộ phận|đơn vị|tổ|ai) nào\b", r"; \2 nào của \1 làm"),
    wording(r"\bsố (?=(?:hotline|đường dây nóng|tổng đài)\b)", "số điện thoại "),
    wording(r"\btrong (?:[1-9][0-9]?|hai|ba|bốn|năm|mười) năm(?: tới)?,? (?:từ )?(?=20[0-9]{2} ?[-–] ?20[0-9]{2})", "trong giai đoạn "),
    wording(r"\b(?:mỗi|từng) (?:đằng|chỗ|phía|đàng|tỉnh|xã|phường|sở|huyện|đơn vị|cơ quan)(?= (?:là |được |đặt |đề |có |phải |giao )*(?:bao nhiêu|mấy|khi nào|bao giờ|ngày nào|ai|thế nào))", "mỗi bên"),
    # What is done over the net; telegrams that part two of a kind by a slash; how many of two, each with its own "bao nhiêu".
    wording(rf"\b(?:trả|nộp|đóng|thanh toán) (?:tiền|phí|lệ phí) {_ONLINE}", "thanh toán trực tuyến"),
    wording(rf"(?<!tiếp )\b(?:thu |tiếp )?nhận (hồ sơ|giấy tờ|đơn) {_ONLINE}", r"tiếp nhận \1 trực tuyến"),
    wording(rf"\bsố (nhiệm vụ|việc|chỉ tiêu|dòng|đầu việc) (?:{_OF} )?({_KIND}) ([^,;:?/]{{3,60}}?) */ *(?:{_OF} )?\2 ([^,;:?/]{{3,60}}?)(?= *[?.]*$)", r"\2 \3 và \2 \4 mỗi \2 có mấy \1"),
    wording(r"\bcó (?:bao nhiêu|mấy) (\S+) (?:trong|thuộc|ở|làm) ([^,;:?]{3,60}?)(?:, và|, còn| và|,) (?:bao nhiêu|mấy) \1 (?:trong|thuộc|ở|làm) ([^,;:?]{3,60}?)(?= *[?.]*$)", r"có số \1 của \2 và của \3 lần lượt là bao nhiêu \1"),
)  # fmt: skip


def without_detours(typed: str) -> str:
    """The question put straight, sentence openings read in small letters; as typed where nothing of the kind stands in it."""
    return put_plainly(typed, _WORDINGS, capitals=True)
