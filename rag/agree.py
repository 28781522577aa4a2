"""Does a candidate row agree with what the question says about it: unit, year, number, place?

A row that covers the words well but belongs to another unit or year is a near miss, not an answer.
"""

from __future__ import annotations

import re

from ingest.letters import UPPER
from ingest.units import is_collective, same_unit, unit_key
from rag.facts import names_unit
from rag.library import Entry, Library
from rag.question import Actor, Query
from rag.rank import Scored
from rag.words import sound

_PLACE = re.compile(rf"\b(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|TỈNH|PHƯỜNG|XÃ)\s+((?:[{UPPER}][\wÀ-ỹ]+)(?:\s+[{UPPER}][\wÀ-ỹ]+){{1,3}})")


def disagreement(library: Library, query: Query, one: Scored) -> str:
    """What of the question the candidate contradicts: "đơn vị", "năm", "số", "địa danh" or ""."""
    entry = one.entry
    if not _years_fit(library, query, entry):
        return "năm"
    if not all(_actor_fits(library, query, entry, actor) for actor in query.actors if not is_collective(_printed(library, actor))):
        return "đơn vị"
    if not _numbers_fit(query, one):
        return "số"
    return "" if _places_fit(library, query, entry) else "địa danh"


def _printed(library: Library, actor: Actor) -> str:
    """How the plans print the unit; its own words when they do not."""
    unit = library.units.get(actor.key)
    return unit.names[0] if unit else actor.words


def _context(library: Library, entry: Entry) -> str:
    plan = library.plans[entry.plan]
    headings = {section.locator: section.heading for section in plan.sections}
    chain, locator = [], entry.locator
    while locator:
        chain.append(headings.get(locator, ""))
        locator = locator.rpartition("/")[0]
    return " ".join([entry.text, *chain, plan.header.title or "", plan.header.issuer or ""])


def _years_fit(library: Library, query: Query, entry: Entry) -> bool:
    if not query.years:
        return True
    plan = library.plans[entry.plan]
    text = _context(library, entry)
    own = {int(year) for year in re.findall(r"\b(20\d\d)\b", text)}
    spans = [(int(a), int(b)) for a, b in re.findall(r"\b(20\d\d)\s*[-–]\s*(20\d\d)\b", text)]
    named = {int(year) for year in re.findall(r"[Nn]ăm\s+(20\d\d)\b", entry.name)}
    for year in query.years:
        inside = year in own or any(a <= year <= b for a, b in spans)
        if not inside and (year != plan.header.year or (named and year not in named)):
            return False
    return True


def _actor_fits(library: Library, query: Query, entry: Entry, actor: Actor) -> bool:
    plan = library.plans[entry.plan]
    if plan.header.issuer and (same_unit(plan.header.issuer, actor.key) or unit_key(plan.header.issuer).startswith(actor.key)):
        if actor.role not in ("lead", "support") or query.role == actor.role or not actor.direct:
            return True
    elif any(one.kind in ("issuer", "number") and entry.plan in one.plans and _same_words(query, actor, one.start, one.end) for one in query.mentions):
        return True
    if entry.kind == "clause":
        return actor.known and f" {actor.words} " in f" {sound(library.expander.expand(_context(library, entry))).replace(' va ', ' ')} "
    if actor.role == "lead" and actor.direct and query.role != "lead":
        return names_unit(entry.leads, actor.key)
    if actor.role == "support" and actor.direct and query.role != "support":
        return names_unit(entry.supports, actor.key)
    spoken = f" {sound(library.expander.expand(entry.text)).replace(' va ', ' ')} "
    return names_unit((*entry.leads, *entry.supports), actor.key) or f" {actor.words} " in spoken


def _same_words(query: Query, actor: Actor, start: int, end: int) -> bool:
    plain = query.spoken.split()
    back = [n for n, token in enumerate(plain) if token != "va"]
    at = back[actor.start] if actor.start < len(back) else actor.start
    return start <= at < end


def _numbers_fit(query: Query, one: Scored) -> bool:
    """A figure that the question names (not a year, not a plan's number) must stand in the row or over it."""
    pointed = {part for label in (query.pointer.ordinal, query.pointer.annex, query.pointer.group) if label for part in re.findall(r"\d+", label)}
    dates = set(re.findall(r"\d+", query.period.words)) if query.period else set()
    for word in one.missing:
        if any(c.isdigit() for c in word) and word not in pointed and not (word.isdigit() and int(word) in query.years) and word.lstrip("0") not in {d.lstrip("0") for d in dates}:
            if not any(m.kind == "number" for m in query.mentions):
                return False
    return True


def names_strange_place(library: Library, query: Query) -> bool:
    """Whether the question names a place that no loaded plan ever prints."""
    if query.typed.isupper():
        return False
    return any(
        place not in library.printed_sounds and not any(p.startswith(place) or place.startswith(p) for profile in library.profiles for p in profile.places)
        for place in (sound(match.group(1)) for match in _PLACE.finditer(query.typed))
    )  # fmt: skip


def _places_fit(library: Library, query: Query, entry: Entry) -> bool:
    if query.typed.isupper():
        return True
    known = {place for profile in library.profiles for place in profile.places}
    text = f" {sound(_context(library, entry))} "
    for match in _PLACE.finditer(query.typed):
        place = sound(match.group(1))
        if place not in known and f" {place} " not in text and not any(p.startswith(place) or place.startswith(p) for p in known):
            return False
    return True
