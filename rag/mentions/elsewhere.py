"""Which of the names heard in a question are of other places than those of the plans loaded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.folding import tone_normal
from ingest.letters import UPPER
from rag.corpus.library import Library
from rag.language.words import has_accents, sound
from rag.mentions.mention import ENDING, Mention, is_laid_before
from rag.mentions.otherwords import otherwise_marked

_NOUNS_TYPED: Final = {
    sound("tỉnh"): re.compile(r"\b(?:t[ỉĩi]nh|ub|ubnd)\b", re.IGNORECASE),
    sound("quận"): re.compile(r"\bqu[ậạâa]n\b(?! đội)", re.IGNORECASE),
}
"""Ways of typing levels that other words sound like: "quá hạn tính đến …", "của quân đội"."""
_LEVEL_NOUNS: Final = frozenset(map(sound, ("tỉnh", "huyện", "quận", "xã", "phường")))
_LEVEL_NAMED: Final = re.compile(rf"\b(?:[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường)(?:\s+[{UPPER}]\w+){{2}}")
_LONGEST_NAME: Final = 9


def genuine(found: Sequence[Mention], typed: str, tokens: Sequence[str], library: Library) -> list[Mention]:
    """Those that neither other words sound like nor belong to the name of another place."""
    if has_accents(typed):
        found = [one for one in found if one.kind != "place" or not _is_other_word(typed, tokens, one, library)]
        other = {noun for noun, said in _NOUNS_TYPED.items() if not said.search(tone_normal(typed))}
        found = [one for one in found if one.kind != "level" or other.isdisjoint(tokens[one.start : one.end])]
    else:
        found = [one for one in found if one.kind != "place" or not _cuts_words(one, found, library, tokens)]
    found = [one for one in found if one.kind != "level" or not _is_named_elsewhere(typed, tokens, one, library)]
    offices = {"issuer", "level"}
    return [one for one in found if one.kind not in offices or not any(_runs_into(place, one) for place in found)]


def as_actors(found: Sequence[Mention], tokens: Sequence[str]) -> list[Mention]:
    """The same, the issuers that only act, being those of other plans' places or what is laid before somebody, as actors."""
    levels = [one for one in found if one.kind == "level"]
    kept = []
    for one in found:
        if not _is_elsewhere(one, found, tokens) and not is_laid_before(one, tokens):
            kept.append(one)
        elif not any(_is_within(one, level) for level in levels):
            kept.append(replace(one, kind="actor"))
    return kept


def near_others(found: Sequence[Mention], library: Library) -> list[Mention]:
    """The same, a level without a name as that of the place another pointer is in ("tỉnh …, phường Sông Mơ …": its province)."""
    placed = [one.plans for one in found if one.kind == "place"] or [one.plans for one in found if one.kind == "issuer"]
    words = [library.profiles[n].own_words for plans in placed for n in plans]
    kept = []
    for one in found:
        places = (
            {n: library.profiles[n].places for n in one.plans} if one.kind == "level" and len(one.plans) > 1 else {}
        )
        near = frozenset(
            n for n, own in places.items() if any(set(place.split()) <= said for place in own for said in words)
        )
        kept.append(replace(one, plans=near) if near else one)
    return kept


def _is_other_word(typed: str, tokens: Sequence[str], place: Mention, library: Library) -> bool:
    """Whether a place's name is typed with other marks: all of it, or some of it where it but cuts two words."""
    return otherwise_marked(typed, tokens, place, library) or (
        _is_between(place, library, tokens) and otherwise_marked(typed, tokens, place, library, some=any)
    )


def _cuts_words(place: Mention, found: Sequence[Mention], library: Library, tokens: Sequence[str]) -> bool:
    """Whether, without accents, a place's name is but the end of one word and the beginning of the next ("cong | nghe an | toan").

    Only where another place is named: then the plans print both words, which the name would cut.
    """
    others = any(one.kind == "place" and not one.plans & place.plans for one in found)
    return others and _is_between(place, library, tokens)


def _is_between(place: Mention, library: Library, tokens: Sequence[str]) -> bool:
    """Whether the plans print the beginning of a name with the word before it, and its end with the one behind it."""
    before, after = tokens[max(0, place.start - 1) : place.start + 1], tokens[place.end - 1 : place.end + 1]
    numbers = range(len(library.plans))
    printed = (any(library.prints(" ".join(two), n) for n in numbers) for two in (before, after) if len(two) > 1)
    return place.end - place.start > 1 and [*printed] == [True, True]


def _runs_into(place: Mention, issuer: Mention) -> bool:
    """Whether the name of an office or level begins within that of a place and goes on behind it ("Lam Gi[ang] ủy ban")."""
    return place.kind == "place" and place.start < issuer.start < place.end < issuer.end


def _is_named_elsewhere(typed: str, tokens: Sequence[str], one: Mention, library: Library) -> bool:
    """Whether the level's noun goes on to a name that none of its plans prints: "của huyện | Phù Cát"."""
    noun, behind = tokens[one.end - 1], tokens[one.end : one.end + 2]
    if noun not in _LEVEL_NOUNS or not behind or behind[0] in ENDING:
        return False
    named, name = " ".join((noun, *behind)), " ".join((*tokens[one.end : one.end + _LONGEST_NAME], ""))
    if any(name.startswith(f"{place} ") for n in one.plans for place in library.profiles[n].places):
        return False
    printed = frozenset(n for n in range(len(library.plans)) if library.prints(named, n))
    proper = any(sound(match[0]) == named for match in _LEVEL_NAMED.finditer(typed))
    return not printed & one.plans and (proper or bool(printed))


def _is_elsewhere(one: Mention, found: Sequence[Mention], tokens: Sequence[str]) -> bool:
    """Whether a place behind an issuer's name is that of other plans only: then its namesake there is meant."""
    ends = {one.end, one.end + (tokens[one.end : one.end + 1] != [] and tokens[one.end] in _LEVEL_NOUNS)}
    behind = [place for place in found if place.kind == "place" and place.start in ends]
    return one.kind == "issuer" and bool(behind) and not any(place.plans & one.plans for place in behind)


def _is_within(one: Mention, other: Mention) -> bool:
    return other.start <= one.start and one.end <= other.end
