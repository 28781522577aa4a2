"""Every Vietnamese sentence of the command line, and those that all edges share."""

from __future__ import annotations

# Sentences that the command line and HTTP share.
QUESTION_EMPTY = "Chưa có câu hỏi."
QUESTION_TOO_LONG = "Câu hỏi dài quá {limit} ký tự, hãy hỏi ngắn hơn."
BAD_SETTINGS = "Biến môi trường có giá trị không hợp lệ: {names}."

# Files that arrive over HTTP.
NO_UPLOADS = "Chưa chọn tệp nào."
TOO_MANY_UPLOADS = "Mỗi lần chỉ nạp được tối đa {most} tệp; hãy chia ra nhiều lần."
BAD_UPLOAD_KIND = "{file}: chưa đọc được loại tệp này; hiện nhận các loại {kinds}."
UPLOAD_NEXT = (
    "Mỗi lần nạp tối đa {most} MB: hãy quay lại, chia các tệp ra nhiều lần hoặc giảm dung lượng bản quét rồi nạp lại."
)
UPLOAD_TOO_LARGE = "tệp lớn hơn {limit} MB, vượt giới hạn cho phép."
UNNAMED = "(không tên)"

# How help is laid out.
USAGE = "Cách dùng"
ARGUMENTS = "Tham số"
OPTIONS = "Tuỳ chọn"
COMMANDS = "Lệnh"
OPTIONS_MARK = "[TUỲ CHỌN]"
COMMAND_MARK = "LỆNH …"
HELP_OPTION = "Xem hướng dẫn này."

# Wrong use of the command line.
NO_COMMAND = "Không có lệnh “{name}”."
DID_YOU_MEAN = "Có phải ý là “{name}”?"
MISSING = "Thiếu {what}."
NO_OPTION = "Không có tuỳ chọn {what}."
BAD_VALUE = "Giá trị của {what} chưa đúng."
BAD_OPTION = "Tuỳ chọn {what} thiếu hoặc thừa giá trị."
BAD_LINE = "Lệnh viết chưa đúng, có thể thừa tham số."
SEE_HELP = "Xem {command} --help"
BAD_DAY = "Ngày “{text}” chưa đúng, hãy viết NGÀY/THÁNG/NĂM hoặc NĂM-THÁNG-NGÀY, ví dụ 31/3/2026 hoặc 2026-03-31."
ASK_WHAT = "Cần một câu hỏi, hoặc --batch TỆP."
ASK_ONE = "Chỉ dùng một trong hai: câu hỏi, hoặc --batch TỆP."
BATCH_LINE = "dòng {line} phải là JSON có “id” và “q”: {reason}"
BATCH_NO_QUESTION = "“q” phải là một câu hỏi"
BATCH_NOT_JSON = "không phải JSON"
BATCH_BAD_ID = "“id” phải là chuỗi hoặc số"
BATCH_NOT_OBJECT = "không phải một đối tượng"
INTERNAL = "Chương trình gặp lỗi ngoài dự kiến ({kind}). Đặt ROVIEC_DEBUG=1 để xem chi tiết."
STOPPED = "Đã dừng."
NO_FILES = "Không thấy tệp kế hoạch nào trong {place}."
TOO_MANY_FILES = "{place}: có hơn {most} tệp; hãy nạp từng phần."
SAME_NAME = "trùng tên với một tệp khác đã đọc; hãy đổi tên một trong hai."
NO_SUCH_PLAN = "Trong kho không có kế hoạch “{file}”. Xem tên các tệp trong kho: roviec plans"
CANNOT_READ = "không đọc được tệp ({reason})."
PORT_TAKEN = "Không mở được cổng {port} trên {host}: {reason}"

# Commands.
APP = "Rõ Việc: đọc kế hoạch của cơ quan nhà nước và trả lời câu hỏi, kèm đúng chỗ đã đọc."
PARSE = "Đọc tệp kế hoạch: số, ngày, mục, nhiệm vụ, chỉ tiêu, chế độ báo cáo."
TEXT = "In toàn văn đã chuẩn hoá; mọi vị trí trích dẫn đều đếm trên văn bản này."
INGEST = "Nạp hoặc cập nhật kế hoạch vào kho."
ASK = "Trả lời câu hỏi, kèm trích dẫn."
PLANS = "Liệt kê các kế hoạch trong kho."
REMOVE = "Gỡ một kế hoạch khỏi kho."
SERVE = "Mở trang hỏi đáp và API trên máy này."
PEOPLE = "Quản lý người dùng khi không vào được trang Quản trị."
PEOPLE_ADD = "Thêm một người và in liên kết để người đó đặt mật khẩu."
PEOPLE_LIST = "Liệt kê người dùng."
PEOPLE_DISABLE = "Khóa một người: mọi phiên và mã truy cập của người đó hết hiệu lực ngay."
PEOPLE_RESET = "Mở khóa và in liên kết dùng một lần để đặt mật khẩu mới."
EVAL = "Chấm điểm trả lời trên các bộ câu hỏi."

