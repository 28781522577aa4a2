"""What prose assigns to a unit: the clauses that its heading stands over or that it is the doer of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.plan import Clause, Plan
from ingest.units import split_units, unit_key
from rag.answer import Answer, Item, Status
from rag.citations import cite, plan_name
from rag.corpus.library import Library, once
from rag.language.words import sound, without_and
from rag.mentions.actors import Actor
from rag.mentions.conditions import names_unit
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.subjects import HEAD_OF, MARKER, bare_unit, subject_of
from rag.wording import NOUN, shorten

PROSE: Final = "prose"
"""The role of an item that is a clause."""
_SHORTEST: Final = 4
"""Words; a clause of fewer is a heading."""
_RECITALS: Final = frozenset({"Căn cứ", "Tiêu đề", "Nơi nhận", "Ký"})
"""Parts of a plan that give nobody work: "…, Sở A ban hành kế hoạch như sau"."""
_LOCAL: Final = " trên địa bàn"
"""Where the name of a sort of office ends ("Trường học trên địa bàn")."""
_LEAST_NAME, _TELLING_NAME = 2, 5
"""Syllables of a name that no row prints, and of one that a row prints otherwise than the heading."""
_RANK: Final = re.compile(rf" (?:{'|'.join(map(sound, ('thành phố', 'tỉnh', 'huyện', 'quận', 'xã', 'phường')))})$")
"""The rank of its place, which an office is named with and its heading leaves out."""
_HEADING: Final = 160


def clauses_of(query: Query, library: Library, actor: Actor) -> Iterator[tuple[Plan, Clause]]:
    """The clauses of the plans asked about that assign something to the unit, in document order."""
    for number, plan in enumerate(library.plans):
        if not query.covers(number) or not library.names_office(_RANK.sub("", actor.words), number):
            continue
        said = without_and(query.words.part(actor.start, actor.end))
        for clause, subject in zip(plan.clauses, _subjects(library)[number], strict=True):
            if not subject or clause.locator in _RECITALS:
                continue
            of_issuer = without_issuer(library, number, subject) == said
            if not (of_issuer or _is_done_by(library, subject, actor, said)):
                continue
            if len(clause.text.split()) >= _SHORTEST and sound(_body(plan, clause)) != sound(subject):
                yield plan, clause


@once
def _subjects(library: Library) -> Sequence[Sequence[str]]:
    """The unit that each clause of each plan gives work to."""
    return [[subject_of(plan, clause) for clause in plan.clauses] for plan in library.plans]


def without_issuer(library: Library, number: int, subject: str) -> str:
    """How the name of a unit sounds that its plan prints with the issuer's behind it ("Văn phòng | Sở A"); "" for others."""
    name, issuer = (without_and(library.hear(one)) for one in (subject, library.profiles[number].issuer))
    return name.removesuffix(f" {issuer}") if issuer and name.endswith(f" {issuer}") else ""


def _is_done_by(library: Library, subject: str, actor: Actor, said: str) -> bool:
    """Whether the doer is the unit asked for, whose name is ``said`` so; one that no row names is known by its sound only."""
    names = (subject, subject.partition(_LOCAL)[0], HEAD_OF.sub("", subject), *split_units(subject))
    if actor.known and names_unit(names, actor.key):
        return True
    heard = [f"{without_and(one)} " for name in names for one in (sound(unit_key(name)), library.hear(name))]
    if actor.known:
        return len(said.split()) >= _TELLING_NAME and any(name.startswith(f"{said} ") for name in heard)
    bare = _RANK.sub("", actor.words)
    return len(bare.split()) >= _LEAST_NAME and (
        f"{bare} " in heard or any(name.startswith(f"{actor.words} ") for name in heard)
    )


def prose_item(plan: Plan, clause: Clause) -> Item:
    """A clause that assigns something, as a row."""
    return Item(plan.file, plan_name(plan), clause.locator, _body(plan, clause), role=PROSE)


def answer_assigned(query: Query, library: Library, actor: Actor) -> Answer | None:
    """All that prose assigns to a unit which no row names, or how much; None where it assigns nothing."""
    found = list(clauses_of(query, library, actor))
    if not found:
        return None
    items = tuple(prose_item(plan, clause) for plan, clause in found)
    counts = query.intent is Intent.COUNT
    values = (str(len(items)),) if counts else tuple(dict.fromkeys(one.name for one in items))
    citations = tuple(one for plan, clause in found for one in cite(plan, clause.locator, (clause.span,)))
    lines = "; ".join(f"{one.locator} – {shorten(one.name, _HEADING)}" for one in items)
    text = f"{len(items)} {NOUN[PROSE]}: {lines}."
    return Answer(query.typed, Status.ANSWERED, text, values, items, citations, method="retrieval")


def _body(plan: Plan, clause: Clause) -> str:
    """What a clause says, without its dash or letter and without the unit and colon that it may open with."""
    words = MARKER.sub("", clause.text).strip().rstrip(" .;")
    unit, _, work = words.partition(": ")
    return work.strip() if work and bare_unit(unit) == subject_of(plan, clause) else words
