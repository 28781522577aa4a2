"""What a unit has to do in some matter, told by the clause that gives it the work: "Sở A phối hợp với Sở B làm việc gì".

Such a question says little besides the unit and its plan, so that no clause holds much of it; but few clauses are under
the unit's own heading, and the one that holds nearly all of the rest is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Span
from ingest.plan import Clause, Plan
from ingest.units import split_units, starts_like_unit, unit_key
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.compose import ambiguous, blank
from rag.corpus.entries import Entry, sections_over
from rag.corpus.library import Library, once
from rag.language.phrases import heard
from rag.language.synonyms import synonyms
from rag.language.words import AND, Stretch, sound
from rag.mentions.actors import Actor
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.subjects import HEAD_OF, bare_unit, subject_of
from rag.reading.prose import pick, whole
from rag.wording import joined


def _heard(*phrases: str) -> str:
    return "|".join(map(sound, phrases))


_ASKS_WORK: Final = re.compile(
    rf" (?:{_heard('gì', 'ai', 'nào', 'ra sao', 'làm sao', 'đâu', 'trách nhiệm', 'nhiệm vụ')})(?= |$)"
)
"""Asks what is to be done or how, not how many."""
_REPORTS: Final = re.compile(rf" {sound('báo cáo')} ")
_ASKING: Final = frozenset(
    sound(
        "làm việc gì những các cái lo gánh vác phải thì là trách nhiệm nhiệm vụ được giao thế nào ra sao đâu dựa căn cứ vào từ"
        " đơn vị cơ quan nào ai hướng dẫn phối hợp cùng với chủ trì thực hiện bên kế hoạch trong của có ở về cho công việc vai"
        " trò đảm nhận nội dung theo triển khai"
    ).split()
)
"""Words around the matter: they ask, or say of the unit only that it does something."""
_DOING: Final = frozenset(sound("hướng dẫn phối hợp chủ trì căn cứ cơ sở thực hiện triển khai").split())
_LEVEL: Final = re.compile(rf" (?:{_heard('xã', 'phường', 'tỉnh', 'huyện', 'thành phố')})$")
"""A rank at the end of an office's name, which a heading may have in the plural."""
_LEAST: Final = 0.7
"""The share of the words of the matter that the clause must hold."""
_LEAST_ELSEWHERE: Final = 0.4
"""The same in a plan beside others that surely tell of the matter."""
_IN_HEAD: Final = 0.6
_LONGEST: Final = 30
"""Words of a heading that names units."""
_TIME: Final = re.compile(r"\d|\b(?:hằng|hàng|định kỳ|cuối) (?:năm|quý|tháng|tuần)\b", re.IGNORECASE)
_VOWELS: Final = frozenset("aeiouy")
_OTHER: Final = {"tien": (("cinh", "phi"), ("ngan", "sach")), "von": (("cinh", "phi"),)}
"""Other words for money, as they sound."""
_CLEARLY: Final = 0.02


@dataclass(frozen=True, slots=True)
class _Told:
    entry: Entry
    fit: float
    does: int


def answer_unit_topic(query: Query, library: Library) -> Answer | None:
    """The clause that gives the first unit named the work asked for; None where none clearly does."""
    due = query.role == "due" and _REPORTS.search(f" {query.spoken} ") is not None
    work = query.role in {"", "lead", "support"} and _ASKS_WORK.search(f" {query.spoken}")
    timed = query.intent is Intent.LIST and query.period is not None
    if not (due or work) or query.intent is Intent.COUNT or timed or not query.pointer.empty or query.quoted:
        return None
    for scoped in _scopes(query):
        headed = None if scoped.actors else headed_unit(scoped, library)
        actors = sorted(scoped.actors or filter(None, (headed,)), key=lambda one: one.start)
        found = _fitting(replace(scoped, actors=tuple(actors)), library, reporting=due) if actors else ()
        ranked = sorted(found, key=lambda one: (-one.fit, -one.does))
        if ranked and _is_clear(ranked):
            return _tell(scoped, library, ranked[0].entry, due=due)
        if work and (several := _each_in_its_plan(ranked)):
            return ambiguous(scoped, library, several)
    return None


def _each_in_its_plan(ranked: Sequence[_Told]) -> list[Entry]:
    """The clauses of several plans, each of which clearly gives the unit the work in its own; none where fewer do."""
    plans = dict.fromkeys(one.entry.plan for one in ranked)
    own = [[one for one in ranked if one.entry.plan == plan] for plan in plans]
    clear = [one[0].entry for one in own if _is_clear(one, least=_LEAST_ELSEWHERE)]
    sure = sum(one[0].fit >= _LEAST for one in own)
    return sorted(clear, key=lambda one: one.order) if sure > 1 and len(clear) == len(own) else []


def headed_unit(query: Query, library: Library) -> Actor | None:
    """The unit that only a heading of prose names, where the question says it: no row has made it known."""
    said = f" {_bare(query.spoken)} "
    names = (name for n, over in enumerate(_units_of(library)) if query.covers(n) for name in over)
    name = max((one for one in names if f" {one} " in said), key=len, default="")
    if not name:
        return None
    places = [place for place, token in enumerate(query.words.tokens) if token.heard != AND]
    first = said.partition(f" {name} ")[0].count(" ")
    size = len(name.split())
    return Actor(name, "any", places[first], places[first + size - 1] + 1, known=False, words=name)


@once
def _units_of(library: Library) -> Sequence[frozenset[str]]:
    """For each plan the names of more than one syllable of all the units over its clauses."""
    every = (frozenset().union(*over.values()) for over in units_over(library))
    return [frozenset(name for name in names if " " in name) for names in every]


