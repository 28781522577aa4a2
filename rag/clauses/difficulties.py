"""What is hard or goes well, told in a section headed so: "học sinh gặp khó gì", "còn hạn chế nào", "có thuận lợi gì".

Such a section seldom says the word again that it is headed by, so that ranking by words finds the clauses that do:
those that tell what to do about difficulties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.plan import Clause, Plan, SectionKind
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.corpus.library import Library
from rag.duties.troubles import asks_trouble
from rag.language.synonyms import Synonym, synonyms
from rag.language.words import either, sound
from rag.query.question import Query
from rag.query.reasons import asks_why
from rag.reading.prose import whole
from rag.reading.saidfirst import behind_noun, behind_said
from rag.wording import joined

AMISS: Final = (
    *("khó khăn", "vướng mắc", "hạn chế", "tồn tại", "bất cập", "thách thức", "yếu kém", "nhược điểm", "điểm yếu"),
    *("trở ngại", "thiếu sót", "mặt yếu", "điểm nghẽn", "nút thắt", "rào cản", "trục trặc"),
)
WELL: Final = ("thuận lợi", "ưu điểm", "điểm mạnh", "lợi thế", "mặt mạnh", "mặt được")
"""What plans call that which is hard, and that which goes well."""
HARD: Final = either(*AMISS, "khó", "vướng", "kẹt", "rắc rối")
_GOOD: Final = either(*WELL)
_OPEN: Final = either("gì", "nào", "ra sao", "thế nào", "như thế nào", "chỗ nào", "ở đâu", "chi")
_ABOUT: Final = either(
    *("lớn nhất", "nhất", "chính", "chủ yếu", "cụ thể", "là", "ở", "chỗ", "những", "gồm", "cái", "điểm", "điều"),
    "hiện nay",
)
_DONE_ABOUT: Final = re.compile(
    rf"\b(?:{either('tháo gỡ', 'khắc phục', 'giải quyết', 'xử lý', 'phản ánh', 'báo cáo', 'hỗ trợ', 'giúp', 'kiến nghị', 'phát sinh', 'nếu', 'nhằm', 'để', 'phải', 'nắm bắt', 'nhận diện', 'chỉ ra', 'do', 'vì')}) (?:\S+ ){{0,2}}?(?:{HARD})\b"
    rf"|\b(?:{either('thì', 'phải', 'cần')}) (?:{either('làm', 'xử lý', 'báo', 'gửi', 'tháo gỡ', 'giải quyết')})\b"
)
"""Asks what is done about difficulties, not which there are."""
_FILLING: Final = frozenset(
    sound("gặp mắc còn đang những các về của ở tại khi trong là gì nào sao này kế hoạch nêu").split()
)
_SAID_BESIDE: Final = tuple(
    map(
        sound,
        (
            *("thực hiện", "triển khai", "công tác", "hiện nay", "thời gian qua", "chủ yếu", "cụ thể", "lớn nhất"),
            *("khó khăn chính", "hạn chế chính", "gặp phải", "ghi nhận", "như thế nào", "thế nào", "nhất", "bao gồm"),
        ),
    )
)
"""Words around what is hard that say nothing of it, and phrases whose syllables alone may be another word's."""
_NUMERAL: Final = re.compile(r"^(?:(?:[ivxlc]+|\d+|[a-h]) )+")
_CAUSE: Final = re.compile(r"(?i)^\W*(?:[a-z0-9.]+\)\s*)?nguyên nhân\b")
_LONGEST_HEADING: Final = 12
_MOST: Final = 12
"""Words of a heading that is no sentence, and paragraphs of a section that is told whole."""
_HELD: Final = 0.6
_NEARLY_ALL: Final = 0.75
_CLEARLY: Final = 1.05
"""The share of what tells the matter that a piece must say, of one plan and of several, and how much more than any other."""
_PARTS: Final = re.compile(r";\s+")


class _Sort(NamedTuple):
    asked: re.Pattern[str]
    heading: re.Pattern[str]
    words: frozenset[str]


def asked_as(nouns: str, more: str = "") -> re.Pattern[str]:
    """Questions for what is so called (an alternation of sound forms): "khó khăn lớn nhất là gì"; or as ``more`` has it."""
    last = rf"\b(?:{nouns})\b.* {sound('là')} (?:{_OPEN})$"
    return re.compile(rf"\b(?:{nouns}) (?:(?:{_ABOUT}) ){{0,3}}(?:{_OPEN})\b|{last}{more}")


