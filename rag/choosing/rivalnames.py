"""A proper name of the row's that the question has another name for: "… tại Khoa Nhi" is not "… tại Khoa Phụ sản".

Such a row covers all of the question but the one name, hence looks like the one meant. The two names are held against
each other where both stand behind the same word; names of units and of places known to the plans are read elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ingest.folding import fold
from ingest.letters import UPPER
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.phrases import is_of_questions
from rag.language.synonyms import synonyms
from rag.language.words import Stretch, Token, is_common, shared_first, sound
from rag.query.question import Query
from rag.ranking.rank import Scored

_KEPT: Final = 8192
"""Entries whose names are kept."""
_WORD: Final = re.compile(r"[^\W_]+")
_CAPITAL: Final = re.compile(rf"\b[{UPPER}][^\W\d_]*[^\W\d_{UPPER}]\b")
"""A word that begins with a capital and is no abbreviation."""
_BREAK: Final = re.compile(r"[^\w\s]")
"""Behind it a capital may begin a sentence or another name."""
_LEADING: Final = frozenset(
    {
        *("của", "ở", "tại", "cho", "với", "về", "theo", "trên", "trong", "từ", "đến", "và", "do", "là", "cùng", "qua"),
        *("bằng", "vào", "để", "giữa", "như", "thuộc", "các", "những"),
    }
)
"""Words behind which anything may stand: there only what is surely a name is another one."""
_NAME_SAID: Final = rf"[{UPPER}][^\W\d_]*(?:[ ](?:[{UPPER}][^\W\d_]*))*"
_RUN: Final = re.compile(rf"(?<!\w)(?:[{UPPER}][^\W\d_]*[^\W\d_{UPPER}](?:\s+|(?!\w)))+")
"""Words with a capital side by side."""
_PLACES: Final = re.compile(
    rf"\b(?:[Tt]ại|[Ởở])\s(?:(?:[\da-zà-ỹđ]+\s){{0,4}}[\da-zà-ỹđ]+:\s)?{_NAME_SAID}(?:(?:,|;| và)\s(?:ở |tại )?{_NAME_SAID})+"
)
"""Several places one behind the other: "tại Lam Giang, Vân Khê và Sông Mơ", "tại 02 huyện: Lam Giang, Vân Khê"."""
_AT: Final = sound("tại")
_PLACED: Final = frozenset({_AT, sound("ở")})
_HOME: Final = sound("Việt Nam")
"""Where all that is planned is."""
_PERSONS: Final = frozenset(
    map(sound, ("ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "chí", "là", "tên", "họ", "tôi", "sếp", "bạn"))
)
"""Behind these a name is a person's."""
_NAME: Final = 2
"""Words of a name at the least that a row is called by alone."""
_BEGUN: Final = 2
"""Words of such a name that the question says at the least, the noun among them."""
_BEHIND: Final = 2
"""Words behind these that may end another name."""
_SHORT_NAME: Final = 8
"""Words of a row's name at the most that is but a noun and a proper name."""
_LONGEST: Final = 3
"""Words of a name before the one that a row lacks."""


class _Named(NamedTuple):
    """A word of a row's name that begins or goes on with a proper name, and the two before it, as they sound."""

    before: str
    behind: str
    word: str
    next: str
    goes_on: bool
    """Whether the next word has a capital too."""


def names_another(library: Library, query: Query, one: Scored) -> bool:
    """Whether the row bears, behind a word that the question says, another proper name than the question's own."""
    if not one.missing:
        return False
    strange = _strange_names(query, one)
    if strange and _lists_others(query, one, strange):
        return True
    if one.entry.kind == "clause":
        return False
    if strange and _is_name_alone(query, one.entry):
        return True
    if _goes_on_otherwise(library, query, one):
        return True
    spoken = f" {' '.join(_behind(token.heard) for token in query.words.tokens)} "
    names = [name for name in _names(library)(one.entry.order) if f" {name.behind} " in spoken]
    printed = [name for name in names if f" {name.behind} {name.word} " not in spoken]
    if printed and any(_is_other(library, query, at, printed, telling=telling) for at, telling in _lacking(query, one)):
        return True
    goes_on = [name for name in printed if name.goes_on]
    begins = (*(start for start, _ in strange if start), *_begins_before(query, one)) if goes_on else ()
    return any(_is_other(library, query, at, goes_on, telling=True) for at in begins)


