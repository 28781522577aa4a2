"""The Vietnamese of the pages about a unit's work, the calendar and the start for new staff."""

from __future__ import annotations

from rag.units.brief import State

BRIEF_TITLE = "Việc của đơn vị"
BRIEF_LEAD = "Chọn đơn vị và thời gian để xem mọi việc được giao, kèm chỗ ghi."
UNIT_LABEL = "Đơn vị"
UNIT_HINT = "Gõ tên hoặc tên tắt"
ANY_UNIT = "Mọi đơn vị"
PERIOD_LABEL = "Thời gian"
FROM_LABEL = "Từ ngày"
TO_LABEL = "Đến ngày"
SHOW = "Xem"
PERIODS = {
    "week": "Tuần này",
    "next_week": "Tuần tới",
    "month": "Tháng này",
    "next_month": "Tháng tới",
    "quarter": "Quý này",
    "year": "Từ nay đến hết năm",
    "all": "Mọi thời gian",
    "custom": "Tự chọn",
}
RELATIVE = "Liên kết này luôn mở “{period}” của ngày mở, nên dùng lại được."
DAYS_BOTH = "{first} – {last}"
DAYS_FROM = "từ {first}"
DAYS_TO = "đến {last}"
OTHER_NAMES = "Tên khác trong kế hoạch"
NO_SUCH_UNIT = "Không có đơn vị như vậy"
NEAR_UNITS = "Có phải là:"
PARTS = {
    "leads": "Chủ trì",
    "supports": "Phối hợp",
    "targets": "Chỉ tiêu",
    "reports": "Chế độ báo cáo",
    "prose": "Nêu trong lời văn",
    "shared": "Giao chung",
}
SHARED_NOTE = "Đến đơn vị qua một tên gọi chung như “Các sở, ban, ngành”: cần xem đơn vị có thuộc diện này không."
STATES = {State.OVERDUE: "Đã qua hạn", State.SOON: "Sắp đến hạn", State.UNDATED: "Không ghi hạn"}
LATE_DAYS = "Đã qua hạn {days} ngày"
SOON_DAYS = "Còn {days} ngày"
SOON_TODAY = "Hạn hôm nay"
SHARED_HEAD = "Ngoài ra, trong phần giao chung:"
SHARED_LATE = "{count} đã qua hạn"
SHARED_SOON = "{count} đến hạn trong 14 ngày tới"
WHICH_HEAD = "“{unit}” là tên của {count} đơn vị khác nhau. Cần xem đơn vị nào?"
WHICH_NOTE = (
    "Tên này có trong kế hoạch của các cơ quan hoặc địa phương khác nhau, nên việc của các đơn vị ấy không cộng chung."
)
WHICH_OF = "trong kế hoạch của {name}"
WHICH_COUNT = "{rows} việc"
WHICH_LATE = "{late} đã qua hạn"
WHICH_ALL = "Xem gộp, xếp riêng theo kế hoạch"
WHICH_ELSE = "Đơn vị khác cùng tên"
CHOSEN = "Theo kế hoạch của {name}"
ADDED_UP = "Gộp các đơn vị cùng tên này trong kế hoạch của: {names}."
TOGETHER = "Gộp các đơn vị cùng tên này; xem riêng từng đơn vị ở các liên kết dưới đây."
NO_ISSUER = "cơ quan không ghi tên"
STATE_NOTE = "“Đã qua hạn” tính theo ngày ghi trong kế hoạch; kế hoạch không ghi việc đã làm xong hay chưa."
COUNT_LATE = "{count} việc đã qua hạn"
COUNT_SOON = "{count} việc đến hạn trong 14 ngày tới"
LEFT_OUT = "Còn {count} việc có hạn ngoài thời gian này."
FOLLOWING = "Trong thời gian này không có việc nào của riêng đơn vị đến hạn. Hạn gần nhất sau đó là {day}:"
SEE_ALL = "Xem tất cả"
NOTHING_IN_PERIOD = "Không có việc nào trong thời gian này."
COLUMNS = {
    "name": "Nội dung",
    "lead": "Chủ trì",
    "support": "Phối hợp",
    "result": "Kết quả",
    "due": "Thời hạn",
    "next": "Các kỳ tới",
    "value": "Giá trị",
    "role": "Vai trò",
    "via": "Giao chung cho",
    "note": "Ghi chú",
}
PLACE = "Chỗ ghi"
PLAN = "Kế hoạch"
PRINT = "In"
FILES = {"docx": "Tải bản Word", "xlsx": "Excel", "csv": "CSV"}
MORE_ROWS = "Xem thêm {count} dòng"
FEWER_ROWS = "Thu gọn"
TO_TOP = "Lên đầu"
COPY_LINK = "Chép liên kết"
COPIED = "Đã chép"
BRIEF_FILE = "viec-cua-don-vi"
BRIEF_HEAD = "VIỆC CỦA {unit}"
BRIEF_DAYS = "Thời gian: {period} ({days})."
BRIEF_ALL_DAYS = "Thời gian: mọi thời gian."
BRIEF_MADE = "Lập ngày {day}, từ {plans} kế hoạch đã nạp."
MORE_DAYS = "và {count} kỳ nữa"
UNIT_LIST = "Các đơn vị được nêu tên"
COLLECTIVES = "Tên gọi chung"
UNIT_COUNTS = "{leads} chủ trì · {supports} phối hợp · {reports} báo cáo"
NO_UNITS = "Các kế hoạch đã nạp không nêu đơn vị nào."

