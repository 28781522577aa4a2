"""Figures of several things asked for one beside the other, as in telegrams: "xã A: % hộ nghèo; % hộ dùng nước sạch"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.corpus.library import Library
from rag.lookup import Lookup
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.sides.beside import names_thing

_NOUN: Final = r"(?:%|(?:tỷ|tỉ|ty|ti) (?:lệ|le|trọng|trong)\b|(?:số|so)\b(?! (?:với|voi|sánh|sanh|hóa|hoa)\b)|(?:mức|muc)\b|(?:chỉ tiêu|chi tieu|CT)\b)"
"""With what the name of a figure begins."""
_TOPIC: Final = re.compile(rf"(?i)[^:?]{{2,80}}?(?::|\s[–-])\s+(?={_NOUN})")
"""What is said of all, before a colon or a dash."""
_JOINT: Final = re.compile(
    rf"(?i)\s*;\s+(?:và\s+|va\s+|còn\s+|con\s+)?|(?:\s*[,+/]\s+(?:và\s+|va\s+)?|\s+(?:và|va|với|voi|còn|con)\s+)(?={_NOUN})"
)
"""A semicolon, or what joins one name of a figure to another."""
_ANY_NOUN: Final = re.compile(rf"(?i)(?<!\w){_NOUN}")
_STARTS: Final = re.compile(rf"(?i)\s*{_NOUN}\s*\S")
_MOST: Final = 4
"""Figures that one question asks for."""
_WELL: Final = 0.6
_BETTER: Final = 0.1
"""How well each must be named, and how much better than all by one row."""
_WHOLLY: Final = 0.97
"""Things that are each named so well are two even where one row says much of both."""


def listed_figures(query: Query, library: Library, lookup: Lookup) -> tuple[Query, ...]:
    """One question for each figure of a list, in order; () where the question is no list of such.

    Every name, or at least the first where a semicolon parts them, begins as those of figures do, and names a row
    better than any row is named by all of them together.
    """
    topic = _TOPIC.match(query.typed)
    shared = topic[0] if topic else _lead_in(query, library)
    rest = query.typed[len(shared) :]
    pieces = [piece.strip(" ?.") for piece in _JOINT.split(rest)]
    if not 1 < len(pieces) <= _MOST or not all(pieces) or not _STARTS.match(pieces[0]):
        return ()
    if query.role != "value" and not all(map(_STARTS.match, pieces)):  # "đúng hạn" may be what a figure is of
        return ()
    asked = tuple(_read(query, library, f"{shared}{piece}") for piece in pieces)
    return asked if _apart(query, asked, lookup) else ()


def _lead_in(query: Query, library: Library) -> str:
    """What stands before the first name of a figure and only says whose it is: "Xã A phấn đấu | tỷ lệ …"."""
    first = _ANY_NOUN.search(query.typed)
    lead = query.typed[: first.start()] if first else ""
    named = lead and understand(lead, library, query.today).mentions
    return lead if named and not names_thing(query, lead, library) else ""


def _read(query: Query, library: Library, text: str) -> Query:
    """A piece as a question for a figure, of the plans and years of the whole where it names none."""
    read = understand(text, library, query.today)
    plans = query.plans if read.plans is None else read.plans
    return replace(read, intent=Intent.FACT, role="value", roles=(), plans=plans, years=read.years or query.years)


def _apart(query: Query, asked: Sequence[Query], lookup: Lookup) -> bool:
    """Whether each piece names something well, and all of them together nothing as well."""
    if any(not lookup.words(one) for one in asked):
        return False
    least = min(map(lookup.fit, asked))
    return least >= max(_WELL, min(_WHOLLY, lookup.fit(query) + _BETTER))