def _sort(nouns: str) -> _Sort:
    asked = asked_as(nouns)
    heading = re.compile(rf"^(?:{either('một số', 'những', 'các', 'về')} )*(?:{nouns})\b")
    return _Sort(asked, heading, frozenset(nouns.replace("|", " ").split()))


_SORTS: Final = (_sort(HARD), _sort(_GOOD))


class _Piece(NamedTuple):
    plan: int
    clause: Clause
    text: str


def answer_difficulties(query: Query, library: Library) -> Answer | None:
    """All of the section, or the piece of it on the matter that the question names; None where no section tells it."""
    sort = next((one for one in _SORTS if one.asked.search(query.spoken)), None)
    if sort is None or query.role in {"due", "value", "lead"} or not query.pointer.empty:
        return None
    if done_about(query) or asks_why(query.spoken, query.typed):
        return None
    scope = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    told = [(n, clauses) for n in sorted(scope) if (clauses := _section(library.plans[n], sort))]
    words = query.words.outside(one for one in query.mentions if one.plans).drop(_SAID_BESIDE).content()
    left = {word for word, weight in words.items() if weight == 1.0 and not word.isdigit()} - _FILLING - sort.words
    also = synonyms(query.words)
    matter = {n: left - _with_synonyms(library.profiles[n].words, also) for n, _ in told}
    if len(told) == 1 and not matter[told[0][0]]:
        number, clauses = told[0]
        return _tell(query, library, [_Piece(number, one, whole(one.text)) for one in clauses[:_MOST]])
    found = _best(query, library, matter, told)
    if found is None:
        return None
    return _tell(
        query, library, [found._replace(text=behind_said(query.spoken, behind_noun(found.text, query.spoken)))]
    )


def done_about(query: Query) -> bool:
    """Whether it is asked what is done about difficulties, or whom they are reported to."""
    return _DONE_ABOUT.search(query.spoken) is not None or asks_trouble(query)


def _best(
    query: Query,
    library: Library,
    matter: Mapping[int, AbstractSet[str]],
    told: list[tuple[int, list[Clause]]],
) -> _Piece | None:
    """The one piece between semicolons that says most of the matter; nearly all of it where any of several plans may be meant."""
    scored, also = [], synonyms(query.words)
    for piece in _pieces(told):
        own = _with_synonyms(set(library.hear(piece.text).split()), also)
        scored.append((library.cover(dict.fromkeys(matter[piece.plan], 1.0), own), piece))
    best = max((score for score, _ in scored), default=0.0)
    near = [piece for score, piece in scored if score * _CLEARLY > best]
    said = set(pairwise(query.spoken.split()))
    pairs = [len(said & set(pairwise(library.hear(piece.text).split()))) for piece in near]
    near = [piece for piece, count in zip(near, pairs, strict=True) if count == max(pairs)]
    return near[0] if best >= (_HELD if len(told) == 1 else _NEARLY_ALL) and len(near) == 1 else None


def _with_synonyms(own: AbstractSet[str], also: Sequence[Synonym]) -> frozenset[str]:
    """Words with those of the question that stand for some of them."""
    held = frozenset(own)
    return held.union(*(one.words for one in also if any(held.issuperset(form) for form in one.forms)))


def _pieces(told: list[tuple[int, list[Clause]]]) -> Iterator[_Piece]:
    for number, clauses in told:
        for clause in clauses:
            yield from (_Piece(number, clause, part) for part in _PARTS.split(whole(clause.text)))


def _section(plan: Plan, sort: _Sort) -> list[Clause]:
    """The paragraphs under the first heading of that sort, what tells their causes left out."""
    for section in plan.sections:
        name = _NUMERAL.sub("", sound(section.heading))
        if section.kind is not SectionKind.HEADING or len(name.split()) > _LONGEST_HEADING:
            continue
        if not sort.heading.match(name):
            continue
        causes = [one.locator for one in plan.sections if _CAUSE.match(one.heading) and one.locator != section.locator]
        below = [
            one
            for one in plan.clauses
            if (one.locator == section.locator or one.locator.startswith(f"{section.locator}/"))
            and one.locator not in causes
            and one.text.strip() != section.heading.strip()
        ]
        if kept := [one for one in below if not _CAUSE.match(one.text)] or below:
            return kept
    return []


def _tell(query: Query, library: Library, pieces: list[_Piece]) -> Answer:
    plan = library.plans[pieces[0].plan]
    values = tuple(piece.text for piece in pieces)
    citations = tuple(one for piece in pieces for one in cite(plan, piece.clause.locator, (piece.clause.span,)))
    text = f"{joined(values)} ({plan_name(plan)}, {pieces[0].clause.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")
