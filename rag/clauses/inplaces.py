"""Persons in charge of places, as prose tells them: "đồng chí A phụ trách xã B và xã C; đồng chí D …", "- Đ/c A, Phó Chủ tịch: thôn B, C".

One paragraph charges several persons each with places of their own, so that who is asked for must be read out of the
piece that names the place; a place of the kind that nobody is charged with has nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ingest.letters import UPPER
from ingest.plan import Plan
from rag.answer import Answer
from rag.citations import cite_entry
from rag.compose import not_found, quoted
from rag.corpus.entries import Entry, sections_over
from rag.corpus.library import Library, once
from rag.language.words import AND, either, sound, sounds
from rag.query.question import Query
from rag.query.subjects import MARKER

_CLASSES: Final = (
    ("thôn", "bản", "buôn", "ấp", "làng", "khóm", "khu phố", "tổ dân phố", "khối phố", "xóm", "bon", "sóc", "phum", "khu dân cư", "tổ", "khu", "khối"),
    ("xã", "phường", "thị trấn", "đặc khu"),
    ("huyện", "quận", "thị xã", "thành phố"),
    ("cụm",), ("chi bộ",), ("trường",), ("tuyến",),
)  # fmt: skip
"""Nouns of places, those that may stand for one another side by side."""
_KINDS: Final = {noun: number for number, nouns in enumerate(_CLASSES) for noun in sounds(nouns)}
_NOUN: Final = rf"(?:{'|'.join(sorted((noun for nouns in _CLASSES for noun in nouns), key=len, reverse=True))})"
_CHARGING: Final = (
    "phụ trách", "theo dõi", "chỉ đạo", "đứng điểm", "đứng chân", "bám", "bám nắm", "bám sát", "quản lý", "đỡ đầu", "giúp đỡ", "phân công",
    "giao", "nắm", "cắm", "cắm chốt", "đôn đốc", "hướng dẫn", "đảm nhận", "đảm nhiệm", "chịu trách nhiệm",
)  # fmt: skip
_ASKED_CHARGE: Final = (*_CHARGING, "lo", "trông coi", "coi", "xuống", "kèm")
_CHARGED: Final = (
    rf"(?:được\s+)?(?:trực tiếp\s+)?(?:{'|'.join(_CHARGING)})(?:(?:,\s+|\s+và\s+|\s+)(?:{'|'.join(_CHARGING)}))*\s+"
)
_SAYS_CHARGE: Final = re.compile(rf"\b(?:{either(*_CHARGING)})\b")
_ASKS_CHARGE: Final = re.compile(rf"\b(?:{either(*_ASKED_CHARGE)})\b")
_NAME: Final = rf"[{UPPER}][^\s,;:.()]*(?:\s[{UPPER}][^\s,;:.()]*){{1,4}}"
_PIECE: Final = re.compile(
    rf"(?:^|(?<=[\s(]))(?P<who>(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô)\s+{_NAME})(?:\s*[,(–-]\s*[^:;()]{{3,80}}?\)?)?"
    rf"(?:,?\s+{_CHARGED}|\s*:\s+(?:{_CHARGED})?)(?:địa bàn\s+)?(?:các\s+|\d+\s+)?(?P<places>{_NOUN}[\s:,].*?)(?=;|\.(?:\s|$)|$)"
)
"""A person, called by name and perhaps post, and the places that they are charged with."""
_PLACE: Final = re.compile(
    rf"(?:^|,\s*|\s?\bvà\s+|:\s+)(?:(?P<noun>{_NOUN}):?\s+)?(?P<name>[{UPPER}\d][^\s,;:.()]*(?:\s+[{UPPER}\d][^\s,;:.()]*)*)"
)
_REST: Final = re.compile(r"\bcòn lại\b")
_ASKS_REST: Final = re.compile(rf"\b{sound('còn lại')}\b")
_PERSONS: Final = either(
    "đồng chí", "đ c", "đc", "ông", "bà", "người", "lãnh đạo", "cán bộ", "ủy viên", "vị", "sếp", "cấp ủy viên", "thành viên", "huyện ủy viên",
    "đảng ủy viên", "phó chủ tịch", "thầy", "cô",
)  # fmt: skip
_WHO: Final = re.compile(rf"\bai\b|\b(?:{_PERSONS})(?: {sound('nào')}\b|$)")
"""Asks for a person, not for an office."""
_ANY_NOUN: Final = "|".join(sorted(_KINDS, key=len, reverse=True))
_WHERE: Final = re.compile(rf"\b(?:{_ANY_NOUN}) (?:{either('nào', 'gì')})\b")
_ASKING: Final = frozenset(
    sound(
        "ai nào đồng chí đ c đc ông bà người lãnh đạo cán bộ ủy viên vị sếp thành cấp thầy cô được là do ở tại bên trong của và với cho thì đang"
        " sẽ phải trực tiếp địa bàn các những mấy này đó theo kế hoạch vậy thế nhỉ ạ hả à cùng tên gì xin hỏi biết bị về hết huyện đảng phó chủ tịch"
        " còn lại"
    ).split()
).union(*(sound(one).split() for one in _ASKED_CHARGE))
"""Words around what is asked that name no other matter."""
_REST_WORDS: Final = frozenset(sound("còn lại").split())
_LONGEST_NAME: Final = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """A place by the number of its class, as heard and as printed; ``whole`` where its noun is printed with it."""

    kind: int
    heard: str
    printed: str
    whole: bool


@dataclass(frozen=True, slots=True)
class _Charge:
    """Who is in charge of which places, and of what kinds of places of all the ``rest``; the clause that says so."""

    entry: Entry
    who: str
    places: tuple[_Place, ...]
    printed: str
    rest: frozenset[int]


@once
def _charges(library: Library) -> tuple[_Charge, ...]:
    """The persons charged beside others in one place of a plan."""
    here: dict[tuple[int, str], list[_Charge]] = {}
    for entry in library.entries:
        if entry.clause and not entry.cells:
            here.setdefault((entry.plan, entry.locator), []).extend(_told(library.plans[entry.plan], entry))
    return tuple(one for told in here.values() if len({one.who for one in told}) > 1 for one in told)


def _told(plan: Plan, entry: Entry) -> Iterator[_Charge]:
    """The persons that a clause charges with places, where it or what stands over it says that they are in charge."""
    pieces = list(_PIECE.finditer(MARKER.sub("", entry.name)))
    over = (section.heading for section in sections_over(plan, entry.locator)) if pieces else ()
    if not any(_SAYS_CHARGE.search(sound(text)) for text in (*over, entry.name)):
        return
    for piece in pieces:
        places, words = tuple(_listed(piece["places"])), sound(piece["places"])
        kinds = _REST.search(piece["places"]) and {kind for noun, kind in _KINDS.items() if f" {noun} " in f" {words} "}
        rest = frozenset(kinds or ())
        if places or rest:
            yield _Charge(entry, piece["who"], places, piece["places"].strip(), rest)


def _listed(text: str) -> Iterator[_Place]:
    """The places of a list; a noun before one holds for those behind it: "thôn A, B"."""
    noun = (re.match(_NOUN, text) or [""])[0]
    for match in _PLACE.finditer(text):
        noun = match["noun"] or noun
        yield _Place(_KINDS[sound(noun)], sound(match["name"]), f"{noun} {match['name']}", bool(match["noun"]))


def answer_in_places(query: Query, library: Library) -> Answer | None:
    """Who is in charge of the places asked for, or of which somebody is; None where neither is asked or told."""
    if not _ASKS_CHARGE.search(query.spoken) or not query.pointer.empty:
        return None
    charges = [one for one in _charges(library) if query.covers(one.entry.plan)]
    if charges and _WHERE.search(query.spoken):
        return _places_of(query, library, charges)
    if not charges or not _WHO.search(query.spoken):
        return None
    named = _named(query, library, charges)
    if len({one.entry.plan for one in named}) > 1:
        return None
    if named:
        told = quoted(query, library, named[0].entry, tuple(dict.fromkeys(one.who for one in named)))
        cited = (cite_entry(library.plans[one.entry.plan], one.entry) for one in named)
        return replace(told, citations=tuple(dict.fromkeys(one for each in cited for one in each)))
    if (asked := _of_nobody(query, library, charges)) is None:
        return None
    kind, name = asked
    rest = [one for one in charges if kind in one.rest and (_ASKS_REST.search(name) or _prints(library, one, name))]
    return quoted(query, library, rest[0].entry, (rest[0].who,)) if len(rest) == 1 else not_found(query, library)


def _named(query: Query, library: Library, charges: list[_Charge]) -> list[_Charge]:
    """The charges whose places the question names, in its order, of names one within the other the longest; [] where it says more."""
    spoken = f" {query.spoken} "
    found: dict[int, tuple[str, _Charge]] = {}
    for one in charges:
        for place in one.places:
            if (at := _said_at(place, spoken)) >= 0 and len(found.get(at, ("",))[0]) < len(place.heard):
                found[at] = place.heard, one
    behind_noun = [at for at in sorted(found) if spoken[: at + 1].endswith(tuple(f" {noun} " for noun in _KINDS))]
    kept = behind_noun or sorted(found)
    kept += [at for at in sorted(found) if at not in kept and _goes_on(spoken[:at], [found[one][0] for one in kept])]
    said = frozenset(" ".join(found[at][0] for at in found).split())
    told = [found[at][1] for at in sorted(kept)]
    return told if told and not _left(query, library, told, said) else []


def _said_at(place: _Place, spoken: str) -> int:
    """Where the question says the name of a place; -1 where it does not, or of another kind of place, or a longer name."""
    for match in re.finditer(rf"(?= {re.escape(place.heard)} (?!\d))", "" if place.heard.isdigit() else spoken):
        before = spoken[: match.start() + 1]
        if next((_KINDS[noun] for noun in _KINDS if before.endswith(f" {noun} ")), place.kind) == place.kind:
            return match.start()
    return -1


def _goes_on(before: str, names: list[str]) -> bool:
    """Whether a name follows one of ``names`` in a list."""
    return before.removesuffix(f" {AND}").endswith(tuple(f" {name}" for name in names))


def _left(query: Query, library: Library, told: list[_Charge], said: frozenset[str]) -> frozenset[str]:
    """The words of the question that neither ask who is in charge, nor name the places or plan, nor stand in the clauses."""
    known = _ASKING.union(said, *(noun.split() for noun in _KINDS))
    known = known.union(*(sound(one.entry.name).split() for one in told))
    known = known.union(*(library.profiles[one.entry.plan].words for one in told))
    return frozenset(token.heard for token in query.words.outside(query.mentions).tokens) - known


def _of_nobody(query: Query, library: Library, charges: list[_Charge]) -> tuple[int, str] | None:
    """The kind and name, as heard, of a place of a kind that ``charges`` are of and none of them names; None where none is asked for."""
    kinds = {place.kind for one in charges for place in one.places}.union(*(one.rest for one in charges))
    tokens = query.words.tokens
    spoken = [token.heard for token in tokens]
    for at in range(1, len(tokens)):
        noun = next(
            (one for one in _KINDS if f" {' '.join(spoken[:at])}".endswith(f" {one}") and _KINDS[one] in kinds), ""
        )
        end = next(
            (n for n in range(at, len(tokens)) if spoken[n] in _ASKING and spoken[n] not in _REST_WORDS), len(tokens)
        )
        name = " ".join(spoken[at:end])
        if not noun or not 0 < end - at <= _LONGEST_NAME:
            continue
        printed = any(_prints(library, one, f"{noun} {name}") for one in charges)
        capital = re.search(rf"(?:{_NOUN})\s+[{UPPER}]", query.typed) and not query.typed.isupper()
        if (printed or capital or _ASKS_REST.search(name)) and not _left(
            query, library, charges, frozenset(name.split())
        ):
            return _KINDS[noun], f"{noun} {name}"
    return None


def _prints(library: Library, one: _Charge, words: str) -> bool:
    return library.prints(words, one.entry.plan)


def _places_of(query: Query, library: Library, charges: list[_Charge]) -> Answer | None:
    """The places of the one person that the question names, told in one sentence with others' charges."""
    spoken = f" {query.spoken} "
    named = [one for one in charges if f" {sound(one.who.split(maxsplit=1)[1].removeprefix('chí '))} " in spoken]
    if (
        len(named) != 1
        or sum(one.entry is named[0].entry for one in charges) == 1
        or _left(query, library, named, frozenset())
    ):
        return None
    places = named[0].places
    each = all(one.whole for one in places) and not named[0].rest
    return quoted(query, library, named[0].entry, tuple(one.printed for one in places) if each else (named[0].printed,))
