"""What a note says of its row in the question's own verb: of a note "Thí điểm tại xã A" for "thí điểm ở đâu"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.plan import Field
from rag.language.words import either, sound
from rag.measures.pieces import TRIM

_SENTENCE: Final = re.compile(r"[;.]\s+|\s*[\n]\s*")
_LEADS: Final = re.compile(
    r"(?i)^(?:(?:ở|tại|cho|vào|trong|từ|đối với|với|trên|là|trước|đến|sang|do|bằng|qua|:)\s+)*(?:địa bàn\s+)?"
)
_VERB: Final = 2
"""Words that open a note."""
_GAP: Final = f"(?:{either('đâu', 'gì', 'ai', 'nào', 'bao nhiêu', 'mấy')})"
_REACH: Final = 4
"""Words between the verb and what asks: "ưu tiên | cho những tỉnh | nào"."""
_ASKS_ELSE: Final = rf"(?:{either('khi', 'lúc', 'bao giờ', 'ngày', 'tháng', 'quý', 'năm', 'thế', 'không', 'chưa', 'và', 'hay', 'do', 'theo')})"


def note_told(spoken: str, name: str, cells: Sequence[Field]) -> str:
    """What stands, in the first cell that so begins, behind the two words with which the question asks; "" without one.

    ``name`` is what the row is called: a verb that it has itself tells nothing of a note.
    """
    for cell in cells:
        for sentence in _SENTENCE.split(cell.text):
            words = sentence.split()
            verb = sound(" ".join(words[:_VERB]))
            if len(words) <= _VERB or len(verb.split()) != _VERB or f" {verb} " not in f" {spoken} ":
                continue
            if f" {verb} " in f" {sound(name)} " or words[_VERB] == "số":  # a document by its sort
                continue
            asked = re.search(rf"\b{re.escape(verb)} (?:(?!{_ASKS_ELSE}\b)\S+ ){{0,{_REACH}}}?{_GAP}\b", spoken)
            told = _LEADS.sub("", sentence.split(None, _VERB)[_VERB]).strip(TRIM) if asked else ""
            if told:
                return told
    return ""
