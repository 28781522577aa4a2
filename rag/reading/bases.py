"""Questions about documents that the plans cite: a number, a date, what it amends or carries out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.folding import fold
from ingest.header import DOCUMENT_NUMBER
from rag.answer import Answer, Status
from rag.citations import cite_entry, plan_name
from rag.corpus.citeddocs import bare
from rag.corpus.library import Library, once
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.reportasks import asks_whom_itself
from rag.reading.citednumbers import Cited, beside_named, not_of_others
from rag.reading.eachplan import of_each_plan

DATE: Final = re.compile(r"ngày\s*(\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})")
"""A day as plans print it after a document's number."""
_KINDS: Final = tuple(
    (sound(noun), code)
    for noun, code in (
        ("nghị quyết", "nq"),
        ("quyết định", "qd"),
        ("nghị định", "nd-cp"),
        ("chương trình hành động", "ctr"),
        ("chương trình", "ctr"),
        ("kế hoạch", "kh"),
        ("thông tư", "tt"),
        ("chỉ thị", "ct"),
        ("tờ trình", "ttr"),
        ("công văn", "cv"),
        ("kết luận", "kl"),
        ("hướng dẫn", "hd"),
        ("thông báo", "tb"),
    )
)
_CODES: Final = {noun: code.partition("-")[0] for noun, code in _KINDS}
_LETTER: Final = "cv"
_NUMBER: Final = frozenset({"số", "so"})
"""As typed: "sở nào" sounds like "số nào"."""
_WHICH: Final = tuple(map(sound, ("số mấy", "số nào", "nào", "số bao nhiêu", "số hiệu nào", "mang số", "số")))
_ASKED: Final = tuple((f"{noun} {which}", code) for noun, code in _KINDS for which in _WHICH)
_DIRECTIVE: Final = re.compile(r"\bCT\b.{0,30}\bTTg(?:CP)?\b|\bCT\b.{0,30}[Tt]hủ tướng")
"""Of the Prime Minister "CT" is a directive ("chỉ thị"), elsewhere a target ("chỉ tiêu")."""
_SHORT_DIRECTIVE: Final = tuple(map(sound, ("chỉ tiêu", "chỉ thị", "TTgCP", "TTg", "thủ tướng chính phủ", "của")))
_RESTS_ON: Final = tuple(map(sound, ("căn cứ vào", "căn cứ", "dựa vào", "dựa trên", "làm căn cứ")))
_NOUNS: Final = "|".join(sorted((noun for noun, _ in _KINDS), key=len, reverse=True))
_CARRIES_OUT: Final = re.compile(rf"\b(?:thuc hien|trien khai|theo) (?:{_NOUNS})\b")
"""What a plan carries out stands among what it rests on."""
_WHICH_OF: Final = re.compile(rf"\b(?:can cu|dua (?:vao|chen)|can cu vao) (?:{_NOUNS})(?: \S+){{1,7}} nao\b")
"""The question word stands behind what tells the document: "căn cứ kế hoạch giai đoạn 2026 - 2030 nào"."""
_ORGAN: Final = (
    re.compile(
        rf"\b(?:nao|(?:{_NOUNS}) so|so (?:mai|bao nhieu|hieu(?: nao| gi)?)) cua (?P<organ>.+?)"
        rf"(?= (?:{'|'.join(map(sound, ('ban hành', 'về', 'ngày', 'để', 'là', 'được', 'ký', 'trong', 'ở', 'làm', 'số', 'và', 'năm', 'nêu', 'quy')))})\b|$)"
    ),
    re.compile(rf".*\b(?:{_NOUNS}) cua (?P<organ>(?:\S+ ){{1,8}}?)(?:so (?:mai|nao|bao nhieu|hieu)|nao)\b"),
)
"""Whose document is asked for: "căn cứ kế hoạch số mấy của Đảng ủy xã", "quyết định của Bộ nào"."""
_PRINTED_ORGAN: Final = re.compile(
    r"\bcủa\s+(?P<organ>[^;.]+?)(?=,?\s+(?:về|Về|quy định|ban hành|phê duyệt|hướng dẫn|v/v|sửa đổi|thực hiện|triển khai)\s|[;.]|$)"
)
_NEXT_DOCUMENT: Final = re.compile(
    r",?\s+(?:và|cùng)\s+(?=(?:các\s)?(?:Nghị|Quyết|Kế|Chương|Chỉ|Thông|Kết|Công|Hướng|Luật|Đề)\s)"
)
"""Behind the issuer another document goes on: "của Chính phủ | và Kế hoạch hành động của …"."""
_OPENING: Final = tuple(
    map(
        sound,
        ("ở phần mở đầu", "trong phần mở đầu", "phần mở đầu", "ở phần căn cứ", "trong phần căn cứ", "phần căn cứ"),
    )
)
"""Where a plan says what it rests on."""
_CITING: Final = tuple(map(sound, ("được viện dẫn", "viện dẫn", "được trích dẫn", "trích dẫn", "được dẫn", "được nêu")))
"""What is done with a document that a plan rests on; it says nothing about the document."""
_ISSUING: Final = tuple(map(sound, ("ban hành", "mục đích", "đề nghị", "nhằm", "theo")))
_SIGNED: Final = re.compile(r"\b(?:ra|ci|de|thong qua) (?:vao )?ngai (?:nao|mai|bao nhieu|thang nao)\b")
_DONE_WITH: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('quán triệt', 'học tập', 'tuyên truyền', 'phổ biến', 'xong', 'hoàn thành', 'thời hạn', 'hạn', 'sơ kết', 'tổng kết')))})\b"
)
"""What is done with a document, or a deadline: the day is that of the work, not that of the document."""
_DATING: Final = tuple(map(sound, ("ký", "ban hành", "ra", "vào", "được", "là", "năm nào", "của", "nó", "đó")))
"""Beside words for a time they ask for the day of the document that was named before."""
_RANKS: Final = frozenset(map(sound, ("xã", "phường", "tỉnh", "huyện", "quận")))
_PLAN: Final = sound("kế hoạch")
_COMMITTEE: Final = sound("ủy ban nhân dân")
_REACH: Final = 40
"""Characters before a number that belong to it ("Nghị quyết số")."""
_DATE_REACH: Final = 90
"""Characters from a number to its date."""
_IN_HEAD: Final = 0.4
"""What a word counts that stands in the plan's head and not beside the number; the same for a committee's number."""
_WHOSE: Final = re.compile(rf"\b(?:{_NOUNS})(?: {sound('số')})? (?:nao|mai|bao nhieu) {sound('của')}\b")
_FOUNDED: Final = 0.2
"""Added to a number among a plan's legal bases when the question asks what it rests on."""
_TOPIC: Final = re.compile(rf"\b{sound('về')} (?!{sound('việc')}\b)(?!.*\b{sound('về')} )(.+)$")
"""What the document asked for is about."""
_OF_ASKED: Final = re.compile(rf"\b(?:nao|mai|bao nhieu|hieu) {sound('của')}$")
_GAP: Final = 3
_YEAR: Final = re.compile(r"20\d\d-")
_HALF: Final = 0.5
_INITIALS: Final = 3
"""Letters of an abbreviation that is no word."""
_FEW: Final = 12
"""Most words that a question about a given number's date holds; a longer one asks something else."""
_SHOWN: Final = 160


