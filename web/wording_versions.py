"""The Vietnamese of a plan's versions and of what changed between two of them."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Các bản của kế hoạch"
LEAD: Final = "Câu trả lời chỉ dùng bản đang dùng; các bản khác giữ lại để xem và so."
SHOW: Final = "Các bản"
CURRENT: Final = "Đang dùng để trả lời"
NOT_CURRENT: Final = "Bản trước, chỉ để xem"
REPLACED: Final = "Đã được thay"
ONLY_ONE: Final = "Kho chỉ có một bản của kế hoạch này."
OPEN: Final = "Mở văn bản"
COMPARE: Final = "Khác gì so với bản thay nó"
COUNTS: Final = "{tasks} nhiệm vụ, {targets} chỉ tiêu"
EARLIER: Final = "{file}, nội dung trước"
BEFORE: Final = {1: "1 bản trước", 2: "{count} bản trước"}
ANY_TWO: Final = "So hai bản bất kỳ"
OLD: Final = "Bản cũ"
NEW: Final = "Bản mới"
COMPARE_BUTTON: Final = "So hai bản"
OLD_CONTENT: Final = "Đang xem một bản trước. Câu trả lời không dùng bản này."
SEE_VERSIONS: Final = "Xem các bản"

DIFFERENCE: Final = "Hai bản khác nhau những gì"
SAME: Final = "Hai bản giống nhau về phần đầu, nhiệm vụ và chỉ tiêu."
SUMMARY: Final = {
    "head": "{count} chỗ ở phần đầu",
    "changed": "{count} dòng đổi nội dung",
    "added": "{count} dòng mới",
    "dropped": "{count} dòng bỏ",
    "moved": "{count} dòng chỉ đổi số thứ tự",
}
HEAD: Final = "Phần đầu văn bản"
CHANGED: Final = "Dòng đổi nội dung"
ADDED: Final = "Dòng mới"
DROPPED: Final = "Dòng bỏ"
MOVED: Final = "{count} dòng khác chỉ đổi số thứ tự."
FIELD: Final = "Ô"
WAS: Final = "Bản cũ ghi"
IS: Final = "Bản mới ghi"
PLACE_WAS: Final = "bản cũ"
PLACE_IS: Final = "bản mới"
KINDS: Final = {"task": "nhiệm vụ", "target": "chỉ tiêu"}
NO_VERSION: Final = "Không có bản “{name}” trong kho. Hãy chọn lại ở trang Các bản."
