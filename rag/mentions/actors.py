"""Units that a question names, and the part that each has in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from ingest.folding import fold
from rag.corpus.departments import absent_departments
from rag.corpus.library import Library, once
from rag.corpus.naming import other_names, shortened, spelt_out
from rag.language.words import AND, Token, Words, by_first_word, either, find_phrase, shared_first, sound, spoken_in
from rag.mentions.levelwide import key_of, level_named, levels_said
from rag.mentions.pointing import by_head, is_digital, places_of, units
from rag.mentions.roles import ROLE_WORDS
from rag.mentions.strangers import NOT_A_NAME, PLACE_NOUNS, strange_part, stranger


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
_LEADING: Final = tuple(
    map(sound, ("chủ trì", "phải xong", "phải hoàn thành", "còn phải xong", "làm chính", "đầu mối"))
)
_FALLING_DUE: Final = tuple(map(sound, ("đến hạn", "tới hạn", "hết hạn")))
"""Said of a unit's work without its part: as what it must have done, its own."""
_BLANK_COLUMN: Final = re.compile(
    r"\b(?:khong|chua)(?: (?:co|gi|neu|ro|ghi|dao|phan cong))* (?:(?:co quan|don vi|ben|so|phong|ai) )?(?:phoi hop|chu chi)\b"
)
"""A cell left blank, which gives no unit a role."""
_SUPPORTING: Final = (sound("phối hợp"),)
_WITH: Final = re.compile(
    rf"(?:{'|'.join(map(sound, ('phối hợp với', 'phối hợp cùng', 'cùng với', 'làm với', 'cùng')))})$"
)
_BY: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('do', 'giao', 'giao cho', 'trao')))})$")
_GIVEN_WORK: Final = re.compile(r"(?:nhung |cac |bao nhieu |mai )?(?:nhiem vu|viec|cong viec|dau viec|chi tieu)\b")
"""What is given to a unit ("giao Sở A những việc gì") is all its work."""
_NOT_BEFORE: Final = re.compile(
    r"\b(?:khong|chua)(?: phai)? (?:do|dao|dao cho|co|thuoc|phoi hop voi|phoi hop cung|lam voi|lam cung)$|\bngoai$"
)
_EXCEPT: Final = frozenset({"trừ", "tru"})
BOTH_ROLES: Final = re.compile(
    r"\b(?:ce|tinh|gom) ca (?:\S+ ){0,2}?phoi hop\b|\bchu chi phoi hop$"
    rf"|\b(?:{either('chủ trì', 'làm chính', 'đứng chính', 'lo chính')}) (?:{either('hay', 'hoặc', 'lẫn', 'cũng như')})(?: (?:ca|la|chi))* (?:{either('hỗ trợ', 'làm phụ', 'phụ giúp', 'phụ', 'giúp', 'tham gia')})\b"
    r"|\b(?:chu chi|thuc hien|dau moi|lam chinh|tham muu)(?: va| lan| hoac| hai| cung nhu)?(?: ca)?(?: viec| phan| vai)? phoi hop\b(?! (?:voi|cung))"
    r"|\b(?:chu chi|dau moi|lam|lo|thuc hien|phu chach|tham muu) (?:va|lan|hoac|hai|cung nhu|dong thoi|vua|phai|duoc|can|dao)(?: (?:ca|vua|di|phai|duoc|dao|can|cung|viec|phan))*"
    r" (?:phoi hop(?! (?:voi|cung)\b)|(?:tham da|ho cho)(?=$| (?:nhung|cac|bao|mai|viec|nhiem|cong|dau|gi|o|chong)\b))\b"
    r"|\bphoi hop (?:va|lan|hoac|hai|cung nhu)(?: ca)?(?: viec| phan| vai)? (?:chu chi|thuc hien|tham muu|dau moi)\b"
)
"""Words that ask for what a unit leads and for what it supports."""
_PLURAL: Final = sound("các")
_TOGETHER: Final = {sound(one): fold(one) for one in ("phòng", "sở", "xã", "phường", "trường", "thôn")}
"""Kinds of offices that are named together by their noun alone, and how their keys spell it."""
_ASKED_LAST: Final = re.compile(
    rf"(?:{'|'.join(map(sound, ('chủ trì', 'phối hợp', 'cùng làm', 'tham gia', 'cùng tham gia', 'hỗ trợ')))})"
)
"""Ends a telegram in which the offices of one kind are asked for: "lớp tập huấn A – các phòng phối hợp"."""
_LISTED_BEFORE: Final = re.compile(
    rf"^$|\b(?:{'|'.join(map(sound, ('nhiệm vụ', 'việc', 'chỉ tiêu', 'hoạt động', 'do', 'mà', 'kế hoạch', 'phụ lục', 'gì', 'nào')))})(?: (?:ma|do))?$"
    rf"|\b(?:{'|'.join(map(sound, ('những', 'các', 'mọi', 'bao nhiêu', 'mấy', 'liệt kê')))}) (?:{'|'.join(map(sound, ('nhiệm vụ', 'việc', 'hoạt động', 'công việc')))})\b"
)
"""Rows are asked for by those that do them: "các việc trong phụ lục | các sở chủ trì"."""
_PARTS_OF: Final = re.compile(
    rf"(?:(?:{either('chuyên môn', 'nghiệp vụ', 'chức năng', 'ban', 'đơn vị', 'khác')}) )*"
    rf"(?:{either('thuộc', 'trực thuộc', 'của', 'trong', 'ở', 'bên')}) "
)
"""Between offices named together and the one that they are parts of, in sound form."""
_OTHER_WORDS: Final = {
    sound(noun): frozenset(typed for word in before for typed in (word, fold(word)))
    for noun, before in (
        ("bộ", ("cán", "toàn", "đồng", "nội", "tiến", "đảng")),
        ("vụ", ("nhiệm", "nhiêm", "nghiệp", "dịch", "phục", "nghĩa", "mùa")),
        ("sở", ("cơ", "trụ")),
        ("trường", ("thứ", "bộ", "cục", "vụ", "hiệu", "thủ", "viện", "tổ", "đội", "nhóm", "môi", "thị", "hiện", "chủ")),
    )
}
"""Syllables with which a noun for offices is another word: "cán bộ xây dựng chính sách" names no ministry, "thứ trưởng Hà" no school."""
_HAS: Final = "có"
_HAVING: Final = frozenset(
    sound("việc vụ mục chỗ dòng hàng phần khoản nào mà gì tiêu dung động cái loại lúc nơi phải đang đều cũng").split()
)
"""Last syllables of what rows are called, and what else stands before "có"."""
_ROOMS: Final = frozenset(map(sound, ("phòng", "cục", "vụ", "chi", "trung", "thanh")))
_WHOLES: Final = frozenset(map(sound, ("sở", "bộ", "trường", "viện")))
"""Last syllables of a room's name that the name of its whole may go on from ("Thanh tra Sở A")."""
_OFFICE_BEGUN: Final = sound("cơ")
"""Before "quan" it makes no district: "là cơ quan tham mưu"."""
_LEAST_NAME: Final = 3
"""Words by which an issuer is told where its name is cut short: "Văn phòng Sở | Dân tộc"."""
_REACH: Final = 12
_REACH_PLAIN: Final = 7
"""How far behind a unit its verb may stand, in tokens, with and without names of places between."""


