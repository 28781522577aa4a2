"""How a question was understood and what was weighed for it, in words for whoever looks into an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rag.choosing.agree import disagreement
from rag.choosing.strangethings import SURE_ENOUGH, strange_things
from rag.choosing.thresholds import Thresholds
from rag.citations import plan_name
from rag.corpus.library import Library
from rag.lookup import Lookup
from rag.mentions.pointers import Pointer
from rag.query.question import Query
from rag.ranking.rank import Scored
from rag.rows.facts import printed_name
from rag.wording import EXPLAINED, FLAG, INTENT, NOTHING, PART, ROLE, shorten

_SHOWN: Final = 5
_NAME: Final = 80


def explain(query: Query, library: Library, lookup: Lookup, limits: Thresholds) -> str:
    """What the question was taken to ask, its five best candidates, and the thresholds that decide, as plain lines.

    The candidates are those of a question about one fact; lists and heads of plans are not chosen by score.
    """
    lines = [EXPLAINED["question"].format(question=query.typed)]
    lines += [f"  {label}: {value or NOTHING}" for label, value in _understood(query, library, lookup)]
    lines.append(EXPLAINED["candidates"])
    ranked, cosines = lookup.weigh(query)
    found = ranked[:_SHOWN]
    for place, one in enumerate(found, 1):
        lines += (
            f"  {place}. {line}" if not n else f"     {line}" for n, line in enumerate(_candidate(query, library, one))
        )
    if not found:
        lines.append(f"  {NOTHING}")
    sure = lookup.confidence(query, ranked, found[0], cosines) if found else 0.0
    lines.append(EXPLAINED["limits"].format(limits=limits, sure=sure))
    strange = strange_things(query, library, found[0].entry, lookup.words(query)) if found else ()
    if things := [" ".join(_typed(query, word) for word in parts) for parts in strange]:
        lines.append(EXPLAINED["strange"].format(things=", ".join(things), sure=SURE_ENOUGH))
    return "\n".join(lines)


def _understood(query: Query, library: Library, lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Each thing read from the question as (label, value); a value is "" where the question says nothing of it."""
    roles = query.roles or ((query.role,) if query.role else ())
    yield PART["intent"], INTENT[query.intent]
    yield PART["roles"], ", ".join(ROLE[role].lower() for role in roles)
    yield PART["actors"], "; ".join(_actors(query, library))
    plans = () if query.plans is None else sorted(query.plans)
    yield PART["plans"], "; ".join(plan_name(library.plans[number]) for number in plans) or PART["all_plans"]
    yield PART["pointer"], _pointer(query.pointer)
    yield PART["period"], _period(query)
    yield PART["flags"], ", ".join(sorted(FLAG[flag] for flag in query.flags))
    yield PART["quoted"], "; ".join(f"“{words}”" for words in query.quoted)
    words = lookup.words(query)
    yield PART["words"], ", ".join(f"{_typed(query, word)} ({library.idf(word) * words[word]:.1f})" for word in words)


def _actors(query: Query, library: Library) -> Iterator[str]:
    for actor in query.actors:
        known = "" if actor.known else f", {PART['unknown']}"
        yield f"{printed_name(library, query, actor)} ({PART['role_' + actor.role]}{known})"


def _pointer(pointer: Pointer) -> str:
    annex = None if pointer.annex is None else (pointer.annex.replace("|", ", ") or PART["any"])
    named = (("annex", annex), ("group", pointer.group), ("ordinal", pointer.ordinal), ("prose", pointer.prose))
    return ", ".join(f"{PART[part]} {label}" for part, label in named if label)


def _period(query: Query) -> str:
    years = ", ".join(map(str, query.years))
    if query.period is None:
        return years and f"{PART['year']} {years}"
    start, end = (day.strftime("%d/%m/%Y") if day else "…" for day in (query.period.start, query.period.end))
    return f"{start} – {end} (“{query.period.words}”)"


def _typed(query: Query, heard: str) -> str:
    """A word as the question has it, for one that is known by its sound."""
    return next((token.typed for token in query.words.tokens if token.heard == heard), heard)


def _candidate(query: Query, library: Library, one: Scored) -> Iterator[str]:
    """One candidate in two lines: what and where it is, then its figures."""
    entry = one.entry
    yield f"{entry.locator}, {plan_name(library.plans[entry.plan])} – {shorten(entry.name, _NAME)}"
    missing = ", ".join(_typed(query, word) for word in one.missing) or NOTHING
    differs = disagreement(library, query, one) or NOTHING
    yield EXPLAINED["candidate"].format(score=one.score, coverage=one.coverage, missing=missing, differs=differs)
