"""A plan called by its matter: "KH rác thải tỉnh A", "trong kế hoạch chống ngập", where many plans are loaded or one.

People shorten a plan's title and put it in words of their own. Behind "kế hoạch", "phụ lục" and the like such words say
which plan is meant, and are no condition on its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from typing import Final, Protocol

from ingest.folding import fold
from ingest.readers.compounds import is_known_pair
from rag.corpus.library import Library, once
from rag.language.phrases import heard, names, written
from rag.language.spelling import is_syllable
from rag.language.synonyms import synonyms
from rag.language.words import AND, Stretch, Words, is_common, sound
from rag.mentions.bytitle import ends_name
from rag.mentions.mention import ENDING, ENDING_WRITTEN, Mention
from rag.mentions.pointing import title_pairs
from rag.mentions.scope import POINTING, agreed

_Option = tuple[str, ...]


def _phrases(*said: str) -> frozenset[_Option]:
    return frozenset(tuple(sound(one).split()) for one in said)


_PLAN: Final = tuple(sound("kế hoạch").split())
_SORTS: Final = {
    tuple(sound(noun).split()): initials
    for noun, initials in (("nghị quyết", "NQ"), ("quyết định", "QĐ"), ("chương trình", "CTr"), ("công văn", "CV"))
}
"""Other nouns for a plan, and the initials in the numbers of such: else a document that plans cite is meant."""
_PLANS: Final = frozenset((_PLAN, *_SORTS))
_ANNEXES: Final = frozenset(tuple(sound(one).split()) for one in ("phụ lục", "danh mục", "bảng", "biểu"))
_LED_IN: Final = _phrases(
    *("về", "thực hiện", "triển khai", "hành động", "các", "số", "của"),
    *("nào về", "số mấy về", "mấy về", "số nào về", "bao nhiêu về", "gì về"),
)
"""Words between the noun and the matter."""
_ROWS: Final = _phrases("chỉ tiêu", "nhiệm vụ", *["i", "ii", "iii", "iv", "v", "vi", "1", "2", "3", "4", "5", "6"])
"""Words between the noun for an annex and the matter."""
_OF_TABLES: Final = frozenset(
    sound("tiến độ phân công theo dõi tổng hợp chi tiết thời gian kinh phí kết quả và").split()
)
"""What tables of any plan are called by: "trong bảng tiến độ"."""
_OPEN: Final = frozenset(sound("của ở tại năm cho đến các do là").split())
_OF_ROWS: Final = frozenset(
    tuple(sound(one).split()) for one in ("nhiệm vụ", "công việc", "việc", "chỉ tiêu", "hoạt động", "nội dung")
)
_WHICH: Final = _phrases("nào", "gì", "liên quan", "đến", "tới")
_TWO: Final = 2
_NUMBERED: Final = frozenset(("title", "topic", "day", "carried"))
"""Other ways in which a title is already met."""
_TELLING: Final = 4
"""Syllables of a title that name it whatever else the plans print."""
_OFTEN, _REPEATED = 2, 3
"""How often a plan prints the words of its title that it is called by; words that are none of its title."""
_MOSTLY, _NEARLY = 0.6, 0.75
"""The share that the plan has in all that the loaded ones print of them."""
_NEAR: Final = 2
"""Tokens between the matter and whose plan it is ("… của tỉnh A")."""
_SIDE_BY_SIDE: Final = 0.5
"""The share of a matter's neighbours that a plan on it prints side by side."""


class _Asking(Protocol):
    """What is read of a question (`rag.query.question.Query`)."""

    @property
    def words(self) -> Words: ...

    @property
    def mentions(self) -> tuple[Mention, ...]: ...

    @property
    def actors(self) -> Sequence[Stretch]: ...


@dataclass(frozen=True, slots=True)
class _Named:
    """A noun for a plan or annex with the tokens behind it that may say its matter."""

    at: int
    start: int
    end: int
    noun: _Option

    @property
    def of_plan(self) -> bool:
        """Whether the noun is that of a plan, not of an annex."""
        return self.noun in _PLANS


def with_matters(words: Words, library: Library, found: Sequence[Mention], actors: Sequence[Stretch]) -> list[Mention]:
    """The pointers to plans, and those called by their matter, where no title or number tells them already."""
    if any(one.kind in _NUMBERED for one in found):
        return list(found)
    taken = {n for one in (*found, *actors) for n in range(one.start, one.end)}
    nouns = list(_nouns(words, taken, library, _PLANS | _ANNEXES))
    alone = sum(one.of_plan for one in nouns) < _TWO
    named = [one for noun in nouns if (one := _called(words, noun, library, found, alone=alone))]
    own = [one for n, one in enumerate(named) if not any(one.plans == other.plans for other in named[:n])]
    return sorted([*found, *own], key=lambda one: one.start)


def rows_matter(query: _Asking, library: Library) -> Mention | None:
    """The plan whose matter stands with the noun for rows: "việc chống ngập nào xong trong tháng 5", "nhiệm vụ nào về rác"."""
    taken = {n for one in (*query.mentions, *query.actors) for n in range(one.start, one.end)}
    called = (
        _called(query.words, noun, library, query.mentions, alone=True)
        for noun in _nouns(query.words, taken, library, _OF_ROWS)
    )
    return next((one for one in called if one), None)


