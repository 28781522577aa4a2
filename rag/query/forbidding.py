"""Questions for what is forbidden: "nghiêm cấm điều gì", "không được làm gì"; no row of an annex is asked for."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import either

BANS: Final = rf"(?:{either('nghiêm cấm', 'cấm', 'bị cấm', 'không được', 'không được phép', 'tuyệt đối không', 'tuyệt đối không được', 'không cho phép', 'không cho', 'chẳng cho', 'cấm tiệt', 'cấm không được', 'cấm chỉ', 'cấm không cho', 'chớ được', 'chẳng được', 'chẳng được phép')})"
"""Words of a question that forbid, as they sound."""
FILLED: Final = rf"(?:{either('làm', 'có', 'để xảy ra', 'để', 'mọi', 'thực hiện', 'ai')})"
FORBIDS: Final = re.compile(
    r"(?i)(?<!\w)(?:(?:nghiêm )?cấm|không được|tuyệt đối không|không cho phép)\s|(?:^|[;,.:]\s+)(?:[-+•]\s*)?không\s(?!chỉ\b|những\b)"
)
"""What a text forbids by."""
BANNING: Final = re.compile(r"(?i)(?<!\w)(?:(?:nghiêm )?cấm|không được|tuyệt đối không|không cho phép)\s")
"""The same in so many words; a bare "không" may only say how something is."""
FORBIDDEN: Final = re.compile(
    rf"\b{BANS} (?:{FILLED} )*(?:(?:{either('những', 'các', 'cái', 'điều', 'việc', 'hành vi', 'chuyện')}) )*(?:{either('gì', 'hành vi nào', 'việc nào', 'điều nào')})\b"
)
"""Asks what is forbidden."""
