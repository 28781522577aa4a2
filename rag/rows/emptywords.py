"""Words of a question for rows that say no more of them than that there are such."""

from __future__ import annotations

from typing import Final

from ingest.folding import tone_normal
from rag.language.words import sound
from rag.query.question import Query

_AROUND_TYPED: Final = frozenset(
    (
        "mở", "tổ", "chức", "dùng", "sử", "dụng", "đi", "bị", "được", "học", "dạy", "làm", "tham", "gia", "thực",
        "hiện", "thuộc", "bằng", "do", "trình", "bởi", "cùng", "với", "trên", "địa", "bàn", "tháng", "năm",
        "quý", "ngày", "tới", "này", "đó", "gồm", "diễn", "ra", "ông", "bà", "anh", "chị", "đồng", "chí", "chỗ",
        "nơi", "số", "tất", "cả", "vậy", "thế", "ạ", "nhỉ", "cho", "em", "hỏi", "xin", "tên", "phải", "sẽ", "cần", "ở",
        "tại", "của", "trong", "và", "theo", "có", "là", "nào", "gì", "mấy", "bao", "nhiêu", "những", "các",
        "danh", "sách", "mục", "liệt", "kê", "kể", "lớp", "cuộc", "khóa", "nằm", "đợt", "lần", "vào", "từ", "đến",
        "phụ", "trách", "lãnh", "đạo", "chủ", "trì", "phối", "hợp", "chỉ", "đạo", "biết", "nhu", "lục", "kế",
        "hoạch", "giúp", "tổng", "cộng", "xuống", "về", "lên", "qua", "ghé", "tuần",
    )
)  # fmt: skip
"""As typed with accents."""
AROUND: Final = frozenset(map(sound, _AROUND_TYPED))


def around(query: Query) -> set[str]:
    """The words that say nothing of rows; typed with accents, one that only sounds so says something ("thuốc", "thuộc")."""
    if not query.words.accents:
        return set(AROUND)
    return {token.heard for token in query.words.tokens if tone_normal(token.typed.lower()) in _AROUND_TYPED}
