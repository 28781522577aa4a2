"""Rows and clauses of several plans that say a question alike: each plan's own answers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from rag.choosing.telling import tells
from rag.corpus.entries import Entry, sections_over
from rag.corpus.library import Library
from rag.language.nth import turns
from rag.language.words import WEAK, sound
from rag.query.question import Query
from rag.ranking.rank import Scored
from rag.reading.values import values_of

_ALL_SAID: Final = 0.95
"""The share of a question's words that clauses of several plans say, and how near the best they score, to be told apart."""

_OF_PLAN: Final = frozenset(sound("năm của tỉnh thành phố huyện quận xã phường sở trên địa bàn").split())
"""Words by which a plan's rows say that they are its own."""
_YEAR: Final = re.compile(r"20\d\d")
_SHORT: Final = 3
"""Words of a name too short to be the same thing in two plans."""
_AIM_SCORE: Final = 0.75
_AIM_NAMED: Final = 0.25
"""How near the best one a target of another plan must score to state the same aim, and how much of its name must be asked for."""
_LOOKED_AT: Final = 4
"""Rows of one plan that are held against the best of another."""
_MADE: Final = frozenset(sound("ban hành xây dựng lập soạn thảo công bố hoàn thành").split())
"""What is done with a plan or report that a row is called by, which its name may leave out."""
_CELLS: Final = frozenset(("lead", "support", "due", "result"))
"""Columns of a task: what else is asked is told by some words of its own."""
_WHERE: Final = re.compile(r"\s(?:tại|ở|trên địa bàn|trong|thuộc|cho)\s")
"""Behind it a row's name says where, or for whom, its work is done."""
_WHOLE: Final = 0.95
"""The share of the question's words that the plan's title and its clause must hold together."""
_TITLE: Final = 0.5
"""The same of the title alone."""
_NEAR_SCORE: Final = 0.9
_MOST_NAMED: Final = 0.75
"""How near a row of another plan must be scored, and the share of a question's words that the names of both must say."""


def is_alike(query: Query, library: Library, one: Scored, best: Scored, *, words: Mapping[str, float]) -> bool:
    """Whether a question that names no plan tells the row of one from that of another by nothing."""
    return (
        _named_alike(query, library, one, best)
        or _aims_alike(query, library, one, best, words=words)
        or _works_alike(query, library, one, best, words=words)
        or _named_as_well(query, library, one, best, words=words)
    )


def _named_alike(query: Query, library: Library, one: Scored, best: Scored) -> bool:
    """Whether the rows of two plans bear one name but for the year, level and place of the plan, of which none is asked for."""
    if query.plans is not None or query.actors or min(one.coverage, best.coverage) < _ALL_SAID:
        return False
    name = _own_name(library, best)
    return bool(name) and one.entry.kind == best.entry.kind and _own_name(library, one) == name


def _aims_alike(query: Query, library: Library, one: Scored, best: Scored, *, words: Mapping[str, float]) -> bool:
    """Whether the targets of two plans each say all that a question of a figure is about, be they rows or prose.

    One plan words its aim at length in a bullet that another prints as a row's few words: their scores lie apart, though
    the question tells neither from the other. Only where it names no plan.
    """
    if query.role != "value" or query.plans is not None or query.actors or not query.pointer.empty:
        return False
    if (best.entry.kind, one.entry.kind) != ("target", "target") or one.score < _AIM_SCORE * best.score:
        return False
    years = set(map(str, query.years))
    telling = {word for word, weight in words.items() if weight > WEAK and word not in years | _OF_PLAN}
    if telling & {*best.missing, *one.missing} or min(best.title, one.title) < _AIM_NAMED:
        return False
    return len(telling) >= _SHORT and _in_percent(library, query, one) == _in_percent(library, query, best)


def _works_alike(query: Query, library: Library, one: Scored, best: Scored, *, words: Mapping[str, float]) -> bool:
    """Whether the names of two plans' tasks both say all that a question is about, but its offices.

    One plan says more of its work than another, so that their scores lie apart, though the question tells neither from
    the other. Only where it names no plan.
    """
    if query.plans is not None or not query.pointer.empty or query.role not in _CELLS:
        return False
    if (best.entry.kind, one.entry.kind) != ("task", "task") or one.score < _AIM_SCORE * best.score:
        return False
    names = [set(library.hear(each.entry.name).split()) for each in (best, one)]
    said = {word for word, weight in words.items() if weight > WEAK}
    said -= _MADE.difference(*names)
    offices = {word for actor in query.actors for word in query.words.part(actor.start, actor.end).split()}
    telling = said - offices
    if len(telling) < _SHORT or said.intersection((*best.missing, *one.missing)):
        return False
    return all(telling <= name for name in names)


def one_of_each(fitting: Sequence[Scored], is_rival: Callable[[Scored], bool]) -> list[Scored]:
    """Of each plan its first rival of the best one, else its first: that may lack the very thing asked for that one behind it is of."""
    of_plans: dict[int, list[Scored]] = {}
    for one in fitting:
        of_plans.setdefault(one.entry.plan, []).append(one)
    return [next(filter(is_rival, its[:_LOOKED_AT]), its[0]) for its in of_plans.values()]


