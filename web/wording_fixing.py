"""The Vietnamese of correcting a plan's cells on its pages."""

from __future__ import annotations

from typing import Final

FIELD_NAMES: Final = {
    "name": "Nội dung",
    "lead": "Chủ trì",
    "support": "Phối hợp",
    "result": "Kết quả",
    "due": "Thời hạn",
    "note": "Ghi chú",
    "unit": "Đơn vị tính",
    "value": "Chỉ tiêu",
    "number": "Số",
    "date": "Ngày",
    "place": "Nơi ban hành",
    "issuer": "Cơ quan ban hành",
    "title": "Tên kế hoạch",
    "signer": "Người ký",
    "signer_title": "Chức vụ người ký",
    "locator": "Chỗ ghi",
}
STANDINGS: Final = {
    "applied": "đang áp dụng",
    "settled": "văn bản nay đã ghi như vậy",
    "aside": "để riêng, cần xem lại",
    "undone": "đã bỏ lúc {at}",
    "gone": "kế hoạch không còn trong kho",
}
BLANK: Final = "(để trống)"

# The page of one row.
HEAD: Final = "Tiêu đề"
TITLE: Final = "Sửa dòng"
TITLE_HEAD: Final = "Sửa phần đầu văn bản"
LEAD: Final = "Sửa chỗ văn bản ghi nhầm hoặc máy đọc sai. Văn bản gốc giữ nguyên; câu trả lời dùng nội dung đã sửa và nói rõ là đã sửa."
PRINTED: Final = "Văn bản ghi"
CORRECT: Final = "Nội dung đúng"
SOURCE_ROW: Final = "Cả dòng như văn bản ghi"
SAVE: Final = "Lưu chỗ sửa"
ANYWAY: Final = "Vẫn lưu như vậy"
BACK: Final = "Về chỗ này trong văn bản"
TO_LIBRARY: Final = "Thông tin kế hoạch"
CORRECTED_BY: Final = "Đã sửa: {who}"
CORRECTED: Final = "Đã sửa"
UNDO: Final = "Bỏ chỗ sửa"
UNDO_OF: Final = "Bỏ chỗ sửa ở ô {field}"
DONE: Final = {
    "saved": "Đã lưu. Từ bây giờ câu trả lời dùng nội dung đã sửa.",
    "undone": "Đã bỏ chỗ sửa, trở lại như văn bản ghi.",
}
NOTHING: Final = "Chưa có ô nào khác đi nên chưa lưu gì."
MEANWHILE: Final = "Dòng này vừa được sửa ở nơi khác. Dưới đây là nội dung hiện nay; hãy xem lại rồi sửa."
DOUBTS: Final = "Chưa lưu. Hãy xem lại các ô được đánh dấu; nếu đúng là như vậy, bấm “Vẫn lưu như vậy”."
TOO_LONG: Final = "Nội dung dài quá {most} ký tự."
NO_DAY: Final = "Không thấy ngày, tháng, quý, năm hay “thường xuyên” trong thời hạn này."
FAR_DAY: Final = "Thời hạn rơi vào năm {year}, trong khi kế hoạch là của năm {plan}."
BACKWARD: Final = "Thời hạn kết thúc trước khi bắt đầu."
EMPTIED: Final = "Ô này sẽ thành để trống, trong khi văn bản có ghi."
UNKNOWN_UNIT: Final = "Chưa thấy “{unit}” ở dòng nào khác của kế hoạch này.{near}"
NEAR_UNIT: Final = " Gần giống: {near}."
NO_FIGURE: Final = "Không còn con số nào, trong khi văn bản có ghi số."

# On the plan's own pages.
FIX: Final = "Sửa"
FIX_ROW: Final = "Sửa dòng {place}"
FIX_HERE: Final = "Sửa dòng này"
FIX_HEAD: Final = "Sửa số, ngày, cơ quan, người ký"
CHOOSE: Final = "Sửa ô trong văn bản"
CHOOSING: Final = "Bấm “Sửa” ở đầu dòng cần sửa."
STOP: Final = "Thôi sửa"
MENDED: Final = "đã sửa thành: {text}"
MENDED_FIELD: Final = "{field} – đã sửa thành: {text}"
FILLED: Final = "{field} – văn bản để trống, đã điền: {text}"
HEAD_MENDED: Final = "Đã sửa {field}: văn bản ghi “{printed}”."
HEAD_FILLED: Final = "Đã điền {field}: văn bản để trống."
LIST: Final = "Chỗ đã sửa"
LIST_COLUMNS: Final = ("Chỗ", "Ô", "Văn bản ghi", "Sửa thành", "Người sửa, lúc", "Tình trạng")
NO_LIST: Final = "Chưa sửa chỗ nào."
AT_LABEL: Final = "Sửa một dòng theo chỗ ghi"
AT_HINT: Final = "Ví dụ: Phụ lục II/3"
AT_OPEN: Final = "Mở dòng"
COUNT: Final = "{count} chỗ đã sửa"
