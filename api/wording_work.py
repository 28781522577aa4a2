"""Every Vietnamese sentence of briefs, deadlines, calendars and checks."""

from __future__ import annotations

from typing import Final

# Commands.
BRIEF: Final = "Việc của một đơn vị: chủ trì, phối hợp, chỉ tiêu, báo cáo, hạn gần nhất trước."
DUE: Final = "Những gì đến hạn trong một khoảng thời gian, theo ngày; xuất được lịch .ics."
CHECK: Final = "Soát lỗi trong kế hoạch: dòng thiếu đơn vị, thiếu hạn, trùng, nhảy số…"
UNIT_MARK: Final = "ĐƠN_VỊ"
UNIT_HELP: Final = "Tên đơn vị, viết đầy đủ hay viết tắt, có dấu hay không."
OF_FILE_HELP: Final = "Chỉ theo kế hoạch của tệp này, khi nhiều đơn vị cùng tên; dùng được nhiều lần."
FROM_HELP: Final = "Ngày đầu kỳ."
TO_HELP: Final = "Ngày cuối kỳ."
DUE_FROM_HELP: Final = "Ngày đầu (mặc định hôm nay)."
DUE_TO_HELP: Final = "Ngày cuối (mặc định 30 ngày sau ngày đầu)."
DUE_UNIT_HELP: Final = "Chỉ những gì giao cho đơn vị này."
ICS_HELP: Final = "In lịch iCalendar (.ics)."
PLANS_HELP: Final = "Đọc thẳng các tệp hoặc thư mục này, không dùng kho."
CHECK_FILES_HELP: Final = "Tệp hoặc thư mục cần soát, hoặc tên kế hoạch trong kho; bỏ trống thì soát cả kho."
JSON_OR_ICS: Final = "Chỉ dùng một trong hai: --json hoặc --ics."

# A brief.
PARTS: Final = {
    "leads": "Chủ trì",
    "supports": "Phối hợp",
    "targets": "Chỉ tiêu",
    "reports": "Chế độ báo cáo",
    "prose": "Giao trong lời văn",
    "shared": "Giao chung, theo tên gọi tập thể",
}
STATES: Final = {
    "overdue": "quá hạn",
    "due_soon": "sắp đến hạn",
    "in_period": "",
    "outside": "ngoài kỳ",
    "no_deadline": "không có hạn",
}
STATE_COLUMN: Final = "Tình trạng"
OTHER_NAMES: Final = "Còn viết là: {names}"
PERIOD: Final = "Kỳ {since} – {until}, tính đến ngày {today}"
NO_PERIOD: Final = "Tính đến ngày {today}"
OPEN_END: Final = "…"
BRIEF_COUNTS: Final = "{count} dòng: {overdue} quá hạn, {soon} sắp đến hạn (14 ngày), {undated} không có hạn."
SHARED_COUNTS: Final = "Ngoài ra {count} dòng giao chung: {overdue} quá hạn, {soon} sắp đến hạn."
HOMES: Final = "“{unit}” là tên của {count} đơn vị khác nhau; thêm --file để xem riêng:"
HOME: Final = "  {issuers}: {counts}\n    --file {files}"
LEFT_OUT: Final = "{count} dòng khác đến hạn ngoài kỳ này."

# Deadlines.
DUE_COLUMNS: Final = ("Ngày", "Loại", "Nội dung", "Chủ trì", "Hạn ghi trong kế hoạch", "Chỗ ghi")
KINDS: Final = {"task": "nhiệm vụ", "target": "chỉ tiêu", "report": "báo cáo"}
DUE_COUNT: Final = "{count} mục đến hạn từ {since} đến {until}."

# Calendars.
ICS_NAME: Final = "Rõ Việc: hạn việc và báo cáo"
ICS_NAME_OF_UNIT: Final = "Rõ Việc: {unit}"
ICS_SUMMARIES: Final = {"task": "Hạn: {name}", "target": "Hạn chỉ tiêu: {name}", "report": "{name} ({plan})"}
ICS_DESCRIPTION: Final = {
    "name": "{text}",
    "lead": "Chủ trì: {text}",
    "support": "Phối hợp: {text}",
    "result": "Kết quả: {text}",
    "due": "Thời hạn ghi: {text}",
    "source": "Nguồn: {plan}, {locator}",
}

# Findings.
NO_FINDINGS: Final = "Không thấy lỗi nào."
FINDING_COUNTS: Final = "{errors} lỗi, {warnings} chỗ cần xem, {infos} ghi chú."
