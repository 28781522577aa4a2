"""Every Vietnamese sentence of the pages, in one place."""

from __future__ import annotations

from rag.answer import Status

PRODUCT = "Rõ Việc"
TAGLINE = "Hỏi kế hoạch, nhận câu trả lời kèm đúng chỗ đã ghi."
SKIP = "Đến nội dung chính"

# Name of each part, and its short name on a narrow screen.
NAV_LABEL = "Các trang"
NAV_ASK = ("Hỏi", "Hỏi")
NAV_BRIEF = ("Việc của đơn vị", "Đơn vị")
NAV_CALENDAR = ("Lịch", "Lịch")
NAV_START = ("Bắt đầu", "Bắt đầu")
NAV_LIBRARY = ("Kho kế hoạch", "Kho")
NAV_ADMIN = ("Quản trị", "Quản trị")

ASK_LABEL = "Câu hỏi của anh, chị"
ASK_HINT = "Ví dụ: đơn vị nào chủ trì, bao giờ xong…"
ASK_BUTTON = "Hỏi"
ASK_TITLE = "Hỏi kế hoạch"
ASK_KEY = "Bấm phím / để về ô hỏi."
EXAMPLES = "Thử hỏi"
FOLLOW_LABEL = "Hỏi tiếp về câu trả lời này"
FOLLOW_HINT = "Ví dụ: còn thời hạn?"
FOLLOW_BUTTON = "Hỏi tiếp"
NEW_QUESTION = "Câu mới"
THREAD = "Đã hỏi trước"
EARLIER_TURNS = "Xem {count} câu trước nữa"
NOTICE = "Chưa xem được."
LOST = "Không nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại; câu đang gõ vẫn còn ở ô hỏi."

CORRECTED = "(đã sửa)"

LIBRARY = "Kế hoạch đang có"
EMPTY_LIBRARY = "Chưa có kế hoạch nào."
EMPTY_LIBRARY_NEXT = "Nạp kế hoạch bằng lệnh sau rồi mở lại trang này:"
EMPTY_LIBRARY_COMMAND = "roviec ingest THƯ_MỤC"

STATUSES = {
    Status.ANSWERED: "Trả lời",
    Status.NOT_FOUND: "Không có trong các kế hoạch",
    Status.NOT_STATED: "Kế hoạch không ghi",
    Status.AMBIGUOUS: "Các kế hoạch ghi khác nhau",
}
NOT_FOUND_NEXT = "Thử nêu rõ hơn tên việc, đơn vị hoặc kế hoạch; hoặc bỏ bớt điều kiện ở trên."
AMBIGUOUS_NEXT = "Câu hỏi khớp với nhiều kế hoạch. Chọn kế hoạch để chỉ hỏi kế hoạch đó."
BLANK_CELL = "để trống"
ASK_ONLY = "Chỉ hỏi kế hoạch này"
ASKED_OF = "{question}, {plan}"
QUESTION = "Câu hỏi"
UNDERSTOOD = "Đã hiểu là"
CONDITIONS = {"unit": "đơn vị", "plan": "kế hoạch", "period": "thời gian"}
WITHOUT = "Hỏi lại, bỏ điều kiện {name}: {value}"
PERIOD_BOTH = "{first} – {last}"
PERIOD_FROM = "từ {first}"
PERIOD_TO = "đến {last}"
PERIOD_DAY = "{first}"
SOURCES = "Nguồn"
MORE_SOURCES = "Xem {count} chỗ khác"
NEAR = "Gần với câu hỏi nhất"
ALSO = "Giao chung và chế độ báo cáo"
SHOW_ALSO = "Xem {count} dòng"
OPEN_SOURCE = "Mở trong kế hoạch"
PAGE = "trang"

ITEM_COLUMNS = {
    "name": "Nội dung",
    "lead": "Chủ trì",
    "support": "Phối hợp",
    "result": "Kết quả",
    "due": "Thời hạn",
    "value": "Giá trị",
    "role": "Vai trò",
    "via": "Giao chung cho",
}
ROLES = {"lead": "chủ trì", "support": "phối hợp", "report": "báo cáo", "prose": "lời văn"}
WITHIN = ", mục "
SECTION = "{place}. {heading}"
ELSEWHERE = "Chỗ khác"
ROWS_IN = "{count} dòng"
ITEM_PLACE = "Chỗ ghi"
ITEM_PLAN = "Kế hoạch"
ROWS = "{count} dòng"
ROWS_OF = "{count} trong {total} dòng"
FILTER_LABEL = "Lọc trong bảng"
FILTER_BUTTON = "Lọc"
NO_ROWS = "Không có dòng nào chứa “{words}”."
SHOW_ALL_ROWS = "Bỏ lọc"
SORT_BY = "Sắp xếp theo {column}"
COPY_TABLE = "Chép bảng"
COPIED = "Đã chép"
EXPORT = "Tải về"
EXPORT_FORMS = {"csv": "CSV", "xlsx": "Excel", "docx": "Word"}
EXPORT_NAME = "ket-qua"
EXPORT_DAY = "Lập ngày {day}, từ các kế hoạch đã nạp."
NOTHING_TO_EXPORT = "Câu trả lời này không có bảng để tải về. Hãy quay lại trang hỏi và hỏi một danh sách."

