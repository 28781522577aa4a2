"""How something must be: "công tác … phải kịp thời, đúng đối tượng" for "công tác … phải thế nào", and names told by their noun."""

from __future__ import annotations

import re
from typing import Final

from ingest.letters import UPPER
from rag.corpus.library import Library
from rag.language.asked import Asked
from rag.language.words import either, sound
from rag.measures.nearness import spoken_of
from rag.measures.pieces import NAME, TRIM, runs
from rag.query.question import Query
from rag.query.subjects import MARKER

_DEMANDS: Final = rf"(?:{'|'.join(map(sound, ('yêu cầu', 'tiêu chí', 'điều kiện', 'tính chất', 'nguyên tắc', 'tiêu chuẩn', 'điều')))})"
_HOW: Final = (
    rf"(?:{'|'.join(map(sound, ('thế nào', 'như thế nào', 'ra sao', 'làm sao', 'kiểu gì', 'những gì', 'thì sao')))})"
)
_MODAL: Final = rf"(?:{'|'.join(map(sound, ('cần phải', 'phải', 'cần', 'nên')))})"
_BEING: Final = rf"(?:{'|'.join(map(sound, ('được', 'bảo đảm', 'đảm bảo', 'thực hiện', 'tiến hành', 'triển khai', 'làm', 'diễn ra', 'đáp ứng', 'tuân thủ', 'theo', 'đạt')))})"
_ASKED: Final = re.compile(
    rf"^(?P<of>.+?) {_MODAL} (?:{_BEING} )*(?:(?P<told>\S+ \S+|\S+ \S+ \S+ \S+) {sound('và')} )?(?:{sound('còn')} )?{_HOW}"
    rf"(?: {sound('nữa')})?$"
)
"""Asks how what stands before the verb must be; what is told of it already may be said ("phải chủ động và thế nào nữa")."""
_DEMANDED: Final = (
    re.compile(
        rf"^(?P<of>.+?) {_MODAL} (?:{_BEING} )+(?:{sound('những')} |{sound('các')} )?{_DEMANDS} (?:{sound('gì')}|{sound('nào')})$"
    ),
    re.compile(
        rf"^(?:{sound('những')} |{sound('các')} )?{_DEMANDS} (?:(?:{sound('nào')}|{sound('gì')}) )?(?:{sound('đặt ra')} )?"
        rf"(?:{sound('đối với')}|{sound('với')}|{sound('về')}|{sound('của')}|{sound('cho')}) (?P<of>.+?)"
        rf"(?: {sound('là')}| {sound('gồm')})?(?: {sound('những')})? (?:{sound('gì')}|{sound('nào')}|{sound('thế nào')}|{sound('ra sao')})$"
    ),
)
"""The same as a question for the demands made, which of a plan as a whole a section lists: "phải bảo đảm những yêu cầu gì"."""
_MUST: Final = re.compile(r"\s(?:cần phải|phải|cần|nên)\s+")
_VERB: Final = re.compile(r"(được|bảo đảm|đảm bảo|đáp ứng|tuân thủ)\s+")
"""A verb between "phải" and what must be, which the question may say itself."""
_SENTENCE: Final = re.compile(rf";|\.(?=\s+[{UPPER}]|\s*$)")
_LONGEST: Final = 25
"""Words of what must be so."""
_OWN: Final = 2
"""Words of it that the question must say besides those that describe the plan."""


def asks_manner(query: Query) -> bool:
    """Whether it is asked how something must be."""
    return _ASKED.match(query.spoken) is not None


def manner_asked(query: Query, library: Library, text: str) -> str:
    """What a clause says must be of the thing that the question names; "" where it asks no such thing."""
    asked = next((found for form in (_ASKED, *_DEMANDED) if (found := form.match(query.spoken))), None)
    if asked is None:
        return ""
    text = MARKER.sub("", text)
    must = _MUST.search(text)
    if must is None or _SENTENCE.search(text, 0, must.start()):
        return ""
    subject = {word for word in library.hear(text[: must.start()]).split() if len(word) > 1 and not word.isdigit()}
    plans = query.plans or ()
    described = (
        library.profiles[min(plans)].words if len(plans) == 1 else frozenset[str]()
    )  # "việc thực hiện Kế hoạch …"
    said = set(library.hear(query.typed).split()) | set(asked["of"].split())
    if len(text[: must.start()].split()) > _LONGEST or not subject <= said | described or len(subject & said) < _OWN:
        return ""
    start = must.end()
    while (verb := _VERB.match(text, start)) and f" {sound(verb[1])} " in f" {query.spoken} ":
        start = verb.end()
    end = _SENTENCE.search(text, start)
    return text[start : end.start() if end else len(text)].strip(TRIM)


