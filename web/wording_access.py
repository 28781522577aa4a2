"""Every Vietnamese sentence about people, rights and keeping the library, in one place."""

from __future__ import annotations

# Signing in.
SIGN_IN = "Đăng nhập"
SIGN_OUT = "Đăng xuất"
LOGIN = "Tên đăng nhập"
PASSWORD = "Mật khẩu"  # noqa: S105 - a label
WRONG_SIGN_IN = "Tên đăng nhập hoặc mật khẩu chưa đúng."
FEW_TRIES_LEFT = "Còn {left} lần thử, sau đó phải đợi {minutes} phút."
NO_TRY_LEFT = "Đã hết lượt thử, hãy đợi {minutes} phút rồi thử lại, hoặc nhờ quản trị viên đặt lại mật khẩu."
WAIT_SIGN_IN = "Đã thử quá nhiều lần. Hãy đợi {minutes} phút rồi thử lại, hoặc nhờ quản trị viên đặt lại mật khẩu."
SIGN_IN_NEXT = "Quên mật khẩu? Hãy nhờ quản trị viên gửi liên kết đặt mật khẩu mới."
SIGNED_OUT = "Anh, chị đã đăng xuất."
NEEDS_HTTPS = (
    "Trang này đang mở qua http nên trình duyệt sẽ không giữ được phiên đăng nhập. "
    "Hãy mở bằng https, hoặc nhờ quản trị viên đặt ROVIEC_INSECURE_HTTP=1 nếu mạng nội bộ không có https."
)
SIGN_IN_FIRST = "Hãy đăng nhập để dùng chức năng này."
NOT_ALLOWED = "Tài khoản của anh, chị không có quyền làm việc này. Hãy nhờ quản trị viên cấp quyền."
BAD_FORM = "Biểu mẫu đã hết hạn hoặc gửi từ trang khác. Hãy quay lại trang trước, tải lại rồi gửi lại."
BAD_TOKEN = "Mã truy cập không đúng hoặc đã hết hạn."  # noqa: S105 - a sentence
STATUS_401 = "Cần đăng nhập."
STATUS_403 = "Không có quyền."

# Setting a password.
SET_PASSWORD = "Đặt mật khẩu"  # noqa: S105 - a label
FIRST_ADMIN = "Tạo quản trị viên đầu tiên"
FIRST_ADMIN_NEXT = "Người này sẽ thêm những người khác và phân quyền."
NEW_PASSWORD = "Mật khẩu mới"  # noqa: S105 - a label
OLD_PASSWORD = "Mật khẩu đang dùng"  # noqa: S105 - a label
AGAIN = "Nhập lại mật khẩu mới"
PASSWORD_HINT = "Ít nhất 10 ký tự; một câu dễ nhớ là tốt nhất."  # noqa: S105 - a hint
PASSWORD_LENGTH = "Mật khẩu phải dài từ {shortest} đến {longest} ký tự."  # noqa: S105 - a sentence
PASSWORD_WEAK = "Mật khẩu dễ đoán quá: hãy dùng nhiều ký tự khác nhau và không chứa tên đăng nhập."  # noqa: S105 - a sentence
PASSWORDS_DIFFER = "Hai lần nhập mật khẩu mới không giống nhau."
PASSWORD_SET = "Đã đặt mật khẩu. Hãy đăng nhập."  # noqa: S105 - a sentence
PASSWORD_CHANGED = "Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc."  # noqa: S105 - a sentence
WRONG_OLD = "Mật khẩu đang dùng chưa đúng."
LINK_GONE = "Liên kết không còn dùng được"
LINK_GONE_NEXT = "Liên kết đã được dùng hoặc đã hết hạn. Hãy nhờ quản trị viên gửi liên kết mới."
ACCOUNT = "Tài khoản"
CHANGE_PASSWORD = "Đổi mật khẩu"  # noqa: S105 - a label
NAME = "Họ và tên"
LOGIN_HINT = "Chữ thường không dấu, số và các dấu . _ @ -"
ROLE = "Vai trò"
GROUPS = "Nhóm"
ACCESS_OFF = "Đang mở trên máy này, không cần đăng nhập: ai mở được trang đều xem và sửa được mọi thứ."

