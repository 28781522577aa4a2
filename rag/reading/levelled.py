"""How something stands beside others: "cao hơn mức bình quân cả tỉnh" where "ở mức nào so với …" is asked."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import either
from rag.measures.pieces import TRIM

_LEVEL_ASKED: Final = re.compile(
    rf"\b(?:{either('mức', 'mức độ', 'tầm', 'ngưỡng', 'vị trí')}) (?:{either('nào', 'gì')})\b|\b(?:{either('thế nào', 'ra sao', 'cao hay thấp', 'hơn hay kém', 'cỡ nào', 'đến đâu')})\b"
)
_BESIDE: Final = re.compile(
    rf"\b(?:{either('so với', 'so sánh với', 'so cùng', 'so mặt bằng', 'so bình quân')})\b|\b(?:{either('đứng', 'xếp')}) (?:{either('ở đâu', 'chỗ nào')}) \S+ \S+"
)
_HOW_MANY: Final = re.compile(rf"\b(?:{either('bao nhiêu', 'mấy')})\b")
"""Where a figure may be asked for, a level without one is none."""
_STANDS: Final = re.compile(
    r"(?i)(?<!\w)(?:(?:không|chẳng)\s+)?(?:(?:cao|thấp|lớn|nhỏ|nhiều|ít|nhanh|chậm|tốt|khá|kém)\s+hơn(?:\s+hoặc\s+bằng)?|vượt|bằng|ngang(?:\s+bằng)?|tương\s+đương|trên|dưới)"
    r"\s+(?:với\s+)?(?:so\s+với\s+)?(?:mức\s+)?(?:bình\s+quân|trung\s+bình|mặt\s+bằng)(?=\W).*?(?=[,;.](?:\s|$)|\s(?:ngay\s+trong|trong|vào|đến|từ|và)\s+(?:cuối\s+|hết\s+)?(?:năm|quý|tháng|giai đoạn)\s|$)"
)
"""How what is measured stands to an average, up to the time by which it does."""


def level_beside(spoken: str, text: str) -> str:
    """The one stretch of a text that says how something stands to the average of others, where that is asked; "" otherwise."""
    if not (_LEVEL_ASKED.search(spoken) and _BESIDE.search(spoken)) or _HOW_MANY.search(spoken):
        return ""
    told = list(_STANDS.finditer(text))
    return told[0][0].strip(TRIM) if len(told) == 1 else ""
