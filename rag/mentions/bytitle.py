"""A plan called by words of its title alone ("nhiệm vụ về tạo lập dữ liệu"), in questions for rows.

Words that no other plan prints can mean no other plan's rows, whatever stands before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from rag.corpus.library import Library
from rag.language.spelling import is_syllable
from rag.language.words import AND, Words, sound
from rag.mentions.actors import Actor
from rag.mentions.mention import ENDING, Mention
from rag.mentions.scope import POINTING, PROJECT

_LEAST: Final = 4
"""Syllables in a row of a title that name it."""
_OF: Final = sound("của")
_LONGEST: Final = 14
_SEVERAL: Final = 2
_YEAR: Final = sound("năm")
_CONDITIONS: Final = frozenset(
    [
        "về",
        "làm",
        "kéo",
        "đạt",
        "liên",
        "thường",
        "hằng",
        "hàng",
        "tính",
        "ghi",
        "phụ",
        "còn",
        "đã",
        "cần",
        "bị",
        "quá",
        "việc",
        "nhiệm",
        "chỉ",
        "trước",
        "sau",
        "trong",
        "thời",
    ]
)
_CONDITIONS_PLAIN: Final = frozenset(["keo", "hang", "viec", "nhiem", "truoc", "trong", "thoi"])
"""Words, as typed, that begin a condition of rows behind a plan's name."""
_HEADS_OF_NAMES: Final = tuple(
    tuple(sound(one).split()) for one in ("kế hoạch", "danh mục nhiệm vụ", "danh mục", "phụ lục nhiệm vụ")
)
"""What a plan's topic follows in a question for its rows."""
_GOES_ON: Final = frozenset(sound("có gồm của là do ở tại nêu ghi").split())
_PLANS: Final = frozenset(tuple(sound(one).split()) for one in ("kế hoạch", "chương trình", "nghị quyết", "quyết định"))
_PARTS: Final = _PLANS | {tuple(sound(one).split()) for one in ("phụ lục", "danh mục", "bảng")}
_LEAST_SHORT: Final = 3
"""Letters of a short name."""


def called(
    spoken: str, library: Library, found: Sequence[Mention | Actor], plans: frozenset[int] | None
) -> list[Mention]:
    """The longest run of words that stands in the title of one of the plans meant and is printed in no other."""
    scope = plans if plans is not None else frozenset(range(len(library.plans)))
    mentions = [one for one in found if isinstance(one, Mention)]
    if len(scope) < _SEVERAL or any(one.kind in ("number", "title", "topic", "day") for one in mentions):
        return []
    tokens = spoken.split()
    taken = {n for one in found if isinstance(one, Actor) or one.kind in POINTING for n in range(one.start, one.end)}
    if named := _projects(tokens, taken, library, scope) or _short_names(tokens, library, scope):
        return named
    for size in range(min(_LONGEST, len(tokens)), _LEAST - 1, -1):
        for at in range(len(tokens) - size + 1):
            if taken.isdisjoint(range(at, at + size)):
                owners = _owners(" ".join(tokens[at : at + size]), library, scope)
                if owners:
                    return [Mention(at, at + size, owners, "topic")]
    return _by_words(tokens, taken, library, scope)


def _by_words(tokens: Sequence[str], taken: set[int], library: Library, scope: frozenset[int]) -> list[Mention]:
    """The one plan whose title alone holds all the words right behind "kế hoạch", wherever they stand in it."""
    titles = {number: set(library.profiles[number].title.split()) for number in scope}
    for noun in _HEADS_OF_NAMES:
        for at in range(len(tokens) - len(noun)):
            if tuple(tokens[at : at + len(noun)]) != noun:
                continue
            start = at + len(noun)
            end = next(
                (n for n in range(start, len(tokens)) if n in taken or tokens[n] in ENDING | _GOES_ON), len(tokens)
            )
            said = {one for one in tokens[start:end] if one != AND}
            owners = frozenset(number for number, title in titles.items() if said <= title)
            if len(said) >= _LEAST and len(owners) == 1:
                return [Mention(start, end, owners, "topic")]
    return []


