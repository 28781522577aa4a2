"""The Vietnamese of a plan's original file and the pictures of its pages."""

from __future__ import annotations

from typing import Final

DOWNLOAD: Final = "Tải tệp gốc"
SIZE: Final = "{kind}, {size}"
PICTURE: Final = "Ảnh trang gốc"
PICTURE_ALT: Final = "Ảnh trang của tệp gốc có chỗ đang mở; chữ của trang ở trong văn bản bên cạnh"
PAGE_ALT: Final = "Ảnh trang {page} của tệp gốc; chữ của trang ở trong văn bản của kế hoạch"
LARGER: Final = "Xem trang lớn, trang trước và sau"
SHOW_PAGES: Final = "Xem ảnh các trang"
TITLE: Final = "Trang {page} trong {pages} trang"
RECKONED: Final = (
    "Bản quét không cho biết trang của từng chỗ; trang này là ước chừng. Hãy dùng Trang trước, Trang sau để tìm."
)
PREVIOUS: Final = "Trang trước"
NEXT: Final = "Trang sau"
TO_TEXT: Final = "Về văn bản"
PAGES: Final = "Chuyển trang"
NOT_KEPT: Final = (
    "Kho không giữ tệp gốc của kế hoạch này. Nạp lại chính tệp ấy ở trang Kho kế hoạch thì từ đó sẽ tải được."
)
NO_PICTURE: Final = "Không dựng được ảnh trang này. Hãy tải tệp gốc để xem."
NO_ROOM: Final = "Không giữ được tệp gốc: chỗ dành cho tệp gốc đã đầy hoặc không ghi được; hãy báo quản trị viên."
BUSY: Final = "Đang có nhiều người xem ảnh trang. Hãy đợi giây lát rồi tải lại."
