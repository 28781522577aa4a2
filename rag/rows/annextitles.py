"""The annex that a question names by words of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.plan import SectionKind
from rag.corpus.library import Library
from rag.language.words import AND, Words, either, sound
from rag.mentions.scope import POINTING
from rag.query.question import Query
from rag.rows.groups import ASKING, NOT_HEADING, PLACES, own_words

_TITLED: Final = re.compile(
    r"\b(?:danh muc|phu luc|bieu|(?:^|(?<=chong )|(?<=theo )|(?<=tai ))bang)(?: so)? (?!(?:[ivxlc]+|\d+)\b)(.+)"
)
_CALENDAR: Final = re.compile(r"(?:^|\b(?:chong|theo|tai|o|cua|vao) )(?P<said>lich (?!su\b).+)")
"""A calendar is called so together with words of its title ("trong lịch hè"), beside which its time may be said."""
_CLOSED: Final = re.compile(
    r"(?i)(?<!các )(?<!cac )\b(?:danh mục|phụ lục|biểu|danh muc|phu luc|bieu) (?!(?:số |so )?(?:[ivxlc]+|\d+)\b)(\w[^:,;?()]{8,}?)\s*[:,]"
)
"""What a title is said to be up to a comma or colon, whatever of it sounds like an office."""
_OF_TITLE: Final = re.compile(rf"(?!(?:{either('của', 'do', 'nào', 'này', 'kèm')})\b)\S+ \S")
"""At least two words of what may be a title."""
_TELLING: Final = 4
"""Words of an annex's title that name it though they only say which plan is meant."""
_ANY_TABLE: Final = frozenset(sound("phân công nhiệm vụ tiến độ thực hiện công việc theo dõi tổng hợp").split())
"""What any table of tasks may be called ("bảng phân công"): it names no annex without tasks."""
_TITLE_RUN: Final = 6
"""Syllables in a row that name an annex by its title."""


def named_annex(query: Query, library: Library) -> tuple[int, str, str] | None:
    """The one annex that the question names by words of its title, as (plan, locator, title); None for none or several."""
    naming = (one for one in query.mentions if one.kind != "actor")
    words = query.words.outside((*naming, *query.actors))
    named = None if query.pointer.annex else _TITLED.search(words.heard)
    if not named and not query.pointer.annex and (calendar := _calendar(query, library, words)):
        return calendar
    if not named:
        return None if query.pointer.annex else _title_said(query, library)
    closed = _CLOSED.findall(query.typed) if query.plans is None else ()  # a plan that is named tells its annex
    said = (named[1], *_before_names(query), *map(library.hear, closed))
    return next((found for one in said if (found := _titled(query, library, one))), None)


def _calendar(query: Query, library: Library, words: Words) -> tuple[int, str, str] | None:
    """The one calendar whose title holds what follows "lịch"."""
    timeless = words.drop([sound(query.period.words)]) if query.period else words
    said = _CALENDAR.search(timeless.heard)
    return _titled(query, library, said["said"]) if said else None


def _before_names(query: Query) -> Iterator[str]:
    """What a title is said to be up to the next unit or plan named: "phụ lục phân công | của Sở A: Phòng B …"."""
    starts = {one.start for one in query.actors} | {one.start for one in query.mentions}
    spoken = [token.heard for token in query.words.tokens]
    before = (" ".join(spoken[:start]) for start in sorted(starts))
    yield from (said[1] for one in before if (said := _TITLED.search(one)) and _OF_TITLE.match(said[1]))


def _titled(query: Query, library: Library, said: str) -> tuple[int, str, str] | None:
    """The one annex whose title holds the words that tell most of what is said."""
    asked = set(NOT_HEADING.sub(" ", ASKING.sub("", f" {said}")).split()) - PLACES
    asked = {word for word in asked if not word.isdigit()}
    if not asked - own_words(query, library) and len(asked) < _TELLING:
        return None
    fits = [
        (number, section.locator, section.heading)
        for number, plan in enumerate(library.plans)
        if query.covers(number)
        for section in plan.sections
        if section.kind is SectionKind.ANNEX and asked <= set(library.hear(section.heading).split())
    ]
    if asked <= _ANY_TABLE:
        tasks = {(one.plan, one.annex) for one in library.entries if one.kind == "task"}
        fits = [one for one in fits if one[:2] in tasks]
    return fits[0] if len(fits) == 1 else None


def _title_said(query: Query, library: Library) -> tuple[int, str, str] | None:
    """The one annex of several whose title alone holds a long run of the question's words, as no title of a plan does."""
    units = {n for one in query.actors for n in range(one.start, one.end)}
    units |= {n for one in query.mentions if one.kind in POINTING for n in range(one.start, one.end)}
    spoken = [(token.heard, n in units) for n, token in enumerate(query.words.tokens) if token.heard != AND]
    runs: list[tuple[int, tuple[int, str, str]]] = []
    for number, plan in enumerate(library.plans):
        annexes = [one for one in plan.sections if one.kind is SectionKind.ANNEX] if query.covers(number) else []
        whole = f" {library.hear(plan.header.title or '')} ".replace(f" {AND} ", " ")
        for section in annexes if len(annexes) > 1 else ():
            title = f" {library.hear(section.heading)} ".replace(f" {AND} ", " ")
            size = _longest_run(spoken, title, whole)
            if size >= _TITLE_RUN:
                runs.append((size, (number, section.locator, section.heading)))
    longest = max((size for size, _ in runs), default=0)
    best = [place for size, place in runs if size == longest]
    return best[0] if len(best) == 1 else None


def _longest_run(spoken: Sequence[tuple[str, bool]], title: str, plans_own: str) -> int:
    """How many neighbouring tokens the annex's title holds at most that the plan's own does not; 0 for less than name it.

    Each token tells whether it is of a unit's or a plan's name, which may stand in a title but names none.
    """
    longest = 0
    for at in range(len(spoken) - _TITLE_RUN + 1):
        size = max(_TITLE_RUN, longest + 1)
        while at + size <= len(spoken):
            part = spoken[at : at + size]
            run = f" {' '.join(word for word, _ in part)} "
            if run not in title:
                break
            telling = sum(not of_name for _, of_name in part) >= _TITLE_RUN
            longest = size if telling and run not in plans_own else longest
            size += 1
    return longest
