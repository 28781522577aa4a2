"""Answers from prose: the asked value picked out of the clause that holds it, verbatim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from ingest.folding import fold
from ingest.header import DOCUMENT_NUMBER
from ingest.letters import UPPER
from ingest.plan import Clause
from ingest.units import split_units
from rag.asked import Asked, Sort, read_asked
from rag.bases import DATE, bare, given_numbers, wants_date
from rag.figures import counted, measures, unbound
from rag.library import Library
from rag.nearness import crowding, spoken_of
from rag.phrases import heard
from rag.question import Query
from rag.reader import read, read_behind, read_between, read_doer, read_name
from rag.subjects import MARKER, units_in
from rag.words import find_phrase, sound

_WHEN: Final = re.compile(
    r"(?:(?:đến\s+)?năm\s+)?\d{4}(?:,\s+(?:đến\s+)?(?:năm\s+)?\d{4}){2,}"
    r"|(?:trong vòng|trong thời hạn|trong)\s+\d+\s+(?:giờ|ngày|phút|tháng)(?:\s+làm việc)?"
    r"|(?:trước\s+)?\d{1,2}\s*giờ(?:\s*\d{2})?(?:,?(?:\s+và)?\s+(?:thứ\s+\w+|chủ nhật))*(?:\s+(?:hằng|hàng)\s+(?:ngày|tuần))?"
    r"|(?:(?:trước|chậm nhất|xong trước|trong|đến hết|đến|từ)\s+(?:đến\s+)?)?(?:ngày|tháng|quý|năm)\s+\d[\d/]*"
    r"(?:\s+tháng\s+\d+)?(?:\s+năm\s+\d{4})?(?:\s+(?:hàng|hằng)\s+(?:năm|quý|tháng))?"
    r"|(?:trước|chậm nhất)\s+\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s+(?:hàng|hằng)\s+năm)?"
    r"|giai đoạn\s+\d{4}\s*[-–]\s*\d{4}|\d{4}\s*[-–]\s*\d{4}"
)
"""Days, hours and stretches of time as prose prints them."""
_EVENT: Final = re.compile(r"(?:ngay\s+)?(?:sau\s+|trước\s+)?khi\s+[^,;.]+")
_WHENEVER: Final = tuple(map(sound, ("khi nào", "lúc nào", "bao giờ", "chừng nào", "lúc mấy")))
_NOTES_TIME: Final = re.compile(r"[-–:]\s*(?:gio|ngay|lich|thoi gian)\b[^-–:?]{0,12}\??\s*$")
"""Ends of notes that ask for a time: "bản tin xã – giờ phát"."""
_CUTS: Final = re.compile(rf"[;,()]\s*|\.\s+(?=[{UPPER}])|:\s+")
_WH: Final = frozenset(map(sound, ("gì", "nào", "đâu", "sao", "ai", "thế")))
_LIGHT: Final = frozenset(sound("những các là phải thế ở tại cho với được dùng sử dụng loại nguồn vùng tên").split())
"""Syllables too common to find a place in a clause by."""
_LEAD_IN: Final = re.compile(r"^[\s,:“\"]*(?:(?:là|tại|ở|bằng|theo|với|về|gồm|vào)\s+|,\s*)?")
_TAIL: Final = re.compile(
    r"[;.(]|,?\s(?:nhằm|để|bảo đảm|đảm bảo|phù hợp|trong việc|ngay trong|trong thực hiện|góp phần|làm việc|"
    r"và tăng cường|theo thẩm quyền|tùy theo|với những|sẵn sàng)\b"
)
"""Where what is said ends and its purpose or manner begins."""
_LONGEST: Final = 30
"""Words of a piece that answers; a longer one is no piece."""
_LONGEST_ANCHOR: Final = 3
_LONGEST_BEFORE: Final = 4
_NUMBER_LEAD: Final = 25
"""Characters before a number that belong to it: the kind of document."""
_WHOM: Final = re.compile(r" (?:qua|cho|voi|ve|cung|toi|den|gui) (?:ai|dau|\S+(?: \S+)? nao) | ai cung ")
"""Asks for a unit beside the one that acts."""
_BARE_UNIT: Final = tuple(f" {sound(name)}" for name in ("cơ quan", "đơn vị"))
"""How a hurried question ends that asks for a unit: "… – cơ quan?"."""
_ASKS: Final = re.compile(r" (?:gi|nao|sao) ")
_IS_WHO: Final = re.compile(r" (?:ai|don vi nao|co quan nao) la (?:nguoi|don vi|co quan|dau moi) ")
_LED: Final = 1.5
"""What it counts for a unit to follow the word before the question word: "gửi | ai", "gửi | Sở …"."""


def pick(query: Query, library: Library, clause: Clause, subject: str = "") -> tuple[str, ...]:
    """The smallest piece of the clause that answers, as printed; the whole clause when none is smaller.

    ``subject`` is the unit that the clause is about, by its own words or its headings.
    """
    text = clause.text
    words = dict.fromkeys(query.words.content(), 1.0)
    numbers = _document_numbers(query, library, text, words) if _asks_number(query) else ()
    if numbers:
        return numbers
    asked = read_asked(query.words)
    found = _read(query, library, asked, text)
    if found:
        return (found,)
    if query.role == "due" or _NOTES_TIME.search(fold(query.typed)):
        found = _time(query, library, text, words)
    elif query.role == "value":
        found = counted(query, text, library) or _nearest(library, text, words, measures(query, text))
    if not found and _asks_unit(query):
        found = _doer(query, library, clause, subject) or _unit(query, library, text, words)
    found = unbound(query, found)
    return (found or _whole(text),)


_BY_READING: Final = frozenset({Sort.PURPOSE, Sort.MEANS, Sort.MEMBERS, Sort.SOURCE, Sort.NAME, Sort.MEASURE})

def _read(query: Query, library: Library, asked: Asked, text: str) -> str:
    """What the question leaves open, where it does not ask for a unit, a day or a figure."""
    if asked.sort is Sort.WHOLE:
        return _whole(text) if query.role not in {"due", "value"} and _ASKS.search(f" {query.spoken} ") else ""
    if query.role in {"lead", "support"} and asked.sort not in _BY_READING and asked.unit:
        return ""
    if query.role in {"due", "value"} and asked.sort not in _BY_READING:
        return ""
    weights = {word: library.idf(word) for word in {*asked.before, *asked.head, *asked.after}}
    if asked.sort is Sort.NAME:
        return read_name(asked, text, weights) or read(asked, text, weights)
    return read(asked, text, weights)


def _whole(text: str) -> str:
    return MARKER.sub("", text).strip().rstrip(" .;")


def _asks_number(query: Query) -> bool:
    """Whether a document number, or the date of a numbered document, is asked for."""
    if find_phrase(query.spoken, heard("ask.document")):
        return True
    return bool(DOCUMENT_NUMBER.search(query.typed) and find_phrase(query.spoken, heard("header.date")))


def _asks_unit(query: Query) -> bool:
    if query.role in {"lead", "support"} or "recipient" in query.flags:
        return True
    if query.spoken.endswith(_BARE_UNIT):
        return True
    return find_phrase(query.spoken, heard("ask.unit_name")) is not None


def _document_numbers(query: Query, library: Library, text: str, words: Mapping[str, float]) -> tuple[str, ...]:
    """The document number of ``text`` whose own words the question covers best; its date when that is asked.

    For a number that the question itself holds, the one after it: what that document amends or carries out.
    """
    matches = list(DOCUMENT_NUMBER.finditer(text))
    if not matches:
        return ()
    given = given_numbers(query)
    ends = [*(match.start() for match in matches[1:]), len(text)]
    scores = [
        _cover(library, text[max(0, match.start() - _NUMBER_LEAD) : end], words) + (bare(match[0]) in given)
        for match, end in zip(matches, ends, strict=True)
    ]
    best = max(range(len(matches)), key=lambda n: round(scores[n], 9))
    if wants_date(query):
        day = DATE.search(text, matches[best].end(), ends[best])
        return (day[1],) if day else ()
    if bare(matches[best][0]) not in given:
        return (matches[best][0],)
    return tuple(match[0] for match in matches[best + 1 :] if bare(match[0]) not in given)[:1]


def _cover(library: Library, text: str, words: Mapping[str, float]) -> float:
    return library.cover(words, set(library.hear(text).split()))


def _time(query: Query, library: Library, text: str, words: Mapping[str, float]) -> str:
    """The day, hour or stretch of time near which the question's words crowd, or the event that it waits for."""
    spans = [match.span() for match in _WHEN.finditer(text)]
    events = [match.span() for match in _EVENT.finditer(text)] if find_phrase(query.spoken, _WHENEVER) else []
    near = crowding(text, {word: library.idf(word) for word in words})
    # An event is as long as what happens: only its first word is a place that the question's words can be near.
    starts = {(start, start + 1): end for start, end in events} | {span: span[1] for span in spans}
    best = max(starts, key=lambda span: (near(*span), -span[0]), default=(0, 0))
    return text[best[0] : starts.get(best, 0)].strip()


