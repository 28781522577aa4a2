"""What the asker says of himself behind the question: "… số mấy? Trên bản của tôi bỏ trống." asks nothing."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold

_NEXT: Final = re.compile(r"\?\s+(?=\S)")
_ASKER: Final = re.compile(
    r"\b(?:toi|minh|em|tui|chau|ben em|ben toi|chung toi|chung em)(?: (?:da|moi|vua|cu|thi|khong|chua|hay|dang|chi))*"
    r" (?:thay|nghe|nho|doc|xem|tim|tra|hoi|biet|ro|can|dinh|so|nham|quen|dang|lam|soan|viet|hieu|nghi|tuong|cam on)\b"
    r"|\b(?:hoi )?cam on\b|\b(?:nghe|thay) (?:noi|bao|don|bao la|noi la)\b"
)
"""The asker, and what he sees, has heard or does."""
_TELLS: Final = re.compile(
    r"\b(?:tru|ngoai|bo qua|bo ra|loai|khong (?:tinh|ke|lay|gom)|chua tinh|tinh ca|ke ca|gom|chi (?:lay|tinh|can|hoi|ke|muon)|rieng|hom nay|bua nay"
    r"|liet ke|ke (?:het|ra|ten|du)|theo thu tu|ai|gi|nao|dau|bao nhieu|bao gio|may|khi nao|the nao|ra sao)\b"
)
"""Sets the day, leaves something out, chooses, or asks on."""


def without_remarks(typed: str) -> str:
    """The question without the sentences behind it that only say what the asker sees, knows or does."""
    folded = fold(typed)
    if len(folded) != len(typed):
        return typed
    end = _NEXT.search(folded)
    behind = folded[end.end() :] if end else ""
    if end is None or "?" in behind or not _ASKER.search(behind) or _TELLS.search(behind):
        return typed
    return typed[: end.start() + 1]
