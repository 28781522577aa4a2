"""Units that a question names, and the part that each has in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from ingest.folding import fold
from rag.library import Library, once
from rag.naming import BEFORE_OFFICE, other_names, shortened, spelt_out
from rag.pointing import by_head, places_of, units
from rag.roles import ROLE_WORDS
from rag.words import AND, Token, Words, by_first_word, find_phrase, sound, spoken_in


@dataclass(frozen=True, slots=True)
class Actor:
    """A unit that the question names: ``role`` is "lead", "support", "partner", or "any" when none is said.

    ``start`` and ``end`` are positions in the question's tokens. ``known`` is whether a loaded plan names the unit,
    ``words`` its sound form without "và", ``direct`` whether a role verb stands beside it, ``negated`` whether the
    question asks for what it does not do, ``only`` whether that role is its only one in the row ("chỉ phối hợp").
    """

    key: str
    role: str
    start: int
    end: int
    known: bool = True
    words: str = ""
    direct: bool = True
    negated: bool = False
    only: bool = False


SHORT_NOT: Final = frozenset({"ko", "hok", "hông", "hổng"})
"""Everyday spellings of "không"."""
_NOT: Final = ("không", "chưa", "không phải", "không được", "chưa được")
_BETWEEN: Final = (
    "",
    *(f"{sound(w)} " for w in _NOT),
    *(
        f"{sound(w)} "
        for w in (
            "chỉ",
            "chỉ là",
            "chỉ được",
            "chỉ có tên",
            "tỉnh",
            "phải",
            "được",
            "được giao",
            "sẽ",
            "còn phải",
            "thì",
            "còn",
            "có",
            "đã",
        )
    ),
)
_ONLY: Final = sound("chỉ")
_AFTER_UNKNOWN: Final = (
    *ROLE_WORDS[:18],
    *(
        (sound(word), "any")
        for word in (
            "được giao",
            "phải làm",
            "có việc",
            "được phân công",
            "bị giao",
            "có bị giao",
            "phải lo",
            "phải gánh",
        )
    ),
)
"""The role verbs that are sure enough to take the words before them for a unit: not the everyday ones."""
_LEADING: Final = tuple(
    map(sound, ("chủ trì", "phải xong", "phải hoàn thành", "còn phải xong", "làm chính", "đầu mối"))
)
_BLANK_COLUMN: Final = re.compile(
    r"\b(?:khong|chua)(?: (?:co|gi|neu|ro|ghi|dao|phan cong))* (?:(?:co quan|don vi|ben|so|phong|ai) )?(?:phoi hop|chu chi)\b"
)
"""A cell left blank, which gives no unit a role."""
_SUPPORTING: Final = (sound("phối hợp"),)
_WITH: Final = re.compile(
    rf"(?:{'|'.join(map(sound, ('phối hợp với', 'phối hợp cùng', 'cùng với', 'làm với', 'cùng')))})$"
)
_BY: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('do', 'giao', 'giao cho', 'trao')))})$")
_GIVEN_WORK: Final = re.compile(r"(?:nhung |cac |bao nhieu |may )?(?:nhiem vu|viec|cong viec|dau viec|chi tieu)\b")
"""What is given to a unit ("giao Sở A những việc gì") is all its work."""
_NOT_BEFORE: Final = re.compile(
    r"\b(?:khong|chua)(?: phai)? (?:do|dao|dao cho|co|thuoc|phoi hop voi|phoi hop cung|lam voi|lam cung)$|\bngoai$"
)
_EXCEPT: Final = frozenset({"trừ", "tru"})
BOTH_ROLES: Final = re.compile(
    r"\b(?:ce|tinh|gom) ca (?:\S+ ){0,2}?phoi hop\b|\bchu chi phoi hop$"
    r"|\b(?:chu chi|thuc hien|dau moi|lam chinh)(?: va| lan| hoac| hai)?(?: ca)? phoi hop\b(?! (?:voi|cung))"
    r"|\bphoi hop (?:va|lan|hoac|hai)(?: ca)? (?:chu chi|thuc hien)\b"
)
"""Words that ask for what a unit leads and for what it supports."""
_HEADS_TYPED: Final = frozenset(
    {
        *("sở", "xở", "phòng", "ban", "chi", "cục", "trung", "công", "hội", "đoàn"),
        *("trường", "viện", "ủy", "bộ", "trạm", "văn", "vụ"),
    }
)
"""First syllables of a unit's name as typed with accents: "hỏi" sounds like none of them, "hội" does."""
_HEADS: Final = "|".join(
    map(
        sound,
        (
            *("sở", "phòng", "ban", "chi cục", "cục", "trung tâm", "công an", "hội", "đoàn"),
            *("trường", "viện", "ủy ban", "bộ", "trạm", "văn phòng", "vụ"),
        ),
    )
)
_GIVEN_WHAT: Final = r"(?:lam|phu chach|thuc hien)(?: nhung| cac)? (?:gi|viec|nhiem vu)"
"""What is asked behind a unit that is given work ("giao Công an xã làm gì"), as it sounds."""
_GIVEN_TO: Final = frozenset(map(sound, ("được", "phải", "sẽ")))
"""Where a name ends and what it is to do begins."""
_AMONG: Final = re.compile(r"\b(?:nao|ai) (?:chong|cua|thuoc)$")
"""Before those of whom one is asked for: "đồng chí nào trong Ban A"."""
_NOT_A_NAME: Final = frozenset({"phai", "nao", "ai", "di", "do", "la"})
_PART_OF: Final = re.compile(
    r"(?:^|(?<= cua )|(?<= do )|(?<= cho )|(?<= dao )|(?<= voi )|(?<= ma ))((?:phong(?! (?:chong|chai|ngua|hoc|hop|benh|thu))|chi cuc|chung tam|van phong|thanh cha|ban (?:chi dao|chi hui|can su)|to (?:cong tac|dup viec)) (?:\S+ ){0,5}?)"
    r"(?:cua|thuoc)$"
)
"""Sound form of a room or branch of an office."""
_ASKED_OF_ROW: Final = frozenset(tuple(sound(one).split()) for one in ("cơ quan", "đơn vị"))
"""Before a role verb these ask who has the role: what stands before them is the plan or the row."""
_BEFORE_VU: Final = frozenset(map(sound, ("nhiệm", "phục", "nội", "dịch", "công", "nghiệp", "giao")))
"""Syllables that make "vụ" part of another word."""
_SOCIETY: Final = sound("hội")
_BEFORE_SOCIETY: Final = frozenset(map(sound, ("xã", "cơ", "đại", "quốc")))
"""Syllables that make "hội" part of another word ("xã hội")."""
_OFFICE: Final = sound("sở")
_PLACE_NOUNS: Final = frozenset(map(sound, ("phường", "tỉnh", "xã", "huyện", "thị", "quận", "ở", "thuộc")))
_LEADS_TO_PLACE: Final = _PLACE_NOUNS | frozenset(map(sound, ("bên", "tại", "của", "trên", "dưới")))
_PLURAL: Final = sound("các")
_TOGETHER: Final = {sound(one): fold(one) for one in ("phòng", "sở", "xã", "phường", "trường", "thôn")}
"""Kinds of offices that are named together by their noun alone, and how their keys spell it."""
_ROOMS: Final = frozenset(map(sound, ("phòng", "cục", "vụ", "chi", "trung", "thanh")))
_WHOLES: Final = frozenset(map(sound, ("sở", "bộ", "trường", "viện")))
"""Last syllables of a room's name that the name of its whole may go on from ("Thanh tra Sở A")."""
_LONGEST: Final = 10
_LONGEST_PLAIN: Final = 7
"""Words behind the head of a name that no plan knows, typed with accents and without."""
_REACH: Final = 12
_REACH_PLAIN: Final = 7
"""How far behind a unit its verb may stand, in tokens, with and without names of places between."""