def title_words_said(query: _Asking, library: Library) -> frozenset[str]:
    """The words of its title right behind "kế hoạch", where one plan only is loaded: they are of its every row."""
    if len(library.plans) != 1:
        return frozenset()
    tokens = [token.heard for token in query.words.tokens]
    starts = [n + len(_PLAN) for n in range(len(tokens)) if tuple(tokens[n : n + len(_PLAN)]) == _PLAN]
    title = library.profiles[0].own_words
    return frozenset(word for start in starts for word in takewhile(title.__contains__, tokens[start:]))


def is_strange(words: Words, library: Library, found: Sequence[Mention], plans: Sequence[int]) -> bool:
    """Whether the matter said behind the one "kế hoạch" of a question is that of none of the plans meant."""
    taken = {n for one in found for n in range(one.start, one.end)}
    nouns = [one for one in _nouns(words, taken, library, _PLANS) if one.noun == _PLAN]
    if len(nouns) != 1 or any(one.kind in (*_NUMBERED, "number") for one in found):
        return False
    said = Words(words.tokens[nouns[0].start : nouns[0].end], words.accents)
    for name in (*(f"header.{one}" for one in names("header")), "filler.header"):
        said = said.drop(phrase for phrase in heard(name) if " " in phrase)
    spelt = set(written("filler.header"))
    said = said.without(n for n, one in enumerate(said.tokens) if one.typed in spelt)
    while said.tokens and said.tokens[-1].typed in _of_heads(accents=words.accents):
        said = said.without([len(said.tokens) - 1])
    told = [one.heard for one in said.tokens if one.heard != AND]
    if len(told) < _NEAR or not said.content() or not all(is_syllable(word) for word in told):
        return False
    if not any(_speaks_of(said, told, number, library) for number in plans):
        return True
    others = _meant(said, library, None) - set(plans)  # another plan is on just that, and theirs only speak of it
    titled = any(set(told) <= set(library.profiles[number].title.split()) for number in others)
    return titled and not any(_in_title(_options(said), number, library) for number in plans)


@cache
def _of_heads(*, accents: bool) -> frozenset[str]:
    """The syllables, as typed, of what asks for a field of a plan's head ("… chức vụ gì"), where a matter ends."""
    asked = (phrase for one in names("header") for phrase in written(f"header.{one}"))
    return frozenset(word for phrase in asked for word in (phrase if accents else fold(phrase)).split())


def _speaks_of(said: Words, told: Sequence[str], number: int, library: Library) -> bool:
    """Whether the plan prints each of the words, or another word for it, and half of the neighbours side by side."""
    options = _options(said)
    own = set(library.profiles[number].title.split())
    otherwise = [any(set(one) <= own for one in others) for _, *others in options]
    as_said = (library.prints(" ".join(phrase), number) or set(phrase) <= own for phrase, *_ in options)
    if not all(one or other for one, other in zip(as_said, otherwise, strict=True)):
        return False
    pairs = list(pairwise(told))
    title = title_pairs(library)[number]
    beside = sum(pair in title or library.prints(" ".join(pair), number) for pair in pairs)
    return any(otherwise) or beside >= _SIDE_BY_SIDE * len(pairs)


def _nouns(words: Words, taken: AbstractSet[int], library: Library, nouns: AbstractSet[_Option]) -> Iterator[_Named]:
    tokens = [token.heard for token in words.tokens]
    for at in range(len(tokens) - 2):
        size = next((n for n in (2, 1) if tuple(tokens[at : at + n]) in nouns), 0)
        if not size or not taken.isdisjoint(range(at, at + size)):
            continue
        noun = tuple(tokens[at : at + size])
        start, between = at + size, _LED_IN | (_ROWS if noun in _ANNEXES else _WHICH if noun in _OF_ROWS else set())
        while led := next((n for n in (3, 2, 1) if tuple(tokens[start : start + n]) in between), 0):
            start += led
        end = start
        while end < len(tokens) and end not in taken and not _ends(words, end, library, first=end == start):
            end += 1
        if end > start and tuple(tokens[start : start + 2]) not in _PLANS:
            yield _Named(at, start, end, noun)


def _ends(words: Words, at: int, library: Library, *, first: bool) -> bool:
    """Whether a name ends before the token; "gom", "giao thông" and "ma túy" only sound like or begin as words that end one."""
    token, after = words.tokens[at], words.tokens[at + 1 : at + 2]
    if not words.accents:
        inside = any((token.heard, one.heard) in _within_titles(library) for one in after)
        return not inside and ends_name(words, at, first=first)
    before = words.tokens[at - 1 : at] if not first else ()
    pairs = (*((one.typed, token.typed) for one in before), *((token.typed, one.typed) for one in after))
    if any(is_known_pair(*pair) for pair in pairs):
        return False
    if is_common(token):
        return not token.typed.isascii() or token.typed in ENDING_WRITTEN
    sounds_so = token.heard in ENDING and token.typed not in ENDING_WRITTEN
    return not sounds_so and ends_name(words, at, first=first)


