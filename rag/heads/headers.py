"""Questions about a plan itself: its number, date, issuer, signer, title, recipients, legal bases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.closing import bare_name
from ingest.plan import Plan
from rag.answer import Answer, Citation, Item, Status
from rag.citations import plan_name
from rag.compose import together
from rag.corpus.library import Library
from rag.corpus.profiles import Profile
from rag.heads.printedfields import cite_field, has_year, value_of
from rag.heads.recipients import asks_recipients, files_else, recipients_asked, sent_as_report, sent_for
from rag.heads.restson import (
    CARRIED_OUT,
    DOING,
    LAID_UNDER,
    carrying,
    goes_by_itself,
    laid_under_others,
    of_another_document,
    of_document,
)
from rag.heads.strangenames import names_stranger
from rag.heads.whose import names_strange_office, owners, told_when
from rag.language.phrases import heard, names
from rag.language.words import Words, either, find_phrase, sound
from rag.mentions.matternamed import is_strange
from rag.mentions.scope import POINTING
from rag.parts.headlists import hears_number, listed_fields
from rag.query.question import Query
from rag.query.reportasks import RECEIVES
from rag.sides.beside import RANKS, without_cues
from rag.sides.sidesaid import sides, titled_sides
from rag.wording import AMBIGUOUS, HEADER, NOT_FOUND, NOT_STATED, joined

_ANOTHER: Final = re.compile(
    r"\b(?:theo|thuc hien|can cu|dua vao|dua chen|dan|thai the) (?:\S+ )?ce hoach (?:so |nao)"
    r"|\bce hoach\b.* (?:chien khai|cu the hoa|thi hanh) (?:\S+ )?ce hoach (?:so |nao)"
)
"""Another plan is asked for, that this one carries out."""
_DOCUMENTS: Final = "|".join(sorted(set(heard("noun.other_document")) - {sound("luật"), sound("đề án")}))
_OTHERS_NUMBER: Final = re.compile(rf"\b(?:{_DOCUMENTS}) so (?:mai|nao|bao nhieu|hieu)\b")
"""The number of the document named right before is asked for: "thực hiện quyết định số mấy"."""
_ORGANS: Final = either(
    *("của", "hội đồng nhân dân", "ủy ban nhân dân", "tỉnh ủy", "thành ủy", "đảng ủy", "huyện ủy", "chính phủ"),
    *("thủ tướng", "bộ chính trị", "trung ương", "đảng", "ban thường vụ", "ban chấp hành", "quốc hội"),
    *("tỉnh", "thành phố", "xã", "phường", "huyện"),
)
_SAME_PLAN: Final = re.compile(
    r"^(?!.*\b(?:theo|thuc hien|can cu|dua (?:vao|chen)|chien khai) (?:\S+ )?ce hoach\b)(.*\bla )ce hoach (?=so (?:mai|nao|bao nhieu|hieu)\b)"
)
"""What the plan named before is: "kế hoạch của Sở A là kế hoạch số mấy" speaks of one plan."""
_ORGANS_NUMBER: Final = re.compile(
    rf"\b(?:theo|can cu|dua (?:vao|chen)|thuc hien|chien khai) (?:{_DOCUMENTS})(?: (?:{_ORGANS}))+ so (?:mai|nao|bao nhieu|hieu)\b"
)
"""The same where the organ that issued it stands between: "theo nghị quyết HĐND tỉnh số mấy"."""
_ISSUED_WITH: Final = re.compile(rf"\bcem (?:theo )?(?:{_DOCUMENTS}) (?:so )?(?:mai|nao|bao nhieu|hieu)\b")
"""The decision with which the plan is issued bears the plan's number."""
_ISSUING: Final = re.compile(
    rf"\b(?:{sound('quyết định')}) (?:{sound('ban hành')}|{sound('phê duyệt')}) (?=(?:ban )?ce hoach\b)"
)
"""The decision that issues a plan is the plan's own head."""
_OF_PLANS_ONLY: Final = frozenset({"signer", "signer_title", "on_behalf", "recipients"})
"""Fields that nothing but a plan has, so that the rest of the question need not name one."""
_OF_OFFICES: Final = frozenset({"number", "date", "signer", "signer_title", "on_behalf", "title"})
"""Fields beside which no office is named but the one whose plan is meant."""
_DIGITAL: Final = re.compile(rf"\b({sound('chuyển đổi')}) {sound('số')}\b(?! (?:mai|nao|bao nhieu|hieu)\b)")
"""Its "số" is no number's."""
_SIGNED_ON: Final = sound("ngày ký")
_OWN_NUMBER: Final = re.compile(
    r"\bso(?: hieu| ci hieu)? cua (?:ban )?ce hoach(?= .*\b(?:bao nhieu|mai|gi|nao)\b)"
    rf"|\bso(?: hieu)?(?: cua)? {sound('quyết định')} (?:{sound('ban hành')}|{sound('phê duyệt')}) (?=(?:ban )?ce hoach\b)"
)
"""A question like "số của kế hoạch … là bao nhiêu", "số quyết định ban hành kế hoạch …"."""
_STANDS_FOR: Final = sound("đứng tên kế hoạch")
"""Asks who signed; the end of it names the title."""
_WHICH_PLAN: Final = re.compile(
    r"\bci (?:ban hanh )?(?:nhung |cac )?(?:ce hoach|van ban) (?:nao|gi|so mai|so nao|so bao nhieu)\b"
)
_OF_A_SIGNER: Final = re.compile(
    r"\b(?:ci|tu cach gi)\b|\bchuc(?: vu| danh)?(?:$| (?:cua|gi|nao|nguoi|la|the nao|ra sao)\b)"
)
"""What shows that a position is the signer's: others are filled, competed for, planned."""
_DAY_SIGNED: Final = re.compile(rf"\b{sound('ngày ký')}\b|\bci ce hoach (?=(?:vao )?(?:ngai|hom|luc|chi nao|bao do)\b)")
"""The day that a plan was signed on is no signer."""
_DAY_TOLD: Final = re.compile(rf"\b(?:{sound('đề')}|{sound('ký')}) {sound('ngày')}(?= \d)")
"""A day that the question tells is not asked for: "kế hoạch đề ngày 25/11/2026 số mấy"."""
_REGULARLY: Final = re.compile(r"\b(?<!quiet )dinh ci\b")
"""“Định kỳ”, in which “ký” is only heard; “quyết định ký ngày …” is another thing."""
_SOUNDS_SO: Final = re.compile(rf"\b{sound('ghi chú')}\b|\b{sound('tổ chức')}\b")
"""In "tổ chức, ghi chú" only the sound is that of "chức gì"."""
_MOST: Final = 0.8
"""The share of a question's words that heads of plans must hold for the question to be about a plan."""
_ALIKE: Final = 0.05
"""Plans whose heads hold shares of the question this close are both meant."""


