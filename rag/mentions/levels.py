"""Words about a level of government ("của tỉnh", "kế hoạch xã") and the plans of that level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from ingest.units import core_key
from rag.corpus.library import Library, once
from rag.language.phrases import heard, names
from rag.language.words import AND, ByFirstWord, by_first_word, either, sound, spoken_in
from rag.mentions.barelevels import bare_levels

Pointed = tuple[int, int, frozenset[int]]
"""The first token and the one behind the last, and the plans that are pointed to."""
_OFFICE: Final = sound("sở")
_OTHER_THINGS: Final = frozenset(tuple(sound(one).split()) for one in ("tỉnh ủy", "tỉnh đoàn", "sở ngành"))
_OFFICES: Final = tuple(sound("sở ban ngành").split())
_NOUNS: Final = {"province": sound("tỉnh"), "commune": sound("xã"), "department": sound("sở")}
_BARE_LEVELS: Final = {**{noun: level for level, noun in _NOUNS.items()}, sound("phường"): "commune"}
_ASKED_OF: Final = tuple(map(sound, ("khi nào", "bao giờ", "mức nào", "ngày nào", "tháng mấy")))
"""What is asked right after a bare level: "tỉnh khi nào, sở khi nào"."""
_NUMBERING: Final = frozenset(map(sound, ("mấy", "hiệu", "bao")))
"""After what sounds like "sở" they make it "số": "kế hoạch số mấy"."""
_IN: Final = sound("trong")
_COUNTED: Final = frozenset(map(sound, ("các", "những", "nhiệm", "việc", "chỉ", "đó", "ấy")))
"""After "trong số", which sounds like "trong sở"."""
_GUIDED: Final = frozenset(tuple(sound(one).split()) for one in ("lộ trình", "chỉ đạo", "hướng dẫn", "tiến độ"))
"""What higher levels give, in the words of a row: "theo lộ trình của tỉnh" points to no plan."""
_ORDERED: Final = frozenset(
    tuple(sound(one).split())
    for one in ("quy định", "yêu cầu", "thông tư", "quyết định", "công văn", "văn bản", "đề nghị", "ý kiến", "hệ thống")
)
"""What a ministry issues for others: "theo quy định của Bộ" points to no plan of its own."""
_BY: Final = sound("do")
_HELD: Final = re.compile(
    rf"(?:(?:{either('chủ trì', 'đứng ra')}) )?(?:{either('tổ chức', 'phát động', 'đăng cai', 'triệu tập', 'mở lớp')})\b"
    rf"(?! (?:{either('thực hiện', 'triển khai')})\b)"
)
"""Behind "do UBND tỉnh": by whom a course or meeting is held that a plan of another level names, too."""


_KINDS: Final = tuple(
    map(
        sound,
        (
            *("bệnh viện", "học viện", "viện", "trường", "trung tâm", "tổng cục", "chi cục", "cục", "ban quản lý"),
            *(
                "tổng công ty",
                "công ty",
                "tập đoàn",
                "ngân hàng",
                "kho bạc",
                "công an",
                "thư viện",
                "bảo tàng",
                "hợp tác xã",
                "bộ",
            ),
        ),
    )
)
"""What an office calls itself by, "sở" and the levels of government apart: the longer before what it ends with."""
_MINISTRY, _OWNING = sound("bộ"), sound("của")
"""A ministry is called by its bare noun behind "của" only: "toàn bộ" and "nội bộ" end alike."""
_BOARD, _OF_PLAN = sound("ban"), tuple(sound("kế hoạch của").split())
"""A board of whatever name is called so behind "kế hoạch của": "bản" and "bạn" sound alike."""
_OF: Final = frozenset(map(sound, ("của", "trong", "toàn", "ở", "tại", "nội bộ")))
_AT: Final = frozenset(map(sound, ("ở", "tại", "bên", "phía", "dưới", "cấp")))
_NO_NAME: Final = frozenset(
    map(
        sound,
        (
            *(
                "có",
                "phải",
                "thì",
                "là",
                "được",
                "bị",
                "do",
                "mà",
                "để",
                "giao",
                "nào",
                "này",
                "mình",
                "ta",
                "em",
                "tôi",
                "đó",
            ),
            *(
                "trong",
                "từ",
                "đến",
                "vào",
                "trước",
                "sau",
                "tháng",
                "tuần",
                "quý",
                "năm",
                "ngày",
                "hôm",
                "hiện",
                "còn",
                "ai",
            ),
        ),
    )
)
"""What follows the noun of an office where no name does."""

_ACTS: Final = frozenset(map(sound, ("còn", "phải", "cần", "sẽ", "có")))
"""What follows the noun alone where the office that issued the plan does something: "bệnh viện còn việc nào"."""
_ACTORS: Final = frozenset(map(sound, ("công an", "ngân hàng", "kho bạc", "hợp tác xã")))
"""Nouns by which others name who has something to do for them."""
_SOME: Final = tuple(
    [sound(one)] for one in ("các", "những", "mỗi", "từng", "một", "mọi", "nhiều", "mấy", "với", "cho")
)
"""Before the noun they make it offices of that kind."""


def levels(library: Library, tokens: Sequence[str]) -> Iterator[Pointed]:
    """Words about a level of government, or the noun alone of the office that has issued a plan ("của bệnh viện")."""
    yield from _by_noun(library, tokens)
    plans = _plans_of_levels(library)
    for level, phrase in spoken_in(tokens, _phrases()):
        size = len(phrase.split())
        starts = [at for at in occurrences(tokens, phrase) if not _goes_on(library, tokens, at + size)]
        starts = [at for at in starts if tuple(tokens[max(0, at - 2) : at]) not in _GUIDED]
        starts = [at for at in starts if not _holds(tokens, at, at + size) and not _counted(tokens, at)]
        yield from ((at, at + size, plans[level]) for at in starts)
        yield from (more for at in starts for more in _levels_after(library, tokens, at + size))


def asked_levels(library: Library, typed: str, tokens: Sequence[str]) -> Iterator[Pointed]:
    """Bare levels that stand where they say whose plan is meant: "Ở phường, …", "tỉnh hẹn tháng nào"."""
    plans = _plans_of_levels(library)
    for at, level in bare_levels(typed, tokens):
        start = at - (at > 0 and tokens[at - 1] in _AT)
        if not _goes_on(library, tokens, at + 1):
            yield start, at + 1, plans[level]


def _by_noun(library: Library, tokens: Sequence[str]) -> Iterator[Pointed]:
    for noun, plans in _plans_of_nouns(library).items():
        size = len(noun.split())
        for at in occurrences(tokens, noun):
            behind = tokens[at + size : at + size + 1]
            if _is_led_to(noun, tokens[:at]) and (not behind or behind[0] in _NO_NAME):
                yield at - 1, at + size, plans
            elif (
                size > 1 and noun not in _ACTORS and behind and behind[0] in _ACTS and tokens[at - 1 : at] not in _SOME
            ):
                yield at, at + size, plans


def _is_led_to(noun: str, before: Sequence[str]) -> bool:
    """Whether the words before a bare noun show that it is an office's, not one that sounds alike."""
    if noun == _BOARD:
        return tuple(before[-len(_OF_PLAN) :]) == _OF_PLAN
    if noun == _MINISTRY:
        return before[-1:] == [_OWNING] and tuple(before[-3:-1]) not in _GUIDED | _ORDERED
    return bool(before) and before[-1] in _OF


