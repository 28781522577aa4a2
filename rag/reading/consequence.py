"""What is done in a case that the question names ("nếu … thì phải làm thế nào"), out of the clause that says both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.letters import UPPER
from rag.language.words import either, sound
from rag.measures.nearness import spoken_of
from rag.measures.pieces import TRIM, runs
from rag.query.question import Query
from rag.query.unplaced import unplaced

_IF: Final = either("nếu", "nếu như", "khi", "trường hợp", "trong trường hợp", "lúc", "lỡ", "hễ", "gặp khi", "muốn")
_HOW: Final = either(
    "thế nào",
    "ra sao",
    "làm sao",
    "sao",
    "làm gì",
    "làm những gì",
    "phải gì",
    "bị gì",
    "được gì",
    "xử lý gì",
    "giải quyết gì",
)
_ASKED: Final = (
    re.compile(rf"\b(?:{_IF}) (?P<case>.+) {sound('thì')} .*\b(?:{_HOW})$"),
    re.compile(rf"\b(?:{_IF}) (?P<case>.+?) (?:{either('phải', 'cần', 'nên', 'được', 'sẽ')}) .*\b(?:{_HOW})$"),
    re.compile(rf"\b(?:{_HOW}) (?:{_IF}) (?P<case>.+)$"),
)
_SO: Final = re.compile(
    rf"^(?P<case>(?:\S+ ){{3,}}?){sound('thì')} (?:\S+ ){{0,2}}?(?:(?:{either('phải', 'bị', 'sẽ', 'được', 'nên', 'cần', 'xử lý', 'giải quyết', 'xếp loại', 'đánh giá', 'xếp', 'xét', 'thi đua', 'trách nhiệm')}) )*(?:{_HOW})$"
)
"""A case without a word for it: "để hồ sơ trễ hạn thì phải làm gì"."""
_OUTCOME: Final = re.compile(
    r"(?<=\s)(?:thì|phải|cần)\s+|(?<=\s)(?=(?:coi như|bị|không được|sẽ bị|không (?:xét|bố trí|cấp|công nhận|xếp|đánh giá|giải quyết|xem xét))\s)"
)
"""Between a case and what comes of it, where no word opens the case."""
_PART: Final = re.compile(r"[^;:\n]+?(?:[;:]|\.(?=\s|$)|$)")
_EMPTY: Final = frozenset(map(sound, ("có", "bị", "được", "các", "những", "khi", "ở", "tại", "của", "là", "mà", "và")))
_OFFICES: Final = "sở|ngành|cơ quan|đơn vị|phòng|ban|địa phương|xã|phường|Sở|Phòng|Ban"
_CASE: Final = re.compile(r"(?i)(?<!\w)(?:(?:trong )?trường hợp|nếu như|nếu|sau khi|khi|lúc)\s")
_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{2}[.;])\s+|\n")
_THEN: Final = re.compile(rf",?\s+thì\s+|,\s+|\s+(?=(?:các|những)\s(?:{_OFFICES})\b|(?:{_OFFICES})\s[{UPPER}]|UBND\b)")
_AIM: Final = re.compile(r",?\s(?:để|nhằm|theo thẩm quyền|theo quy định|trước khi)\s|[;.](?:\s|$)")
_LED_TO: Final = re.compile(
    rf"(?P<who>.+?) (?:(?:{either('đã', 'đang', 'còn', 'vẫn', 'lại', 'hay')}) )*{sound('làm')} (?:(?:{either('những', 'các', 'cái', 'điều', 'việc', 'chuyện')}) )*{sound('gì')}"
    rf" (?:{sound('mà')} )?(?:{either('khiến cho', 'khiến', 'làm cho', 'làm', 'gây ra', 'gây', 'dẫn đến', 'dẫn tới', 'để', 'để cho')}) (?P<came>.+)"
)
"""Asks what somebody did that led to something."""
_LEADS: Final = re.compile(r",?\s(?:làm cho|làm|khiến cho|khiến|gây ra|gây|dẫn đến|dẫn tới)\s+")
_NAMED: Final = 2
"""Syllables of who did it and of what came of it, which the text must print right around what was done."""
_FADE: Final = 0.15
"""What each word that the case goes on for costs it."""
_LEAST: Final = 0.5
"""The share of the words of the case that the clause must say."""


def done_then(query: Query, text: str) -> str:
    """What ``text`` says is done in the case that the question names; "" where it asks for no such thing."""
    asked = next((found for form in _ASKED if (found := form.search(query.spoken))), None)
    case = set(asked["case"].split()) & set(query.unpointed.heard.split()) - _EMPTY if asked else set()
    for sentence in _SENTENCE.split(text) if case else ():
        for opening in _CASE.finditer(sentence):
            told = sentence[opening.end() :].partition(";")[0]
            ends = [(_fits(told[: end.start()], case), -end.start(), end.end()) for end in _ends(told, case)]
            if not ends:  # "khi có sự cố báo cáo ngay …"
                said = (word.end for word in spoken_of(told) if word.heard in case)
                ends = [(_fits(told[:end], case), -end, end) for end in said]
            fit, _, end = max(ends, default=(0.0, 0, 0))
            if fit > 0 and _says(sentence[: opening.end() + end], case):
                return _AIM.split(told[end:], maxsplit=1)[0].strip(TRIM).rstrip("./")
    return _outcome(query, text) or _led_to(query, text)


def asks_then(query: Query) -> bool:
    """Whether it is asked what is done in a case that the question names."""
    return any(map(_SO.match, (query.spoken, unplaced(query)))) or any(form.search(query.spoken) for form in _ASKED)


def _outcome(query: Query, text: str) -> str:
    """What a text says behind the case that the question names without a word for a case; "" where it does not."""
    asked = _SO.match(query.spoken) or _SO.match(unplaced(query))
    case = set(asked["case"].split()) & set(query.unpointed.heard.split()) - _EMPTY if asked else set()
    best: tuple[float, str] = (0.0, "")
    for part in _PART.finditer(text) if len(case) > 1 else ():
        told = part[0].strip(TRIM)
        for match in _OUTCOME.finditer(told):
            fit = _fits(told[: match.start()], case)
            if _says(told[: match.start()], case) and fit > best[0]:
                best = fit, told[match.end() :].strip(TRIM).rstrip("./")
    return best[1]


def _led_to(query: Query, text: str) -> str:
    """What a text says somebody did, between who did it and what came of it, both of which the question names; "" otherwise."""
    asked = _LED_TO.match(query.spoken)
    if asked is None:
        return ""
    words = spoken_of(text)
    doers = [end for _, end in runs(asked["who"].split()[-_NAMED:], words)]
    came = [start for start, _ in runs(asked["came"].split()[:_NAMED], words)]
    verbs = (verb for verb in _LEADS.finditer(text) if any(verb.end() == start for start in came))
    told = next(((end, verb.start()) for verb in verbs for end in doers if end < verb.start()), (0, 0))
    return text[told[0] : told[1]].strip(TRIM)


def _ends(told: str, case: set[str]) -> Iterator[re.Match[str]]:
    """Where the case may end: at "thì", at a comma, or where an office follows right behind a word of it."""
    for end in _THEN.finditer(told):
        if end[0].strip() or sound(told[: end.start()].rsplit(" ", maxsplit=1)[-1]) in case:
            yield end


def _fits(words: str, case: set[str]) -> float:
    """How much of the case is said by ``words``, less what they say beside it."""
    spoken = [word.heard for word in spoken_of(words)]
    return len(case.intersection(spoken)) - _FADE * len(spoken)


def _says(words: str, case: set[str]) -> bool:
    return len(case.intersection(word.heard for word in spoken_of(words))) >= _LEAST * len(case)