# Arguments and options.
FILE_MARK = "TỆP"
LOGIN_MARK = "TÊN_ĐĂNG_NHẬP"
NAME_MARK = "HỌ_TÊN"
ROLE_MARK = "VAI_TRÒ"
LOGIN_HELP = "Tên đăng nhập."
NAME_HELP = "Họ và tên; bỏ trống thì lấy tên đăng nhập."
ROLE_HELP = "reader (hỏi và đọc), editor (thêm: nạp, gỡ kế hoạch) hoặc admin (thêm: quản trị)."
PATH_MARK = "TỆP_HOẶC_THƯ_MỤC"
DIR_MARK = "THƯ_MỤC"
DAY_MARK = "NGÀY/THÁNG/NĂM"
QUESTION_MARK = "CÂU_HỎI"
HOST_MARK = "ĐỊA_CHỈ"
PORT_MARK = "CỔNG"
FILES_HELP = "Một hay nhiều tệp kế hoạch."
FILE_HELP = "Tệp kế hoạch."
PATHS_HELP = "Tệp kế hoạch, hoặc thư mục chứa các tệp đó."
JSON_HELP = "In JSON, mỗi dòng một đối tượng."
DATA_HELP = "Thư mục kho kế hoạch."
QUESTION_HELP = "Câu hỏi, đặt trong dấu ngoặc kép."
BATCH_HELP = 'Tệp JSONL, mỗi dòng {"id": …, "q": …}.'
ASK_PLANS_HELP = "Hỏi thẳng trên các tệp hoặc thư mục này, không dùng kho."
EXPLAIN_HELP = "Cho biết câu hỏi được hiểu thế nào và đã cân nhắc những chỗ nào (in ra stderr)."
TODAY_HELP = "Coi ngày này là hôm nay."
PLAN_NAME_HELP = "Tên tệp của kế hoạch, như lệnh plans in ra."
HOST_HELP = "Địa chỉ để mở trang (mặc định 127.0.0.1)."
PORT_HELP = "Cổng để mở trang (mặc định 8000)."
QUESTIONS_HELP = "Tệp câu hỏi; bỏ trống thì dùng các bộ có sẵn."
EVAL_PLANS_HELP = "Thư mục có thêm kế hoạch để hỏi."
BASELINE_HELP = "Tệp kết quả cũ để so sánh."
SAVE_HELP = "Ghi kết quả lần này làm mốc so sánh."
HTML_HELP = "Ghi báo cáo ra tệp HTML."
FAILURES_HELP = "Ghi các câu trả lời sai ra tệp."
MUTATE_HELP = "Hỏi thêm các cách viết khác của mỗi câu."
FIT_HELP = "Khớp lại trọng số tìm kiếm và độ chắc chắn theo các câu hỏi; kiểm tra chéo theo từng kế hoạch."
SAVE_FIT_HELP = "Như --fit, rồi ghi trọng số mới vào bản cài này."

# What the commands print.
MORE_SOURCES = "… và {count} chỗ khác; xem đủ bằng --json hoặc trên trang hỏi (roviec serve)."
PLACE = "Chỗ ghi"
PAGE = "trang {page}"
HEADER_FIELDS = {
    "title": "Tên",
    "number": "Số",
    "date_text": "Ngày",
    "issuer": "Cơ quan",
    "signer": "Người ký",
}
BLANK = "(để trống)"
COUNTS = "{sections} mục, {tasks} nhiệm vụ, {targets} chỉ tiêu, {duties} chế độ báo cáo"
SEVERITIES = {"error": "lỗi", "warning": "cần xem", "info": "ghi chú"}
REPORT_COLUMNS = ("Tệp", "Số kế hoạch", "Việc", "Chỉ tiêu", "Báo cáo", "Kết quả")
OUTCOMES = {
    "added": "nạp mới",
    "updated": "cập nhật",
    "unchanged": "không đổi",
    "duplicate": "kho đã có nội dung này ở {file}",
}
STAGES = {"read": "đọc", "chunk": "chia đoạn", "embed": "nhúng", "write": "ghi"}
READ_COUNT = "Đọc được {read} tệp."
READ_AND_UNREAD = "Đọc được {read} tệp; {unread} tệp không đọc được, lý do nêu riêng từng tệp."
STAGES_LINE = "Thời gian: {stages}; trung bình {mean} giây một kế hoạch."
SECONDS = "{name} {seconds} giây"
EMPTY_LIBRARY = "Kho chưa có kế hoạch nào. Nạp bằng: roviec ingest THƯ_MỤC"
REMOVED = "Đã gỡ {file}."
SERVING = "Mở trình duyệt tại {url} (Ctrl+C để dừng)."
FIRST_LINK = "Chưa có người dùng nào. Tạo quản trị viên đầu tiên tại (dùng một lần, trong 24 giờ; đổi phần địa chỉ nếu máy chủ mở ở nơi khác): {url}"
PERSON_LINK = "Liên kết đặt mật khẩu của {login} (dùng một lần, trong 24 giờ): {url}"
NO_PERSON = "Không có người dùng “{login}”."
BAD_ROLE = "Vai trò phải là reader, editor hoặc admin."
DISABLED = "Đã khóa {login}."
LAST_ADMIN = "{login} là quản trị viên duy nhất, không khóa được."
ACTIVE = "đang dùng"
INACTIVE = "đã khóa"
WARM_UP = "Đơn vị nào chủ trì?"
ELAPSED = "{ms} ms"


def seconds(value: float) -> str:
    """``0,42``."""
    return f"{value:.2f}".replace(".", ",")