def with_short(query: Query, library: Library, rows: Sequence[Scored], alike: Sequence[Scored]) -> list[Scored]:
    """The rows that several plans name alike, in document order, with those that say less of the same work.

    The question says such a name whole up to where the work is done: "dọn sạch bãi bồi | tại 5 thôn" where it asks of
    "dọn sạch bãi bồi ven sông".
    """
    tasks = query.plans is None and all(one.entry.kind == "task" for one in alike)
    short = [one for one in rows if tasks and one not in alike and _says_head(query, library, one)]
    return sorted((*alike, *short), key=lambda one: one.entry.order)


def _says_head(query: Query, library: Library, one: Scored) -> bool:
    """Whether the question says the row's name whole up to where it is done."""
    head, *place = _WHERE.split(one.entry.name, maxsplit=1)
    words = library.hear(head).split()
    return bool(place) and len(words) > _SHORT and f" {' '.join(words)} " in f" {query.spoken} "


def _in_percent(library: Library, query: Query, one: Scored) -> bool:
    return "%" in (" ".join(values_of(query, library, one.entry)[0]) + one.entry.field("unit").text)


def _own_name(library: Library, one: Scored) -> tuple[str, ...]:
    """The words of a row's name as they sound, without those that say no more than whose plan it stands in; () for a short one."""
    places = {word for place in library.profiles[one.entry.plan].places for word in place.split()}
    words = [word for word in library.hear(one.entry.name).split() if word not in places | _OF_PLAN]
    words = [word for word in words if not _YEAR.fullmatch(word)]
    return tuple(sorted(words)) if len(words) > _SHORT else ()


def same_said(query: Query, library: Library, fitting: Sequence[Scored]) -> list[Scored]:
    """The clauses of several plans that say the question's every word alike, where it names no plan; [] without such."""
    best = fitting[0]
    if query.plans is not None or query.actors or best.coverage < _ALL_SAID:
        return []
    firsts: dict[int, Scored] = {}
    for one in fitting:
        if one.entry.kind == "clause" and one.coverage >= best.coverage and one.score >= _ALL_SAID * best.score:
            firsts.setdefault(one.entry.plan, one)
    said = {tuple(map(sound, values_of(query, library, one.entry)[0])) for one in firsts.values()}
    return sorted(firsts.values(), key=lambda one: one.entry.order) if len(said) > 1 else []


def beside_own_plan(
    query: Query, library: Library, fitting: Sequence[Scored], found: Sequence[Scored], *, words: Mapping[str, float]
) -> list[Scored]:
    """What was ``found``; with the one of ``fitting`` that tells it otherwise, where one of both is in the plan of just that."""
    said = turns(" ".join(token.typed for token in query.unpointed.tokens))
    if len(found) != 1 or not said or query.role not in {"due", "lead"}:
        return list(found)
    best = found[0]
    told = tuple(map(sound, values_of(query, library, best.entry)[0]))
    for one in fitting:
        own = [_has_own_plan(library, each.entry, said, words) for each in (best, one)]
        row = next((each.entry for each, is_own in zip((best, one), own, strict=True) if not is_own), None)
        if one.entry.plan == best.entry.plan or not any(own) or row is None or not _is_row_on(library, row, said):
            continue
        other = tuple(map(sound, values_of(query, library, one.entry)[0]))
        if tells(query, library, one.entry) and other != told:
            return sorted((best, one), key=lambda each: each.entry.order)
    return [best]


def _has_own_plan(library: Library, entry: Entry, said: frozenset[tuple[str, int]], words: Mapping[str, float]) -> bool:
    """Whether the entry's plan is made for the one asked about, and the entry says all else."""
    title = set(library.profiles[entry.plan].title.split())
    named = said & turns(library.plans[entry.plan].header.title or "")
    return bool(named) and (
        library.cover(words, title | entry.main) >= _WHOLE and library.cover(words, title) >= _TITLE
    )


def _is_row_on(library: Library, entry: Entry, said: frozenset[tuple[str, int]]) -> bool:
    """Whether a row, or a heading over it, is of the one asked about."""
    over = (section.heading for section in sections_over(library.plans[entry.plan], entry.locator))
    return any(said & turns(words) for words in (entry.name, *over))


def _named_as_well(query: Query, library: Library, one: Scored, best: Scored, *, words: Mapping[str, float]) -> bool:
    """Whether the names of two plans' tasks say as much of a question, each something else than the other.

    What the better one alone says stands over it or in its plan, so that its score lies above: of the work itself the
    question tells no more of one than of the other. Only where it names no plan and no unit.
    """
    if query.plans is not None or query.actors or not query.pointer.empty or query.role not in _CELLS:
        return False
    if (best.entry.kind, one.entry.kind) != ("task", "task") or one.title < best.title:
        return False
    if one.score < _NEAR_SCORE * best.score or one.base < _NEAR_SCORE * best.base:
        return False
    said = {word for word, weight in words.items() if weight > WEAK}
    own, other = (said & set(library.hear(each.entry.name).split()) for each in (best, one))
    return len(other) >= len(own) >= max(_SHORT, _MOST_NAMED * len(said))