@once
def _plans_of_nouns(library: Library) -> Mapping[str, frozenset[int]]:
    """The plans by the noun that their issuer calls itself by."""
    found: dict[str, set[int]] = {}
    for number, profile in enumerate(library.profiles):
        issuer = f"{sound(profile.issuer_key)} "
        noun = next((one for one in _KINDS if issuer.startswith(f"{one} ")), "")
        nouns = {noun, _BOARD if issuer.startswith(f"{_BOARD} ") else ""} - {""}
        for one in nouns:
            found.setdefault(one, set()).add(number)
    return {noun: frozenset(plans) for noun, plans in found.items()}


@once
def _plans_of_levels(library: Library) -> Mapping[str, frozenset[int]]:
    return {
        level: frozenset(n for n, profile in enumerate(library.profiles) if profile.level == level)
        for level in names("level")
    }


@cache
def _phrases() -> ByFirstWord[tuple[str, str]]:
    """Each level with each of its phrases."""
    nouns = ((level, _NOUNS.get(level, "")) for level in names("level"))
    return by_first_word(
        (phrase, (level, phrase))
        for level, noun in nouns
        for phrase in (*heard(f"level.{level}"), *(f"{noun} {ask}" for ask in _ASKED_OF if noun))
    )


def _levels_after(library: Library, tokens: Sequence[str], at: int) -> Iterator[Pointed]:
    """Bare levels that go on with one just named, up to the end of the question: "của xã, | sở và tỉnh"."""
    rest = [(n, token) for n, token in enumerate(tokens[at:], at) if token != AND]
    if rest and all(token in _BARE_LEVELS for _, token in rest):
        for n, token in rest:
            plans = (k for k, profile in enumerate(library.profiles) if profile.level == _BARE_LEVELS[token])
            yield n, n + 1, frozenset(plans)


