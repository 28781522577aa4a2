"""The Vietnamese sentences that answers are made of."""

from __future__ import annotations

from typing import Final

ROLE: Final = {
    "lead": "Đơn vị chủ trì",
    "support": "Đơn vị phối hợp",
    "person": "Người phụ trách",
    "due": "Thời hạn",
    "result": "Kết quả",
    "note": "Ghi chú",
    "value": "Chỉ tiêu",
    "unit": "Đơn vị tính",
    "money": "Tổng kinh phí",
}
HEADER: Final = {
    "signer": "Người ký",
    "signer_title": "Chức vụ người ký",
    "on_behalf": "Thẩm quyền ký",
    "number": "Số kế hoạch",
    "date": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "place": "Nơi ban hành",
    "title": "Tên kế hoạch",
    "recipients": "Nơi nhận",
    "legal_bases": "Căn cứ",
}
MENDED: Final = "({field} đã sửa; văn bản ghi “{printed}”.)"
MENDED_BLANK: Final = "({field} đã sửa; văn bản để trống.)"
MENDED_ROWS: Final = "({count} dòng có ô đã sửa, khác với văn bản.)"
MENDED_NAME: Final = "Nội dung"
ADJUSTS: Final = "({newer} điều chỉnh, bổ sung {older}.)"
NOT_FOUND: Final = "Không có trong các kế hoạch đã nạp."
UNTOLD: Final = "Các kế hoạch đã nạp không nêu: “{asked}”."
ABOUT_NOTHING: Final = (
    "Câu hỏi chưa cho biết về việc nào. Xin nêu nhiệm vụ, chỉ tiêu hoặc đơn vị cần hỏi; vài từ trong tên là đủ."
)
NEAR: Final = "Không có trong các kế hoạch đã nạp. Gần nhất là {locator}, {plan}: {name}."
NOT_STATED: Final = "{plan}, {locator}, để trống mục “{role}”."
NO_BEGINNING: Final = "{plan}, {locator}, không ghi thời điểm bắt đầu; thời hạn ghi “{due}”."
NO_PROGRESS: Final = "Kế hoạch ghi việc phải làm và thời hạn, không ghi việc đã làm tới đâu."
AMBIGUOUS: Final = "Câu hỏi khớp với nhiều kế hoạch, mỗi nơi một khác: {parts}."
OF_OFFICES: Final = "của {count} đơn vị cùng tên ({rows})"
OF_PLANS: Final = "trong kế hoạch của"
NOTHING_LISTED: Final = "Không có {noun} nào như vậy trong các kế hoạch đã nạp."
NEXT_DUE: Final = " Hạn gần nhất sau đó là {day}: {name} ({locator}, {plan}){more}."
NEXT_DUE_MORE: Final = " và {count} việc khác cùng ngày"
ALSO: Final = " Ngoài ra còn {parts}."
ALSO_TASKS: Final = "{count} việc giao chung cho {names}"
ALSO_PROSE: Final = "{count} nội dung trong lời văn ({places})"
HELPED: Final = " Phối hợp {count} việc của đơn vị khác ({places})."
ALSO_REPORTS: Final = "{count} chế độ báo cáo{days}"
NEXT_DAY: Final = ", kỳ tới {day}"
NO_DUTY: Final = "{plans} không nêu kỳ hạn báo cáo như vậy."
NO_DAY: Final = ", không ghi ngày cụ thể"
NOUN: Final = {
    "task": "nhiệm vụ",
    "target": "chỉ tiêu",
    "both": "nhiệm vụ, chỉ tiêu",
    "": "nhiệm vụ, chỉ tiêu",
    "group": "nhóm",
    "row": "dòng",
    "report": "chế độ báo cáo",
    "prose": "nội dung trong lời văn",
}

UNIT_WORK: Final = "{unit} phải làm gì?"
NO_UNIT: Final = "Không có đơn vị “{name}” trong các kế hoạch đã nạp."
NO_UNIT_NEAR: Final = "Gần nhất là: {names}."
ROLE_OF_WHOM: Final = "Vai trò (role) chỉ dùng được cùng với đơn vị (unit)."
BAD_PERIOD: Final = "Ngày cuối kỳ ({until}) đứng trước ngày đầu kỳ ({since})."
NOTHING: Final = "không"
LEFT_OUT: Final = "không kể"
EXPLAINED: Final = {
    "question": "Câu hỏi: {question}",
    "candidates": "Năm dòng gần nhất:",
    "candidate": "điểm {score:.2f}; khớp {coverage:.0%}; thiếu: {missing}; lệch: {differs}",
    "strange": "Kế hoạch của dòng đầu không chỗ nào in: {things}; dòng chưa chắc tới {sure:.0%} thì không trả lời.",
    "limits": (
        "Độ chắc chắn của dòng đầu: {sure:.0%}. Ngưỡng: trả lời từ {limits.answer:.0%}; "
        "kế hoạch khác khớp kém không quá {limits.rival:.0%} thì coi là nhiều đáp án; "
        "dưới {limits.sure:.0%} thì hỏi thêm mô hình ngữ nghĩa."
    ),
}
INTENT: Final = {"fact": "một thông tin", "list": "danh sách", "count": "đếm"}
PART: Final = {
    "intent": "Cần trả lời",
    "roles": "Cột được hỏi",
    "actors": "Đơn vị",
    "plans": "Kế hoạch",
    "pointer": "Vị trí",
    "period": "Thời gian",
    "flags": "Dấu hiệu",
    "quoted": "Trong ngoặc kép",
    "words": "Từ để tìm (trọng số)",
    "all_plans": "mọi kế hoạch",
    "annex": "phụ lục",
    "group": "nhóm",
    "ordinal": "số thứ tự",
    "prose": "mục",
    "any": "bất kỳ",
    "year": "năm",
    "unknown": "chưa có trong kế hoạch nào",
    "role_lead": "chủ trì",
    "role_support": "phối hợp",
    "role_partner": "cùng làm",
    "role_any": "vai trò bất kỳ",
}
FLAG: Final = {
    "joint": "đồng chủ trì",
    "continuous": "thường xuyên",
    "whole_year": "cả năm",
    "compare": "so sánh",
    "groups": "nhóm",
    "recipient": "nơi nhận",
    "frequency": "tần suất",
    "report": "báo cáo",
    "blank": "để trống",
    "outside": "ngoài kế hoạch",
    "overdue": "quá hạn",
    "undated": "không có thời hạn",
    "until_now": "đến hôm nay",
    "parts": "cả phần của dòng",
    "helping": "đơn vị hỗ trợ hoặc chính việc đó",
}


def shorten(text: str, most: int = 110) -> str:
    """The beginning of a long text, cut at a word."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def joined(values: tuple[str, ...]) -> str:
    """Values as one phrase: "A; B và C" reads ill when units hold commas, so semicolons throughout."""
    return "; ".join(values)