def header_fields(query: Query, library: Library, *, follows: bool = False) -> tuple[str, ...]:
    """Every header field asked for, in the order asked; ``follows`` when the plan is known from the turn before."""
    sent = query.plans is not None and len(query.plans) == 1 and sent_for(query)
    cut = None if sent else without_cues(query, library)  # "gửi nơi nào để báo cáo" sets nothing side by side
    query = cut[0] if cut else query
    if _WHICH_PLAN.search(query.spoken):
        signed = [plan for plan in library.plans if _names_signer(query, plan)]
        if signed:
            field = "number" if all(plan.header.number for plan in signed) else "title"
            return (field, "signer_title") if find_phrase(query.spoken, heard("header.signer_title")) else (field,)
    if asks_recipients(query, library) or sent_as_report(query, library):
        return ("recipients",)
    if goes_by_itself(query, library):
        return ("number",)
    listed, said = listed_fields(query.typed)
    if listed and _about_a_plan(query, library, said):
        return listed
    first = _field(query, library) or (_named_field(query) if follows else None)
    if first is None:
        return ()
    held = f" {query.spoken} "
    found = {first: 0}
    for field in names("header"):
        phrase = _phrase(query, field)
        signs = field == "title" and _STANDS_FOR in query.spoken
        if phrase and not signs and not (first == "legal_bases" and field == "number"):
            found[field] = held.find(f" {phrase} ")
    if (
        "signer" in found
        and "signer_title" in found
        and not re.search(r"\bai\b|\bten\b|\b(?:ong|ba|vi|nguoi) nao\b", query.spoken)
    ):
        del found["signer"]
    also_date = find_phrase(query.spoken, heard("ask.date_too"))
    if first in ("number", "signer", "signer_title", "on_behalf", "issuer") and also_date and "date" not in found:
        found["date"] = held.find(f" {also_date} ")
    if first in found and found[first] == 0 and len(found) > 1:
        phrase = find_phrase(query.spoken, heard(f"header.{first}"))
        found[first] = held.find(f" {phrase} ") if phrase else 0
    return tuple(sorted(found, key=lambda field: found[field]))


