"""Wordings that say what plainer words say, put into those before a question is read.

One table instead of a further expression in every reader: "từ tháng 3 trở về trước" is "đến hết tháng 3",
"làm chung với sở khác" is "đồng chủ trì". With accents the wordings must be typed as they stand here, without accents
as they fold; what is put in has accents only where the question has them.
"""

from __future__ import annotations

from typing import Final

from rag.language.columnsaid import plainly_asked
from rag.language.roundabout import without_detours
from rag.language.wordings import put_plainly, wording

_TIME: Final = "(?:ngày |tháng |quý |năm )?[0-9ivx]+(?:[/.-][0-9]+){0,2}(?: (?:năm )?20[0-9]{2}| năm (?:nay|sau))?"
"""A time with a date of its own, as far as its end must be known."""
_DATED: Final = "[0-9ivx]+(?:[/.-]20[0-9]{2}| (?:năm )?20[0-9]{2})?"
_NAMED_TIME: Final = rf"(?:(?:ngày |tháng |quý |năm ){_TIME}|(?:tuần|tháng|quý|năm) (?:này|nay))(?![\w/])"
"""A time that is called one."""
_OFFICE: Final = (
    "(?:các |những |một |vài )?(?:sở|phòng|ban|ngành|đơn vị|cơ quan|bên|nơi|chỗ)(?:, (?:sở|ban|ngành|đơn vị))*"
)
_THING: Final = "(?:nhiệm vụ|việc|công việc|đầu việc|chỉ tiêu|mục|dòng|kế hoạch)"
_SMALL: Final = "(?:việc|nhiệm vụ|công việc|phần việc|đầu việc|mục|tiểu mục|phần|ý|nội dung|hoạt động|chỉ tiêu|kế hoạch|dòng|hàng|gạch đầu dòng|đầu dòng|khúc)"
_DRAWN: Final = "(?:kéo|lôi|rủ|réo|gọi|kêu|mời|nhờ|huy động|trưng dụng|cắt cử)"
_MEDDLES: Final = "(?:dính(?: líu| dáng| dự)?|nhúng tay|góp mặt|góp tên|góp sức|góp tay|góp công|ghé vai|chung tay|can dự|chen chân|đụng|đụng chạm)"
"""What people say of a unit that a row names, where the plan says who leads and who helps."""
_OFFICE_NOUN: Final = "(?:sở|phòng|ban|bộ|cục|vụ|chi cục|hội|hiệp hội|liên minh|liên đoàn|đoàn|tỉnh đoàn|công an|ubnd|ủy ban|trung tâm|trường|viện|công ty|tổ|đội|thuế|kho bạc|bưu điện|ngân hàng|mặt trận|văn phòng|thanh tra|trạm|chi nhánh)"
_ISSUER: Final = "(?:sở|ban|cục|bộ|tỉnh|thành phố|huyện|xã|phường|ubnd|ủy ban nhân dân|đảng ủy|chi cục|trường|bệnh viện|trung tâm|công an|văn phòng|đặc khu)"
_JOINTLY: Final = f"(?:chung|cùng)(?: với)? {_OFFICE} khác"
_ONE: Final = "(?:tuần|tháng|quý|năm|ngày|người|hộ|suất|lượt|ca|xã|phường|thôn|trường|lớp|đội|đơn vị|khóa|đợt|ha|con|em|cháu|dự án|mô hình)"
"""What a figure may be told for one of."""
_DATE_NOUN: Final = "(?:tháng|năm|quý|ngày|tuần|giờ)"
_LEVEL: Final = "(?:tỉnh|thành phố|sở|ngành|bộ|trung ương|cấp trên|huyện|xã|phường)"
_WHICH_OFFICE: Final = r"(?:những |các )?(?:ai|(?:đơn vị|cơ quan|sở|phòng|ban|bộ|cục|bên|ngành|hội|doanh nghiệp|doanh ngiệp|công ty|tổ chức|trường|viện|trung tâm|chỗ|người) nào)"
_DOES: Final = "(?:chủ trì|làm|lo|phụ trách|thực hiện|đảm nhiệm|phối hợp|tổ chức|triển khai|tham mưu)"
_PERIOD: Final = "(?:năm|tháng|quý|tuần)"
_NUMBERED: Final = (
    "quý tháng ngày lục mục nhóm số đợt kỳ vòng hạn sau dưới từ hơn trên đủ học phần cấp thứ khóa giữa cuối đầu"
)
_NO_RATE: Final = "".join(f"(?<!{word} )" for word in _NUMBERED.split())
"""Words before "1 năm" where it is a number of something, or a stretch of time."""
_STANDS_FOR: Final = "(?:thường trực|đầu mối|chịu trách nhiệm|phụ trách|theo dõi|đôn đốc|giám sát|kiểm tra|tổng hợp|tham mưu|tiếp nhận|quản lý|hướng dẫn)"
_ASKED: Final = (
    r"\b(?:ai|nào|gì|mấy|bao|là|được|phải|có|đâu|khi|hạn|không|chưa|số|sđt|điện thoại|trước|kết quả|phối hợp|báo cáo)\b"
)
"""Words with which more is asked than the telegram's own noun."""
_ASKED_FOR: Final = r"\b(?:ai|nào|gì|mấy|bao|đâu|sao|không|tỷ lệ|phần trăm|hơn|kém)\b"
_FOR_ME: Final = "(?:sánh|giúp|giùm|dùm|hộ|thử|xem|lại|cho|tôi|tui|em|mình|anh|chị)"
_LAST: Final = r"\s*[?.]*\s*$"
_OF_WHOM: Final = "(?:cq|đv|đvị|cơ quan|đơn vị)"
_NO_WORD_ASKS: Final = r"(?!.*\b(?:ai|nào|gì|mấy|bao|đâu|sao|chưa|không)\b)"
_OF_WORK: Final = r"(?!.*\b(?:báo cáo|việc|nhiệm vụ|nv|nộp|gửi|trình|hạn|họp|dòng|mục|phụ lục|pl|chỉ tiêu|đợt)\b)"
"""What shows that a telegram is of some work, not of a plan's head."""
_DAY: Final = "(?:(?:cuối |đầu |giữa )?(?:ngày|tháng|quý) [0-9ivx]|năm 20[0-9]|[0-9]{1,2}[/.-][0-9])"
"""How a time with a date of its own begins."""
_TOLD: Final = "(?:ghi|in|đề|nêu|nói|tính|do|hạn|bắt đầu)"
_BIDDING: Final = "(?:liệt kê|kể|nêu|thống kê|lọc|trích|chỉ|gom)(?: (?:giúp|giùm|dùm|hộ|cho|ra|lại|tôi|tui|em|mình|anh|chị|với|nghe|tên|rõ|hết|đủ|đúng))*"
_HEADS: Final = "(?:(?:ban |tập thể )?lãnh đạo|ban giám đốc|ban giám hiệu|thường trực)"
_HEADED: Final = "(?:(?:ubnd|ủy ban(?: nhân dân)?|đảng ủy|hđnd) )?(?:sở|xã|phường|tỉnh|thành phố|huyện|bộ|cục|chi cục|trung tâm|trường|viện|bệnh viện|đơn vị|cơ quan)"
"""Those at the head of an office, and the office as it is called among its own people."""
_ASKER: Final = "(?:chị|anh|em|tôi|mình|tui|cháu|bọn em|bên em|chúng tôi)"
_WAYS: Final = "(?:cách thức|cách làm|phương cách|lối làm|kiểu làm)"
"""What people call the form in which something is done."""
_OR_WHAT: Final = "(?:gì(?: khác)?|cái gì(?: khác)?|sao|thế nào|làm sao|như nào)(?: (?:ạ|vậy|thế|đây|nhỉ|hả))*"
_IN_ORDER: Final = "(?:nhằm để|nhằm|để|hòng|cốt)"
_TROUBLES: Final = "(?:bất cập|tồn tại|vướng mắc|hạn chế|trục trặc|khiếm khuyết|chỗ (?:vướng|kẹt|dở)|vấn đề)"
_PUTS_RIGHT: Final = "(?:tháo gỡ|gỡ|khắc phục|giải quyết|xử lý|sửa|chữa|dẹp)"
_SPIRIT: Final = (
    "(?:tinh thần|thái độ|phương châm|quan điểm|nguyên tắc|tư tưởng|hướng|định hướng|mô hình|lộ trình|phương pháp)"
)
"""In what something is done, which plans say behind "theo"."""
_BIDDEN_READING: Final = "^(?:đọc|tìm|tra|xem|coi|dò|trích|nhắc|chép|tóm tắt|tóm|bày|chỉ)(?: (?:giúp|giùm|dùm|hộ|cho|lại|ra|tôi|tui|em|mình|anh|chị|sếp|với|nghe|thử|qua|xem|biết|rõ))+"
_SECTION: Final = "(?:mục đích|mục tiêu (?:chung|tổng quát)|yêu cầu|quan điểm|nguyên tắc|phương châm|phạm vi|đối tượng|tồn tại|hạn chế)"
"""What the parts of a plan are headed that are read as a whole."""
_AT_A_LOSS: Final = "(?:(?:chưa|không|chẳng|chả) (?:rõ|hiểu|biết|thấy|nắm|rành)|thắc mắc|băn khoăn|phân vân|lấn cấn|muốn hỏi|xin hỏi|muốn biết|cần biết)"
_MAINLY: Final = "(?:chủ yếu|chính|lớn nhất|cơ bản|căn bản|sâu xa|trực tiếp)"
_WHENCE: Final = "(?:do|vì|tại|bởi|từ|ở) (?:đâu|cái gì|gì|điều gì|chỗ nào)"
_STOPS: Final = "(?:dứt|chấm dứt|ngớt|tan|ngừng|ngưng|dừng|hết|tàn|xong)"
_AT_WHAT_TIME: Final = "(?:lúc|khi|hồi|ngày|hôm|bữa) (?:nào|mấy)"
_WEAK_SIDE: Final = "(?:điểm|chỗ|khâu|mặt|cái|khía cạnh)"
_WHEREIN: Final = "(?:(?:ở |tại )?(?:đâu|chỗ nào|điểm nào|khâu nào|mặt nào)|(?:cái )?gì|điểm gì|những gì)"
_SHORTCOMINGS: Final = "(?:tồn tại|hạn chế|khó khăn|yếu kém|bất cập|vướng mắc|khuyết điểm|thiếu sót)"
_ALL_MONEY: Final = r"(?:tổng |toàn bộ |cả )?(?:nhu cầu |số |mức |nguồn )?(?:kinh phí|vốn|dự toán|ngân sách|nguồn lực|chi phí|tiền)(?: (?!(?:của|ở|tại|theo|trong|kế|cho|do)\b)[^\s,;:?]+)*"
_INCLUDED: Final = "(?:tính|kể|gồm|bao gồm|lấy|gộp)(?: (?:luôn|thêm|chung|gộp))*(?: cả| luôn| thêm| chung)"
_SAID_TIME: Final = rf"(?:{_NAMED_TIME}|(?:tuần|tháng|quý|năm) (?:sau|tới|kế tiếp|kế))"
_IN_COMMON: Final = "(?:đứng|làm|ghi|nhận|chủ trì|đồng|cùng|chung)"

