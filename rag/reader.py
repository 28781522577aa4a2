"""A small reader of clauses: the stretch that fills the gap of a question, verbatim, or nothing where none does so well.

A stretch may begin after a word that leads to such a gap ("nhằm", "bằng", "gồm"), at the thing asked for ("nguồn vốn
…"), or after the very words before the gap; it ends where something else is told. What speaks for it is how near the
question's words stand before and after it, and that it says what the question does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.letters import UPPER
from ingest.units import starts_like_unit
from rag.asked import Asked, Sort
from rag.nearness import Spoken, spoken_of
from rag.subjects import ACTING
from rag.words import sound

_LEADING: Final[Mapping[Sort, str]] = {
    Sort.PURPOSE: r"nhằm mục (?:đích|tiêu)|với mục (?:đích|tiêu)|nhằm|để",
    Sort.MEANS: r"(?:bằng|theo|dưới|qua|với) (?:các |những |nhiều )?(?:hình thức|phương thức|cách)|bằng|thông qua|qua",
    Sort.PLACE: r"tại|(?<!nơi )ở|trên địa bàn|trên",
    Sort.SOURCE: r"từ",
    Sort.MEMBERS: r"(?:bao )?gồm(?: có)?|như|cụ thể(?= ?:)",
    Sort.MEANING: r"là|trở thành",
    Sort.MEASURE: r"cao hơn|thấp hơn|hơn|đạt|lên(?: đến| tới)?",
}
"""The words that lead to each sort of gap."""
_LED: Final = {sort: re.compile(rf"(?i)(?<!\w)(?:{words})(?!\w)[\s:]*") for sort, words in _LEADING.items()}
_WAYS: Final = frozenset(sound(word) for word in ("hình thức", "phương thức", "cách", "cách thức", "tinh thần", "tên", "loại"))
"""Names of the gap itself, left off the answer; other things asked for are its first word."""
_BEFORE_THING: Final = re.compile(r"(?i)(?:(?<!\w)(?:nguồn|mức|các|những|loại|kho)\s+)+$")
"""What belongs to a thing and stands before it: "nguồn vốn …", "các kho …"."""
_SURE_HEAD: Final = 2
"""Syllables of most names of things; a third before them may be the end of a verb."""
_DOING: Final = re.compile(rf"(?i)(?:{ACTING}|(?:ưu tiên|sử dụng|huy động|khai thác|áp dụng|tham gia|củng cố)\b)\s+")
"""What is done with a thing."""
_LIST_AHEAD: Final = re.compile(r"[^.;:,]{0,45}:\s+|\s*(?:như|gồm|bao gồm|là):?\s+")
"""A list announced after the thing asked for: "hình thức tuyên truyền: …"."""
_ENDS: Final = re.compile(
    r";|\.(?=\s|$)|\s\(|,?\s(?:nhằm|để|bảo đảm|đảm bảo|phù hợp|trong việc|ngay trong|trong thực hiện|góp phần|làm việc|"
    r"theo thẩm quyền|theo quy định|tùy theo|tuỳ theo|với những|sẵn sàng|trên các lĩnh vực|trên địa bàn|đặt tại|trước (?:ngày|tháng|quý|năm|\d+)|trong (?:vòng|thời hạn)|ít nhất|"
    r"tối thiểu|không quá)(?!\w)|"
    rf"\svà (?:tăng cường|{ACTING})\s"
)
"""Where what is said ends and its purpose or manner begins, or another thing is to be done."""
_THING_ENDS: Final = re.compile(rf"{_ENDS.pattern}|,\s(?={ACTING}\s)")
"""Where a thing that is asked for ends; a way of doing, or a purpose, may be several things to be done."""
_SENTENCE_ENDS: Final = re.compile(rf";|\.(?=\s+[{UPPER}]|\s*$)")
_STOPS: Final = re.compile(rf"\.(?=\s+[{UPPER}]|\s*$)")
_ENDING: Final = {Sort.PURPOSE: _SENTENCE_ENDS, Sort.MEANS: _ENDS}
_NAME: Final = re.compile(r"[“\"‘']([^“”\"‘’']{3,120})[”\"’']")
_TRIM: Final = ' ,;:.–-”"'
_LONGEST: Final = 60
"""Words of a piece that answers."""
_NEAR: Final = 6
"""Words before and after a name that tell for it."""
_FARTHEST: Final = 24
_HALF: Final = 6.0
"""Words before and after a piece that tell for it, and the distance after which one counts half."""
_BEHIND: Final = 0.7
"""What words behind a piece count, beside those before."""
_STOP: Final = re.compile(r"[;:.,]")
_PARTED: Final = re.compile(r"[;.]")
_JOINING: Final = frozenset(map(sound, ("và", "hoặc", "được", "thì", "mà")))
"""No answer begins with these."""
_FADE: Final = 0.92
_LEADS_IT: Final = 0.6
_IS_THING: Final = 0.6
_FOLLOWS: Final = 0.3
_BETWEEN: Final = 0.5
_GOES_ON: Final = re.compile(rf"(?<!cơ quan)(?<!đơn vị),?\s(?={ACTING}|h[ằà]ng\s)")
"""Where a unit goes on to what it does."""
_NAMED: Final = re.compile(rf"[{UPPER}]|(?:các|những|cơ quan|đơn vị)\s")
_SURELY: Final = 3
_PERHAPS: Final = 2
"""Words before the gap that the clause must hold in order."""
_LONGEST_DOER: Final = 15
_OVER: Final = re.compile(r"\s*(?:với|cùng|cho|về|của|do|là)\s+")
"""What leads on to the gap in the clause and not in the question."""
_BY: Final = frozenset(map(sound, ("do", "bởi")))
_GIVEN: Final = re.compile(rf"^(?:Giao|Do|Đề nghị|Yêu cầu)\s+(?=[{UPPER}]|các)")
_BEING_ENDS: Final = re.compile(r"(?:\s(?:là|được|phải|sẽ|người))+\s*$")
_BEING: Final = frozenset(map(sound, ("là", "người", "được", "phải", "sẽ")))
_MEMBER: Final = re.compile(r"(?:,|\svà)\s+$")
"""Before a thing that is one more of a list begun earlier."""
_UNHELD: Final = 0.5
_UNLED: Final = 0.5
_LISTED: Final = re.compile(r"[,;]\s|\svà\s")
_IS_LIST: Final = 0.3
_ASIDE: Final = 0.4
_LEAST: Final = 0.9
"""What it counts for a piece to follow the leading word or the thing asked for, and to end before the words that follow
the gap, beside one for a whole neighbourhood of the question's words; and the least that makes an answer."""
_LEAST_NEW: Final = 0.4
"""The share of a piece's words that the question must not have said."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that may answer; ``led`` and ``thing`` are what it counts for what stands at its beginning."""

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
    return text[best.start : best.end].strip(_TRIM)


