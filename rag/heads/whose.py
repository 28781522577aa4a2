"""Whose plan a question for a plan's head names, where it is that of an office which has issued none of those meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from ingest.units import same_unit, unit_key
from rag.choosing.agree import behind_office, is_printed, mistyped, named_places
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import AND, find_phrase, sound, without_and
from rag.mentions.actors import Actor
from rag.mentions.scope import POINTING
from rag.query.question import Query

_OFFICES: Final = frozenset(map(sound, ("sở", "phòng", "cục", "bộ", "ủy")))
_ROOM: Final = sound("phòng")
"""After "kế hoạch" it may also be "phòng, chống", after "của" it is an office."""
_COMMITTEE: Final = sound("ủy")
_OF: Final = tuple(map(sound, ("của", "hoạch")))
_NO_NAME: Final = frozenset(
    sound("thì nào ai do mang năm có là ban ký số mình này mấy hiệu bao nhiêu của khi đó được gì").split()
)
"""What follows "của sở" when no office is named: "ban hành", "ký", "mang số"."""
_OWNED_BY: Final = frozenset(map(sound, ("của", "hoạch", "bên", "phía", "theo", "do")))
_ISSUES: Final = re.compile(
    rf"(?:{sound('đã')} |{sound('được')} )?(?:{sound('ban hành')}|{sound('ký')}|{sound('ra')})\b"
)
_BEHIND_PLACE: Final = frozenset(sound("ban ký số ngày do ai ra năm mang có là được đề thì").split())
"""What a question for a head goes on with behind the name of a place."""
_PLACE_SIZE: Final = 2
"""Syllables of most names of places."""
_ISSUED_WHEN: Final = re.compile(
    rf"\b(?P<does>{sound('ban hành')}|{sound('ký')}|{sound('ra')}) (?:ban )?{sound('kế hoạch')}\b.*? (?P<when>(?:vao )?(?:ngai|hom) (?:nao|mai|bao nhieu|thang nam nao))\b"
)
"""When an office has issued its plan, the plan named between: "Sở A ban hành kế hoạch … ngày nào"."""
_CITING: Final = re.compile(
    rf"(?:(?:{'|'.join(map(sound, ('có', 'đã', 'dẫn', 'viện dẫn', 'trích dẫn', 'lấy', 'dựa', 'nêu', 'ghi')))}) )*"
    rf"(?:{'|'.join(map(sound, ('căn cứ', 'dựa vào', 'dựa trên', 'dẫn', 'viện dẫn', 'trích dẫn', 'nhắc đến')))}) (?:\S+ ){{0,2}}?{sound('kế hoạch')}\b"
)
"""One who rests on the plan asked about is not the one whose plan it is: "Sở A căn cứ kế hoạch 5 của tỉnh"."""
_TO_COME: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('phải', 'cần', 'sẽ', 'trước', 'chậm nhất', 'hạn', 'xong', 'hoàn thành')))})\b"
)


def told_when(query: Query) -> str:
    """The question's sound form, in one that asks when its plan was issued the verb beside the question word."""
    asked = _ISSUED_WHEN.search(query.spoken)
    if (
        asked is None
        or _TO_COME.search(query.words.outside(query.mentions).heard)
        or not _opens_with_issuer(query, query.spoken[: asked.start()])
    ):
        return query.spoken
    return f"{query.spoken[: asked.start()]}{asked['does']} {asked['when']}{query.spoken[asked.end() :]}"


def _opens_with_issuer(query: Query, before: str) -> bool:
    """Whether what stands before the verb ends in the name of one who issued plans loaded."""
    ends = len(before.split())
    named = (one for one in query.mentions if one.kind in POINTING and one.plans)
    return any(one.end in (ends, ends - 1) or one.start < ends < one.end for one in named)


def owners(query: Query) -> Iterator[Actor]:
    """The units that the question names as those whose plan is meant: "kế hoạch của Sở A", "Sở A ban hành kế hoạch …"."""
    tokens = [token.heard for token in query.words.tokens]
    documents = heard("noun.other_document")
    for one in query.actors:
        before = query.words.part(0, one.start)
        cited = find_phrase(before.rpartition(sound("kế hoạch"))[2], documents)
        own = one.start == 0 or tokens[one.start - 1] in _OWNED_BY
        if _CITING.match(query.words.part(one.end, len(tokens))):
            continue
        if not cited and (own or _ISSUES.match(query.words.part(one.end, len(tokens)))):
            yield one