def names_unprinted(library: Library, query: Query) -> bool:
    """Whether the question calls something by a proper name that no loaded plan prints, nor one a letter from it.

    Not of a person, by whom may be asked or who may be spoken to, and not of words that it has others for.
    """
    covered, tokens = _covered(query), query.words.tokens
    heard, typed = [token.heard for token in tokens], sound(query.typed).split()
    for first, last in _runs(query.typed):
        said, size = typed[first:last], last - first
        start = next((n for n in range(len(heard) - size + 1) if heard[n : n + size] == said), 0)
        if not (start and _NAME <= size <= _LONGEST) or not covered.isdisjoint(range(start, start + size)):
            continue
        name = tokens[start : start + size]
        if any(map(is_of_questions, name)) or tokens[start - 1].heard in _PERSONS:
            continue
        if any(" ".join(said) in text for text in library.printed_sounds) or _is_synonym(query, said):
            continue
        if not any(_one_letter_off(" ".join(said), other) for other in _printed_names(library)):
            return True
    return False


def _is_synonym(query: Query, name: Sequence[str]) -> bool:
    return any(not set(name).isdisjoint(same.words) for same in synonyms(query.words))


def _one_letter_off(name: str, other: str) -> bool:
    if abs(len(name) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(name, other, strict=False)) if a != b), min(len(name), len(other)))
    rest, printed = name[start:], other[start:]
    return rest[1:] in (printed, printed[1:]) or printed[1:] == rest or rest == printed


@once
def _printed_names(library: Library) -> frozenset[str]:
    """How two and three neighbours of the words with a capital sound that plans print side by side."""
    runs = {tuple(sound(match[0]).split()) for plan in library.plans for match in _RUN.finditer(plan.text)}
    sizes = range(_NAME, _LONGEST + 1)
    return frozenset(
        " ".join(run[at : at + size]) for run in runs for size in sizes for at in range(len(run) - size + 1)
    )


def _goes_on_otherwise(library: Library, query: Query, one: Scored) -> bool:
    """Whether the question begins the name of one of several rows of a kind and ends it in other words.

    "Nghề Kỹ thuật | hàn" beside "Nghề Kỹ thuật | tiện" and "Nghề Nấu ăn".
    """
    name, tokens = _of_kind(library)(one.entry.order), query.words.tokens
    asked = [token.heard for token in tokens]
    if not name or name[0] not in asked or name[-1] in asked:
        return False
    size, at = max((shared_first(asked[n:], name), n) for n, word in enumerate(asked) if word == name[0])
    behind = range(at + size, min(at + size + _BEHIND, len(tokens)))
    if size < _BEGUN or not set(name[size:]).isdisjoint(asked) or not _covered(query).isdisjoint(behind):
        return False
    after = [tokens[n] for n in behind]
    if not after or is_of_questions(after[0]) or {token.heard for token in after}.isdisjoint(one.missing):
        return False
    said, rest = {token.heard for token in after}, f" {' '.join(name[size:])} "
    alike = (form for same in synonyms(query.words) if said & set(same.words) for form in same.forms)
    return not any(f" {' '.join(form)} " in rest for form in alike)


@once
def _of_kind(library: Library) -> Callable[[int], tuple[str, ...]]:
    """The sound form of the name of a row that is a noun and a proper name behind it, one of several so called; () otherwise."""
    named = [(one, words) for one in library.entries if one.kind != "clause" and (words := _noun_and_name(one.name))]
    kinds = [(one.plan, one.locator.rpartition("/")[0], words[0]) for one, words in named]
    several = Counter(kinds)
    told = {one.order: words for (one, words), kind in zip(named, kinds, strict=True) if several[kind] > 1}
    return lambda order: told.get(order, ())


def _noun_and_name(name: str) -> tuple[str, ...]:
    words = name.split()
    plain = len(words) <= _SHORT_NAME and all(_WORD.fullmatch(word) for word in words)
    return tuple(sound(name).split()) if plain and _CAPITAL.fullmatch(words[1] if len(words) > 1 else "") else ()


def _lacking(query: Query, one: Scored) -> Iterator[tuple[int, bool]]:
    """Where words of the question stand that the row lacks and that name no unit or plan, and whether they are of its matter.

    Of a name that begins with a question word ("Ba …") that is not known.
    """
    covered, lacking, grams = _covered(query), frozenset(one.missing), one.entry.main | one.entry.context
    for at, token in enumerate(query.words.tokens):
        telling = token.heard in lacking
        strange = telling or (is_common(token) and token.heard not in grams)
        if strange and at and at not in covered and not token.heard.isdigit():
            yield at, telling


def _begins_before(query: Query, one: Scored) -> Iterator[int]:
    """Where the name may begin of which the row lacks a word and has those before it in other cells.

    "phố [hoàng văn] thụ" beside "người phụ trách: Hoàng Văn Lý"; typed without capitals.
    """
    covered, lacking, tokens = _covered(query), frozenset(one.missing), query.words.tokens
    for at, token in enumerate(tokens):
        if token.heard not in lacking or at in covered:
            continue
        for start in range(at - 1, max(0, at - _LONGEST), -1):
            if start in covered:
                break
            if not is_common(tokens[start]) and not is_of_questions(tokens[start]):
                yield start