_ROLES: Final = by_first_word(
    (f"{skip}{word} ", (f"{skip}{word} ", role)) for skip in _BETWEEN for word, role in ROLE_WORDS
)
"""What may stand behind a unit and say its role."""
_NO_ROLE: Final = tuple(f"{sound(no)} {word} " for no in _NOT for word, _ in ROLE_WORDS)


def read_actors(words: Words, library: Library) -> tuple[Actor, ...]:
    """Units that the question names, in its order, longest names first, no two over the same words."""
    read = spelt_out([_spelt(token) for token in words.tokens], library)
    places = [place for place, token in read if token.heard != AND]
    kept = [token for _, token in read if token.heard != AND]
    found = _known(kept, library)
    taken = [(one.start, one.end) for one in found]
    found += _unknown(kept, taken, places_of(library), accents=words.accents) or _unknown_part(kept, found)
    found = _without_wholes([_resolved(one, library) for one in found], library)
    both = BOTH_ROLES.search(words.heard) is not None
    if both:
        found = [one if one.role == "partner" or one.negated else replace(one, role="any") for one in found]
    overall = "" if both else _overall_role(words.heard)
    found = [replace(one, role=overall, direct=False) if one.role == "any" and overall else one for one in found]
    placed = [replace(one, start=places[one.start], end=places[one.end - 1] + 1) for one in found]
    return tuple(sorted(placed, key=lambda one: one.start))


