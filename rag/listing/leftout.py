"""Lists that leave rows out: what stands behind "trừ", "ngoài … ra", "không phải" is asked by itself and taken away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import sound
from rag.mentions.pointers import Pointer
from rag.query.apart import set_apart
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.query.telegrams import THINGS
from rag.rows.cells import is_filled_in
from rag.rows.facts import Facts, Selection
from rag.wording import NOUN

_ROLES: Final = ("lead", "support")
_WHAT_ELSE: Final = re.compile(
    rf"(?<!ben )\b{sound('ngoài')} (?!{sound('ra')}\b)\S+ \S+ .*?\b(?:{sound('còn')}|{sound('có')}|thi|{sound('phải')}|{sound('làm')}|lo) "
    rf"(?:(?:chu chi|phu chach|dam ngiem|thuc hien|{sound('những')}|{sound('các')}|{sound('phải')}|{sound('làm')}|{sound('được')}|{sound('giao')}|{sound('có')}|mai|lo) )*"
    rf"(?:(?:{'|'.join(map(sound, THINGS.split('|')))}) (?:nao|gi)|gi)(?: (?:{sound('khác')}|{sound('nữa')}))+\b"
)
"""Asks what rows there are besides one that is named: "ngoài việc A ra còn việc nào nữa"."""
_RA: Final = re.compile(r"(\b[Nn]go(?:ài|ai) [^,]+? ra)\b (?!(?:thì|thi|còn|con)\b)")
"""Where what is named ends and nothing else shows it."""


def asks_what_else(query: Query) -> bool:
    """Whether a row is named only to ask for the others."""
    return query.intent is not Intent.FACT and _WHAT_ELSE.search(query.spoken) is not None


def select_apart(query: Query, library: Library, facts: Facts) -> Selection | None:
    """The rows of the question without what it leaves out; None where one of its parts is not understood."""
    apart = set_apart(_RA.sub(r"\1, ", query.typed) if asks_what_else(query) else query.typed)
    if apart is None:
        return None
    base = understand(apart.base, library, query.today)
    base = replace(base, intent=Intent.LIST, kind=query.kind, numbers=query.numbers)
    chosen = facts.select(base)
    if chosen.unmet or not chosen.rows:
        return None
    gone: set[int] = set()
    for said in apart.without:
        own = _called(said, chosen.rows, library) if asks_what_else(query) else ()
        rows = own or _left_out(said, base, library, facts)
        if rows is None:
            return None
        gone |= {one.order for one in rows}
    kept = [
        (row, role)
        for row, role in zip(chosen.rows, chosen.roles, strict=True)
        if row.order not in gone and is_filled_in(row)
    ]
    rows_kept, roles = tuple(row for row, _ in kept), tuple(role for _, role in kept)
    return replace(chosen, rows=rows_kept, roles=roles)


def _called(said: str, rows: tuple[Entry, ...], library: Library) -> tuple[Entry, ...]:
    """The rows whose names hold every word with which one is called."""
    words = set(library.hear(said).split())
    return tuple(row for row in rows if words <= set(library.hear(row.name).split()))


def _left_out(said: str, base: Query, library: Library, facts: Facts) -> tuple[Entry, ...] | None:
    """The rows that the words mean among those of the same plans; None where they mean none or are not understood."""
    asked = understand(f"Những {NOUN[base.kind]} nào {said}?", library, base.today)
    pointer = asked.pointer if not asked.pointer.empty else base.pointer
    own = tuple(
        replace(one, role=_role(base), negated=False) if one.role not in _ROLES else one for one in asked.actors
    )
    asked = replace(asked, intent=Intent.LIST, kind=base.kind, plans=base.plans, pointer=pointer, actors=own)
    if not (facts.narrowed(asked) or not asked.pointer.empty):
        return None
    found = facts.select(asked)
    if not found.rows and not found.unmet and asked.pointer.empty is False:
        anywhere = facts.select(replace(asked, pointer=Pointer()))
        return () if anywhere.rows and not anywhere.unmet else None
    return None if found.unmet or not found.rows else found.rows


def _role(base: Query) -> str:
    """The part of a unit named without one: what the rest of the question speaks of."""
    return "support" if base.role == "support" or any(one.role == "support" for one in base.actors) else "lead"
