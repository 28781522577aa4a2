"""Questions of how far the work has come ("đã xong chưa"), which no plan tells."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import find_phrase, sound

_PROGRESS: Final = re.compile(
    r"\b(?:(?:da|duoc) )?(?:lam |thuc hien |chien chai )?(?:song|hoan thanh) (?:\S+ )?chua(?: (?:vai|the|nhi|a|ha|roi))*$"
    r"|\b(?:tien do )?(?:(?:lam|thuc hien|chien khai|chai) )?(?:den|toi) dau roi\b|\btien do (?:\S+ ){0,2}?(?:den|toi) dau\b"
)
_SURE_ASKS: Final = tuple(
    map(sound, ("ai", "nào", "gì", "khi nào", "bao giờ", "bao nhiêu", "hạn", "mấy", "đơn vị", "kết quả"))
)


def asks_progress(spoken: str) -> bool:
    """Whether nothing is asked but how far the work has come ("đã xong chưa"), which no plan tells."""
    asked = _PROGRESS.search(spoken)
    return asked is not None and not find_phrase(_PROGRESS.sub(" ", spoken), _SURE_ASKS)
