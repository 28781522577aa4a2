"""How people write the names of units shorter than plans print them: initials, the first words, one of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.folding import fold
from ingest.units import unit_aliases, unit_key
from rag.corpus.collectives import members
from rag.corpus.digital import is_digital
from rag.corpus.library import Library, once
from rag.language.spelling import is_syllable, one_letter_apart
from rag.language.words import Token, sound

_MISREAD: Final = tuple(
    (tuple(sound(read).split()), tuple(sound(meant).split()))
    for read, meant in (
        ("phòng nhiệm vụ", "phòng nghiệp vụ"),
        ("p nhiệm vụ", "phòng nghiệp vụ"),
        ("sở nhiệm vụ", "sở nội vụ"),
        ("phòng nhiệm vụ", "phòng nội vụ"),
        ("trường chỉ tiêu", "trường chính trị"),
        ("hội nghị định", "hội nông dân"),
        ("ban chấp hành quân sự", "bộ chỉ huy quân sự"),
        ("ban chấp hành quân sự", "ban chỉ huy quân sự"),
    )
)
"""What an abbreviation of two meanings ("NV", "BCH") is written out to, and what it means in an office's name."""
_SYLLABLE: Final = re.compile(
    r"(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?"
)
"""Folded: what may be a word of the language, which no single-word name is told by."""
_VOWEL: Final = re.compile("[aeiouy]")
_LEAST_LETTERS: Final = 8
"""Of a name in which a slip can be told from another name."""
_KINDS_OF_DOCUMENT: Final = frozenset({"kh", "qd", "ctr", "tb", "bc", "tt", "cv", "nq", "pa"})
"""Before the issuer's initials in a document's number ("31/KH-SKHCN")."""
_FRONT: Final = unit_key("Ủy ban Mặt trận")
_OFFICE: Final = sound("sở")
"""Sounds like "số", which stands before "nhiệm vụ" too."""
BEFORE_OFFICE: Final = frozenset(map(sound, ("cơ", "trụ", "hội")))
"""Syllables that make "sở" part of another word ("trụ sở")."""
_FIGURE: Final = "số"
"""Sounds like "sở"; so typed it begins no name that is cut short as well ("chuyển đổi số dân tộc")."""
_PLURAL: Final = sound("các")
_LEAST_WORDS: Final = 3
"""Of a name that stands for a longer one."""
_GOES_ON: Final = frozenset(
    sound(
        "chủ phối làm lo phải được có đứng tham cùng đã sẽ mà ở tại của trong theo những các mấy việc nhiệm công chỉ"
        " hoạt tỉnh xã phường huyện quận thị và với hoặc thì là không chưa dính chịu phụ cần gồm năm quý tháng từ đến"
    ).split()
)
"""Words that may follow a shortened name; any other may be a part of another unit's."""
_ASPECT: Final = frozenset(("đang", "đã", "sẽ", "còn", "vẫn", "cũng", "mới", "vừa", "hiện"))
_ASPECT_HEARD: Final = frozenset(map(sound, _ASPECT))
_HOW_MANY: Final = sound("bao nhiêu").split()
_HEADS: Final = frozenset(
    sound("sở phòng ban chi cục vụ trung viện trường hội đoàn liên ủy công bệnh thanh bộ văn hợp quỹ trạm tổng").split()
)
"""First syllables of names that may be cut short; "bảo hiểm xã hội" is a matter as well as an office."""
_ALIASED: Final = frozenset({"hội", "đoàn"})
"""First words of names that are said shorter in their middle; those cut at their end are told by their beginning."""
_PARTED_HEADS: Final = frozenset(sound("sở bộ phòng ngành").split())
"""What a list of offices is headed by once for all: "các sở: Nội vụ, Xây dựng"."""
_AT: Final = frozenset({sound("ở"), sound("tại")})
"""Before an office they tell whose plan is meant, not who works."""
_LEVELS: Final = frozenset(map(sound, ("tỉnh", "xã", "phường", "huyện", "quận", "thành", "thị", "đặc", "cấp", "các")))
_LONGEST_NAME: Final = 12
"""Words."""
_LONGEST_SHORT: Final = 6
"""Letters of an abbreviation."""


