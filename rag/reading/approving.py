"""Who approves what is laid before them: "dự toán trình ai duyệt", out of "… trình Ban Giám đốc xem xét, phê duyệt"."""

from __future__ import annotations

import re
from typing import Final

from ingest.units import split_units, starts_like_unit
from rag.language.words import sound
from rag.query.question import Query

_DOES: Final = "phê duyệt|duyệt|quyết định|thông qua|cho ý kiến|ký|ban hành|xem xét|quyết"
_WHO: Final = rf"(?:{sound('ai')}|(?:{'|'.join(map(sound, ('cấp', 'cơ quan', 'đơn vị', 'sở', 'ban', 'người', 'lãnh đạo', 'bên', 'nơi')))}) {sound('nào')}|{sound('đâu')})"
_ASKED: Final = re.compile(
    rf"\b{sound('trình')} (?:{sound('lên')} |{sound('cho')} )*{_WHO}(?: {sound('để')})? (?:{'|'.join(map(sound, _DOES.split('|')))})\b"
    rf"|\b{sound('trình')} (?:{sound('lên')} |{sound('cho')} )*{_WHO}$"
    rf"|\b{_WHO} (?:{sound('là người')} |{sound('sẽ')} )?(?:{sound('phê duyệt')}|{sound('duyệt')})\b"
)
_TOLD: Final = re.compile(
    rf"(?i)(?<!quy )(?<!toàn )(?<!phần )(?<!chương )(?<!công )(?<!quá )\btrình\s+(?:lên\s+|cho\s+)?(?P<whom>[^.;]{{3,80}}?)(?=,?\s+(?:để\s+)?(?:{_DOES}|trước|trong|vào|theo)\b|[.;]|$)"
)

_HIGHER: Final = re.compile(r"(?i)(?:các )?cấp (?:có thẩm quyền|trên|ủy)")


def approver_asked(query: Query, text: str) -> tuple[str, ...]:
    """Those before whom the clause lays something, where it is asked who approves; () where it names nobody."""
    if not _ASKED.search(query.spoken):
        return ()
    told = (match["whom"].strip() for match in _TOLD.finditer(text))
    whom = next((one for one in told if starts_like_unit(one) or _HIGHER.match(one)), "")
    units = split_units(whom)
    return units if len(units) > 1 and all(map(starts_like_unit, units)) else (whom,) if whom else ()
