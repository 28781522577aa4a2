"""Which plans a question points to, and where in the question it does so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from ingest.units import core_key
from rag.corpus.library import Library
from rag.language.words import AND, sound, spoken_in
from rag.mentions.carriedout import by_resolution, carried_out
from rag.mentions.elsewhere import as_actors, genuine, near_others
from rag.mentions.levels import asked_levels, levels, occurrences
from rag.mentions.mention import ENDING, Mention, numbers_another
from rag.mentions.plandays import day_of_plan
from rag.mentions.plannumbers import numbers
from rag.mentions.planyears import closes_name, plans_of_year, year_of_plan
from rag.mentions.pointing import (
    around_offices,
    by_issuer,
    is_digital,
    own_places,
    plans_of_room,
    title_pairs,
    unit_names,
)
from rag.mentions.rowplans import is_drawn_up

_PLAN: Final = tuple(sound("kế hoạch").split())
_TITLED: Final = frozenset(
    tuple(sound(one).split())
    for one in (
        "kế hoạch",
        "danh mục",
        *(f"{word} {noun}" for word in ("trong", "theo", "bên", "thuộc") for noun in ("đề án", "chương trình")),
        "của chương trình",
    )
)
"""What the words of a plan's title stand behind; a bare "đề án" may be a row's."""
PROJECT: Final = tuple(sound("đề án").split())
_TITLE_REACH: Final = 14
"""Tokens from "kế hoạch" on in which words of a title are looked for."""
_TITLE_PAIRS: Final = 3
"""Neighbour pairs that only one plan's title holds, enough to name it."""
_NO_ISSUERS: Final = frozenset(tuple(sound(one).split()) for one in ("chính phủ số", "chính phủ điện"))
"""Words that begin with an issuer's name and name a thing: "chính phủ điện tử"."""
_NO_OFFICE_SIZE: Final = 2
"""Syllables of the issuer in them; “Thủ tướng Chính phủ” before “số” is none of them."""
_NOT_OF: Final = {
    sound("chính"): frozenset({sound("phi")}),
    sound("bộ"): frozenset(
        map(sound, ("cán", "toàn", "nội", "đồng", "đảng", "chi", "tiến", "cục", "nam", "trung", "bắc"))
    ),
}
"""By the first syllable of an issuer's name what makes another word of it: "phi chính phủ", "cán bộ dân tộc"."""
_COMMITTEE: Final = sound("ủy ban nhân dân")
_OFFICES: Final = frozenset(map(sound, ("sở", "bộ", "ủy", "ban", "cục", "vụ", "hội", "đảng", "phòng", "trường")))
_RANKS: Final = frozenset(map(sound, ("tỉnh", "xã", "phường", "huyện", "quận", "thành")))
_CITY: Final = sound("thành")
_OF_RANK: Final[dict[frozenset[str], frozenset[str]]] = {
    frozenset(map(sound, ("tỉnh", "thành"))): frozenset({"commune"}),
    frozenset(map(sound, ("xã", "phường"))): frozenset({"province", "ministry"}),
}
"""By the word behind an office the levels whose plans it cannot mean."""
_DISASTER: Final = sound("thiên tai").split()
"""Ends like "tại", which says whose plan is meant."""
_ACTING: Final = 5
"""Tokens behind an office that may say what it does."""
_PARTING: Final = frozenset({AND, *map(sound, ("nào", "ai", "nhiêu", "mấy"))})
_WITHIN: Final = frozenset(map(sound, ("trong", "theo", "ở", "tại", "thuộc", "bên", "của")))
_SUBMITTED: Final = frozenset(map(sound, ("trình", "mưu")))
"""Before the one that something is laid before or worked out for ("tham mưu UBND cấp tỉnh"): it is no plan of that one's."""
_LEAST_NAME: Final = 3
"""Syllables of an issuer's name that may stand for the whole ("Sở Văn hóa")."""
_GIVES: Final = frozenset({sound("giao"), sound("cho")})
_RELATIVE: Final = tuple([sound(one)] for one in ("mà", "do", "được"))
_GIVER_REACH: Final = 8
_GIVEN: Final = re.compile(
    r"\b(?:ui ban|tinh|phuong|xa|bo|so)\b.* (?:dao|cho|dao cho|ieu cau|phan cong|chi dao)(?: cho)?$"
)
_HELPED: Final = tuple(map(sound, ("phối hợp với", "phối hợp cùng", "làm cùng với")))
_OF_WORK: Final = re.compile(r"\b(?:nhiem vu|viec|chi tieu)(?: (?:nao|gi))? (?:cua|thuoc)\b")
_OF_PLAN: Final = re.compile(r"\b(?:ce hoach|phu luc|danh muc)(?: [ivxlc\d]+)?(?: cua)?$")
_ROOM_ASKED: Final = re.compile(r"\bphong nao\b|\b(?:phong|ai|don vi|bo phan)\b.* (?:chong|thuoc) so\b|^o so\b")
_SET_BESIDE: Final = frozenset({AND, *map(sound, ("với", "cùng", "hay", "hoặc", "còn"))})
"""Before an office whose plan is set beside another's."""
_APART: Final = 2
"""Tokens between two pointers that are taken together ("kế hoạch 32 của Sở Nội vụ")."""
POINTING: Final = frozenset({"number", "place", "issuer", "level"})
"""The kinds of mention that name plans for sure."""


