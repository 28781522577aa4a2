"""Members of a committee that a plan lists by post: "1. Đồng chí Trưởng phòng Kinh tế - Phó Trưởng tiểu ban: Phụ trách …".

Asked is the part that somebody plays in the committee, who plays it, or the post of whoever does something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.plan import Clause, Plan
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.clauses.contacts import answer_contact
from rag.clauses.inplaces import answer_in_places
from rag.corpus.entries import sections_over
from rag.corpus.library import Library, once
from rag.language.words import sound
from rag.query.question import Query
from rag.query.subjects import MARKER
from rag.reading.heldposts import held_posts
from rag.wording import joined

_ROLE: Final = (
    r"(?:(?:Phó\s+)?Trưởng\s+(?:tiểu ban|ban|đoàn|nhóm|tổ)|Tổ\s+(?:trưởng|phó)|Phó\s+(?:tiểu ban|ban|đoàn|nhóm)|Đội\s+(?:trưởng|phó)"
    r"|(?:Phó\s+)?Chủ tịch\s+Hội đồng|Ủy viên|Uỷ viên|Thành viên|Thư ký)"
)
_MEMBER: Final = re.compile(
    rf"(?P<who>(?:(?:Đồng chí|Đ/c|Ông|Bà)\s)?[^:;]{{4,140}}?)\s*(?:\s[-–]\s*|,\s+(?:làm\s+|là\s+)?|\s+(?:làm|là)\s+)"
    rf"(?P<role>{_ROLE}(?:\s+[^:;,.()]{{2,40}})?)\s*(?:[:;.,]|$)",
    re.IGNORECASE,
)
_STATEMENT: Final = re.compile(r"^|;\s+")
_BY: Final = re.compile(r"^.*\sdo\s+(?=\w)|^do\s+", re.IGNORECASE | re.DOTALL)
"""Before the one who plays a part: "Lập Tổ công tác … do | Chủ tịch xã làm Tổ trưởng"."""
_PART_ASKED: Final = re.compile(
    rf"\b(?:{sound('vai trò')}|{sound('chức vụ')}|{sound('chức danh')}|{sound('cương vị')}|{sound('chức')}) (?:{sound('gì')}|{sound('nào')}|{sound('ra sao')})"
)
_WORK_ASKED: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('làm', 'lo', 'phụ trách', 'đảm nhiệm', 'có', 'được giao', 'được phân công', 'chịu trách nhiệm')))})"
    rf" (?:{'|'.join(map(sound, ('những ', 'các ')))})?(?:(?:{'|'.join(map(sound, ('nhiệm vụ', 'công việc', 'việc', 'phần việc', 'trách nhiệm')))}) )?(?:{sound('gì')}|{sound('nào')})\b"
)
_NAMED: Final = rf"\b{sound('tên')} (?:{sound('là')} )?{sound('gì')}\b"
_WHO: Final = re.compile(
    rf"\b{sound('ai')}\b|\b(?:{sound('người nào')}|{sound('đồng chí nào')}|{sound('vị nào')})\b|{_NAMED}"
)
_BODY: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('tiểu ban', 'ban chỉ đạo', 'ban tổ chức', 'tổ công tác', 'tổ giúp việc', 'đoàn kiểm tra', 'đoàn giám sát', 'hội đồng', 'ban')))})\b"
)
_IS_WHO: Final = re.compile(
    rf"{_NAMED}|\b(?:{sound('là')}|{sound('tên')}) (?:{sound('ai')}|{sound('người nào')}|{sound('đồng chí nào')}|{sound('vị nào')}|{sound('thầy nào')}|{sound('cô nào')})\b"
    rf"|\b(?:{sound('ai')}|{sound('người nào')}|{sound('đồng chí nào')}) (?:{sound('đang')} )?(?:{sound('là')}|{sound('làm')}|{sound('giữ')})\b"
)
"""Asks who holds a post, of whatever it is."""
_SIGNS: Final = re.compile(rf"\b{sound('ký')}\b")
_ALL: Final = re.compile(r"(?i)\b(?:các|những)\s")
_ADDRESS: Final = re.compile(r"^(?:Đồng chí|Đ/c|Ông|Bà)\s+", re.IGNORECASE)
_HEADS: Final = re.compile(r"^(?:(?:Cục|Vụ|Viện|Chi cục) trưởng|(?:Tổng )?Giám đốc|Thủ trưởng|Chánh|Trưởng) (?=\w+ \w)")
_HOLDING: Final = tuple(
    map(sound, ("tên", "người", "giữ", "nắm", "đảm nhận", "có", "là", "mang", "đồng chí", "vị", "thì", "lo"))
)
"""Words around what is asked that say nothing of what a member does."""
_HOLDING_WORDS: Final = frozenset(word for phrase in _HOLDING for word in phrase.split())
_MOSTLY: Final = 0.75
"""The share of the question's words that what a member does, with the plan's head, must hold."""


@dataclass(frozen=True, slots=True)
class _Member:
    """Who is in a committee, as what, what they do there, and the clause that says so."""

    plan: int
    who: str
    role: str
    work: str
    clause: Clause


def answer_person(query: Query, library: Library) -> Answer | None:
    """How somebody is reached, who is in charge of places, or what is told of a committee's members; None for all else."""
    return answer_contact(query, library) or answer_in_places(query, library) or _answer_post(query, library)