def _is_clear(found: Sequence[_Told], *, least: float = _LEAST) -> bool:
    best, *others = found
    if best.fit < least:
        return False
    return not others or best.fit > others[0].fit + _CLEARLY or best.does > others[0].does


def _scopes(query: Query) -> Iterator[Query]:
    """The question of its plans; of all where only the units that it speaks of pointed to plans of theirs."""
    yield query
    named = [one for one in query.mentions if one.plans]
    units = [one for one in named if any(one.start < actor.end and actor.start < one.end for actor in query.actors)]
    if len(query.actors) > 1 and named and len(units) == len(named):
        yield replace(query, plans=None, mentions=())


def _fitting(query: Query, library: Library, *, reporting: bool) -> Iterator[_Told]:
    """The clauses that give the first unit work, with how much of the matter each holds."""
    actor, *partners = query.actors
    topic = matter_of(query, reporting=reporting)
    said = set(query.spoken.split()) & _DOING
    other = {word: one.forms for one in synonyms(query.words) for word in one.words} | _OTHER
    for entry in _given(query, library, actor):
        own = library.hear(entry.text)
        if not all(f" {one.words} " in f" {_bare(own)} " for one in partners):
            continue
        if reporting and not _REPORTS.search(f" {own} "):
            continue
        words = set(own.split())
        words |= {word for word, forms in other.items() if any(f" {' '.join(form)} " in f" {own} " for form in forms)}
        matter = {word: weight for word, weight in topic.items() if not _of_head(library, entry.plan, word)}
        if not matter and not partners and not reporting:
            continue
        over = " ".join(section.heading for section in sections_over(library.plans[entry.plan], entry.locator))
        fit = library.cover(matter, words, set(library.hear(over).split()), share=_IN_HEAD) if matter else 1.0
        yield _Told(entry, fit, len(said & words))


def _of_head(library: Library, plan: int, word: str) -> bool:
    """Whether the word describes the plan, or is made of the first letters of words of its title."""
    profile = library.profiles[plan]
    initials = "".join(one[0] for one in profile.title.split())
    short = len(word) > len("cd") and _VOWELS.isdisjoint(word)
    return word in profile.words or (short and word in initials)


def _given(query: Query, library: Library, actor: Actor) -> Iterator[Entry]:
    """The clauses that the unit is the doer of or that stand under its heading."""
    bare = _LEVEL.sub("", actor.words)
    said = bare if " " in bare else actor.words
    for entry in library.entries:
        if entry.clause is None or not query.covers(entry.plan):
            continue
        names = units_over(library)[entry.plan][entry.clause.span]
        if any(f"{name} ".startswith(f"{said} ") for name in names):
            yield entry


@once
def units_over(library: Library) -> Sequence[Mapping[Span, frozenset[str]]]:
    """For each plan the units that each of its clauses has as doer or as a heading, as they sound without "và"."""
    return [{clause.span: _over(library, plan, clause) for clause in plan.clauses} for plan in library.plans]


def _over(library: Library, plan: Plan, clause: Clause) -> frozenset[str]:
    headings = (one.heading.partition(":")[0] for one in sections_over(plan, clause.locator))
    names = [subject_of(plan, clause), *(bare_unit(one) for one in headings if starts_like_unit(bare_unit(one)))]
    names = [unit for name in names if name and len(name.split()) <= _LONGEST for unit in (name, *split_units(name))]
    units = [unit for name in names for unit in dict.fromkeys((name, HEAD_OF.sub("", name)))]
    return frozenset(_bare(heard) for unit in units for heard in (sound(unit_key(unit)), library.hear(unit)))


def _bare(spoken: str) -> str:
    """A sound form in which names of units are looked for."""
    return f" {spoken} ".replace(f" {AND} ", " ").strip()


def _tell(query: Query, library: Library, entry: Entry, *, due: bool) -> Answer | None:
    plan, clause = library.plans[entry.plan], entry.clause
    if clause is None:
        return None
    if due:
        return None if _TIME.search(whole(clause.text)) else blank(query, library, entry)
    if query.role == "lead":  # the unit is named: whom it does something to is asked for
        query = replace(query, role="", roles=())
    values = pick(query, library, clause, subject_of(plan, clause)) or (whole(clause.text),)
    values = (_part_asked(query, library, values[0]),) if len(values) == 1 else values
    text = f"{joined(values)} ({plan_name(plan)}, {entry.locator})."
    citations = cite(plan, clause.locator, (clause.span,))
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")


def _part_asked(query: Query, library: Library, text: str) -> str:
    """The one of several works between semicolons that alone says all that the clause says of the question; else all."""
    parts = [part.strip() for part in text.split(";")]
    held = set(library.hear(text).split())
    partners = sorted(query.actors, key=lambda one: one.start)[1:]
    wanted = {word for one in partners for word in one.words.split()} | held.intersection(matter_of(query))
    meant = [part for part in parts if wanted <= set(library.hear(part).split())]
    return meant[0] if wanted and len(meant) == 1 else text


def matter_of(query: Query, *, reporting: bool = False) -> dict[str, float]:
    """The words of the matter, with weights: neither those of units and plans nor those that ask."""
    spans: list[Stretch] = [one for one in query.mentions if one.kind != "actor"]
    rest = query.words.outside([*spans, *query.actors])
    rest = rest.drop(heard("column.due")) if reporting else rest
    return {word: weight for word, weight in rest.content().items() if word not in _ASKING and not word.isdigit()}