def spelt_out(tokens: Sequence[Token], library: Library) -> list[tuple[int, Token]]:
    """The tokens with their places, abbreviations of two meanings read as the one that a unit's name has."""
    read = list(enumerate(tokens))
    heard = {token.heard for token in tokens}
    for wrong, right in _MISREAD:
        if not heard.issuperset(wrong):
            continue
        for at in range(len(read) - len(wrong) + 1):
            if tuple(token.heard for _, token in read[at : at + len(wrong)]) != wrong:
                continue
            if read[at][1].heard == _OFFICE and (read[at][1].typed != "sở" or _is_basis(read, at)):
                continue
            name = " ".join((*right, *(token.heard for _, token in read[at + len(wrong) :][:1])))
            if any(f"{known} ".startswith(f"{name} ") or known == " ".join(right) for known, _ in library.spoken_units):
                places = [place for place, _ in read[at : at + len(wrong)]]
                heard.update(right)
                read[at : at + len(wrong)] = [
                    (place, Token(part, part)) for place, part in zip(places, right, strict=True)
                ]
    return read


def _is_basis(read: Sequence[tuple[int, Token]], at: int) -> bool:
    """Whether the word there is the second of "cơ sở" or "trụ sở"."""
    return at > 0 and read[at - 1][1].heard in BEFORE_OFFICE


def other_names(tokens: Sequence[Token], library: Library) -> Iterator[tuple[str, str]]:
    """Names said in the question that no plan prints so, as (their sound form in it, the key of the unit meant)."""
    yield from _members(tokens, library)
    yield from _without_plural(library)
    yield from _front(library)
    yield from _aliased(library)
    found: list[tuple[int, int, str]] = []
    said = [_Said(token.heard, _letters(token, library), fold(token.typed)[:1]) for token in tokens]
    printed_short = _printed_short(library)
    shorts = [n for n, one in enumerate(said) if one.letters]
    for at, one in enumerate(said):
        while shorts and shorts[0] < at:
            shorts.pop(0)
        if at and tokens[at - 1].heard in _KINDS_OF_DOCUMENT:
            continue
        short = bool(shorts) and shorts[0] < at + _LONGEST_NAME
        likely = _likely(one, library) if short else printed_short.get(one.first, ())
        sizes = ((_aligned(said, at, name), name.key) for name in likely if one.letters or one.heard == name.heard[0])
        best = max(((size, key) for size, key in sizes if size), key=lambda each: each[0], default=None)
        cut = (0, "") if tokens[at].typed == _FIGURE or is_digital(tokens, at) else _beginning(said, at, library)
        if cut[0] and _says_when(tokens[at + cut[0] - 1]):
            cut = (0, "")
        found.append((at, *(best or cut)))
    for at, size, key in sorted(found, key=lambda each: -each[1]):
        if size:
            yield " ".join(one.heard for one in said[at : at + size]), key


def _says_when(token: Token) -> bool:
    """Whether the word stands before a verb and only sounds like one of a name: "Văn phòng | đang chủ trì" is no "Văn phòng Đảng ủy"."""
    return token.typed in _ASPECT or (token.typed.isascii() and token.heard in _ASPECT_HEARD)


@once
def _front(library: Library) -> Sequence[tuple[str, str]]:
    """The Fatherland Front as all call it, without "Ủy ban"."""
    keys = [key.split() for key in sorted(library.units) if key.startswith(_FRONT)]
    if not keys:
        return ()
    same = list(_same_beginning(keys))
    shared = " ".join(same[:-1] if sound(same[-1]) in _LEVELS else same)
    return [(sound(said), shared) for said in ("mặt trận tổ quốc việt nam", "mặt trận tổ quốc", "mặt trận")]


@once
def _aliased(library: Library) -> Sequence[tuple[str, str]]:
    """Kinds of offices by the shorter names that all know them under ("Hội Phụ nữ"), where a plan prints the longer."""
    found = []
    for said, full in unit_aliases():
        keys = [key.split() for key in sorted(library.units) if f"{key} ".startswith(f"{unit_key(full)} ")]
        if keys and said.partition(" ")[0] in _ALIASED:
            found.append((sound(said), " ".join(_same_beginning(keys))))
    return found


@once
def _without_plural(library: Library) -> Sequence[tuple[str, str]]:
    """Names with "các" inside, without it ("UBND các xã" is called "UBND xã" too), longest first."""
    units = library.spoken_units
    known = {name for name, _ in units}
    short = {name.replace(f" {_PLURAL} ", " "): key for name, key in reversed(units) if f" {_PLURAL} " in name}
    longest = sorted((one for one in short.items() if one[0] not in known), key=lambda one: -len(one[0]))
    return [(name, key) for name, key in longest if len(name.split()) > _LEAST_WORDS]


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of the question: its sound form, its letters where it may be initials, its first letter as typed."""

    heard: str
    letters: str
    first: str


@dataclass(frozen=True, slots=True)
class _Name:
    """A unit's name: key, its words folded and as they sound."""

    key: str
    words: tuple[str, ...]
    heard: tuple[str, ...]


