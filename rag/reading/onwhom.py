"""Of whom something is asked where a clause says whose it is: "đề cao trách nhiệm của A, B" for "những ai phải nêu cao trách nhiệm"."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import either, sound
from rag.measures.pieces import TRIM

_RAISES: Final = (
    *("đề cao", "nêu cao", "phát huy", "nâng cao", "tăng cường", "thể hiện", "thể hiện rõ", "gắn", "siết chặt"),
    *("xác định rõ", "đề rõ", "giữ vững", "phát huy cao", "coi trọng", "đẩy mạnh"),
)
_OF_ONES_OWN: Final = (
    *("trách nhiệm", "vai trò", "ý thức", "tinh thần", "kỷ luật", "kỷ cương", "năng lực", "trình độ", "bản lĩnh"),
    *("tính chủ động", "tính gương mẫu", "tính tự giác", "tính tiên phong"),
)
"""What somebody has, so that the one whose it is has to raise it; of a report or result another may be meant."""
_ASKED: Final = re.compile(
    rf"^(?:chong |theo )?(?:(?:{either('những', 'các')}) )?(?:ai|(?:{either('đối tượng', 'người', 'cá nhân', 'tổ chức', 'đơn vị', 'cơ quan', 'thành phần', 'tập thể', 'lực lượng', 'cấp', 'ngành')}) (?:{either('nào', 'gì')}))"
    rf" (?:\S+ )*?(?:{either(*_RAISES)}) (?:\S+ ){{0,2}}?(?P<what>{either(*_OF_ONES_OWN)})\b"
)
_TOLD: Final = re.compile(
    rf"(?i)(?<!\w)(?:{'|'.join(sorted(_RAISES, key=len, reverse=True))})\s(?:[^\W\d_]+\s){{0,3}}?(?P<what>{'|'.join(_OF_ONES_OWN)})"
    r"(?:,?\s[^\W\d_]+){0,6}?\s+của\s+(?P<whom>[^;.]+?)(?=\s(?:trong|đối với|khi|để|nhằm)\s|[;.]|$)"
)


def whose_told(spoken: str, text: str) -> str:
    """Those whose responsibility, part or spirit is to be raised, where who has to raise it is asked; "" otherwise."""
    asked = _ASKED.search(spoken)
    told = (one for one in _TOLD.finditer(text) if asked and sound(one["what"]) == asked["what"])
    return next((one["whom"].strip(TRIM) for one in told), "")