def given_numbers(query: Query) -> set[str]:
    """The document numbers that the question itself holds, in whatever case they are typed."""
    return {bare(match[0]) for text in (query.typed, query.typed.upper()) for match in DOCUMENT_NUMBER.finditer(text)}


def wants_date(query: Query) -> bool:
    """Whether a day is asked for."""
    return query.role == "due" or find_phrase(query.spoken, heard("header.date")) is not None


def cited(library: Library, query: Query) -> Iterator[Cited]:
    """Every document number that the plans asked about print, in their order."""
    return (one for one in _every_cited(library) if query.covers(one.entry.plan))


@once
def _every_cited(library: Library) -> Sequence[Cited]:
    found: list[Cited] = []
    for entry in library.entries:
        matches = list(DOCUMENT_NUMBER.finditer(entry.text))
        ends = [*(match.start() for match in matches[1:]), len(entry.text)]
        before = 0
        for match, end in zip(matches, ends, strict=False):
            found.append(Cited(entry, match[0], match.start(), max(before, match.start() - _REACH), end))
            before = match.end()
    return found


def asked_kind(query: Query) -> str:
    """The sort of document that the question asks the number of, as numbers abbreviate it; "" when none is said."""
    if _DIRECTIVE.search(query.typed):
        return "ct-ttg"
    held = f" {query.spoken} "
    asked = next((code for phrase, code in _ASKED if f" {phrase} " in held), "")
    said = [(held.find(f" {noun} "), noun == _PLAN, code) for noun, code in _KINDS if f" {noun} " in held]
    # Of several the first is what is asked for: "chương trình thực hiện nghị quyết …"; a plan is what cites them.
    return asked or min(said, key=lambda one: (one[1], one[0], -len(one[2])), default=(0, False, ""))[2]


