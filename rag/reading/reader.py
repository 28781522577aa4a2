"""A small reader of clauses: the stretch that fills the gap of a question, verbatim, or nothing where none does so well.

A stretch may begin after a word that leads to such a gap ("nhằm", "bằng", "gồm"), at the thing asked for ("nguồn vốn
…"), or after the very words before the gap; it ends where something else is told. What speaks for it is how near the
question's words stand before and after it, and that it says what the question does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.readers.compounds import is_known_pair
from ingest.units import starts_like_unit
from rag.language.asked import Asked, Sort
from rag.language.words import sound
from rag.measures.nearness import Spoken, crowding, spoken_of
from rag.measures.pieces import BETWEEN, NAME, TRIM, closing, end_of, felt_before, felt_behind, runs, wanted_of
from rag.query.subjects import ACTING, GOES_ON, MARKER

_LEADING: Final[Mapping[Sort, str]] = {
    Sort.PURPOSE: r"nhằm mục (?:đích|tiêu)|với mục (?:đích|tiêu)|nhằm|để",
    Sort.MEANS: r"(?:bằng|theo|dưới|qua|với) (?:các |những |nhiều )?(?:hình thức|phương thức|cách)|bằng|thông qua|qua|nhờ",
    Sort.USE: r"là|(?:để |được )?(?:dùng|sử dụng)(?: để| làm| cho| vào)*|làm(?= (?:căn cứ|cơ sở|tiêu chí|thước đo|đầu vào))|để|nhằm|phục vụ(?: cho)?",
    Sort.PLACE: r"tại|(?<!nơi )ở|trên địa bàn|trên",
    Sort.GOAL: r"(?:đến|tới|sang|về|vào|ra|lên|tại|ở)(?=\s+(?!(?:hết|cuối|đầu|giữa|ngày|tháng|năm|quý|tuần|khi|lúc|nay)\s)[^\W\d_])",
    Sort.SOURCE: r"từ",
    Sort.MEMBERS: r"(?:bao )?gồm(?: có)?|như|cụ thể(?= ?:)",
    Sort.MEANING: r"là|trở thành",
    Sort.LIKENESS: r"(?:là|coi như|xem như|trở thành)(?: một)?",
    Sort.MEASURE: r"cao hơn|thấp hơn|hơn|đạt|lên(?: đến| tới)?",
}
"""The words that lead to each sort of gap."""
_LED: Final = {sort: re.compile(rf"(?i)(?<!\w)(?:{words})(?!\w)[\s:]*") for sort, words in _LEADING.items()}
_WAYS: Final = frozenset(map(sound, ("hình thức", "phương thức", "cách", "cách thức", "tinh thần", "tên", "loại")))
"""Names of the gap itself, left off the answer; other things asked for are its first word."""
_BEFORE_THING: Final = re.compile(r"(?i)(?:(?<!\w)(?:nguồn|mức|các|những|loại|kho)\s+)+$")
"""What belongs to a thing and stands before it: "nguồn vốn …", "các kho …"."""
_LEADS_TO_THING: Final = re.compile(
    r"(?i)(?<!\w)(?:từ|bằng|của|về|cho|với|trong|theo|và|có|là|được|do|tại|ở|đến|tới|vào|ra|qua|trên|một|mỗi|từng|cả|số|để|nhằm|gồm|đạt)$"
)
_DOING: Final = re.compile(rf"(?i)(?:{ACTING}|(?:ưu tiên|sử dụng|huy động|khai thác|áp dụng|tham gia|củng cố)\b)\s+")
"""What is done with a thing."""
_LIST_AHEAD: Final = re.compile(r"[^.;:,]{0,45}:\s+|\s*(?:như|gồm|bao gồm|là):?\s+|\s*\((?=[^()]*,)")
"""A list announced after the thing asked for: "hình thức tuyên truyền: …"."""
_MEMBER: Final = re.compile(r"(?:,|\svà)\s+$")
"""Before a thing that is one more of a list begun earlier."""
_LISTED: Final = re.compile(r"[,;]\s|\svà\s")
_BOTH_SIDES: Final = re.compile(r"([^\W\d_]+)(?:\|\s+|\s+\|)([^\W\d_]+)")
_PARTED: Final = re.compile(r"[;.]")
_JOINING: Final = frozenset(map(sound, ("và", "hoặc", "được", "thì", "mà")))
"""No answer begins with these."""
_THEN: Final = re.compile(r"^thì\s+")
"""Goes on from a condition and is no part of what follows."""
_LEADING_ON: Final = re.compile(r"(?:\s(?:cùng|và|với|để|nhằm|hoặc))+$")
"""Leads on to what is no part of the answer."""
_ALIKE: Final = tuple(
    tuple(tuple(sound(one).split()) for one in verbs)
    for verbs in (
        ("triển khai", "thực hiện", "tiến hành", "tổ chức"),
        ("xây dựng", "hình thành", "thiết lập", "tạo lập"),
    )
)
"""Verbs that say no more than that something is done, or made: any of them may stand for the one in the question."""
_SURE_HEAD: Final = 2
"""Syllables of most names of things; a third before them may be the end of a verb."""
_SHORTEST_HEAD: Final = 3
"""Letters of a single syllable that is told from others like it."""
_LONGEST: Final = 60
"""Words of a piece that answers."""
_SAID: Final = 3
"""Words before the gap that an answer does not say again."""
_ADDING: Final = frozenset(
    map(sound, ("sau", "trước", "trong", "ngoài", "ở", "tại", "trên", "theo", "khi", "từ", "giữa", "của", "về", "với"))
)
"""With these begins what is said of when, where and how."""
_IS: Final = sound("là")
_LABEL: Final = re.compile(
    r"(?:^|[.;]\s+)([^\W\d_][^:;.,()]{1,40}):\s+(.+?)(?=[.;]\s+[^\W\d_][^:;.,()]{1,40}:\s|\.?\s*$)"
)
"""A label of a few words, and what it stands for."""
_LEADS_IT: Final = 0.6
_IS_THING: Final = 0.6
_UNLED: Final = 0.5
_FOLLOWS: Final = 0.3
_IS_LIST: Final = 0.3
_IS_NAME: Final = 0.3
_ASIDE: Final = 0.4
_BEHIND: Final = 0.7
_LEAST: Final = 0.9
"""What it counts, beside one for a whole neighbourhood of the question's words, for a piece to follow the leading word,
to be the thing asked for (half of it where a leading word stands elsewhere), to follow two words before the gap, and to
be a list where several are asked for, to be a name in quotation marks; what is taken off inside brackets or a list; what words behind a piece count; and
the least that makes an answer. Answers change little when any of them is moved by a third."""
_LEAST_NEW: Final = 0.4
"""The share of a piece's words that the question must not have said."""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    score: float