def _letters(token: Token, library: Library) -> str:
    """The letters of a word that may be initials, "" for any other: a single letter only opens a name."""
    letters = fold(token.typed)
    if not letters.isalpha() or len(letters) > _LONGEST_SHORT:
        return ""
    is_word = len(letters) > 1 and letters in _folded(library) and _SYLLABLE.fullmatch(letters)
    return "" if is_word else letters


@once
def _by_letter(library: Library) -> Mapping[str, Sequence[_Name]]:
    """The units' names by their first letter."""
    found: dict[str, list[_Name]] = {}
    for _, key in library.spoken_units:
        words = tuple(key.split())
        found.setdefault(key[:1], []).append(_Name(key, words, tuple(map(sound, words))))
    return found


def _likely(one: _Said, library: Library) -> Sequence[_Name]:
    """The names that the word may begin, by its letters or as it sounds."""
    if one.letters:
        return _by_letter(library).get(one.first, ())
    return _by_beginning(library).get((one.first, one.heard), ())


@once
def _by_beginning(library: Library) -> Mapping[tuple[str, str], Sequence[_Name]]:
    """The units' names by their first letter and how their first word sounds."""
    found: dict[tuple[str, str], list[_Name]] = {}
    for letter, names in _by_letter(library).items():
        for name in names:
            found.setdefault((letter, name.heard[0]), []).append(name)
    return found


@once
def _printed_short(library: Library) -> Mapping[str, Sequence[_Name]]:
    """The same of the names of which a word is printed as initials."""
    return {
        letter: [name for name in names if any(map(_is_short, name.words))]
        for letter, names in _by_letter(library).items()
    }


def _members(tokens: Sequence[Token], library: Library) -> Iterator[tuple[str, str]]:
    """Members that a collective lists, where the question names them."""
    said = {token.heard for token in tokens}
    for heard, name in _every_member(library):
        if said.issuperset(heard.split()) and not _is_plain_word(name, tokens, library):
            yield heard, unit_key(name)


@once
def _every_member(library: Library) -> Sequence[tuple[str, str]]:
    """How members sound and what they are, but for those whose one word may be any."""
    listed = (one for unit in library.units.values() for printed in unit.names for one in members(printed))
    found = [(sound(name), name) for name in listed]
    return [(heard, name) for heard, name in found if " " in heard or not _SYLLABLE.fullmatch(heard)]


def _is_plain_word(name: str, tokens: Sequence[Token], library: Library) -> bool:
    """Whether a member without a head ("Xây dựng" of "các sở: Nội vụ, Xây dựng") is said as the word that plans print small."""
    heard = sound(name).split()
    if heard[0] in _HEADS or not any(f" {name.lower()} " in plan.text for plan in library.plans):
        return False
    said = [token.heard for token in tokens]
    starts = (at for at in range(len(said)) if said[at : at + len(heard)] == heard)
    return not any(at and said[at - 1] in _PARTED_HEADS for at in starts)


def _aligned(said: Sequence[_Said], at: int, name: _Name) -> int:
    """How many words from ``at`` on are the name with some of its words as initials; 0 where they are not."""
    start, done, short = at, 0, False
    while done < len(name.words):
        if at >= len(said):
            return 0
        if said[at].heard == name.heard[done]:
            at, done = at + 1, done + 1
            continue
        size, printed = _initials(said[at].letters, name.words[done:]), len(name.words[done])
        if size > 1 or (size == 1 and done == 0 and len(name.words) > 1):
            at, done, short = at + 1, done + size, True
        elif _is_printed_short(name.words[done], said[at : at + printed]):
            at, done, short = at + printed, done + 1, True
        else:
            return 0
    return at - start if short else 0


def _initials(letters: str, words: Sequence[str]) -> int:
    """How many of the words the letters begin, all of the letters used."""
    size = len(letters)
    return size if size <= len(words) and letters == "".join(word[0] for word in words[:size]) else 0


@once
def _folded(library: Library) -> frozenset[str]:
    return frozenset(map(fold, library.printed))


def _is_printed_short(word: str, said: Sequence[_Said]) -> bool:
    """Whether a word of the printed name is the initials of what the question writes out."""
    return _is_short(word) and word == "".join(one.first for one in said)


