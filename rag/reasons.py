"""Why something is not done yet: a table tells it in the note of the row, if at all, so the note is asked for."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold, tone_normal
from rag.restated import folded_pattern
from rag.words import has_accents

_WHY: Final = r"(?:^sao|\b(?:tại|vì) sao|\bdo đâu|\b(?:vì |do )?(?:lý|lí) do|\bnguyên nhân)\b(?: (?:gì|nào))?(?: (?:mà|khiến|làm))?"
_NOT_DONE: Final = (
    r"\b(?:(?:vẫn|đến nay|hiện|hiện nay|giờ|mãi|còn|lại) )*(?:chưa|không) (?:được |thể |thấy )*"
    r"(?:triển khai|làm|thực hiện|hoàn thành|xong|tiến hành|khởi động|giao|ban hành)\b(?: (?:được|xong|nổi|đúng hạn|kịp))*"
)
_ASKS: Final = r"\b(?:ai|nào|bao giờ|bao nhiêu|mấy|đâu)\b"
_ENDS: Final = frozenset(
    [
        "có",
        "thì",
        "là",
        "ghi",
        "nêu",
        "nói",
        "rõ",
        "lý",
        "lí",
        "do",
        "nguyên",
        "nhân",
        "gì",
        "không",
        "ko",
        "vậy",
        "thế",
        "hả",
        "nhỉ",
        "ạ",
        "sao",
        "vì",
        "tại",
        "?",
        ",",
        ";",
        ".",
    ]
)
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_PUT: Final = "có ghi chú gì?"
_SPELT: Final = tuple(map(re.compile, (_WHY, _NOT_DONE, _ASKS)))
_PLAIN: Final = tuple(re.compile(folded_pattern(one)) for one in (_WHY, _NOT_DONE, _ASKS))
_PLAIN_ENDS: Final = frozenset(map(fold, _ENDS))


def asking_note(typed: str) -> str:
    """The question put as one for the note of the work; as typed where it asks no reason for what is not done."""
    accents = has_accents(typed)
    shown = tone_normal(typed) if accents else fold(typed)
    why, not_done, asks = _SPELT if accents else _PLAIN
    reason, undone = why.search(shown), not_done.search(shown)
    if reason is None or undone is None or len(shown) != len(typed) or reason.end() > undone.end():
        return typed
    left = "".join(
        " " if any(one.start() <= n < one.end() for one in (reason, undone)) else letter
        for n, letter in enumerate(shown)
    )
    ends = _ENDS if accents else _PLAIN_ENDS
    tokens = list(_TOKEN.finditer(left))
    while tokens and tokens[-1][0].lower() in ends:
        tokens.pop()
    end = tokens[-1].end() if tokens else 0
    if not tokens or asks.search(left[:end]):
        return typed
    kept = "".join(" " if blank == " " else letter for letter, blank in zip(typed[:end], left[:end], strict=True))
    return f"{' '.join(kept.split())} {_PUT if accents else fold(_PUT)}"