def read(asked: Asked, text: str, weights: Mapping[str, float]) -> str:
    """The piece of ``text`` that fills the gap best; "" when none fits. ``weights`` are those of the question's words."""
    words = spoken_of(text)
    pieces = [piece for piece in _pieces(asked, text, words, weights) if piece.score >= _LEAST]
    if not pieces:
        return ""
    best = max(pieces, key=lambda piece: (round(piece.score, 6), -piece.start))
    found = _THEN.sub("", text[_behind_said(asked, text, best) : best.end].strip(TRIM))
    found = _LEADING_ON.sub("", found)
    if not asked.many and found[:1].isupper() and starts_like_unit(found):
        found = GOES_ON.split(found, maxsplit=1)[0]
    return found if found.count("“") == found.count("”") else found.strip("“”")


def _behind_said(asked: Asked, text: str, piece: _Piece) -> int:
    """Where the answer begins behind the words of the question that stand last before its gap."""
    words = [word for word in spoken_of(text) if piece.start <= word.start < piece.end]
    if NAME.match(text[piece.start : piece.end].lstrip()):
        return piece.start
    heads = (asked.head, *_alike(asked.head[-2:])) if asked.head and not asked.thing else ()
    said = " | ".join(("", *(" ".join((*asked.before[-_SAID:], *head)) for head in heads), ""))
    sizes = range(min(_SAID, len(words) - 1), 1, -1)
    size = next((n for n in sizes if f" {' '.join(word.heard for word in words[:n])} " in said), 0)
    return words[size].start if size else piece.start


