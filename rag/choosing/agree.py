"""Does a candidate row agree with what the question says about it: unit, year, number, place?

A row that covers the words well but belongs to another unit or year is a near miss, not an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from ingest.letters import UPPER
from ingest.units import is_collective, same_unit, unit_key
from rag.choosing.rivalnames import names_another, names_unprinted
from rag.corpus.entries import Entry, sections_over
from rag.corpus.library import Library, once
from rag.language.compass import names_other_side
from rag.language.nth import another_turn, turns
from rag.language.phrases import is_of_questions
from rag.language.words import AND, Token, sound, without_and
from rag.mentions.actors import Actor
from rag.mentions.conditions import at_home, names_unit
from rag.query.question import Query
from rag.query.togetherwith import works_beside
from rag.query.yearcolumns import asks_state, blank_headers, gives_points, states
from rag.ranking.rank import Scored

_NO_UNIT_ASKED: Final = frozenset({"due", "result", "note"})
_PLACE: Final = re.compile(
    r"\b(?:tỉnh|thành phố|TP\.?|[Hh]uyện|quận|[Tt]hị xã|[Xx]ã|[Pp]hường|TỈNH|PHƯỜNG|XÃ)\s+"
    rf"((?:[{UPPER}][\wÀ-ỹ]+)(?:\s+[{UPPER}][\wÀ-ỹ]+){{1,3}})"
)
_LEVELS: Final = frozenset({"tỉnh", "huyện", "quận", "phường", "xã"})
_PLAIN_LEVELS: Final = frozenset({"tinh", "huyen", "quan", "phuong", "xa"})
_LOCAL: Final = frozenset(sound("ở tại của bên thuộc cho trong giao do").split())
_NO_PLACE: Final = frozenset(
    sound(
        "phải được có giao làm chủ phối đặt lo là thì sẽ cần hạn tăng giảm báo gửi trình phê ban đã đang còn cho đến"
    ).split()
)
"""Words with which a question goes on right behind a level."""
_PLAN: Final = sound("kế hoạch").split()
_NAME: Final = re.compile(
    rf"(?<!\w)(?:[{UPPER}][a-zà-ỹ]+)\s+(?:[{UPPER}][a-zà-ỹ]+)(?:\s+[{UPPER}][a-zà-ỹ]+)?(?!\w)(?!\s+[{UPPER}])"
)
"""Two or three words with capitals."""
_INSTITUTION: Final = re.compile(
    r"\b([Đđ]ại học|[Cc]ao đẳng|THPT|THCS|[Tt]iểu học|[Mm]ầm non|[Bb]ệnh viện|[Ss]ân bay|[Cc]ảng(?: hàng không| biển| cá| cạn)?(?: quốc tế)?|[Cc]hợ|[Cc]ầu|[Hh]ồ|[Đđ]ập|[Cc]hùa|[Đđ]ền)"
    rf"\s+((?:[{UPPER}][a-zà-ỹ]+)(?:\s+[{UPPER}][a-zà-ỹ]+){{1,2}})"
)
_RUN: Final = re.compile(rf"(?:[{UPPER}][\wÀ-ỹ]*)(?:\s+[{UPPER}][\wÀ-ỹ]*)+")
"""Words with capitals side by side."""
_SYLLABLES: Final = 2
"""Names of places have two, with few exceptions."""
_LONG_NAME: Final = 8
"""Letters of a place's name in which one may be mistyped."""
_KEPT: Final = 8192
"""Entries whose surroundings are kept."""
_IN_WORDS: Final = dict(zip("1234678", map(sound, ("một", "hai", "ba", "bốn", "sáu", "bảy", "tám")), strict=True))
"""Small numbers as plans print them too ("sau một năm"); "năm" is mostly a year."""
_YEAR: Final = re.compile(r"\b(20\d\d)\b")
_YEARS: Final = re.compile(r"\b(20\d\d)\s*[-–]\s*(20\d\d)\b")
_AFTER_YEAR: Final = re.compile(r"\W*Sau (?:năm )?(20\d\d)\b")
_AIMED_BY: Final = re.compile(
    r"(?i)(?:\(?[a-zđ]\)|\d+(?:\.\d+)*[.)]?|[IVX]+[.)]|[-+*•])?\s*(?:(?:mục tiêu|chỉ tiêu)(?: cụ thể)?\s+)?(?:đến|trong|cuối|hết)?\s*(?:cuối|hết)?\s*năm\s+(20\d\d)(?!\s*[-–])\W*$"
)
"""A heading that is no more than the year by which what stands under it is aimed at."""
_AFTER: Final = sound("sau")
_YEAR_OF_NAME: Final = re.compile(r"[Nn]ăm\s+(20\d\d)\b")