_ROLES: Final = by_first_word(
    (f"{skip}{word} ", (f"{skip}{word} ", role)) for skip in _BETWEEN for word, role in ROLE_WORDS
)
"""What may stand behind a unit and say its role."""
_DENIED: Final = tuple(f"{sound(no)} " for no in _NOT)
_NO_ROLE: Final = tuple(f"{sound(no)} {word} " for no in _NOT for word, _ in ROLE_WORDS)


def read_actors(words: Words, library: Library) -> tuple[Actor, ...]:
    """Units that the question names, in its order, longest names first, no two over the same words."""
    read = spelt_out([_spelt(token) for token in words.tokens], library)
    places = [place for place, token in read if token.heard != AND]
    kept = [token for _, token in read if token.heard != AND]
    found = _known(kept, library)
    taken = [(one.start, one.end) for one in found]
    strange = stranger(kept, taken, places_of(library), accents=words.accents)
    found += _absent(kept, found, library, accents=words.accents)
    wholes = [(one.start, one.end) for one in (*found, strange) if one]
    for other in (strange, strange_part(kept, wholes)):
        if other and not (
            _is_other_word(kept, other.start) or any(one.start < other.end and other.start < one.end for one in found)
        ):
            found.append(Actor(other.name, other.role, other.start, other.end, known=False, words=other.name))
    found = _without_wholes([_resolved(one, library) for one in found], library)
    found = [_past_whole(one, kept, found, library) for one in found]
    both = BOTH_ROLES.search(words.heard) is not None
    if both:
        found = [one if one.role == "partner" or one.negated else replace(one, role="any") for one in found]
    overall = "" if both else _overall_role(words.heard)
    found = [replace(one, role=overall, direct=False) if one.role == "any" and overall else one for one in found]
    placed = [replace(one, start=places[one.start], end=places[one.end - 1] + 1) for one in found]
    return tuple(sorted(placed, key=lambda one: one.start))


