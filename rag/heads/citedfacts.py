"""The number, day or issuer of a document that plans cite: "Kế hoạch số 5/KH-UBND của UBND tỉnh A ban hành ngày nào".

The document is told by its number, or by whose it is and what it is about; what a loaded plan's own head tells as well
is that plan's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.header import DOCUMENT_NUMBER
from ingest.plan import Plan
from rag.answer import Answer, Citation, Item, Status
from rag.citations import cite_entry, plan_name
from rag.compose import not_found
from rag.corpus.citeddocs import (
    LAWS,
    SORT_SAID,
    SORTS,
    CitedDoc,
    bare,
    bears,
    cited_docs,
    same_documents,
    years_said,
)
from rag.corpus.library import Library, once
from rag.language.phrases import heard
from rag.language.words import either, find_phrase, sound
from rag.mentions.mention import Mention
from rag.parts.headlists import listed_fields
from rag.query.question import Query
from rag.reading.bases import cited
from rag.wording import AMBIGUOUS, joined

_OPEN: Final = either("nào", "mấy", "bao nhiêu", "gì")
_ORGANS: Final = f"(?:{either('ai', 'cơ quan nào', 'đơn vị nào', 'cấp nào', 'nơi nào', 'bộ nào', 'tổ chức nào')})"
_ISSUED: Final = f"(?:{either('ban hành', 'ký ban hành', 'ký', 'ra', 'ra đời', 'thông qua', 'phê duyệt', 'công bố')})"
_ASKS: Final[Mapping[str, re.Pattern[str]]] = {
    "number": re.compile(
        rf"\b(?:(?:{either('mang', 'có', 'là')}) )*{sound('số')}(?: {sound('hiệu')}| {sound('ký hiệu')})?(?: {sound('là')})? (?:{_OPEN})\b"
        rf"|\b{sound('mang số')}\b|\b{sound('số hiệu')}\b"
    ),
    "date": re.compile(
        rf"\b(?:(?:{either('được', 'đã', 'do')}) )*(?:{_ISSUED} )?(?:(?:{either('vào', 'từ', 'đúng', 'đề', 'hôm')}) )*"
        rf"{sound('ngày')}(?: {sound('tháng')}(?: {sound('năm')})?)? (?:{_OPEN})(?: {_ISSUED})?\b"
        rf"|\b{sound('ngày')} (?:{_ISSUED}|{sound('tháng')})\b|\b{_ISSUED} (?:{either('khi nào', 'hôm nào', 'lúc nào', 'bao giờ')})\b"
    ),
    "organ": re.compile(
        rf"\b(?:{sound('là')} )?(?:{either('của', 'do', 'được')}) {_ORGANS}(?: {_ISSUED})?\b(?! {sound('ký')}\b)|\b{_ORGANS} (?:{sound('đã')} )?(?:{either('ban hành', 'phê duyệt', 'ra')})\b"
    ),
}
"""Sound forms of what asks for each thing that is printed of a document."""
_ANY_SORT: Final = re.compile(rf"\b{SORT_SAID}\b")
_WHICH: Final = re.compile(rf"\b(?P<sort>{SORT_SAID}) (?:{sound('số')} )?(?:{_OPEN})\b")
"""Asks which document it is, and so its number."""
_NUMBER_AND_DAY: Final = re.compile(
    rf"\b{sound('số')}(?: (?:{either('hiệu', 'ký hiệu')}))?(?: {sound('và')})? {sound('ngày')}(?: (?:{_ISSUED}|{sound('tháng')}))?(?: (?:{either('của', 'trên', 'ở')}))? (?P<sort>{SORT_SAID})\b"
)
"""Asks for both of a document named right behind: "số và ngày tờ trình"."""
_DEADLINE: Final = re.compile(
    rf"\b(?:{either('phải', 'cần ban hành', 'sẽ ban hành', 'thời hạn', 'hạn chót', 'hạn ban hành', 'chậm nhất', 'trước ngày', 'hoàn thành', 'xong', 'hết hạn', 'hiệu lực', 'trình ban hành', 'tham mưu')})\b"
)
"""What is done with a document to come, or how long it holds: its day is that of work."""
_NOUN: Final = re.compile(
    rf"(?<!{sound('pháp')} )\b(?:{either(*LAWS, *(one for one in SORTS if one not in ('hướng dẫn', 'quy định', 'thông báo', 'báo cáo', 'kết luận')))})\b"
)
"""Those that are no verbs as well."""
_NUMBERED: Final = re.compile(
    rf"\b(?P<sort>{SORT_SAID})(?: {sound('số')})? (?P<figure>\d{{1,5}}[a-zđ]?)(?: / (?P<year>(?:19|20)\d\d))?\b"
)
_WHOSE: Final = re.compile(
    rf"\b{sound('của')} (?P<organ>.+?)(?= (?:\||{either('về', 'ban hành', 'ký', 'ra', 'phê duyệt', 'là', 'mang', 'số', 'ngày', 'quy định', 'hướng dẫn', 'thực hiện', 'triển khai', 'đề', 'thì', 'có', 'được', 'năm', 'giai đoạn', 'do')})(?: |$)|$)"
)
_FRAMING: Final = tuple(
    map(
        sound,
        (
            *(
                "căn cứ vào",
                "căn cứ",
                "dựa vào",
                "dựa trên",
                "viện dẫn",
                "trích dẫn",
                "được dẫn",
                "nhắc đến",
                "về việc",
            ),
            *("được quy định", "quy định", "được hướng dẫn", "hướng dẫn", "xây dựng", "ban hành kế hoạch"),
            *("kế hoạch", "văn bản"),
        ),
    )
)
"""What a question says around a document, not of it."""
_RESTS_ON: Final = tuple(map(sound, ("căn cứ", "dựa vào", "dựa trên", "làm căn cứ", "viện dẫn", "trích dẫn", "theo")))
_SURE: Final = 0.85
"""The part of what is said of a document without a number that must be printed of it."""
_DAY: Final = sound("ngày")
_DAYS: Final = frozenset(("ngày", "ngay"))
_NUMBER: Final = sound("số")
_PARLIAMENT: Final = sound("quốc hội")
_LAWS: Final = frozenset(map(sound, LAWS))
"""Of laws it need not be printed who passed them."""
_OF_YEAR: Final = re.compile(rf" {sound('năm')} (?=(?:19|20)\d\d )")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FEWEST: Final = 2
"""Words that tell a document without a number, besides whose it is."""
_PLANS: Final = frozenset(map(sound, ("kế hoạch", "chương trình", "chương trình hành động", "đề án", "văn bản")))
_CODES: Final = {
    sound(noun): code
    for noun, code in (
        ("nghị quyết", "NQ"),
        ("quyết định", "QĐ"),
        ("chỉ thị", "CT"),
        ("thông báo", "TB"),
        ("hướng dẫn", "HD"),
    )
}
"""Sorts of documents that a plan is, and others that one may be issued as, by the letters of its number."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of which document: its ``sort``, whose it is, and what else is said of it.

    ``alone`` is whether no other document is spoken of, and none that rests on it.
    """

    fields: tuple[str, ...]
    alone: bool
    sort: str
    organ: frozenset[str]
    about: Mapping[str, float]


def answer_cited_facts(query: Query, library: Library) -> Answer | None:
    """What is printed of the one cited document that the question describes; None where it asks for something else."""
    asked = _asked(query)
    if asked is None or _signed(query) or (asked.sort in _PLANS and any(_points(one) for one in query.mentions)):
        return None
    named = _NUMBERED.search(query.spoken)
    named = named if named and named["sort"] == asked.sort else None
    own = _own_numbers(library)
    if named and (_whole(query, named) or named["figure"]) in own:
        return None
    by_number = named is not None and "number" not in asked.fields
    found = _numbered(query, library, asked, named) if named and by_number else _described(query, library, asked)
    if found is None:
        return not_found(query, library) if asked.alone else None
    told = [[one for one in group if _told(one, asked.fields)] for group in same_documents(found)]
    told = [group for group in told if group]
    if not told:
        return None
    first = [min(group, key=lambda one: (one.entry.locator != "Căn cứ", one.entry.order)) for group in told]
    if len({_values(one, asked.fields) for one in first}) > 1:
        return _ambiguous(query, library, first, asked.fields)
    return _answer(query, library, first[0], asked.fields)


@once
def _own_numbers(library: Library) -> frozenset[str]:
    """The numbers of the loaded plans themselves."""
    return frozenset(number for profile in library.profiles for number in profile.numbers)


def _asked(query: Query) -> _Asked | None:
    """The reading of the question; None unless it asks for a number, a day or an issuer of a sort of document."""
    spoken = query.spoken
    first = _NOUN.search(spoken) or _ANY_SORT.search(spoken)
    which = _WHICH.search(spoken)
    if first is None or _DEADLINE.search(spoken) or len(_WHICH.findall(spoken)) > 1:
        return None
    if which and which["sort"] in _LAWS and f" {sound('số')} " not in which[0]:
        return None  # laws are told by their names
    listed, said = listed_fields(query.typed)
    places = {field: match.start() for field, one in _ASKS.items() if (match := one.search(spoken))}
    if "date" in places and not _says_day(query):
        del places["date"]
    places |= {field: n for n, field in enumerate(listed) if field in _ASKS}
    if both := _NUMBER_AND_DAY.search(spoken):
        places |= {"number": both.start(), "date": both.start() + 1}
    if which:
        places.setdefault("number", which.start())
    if not places:
        return None
    sort = (both or which or {"sort": first[0]})["sort"]
    alone = not which or first.start() >= which.start() or first.re is not _NOUN
    alone = alone and not any(map(_points, query.mentions)) and find_phrase(spoken, _RESTS_ON) is None
    loaded = sort in _PLANS and any(one.kind == "issuer" and len(one.plans) == 1 for one in query.mentions)
    words = query.words.outside(one for one in query.mentions if _points(one))
    for one in (_NUMBER_AND_DAY, *_ASKS.values(), _WHICH):
        words = words.drop_matches(one)
    words = words.drop((*((said,) if said else ()), sort, *_FRAMING, _NUMBER)).drop_matches(_OF_YEAR)
    words = words.drop((_PARLIAMENT,)) if sort in _LAWS else words
    whose = _WHOSE.search(_without_asks(spoken))
    organ = frozenset(whose["organ"].split() if whose else ()) & words.content().keys()
    about = {word: weight for word, weight in words.content().items() if weight >= 1.0 and not _YEAR.fullmatch(word)}
    return _Asked(tuple(sorted(places, key=lambda field: places[field])), alone and not loaded, sort, organ, about)


def _says_day(query: Query) -> bool:
    """Whether a day is asked for in words of its own, not in a name that sounds so ("Hòa Ngãi ban hành …")."""
    named = {n for one in query.mentions for n in range(one.start, one.end)}
    heard_so = [one for n, one in enumerate(query.words.tokens) if one.heard == _DAY and n not in named]
    return not any(one.heard == _DAY for one in query.words.tokens) or any(one.typed in _DAYS for one in heard_so)


def _points(one: Mention) -> bool:
    """Whether a part of the question points to a loaded plan and to nothing else."""
    return one.kind in ("title", "number", "day", "carried") and bool(one.plans)


def _without_asks(spoken: str) -> str:
    for one in (*_ASKS.values(), _WHICH):
        spoken = one.sub(" | ", spoken)
    return " ".join(spoken.split())


def _signed(query: Query) -> bool:
    """Whether who signs is asked for, as of a loaded plan alone."""
    return find_phrase(query.spoken, (*heard("header.signer"), *heard("header.signer_title"))) is not None


def _whole(query: Query, named: re.Match[str]) -> str:
    """The whole number, folded, that the question gives with this figure; "" where it gives the figure alone."""
    given = (bare(one[0]) for one in DOCUMENT_NUMBER.finditer(query.typed.upper()))
    return next((one for one in given if re.match(rf"0*{named['figure'].lstrip('0')}\b", one)), "")


def _numbered(query: Query, library: Library, asked: _Asked, named: re.Match[str]) -> list[CitedDoc] | None:
    """The citations of the document whose number the question gives.

    None where it is given whole, by its number alone or with whose it is, and no plan cites it as such.
    """
    whole = _whole(query, named)
    borne = [one for one in cited_docs(library) if _is_named(one, asked.sort, whole, named)]
    if not borne and whole:
        return [] if any(one.bare == whole for one in cited(library, query)) else None
    fitting = [one for one in borne if _fits(one, library, asked)]
    return fitting or (None if whole and borne else [])


def _is_named(one: CitedDoc, sort: str, whole: str, named: re.Match[str]) -> bool:
    """Whether a citation bears the number given, whole or by its figure, and is of the sort that is said."""
    if whole:
        return one.bare == whole or (one.bare.startswith(f"{whole}-") and one.sort.startswith(sort))
    return bears(one.bare, named["figure"], named["year"]) and _is_of_sort(one, sort)


def _is_of_sort(one: CitedDoc, sort: str) -> bool:
    return (
        sort == sound("văn bản")
        or one.sort == sort
        or one.sort.startswith(f"{sort} ")
        or sort.startswith(f"{one.sort} ")
    )


def _fits(one: CitedDoc, library: Library, asked: _Asked) -> bool:
    """Whether nothing that the question says of the issuer speaks against a citation."""
    profile = library.profiles[one.entry.plan]
    return asked.organ <= one.words | set(" ".join(profile.places).split())


def _described(query: Query, library: Library, asked: _Asked) -> list[CitedDoc] | None:
    """The citations of which most is printed of all that the question says, unless a plan's own head says as much.

    None where the only such are of another year or issuer than it says.
    """
    if len(set(asked.about) - asked.organ) < _FEWEST:
        return []
    said = {bare(one[0]) for one in DOCUMENT_NUMBER.finditer(query.typed.upper())}
    given = said - _own_numbers(library)
    years = years_said(query.typed)
    best, found = _SURE, list[CitedDoc]()
    strange = False
    for one in cited_docs(library):
        if one.bare in said or not _is_of_sort(one, asked.sort):
            continue
        share = library.cover(asked.about, one.words | _pointing(query, one.entry.plan))
        if share < best:
            continue
        if not (
            years <= one.years | _own_years(query, library, one) and given <= one.named and _fits(one, library, asked)
        ):
            strange = True
            continue
        best, found = share, [*(found if share == best else ()), one]
    same = (n for n in _issued_as(asked.sort, library) if years <= _years_of(library.plans[n]))
    heads = (library.cover(asked.about, library.profiles[n].own_words) for n in same)
    if max(heads, default=0.0) >= best:
        return []
    return None if strange and not found else _nearest(found)


def _own_years(query: Query, library: Library, one: CitedDoc) -> frozenset[str]:
    """The years of the citing plan itself, where the question speaks of what it rests on."""
    rests = find_phrase(query.spoken, _RESTS_ON) is not None or bool(_pointing(query, one.entry.plan))
    return _years_of(library.plans[one.entry.plan]) if rests else frozenset()


def _years_of(plan: Plan) -> frozenset[str]:
    """The years that a plan is of, by its title or its day."""
    return years_said(f"{plan.header.title or ''} {plan.header.year or ''}")


def _issued_as(sort: str, library: Library) -> Iterator[int]:
    """The loaded plans that may be called by this sort of document, as their numbers tell."""
    code = _CODES.get(sort, "")
    for number, plan in enumerate(library.plans):
        if sort in _PLANS or (code and re.search(rf"[/-]{code}\b", plan.header.number or "")):
            yield number


def _pointing(query: Query, plan: int) -> frozenset[str]:
    """The words by which the question points to the plan that cites."""
    meant = (one for one in query.mentions if one.kind != "actor" and plan in one.plans)
    return frozenset(word for one in meant for word in query.words.part(one.start, one.end).split())


def _nearest(found: Sequence[CitedDoc]) -> list[CitedDoc]:
    """Of several in one entry, whose words hold those of all behind them, the last, where it is cited first."""
    last = {one.entry.order: one for one in found}
    places = ((one.entry.order, one.bare, one) for one in found)
    first = {(order, number): one for order, number, one in reversed(list(places))}
    return [first[order, one.bare] for order, one in last.items()]


def _told(one: CitedDoc, fields: Iterable[str]) -> bool:
    return all(_values(one, fields))


def _values(one: CitedDoc, fields: Iterable[str]) -> tuple[str, ...]:
    printed = {"number": one.number, "date": one.day, "organ": one.organ}
    return tuple(" ".join(printed[field].split()) for field in fields)


def _answer(query: Query, library: Library, one: CitedDoc, fields: Sequence[str]) -> Answer:
    plan, values = library.plans[one.entry.plan], _values(one, fields)
    text = f"{joined(values)} ({plan_name(plan)}, {one.entry.locator})."
    found = cite_entry(plan, one.entry)
    return Answer(query.typed, Status.ANSWERED, text, values, citations=found, method="retrieval")


def _ambiguous(query: Query, library: Library, found: Sequence[CitedDoc], fields: Sequence[str]) -> Answer:
    """What is printed of each of several documents that the question fits alike."""
    items = tuple(
        Item(plan.file, plan_name(plan), one.entry.locator, joined((one.number, *_values(one, fields))))
        for one in found
        for plan in (library.plans[one.entry.plan],)
    )
    places: tuple[Citation, ...] = tuple(
        each for one in found for each in cite_entry(library.plans[one.entry.plan], one.entry)
    )
    text = AMBIGUOUS.format(parts="; ".join(f"{one.plan}: {one.name}" for one in items))
    return Answer(query.typed, Status.AMBIGUOUS, text, items=items, citations=places)