def _covered(query: Query) -> frozenset[int]:
    """The places of the words that name units and plans."""
    named: tuple[Stretch, ...] = (*query.actors, *query.mentions)
    return frozenset(n for part in named for n in range(part.start, part.end))


def _strange_names(query: Query, one: Scored) -> Sequence[tuple[int, int]]:
    """From where to where in the question names with capitals stand of which the row lacks a word; none of a unit or plan."""
    runs, lacking = _runs(query.typed), frozenset(one.missing)
    if not runs:
        return ()
    covered, heard = _covered(query), [token.heard for token in query.words.tokens]
    return [
        (start, end)
        for start, end in runs
        if covered.isdisjoint(range(start, end)) and not lacking.isdisjoint(heard[start:end])
    ]


@lru_cache(maxsize=64)  # each candidate is held against the question
def _runs(typed: str) -> tuple[tuple[int, int], ...]:
    """From which word to which names with capitals go in what was typed; no single word that opens it."""
    found = []
    for match in () if typed.isupper() else _RUN.finditer(typed):
        start, size = len(sound(typed[: match.start()]).split()), len(sound(match[0]).split())
        if start or size > 1:
            found.append((start, start + size))
    return tuple(found)


def _is_name_alone(query: Query, entry: Entry) -> bool:
    """Whether the row is called by nothing but a proper name, of which the question says no word."""
    words = entry.name.split()
    if len(words) < _NAME or not all(_CAPITAL.fullmatch(word) for word in words):
        return False
    return not {token.heard for token in query.words.tokens}.intersection(sound(entry.name).split())


def _lists_others(query: Query, one: Scored, strange: Sequence[tuple[int, int]]) -> bool:
    """Whether the entry lists the places where it is done, none of which is the one that the question says it is done at."""
    tokens = query.words.tokens
    at_place = [span for span in strange if span[0] and tokens[span[0] - 1].heard in _PLACED]
    at_place = [span for span in at_place if query.words.part(*span) != _HOME]
    if not at_place:
        return False
    return any(_PLACES.search(text) for text in (one.entry.name, one.entry.text))


def _is_other(library: Library, query: Query, at: int, printed: list[_Named], *, telling: bool) -> bool:
    """Whether the word there begins a name where the row has another."""
    tokens = query.words.tokens
    token, behind = tokens[at], _behind(tokens[at - 1].heard)
    rivals = [name for name in printed if name.behind == behind]
    after = tokens[at + 1].heard if at + 1 < len(tokens) else ""
    if not rivals or any(after == name.next for name in rivals):  # a slip of the fingers
        return False
    if f"{token.heard} {after}" in _known(library) or (telling and token.heard in _capitals(query.typed)):
        return True
    before = tokens[at - 2].heard if at > 1 else ""
    leads = _may_lead(tokens[at - 1], accents=query.words.accents)
    alike = not leads and any(name.before == before for name in rivals)
    return telling and alike and not is_of_questions(token)


@lru_cache(maxsize=64)  # each candidate is held against the question
def _capitals(typed: str) -> frozenset[str]:
    """How the words with a capital sound, but the first one; none of a question in capitals."""
    found = [] if typed.isupper() else [match[0] for match in _CAPITAL.finditer(typed) if match.start()]
    return frozenset(part for word in found for part in sound(word).split())


_LEADING_PLAIN: Final = frozenset(map(fold, _LEADING))


def _may_lead(token: Token, *, accents: bool) -> bool:
    """Whether anything may stand behind the word: "cho" but not "chợ", which without marks are one."""
    return token.typed in _LEADING if accents else fold(token.typed) in _LEADING_PLAIN


@once
def _known(library: Library) -> frozenset[str]:
    """The first two words of the proper names of all rows."""
    return frozenset(
        f"{name.word} {name.next}" for entry in library.entries if entry.kind != "clause" for name in _named(entry)
    )


@once
def _names(library: Library) -> Callable[[int], tuple[_Named, ...]]:
    """The proper names of entries that questions came near to, by their order."""
    return lru_cache(maxsize=_KEPT)(lambda order: _named(library.entries[order]))


def _named(entry: Entry) -> tuple[_Named, ...]:
    """Each word of a proper name that stands right behind another word of the row's name."""
    text = entry.name
    words = list(_WORD.finditer(text))
    heard = ["", *(sound(word[0]) for word in words), ""]
    found = []
    for n, word in enumerate(words):
        joined = n > 0 and not _BREAK.search(text, words[n - 1].end(), word.start())
        if joined and _CAPITAL.fullmatch(word[0]):
            goes_on = n + 1 < len(words) and _CAPITAL.fullmatch(words[n + 1][0]) is not None
            found.append(_Named(heard[n - 1], _behind(heard[n]), heard[n + 1], heard[n + 2], goes_on))
    return tuple(found)


def _behind(word: str) -> str:
    """The word before a name; those that say where something is are one."""
    return _AT if word in _PLACED else word