_LEAVES_OUT: Final = "(?:(?:không|chưa|đừng|khỏi)(?: cần)? (?:tính|kể|lấy|gồm|nêu)|ngoại trừ|trừ|bỏ|loại|gạt)"
_JOINT_WORK: Final = rf"(?:(?:các|những|mấy|cả|phần|luôn) )*{_THING}?(?: ?(?:nào|mà|có|phải|do))* ?(?:đồng chủ trì|(?:làm |đứng tên |đứng )?{_JOINTLY})"
"""Work led together with others, left out where that led alone is asked for."""

_WORDINGS: Final = (
    # A rhythm in other words; communes and wards by one letter.
    wording(r"\b(?:(?:theo|cứ) )?(?:từng|mỗi) (ngày|tuần|tháng|quý|năm)(?: (?:một|1) lần)?(?= *[?.]*$|, )", r"hằng \1"),
    wording(r"\b(tuần|tháng|quý|năm) nào cũng (?:phải )?(?=làm|thực hiện|triển khai|có|tổ chức)", r"hằng \1 "),
    wording(r"\bxã(?: ?, ?| và | ?/ ?)p\b\.?(?! *[0-9])", "xã, phường"),
    wording(r"\bp\.?(?: ?, ?| và | ?/ ?)(?=xã\b)", "phường, "),
    # One of something that figures are told for, and what is numbered in short.
    wording(rf"((?<!\S)(?:mấy|bao nhiêu)(?: [^0-9 ,;?]+){{1,3}}?)(?: trong| trên|/)? (?:1|01|một) (?={_ONE}\b(?! [0-9]))", r"\1 mỗi "),
    wording(r"\bql ?(?=[0-9]{1,3}[a-z]?\b)", "quốc lộ "),
    wording(r"\bkp ?(?=[0-9]{1,2}\b)", "khu phố "),
    # A telegram of when the plan's event is held.
    # A telegram of what something costs.
    wording(rf"^((?:tổng )?(?:kinh phí|chi phí|dự toán|số tiền) (?!(?:thực hiện|triển khai|bảo đảm|đảm bảo|chi cho)? ?(?:kế hoạch|kh|nhiệm vụ|đề án)\b)(?!.*{_ASKED})[^:;,?–-]{{8,}}?)\s*\?*$", r"\1 là bao nhiêu?"),
    wording(rf"^(?:ngày|giờ) (?:tổ chức |diễn ra |mở )?(?=(?:họp|hội nghị|hội thảo|hội thi|lễ|diễn đàn|ra quân)\b)(?!.*{_ASKED})", "thời gian tổ chức "),
    wording(r"\b((?:phó )?bí thư|(?:phó )?chủ tịch|(?:phó )?giám đốc|hiệu trưởng) nào (?:đã )?ký\b", r"\1 ai ký"),
    # Sums to be set side by side, without a word that asks.
    wording(rf"^(?:(?:hãy|nhờ|cho|anh|chị|em) )*so {_FOR_ME}(?: {_FOR_ME}| (?:giữa|hai|ba|các|2|3|khoản|nguồn|về))*[: ]+(?=(?:kinh phí|tiền|số tiền|ngân sách|dự toán|vốn|chi phí|mức chi|doanh thu)\b)"
             rf"(?!.*{_ASKED_FOR})(.{{8,}}?){_LAST}", r"\1 lần lượt là bao nhiêu?"),
    # A figure offered with another: how much is asked.
    wording(rf"((?:^|[:,–-] ?|\b(?:là|có|đạt|được|cần|phải|khoảng|tới|đến|gồm|tầm) ))[0-9]+(?:[.,][0-9]+)?(?: ?%| phần trăm)? (?:hay|hoặc)(?: là)? [0-9]+(?:[.,][0-9]+)?(?= ?%| (?!{_DATE_NOUN})\S)(?!.*\b(?:nào|gì|ai|đâu|bao)\b)", r"\1bao nhiêu"),
    wording(r"\b(?<=\S )(?<!chỉ )(?<!đô )(?<!hội )(?<!cuộc )(?<!bài )thì (?=(?:mang |có |là )?số (?:mấy|bao nhiêu|nào|hiệu)\b)", ""),
    # Who asks, and the asker's own office named a second time.
    wording(rf"^(?:là |em là |tôi là |mình là )?(?:người|lính|nhân viên|cán bộ|chuyên viên|công chức) mới(?: về| vào| nhận việc| đến)?(?: làm)?(?: ở| của| tại| bên| thuộc)? (?={_OFFICE_NOUN}\b)", ""),
    wording(rf"^(?:tôi|em|mình|tui|chúng tôi|bọn em|tụi em|anh|chị)(?: (?:là|làm|đang|ở|bên|công tác|tại|thuộc|của|người))+ (?={_OFFICE_NOUN}\b[^,?]{{2,60}}, ?(?:xin|nhờ|cần|muốn|cho|đang|hãy)\b)", ""),
    wording(rf"\b(?:có )?(?:của |tên |cho |do |là )?{_OFFICE_NOUN} (?:nhà )?(?:mình|chúng tôi|chúng ta|tụi em|bọn em|tụi tui)\b", ""),
    # Numbers of rows that are counted.
    wording(r"\b(?:cộng|đếm|tính|dò)(?: (?:hết|cả|theo|đến|tới|tất cả|các|dồn|lại))* (?:số thứ tự|stt|số tt)(?= (?:ở|trong|của|tại|thuộc)\b)", ""),
    wording(r"\b(?:bỏ trống|để trống|bỏ khuyết|khuyết|thiếu|không ghi|không điền) (?:số thứ tự|stt|số tt)\b", "không đánh số thứ tự"),
    # A column by its header, and words of a cell in quotation marks.
    wording(r"(\b(?:cột|ô|hàng) [\"“”][^\"“”]{2,30})[\"“”]", r"\1"),
    wording(r"(\b(?:cột|ô|hàng) )[\"“”]", r"\1"),
    wording(r"\b(?:đứng|nằm|ở|thuộc|ghi|có tên|có mặt|xuất hiện|góp mặt)(?: (?:ở|trong|tại|vào|bên))* (?:cột|hàng|ô|danh sách|vai) (?=(?:đơn vị |cơ quan )?(?:chủ trì|phối hợp|làm chính)\b)", ""),
    wording(r"\b(?:đứng|nằm|ở|thuộc|ghi|có tên|có mặt|xuất hiện|góp mặt)(?: (?:ở|trong|tại|vào|bên))* (?:cột|hàng|ô|danh sách) (?:đơn vị |cơ quan )?cùng làm\b", "phối hợp"),
    wording(r"\b(?:trong|ở|tại|nơi) (?:phần |mục )?(?:cột|danh sách|hàng|ô|nhóm) (?:đơn vị |cơ quan |bên )?(?=(?:chủ trì|phối hợp|làm chính)\s*[.?!]*$)", ""),
    wording(r"\b(?:câu|cụm từ|cụm|dòng chữ|chữ|từ|lời|câu chữ) (?=[\"“])", ""),
    wording(r"(\b(?:sau khi|khi|chờ|đợi) [^,;?]{5,60}?),? (?:chứ|mà|nhưng) không (?:(?:có|ghi|nêu|để|ấn định|định|chốt|rõ) )+(?:ngày|tháng|hạn|mốc|thời)[^,;?]*", r"\1"),
    # A rhythm.
    wording(r"\b(năm|tháng|quý|tuần) nào cũng(?: (?:phải|có|cần|sẽ|đều|được|làm|tổ chức|thực hiện|diễn ra))*", r"hằng \1"),
    # Stretches of time.
    wording(rf"\b(?:kể )?từ ({_TIME}|(?:tháng|quý|năm) này) trở (?:về trước|lại(?! đây)|xuống)\b", r"đến hết \1"),
    wording(rf"\b({_TIME}) trở về trước\b", r"đến hết \1"),
    wording(rf"\b({_TIME}) trở về sau\b", r"\1 trở đi"),
    wording(rf"\b(?:phải )?(?:đến|tới|sang|qua) ({_TIME}) mới (?:phải |cần |là |tới )?(?:xong|hoàn thành|hết hạn|đến hạn|tới hạn|hạn)\b", r"hạn \1"),
    wording(rf"\b(?:từ nay )?(?:trước|cho đến|đến|tới) (?:khi|lúc) (?:kết thúc|khép lại|kết|đi hết|qua hết|hết) ({_NAMED_TIME})", r"đến hết \1"),
    wording(rf"\b(?:từ nay )?(?:trước|cho đến|đến|tới) (?:khi|lúc) ({_NAMED_TIME}) (?:kết thúc|khép lại|trôi qua|đi qua|qua đi|hết)\b", r"đến hết \1"),
    wording(rf"\btrước (?:khi|lúc) (?:bước|chuyển)? ?(?:sang|qua|vào|đến|tới) (?={_NAMED_TIME})", "trước "),
    wording(rf"\b(?:mà )?(?:phải )?(?:đến|tới|sang|qua) ({_SAID_TIME}) (?:là |thì |sẽ |phải )+(?:xong|hoàn thành|hết hạn|đến hạn|tới hạn)\b", r"hạn \1"),
    wording(rf"(?<!đã )(?<!bị )(?<!vừa )\bhết (?:thời )?hạn (?=(?:(?:vào|trong|ngay|gọn|đúng|nội|ở|cuối|giữa|đầu) ){{0,3}}{_SAID_TIME})", "đến hạn "),
    wording(rf"({_SAID_TIME}) (?:(?:là|thì|sẽ|này) )*hết (?:thời )?hạn\b", r"\1 đến hạn"),
    wording(r"\btrong vòng (?=[0-9]|một|hai|ba|bốn|năm|sáu)", ""),
    wording(r"\b(?:nội|gọn|chỉ|ngay) trong (?=(?:tháng|quý|tuần|năm) )", "trong "),
    wording(rf",? ?\(?\b{_INCLUDED}(?: các| những)?(?: {_THING})? (?:có |ghi )?hạn (?:ghi )?(?:theo )?(?:cả )?(?:quý|năm)[^,;?)]*\)?", ""),
    wording(rf",? ?\(?\b{_INCLUDED}(?: các| những)?(?: {_THING})?(?: có| ghi| để| in)*(?: thời hạn| hạn| thời gian)?(?: ghi| để| in)? theo (?:tháng|ngày)(?: [0-9]{{1,2}}(?:(?:,| và|, và)(?: tháng)? [0-9]{{1,2}})*)?\b\)?", ""),
    wording(r"\bngay (?=(?:trong )?(?:tháng|quý|tuần|năm) )", ""),
    wording(r"\b(?:phần |thời gian |mấy tháng |các tháng |những tháng )?còn lại (?:của|trong) năm(?: nay| 20[0-9]{2})?\b", "từ nay đến hết năm"),
    wording(r"\bnửa đầu năm\b", "6 tháng đầu năm"),
    wording(r"\bnửa (?:cuối|sau) (?:của )?năm\b", "6 tháng cuối năm"),
    wording(r"\b(?:chưa|không) (?:phải |cần )?làm ngay(?: (?:mà|nhưng))?(?: (?:để|chờ|đợi))?(?: (?:đến|tới|sang))?\b", ""),
    wording(rf",? ?\(?\b(?:không|chưa) (?:tính|kể|gồm|bao gồm|lấy)(?: cả)?(?: (?:các|những|mấy))?(?: {_THING})?(?: (?:có|ghi|thời|hạn))* (?:kéo dài|trải dài|kéo|trải|chuyển tiếp|nối|vắt)(?: (?:ra|qua|sang|trong|tới|đến))?(?: (?:nhiều|các|mấy|vài|những|hai|ba))? năm(?: (?:khác|sau|tiếp theo|liền))?\)?", " thôi"),
    wording(r"\b(?:chạy |kéo |kéo dài |làm |diễn ra )?từ (?:hôm|bữa|ngày|hồi|lúc|khi) (?:nào|mấy) (?:tới|đến|cho tới|cho đến) (?:hôm|bữa|ngày|hồi|lúc|khi) (?:nào|mấy)\b", "từ ngày nào đến ngày nào"),
    wording(r"\b((?:chậm|muộn|trễ) nhất)(?: là)? (?:trong|ngay trong|nội trong|vào|vào trong) (?=(?:tháng|quý|tuần|năm) )", r"\1 "),
    wording(r"\b(?:sớm|nhanh) hơn (?=(?:ngày|tháng|quý|năm) [0-9ivx])", "trước "),
    wording(r"\b(?:muộn|trễ|chậm|lâu) hơn (?=(?:ngày|tháng|quý|năm) [0-9ivx])", "sau "),
    wording(rf"\b(?:trong )?(?:khoảng )?giữa ((?:tháng|quý) {_DATED}) (?:và|với|đến|tới) (?=(?:tháng |quý )?[0-9ivx]+\b)", r"từ \1 đến"),
    wording(r"\b(?:kéo dài|trải dài|diễn ra|thực hiện|triển khai|chạy|làm)(?: liên tục| suốt| xuyên suốt| trọn| cả)*(?: trong| từ)(?: năm)? (20[0-9]{2}) (?:đến|tới|-|–)(?: hết| tận)?(?: năm)? (?=20[0-9]{2}\b)", r"kéo dài suốt \1 - "),
    # What the answer is wanted for, behind a question that "không" ends.
    wording(r"(\b(?:có|còn)\b.{3,} (?:không|ko|hông|hay không|chưa)),? (?:đặng |để )(?:còn |mà )?(?:chị|anh|em|tôi|mình|tui|bọn|chúng|bên|cơ quan|phòng|lãnh đạo|sếp|xếp|nhắc|báo|lên|chuẩn bị|sắp|bố trí|đôn đốc|theo dõi|tổng hợp|trình|họp|đưa)\b[^?]*", r"\1"),
    wording(rf"\b(?:không|chưa|chẳng) (?:có|ghi|để|mang|đặt|đề|nêu|in) (?:thời hạn|hạn chót|hạn|thời gian|mốc)(?: (?:hoàn thành|thực hiện|xong))?(?: (?:là|vào|trong|đúng|ghi))*(?= {_DAY})", "không phải ghi thời hạn"),
    # The tag of a question before what is asked further of its rows.
    wording(rf"(\b(?:có|còn)\b[^,;?]{{3,}}) (?:(?<!nào )(?:không|ko|hông|hong|hem),? |(?:không|ko|hông|hong|hem), )(?=(?:{_TOLD} )+(?:là |rõ |hạn |thời hạn |vào |từ |lúc |hồi |đến |bắt đầu )*(?:ai|gì|mấy|bao|khi|sao|thế nào|(?:ngày|tháng|quý|hôm|đơn vị|sở|phòng) (?:nào|mấy))\b)", r"\1, "),
    # Words that only say what else there is, or name several kinds of the same.
    wording(r"\bngoài (?:đơn vị|cơ quan|bên) chủ trì(?: ra)?,? ?(?:thì |còn )?(?=(?:có |những |các )*(?:sở|đơn vị|cơ quan|ai|phòng|bên|ban)\b)", "cùng làm với "),
    wording(r"\b(bao nhiêu|mấy|những|các) nhiệm vụ(?:(?:,| và|, và) (?:đề án|dự án|chương trình|hoạt động|giải pháp))+\b", r"\1 nhiệm vụ"),
    wording(r"\b(nhóm nhiệm vụ)(?:,| và|, và) (?=giải pháp\b)", r"\1"),
    # What something is used for, without a verb that rows hold as well.
    wording(r"\b(?:được |bị |sẽ |có thể )*(?:sử dụng|dùng|lấy|đem|áp dụng|tận dụng)(?: ra)?(?: (?:để|vào|cho|làm|phục vụ))+ (?:(?:những |các )?(?:việc|mục đích|chuyện) |cái )?gì(?= ?[?.!]?\s*$)", "dùng làm gì"),
    # Where a list is asked for, that section may be what it is of.
    wording(r"^(?!.*\b(?:liệt kê|kể|nêu|những|mấy|bao nhiêu)\b)(.*?)\b(?:ở|trong|tại|theo) (?:phần|mục) tổ chức thực hiện\b(?: của)?", r"\1"),
    wording(r"^(?:giả sử|coi như|cứ coi như|cho là|nếu|nếu như)(?: (?:là|rằng))?(?: (?:vẫn|đến nay|tới nay))* (?:chưa|không) (?:làm|xong|thực hiện|hoàn thành|triển khai)[^,;.?]{0,25}[,;] ?", ""),
    wording(r"^(?:cũng )?(?:sắp|gần|chuẩn bị|đã|tới|lại) (?:sắp |gần )?(?:hết|cuối|sang|qua) (?:năm|quý|tháng)(?: (?:rồi|này|nay))*[,;] ?", ""),
    wording(r"\b((?:quá|trễ|qua|hết|tới|đến) (?:thời )?hạn) theo (?:đúng )?(?:lịch|kế hoạch|quy định|văn bản|tiến độ)(?= ?(?:[,;?.]|$|này|đề ra|đã đề ra|của))", r"\1"),
    wording(r"\bkhông (?:ghi|có|nêu|để)(?: rõ| cụ thể)? (?:ngày|tháng|quý|năm)(?:(?:,| và| hay| hoặc| với|/)*(?: ?(?:cũng )?(?:không |chẳng )?(?:ghi|có|nêu))? ?(?:ngày|tháng|quý|năm))*\b(?: (?:nào|gì|cụ thể))*(?! [0-9ivx])", "không ghi ngày tháng"),
    wording(r"\(?\b(?:chỉ|mới) (?:lấy|kể|tính|liệt kê) (?:(?:các|những|phần) )*(?=(?:nhiệm vụ|chỉ tiêu)(?: thôi)?(?:[,;.?)]|$| và| chứ))", ""),
    # A part in words of its own.
    wording(rf"\b(?:được|bị|phải) (?:{_DRAWN}|cử|yêu cầu|đề nghị|phân công|ghi|nêu|nhắc|điểm)(?: tên| danh)?(?: (?:là|làm|vào|vô|để|đi|ra|sang|lên|tham gia|cùng|chung|vai|đơn vị|cơ quan))* (phối hợp|chủ trì)\b", r"\1"),
    wording(rf"\b(?:(?:được|bị|phải|cũng|thường|hay|có) )*(?:{_DRAWN}|{_MEDDLES})(?: (?:vào|vô|tới|đến|trong|ở|tại|với|cùng|chung|tham gia))+ (?=(?:những |các |mấy |bao nhiêu |toàn )?(?:{_SMALL}|đâu)\b)", "có tên ở"),
    wording(rf"({_SMALL} (?:nào|gì))(?: (?:mà|có|phải|cần|sẽ|lại|cũng))* (?:{_DRAWN}|{_MEDDLES})(?: (?:tới|đến|theo|thêm|cả|tên|tay))* (?={_OFFICE_NOUN}\b)", r"\1 có"),
    wording(r"\bđược (?:nhắc|nêu|ghi|điểm|xướng|gọi|kêu)(?: rõ)? (?:đích danh|tên)(?: (?:đồng hành|cùng đồng hành|góp mặt))*\b", "có tên"),
    wording(r"\b(?:có )?(?:nhắc|nêu|ghi|gọi|điểm)(?: tên)? đích danh\b", "của"),
    wording(r"\b(?:ngành|bên|khối|phía|mảng) (?:[^\s(),;?]+ ){1,4}\(((?:sở|phòng|ban|bộ|chi cục|công an|ubnd|trung tâm|Sở|Phòng|Ban|Bộ|Chi cục|Công an|UBND|Trung tâm) [^()]{2,60})\)", r"\1"),
    wording(rf"\b(?:lấy|chọn|cử|giao|phân) ({_OFFICE_NOUN} [^,;?]{{2,60}}?) làm (?=đầu mối|cơ quan|đơn vị|nòng cốt|thường trực|chủ trì)", r"\1 làm "),
    wording(r"\b(?:được )?(?:phân|nhận|lãnh|xung phong|nhận lãnh) (?=(?:phụ trách|chủ trì|phối hợp|theo dõi|đảm nhiệm)\b)", "được giao "),
    wording(r"\b(?:bất kể|bất luận|không kể|không phân biệt)(?: (?:là|vai|vai trò|tư cách|giữ|làm|với|ở|phần|cột))*:? (?:chủ trì|phối hợp)(?:(?:,| hay| hoặc| lẫn| và| là)+ (?:chủ trì|phối hợp))+", "chủ trì hoặc phối hợp"),
    # One of those at the head: none of a row's own words.
    wording(rf"\b(?:ai|(?:ông|bà|anh|chị|vị|người|đồng chí|đ/c|sếp|thành viên) nào) (?:trong|ở|thuộc|của|bên) (?:số )?(?:các )?{_HEADS}\b(?: (?:của )?{_HEADED}\b)?", "lãnh đạo nào"),
    # Who does it: of several sorts of offices, or by whom it was given.
    wording(rf"\b{_WHICH_OFFICE}(?:(?:,| và| với| hay| hoặc|, và)+ {_WHICH_OFFICE})+ (?=(?:cùng |sẽ |phải )?phối hợp\b)", "những đơn vị nào "),
    wording(rf"(?<=[^\W\d_] )(?:được |phải |thì )?giao(?: việc)?(?: này)? cho (?={_WHICH_OFFICE} {_DOES}\b)", ""),
    wording(r",\s*(?:kiểu|dạng|đại loại|chẳng hạn)(?: như| là)?(?: [^\s,;?]+){1,6}? (?:ấy|đấy|đó|vậy|thế)(?: (?:em|anh|chị|ạ|nhỉ|mà))*[?. ]*$", "?"),
    # The column that a telegram ends with.
    wording(rf"\s[-–:]\s*(?:sp|sản phẩm|kq|kết quả|đầu ra){_LAST}", " - kết quả thế nào?"),
    wording(rf"\s[-–:]\s*(?:tg|t/g|thời gian|thời hạn|hạn){_LAST}", " - thời hạn khi nào?"),
    wording(rf"\s[-–:]\s*{_OF_WHOM} (chủ trì|phối hợp){_LAST}", r" - đơn vị nào \1?"),
    wording(rf"(?:\s[-–:]|[:,;?])\s*số(?: hiệu)?(?: ?[,/+]| và)\s*ngày(?: (?:ký|tháng|ban hành))?(\s*\([^()]*\))?{_LAST}", r" số mấy, ngày nào\1?"),
    # "Nào" as many say it.
    wording(r"\b(ngày|hôm|tháng|quý|năm|khi|lúc|giờ) lào\b(?! động)", r"\1 nào"),
    # How far an amount goes says nothing of what it is of.
    wording(r"\b(?:chỉ |chỉ được |được |là )*(?:tối đa|tối thiểu|nhiều nhất|ít nhất|lâu nhất|không quá)(?: là| trong| khoảng)? (?=bao lâu\b)", ""),
    # A figure asked for without a word for it.
    wording(r"^((?:[^:?]{3,80}: ?)?)% (?=[^\W\d])", r"\1tỷ lệ "),
    wording(r"^(?!.*\b(?:ai|nào|gì|mấy|bao|đâu|khi|sao)\b)(.+ (?:tối thiểu|tối đa|ít nhất|nhiều nhất|không quá|không dưới|phải đạt))\s*[?]*$", r"\1 bao nhiêu?"),
    # The part played, told before the one who plays it.
    wording(rf"\b(?:phần|vai|mảng)(?: việc)? tham mưu (?:thuộc|của|do)(?: về)? (?={_OFFICE_NOUN}\b)", "phần chủ trì thuộc "),
    # Several leads.
    wording(rf",? ?\(?\b(?:bất kể |dù |dù là |không kể )?(?:(?:đứng|làm|chủ trì) )?(?:một mình|riêng|độc lập|đơn lẻ) (?:hay|hoặc|lẫn|và|cũng như)(?: là)?(?: {_IN_COMMON})+(?: (?:với|cùng))*(?: {_OFFICE} khác| nhau)?(?:(?: (?:đều|cũng|thì|được|cả))* (?:tính|kể|lấy|liệt kê|đưa vào|được)(?: hết| luôn| cả| vào)*)?\)?(?= ?[,;?.]|$)", ""),
    wording(rf",? ?\(?\b(?:{_INCLUDED}|kể)(?: (?:các|những|mấy|trường hợp|việc|nhiệm vụ|mục|dòng|phần|khi|lúc|chỗ|cả))* (?:mà |có |được )?(?:đứng |làm |ghi |nhận )?(?:tên )?(?:chung|cùng)(?: (?:tên|vai|chủ trì))?(?: (?:với|cùng))?(?: {_OFFICE} khác| nhau)?\)?(?= ?[,;?.]|$)", ""),
    wording(rf"\b(?:phải )?(?:làm|chủ trì|thực hiện|phụ trách|gánh|lo|đứng)(?: tên)? {_JOINTLY}\b", "đồng chủ trì"),
    wording(rf"^(?:nhớ |xin )?{_LEAVES_OUT} {_JOINT_WORK}(?: (?:ra|đi|ra ngoài))?[,;:]? (?=.*\b(?:một mình|độc lập|đơn lẻ)\b)", ""),
    wording(rf"(\b(?:một mình|độc lập|đơn lẻ)\b.*?),? \(?{_LEAVES_OUT} {_JOINT_WORK}\)?", r"\1"),
    wording(rf"\b(?:đồng|cùng|chung) chủ trì (?:với|cùng) {_OFFICE} khác\b", "đồng chủ trì"),
    wording(r"\bđồng chủ trì \((?:cùng|đồng) chủ trì\)", "đồng chủ trì"),
    wording(rf"\b(?:chung vai|chung tay) với {_OFFICE} khác\b", "đồng chủ trì"),
    wording(rf"\bđồng chủ trì (?:giữa|của) ([^,;?]+?) (?:với|và|cùng) {_OFFICE} khác\b", r"\1 đồng chủ trì"),
    # Only supporting, only leading: the other role is denied by it already.
    wording(r"\b(chỉ (?:là )?(?:(?:đơn vị|cơ quan|bên) )?(?:phối hợp|chủ trì)(?: thôi)?),? ?\(?(?:chứ |mà |nhưng )?không (?:phải )?(?:là |làm |được )?(?:(?:đơn vị|cơ quan|bên) )?(?:chủ trì|phối hợp)\b\)?", r"\1"),
    wording(r"\bmà (?:chỉ |lại )?(?:bảo|ghi|nói|kêu|để)(?: là)? (?:(?:làm|thực hiện|triển khai) )?theo\b", "mà theo"),
    wording(r"\btham ra (?!mắt)", "tham gia"),
    wording(r"\btham gia (?:với vai trò |vai |làm )?(?=(?:đồng |cùng )?chủ trì\b)", ""),
    wording(r"\b(phối hợp|chủ trì),? ?\(?(?:nhưng |mà |chứ )không (?:phải )?(?:là |làm )?(?:chủ trì|phối hợp)\b\)?", r"chỉ \1"),
    wording(r"\bkhông (?:chủ trì|phối hợp) (?:mà |nhưng )?chỉ (chủ trì|phối hợp)\b", r"chỉ \1"),
    wording(r"\bphối hợp (?:với|cùng) (?:cơ quan|đơn vị|bên) chủ trì\b", "phối hợp"),
    # Higher levels named side by side where the row's words are meant.
    wording(rf"\b(lộ trình|chỉ đạo|hướng dẫn|tiến độ)(?: triển khai)? \(?của {_LEVEL}(?:(?:,| hoặc| hay| và)(?: của)? {_LEVEL})+\b\)?", r"\1"),
    # A bracket that only spells out the time before it.
    wording(rf"\b((?:tháng|quý|năm) {_DATED}) \((?:(?:gồm|tức|nghĩa|tính|kể|là|cả|có|các|những|hoặc|hay|và|ghi|hạn|từ|đến|tháng|quý|năm|[0-9ivx]+(?:/20[0-9]{{2}})?)[ ,;/–-]*){{3,}}\)", r"\1"),
    # A telegram of a unit's work, and two units in their parts.
    wording(r"^(?:các |những )?(?:nhiệm vụ|việc|công việc) (?=(?:mà |do )?(?:[^\s,:;?]+ ){1,14}(?:là|làm) (?:cơ quan|đơn vị|bên) (?:phối hợp|chủ trì)\b)(?!.*\b(?:ai|nào|gì|mấy|bao)\b)", "liệt kê các nhiệm vụ"),
    wording(r"\bchủ trì cùng(?: với)? (?=[^,;?]{3,60} phối hợp\b)", "chủ trì và có"),
    wording(r"\b(thường xuyên|liên tục)((?: (?:cả|suốt|quanh|trong) năm)?),? (?:chứ |mà )?không (?:có |ghi |đặt )?(?:ngày|hạn|thời hạn|mốc)(?: (?:tháng|thời gian))?(?: (?:nào|gì|cụ thể|rõ ràng|hẳn hoi|xác định))*", r"\1"),
    wording(r"\bvừa chủ trì,?(?: và| lại)? vừa phối hợp\b(?=.*\bcả hai\b)", "chủ trì và phối hợp"),
    wording(r"(\bchủ trì và phối hợp\b.*?),? \(?(?:kể|tính|lấy|gồm|liệt kê)(?: luôn)? cả hai\b(?: vai trò| vai| loại)?\)?", r"\1"),
    wording(r"^((?:[^:?]{3,80}[:–-] )?)(?:các |những )?(?:nv|nhiệm vụ|việc) không phải(?: do| của| là)? (?=[^:;?]{3,60} (?:chủ trì|phối hợp)[ .?]*$)", r"\1những nhiệm vụ nào không do "),
    wording(r"\bkhông (?:phải )?(?:đứng|làm|giữ|đóng)(?: ra)?(?: vai trò| vai)? chủ trì\b", "không chủ trì"),
    wording(r"\b(?:đứng(?: ra| tên)?(?: làm)?|(?:giữ|nắm|đóng|nhận|lãnh)(?: làm)? (?=vai|phần|việc))(?: ?(?:vai trò|vai|phần|việc))? (chủ trì|phối hợp)\b", r"\1"),
    wording(r"^((?:[^:?]{3,80}[:–-] )?)(?=(?:(?!việc|nhiệm vụ|nv)[^\s:,;?]+ ){1,14}chủ trì,? (?:mà |nhưng )?không (?:có |cần )?[^:;?]{3,60} phối hợp[ .?]*$)(?!.*\b(?:ai|nào|gì|mấy|bao)\b)", r"\1liệt kê việc"),
    wording(r"\bchủ trì, (?:mà |nhưng )?không (?:có |cần )?(?=[^:;?]{3,60} phối hợp\b)", "chủ trì mà không có "),
    wording(r"\bkhông (?:cần|phải có|thấy) (?=[^;?]{3,60} phối hợp\b)", "không có "),
    wording(r"\b(?:ngoại )?trừ ([^;?]{3,70}?)(?: ra)?,? (?:thì )?(?:các|những|mấy) (?:việc|nhiệm vụ)(?: còn lại| khác)*(?: là)?(?: do)? (?:các )?(?:đơn vị|cơ quan|bên|nơi|sở|phòng)(?: khác| còn lại)+ chủ trì\b(?: là)?(?: những| các)?(?: việc| nhiệm vụ)?(?: nào| gì)?", r"những nhiệm vụ nào không do \1 chủ trì"),
    # How much in each period: "1 năm" is no figure that a row must print.
    wording(rf"{_NO_RATE}\b(?:0?1|một) (?={_PERIOD}\b(?! (?:20|học|trở|một|1|lần|nữa|đầu|cuối|tới|sau))(?=.*\b(?:mấy|bao nhiêu)\b))", "mỗi"),
    wording(rf"(\b(?:mấy|bao nhiêu) (?!lần|kỳ)(?:[^\s,;?]+ ){{1,5}}?{_NO_RATE})(?:0?1|một) (?={_PERIOD}\b(?! (?:20|học|trở|một|1|lần|nữa|đầu|cuối|tới|sau)))", r"\1mỗi"),
    # A plan named behind what is asked ("cấp mấy (kế hoạch …)") is none that is counted.
    wording(r"\b(mấy|bao nhiêu) \((?=(?:kế hoạch|kh)\b)", r"\1 (theo "),
    wording(r"\b(mấy|bao nhiêu), (?=(?:kế hoạch|kh)\b)", r"\1, theo "),
    # A telegram of who stands for something: "đơn vị thường trực, đôn đốc …".
    wording(rf"^((?:[^:?–-]{{2,60}}[:–-] ?)?(?:đơn vị|cơ quan|bộ phận))(?= {_STANDS_FOR}\b)(?!.*{_ASKED}|.*\b(?:danh sách|các|những|nhiệm vụ|việc)\b)", r"\1 nào"),
    wording(rf"^((?:[^:?–-]{{2,60}}[:–-] ?)?)(?=(?:đầu mối|thường trực) (?:{_STANDS_FOR}|giúp|của|cho|ban|hội đồng|tổ)\b)(?!.*{_ASKED}|.*\b(?:danh sách|các|những|nhiệm vụ|việc)\b)", r"\1đơn vị nào là "),
    wording(r"\b(?:k|kg|hk) (?=(?:có|ghi|nêu|cần|bị|phải|chủ trì|phối hợp|được giao|được|thuộc|rõ)\b)", "không "),
    # What happens on the day that ends a stretch: "từ hôm nay đến ngày tổng kết 20/12".
    wording(r"(\btừ [^,;?]{2,30}? (?:đến|tới)(?: hết)?) (?:ngày|hôm|lúc|khi|hạn|mốc|kỳ|buổi) (?:[^\s,;?0-9]+ ){1,7}?(?:\(|là |vào )?(?:ngày )?(?=[0-9]{1,2}[/.-][0-9])", r"\1 ngày "),
    # In what ways something is done, told with who does it.
    wording(r"( mà [^,;?]{3,60}?) (?:áp dụng|sử dụng|vận dụng|đưa ra|dùng)(?: là)? (?=(?:bao )?gồm )", r"\1 "),
    # What is left out, said before all that is left.
    wording(r"\b(?:bỏ|gạt|loại|dẹp|tách|để|trừ)(?: hết| riêng)? ((?:phần|mấy|các|những|việc|nhiệm vụ|mục|nhóm) [^,;:?]{3,80}?) (?:ra|qua|sang)(?: (?:ngoài|riêng|một bên|đi))*,? (?=(?:thì|còn|có|những|các|mấy)\b)(?:thì )?(?:còn )?(?:lại )?", r"trừ \1, "),
    wording(rf"\bmấy (?={_THING} [^?]{{6,}} là (?:những )?gì{_LAST})", "các "),
    # The parts of a row, of the plan whose level is said to part it.
    wording(r", (tỉnh|thành phố|phường|xã|sở|huyện|đặc khu)(?: (?:này|mình|ta))? (?=(?:(?:được|đã|sẽ|phải) )?(?:chia|tách|chẻ|phân|xé)(?: nhỏ)?(?: ra)?(?: làm| thành)? (?:mấy|bao nhiêu|những|các)\b)", r" của \1 "),
    wording(rf"\b(?:được )?(?:chia|tách|chẻ|phân|xé)(?: nhỏ)?(?: ra)?(?: (?:làm|thành))? (mấy|bao nhiêu|những|các) {_SMALL}(?: (?:nhỏ|con|thành phần))?\b", r"có \1 việc con"),
    wording(rf"\b(mấy|bao nhiêu|những|các|từng) {_SMALL} nhỏ\b(?! (?:và vừa|hơn))", r"\1 việc con"),
    # "Mấy" behind a bidding only makes it several.
    wording(rf"(\b(?!gom ){_BIDDING}) mấy (?:cái )?(?={_SMALL}\b)", r"\1 những "),
    # A plan that its own office has issued.
    wording(rf"\b(?:của|do|bởi) (?:chính|bản thân|riêng|ngay) (?={_ISSUER}\b)", "của "),
    wording(rf"\b(kế hoạch|kh) (?:riêng|nội bộ) (?:của )?(?={_ISSUER}\b)", r"\1 của "),
    # Telegrams that end in the day or the number asked for: "Nghị quyết 12/NQ-CP – ngày?".
    wording(rf"^{_NO_WORD_ASKS}{_OF_WORK}((?:kh|kế hoạch) [^:?]{{2,80}}?)\s*[:–-]\s*ngày{_LAST}", r"\1 ban hành ngày nào?"),
    wording(rf"^{_NO_WORD_ASKS}(.*\S)(?<!,)(?<! và)(?<! đến)(?<! tới)(?<! từ)(?<! mỗi)(?<! hằng)(?<! hàng)(?<! trong)(?<! một)(?<! số)(?<![0-9]) ngày{_LAST}", r"\1 ngày nào?"),
    wording(rf"^{_NO_WORD_ASKS}{_OF_WORK}((?:kh|kế hoạch) [^:?]{{2,80}}?)\s*[:–-] số{_LAST}", r"\1 số mấy?"),
    # What for, how, out of what money and what is lacking, asked of prose in everyday words.
    wording(rf"(?<!\w)(?:(?:là|cốt|chính là) )?{_IN_ORDER} (?:(?:phục vụ|đạt|đạt được|đạt tới|hướng tới|hướng đến|đáp ứng|vì|cho|theo đuổi) )+(?:cho )?(?:những |các |cái )?(?:mục đích|mục tiêu|điều|việc|ý đồ) (?:nào|gì)\b", "nhằm mục đích gì"),
    wording(r"\b(?:đưa ra|lập ra|làm ra|đề ra|cho ra|soạn ra|ra) (?=(?:bản )?(?:kế hoạch|kh|đề án|chương trình) [^,;?]*\b(?:nhằm|để|vì) )", "ban hành "),
    wording(r"\b(làm|xử lý|giải quyết|thực hiện|tiến hành|xoay xở|xoay sở|tính) (?:theo |bằng )(?:những |các )?(?:cách|lối|kiểu|đường) (?:nào|gì)\b", r"\1 thế nào"),
    wording(r"\b(?:theo|bằng) (những |các )?(?:cách|lối|kiểu) (?:nào|gì)\b", r"bằng \1hình thức nào"),
    wording(r"\b(?:dưới|bằng) (?:những |các )?(?:dạng|hình thức) (?:văn bản|giấy tờ|tài liệu) (?:nào|gì)\b", "bằng hình thức nào"),
    wording(r"\bdưới (những |các )?dạng (?:nào|gì)\b", r"bằng \1hình thức nào"),
    wording(r"\b(?:chỉnh|sửa|chỉnh sửa|sửa chữa|thay đổi|đổi|điều chỉnh|chỉnh lý)(?: (?:lại|đi))?(?:,| hoặc| hay| và)+ (?:thêm thắt|thêm bớt|thêm vào|thêm|bổ sung) ", "sửa đổi, bổ sung "),
    wording(r"\b(coi|xem|xác định|đặt) ([^,;?]{3,60}?) (?:giữ|đóng|nắm|có|ở|vào|đứng ở) (?:vị trí|vai trò|vị thế|chỗ) (?:như thế nào|thế nào|ra sao|gì|nào)\b", r"\1 \2 là gì"),
    wording(r"\b(?:để|nhằm) chạy (?=(?:kế hoạch|kh|đề án|chương trình|dự án|nghị quyết)\b)", "để thực hiện "),
    wording(r"\b(lấy|dùng|bố trí|tìm) (tiền|kinh phí|vốn|ngân sách) (?:ở )?(?:nguồn nào|đâu)\b(?! ra\b)", r"\1 \2 từ nguồn nào"),
    wording(r"\b(?:vướng|mắc|kẹt|khó|khó khăn|tắc|bí) nhất (?:là |nằm )?(?:ở |tại )?(?:chỗ|khâu|điểm|cái) ", "khó khăn lớn nhất là "),
    wording(r"\b(?:chưa có đủ|không có đủ|chưa đủ|không đủ|chưa có|còn thiếu|đang thiếu) (?:những |các |mấy )?(?:thứ|cái|món|điều|khoản) (?:gì|nào)\b", "thiếu cái gì"),
    wording(r"(?<!\w)(?:lỡ|nhỡ)(?: (?:như|đâu|mà|may|ra|chẳng may))* (?=[^,;?]+? thì )", "nếu "),
    wording(r"^(?:để )?(?:triển khai|thực hiện|thi hành|chạy) (?=(?:số )?[0-9]+/kh)", "để thực hiện kế hoạch "),
    wording(r"\b(?:hết thảy|cả thảy|tất thảy|tổng cộng|hết cả) (?=(?:bao nhiêu|mấy) (?:tiền|tỷ|triệu|đồng|kinh phí))", ""),
    wording(r"\bchuyển ([^,;?]{3,40}?) (?:sang|thành|qua|về) (?:dạng|bản|kiểu|định dạng|môi trường) số\b(?! [0-9])", r"số hóa \1"),
    wording(rf"([^,;?]{{5,60}}?) có {_TROUBLES} gì mà ((?:kế hoạch|kh|đề án|chương trình) [^,;?]{{2,60}}?) (?:(?:định|muốn|sẽ|phải|cần|tính|đặt ra|nhằm|tìm cách) )*{_PUTS_RIGHT}\b", r"\2 nhằm khắc phục tình trạng gì của \1"),
    wording(rf"^(?:muốn|để) (?:đưa|biến|cụ thể hóa) ([^,;?]+?)(?: (?:vào|thành) (?:thực tế|cuộc sống|đời sống|thực tiễn|việc cụ thể|việc làm cụ thể))?,? (?:thì )?((?:{_OFFICE_NOUN}|hđnd|hội đồng nhân dân)\b[^,;?]*?) (?:phải |sẽ |cần )?(?:ban hành|ra|thông qua|soạn) (?:những |các )?(?:cái |thứ |văn bản )?(?:gì|nào)\b", r"\2 cụ thể hóa \1 bằng hình thức nào"),
    # What prose tells, in everyday words: the way in which, how far, how long, what is weakest, whom to turn to.
    wording(rf"\b(?:(?:theo|dưới|bằng|qua|với) )?(?:những |các )?{_WAYS} (?:nào|gì)\b", "hình thức nào"),
    wording(r"\b((?:theo|dưới|bằng|qua) )(?:những |các )?(hình thức) gì\b", r"\1hình thức nào"),
    wording(rf"\b(?:theo|với|bằng|trên|dưới) (?:những |các |một )?({_SPIRIT}) (?:ra sao|(?:như )?thế nào|kiểu gì|gì)\b", r"theo \1 nào"),
    wording(r"\b(?:được |phải |nên |cần )*(?:(?:khuyến khích|ưu tiên|khuyên|nên) )?(?:chi|làm|dùng|thực hiện|triển khai|áp dụng|tiến hành) (?:theo |bằng )?(?:những |các )?hình thức nào (?:trước(?: tiên| hết| nhất)?|đầu tiên)\b", "được ưu tiên theo hình thức nào"),
    wording(r"\b(?:mặt|khía cạnh|phương diện|địa hạt|mảng) (?:nào|gì) (?=(?:(?:được|mới|sẽ|phải|xác định|coi|xem|lấy|chọn) )*(?:là|làm) )", "lĩnh vực nào "),
    wording(r"\b(?:coi|xem|xác định|chọn|lấy|đặt) ([^,;?]{2,40}?) (?:về|trong|ở|trên|thuộc) lĩnh vực nào (?=(?:là|làm) )", r"lĩnh vực \1 nào được xác định "),
    wording(rf"^{_BIDDING} (?:hết )?(?:những |các |mấy )?(?:(?:thứ|món|cái)(?: gì)?(?: mà)?|điều mà) ([^,;:?]{{3,80}}? (?:phải|cần|nên|sẽ|được|muốn|định|đang) [^,;:?]{{3,}}?){_LAST}", r"\1 những gì?"),
    wording(rf"\b(?:yêu cầu|đòi hỏi|đề nghị|quán triệt|nhấn mạnh)(?: (?:là|phải|cần))* (?:tiến hành|thực hiện|triển khai|làm) (?=theo {_SPIRIT} nào)", "được triển khai "),
    wording(r"\b(?:xây|dựng|lập|gây dựng|làm)(?: nên| ra)? dần(?: dần)?(?= (?:những |các )?(?:cái |thứ )?(?:gì|nào)\b)", "từng bước xây dựng"),
    wording(r"\bđể (?:cho )?(?:người ta|thiên hạ|ai cũng|ai nấy) (?=\S)", "để "),
    wording(r"^((?:vì |tại |làm )?sao (?:mà )?[^?]{8,}?)(?: nhiều| lắm| hoài| mãi| suốt)+(?: (?:thế|vậy|dữ|quá|ghê|đến|như|nhỉ|ta|hả|không biết|trời))*\s*[?.]*$", r"\1?"),
    wording(r"\b(?:được|bị) (?:yêu cầu|đề nghị|đòi hỏi|chỉ đạo|nhắc)(?: (?:phải|là))? (?=(?:ưu tiên|tập trung|xây dựng|triển khai|thực hiện|hoàn thành) )", "phải "),
    wording(r"\bưu tiên (?:làm|xây dựng|triển khai|thực hiện|hoàn thành) (?=trước\b)", "tập trung "),
    wording(rf"{_BIDDEN_READING} (?=(?:phần |mục |câu |đoạn )*{_SECTION})", "nêu "),
    wording(rf"^(?:đọc|xem|coi|mở|lướt|ngó|dò|soi)(?: (?:qua|lại|kỹ|xong|hết|thử|tới|đến|trong|vào))* (?=(?:phần|mục|chương|đoạn|điểm|khoản|trang|kế hoạch|kh)\b)([^;:?]{{3,140}}?),? (?:{_ASKER} )?(?:(?:thì|mà|vẫn|còn|lại|cứ|chỉ|đang) )*{_AT_A_LOSS}(?: (?:rõ|lắm|ra|được|chỗ này|là|rằng|xem|một chỗ|một điều|một chút))*\s?[:,]?(?= )", r"ở \1,"),
    wording(rf"^(?:nói|nhắc|bàn|đề cập) (?:đến|tới|về) (?=[^?]*? {_SPIRIT} nào{_LAST})([^,;:?]{{4,80}}(?:, [^,;:?]{{3,40}})??), (?=(?:kế hoạch|kh|đề án|chương trình|nghị quyết)\b)", r"về \1, "),
    # Why, in more words than one; a size, and what is left standing.
    wording(r"\b(?:vì|do|bởi) (?:những |các )?(?:lý do|lẽ|cớ|nguyên cớ|nguyên do|nguyên nhân) (?:gì|nào|sao)(?: (?:mà|khiến(?: cho)?|làm(?: cho)?))?(?= )", "vì sao"),
    wording(r"\b(?:dài|rộng|sâu|nặng|to) hơn (?=[0-9])", "trên "),
    wording(rf"(\b(?:hình thức|phương thức|kiểu|loại|nguồn|hướng) (?:nào|gì)\b[^,;?]*), (?:(?:là|như|có phải|phải) )?[^,;?]{{2,40}} (?:hay|hoặc) (?:là )?{_OR_WHAT}{_LAST}", r"\1"),
    wording(r"\b(?:phải |được )?vượt(?: lên)?(?: trên| qua| quá)? mức (?:nào|gì)\b", "cao hơn mức nào"),
    wording(r"\b((?:phấn đấu|đặt (?:mục tiêu|chỉ tiêu)) [^?]*?) (?:phải |được )?(?:vượt|hơn)(?: lên)?(?: trên| qua| quá| hơn)? (?:mốc|ngưỡng|mặt bằng) (?:nào|gì)\b", r"\1 cao hơn mức nào"),
    wording(r"\b(?:đến|tới) (?:mức|cỡ|tận) (?=(?:mấy|bao nhiêu) (?:ngày|tháng|tuần|giờ|năm)\b)", "quá "),
    wording(r"\bbị (?:đưa ra|lôi ra|đem ra|mang ra) (?=\S)", "bị "),
    wording(rf"\bbắt đầu (?:và|rồi|với) {_STOPS} (?:vào )?{_AT_WHAT_TIME}", "từ ngày nào đến ngày nào"),
    wording(rf"\b(?:vào |trong )?(?:những |các )?ngày nào, (?=từ ngày nào đến ngày nào{_LAST})", ""),
    wording(rf"\b(?:(?:tự|cũng) (?:nhận|thấy|cho|đánh giá|thừa nhận)(?: là| rằng)? )?(?:cái |những )?{_WEAK_SIDE} (?:yếu|kém|dở|hạn chế) nhất(?: của (?:mình|đơn vị|cơ quan))?(?: (?:nằm|là|thì))* {_WHEREIN}", "hạn chế lớn nhất là gì"),
    wording(rf"\b(?:yếu|kém|hạn chế) nhất (?:là |nằm )?{_WHEREIN}", "có hạn chế lớn nhất là gì"),
    wording(r"\b(?:mất|mất đi|tốn|thiệt)(?: (?:ước|ước chừng|ước tính|khoảng|chừng|tầm|độ|cỡ|hết|tổng cộng))* ((?:bao nhiêu|mấy) (?:tiền|tỷ|triệu|đồng)(?: tiền| đồng| của)?) (?=(?:vì|do|bởi|tại) )", r"thiệt hại \1 "),
    wording(r"\b(?:cắt cử|cắt đặt|trao cho|để cho|chỉ định) (?=(?:bộ phận|đơn vị|cơ quan|phòng|ban|ai|người|bên|tổ) ?(?:nào)?\b)", "giao "),
    wording(rf"(?:\b(?:nguyên nhân nào|nguyên nhân gì|lý do gì|lý do nào|tại sao|vì sao|vì đâu|do đâu|tại đâu|bởi đâu|cớ sao|vì cớ gì|do cái gì|vì lẽ gì|sao lại)|^sao)(?: (?:mà|khiến|làm|khiến cho|làm cho))? (?=[^?]* {_SHORTCOMINGS}(?:,? (?:{_MAINLY} )?(?:là )?{_WHENCE})?{_LAST})", "nguyên nhân "),
    wording(rf"^nguyên nhân (?=[^?]* {_SHORTCOMINGS},? (?:{_MAINLY} )(?:là )?{_WHENCE}{_LAST})([^?]*?),? ({_MAINLY}) (?:là )?{_WHENCE}{_LAST}", r"nguyên nhân \2 \1?"),
    wording(rf"((?:chưa|không|chẳng|chậm|trễ|mãi|ì ạch)\b[^?;]*?)[,;:]? (?:là |thì |đang |bị )*(?:vướng|mắc|kẹt|tắc|nghẽn|vướng mắc)(?: (?:ở|tại|là|nằm ở))? (?:(?:cái )?gì|đâu|(?:chỗ|khâu|điểm|cái) (?:nào|gì)){_LAST}", r"\1 vì nguyên nhân gì?"),
    wording(r"\b(?:khuyên|căn dặn|dặn dò)(?! (?:khích|nông|ngư|lâm|công|học|cáo|mại|mãi))(?: (?:là|nên|phải|rằng|nhớ))* (?=\S)", ""),
    wording(r"\b(?:(?:hô hào|cổ động|rủ nhau|rủ rê)(?: (?:mọi người|mọi nhà|bà con|anh em))?|(?:kêu gọi|vận động|động viên) (?:mọi người|mọi nhà|bà con|anh em)) (?:cùng )?(?:đi )?(?:tham gia|tham dự|dự|hưởng ứng|thi)\b", "tham gia"),
    wording(r"\b(?:gửi|nêu|đưa|chuyển|nói) (?:ý kiến|kiến nghị|phản ánh|thắc mắc)(?= (?:cho|tới|đến|về|với|lên) )", "phản ánh"),
    wording(r"\bđặt (?:mục tiêu|chỉ tiêu) (?!(?:gì|nào|là|về|cho|của|đến|năm|chung|cụ thể|tổng quát|bao|mấy|thế|ra sao|số)\b)(?=[^?]*\b(?:mức|mốc|ngưỡng) (?:nào|gì)\b)", "phấn đấu "),
    wording(r"\b(?:vì )?cớ (?:gì|sao) mà\b", "vì sao"),
    wording(r"\b(?:có |mang |được đặt |đặt |lấy )?tên(?: gọi)? là gì\b", "tên gì"),
    wording(r"\b((?:kế hoạch|kh|đề án|chương trình|nghị quyết)\b[^,;:?]{0,60}?) (?:nhấn mạnh|lưu ý|nêu rõ|chỉ rõ|khẳng định|nhắc nhở|quán triệt)(?: (?:là|rằng|việc))* (?=(?:phải|cần) )", r"\1 "),
    wording(rf"\bchiếm(?: (?:hết|tới|đến|khoảng))? ((?:bao nhiêu|mấy)(?! (?:phần|%))(?: (?:tiền|tỷ|triệu|đồng))*) (?:trong|của|trên) {_ALL_MONEY}", r"là \1"),
    wording(r"\b(?:căn cứ|dựa)(?: vào| trên)? ([^,;:?]{4,60}?),? (?:rồi )?thì (?=.* làm (?:những |các )?(?:việc |điều )?gì\b)", r"trên cơ sở \1 thì "),
    wording(r"\b(?:được|bị) (?:yêu cầu|đề nghị|đòi hỏi) (?:phải )?làm (?:những |các )?(?:việc |điều )?gì(?: (?:tiếp theo|tiếp|nữa))?", "phải làm gì"),
    wording(r"\b(?:lấy|rút) ((?:dữ liệu|số liệu|thông tin|hồ sơ)[^,;?]{0,40}?) (?:để|mà|về|ra) (?:dùng|sử dụng|xài)\b", r"khai thác \1"),
    # Conditions set side by side.
    wording(r"\bvừa (?=(?:do|có|của|thuộc|là|được|được giao|ghi|đến|tới|phải|hạn|nằm|đúng|(?:sở|phòng|công an|ubnd|hội|đoàn|văn phòng)(?: [^,;?]{2,40})? (?:chủ trì|phối hợp))\b)", ""),
    wording(r"\bmiễn(?: là)? (?=có|do)", "mà "),
    wording(r"\briêng (?=(?:các |những |mấy )?(?:việc|nhiệm vụ|chỉ tiêu|phần|nhóm)\b)", ""),
)  # fmt: skip


def restated(typed: str) -> str:
    """The question in plainer words; as typed where none of the wordings stands in it."""
    return plainly_asked(without_detours(put_plainly(typed, _WORDINGS)))