def disagreement(library: Library, query: Query, one: Scored) -> str:
    """What of the question the candidate contradicts: "đơn vị", "năm", "số", "địa danh", "tên riêng" or ""."""
    entry = one.entry
    if not _years_fit(library, query, entry):
        return "năm"
    if not all(_actor_fits(library, query, entry, one) for one in query.actors if not _is_any(library, one)):
        return "đơn vị"
    if not _numbers_fit(library, query, one) or _is_another(library, query, entry):
        return "số"
    if gives_points(query, entry) or (asks_state(query) and _only_aims(library)(entry)):
        return "số"
    if names_other_side(query.typed, entry.text):
        return "địa danh"
    if not (_places_fit(library, query, entry) and _institutions_fit(query, entry)):
        return "địa danh"
    return "tên riêng" if names_another(library, query, one) else ""


def _is_another(library: Library, query: Query, entry: Entry) -> bool:
    """Whether the entry is of another one of several than is asked for: of the second meeting, not of the first."""
    said = " ".join(token.typed for token in query.unpointed.tokens)
    if not turns(said):
        return False
    plan = library.plans[entry.plan]
    over = (*(section.heading for section in sections_over(plan, entry.locator)), library.profiles[entry.plan].head)
    return another_turn(said, entry.name, over)


def _is_any(library: Library, actor: Actor) -> bool:
    """Whether the unit is a collective ("các sở, ngành"), which every row agrees with."""
    unit = library.units.get(actor.key)
    return unit.collective if unit else is_collective(actor.words)


def _context(library: Library, entry: Entry) -> str:
    """The entry's text with the headings over it and its plan's title and issuer."""
    return _contexts(library)(entry.order)


@once
def _contexts(library: Library) -> Callable[[int], str]:
    """The contexts of entries that questions came near to, by their order."""
    return lru_cache(maxsize=_KEPT)(lambda order: _over_and_in(library, library.entries[order]))


@once
def _offices_told(library: Library) -> Callable[[int], str]:
    """The same as names of units are looked for in them."""
    return lru_cache(maxsize=_KEPT)(lambda order: _without_and(library.hear(_contexts(library)(order))))


@once
def _years_told(
    library: Library,
) -> Callable[[int], tuple[frozenset[int], tuple[tuple[int, int], ...], frozenset[int]]]:
    """The years that an entry or what stands over it tells, their stretches, and those that its own name is of."""

    def told(order: int) -> tuple[frozenset[int], tuple[tuple[int, int], ...], frozenset[int]]:
        text = f"{_contexts(library)(order)} {blank_headers(library.entries[order])}"
        spans = tuple((int(first), int(last)) for first, last in _YEARS.findall(text))
        named = frozenset(int(year) for year in _YEAR_OF_NAME.findall(library.entries[order].name))
        return frozenset(int(year) for year in _YEAR.findall(text)), spans, named

    return lru_cache(maxsize=_KEPT)(told)


def _over_and_in(library: Library, entry: Entry) -> str:
    plan = library.plans[entry.plan]
    group = f"{entry.annex}/{entry.group}"
    beside = (section.heading for section in plan.sections if entry.group and section.locator == group)
    over = (*(section.heading for section in sections_over(plan, entry.locator)), *beside)
    return " ".join((entry.text, *over, library.profiles[entry.plan].head))