def _absent(kept: Sequence[Token], found: Sequence[Actor], library: Library, *, accents: bool) -> list[Actor]:
    """Departments named that no plan has, where no other unit is named by the same words."""
    heard, skipped = [token.heard for token in kept], places_of(library)
    acts = partial(_said_behind, heard, skipped=skipped)
    return [
        Actor(name, _role_near(heard, (start, end), skipped), start, end, known=False, words=name)
        for start, end, name in absent_departments(kept, library, acts, accents=accents)
        if not any(one.start < end and start < one.end for one in found)
    ]


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
            acts = _said_behind(tokens, end, skipped) != ""
            inside = _is_other_word(kept, start, has_it=acts) or is_digital(tokens, start)
            if not inside and not any(one.start < end and start < one.end for one in found):
                role = _role_near(tokens, (start, end), skipped)
                negated = _is_negated(kept, (start, end), skipped)
                only = role in ("lead", "support") and tokens[end : end + 1] == [_ONLY]
                found.append(Actor(key, role, start, end, words=words, negated=negated, only=only))
            at = text.find(f" {name} ", at + 1)
    found += _of_levels(kept, found, library)
    several = _in_the_plural(tokens, found, library)
    apart = [one for one in found if not any(each.start < one.start < each.end for each in several)]
    return _with_rooms(kept, [*apart, *several], library)


def _is_other_word(kept: Sequence[Token], at: int, *, has_it: bool = False) -> bool:
    """Whether a noun for offices is there but the end of another word.

    Of rows said to have the office in a part (``has_it``) "co" is "có", where it is typed without its marks.
    """
    if has_it and at > 1 and kept[at - 1].typed == fold(_HAS) and kept[at - 2].heard in _HAVING:
        return False
    return at > 0 and kept[at - 1].typed in _OTHER_WORDS.get(kept[at].heard, ())


def _of_levels(kept: Sequence[Token], found: Sequence[Actor], library: Library) -> list[Actor]:
    """All offices of a level under a name that no plan prints so ("UBND cấp xã" for "UBND các xã, phường")."""
    tokens, skipped = [token.heard for token in kept], places_of(library)
    several: list[Actor] = []
    for start, end, level in levels_said(tokens):
        if not any(one.start < end and start < one.end for one in (*found, *several)):
            role, words = _role_near(tokens, (start, end), skipped), " ".join(tokens[start:end])
            known = any(level_named(key) == level for key in library.units)
            negated = _is_negated(kept, (start, end), skipped)
            several.append(Actor(key_of(level), role, start, end, known=known, words=words, negated=negated))
    return several


def _in_the_plural(tokens: Sequence[str], found: Sequence[Actor], library: Library) -> list[Actor]:
    """Offices of one kind together: "các phòng | chủ trì", where a role verb stands right behind, "các phòng thuộc Sở A"."""
    several, skipped = [], places_of(library)
    for at in range(len(tokens) - 2):
        if (
            tokens[at] != _PLURAL
            or tokens[at + 1] not in _TOGETHER
            or any(o.start < at + 2 and at < o.end for o in found)
        ):
            continue
        whole = _end_of_whole(tokens, at + 2, found, library)
        span = (at, whole or at + 2)
        role = _role_near(tokens, span, skipped)
        asked = _ASKED_LAST.fullmatch(" ".join(tokens[span[1] :])) and not _LISTED_BEFORE.search(" ".join(tokens[:at]))
        if role in ("lead", "support") and (whole or tokens[at + 2] not in NOT_A_NAME) and not asked:
            name = " ".join(tokens[slice(*span)])
            only = tokens[span[1] : span[1] + 1] == [_ONLY]
            several.append(Actor(f"cac {_TOGETHER[tokens[at + 1]]}", role, *span, words=name, only=only))
    return several


def _end_of_whole(tokens: Sequence[str], at: int, found: Sequence[Actor], library: Library) -> int:
    """Where the office ends of which those named together are parts: "(các phòng) chuyên môn thuộc Sở A |"; 0 for none."""
    between = _PARTS_OF.match(" ".join((*tokens[at : at + _REACH], "")))
    if between is None:
        return 0
    start = at + len(between[0].split())
    return next((one.end for one in found if one.start == start), 0) or _end_of_issuer(tokens, start, library)