def _nearest(library: Library, text: str, words: Mapping[str, float], spans: Sequence[tuple[int, int]]) -> str:
    """The span near which the words of the question crowd, the first of equals; "" without spans."""
    near = crowding(text, {word: library.idf(word) for word in words})
    start, end = max(spans, key=lambda span: (near(*span), -span[0]), default=(0, 0))
    return text[start:end].strip()


def _doer(query: Query, library: Library, clause: Clause, subject: str) -> str:
    """The unit that fills the gap: the one that the clause is about, or behind or before the words about the gap."""
    asked, text = read_asked(query.words), MARKER.sub("", clause.text)
    weights = {word: library.idf(word) for word in {*asked.before, *asked.after}}
    own = query.role == "lead" or query.spoken.endswith(_BARE_UNIT) or _IS_WHO.search(f" {query.spoken} ")
    found = read_behind(asked, text, weights, led=True) or read_between(asked, text)
    if not found and own and not _WHOM.search(f" {query.spoken} "):
        before = read_doer(asked, text)
        # A heading that is a whole sentence begins with its doer as well.
        named = subject if subject in clause.text and not (before and subject.startswith(before)) else ""
        found = named or before or subject
        if f" {sound(found)} " in f" {library.hear(query.typed)} ":
            return read_behind(asked, text, weights, led=False) or found
    return found or read_behind(asked, text, weights, led=False)