def _spelt(token: Token) -> Token:
    return Token(sound("không"), "không") if token.typed in SHORT_NOT else token


def _known(kept: Sequence[Token], library: Library) -> list[Actor]:
    """Units of the library, by positions in ``kept``."""
    tokens = [token.heard for token in kept]
    text = f" {' '.join(tokens)} "
    skipped = places_of(library)
    found: list[Actor] = []
    printed = ((name, key, name) for name, key in spoken_in(tokens, units(library)) if f" {name} " in text)
    others = ((said, key, sound(key)) for said, key in other_names(kept, library) if f" {said} " in text)
    for name, key, words in sorted((*printed, *others), key=lambda one: -len(one[0].split())):
        at = text.find(f" {name} ")
        while at >= 0:
            start = text.count(" ", 0, at)
            end = start + len(name.split())
            if not any(one.start < end and start < one.end for one in found):
                role = _role_near(tokens, (start, end), skipped)
                negated = _is_negated(kept, (start, end), skipped)
                only = role in ("lead", "support") and tokens[end : end + 1] == [_ONLY]
                found.append(Actor(key, role, start, end, words=words, negated=negated, only=only))
            at = text.find(f" {name} ", at + 1)
    return _with_rooms(kept, [*found, *_in_the_plural(tokens, found, skipped)], library)


def _in_the_plural(tokens: Sequence[str], found: Sequence[Actor], skipped: frozenset[tuple[str, ...]]) -> list[Actor]:
    """Offices of one kind together ("các phòng chủ trì"), where a role verb stands right behind."""
    several = []
    for at in range(len(tokens) - 2):
        if (
            tokens[at] == _PLURAL
            and tokens[at + 1] in _TOGETHER
            and not any(o.start < at + 2 and at < o.end for o in found)
        ):
            role = _role_near(tokens, (at, at + 2), skipped)
            if role in ("lead", "support") and tokens[at + 2] not in _NOT_A_NAME:
                name = " ".join(tokens[at : at + 2])
                only = tokens[at + 2] == _ONLY
                several.append(Actor(f"cac {_TOGETHER[tokens[at + 1]]}", role, at, at + 2, words=name, only=only))
    return several


def _with_rooms(kept: Sequence[Token], found: Sequence[Actor], library: Library) -> list[Actor]:
    """The units with "Văn phòng Sở" instead of "Sở A" where the question says "Văn phòng Sở A"."""
    tokens = [token.heard for token in kept]
    rooms = _rooms(library)
    with_rooms: list[Actor] = []
    for one in found:
        before = tokens[: one.start + 1]
        room = next((each for each in rooms if len(each[0]) > 1 and before[-len(each[0]) :] == each[0]), None)
        if room:
            span = (one.start + 1 - len(room[0]), one.end)
            role = _role_near(tokens, span, places_of(library))
            with_rooms = [each for each in with_rooms if each.end <= span[0] or span[1] <= each.start]
            with_rooms.append(replace(one, key=room[2], words=room[1], start=span[0], role=role))
        elif not any(each.start < one.end and one.start < each.end for each in with_rooms):
            with_rooms.append(one)
    return with_rooms


