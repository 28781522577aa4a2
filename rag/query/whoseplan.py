"""Units of a question that only say whose plan is meant."""

from __future__ import annotations

from typing import Final

from rag.corpus.library import Library
from rag.language.words import AND, sound
from rag.mentions.actors import Actor
from rag.query.question import Query

_OF: Final = sound("của")


def is_issuer_in_short(actor: Actor, query: Query, library: Library) -> bool:
    """Whether a unit that no plan prints is the issuer of the plan meant, said with fewer words ("Trường A" for "Trường Tiểu học A")."""
    if actor.known or len(query.plans or ()) != 1:
        return False
    issuer = sound(library.profiles[min(query.plans or ())].issuer_key).split()
    said = query.words.part(max(0, actor.start - 1), actor.end).split()
    said = said if said[:1] == issuer[:1] else said[min(actor.start, 1) :]  # "bệnh | viện": a head of two syllables
    rest = iter(issuer)
    return said[:1] == issuer[:1] and said[-1:] == issuer[-1:] and all(word in rest for word in said)


def is_of_title(actor: Actor, query: Query, library: Library) -> bool:
    """Whether the unit only ends the title of the plan meant ("trong lịch … của Bộ A")."""
    behind = query.words.part(actor.start - 1, actor.start) == _OF
    if (actor.direct and actor.role != "any") or not behind or query.plans is None:
        return False
    titles = (f" {library.profiles[number].title} ".replace(f" {AND} ", " ") for number in query.plans)
    return all(f" {_OF} {actor.words} " in title for title in titles)
