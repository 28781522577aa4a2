"""The offices that lead or support the rows of a plan, each once: "những đơn vị nào chủ trì trong phụ lục I", "có mấy phòng phối hợp"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.units import unit_key
from rag.answer import Answer, Status
from rag.citations import cite_entry, plan_name
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import sound
from rag.mentions.bytitle import called
from rag.mentions.scope import POINTING, agreed
from rag.query.asks import Intent
from rag.query.question import Query
from rag.rows.facts import Facts
from rag.rows.leftover import leftover
from rag.wording import ROLE, shorten

_OFFICES: Final = ("đơn vị", "cơ quan", "bên", "bộ phận", "sở", "phòng", "ban", "vụ", "cục", "ngành", "hội")
_ANY: Final = frozenset(map(sound, ("đơn vị", "cơ quan", "bên", "bộ phận", "ngành")))
_ROLE: Final = rf"(?P<role>{sound('chủ trì')}|{sound('đầu mối')}|{sound('phối hợp')})"
_DOING: Final = (
    rf"(?: (?:{'|'.join(map(sound, ('được', 'giao', 'phân công', 'tham gia', 'là', 'làm', 'có', 'phải')))}))*"
)
_ASKED: Final = re.compile(
    rf"\b(?:(?P<count>{sound('mấy')}|{sound('bao nhiêu')})|{sound('những')}|{sound('các')})"
    rf" (?P<office>{'|'.join(map(sound, _OFFICES))})(?: {sound('nào')})?{_DOING} {_ROLE}\b"
)
_AROUND: Final = frozenset(
    sound(
        "trong của ở tại thuộc theo có là gồm nhiệm vụ việc chỉ tiêu các những nào kế hoạch phụ lục danh mục lịch biểu"
    ).split()
)
"""Words that say nothing of which rows are meant."""
_LONGEST: Final = 100
"""Characters of a name that the answer shows."""


def answer_units(query: Query, library: Library, facts: Facts) -> Answer | None:
    """Each office once, as first printed, where all that is said besides is where the rows stand and when they are due."""
    asked = _ASKED.search(query.spoken)
    if asked is None or query.pointer.ordinal or query.quoted or not _alone(query, asked):
        return None
    named = called(query.spoken, library, query.mentions, query.plans)
    plans = agreed([*query.mentions, *named]) if named else query.plans
    meant = replace(
        query, intent=Intent.LIST, plans=plans, mentions=(*query.mentions, *named), actors=(), role="", roles=()
    )
    if (plans is None and len(library.plans) > 1) or not _says_no_more(meant, asked, library):
        return None
    selection = facts.select(meant)
    found = _offices(selection.rows, asked)
    if selection.unmet or not found:
        return None
    names = tuple(name for name, _ in found.values())
    cited = tuple(one for _, row in found.values() for one in cite_entry(library.plans[row.plan], row))
    where = ", ".join(dict.fromkeys(plan_name(library.plans[row.plan]) for row in selection.rows))
    told = "; ".join(shorten(name, _LONGEST) for name in names)
    text = f"{len(names)} {ROLE[_role(asked)].casefold()} ({where}): {told}."
    values = (str(len(names)),) if asked["count"] else names
    return Answer(query.typed, Status.ANSWERED, text, values, citations=tuple(dict.fromkeys(cited)))


def _says_no_more(query: Query, asked: re.Match[str], library: Library) -> bool:
    """Whether the words around only tell where the rows stand and when: right behind the role no other verb goes on."""
    plans = query.plans if query.plans is not None else range(len(library.plans))
    titles = (library.profiles[number].own_words for number in plans)
    time = sound(query.period.words).split() if query.period else ()
    fillers = " ".join(heard("filler.list")).split()
    known = _AROUND.union(asked[0].split(), time, fillers, *titles)
    rest = [word for word in query.unpointed.heard.split() if not word.isdigit() and len(word) > 1]
    behind = query.spoken[asked.end() :].split()[:1]
    named = {query.spoken.split()[one.start] for one in query.mentions}
    goes_on = behind and behind[0] not in _AROUND.union(time, named)
    return not goes_on and known.issuperset(rest) and not leftover(query, library).keys() - known


def _alone(query: Query, asked: re.Match[str]) -> bool:
    """Whether no office is named but those that the question asks for and those whose plan is meant."""
    first = query.spoken[: asked.start()].count(" ")
    taken = set(range(first, first + len(asked[0].split())))
    taken = taken.union(*(range(one.start, one.end) for one in query.mentions if one.kind in POINTING))
    return all(taken.issuperset(range(one.start, one.end)) for one in query.actors)


def _role(asked: re.Match[str]) -> str:
    return "support" if asked["role"] == sound("phối hợp") else "lead"


def _offices(rows: Sequence[Entry], asked: re.Match[str]) -> dict[str, tuple[str, Entry]]:
    """Each office of the sort asked for by its key: its name as first printed, and the row that prints it."""
    found: dict[str, tuple[str, Entry]] = {}
    for row in rows:
        for name in row.supports if _role(asked) == "support" else row.leads:
            if asked["office"] in _ANY or f"{sound(name)} ".startswith(f"{asked['office']} "):
                found.setdefault(unit_key(name), (name, row))
    return found
