"""What is left of a list question when all that was understood is taken away: words that the rows must hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.phrases import heard, written
from rag.language.talk import without_sayings, without_talk
from rag.language.words import Stretch, Words, either, find_phrase, read_words, sound
from rag.mentions.actors import Actor
from rag.mentions.matternamed import title_words_said
from rag.mentions.mention import Mention
from rag.mentions.roles import DIRECTLY, IDIOMS
from rag.query.duesaid import time_phrase
from rag.query.issuedresults import issued_result
from rag.query.kinds import COUNTED_IN
from rag.query.namesaid import name_said
from rag.query.question import Query
from rag.query.rowtables import row_tables
from rag.rows.annextitles import named_annex
from rag.rows.beginnings import asks_beginning
from rag.rows.cells import amount_asked, cell_conditions, whole_stretches
from rag.rows.definite import asks_definite
from rag.rows.documents import without_documents
from rag.rows.groups import GROUP_NOUNS, POINTED, named_groups, named_heading
from rag.rows.incharge import PERSON, plans_of
from rag.rows.sideconditions import side_conditions
from rag.rows.totalsaid import totals_said

_NOUNS: Final = frozenset(sound("nhiệm vụ việc công chỉ tiêu hoạt động phụ lục lịch nhóm kế hoạch con").split())
_USED: Final = ("ask.count", "ask.list", "column.lead", "column.support", "condition.joint")
_TIMELESS: Final = ("condition.continuous", "condition.whole_year")
_APPOSED: Final = re.compile(
    r" (?:la|voi tu cach la) (?:don vi|co quan|ben|dau moi) (?:\S+ ){1,3}?(?:thi|nen|phai)(?= )"
)
"""Sound form of what a unit is besides ("là đơn vị thường trực thì phải"), no condition of its work."""
_DUE_APART: Final = re.compile(
    rf" (?:{either('thời hạn', 'hạn', 'kỳ hạn', 'mốc', 'thời điểm')})"
    rf"(?: (?:{either('chót', 'cuối cùng', 'cuối', 'hoàn thành', 'rơi', 'nằm', 'lọt', 'đúng', 'gọn', 'trọn', 'vào', 'trong', 'ngay', 'đến', 'tới', 'là', 'ở')}))+(?= )"
)
"""In padded sound form: that a deadline falls into a time said elsewhere ("tháng này có việc nào hạn chót rơi đúng trong tháng")."""
_MONTH_SPELT: Final = re.compile(r" thang (?:muoi(?: mot| hai)?|mot|hai|ba|bon|nam|sau|bai|tam|chin|dieng|chap)(?= )")
_WHICH_SPELT: Final = re.compile(r"(?<=nhiem vu|chi tieu) lao(?= )|(?<=viec) lao(?= )")
"""Where l and n sound alike "nào" is typed so."""
_AT_LEVEL: Final = re.compile(
    r" (?:(?:dat|dung|o|bang) )*muc(?= \d)| (?:muc|con so|gia chi)(?: (?!(?:nao|gi|cua|cho|la)\b)\S+){0,4}(?= (?:la |den )?(?:bao nhieu|mai)\b)"
    r"|(?:(?<= nao)|(?<= phai)|(?<= se)|(?<= can)|(?<= duoc)) khoi dong(?= )"
)
"""Before the amount that targets are chosen by, what asks for the amount of those found, and that rows begin in a time."""
_WHICH_PART: Final = re.compile(r"\b(cai|lop|cuoc|choa|khoa|dot|bo|phan|mo hinh) nao\b")
"""Nouns for the parts of a row, in sound form."""
_NOUN_ASKED: Final = re.compile(r"\b(?:nhung|cac|mai|bao nhieu) (\S+(?: \S+)?) nao\b")
"""What the rows of a group that is named are called ("những mặt hàng nào")."""
_BIDS: Final = (
    "(?:ra soat|ra|do|soat|coi|thong ce|tong hop|ciem cha|ciem|doi chieu|cha cuu|cha|loc|chich(?: suat| loc| dan)?|suat|boc(?: tach)?|loi|nhat|dom|gom"
    "|diem|doc|mo|sem|soan|lap|in|rut|cung cap|tim|cho biet|cho hoi|liet ce|ce)"
)
_HELPING: Final = "(?:dup|dum|ho)(?: (?:cho|toi|em|minh|anh|chi|tui|sep|voi|cai|phat))*"
_OPENING: Final = re.compile(
    r"^ (?:e|em|toi|minh|chau|ben (?:em|toi|minh)) (?:\S+ ){0,6}?(?:sin hoi|cho hoi|muon hoi|can biet|muon biet)(?= )"
    rf"|^ (?:(?:nho|sin|vui long|lam on|phien|anh|chi|em|ban|a|e|dong chi) )*{_BIDS}(?: (?:lai|ra|sem|qua|thu))*(?: {_HELPING}| (?:lai|thu)(?: sem| coi)?)(?= )"
    r"|^ (?:(?:chen )?thuc te(?: la| thi)?|that ra|thuc ra|rot c[uo]+c|noi chung|noi gon|tom lai|chung qui(?: lai)?|sui cho cung)(?= )"
    r"|^ (?:(?:thong tin (?:dup|cho)|gui|sin hoi|muon biet|can biet|hoi|e|a|da|de ngi|vui long|lam on|phien|nho|sin|hai|dup|dum|cho|dong chi|cac dong chi|can bo|anh|chi|em|ban|toi|minh)"
    rf" )*(?:{_BIDS}(?: (?:ra|dup|dum|ho|sem"
    r"|cho|toi|em|minh|danh sach|bang|lai))* (?=(?:cac|nhung|toan bo|tat ca|moi|danh|nhiem|viec|chi tieu|so|het|cua|o|tai|phu luc|ce hoach|chong|nam|20\d\d)\b))*"
)
"""Sound form of a polite or commanding beginning: what is to be done with the rows, no word of theirs."""
_CLOSING: Final = re.compile(
    r" (?:tong hop|liet ce|thong ce|loc|ce|tim|soat|ra|ciem|ciem cha|cha|cha cuu|chich|sem|gap) (?:dup|dum|ho|lai)(?: (?:cho|anh|chi|em|toi|minh|voi|nhe|nha|di|a|ha))*\s*$|"
    r" de (?:chuan bi|bao cao|hop|di hop|chinh|gui|phuc vu|toi|em|minh|anh|chi|theo doi|don doc|nam|tong hop|dua vao|lam bao cao|dao ban|biet duong|cip)(?: \S+)*\s*$| (?:tim|cha|loc|thong ce|liet ce|ce) (?:chong |o )?(?:het|tat ca|toan bo|moi)(?: (?:cac|nhung))?(?= |$)"
)
"""Sound form of a bidding to look everywhere ("tìm trong hết các kế hoạch")."""
_ABOUT: Final = re.compile(
    r"\b(?:lien quan (?:den|toi|ve)|noi (?:ve|den|toi)|nhac (?:den|toi)|de cap (?:den|toi|ve)?|ve linh vuc|thuoc linh vuc"
    r"|(?:san pham|cet qua|dau ra) (?:phai )?la)"
    r" ((?!(?:cua|chong|o|tai|ce hoach)\b)\S+(?: (?!(?:cua|chong|o|tai|ma|thi|ce hoach)\b)\S+){0,6})"
)
_ANNEX_OF: Final = re.compile(
    r" (?:phu luc|danh muc|ce hoach)(?: (?:cua|cem theo|cem))? (?:de an|chuong chinh|chien luoc)(?= )"
)
"""Sound form of what an annex belongs to, before words of its title."""
_TITLE_NOUNS: Final = frozenset(map(sound, ("đề án", "chương trình", "chiến lược", "dự án")))
_KIND_OF_UNIT: Final = re.compile(
    r"\b(?:tap doan|tong cong ti|cong ti(?: co phan| chach nhiem huu han)?|doanh ngiep|hang|ben|phia|luc luong|nganh|khoi|doi ngu|nha mang|nha thau|anh em|cac ban|(?:gan|gi|de|neu|diem)(?: ten)?)$"
)
"""Sound form of what stands before a unit's name and is none of it."""
_BEGUN: Final = re.compile(rf" (?:{either('khởi công', 'khởi động')})(?= |$)")
_HELPS: Final = re.compile(
    r" (?:(?:theo doi|danh da|tong hop|don doc|tham muu|quan li)(?: va)? )+(?=(?:nhung |cac |may |mai |bao nhieu )(?:chi tieu|nhiem vu|viec|dau viec|cong viec)\b)"
    r"| (?:ho cho|dup|phu dup|tham da)(?= (?:nhung |cac |may )?(?:nhiem vu|viec|dau viec|cong viec|hoat dong|gi|nao)\b)"
)
"""Sound form of what a unit does in rows, no word of theirs: "Sở A hỗ trợ những việc nào"."""
_EITHER_PART: Final = re.compile(
    rf"(?: {either('dù', 'dù là', 'bất kể', 'kể cả')})? (?:{either('chủ trì', 'làm chính', 'đứng chính', 'lo chính')}) (?:{either('hay', 'hoặc', 'lẫn')})(?: (?:la|chi|ca))* (?:{either('hỗ trợ', 'làm phụ', 'phụ giúp', 'phụ', 'phối hợp', 'tham gia')})(?= |$)"
)
"""Sound form of a unit's part left open ("dù làm chính hay hỗ trợ")."""
_LOOKS_INTO: Final = re.compile(
    rf" (?:{either('rà', 'soát', 'rà soát', 'soi', 'dò', 'mở', 'lật', 'giở', 'xem', 'nhìn')})(?: (?:lai|qua|vao|chong|het))*(?= (?:{either('phụ lục', 'danh mục')})\b)"
)
"""Sound form of looking into an annex in the midst of a question."""
_HANDLES: Final = re.compile(
    rf" (?:chu chi|phoi hop|phu chach|dam ngiem|chiu chach ngiem|dao|phan cong|theo doi)((?: (?:{'|'.join(map(sound, ('theo dõi', 'đánh giá', 'đôn đốc', 'kiểm tra', 'giám sát', 'tổng hợp', 'tham mưu', 'tổ chức', 'triển khai', 'thực hiện', 'hướng dẫn', 'báo cáo')))})){{1,4}})(?= (?:(?:nhung|cac|may|mai|bao nhieu) )?(?:nhiem vu|viec|dau viec|cong viec|hoat dong|chi tieu|gi|nao)\b)"
)
"""Sound form of how a unit handles rows ("chủ trì theo dõi, đánh giá | những chỉ tiêu nào"), no words of theirs."""
_ITSELF: Final = re.compile(
    rf" (?:{either('trực tiếp', 'đích danh', 'đích thân', 'chính thức', 'chủ yếu', 'thực sự', 'thực tế', 'tự mình', 'tự', 'một mình', 'độc lập', 'vừa')})"
    rf"(?= (?:(?:{either('là', 'được', 'đang', 'phải', 'đứng', 'giao', 'phân công', 'làm')}) )*(?:{either(*DIRECTLY, 'giao', 'phân công', 'phối hợp', 'tham gia')})\b)"
    r"| dich (?:than|danh)(?= )| (?:bat buoc|nhat thiet)(?= (?:phai|can|song|hoan thanh)\b)|(?:(?<= song)|(?<= thanh)) dut diem(?= )"
)
"""Sound form of how a unit does its work and how surely it is to be done; no row is chosen by it."""
_SAID_OF_UNIT: Final = re.compile(
    rf" (?:{'|'.join(IDIOMS)})(?: (?:{either('ở', 'vào', 'trong', 'cho', 'với', 'làm', 'lo')}))*"
    rf"(?= (?:{either('những', 'các', 'mấy', 'bao nhiêu', 'nhiệm vụ', 'việc', 'đầu việc', 'công việc', 'hoạt động', 'gì', 'nào', 'khâu', 'phần', 'mảng', 'trong', 'ở', 'năm', 'theo', 'của')})\b| ?$)"
)
"""Sound form of an idiom for a unit's part right before the work that it is asked of, or at the end ("việc nào do A cầm trịch")."""
_WRITES: Final = re.compile(
    rf" (?:{either('để', 'đề', 'ghi', 'nêu', 'in', 'đặt', 'điền', 'viết', 'chốt', 'ấn định', 'quy định')})(?: (?:{either('rõ', 'tên', 'ở', 'cột', 'phần', 'mục', 'trong')}))*"
    rf"(?= (?:{either('thời hạn', 'hạn', 'thời gian', 'tiến độ', 'cơ quan', 'đơn vị', 'sản phẩm', 'kết quả', 'đầu ra', 'ghi chú')})\b(?: \S+){{0,3}}? {sound('là')}\b)"
)
"""Sound form of how a row has a value in its column ("để | thời hạn là …"), no word of the row's."""
_WHICH: Final = frozenset(map(sound, ("nào", "gì")))
_BRACKETS: Final = re.compile(r"\(([^()]+)\)")


