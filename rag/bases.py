"""Questions about documents that the plans cite: a number, a date, what it amends or carries out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.folding import fold
from ingest.header import DOCUMENT_NUMBER
from rag import keywords
from rag.answer import Answer, Status
from rag.citations import cite_entry, plan_name
from rag.library import Entry, Library
from rag.question import Query
from rag.words import find_phrase, sound

_KINDS = (
    ("nghị quyết", "nq"), ("quyết định", "qd"), ("nghị định", "nd-cp"), ("chương trình hành động", "ctr"), ("chương trình", "ctr"), ("kế hoạch", "kh"),
    ("thông tư", "tt"), ("chỉ thị", "ct"), ("tờ trình", "ttr"), ("công văn", "cv"), ("kết luận", "kl"), ("hướng dẫn", "hd"), ("thông báo", "tb"),
)  # fmt: skip
_ASKED = tuple(
    (sound(f"{noun} {ask}"), code)
    for noun, code in _KINDS
    for ask in ("số mấy", "số nào", "nào", "số bao nhiêu", "số hiệu nào", "mang số", "số")
)  # fmt: skip
_NUMBER_ASKED = tuple(sound(phrase) for phrase in ("số mấy", "số bao nhiêu", "số nào", "số hiệu", "mang số", "số ký hiệu"))
_DATE = re.compile(r"ngày\s*(\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})")


@dataclass(frozen=True, slots=True)
class Cited:
    """One document number where a plan prints it, and how far its own words reach."""

    entry: Entry
    number: str
    at: int
    start: int
    end: int


def _bare(number: str) -> str:
    return re.sub(r"\s", "", fold(number))


def _cited(library: Library, query: Query) -> Iterator[Cited]:
    for entry in library.entries:
        if query.plans is not None and entry.plan not in query.plans:
            continue
        text = entry.text
        matches = list(DOCUMENT_NUMBER.finditer(text))
        for n, match in enumerate(matches):
            end = matches[n + 1].start() if n + 1 < len(matches) else len(text)
            start = matches[n - 1].end() if n else 0
            yield Cited(entry, match.group(0), match.start(), max(start, match.start() - 40), end)


def asked_kind(query: Query) -> str:
    """The sort of document that the question asks the number of, as numbers abbreviate it; "" when none is said."""
    for phrase, code in _ASKED:
        if f" {phrase} " in f" {query.spoken} ":
            return code
    for noun, code in _KINDS:
        if f" {sound(noun)} " in f" {query.spoken} ":
            return code
    return ""


def is_about_documents(query: Query) -> bool:
    """Whether a cited document's number, or the date of a numbered one, is asked for."""
    if not query.pointer.empty:
        return False
    given = [number for number in DOCUMENT_NUMBER.finditer(query.typed.upper())]
    dated = find_phrase(query.spoken, keywords.HEADER["date"]) is not None or query.role == "due"
    asks = find_phrase(query.spoken, _NUMBER_ASKED) is not None or any(f" {phrase} " in f" {query.spoken} " for phrase, _ in _ASKED if phrase.endswith(" nao"))
    return (asks and bool(asked_kind(query))) or (bool(given) and dated and not query.actors and query.kind == "" and _only_number(query))


def _only_number(query: Query) -> bool:
    """Whether little but the number and the date words are left of the question."""
    return len(query.words.drop(keywords.HEADER["date"]).drop(keywords.DUE).content()) <= 12


def _score(library: Library, query: Query, one: Cited, words: dict[str, float]) -> float:
    own = set(sound(library.expander.expand(one.entry.text[one.start : one.end])).split())
    context = {gram for gram in library.profiles[one.entry.plan].words if "_" not in gram}
    total = sum(library.idf(word) * share for word, share in words.items()) or 1.0
    return sum(library.idf(w) * share * (1.0 if w in own else 0.4 if w in context else 0.0) for w, share in words.items()) / total


def answer_document(query: Query, library: Library, threshold: float) -> Answer | None:
    """The number, or the date, of the cited document that the question describes; None when none fits."""
    given = {_bare(match.group(0)) for match in DOCUMENT_NUMBER.finditer(query.typed)} | {_bare(m.group(0)) for m in DOCUMENT_NUMBER.finditer(query.typed.upper())}
    found = list(_cited(library, query))
    wants_date = find_phrase(query.spoken, keywords.HEADER["date"]) is not None or query.role == "due"
    if given and wants_date:
        for one in found:
            date = _DATE.search(one.entry.text, one.at, min(one.end, one.at + 90))
            if _bare(one.number) in given and date:
                return _answer(query, library, one, date.group(1))
        return None
    kind = asked_kind(query)
    pointing = (n for one in query.mentions if one.kind != "actor" for n in range(one.start, one.end))
    words = query.words.without(pointing).drop((*_NUMBER_ASKED, *(phrase for phrase, _ in _ASKED))).content()
    if given:
        found = [b for a, b in zip(found, found[1:], strict=False) if a.entry is b.entry and _bare(a.number) in given and _bare(b.number) not in given] or found
    fitting = [one for one in found if _bare(one.number) not in given and (not kind or re.search(rf"[/-]{kind}\b", _bare(one.number)))]
    own = {n for number, profile in enumerate(library.profiles) if query.plans is None or number in query.plans for n in profile.numbers}
    council = sound("ủy ban nhân dân") in query.spoken and kind == "kh"
    ranked = sorted(((_score(library, query, one, words) + (0.4 if council and "ubnd" in _bare(one.number) else 0.0), -one.entry.order, one) for one in fitting if _bare(one.number) not in own or given), key=lambda item: (-item[0], -item[1]))
    if not ranked or (ranked[0][0] < threshold and not given):
        return None
    return _answer(query, library, ranked[0][2], ranked[0][2].number)


def _answer(query: Query, library: Library, one: Cited, value: str) -> Answer:
    plan = library.plans[one.entry.plan]
    words = " ".join(one.entry.text[one.start : one.end].split())
    text = f"{value} — “{words[:160].strip()}” ({plan_name(plan)}, {one.entry.locator})."
    return Answer(query.typed, Status.ANSWERED, text, (" ".join(value.split()),), citations=cite_entry(plan, one.entry), method="retrieval")