def _alike(verb: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The verbs that may stand for one of two syllables; () for most."""
    return next((verbs for verbs in _ALIKE if verb in verbs), ())


def _before_said(asked: Asked, text: str, start: int, end: int) -> int:
    """Where the answer ends before words of time, place or manner that the question has said before its gap."""
    words = [word for word in spoken_of(text) if start < word.start < end]
    if asked.sort is Sort.PURPOSE and asked.head:
        return next(
            (word.start for at, word in enumerate(words) if at > 1 and _is_in_it(asked.before, words[at:])), end
        )
    if asked.thing or asked.sort is Sort.PURPOSE:
        return end
    said = f" {' '.join(asked.before)} "
    for at, word in enumerate(words):
        rest = [one.heard for one in words[at:]]
        if word.heard in _ADDING and len(rest) > _SAID and f" {' '.join(rest)} " in said:
            return word.start
    return end


def _is_in_it(before: Sequence[str], rest: Sequence[Spoken]) -> bool:
    """Whether a piece goes on with what the question says it is in: "trong | hoạt động | chuyển đổi số" for "trong chuyển đổi số"."""
    if rest[0].heard not in _ADDING or rest[0].heard not in before:
        return False
    at = len(before) - 1 - list(reversed(before)).index(rest[0].heard)
    said, heard = tuple(before[at + 1 : at + 1 + _SAID]), [word.heard for word in rest]
    return len(said) == _SAID and any(tuple(heard[n : n + _SAID]) == said for n in range(1, _SAID + 1))


def read_label(asked: Asked, text: str) -> str:
    """What stands behind the label that the question names: "Hình thức: …" for "hình thức là gì"; "" without one."""
    said = {*asked.before, *asked.head, *asked.after}
    for match in _LABEL.finditer(MARKER.sub("", text)):
        label = sound(match[1]).split()
        named = asked.head[-len(label) :] == tuple(label) or (asked.lead == _IS and label[0] in asked.before)
        opens = any(tuple(label[:n]) == asked.head[-n:] for n in range(_SURE_HEAD, len(asked.head) + 1))
        if (named and set(label) <= said) or (opens and sum(word in said for word in label) > len(label) / 2):
            found = match[2].strip(TRIM)
            return found if found.count("“") == found.count("”") else found.strip("“”")
    return ""


def read_name(asked: Asked, text: str, weights: Mapping[str, float]) -> str:
    """The name in quotation marks near which the question's words stand; "" without one that it does not say itself."""
    near = crowding(text, weights)
    said = f" {' '.join(asked.before)} | {' '.join(asked.after)} "
    found = [
        (near(*match.span(1)), -match.start(), match[1])
        for match in NAME.finditer(text)
        if f" {sound(match[1])} " not in said
    ]
    return max(found)[2].strip(TRIM) if found else ""


def _pieces(asked: Asked, text: str, words: Sequence[Spoken], weights: Mapping[str, float]) -> Iterator[_Piece]:
    """Every stretch that may answer, with its score."""
    wanted = wanted_of(asked, words, weights)
    for start, bonus, led_from in _starts(asked, text, words):
        end = _before_said(asked, text, start, end_of(asked, text, start))
        close = closing(asked, words, start, end)
        end = close or end
        if not _tells(asked, text[start:end]):
            continue
        near = felt_before(words, led_from, wanted) + _BEHIND * felt_behind(words, end, wanted)
        score = bonus + min(1.0, near) + (BETWEEN if close else 0.0)
        if asked.many and _LISTED.search(text, start, end):
            score += _IS_LIST
        if NAME.fullmatch(text[start:end].strip()):
            score += _IS_NAME
        if text.count("(", 0, max(0, start - 1)) > text.count(")", 0, start):
            score -= _ASIDE
        yield _Piece(start, end, score)


def _tells(asked: Asked, piece: str) -> bool:
    """Whether a stretch is one phrase that says more than the question does."""
    words = spoken_of(piece)
    own = [word for word in words if word.heard not in asked.head] or words
    if not own or len(own) > _LONGEST or own[0].heard in _JOINING or _PARTED.search(piece, 0, own[0].start):
        return False
    said = frozenset((*asked.before, *asked.head, *asked.after))
    return sum(word.heard not in said for word in own) >= _LEAST_NEW * len(own)


def _starts(asked: Asked, text: str, words: Sequence[Spoken]) -> Iterator[tuple[int, float, int]]:
    """Where a piece may begin, what that counts for, and the offset before which the question's words lead to it."""
    led = {match.end(): match.start() for match in _LED[asked.sort].finditer(text)} if asked.sort in _LED else {}
    if not led and asked.lead:
        led = {end: start for start, end in runs((asked.lead,), words)}
    things = [one for one in _things(asked, text, words) if asked.thing or not cuts_word(text, one[1])]
    for start, end in things:
        yield _start_of_thing(asked, text, (start, end), led)
    for end, start in led.items():
        yield end, _LEADS_IT, start
    if not things and asked.sort is not Sort.PURPOSE and len(asked.before) > 1:
        verb = asked.before[-2:]
        ends = [end for _, end in runs(verb, words)] or [end for one in _alike(verb) for _, end in runs(one, words)]
        yield from ((end, _FOLLOWS, end) for end in ends if not cuts_word(text, end))


def cuts_word(text: str, at: int) -> bool:
    """Whether the syllables before and behind ``at`` make a word that no answer can begin within: "gặp khó | khăn"."""
    syllables = _BOTH_SIDES.search(text[:at] + "|" + text[at:])
    return syllables is not None and is_known_pair(syllables[1], syllables[2])


def _begins_within(text: str, at: int) -> bool:
    """Whether the syllable before ``at`` is the first half of a word: one that only leads to a thing is none."""
    before = text[:at].rstrip()
    return cuts_word(text, at) and not _BEFORE_THING.search(text, 0, at) and not _LEADS_TO_THING.search(before)


def _start_of_thing(asked: Asked, text: str, thing: tuple[int, int], led: Mapping[int, int]) -> tuple[int, float, int]:
    """Where the answer begins that is, or stands behind, the thing asked for."""
    start, end = thing
    does = _DOING.match(text, start, end - 1)
    start = does.end() if does else start
    lead = _BEFORE_THING.search(text, 0, start)
    begin = lead.start() if lead else start
    is_led = begin in led or end in led or (text[end : end + 1].isspace() and end + 1 in led)
    bonus = _IS_THING + _LEADS_IT if is_led else _IS_THING * (_UNLED if led else 1.0)
    bonus -= _ASIDE if _MEMBER.search(text, 0, begin) else 0.0
    ahead = _LIST_AHEAD.match(text, end)
    bonus += _IS_LIST if ahead and (asked.many or text[end : end + 1] == ":") else 0.0
    names_gap = not asked.thing or asked.counted or " ".join(asked.head[-2:]) in _WAYS or asked.head[-1] in _WAYS
    names_gap = names_gap and not (asked.sort is Sort.LIKENESS and len(asked.head) == 1)  # "người thế nào": "người …"
    return ahead.end() if ahead else end if names_gap else begin, bonus, led.get(begin, begin)


def _things(asked: Asked, text: str, words: Sequence[Spoken]) -> list[tuple[int, int]]:
    """Where the longest end of what is asked for stands in the text; one that is said with its verb is cut shorter.

    None begins within a printed word: "sử | dụng nguồn vốn" for "dùng nguồn vốn nào" typed without accents.
    """
    head = asked.head
    for first in range(len(head)):
        part = head[first:]
        if len(part) == 1 and len(head) > _SURE_HEAD and any(runs(head[:_SURE_HEAD], words)):
            # The last word only describes the thing: "đối tượng nuôi nào".
            return list(runs(head[:_SURE_HEAD], words))
        if len(part) == 1 and len(part[0]) < _SHORTEST_HEAD:
            break
        longer = head[first - 1 :] if first else (*asked.before[-1:], *part)
        verbatim = len(longer) > len(part) > _SURE_HEAD and not asked.lead and any(runs(longer, words))
        found = [] if verbatim else [one for one in runs(part, words) if not _begins_within(text, one[0])]
        if not found and len(part) == _SURE_HEAD:
            found = list(runs(part[::-1], words))  # "bảo đảm" for "đảm bảo"
        if found:
            return [one for one in found if not _goes_on(asked, words, one)] or found
    return []


def _goes_on(asked: Asked, words: Sequence[Spoken], thing: tuple[int, int]) -> bool:
    """Whether the thing's last word and the next make a name that the question says: "thuốc | phiện" is none of "thuốc gì"."""
    last, behind = asked.head[-1], next((word.heard for word in words if word.start >= thing[1]), "")
    return any(pair == (last, behind) for pair in pairwise(asked.before))