def _answer_post(query: Query, library: Library) -> Answer | None:
    """The part a member plays or the work, who plays it, or the post of who does something; None where none is asked."""
    part, who, work = (one.search(query.spoken) for one in (_PART_ASKED, _WHO, _WORK_ASKED))
    if (
        not (part or who or work)
        or _SIGNS.search(query.spoken)
        or not query.pointer.empty
        or not (_BODY.search(query.spoken) or _IS_WHO.search(query.spoken))
    ):
        return None
    members = [one for one in _members(library) if query.covers(one.plan)]
    spoken = f" {query.spoken} "
    named = _named(spoken, members) or ((_of_several(query, members) or _by_office(spoken, members)) if part else [])
    named = _in_body(library, named, spoken)
    if named and part:
        return _told(query, library, named, [one.role for one in named])
    if named and work and all(one.work for one in named):
        return _told(query, library, named, [one.work for one in named])
    playing = _playing(spoken, members)
    playing = [one for one in playing if _rest_is_of_plan(query, library, one)]
    if who and playing and query.role in ("", "lead"):
        return _told(query, library, playing, [one.who for one in playing])
    doing = _doing(query, library, members) if part else []
    return _told(query, library, doing, [one.who for one in doing])


@once
def _members(library: Library) -> tuple[_Member, ...]:
    return tuple(one for number, plan in enumerate(library.plans) for one in _listed(number, plan))


def _listed(number: int, plan: Plan) -> Iterator[_Member]:
    for clause in plan.clauses:
        words = MARKER.sub("", clause.text)
        members = [] if clause.cells or not clause.marker else list(_in_statements(words))
        for who, role, work in members:
            yield _Member(number, who, role, work, clause)
        if not members and not clause.cells:
            for who, role, end in held_posts(words):
                yield _Member(number, who, role, words[end:].strip(" .;:"), clause)


def _in_statements(words: str) -> Iterator[tuple[str, str, str]]:
    """Who, as what, and with what work, for the first and each further statement of a clause that names a member."""
    matches = [one for start in _STATEMENT.finditer(words) if (one := _MEMBER.match(words, start.end()))]
    if matches and matches[0].start() == 0:
        for one, end in zip(matches, [*(other.start() for other in matches[1:]), len(words)], strict=True):
            yield _BY.sub("", one["who"]).strip(" ,"), one["role"].strip(), words[one.end() : end].strip(" .;:")