def is_about_documents(query: Query) -> bool:
    """Whether a cited document's number, or the date of a numbered one, is asked for."""
    if not query.pointer.empty and not _points_by_number(query):
        return False
    if _DIRECTIVE.search(query.typed):
        return True
    which = (phrase for phrase, _ in _ASKED if phrase.endswith(" nao"))
    number = find_phrase(query.spoken, heard("ask.document_number"))
    if number and query.words.accents and not any(one.typed in _NUMBER for one in query.words.tokens):
        number = None if number.startswith(sound("số")) else number
    asks = number or find_phrase(query.spoken, which)
    if asks and asked_kind(query):
        return True
    if dated_kind(query) or _WHICH_OF.search(query.spoken):
        return True
    nobody = not query.actors or (_all_issue(query) and find_phrase(query.spoken, _RESTS_ON))
    bare_number = DOCUMENT_NUMBER.search(query.typed.upper()) and nobody and query.kind == ""
    return bool(bare_number) and wants_date(query) and _only_number(query) and not _DONE_WITH.search(query.spoken)


def asks_cited(query: Query) -> bool:
    """Whether a cited document is asked for, and not who has work by it.

    On whose document a plan rests may be asked though an office is named: it is given no work.
    """
    if asks_whom_itself(query.spoken):
        return False  # "vướng mắc khi thực hiện Chỉ thị 5 thì phản ánh về sở nào"
    rests = bool(_WHOSE.search(query.spoken)) and find_phrase(query.spoken, _RESTS_ON) is not None
    asks_units = query.intent is not Intent.FACT and (query.role == "lead" or query.actors)
    return is_about_documents(query) and (rests or not asks_units)


def _all_issue(query: Query) -> bool:
    """Whether every unit named only tells whose plan is meant: "làm căn cứ ban hành kế hoạch của Sở A"."""
    plans = [one for one in query.mentions if one.kind != "actor"]
    return all(any(one.start <= unit.start and unit.end <= one.end for one in plans) for unit in query.actors)


def dated_kind(query: Query) -> bool:
    """Whether the day of a document that is only described is asked for: "nghị quyết … ra ngày nào"."""
    return asked_kind(query) not in ("", "kh") and _SIGNED.search(query.spoken) is not None


def speaks_of_documents(query: Query) -> bool:
    """Whether the question names a sort of document, what a plan rests on, or why and by whom it is issued."""
    kinds = (*(noun for noun, _ in _KINDS), *_RESTS_ON, *heard("noun.other_document"), *_ISSUING)
    return find_phrase(query.spoken, kinds) is not None


def _points_by_number(query: Query) -> bool:
    """Whether the numeral read as a row's is that of a given document ("chương trình hành động số 78-CTr/TU")."""
    pointer = query.pointer
    alone = pointer.annex is None and pointer.group is None and pointer.prose is None
    return alone and any(re.split(r"[/-]", number)[0] == pointer.ordinal for number in given_numbers(query))


def _only_number(query: Query) -> bool:
    """Whether little but the number and the date words are left of the question."""
    rest = query.unpointed.drop(_RESTS_ON)
    return len(rest.drop(heard("header.date")).drop(heard("column.due")).content()) <= _FEW


def citing_plans(query: Query) -> frozenset[int] | None:
    """The plans whose citations are asked for: those named first, as far as the rest of the question narrows them."""
    citing = next((one.plans for one in query.mentions if one.kind != "actor" and one.plans), query.plans)
    return citing & query.plans or citing if citing and query.plans else citing


def of_citing(query: Query) -> Query:
    """The question of those of its plans alone whose citations are asked for, where it names others besides."""
    citing = citing_plans(query)
    others = citing is not None and query.plans is not None and not citing & query.plans and _asks_whose(query)
    narrowed = others or (citing is not None and query.plans is not None and citing < query.plans)
    return replace(query, plans=citing) if narrowed else query


