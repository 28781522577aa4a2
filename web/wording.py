"""Every Vietnamese sentence of the pages, in one place."""

from __future__ import annotations

from rag.answer import Status

PRODUCT = "Rõ Việc"
TAGLINE = "Hỏi kế hoạch, nhận câu trả lời kèm đúng chỗ đã ghi."
SKIP = "Đến nội dung chính"

ASK_LABEL = "Câu hỏi của anh, chị"
ASK_HINT = "Ví dụ: đơn vị nào chủ trì, bao giờ xong, chỉ tiêu bao nhiêu…"
ASK_BUTTON = "Hỏi"
ASK_TITLE = "Hỏi kế hoạch"
EXAMPLES = "Thử hỏi"

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
QUESTION = "Câu hỏi"
UNDERSTOOD = "Đã hiểu là"
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
ITEM_PLACE = "Chỗ ghi"

EXAMPLE_LEAD = "Đơn vị nào chủ trì “{name}”?"
EXAMPLE_DUE = "Bao giờ phải hoàn thành “{name}”?"
EXAMPLE_TARGET = "Chỉ tiêu “{name}” là bao nhiêu?"
EXAMPLE_LIST = "{unit} chủ trì những nhiệm vụ nào?"

OUTLINE = "Mục lục"
BACK = "Hỏi câu khác"
TABLE = "Bảng trong kế hoạch"
CITED_GONE = "Chỗ được trích dẫn không còn trong bản kế hoạch này. Dưới đây là toàn văn."
NO_NUMBER = "chưa có số"
NO_DATE = "chưa ghi ngày"
COUNTS = {"tasks": "nhiệm vụ", "targets": "chỉ tiêu"}

NO_PLAN = (
    "Không có kế hoạch “{file}” trong kho. Kế hoạch có thể đã được gỡ hoặc đổi tên: "
    "hãy chọn trong danh sách ở trang hỏi."
)
INVALID_FIELDS = "Giá trị chưa đúng: {fields}."
HEALTH = "Máy chủ trả lời được hay chưa"
API_PROBLEMS = {
    400: "Câu hỏi để trống hoặc quá dài",
    413: "Nội dung gửi lên quá lớn",
    422: "Dữ liệu gửi lên chưa đúng",
    503: "Chưa trả lời được",
}
ERROR_NEXT = "Hãy quay lại trang hỏi và thử lại."
FOOTER = "Mỗi câu trả lời đều kèm chỗ đã đọc trong kế hoạch. Hãy mở nguồn trước khi dùng."
