"""Rows that a person is in charge of, whom people call by a degree or an address and part of the name: "bác sĩ Ân phụ trách việc gì"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.folding import tone_normal
from rag.corpus.library import Library, once
from rag.language.words import either, read_words, sound
from rag.mentions.actors import Actor
from rag.query.question import Query
from rag.rows.cells import CellCondition

PERSON, POST = "person", "post"
"""What such conditions want of a cell: one who is named, or the holder of a post ("Giám đốc Sở")."""
_COLUMN: Final = re.compile(
    rf"^(?:{either('họ tên', 'họ và tên')} )?(?:{either('người', 'lãnh đạo', 'cán bộ', 'đồng chí', 'thành viên', 'công chức', 'viên chức', 'chuyên viên', 'cá nhân', 'nhân viên', 'thủ trưởng', 'thứ trưởng', 'phó chủ tịch', 'phó giám đốc')})(?: \S+){{0,8}}$"
)
"""Sound form of the header of a column that names a person for each row."""
_ADDRESS: Final = (
    "ông", "bà", "anh", "chị", "cô", "chú", "bác", "thầy", "em", "đồng chí", "đc", "đ/c", "sếp", "lãnh đạo", "cán bộ", "chuyên viên",
)  # fmt: skip
_DEGREE: Final = (
    "bác sĩ", "bác sỹ", "bs", "kỹ sư", "ks", "dược sĩ", "dược sỹ", "ds", "cử nhân", "cn", "thạc sĩ", "thạc sỹ", "ths", "tiến sĩ",
    "tiến sỹ", "ts", "điều dưỡng", "đd", "giáo sư", "gs", "phó giáo sư", "pgs", "luật sư", "ls", "kiến trúc sư", "kts", "y sĩ", "y sỹ",
    "hộ sinh", "nghệ sĩ", "nghệ nhân",
)  # fmt: skip
_POST: Final = (
    "chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư", "bộ trưởng", "thứ trưởng", "giám đốc", "phó giám đốc", "trưởng phòng",
    "phó trưởng phòng", "phó phòng", "trưởng ban", "phó trưởng ban", "cục trưởng", "vụ trưởng", "trưởng khoa", "phó khoa", "chánh văn phòng",
)  # fmt: skip
CALLED_WORDS: Final = frozenset(sound(" ".join((*_ADDRESS, *_DEGREE))).split())
"""Syllables of what somebody is called before the name."""
_CALLED: Final = re.compile(rf"(?:\b(?:{either(*_ADDRESS, *_DEGREE)}) )+$")
_HELD: Final = re.compile(rf"\b(?:{'|'.join((*_ADDRESS, *_DEGREE, *_POST))}) $")
_HELD_PLAIN: Final = re.compile(rf"\b(?:{either('ông', 'đồng chí', 'sếp', *_DEGREE, *_POST)}) $")
"""What somebody is called before the given name, as typed with accents, and what sounds so that is no other word ("chủ trì", "chú Trí")."""
_IN_POST: Final = re.compile(
    rf"^(?:{either(*_POST, 'thủ trưởng', 'lãnh đạo', 'hiệu trưởng', 'viện trưởng', 'tổ trưởng', 'trưởng đoàn', 'phó trưởng đoàn', 'người đứng đầu')})\b"
)
"""Sound form of how a cell begins that tells a post and nobody's name."""
_OF_POST: Final = frozenset(sound("tịch thư trưởng đốc đạo phòng đầu").split())
"""One of these stands in every post."""
_DEPUTY: Final = (sound("phó"), sound("cựu"), sound("nguyên"))
_SIGNS: Final = re.compile(rf" {sound('ký')} (?!{sound('sư')} )")
"""Whoever signs a plan is asked for, not the work of an engineer ("kỹ sư"), which sounds alike."""
_BRACKETED: Final = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_PARTING: Final = re.compile(r"[;,\n(]|\s[-–]\s|\svà\s")
_NAME: Final = re.compile(r"(?:[^\W\d_]+\s+){1,4}[^\W\d_]+$")
_TITLED: Final = re.compile(rf"^(?:(?:{'|'.join((*_ADDRESS, *_DEGREE))})\s+)+", re.IGNORECASE)
_WHOLE: Final = 3
"""Syllables of a name that is meant wherever it is said; fewer only behind what somebody is called."""


def in_charge(query: Query, library: Library) -> Iterator[CellCondition]:
    """The condition that a row's column of persons names whom the question names, one for each such column."""
    spoken = f" {query.spoken} "
    if _SIGNS.search(spoken):
        return
    yield from _in_posts(query, library)
    for (plan, header), names in _persons(library).items():
        said = {name: words for name in names if (words := said_of(query, name))} if query.covers(plan) else {}
        longest = max((len(words.split()) for words in said.values()), default=0)
        meant = [name for name, words in said.items() if len(words.split()) == longest]
        meant = [name for name in meant if _is_typed(query, name, said[name])] or meant
        if meant:
            words = said[meant[0]]
            before = _CALLED.search(spoken[: spoken.index(f" {words} ") + 1])
            yield CellCondition(PERSON, header, f"{before[0] if before else ''}{words}", measure="|".join(meant))


