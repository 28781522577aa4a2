"""Every Vietnamese sentence about how files were read."""

from __future__ import annotations

from typing import Final

READERS: Final = {
    "text": "văn bản thuần",
    "docx": "Word (.docx)",
    "xlsx": "Excel (.xlsx)",
    "html": "trang web",
    "doc": "Word cũ (.doc) qua LibreOffice",
    "xls": "Excel cũ (.xls) qua LibreOffice",
    "odt": "OpenDocument (.odt) qua LibreOffice",
    "ods": "OpenDocument (.ods) qua LibreOffice",
    "rtf": "RTF qua LibreOffice",
    "pdf": "PDF có chữ",
    "scan": "ảnh quét, nhận dạng chữ",
    "ocr": "ảnh quét, nhận dạng chữ",
}
READ_LABEL: Final = "Cách đọc"
ENCODING: Final = "mã {name}"
PAGES: Final = "{count} trang"
TABLES: Final = "{tables} bảng, {rows} dòng bảng"
NO_TABLES: Final = "không có bảng"
SURE: Final = "đọc chắc {percent} % số việc và chỉ tiêu"
SURE_ALL: Final = "đọc chắc mọi việc và chỉ tiêu"
NOT_READ_SO: Final = "(nạp từ phiên bản cũ, chưa ghi cách đọc; nạp lại để có)"
PLACES: Final = " ({count} chỗ)"
MORE_PLACES: Final = "… và {count} chỗ khác"
MORE_NOTES: Final = "… và {count} ghi chú khác; xem đủ: roviec check {file}"
NOTHING_TO_SEE: Final = "Không có gì cần xem lại."
