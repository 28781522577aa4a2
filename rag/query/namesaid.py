"""The words between "kế hoạch" and whose plan it is, which only name the plan: "kế hoạch | trồng rừng | của xã A"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rag.corpus.library import Library
from rag.language.words import AND, sound
from rag.mentions.mention import Mention
from rag.mentions.planyears import name_begins
from rag.query.question import Query

_WHOSE: Final = frozenset(map(sound, ("của", "ở", "tại", "do", "xã", "phường", "tỉnh", "huyện")))
"""Sound forms between a plan's matter and its issuer or place."""


def name_said(query: Query, library: Library) -> list[Mention]:
    """The mentions of the one plan meant, each from "kế hoạch" on where its title or text has all the words between."""
    if len(query.plans or ()) != 1:
        return []
    number, tokens = min(query.plans or ()), [token.heard for token in query.words.tokens]
    own = set(library.profiles[number].title.split())
    found = []
    for one in query.mentions:
        start = name_begins(tokens, one)
        if start is None or number not in one.plans:
            continue
        end = one.start
        while end > start + 2 and tokens[end - 1] in _WHOSE:
            end -= 1
        between = tokens[start + 2 : end]
        if between and (own.issuperset({*between} - {AND}) or library.prints(" ".join(between), number)):
            found.append(replace(one, start=start))
    return found