def _phrase(query: Query, field: str) -> str | None:
    """The words that ask for a field; the legal bases are asked for by other words, see `_field`."""
    if field == "legal_bases" or (field == "number" and not _asks_own_number(query)):
        return None
    own = _OWN_NUMBER.search(query.spoken) if field == "number" else None
    if field == "signer_title" and not _OF_A_SIGNER.search(query.spoken):
        return None
    if field == "recipients" and RECEIVES.search(query.spoken):
        return None  # who gets a report, not whom the plan is sent to
    spoken = _REGULARLY.sub(" ", _SOUNDS_SO.sub(" ", query.spoken))
    if field == "number":
        spoken = _DIGITAL.sub(r"\1", spoken)
    if field == "signer":
        told = told_when(query)
        spoken = _DAY_SIGNED.sub("", spoken if told == query.spoken else told)
    if field == "date":
        spoken = _DAY_TOLD.sub(" ", told_when(query))
    return own[0] if own else find_phrase(spoken, heard(f"header.{field}"))


def _asks_own_number(query: Query) -> bool:
    """Where accents are typed they decide: "số nào" asks a number, "sở nào" an office. Another plan's number is not asked."""
    if _ISSUED_WITH.search(query.spoken):
        return True
    spoken = query.words.outside(one for one in query.mentions if one.kind == "carried").heard
    several = (
        _SAME_PLAN.sub(r"\1", spoken).count(sound("kế hoạch")) > 1
        and len(sides(query)) < 2
        and "compare" not in query.flags
    )
    if several or _ANOTHER.search(spoken) or _OTHERS_NUMBER.search(spoken) or _ORGANS_NUMBER.search(spoken):
        return False
    return hears_number(query.words)


def _named_field(query: Query) -> str | None:
    fields = (field for field in names("header") if field != "legal_bases")
    named = next((field for field in fields if find_phrase(query.spoken, heard(f"header.{field}"))), None)
    return named or ("date" if find_phrase(query.spoken, heard("ask.date_too")) else None)


def _field(query: Query, library: Library) -> str | None:
    """The header field that the question asks for; None when it is not about a plan's head."""
    if find_phrase(query.spoken, heard("ask.all_bases")):
        return "legal_bases"
    for field in names("header"):
        phrase = _phrase(query, field)
        if phrase is None or (field == "recipients" and (_of_a_report(query) or files_else(query))):
            continue
        if field in _OF_PLANS_ONLY or phrase.startswith(_SIGNED_ON) or _about_a_plan(query, library, phrase):
            return field
    left = list(_about(query).drop((sound("kế hoạch"),)).content())
    return "date" if query.has("number") and left == [sound("ngày")] else None


def _of_a_report(query: Query) -> bool:
    """Whether it is a report that is sent, not the plan: "báo cáo … gửi những nơi nào"."""
    before = query.spoken.split(sound("gửi"))[0]
    return sound("báo cáo") in before and find_phrase(before, heard("noun.plan")) is None