def names_strange_office(query: Query, library: Library, numbers: Sequence[int]) -> bool:
    """Whether the question is of the plan of an office that has issued none of ``numbers``, or of its namesake elsewhere."""
    pointed = {n for one in query.mentions if one.kind in POINTING for n in one.plans}
    meant = pointed.union(numbers)  # one side of several may be told
    if _unknown_office(query, library, meant) or _acts_elsewhere(query, meant):
        return True
    if any(not any(_is_issuer(one, query, library, n) for n in meant) for one in owners(query)):
        return True
    named = [*behind_office(query), *named_places(query), *_typed_small(query, library)]
    said = (place for place in named if f" {place} " in f" {query.spoken} ")  # a turn asks of another plan without them
    return any(not any(_is_of(place, library, n) for n in meant) for place in said)


def _acts_elsewhere(query: Query, meant: AbstractSet[int]) -> bool:
    """Whether an issuer is named as the owner that has issued only plans of another place than the one said behind it."""
    tokens = [token.heard for token in query.words.tokens]
    issuers = (one for one in query.mentions if one.kind == "actor" and one.plans)
    return any(
        meant.isdisjoint(one.plans) and not _OWNED_BY.isdisjoint(tokens[max(0, one.start - 1) : one.start + 1])
        for one in issuers
    )


def _unknown_office(query: Query, library: Library, meant: AbstractSet[int]) -> bool:
    tokens = query.spoken.split()
    issuers = [f" {library.hear(library.profiles[n].issuer)} " for n in meant]
    issuers += [f" {library.profiles[n].title} " for n in meant]
    for at in range(1, len(tokens) - 1):
        before = _OF if tokens[at] != _ROOM else _OF[:1]
        if (
            tokens[at] not in _OFFICES
            or tokens[at - 1] not in before
            or (tokens[at + 1] in _NO_NAME and tokens[at] != _COMMITTEE)
            or tokens[at + 1].isdigit()
        ):
            continue
        return not any(f" {tokens[at]} {tokens[at + 1]} " in issuer for issuer in issuers)
    return False


def _is_issuer(actor: Actor, query: Query, library: Library, number: int) -> bool:
    """Whether the unit issued the plan, under its whole name or a part of it, or the plan's title names it."""
    profile = library.profiles[number]
    names = (actor.words, without_and(query.words.part(actor.start, actor.end)))
    own = f" {without_and(sound(profile.issuer_key))} | {without_and(profile.title)} "
    named = any(f" {name} " in own or _shortens(name, own.partition(" | ")[0]) for name in names)
    return named or same_unit(profile.issuer, actor.key) or not profile.issuer


def _shortens(name: str, issuer: str) -> bool:
    """Whether a name only leaves out words of the issuer's ("Mặt trận Tổ quốc xã A" without "Việt Nam")."""
    rest, said = iter(issuer.split()), name.split()
    return said[:1] == issuer.split()[:1] and all(word in rest for word in said)


def _is_of(place: str, library: Library, number: int) -> bool:
    """Whether the plan's head names the place, or one that begins so."""
    profile = library.profiles[number]
    own = f" {' | '.join((*profile.places, profile.title, sound(unit_key(profile.issuer))))} "
    return f" {place} " in own or any(
        place.startswith(f"{one} ") or one.startswith(place) or mistyped(place, one) for one in profile.places
    )


def _typed_small(query: Query, library: Library) -> Iterator[str]:
    """Places of other plans' rows typed in small letters right behind an office: "sở a can tho ban hành …"."""
    tokens = [token.heard for token in query.words.tokens]
    ends = {one.end for one in query.actors} | {one.end for one in query.mentions if one.kind == "issuer"}
    for end in ends:
        place, behind = tokens[end : end + _PLACE_SIZE], tokens[end + _PLACE_SIZE : end + _PLACE_SIZE + 1]
        known = len(place) == _PLACE_SIZE and AND not in place and _BEHIND_PLACE.isdisjoint(place)
        known = known and " ".join(place) not in heard("noun.plan")
        if known and (not behind or behind[0] in _BEHIND_PLACE) and is_printed(library, " ".join(place)):
            yield " ".join(place)