def _named(spoken: str, members: list[_Member]) -> list[_Member]:
    """Those whom the question calls by name or post, a deputy being no head; of posts one within the other the longest."""
    called = [(sound(_ADDRESS.sub("", one.who).partition(",")[0]), one) for one in members]
    said = [(name, one) for name, one in called if f" {name} " in spoken and f" {sound('phó')} {name} " not in spoken]
    longest = max((len(name) for name, _ in said), default=0)
    return [one for name, one in said if len(name) == longest]


def _of_several(query: Query, members: list[_Member]) -> list[_Member]:
    """Those of a post that many hold, said in other order or without "các"."""
    said = {*query.spoken.split()}
    return [one for one in members if _ALL.match(one.who) and {*sound(_ALL.sub(" ", one.who)).split()} <= said]


def _by_office(spoken: str, members: list[_Member]) -> list[_Member]:
    """Those who head the office that the question names: "Cục A giữ vai trò gì" of "Cục trưởng Cục A làm Tổ phó"."""
    offices = [(sound(_HEADS.sub("", one.who)), one) for one in members if _HEADS.match(one.who)]
    return [one for office, one in offices if f" {office} " in spoken]


def _in_body(library: Library, members: list[_Member], spoken: str) -> list[_Member]:
    """Those in the body whose heading the question says most of."""
    said = [_opening(library, one, spoken) for one in members]
    most = max(said, default=0)
    return [one for one, size in zip(members, said, strict=True) if size == most]


def _opening(library: Library, one: _Member, spoken: str) -> int:
    """How many first syllables of the heading over a member the question says."""
    heads = sections_over(library.plans[one.plan], one.clause.locator)
    words = next((sound(head.heading) for head in heads if head.locator == one.clause.locator), "").split()
    return next((size for size in range(len(words), 0, -1) if f" {' '.join(words[:size])} " in spoken), 0)


def _playing(spoken: str, members: list[_Member]) -> list[_Member]:
    """Those whose part the question names, a deputy being no head; of parts one within the other the longer."""
    said = [one for one in members if f" {sound(one.role)} " in spoken]
    said = [one for one in said if f" {sound('phó')} {sound(one.role)} " not in spoken]
    longest = max((len(one.role) for one in said), default=0)
    return [one for one in said if len(one.role) == longest]


def _rest_is_of_plan(query: Query, library: Library, one: _Member) -> bool:
    """Whether the question says nothing beside the part and the plan: else what somebody does is asked."""
    over = " ".join(head.heading for head in sections_over(library.plans[one.plan], one.clause.locator))
    said = {*sound(one.role).split(), *library.hear(over).split(), *_HOLDING_WORDS} | library.profiles[one.plan].words
    words = query.unpointed.content()
    return not {word for word, weight in words.items() if weight >= 1.0} - said


def _doing(query: Query, library: Library, members: list[_Member]) -> list[_Member]:
    """The one who does what the question says."""
    words = query.unpointed.drop_matches(_PART_ASKED).drop(_HOLDING).content()
    own = [library.profiles[one.plan].words | set(library.hear(one.clause.text).split()) for one in members]
    said = [library.cover(words, held) if words else 0.0 for held in own]
    best = max(said, default=0.0)
    first = said.index(best) if best >= _MOSTLY else -1
    return [members[first]] if first >= 0 else []


def _told(query: Query, library: Library, members: list[_Member], told: list[str]) -> Answer | None:
    """What is ``told`` of members of one plan, cited."""
    if not members or (len({one.plan for one in members}) > 1 and len(set(map(sound, told))) > 1):
        return None
    plan = library.plans[members[0].plan]
    values = tuple(dict.fromkeys(told))
    citations = tuple(one for member in members for one in cite(plan, member.clause.locator, (member.clause.span,)))
    text = f"{joined(values)} ({plan_name(plan)}, {members[0].clause.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")