def _about(query: Query) -> Words:
    """The question's words without those that name a plan by number or place."""
    return query.unpointed


def _about_a_plan(query: Query, library: Library, phrase: str) -> bool:
    """Whether what is left of the question, the phrase gone, only names a plan."""
    if find_phrase(query.spoken, heard("noun.plan")) is None:
        return False
    issuing = _ISSUING if _of_decisions(query, library) else _ISSUED_WITH
    before = issuing.sub(" ", query.spoken.replace(phrase, " | ")).split("|")[0]
    if (
        find_phrase(before, heard("noun.other_document"))
        and not _ISSUED_WITH.search(query.spoken)
        and not _in_titles(query, library, phrase)
    ):
        return False
    named = query.words.outside((*(one for one in query.mentions if one.kind != "actor"), *owners(query)))
    about = named.drop_matches(_ISSUED_WITH).drop_matches(issuing).drop_matches(LAID_UNDER)
    found = about.drop((phrase, *heard("filler.header"))).content()
    words = [word for word, weight in found.items() if weight >= 1]
    if not words:
        return True
    heads = frozenset().union(*((*profile.own_words, *profile.title.split()) for profile in library.profiles))
    signers = {
        word for plan in library.plans if _names_signer(query, plan) for word in sound(plan.header.signer or "").split()
    }
    return sum(1 for word in words if word in heads or word in signers or word.isdigit()) >= _MOST * len(words)


def _of_decisions(query: Query, library: Library) -> bool:
    """Whether every plan meant is one that a decision has issued."""
    numbers = [library.plans[number].header.number or "" for number in query.plans or ()]
    return bool(numbers) and all("QĐ" in number for number in numbers)


def _in_titles(query: Query, library: Library, phrase: str) -> bool:
    """Whether the other document is one that a plan's title names, beside whose the plan is and what else is asked of it."""
    if of_document(query):
        return False
    titles = {word for profile in library.profiles for word in profile.title.split()}.union(RANKS)
    by_number = carrying(query, library) is not None
    if by_number and query.plans:
        titles = titles.union(*(library.profiles[n].own_words for n in query.plans))
    drop = (phrase, *heard("header.date"), *heard("noun.other_document"), *heard("filler.header"))
    words = _about(query).drop(drop).content()
    if query.mentions or by_number:
        return all(word in titles or word.isdigit() for word in words)
    return CARRIED_OUT.search(query.spoken) is not None and titles.issuperset(words)


def _matching(query: Query, library: Library, phrase_words: tuple[str, ...]) -> list[int]:
    """The plans that the question can mean: its scope, narrowed by year and by title words."""
    numbers = sorted(query.plans) if query.plans is not None else list(range(len(library.plans)))
    if (bearing := carrying(query, library)) is not None:
        numbers = [n for n in numbers if n in bearing]
    if query.years and len(numbers) > 1:
        numbers = [n for n in numbers if _is_of(library.profiles[n], query.years)] or numbers
    signed = [n for n, plan in enumerate(library.plans) if _names_signer(query, plan)]
    numbers = [n for n in signed if n in numbers] or signed or numbers
    numbers = _of_position(query, library, numbers) or numbers
    content = query.words.drop((*phrase_words, *heard("filler.header"))).content()
    named = CARRIED_OUT.search(query.spoken) is not None
    words = {word: 1.0 for word in content if named or not word.isdigit()}
    words = {word: weight for word, weight in words.items() if not named or word not in DOING} or words
    if len(numbers) < 2 or not words:
        return numbers
    known = {n: library.cover(words, library.profiles[n].own_words) for n in numbers}
    best = max(known.values())
    return [n for n in numbers if known[n] >= best - _ALIKE] if best > 0 else numbers