CALENDAR_TITLE = "Lịch"
MONTH = "Tháng {month} năm {year}"
MONTH_SHORT = "Tháng {month}"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
WEEKDAYS_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
PREVIOUS_MONTH = "Tháng trước"
NEXT_MONTH = "Tháng sau"
THIS_MONTH = "Tháng này"
AS_MONTH = "Dạng tháng"
AS_LIST = "Dạng danh sách"
VIEW_LABEL = "Cách xem"
PLAN_LABEL = "Kế hoạch"
ANY_PLAN = "Mọi kế hoạch"
FILTER = "Lọc"
KINDS = {"task": "Nhiệm vụ", "target": "Chỉ tiêu", "report": "Báo cáo", "prose": "Lời văn"}
REPORT = "Báo cáo"
REPORT_TO = " gửi {unit}"
REPORT_BY = " – {unit}"
TODAY = "hôm nay"
MORE_ENTRIES = "và {count} việc nữa"
EMPTY_MONTH = "Tháng này không có việc nào đến hạn."
NEAREST_MONTH = "Gần nhất: {month}"
MONTH_COUNT = "{count} việc đến hạn"
ICS = "Tải tệp lịch (.ics)"
FEED = "Chép liên kết để đăng ký lịch"
FEED_KEY = "Máy chủ này cần đăng nhập: hãy xin quản trị viên một mã truy cập để hỏi và đọc, rồi thêm {sign}key=MÃ vào cuối liên kết trước khi dán."
FEED_NOTE = (
    "Dán liên kết vào Outlook, Google hay điện thoại ở mục “đăng ký lịch bằng URL”: lịch tự cập nhật khi kế hoạch đổi."
)

START_TITLE = "Bắt đầu"
START_LEAD = "Dành cho người mới: ai làm gì, chữ viết tắt nào nghĩa là gì, kế hoạch nào thực hiện văn bản nào."
WHO = "Ai làm gì"
WHO_NOTE = "Số việc mỗi đơn vị được nêu tên. Bấm vào tên để xem việc của đơn vị."
UNIT = "Đơn vị"
LEADS = "Chủ trì"
SUPPORTS = "Phối hợp"
REPORTS = "Báo cáo"
GLOSSARY = "Chữ viết tắt"
GLOSSARY_NOTE = "Do chính các kế hoạch giải thích."
SHORT = "Viết tắt"
FULL = "Nghĩa là"
DEFINED_IN = "Kế hoạch"
NO_GLOSSARY = "Các kế hoạch đã nạp không giải thích chữ viết tắt nào."
CARRIES = "Kế hoạch nào thực hiện văn bản nào"
CARRIES_NOTE = "Theo phần căn cứ của từng kế hoạch. Văn bản có trong kho thì mở được ngay."
BASES = "Căn cứ vào"
SHARED_BASES = "Văn bản được nhiều kế hoạch cùng thực hiện"
IN_LIBRARY = "có trong kho"
NO_BASES = "không ghi căn cứ"
CARRIED_BY = "được thực hiện bởi"
ALL_UNITS = "Xem cả {count} đơn vị"
JUMP_LABEL = "Các phần của trang"
MONTHS_LABEL = "Chuyển tháng"
FEED_HEAD = "Đưa vào lịch của anh, chị"
BAD_MONTH = "Tháng phải có dạng 2026-03."
BAD_DAY = "Ngày phải có dạng 31/3/2026 hoặc 2026-03-31, trong khoảng từ 1990 đến 2099."
NO_PERIOD = "Không có khoảng thời gian như vậy. Hãy chọn trong danh sách."