@once
def _rooms(library: Library) -> Sequence[tuple[list[str], str, str]]:
    """Units whose name ends in the head of another's, as (words, name, key)."""
    single = ((name, key) for name, key in library.spoken_units if key in library.units)
    rooms = [(name.split(), name, key) for name, key in single if not library.units[key].collective]
    return [each for each in rooms if each[0][-1] in _WHOLES]


def _overall_role(spoken: str) -> str:
    """The one role verb of the whole question, for units that it does not follow directly."""
    told = _BLANK_COLUMN.sub(" ", spoken)
    lead, support = find_phrase(told, _LEADING), find_phrase(told, _SUPPORTING)
    if bool(lead) == bool(support):
        return ""
    return "lead" if lead else "support"


def _following(heard: Sequence[str], at: int, places: frozenset[tuple[str, ...]]) -> str:
    """What goes on from there, names of places and their nouns left out."""
    kept: list[str] = []
    end = min(at + _REACH, len(heard))
    heads = by_head(places)
    while at < end and len(kept) < _REACH_PLAIN:
        likely = heads.get(heard[at], ())
        size = next((len(place) for place in likely if tuple(heard[at : at + len(place)]) == place), 0)
        if not size and heard[at] not in _PLACE_NOUNS:
            kept.append(heard[at])
        at += size or 1
    return " ".join(kept) + " "


def _role_near(tokens: Sequence[str], span: tuple[int, int], skipped: frozenset[tuple[str, ...]]) -> str:
    """The role that the words around a unit give it."""
    after = _following(tokens, span[1], skipped)
    for _, (begin, role) in _ROLES.get(after.partition(" ")[0], ()):
        if after.startswith(begin):
            return role
    before = " ".join(tokens[max(0, span[0] - 3) : span[0]])
    if _WITH.search(before):
        return "partner"
    return "lead" if _BY.search(before) and not _GIVEN_WORK.match(after) else "any"


def _is_negated(kept: Sequence[Token], span: tuple[int, int], skipped: frozenset[tuple[str, ...]]) -> bool:
    """Whether the question asks for what the unit does not do, or for all but the unit."""
    before = " ".join(token.heard for token in kept[max(0, span[0] - 5) : span[0]])
    if _NOT_BEFORE.search(before) or (span[0] and kept[span[0] - 1].typed in _EXCEPT):
        return True
    after = _following([token.heard for token in kept], span[1], skipped)
    return after.startswith(_NO_ROLE)


def _without_place(phrase: Sequence[str], places: frozenset[tuple[str, ...]]) -> list[str]:
    """The phrase without the place at its end and the words that lead to it ("Ban A bên xã B")."""
    for size in range(1, min(4, len(phrase) - 2) + 1):
        if tuple(phrase[-size:]) in places:
            kept = list(phrase[:-size])
            while len(kept) > 1 and kept[-1] in _LEADS_TO_PLACE:
                kept.pop()
            return kept
    return list(phrase)


def _unknown(
    kept: Sequence[Token], taken: Sequence[tuple[int, int]], places: frozenset[tuple[str, ...]], *, accents: bool
) -> list[Actor]:
    """A unit-like phrase in front of a role verb that no loaded plan knows."""
    text = " ".join(token.heard for token in kept)
    for before, word, role in _unknown_before(accents=accents) if _ANY_HEAD.search(text) else ():
        match = before.search(text) if word in text else None
        if not match:
            continue
        whole = match[1].split()
        whole = whole[: next((n for n, part in enumerate(whole) if n > 1 and part in _GIVEN_TO), len(whole))]
        skipped = _behind_by(whole)
        phrase = _without_place(whole[skipped:], places)
        start = text.count(" ", 0, match.start(1)) + skipped
        end = start + len(phrase)
        overlaps = any(a < end and start < b for a, b in taken)
        overlaps = overlaps or _AMONG.search(" ".join(token.heard for token in kept[:start])) is not None
        if not overlaps and _may_be_name(phrase) and _may_be_head(kept, start, accents=accents):
            name = " ".join(phrase)
            return [Actor(name, role, start, end, known=False, words=name)]
    return []