def read_name(asked: Asked, text: str, weights: Mapping[str, float]) -> str:
    """The name in quotation marks near which the question's words stand; "" without one that it does not say itself."""
    words = spoken_of(text)
    said = set(asked.before) | set(asked.after)
    found = [
        (_around(words, match.start(1), match.end(1), weights), -match.start(), match[1])
        for match in _NAME.finditer(text)
        if not set(sound(match[1]).split()) <= said
    ]
    return max(found)[2].strip(_TRIM) if found else ""


def read_behind(asked: Asked, text: str, weights: Mapping[str, float], *, led: bool) -> str:
    """What stands behind the very words that stand before the gap; "" where nothing does.

    ``led``: behind three of them and the word that leads to the gap, else behind two, and a unit.
    """
    words = spoken_of(text)
    wanted = _wanted(asked, words, weights)
    run = (*asked.before[-_SURELY:], asked.lead) if led else asked.before[-_PERHAPS:]
    if led and not asked.lead:
        return ""
    found = []
    for _, at in _runs(run, (_SURELY + 1) if led else _PERHAPS, words):
        over = _OVER.match(text, at)
        start = over.end() if over else at
        end = _end(asked, text, start)
        closing = _closing(asked, words, start, end)
        piece = text[start : closing or end].strip(_TRIM)
        if not led and not closing and not _NAMED.match(piece):
            continue
        if not closing and piece[:1].isupper():
            piece = _GOES_ON.split(piece, maxsplit=1)[0]
        if (led or closing or starts_like_unit(piece)) and len(piece.split()) <= _LONGEST:
            found.append((_behind(words, closing or end, wanted) + (_BETWEEN if closing else 0.0), -start, piece))
    return max(found)[2] if found else ""


