"""The Vietnamese that the judge's readers see."""

from __future__ import annotations

from rag.answer import Status

TYPES = {
    "lead": "chủ trì",
    "support": "phối hợp",
    "due": "thời hạn",
    "result": "kết quả",
    "target": "chỉ tiêu",
    "note": "ghi chú",
    "header": "thể thức văn bản",
    "basis": "căn cứ",
    "report": "chế độ báo cáo",
    "list": "danh sách",
    "count": "đếm",
    "unit_work": "việc của đơn vị",
    "time": "theo thời gian",
    "compare": "so sánh",
    "prose": "đoạn văn",
    "not_found": "không có",
    "not_stated": "để trống",
    "ambiguous": "nhiều đáp án",
    "followup": "hỏi tiếp",
}

STYLES = {
    "formal": "trang trọng",
    "colloquial": "nói thường",
    "telegraphic": "vắn tắt",
    "no_accents": "không dấu",
    "partial_accents": "thiếu dấu",
    "nfd": "NFD",
    "old_tone": "đặt dấu kiểu khác",
    "abbrev": "viết tắt",
    "typo": "gõ sai",
    "upper": "chữ hoa",
    "locator": "gọi theo số mục",
}

PARTS = {
    "status": "trạng thái",
    "values": "giá trị",
    "items": "danh sách",
    "locator": "vị trí trích dẫn",
    "verbatim": "trích nguyên văn",
    "holds": "trích có chứa giá trị",
}

STATUSES = {
    Status.ANSWERED: "trả lời",
    Status.NOT_FOUND: "không có trong kế hoạch",
    Status.NOT_STATED: "kế hoạch để trống",
    Status.AMBIGUOUS: "nhiều đáp án",
}

COLUMNS = ("Số câu", "Đúng hẳn", "Trạng thái", "Giá trị", "Danh sách", "Vị trí")


def percent(share: float | None) -> str:
    """``97,3 %``; a dash where nothing was judged."""
    return "–" if share is None else f"{share * 100:.1f} %".replace(".", ",")


def points(difference: float) -> str:
    """A difference of shares in points of a hundred, with its sign: ``−3,1``."""
    rounded = round(difference * 100, 1)
    return f"{rounded:+.1f}".replace(".", ",").replace("-", "−") if rounded else "0,0"


def milliseconds(value: float) -> str:
    """``12,3 ms``."""
    return f"{value:.1f} ms".replace(".", ",")


FIT = {
    "head": (
        "Weights and confidence fitted by `roviec eval --fit` on {questions} questions over {groups} plans\n"
        "and {made} near misses made of them.\n"
        "Not to be edited by hand: see eval/fit.py."
    ),
    "saved": "Đã ghi {path}.",
    "curve": "Ngưỡng|Dòng đúng còn được trả lời|Câu không có đáp án bị từ chối|Câu bị cất dòng đúng bị từ chối|Câu suýt trúng bị từ chối",
}
FIT_COLUMNS = ("Kế hoạch để riêng", "Số câu", "Dòng đầu đúng: đang dùng", "Dòng đầu đúng: khớp từ các kế hoạch khác")