def leftover(query: Query, library: Library, rows: Iterable[Entry] | None = None) -> dict[str, float]:
    """Content words, with their weights, that no condition has used up; faint ones are not conditions.

    Of ``rows`` (all that the plans meant have, by default) one holds them, or they are without what people say about
    rows of any matter.
    """
    last: tuple[Query, dict[str, float], dict[str, float]] | None = library.derived.get(__name__)
    if last is None or last[0] is not query:  # every step of a list asks this of one question
        library.derived[__name__] = last = query, *_left_over(query, library)
    _, said, fewer = last
    if len(fewer) == len(said):
        return said
    if rows is None:
        rows = [one for one in library.entries if one.kind != "clause" and query.covers(one.plan)]
    return said if _held_by_any(said, rows, library) else fewer


def _left_over(query: Query, library: Library) -> tuple[dict[str, float], dict[str, float]]:
    """What is left, and what of it is no mere talk."""
    beside = (one for one in query.mentions if one.kind != "actor" and _overlaps(one, query.actors))
    taken: list[Stretch] = [*_with_nouns(query), *beside, *name_said(query, library)]
    places = {n for one in taken for n in range(one.start, one.end)}
    rest = query.words.without(places.union(totals_said(query, library)))
    rest = rest.drop_matches(_LOOKS_INTO)
    if not query.pointer.empty:
        rest = rest.drop_matches(POINTED)
    rest = rest.drop_matches(_MONTH_SPELT).drop_matches(_OPENING).drop_matches(_CLOSING).drop_matches(_WHICH_SPELT)
    rows = (library.hear(one.text) for one in library.entries if one.annex and query.covers(one.plan))
    rest = without_sayings(rest, rows)
    rest = (
        rest.drop_matches(_APPOSED)
        .drop_matches(_AT_LEVEL)
        .drop_matches(_EITHER_PART)
        .drop_matches(_HELPS)
        .drop_matches(_ANNEX_OF)
        .drop_matches(_HANDLES)
        .drop_matches(_ITSELF)
        .drop_matches(_SAID_OF_UNIT)
        .drop_matches(_WRITES)
        .drop_matches(COUNTED_IN)
    )
    result = issued_result(query.words, library)
    rest = rest.drop([result.phrase] if result else ())
    rest = rest.drop([one.phrase for one in side_conditions(query, library)])  # a header may hold the time
    if query.period:  # before the plans' words, of which its year may be one
        rest = rest.drop_matches(time_phrase(query.period)).drop([sound(query.period.words)]).drop_matches(_DUE_APART)
        rest = rest.drop_matches(_BEGUN) if asks_beginning(query.spoken) else rest
    rest = rest.drop(_naming(query, one) for one in query.mentions if one.kind != "actor")
    rest = without_documents(rest, query, library)
    about = _topic(rest.heard)
    rest = rest.drop(_understood(query, library))
    groups = set(library.hear(" ".join(named_groups(query, library))).split())
    known = _NOUNS | groups | (GROUP_NOUNS if groups else frozenset()) | _title_over(query, library)
    called = _NOUN_ASKED.search(query.spoken)
    known |= set(called[1].split()) if groups and called else set()
    known |= query.pointer.numerals if query.pointer.ordinal else frozenset()
    known |= _headers_over(query, library) if query.actors else frozenset()
    known |= _names_over(query, library) | set(_WHICH_PART.findall(query.spoken) if query.pointer.ordinal else ())
    known |= _heading_over(query, library) | _nickname(query, library, groups)
    titled = named_annex(query, library)
    known |= set(library.hear(titled[2]).split()) if titled else set()
    known |= title_words_said(query, library)
    known |= _issuers_kind(query, library)
    people = [one for one in side_conditions(query, library) if one.wants == PERSON]
    if query.mentions or query.plans is not None or people:
        numbers = {n for one in people for n in plans_of(one, library) if query.covers(n)}
        numbers = numbers or set(query.plans if query.plans is not None else range(len(library.plans)))
        own = frozenset[str]().union(*(library.profiles[number].own_words for number in numbers))
        known |= own - _spelt_otherwise(query, own, numbers, library)
    known = frozenset(known - about)
    said = _conditions(rest, known, query, library)
    plainer = without_talk(rest, _without_fillers(rest, library).content(), library.weights) if said else rest
    return said, _conditions(plainer, known, query, library) if len(plainer.tokens) < len(rest.tokens) else said


