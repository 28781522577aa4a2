"""Who issued the document that is asked for: "theo quyết định nào của UBND tỉnh" points to no plan of the province."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.corpus.library import Library
from rag.language.words import Words, sound
from rag.mentions.actors import Actor
from rag.mentions.mention import Mention
from rag.mentions.scope import POINTING
from rag.query.issuedresults import IssuedResult, issued_result

_NOUNS: Final = ("quyết định", "nghị quyết", "công văn", "chỉ thị", "chương trình hành động", "kết luận", "thông báo")
_DOCUMENT: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, _NOUNS))}) (?:nao|gi|so (?:mai|nao|bao nhieu))(?: {sound('của')}| do)?$"
)
"""Right before the issuer."""
_OF: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, (*_NOUNS, 'văn bản', 'tờ trình', 'kế hoạch')))})(?: (?:{sound('số')}|{sound('được')}|{sound('đã')}))* (?:{sound('của')}|do)$"
)
"""The same where the document is named first and asked for later."""
_IN_NOTE: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('ghi chú', 'cột', 'ô')))})\b")
_ASKED_FOR: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, (*_NOUNS, 'văn bản', 'tờ trình', 'kế hoạch')))}) (?:nao|gi|so (?:mai|nao|bao nhieu))\b"
    rf"|\b{sound('số')} (?:hieu )?(?:mai|nao|bao nhieu|gi|la gi)\b|\b(?:la|mang) so\b"
)
_REACH: Final = 8


def names_issuer(words: Words, one: Mention) -> bool:
    """Whether a mention only says whose document is asked for."""
    named = one.kind in ("level", "issuer", "place")
    return named and _DOCUMENT.search(words.part(max(0, one.start - _REACH), one.start)) is not None


def _cited_in_note(words: Words, one: Mention, library: Library) -> bool:
    """Whether a province is named only for a document of its that a note cites: "quyết định của UBND tỉnh ghi ở ghi chú việc A là số mấy".

    One of a commune binds no other: there its own plan is meant.
    """
    if one.kind not in ("level", "issuer", "place") or _IN_NOTE.search(words.heard) is None:
        return False
    own = words.part(one.start, one.start + 1) == sound("của")
    before, behind = words.part(max(0, one.start - _REACH), one.start + own), words.part(one.end, len(words.tokens))
    above = all(library.profiles[number].level == "province" for number in one.plans)
    return above and _OF.search(before) is not None and _ASKED_FOR.search(behind) is not None


def beside_units(words: Words, found: Sequence[Mention], actors: Sequence[Actor], library: Library) -> list[Mention]:
    """The mentions but those that say whose document is asked for.

    Nor the issuer at the end of the name of an office that its plans do not know ("Đảng ủy | UBND xã").
    Nor the place in a unit's name ("Bưu điện Lam Giang") where another plan is named outright, nor the level in the name of an office of a place that none of the plans is of ("UBND tỉnh | Lam Giang").
    """
    result = issued_result(words, library)
    found = [
        one
        for one in found
        if not (names_issuer(words, one) or _cited_in_note(words, one, library))
        and not (result and _within(one, result))
    ]
    found = [one for one in found if not (one.kind == "level" and _is_elsewhere(one, actors, library))]
    found = [one for one in found if not (one.kind == "issuer" and _ends_name_of_another(one, actors, library))]
    within = [
        one for one in found if one.kind == "place" and any(a.start < one.start and one.end <= a.end for a in actors)
    ]
    named = [one.plans for one in found if one.kind in POINTING and one.plans and one not in within]
    apart = within and named and not frozenset.intersection(*named, *(one.plans for one in within))
    return [one for one in found if not (apart and one in within)]


def _within(one: Mention, result: IssuedResult) -> bool:
    """Whether the mention only says whose document the rows end in."""
    return one.kind in ("level", "issuer", "place", "actor") and result.start <= one.start and one.end <= result.end


def _is_elsewhere(one: Mention, actors: Sequence[Actor], library: Library) -> bool:
    """Whether a level is the beginning of the name of a printed office of another place than that of the plans."""
    over = [a for a in actors if a.known and a.start <= one.start and one.end < a.end]
    places = f" {' '.join(place for number in one.plans for place in library.profiles[number].places)} "
    return any(f" {' '.join(a.words.split()[one.end - a.end :])} " not in places for a in over)


def _ends_name_of_another(one: Mention, actors: Sequence[Actor], library: Library) -> bool:
    """Whether an issuer only ends the name of an office that other plans print and none of its own do."""
    over = [a for a in actors if a.known and a.start < one.start and one.end <= a.end]
    plans = range(len(library.plans))
    return any(
        any(library.names_office(a.words, n) for n in plans)
        and not any(library.names_office(a.words, n) for n in one.plans)
        for a in over
    )
