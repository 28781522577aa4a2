"""Which of its kind something befalls ("hộ thế nào thì được hỗ trợ"), and what befalls one of a sort ("hộ trồng rừng thì được gì").

Plans say both in one sentence and seldom with "nếu": "hỗ trợ hộ có …", "hộ có … được hỗ trợ".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rag.language.words import either, sound
from rag.measures.nearness import Spoken, spoken_of
from rag.measures.pieces import TRIM, runs
from rag.query.question import Query
from rag.query.subjects import MARKER
from rag.query.unplaced import unplaced

_SUCH: Final = either("như thế nào", "thế nào", "như nào", "ra sao", "làm sao", "kiểu gì", "cỡ nào")
_WHEN: Final = either("trường hợp nào", "trường hợp gì", "điều kiện nào", "điều kiện gì", "hoàn cảnh nào")
_THEN: Final = either("thì", "mới", "sẽ", "mà bị", "mà được", "là bị", "là được")
_BEFALLS: Final = either("không được", "không bị", "chỉ được", "bị", "được", "phải", "mới", "sẽ", "thì")
_NO_TIME: Final = "".join(rf"(?<!\b{sound(one)} )" for one in ("năm", "tháng", "ngày", "quý", "tuần", "khi", "lúc"))
_ASKED: Final = (
    re.compile(rf"^(?P<of>(?:\S+ ){{1,8}}?)(?:{_SUCH}) (?:{_THEN}) (?:(?:{_BEFALLS}) )*(?P<then>.+)$"),
    re.compile(rf"^(?:chong )?(?:{_WHEN}) (?:thi )?(?P<of>(?:\S+ ){{1,6}}?)(?:(?:{_BEFALLS}) )+(?P<then>.+)$"),
    re.compile(
        rf"^(?P<of>(?:\S+ ){{1,8}}?)(?:(?:{_BEFALLS}) )+(?P<then>.+?) (?:(?:chong|neu|khi|vao|o) )*(?:{_WHEN})$"
    ),
    re.compile(rf"^(?P<of>(?:\S+ ){{1,8}}?)(?:(?:{_BEFALLS}) )+(?P<then>.+?) (?:{either('nếu', 'khi')}) (?:{_SUCH})$"),
    re.compile(
        rf"^(?:(?:{either('những', 'các', 'mấy')}) )?(?:(?:{either('loại', 'trường hợp', 'dạng', 'nhóm')}) )?(?P<of>(?:\S+ ){{1,6}}?)"
        rf"{_NO_TIME}{sound('nào')} (?:\S+ ){{0,12}}?(?:{either('không', 'chưa')}) (?:(?:{either('được', 'bị', 'phải', 'cho', 'phép', 'cần')}) )*(?P<then>\S+ \S.*)$"
    ),
)
"""What is asked about, and what befalls it."""
_IF: Final = re.compile(rf"^(?:{either('nếu', 'khi', 'lúc', 'hễ', 'lỡ', 'trường hợp', 'gặp khi')}) ")
_WHAT_THEN: Final = re.compile(
    rf"^(?P<of>(?:\S+ ){{3,}}?)(?:thi (?:(?:{either('sẽ', 'phải', 'bị', 'được', 'cần')}) )+|(?:{sound('sẽ')} )?{sound('bị')} )"
    rf"(?:(?:{either('làm', 'xử lý', 'chịu', 'nhận', 'hưởng', 'đề xuất', 'đề nghị', 'kiến nghị', 'xem xét', 'đánh giá', 'xếp loại', 'trừ', 'xét', 'kỷ luật', 'chế tài')}) (?:\S+ ){{0,2}}?)*"
    rf"(?:{either('những gì', 'gì', 'thế nào', 'như thế nào', 'ra sao', 'sao')})(?: (?:{sound('về')} )?(?:{either('thi đua', 'trách nhiệm', 'kỷ luật', 'khen thưởng')}))?$"
)
_PART: Final = re.compile(r"[^;\n]+?(?:;|\.(?=\s|$)|$)")
_LEADS_TO: Final = re.compile(r"(?:,|\s)*(?:thì|sẽ|bị|được|phải|không|chỉ|mới|đều)$")
"""What stands between a case and what befalls it."""
_BEFALLING: Final = re.compile(r",?\s(?:(?:thì|sẽ|bị|phải|được|cần)\s+)+(?P<told>.+)$")
_BEFALLS_THEM: Final = re.compile(
    r"^(?P<told>(?:\S+\s+){2,}?)(?:áp dụng (?:đối với|với|cho)|đối với|với|cho|khi|nếu|trong trường hợp)\s+(?P<case>.+)$"
)
"""What befalls somebody, told before the case: "hạ một bậc đối với phòng để …"."""
_PROPOSES: Final = re.compile(r"(?i)^(?:(?:đề xuất|đề nghị|kiến nghị)\s+)+(?:việc\s+)?")
_DENIED: Final = re.compile(rf"\b{sound('không')} ")
_DENIES: Final = re.compile(r"(?i)\b(?:không|chưa|chẳng)\s+(?:(?:được|bị|phải|cho|phép)\s+)*$")
"""What denies, in questions and right before what is denied in a text."""
_CASE: Final = re.compile(r"\s(?:khi|nếu|trong trường hợp|đối với trường hợp)\s+(?P<told>.+?)(?:\s(?:là|thì)\s.*)?$")
_WHOSE: Final = re.compile(r"\s(?:đối với|áp dụng với|áp dụng cho)\s+(?P<told>(?:\S+\s+){3}.+)$")
_BOUNDED: Final = re.compile(r"\b(?:không quá|trừ (?:trường hợp|khi))\s")
"""Says how far something goes, not whom it befalls."""
_REMARK: Final = re.compile(r"\s*\((?:theo|quy định|căn cứ|xem)\s[^()]*\)[\s.;]*$")
"""Where it is laid down; no part of the case."""
_NO_NAME: Final = frozenset(map(sound, ("những", "các", "cái", "một", "con", "mấy", "ở", "tại", "trong")))
_ALMOST: Final = 0.85
"""The share of the words for those to whom something is done that the question must say."""
_FEWEST: Final = 3
"""Words of a case that say more than what it is of, and least pairs of words that a case is told by."""


def such_case(query: Query, text: str) -> str:
    """The part of ``text`` that says of which sort, or in which case, what the question says befalls; "" where it asks none."""
    asked = next((found for form in _ASKED if (found := form.match(query.spoken))), None)
    if asked is None or _IF.match(f"{asked['of']} "):
        return ""
    name = [word for word in asked["of"].split() if word not in _NO_NAME]
    denied = _DENIED.search(query.spoken[asked.end("of") : asked.start("then")]) is not None
    parts = [one[0].strip(TRIM) for one in _PART.finditer(text)]
    for happens in pairwise(asked["then"].split()):  # the verb is said first
        for part in parts:
            spots = list(runs(happens, spoken_of(part)))
            if spots:
                return _case_in(part, name, spots[0], denied=denied)
    return ""


def asks_what_then(query: Query) -> bool:
    """Whether it is asked what is done with somebody, or what somebody has to do, of the sort that the question tells."""
    return _what_then(query) is not None and not _IF.match(query.spoken)


def _what_then(query: Query) -> re.Match[str] | None:
    return _WHAT_THEN.match(query.spoken) or _WHAT_THEN.match(unplaced(query))


def then_done(query: Query, text: str) -> str:
    """What ``text`` says befalls those of the sort that the question tells; "" where it asks no such thing."""
    asked = _what_then(query)
    if asked is None or _IF.match(query.spoken):
        return ""
    case = set(pairwise(asked["of"].split()))
    best, told = 0, ""
    for part in _PART.finditer(text):
        words = spoken_of(part[0])
        ends = [other.end for one, other in pairwise(words) if (one.heard, other.heard) in case]
        befalling = _BEFALLING.search(part[0], max(ends)) if len(ends) >= _FEWEST else None
        if befalling and len(ends) > best:
            best, told = len(ends), befalling["told"].strip(TRIM)
        them = _BEFALLS_THEM.match(MARKER.sub("", part[0]).strip()) if len(ends) >= _FEWEST and not befalling else None
        if them and len(ends) > best and _pairs_said(them["case"], case) == len(ends):
            best, told = len(ends), _PROPOSES.sub("", them["told"].strip(TRIM))
        elif not befalling and len(ends) > best and (done := _done_to(asked["of"], part[0])):
            best, told = len(ends), done
    return told


def _done_to(of: str, part: str) -> str:
    """What ``part`` says is done right before the ones that the question tells, who close it: "phê bình | đơn vị chậm …"."""
    part = part.strip(TRIM)
    words, first = spoken_of(part), of.split()[:2]
    for at in range(2, len(words) - _FEWEST):
        rest = [word.heard for word in words[at:]]
        if rest[:2] == first and sum(word in of.split() for word in rest) >= _ALMOST * len(rest):
            return _PROPOSES.sub("", MARKER.sub("", part[: words[at].start]).strip(TRIM))
    return ""


def _pairs_said(text: str, case: set[tuple[str, str]]) -> int:
    return sum((one.heard, other.heard) in case for one, other in pairwise(spoken_of(text)))


def _case_in(part: str, name: Sequence[str], happens: tuple[int, int], *, denied: bool) -> str:
    """The case out of its part; "" where the part denies what the question affirms, or the other way round."""
    first, last = happens
    if denied != bool(_DENIES.search(part[:first])):
        return ""
    if behind := _CASE.search(part, last):
        return behind["told"].strip(TRIM)
    at = _named(name, spoken_of(part), behind=last)
    if at is None:  # called by another name there
        whose = _WHOSE.search(part, last)
        return whose["told"].strip(TRIM) if whose else ""
    case = part[at:] if at >= last else part[at:first].strip(TRIM) if at < first else ""
    while case and at < first and (shorter := _LEADS_TO.sub("", case)) != case:
        case = shorter
    case = _REMARK.sub("", case) if at >= last else case
    told = len(case.split()) - len(name) >= _FEWEST and not _BOUNDED.search(case)
    return case.strip(TRIM) if told else ""


def _named(name: Sequence[str], words: Sequence[Spoken], *, behind: int) -> int | None:
    """Where what is asked about is named, by all its words, its last two or its first two: first ``behind`` what befalls it."""
    for part in dict.fromkeys((tuple(name), tuple(name[-2:]), tuple(name[:2]))):
        if found := [start for start, _ in runs(part, words)]:
            first = next((start for start in found if start >= behind), found[-1])
            return first if len(part) > 1 else found[-1]
    return None
