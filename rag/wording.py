"""The Vietnamese sentences that answers are made of."""

from __future__ import annotations

from typing import Final

ROLE: Final = {
    "lead": "Đơn vị chủ trì", "support": "Đơn vị phối hợp", "due": "Thời hạn", "result": "Kết quả", "note": "Ghi chú",
    "value": "Chỉ tiêu", "unit": "Đơn vị tính",
}  # fmt: skip
HEADER: Final = {
    "signer": "Người ký", "signer_title": "Chức vụ người ký", "number": "Số kế hoạch", "date": "Ngày ban hành", "issuer": "Cơ quan ban hành",
    "place": "Nơi ban hành", "title": "Tên kế hoạch", "recipients": "Nơi nhận", "legal_bases": "Căn cứ",
}  # fmt: skip
NOT_FOUND: Final = "Không có trong các kế hoạch đã nạp."
NEAR: Final = "Không có trong các kế hoạch đã nạp. Gần nhất là {locator} của {plan}: {name}."
NOT_STATED: Final = "{plan}, {locator}, để trống mục “{role}”."
AMBIGUOUS: Final = "Câu hỏi khớp với nhiều kế hoạch, mỗi nơi một khác: {parts}."
NOTHING_LISTED: Final = "Không có {noun} nào như vậy trong các kế hoạch đã nạp."
NOUN: Final = {"task": "nhiệm vụ", "target": "chỉ tiêu", "both": "nhiệm vụ, chỉ tiêu", "": "nhiệm vụ, chỉ tiêu", "group": "nhóm"}


def shorten(text: str, most: int = 110) -> str:
    """The beginning of a long text, cut at a word."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def joined(values: tuple[str, ...]) -> str:
    """Values as one phrase: "A; B và C" reads ill when units hold commas, so semicolons throughout."""
    return "; ".join(values)