def spoken_of(words: Words, library: Library, taken: AbstractSet[int]) -> list[Mention]:
    """The plan that words behind "kế hoạch" can only mean by what it prints, where its head tells no title that holds them.

    It prints all of them and most of them side by side, which no other plan does ("theo kế hoạch phòng chống đuối nước").
    """
    tokens = [token.heard for token in words.tokens]
    for at in range(len(tokens) - 2):
        noun = tuple(tokens[at : at + 2])
        if noun not in _PLANS or not taken.isdisjoint((at, at + 1)):
            continue
        start = at + 2
        last = next(
            (n for n in range(start, len(tokens)) if n in taken or ends_name(words, n, first=n == start)), len(tokens)
        )
        meant: frozenset[int] = frozenset(range(len(library.plans)))
        found: list[Mention] = []
        for end in range(start + 1, last + 1):
            said = [one for one in tokens[start:end] if one != AND]
            meant = frozenset(number for number in meant if library.prints(tokens[end - 1], number))
            owners = _joining(said, meant, library) if end - start >= _LEAST - 1 else frozenset()
            if len(owners) == 1:
                found = [Mention(at, end, owners, "topic")]
        if found:
            return found
    return []


def _joining(said: Sequence[str], meant: frozenset[int], library: Library) -> frozenset[int]:
    """Those of the plans that print most of the words side by side."""
    pairs = [" ".join(pair) for pair in pairwise(said)]
    return frozenset(number for number in meant if 2 * sum(library.prints(pair, number) for pair in pairs) > len(pairs))


def ends_name(words: Words, at: int, *, first: bool) -> bool:
    """Whether the plan's name ends before the token; a name may hold what sounds like "năm"."""
    token = words.tokens[at]
    if token.heard == _YEAR:
        dated = any(one.heard.isdigit() for one in words.tokens[at + 1 : at + 2])
        return token.typed == "năm" or dated
    return token.heard in ENDING or (not first and token.typed in (_CONDITIONS if words.accents else _CONDITIONS_PLAIN))


def _projects(tokens: Sequence[str], taken: AbstractSet[int], library: Library, scope: frozenset[int]) -> list[Mention]:
    """A project called by the telling words of its name only, wherever these stand in its title ("của đề án …")."""
    for at in range(len(tokens) - len(PROJECT)):
        if tuple(tokens[at : at + len(PROJECT)]) != PROJECT or (at and tokens[at - 1] != _OF):
            continue
        start = at + len(PROJECT)
        end = next((n for n in range(start, len(tokens)) if tokens[n] in ENDING or n in taken), len(tokens))
        said = set(tokens[start:end])
        owners = frozenset(number for number in scope if said <= set(library.profiles[number].title.split()))
        if len(said) > _LEAST and len(owners) == 1:
            return [Mention(at, end, owners, "topic")]
    return []


def _short_names(tokens: Sequence[str], library: Library, scope: frozenset[int]) -> list[Mention]:
    """A plan called by a short name that its title alone tells ("kế hoạch OCOP", "phụ lục I OCOP")."""
    for at, token in enumerate(tokens):
        if len(token) >= _LEAST_SHORT and token.isalpha() and not is_syllable(token):
            before = (tuple(tokens[max(0, end - 2) : end]) for end in (at, at - 1))
            owners = _owners(token, library, scope) if any(one in _PARTS for one in before) else frozenset()
            if owners:
                return [Mention(at, at + 1, owners, "topic")]
    return []


def _owners(words: str, library: Library, scope: frozenset[int]) -> frozenset[int]:
    """The one plan whose title holds the words, where no other plan prints them; none otherwise."""
    named = [number for number in scope if f" {words} " in f" {library.profiles[number].title} "]
    if len(named) != 1:
        return frozenset()
    others = scope - {named[0]}
    return frozenset() if any(library.prints(words, number) for number in others) else frozenset(named)
