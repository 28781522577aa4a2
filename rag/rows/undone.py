"""What no plan tells of its rows: whether the work is done, how pressing or new it is, where in any month it falls."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold, tone_normal
from rag.query.question import Query
from rag.query.telegrams import THINGS

_ENDS: Final = r"(?=\s*(?:$|[?.!,;)]|(?:trong|o|tai|cua|theo|thuoc|chua|vay|the|roi|nhi|a|ha)\b))"
_WORKED: Final = (
    r"(?:hoan thanh|hoan tat|lam xong|lam|xong|thuc hien xong|thuc hien|trien khai xong|trien khai|ket thuc)"
)
_DONE: Final = re.compile(
    rf"\b(?:{THINGS})(?: (?:nao|gi))?(?: (?:ma|la|thi|hien|nay|cua \S+ \S+))* (?:da|vua|moi) (?:duoc )?{_WORKED}(?: xong)?{_ENDS}"
    rf"|\b(?<!phai )(?:nao|gi|viec|vu)(?: da)? {_WORKED}(?: xong)? roi\b"
    rf"|\b(?:{THINGS})(?: (?:nao|gi))? (?:con )?dang (?:duoc )?(?:lam|thuc hien|trien khai)(?: do)?{_ENDS}"
    rf"|\b(?:con dang do|con lam do)\b"
)
_UNFINISHED: Final = re.compile(r"\b(?:dang|đang|làm) dở\b|\bdở dang\b")
"""As typed, for without its tone "dở" is "do" ("Phòng Việc làm | do Sở A quản lý")."""
_DUE: Final = frozenset({"overdue", "until_now"})
_ANY_MONTH: Final = re.compile(r"\b(?:cuoi|dau|giua) (?:thang|quy|tuan)\b(?! (?:\d|[ivx]+\b|nay|sau|toi|truoc))")

_SORTED: Final = re.compile(
    r"(?:việc|nhiệm vụ)(?: nào| gì)?(?: (?:cần|phải|nên))* (?:làm|thực hiện|triển khai|xử lý) (?:gấp|khẩn)\b"
    r"|(?:những|các|mấy|bao nhiêu) (?:việc|nhiệm vụ) (?:mới|cũ)\b(?! \w+ (?:ban hành|giao))(?! (?:được|phát sinh))"
)
"""How pressing or how new rows are to be; elsewhere these words say nothing ("em hỏi gấp")."""


def asks_done(query: Query) -> bool:
    """Whether rows are asked for by how far their work has come ("việc nào đã hoàn thành")."""
    if query.flags & _DUE or query.quoted:
        return False
    return (
        _DONE.search(fold(query.typed)) is not None or _UNFINISHED.search(tone_normal(query.typed.lower())) is not None
    )


def asks_untold(query: Query) -> bool:
    """Whether rows are to fall into a part of no month in particular ("hạn vào cuối tháng"), be pressing or new."""
    if query.quoted:
        return False
    of_any = query.period is None and _ANY_MONTH.search(fold(query.typed)) is not None
    return of_any or _SORTED.search(tone_normal(query.typed)) is not None
