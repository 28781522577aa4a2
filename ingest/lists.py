"""The editable lists in data/: one entry a line, columns parted by tabs, comments after #."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def entries(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """The entries of the list ``name`` in order, each with this many columns.

    Raises:
        ValueError: a line has more columns or fewer; the message names it.
    """
    source = (resources.files("ingest") / "data" / name).read_text(encoding="utf-8")
    found = []
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = tuple(part.strip() for part in line.split("\t"))
        if len(parts) != columns:
            raise ValueError(f"{name}:{number}: {line!r}")
        found.append(parts)
    return tuple(found)
