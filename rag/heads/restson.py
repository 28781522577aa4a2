"""Plans called by the document that they carry out, and questions for the head of that document itself."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import find_phrase
from rag.query.question import Query

CARRIED_OUT: Final = re.compile(r"\bce hoach (?:\S+ ){0,3}?(?:thuc hien|chien khai|thi hanh) ")
"""Sound form of how a plan is called by the document that it carries out."""
_DOCUMENT: Final = re.compile(
    r"\b(?:nghi quyet|nq|chi thi|ct|quyet dinh|qd|ket luan|chuong trinh|de an|thong tu) (?:so )?(\d{1,4}[-/][a-z][a-z/-]*[a-z])\b"
)
"""Another document by its number, folded."""


def of_another_document(query: Query, library: Library) -> bool:
    """Whether the head asked for is that of a document that no plan meant is, nor rests on: "ai ký Nghị quyết 68-NQ/TW"."""
    named = [one[1] for one in _DOCUMENT.finditer(fold(query.typed))]
    if not named or any(one.kind == "number" and one.plans for one in query.mentions):
        return False
    if find_phrase(query.spoken, heard("noun.plan")) is None:
        return True
    heads = (
        (one.header.title or "", one.header.number or "", *(basis.number for basis in one.header.legal_bases))
        for one in library.plans
    )
    return not any(number in fold(" ".join(head)) for head in heads for number in named)