def _held_by_any(words: Collection[str], rows: Iterable[Entry], library: Library) -> bool:
    """Whether one of the rows holds all of the words, itself or by what stands over it."""
    return any(
        {*library.hear(one.text).split(), *sound(one.text).split(), *one.context}.issuperset(words) for one in rows
    )


def _conditions(rest: Words, known: AbstractSet[str], query: Query, library: Library) -> dict[str, float]:
    """The words that a row must hold."""
    return {
        word: weight
        for word, weight in _without_fillers(rest, library).content().items()
        if weight == 1.0 and word not in known and not _is_time(query, word)
    }


def _spelt_otherwise(query: Query, own: AbstractSet[str], numbers: Iterable[int], library: Library) -> set[str]:
    """The noun asked for where it only sounds like a word of the plans' heads: "khóa | nào" is no "khoa (học)"."""
    if not query.words.accents:
        return set()
    asked = (one for one, behind in pairwise(query.words.tokens) if behind.heard in _WHICH)
    likely = [one for one in asked if one.heard in own and not one.typed.isascii() and one.typed in library.printed]
    heads = frozenset[str]().union(*(_head_words(library)[number] for number in numbers)) if likely else frozenset()
    return {one.heard for one in likely if one.typed not in heads}


@once
def _head_words(library: Library) -> Sequence[frozenset[str]]:
    """The words of each plan's head with their accents, short forms written out."""
    heads = (
        " ".join((profile.head, plan.header.place or "", *(c.text for c in plan.clauses if c.locator == "Tiêu đề")))
        for profile, plan in zip(library.profiles, library.plans, strict=True)
    )
    return [frozenset(token.typed for token in read_words(library.expander.expand(head)).tokens) for head in heads]