def _years_fit(library: Library, query: Query, entry: Entry) -> bool:
    """Every year asked for stands in the row or over it, else is the plan's own and the row names no other."""
    if not query.years:
        return True
    if _only_after(query, entry) or _of_another_aim(library, query, entry):
        return False
    own, spans, named = _years_told(library)(entry.order)
    plans_own = library.profiles[entry.plan].year
    return all(
        year in own
        or any(first <= year <= last for first, last in spans)
        or (year == plans_own and (not named or year in named))
        for year in query.years
    )


def _of_another_aim(library: Library, query: Query, entry: Entry) -> bool:
    """Whether the heading over a figure of prose says by which year it is aimed at, and another is asked for ("a) Đến năm 2028")."""
    own = {*_YEAR.findall(library.profiles[entry.plan].title), str(library.plans[entry.plan].header.year)}
    if entry.annex is not None or query.role != "value" or own == set(map(str, query.years)):
        return False  # the year of a plan of one year only says which plan is meant
    if not set(map(str, query.years)).isdisjoint(_YEAR.findall(entry.name)):
        return False
    over = sections_over(library.plans[entry.plan], entry.locator)
    aim = next((found for one in over if (found := _AIMED_BY.match(one.heading))), None)
    return aim is not None and int(aim[1]) not in query.years


@once
def _only_aims(library: Library) -> Callable[[Entry], bool]:
    """Whether an entry of prose tells what is aimed at, and nothing of what there is already."""
    aims = {(one.plan, one.locator) for one in library.entries if one.target is not None and one.annex is None}

    def only_aims(entry: Entry) -> bool:
        return entry.annex is None and (entry.plan, entry.locator) in aims and not states(entry.name)

    return only_aims


def _only_after(query: Query, entry: Entry) -> bool:
    """Whether the entry tells what comes after the one year asked for, which the question does not ask."""
    after = _AFTER_YEAR.match(entry.name)
    return after is not None and query.years == (int(after[1]),) and _AFTER not in query.spoken.split()


def _actor_fits(library: Library, query: Query, entry: Entry, actor: Actor) -> bool:
    """Whether the unit issues the plan, or stands in the row in the role that the question gives it."""
    if _points_to_plan(library, query, entry, actor):
        return True
    name = f" {actor.words} "
    if entry.kind == "clause":
        several = actor.end - actor.start > 1 or actor.role == "partner"  # "Mặt trận" of "Mặt trận Tổ quốc, …"
        said = f" {_said(query, actor)} " if several else name
        names, context = (name, said, _at_home(library, entry, actor.words)), _offices_told(library)(entry.order)
        named = actor.known and any(one in context for one in names)
        return named and not works_beside(query, library, entry, actor)
    if actor.direct and actor.role in {"lead", "support"} and actor.role != query.role:
        # Named inside the row's own name ("tập huấn cho Tổ A làm tháng mấy") it is what the work is about.
        told = query.role in _NO_UNIT_ASKED | {"value"} and name in _without_and(library.hear(entry.name))
        return told or names_unit(entry.leads if actor.role == "lead" else entry.supports, actor.key)
    units = (*entry.leads, *entry.supports)
    said = f" {_said(query, actor)} "
    text = _without_and(library.hear(entry.text))
    rooms = at_home(actor.key, library.profiles[entry.plan].issuer_key)
    return any(names_unit(units, key) for key in (actor.key, *rooms)) or name in text or said in text


def _said(query: Query, actor: Actor) -> str:
    """The words that the question has for the unit, which may be fewer than its name ("trường đại học"), without "và"."""
    return without_and(query.words.part(actor.start, actor.end))