# People, groups, rights.
ROLES = {"reader": "Người đọc", "editor": "Biên tập", "admin": "Quản trị"}
ROLE_HINTS = {
    "reader": "hỏi và đọc",
    "editor": "thêm, thay, sửa, gỡ kế hoạch",
    "admin": "quản lý người dùng và mọi kế hoạch",
}
SCOPES = {"read": "hỏi và đọc", "library": "thêm, thay, sửa, gỡ kế hoạch"}
BAD_LOGIN = "Tên đăng nhập dài 2–64 ký tự, chỉ gồm chữ thường không dấu, số và các dấu . _ @ -"
BAD_NAME = "Tên không được để trống và dài không quá 100 ký tự."
LOGIN_TAKEN = "Đã có người dùng tên đăng nhập “{login}”."
NAME_TAKEN = "Đã có tên “{name}”."
READ_ONLY = "Kho này chỉ để đọc."

# Keeping the library.
LIBRARY = "Kho kế hoạch"
LIBRARY_EMPTY = "Chưa có kế hoạch nào anh, chị được xem."
UPLOAD = "Nạp kế hoạch"
UPLOAD_FILES = "Chọn tệp"
UPLOAD_HINT = "Nhận tệp Word, PDF, Excel, văn bản, trang web và ảnh quét; tối đa {most} tệp và {size} MB mỗi lần. Tệp trùng tên, hoặc bản mới của cùng một kế hoạch (trùng số, cơ quan, năm), sẽ trả lời thay bản đang có."
UPLOAD_SENDING = "Đang gửi tệp: {share} %"
UPLOAD_LARGE = "Các tệp đã chọn nặng {{size}} MB, mỗi lần nạp tối đa {most} MB. Hãy chọn ít tệp hơn, hoặc giảm dung lượng bản quét."
UPLOAD_SEND = "Nạp vào kho"
NOT_TAKEN = "Không nạp được tệp này. Hãy đổi tên tệp, hoặc nhờ quản trị viên."
OWN_GROUP = "Hãy chọn ít nhất một nhóm mà anh, chị thuộc về, để còn xem được kế hoạch này."
JOB = "Kết quả nạp"
JOB_WAITING = "Đang chờ đến lượt…"
JOB_RUNNING = "Đang {stage}: {done}/{total}"
JOB_FAILED = "Không nạp được: {reason}"
JOB_BROKEN = "máy chủ gặp lỗi ngoài dự kiến; kho vẫn như trước"
JOB_GONE = "Không có lần nạp này, hoặc đã quá lâu. Hãy xem kết quả trong kho."
JOB_AGAIN = "Trang tự tải lại cho đến khi xong."
STAGES = {
    "read": "đọc tệp",
    "chunk": "chia đoạn",
    "embed": "lập chỉ mục",
    "write": "ghi vào kho",
    "count": "chuẩn bị danh sách đơn vị",
}
OUTCOMES = {
    "added": "đã nạp mới",
    "updated": "đã thay bản cũ của tệp này",
    "unchanged": "không đổi",
    "duplicate": "nội dung này kho đã có, dưới tên {detail}; không nạp lại",
    "unread": "không đọc được: {detail}",
    "refused": "{detail}",
}
DUPLICATE_KEPT = "{file} vẫn giữ nội dung cũ và câu trả lời vẫn dùng nội dung ấy. Nếu nội dung cũ không còn đúng, hãy gỡ {file}: nội dung mới đã có ở {holder}."
DUPLICATE_REMOVE = "Gỡ {file}"
DUPLICATE_OPEN = "Mở {file}"
FILE = "Tệp"
PLAN = "Kế hoạch"
NUMBER = "Số"
DATE = "Ngày"
ISSUER = "Cơ quan"
SIGNER = "Người ký"
RESULT = "Kết quả"
COUNTS = "Đọc được"
COUNTS_TEXT = "{tasks} nhiệm vụ, {targets} chỉ tiêu, {duties} chế độ báo cáo"
ANSWERS = "Trả lời"
FINDINGS = "Chỗ cần xem lại"
NO_FINDINGS = "Không thấy chỗ nào cần xem lại."
SEVERITIES = {"error": "lỗi", "warning": "cần xem", "info": "ghi chú"}
SEEN_BY = "Ai được xem"
EVERYONE = "Mọi người đăng nhập"
ONLY_GROUPS = "Chỉ các nhóm được chọn"
NOBODY_BUT_ADMINS = "Chỉ quản trị viên"
BY_COLLECTION = "Ngoài ra kế hoạch còn nằm trong bộ: {names}"
ALSO_LIMITED = "{seen_by}, trong giới hạn của bộ {names}"
OPEN_PLAN = "Mở văn bản"
DETAILS = "Chi tiết"
SAVE = "Lưu"
SAVED = "Đã lưu."
REMOVE = "Gỡ khỏi kho"
REMOVE_ASK = "Gỡ kế hoạch này khỏi kho?"
REMOVE_NEXT = "Sau khi gỡ, không ai hỏi hay xem được kế hoạch này. Trong {days} ngày còn khôi phục lại được."
CANCEL = "Giữ lại"
REMOVED = "Đã gỡ hoặc thay"
REMOVED_DONE = "Đã gỡ {file}."
REMOVED_KINDS = {True: "bản cũ, đã thay", False: "đã gỡ"}
PUT_BACK = "Khôi phục"
PUT_BACK_DONE = "Đã khôi phục {file}."
PUT_BACK_NOT = "Không khôi phục được: bản này không còn, hoặc kho đã có tệp cùng nội dung."
WHEN = "Lúc"
WHO = "Người làm"
BLANK = "(để trống)"