def mentions(typed: str, spoken: str, library: Library) -> list[Mention]:
    """Every pointer to plans, in the order of the question, neighbours that agree joined."""
    tokens = spoken.split()
    readers = (_places, _levels, _issuers)
    numbered = (Mention(at, end, plans, "number") for at, end, plans in numbers(typed, library, tokens))
    found = [*numbered, *(one for reader in readers for one in reader(library, tokens))]
    found = [
        one
        for one in genuine(found, typed, tokens, library)
        if not (one.kind == "issuer" and is_digital(tokens, one.start))
    ]
    found += [Mention(at, end, plans, "level") for at, end, plans in asked_levels(library, typed, tokens)]
    found = by_resolution([one for one in found if one.plans or one.kind == "number"], tokens, library)
    found = near_others(as_actors(found, tokens), library)
    if told := carried_out(found, tokens, library):
        rest = [one for n, one in enumerate(found) if n not in told.said]
        found = [*rest, Mention(told.start, told.end, told.plans, "carried")]
    joined = _without_givers(_joined(sorted(found, key=lambda one: (one.start, -one.end)), tokens), tokens)
    joined = _at_work_elsewhere(joined, tokens)
    pointing = [one for one in joined if one.kind != "actor"]
    if any(one.kind == "number" for one in pointing):
        return joined
    scope = agreed(joined) if pointing else frozenset(range(len(library.profiles)))
    day = day_of_plan(tokens, library, scope) if scope else None
    dated = [Mention(day.start, day.end, day.plans, "day")] if day else []
    if not scope or len(scope) < 2:
        return [*joined, *dated]
    titled = _titles(library, tokens, scope, _named(joined, library, tokens))
    return [*joined, *titled, *dated, *([] if dated else _of_year(library, tokens, scope, joined))]


def _of_year(library: Library, tokens: Sequence[str], scope: frozenset[int], found: Sequence[Mention]) -> list[Mention]:
    """The year that is said of the plan, where it narrows the plans that the rest leaves."""
    said = year_of_plan(tokens, found)
    plans = plans_of_year(library, scope, said[0]) if said else frozenset()
    return [Mention(said[1], said[1] + 1, plans, "topic")] if said and plans and plans != scope else []


def _without_givers(found: Sequence[Mention], tokens: Sequence[str]) -> list[Mention]:
    """Who gave the work is not whose plan is asked about, where another's is ("ở Sở A, việc mà tỉnh giao")."""
    room = _ROOM_ASKED.search(" ".join(tokens)) is not None
    kept: list[Mention] = []
    for one in found:
        # A place's "tỉnh" is its own ("Lam Giang giao phòng nào … của tỉnh"): it tells of no other giver.
        level = frozenset({"level"} if one.kind == "place" else ())
        others = [other for other in found if other is not one and other.kind in POINTING - level]
        gives = bool(_GIVES & set(tokens[max(one.start, one.end - 1) : one.end + 1]))
        told = room or tokens[max(0, one.start - 1) : one.start] in _RELATIVE
        elsewhere = bool(others) and not any(other.plans & one.plans for other in others)
        aside = gives and told and elsewhere and one.kind in POINTING
        aside = aside or (elsewhere and one.kind == "issuer" and _is_of_work(one, others, tokens))
        kept.append(Mention(one.start, one.end, one.plans, "actor") if aside else one)
    return kept