def _of_citing_plan(query: Query, library: Library) -> frozenset[str]:
    """The number by which the one plan is called whose citations are asked for: "Kế hoạch 5/KH-UBND thực hiện kế hoạch số mấy"."""
    first = next((one for one in query.mentions if one.kind != "actor" and one.plans), None)
    if first is None or first.kind != "number" or len(first.plans) != 1 or not asked_kind(query):
        return frozenset()
    return library.profiles[next(iter(first.plans))].numbers


def _asks_whose(query: Query) -> bool:
    """Whether the plans meant are named only as whose the cited document is: "kế hoạch số mấy | của UBND tỉnh"."""
    meant = [one for one in query.mentions if one.plans and query.plans and one.plans <= query.plans]
    before = [query.words.part(max(0, one.start - _GAP), one.start) for one in meant]
    return bool(before) and all(_OF_ASKED.search(words) for words in before)


def answer_document(query: Query, library: Library, threshold: float) -> Answer | None:
    """The number, or the date, of the cited document that the question describes; None when none fits."""
    given = given_numbers(query)
    found = list(cited(library, query))
    found = found if given else beside_named(found, query.spoken, _CODES)
    if given and wants_date(query):
        dated = ((one, DATE.search(one.entry.text, one.at, min(one.end, one.at + _DATE_REACH))) for one in found)
        return next((_answer(query, library, one, day[1]) for one, day in dated if day and one.bare in given), None)
    given -= _of_citing_plan(query, library)
    if given:
        named = {one for one in given if not _YEAR.match(one)}  # "đến 2030 - QĐ phê duyệt" names none
        if named and not any(one.bare in given for one in found):
            return None  # what goes with a document that nobody cites is not told
        found = list(_beside(found, given)) or found
    fitting = not_of_others(_fitting(found, query, library, given), query.spoken)
    fitting = _of_organ(fitting, query, library) or fitting
    words = _words(query)
    scored = [(_score(library, query, one, words), -one.entry.order, one) for one in fitting]
    best = max(scored, key=lambda one: one[:2], default=None)
    if best is None or (best[0] < threshold and not given):
        return None
    alike = [(one.entry, one.number) for score, _, one in scored if score == best[0]]
    if not given and find_phrase(query.spoken, _RESTS_ON) and (told := of_each_plan(query, library, alike)):
        return told
    if not given and dated_kind(query):
        one = best[2]
        day = DATE.search(one.entry.text, one.at, min(one.end, one.at + _DATE_REACH))
        return _answer(query, library, one, day[1]) if day else None
    return _answer(query, library, best[2], best[2].number)


def number_and_day(parts: Sequence[Query], library: Library, threshold: float) -> tuple[Answer, ...]:
    """The number and the day of one document, where nothing but its day is asked beside it ("số mấy, ký ngày nào").

    () where something else is asked, or no document fits.
    """
    if len(parts) != len(("number", "day")) or not is_about_documents(parts[0]) or parts[1].role != "due":
        return ()
    if parts[1].unpointed.drop((*heard("column.due"), *heard("header.date"), *_DATING, _PLAN)).content():
        return ()
    told = answer_document(parts[0], library, threshold)
    day = told and _day_of(parts[0], library, bare(told.values[0]))
    return (told, day) if told and day else ()


def _day_of(query: Query, library: Library, number: str) -> Answer | None:
    """The day printed behind a number."""
    same = (one for one in cited(library, query) if one.bare == number)
    dated = ((one, DATE.search(one.entry.text, one.at, min(one.end, one.at + _DATE_REACH))) for one in same)
    return next((_answer(query, library, one, day[1]) for one, day in dated if day), None)


def _beside(found: Sequence[Cited], given: set[str]) -> Iterator[Cited]:
    """The numbers next to a given one in the same entry: what it amends or carries out, and what carries it out."""
    for one, following in pairwise(found):
        if one.entry is following.entry and (one.bare in given) != (following.bare in given):
            yield following if one.bare in given else one


def _fitting(found: Iterable[Cited], query: Query, library: Library, given: set[str]) -> list[Cited]:
    """Numbers of the kind asked for that are neither given nor, unless some are, a plan's own."""
    kind = asked_kind(query)
    pattern = re.compile(rf"[/-]{kind}\b" if kind else "")
    if kind == _LETTER:
        return [one for one in found if one.bare not in given and _named_letter(one)]
    own = library.profiles
    others = [one for one in found if one.bare not in given and (given or one.bare not in own[one.entry.plan].numbers)]
    return [one for one in others if pattern.search(one.bare) or _called(one, kind)]