def _in_posts(query: Query, library: Library) -> Iterator[CellCondition]:
    """The condition that a row's column of persons tells the post that the question says, in its longest form."""
    tokens = query.spoken.split()
    said: dict[str, list[str]] = {}
    for (plan, header), posts in _posts(library).items() if not _OF_POST.isdisjoint(tokens) else ():
        found = [post for post in posts if _said_at(tokens, post.split())] if query.covers(plan) else []
        if found:
            said.setdefault(max(found, key=len), []).append(header)
    longest = max(map(len, said), default=0)
    for post, headers in said.items():
        if len(post) == longest:
            yield from (CellCondition(POST, header, post, measure=post) for header in dict.fromkeys(headers))


def _said_at(tokens: Sequence[str], post: Sequence[str]) -> list[int]:
    """Where the post is said, and not that of a deputy ("phó | giám đốc")."""
    starts = (n for n in range(len(tokens) - len(post) + 1) if list(tokens[n : n + len(post)]) == list(post))
    return [n for n in starts if n == 0 or tokens[n - 1] not in _DEPUTY]


def is_of_post(query: Query, actor: Actor, library: Library, *, issues: bool) -> bool:
    """Whether a unit is only named for the one at its head, whom a column of persons tells: "Giám đốc | Sở A phụ trách".

    ``issues`` is whether the unit issued a plan: to a post printed without its office another office is none.
    """
    tokens = query.spoken.split()
    for post in (one.phrase.split() for one in _in_posts(query, library)):
        ends = [start + len(post) for start in _said_at(tokens, post)]
        if any(actor.end <= end and end - len(post) <= actor.start for end in ends):
            return True
        if issues and any(actor.start in (end - 1, end) for end in ends):
            return True
    return False


def holds_post(text: str, condition: CellCondition, library: Library) -> bool:
    """Whether one of the parts of a cell is the post of a condition."""
    return condition.measure in _posts_in(text, library)


def _posts_in(text: str, library: Library) -> Iterator[str]:
    for part in _PARTING.split(text):
        heard = library.hear(_TITLED.sub("", part.strip()))
        if _IN_POST.match(heard) and not any(names_in(part)):
            yield heard


@once
def _posts(library: Library) -> dict[tuple[int, str], frozenset[str]]:
    """The posts under each column of persons, by plan and header as it sounds."""
    found: dict[tuple[int, str], set[str]] = {}
    for entry in library.entries:
        for header, cell in entry.other:
            if cell.text and _COLUMN.match(heard := heard_header(header)):
                found.setdefault((entry.plan, heard), set()).update(_posts_in(cell.text, library))
    return {place: frozenset(posts) for place, posts in found.items() if posts}


def heard_header(header: str) -> str:
    """How a header sounds without what it puts in brackets."""
    return read_words(_BRACKETED.sub(" ", header)).heard


def names_one(text: str, condition: CellCondition) -> bool:
    """Whether a cell names one of the persons of a condition."""
    return any(name in condition.measure.split("|") for name in names_in(text))


def is_same_person(condition: CellCondition, actor: Actor) -> bool:
    """Whether a unit that the question names is the person of a condition, whom another table prints as the one who leads."""
    people = condition.measure.split("|") if condition.wants == PERSON and actor.role != "support" else []
    return not actor.negated and any(sound(name) == actor.words for name in people)


def plans_of(condition: CellCondition, library: Library) -> frozenset[int]:
    """The plans in whose column of persons one of those of a condition stands."""
    meant = set(condition.measure.split("|"))
    return frozenset(
        plan for (plan, header), names in _persons(library).items() if header == condition.column and meant & names
    )


def said_of(query: Query, name: str) -> str:
    """How much of a name is said, as it sounds: from three syllables on wherever, fewer from its end behind an address; "" for none."""
    whole, spoken = name.split(), f" {query.spoken} "
    for size in range(len(whole), 0, -1):
        words = sound(" ".join(whole[-size:]))
        if f" {words} " not in spoken:
            continue
        if size >= min(_WHOLE, len(whole)) or _is_called(query, " ".join(whole[-size:])):
            return words
    return ""


def _is_called(query: Query, name: str) -> bool:
    """Whether a part of a name stands behind what somebody is called, as typed where the question bears accents."""
    accents = query.words.accents
    said = f" {' '.join(token.typed for token in query.words.tokens)} " if accents else f" {query.spoken} "
    at = said.find(f" {name if accents else sound(name)} ")
    return at >= 0 and (_HELD if accents else _HELD_PLAIN).search(said[: at + 1]) is not None


def _is_typed(query: Query, name: str, words: str) -> bool:
    """Whether the name is typed as the plan spells it; names that only sound alike are others."""
    size = len(words.split())
    typed = f" {' '.join(token.typed for token in query.words.tokens)} "
    return f" {' '.join(name.split()[-size:])} " in typed


@once
def _persons(library: Library) -> dict[tuple[int, str], frozenset[str]]:
    """The names under each column of persons, by plan and header as it sounds."""
    found: dict[tuple[int, str], set[str]] = {}
    for entry in library.entries:
        for header, cell in entry.other:
            heard = heard_header(header)
            if cell.text and _COLUMN.match(heard):
                found.setdefault((entry.plan, heard), set()).update(names_in(cell.text))
    return {place: frozenset(names) for place, names in found.items() if names}


def names_in(text: str) -> Iterator[str]:
    """The names in a cell, in small letters: all that is written with capitals at the end of each of its parts."""
    for part in _PARTING.split(text):
        match = _NAME.search(part.strip(" .;:"))
        words = match[0].split() if match else []
        first = max((n + 1 for n, word in enumerate(words) if not word[:1].isupper()), default=0)
        name = _TITLED.sub("", " ".join(words[first:]))
        if len(name.split()) > 1:
            yield tone_normal(name.lower())