def _unit(query: Query, library: Library, text: str, words: Mapping[str, float]) -> str:
    """A unit that the clause names, the question does not, and its words crowd about; the first of a list of them."""
    near = crowding(text, {word: library.idf(word) for word in words})
    spoken = query.spoken.split()
    asked_at = _asked_at(spoken)
    led = (spoken[1:] if asked_at == 0 else spoken[:asked_at])[-2:]
    candidates = [
        (near(start, start + len(unit)) * (_LED if lead in led else 1.0), -start, unit)
        for start, unit, lead in units_in(text)
        if f" {sound(unit)} " not in f" {query.spoken} "
    ]
    if not candidates:
        return ""
    unit = max(candidates)[2]
    return next(iter(split_units(unit)), unit)


def _asked_at(spoken: Sequence[str]) -> int | None:
    """Where the last question word stands; None when there is none."""
    return max((n for n, word in enumerate(spoken) if word in _WH), default=None)


def _after_anchor(query: Query, text: str) -> str:
    """What follows, in the clause, the words right before the question word: "đủ về | gì", "theo hình thức | nào"."""
    spoken = query.spoken.split()
    tokens = spoken_of(text)
    printed = [token.heard for token in tokens]
    before = [word for word in spoken[: _asked_at(spoken) or 0] if word not in _WH and word in printed]
    for anchor in _anchors(before):
        size = len(anchor)
        for place in range(len(printed) - size, -1, -1):
            if printed[place : place + size] != anchor:
                continue
            value = _said(text[tokens[place + size - 1].end :])
            if value and not set(sound(value).split()) <= set(spoken):
                return value
    return ""


def _anchors(before: Sequence[str]) -> list[list[str]]:
    """The last words before the question word: three as they stand, then two and one that are not light."""
    telling = [word for word in before[-_LONGEST_BEFORE:] if word not in _LIGHT]
    anchors = [list(before[-_LONGEST_ANCHOR:]), telling[-2:], telling[-1:]]
    sizes = (_LONGEST_ANCHOR, 2, 1)
    full = [anchor for anchor, size in zip(anchors, sizes, strict=True) if len(anchor) == size]
    return [anchor for anchor in full if len(anchor) > 1 or len(anchor[0]) > 2]


def _said(rest: str) -> str:
    """The beginning of ``rest`` up to where its purpose or manner is told; "" when that is too long."""
    rest = _LEAD_IN.sub("", rest)
    end = _TAIL.search(rest)
    value = (rest[: end.start()] if end else rest).strip(' ,;.”"')
    return value if len(value.split()) <= _LONGEST else ""


def _segments(text: str) -> list[tuple[int, int]]:
    """The pieces of a clause between semicolons, commas, brackets and full stops, as offsets."""
    cuts = [0, *(match.end() for match in _CUTS.finditer(text)), len(text)]
    return [(start, end) for start, end in pairwise(cuts) if text[start:end].strip(" ;,.()")]


def _rest(library: Library, text: str, words: Mapping[str, float]) -> str:
    """The segment that the question covers best; the whole clause, its marker off, when it is one segment."""
    body = MARKER.sub("", text).strip()
    pieces = [body[start:end] for start, end in _segments(body)]
    if len(pieces) < 2:
        return body.rstrip(" .;")
    return max(pieces, key=lambda piece: _cover(library, piece, words)).strip(" ;,.()")