def _is_of_work(one: Mention, others: Sequence[Mention], tokens: Sequence[str]) -> bool:
    """Whether the issuer's work in another's plan is meant ("trong phụ lục II của tỉnh, việc nào của Sở A")."""
    owned = any(_OF_PLAN.search(" ".join(tokens[max(0, other.start - 4) : other.start])) for other in others)
    return owned and _OF_WORK.search(" ".join(tokens[max(0, one.start - 4) : one.start + 1])) is not None


def _at_work_elsewhere(found: Sequence[Mention], tokens: Sequence[str]) -> list[Mention]:
    """An issuer beside the name of another's plan is named for its work there ("Sở A: việc …, kế hoạch xã B")."""
    before, _ = around_offices()
    named = [one for one in found if one.kind == "number" or (one.kind == "place" and closes_name(tokens, one))]
    kept: list[Mention] = []
    for one in found:
        word = tokens[one.start - 1] if one.start else ""
        own = word in before or word in _SET_BESIDE or closes_name(tokens, one) or not one.plans
        others = [other for other in named if other is not one and other.plans]
        aside = one.kind == "issuer" and not own and bool(others) and not any(o.plans & one.plans for o in others)
        kept.append(Mention(one.start, one.end, one.plans, "actor") if aside else one)
    return kept


def _places(library: Library, tokens: Sequence[str]) -> Iterator[Mention]:
    """Names of places, each pointing to the plans whose head names it, else to those that name it in passing."""
    for place, own in spoken_in(tokens, own_places(library)):
        yield from (Mention(at, at + len(place.split()), own, "place") for at in occurrences(tokens, place))


def _levels(library: Library, tokens: Sequence[str]) -> Iterator[Mention]:
    """Words about a level of government."""
    yield from (Mention(at, end, plans, "level") for at, end, plans in levels(library, tokens))


def _issuers(library: Library, tokens: Sequence[str]) -> Iterator[Mention]:
    """Issuing departments, where the words around show that their plan is meant, not their work."""
    issuers = by_issuer(library)
    places = [n for n, token in enumerate(tokens) if token != AND]
    plain = [tokens[n] for n in places]
    before_plans, acting = around_offices()
    for core, plans in issuers.items():
        for at, size in _named_so(plain, core, issuers, library):
            start, end = places[at], places[at + size - 1] + 1
            after = " ".join(tokens[end : end + _ACTING]) + " "
            bare = core == _COMMITTEE and not _RANKS & set(tokens[end : end + 1])
            meant = plans | _committees_of_provinces(library) if bare else plans
            if core == _COMMITTEE and _is_of_other_place(library, plain[at:]):
                continue
            if core == _COMMITTEE and not bare:
                city = _committees_of_provinces(library) if tokens[end] == _CITY else set()  # no level of its own
                meant = _of_rank(library, plans | city, tokens[end : end + 1])
            if size == _NO_OFFICE_SIZE and tuple(plain[at : at + size + 1]) in _NO_ISSUERS:
                continue
            if not _NOT_OF.get(plain[at], frozenset()).isdisjoint(plain[at - 1 : at]):
                continue
            if _is_in_unit(plain, at, core, library):
                continue
            if own := plans_of_room(plain, at, meant, library):
                yield Mention(start, end, own, "issuer")
                continue
            if start > 0 and tokens[start - 1] in _SUBMITTED:
                yield Mention(start, end, frozenset(meant), "actor")
                continue
            points = start > 0 and tokens[start - 1] in before_plans and tokens[max(0, start - 2) : start] != _DISASTER
            placed = any(after.startswith(f"{place} ") for profile in library.profiles for place in profile.places)
            acts = (
                (not placed and after.startswith(acting)) or _is_given_work(tokens, start) or _is_helped(tokens, start)
            )
            yield Mention(start, end, frozenset(meant), "issuer" if points or not acts else "actor")


def _of_rank(library: Library, plans: AbstractSet[int], behind: Sequence[str]) -> AbstractSet[int]:
    """Those of the plans whose level may be called by the word behind the office: "UBND thành phố" is no commune's."""
    levels = next((levels for words, levels in _OF_RANK.items() if not words.isdisjoint(behind)), None)
    return plans if levels is None else {n for n in plans if library.profiles[n].level not in levels}