def _at_home(library: Library, entry: Entry, name: str) -> str:
    """An office's name, padded, without the place at its end that is the plan's own ("ủy ban nhân dân xã | Vân Khê")."""
    places = library.profiles[entry.plan].places[:1]
    bare = next((name.removesuffix(f" {place}") for place in places if name.endswith(f" {place}")), name)
    return f" {bare} "


def _points_to_plan(library: Library, query: Query, entry: Entry, actor: Actor) -> bool:
    issuer = library.profiles[entry.plan].issuer
    if issuer and (same_unit(issuer, actor.key) or unit_key(issuer).startswith(actor.key)):
        # In its own plan all is its work, whichever of its rooms leads a row.
        says = (
            query.role == actor.role or query.role in _NO_UNIT_ASKED or (actor.role, query.role) == ("lead", "support")
        )
        return not actor.direct or actor.role not in {"lead", "support"} or says
    naming = (one for one in query.mentions if one.kind in {"issuer", "number"} and entry.plan in one.plans)
    return any(one.start <= actor.start < one.end for one in naming)


def _without_and(text: str) -> str:
    """A padded sound form in which names of units are looked for."""
    return f" {text.replace(f' {AND} ', ' ')} "


def _numbers_fit(library: Library, query: Query, one: Scored) -> bool:
    """A figure that the question names (not a year, not a plan's number) must stand in the row or over it."""
    if query.has("number"):
        return True
    figures = [word for word in one.missing if _has_figure(word)]
    if not figures:
        return True
    pointer = query.pointer
    labels = " ".join(label for label in (pointer.ordinal, pointer.annex, pointer.group) if label)
    known = {*re.findall(r"\d+", labels), *map(str, query.years)}
    dates = {part.lstrip("0") for part in re.findall(r"\d+", query.period.words)} if query.period else set()
    told = set(library.hear(one.entry.text).split())
    in_words = {word for word in figures if _IN_WORDS.get(word) in told}
    return all(word in known or word in in_words or word.lstrip("0") in dates for word in figures)