def _called(one: Cited, kind: str) -> bool:
    """Whether the sort asked for stands before a number that does not say its sort ("Nghị quyết số 12/2025/QH15")."""
    before = sound(one.entry.text[one.start : one.at])
    return any(before.endswith((noun, f"{noun} {sound('số')}")) for noun, code in _KINDS if code == kind)


def _of_organ(found: Sequence[Cited], query: Query, library: Library) -> list[Cited]:
    """Those documents whose printed issuer holds every word of the one that the question names; none where it names none."""
    asked = next((match["organ"].split() for one in _ORGAN if (match := one.search(query.spoken))), [])
    return [one for one in found if asked and set(asked) <= set(library.hear(issuer_printed(one)).split())]


def issuer_printed(one: Cited) -> str:
    """Who issued a document, as its citation prints it behind the number; "" where it does not."""
    told = _PRINTED_ORGAN.search(one.entry.text, one.at, one.end)
    return _NEXT_DOCUMENT.split(told["organ"], maxsplit=1)[0] if told else ""


def _named_letter(one: Cited) -> bool:
    """Whether a number is that of an official letter, which bears no sort of its own ("Công văn số 12/ABC-XY")."""
    return fold(one.entry.text[one.start : one.at]).rstrip().endswith(("cong van", "cong van so"))


def _words(query: Query) -> dict[str, float]:
    """What the question says of the document: names of plans and the asking words left out."""
    tokens = query.words.tokens
    pointing: set[int] = set()
    for one in query.mentions:
        if one.kind != "actor":
            ranked = one.kind == "place" and one.start > 0 and tokens[one.start - 1].heard in _RANKS
            start = one.start - ranked
            named = next((size for size in (3, 2) if query.words.part(start - size, start).startswith(_PLAN)), 0)
            pointing.update(range(start - named, one.end))
    asking = (*heard("ask.document_number"), *(phrase for phrase, _ in _ASKED), *_RESTS_ON, *_CITING)
    placed = (*_OPENING, sound("dẫn")) if find_phrase(query.spoken, _OPENING) else ()
    words = query.words.without(pointing).drop((*asking, *placed))
    return (words.drop(_SHORT_DIRECTIVE) if _DIRECTIVE.search(query.typed) else words).content()


def _score(library: Library, query: Query, one: Cited, words: dict[str, float]) -> float:
    own = set(library.hear(one.entry.text[one.start : one.end]).split())
    score = library.cover(words, own, library.profiles[one.entry.plan].words, share=_IN_HEAD)
    founding = _CARRIES_OUT.search(query.spoken) or find_phrase(query.spoken, (*_RESTS_ON, *_OPENING))
    rests = _FOUNDED if founding and one.entry.locator == "Căn cứ" else 0.0
    committee = _COMMITTEE in query.spoken and asked_kind(query) == "kh" and "ubnd" in one.bare
    return score + rests + (_IN_HEAD if committee else 0.0)


def is_off_topic(query: Query, library: Library, told: Answer) -> bool:
    """Whether neither the document told, nor the plan that cites it, says half of what the question says it is about."""
    topic = _TOPIC.search(query.spoken)
    words = _words(query) if topic and not given_numbers(query) else {}
    about = {word: weight for word, weight in words.items() if topic and word in topic[1].split()}
    printed = beside_named(list(cited(library, query)), query.spoken, _CODES) if about and told.values else []
    same = [one for one in printed if one.bare == bare(told.values[0])]
    own = [(library.hear(one.entry.text[one.start : one.end]), library.profiles[one.entry.plan]) for one in same]
    covers = (library.cover(_unshortened(about, text), {*text.split(), *profile.own_words}) for text, profile in own)
    return bool(own) and max(covers) < _HALF


def _unshortened(words: dict[str, float], text: str) -> dict[str, float]:
    """The words without those that are initials of words side by side in the text."""
    letters = "".join(word[0] for word in text.split())
    return {word: weight for word, weight in words.items() if len(word) < _INITIALS or word not in letters} or words


def _answer(query: Query, library: Library, one: Cited, value: str) -> Answer:
    plan = library.plans[one.entry.plan]
    words = " ".join(one.entry.text[one.start : one.end].split())
    text = f"{value} — “{words[:_SHOWN].strip()}” ({plan_name(plan)}, {one.entry.locator})."
    shown = (" ".join(value.split()),)
    return Answer(query.typed, Status.ANSWERED, text, shown, citations=cite_entry(plan, one.entry), method="retrieval")