def read_between(asked: Asked, text: str) -> str:
    """What stands in the clause between the word that leads to the gap and the very word behind the gap: "do … quản lý"."""
    words = spoken_of(text)
    if not asked.lead or not asked.after:
        return ""
    for _, start in _runs((asked.lead,), 1, words):
        ends = [at for at, _ in _runs(asked.after[:2], len(asked.after[:2]), words) if at > start]
        piece = text[start : min(ends, default=start)].strip(_TRIM)
        if piece and len(piece.split()) <= _LONGEST_DOER and not _STOP.search(piece):
            return piece
    return ""


def read_doer(asked: Asked, text: str) -> str:
    """Who stands in the clause before the very words that follow the gap: "… làm tổ trưởng"; "" where nobody does."""
    after = asked.after
    while after and after[0] in _BEING:
        after = after[1:]
    words = spoken_of(text)
    place = next(_runs(after[:3], 3, words), None)
    if place is None and asked.lead in _BY and after:
        # "Kế hoạch do ai lập" is printed "… lập kế hoạch".
        place = next((at for word in asked.before for at in _runs((after[-1], word), 2, words)), None)
    if place is None:
        return ""
    doer = _BEING_ENDS.sub("", re.split(r"(?:[;:]|\.)\s", text[: place[0]])[-1]).strip(_TRIM)
    doer = _GIVEN.sub("", doer)
    does = re.match(rf"(?i){ACTING}", doer)
    return doer if doer[:1].isupper() and not does and 1 < len(doer.split()) <= _LONGEST_DOER else ""


def _pieces(asked: Asked, text: str, words: Sequence[Spoken], weights: Mapping[str, float]) -> Iterator[Piece]:
    """Every stretch that may answer, with its score."""
    wanted = _wanted(asked, words, weights)
    said = frozenset((*asked.before, *asked.head, *asked.after))
    for start, bonus, led_from in _starts(asked, text, words):
        end = _end(asked, text, start)
        closing = _closing(asked, words, start, end)
        end = closing or end
        own = [word for word in words if start <= word.start < end]
        own = [word for word in own if word.heard not in asked.head] or own
        if not own or _PARTED.search(text, start, own[0].start) or len(own) > _LONGEST or own[0].heard in _JOINING or _share_new(own, said) < _LEAST_NEW:
            continue
        near = min(1.0, _before(words, led_from, wanted) + _BEHIND * _behind(words, end, wanted))
        aside = text.count("(", 0, start - 1) > text.count(")", 0, start)
        listed = asked.many and _LISTED.search(text, start, end)
        bonus += (_BETWEEN if closing else 0.0) + (_IS_LIST if listed else 0.0) - (_ASIDE if aside else 0.0)
        yield Piece(start, end, bonus + near)


def _starts(asked: Asked, text: str, words: Sequence[Spoken]) -> Iterator[tuple[int, float, int]]:
    """Where a piece may begin, what that counts for, and the offset before which the question's words lead to it."""
    led = {match.end(): match.start() for match in _LED[asked.sort].finditer(text)} if asked.sort in _LED else {}
    if not led and asked.lead:
        led = {end: start for start, end in _runs((asked.lead,), 1, words)}
    things = list(_things(asked, words))
    for start, end in things:
        ahead = _LIST_AHEAD.match(text, end)
        does = _DOING.match(text, start, end - 1)
        start = does.end() if does else start
        lead = _BEFORE_THING.search(text, 0, start)
        begin = lead.start() if lead else start
        is_led = begin in led or end in led
        bonus = _IS_THING + _LEADS_IT if is_led else _IS_THING * (_UNLED if led else 1.0)
        if _MEMBER.search(text, 0, begin):
            bonus -= _ASIDE
        names_gap = not asked.thing or " ".join(asked.head[-2:]) in _WAYS or asked.head[-1] in _WAYS
        yield ahead.end() if ahead else end if names_gap else begin, bonus, led.get(begin, begin)
    for end, start in led.items():
        yield end, _LEADS_IT, start
    if not things and not (led and asked.sort is Sort.PURPOSE):
        size = 2
        yield from ((end, _FOLLOWS, end) for _, end in _runs(asked.before[-size:], size, words))