def _beginning(said: Sequence[_Said], at: int, library: Library) -> tuple[int, str]:
    """The first words of the one unit's name that they begin, as (their number, the unit's key); (0, "") for none."""
    if said[at].heard not in _HEADS or (at and said[at - 1].heard in _AT):
        return 0, ""
    heard = [one.heard for one in said[at : at + _LONGEST_NAME]]
    likely = _single(library).get((said[at].first, heard[0]), ())
    sizes = {name.key: _shared(heard, name.heard) for name in likely}
    size = max(sizes.values(), default=0)
    after = heard[size : size + 2]
    ends = not after or after[0] in _GOES_ON | library.place_words or after == _HOW_MANY
    keys = sorted((key for key, shared in sizes.items() if shared == size), key=len)
    sure = size >= _LEAST_WORDS and ends and all(key.startswith(keys[0]) for key in keys)
    placed = after and after[0] in library.place_words - _GOES_ON
    elsewhere = sure and placed and not library.place_words.isdisjoint(sound(keys[0]).split()[size:])
    return (size, keys[0]) if sure and not elsewhere else (0, "")


@once
def _single(library: Library) -> Mapping[tuple[str, str], Sequence[_Name]]:
    """The same of single offices, whose beginnings are looked for."""
    single = {key for key, unit in library.units.items() if not unit.collective}
    return {
        beginning: [name for name in names if name.key in single] for beginning, names in _by_beginning(library).items()
    }


def _shared(heard: Sequence[str], name: Sequence[str]) -> int:
    """How many words the question and the name share from the beginning on; 0 unless the name goes on."""
    size = next((n for n, (one, other) in enumerate(zip(heard, name, strict=False)) if one != other), len(heard))
    return size if size < len(name) and name[size] not in _LEVELS else 0


@lru_cache(maxsize=4096)
def is_shortened(one: str, other: str) -> bool:
    """Whether two keys of units differ only in words that one of them gives by their initials."""
    return one != other and (_matches(one, other) or _matches(other, one))


@lru_cache(maxsize=65536)  # every name with every other of its plans
def is_slip(one: str, other: str) -> bool:
    """Whether two keys of units are one name, of which one has a slip: a space left out, or a letter in one word.

    The word with the slip must be none of the language: "Tân Lập" and "Tân Lâm" are two communes.
    """
    if one == other or min(len(one), len(other)) < _LEAST_LETTERS:
        return False
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    differing = [pair for pair in zip(one.split(), other.split(), strict=False) if pair[0] != pair[1]]
    if len(one.split()) != len(other.split()) or len(differing) != 1 or abs(len(one) - len(other)) > 1:
        return False
    strange = [word for word in differing[0] if not is_syllable(word)]
    return len(strange) == 1 and _VOWEL.search(strange[0]) is not None and one_letter_apart(*differing[0])


def _matches(short: str, full: str) -> bool:
    words = short.split()
    if not any(map(_is_short, words)):
        return False
    parts = [r"\W".join(rf"{letter}\w*" for letter in word) if _is_short(word) else re.escape(word) for word in words]
    return re.fullmatch(" ".join(parts), full) is not None


@lru_cache(maxsize=16384)
def _is_short(word: str) -> bool:
    """Whether a folded word can only be initials."""
    return len(word) > 1 and word.isalpha() and not _SYLLABLE.fullmatch(word)


def shortened(name: str, library: Library) -> str:
    """The key of the only unit whose printed name holds the words of ``name`` in order from its beginning on; else ""."""
    asked = name.split()
    if len(asked) < _LEAST_WORDS:
        return ""
    fits = {key for key, unit in library.units.items() if not unit.collective and _begins(sound(key).split(), asked)}
    shared = _same_beginning([key.split() for key in sorted(fits)])
    return " ".join(shared) if len(fits) == 1 or _begins(sound(" ".join(shared)).split(), asked) else ""


def _same_beginning(names: Sequence[Sequence[str]]) -> Sequence[str]:
    """The words that all names begin with: "… xã" and "… phường" are one office at two levels."""
    first = names[0] if names else []
    size = next((n for n, word in enumerate(first) if any(name[n : n + 1] != [word] for name in names)), len(first))
    return first[:size]


def _begins(printed: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether all asked words stand in the printed ones in order, the first two at the beginning."""
    rest = iter(printed)
    return list(printed[:2]) == list(asked[:2]) and all(word in rest for word in asked)