def _nickname(query: Query, library: Library, heading: set[str]) -> set[str]:
    """The words in brackets that call a group by another name than its heading, of which they hold a word."""
    said = (set(library.hear(one).split()) for one in _BRACKETS.findall(query.typed) if query.pointer.group)
    return {word for words in said if words & heading for word in words}


def _with_nouns(query: Query) -> list[Actor]:
    """The units with the noun for what they are right before their name ("Tập đoàn A", "hãng A")."""
    spoken = [token.heard for token in query.words.tokens]
    widened = []
    for one in query.actors:
        noun = _KIND_OF_UNIT.search(" ".join(spoken[max(0, one.start - 4) : one.start]))
        widened.append(replace(one, start=one.start - len(noun[0].split())) if noun else one)
    return widened


def _overlaps(one: Mention, actors: Sequence[Actor]) -> bool:
    return any(actor.start < one.end and one.start < actor.end for actor in actors)


def _heading_over(query: Query, library: Library) -> set[str]:
    """The words of the heading of a part of the prose that is named."""
    place = named_heading(query, library)
    sections = library.plans[place[0]].sections if place else ()
    return {word for one in sections if place and one.locator == place[1] for word in library.hear(one.heading).split()}


def _issuers_kind(query: Query, library: Library) -> set[str]:
    """What an issuer of the plans meant is, where "của" says it of something: "Phòng A | của bệnh viện"."""
    spoken, of = f" {query.spoken} ", sound("của")
    meant = range(len(library.plans)) if query.plans is None else query.plans
    kinds = (library.hear(library.profiles[number].issuer).split()[:2] for number in meant)
    return {word for kind in kinds if len(kind) > 1 and f" {of} {' '.join(kind)} " in spoken for word in kind}