# Keeping the house.
ADMIN = "Quản trị"
PEOPLE = "Người dùng"
GROUPS_PAGE = "Nhóm và bộ kế hoạch"
TOKENS = "Mã truy cập"
LOG = "Nhật ký"
SAID = "Góp ý"
SAID_HINT = "Góp ý về câu trả lời, mới nhất ở trên, nhiều nhất {most} góp ý."
SAID_VERDICT = "Nhận xét"
SAID_WHY = "Vì sao"
SAID_ANSWER = "Đã trả lời"
SAID_WHO = "Người góp ý"
NO_SAID = "Chưa có góp ý nào."
NOBODY = "không đăng nhập"
QUALITY = "Chất lượng trả lời"
SETTINGS = "Thiết đặt"
ADMIN_PAGES = (
    ("/admin", PEOPLE),
    ("/admin/groups", GROUPS_PAGE),
    ("/admin/tokens", TOKENS),
    ("/admin/log", LOG),
    ("/admin/feedback", SAID),
    ("/admin/quality", QUALITY),
    ("/admin/settings", SETTINGS),
)
BAD_ROLE = "Hãy chọn một vai trò."
STATE = "Trạng thái"
STATES = {True: "đang dùng", False: "đã khóa"}
NO_PASSWORD = "chưa đặt mật khẩu"  # noqa: S105 - a state
LAST_SEEN = "Đăng nhập gần nhất"
ADD_PERSON = "Thêm người dùng"
MAY_SIGN_IN = "Được đăng nhập"
LAST_ADMIN = "Không tự bỏ quyền quản trị của mình được, và phải còn ít nhất một quản trị viên."
LINK_HINT = "Tạo liên kết dùng một lần để người này tự đặt mật khẩu mới; liên kết cũ hết hiệu lực."
MAKE_LINK = "Tạo liên kết"
LINK_MADE = "Liên kết đặt mật khẩu"
LINK_SEND = "Gửi liên kết này cho {name}. Chỉ hiện một lần ở đây, dùng được một lần trong 24 giờ."
DISABLED_LINK = "Người này đang bị khóa; hãy cho đăng nhập lại trước."
ACCESS_ON_HOW = "Đặt ROVIEC_ACCESS=on rồi khởi động lại để mọi người phải đăng nhập."
ACCESS_IS_ON = "Mọi người phải đăng nhập."
GROUP = "Nhóm"
PEOPLE_GROUPS = "Nhóm người dùng"
MEMBERS = "Số người"
DELETE = "Xóa"
NO_GROUPS = "Chưa có nhóm nào. Thêm nhóm để cho riêng một số người xem một kế hoạch."
NO_COLLECTIONS = "Chưa có bộ nào."
NEW_GROUP = "Tên nhóm mới"
ADD_GROUP = "Thêm nhóm"
GROUP_GONE = "Xóa một nhóm không mở các kế hoạch chỉ dành cho nhóm ấy: chỉ còn quản trị viên xem được."
COLLECTIONS = "Bộ kế hoạch"
COLLECTIONS_HINT = (
    "Gộp nhiều kế hoạch để đặt quyền xem một lần. Muốn xem một kế hoạch phải qua được mọi giới hạn của nó."
)
COLLECTION = "Bộ"
NEW_COLLECTION = "Tên bộ mới"
ADD_COLLECTION = "Thêm bộ"
PLANS = "Kế hoạch"
TOKEN = "mã truy cập"  # noqa: S105 - a label
TOKEN_NAME = "Tên gợi nhớ"  # noqa: S105 - a label
TOKEN_NAME_HINT = "Ví dụ: cổng thông tin"  # noqa: S105 - a hint
TOKEN_ONCE = "Mã mới chỉ hiện một lần, hãy chép ngay. Gửi kèm mỗi lần gọi: Authorization: Bearer MÃ"  # noqa: S105 - a sentence
TOKEN_NEEDS = "Hãy chọn người và ít nhất một quyền."  # noqa: S105 - a sentence
MAKE_TOKEN = "Tạo mã truy cập"  # noqa: S105 - a label
OWNER = "Của ai"
SCOPE = "Được làm"
EXPIRES = "Hết hạn"
EXPIRED = "đã hết hạn"
LAST_USED = "Dùng gần nhất"
REVOKE = "Thu hồi"
DAYS = "Dùng trong (ngày)"
ACTION = "Việc"
ANY = "mọi việc"
ACTIONS = {
    "sign-in": "đăng nhập",
    "sign-out": "đăng xuất",
    "set-password": "đặt mật khẩu",
    "change-password": "đổi mật khẩu",
    "ask_page": "hỏi trên trang",
    "ask": "hỏi qua API",
    "feedback_form": "góp ý về câu trả lời",
    "say": "góp ý qua API",
    "plan_page": "mở kế hoạch",
    "library_page": "xem kho",
    "plan_facts": "xem thông tin kế hoạch",
    "upload": "nạp kế hoạch",
    "remove": "gỡ kế hoạch",
    "put_back": "khôi phục kế hoạch",
    "original_file": "tải tệp gốc",
    "page_picture": "xem ảnh trang",
    "pages_page": "xem ảnh các trang",
    "versions_page": "xem các bản của kế hoạch",
    "diff_page": "so hai bản của kế hoạch",
    "limit": "đặt quyền xem",
    "fix_row": "sửa ô của kế hoạch",
    "undo_fix": "bỏ chỗ sửa",
    "add_person": "thêm người dùng",
    "change_person": "sửa người dùng",
    "make_link": "tạo liên kết mật khẩu",
    "add_group": "thêm nhóm",
    "remove_group": "xóa nhóm",
    "add_collection": "thêm bộ kế hoạch",
    "change_collection": "sửa bộ kế hoạch",
    "remove_collection": "xóa bộ kế hoạch",
    "make_token": "tạo mã truy cập",
    "revoke_token": "thu hồi mã truy cập",
    "log-csv": "tải nhật ký",
    "export": "tải bảng trả lời",
    "brief_page": "xem việc của đơn vị",
    "brief_export": "tải việc của đơn vị",
    "calendar_page": "xem lịch",
    "start_page": "xem trang Bắt đầu",
    "fix_page": "mở biểu mẫu sửa",
    "job_page": "xem kết quả nạp",
    "brief": "xem việc của đơn vị qua API",
    "deadlines": "xem hạn qua API",
    "deadlines_ics": "tải hoặc đăng ký lịch",
    "search": "tìm qua API",
    "plans": "xem danh sách kế hoạch qua API",
    "plan": "xem kế hoạch qua API",
    "tasks": "xem nhiệm vụ qua API",
    "targets": "xem chỉ tiêu qua API",
    "duties": "xem chế độ báo cáo qua API",
    "units": "xem đơn vị qua API",
    "ingest": "nạp kế hoạch qua API",
    "progress": "xem tiến độ nạp qua API",
    "tokens": "xem mã truy cập của mình",
}
OUTCOME_WORDS = {
    "sign-in": {401: "sai tên hoặc mật khẩu", 429: "thử quá nhiều lần"},
    "": {
        400: "yêu cầu chưa đúng",
        401: "chưa đăng nhập",
        403: "không có quyền",
        404: "không có hoặc không được xem",
        409: "vừa bị người khác sửa",
        413: "quá lớn",
        422: "dữ liệu chưa đúng",
        429: "gọi quá nhanh",
        503: "máy chủ chưa sẵn sàng",
    },
}
OUTCOME_DONE = "được"
OUTCOME_FAILED = "không được (mã {status})"
OBJECT = "Về"
ADDRESS = "Từ máy"
STATUS = "Kết quả"
CONTAINS = "Có chữ"
SINCE = "Từ ngày"
UNTIL = "Đến ngày"
FILTER = "Lọc"
LOG_COUNT = "{count} dòng, giữ trong {days} ngày."
CSV = "Tải CSV"
NEWER = "Mới hơn"
OLDER = "Cũ hơn"
QUALITY_TOTAL = "Trả lời đúng hoàn toàn {right} trên {asked} câu hỏi đã chấm ({share})."
QUALITY_HINT = "Số đo của phiên bản này trên các bộ câu hỏi đi kèm; với kế hoạch mới, tỷ lệ đúng có thể thấp hơn."
NO_QUALITY = "Chưa có kết quả chấm nào được lưu. Chạy: roviec eval --save-baseline"
KIND = "Loại câu hỏi"
ASKED = "Số câu"
RIGHT = "Đúng"
SHARE = "Tỷ lệ"
SETTINGS_HINT = "Người vận hành máy chủ đặt các giá trị này bằng biến môi trường khi khởi động; ở đây chỉ để xem."
VARIABLE = "Biến môi trường"
MEANING = "Ý nghĩa"
VALUE = "Giá trị"
SETTING_NAMES = {
    "data": "Thư mục của kho",
    "cache": "Thư mục nhớ tạm",
    "model": "Mô hình so nghĩa của câu",
    "threads": "Số luồng của mô hình (0: tùy máy)",
    "host": "Địa chỉ nhận kết nối",
    "port": "Cổng",
    "allowed_hosts": "Tên máy chủ được gọi đến",
    "max_question": "Độ dài nhất của câu hỏi (ký tự)",
    "max_body": "Cỡ lớn nhất của một yêu cầu",
    "debug": "Ghi chi tiết lỗi",
    "max_upload": "Cỡ lớn nhất của một lần nạp",
    "max_files": "Số tệp nhiều nhất một lần nạp",
    "max_originals": "Chỗ dành cho các tệp gốc",
    "rate_limit": "Số lần gọi API của một địa chỉ",
    "ingest_rate_limit": "Số lần nạp qua API của một địa chỉ",
    "access": "Đòi đăng nhập (auto: chỉ khi mở ra ngoài máy này)",
    "session_idle": "Hết phiên khi không dùng (phút)",
    "session_longest": "Một phiên dài nhất (phút)",
    "audit_days": "Giữ nhật ký (ngày)",
    "insecure_http": "Giữ phiên cả khi không có https",
    "removed_days": "Giữ bản đã gỡ (ngày)",
}
SETTING_BYTES = frozenset({"max_body", "max_upload", "max_originals"})
YES_NO = {True: "có", False: "không"}
