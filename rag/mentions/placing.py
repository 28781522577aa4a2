"""Where a place named by numbering stands in the plans meant: groups without an annex's numeral, parts by their turn."""

from __future__ import annotations

from dataclasses import replace

from rag.corpus.library import Library
from rag.mentions.baregroups import as_group
from rag.mentions.conditions import child_of, in_annex, in_group
from rag.mentions.pointers import Pointer


def placed(pointer: Pointer, library: Library, plans: frozenset[int] | None) -> Pointer:
    """The pointer as the plans meant number the place."""
    row, dash, _ = (pointer.ordinal or "").partition("-")
    if not dash:
        return as_group(pointer, library, plans)
    whole = as_group(replace(pointer, ordinal=row), library, plans)
    return _as_printed(replace(whole, ordinal=pointer.ordinal), library, plans)


def _as_printed(pointer: Pointer, library: Library, plans: frozenset[int] | None) -> Pointer:
    """The pointer to a part by its turn ("4-2") with the number that the part bears ("4.2"), where parts are numbered otherwise."""
    row, _, turn = (pointer.ordinal or "").partition("-")
    parts = [
        one.locator.rpartition("/")[2]
        for one in library.entries
        if one.parent is not None
        and (plans is None or one.plan in plans)
        and child_of(one, row)
        and (pointer.annex is None or in_annex(one, pointer.annex))
        and (pointer.group is None or in_group(one, pointer.group))
    ]
    if pointer.ordinal in parts or len(parts) != len(set(parts)) or int(turn) > len(parts):
        return pointer
    return replace(pointer, ordinal=parts[int(turn) - 1]) if parts else pointer
