"""Questions about a plan itself: its number, date, issuer, signer, title, recipients, legal bases."""

from __future__ import annotations

import re

from ingest.document import Span
from ingest.plan import Plan
from rag import keywords
from rag.answer import Answer, Citation, Item, Status
from rag.citations import cite, plan_name
from rag.library import Library
from rag.question import Query
from rag.wording import AMBIGUOUS, HEADER, NOT_FOUND, NOT_STATED, joined
from rag.words import Words, find_phrase, sound

_PLAN = tuple(sound(word) for word in ("kế hoạch", "văn bản này", "văn bản"))
_ALL_BASES = tuple(sound(word) for word in ("căn cứ vào những văn bản", "căn cứ những văn bản", "căn cứ các văn bản", "căn cứ văn bản nào", "căn cứ vào văn bản nào", "căn cứ pháp lý", "những căn cứ nào", "căn cứ gì", "căn cứ vào đâu", "dựa trên những văn bản", "dựa vào những văn bản", "căn cứ vào các văn bản", "các căn cứ", "căn cứ nào"))
_OTHER_DOCUMENTS = tuple(sound(word) for word in ("nghị quyết", "quyết định", "nghị định", "thông tư", "chỉ thị", "luật", "công văn", "chương trình hành động", "tờ trình", "đề án", "kết luận", "hướng dẫn"))
_FILLER = tuple(sound(word) for word in ("kế hoạch", "năm", "đầu văn bản", "bản", "văn bản", "ban hành", "ngày", "của", "số", "đầy đủ", "in", "giữ", "ký", "đúng", "phát hành", "công bố", "tháng", "trên đầu", "đầu", "mấy", "in trên đầu", "kỳ", "ra", "mang", "hiệu"))


def header_fields(query: Query, library: Library, *, follows: bool = False) -> tuple[str, ...]:
    """Every header field asked for, in the order asked; ``follows`` when the plan is known from the turn before."""
    first = header_field(query, library) or (_named_field(query) if follows else None)
    if first is None:
        return ()
    held = f" {query.spoken} "
    found = {first: 0}
    for field, phrases in keywords.HEADER.items():
        phrase = find_phrase(query.spoken, phrases)
        if phrase and field != "legal_bases" and _spelt(query, field):
            found[field] = held.find(f" {phrase} ")
    if "signer" in found and "signer_title" in found and not re.search(r"\bai\b|\bten\b", query.spoken):
        del found["signer"]
    also_date = find_phrase(query.spoken, _DATE_TOO)
    if first in ("number", "signer") and also_date and "date" not in found:
        found["date"] = held.find(f" {also_date} ")
    if first in found and found[first] == 0 and len(found) > 1:
        phrase = find_phrase(query.spoken, keywords.HEADER[first])
        found[first] = held.find(f" {phrase} ") if phrase else 0
    return tuple(sorted(found, key=lambda field: found[field]))


_ANOTHER = re.compile(r"\b(?:theo|thuc hien|can cu|dua vao|dua chen|dan|thai the) (?:\S+ )?ce hoach (?:so |nao)")


def _spelt(query: Query, field: str) -> bool:
    """ "số nào" asks a number, "sở nào" an office: where accents are typed they decide."""
    if field == "number" and (query.spoken.count(sound("kế hoạch")) > 1 or _ANOTHER.search(query.spoken)):
        return False
    return field != "number" or not query.words.accents or any(token.typed in ("số", "so") for token in query.words.tokens)


_DATE_TOO = tuple(sound(word) for word in ("ngày nào", "ngày mấy", "ngày tháng nào", "ngày bao nhiêu", "khi nào"))


def _named_field(query: Query) -> str | None:
    return next((field for field, phrases in keywords.HEADER.items() if field != "legal_bases" and find_phrase(query.spoken, phrases)), None)