def _is_in_unit(tokens: Sequence[str], at: int, core: str, library: Library) -> bool:
    """Whether the name, of no office, only ends that of a unit ("Văn phòng Chính phủ")."""
    if core.split(maxsplit=1)[0] in _OFFICES or not at:
        return False
    before = " ".join(tokens[:at])
    longer = (name.removesuffix(f" {core}") for name, _ in library.spoken_units if name.endswith(f" {core}"))
    return any(f" {before}".endswith(f" {one}") for one in longer)


def _is_of_other_place(library: Library, tokens: Sequence[str]) -> bool:
    """Whether a known committee is named there whose place is no plan's ("UBND thành phố A" in a row's cell)."""
    text = " ".join(tokens) + " "
    named = next((name for name, _ in library.spoken_units if text.startswith(f"{name} ")), "")
    own = (place for profile in library.profiles for place in profile.places[:1])
    whole = len(named.split()) > len(_COMMITTEE.split()) + 1
    return whole and not any(f" {place} " in f" {named} " for place in own)


def _named_so(tokens: Sequence[str], core: str, issuers: Iterable[str], library: Library) -> Iterator[tuple[int, int]]:
    """Where the issuer's name stands, or its first words that begin no other unit's, as (place, size)."""
    whole = occurrences(tokens, core)
    yield from ((at, len(core.split())) for at in whole)
    for size in range(len(core.split()) - 1, _LEAST_NAME - 1, -1) if not whole else ():
        part = " ".join(core.split()[:size])
        found = occurrences(tokens, part)
        if found:
            others = {*issuers, *(name for name, _ in library.spoken_units)}
            if all(core.startswith(one) or one.startswith(core) for one in others if one.startswith(part)):
                yield from ((at, size) for at in found)
            return


def _is_given_work(tokens: Sequence[str], start: int) -> bool:
    """Whether the office there is given work by another ("tỉnh giao Sở A"), whose plan is meant then.

    Where one of its rooms is asked for, its own plan is meant all the same.
    """
    before = " ".join(tokens[max(0, start - _GIVER_REACH) : start])
    return bool(_GIVEN.search(before)) and not _ROOM_ASKED.search(" ".join(tokens))


def _is_helped(tokens: Sequence[str], start: int) -> bool:
    """Whether the office there is the one worked with ("phối hợp với Sở A")."""
    return " ".join(tokens[max(0, start - 3) : start]).endswith(_HELPED)


def _committees_of_provinces(library: Library) -> set[int]:
    """The plans of the people's committees of provinces, which a bare "UBND" also means."""
    issuers = ((n, profile) for n, profile in enumerate(library.profiles) if profile.level == "province")
    return {n for n, profile in issuers if profile.issuer and sound(core_key(profile.issuer)).startswith(_COMMITTEE)}


def _named(found: Sequence[Mention], library: Library, tokens: Sequence[str]) -> frozenset[int]:
    """The tokens of what names plans already, and of units: a title's words are none of these."""
    taken = {n for one in found for n in range(one.start, one.end)}
    places = [n for n, token in enumerate(tokens) if token != AND]
    plain = [tokens[n] for n in places]
    text = f" {' '.join(plain)} "
    said = (name for name in spoken_in(plain, unit_names(library)) if f" {name} " in text)
    for name in said:
        taken |= {n for at in occurrences(plain, name) for n in places[at : at + len(name.split())]}
    return frozenset(taken)


def _titles(library: Library, tokens: Sequence[str], scope: frozenset[int], taken: frozenset[int]) -> list[Mention]:
    """Words right after "kế hoạch" or "danh mục" that of the plans in ``scope`` only one's title holds."""
    every = title_pairs(library)
    titles = {number: every[number] for number in sorted(scope)}
    for at in range(len(tokens) - 3):
        if tuple(tokens[at : at + 2]) not in _TITLED and tuple(tokens[at : at + 3]) not in _TITLED:
            continue
        if is_drawn_up(tokens, at, library):
            continue
        owned: list[tuple[int, int]] = []
        for place, pair in enumerate(pairwise(tokens[at + 2 : at + _TITLE_REACH + 1]), at + 2):
            owners = [number for number, title in titles.items() if pair in title and place not in taken]
            if any(numbers_another(tokens[place : place + 3], titles[number]) for number in owners):
                return []
            if len(owners) == 1:
                owned.append((owners[0], place + 2))
        if len(owned) >= _TITLE_PAIRS and len({owner for owner, _ in owned}) == 1:
            kind = "title" if len(scope) == len(library.profiles) else "topic"
            return [Mention(at, owned[-1][1], frozenset({owned[0][0]}), kind)]
    return _titles_in_short(titles, tokens, taken)


