"""Every Vietnamese sentence of the API's own description."""

from __future__ import annotations

from typing import Final

LIMIT: Final = "Số dòng nhiều nhất của một trang."
OFFSET: Final = "Bỏ qua bao nhiêu dòng đầu."
TAGS: Final = {
    "ask": "Hỏi và tìm",
    "plans": "Kế hoạch và các dòng",
    "work": "Việc của đơn vị, hạn, lịch",
    "library": "Nạp kế hoạch",
    "tokens": "Mã truy cập của mình",
    "server": "Máy chủ",
}
ASK: Final = "Trả lời một câu hỏi, kèm trích dẫn"
SEARCH: Final = "Tìm các dòng và điều khoản gần nhất"
PLANS: Final = "Các kế hoạch đang có"
PLAN: Final = "Một kế hoạch: đầu văn bản, mục, nhiệm vụ, chỉ tiêu, báo cáo"
TASKS: Final = "Các nhiệm vụ"
TARGETS: Final = "Các chỉ tiêu"
DUTIES: Final = "Các chế độ báo cáo"
UNITS: Final = "Các đơn vị được nêu tên"
BRIEF: Final = "Việc của một đơn vị"
DEADLINES: Final = "Những gì đến hạn trong một khoảng thời gian"
DEADLINES_ICS: Final = "Như trên, dạng lịch iCalendar để tải hoặc đăng ký theo dõi"
INGEST: Final = "Nạp các tệp kế hoạch; trả về một việc đang chạy"
INGEST_JOB: Final = "Việc nạp đã đến đâu, kết quả từng tệp"
FEEDBACK: Final = "Góp ý cho một câu trả lời"
TOKENS: Final = "Các mã truy cập của mình"
MAKE_TOKEN: Final = "Tạo một mã truy cập của mình; mã chỉ hiện ở câu trả lời này"  # noqa: S105 - a sentence
REVOKE_TOKEN: Final = "Hủy một mã truy cập của mình"  # noqa: S105 - a sentence
HEALTH: Final = "Máy chủ trả lời được hay chưa"
READY: Final = "Đã sẵn sàng nhận yêu cầu hay chưa"

QUESTION: Final = "Câu hỏi."
PREVIOUS: Final = (
    "Câu đã hỏi trước, khi câu này hỏi tiếp; nếu câu trước cũng là câu hỏi tiếp thì gửi cả chuỗi theo thứ tự đã hỏi."
)
TODAY: Final = "Coi ngày này là hôm nay."
WORDS: Final = "Các từ cần tìm."
KIND: Final = "Chỉ tìm loại này."
FILE: Final = "Chỉ kế hoạch đọc từ tệp này."
FILES: Final = "Chỉ các kế hoạch đọc từ những tệp này."
BRIEF_FILES: Final = "Chỉ theo kế hoạch của các tệp này, khi nhiều đơn vị cùng tên (xem homes)."
UNIT: Final = "Tên đơn vị, viết đầy đủ hay viết tắt, có dấu hay không."
ROLE: Final = "Vai trò của đơn vị đó."
ANNEX: Final = "Phụ lục, ví dụ “Phụ lục II”."
GROUP: Final = "Nhóm trong phụ lục, ví dụ “III”."
DUE_FROM: Final = "Đến hạn từ ngày này."
DUE_TO: Final = "Đến hạn đến hết ngày này."
FROM: Final = "Ngày đầu kỳ."
TO: Final = "Ngày cuối kỳ."
DEADLINES_FROM: Final = "Ngày đầu (mặc định ngày đầu tháng này; với lịch: 90 ngày trước)."
DEADLINES_TO: Final = "Ngày cuối (mặc định một năm sau ngày đầu); tối đa 5 năm."
UPLOADS: Final = "Các tệp kế hoạch."
VERDICT: Final = "up là đúng, down là chưa đúng."
REASON: Final = "Chưa đúng ở chỗ nào."
NOTE: Final = "Ghi thêm."
TOKEN_NAME: Final = "Tên gợi nhớ."  # noqa: S105 - a sentence
TOKEN_SCOPES: Final = "Mã được làm gì: read là hỏi và xem, library là nạp và sửa kho; không quá quyền của mình."  # noqa: S105 - a sentence
TOKEN_DAYS: Final = "Dùng được bao nhiêu ngày."  # noqa: S105 - a sentence

NO_TOKENS_HERE: Final = "Máy chủ này không cần đăng nhập nên không dùng mã truy cập."
TOKENS_BY_HAND: Final = "Mã truy cập chỉ do người đã đăng nhập tạo và hủy, không do một mã khác."
TOO_MANY_TOKENS: Final = "Đã có {most} mã còn hạn; hãy hủy bớt trước khi tạo thêm."
NO_TOKEN: Final = "Không có mã truy cập số {id} của anh, chị."  # noqa: S105 - a sentence
NO_JOB: Final = "Không có việc nạp “{id}”, hoặc đã quá lâu."
READ_ONLY: Final = "Máy chủ này chỉ để hỏi, không nạp thêm kế hoạch được."
FAR_DAY: Final = "Ngày {day} nằm ngoài khoảng {first}–{last}."
LONG_PERIOD: Final = "Khoảng thời gian dài quá {years} năm."
FEEDBACK_UNKEPT: Final = "Chưa ghi được góp ý vào thư mục dữ liệu."
JOB_FAILED: Final = "Nạp không xong vì lỗi ngoài dự kiến."

PROBLEMS: Final = {
    400: "Yêu cầu chưa đúng",
    401: "Cần đăng nhập hoặc mã truy cập",
    403: "Không có quyền",
    404: "Không có",
    413: "Nội dung gửi lên quá lớn",
    422: "Dữ liệu gửi lên chưa đúng",
    429: "Gọi quá nhiều lần; hãy đợi số giây ghi ở Retry-After",
    503: "Chưa trả lời được",
}
NOT_MODIFIED: Final = "Không có gì mới so với bản đã có (If-None-Match)"
CALENDAR: Final = "Lịch iCalendar (RFC 5545)"
STARTING = "Máy chủ đang nạp kho kế hoạch, hãy thử lại sau giây lát."
