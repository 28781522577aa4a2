"""Groups of senders that a question names without a unit's full name: "các sở ngành", "huyện", "địa phương"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ingest.plan import Duty
from ingest.units import split_units
from rag.language.words import sound
from rag.mentions.actors import Actor
from rag.query.question import Query

GROUP: Final = "group"
"""The role of a named group, which no unit of its own has."""
_NOUNS: Final = tuple(
    map(
        sound,
        (
            "sở",
            "ban",
            "ngành",
            "huyện",
            "thị xã",
            "thành phố",
            "xã",
            "phường",
            "thị trấn",
            "đặc khu",
            "địa phương",
            "phòng",
            "chi bộ",
            "trường",
            "đơn vị",
            "cơ quan",
            "bộ",
            "trung tâm",
            "chi cục",
            "đoàn thể",
        ),
    )
)
_NOUN: Final = "(?:" + "|".join(sorted(_NOUNS, key=len, reverse=True)) + ")"
_EACH: Final = (
    "(?:" + "|".join(map(sound, ("các", "những", "mấy", "mọi", "từng", "cấp", "ủy ban nhân dân", "khối"))) + ")"
)
_ACTS: Final = r"(?= (?:nop|gui|bao cao|phai|tong hop)\b)"
_GOES_ON: Final = (
    r"(?= (?:thi|chuoc|va|voi|con|moi|cham|han|hang|luc|ci|khi|lam|bi|vuong|bao (?:ve|cho|len|nhanh))\b|$)"
)
"""What follows a bare noun that stands for a group ("huyện nộp …"); a name or "nào" would make it one unit."""
_LEADS: Final = "|".join(f"(?<= {word} )" for word in ("thi", "con", "va", "voi", "vs", "cua", "neu"))
_BEFORE: Final = rf"(?:^|(?<=- )|{_LEADS})"
"""What stands before a bare noun that does not act: elsewhere it belongs to a name ("tuyến xã")."""
_BARE: Final = rf"(?:huien|thi sa|sa|phuong|so|phong)\b(?: (?:{_NOUN})\b)*"
_PATTERN: Final = re.compile(
    rf"\b(?:{_EACH} )+{_NOUN}\b(?:(?! so (?:voi|sanh)\b) (?:va )?(?:{_EACH} )*{_NOUN}\b)*"
    rf"|\b{sound('sở')} (?:{sound('ban')} )?{sound('ngành')}\b"
    rf"|\b{sound('địa phương')}\b(?! nao)"
    rf"|\b(?:sa phuong|sa thi chan|huien thi sa|huien thi)\b"
    rf"|\b{_BARE}{_ACTS}|{_BEFORE}{_BARE}{_GOES_ON}"
)
_SINGLE: Final = frozenset(map(sound, ("sở", "phòng", "bộ", "trung tâm", "chi cục", "ban", "trường", "chi bộ")))
"""Nouns with which the name of one unit begins: only a plural actor is such a group."""
_BASE, _OFFICE = sound("cơ"), f"{sound('sở')} "
"""In "cơ sở văn hóa" no department is named."""
_REPORT: Final = sound("báo cáo")
_TOWARDS: Final = tuple([sound(word)] for word in ("về", "cho", "lên", "gửi", "qua", "nộp"))
_TAKEN: Final = "-"
"""Stands for a word of a unit or plan that is named otherwise."""
_MARKED: Final = frozenset(map(sound, ("sở", "xã", "phường", "phòng", "thị xã")))
"""Nouns never written without accents where the rest has them: "so" is "so (sánh)" there."""
_PLURAL: Final = re.compile(r"\b(?:cac|nhung|mai|moi|tung|cap)\b")
_ANYBODY: Final = re.compile(rf"\bcac (?:{sound('cơ quan')}|{sound('đơn vị')})\b(?! {sound('thuộc')})")
_COMMITTEE: Final = sound("ủy ban nhân dân")
_MANY: Final = re.compile(rf"(?:cac|nhung|mai|moi|tung|{_COMMITTEE})\b")
_BELONGS: Final = re.compile(r"\b(?:chuc )?thuoc\b.*")
"""To whom an actor belongs is no part of it: "các phòng thuộc huyện"."""
_LOCAL: Final = sound("địa phương")
LOCALITIES: Final = frozenset(map(sound, ("địa phương", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu")))


def groups(query: Query) -> Iterator[Actor]:
    """The groups named in the question, apart from the units and plans that it names otherwise."""
    taken = [(one.start, one.end) for one in query.actors] + [(one.start, one.end) for one in query.mentions]
    tokens = [
        _TAKEN if any(first <= at < last for first, last in taken) else token.heard
        for at, token in enumerate(query.words.tokens)
    ]
    text = " ".join(tokens)
    for found in _PATTERN.finditer(text):
        start = len(text[: found.start()].split())
        plain = query.words.accents and query.words.tokens[start].typed.isascii() and found[0] in _MARKED
        cut_off = not _PLURAL.match(found[0]) and _ends_recipient(query, tokens, start)
        if not plain and not cut_off:
            yield Actor("", GROUP, start, start + len(found[0].split()), words=found[0])


def _ends_recipient(query: Query, tokens: list[str], start: int) -> bool:
    """Whether what stands right before is the beginning of the name that a report goes to: "báo cáo UBND | huyện"."""
    begin = start
    while begin > 0 and tokens[begin - 1] == _TAKEN:
        begin -= 1
    before = query.words.part(max(0, begin - 2), begin)
    return begin < start and (before == _REPORT or before.split()[-1:] in _TOWARDS)


def is_group(unit: Actor) -> bool:
    """Whether a unit is a group by its words: "các sở ngành"."""
    return unit.role == GROUP or bool(_PATTERN.fullmatch(unit.words) and _MANY.match(unit.words))


def with_groups(query: Query, units: Iterable[Actor]) -> tuple[Actor, ...]:
    """The units and the groups in the order asked; a group read as a unit is a group."""
    based = [one for one in units if _is_base(query, one)]
    named = [replace(one, role=GROUP) if is_group(one) else one for one in units if one not in based]
    return tuple(sorted((*named, *groups(query)), key=lambda one: one.start))


def _is_base(query: Query, unit: Actor) -> bool:
    """Whether the unit is only heard in "cơ sở …"."""
    heard = f" {query.words.heard} "
    based = f" {_BASE} {unit.words} "
    return unit.words.startswith(_OFFICE) and heard.count(based) == heard.count(f" {unit.words} ") > 0


def is_among(duty: Duty) -> bool:
    """Whether the actor of a duty is every office there is: "các cơ quan, đơn vị, địa phương"."""
    return bool(_ANYBODY.search(sound(duty.actor)))


def is_sender_group(duty: Duty, group: Actor) -> bool:
    """Whether the actor of a duty is the group, or a list of units that holds it."""
    nouns = _nouns(group.words)
    if _LOCAL in nouns:
        nouns = set(LOCALITIES)
    elif nouns & LOCALITIES:
        nouns = nouns | {_LOCAL}
    if group.words.startswith(_COMMITTEE) and _COMMITTEE not in sound(duty.actor.replace("UBND", "ủy ban nhân dân")):
        return False
    return any(_holds(sound(unit), nouns) for unit in (duty.actor, *split_units(duty.actor)))


def _nouns(words: str) -> set[str]:
    """The nouns of a name; "thị xã" is no "xã"."""
    apart = f" {words} "
    found = set()
    for noun in sorted(_NOUNS, key=len, reverse=True):
        if f" {noun} " in apart:
            found.add(noun)
            apart = apart.replace(f" {noun} ", " , ") if " " in noun else apart
    return found


def _holds(actor: str, nouns: set[str]) -> bool:
    found = nouns & _nouns(_BELONGS.sub("", actor))
    return bool(found - _SINGLE) or bool(found and _PLURAL.search(actor))