def _of_position(query: Query, library: Library, numbers: Sequence[int]) -> list[int]:
    """The plans signed by the holder of the position that the question names ("Phó Chủ tịch ký kế hoạch")."""
    if not re.search(r"\bci\b", query.spoken):
        return []
    titles = {n: sound(library.plans[n].header.signer_title or "") for n in numbers}
    named = [title for title in titles.values() if title and f" {title} " in f" {query.spoken} "]
    return [n for n in numbers if titles[n] == max(named, key=len)] if named else []


def _is_of(profile: Profile, years: tuple[int, ...]) -> bool:
    """Whether the plan is of one of the years, by its date or its title."""
    return profile.year in years or any(str(year) in profile.title for year in years)


def _names_signer(query: Query, plan: Plan) -> bool:
    signer = sound(bare_name(plan.header.signer or ""))
    return bool(signer) and f" {signer} " in f" {query.spoken} "


def _asked_of(query: Query, plan: Plan, field: str) -> tuple[str, ...]:
    """The field's values; of the recipients those of the sort asked for."""
    values = value_of(plan, field)
    return recipients_asked(query, values) if field == "recipients" else values


def answer_header(query: Query, library: Library, field: str) -> Answer:
    """Answer from the head of each plan that the question can mean."""
    if of_another_document(query, library):
        return Answer(query.typed, Status.NOT_FOUND, NOT_FOUND)
    beside = titled_sides(query, library) if not query.has(*POINTING) else []
    if len(beside) > 1:
        parts = [_of_plans(query, library, field, sorted(plans)) for plans in beside]
        if all(part.status is Status.ANSWERED for part in parts):
            return together(query, parts)
    numbers = _matching(query, library, heard(f"header.{field}"))
    if not numbers:
        return Answer(query.typed, Status.NOT_FOUND, NOT_FOUND)
    strange = field in _OF_OFFICES and names_strange_office(query, library, numbers)
    strange = strange or names_stranger(query, library, numbers) or laid_under_others(query, library, numbers)
    if strange or is_strange(query.words, library, query.mentions, numbers):
        return Answer(query.typed, Status.NOT_FOUND, NOT_FOUND)
    return _of_plans(query, library, field, numbers)


def _of_plans(query: Query, library: Library, field: str, numbers: Sequence[int]) -> Answer:
    """The field of each plan that the question can mean: ambiguous where they state different things."""
    with_bases = field == "legal_bases"
    if query.years and not any(has_year(library.plans[n], query, with_bases=with_bases) for n in numbers):
        return Answer(query.typed, Status.NOT_FOUND, NOT_FOUND)
    plans = [library.plans[n] for n in numbers]
    answers = [(plan, _asked_of(query, plan, field), cite_field(plan, field)) for plan in plans]
    stated = [one for one in answers if one[1]]
    if not stated:
        plan, _, cited = answers[0]
        locator, role = cited[0].locator if cited else "Tiêu đề", HEADER[field].lower()
        text = NOT_STATED.format(plan=plan_name(plan), locator=locator, role=role)
        return Answer(query.typed, Status.NOT_STATED, text, citations=tuple(c for *_, each in answers for c in each))
    if len({values for _, values, _ in stated}) > 1:
        return _ambiguous(query, stated)
    plan, values, cited = stated[0]
    if field in {"number", "title"} and _names_signer(query, plan):
        cited = (*cited, *cite_field(plan, "signer"))
    text = f"{HEADER[field]} của {plan_name(plan)}: {joined(values)}."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=cited)


def _ambiguous(query: Query, stated: Sequence[tuple[Plan, tuple[str, ...], tuple[Citation, ...]]]) -> Answer:
    """What each of several plans states."""
    items = tuple(
        Item(plan.file, plan_name(plan), cited[0].locator if cited else "Tiêu đề", joined(values))
        for plan, values, cited in stated
    )
    text = AMBIGUOUS.format(parts="; ".join(f"{one.plan}: {one.name}" for one in items))
    citations = tuple(one for *_, cited in stated for one in cited)
    return Answer(query.typed, Status.AMBIGUOUS, text, items=items, citations=citations)
