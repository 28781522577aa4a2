"""Classes, rounds and meetings: how many there are ("có mấy lớp tập huấn"), and those named without a question word.

Only where rows are called so: every row told begins with what is counted, maybe behind a verb ("Tổ chức tập huấn …").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.corpus.library import Library
from rag.language.words import sound
from rag.listing.lists import answer_list
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.rowtables import CLASSIFIERS
from rag.rows.facts import Facts
from rag.rows.leftover import leftover

_SORTS: Final = "|".join(sorted(CLASSIFIERS, key=len, reverse=True))
_COUNTED: Final = re.compile(rf"\b(?:{sound('mấy')}|{sound('bao nhiêu')}) ((?:{_SORTS})) (\S+ \S+)")
_LISTED: Final = re.compile(rf"\b(?:{sound('các')}|{sound('những')}) ((?:{_SORTS})) (\S+ \S+)")
_ASKS: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('nào', 'gì', 'ai', 'đâu', 'bao nhiêu', 'mấy', 'sao', 'bao giờ', 'khi nào', 'thế nào')))})\b"
)
_FEWEST: Final = 2
_VERB: Final = 2
"""Syllables that may stand before what a row's name says it is."""


def count_classes(query: Query, library: Library, facts: Facts) -> Answer | None:
    """The rows so called, counted, where no row prints their number; None where not all of what would be counted are."""
    asked = _COUNTED.search(query.spoken) if query.intent is Intent.FACT else None
    told = _told(asked, replace(query, intent=Intent.COUNT, role="", roles=()), library, facts) if asked else None
    return told if told and len(told.items) >= _FEWEST else None


def list_classes(query: Query, library: Library, facts: Facts) -> Answer | None:
    """The rows so called of a telegram: "các cuộc kiểm tra trong tháng 5"."""
    if query.intent is not Intent.FACT or query.role or _ASKS.search(query.spoken):
        return None
    asked = _LISTED.search(query.spoken)
    return _told(asked, replace(query, intent=Intent.LIST), library, facts) if asked else None


def _told(asked: re.Match[str], query: Query, library: Library, facts: Facts) -> Answer | None:
    """The rows of the query, where there are some and each is called as asked."""
    noun = asked[1] if " " in asked[1] else asked[2]
    told = answer_list(_in_plan(query, {*asked[0].split()}, library), library, facts)
    names = (library.hear(one.name).split()[: len(noun.split()) + _VERB] for one in told.items)
    called = all(f" {noun} " in f" {' '.join(name)} " for name in names)
    return told if told.status is Status.ANSWERED and called else None


def _in_plan(query: Query, noun: set[str], library: Library) -> Query:
    """The question of the one plan whose head says all that is left of it; as it is where it names plans."""
    left = leftover(query, library).keys() - noun if query.plans is None else set()
    plans = [n for n, profile in enumerate(library.profiles) if left and left <= profile.own_words]
    return replace(query, plans=frozenset(plans)) if len(plans) == 1 else query
