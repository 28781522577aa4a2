"""The page for new staff: who does what, what abbreviations mean, which plan carries out which document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.folding import fold
from ingest.plan import Plan
from rag.citations import plan_name
from web.links import place_href, plan_href
from web.views import date_text, day_text

BASES_LOCATOR = "Căn cứ"
MOST_UNITS = 24
"""Units shown before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation, what it stands for, and the plans that say so."""

    short: str
    full: str
    plans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document that a plan rests on; ``href`` opens it when it is loaded itself."""

    number: str
    date: str
    href: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A plan, the documents it carries out, and the loaded plans that carry it out in turn."""

    name: str
    title: str
    date: str
    href: str
    bases: tuple[Document, ...]
    bases_href: str
    by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A document that several of the plans rest on, and their names and addresses."""

    number: str
    plans: tuple[tuple[str, str], ...]


def glossary(plans: Iterable[Plan]) -> tuple[Term, ...]:
    """What the plans define, by abbreviation; of one abbreviation each meaning once."""
    found: dict[tuple[str, str], tuple[str, dict[str, None]]] = {}
    for plan in plans:
        for short, full in plan.abbreviations:
            _, named = found.setdefault((short, fold(full)), (full, {}))
            named[plan_name(plan)] = None
    terms = (Term(short, full, tuple(named)) for (short, _), (full, named) in found.items())
    return tuple(sorted(terms, key=lambda term: (fold(term.short), fold(term.full))))


def carried(plans: Sequence[Plan]) -> tuple[Carried, ...]:
    """Each plan with what it carries out, matched by number among the loaded ones."""
    loaded = {number_key(plan.header.number): plan for plan in plans if plan.header.number}
    return tuple(
        Carried(
            name=plan_name(plan),
            title=plan.header.title or plan.file,
            date=date_text(plan.header),
            href=plan_href(plan.file),
            bases=_documents(plan, loaded),
            bases_href=place_href(plan.file, BASES_LOCATOR),
            by=tuple(
                (plan_name(one), plan_href(one.file)) for one in plans if one is not plan and _rests_on(one, plan)
            ),
        )
        for plan in plans
    )


def _documents(plan: Plan, loaded: Mapping[str, Plan]) -> tuple[Document, ...]:
    found: dict[str, Document] = {}
    for basis in plan.header.legal_bases:
        other = loaded.get(number_key(basis.number))
        day = day_text(basis.date) if basis.date else ""
        href = plan_href(other.file) if other and other is not plan else ""
        found.setdefault(number_key(basis.number), Document(basis.number, day, href))
    return tuple(found.values())


def _rests_on(one: Plan, other: Plan) -> bool:
    number = other.header.number
    return bool(number) and any(number_key(basis.number) == number_key(number) for basis in one.header.legal_bases)


def shared(plans: Sequence[Plan]) -> tuple[Shared, ...]:
    """The documents that at least two plans rest on, those of most plans first."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for plan in plans:
        for basis in plan.header.legal_bases:
            _, named = found.setdefault(number_key(basis.number), (basis.number, {}))
            named[plan_name(plan)] = plan_href(plan.file)
    several = (Shared(number, tuple(named.items())) for number, named in found.values() if len(named) > 1)
    return tuple(sorted(several, key=lambda one: -len(one.plans)))


def number_key(number: str | None) -> str:
    """A document's number as it is compared: folded, without spaces."""
    return "".join(fold(number or "").split())