@lru_cache(maxsize=4096)  # of words of questions, for each candidate that lacks them
def _has_figure(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def names_strange_place(library: Library, query: Query) -> bool:
    """Whether the question names a place that no loaded plan ever prints; not told in capitals, where all looks named."""
    if names_unprinted(library, query) or any(not _is_met(library, name) for _, name in _named_institutions(query)):
        return True
    printed = _is_met if query.typed.isupper() else is_printed
    named = [*named_places(query)] if query.words.accents or query.typed.isupper() else []
    if any(not printed(library, place) and not _near_known(library, place) for place in named):
        return True
    if any(not _is_met(library, place) and not _near_known(library, place) for place in named_places(query)):
        return True
    plain = (*_plain_places(library, query), *behind_office(query))
    return any(not is_printed(library, place) and not _near_known(library, place) for place in plain)


def behind_office(query: Query) -> list[str]:
    """Names with capitals right behind an office that the plans know ("Sở A Lam Giang")."""
    if query.typed.isupper() or not query.words.accents:
        return []
    ends = {one.end for one in query.actors if one.known} | {m.end for m in query.mentions if m.kind == "issuer"}
    found = []
    for match in _NAME.finditer(query.typed):
        at = len(sound(query.typed[: match.start()]).split())
        size = len(sound(match[0]).split())
        told = all(is_of_questions(token) for token in query.words.tokens[at : at + size])
        if at in ends and not told:
            found.append(sound(match[0]))
    return found


def is_printed(library: Library, place: str) -> bool:
    """Whether a plan prints it as a name, with capitals, not as words that only sound like it."""
    return any(f" {place} " in run for plan in library.plans for run in _capital_runs(plan.text))


def _is_met(library: Library, place: str) -> bool:
    return any(place in text for text in library.printed_sounds)


@lru_cache(maxsize=256)
def _capital_runs(text: str) -> frozenset[str]:
    """Padded sound forms of all the words with capitals that a text prints side by side."""
    return frozenset(f" {sound(match[0])} " for match in _RUN.finditer(text))


def _plain_places(library: Library, query: Query) -> list[str]:
    """Two words behind a level in a question without accents, up to where it goes on; common compounds are none."""
    tokens = query.words.tokens
    if query.words.accents or query.typed.isupper():
        return []
    found: list[str] = []
    for n, token in enumerate(tokens):
        two, after = tokens[n + 1 : n + 3], tokens[n + 3 : n + 4]
        if token.typed not in _PLAIN_LEVELS or len(two) < _SYLLABLES or not _opens_place(tokens, n):
            continue
        named = any(place.startswith(f"{two[0].heard} ") for profile in library.profiles for place in profile.places)
        compound = not named and any(
            library.prints(f"{token.heard} {two[0].heard}", number) for number in range(len(library.plans))
        )
        ends = not after or is_of_questions(after[0])
        if two[0].heard in _NO_PLACE or any(one.heard.isdigit() for one in two) or compound or not ends:
            continue
        if not all(is_of_questions(one) for one in two):
            found.append(" ".join(one.heard for one in two))
    return found


def _opens_place(tokens: Sequence[Token], at: int) -> bool:
    before = [token.heard for token in tokens[max(0, at - 2) : at]]
    return not before or before[-1] in _LOCAL or before == _PLAN


def _named_institutions(query: Query) -> tuple[tuple[str, str], ...]:
    """Schools, hospitals and works that the question calls by a proper name, as (what they are, the name) sounds."""
    return () if query.typed.isupper() else _institutions(query.typed)


@lru_cache(maxsize=64)  # each candidate is held against the question
def _institutions(typed: str) -> tuple[tuple[str, str], ...]:
    return tuple((sound(match[1]), sound(match[2])) for match in _INSTITUTION.finditer(typed))


def _institutions_fit(query: Query, entry: Entry) -> bool:
    """Whether the row does not call the same sort of institution by another proper name only."""
    asked = _named_institutions(query)
    printed = [(sound(match[1]), sound(match[2])) for match in _INSTITUTION.finditer(entry.text)] if asked else []
    for kind, name in asked:
        others = [other for sort, other in printed if sort == kind]
        if others and not any(other.startswith(name) or name.startswith(other) for other in others):
            return False
    return True


def _places_fit(library: Library, query: Query, entry: Entry) -> bool:
    """Places asked for must be a plan's own or stand in the row or over it."""
    text = ""
    for place in named_places(query):
        if _near_known(library, place):
            continue
        text = text or f" {sound(_context(library, entry))} "
        if f" {place} " not in text:
            return False
    return True


@lru_cache(maxsize=64)  # the same
def _places_behind_levels(typed: str) -> tuple[str, ...]:
    return tuple(sound(match[1]) for match in _PLACE.finditer(typed))


def named_places(query: Query) -> Sequence[str]:
    """Names after a level of government; in a question all in capitals two words that no question is made of."""
    if not query.typed.isupper():
        return _places_behind_levels(query.typed)
    tokens = query.words.tokens
    followers = [tokens[n + 1 : n + 3] for n, token in enumerate(tokens) if token.typed in _LEVELS]
    return [
        " ".join(token.heard for token in two)
        for two in followers
        if len(two) == _SYLLABLES
        and not all(is_of_questions(token) for token in two)
        and not any(token.heard.isdigit() for token in two)
    ]


def _near_known(library: Library, place: str) -> bool:
    """Whether a plan's own place begins like it: a name may be followed by another capital."""
    known = (one for profile in library.profiles for one in profile.places)
    return any(one.startswith(place) or place.startswith(one) or mistyped(place, one) for one in known)


def mistyped(place: str, known: str) -> bool:
    """Whether a name differs from a known one by one letter that was left out, put in or changed."""
    if len(known) < _LONG_NAME or abs(len(place) - len(known)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(place, known, strict=False)) if a != b), min(len(place), len(known)))
    rest, other = place[start:], known[start:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
