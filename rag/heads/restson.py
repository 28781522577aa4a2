"""Plans called by the document that they carry out, and questions for the head of that document itself."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.query.question import Query

_DOES: Final = "thuc hien|chien khai|thi hanh"
CARRIED_OUT: Final = re.compile(rf"\bce hoach (?:\S+ ){{0,3}}?(?:{_DOES}) ")
"""Sound form of how a plan is called by the document that it carries out."""
_KINDS: Final = "|".join(sorted(heard("noun.other_document"), key=len, reverse=True))
_BY_NUMBER: Final = rf"(?:(?:{_KINDS}) )+(?:so )?(?P<figure>\d{{1,4}})\b"
_CALLED: Final = (
    re.compile(rf"\bce hoach (?:(?:(?!can cu|dua|vien|\d)\S+ ){{0,8}}?(?:{_DOES}|ve|theo|cho|cua|cai) )?{_BY_NUMBER}"),
    re.compile(rf"^(?:de )?(?:{_DOES}) {_BY_NUMBER}.* (?:ban hanh|ra|co|lap|xay dung|ci) (?:ban )?ce hoach\b"),
)
"""The same by the document's bare number, the verb left out as people do: "kế hoạch nghị quyết 12"; or told first."""
_OF_DOCUMENT: Final = re.compile(rf"\b(?:{_KINDS})\b.* (?:ma|duoc|do) (?:\S+ ){{0,3}}?ce hoach\b")
"""The document itself is spoken of: "nghị quyết 12 mà kế hoạch của Sở A thực hiện"."""
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


def carrying(query: Query, library: Library) -> frozenset[int] | None:
    """The plans whose titles name the document by whose number the plan asked about is called, else those that rest on it.

    None where no plan is called so.
    """
    called = next((match for one in _CALLED if (match := one.search(query.spoken))), None)
    if called is None or _OF_DOCUMENT.search(query.spoken):
        return None
    named = re.compile(rf"\b(?:{_KINDS})(?: so)? 0*{called['figure'].lstrip('0')}\b")
    titled = frozenset(n for n, one in enumerate(library.profiles) if named.search(one.title))
    bases = ((n, sound(basis.text)) for n, plan in enumerate(library.plans) for basis in plan.header.legal_bases)
    return titled or frozenset(n for n, text in bases if named.search(text))


def of_document(query: Query) -> bool:
    """Whether the document that a plan carries out is spoken of, the plan only telling which."""
    return _OF_DOCUMENT.search(query.spoken) is not None