_ANY_HEAD: Final = re.compile(rf"(?:^| )(?:{_HEADS}) ")


@cache
def _unknown_before(*, accents: bool) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Patterns of a unit-like phrase before each role verb, words that they hold, and the role."""
    longest = _LONGEST if accents else _LONGEST_PLAIN
    name = rf"((?:{_HEADS}) (?:\S+ ){{1,{longest}}}?)"
    known = [(re.compile(rf"(?:^| ){name}{word}(?: |$)"), word, role) for word, role in _AFTER_UNKNOWN]
    return (*known, (re.compile(rf"(?:^| )dao (?:cho )?{name}{_GIVEN_WHAT}(?: |$)"), "dao ", "any"))


def _behind_by(phrase: Sequence[str]) -> int:
    """Where in the phrase the office begins that "do" stands before; 0 where none does."""
    last = max((n for n, word in enumerate(phrase[:-1]) if word == "do"), default=-1)
    head = " ".join(phrase[last + 1 :])
    return last + 1 if last >= 0 and re.match(rf"(?:{_HEADS}) ", head) else 0


def _unknown_part(kept: Sequence[Token], found: Sequence[Actor]) -> list[Actor]:
    """A unit-like phrase that ends in "của" or "thuộc" right before a known unit, and that no loaded plan knows."""
    heard = [token.heard for token in kept]
    for whole in found:
        match = _PART_OF.search(" ".join(heard[: whole.start]))
        if match and "nao" not in match[1].split():
            start = whole.start - len(match[0].split())
            name = match[1].strip()
            if not any(one.start < whole.start and start < one.end for one in found):
                return [Actor(name, "any", start, start + len(name.split()), known=False, words=name)]
    return []


def _without_wholes(found: Sequence[Actor], library: Library) -> list[Actor]:
    """The units without the issuer named right behind its own room ("Cục B Bộ A chủ trì"), whose verb the room takes."""
    issuers = {sound(profile.issuer_key) for profile in library.profiles}
    kept: list[Actor] = []
    for one in sorted(found, key=lambda one: one.start):
        room = kept[-1] if kept and kept[-1].end == one.start else None
        if (
            room
            and room.words.split()[0] in _ROOMS
            and any(f"{issuer} ".startswith(f"{one.words} ") for issuer in issuers)
        ):
            kept[-1] = replace(room, role=one.role, direct=one.direct, negated=one.negated, end=one.end)
        else:
            kept.append(one)
    return kept


def _resolved(actor: Actor, library: Library) -> Actor:
    """An unknown unit as the one whose printed name it shortens, where there is one such."""
    key = "" if actor.known else shortened(actor.words, library)
    return replace(actor, key=key, known=True) if key else actor


def _may_be_name(phrase: Sequence[str]) -> bool:
    if tuple(phrase[-2:]) in _ASKED_OF_ROW:
        return False
    return not set(phrase) & _NOT_A_NAME and not any(part.isdigit() for part in phrase)


def _may_be_head(kept: Sequence[Token], at: int, *, accents: bool) -> bool:
    """Whether the token there opens a unit's name rather than sounding like it ("vụ" of "nhiệm vụ")."""
    if accents and kept[at].typed not in _HEADS_TYPED:
        return False
    before = kept[at - 1].heard if at else ""
    if kept[at].heard == _SOCIETY and before in _BEFORE_SOCIETY:
        return False
    if kept[at].heard == _OFFICE and before in BEFORE_OFFICE:
        return False
    if kept[at].heard != "vu":
        return True
    return accents and before not in _BEFORE_VU