def _title_over(query: Query, library: Library) -> set[str]:
    """The words of the title of the one annex that holds all rows of the one plan asked about: they are of every row."""
    if query.plans is None or len(query.plans) != 1:
        return set()
    places = {(one.plan, one.annex) for one in library.entries if one.kind != "clause" and query.covers(one.plan)}
    if len(places) != 1:
        return set()
    number, annex = next(iter(places))
    titles = (section.heading for section in library.plans[number].sections if section.locator == annex)
    return {word for title in titles for word in library.hear(title).split()}


def _headers_over(query: Query, library: Library) -> set[str]:
    """The words of the headers of the tables asked about: beside a unit they only say in which column it stands."""
    return {word for table in row_tables(library) if query.covers(table.plan) for word in table.header.split()}


def _naming(query: Query, one: Mention) -> str:
    """The words that name a plan, with the noun before words of its title ("đề án | nâng cao năng lực")."""
    words, noun = query.words.part(one.start, one.end), query.words.part(max(0, one.start - 2), one.start)
    return f"{noun} {words}" if one.kind in ("title", "topic") and noun in _TITLE_NOUNS else words


def _names_over(query: Query, library: Library) -> set[str]:
    """The words of the row whose parts are asked for: they say which row that is."""
    number = query.pointer.ordinal
    if not number:
        return set()
    rows = (one for one in library.entries if one.annex and query.covers(one.plan))
    named = (one for one in rows if one.locator.rpartition("/")[2] == number)
    return {word for row in named for word in library.hear(row.name).split()}


