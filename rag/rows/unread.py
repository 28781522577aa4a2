"""What a question for rows says beside what was read of it, where only an office or a time can be meant.

Words of a plan's head are no condition, and an office or a time may be made of nothing else ("Sở Ngoại vụ" beside a head that
speaks of "nghiệp vụ" and "đối ngoại"): rows would be listed as if nothing had been said of them.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.letters import UPPER
from rag.corpus.departments import departments
from rag.corpus.library import Library, once
from rag.language.spelt import shown, spelt
from rag.language.words import AND, sound, spoken_in
from rag.mentions.pointing import units
from rag.mentions.strangers import head_of_office
from rag.query.issuedresults import issued_result
from rag.query.question import Query

_FALLING: Final = spelt(
    r"(?<!\w)(?:đến|tới|hết|quá|trễ|sát|gần|sắp) hạn (?:trong |vào |ngay |nội )*(?:quý|tháng|tuần|kỳ|đợt)(?!\w)(?! (?:nào|mấy|gì|bao))"
)
"""Says in which time rows fall due; asked with "nào" the time itself is wanted."""
_LEAST: Final = 3
"""Syllables of an office's name that, without its marks, are hardly other words."""


def unread(query: Query, library: Library) -> str:
    """The words of an office or a time that nothing was read from, "" where there are none."""
    return _time_in(query) or _office_in(query, library)


def _time_in(query: Query) -> str:
    if query.period or query.flags or query.quoted:
        return ""
    found = _FALLING.of(query.typed).search(shown(query.typed).lower())
    return found[0] if found else ""


def _office_in(query: Query, library: Library) -> str:
    """A name that begins as an office's does and that no head, heading or row of the plans meant prints."""
    if query.named or query.quoted:
        return ""
    result, tokens = issued_result(query.words, library), query.words.tokens
    read = {
        n for one in (*query.mentions, *query.actors, *([result] if result else ())) for n in range(one.start, one.end)
    }
    for at in (n for n in range(len(tokens) - 1) if not read.intersection((n, n + 1))):
        end = at + _name_at(query, at, library)
        said = " ".join(token.heard for token in tokens[at:end] if token.heard != AND)
        if said and not any(f" {said} " in text for text in _texts_meant(query, library)):
            return " ".join(token.typed for token in tokens[at:end])
    return ""


def _name_at(query: Query, at: int, library: Library) -> int:
    """How many tokens from there name an office, as far as can be told; 0 where none does.

    With accents a name has a capital; without them it is one that plans print or every province has.
    """
    tokens = query.words.tokens
    if query.words.accents:
        head = head_of_office(tokens, at)
        named = head and re.search(
            rf"(?i:{head})\s+(?=[{UPPER}])(?i:{re.escape(tokens[at + len(head.split())].typed)})", query.typed
        )
        return len(head.split()) + 1 if named else 0
    heard = [token.heard for token in tokens[at:]]
    known = (name.split() for name, _ in spoken_in(heard, units(library)))
    names = [*known, *(name.split() for name in departments())]
    return max((len(one) for one in names if len(one) >= _LEAST and heard[: len(one)] == one), default=0)


def _texts_meant(query: Query, library: Library) -> list[str]:
    return [text for number, text in enumerate(_texts(library)) if query.covers(number)]


@once
def _texts(library: Library) -> tuple[str, ...]:
    """By plan what its head, the headings in it and its rows say, in sound form without "và"."""
    rows: dict[int, list[str]] = {}
    for one in library.entries:
        rows.setdefault(one.plan, []).append(one.text if one.annex else "")
    told = (
        (
            profile.head,
            *(c.text for c in plan.clauses if c.locator == "Tiêu đề"),
            *(s.heading for s in plan.sections),
            *rows.get(number, ()),
        )
        for number, (profile, plan) in enumerate(zip(library.profiles, library.plans, strict=True))
    )
    heard = (sound(library.expander.expand(" | ".join(parts))) for parts in told)
    return tuple(f" {one} ".replace(f" {AND} ", " ") for one in heard)
