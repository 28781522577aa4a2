"""Plans called by the document that they carry out, and questions for the head of that document itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.folding import fold
from rag.corpus.citeddocs import bare
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import either, find_phrase, sound
from rag.query.question import Query

_DOES: Final = "thuc hien|chien khai|thi hanh"
DOING: Final = frozenset(_DOES.replace("|", " ").split())
"""The words of these verbs, of which a title prints one or the other."""
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
_GOES_BY: Final = re.compile(
    rf"(?<!{sound('kế hoạch')})(?: (?:{either('theo', 'dựa vào', 'dựa theo', 'bằng', 'thực hiện theo')}))+ (?:{either('bản', 'cái')} )?{sound('kế hoạch')}"
    rf" (?:{sound('số')} )?(?:{either('mấy', 'nào', 'bao nhiêu')})(?: (?:{either('thế', 'vậy', 'nhỉ', 'đấy', 'ấy', 'hả', 'ạ')}))*$"
)
LAID_UNDER: Final = re.compile(
    rf" (?:{either('mà', 'được', 'do')}) (?P<whose>(?:\S+ ){{1,14}}?)(?:(?:{either('lấy', 'dùng', 'dựa vào', 'viện dẫn', 'trích dẫn', 'nêu', 'đưa')}) )+"
    rf"(?:(?:{either('để', 'ra', 'trong', 'ở', 'vào', 'phần', 'làm')}) )*(?:{either('căn cứ', 'cơ sở', 'nền')})(?: {sound('pháp lý')})?(?= )"
)
"""Who has taken a document for what its own plan rests on: "kế hoạch 12 mà Sở A lấy làm căn cứ"; read in padded text."""
_MOST: Final = 0.7
"""The part of what is said to be done that the plan's head must tell."""
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


def goes_by_itself(query: Query, library: Library) -> bool:
    """Whether a question for the plan by which its matter is done means the one plan that is on it, no plan it cites.

    "Tỉnh A làm việc này theo kế hoạch số mấy", where that plan rests on no other.
    """
    if query.plans is None or len(query.plans) != 1 or not _GOES_BY.search(query.spoken):
        return False
    number = min(query.plans)
    plan, profile = library.plans[number], library.profiles[number]
    others = (one.number for one in plan.header.legal_bases if one.number != plan.header.number)
    about = query.unpointed.drop_matches(_GOES_BY).content()
    telling = {word: weight for word, weight in about.items() if weight >= 1.0}
    own = library.cover(telling, profile.own_words) >= _MOST
    return own and bool(telling) and not any(re.search(r"[/-]KH\b", one) for one in others)


def of_document(query: Query) -> bool:
    """Whether the document that a plan carries out is spoken of, the plan only telling which."""
    return _OF_DOCUMENT.search(query.spoken) is not None


def laid_under_others(query: Query, library: Library, numbers: Sequence[int]) -> bool:
    """Whether the plans that are said to rest on those meant rest on none of them."""
    said = LAID_UNDER.search(f" {query.spoken} ")
    if said is None:
        return False
    start = len(query.spoken[: max(0, said.start("whose") - 1)].split())
    end = start + len(said["whose"].split())
    whose = {n for one in query.mentions if start <= one.start < end for n in one.plans}
    bases = (basis.number for n in whose for basis in library.plans[n].header.legal_bases)
    own = frozenset[str]().union(*(library.profiles[n].numbers for n in numbers))
    return bool(whose) and own.isdisjoint(map(bare, bases))