def _topic(spoken: str) -> frozenset[str]:
    """The words after "liên quan đến", which are conditions though the plan's own title holds them."""
    named = _ABOUT.search(spoken)
    return frozenset(named[1].split()) if named else frozenset()


def tells_rhythm(query: Query, library: Library, rhythms: list[str]) -> bool:
    """Whether a row of the plans asked about prints the rhythm as its time."""
    rows = (one for one in library.entries if one.kind == "task" and query.covers(one.plan)) if rhythms else ()
    return any(find_phrase(sound(f"{one.field('due').text} | {one.field('note').text}"), rhythms) for one in rows)


def _understood(query: Query, library: Library) -> list[str]:
    """Sound forms of the phrases that conditions were read from, in the order they are to be dropped."""
    cells = [one.phrase.replace("@", "").strip() for one in cell_conditions(query)]
    period = [sound(query.period.words)] if query.period else []
    cells += [one.phrase for one in side_conditions(query, library)]
    amount, dated = amount_asked(query), asks_definite(query)
    cells += [amount.words] if amount else []
    cells += [dated[0]] if dated else []
    typed = [
        sound(phrase)
        for name in ("condition.overdue", "condition.undated", "condition.coming")
        for phrase in written(name)
    ]
    timeless = _TIMELESS if query.flags & {"continuous", "whole_year"} else ()
    rhythms = [one for one in heard("condition.rhythm") if find_phrase(query.spoken, (one,))]
    used = rhythms if tells_rhythm(query, library, rhythms) else []
    used += [phrase for name in (*_USED, *timeless) for phrase in heard(name)]
    return [
        whole_stretches(query),
        *cells,
        *period,
        *used,
        *typed,
        *(one for one in heard("filler.list") if " " in one),
    ]


def _without_fillers(words: Words, library: Library) -> Words:
    """The words without those of one syllable that say nothing; typed as another word of the plans it is no filler."""
    plain, spelt = set(heard("filler.list")), set(written("filler.list"))
    return words.without(
        n
        for n, token in enumerate(words.tokens)
        if token.heard in plain and (not words.accents or token.typed in spelt or token.typed not in library.printed)
    )


def _is_time(query: Query, word: str) -> bool:
    return word.isdigit() and (int(word) in query.years or query.period is not None)