def _titles_in_short(
    titles: Mapping[int, AbstractSet[tuple[str, str]]], tokens: Sequence[str], taken: frozenset[int]
) -> list[Mention]:
    """Few words behind "trong kế hoạch" up to where the question goes on, or behind "kế hoạch" up to a place, all of one title only."""
    for at in range(len(tokens) - 3):
        noun = tuple(tokens[at : at + 2])
        start = at + 2
        end = next((n for n in range(start, len(tokens)) if tokens[n] in ENDING or n in taken), len(tokens))
        if noun not in (_PLAN, PROJECT) or (_WITHIN.isdisjoint(tokens[max(0, at - 1) : at]) and end not in taken):
            continue
        pairs, said = set(pairwise(tokens[start:end])), set(tokens[start:end])
        loose = len(said) > _TITLE_PAIRS  # in a hurry only the telling words of a name are said
        owners = [
            number
            for number, title in titles.items()
            if (pairs and pairs <= title) or (loose and said <= {word for pair in title for word in pair})
        ]
        if len(owners) == 1:
            return [Mention(at, end, frozenset(owners), "topic")]
    return []


_ROOMS: Final = frozenset((sound(one),) for one in ("phòng", "tra", "đoàn"))
"""Last syllables of an office's own rooms right before its name, where a unit begins: "kế hoạch 12: Văn phòng | Đảng ủy xã"."""


def _joined(found: Sequence[Mention], tokens: Sequence[str]) -> list[Mention]:
    """Neighbours that agree as one; a question word or "và" between keeps them apart."""
    joined: list[Mention] = []
    for at, one in enumerate(found):
        last = joined[-1] if joined else None
        if last is not None and one.start <= last.end + _APART and not {last.kind, one.kind} & {"actor", "carried"}:
            shared = last.plans & one.plans
            between = tokens[last.end : one.start]
            apart = not _PARTING.isdisjoint(between) or tuple(between[-1:]) in _ROOMS
            if shared and not apart and not _placed_again(found, at, tokens):
                kind = last.kind if last.kind in POINTING - {"level"} else one.kind
                joined[-1] = Mention(last.start, max(last.end, one.end), shared, kind)
                continue
            if one.end <= last.end:
                continue
        joined.append(one)
    return joined


def _placed_again(found: Sequence[Mention], at: int, tokens: Sequence[str]) -> bool:
    """Whether the issuer there has the place right before it said once more behind it ("tỉnh A, Sở X tỉnh A"): two are named."""
    around = [found[n] for n in (at - 1, at, at + 1) if 0 <= n < len(found)]
    if [one.kind for one in around] != ["place", "issuer", "place"]:
        return False
    before, issuer, behind = around
    near = behind.start <= issuer.end + _APART
    return near and tokens[before.start : before.end] == tokens[behind.start : behind.end]


def agreed(found: Sequence[Mention]) -> frozenset[int] | None:
    """The plans that all pointers allow; where they disagree, those of the narrowest, then the last; None without any."""
    numbered = [one.plans for one in found if one.kind == "number" and one.plans]
    if len(numbered) == 1:
        return numbered[0]
    pointing = [one.plans for one in found if one.kind in POINTING and one.plans]
    narrowing = [one.plans for one in found if one.kind in ("title", "topic", "day", "carried")]
    days = [one.plans for one in found if one.kind == "day"]
    titled = (frozenset.intersection(*narrowing) or (days or narrowing)[0]) if narrowing else None
    if not pointing:
        return titled
    scope = frozenset.intersection(*pointing)
    if not scope:
        # An office of another place only acts there ("Lam Giang: UBND xã gửi báo cáo"): no plan of its own is meant.
        places = [one.plans for one in found if one.kind == "place" and one.plans]
        return (places and frozenset.intersection(*places)) or min(reversed(pointing), key=len)
    return (scope & titled if titled else scope) or scope
