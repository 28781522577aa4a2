"""Questions about a plan itself: its number, date, issuer, signer, title, recipients, legal bases."""

from __future__ import annotations

from ingest.document import Span
from ingest.plan import Plan
from rag import keywords
from rag.answer import Answer, Citation, Item, Status
from rag.citations import cite, plan_name
from rag.library import Library
from rag.question import Query
from rag.wording import AMBIGUOUS, HEADER, NOT_STATED, joined
from rag.words import find_phrase, sound

_PLAN = tuple(sound(word) for word in ("kế hoạch", "văn bản này", "văn bản"))
_OTHER_DOCUMENTS = tuple(sound(word) for word in ("nghị quyết", "quyết định", "nghị định", "thông tư", "chỉ thị", "luật", "công văn", "chương trình hành động", "tờ trình", "đề án", "kết luận", "hướng dẫn"))
_FILLER = tuple(sound(word) for word in ("kế hoạch", "năm", "đầu văn bản", "bản", "văn bản", "ban hành", "ngày", "của", "số", "đầy đủ", "in", "giữ", "ký", "đúng", "phát hành", "công bố"))


def header_field(query: Query, library: Library) -> str | None:
    """The header field that the question asks for; None when it is not about a plan's head."""
    for field, phrases in keywords.HEADER.items():
        phrase = find_phrase(query.spoken, phrases)
        if phrase is None:
            continue
        if field in ("signer", "signer_title", "recipients") or phrase.startswith("ngai ci"):
            return field
        if _about_a_plan(query, library, phrase):
            return field
    return None


def _about_a_plan(query: Query, library: Library, phrase: str) -> bool:
    """Whether what is left of the question, the phrase gone, only names a plan."""
    if find_phrase(query.spoken, _PLAN) is None or find_phrase(query.spoken.split(phrase)[0], _OTHER_DOCUMENTS):
        titles = {word for profile in library.profiles for word in profile.title.split()}
        if find_phrase(query.spoken, _PLAN) is None or not _in_titles(query, library, phrase, titles):
            return False
    words = query.words.drop((phrase, *_FILLER)).content()
    if not words:
        return True
    titles = {word for profile in library.profiles for word in (*profile.title.split(), *(g for g in profile.words if "_" not in g))}
    places = {word for profile in library.profiles for place in profile.places for word in place.split()}
    known = sum(1 for word in words if word in titles or word in places or word.isdigit())
    return known >= 0.8 * len(words)


def _in_titles(query: Query, library: Library, phrase: str, titles: set[str]) -> bool:
    words = query.words.drop((phrase, *_FILLER)).content()
    return bool(query.mentions) and all(word in titles or word.isdigit() for word in words)


def _matching(query: Query, library: Library, phrase_words: tuple[str, ...]) -> list[int]:
    """The plans that the question can mean: its scope, narrowed by year and by title words."""
    numbers = sorted(query.plans) if query.plans is not None else list(range(len(library.plans)))
    if query.years and len(numbers) > 1:
        numbers = [n for n in numbers if library.profiles[n].year in query.years or any(str(y) in library.profiles[n].title for y in query.years)] or numbers
    words = [word for word in query.words.drop((*phrase_words, *_FILLER)).content() if not word.isdigit()]
    if len(numbers) > 1 and words:
        known = {n: _share(library, n, words) for n in numbers}
        best = max(known.values())
        if best > 0:
            numbers = [n for n in numbers if known[n] >= best - 0.05]
    return numbers


def _share(library: Library, number: int, words: list[str]) -> float:
    profile = library.profiles[number]
    own = {g for g in profile.words if "_" not in g} | {w for place in profile.places for w in place.split()}
    total = sum(library.idf(word) for word in words) or 1.0
    return sum(library.idf(word) for word in words if word in own) / total


def _value(plan: Plan, field: str) -> tuple[str, ...]:
    header = plan.header
    if field == "date":
        return (header.date_text,) if header.date and header.date_text else ()
    if field == "recipients":
        return header.recipients
    if field == "legal_bases":
        return tuple(basis.number for basis in header.legal_bases)
    if field in ("signer", "signer_title"):
        found = getattr(header, field)
        return tuple(found.split("; ")) if found else ()
    found = getattr(header, field)
    return (found,) if found else ()


def _cite(plan: Plan, field: str) -> tuple[Citation, ...]:
    span = plan.header.span_of(field)
    place = {"signer": "Ký", "signer_title": "Ký", "recipients": "Nơi nhận", "legal_bases": "Căn cứ"}.get(field, "Tiêu đề")
    sections = {section.locator: section.span for section in plan.sections}
    if span is None:
        found = sections.get(place) or sections.get("Tiêu đề")
        return cite(plan, place if place in sections else "Tiêu đề", (found,)) if found else ()
    holders = [section for section in plan.sections if section.span.start <= span.start and span.end <= section.span.end]
    where = max(holders, key=lambda section: section.span.start).locator if holders else place
    return cite(plan, where, (_line(plan, span),))


def _line(plan: Plan, span: Span) -> Span:
    """The whole printed line around a span."""
    start = plan.text.rfind("\n", 0, span.start) + 1
    end = plan.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(plan.text))


def answer_header(query: Query, library: Library, field: str) -> Answer:
    """Answer from the head of each plan that the question can mean."""
    phrases = keywords.HEADER[field]
    numbers = _matching(query, library, phrases)
    answers = [(library.plans[n], _value(library.plans[n], field), _cite(library.plans[n], field)) for n in numbers]
    stated = [one for one in answers if one[1]]
    if not stated:
        plan, _, citations = answers[0]
        text = NOT_STATED.format(plan=plan_name(plan), locator=citations[0].locator if citations else "Tiêu đề", role=HEADER[field].lower())
        return Answer(query.typed, Status.NOT_STATED, text, citations=tuple(c for _, _, found in answers for c in found))
    if len({values for _, values, _ in stated}) > 1:
        items = tuple(Item(plan.file, plan_name(plan), found[0].locator if found else "Tiêu đề", joined(values)) for plan, values, found in stated)
        parts = "; ".join(f"{one.plan}: {one.name}" for one in items)
        return Answer(query.typed, Status.AMBIGUOUS, AMBIGUOUS.format(parts=parts), items=items, citations=tuple(c for _, _, found in stated for c in found))
    plan, values, citations = stated[0]
    return Answer(query.typed, Status.ANSWERED, f"{HEADER[field]} của {plan_name(plan)}: {joined(values)}.", values, citations=citations)
