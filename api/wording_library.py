"""Every Vietnamese sentence about correcting plans, their versions and what changed between two of them."""

from __future__ import annotations

from typing import Final

from web import wording_fixing

BLANK: Final = wording_fixing.BLANK
FIELD_NAMES: Final = wording_fixing.FIELD_NAMES
STANDINGS: Final = wording_fixing.STANDINGS

# Correcting.
FIX: Final = "Sửa một ô mà văn bản ghi hoặc máy đọc sai; văn bản gốc giữ nguyên."
LOCATOR_MARK: Final = "CHỖ"
LOCATOR_HELP: Final = (
    "Chỗ ghi, như “Phụ lục II/3”; phần đầu văn bản là “Tiêu đề”; dòng thứ hai cùng chỗ là “Phụ lục II/3 (2)”."
)
FIELD_MARK: Final = "Ô"
FIELD_HELP: Final = (
    "tên, chủ trì, phối hợp, kết quả, thời hạn, ghi chú, đơn vị tính, chỉ tiêu; "
    "ở “Tiêu đề”: số, ngày, nơi, cơ quan, tên, người ký, chức vụ."
)
VALUE_MARK: Final = "NỘI_DUNG"
VALUE_HELP: Final = "Nội dung đúng; “” để ghi rằng ô ấy trống."
UNDO_HELP: Final = "Bỏ chỗ sửa, trở lại như văn bản ghi."
LIST_HELP: Final = "Liệt kê mọi chỗ sửa, cả những chỗ đã bỏ."
BY_MARK: Final = "NGƯỜI"
BY_HELP: Final = "Người sửa (mặc định là tên đăng nhập vào máy)."
FIELDS_AS_TYPED: Final = {
    "ten": ("name", "title"),
    "noi dung": ("name",),
    "nhiem vu": ("name",),
    "chu tri": ("lead",),
    "phoi hop": ("support",),
    "ket qua": ("result",),
    "san pham": ("result",),
    "thoi han": ("due",),
    "han": ("due",),
    "ghi chu": ("note",),
    "don vi tinh": ("unit",),
    "chi tieu": ("value",),
    "gia tri": ("value",),
    "so": ("number",),
    "so ky hieu": ("number",),
    "ngay": ("date",),
    "ngay ban hanh": ("date",),
    "noi": ("place",),
    "noi ban hanh": ("place",),
    "co quan": ("issuer",),
    "co quan ban hanh": ("issuer",),
    "nguoi ky": ("signer",),
    "chuc vu": ("signer_title",),
    "chuc vu nguoi ky": ("signer_title",),
}
"""Folded names of fields as people type them; of several the one that the place has."""
FIX_WHAT: Final = "Cần TỆP, CHỖ, Ô và NỘI_DUNG (hoặc --undo); xem các chỗ đã sửa bằng --list."
NO_SUCH_PLACE: Final = "{file} không có chỗ “{locator}”.{near}"
NEAR_PLACES: Final = " Gần giống: {places}."
TWIN_PLACES: Final = "{file} có nhiều dòng ở “{locator}”; hãy ghi rõ một dòng: {places}."
NO_SUCH_FIELD: Final = "Chỗ “{locator}” không có ô “{field}”; có: {fields}."
SAME_VALUE: Final = "{locator}, {field}: văn bản đã ghi đúng như vậy."
BAD_DAY: Final = "Ngày “{text}” chưa đúng; hãy viết 2026-03-31, 31/3/2026 hoặc “ngày 31 tháng 3 năm 2026”."
NOT_FIXED: Final = "{locator}, {field}: không có chỗ sửa nào đang áp dụng."
FIXED: Final = "Đã sửa {locator}, {field}: “{old}” → “{new}”."
LOOK_AGAIN: Final = "Đã lưu, nhưng cần xem lại {locator}, {field}: {doubt}"
UNDONE: Final = "Đã bỏ chỗ sửa {locator}, {field}; trở lại như văn bản ghi: “{old}”."
NO_FIXES: Final = "Chưa sửa chỗ nào."
FIX_COLUMNS: Final = ("Chỗ", "Ô", "Văn bản ghi", "Sửa thành", "Người sửa, lúc", "Tình trạng")
ASIDE: Final = "Chỗ sửa ở {place} thành “{new}”: {state} (roviec fix --list)."

# Versions.
VERSIONS: Final = "Liệt kê các bản của mỗi kế hoạch: bản đang dùng, bản trước, bản điều chỉnh."
DIFF: Final = "Cho biết hai bản của một kế hoạch khác nhau những gì."
OLD_MARK: Final = "BẢN_CŨ"
NEW_MARK: Final = "BẢN_MỚI"
VERSION_HELP: Final = "Tệp trên máy, tên tệp trong kho, hoặc tên một bản trước như lệnh versions in ra."
NEW_HELP: Final = "Bỏ trống thì so bản trước với bản đang dùng của tệp ấy."
AS_TEXT_HELP: Final = "In toàn văn của bản ấy."
TEXT_OF_WHAT: Final = "Cần TỆP để in toàn văn."
NO_VERSION: Final = "Không có tệp hay bản nào tên “{file}”."
NO_EARLIER: Final = "Kho không giữ bản trước nào của “{file}”."
NOT_KEPT: Final = "Trong kho không có kế hoạch “{file}” để so với bản trước. So hai tệp: roviec diff TỆP_CŨ TỆP_MỚI"
CURRENT: Final = "đang dùng để trả lời"
NOT_CURRENT: Final = "bản trước, chỉ để xem"
NO_NUMBER: Final = "(chưa có số)"
ROW_COUNTS: Final = "{tasks} nhiệm vụ, {targets} chỉ tiêu"
BEFORE: Final = "nội dung trước đây của {file}"
LINKS: Final = {
    "replaces": ("thay {file}", "đã được thay bằng {file}"),
    "adjusts": ("điều chỉnh, bổ sung {file}", "được {file} điều chỉnh, bổ sung; cả hai cùng được dùng"),
}
"""By relation, what is said of the newer and of the older file."""
NOW_REPLACES: Final = "{newer} thay {older}{number}: câu trả lời chỉ dùng {newer}; {older} giữ lại để xem."
KEPT_OLD: Final = (
    "{file} vẫn giữ nội dung cũ và câu trả lời vẫn dùng nội dung ấy, vì nội dung mới kho đã có ở {holder}. "
    "Nếu nội dung cũ không còn đúng: roviec remove {file}"
)
NOW_SAME: Final = (
    "Kho đã có {newer}, bản dùng thay cho {older}{number}: câu trả lời vẫn dùng {newer}; {older} giữ lại để xem."
)
NOW_ADJUSTS: Final = "{newer} điều chỉnh, bổ sung {older}{number}: câu trả lời dùng cả hai, nêu {newer} trước."

# Differences.
HEAD: Final = "Phần đầu –"
NO_DIFFERENCE: Final = "Hai bản giống nhau về phần đầu, nhiệm vụ và chỉ tiêu."
MOVED: Final = "{count} dòng khác chỉ đổi số thứ tự."
