"""A plan by what its own head calls it: "chương trình công tác của phường A số mấy" asks for that plan's head."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold
from ingest.plan import Plan
from rag.corpus.library import Library, once
from rag.query.question import Query, understand

_KINDS: Final = ("chương trình", "phương án", "đề án", "thông báo", "hướng dẫn", "kết luận", "chỉ thị", "lịch công tác")
_PLAN: Final = "kế hoạch"
_HEAD: Final = 1500
"""Characters of a plan in which its kind is printed on a line of its own."""
_LINE: Final = re.compile(r"^[\W\d_]*(?P<kind>[^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+)?)[\W_]*$", re.MULTILINE)
_CARRIED: Final = (
    r"(?:theo|can cu|dua (?:vao|tren|theo)|(?:trien khai )?thuc hien|trien khai|cu the hoa|thay the|kem(?: theo)?)"
)
"""Folded: what leads to another document of the kind, which the plan only goes by."""
_BY_DECISION: Final = re.compile(
    r"(?<=\w)(?:,? (?:duoc|da|do|la))*(?: (?:ky|ban hanh|phe duyet|thong qua|ra|co))+(?: kem)?(?: (?:theo|tai|bang|qua|trong|o|cung))+(?: (?:ban|cai|to|van ban))?"
    r" (?:quyet dinh|qd)(?= (?:so|nao|may|bao nhieu|ngay)\b)(?P<so> so\b)?"
)
"""Folded: by which decision a plan was issued."""


def as_a_plan(query: Query, library: Library) -> Query | None:
    """The question with "kế hoạch" for the kind of document that the one plan meant is, or for the decision that issued it; None where it says neither."""
    if query.plans is None or len(query.plans) != 1:
        return None
    kind = _kinds(library)[min(query.plans)]
    words = fold(query.typed)
    number = library.plans[min(query.plans)].header.number or ""
    if "QĐ" in number and len(words) == len(query.typed) and (decision := _BY_DECISION.search(words)):
        of_plan = fold(_PLAN) in words[: decision.start()]
        asked = "ký" if words.startswith(" ngay", decision.end()) else "số"
        own = f"{query.typed[: decision.start()]} {asked if query.words.accents else fold(asked)}{query.typed[decision.end() :]}"
        return understand(own, library, query.today) if of_plan else None
    if not kind or len(words) != len(query.typed) or fold(_PLAN) in words:
        return None
    said = list(re.finditer(rf"\b{fold(kind)}\b(?! so \d)", words))
    if len(said) != 1 or re.search(rf"\b{_CARRIED} (?:cac |nhung )?$", words[: said[0].start()]):
        return None
    noun = _PLAN if query.words.accents else fold(_PLAN)
    return understand(f"{query.typed[: said[0].start()]}{noun}{query.typed[said[0].end() :]}", library, query.today)


@once
def _kinds(library: Library) -> tuple[str, ...]:
    """What each plan's head calls it, "" for plans and for those that print no kind."""
    return tuple(map(_kind, library.plans))


def _kind(plan: Plan) -> str:
    printed = {fold(line["kind"]) for line in _LINE.finditer(plan.text[:_HEAD])}
    return "" if fold(_PLAN) in printed else next((kind for kind in _KINDS if fold(kind) in printed), "")