def _things(asked: Asked, words: Sequence[Spoken]) -> Iterator[tuple[int, int]]:
    """Where the longest end of what is asked for stands in the text; one that is said with its verb is cut shorter."""
    head = asked.head
    for first in range(len(head)):
        part = head[first:]
        if len(part) == 1 and len(part[0]) < 3:
            return
        longer = (*asked.before[-1:], *part) if first == 0 else head[first - 1 :]
        verbatim = len(part) > _SURE_HEAD and not asked.lead and any(_runs(longer, len(longer), words))
        found = [] if verbatim and len(longer) > len(part) else list(_runs(part, len(part), words))
        if found:
            yield from found
            return


def _runs(part: Sequence[str], size: int, words: Sequence[Spoken]) -> Iterator[tuple[int, int]]:
    if not part or len(part) < size:
        return
    heard = [word.heard for word in words]
    for at in range(len(heard) - size + 1):
        if heard[at : at + size] == list(part):
            yield words[at].start, words[at + size - 1].end


def _end(asked: Asked, text: str, start: int) -> int:
    """Where the piece that begins at ``start`` ends; a list goes on behind a semicolon with the same first word."""
    ends = _ENDING.get(asked.sort, _THING_ENDS)
    if asked.sort is Sort.MEMBERS and text[:start].rstrip().endswith(":"):
        ends = _STOPS
    name = _NAME.match(text, start + len(text[start:]) - len(text[start:].lstrip()))
    if name:
        return name.end()
    bracket = text.find(")", start)
    if bracket >= 0 and "(" not in text[start:bracket]:
        text = text[:bracket]
    first = re.match(r"\W*(\w+)", text[start:])
    at = start + (first.end() if first else 0)
    while match := ends.search(text, at):
        beyond = text[match.end() :].lstrip()
        if match[0] != ";" or not first or not beyond.lower().startswith(f"{first[1].lower()} "):
            return match.start()
        at = match.end()
    return len(text)


def _closing(asked: Asked, words: Sequence[Spoken], start: int, end: int) -> int:
    """Where, within the piece, the words that follow the gap in the question begin; 0 where they do not."""
    for at, _ in _runs(asked.after[:2], 2, words):
        if start < at < end:
            return at
    return 0


def _share_new(own: Sequence[Spoken], said: frozenset[str]) -> float:
    return sum(word.heard not in said for word in own) / len(own)


def _wanted(asked: Asked, words: Sequence[Spoken], weights: Mapping[str, float]) -> dict[str, float]:
    """The question's words with their weights, the nearer to its gap the more; three good ones sum to one.

    Words that the clause lacks tell no piece from another; they only make the clause as a whole less sure.
    """
    printed = {word.heard for word in words}
    found: dict[str, float] = {}
    for side in (tuple(reversed(asked.before)), asked.after):
        for far, word in enumerate(side):
            found[word] = max(found.get(word, 0.0), weights.get(word, 0.0) * _FADE**far)
    held = [weight for word, weight in found.items() if word in printed]
    most = (_best(found.values()) * _UNHELD + _best(held) * (1 - _UNHELD)) or 1.0
    return {word: weight / most for word, weight in found.items()}


def _best(weights: Iterable[float]) -> float:
    return sum(sorted(weights, reverse=True)[:3])


def _before(words: Sequence[Spoken], at: int, wanted: Mapping[str, float]) -> float:
    """How much of ``wanted`` stands before ``at``, the nearer the more; stops count as distance."""
    near = [word for word in words if word.end <= at]
    return _felt(near[: -_FARTHEST - 1 : -1], wanted)


def _behind(words: Sequence[Spoken], at: int, wanted: Mapping[str, float]) -> float:
    """How much of ``wanted`` stands behind ``at``."""
    return _felt([word for word in words if word.start >= at][:_FARTHEST], wanted)


def _felt(near: Sequence[Spoken], wanted: Mapping[str, float]) -> float:
    found: dict[str, float] = {}
    for word in near:
        weight = wanted.get(word.heard, 0.0) * 0.5 ** (abs(word.place - near[0].place) / _HALF)
        found[word.heard] = max(found.get(word.heard, 0.0), weight)
    return sum(found.values())


def _around(words: Sequence[Spoken], start: int, end: int, weights: Mapping[str, float]) -> float:
    near = [word for word in words if word.end <= start][-_NEAR:] + [word for word in words if word.start >= end][:_NEAR]
    return sum(weights.get(heard, 0.0) for heard in {word.heard for word in near})
