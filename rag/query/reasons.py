"""Why something is so or is not done yet; of work a table tells the second in the note of the row, if at all."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold
from rag.language.spelt import shown, spelt
from rag.language.words import either, has_accents, sound

CAUSES: Final = re.compile(
    rf"^sao (?!(?:{either('lưu', 'chép', 'y', 'in')}|{sound('lục')}(?! {sound('lượng')}))\b)|(?<!don )(?<!chuc )(?<!khong co )\b(?:{either('vì sao', 'tại sao', 'làm sao mà', 'do đâu', 'bởi đâu', 'vì đâu', 'vì cái gì', 'vì gì', 'vì điều gì', 'do điều gì', 'lý do gì', 'lý do nào', 'lý do', 'nguyên nhân gì', 'nguyên nhân nào', 'nguyên nhân', 'vì lẽ gì', 'vì lẽ nào', 'vì chuyện gì', 'vì cớ gì', 'vì cớ sao', 'tại cái gì', 'tại đâu mà', 'bởi sao', 'nguyên do', 'làm sao lại', 'sao lại')})\b"
)
"""Words that ask why, as they sound."""
_HOW_MANY: Final = re.compile(r"\bm[ấa]y\b")
_IS_WHAT: Final = re.compile(rf"\b(?:{either('là gì', 'là do đâu', 'là sao', 'gồm những gì', 'gồm gì')})$")
_ASKED_TOO: Final = re.compile(rf"\b(?:{either('ai', 'nào', 'gì', 'bao giờ', 'bao nhiêu', 'bao lâu', 'mấy', 'đâu')})\b")
_WHY: Final = r"(?:^sao|\b(?:tại|vì) sao|\b(?:do|vì|tại|bởi) đâu|\b(?:vì|do) (?:cớ|lẽ) (?:gì|nào)|\b(?:vì |do )?(?:lý|lí) do|\bnguyên nhân)\b(?: (?:gì|nào))?(?: (?:mà|khiến|làm))?"
_NOT_DONE: Final = (
    r"\b(?:(?:vẫn|đến nay|hiện|hiện nay|giờ|mãi|còn|lại) )*(?:chưa|không) (?:được |thể |thấy )*"
    r"(?:triển khai|làm|thực hiện|hoàn thành|xong|tiến hành|khởi động|giao|ban hành|(?:có|ghi|định|ấn định|chốt) (?:thời hạn|thời gian|hạn))\b(?: (?:được|xong|nổi|đúng hạn|kịp|cụ thể|rõ ràng|hoàn thành))*"
    r"|\b(?:(?:vẫn|đến nay|hiện|hiện nay|giờ|mãi|còn|lại|đang|cứ|bị) )*(?:để đó|bỏ đó|bỏ ngỏ|treo|nằm im|giậm chân tại chỗ|gác lại|đình lại|để không)(?![\w])"
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
        "ra",
        "chú",
        "thích",
        "cột",
        "phần",
        "?",
        ",",
        ";",
        ".",
    ]
)
_NOTED: Final = spelt(r"\b(?:ghi|chú) (?:chú|thích)\b")
_TIME: Final = spelt(
    r"^(?:(?:mốc|thời gian|thời điểm|thời hạn|hạn|tiến độ|hạn chót)(?: (?:của|hoàn thành|thực hiện|để|cho))* )+"
)
"""The time of the work that is left open, said before it."""
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_PUT: Final = "có ghi chú gì?"
_PATTERNS: Final = tuple(map(spelt, (_WHY, _NOT_DONE, _ASKS)))
_PLAIN_ENDS: Final = frozenset(map(fold, _ENDS))


def asks_why(spoken: str, typed: str) -> bool:
    """Whether it is asked why something is so and nothing else: what names a column then belongs to what is so."""
    if CAUSES.search(spoken) is None:
        return False
    left = CAUSES.sub(" ", _IS_WHAT.sub(" ", spoken))
    if not _HOW_MANY.search(typed.lower()):  # "mai một" sounds as if it began with "mấy"
        left = re.sub(rf"\b{sound('mấy')}\b", " ", left)
    return _ASKED_TOO.search(left) is None


def asking_note(typed: str) -> str:
    """The question put as one for the note of the work; as typed where it asks no reason for what is not done."""
    accents = has_accents(typed)
    read = shown(typed)
    why, not_done, asks = (one.of(typed) for one in _PATTERNS)
    reason, undone = why.search(read), not_done.search(read)
    if reason is None or undone is None or len(read) != len(typed):
        return typed
    if reason.end() > undone.end() and _NOTED.of(typed).search(read) is None:
        return typed
    left = "".join(
        " " if any(one.start() <= n < one.end() for one in (reason, undone)) else letter
        for n, letter in enumerate(read)
    )
    ends = _ENDS if accents else _PLAIN_ENDS
    tokens = list(_TOKEN.finditer(left))
    while tokens and tokens[-1][0].lower() in ends:
        tokens.pop()
    end = tokens[-1].end() if tokens else 0
    if not tokens or asks.search(left[:end]):
        return typed
    kept = "".join(" " if blank == " " else letter for letter, blank in zip(typed[:end], left[:end], strict=True))
    kept = " ".join(kept.split())
    time = _TIME.of(typed).match(shown(kept))
    return f"{kept[time.end() if time else 0 :]} {_PUT if accents else fold(_PUT)}"
