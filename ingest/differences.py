"""What changed between two versions of a plan: rows added, dropped and changed, field by field.

A row is taken for the same by its name wherever it stands, then by its place where the names are alike, then by
likeness alone: numbers move when a row is put in, and a name is seldom both rewritten and moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from ingest.corrections import HEAD_FIELDS, fields_of, places_of
from ingest.folding import fold
from ingest.plan import Plan, Target, Task

_ALIKE_HERE: Final = 0.5
_ALIKE: Final = 0.75
"""The share of words that two names must have in common under one place, and under different ones."""

_MOST_PAIRS: Final = 400_000


class Kind(StrEnum):
    """What sort of row."""

    TASK = "task"
    TARGET = "target"


@dataclass(frozen=True)
class View:
    """A row as it is compared: a place of its own, its name, and its cells by field, other columns by their header."""

    kind: Kind
    locator: str
    name: str
    cells: tuple[tuple[str, str], ...]

    @cached_property
    def words(self) -> Counter[str]:
        """The syllables of its name, by how often they come."""
        return Counter(self.folded.split())

    @cached_property
    def folded(self) -> str:
        """Its name without accents and capitals."""
        return " ".join(fold(self.name).split())


@dataclass(frozen=True, slots=True)
class Change:
    """One field; "locator" where a row has moved."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that both versions have, and what of it changed."""

    kind: Kind
    old: str
    new: str
    name: str
    changes: tuple[Change, ...]

    @property
    def moved_only(self) -> bool:
        """Whether nothing but its place changed."""
        return all(one.field == "locator" for one in self.changes)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed from an older version to a newer one, rows in the order of the plan that has them."""

    head: tuple[Change, ...]
    added: tuple[View, ...]
    dropped: tuple[View, ...]
    changed: tuple[RowChange, ...]

    @property
    def empty(self) -> bool:
        """Whether the two say the same."""
        return not (self.head or self.added or self.dropped or self.changed)


def difference(old: Plan, new: Plan) -> Difference:
    """What changed from ``old`` to ``new`` in head, tasks and targets."""
    before, after = views(old), views(new)
    pairs = dict(matched(before, after))
    kept = set(pairs.values())
    changed = (_row_change(before[at], after[pairs[at]]) for at in sorted(pairs, key=lambda at: pairs[at]))
    return Difference(
        head=tuple(_changes(_head(old), _head(new))),
        added=tuple(one for at, one in enumerate(after) if at not in kept),
        dropped=tuple(one for at, one in enumerate(before) if at not in pairs),
        changed=tuple(one for one in changed if one.changes),
    )


def views(plan: Plan) -> tuple[View, ...]:
    """The tasks, then the targets, in document order."""
    return tuple(_view(place, row) for place, row in places_of(plan).items())


def coverage(old: Plan, new: Plan) -> float | None:
    """The share of the rows of ``old`` that ``new`` has too; None where ``old`` has none."""
    before = views(old)
    return len(list(matched(before, views(new)))) / len(before) if before else None


def matched(before: Sequence[View], after: Sequence[View]) -> Iterator[tuple[int, int]]:
    """Positions of the rows that are the same, each at most once."""
    left, right = set(range(len(before))), set(range(len(after)))
    for step in (_named_in_place, _named, _alike_in_place, _alike):
        for pair in step([(at, before[at]) for at in sorted(left)], [(at, after[at]) for at in sorted(right)]):
            yield pair
            left.discard(pair[0])
            right.discard(pair[1])


_Numbered = Sequence[tuple[int, View]]
_Pairs = list[tuple[int, int]]


def _by(rows: _Numbered, key: str) -> dict[tuple[object, ...], list[int]]:
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, row in rows:
        names = (row.kind, row.folded) if key == "name" else (row.kind, row.locator)
        found[names if key != "both" else (row.kind, row.locator, row.folded)].append(at)
    return found


def _named_in_place(before: _Numbered, after: _Numbered) -> _Pairs:
    return _keyed(_by(before, "both"), _by(after, "both"))


def _named(before: _Numbered, after: _Numbered) -> _Pairs:
    return _keyed(_by(before, "name"), _by(after, "name"))


def _keyed(before: Mapping[tuple[object, ...], list[int]], after: Mapping[tuple[object, ...], list[int]]) -> _Pairs:
    """Rows under the same key, in their order."""
    return [pair for key, mine in before.items() for pair in zip(mine, after.get(key, ()), strict=False)]


def _alike_in_place(before: _Numbered, after: _Numbered) -> _Pairs:
    old, new = dict(before), dict(after)
    pairs = _keyed(_by(before, "place"), _by(after, "place"))
    return [(a, b) for a, b in pairs if likeness(old[a], new[b]) >= _ALIKE_HERE]


def _alike(before: _Numbered, after: _Numbered) -> _Pairs:
    """The most alike first; none where two plans have so little in common that looking would take minutes."""
    if len(before) * len(after) > _MOST_PAIRS:
        return []
    scored = [
        (-likeness(one, other), a, b)
        for a, one in before
        for b, other in after
        if one.kind is other.kind and likeness(one, other) >= _ALIKE
    ]
    pairs: dict[int, int] = {}
    for _, a, b in sorted(scored):
        if a not in pairs and b not in pairs.values():
            pairs[a] = b
    return list(pairs.items())


def likeness(one: View, other: View) -> float:
    """The words that two names share, 0 to 1."""
    total = one.words.total() + other.words.total()
    return 2 * (one.words & other.words).total() / total if total else 1.0


def _view(place: str, row: Task | Target) -> View:
    cells = {name: getattr(row, name).text for name in fields_of(row)}
    for header, cell in row.other:
        cells[header] = f"{cells[header]} {cell.text}".strip() if header in cells else cell.text
    kind = Kind.TASK if isinstance(row, Task) else Kind.TARGET
    return View(kind, place, row.name.text, tuple(cells.items()))


def _head(plan: Plan) -> dict[str, str]:
    header = plan.header
    return {name: str(getattr(header, "date_text" if name == "date" else name) or "") for name in HEAD_FIELDS}


def _row_change(old: View, new: View) -> RowChange:
    before = {"locator": old.locator, **dict(old.cells)}
    after = {"locator": new.locator, **dict(new.cells)}
    return RowChange(new.kind, old.locator, new.locator, new.name, tuple(_changes(before, after)))


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            yield Change(name, old, new)
