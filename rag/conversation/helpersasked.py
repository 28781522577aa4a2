"""A follow-up that says nothing but that those who help are asked for: "thế còn đơn vị nào cùng làm với bên ấy?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from rag.language.words import either, sound
from rag.mentions.roles import HELPING_IDIOMS
from rag.query.asks import Intent
from rag.query.question import Query

_HELPING: Final = either(
    *(
        "phối hợp",
        "phố hợp",
        "cùng làm",
        "làm cùng",
        "làm chung",
        "cùng thực hiện",
        "thực hiện cùng",
        "cùng triển khai",
    ),
    *("cùng tham gia", "tham gia cùng", "cùng lo", "lo cùng", "vào cuộc", "làm với", "đi cùng", "đồng hành"),
    *("hỗ trợ", "giúp", "giúp sức", "phụ", "phụ giúp", "chung tay", "góp sức", "tiếp tay", "tiếp sức", "sát cánh"),
)
_LEADING: Final = re.compile(rf"\b(?:{either('chủ trì', 'đầu mối', 'chính', 'chịu trách nhiệm', 'phụ trách')})\b")
_ASKS: Final = re.compile(rf"\b(?:ai|{either('nào', 'gì', 'đâu')})\b")
_OFFICES: Final = ("đơn vị", "cơ quan", "bộ phận", "phòng ban", "phòng", "ban", "sở", "ngành", "tổ chức", "bên", "nơi", "chỗ", "người")  # fmt: skip
_BEFORE: Final = ("họ", "nó", "đó", "ấy", "này", "đấy", "kia", "trên", "việc", "nhiệm vụ", "vụ", "phần", "khâu")
_PRINTED: Final = ("cột", "mục", "ô", "ghi", "tên", "đứng tên", "có tên", "nêu", "kể", "vai", "vai trò")
_OTHERS: Final = (
    *(
        "thế",
        "còn",
        "vậy",
        "thì",
        "những",
        "các",
        "mấy",
        "hai",
        "ba",
        "bốn",
        "năm",
        "có",
        "nữa",
        "không",
        "với",
        "cho",
        "và",
    ),
    *(
        "là",
        "ra",
        "ngoài",
        "khác",
        "thêm",
        "làm",
        "lo",
        "được",
        "phải",
        "thực hiện",
        "triển khai",
        "tham gia",
        "trong",
        "của",
    ),
    *(
        "đã",
        "sẽ",
        "ở",
        "về",
        "nhỉ",
        "cùng",
        "gồm",
        "chung",
        "một tay",
        "bên cạnh",
        "giao",
        "do",
        "vào",
        "tất cả",
        "cụ thể",
    ),
)
_HELPS: Final = re.compile(rf"\b(?:{_HELPING}|{'|'.join(HELPING_IDIOMS)})\b")
_SAYS_NOTHING: Final = frozenset(
    syllable
    for said in (
        *map(sound, (*_OFFICES, *_BEFORE, *_PRINTED, *_OTHERS)),
        *HELPING_IDIOMS,
        *_HELPING.split("|"),
        "ai nao di dau",
    )
    for syllable in said.split()
)
"""The syllables of all that may be said beside: none of them tells which work is meant."""


def helpers_asked(query: Query) -> Query | None:
    """The question of the helpers of the work spoken of; None where it says anything that tells which work."""
    if query.intent is not Intent.FACT or query.role not in ("", "lead", "support") or not query.pointer.empty:
        return None
    if query.actors or query.quoted or query.period or query.has("number", "place", "issuer"):
        return None
    said = query.spoken
    if (
        not _HELPS.search(said)
        or not _ASKS.search(said)
        or _LEADING.search(said)
        or not _SAYS_NOTHING.issuperset(said.split())
    ):
        return None
    return replace(query, role="support", roles=(), mentions=(), plans=None)
