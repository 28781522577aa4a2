"""What something that a plan names is made of: the list behind "gồm:" or a colon, in the sentence or in the bullets below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ingest.plan import Clause
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.corpus.library import Library
from rag.language.words import sound
from rag.measures.pieces import TRIM
from rag.query.question import Query
from rag.reading.prose import whole
from rag.wording import joined

_ASKED: Final = re.compile(
    rf" (?:{sound('gồm')} (?:{sound('có')} )?(?:{sound('những')} )?(?:{sound('gì')}|{sound('ai')}|\S+(?: \S+)? {sound('nào')})"
    rf"|{sound('là')} {sound('những')} (?:\S+ ){{0,2}}{sound('gì')}|{sound('gồm')} {sound('những')} \S+) "
)
_ASKED_BELOW: Final = re.compile(rf" (?:{sound('những')}|{sound('các')}) \S+(?: \S+){{0,2}} {sound('nào')} ")
"""Asks for things that may be announced as such before bullets."""
_ASKING: Final = frozenset(
    sound(
        "gồm có bao những gì nào là ai cái việc các theo trong của kế hoạch này được nêu cụ thể ra thế loại dạng kiểu thứ hình"
    ).split()
)
_AHEAD: Final = re.compile(r"([^;.:]*?)(?:,?\s+(?:bao\s+)?gồm(?:\s+có)?\s*:?|:)\s+")
"""What is made up, and the word or colon before its parts."""
_WHICH: Final = sound("nào")
_BRACKETS: Final = re.compile(r"([^();:.,]{3,60})\s\(([^()]*[,;][^()]*)\)")
_LEAST: Final = 2
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]{3,40})[”\"]?\s*$")
_ENDS: Final = re.compile(r"\.(?=\s|$)|[”\"](?=,)")
_ENDS_UNMARKED: Final = re.compile(r"\.(?=\s|$)|[”\"](?=,)|;")
"""Where a list ends behind a colon, and behind "gồm" alone."""
_LISTED: Final = re.compile(r"[;,]\s")
_MOST: Final = 15


def answer_members(query: Query, library: Library, left: frozenset[str]) -> Answer | None:
    """The parts of what the question names; ``left`` is what it says beside the plan. None without one such list."""
    wanted = left - _ASKING
    spoken = f" {query.spoken} "
    if query.actors or query.role or not (_ASKED.search(spoken) or _ASKED_BELOW.search(spoken)):
        return None
    scope = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    found = []
    for number in scope:
        clauses = library.plans[number].clauses
        for at, clause in enumerate(clauses):
            words = wanted, library.profiles[number].words
            parts = _parts(query, library, clauses[at:], words) if _announced(clause.text) else None
            parts = parts or _in_brackets(query, library, clause, words)
            if parts:
                found.append((number, parts))
    if len(found) != 1:
        return None
    plan, (values, telling) = library.plans[found[0][0]], found[0][1]
    citations = tuple(one for clause in telling for one in cite(plan, clause.locator, (clause.span,)))
    text = f"{joined(values)} ({plan_name(plan)}, {telling[0].locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")


def _parts(
    query: Query, library: Library, clauses: Sequence[Clause], words: tuple[frozenset[str], frozenset[str]]
) -> tuple[tuple[str, ...], Sequence[Clause]] | None:
    """The list that the first of ``clauses`` holds or announces for what is wanted, or for a name in quotation marks.

    ``words`` are those wanted and those that describe the plan.
    """
    text, (wanted, described) = clauses[0].text, words
    for ahead in _announced(text):
        named = frozenset(library.hear(ahead[1]).split())
        telling = wanted - described
        enough = bool(telling) and len(wanted & named) >= (_LEAST if len(telling) >= _LEAST else _LEAST + 1)
        if not (enough and wanted <= named | described) and not _is_quoted(query, ahead[1]):
            continue
        rest = text[ahead.end() :]
        if not rest.strip():
            below = _below(clauses)
            return (tuple(whole(one.text) for one in below), (clauses[0], *below)) if below else None
        ends = _ENDS if ":" in ahead[0] else _ENDS_UNMARKED
        inline = ends.split(rest, maxsplit=1)[0].strip(TRIM)
        if _LISTED.search(inline) and _ASKED.search(f" {query.spoken} "):
            return (inline,), (clauses[0],)
    return None


def _in_brackets(
    query: Query, library: Library, clause: Clause, words: tuple[frozenset[str], frozenset[str]]
) -> tuple[tuple[str, ...], Sequence[Clause]] | None:
    """The list in brackets behind the very thing asked for, in a clause that says all else: "các trạm (Gạo, Muối, Sậy)"."""
    wanted, described = words
    if not _ASKED.search(f" {query.spoken} ") or not wanted:
        return None
    for match in _BRACKETS.finditer(clause.text):
        thing = library.hear(match[1]).split()[-_LEAST:]
        named = f" {thing[-1]} {_WHICH} " in f" {query.spoken} " if thing else False
        if named or (len(thing) == _LEAST and wanted.issuperset(thing)):
            said = described.union(library.hear(clause.text).split())
            return ((match[2].strip(TRIM),), (clause,)) if wanted <= said else None
    return None


@lru_cache(maxsize=16384)  # of the clauses, which are asked again with every question
def _announced(text: str) -> tuple[re.Match[str], ...]:
    """Where a clause announces a list."""
    return tuple(_AHEAD.finditer(text + " ")) if ":" in text or "gồm" in text else ()


def _is_quoted(query: Query, before: str) -> bool:
    """Whether the name that opens or ends in quotation marks before a list is said in the question."""
    name = _QUOTED.search(before)
    heard = sound(name[1]) if name else ""
    return len(heard.split()) >= _LEAST and f" {heard} " in f" {query.spoken} "


def _below(clauses: Sequence[Clause]) -> list[Clause]:
    """The bullets that follow the first clause in its place, all with the mark of the first of them."""
    found: list[Clause] = []
    for one in clauses[1 : _MOST + 1]:
        if (
            one.locator != clauses[0].locator
            or one.text[:1] != clauses[1].text[:1]
            or one.text[:1] == clauses[0].text[:1]
        ):
            break
        found.append(one)
    return found