FEEDBACK = "Câu trả lời này đúng không?"
FEEDBACK_UP = "Đúng"
FEEDBACK_DOWN = "Chưa đúng"
FEEDBACK_WHY = "Chưa đúng ở chỗ nào?"
FEEDBACK_REASONS = {
    "value": "Sai giá trị",
    "place": "Sai kế hoạch hoặc sai chỗ",
    "missing": "Thiếu dòng",
    "refused": "Kế hoạch có ghi mà báo không có",
    "extra": "Thừa, lạc câu hỏi",
    "other": "Khác",
}
FEEDBACK_NOTE = "Ghi thêm (không bắt buộc)"
FEEDBACK_SEND = "Gửi góp ý"
FEEDBACK_SIGNED = "Góp ý được ghi kèm tên của anh, chị để quản trị viên hỏi lại khi cần."
FEEDBACK_THANKS = "Đã ghi nhận. Cảm ơn anh, chị."
FEEDBACK_STRANGER = "Góp ý phải được gửi từ chính trang này. Hãy mở lại trang hỏi rồi thử lại."
FEEDBACK_WRONG = "Góp ý chưa đúng mẫu. Hãy quay lại câu trả lời và chọn lại."
FEEDBACK_UNKEPT = "Chưa ghi được góp ý vì không ghi được vào thư mục dữ liệu. Hãy báo người quản trị."

EXAMPLE_LEAD = "Đơn vị nào chủ trì “{name}”?"
EXAMPLE_DUE = "Bao giờ phải hoàn thành “{name}”?"
EXAMPLE_TARGET = "Chỉ tiêu “{name}” là bao nhiêu?"
EXAMPLE_LIST = "{unit} chủ trì những nhiệm vụ nào?"

OUTLINE = "Mục lục"
BACK = "Hỏi câu khác"
MERGED = "Ô gộp với ô ở trên"
TABLE = "Bảng {number} trong kế hoạch"
TABLE_OF = "Bảng: {caption}"
CITED = "Đang mở"
COPY_LINK = "Chép liên kết"
LINK_HERE = "Liên kết đến chỗ này"
SHOW_CITED = "Đến chỗ được trích dẫn"
FIND_LABEL = "Tìm trong kế hoạch"
FIND_BUTTON = "Tìm"
FOUND = "{count} chỗ có “{words}”"
FOUND_NONE = "Không có “{words}” trong kế hoạch này. Thử ít chữ hơn hoặc bỏ dấu."
FOUND_AT = "Chỗ thứ {number}"
FOUND_MORE = "và {count} chỗ nữa, được tô trong văn bản"
CLEAR_FIND = "Bỏ tìm"
CITED_GONE = "Chỗ được trích dẫn không còn trong bản kế hoạch này. Dưới đây là toàn văn."
NO_NUMBER = "chưa có số"
NO_DATE = "chưa ghi ngày"
COUNTS = {"tasks": "nhiệm vụ", "targets": "chỉ tiêu", "duties": "chế độ báo cáo"}

NO_PLAN = (
    "Không có kế hoạch “{file}” trong kho. Kế hoạch có thể đã được gỡ hoặc đổi tên: "
    "hãy chọn trong danh sách ở trang Kho kế hoạch."
)
INVALID_FIELDS = "Giá trị chưa đúng: {fields}."
HEALTH = "Máy chủ trả lời được hay chưa"
API_PROBLEMS = {
    400: "Câu hỏi để trống hoặc quá dài",
    413: "Nội dung gửi lên quá lớn",
    422: "Dữ liệu gửi lên chưa đúng",
    503: "Chưa trả lời được",
}
ERROR_CODE = "Mã lỗi: {code}."
FOOTER = "Mỗi câu trả lời đều kèm chỗ đã đọc trong kế hoạch. Hãy mở nguồn trước khi dùng."