def _end_of_issuer(tokens: Sequence[str], start: int, library: Library) -> int:
    """Where the name of an office that issued a plan ends, whole or by its first words, if one stands there; 0 for none."""
    issuers = (sound(profile.issuer_key).split() for profile in library.profiles)
    shared = ((shared_first(tokens[start:], one), len(one)) for one in issuers if one)
    return max((start + size for size, whole in shared if size >= min(whole, _LEAST_NAME)), default=0)


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
    lead = lead or (None if support else find_phrase(told, _FALLING_DUE))
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
        noun = heard[at] in PLACE_NOUNS and (kept or [""])[-1] != _OFFICE_BEGUN
        if not size and not noun:
            kept.append(heard[at])
        at += size or 1
    return " ".join(kept) + " "


def _role_near(tokens: Sequence[str], span: tuple[int, int], skipped: frozenset[tuple[str, ...]]) -> str:
    """The role that the words around a unit give it."""
    if role := _said_behind(tokens, span[1], skipped):
        return role
    after = _following(tokens, span[1], skipped)
    before = " ".join(tokens[max(0, span[0] - 3) : span[0]])
    if _WITH.search(before):
        return "partner"
    return "lead" if _BY.search(before) and not _GIVEN_WORK.match(after) else "any"


def _said_behind(tokens: Sequence[str], at: int, skipped: frozenset[tuple[str, ...]]) -> str:
    """The role that a verb right behind a unit gives it, "" without one."""
    after = _following(tokens, at, skipped)
    roles = _ROLES.get(after.partition(" ")[0], ())
    return next((role for _, (begin, role) in roles if after.startswith(begin)), "")


def _is_negated(kept: Sequence[Token], span: tuple[int, int], skipped: frozenset[tuple[str, ...]]) -> bool:
    """Whether the question asks for what the unit does not do, or for all but the unit."""
    before = " ".join(token.heard for token in kept[max(0, span[0] - 5) : span[0]])
    if _NOT_BEFORE.search(before) or (span[0] and kept[span[0] - 1].typed in _EXCEPT):
        return True
    after = _following([token.heard for token in kept], span[1], skipped)
    return after.startswith(_DENIED) and after.startswith(_NO_ROLE)


def _without_wholes(found: Sequence[Actor], library: Library) -> list[Actor]:
    """The units without the issuer named right behind its own room ("Cục B Bộ A chủ trì"), whose verb the room takes.

    Behind a room that no plan knows any office is only the one it belongs to.
    """
    issuers = {sound(profile.issuer_key) for profile in library.profiles}
    kept: list[Actor] = []
    for one in sorted(found, key=lambda one: one.start):
        room = kept[-1] if kept and kept[-1].end == one.start else None
        if (
            room
            and room.words.split()[0] in _ROOMS
            and (not room.known or any(f"{issuer} ".startswith(f"{one.words} ") for issuer in issuers))
        ):
            kept[-1] = replace(room, role=one.role, direct=one.direct, negated=one.negated, end=one.end)
        else:
            kept.append(one)
    return kept


def _past_whole(one: Actor, kept: Sequence[Token], found: Sequence[Actor], library: Library) -> Actor:
    """The unit with the part that is said of it behind the office it belongs to: "Phòng A (của) Sở B được giao thực hiện"."""
    if one.role != "any" or not one.known:
        return one
    tokens = [token.heard for token in kept]
    goes_on = tokens[one.end - 1] in _WHOLES  # "Văn phòng Sở | A phải thực hiện"
    end = _end_of_issuer(tokens, one.end - 1, library) if goes_on else 0
    end = end or _end_of_whole(tokens, one.end, found, library) or _end_of_issuer(tokens, one.end, library)
    span = (one.start, end)
    if not span[1]:
        return one
    role, skipped = _role_near(tokens, span, places_of(library)), places_of(library)
    only = role in ("lead", "support") and tokens[span[1] : span[1] + 1] == [_ONLY]
    return replace(one, role=role, negated=_is_negated(kept, span, skipped), only=only)


def _resolved(actor: Actor, library: Library) -> Actor:
    """An unknown unit as the one whose printed name it shortens, where there is one such."""
    key = "" if actor.known else shortened(actor.words, library)
    return replace(actor, key=key, known=True) if key else actor
