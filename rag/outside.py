"""Money, telephone numbers and the like, which few plans print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rag.answer import Answer
from rag.choosing.agree import disagreement
from rag.choosing.thresholds import Thresholds
from rag.compose import blank, compose, not_found, quote, quoted, told_apart
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.asked import NUMERALS
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.lookup import Lookup
from rag.measures.figurepairs import figures_of_sides
from rag.measures.sumparts import ASKING_SUM, asks_for_all, asks_of_plan, blank_sum, sums_of_all, whole_sum, whole_sums
from rag.measures.sums import UNIT_OR_TIME, share_told, told_outside
from rag.query.question import Query
from rag.query.yearcolumns import columns_asked
from rag.ranking.rank import Scored
from rag.reading.prose import pick
from rag.reading.twofold import each
from rag.reading.values import other_column

_WHOLLY: Final = 0.95
_NEARLY: Final = 0.8
_ASKS: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('nào', 'gì', 'đâu', 'bao nhiêu', 'mấy', 'tổng')))})\b")
"""What of such a thing asks for it, as against its bare name ("biển số")."""
_OUTSIDE_LOOKED_AT: Final = 5
_CHANCE: Final = 2
_SURE: Final = 0.85
"""How sure a clause must be meant that tells a share where a sum may be asked for."""
_NAMED: Final = 0.5
"""The share of what names the thing that money is asked for."""


def answer_outside(query: Query, library: Library, lookup: Lookup, limits: Thresholds) -> Answer:
    """Money, telephone numbers and the like are answered only where a clause or row prints them."""
    sums = [(entry, (value,)) for entry, value in whole_sums(query, library)]
    if sums:
        return told_apart(query, library, sums)
    if asks_for_all(query) and not whole_sum(query, library) and (left_out := blank_sum(query, library)):
        return blank(replace(query, role="money"), library, left_out)
    ranked = lookup.candidates(replace(query, role=""))
    if ranked and _only_in_units(query, ranked[0].entry):
        return not_found(query, library, ranked)
    return _of_one(query, library, lookup, ranked, limits=limits)


def _of_one(query: Query, library: Library, lookup: Lookup, ranked: Sequence[Scored], *, limits: Thresholds) -> Answer:
    agreeing = [one for one in ranked[:_OUTSIDE_LOOKED_AT] if not disagreement(library, query, one)]
    first = agreeing[0] if agreeing and agreeing[0] is ranked[0] else None
    if first and first.coverage >= limits.coverage and _has_column(query, first.entry):
        return compose(query, library, first)
    said = find_phrase(query.spoken, heard("ask.outside")) or ""
    printed = first is not None and bool(said) and f" {said} " in f" {sound(first.entry.text)} "
    wholly = first is not None and (first.coverage >= _WHOLLY or printed)
    if first and query.role in UNIT_OR_TIME and wholly and first.entry.kind != "clause":
        return compose(query, library, first)  # the row is about a telephone or the mail itself
    nearly = first is not None and first.coverage >= _NEARLY
    if nearly and query.role in UNIT_OR_TIME and printed and not _ASKS.search(said):
        return lookup.answer(query)  # the clause says what is done with such a thing: by when or by whom is asked
    if share := _share_surely(query, library, lookup):
        return share
    of_all = asks_for_all(query) and asks_of_plan(query, library)
    for one in agreeing if len(query.words.content()) > 1 else ():
        if of_all and (one.entry.kind != "clause" or not sums_of_all(one.entry.text)):
            continue  # a row, or what is paid for each of several, is not what all costs
        found = told_outside(query, library, one.entry.text) if _names_thing(query, library, lookup, one.entry) else ""
        if found and one.coverage >= limits.outside and one.entry.target and one.entry.annex:
            return compose(query, library, one)  # its columns are of several years and sorts
        if found and one.coverage >= limits.outside:
            both = figures_of_sides(query, library, one.entry.text) or _each_sum(query, library, one.entry)
            return quoted(query, library, one.entry, both or (found,))
    words = [word for word, weight in lookup.words(query).items() if weight >= 1.0]
    for one in ranked if query.plans is not None else ():
        found = told_outside(query, library, one.entry.text)
        if found and _tells_all(library, words, one.entry) and not disagreement(library, query, one):
            return quote(query, library, one.entry, found)
    whole = whole_sum(query, library)
    return quote(query, library, *whole) if whole else not_found(query, library, ranked)


def _only_in_units(query: Query, entry: Entry) -> bool:
    """Whether the thing asked for is met in the row but in the name of an office: "biên chế" of "Phòng Tổ chức, biên chế"."""
    said = _ASKS.sub(" ", find_phrase(query.spoken, heard("ask.outside")) or "").split()
    thing, units = f" {' '.join(said)} ", [f" {sound(one)} " for one in (*entry.leads, *entry.supports)]
    if len(said) < _CHANCE or not any(thing in one for one in units):
        return False
    text = f" {sound(entry.text)} "
    for one in sorted(units, key=len, reverse=True):
        text = text.replace(one, " ")
    return thing not in text


def _each_sum(query: Query, library: Library, entry: Entry) -> tuple[str, ...]:
    """The sum of each of several things that are asked of one clause; () where one is."""
    clause = entry.clause
    if clause is None:
        return ()
    return each(query, library, lambda part, text: pick(part, library, replace(clause, text=text)), clause.text)


def _share_surely(query: Query, library: Library, lookup: Lookup) -> Answer | None:
    """The share of money told by the clause that is surely meant."""
    asked = replace(query, role="value")
    ranked, nearness = lookup.weigh(asked)
    first = ranked[0] if ranked else None
    if first is None or first.entry.kind != "clause" or disagreement(library, query, first):
        return None
    told = share_told(query, first.entry.text)
    sure = bool(told) and lookup.confidence(asked, ranked, first, nearness) >= _SURE
    return quote(query, library, first.entry, told) if sure else None


def _names_thing(query: Query, library: Library, lookup: Lookup, entry: Entry) -> bool:
    """Whether the entry names what the money is for as well, not only money; its plan's own words name nothing."""
    own = library.profiles[entry.plan].words | ASKING_SUM | set(map(str, query.years))
    thing = {word: weight for word, weight in lookup.words(query).items() if word not in own}
    if (
        not query.words.accents and len(thing) > _CHANCE
    ):  # single syllables meet by chance, "cong" and "dong" in any sum
        # A numeral may end a word: "thiet hai".
        telling = {*thing, *NUMERALS}
        words = pairwise(query.spoken.split())
        pairs = (f"{a}_{b}" for a, b in words if {a, b} <= telling and not {a, b} <= NUMERALS)
        if not any(pair in entry.main or pair in entry.context for pair in pairs):
            return False
    return not thing or library.cover(thing, set(library.hear(entry.text).split()) | entry.context) >= _NAMED


def _tells_all(library: Library, words: Sequence[str], entry: Entry) -> bool:
    """Whether the entry says every one of the words that does not merely describe its plan."""
    described = library.profiles[entry.plan].words
    telling = [word for word in words if word not in described]
    return bool(telling) and all(word in entry.main for word in telling)


def _has_column(query: Query, entry: Entry) -> bool:
    """Whether the question names a column of the row that holds sums or figures of a year."""
    return other_column(query, entry) is not None or bool(columns_asked(query, entry))
