"""Whether tasks or targets are asked for, or both: targets may be counted in beside what is asked for ("… , tính cả chỉ tiêu")."""

from __future__ import annotations

import re
from typing import Final

from rag.language.phrases import heard
from rag.language.words import either, find_phrase, sound

_TARGET: Final = sound("chỉ tiêu")
_GOALS: Final = re.compile(r"\b(?:mai|bao nhieu|nhung|cac) muc tieu\b")
"""Goals are asked for as targets are: no task is one."""
_COUNTING: Final = (
    rf"(?<!{sound('không')} )(?<!{sound('chưa')} )(?<!{sound('liệt')} )(?<!{sound('thống')} )"
    rf"\b(?:{either('tính', 'kể', 'gồm', 'bao gồm', 'gộp', 'lấy', 'thêm', 'cộng', 'đếm')})"
)
_IN: Final = either("luôn", "thêm", "cả", "chung", "gộp", "vào", "tới", "đến")
_MANY: Final = either("các", "những", "mấy", "phần", "cả", "luôn")
_ALSO: Final = either("cũng", "thì cũng", "vẫn", "luôn", "đều")
_COUNTED: Final = re.compile(
    rf"{_COUNTING}(?: (?:{_IN}))+ (?:(?:{_MANY}) )*{_TARGET}\b|\b{_TARGET} (?:{_ALSO}) {_COUNTING}\b"
)
"""Sound form of targets that are counted in beside what else is asked for."""
COUNTED_IN: Final = re.compile(
    rf" {_COUNTING}(?: (?:{_IN}))+(?= (?:(?:{_MANY}) )*{_TARGET} )|(?<= {_TARGET}) (?:{_ALSO}) {_COUNTING}(?: (?:{_IN}))*(?= )"
)
"""The words, padded, that say no more than that they are."""


def read_kind(spoken: str) -> str:
    """Whether "task", "target" or "both" are asked for; "" when neither is named."""
    rest, counted_in = _COUNTED.subn("|", spoken)
    named = _named(rest)
    return named if not counted_in or named == "target" else "both"


def _named(spoken: str) -> str:
    target = find_phrase(spoken, (_TARGET,)) or _GOALS.search(spoken)
    task = find_phrase(spoken, heard("noun.task"))
    if target and task:
        return "both"
    return "target" if target else ("task" if task else "")


def read_head(spoken: str) -> str:
    """The noun before "nào" when a kind of office is asked for ("phòng nào", "sở nào"), as it sounds."""
    match = re.search(r"\b(so|phong|ban|co quan|don vi|bo|chung tam) nao\b", spoken)
    return match[1] if match and match[1] not in ("co quan", "don vi") else ""