_NAME_ENDS: Final = re.compile(
    rf"[;:()]|,\s(?![{UPPER}])|\.(?=\s|$)|\s(?:để|nhằm|do|theo|trước|trong|tại|và (?=[^{UPPER}]))(?=\s|\b)"
)
_NOUN: Final = 2
"""Syllables of the noun that a name in quotation marks is told with."""
_BETWEEN: Final = re.compile(r"(?:[\s:,]|\b(?!(?:và|để|nhằm|do|của)\b)\w+){0,12}")
"""What may stand between the noun and its name: "chuyên đề năm 2026 “…”"."""
_NAME_OF: Final = re.compile(
    rf"^(?:.*? )?{sound('tên')}(?: (?:{either('gọi', 'đầy đủ', 'chính thức', 'chính xác', 'của', 'các', 'những', 'mỗi', 'từng')}))* (?=\S+ \S+)"
)
"""Before the noun of what is asked for by its name: "tên của | cuộc thi … là gì"."""
_OPENING: Final = 6
"""Words up to the noun: "cho biết tên gọi của"."""
_LONGEST_NOUN: Final = 4
_NEW: Final = 1
"""Words of a name that the question must not say."""


def name_of_noun(asked: Asked, text: str) -> str:
    """The name in a clause that begins with the very noun before "gì" or "nào": "kiện toàn Ban Chỉ đạo Dân số …" for "ban chỉ đạo gì"."""
    if asked.lead or asked.many or asked.unit:
        return ""
    said = {*asked.before, *asked.head, *asked.after}
    noun = (*asked.before, *asked.head)[-_LONGEST_NOUN:]
    sizes = range(len(noun), 1, -1)
    return next((name for size in sizes if (name := proper_behind(noun[-size:], said, text))), "")


def proper_behind(noun: tuple[str, ...], said: set[str], text: str) -> str:
    """The first name without quotation marks that begins with a noun inside a clause; "" without one that says more than ``said``."""
    text = MARKER.sub("", text)
    for start, end in runs(noun, spoken_of(text)):
        goes_on = re.match(rf"\s+[{UPPER}]", text[end:])
        if not start or not text[start].isupper() or not goes_on or not text[:start].rstrip()[-1:].isalnum():
            continue
        stop = _NAME_ENDS.search(text, end)
        name = text[start : stop.start() if stop else len(text)].strip(TRIM)
        if len(set(sound(name).split()) - said) >= _NEW:
            return name
    return ""


def quoted_of_noun(asked: Asked, text: str) -> str:
    """The name in quotation marks right behind the noun asked for ("chuyên đề … là gì", "theo chủ đề nào"); "" without one."""
    opening = _NAME_OF.sub("", " ".join(asked.before)).split()
    noun = tuple(asked.head[-_NOUN:] if asked.head else opening[:_NOUN] if asked.lead == sound("là") else ())
    return quoted_behind(noun, {*asked.before, *asked.head, *asked.after}, text)


def quoted_of_named(query: Query, text: str) -> str:
    """The same for a note that begins with "tên" and the noun, and asks nothing in words: "tên cuộc thi xã A tham gia"."""
    opening = _NAME_OF.match(query.spoken) if not query.role else None
    noun = (
        tuple(query.spoken[opening.end() :].split()[:_NOUN]) if opening and len(opening[0].split()) <= _OPENING else ()
    )
    return quoted_behind(noun, set(query.spoken.split()), text)


def quoted_behind(noun: tuple[str, ...], said: set[str], text: str) -> str:
    """The first name in quotation marks that a clause prints close behind a noun of two syllables; "" without one that says more than ``said``."""
    words = spoken_of(text)
    for match in NAME.finditer(text) if len(noun) == _NOUN else ():
        before = max((end for _, end in runs(noun, words) if end <= match.start()), default=-1)
        between = text[before : match.start()] if before >= 0 else ""
        close = before >= 0 and len(between.split()) <= _LONGEST_NOUN and _BETWEEN.fullmatch(between)
        if close and not set(sound(match[1]).split()) <= said:
            return match[1].strip(TRIM)
    return ""
