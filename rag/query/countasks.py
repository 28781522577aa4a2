"""Whether a question asks how many of something there are; "mấy" may be no more than a plural."""

from __future__ import annotations

import re
from typing import Final

from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.query.norows import SO_MANY
from rag.query.telegrams import THINGS

_NUMBER_OF: Final = re.compile(
    r"(?:^|[:,;–-])\s*(?:tong )?so (?:luong (?!.*bao nhieu))?"
    r"(?:nhiem vu|chi tieu|viec|dau viec|cong viec)\b"
)
_HOW_MANY: Final = re.compile(rf"\b(?:may|bao nhieu) (?:loai|hang muc|{THINGS})\b|\b(?:{THINGS})\b{SO_MANY}")
PLURAL: Final = re.compile(
    r"(?<!co )(?<!gom )(?<!thanh )(?<!tong )(?<!dat )(?<!la )(?<!chia )\bmay (?!(?:phan tram|va|roi|voi|luon|dong thoi)\b)"
    r"(?=.*\b(?:nao|gi|ai|(?<!\d )sao|bao gio|(?:o|ve|tai|len|cho) dau)\b)"
)
"""Folded: "mấy" before a question word only makes it several: "mấy bên nào", "mấy nhóm đó ai lo"."""
FEW_WORD: Final = sound("mấy")
_TRADE: Final = re.compile(rf"\b(?:thuong|khuien) {FEW_WORD}\b")  # "thương mại Đồng Tháp" sounds like "mấy dòng"
_SHARE: Final = re.compile(r"\b(?:may|bao nhieu)\s*(?:%|phan tram\b)")
_SO_MUCH: Final = re.compile(r"\b(?:may|bao nhieu)\b")
"""Folded: "bao nhiêu %, kế hoạch …" counts no plans."""


def asks_count(spoken: str, folded: str) -> bool:
    """Whether a number of things is asked for; "mấy" may be no more than a plural."""
    shares = _SHARE.sub("", folded)
    if shares != folded and not _SO_MUCH.search(shares):
        return False
    plurals = len(PLURAL.findall(folded))
    if plurals:
        folded, spoken = PLURAL.sub("", folded), spoken.replace(f"{FEW_WORD} ", "", plurals)
    counted = find_phrase(_TRADE.sub("", spoken), heard("ask.count"))
    return bool(counted or _NUMBER_OF.search(folded) or _HOW_MANY.search(folded))