def _holds(tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether a level is only by whom something is held ("các lớp do | UBND tỉnh | tổ chức"): that points to no plan."""
    held = " ".join(tokens[end:])
    return list(tokens[max(0, start - 1) : start]) == [_BY] and _HELD.match(held) is not None


def _counted(tokens: Sequence[str], at: int) -> bool:
    """Whether the level's noun is of many ("95 xã, | phường thì"): such names no plan."""
    before = tokens[max(0, at - 1) : at]
    return tokens[at] in _BARE_LEVELS and any(
        token.isdigit() or "commune" == _BARE_LEVELS.get(token) == _BARE_LEVELS[tokens[at]] for token in before
    )


def _goes_on(library: Library, tokens: Sequence[str], end: int) -> bool:
    """Whether words of a level go on to name something else: "tỉnh | ủy", "của sở | ngành", "của Sở | Y tế"."""
    if (
        end > 1
        and tokens[end - 2] == _IN
        and tokens[end - 1] == _OFFICE
        and tokens[end : end + 1]
        and tokens[end] in _COUNTED
    ):
        return True
    if tuple(tokens[end - 1 : end + 1]) in _OTHER_THINGS or tuple(tokens[end - 1 : end + 2]) == _OFFICES:
        return True
    if tokens[end - 1] != _OFFICE:
        return False
    if tokens[end : end + 1] and (tokens[end].isdigit() or tokens[end] in _NUMBERING):
        return True
    issuers = [sound(core_key(profile.issuer)) for profile in library.profiles if profile.issuer]
    after = " ".join(token for token in tokens[end - 1 :] if token != AND) + " "
    named = next((name for name, _ in library.spoken_units if after.startswith(f"{name} ")), "")
    return bool(named) and " " in named and not any(one.startswith(named) for one in issuers)


def occurrences(tokens: Sequence[str], phrase: str) -> list[int]:
    """Where the words of ``phrase`` stand side by side."""
    first, _, more = phrase.partition(" ")
    if first not in tokens:
        return []
    rest = more.split()
    if not set(rest).issubset(tokens):
        return []
    wanted = [first, *rest]
    size, starts = len(wanted), (at for at, token in enumerate(tokens) if token == first)
    return [at for at in starts if list(tokens[at : at + size]) == wanted]