@once
def _within_titles(library: Library) -> frozenset[tuple[str, str]]:
    """The neighbours of which a title holds the first only there: not those that "của" or "năm" begins."""
    pairs = frozenset[tuple[str, str]]().union(*title_pairs(library))
    return frozenset(pair for pair in pairs if pair[0] not in _OPEN)


def _called(words: Words, noun: _Named, library: Library, found: Sequence[Mention], *, alone: bool) -> Mention | None:
    """The plan meant by the longest beginning of the words behind the noun that can only be its matter."""
    said = words.part(noun.start, noun.start + 2)
    if noun.of_plan and f" {words.part(noun.at, noun.at + 2)} {said} " in _names_of_rows(library):
        return None  # a row has such a plan drawn up
    if noun.start - noun.at == 1 and _prints(library, words.part(noun.at, noun.start + 1)):
        return None  # "bảng xếp hạng", "biểu diễn": another thing, or another word
    whose = [one for one in found if one.kind in POINTING and 0 <= one.start - noun.end <= _NEAR]
    scope = agreed(whose or [one for one in found if alone and one.kind != "actor"])
    for end in range(noun.end, noun.start, -1):
        part = Words(words.tokens[noun.start : end], words.accents)
        if noun.noun in _ANNEXES and _OF_TABLES.issuperset(part.heard.split()):
            continue
        if plans := _of_sort(noun, _meant(part, library, scope), library):
            return Mention(noun.start, end, plans, "topic")
    return None


def _prints(library: Library, words: str) -> bool:
    return any(library.prints(words, number) for number in range(len(library.plans)))


def _of_sort(noun: _Named, plans: frozenset[int], library: Library) -> frozenset[int]:
    """Those of the plans that are what the noun says."""
    initials = _SORTS.get(noun.noun)
    return frozenset(n for n in plans if initials is None or initials in (library.plans[n].header.number or ""))


def _meant(said: Words, library: Library, scope: frozenset[int] | None) -> frozenset[int]:
    """The one plan of ``scope`` whose title or repeated words say the matter; none where several do."""
    options = _options(said)
    words = [one for one in said.heard.split() if one != AND]
    if not words or (len(words) < _NEAR and len(options[0]) < _NEAR):
        return frozenset()
    numbers = scope if scope is not None else frozenset(range(len(library.plans)))
    if len(numbers) == 1 and set(words) <= set(library.profiles[min(numbers)].title.split()):
        return frozenset()  # what is said of the plan in its own words is known as such
    titled = [number for number in numbers if _in_title(options, number, library)]
    if len(titled) == 1 and (
        len(numbers) == 1 or len(set(words)) >= _TELLING or _tells(options, titled[0], library, least=_OFTEN)
    ):
        return frozenset(titled)
    phrase = (tuple(words),)
    if titled or len(words) < _NEAR:
        return frozenset()
    telling = [number for number in numbers if _tells([phrase], number, library, least=_REPEATED)]
    return frozenset(telling) if len(telling) == 1 else frozenset()


def _options(said: Words) -> list[tuple[_Option, ...]]:
    """What each word or phrase may be printed as, itself first."""
    others = {one.words: one.forms for one in synonyms(said)}
    tokens, at, found = said.heard.split(), 0, []
    while at < len(tokens):
        phrase = next((one for one in others if tuple(tokens[at : at + len(one)]) == one), (tokens[at],))
        if phrase != (AND,):
            found.append((phrase, *others.get(phrase, ())))
        at += len(phrase)
    return found


def _in_title(options: Sequence[tuple[_Option, ...]], number: int, library: Library) -> bool:
    """Whether the title holds all of the words, or others for them, and some side by side as they are said."""
    own = set(library.profiles[number].title.split())
    held = [[one for one in each if set(one) <= own] for each in options]
    return all(held) and any(pair in title_pairs(library)[number] for pair in _pairs(held))


def _pairs(options: Sequence[Sequence[_Option]]) -> Iterator[tuple[str, str]]:
    """The neighbours within each phrase and from each to the next."""
    for each in options:
        for one in each:
            yield from pairwise(one)
    for before, after in pairwise(options):
        yield from ((one[-1], other[0]) for one in before for other in after)


def _tells(options: Sequence[Sequence[_Option]], number: int, library: Library, *, least: int) -> bool:
    """Whether the plan prints words of the matter so often, and most of all that the loaded plans print of them."""
    share = _MOSTLY if least == _OFTEN else _NEARLY
    phrases = {" ".join(pair) for pair in _pairs(options)} if least == _OFTEN else {" ".join(options[0][0])}
    for phrase in phrases:
        times = [text.count(f" {phrase} ") for text in library.printed_sounds]
        if times[number] >= least and times[number] >= share * sum(times):
            return True
    return False


@once
def _names_of_rows(library: Library) -> str:
    named = (library.hear(one.name) for one in library.entries if one.kind != "clause")
    return f" {' | '.join(named)} "
