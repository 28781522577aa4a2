"""A follow-up about a row worded like the one before: "kế hoạch di dời chợ …" has "kế hoạch di dời bến xe …" beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.compose import compose
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.ranking.rank import Scored

_GOES_ON: Final = re.compile(
    rf"^(?:(?:{sound('thế')}|{sound('vậy')}|{sound('thì')}) )?(?:{sound('còn')}|{sound('với')}|{sound('thế')}|{sound('vậy')}) \S"
    rf"|{sound('thì')} (?:{sound('sao')}|{sound('thế nào')})$"
)
_ALIKE: Final = 0.6
"""The share of a row's words that one worded like it has."""
_FEWEST: Final = 6
"""Words of a row that show a wording; shorter names are alike by chance."""
_SAID: Final = 0.5
"""The share of what is named now that such a row must say where it differs from the one before."""


def of_row_alike(query: Query, before: Query, row: Entry, library: Library) -> Answer | None:
    """The column asked for before, of the one row worded like the row before that says what is named now; None without one."""
    same = before.intent is Intent.FACT and query.intent is Intent.FACT and bool(before.role) and not before.actors
    if not same or row.kind == "clause" or query.quoted or query.period or not query.pointer.empty:
        return None
    if query.role not in ("", before.role) or not _GOES_ON.search(query.spoken):
        return None
    if any(one.kind in ("number", "issuer", "place") for one in query.mentions):
        return None
    rest = query.words.drop(heard("ask.follow")).drop(heard("filler.follow")).drop((sound("thế"), sound("còn")))
    named = {word: weight for word, weight in rest.content().items() if weight >= 1.0}
    own = set(library.hear(row.name).split())
    if not named or len(own) < _FEWEST:
        return None
    fits = [(_fit(named, own, one, library), one) for one in library.entries if _is_alike(row, own, one, library)]
    best = max((fit for fit, _ in fits), default=0.0)
    meant = [one for fit, one in fits if fit == best]
    if best < _SAID or len(meant) != 1:
        return None
    asked = replace(query, role=before.role, roles=before.roles, flags=before.flags, actors=())
    told = compose(asked, library, Scored(meant[0], 1.0, 1.0, 1.0))
    return told if told.status in (Status.ANSWERED, Status.NOT_STATED) else None


def _is_alike(row: Entry, own: set[str], other: Entry, library: Library) -> bool:
    """Whether another row of the same table is worded like the row."""
    if other is row or (other.plan, other.annex, other.kind) != (row.plan, row.annex, row.kind):
        return False
    words = set(library.hear(other.name).split())
    return len(words & own) >= _ALIKE * max(len(words), len(own))


def _fit(named: dict[str, float], own: set[str], other: Entry, library: Library) -> float:
    """How much of what is named now the row says where the row before says something else."""
    return library.cover(named, set(library.hear(other.name).split()) - own)
