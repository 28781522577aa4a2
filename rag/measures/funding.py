"""Where the money comes from: what asks for it, and whether a text tells it."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import sound

_SPENT: Final = "|".join(map(sound, ("làm", "chi", "để", "thực hiện", "lấy", "mua", "cho", "trả")))
_MONEY: Final = rf"{'|'.join(map(sound, ('kinh phí', 'vốn', 'ngân sách')))}|{sound('tiền')}(?= (?:{_SPENT})\b)"
"""Money by its names; "tiền" is a syllable of other words too ("tiền phương")."""
_TAKEN: Final = "|".join(map(sound, ("lấy", "từ", "ở", "bằng", "theo", "do", "lấy từ", "lấy ở", "trích từ", "cấp từ")))
_ASKS: Final = re.compile(
    rf"\b(?:{_MONEY})\b(?: \S+)* (?:{_TAKEN}) (?:{sound('nguồn')} |{sound('khoản')} )?(?:{sound('đâu')}|{sound('nào')}|{sound('gì')})\b"
    rf"|\b{sound('nguồn')} (?:{_MONEY})\b(?: \S+)* (?:{sound('đâu')}|{sound('nào')}|{sound('gì')})\b"
)
_TOLD: Final = re.compile(
    r"(?i)\b(?:nguồn|ngân sách|dự toán|quỹ|xã hội h[óo][aá]|huy động|đóng góp|tài trợ|viện trợ|ủng hộ|chi thường xuyên"
    r"|sự nghiệp|tự chủ|tự (?:cân đối|bảo đảm|đảm bảo|bố trí)|lồng ghép|vốn|bố trí|NSNN|NSTW|NSĐP)\b"
)


def asks_source(spoken: str) -> bool:
    """Whether a question, in sound form, asks where money comes from ("kinh phí lấy từ đâu")."""
    return _ASKS.search(spoken) is not None


def tells_source(text: str) -> bool:
    """Whether a text names what money may come from."""
    return _TOLD.search(text) is not None