def header_field(query: Query, library: Library) -> str | None:
    """The header field that the question asks for; None when it is not about a plan's head."""
    if find_phrase(query.spoken, _ALL_BASES):
        return "legal_bases"
    for field, phrases in keywords.HEADER.items():
        phrase = find_phrase(query.spoken, phrases) if field != "legal_bases" and _spelt(query, field) else None
        if phrase is None:
            continue
        if field in ("signer", "signer_title", "recipients") or phrase.startswith("ngai ci"):
            return field
        if _about_a_plan(query, library, phrase):
            return field
    left = list(_about(query).drop((sound("kế hoạch"),)).content())
    return "date" if any(one.kind == "number" for one in query.mentions) and left == [sound("ngày")] else None


def _about(query: Query) -> Words:
    """The question's words without those that name a plan by number or place."""
    return query.words.without(n for one in query.mentions if one.kind != "actor" for n in range(one.start, one.end))


def _about_a_plan(query: Query, library: Library, phrase: str) -> bool:
    """Whether what is left of the question, the phrase gone, only names a plan."""
    if find_phrase(query.spoken, _PLAN) is None or find_phrase(query.spoken.split(phrase)[0], _OTHER_DOCUMENTS):
        titles = {word for profile in library.profiles for word in profile.title.split()}
        if find_phrase(query.spoken, _PLAN) is None or not _in_titles(query, library, phrase, titles):
            return False
    words = _about(query).drop((phrase, *_FILLER)).content()
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
    named = [n for n in numbers if _names_signer(query, library.plans[n])]
    numbers = named or numbers
    words = [word for word in query.words.drop((*phrase_words, *_FILLER)).content() if not word.isdigit()]
    if len(numbers) > 1 and words:
        known = {n: _share(library, n, words) for n in numbers}
        best = max(known.values())
        if best > 0:
            numbers = [n for n in numbers if known[n] >= best - 0.05]
    return numbers


def _names_signer(query: Query, plan: Plan) -> bool:
    signer = sound(plan.header.signer or "")
    return bool(signer) and f" {signer} " in f" {query.spoken} "


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


def _narrow(query: Query, field: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """Of the recipients, those of the kind asked for: where it is filed ("Lưu"), or one kind of office."""
    if field != "recipients":
        return values
    if re.search(r"\bluu\b", query.spoken):
        return tuple(value.partition(":")[2].strip() or value for value in values if value.startswith("Lưu"))
    if query.asked_head:
        return tuple(value for value in values if sound(value).split()[:1] == [query.asked_head])
    return values


def _cite(plan: Plan, field: str) -> tuple[Citation, ...]:
    span = plan.header.span_of(field)
    place = {"signer": "Ký", "signer_title": "Ký", "recipients": "Nơi nhận", "legal_bases": "Căn cứ"}.get(field, "Tiêu đề")
    sections = {section.locator: section.span for section in plan.sections}
    if span is None:
        found = sections.get(place) or sections.get("Tiêu đề")
        return cite(plan, place if place in sections else "Tiêu đề", (found,)) if found else ()
    holders = [section for section in plan.sections if section.span.start <= span.start and span.end <= section.span.end]
    where = max(holders, key=lambda section: (section.span.start, section.depth)).locator if holders else place
    return cite(plan, where, (_line(plan, span),))


def _line(plan: Plan, span: Span) -> Span:
    """The whole printed line around a span."""
    start = plan.text.rfind("\n", 0, span.start) + 1
    end = plan.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(plan.text))


def _has_year(library: Library, number: int, years: tuple[int, ...]) -> bool:
    """Whether the plan's head names one of the years."""
    header = library.plans[number].header
    text = f"{header.title or ''} {header.date_text or ''} {header.number or ''} {' '.join(b.text for b in header.legal_bases)}"
    return any(year == header.year or str(year) in text for year in years)


def answer_header(query: Query, library: Library, field: str) -> Answer:
    """Answer from the head of each plan that the question can mean."""
    phrases = keywords.HEADER[field]
    numbers = _matching(query, library, phrases)
    if query.years and not any(_has_year(library, n, query.years) for n in numbers):
        return Answer(query.typed, Status.NOT_FOUND, NOT_FOUND)
    answers = [(library.plans[n], _narrow(query, field, _value(library.plans[n], field)), _cite(library.plans[n], field)) for n in numbers]
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
